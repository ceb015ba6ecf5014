"""A text dump to units: one for each line that is not empty."""

import re

from .layout import Layout
from .model import Span, Unit

# The ends of lines that Unicode knows; \x1c to \x1e are white space to str.isspace, so nothing is lost at them.
LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def parse_text(text: str) -> list[Unit]:
    """Return the units of a dump, in order. Their ``source`` spans index ``text``; between them is only white space."""
    units: list[Unit] = []
    last_line_end = 0
    for line in LINE.finditer(text):
        raw = line[0].strip()
        if not raw:
            continue
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        above = text[last_line_end : line.start()].replace("\r\n", "\n")
        # The first line end closes the line above; each further one is an empty line.
        gap = max(0, len(LINE.sub("", above)) - (1 if units else 0))
        units.append(Unit(Span(start, start + len(raw)), raw, Layout(indent=start - line.start(), gap=gap)))
        last_line_end = line.end()
    return units
