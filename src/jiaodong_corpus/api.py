"""The library: clean one page, or many."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from bs4 import BeautifulSoup

from .model import LabelledBlock, RawPage, Rejection, Source
from .notebook import page_as_html
from .page import parse_soup
from .pipeline import PageResult, process, process_page, read_and_process_all
from .read import plan, plan_file
from .record import Record
from .toolkit import Toolkit, load_toolkit

HANDED_OVER = Source("<text>")


@dataclass(frozen=True, slots=True, repr=False)
class CleanResult:
    """What became of a page: its records, every one of its blocks, and why there is no record if there is none."""

    source: Source
    articles: tuple[Record, ...]
    blocks: tuple[LabelledBlock, ...]
    rejections: tuple[Rejection, ...]

    def __repr__(self) -> str:
        found = f"{len(self.articles)} records, {len(self.blocks)} blocks"
        return f"<CleanResult {self.source.name}: {'; '.join((found, *(one.reason for one in self.rejections)))}>"

    def _repr_html_(self) -> str:
        """Return the page as a notebook shows it: its records, and its blocks with their labels."""
        reason = "; ".join(one.reason for one in self.rejections)
        return page_as_html(self.source.name, reason, (one.card() for one in self.articles), self.blocks)


def clean(
    page: str | bytes | os.PathLike[str] | BeautifulSoup, *, url: str | None = None, toolkit: Toolkit | None = None
) -> CleanResult:
    """Clean one page.

    Args:
        page: the text of a page (a dump or HTML), its bytes, the path of its file, or a parsed document.
        url: where the page came from, if known; it goes into the record and its id.
        toolkit: what ``load_toolkit`` returned; without it one is loaded at the first call and kept for the process.

    Raises:
        ValueError: ``page`` is a string of one line that names a file (hand over ``Path(page)`` to read it), a folder, or an
            archive of several pages.
        JdcError: there is no such file.
        TypeError: ``page`` is none of these.

    >>> clean("标题在此\\n\\n第一段说明情况,内容完整。").articles[0].text
    '第一段说明情况,内容完整。'

    """
    tools = toolkit or _toolkit()
    if isinstance(page, BeautifulSoup):
        return _result(process_page(parse_soup(page, Source("<soup>", url), tools), tools))
    if isinstance(page, str):
        if "\n" not in page and 0 < len(page) < 1024 and _names_file(page):
            raise ValueError(f"{page!r} is the name of a file. To clean that file, hand over Path({page!r}).")
        return _result(process(RawPage(Source(HANDED_OVER.name, url), page.encode("utf-8", "surrogatepass")), tools))
    if isinstance(page, bytes):
        return _result(process(RawPage(Source("<bytes>", url), page), tools))
    if isinstance(page, os.PathLike):
        if Path(page).is_dir():
            raise ValueError(f"{page} is a folder. Use clean_all([path]) for many pages.")
        found = list(islice(read_and_process_all(plan_file(page), tools), 2))
        if len(found) > 1:
            raise ValueError(f"{page} holds several pages. Use clean_all([path]) for many pages.")
        return _result(found[0])
    raise TypeError(f"cannot clean a {type(page).__name__}: hand over text, bytes, a path or a BeautifulSoup")


def clean_all(paths: Iterable[str | os.PathLike[str]], *, toolkit: Toolkit | None = None) -> Iterator[CleanResult]:
    """Yield what became of each page of the files, folders and globs in ``paths``, in order of their names.

    A page that cannot be read or processed is yielded with a rejection; it never ends the iteration.

    Raises:
        JdcError: one of ``paths`` matches nothing, or two pages would get the same name.

    """
    inputs = plan(paths).inputs
    tools = toolkit or _toolkit()
    return (_result(result) for one in inputs for result in read_and_process_all(one, tools))


def _result(result: PageResult) -> CleanResult:
    blocks = result.labelled.blocks if result.labelled else ()
    return CleanResult(result.source, result.records, blocks, (result.rejection,) if result.rejection else ())


def _names_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


@lru_cache(maxsize=1)
def _toolkit() -> Toolkit:
    return load_toolkit()
