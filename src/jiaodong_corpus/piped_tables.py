"""Tables whose cells a dump parts by bars, a row on each line."""

from itertools import groupby

from .draft import Draft
from .model import Label
from .tables import FIGURE, TABLE

# Rows of so many cells, so many of them in a row, of which half have figures, are a table; a menu has none.
MIN_CELLS, MIN_ROWS = 2, 3
# | --- | --- |, below the names of the columns
RULE = frozenset("-: |")


def judge_piped_tables(draft: Draft) -> None:
    """Label the rows of such tables below a paragraph, and the title right above them (表1 …)."""
    ruled = {index for index in range(len(draft.blocks)) if _is_rule(draft.folded(index))}
    # With a rule below its head it is a table, though a page begins with it.
    first = 0 if ruled else next(iter(draft.prose()), len(draft.blocks))
    for piped, group in groupby(range(first, len(draft.blocks)), lambda index: _is_row(draft, index)):
        rows = list(group)
        # What stands first can be a rank.
        figures = sum(any(map(FIGURE.match, _cells(draft, index)[1:])) for index in rows) if piped else 0
        if len(rows) < MIN_ROWS or (2 * figures < len(rows) and (not piped or ruled.isdisjoint(rows))):
            continue
        titled = draft.is_line(rows[0] - 1) and TABLE.match(draft.folded(rows[0] - 1)) is not None
        for index in range(rows[0] - titled, rows[-1] + 1):
            draft.put(index, Label.BODY, "row-of-table")


def _is_row(draft: Draft, index: int) -> bool:
    if draft.labels[index] not in {None, Label.MARKUP} or draft.proses[index]:
        return False
    folded = draft.folded(index)
    return len(_cells(draft, index)) >= MIN_CELLS or _is_wordless(folded)


def _is_rule(folded: str) -> bool:
    return "---" in folded and _is_wordless(folded)


def _is_wordless(folded: str) -> bool:
    return folded.count("|") >= MIN_CELLS and RULE.issuperset(folded)


def _cells(draft: Draft, index: int) -> list[str]:
    folded = draft.folded(index)
    return [cell.strip() for cell in folded.split("|") if cell.strip()] if "|" in folded else []
