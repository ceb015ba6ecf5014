"""The same strings in Simplified and in Traditional, with full-width marks, character for character."""

import re
from collections.abc import Iterable, Sequence

from .script import Scripts

WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
MARK = re.compile(r"[,:;?!()]")
CHINESE = re.compile("[㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff、。〈-】〔〕…—·“”‘’，：；？！（）]")
# Marks inside addresses are part of them.
ADDRESS = re.compile(
    r"(?:https?://|www\.)(?:[\w/%&=~#+@$*'-]|\([\w.-]*\)|[.?:;,!](?=[\w/%&=~#+@$*'-]))+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.ASCII,
)
# No address is without one of these, which are found at once.
ADDRESS_SIGNS = ("://", "www.", "@")


def simplify(texts: Sequence[str], scripts: Scripts) -> list[str]:
    """Return ``texts`` in Simplified, each as long as it was, half-width marks beside Chinese as full-width ones."""
    # All strings in one call: converters cost by the call.
    return _apart(scripts.to_hans(widen_marks("\n".join(texts))), texts)


def traditionalize(hans: Sequence[str], words: Iterable[Sequence[str]], scripts: Scripts) -> list[str]:
    """Return Simplified texts in Traditional, each as long as it was; ``words`` are those of each text."""
    joined: list[str] = []
    for text_words in words:
        joined += (*text_words, "\n")
    return _apart(scripts.to_hant("\n".join(hans), joined[:-1]), hans)


def traditionalize_names(hans: str, scripts: Scripts) -> str:
    """Return persons' names, parted by 、, in Traditional: nothing beside them tells that they are names."""
    return "、".join(map(scripts.name_to_hant, hans.split("、")))


def keep_printed(printed: Sequence[str], hant: Sequence[str], scripts: Scripts) -> list[str]:
    """Return ``hant`` with the characters of the printed texts, which are good Traditional, where they are not Simplified."""
    return [
        "".join(
            made if char in scripts.hans_only else char for char, made in zip(widen_marks(text), made_text, strict=True)
        )
        for text, made_text in zip(printed, hant, strict=True)
    ]


def widen_marks(text: str) -> str:
    """Return ``text`` with half-width marks beside Chinese as full-width ones, one for one.

    Marks inside numbers, times and addresses stay; a pair of brackets is widened or left as a pair.

    >>> widen_marks("6.8万家,占1,000家的68%(见http://a.cn/?b=1,2),11:05发布:好!")
    '6.8万家，占1,000家的68%（见http://a.cn/?b=1,2），11:05发布：好！'

    """
    if MARK.search(text) is None:
        return text
    chars = list(text)
    addresses = ADDRESS.finditer(text) if any(sign in text for sign in ADDRESS_SIGNS) else ()
    fixed = {place for match in addresses for place in range(*match.span())}
    opened: list[tuple[int, bool]] = []
    for match in MARK.finditer(text):
        place, mark = match.start(), match[0]
        if place in fixed:
            continue
        wide = _beside_chinese(chars, place)
        if mark == "(":
            opened.append((place, wide))
            continue
        if mark == ")" and opened:
            start, wide_start = opened.pop()
            wide = wide or wide_start
            if wide:
                chars[start] = WIDE["("]
        if wide:
            chars[place] = WIDE[mark]
    for start, wide in opened:
        if wide:
            chars[start] = WIDE["("]
    return "".join(chars)


def _beside_chinese(chars: list[str], place: int) -> bool:
    before = chars[place - 1] if place else ""
    after = chars[place + 1] if place + 1 < len(chars) else ""
    if before.isdigit() and after.isdigit():
        return False
    return bool(CHINESE.match(before) or CHINESE.match(after))


def _apart(joined: str, texts: Sequence[str]) -> list[str]:
    parts: list[str] = []
    start = 0
    for text in texts:
        parts.append(joined[start : start + len(text)])
        start += len(text) + 1
    return parts
