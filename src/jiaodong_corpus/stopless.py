"""Pages without a single paragraph: their text has lost its stops, is all list, all clauses, or the caption of one picture."""

from bisect import bisect_right

from .draft import Draft, rows_of
from .facts import reads_as_sentence
from .gaps import NUMBER, is_dated_meta
from .model import Label

# Lines without a full stop are taken for sentences from this length, and from so many of them.
LONG_SENTENCE, MIN_SENTENCES = 24, 2
# A caption that is as long as this (characters) tells the news by itself.
PICTURE_RULES, MIN_PICTURE = frozenset({"picture-credit", "picture-mark", "above-picture-button"}), 40
# So many lines of clauses make a text, and such a share (0..1) of them ends in a comma.
MIN_CLAUSES, OPEN_CLAUSES = 6, 0.25


def judge_text_without_stops(draft: Draft) -> None:
    """Where no block of the page is a paragraph, the text of a page that has lost its stops, or is all list, is looked for."""
    if draft.text() or "list-of-teasers" in draft.rules:
        return
    lines = [index for index in range(len(draft.blocks)) if draft.is_line(index) and index not in draft.edges]
    dated = _count_dated(draft)
    sentences = [index for index in lines if _may_be_sentence(draft.folded(index))]
    # An article has one line of time and source, a list of links one for each.
    if len(sentences) < MIN_SENTENCES or not 1 <= dated <= MIN_SENTENCES:
        sentences = _announced_list(draft, lines) or (_clauses(draft, lines) if dated == 1 else [])
    for index in sentences:
        draft.put(index, Label.BODY, "sentence-without-stop")


def judge_picture(draft: Draft) -> None:
    """The page of one picture has no other text than its caption."""
    dated = _count_dated(draft)
    found = (
        index
        for index, rule in enumerate(draft.rules)
        if rule in PICTURE_RULES and draft.facts[index].full_stop and draft.facts[index].length >= MIN_PICTURE
    )
    first = next(found, None)
    if dated == 1 and first is not None:
        draft.put(first, Label.BODY, "text-of-picture")


def _count_dated(draft: Draft) -> int:
    return sum(is_dated_meta(draft, index) for index in range(len(draft.blocks)))


def _may_be_sentence(folded: str) -> bool:
    return reads_as_sentence(folded) or (len(folded) >= LONG_SENTENCE and "," in folded)


def _announced_list(draft: Draft, lines: list[int]) -> list[int]:
    """Return the lines of a notice that is nothing but a list: 现将有关事项通知如下: and its numbered points."""
    head = next((index for index in lines if draft.folded(index).endswith("如下:")), None)
    points = [index for index in lines if head is not None and index > head and NUMBER.match(draft.folded(index))]
    return [head, *points] if head is not None and len(points) > MIN_SENTENCES else []


def _clauses(draft: Draft, lines: list[int]) -> list[int]:
    """Return the longest run of lines of a text that a chat platform's page sets clause by clause, without a stop anywhere."""
    # The headline stands above time and source.
    head = next(index for index in range(len(draft.blocks)) if is_dated_meta(draft, index))
    longest = max(rows_of(lines[bisect_right(lines, head) :]), key=len, default=[])
    # The titles of a list, and the words of a menu, end in no comma.
    open_ended = sum(draft.folded(index).endswith((",", ":", "、")) for index in longest)
    return longest if len(longest) >= MIN_CLAUSES and open_ended >= OPEN_CLAUSES * len(longest) else []
