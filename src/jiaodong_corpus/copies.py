"""What repeats the opening of a text, cut off or whole."""

import re

from .draft import Draft
from .lines import read_dateline

CUT_END = re.compile(r"(?:\.{2,}|…+)?(?:\[详细\]>?|\[全文\]|详细>*)?$")
# The head of an article holds so many blocks at most.
HEAD_BLOCKS, LONG_COPY = 14, 40
# A copy shorter than this many characters proves nothing.
MIN_COPY = 8
# So many lines of one name show whether headlines stand below it; all of them would be looked at each time on a page of thousands.
MOST_HEADS = 50
# What ends so was cut off.
CUT = ("…", "...")
CUT_COPY = re.compile(r"(?:\.{2,}|…)$")


def find_copied(draft: Draft, index: int, below: list[int]) -> int | None:
    """Return the block of which a block right above, or one with the head of the article between, repeats the opening."""
    folded = draft.folded(index)
    whole = next((one for one in below if opens_with(draft.folded(one), folded)), None)
    cut_off = CUT_COPY.search(folded) or not draft.facts[index].finished
    if whole is not None or draft.facts[index].length < LONG_COPY:
        return whole
    if not cut_off:
        # The opening sentences of a paragraph below, which has a dateline in front of them.
        bare = ((one, without_dateline(draft, one)) for one in below)
        return next((one for one, text in bare if text != draft.folded(one) and text.startswith(folded)), None)
    # It can reach into the next paragraph.
    if below and opens_with("".join(map(draft.folded, below)), folded):
        return below[0]
    # Time and source can stand between, and the article has its dateline in front.
    head = range(index + 1, min(index + HEAD_BLOCKS, len(draft.blocks)))
    bodies = ((one, without_dateline(draft, one)) for one in head if draft.is_prose(one))
    return next((one for one, text in bodies if opens_with(text, folded) or text.rstrip("。") == folded), None)


def without_dateline(draft: Draft, index: int) -> str:
    """Return the folded text of a block behind its dateline."""
    folded = draft.folded(index)
    found = read_dateline(folded, draft.lexicon)
    end = max(found.end, found.names[1] + 1 if found.names else 0) if found else 0
    return folded[end:].lstrip(" )】:,")


def opens_with(whole: str, copy: str) -> bool:
    """Whether a text opens with a copy of its opening, cut off, and goes on."""
    # Told in no time, and hardly two texts do.
    if whole[:MIN_COPY] != copy[:MIN_COPY]:
        return False
    cut = CUT_END.sub("", copy)
    longer = len(whole) > (len(cut) if copy.endswith("…") else len(cut) + 4)
    return len(cut) >= MIN_COPY and longer and whole.startswith(cut)


def names_series(draft: Draft, index: int) -> bool:
    """Whether a line stands above another headline, too (高质量发展调研行): the name of what their articles have in common."""
    if draft.times(index) < 2 or index + 1 >= len(draft.blocks):
        return False
    name, title = draft.bare(index), draft.bare(index + 1)
    heads = (one for one in draft.alike(name)[:MOST_HEADS] if one < len(draft.blocks) - 2)
    return any(
        not draft.proses[one + 1]
        and draft.proses[one + 2]
        and draft.bare(one + 1) not in {name, title}
        and any(draft.proses[min(one, index) : max(one, index)])
        for one in heads
    )
