"""Learn the templates of sites from the pages that a run is about to clean."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from heapq import heappush, heappushpop

from .containers import is_container, pages_in
from .model import Page, PageError, RawPage
from .page import parse
from .read import Input
from .templates import MIN_PAGES, Templates, host_of, learn, load
from .toolkit import Toolkit

# So many pages of a site are parsed to learn its template: what stands on a fiftieth of its pages stands on four of them.
SAMPLE = 200
# Where a page states its address, in whatever order of the attributes.
ADDRESS = re.compile(
    rb"""<(?:link|meta)\s(?=[^>]{0,300}?(?:canonical|og:url))[^>]{0,300}?(?:href|content)\s*=\s*["']?\s*([^"'\s>]{1,300})""",
    re.IGNORECASE,
)


def learn_from(inputs: Sequence[Input], toolkit: Toolkit) -> Templates:
    """Return the templates of the sites that the HTML pages among ``inputs`` are of; unreadable pages are passed over.

    A first look at the bytes tells the sites apart; only pages of sites with enough of them are parsed, of each at most
    ``SAMPLE``: those whose names have the least digests, so that the sample hardly changes as pages are added.
    """
    samples: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for raw in _pages(inputs, toolkit):
        if site := _likely_site(raw):
            # The greatest digest is the first of its heap.
            entry = (-int.from_bytes(hashlib.sha256(raw.source.name.encode()).digest()[:8]), raw.source.name)
            (heappush if len(samples[site]) < SAMPLE else heappushpop)(samples[site], entry)
    enough = (sample for sample in samples.values() if len(sample) >= MIN_PAGES)
    chosen = frozenset(name for sample in enough for _, name in sample)
    return learn(_parsed(_pages(inputs, toolkit, chosen), toolkit))


def with_templates(toolkit: Toolkit, file: str | None, inputs: Sequence[Input]) -> Toolkit:
    """Return the toolkit with the templates of ``file``, with none where it is empty, or learned from ``inputs``.

    Raises:
        JdcError: the file holds no templates.

    """
    if file is None:
        return replace(toolkit, templates=learn_from(inputs, toolkit))
    return replace(toolkit, templates=load(file) if file else Templates())


def _likely_site(raw: RawPage) -> str:
    """Return the host that a page seems to state, without parsing it: its text is not asked whether it is one."""
    stated = (match[1].decode("ascii", "replace") for match in ADDRESS.finditer(raw.content))
    return host_of((raw.source.url, *stated))


def _parsed(raws: Iterable[RawPage], toolkit: Toolkit) -> Iterator[Page]:
    for raw in raws:
        with suppress(PageError):
            yield parse(raw, toolkit)


def _pages(inputs: Iterable[Input], toolkit: Toolkit, chosen: frozenset[str] | None = None) -> Iterator[RawPage]:
    """Yield the pages that can be of a site, those that are ``chosen`` by name or all."""
    for one in inputs:
        # Standard input can be read once, and a dump does not say what site it is of.
        if one.path is None or one.source.media_type == "text/plain":
            continue
        if chosen is not None and one.source.name not in chosen and not is_container(one.source.name):
            continue
        for raw in pages_in(one, toolkit.max_bytes):
            whole = isinstance(raw, RawPage) and len(raw.content) <= toolkit.max_bytes
            if isinstance(raw, RawPage) and whole and (chosen is None or raw.source.name in chosen):
                yield raw
