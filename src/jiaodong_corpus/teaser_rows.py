"""Rows of titles beside an article, each with a teaser or a day of its own."""

import re

from .context import DATED, MAX_TEASER
from .draft import Draft
from .gaps import is_dated_meta
from .model import Label
from .teaser_ends import MIN_TITLE, is_cut_line, trails_off

# A title that asks is not longer.
MAX_QUESTION = 40
# 【寰讯新闻】前区议会主席…
OPENING = re.compile(r"^【[^】\s]{2,8}】")
# What the blocks of a page without article may be called before its kind is known.
OPEN = frozenset({None, Label.BYLINE, Label.META, Label.SUMMARY, Label.TAGS, Label.CAPTION, Label.RELATED})


def asks(draft: Draft, index: int) -> bool:
    """Whether a paragraph is a short question, which a title can be."""
    facts = draft.facts[index]
    return facts.length <= MAX_QUESTION and not facts.full_stop and draft.folded(index).endswith("?")


def judge_teasers_beside_article(draft: Draft) -> None:
    """Titles each with a teaser that is cut off, or has a date of its own, are links: two in a row are no chance.

    Beside two of them a title can ask, and a teaser be a few words.
    """
    row: list[tuple[int, int]] = []
    told = 0
    for index in range(len(draft.blocks) + 1):
        if row and index <= row[-1][1]:
            continue
        end = _end_of_entry(draft, index) if index < len(draft.blocks) else None
        told += end is not None
        end = end or _end_of_short_entry(draft, index)
        if end is not None:
            row.append((index, end))
            continue
        for place in range(row[0][0], row[-1][1] + 1) if told > 1 else ():
            if draft.labels[place] in OPEN:
                draft.put(place, Label.RELATED, "list-of-teasers")
        row, told = [], 0


def _end_of_short_entry(draft: Draft, index: int) -> int | None:
    """Return the teaser of an entry whose title asks, or whose teaser is a few words; None if none begins at ``index``."""
    teaser = index + 1
    titled = teaser < len(draft.blocks) and (draft.is_line(index) or asks(draft, index))
    cut = titled and draft.labels[teaser] is None and trails_off(draft, teaser)
    return (
        teaser if cut and draft.facts[index].length >= MIN_TITLE and draft.facts[teaser].length <= MAX_TEASER else None
    )


def _end_of_entry(draft: Draft, index: int) -> int | None:
    """Return the last block of the entry of a list that begins at ``index``: title, teaser, and its date; None if none does."""
    teaser = index + 1
    title = draft.is_line(index) or draft.rules[index] in {"below-related-head", "cut-copy-of-opening"}
    title = title and not draft.folded(index).endswith(":")
    # What is cut off early need not read as a paragraph.
    if teaser >= len(draft.blocks) or not title or not (draft.is_prose(teaser) or is_cut_line(draft, teaser)):
        return None
    if draft.facts[index].length < MIN_TITLE or draft.facts[teaser].length > MAX_TEASER:
        return None
    behind = teaser
    while behind + 1 < len(draft.blocks) and draft.labels[behind + 1] is Label.META:
        behind += 1
    days = [
        one for one in range(teaser + 1, behind + 1) if is_dated_meta(draft, one) and DATED.search(draft.folded(one))
    ]
    # Between the items of a channel stand outlet and day of the next.
    of_next = days[:1] != [teaser + 1] and OPENING.match(draft.folded(teaser)) is not None
    return behind if (days and not of_next) or trails_off(draft, teaser) else None
