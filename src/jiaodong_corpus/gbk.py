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


def is_dropped(one: str, other: str) -> bool:
    """Whether the bytes between the outer ones of two characters were read as a private-use character."""
    try:
        return PRIVATE.match((pair_code(one)[1:] + pair_code(other)[:1]).decode("gb18030")) is not None
    except UnicodeDecodeError:
        return False
