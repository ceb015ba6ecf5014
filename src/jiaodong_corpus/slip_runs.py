"""The stretches of a text whose bytes may run one off, and what these bytes spell."""

from collections.abc import Iterator
from dataclasses import dataclass

from .gbk import decode, pair_code

# How far a run is followed, and how many half-width characters in a row it may hold.
MAX_RUN, MAX_ASCII = 400, 3


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that may be one byte off.

    ``end`` is where it ends. ``first`` is the second byte of its first character, whose first byte is lost; ``middle`` are
    the characters behind that one; ``last`` is the first byte of another one behind these, whose second byte is lost; None
    where none is.
    """

    end: int
    first: int | None
    middle: str
    last: int | None


def find_runs(text: str, place: int, folded: bool) -> Iterator[Run]:
    """Yield the stretches from ``place`` on that may be one byte off, shortest first.

    In text without full-width marks (``folded``) a half-width one may be two bytes, the first of them A3. In other text a
    run ends at its first ASCII character, for that is where its bytes fall into step.
    """
    first = pending = None
    middle: list[str] = []
    half_width = 0
    stop = min(len(text), place + MAX_RUN)
    for end in range(place, stop):
        char = text[end]
        code = pair_code(char)
        half_width = 0 if code else half_width + 1
        if not code and pending is not None:
            run = _end(text, end, pending)
            if run is not None:
                yield Run(run.end, first, "".join((*middle, run.middle)), run.last)
        if char in "?\ufffd" and pending is None:
            yield Run(end + 1, None, "", None)
        if not code and folded:
            code = _wide(char)
        if not code or half_width > MAX_ASCII:
            return
        if pending is None:
            first = code[0]
        elif whole := decode(bytes([pending, code[0]])):
            middle.append(whole)
        else:
            return
        pending = code[1]
        if pending < 0x80:
            # An ASCII character of the text was taken for the second half of one that the slip made.
            yield Run(end + 1, first, "".join((*middle, chr(pending))), None)
            return
    if stop == len(text) and pending is not None:
        yield Run(stop, first, "".join(middle), pending)


def _end(text: str, end: int, pending: int) -> Run | None:
    """Return what a run comes to that ends with the ASCII character at ``end``; it may have no middle."""
    char = text[end]
    if char in "?\ufffd":
        return Run(end + 1, None, "", pending)
    if char in " (\n":
        return Run(end, None, "", pending)
    whole = decode(bytes([pending, ord(char)])) if "@" <= char <= "~" else None
    return Run(end + 1, None, whole, None) if whole else None


def _wide(char: str) -> bytes:
    """Return the bytes of the full-width form that a dump made half-width."""
    if "!" <= char <= "~":
        return bytes([0xA3, ord(char) + 0x80])
    return b"\xa1\xa1" if char == " " else b""
