"""Byte slips made from Traditional text, byte by byte as a scraper makes them; shares nothing with the repair.

The bytes of a paragraph in GBK are cut at a character whose second byte is A3 and its first byte is replaced by ``?``;
the rest is decoded as it then stands, up to where the decoder finds its feet again, or to the end of the paragraph,
where the last byte is left over. Decoders differ in what they make of bytes that are no character, and dumps in what
they keep; all of that is here (``Form``).
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pypinyin import Style, pinyin

PRIVATE = re.compile("[\ue000-\uf8ff]")
FOLD = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
MIN_PARAGRAPH = 25
# How often a reading stands behind a character of a page that has them.
READING_SHARE = 0.08


def browser(data: bytes) -> str:
    """Decode as browsers do: an ASCII second byte that fits no character is kept, another one is lost with the first."""
    out, place = [], 0
    while place < len(data):
        pair = data[place : place + 2]
        if pair[0] < 0x80:
            out.append(chr(pair[0]))
            place += 1
            continue
        try:
            out.append(pair.decode("gb18030"))
            place += 2
        except UnicodeDecodeError:
            out.append("\ufffd")
            place += 1
    return "".join(out)


DECODERS: dict[str, Callable[[bytes], str]] = {
    "browser": browser,
    "gb18030": lambda data: data.decode("gb18030", "replace"),
    "gbk": lambda data: data.decode("gbk", "replace"),
}
# What stands behind the last byte of a paragraph: nothing, or a tag whose < is eaten with it.
TAILS = ("", "/p>")


@dataclass(frozen=True)
class Slip:
    """A paragraph with a slip, the paragraph as it was, and the rest of its page.

    ``to_end``: the damage runs to the end of the paragraph. ``private``: private-use characters stand in it.
    """

    damaged: str
    whole: str
    page: str
    to_end: bool
    private: bool


def inject(text: str, chance: random.Random) -> str:
    """Push readings behind some characters, as copying machines do."""
    return "".join(
        f"{char}({pinyin(char, style=Style.TONE)[0][0]})"
        if "一" <= char <= "鿿" and chance.random() < READING_SHARE
        else char
        for char in text
    )


def is_whole(paragraph: str) -> bool:
    """Whether a paragraph is text that GBK can hold, long enough to be one, and not damaged itself."""
    return (
        len(paragraph) >= MIN_PARAGRAPH
        and not re.search("[?\ufffd]", paragraph)
        and all(len(char.encode("gb18030")) < 3 for char in paragraph)
        and not PRIVATE.search(paragraph)
    )


def places(paragraph: str) -> list[int]:
    """Return where a character can lose its first byte, so that its second is read as a full-width mark."""
    data = [char.encode("gb18030") for char in paragraph]
    return [
        place
        for place in range(len(paragraph) - 1)
        if len(data[place]) == 2 and data[place][1] == 0xA3 and len(data[place + 1]) == 2
    ]


def make(paragraph: str, place: int, decoder: str, tail: str = "") -> tuple[str, bool]:
    """Damage a paragraph; return it, and whether the damage runs to its end."""
    data = paragraph[place:].encode("gb18030")[1:]
    read = DECODERS[decoder](data + (f"<{tail}".encode() if tail else b"")).replace("\ufffd", "?")
    if tail and read.endswith(f"?<{tail}"):
        # The bracket went with the byte that was left over.
        read = f"{read.removesuffix(f'<{tail}')}{tail}"
    else:
        read = read.removesuffix(f"<{tail}") if tail else read
    return f"{paragraph[:place]}?{read}", not read.endswith(paragraph[-1])


def _seams(paragraph: str) -> list[tuple[int, str]]:
    """Return each place where the bytes between two neighbours spell a character, and that character."""
    found = []
    for place in range(1, len(paragraph) - 1):
        before, here = (char.encode("gb18030") for char in paragraph[place - 1 : place + 1])
        if len(before) == len(here) == 2:
            middle = (before[1:] + here[:1]).decode("gb18030", "replace")
            if all("一" <= char <= "鿿" for char in f"{paragraph[place - 1 : place + 1]}{middle}"):
                found.append((place, middle))
    return found


def slips(pages: list[str], chance: random.Random, decoders: tuple[str, ...], readings: bool = False) -> Iterator[Slip]:
    """Yield slips without end: any paragraph, any character; with readings on the page, in the paragraph too."""
    found = [(page, line) for page in pages for line in page.split("\n") if is_whole(line) and places(line)]
    while True:
        page, whole = chance.choice(found)
        rest, dirty = page.replace(whole, "", 1), whole
        if readings:
            rest, dirty = inject(rest, chance), inject(whole, chance)
        if not places(dirty):
            # A reading stands behind each such character.
            continue
        decoder, tail = chance.choice(decoders), chance.choice(TAILS)
        damaged, to_end = make(dirty, chance.choice(places(dirty)), decoder, tail)
        yield Slip(damaged, whole, rest, to_end, bool(PRIVATE.search(damaged)))


def apart(pages: list[str], chance: random.Random) -> Iterator[Slip]:
    """Yield slips without end in which readings are pushed between the bytes of a character: 日?qǐng)?bào).

    The bytes of 日報 hold those of 請 in their middle: its reading cuts the second character in two, whose own reading
    then takes what is left.
    """
    found = [
        (page, line, places)
        for page in pages
        for line in page.split("\n")
        if is_whole(line) and (places := _seams(line))
    ]
    while True:
        page, whole, places = chance.choice(found)
        place, middle = chance.choice(places)
        first, second = (pinyin(char, style=Style.TONE)[0][0] for char in (middle, whole[place]))
        damaged = f"{whole[:place]}?{first})?{second}){whole[place + 1 :]}"
        yield Slip(damaged, whole, page.replace(whole, "", 1), False, False)
