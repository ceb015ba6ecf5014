"""Blank lines that part the articles of a printed page, where its dump has them nowhere else."""

import re
from collections.abc import Iterable
from itertools import pairwise

from .contents import is_printed
from .draft import Draft
from .gaps import Gap, head_lines
from .model import Label

# So many paragraphs right below another show that the dump has no blank lines between paragraphs; a title is so long.
MIN_INSIDE, MIN_TITLE, MAX_TITLE = 3, 10, 40
# The side of something that the text below speaks of (说法:…).
SIDE = re.compile(r"^[一-鿿]{2,4}:")
STOP = re.compile("[。!?…”」』)]$")


def parts_articles(draft: Draft) -> bool:
    """Tell whether no two paragraphs of a printed page, one right below the other, have a blank line between."""
    if not is_printed(draft):
        return False
    # What has the shape of a paragraph and the length of a title can be one (a question).
    long = [index for index in draft.text() if draft.facts[index].length > MAX_TITLE]
    inside = [draft.blocks[two].layout.gap for one, two in pairwise(long) if two == one + 1]
    return len(inside) >= MIN_INSIDE and not any(inside)


def set_apart(draft: Draft, gaps: Iterable[Gap]) -> set[int]:
    """Return the texts whose title a blank line parts from the text above.

    On the printed pages of the fixtures 534 of 547 such lines are headlines; the others are shorter, or name a side of something
    that goes on for paragraphs.
    """
    parted = gaps if parts_articles(draft) else ()
    return {
        gap.below
        for gap in parted
        if gap.below is not None and any(_is_title(draft, gap, index) for index in head_lines(draft, gap))
    }


def _is_title(draft: Draft, gap: Gap, index: int) -> bool:
    assert gap.below is not None
    apart = any(draft.blocks[one].layout.gap for one in range(gap.indexes[0], index + 1))
    alone = gap.below + 1 == len(draft.blocks) or not draft.is_text(gap.below + 1)
    return apart and len(draft.bare(index)) >= MIN_TITLE and (alone or not SIDE.match(draft.folded(index)))


def judge_titles_between_blanks(draft: Draft) -> None:
    """Note what has the shape of a paragraph and stands between two blank lines, where no paragraph does, as a title.

    Below a blank line and right above a paragraph no line tells what a picture shows.
    """
    if not parts_articles(draft):
        return
    gaps = [block.layout.gap for block in draft.blocks]
    for index, rule in enumerate(draft.rules[:-1]):
        if rule == "thing-shown-among-paragraphs" and gaps[index] > gaps[index + 1]:
            draft.labels[index], draft.rules[index] = None, ""
    for index in draft.prose():
        short = MIN_TITLE <= draft.facts[index].length <= MAX_TITLE and not draft.facts[index].full_stop
        if short and all(gaps[index : index + 2]) and index + 1 < len(gaps) and draft.is_prose(index + 1):
            draft.titles.add(index)


def judge_lines_above_blank(draft: Draft, gaps: Iterable[Gap]) -> None:
    """Label the lines right below a text, above the blank line and the head of the next article, as captions of the former."""
    for gap in gaps if parts_articles(draft) else ():
        first = next((index for index in gap.indexes[1:] if draft.blocks[index].layout.gap), None)
        if first is None or draft.blocks[gap.indexes[0]].layout.gap:
            continue
        for index in range(gap.indexes[0], first):
            long = draft.is_line(index) and len(draft.bare(index)) >= MIN_TITLE
            if long and index not in draft.edges and not STOP.search(draft.folded(index)):
                draft.put(index, Label.CAPTION, "line-above-blank-line")
