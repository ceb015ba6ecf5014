"""Two-byte codes of GBK, as GB 18030 has them: the private-use ones included, which carry the bytes of slips."""

import re
from functools import cache

PRIVATE = re.compile("[\ue000-\uf8ff]")
FIRST_BYTES = tuple(range(0x81, 0xFF))


def pair_code(char: str) -> bytes:
    """Return the bytes of a two-byte code, as GB 18030 has them (private-use ones included); empty for another."""
    try:
        code = char.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return code if len(code) == 2 else b""


def decode(data: bytes) -> str | None:
    """Return the characters of two-byte codes; None where they are not, or private-use ones."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return None if 2 * len(text) != len(data) or PRIVATE.search(text) else text


@cache
def private_pairs() -> frozenset[tuple[int, int]]:
    """Return the pairs of bytes that GB 18030 has private-use characters for."""
    pairs = ((first, second) for first in FIRST_BYTES for second in range(0x40, 0xFF) if second != 0x7F)
    return frozenset(pair for pair in pairs if PRIVATE.match(bytes(pair).decode("gb18030")))


def is_hole(first: int, second: int) -> bool:
    """Whether decoders that know no private-use characters have nothing for two bytes, and leave the second one alone."""
    try:
        bytes([first, second]).decode("gbk")
    except UnicodeDecodeError:
        return True
    return False
