"""Two-byte codes of GBK, as GB 18030 has them: the private-use ones included, which carry the bytes of slips."""

import re

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


def is_private(first: int, second: int) -> bool:
    """Whether two bytes are a private-use character: the three user-defined areas of GBK."""
    return (second >= 0xA1 and (0xAA <= first <= 0xAF or first >= 0xF8)) or (second <= 0xA0 and 0xA1 <= first <= 0xA7)


def is_hole(first: int, second: int) -> bool:
    """Whether decoders that know no private-use characters have nothing for two bytes, and leave the second one alone."""
    try:
        bytes([first, second]).decode("gbk")
    except UnicodeDecodeError:
        return True
    return False
