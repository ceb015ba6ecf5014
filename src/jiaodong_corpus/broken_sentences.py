"""Sentences among whole paragraphs that stand clause by clause."""

from .clause_lines import CLAUSE, HEADING_NUMBER, is_clause
from .draft import Draft
from .model import Label
from .names import WEEKDAY

# So many sentences that are broken at their commas are the style of a page.
MIN_BROKEN = 2


def judge_broken_sentences(draft: Draft) -> None:
    """Among whole paragraphs some can stand clause by clause: lines that end in a comma, up to one with a full stop."""
    first = next((index for index, label in enumerate(draft.labels) if label is Label.META), len(draft.blocks))
    groups: list[list[int]] = []
    current: list[int] = []
    for index in range(first, len(draft.blocks)):
        if not is_clause(draft, index) or HEADING_NUMBER.match(draft.folded(index)):
            current = []
            continue
        current.append(index)
        if draft.folded(index).rstrip('”"').endswith(("。", "!", "?")):
            groups.append(current)
            current = []
    broken = [one for one in groups if any(draft.folded(index).endswith((",", "、")) for index in one[:-1])]
    # Verses are of one length; on the page of a newspaper they wait for their poet.
    verses = all(len({draft.facts[one].length for one in group[-2:]}) == 1 for group in broken)
    meta = (draft.folded(index) for index, label in enumerate(draft.labels) if label is Label.META)
    if len(broken) < MIN_BROKEN or (verses and any(map(WEEKDAY.search, meta))):
        return
    for group in groups:
        if group in broken or len(group) > MIN_BROKEN:
            for index in group:
                draft.put(index, Label.BODY, CLAUSE if index > group[0] else "first-clause-of-paragraph")
