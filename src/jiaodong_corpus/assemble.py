"""Put the blocks of an HTML page together while a parser's tree is walked: what is text, what breaks it, where it stands."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from .layout import Layout, Stated
from .model import Span
from .unit import Unit

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
WHITE_SPACE = re.compile("[ \t\n\r\f]+")
BLANK = " \t\n\r\f"
# A line of time, source and author is no longer; and what a time is made of.
MAX_FIELDS, TIME = 80, re.compile(r"(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]|\d{1,2}:\d{2}")
OF_TIME = frozenset("0123456789年月日时分秒:-/.")
# Discuz puts random characters into the text of its threads against copying; its style sheet keeps readers from seeing them.
JAMMER = "jammer"
HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# Deeper elements are counted to their ancestor at this depth: a path must not cost the square of a page's depth.
MAX_PATH = 500


@dataclass(slots=True)
class Assembly:
    """The units found so far, and the elements that are open.

    A walk opens and closes each element, and adds each text node. ``pieces`` are the texts of the line so far, of which
    ``link_chars`` characters stand inside links; ``links`` and ``hidden`` count the elements of that kind that are open.
    ``veiled`` are the texts that the page hides in the midst of a line: they become a line of their own behind it.
    """

    units: list[Unit] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    unseen: Counter[str] = field(default_factory=Counter)
    pieces: list[str] = field(default_factory=list)
    veiled: list[str] = field(default_factory=list)
    links: int = 0
    link_chars: int = 0
    hidden: int = 0
    # How a line that stands right in each of the open elements lies, the innermost last.
    _boxes: list[Layout] = field(default_factory=lambda: [Layout()])
    _place: int = 0
    _count: int = 0
    # Whether a picture stands above the line, and behind what was added to it so far.
    _pictured: bool = False
    _picture_behind: bool = False

    def open_box(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Open an element that breaks text."""
        if self.pieces or self.veiled:
            self.flush()
        above = self._boxes[-1]
        if tag in TRANSPARENT or len(above.boxes) >= MAX_PATH:
            self._boxes.append(above)
            return
        self._count += 1
        # By place, which takes half the time: there are hundreds.
        self._boxes.append(
            Layout(
                0,
                0,
                f"{above.path}/{tag}" if above.path else tag,
                0,
                None,
                above.boxes + (self._count,),  # noqa: RUF005 - half the time
                above.names + (_name(attributes) if attributes else "",),  # noqa: RUF005
                above.hidden or (bool(attributes) and is_hidden(attributes)),
            )
        )

    def close_box(self) -> None:
        """Close the last element that breaks text."""
        if self.pieces or self.veiled:
            self.flush()
        self._boxes.pop()

    def open_inline(self, link: bool, hidden: bool) -> None:
        """Open an element inside a line."""
        self.links += link
        self.hidden += hidden

    def close_inline(self, link: bool, hidden: bool) -> None:
        """Close an element inside a line."""
        self.links -= link
        self.hidden -= hidden

    def add(self, text: str) -> None:
        """Add the text of a text node."""
        if self.hidden:
            self.veiled.append(text)
        # White space at the start of a line is not kept, and between boxes there is nothing else.
        elif self.pieces or not text.isspace():
            self.pieces.append(text)
            # A picture amid a line stands above no other.
            self._picture_behind = self._picture_behind and text.isspace()
            if self.links:
                self.link_chars += len("".join(text.split()))

    def add_picture(self, alt: str | None) -> None:
        """Add the text of a picture as a unit of its own; without one it does not break the line."""
        words = WHITE_SPACE.sub(" ", alt).strip() if alt else ""
        if words:
            self.flush()
            self._put(words, len(words) if self.links else 0, "alt", hidden=self.hidden > 0)
        if self.pieces:
            self._picture_behind = True
        else:
            self._pictured = True

    def flush(self) -> None:
        """End the line: what was added since the last break becomes a unit."""
        raw = WHITE_SPACE.sub(" ", "".join(self.pieces)).strip()
        if len(self.pieces) > 1 and len(raw) <= MAX_FIELDS and TIME.search(raw) and "。" not in raw:
            raw = WHITE_SPACE.sub(" ", _part_fields(self.pieces)).strip()
        if raw:
            self._put(raw, self.link_chars)
            self._pictured, self._picture_behind = self._picture_behind, False
        self.pieces.clear()
        self.link_chars = 0
        if self.veiled:
            veiled = WHITE_SPACE.sub(" ", "".join(self.veiled)).strip()
            self.veiled.clear()
            if veiled:
                self._put(veiled, hidden=True)

    def _put(self, raw: str, link_chars: int = 0, attribute: str | None = None, *, hidden: bool = False) -> None:
        layout = self._boxes[-1]
        if link_chars or attribute or hidden:
            hidden = hidden or layout.hidden
            path = f"{layout.path}/img".lstrip("/") if attribute else layout.path
            layout = Layout(0, 0, path, link_chars, attribute, layout.boxes, layout.names, hidden)
        if self._pictured and attribute is None:
            layout, self._pictured = layout._replace(pictured=True), False
        end = self._place + len(raw)
        self.units.append(Unit(Span(self._place, end), raw, layout))
        self._place = end + 1


def _part_fields(pieces: list[str]) -> str:
    """Join the texts of a line of time and source with spaces, as style sheets set its elements apart; a time stays whole."""
    parts = pieces[:1]
    for one, two in pairwise(pieces):
        apart = one[-1:] not in OF_TIME or two[:1] not in OF_TIME
        parts += [" ", two] if apart else [two]
    return "".join(parts)


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element says that it is not to be shown."""
    if "hidden" in attributes or attributes.get("class") == JAMMER:
        return True
    style = attributes.get("style")
    return style is not None and HIDDEN_STYLE.search(style) is not None


def _name(attributes: Mapping[str, str | None]) -> str:
    # Of two spaces between class names one parser keeps both.
    return " ".join(f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().split())


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
