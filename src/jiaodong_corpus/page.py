"""From a raw page to a page: decode, find the units, repair, lay out, fold."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .decode import decode
from .evidence import Evidence
from .model import TAGS_A_BLOCK, Block, Page, PageError, RawPage, Source, Span
from .parse_html import Parsed, looks_like_html, parse_html
from .parse_text import parse_text
from .repair import repair
from .toolkit import Toolkit
from .unit import Unit

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

TOO_MANY = "Split the page, or raise the limit with --max-blocks."
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})


def parse(raw: RawPage, toolkit: Toolkit) -> Page:
    """Return the page as repaired and folded blocks in order.

    It is read as HTML where its media type, its file ending or its opening says so, and else as a text dump.

    Raises:
        PageError: the bytes are not text, or the page has more blocks than the toolkit allows.

    """
    decoded = decode(raw.content, raw.charset)
    sha256 = hashlib.sha256(raw.content).hexdigest()
    # A page saved under .txt is still HTML where it opens as HTML does.
    html = raw.source.media_type in HTML_TYPES or looks_like_html(decoded.text)
    media_type = "text/html" if html else raw.source.media_type or "text/plain"
    page = Page(raw.source, sha256, decoded.encoding, decoded.declared, decoded.lost, media_type, decoded.text, "", ())
    if not html:
        return _lay_out(page, parse_text(decoded.text), toolkit)
    tags, most = decoded.text.count("<"), TAGS_A_BLOCK * toolkit.max_blocks
    if tags > most:
        # Each becomes an element in memory.
        raise PageError("parse", f"about {tags:,} tags, more than the limit of {most:,}. {TOO_MANY}")
    return _lay_out_html(page, parse_html(decoded.text), toolkit)


def parse_soup(soup: "BeautifulSoup", source: Source, toolkit: Toolkit) -> Page:
    """Return the page that a parsed document holds. Its digest is that of its markup as UTF-8."""
    sha256 = hashlib.sha256(soup.encode("utf-8")).hexdigest()
    encoding = str(soup.original_encoding or "utf-8")
    return _lay_out_html(Page(source, sha256, encoding, None, 0, "text/html", "", "", ()), parse_html(soup), toolkit)


def _lay_out_html(page: Page, parsed: Parsed, toolkit: Toolkit) -> Page:
    page = replace(page, source_text=parsed.text, stated=parsed.stated, unseen=parsed.unseen)
    return _lay_out(page, parsed.units, toolkit)


def _lay_out(page: Page, units: Sequence[Unit], toolkit: Toolkit) -> Page:
    if len(units) > toolkit.max_blocks:
        most = f"{len(units):,} blocks, more than the limit of {toolkit.max_blocks:,}"
        raise PageError("parse", f"{most}. {TOO_MANY}")
    evidence = Evidence(page.source_text, toolkit.language)
    repaired = [(unit, *repair(unit.raw, evidence)) for unit in units]
    text = "\n".join(words for _, words, _, _ in repaired)
    # The whole page at once: one call costs much less than one for each block, and no phrase crosses a line end.
    folded = toolkit.scripts.fold(text)
    blocks: list[Block] = []
    start = 0
    for unit, words, edits, doubts in repaired:
        span = Span(start, start + len(words))
        blocks.append(Block(span, unit.source, unit.raw, edits, words, span.of(folded), unit.layout, doubts))
        start = span.end + 1
    return replace(page, text=text, blocks=tuple(blocks))
