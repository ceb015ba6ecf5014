"""The stretches of a text whose bytes may run one off."""

from collections.abc import Iterator
from dataclasses import dataclass

from .gbk import pair_code

# How far a run is followed, and how many half-width characters in a row it may hold.
MAX_RUN, MAX_ASCII = 400, 3


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that may be one byte off: where it ends, its bytes, and whether the last byte is lost too."""

    end: int
    data: bytes
    cut: bool


def find_runs(text: str, place: int) -> Iterator[Run]:
    """Yield the stretches from ``place`` on that may be one byte off, shortest first."""
    data = bytearray()
    half_width = 0
    end = place
    for end in range(place, min(len(text), place + MAX_RUN)):
        char = text[end]
        code = pair_code(char)
        half_width = 0 if code else half_width + 1
        if not code and "!" <= char <= "~":
            if data and char >= "@":
                yield Run(end + 1, bytes(data) + char.encode(), cut=False)
            if char == "?":
                yield Run(end + 1, bytes(data), cut=True)
            # A full-width form that the dump made half-width.
            code = bytes([0xA3, ord(char) + 0x80])
        elif not code and char == " " and data:
            code = b"\xa1\xa1"
        if not code or half_width > MAX_ASCII:
            return
        data += code
    if end + 1 == len(text):
        yield Run(len(text), bytes(data), cut=True)
