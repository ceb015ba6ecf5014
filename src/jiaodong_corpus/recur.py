"""Label what recurs from page to page of a site."""

from .draft import Draft
from .model import Label

# Shorter lines are alike by chance. In the middle of a text a line recurs by chance on two pages, too.
SHORTEST, INSIDE = 4, 3


def judge_recurring(draft: Draft) -> None:
    """Label the blocks that recur on other pages of the site; the audit says on how many."""
    if draft.recurring is None:
        return
    lines = draft.recurring.lines
    for index in range(len(draft.blocks)):
        count = lines.get(draft.folded(index), 0)
        if draft.labels[index] is not None or count == 0 or draft.facts[index].length < SHORTEST:
            continue
        if count < INSIDE and _in_text(draft, index):
            continue
        known = draft.edges.get(index)
        label = known[0] if known else Label.RELATED if draft.is_prose(index) else Label.NAV
        draft.put(index, label, f"recurs on {count} pages of {draft.recurring.site}")


def _in_text(draft: Draft, index: int) -> bool:
    """Whether a block stands between two paragraphs that do not recur, in the element that holds them."""
    assert draft.recurring is not None
    for beside in (index - 1, index + 1):
        if not 0 <= beside < len(draft.blocks) or not draft.is_prose(beside):
            return False
        if draft.folded(beside) in draft.recurring.lines:
            return False
        if draft.blocks[beside].layout.boxes[:-1] != draft.blocks[index].layout.boxes[:-1]:
            return False
    return True
