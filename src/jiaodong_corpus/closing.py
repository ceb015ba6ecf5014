"""The lines behind the last paragraph that are of the article: above its credit, in a list or a box that it announces."""

import re
from collections import Counter
from itertools import takewhile

from .draft import Draft
from .gaps import Gap
from .model import Label
from .subheads import MANY_LINES, judge_lines_of_text

# 1、香港
PLACE = re.compile(r"^(\d{1,3})[.、)]")
# (文/王立 图/李明)
TOOK = re.compile(r"(?:图|摄影?)\s*[/:|丨]|摄影?[)]?$")
# Marks that open the points of a box, not links; and the share of their character pairs that such points have from the text.
HINT_MARKS, OWN_HINTS = frozenset("★☆◆◇■▲※✦✔"), 0.15


def judge_lines_before_credit(draft: Draft, gap: Gap) -> None:
    """Label the lines between the last paragraph and the credit that ends an article, or a list that it announces, as text."""
    if not gap.indexes:
        return
    passed = {None, Label.CAPTION, Label.MARKUP, Label.WIDGET, Label.BODY}
    end = gap.indexes[-1] + 1
    stop = next((index for index in gap.indexes if draft.labels[index] not in passed or index in draft.edges), end)
    credits = {Label.EDITOR_CREDIT, Label.TAGS, Label.BYLINE}
    # The source can stand above them.
    last = stop + 1 if stop + 1 < end and draft.labels[stop] is Label.META else stop
    credited = stop < end and draft.labels[last] in credits
    announced = gap.above is not None and draft.folded(gap.above).endswith(":")
    if not credited and not announced:
        stop = max(_end_of_ranking(draft, gap), _end_of_hints(draft, gap))
    lines = tuple(index for index in gap.indexes if index < stop)
    if not any(2 * draft.blocks[index].layout.link_chars > draft.facts[index].length for index in lines):
        judge_lines_of_text(draft, Gap(lines, gap.above, gap.below), Counter())
        for index in lines:
            # The last line of an article heads nothing; below the name of a box (参考文献) stand its lines.
            box = draft.rules[index] == "head-of-box" and index + 1 in lines
            if draft.labels[index] is Label.SUBHEADING and not box:
                draft.put(index, Label.BODY, "line-before-credit")
        if (
            credited
            and TOOK.search(draft.folded(last))
            and lines
            and not announced
            and not any(map(draft.is_prose, lines))
        ):
            # Who took the pictures stands below them.
            for index in lines:
                if draft.rules[index] == "line-before-credit":
                    draft.put(index, Label.CAPTION, "line-above-photographer")


def _end_of_ranking(draft: Draft, gap: Gap) -> int:
    """Return where a list ends that a line right behind the text announces, its points numbered from 1 on."""
    first = gap.indexes[0]
    if not (draft.is_line(first) and draft.folded(first).endswith(":")):
        return first
    numbers = (PLACE.match(draft.folded(index)) for index in gap.indexes[1:])
    points = sum(1 for _ in takewhile(lambda pair: pair[1] and int(pair[1][1]) == pair[0], enumerate(numbers, 1)))
    return first + 1 + points if points >= MANY_LINES else first


def _end_of_hints(draft: Draft, gap: Gap) -> int:
    """Return where a box of hints ends that stands right behind the text, below its head: points behind one mark, in its words."""
    first = gap.indexes[0]
    marks = [draft.folded(index)[:1] for index in gap.indexes[1:]]
    points = len(list(takewhile(lambda mark: mark == marks[0] and mark in HINT_MARKS, marks)))
    if not draft.is_line(first) or points < MANY_LINES:
        return first
    rows = range(first + 1, first + 1 + points)
    known = draft.pairs_of(draft.text())
    told = sum(draft.overlap(index, known) for index in rows) / points
    return rows.stop if told >= OWN_HINTS and all(map(draft.is_line, rows)) else first
