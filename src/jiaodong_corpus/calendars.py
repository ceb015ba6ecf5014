"""Days as calendars print them: the leaf in the head of a page, and the month by which a newspaper's site leads to other days."""

import re

from .draft import Draft
from .model import Label

# 3 4 5 6 7 8 9, and 2024年3月 above.
ROW, WEEK = (
    re.compile(r"^\d{1,2}(?:\s+\d{1,2}){0,6}$"),
    re.compile(r"^[日一]\s*[一二]\s*[二三]\s*[三四]\s*[四五]\s*[五六]\s*[六日]$"),
)
LEAF_MONTH, LEAF_DAY = re.compile(r"^(?:19|20)\d{2}[-/.年]\d{1,2}月?$"), re.compile(r"^(?:0?[1-9]|[12]\d|3[01])$")
MONTH = re.compile(r"^[<«‹\s]*(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?月?[>»›\s]*$")
SHORTEST_MONTH, LONGEST_MONTH = 28, 31


def judge_calendar_leaves(draft: Draft) -> None:
    """A day alone above its year and month is metadata, as these are."""
    for index in range(1, len(draft.blocks)):
        month = draft.rules[index] == "fields" and LEAF_MONTH.match(draft.folded(index))
        if month and LEAF_DAY.match(draft.folded(index - 1)):
            draft.put(index - 1, Label.META, "day-above-month")


def judge_calendars(draft: Draft) -> None:
    """Rows of numbers that count the days of a month, with the line of the weekdays and that of the month above, are a menu."""
    rows = set(draft.matching(ROW))
    for first in sorted(rows):
        if first - 1 in rows:
            continue
        end = first
        while end in rows:
            end += 1
        days = [int(day) for index in range(first, end) for day in draft.folded(index).split()]
        if days != [*range(1, len(days) + 1)] or not SHORTEST_MONTH <= len(days) <= LONGEST_MONTH:
            continue
        head = first - 1 if first and WEEK.match(draft.folded(first - 1)) else first
        head -= head > 0 and MONTH.match(draft.folded(head - 1)) is not None
        for index in range(head, end):
            draft.put(index, Label.NAV, "calendar")
