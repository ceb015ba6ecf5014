"""Learn the templates of sites from the pages that a run is about to clean."""

from collections.abc import Iterable, Iterator

from .model import Page, PageError
from .page import parse
from .read import Input, read
from .templates import Templates, learn
from .toolkit import Toolkit


def learn_from(inputs: Iterable[Input], toolkit: Toolkit) -> Templates:
    """Return the templates of the sites that the HTML pages among ``inputs`` are of; unreadable pages are passed over."""
    return learn(_pages(inputs, toolkit))


def _pages(inputs: Iterable[Input], toolkit: Toolkit) -> Iterator[Page]:
    for one in inputs:
        # Standard input can be read once, and a dump does not say what site it is of.
        if one.path is None or one.source.media_type == "text/plain":
            continue
        try:
            raw = read(one)
            if len(raw.content) <= toolkit.max_bytes:
                yield parse(raw, toolkit.scripts)
        except PageError:
            continue
