"""A text dump to units: one for each line that is not empty, or for each part of it between line breaks kept as text."""

import re
from itertools import pairwise

from .layout import Layout
from .model import Span
from .unit import Unit

# The ends of lines that Unicode knows; \x1c to \x1e are white space to str.isspace, so nothing is lost at them.
LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")

# Of UTF-8 that was read as Latin-1, U+0085 and the no-break space are bytes: they end no line and edge none.
UTF8_AS_LATIN = re.compile("[\u00c2-\u00f4][\u0080-\u00bf]")
LATIN_LINE, LATIN_EDGES = re.compile("[^\n\r]+"), " \t"

# Line breaks of HTML that a dump kept as text: several on a line part it, each of them standing at the end of what is above.
BREAKS, MIN_BREAKS = re.compile(r"(?<![“\"'‘「`])(?:<br ?/?>\s*)+", re.IGNORECASE), 2

PARTED = frozenset("。！？；：”」』）.!?;:)>")


def parse_text(text: str) -> list[Unit]:
    """Return the units of a dump, in order. Their ``source`` spans index ``text``; between them is only white space."""
    units: list[Unit] = []
    layouts: dict[tuple[int, int], Layout] = {}
    last_line_end = 0
    misread = 10 * len(UTF8_AS_LATIN.findall(text)) > len(text)
    pattern, edges = (LATIN_LINE, LATIN_EDGES) if misread else (LINE, None)
    for line in pattern.finditer(text):
        raw = line[0].strip(edges)
        if not raw.strip():
            continue
        start = line.start() + len(line[0]) - len(line[0].lstrip(edges))
        above = text[last_line_end : line.start()].replace("\r\n", "\n")
        # The first line end closes the line above; each further one is an empty line.
        ends = len(above) - sum(map(len, pattern.findall(above)))
        place = start - line.start(), max(0, ends - (1 if units else 0))
        layout = layouts.get(place) or layouts.setdefault(place, Layout(indent=place[0], gap=place[1]))
        units += _parts(start, raw, layout) if "<" in raw else [Unit(Span(start, start + len(raw)), raw, layout)]
        last_line_end = line.end()
    return units


def _parts(start: int, raw: str, layout: Layout) -> list[Unit]:
    """Return the units of a line, several where line breaks stand on it as text; those below the first stand close to it."""
    breaks = list(BREAKS.finditer(raw))
    # A text about the tag names it amid its sentences.
    parting = sum(raw[one.start() - 1 : one.start()] in PARTED for one in breaks)
    ends = [one.end() for one in breaks] if len(breaks) >= MIN_BREAKS and 2 * parting >= len(breaks) else []
    below = layout._replace(gap=0)
    units: list[Unit] = []
    for begin, end in pairwise([0, *ends, len(raw)]):
        part = raw[begin:end].rstrip() if end < len(raw) else raw[begin:end]
        if part:
            units.append(Unit(Span(start + begin, start + begin + len(part)), part, below if units else layout))
    return units
