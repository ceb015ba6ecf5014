"""Rows of words without their label that are the keywords of the article."""

import re

from .draft import Draft
from .gaps import Gap, is_dated_meta
from .model import Label

# Keywords that do not stand in the text themselves (飞地经济) still have so many of their character pairs there.
OWN_WORDS = 0.5
# Tags that stand twice are so many in a row.
ROW_LENGTH = 3
# One word a line: so many lines, and words so long.
MIN_RUN, MAX_RUN, MAX_WORD = 3, 12, 12
NUMBERED = re.compile(r"^(?:[A-Z]\d{1,2}|\d{5,})$")


def judge_words_twice(draft: Draft) -> None:
    """A run of short lines that stands twice in a row is the keywords of the article, which a page prints for both its widths."""
    places: dict[str, int] = {}
    # Between its paragraphs they are the heads of a table, or a refrain.
    first_text = min(draft.text(), default=0)
    for index, block in enumerate(draft.blocks[:first_text]):
        first = places.get(block.folded, index)
        places[block.folded] = index
        # Lists of thousands of lines can stand twice, too.
        if not MIN_RUN <= index - first <= MAX_RUN or not _stands_twice(draft, first, index):
            continue
        words = [draft.folded(one) for one in range(first, index)]
        text = "\n".join(map(draft.folded, draft.text()))
        for one in range(first, index + len(words)) if 2 * sum(word in text for word in words) >= len(words) else ():
            draft.put(one, Label.TAGS, "words-of-the-text-one-a-line")


def _stands_twice(draft: Draft, first: int, second: int) -> bool:
    """Whether the lines from ``first`` to ``second``, distinct and short, without marks, stand once more right below."""
    run, again = range(first, second), range(second, 2 * second - first)
    return (
        again.stop <= len(draft.blocks)
        and all(draft.folded(one) == draft.folded(two) for one, two in zip(run, again, strict=True))
        and all(draft.is_line(one) and 2 <= draft.facts[one].length <= MAX_WORD for one in (*run, *again))
        and not any(draft.facts[one].marks for one in run)
        and len({draft.folded(one) for one in run}) == len(run)
    )


def is_tag_row(draft: Draft, index: int) -> bool:
    """Whether a line is three or more bare nouns of which most stand in the text: keywords without their label."""
    words = draft.folded(index).split()
    if len(words) < 3 or not all(2 <= len(word) <= 10 for word in words) or draft.facts[index].marks:
        return False
    # The head of a page has its number, and one to call.
    if any(NUMBERED.match(word) for word in words):
        return False
    text = "\n".join(map(draft.folded, draft.text()))
    return 3 * sum(word in text for word in words) >= 2 * len(words)


def shares_its_words(draft: Draft, index: int) -> bool:
    """Whether a row of three or more short words shares most of their character pairs with the text."""
    words = draft.folded(index).split()
    if len(words) < 3 or not all(2 <= len(word) <= 8 for word in words) or draft.facts[index].marks:
        return False
    return draft.overlap(index, draft.pairs_of(draft.text())) >= OWN_WORDS


def tags_one_a_line(draft: Draft, gap: Gap) -> list[int]:
    """Return the first lines behind the text that are short words of it, three or more in a row: keywords without their label."""
    told = (index for index, label in enumerate(draft.labels) if label in {Label.HEADLINE, Label.BODY})
    text = "\n".join(map(draft.folded, {*draft.text(), *told}))
    row: list[int] = []
    for index in gap.indexes:
        short = draft.is_line(index) and 2 <= draft.facts[index].length <= 8 and not draft.facts[index].marks
        if short and draft.folded(index) not in draft.lexicon.footer:
            row.append(index)
        elif _tells_words(draft, row, text) or draft.labels[index] in {Label.RELATED, Label.COMMENTS}:
            break
        else:
            # A button that no pattern knows stands apart from them.
            row = []
    while row and draft.folded(row[0]) not in text:
        row.pop(0)
    return row if _tells_words(draft, row, text) else []


def _tells_words(draft: Draft, row: list[int], text: str) -> bool:
    return len(row) >= 3 and 3 * sum(draft.folded(index) in text for index in row) >= 2 * len(row)


def listed_twice(draft: Draft, gap: Gap) -> set[int]:
    """Return the lines that stand twice in the same row: tags or a menu, for a wide screen and a narrow one."""
    rows: dict[tuple[str, ...], int] = {}
    found: set[int] = set()
    for index in gap.indexes[:-ROW_LENGTH]:
        row = tuple(draft.bare(one) for one in range(index, index + ROW_LENGTH))
        first = rows.setdefault(row, index)
        # A head on several lines is printed twice, too; its time and source stand below it.
        headed = is_dated_meta(draft, index + ROW_LENGTH)
        if first <= index - ROW_LENGTH and all(row) and not (headed and len(set(row)) > 1):
            found |= {*range(first, first + ROW_LENGTH), *range(index, index + ROW_LENGTH)}
    return found
