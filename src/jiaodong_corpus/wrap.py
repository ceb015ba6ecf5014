"""Lines that are pieces of a paragraph: hard-wrapped text."""

import re
from collections import Counter
from itertools import pairwise

from .draft import Draft
from .lines import width
from .model import Label
from .widths import MIN_WRAPPED, SLACK, find_wrapped

# Rules of blocks that go on the paragraph of the block above; `split` joins by them.
WRAPPED = "hard-wrapped-line"
# Prose has a full stop in so many characters; lists of titles have none.
MAX_SENTENCE, NEAR_BRIEF, MAX_NAME = 250, 6, 6
# (4.02,+3.88%)、 and (600018)
PRICED = re.compile(r"^\((?:-?\d+\.\d+,\s?[+-]?\d+(?:\.\d+)?%|(?:[A-Z]{2}\s?:?\s?)?\d{6}(?:\.[A-Z]{2})?)\)(?=.)")
MARKED = re.compile(r"(?<=\)).*[,、。;]")
# A byline that the edge of a column broke: 本报讯 (通讯员 包志强 后玉, 琴)4月8日.
UNCLOSED, CLOSING = re.compile(r"\([^()]*$"), re.compile(r"[^()]{1,12}\)")
# So many lines begin with a mark that ends a clause, and not more of those around them do not.
BEFORE_MARK, MIN_BEFORE_MARKS, MOST_APART = re.compile(r"^[,、。;](?!\d)(?=.)"), 6, 2.5
# 本报讯 (通讯员 包志强)连, and below it 日来
OPENED = re.compile(r"^[一-鿿]{2,8}讯\s?\([^()]{4,40}\)\s?[一-鿿“]{1,12}$")


def judge_wrapped(draft: Draft) -> None:
    """Label the lines of hard-wrapped paragraphs as body; a line may be as wide in characters or in columns."""
    before = draft.labels.copy()
    _reopen_bylines(draft)
    found = find_wrapped(draft)
    if len(found) >= MIN_WRAPPED and _reopen_briefs(draft, {one for one, _ in found}):
        found = find_wrapped(draft)
    text = "".join(draft.folded(index) for pair in found for index in pair)
    if len(found) < MIN_WRAPPED or text.count("。") * MAX_SENTENCE < len(text) or _are_teasers(draft, found):
        draft.labels[:] = before
        return
    continued = {two for _, two in found}
    last = next(one for one, _ in reversed(found) if one not in continued)
    for one, two in found:
        if one not in continued:
            draft.put(one, Label.BODY, "first-line-of-paragraph")
        draft.put(two, Label.BODY, WRAPPED)
    _judge_broken_off(draft, {one for one, _ in found} - continued)
    _join_pages(draft)
    if draft.at_edge(last) is Label.DISCLAIMER:
        # What the site says of its rights stands last, and is wrapped like the rest.
        for index in range(last, found[-1][1] + 1):
            draft.put(index, Label.DISCLAIMER, draft.edges[last][1])


def judge_broken_before_marks(draft: Draft) -> None:
    """Lines that a page broke before each mark (…考察团, and below it ,一行首先参观了) are pieces of one text."""
    found = draft.matching(BEFORE_MARK)
    if len(found) < MIN_BEFORE_MARKS or found[-1] - found[0] > MOST_APART * len(found):
        return
    # What a program put between two clauses is none of them.
    if sum(draft.folded(index - 2).endswith((",", ";")) for index in found[1:]) > 1:
        return
    marked = set(found)
    for index in range(max(found[0] - 1, 0), found[-1] + 1):
        goes_on = index in marked or not draft.folded(index - 1).endswith(("。", "!", "?"))
        first = index < found[0] or not goes_on
        draft.put(index, Label.BODY, "first-line-of-paragraph" if first else WRAPPED)


