"""Put the blocks of an HTML page together while a parser's tree is walked: what is text, what breaks it, where it stands."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from .layout import Layout, Stated
from .model import Span, Unit

# Elements that do not break a line of text; every other one does. HTML Standard, section 15.3 (rendering), less those
# that a page uses as boxes.
INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small "
        "span strike strong sub sup time tt u var ",
    )
)
# Their text is for the browser, not for a reader.
UNSEEN = frozenset(["script", "style", "template", "noscript", "iframe", "noframes", "noembed", "svg"])
# They stand inside a line of text without breaking it; a picture with a text of its own does break it.
NO_BREAK = UNSEEN | {"img", "meta", "link", "wbr"}
# They break a line and hold nothing.
VOID = frozenset(["br", "hr", "input", "col", "area", "base", "embed", "param", "source", "track", "frame"])
# Parsers put these in where the page left them out, or do not; a path is the same with and without.
TRANSPARENT = frozenset({"tbody"})
LISTS, CELLS = frozenset({"ul", "ol", "dl"}), frozenset({"td", "th"})
WHITE_SPACE = re.compile("[ \t\n\r\f]+")
BLANK = " \t\n\r\f"
HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Deeper elements are counted to their ancestor at this depth: a path must not cost the square of a page's depth.
MAX_PATH = 500


@dataclass(slots=True)
class Box:
    """An element that breaks text, as its blocks need to know it."""

    path: str
    ids: tuple[int, ...]
    names: tuple[str, ...]
    lists: int
    cell: bool
    hidden: bool


@dataclass
class Assembly:
    """The units found so far, and the elements that are open.

    A walk calls ``enter`` for each element, ``leave`` where ``enter`` said that it is open, and ``add`` for each text node.
    """

    units: list[Unit] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    unseen: Counter[str] = field(default_factory=Counter)
    _boxes: list[Box] = field(default_factory=lambda: [Box("", (), (), 0, False, False)])
    _pieces: list[str] = field(default_factory=list)
    _link_chars: int = 0
    _links: int = 0
    _hidden: int = 0
    _place: int = 0
    _count: int = 0

    def open_box(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Open an element that breaks text."""
        self.flush()
        above = self._boxes[-1]
        if tag in TRANSPARENT or len(above.ids) >= MAX_PATH:
            self._boxes.append(above)
            return
        self._count += 1
        self._boxes.append(
            Box(
                f"{above.path}/{tag}" if above.path else tag,
                (*above.ids, self._count),
                (*above.names, _name(attributes)),
                above.lists + (tag in LISTS),
                tag in CELLS or (above.cell and tag != "table"),
                above.hidden or is_hidden(attributes),
            )
        )

    def close_box(self) -> None:
        """Close the last element that breaks text."""
        self.flush()
        self._boxes.pop()

    def open_inline(self, link: bool, hidden: bool) -> None:
        """Open an element inside a line."""
        self._links += link
        self._hidden += hidden

    def close_inline(self, link: bool, hidden: bool) -> None:
        """Close an element inside a line."""
        self._links -= link
        self._hidden -= hidden

    def add(self, text: str) -> None:
        """Add the text of a text node."""
        if self._links:
            self._link_chars += len("".join(text.split()))
        elif not self._pieces and not text.strip(BLANK):
            # White space at the start of a line is not kept, and between boxes there is nothing else.
            return
        self._pieces.append(text)

    def add_picture(self, alt: str | None) -> None:
        """Add the text of a picture as a unit of its own; without one it does not break the line."""
        words = WHITE_SPACE.sub(" ", alt or "").strip()
        if words:
            self.flush()
            box = self._boxes[-1]
            path = f"{box.path}/img" if box.path else "img"
            self._put(words, self._layout(path, len(words) if self._links else 0, "alt"))

    def flush(self) -> None:
        """End the line: what was added since the last break becomes a unit."""
        if not self._pieces:
            return
        raw = WHITE_SPACE.sub(" ", "".join(self._pieces)).strip()
        if raw:
            self._put(raw, self._layout(self._boxes[-1].path, self._link_chars, None))
        self._pieces.clear()
        self._link_chars = 0

    def _layout(self, path: str, links: int, attribute: str | None) -> Layout:
        box = self._boxes[-1]
        return Layout(
            path=path, link_chars=links, attribute=attribute, boxes=box.ids, names=box.names, list_depth=box.lists,
            cell=box.cell, hidden=box.hidden or self._hidden > 0,
        )  # fmt: skip

    def _put(self, raw: str, layout: Layout) -> None:
        self.units.append(Unit(Span(self._place, self._place + len(raw)), raw, layout))
        self._place += len(raw) + 1


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element says that it is not to be shown."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return style is not None and HIDDEN_STYLE.search(style) is not None


def _name(attributes: Mapping[str, str | None]) -> str:
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip().lower()


def state(tag: str, attributes: Mapping[str, str | None]) -> Stated | None:
    """Return what a ``meta``, ``link`` or ``time`` element states, if it is of use."""
    if tag == "meta":
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        return Stated("meta", key.lower(), content.strip()) if key and content and content.strip() else None
    if tag == "link":
        href = attributes.get("href")
        return Stated("link", "canonical", href.strip()) if href and attributes.get("rel") == "canonical" else None
    moment = attributes.get("datetime")
    return Stated("time", (attributes.get("itemprop") or "").lower(), moment.strip()) if moment else None
