"""An HTML page to units: one for each block of text that a reader sees set apart."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from .model import Layout, Span, Unit

# Elements that do not break a line of text; every other one does. HTML Standard, section 15.3 (rendering), less those
# that a page uses as boxes.
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
# Their text is for the browser, not for a reader.
UNSEEN = frozenset(["script", "style", "template", "noscript"])
# They stand inside a line of text without breaking it; a picture with a text of its own does break it.
NO_BREAK = UNSEEN | {"img"}
WHITE_SPACE = re.compile("[ \t\n\r\f]+")
# Possessive: a page that opens in thousands of comments must not be tried in every way to part them.
HTML_HEAD = re.compile(r"(?:\ufeff|<\?xml[^>]*>|<!--.*?-->|\s)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def looks_like_html(text: str) -> bool:
    """Tell whether ``text`` opens as an HTML page does. Tags further down prove nothing: dumps hold them as text."""
    return HTML_HEAD.match(text[:4096]) is not None


def parse_html(page: str | BeautifulSoup) -> tuple[str, list[Unit]]:
    """Return the text of the page's text nodes, one block a line, and the units in it.

    White space is collapsed as a browser does. An ``alt`` text is a unit too, with the attribute's name in its layout.
    """
    soup = page if isinstance(page, BeautifulSoup) else BeautifulSoup(page, "lxml")
    units: list[Unit] = []
    start = 0
    for raw, layout in _blocks(soup):
        units.append(Unit(Span(start, start + len(raw)), raw, layout))
        start += len(raw) + 1
    return "\n".join(unit.raw for unit in units), units


def _blocks(soup: BeautifulSoup) -> Iterator[tuple[str, Layout]]:
    box: Tag | None = None
    strings: list[NavigableString] = []
    for node in soup.descendants:
        if isinstance(node, Tag):
            alt = node.get("alt") if node.name == "img" else None
            pictured = isinstance(alt, str) and bool(alt.strip()) and not _unseen(node)
            if pictured or (node.name not in INLINE and node.name not in NO_BREAK):
                yield from _block(box, strings)
                strings = []
            if isinstance(alt, str) and pictured:
                words = WHITE_SPACE.sub(" ", alt.strip())
                links = len(words) if node.find_parent("a") else 0
                yield words, Layout(path=_path(node), link_chars=links, attribute="alt")
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            parent = _box(node)
            if parent is None or _unseen(node):
                continue
            if parent is not box:
                yield from _block(box, strings)
                strings = []
                box = parent
            strings.append(node)
    yield from _block(box, strings)


def _block(box: Tag | None, strings: list[NavigableString]) -> Iterator[tuple[str, Layout]]:
    raw = WHITE_SPACE.sub(" ", "".join(strings)).strip()
    if raw and box is not None:
        links = sum(len(WHITE_SPACE.sub("", one)) for one in strings if _in_link(one, box))
        yield raw, Layout(path=_path(box), link_chars=links)


def _unseen(node: Tag | NavigableString) -> bool:
    return any(parent.name in UNSEEN for parent in node.parents)


def _box(node: NavigableString) -> Tag | None:
    return next((parent for parent in node.parents if parent.name not in INLINE), None)


def _in_link(node: NavigableString, box: Tag) -> bool:
    for parent in node.parents:
        if parent.name == "a":
            return True
        if parent is box:
            break
    return box.find_parent("a") is not None


def _path(tag: Tag) -> str:
    names = [tag.name, *(parent.name for parent in tag.parents if parent.name != "[document]")]
    return "/".join(reversed(names))