def judge_linked_names(draft: Draft) -> None:
    """The name of a share with its price or code behind it, a link each, is a piece of the paragraph around it."""
    for index in draft.matching(PRICED):
        name = index - 1
        if not name or draft.labels[name] is not None or draft.facts[name].length > MAX_NAME:
            continue
        above = name - 1
        opens = draft.facts[above].finished or draft.labels[above] not in {None, Label.BODY}
        # A list has a share and its figures on each row, and no marks.
        pieces = draft.rules[above] == WRAPPED or draft.folded(above).endswith((",", "、"))
        if not MARKED.search(draft.folded(index)) or not (opens or pieces):
            continue
        if not opens and draft.labels[above] is None:
            draft.put(above, Label.BODY, "first-line-of-paragraph")
        draft.put(name, Label.BODY, "first-line-of-paragraph" if opens else WRAPPED)
        draft.put(index, Label.BODY, WRAPPED)


def judge_behind_jumps(draft: Draft) -> None:
    """What stands on the line of (上接第一版), behind it, goes on a text, though a column cuts it short."""
    for index, rule in enumerate(draft.rules[:-1], 1):
        if rule == "jump-before-text" and draft.is_line(index):
            draft.take_as_prose(index)


def _are_teasers(draft: Draft, found: list[tuple[int, int]]) -> bool:
    """Whether the lines are teasers cut off at one length, each with the title of the next below it: none goes on twice."""
    alone = not {one for one, _ in found} & {two for _, two in found}
    return alone and 2 * sum(draft.facts[two].stops > 0 for _, two in found) < len(found)


def _judge_broken_off(draft: Draft, firsts: set[int]) -> None:
    """A line with the indent of a paragraph that nothing goes on, since the column ends below it, is text."""
    lowest = min(block.layout.indent for block in draft.blocks)
    indents = {draft.blocks[index].layout.indent for index in firsts} - {lowest}
    common = Counter(width(draft.blocks[index]) for index in firsts).most_common(1)[0][0]
    for index, block in enumerate(draft.blocks[1:], 1):
        open_line = (
            draft.labels[index] is None and abs(width(block) - common) <= 2 * SLACK and not draft.facts[index].finished
        )
        behind = draft.labels[index - 1] is Label.BODY and index not in draft.edges
        if open_line and behind and block.layout.indent in indents:
            draft.put(index, Label.BODY, "first-line-of-paragraph")


def _join_pages(draft: Draft) -> None:
    """What stands below the number of a page goes on the sentence that stands open above it."""
    for index in range(1, len(draft.blocks) - 1):
        broken = draft.rules[index] in {"page-numbers", "folio"} and draft.rules[index - 1] == WRAPPED
        if broken and not draft.facts[index - 1].finished and draft.is_text(index + 1):
            draft.put(index + 1, Label.BODY, WRAPPED)


def _reopen_bylines(draft: Draft) -> None:
    """Take the label of bylines from lines that end within brackets which the line below closes, or with a word of the text."""
    for index in range(len(draft.blocks) - 1):
        if (
            draft.labels[index] is Label.BYLINE
            and draft.labels[index + 1] is None
            and (
                (UNCLOSED.search(draft.folded(index)) and CLOSING.match(draft.folded(index + 1)))
                or OPENED.match(draft.folded(index))
            )
        ):
            draft.labels[index] = None


def _reopen_briefs(draft: Draft, wrapped: set[int]) -> bool:
    """Take the label of captions from lines behind a mark (▲) that wrapped lines go on, where several stand close to each other.

    Tells whether there were any. Below the name of a column each can have two lines.
    """
    broken = [
        index
        for index, rule in enumerate(draft.rules[:-1])
        if rule == "picture-mark"
        and not draft.facts[index].finished
        and (index + 1 in wrapped or (_below_name(draft, index) and draft.is_prose(index + 1)))
    ]
    close = {index for pair in pairwise(broken) if pair[1] - pair[0] <= NEAR_BRIEF for index in pair}
    for index in close:
        draft.labels[index] = None
    return bool(close)


def _below_name(draft: Draft, first: int) -> bool:
    """Whether a line behind a mark, and others like it, stand below a short line alone."""
    while first > 1 and draft.rules[first - 2] == "picture-mark":
        first -= 2
    return first > 0 and draft.is_line(first - 1) and draft.facts[first - 1].length <= MAX_NAME
