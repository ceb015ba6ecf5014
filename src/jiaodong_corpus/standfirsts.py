"""Standfirsts without a label: the paragraph between the head of an article and its byline, or time and source."""

import re
from itertools import pairwise

from .draft import Draft
from .gaps import HEAD_LABELS, Gap, find_gaps, head_lines, is_dated_meta
from .lines import read_dateline
from .model import Label
from .signatures import find_signature
from .signs import LETTER
from .titles import is_plain

# The head of a feature has so many lines, or a kicker or subtitle that says so; its standfirst is not longer (characters).
FULL_HEAD, MIN_STANDFIRST, MAX_STANDFIRST, MAX_BEHIND = 3, 30, 260, 3
DIGIT, OF_LETTER = re.compile(r"\d"), re.compile(f"问:|{LETTER.pattern}")
OF_FIELDS = HEAD_LABELS | {Label.EDITOR_CREDIT, Label.WIDGET, Label.CAPTION, Label.AD}


def judge_standfirsts(draft: Draft) -> None:
    """Label the paragraph between a full head and its byline, or time and source, which leads to the text.

    A byline behind one paragraph could also sign a brief, but briefs have no kicker, no subtitle and no headline on two lines.
    """
    gaps = find_gaps(draft)
    for gap, behind in pairwise(gaps[:-1]):
        lines = head_lines(draft, gap)
        below = gap.below
        # Behind the byline the text begins, below a subheading at most.
        if below is None or not lines or not (_is_signature(draft, behind) or _are_fields(draft, gap, behind)):
            continue
        # A byline further up can be that of the article above.
        signed = any(draft.labels[index] is Label.BYLINE for index in gap.indexes if index > lines[0])
        full = len(lines) >= FULL_HEAD or not all(is_plain(draft, index) for index in lines)
        # Below a byline with no headline beside it the same article goes on.
        alone = not head_lines(draft, behind) and draft.facts[below].length >= MIN_STANDFIRST
        # Below an addressee (编辑同志:), or behind one on its line, stands a letter; 问: opens the question of one.
        letter = draft.folded(below - 1).endswith(":") or OF_LETTER.match(draft.folded(below))
        leads = (alone or (len(lines) > 1 and full)) and not (signed or letter)
        short = draft.facts[below].length <= MAX_STANDFIRST
        if leads and short and read_dateline(draft.folded(below), draft.lexicon) is None:
            draft.put(below, Label.SUMMARY, "standfirst-above-byline")


def _is_signature(draft: Draft, gap: Gap) -> bool:
    """Whether a byline stands in a gap; that of a reader signs the letter above it."""
    # 文/本报记者 王立 图/本报记者 李明 is read field by field.
    first = gap.indexes[0] if 0 < len(gap.indexes) <= MAX_BEHIND else None
    if first is None or draft.labels[first] is not Label.BYLINE or find_signature(draft.folded(first), draft.lexicon):
        return False
    return draft.rules[first] in {"byline", "fields"}


def _are_fields(draft: Draft, gap: Gap, behind: Gap) -> bool:
    """Whether time, source and author, which the head in a gap lacks, stand in the next one and nothing else does."""
    fields = [draft.labels[index] for index in behind.indexes]
    dated = any(is_dated_meta(draft, one) and DIGIT.search(draft.folded(one)) for one in behind.indexes)
    return dated and OF_FIELDS.issuperset(fields) and not any(is_dated_meta(draft, index) for index in gap.indexes)
