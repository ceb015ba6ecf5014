"""Lines as wide as the terminal, by how wide their characters are."""

import shutil
import sys
from collections.abc import Iterator

from wcwidth import wcwidth


def terminal_width() -> int | None:
    """Return the columns of the terminal that standard output goes to, or None where it goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def broken(text: str, width: int | None) -> Iterator[str]:
    """Yield ``text`` in lines of at most ``width`` columns (a Han character takes two), or as one line if that is None.

    >>> list(broken("胶东经济圈 12", 5))
    ['胶东', '经济', '圈 12']
    """
    line, used = "", 0
    for one in text:
        columns = max(wcwidth(one), 0)
        if width and used + columns > width and line:
            yield line
            line, used = "", 0
        line += one
        used += columns
    yield line
