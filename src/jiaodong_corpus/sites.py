"""Learn the templates of sites from the pages that a run is about to clean."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from .containers import pages_in
from .model import Page, PageError, RawPage
from .page import parse
from .read import Input
from .templates import Templates, learn, load
from .toolkit import Toolkit


def learn_from(inputs: Iterable[Input], toolkit: Toolkit) -> Templates:
    """Return the templates of the sites that the HTML pages among ``inputs`` are of; unreadable pages are passed over."""
    return learn(_pages(inputs, toolkit))


def with_templates(toolkit: Toolkit, file: str | None, inputs: Iterable[Input]) -> Toolkit:
    """Return the toolkit with the templates of ``file``, with none where it is empty, or learned from ``inputs``.

    Raises:
        JdcError: the file holds no templates.

    """
    if file is None:
        return replace(toolkit, templates=learn_from(inputs, toolkit))
    return replace(toolkit, templates=load(file) if file else Templates())


def _pages(inputs: Iterable[Input], toolkit: Toolkit) -> Iterator[Page]:
    for one in inputs:
        # Standard input can be read once, and a dump does not say what site it is of.
        if one.path is None or one.source.media_type == "text/plain":
            continue
        for raw in pages_in(one, toolkit.max_bytes):
            if isinstance(raw, RawPage) and len(raw.content) <= toolkit.max_bytes:
                with suppress(PageError):
                    yield parse(raw, toolkit)
