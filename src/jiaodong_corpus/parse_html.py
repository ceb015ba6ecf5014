"""An HTML page to units: one for each block of text that a reader sees set apart."""

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from .assemble import Assembly
from .layout import Stated
from .lexbor import walk_lexbor
from .scan import refusal
from .unit import Unit

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

# Possessive: a page that opens in thousands of comments must not be tried in every way to part them.
HTML_HEAD = re.compile(r"(?:\ufeff|<\?xml[^>]*>|<!--.*?-->|\s)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)

# When an article was published stands, on the pages of a chat platform, in a script alone.
CREATED = re.compile(r"\bcreateTime\s*=\s*(?:JsDecode\()?[\"'](?P<time>20\d\d-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?)[\"']")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What an HTML page holds: its text, one block a line, and the units in it; what it states for programs; and how many
    scripts, styles, comments and the like were passed over.
    """

    text: str
    units: tuple[Unit, ...]
    stated: tuple[Stated, ...]
    unseen: tuple[tuple[str, int], ...]


# What the systems of Founder, which many newspapers and portals use, say of an article in a comment; it is no longer than this.
PROPERTIES, END_OF_PROPERTIES, MAX_PROPERTIES = "<!--enpproperty", "/enpproperty", 20_000
PROPERTY = re.compile(r"<(?:founder-)?(?P<key>date|author|title)>(?P<value>[^<]{1,200})</")


def looks_like_html(text: str) -> bool:
    """Tell whether ``text`` opens as an HTML page does. Tags further down prove nothing: dumps hold them as text."""
    return HTML_HEAD.match(text[:4096]) is not None


def parse_html(page: "str | BeautifulSoup") -> Parsed:
    """Return the blocks of a page, and what it states in its markup.

    White space is collapsed as a browser does. An ``alt`` text is a unit too, with the attribute's name in its layout.
    """
    assembly = Assembly()
    if isinstance(page, str) and refusal(page) is None:
        walk_lexbor(page, assembly)
    else:
        from .soup import read_soup, walk_soup  # noqa: PLC0415 - slow to import, and seldom needed

        walk_soup(read_soup(page) if isinstance(page, str) else page, assembly)
    created = CREATED.search(page) if isinstance(page, str) and "createTime" in page else None
    if created:
        assembly.stated.append(Stated("script", "createTime", created["time"]))
    if isinstance(page, str):
        assembly.stated += _properties(page)
    text = "\n".join(unit.raw for unit in assembly.units)
    return Parsed(text, tuple(assembly.units), tuple(assembly.stated), tuple(sorted(assembly.unseen.items())))


def _properties(page: str) -> list[Stated]:
    """Return date, author and title by the comment of the system that made the page."""
    start = page.find(PROPERTIES)
    end = page.find(END_OF_PROPERTIES, start, start + MAX_PROPERTIES)
    if start < 0 or end < 0:
        return []
    found = PROPERTY.finditer(page, start, end)
    return [Stated("comment", one["key"], unescape(one["value"]).strip()) for one in found]
