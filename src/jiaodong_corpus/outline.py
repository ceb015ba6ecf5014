"""Entries of an encyclopedia, and what heads the parts of a text: its table of contents, and the buttons of a wiki."""

import re
from collections.abc import Sequence
from itertools import takewhile

from .draft import Draft
from .model import Label

# The table of contents of an entry has so many lines, with numbers or without.
OUTLINE, PART_NUMBER, MIN_OUTLINE = (
    re.compile(r"^[\[【]?(?:目\s*录|游记目录|文章目录|本文目录)[\]】]?$"),
    re.compile(r"^(?:[▪•·]|\d{1,2}(?:\.\d{1,2})*|[一二三四五六七八九十]{1,2})[\s.、]\s*"),
    2,
)
# A heading can be so many characters longer than its name in the table.
MIN_NAME, FEW_MORE = 2, 3
# Beside each heading of a wiki stand its buttons, and beside the name of the entry those of the whole.
BUTTONS, EDIT, MIN_EDITED = (
    frozenset({"编辑", "播报", "讨论", "上传视频", "收藏", "查看我的收藏"}),
    frozenset({"编辑", "播报"}),
    3,
)
HEADING, BUTTON_OF_ENTRY = 24, re.compile(r"^(?:有用\+?\d*|\d{1,6})$")
# The rows of its box give a name and a value each; a name is so long at most.
BOX_NAME, MIN_BOX = 8, 3
# NO.1 港区去年货值达六十二亿元, where no headline stands above it.
FIRST = re.compile(r"^N[Oo]\.?\s?1(?!\d)")
# 1.1 产量: a part of a part.
PART, WHOLE = (
    re.compile(r"^(\d{1,2})\.\d{1,2}(?!\d)\s*[一-鿿]"),
    re.compile(r"^(\d{1,2})(?:[.、]|\s)\s?(?!\d{1,2}(?!\d))"),
)


def judge_outline(draft: Draft) -> None:
    """What heads the parts of a text is named in its table of contents, or has the buttons of a wiki beside it."""
    _judge_contents(draft)
    _judge_wiki(draft)


def _judge_contents(draft: Draft) -> None:
    """The table of contents of an entry or a post: each of its lines heads a part of the text further down."""
    head = next(iter(draft.matching(OUTLINE)), None)
    if head is None:
        return
    headings = [PART_NUMBER.sub("", one.folded).rstrip("?!:") for one in draft.blocks]
    # Each line of the table, and the one further down that it names, with a number or a mark more or less.
    parts: dict[int, int] = {}
    for index in range(head + 1, len(draft.blocks)):
        name = PART_NUMBER.sub("", draft.folded(index)).rstrip("?!")
        below = range(max(parts.values(), default=index) + 1, len(draft.blocks))
        named = [one for one in below if _names_part(name, headings[one])]
        # A row below can have the name in its own.
        same = [one for one in named if headings[one] == name]
        part = next(iter(same or named), None)
        if draft.is_prose(index) or part is None:
            break
        parts[index] = part
    if len(parts) < MIN_OUTLINE:
        return
    for index in (head, *parts):
        draft.put(index, Label.NAV, "table-of-contents")
    for index in parts.values():
        draft.put(index, Label.SUBHEADING, "part-of-outline")
    for index in parts.values():
        # No part has nothing in it: the line is the caption of a picture, where it gives no fact (电话:…).
        if draft.is_line(index - 1) and draft.is_prose(index - 2) and ":" not in draft.folded(index - 1):
            draft.put(index - 1, Label.CAPTION, "line-above-part")


def _names_part(name: str, heading: str) -> bool:
    """Whether a heading without its number is what a line of the table of contents names."""
    return len(name) >= MIN_NAME and name in heading and len(heading) <= len(name) + FEW_MORE


def _judge_wiki(draft: Draft) -> None:
    """Above its buttons stands the heading of a part; the first of them is the name of the entry."""
    edited = [
        index
        for index in range(1, len(draft.blocks))
        if _button(draft, index) in EDIT
        and _button(draft, index - 1) not in BUTTONS
        and draft.facts[index - 1].length <= HEADING
    ]
    outline = "part-of-outline" in draft.rules
    if len(edited) < (1 if outline else MIN_EDITED):
        return
    first = next(iter(draft.prose()), len(draft.blocks))
    for index in edited:
        if index > first:
            draft.put(index - 1, Label.SUBHEADING, "part-of-outline")
        below = range(index, len(draft.blocks))
        for button in takewhile(lambda one: _is_button(draft, one, one < first), below):
            draft.put(button, Label.WIDGET, "button-of-wiki")
    # Between the summary of an entry and its table of contents.
    box = range(first, next(iter(draft.matching(OUTLINE)), 0))
    rows = [index for index in box if not draft.is_prose(index)]
    names = rows[::2]
    pairs = len(rows) >= 2 * MIN_BOX and len(rows) % 2 == 0 and rows == list(range(rows[0], rows[-1] + 1))
    if pairs and all(draft.facts[index].length <= BOX_NAME for index in names):
        for index in rows:
            draft.put(index, Label.BODY, "row-of-entry")


def _is_button(draft: Draft, index: int, of_entry: bool) -> bool:
    folded = _button(draft, index)
    return folded in BUTTONS or (of_entry and BUTTON_OF_ENTRY.match(folded) is not None)


def _button(draft: Draft, index: int) -> str:
    """Return the word of a button, in brackets or not."""
    return draft.folded(index).strip("[] ")


def judge_numbers_of_headings(draft: Draft, indexes: Sequence[int], headline: int | None) -> None:
    """Right above the first paragraph, below a headline, a number heads the heading below it, as 1 does above 1.1."""
    last = indexes[-1]
    lines = {one.folded for one in draft.blocks}
    first = FIRST.match(draft.folded(last)) if headline is None else None
    if first and draft.labels[last] is None and any(line.startswith(first[0].replace("1", "2")) for line in lines):
        draft.put(last, Label.SUBHEADING, "numbered-line")
    if (
        draft.labels[last] is None
        and draft.folded(last) in {"1", "01"}
        and lines & {"2", "02"}
        and headline is not None
    ):
        draft.put(last, Label.SUBHEADING, "number-of-heading")
    above = draft.folded(last - 1)
    # 第一个人 stands above its heading where 第二个人 follows.
    counts = above.isdigit() or (above.startswith("第一") and above.replace("第一", "第二") in lines)
    # 1 总体情况, and below it 1.1 产量
    part, whole = PART.match(draft.folded(last)), WHOLE.match(above)
    counts = counts or bool(part and whole and part[1] == whole[1])
    if last - 1 in indexes and draft.labels[last] is Label.SUBHEADING and counts:
        draft.put(last - 1, Label.SUBHEADING, "number-of-heading")
