"""Characters that would not be seen, or that a terminal would obey, made visible."""

import unicodedata

# Control, format, private use, surrogate, line and paragraph separator. A page or the name of a file could clear the
# screen or turn a line round with them.
UNSEEN = frozenset(("Cc", "Cf", "Co", "Cs", "Zl", "Zp"))


def visible(text: str) -> str:
    """Return ``text`` with each character that would not be seen as ``<U+XXXX>``, its code point.

    >>> visible("出??冢\\ue0dfz東\\x1b[2J")
    '出??冢<U+E0DF>z東<U+001B>[2J'
    """
    if text.isprintable():
        return text
    return "".join(f"<U+{ord(one):04X}>" if unicodedata.category(one) in UNSEEN else one for one in text)
