"""Walk the tree of a BeautifulSoup: one that was handed over, or that of a page on which the fast parser is slow."""

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, PreformattedString, Tag
from bs4.formatter import HTMLFormatter

from .assemble import BLANK, INLINE, NO_BREAK, UNSEEN, VOID, Assembly, is_hidden, state
from .layout import Stated


def read_soup(html: str) -> BeautifulSoup:
    """Parse a page."""
    return BeautifulSoup(html, "lxml")


def walk_soup(soup: BeautifulSoup, assembly: Assembly) -> None:
    """Hand the elements and text nodes of a tree over in their order."""
    # Each open element with what is left of its content.
    opened: list[tuple[tuple[bool, bool] | None, Iterator[PageElement]]] = [((False, False), iter(soup.contents))]
    while opened:
        inline, content = opened[-1]
        node = next(content, None)
        if node is None:
            opened.pop()
            if inline is None:
                assembly.close_box()
            else:
                assembly.close_inline(*inline)
        elif isinstance(node, Tag):
            _enter(node, assembly, opened)
        elif isinstance(node, Comment):
            assembly.unseen["comment"] += 1
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            assembly.add(str(node))
    assembly.flush()


def _enter(tag: Tag, assembly: Assembly, opened: list[tuple[tuple[bool, bool] | None, Iterator[PageElement]]]) -> None:
    name = tag.name.lower()
    attributes = {key: " ".join(value) if isinstance(value, list) else value for key, value in tag.attrs.items()}
    if name in INLINE:
        link, hidden = name == "a", is_hidden(attributes)
        if name == "time":
            assembly.stated += filter(None, [state(name, attributes)])
        assembly.open_inline(link, hidden)
        opened.append(((link, hidden), iter(tag.contents)))
    elif name == "img":
        assembly.add_picture(attributes.get("alt"))
    elif name in UNSEEN:
        assembly.unseen[name] += 1
        if name == "script" and "ld+json" in (attributes.get("type") or ""):
            assembly.stated.append(Stated("json-ld", "", "".join(map(str, tag.contents)).strip(BLANK)))
    elif name in NO_BREAK:
        assembly.stated += filter(None, [state(name, attributes)])
        # Left open, a parser takes what follows for its content.
        opened.append(((False, False), iter(tag.contents)))
    elif name in VOID:
        assembly.flush()
    else:
        assembly.open_box(name, attributes)
        if name == "textarea":
            # Its markup is text: an editor's, or a part of the page that a program puts in later.
            assembly.add(tag.decode_contents(formatter=HTMLFormatter()))
            assembly.close_box()
        else:
            opened.append((None, iter(tag.contents)))
