"""Tables that a dump left as lines: with numbered rows, between two paragraphs, behind the last one, and boxes of figures."""

import re
from itertools import pairwise, takewhile

from .context import has_text_above
from .draft import Draft
from .lines import read_dateline
from .model import Label

# The cells of a table are no longer than this on average, in characters.
CELL_CHARS = 8
# Of the cells between two paragraphs one in so many is a figure, and this many are; a line or two can stand below the table.
FIGURE = re.compile(r"^[+\-−]?\d[\d,.]*\s*(?:%|‰|[A-Za-z/²³]{1,6}|[一-鿿]{0,3})$")
# 线路全长 141公里
COUNTED = re.compile(
    r"^(?!(?:地址|电话|邮编|邮箱|热线|传真|网址|来源|时间|日期|作者|编辑|责编|记者|阅读|浏览|点击|主办|承办|联系))[一-鿿]{2,14}[\s:]\s*[^。|]{2,24}$"
)
DATA = re.compile(
    r"^(?:[\[【■◆●]\s*(?:新闻|相关)?数[字据]|(?:新闻|相关)数[字据]|[\[【■◆●]?\s*(?:新闻|相关)?数[说读]|[\[【■◆●]?\s*(?:技术|数据)统计)\s*[\]】]?$"
)
TABLE = re.compile(r"^附?表\s*[\d一二三四五六]{0,2}\s*[:：\s]\s*\S")
DIGIT, MIN_COUNTED = re.compile(r"\d"), 3
HEAD_AMONG_CELLS = re.compile(r"^[■◆]\S{2,8}$")
MIN_FIGURES, FIGURES_OF_CELLS, MAX_CELL, NEAR_TEXT = 4, 4, 20, 3
# A table of measures has so many of them, and the names of its columns are not longer.
MEASURE, MIN_MEASURES, MEASURES_OF_CELLS, COLUMN_NAME = re.compile(r"[.%+−-]"), 6, 3, 6
NOTE = "注:"
# A table of so many columns and rows at least, dumped cell by cell; the rows have numbers.
NUMBER_COLUMN, COLUMNS, MIN_ROWS = frozenset({"序号", "编号"}), range(2, 13), 2


def judge_tables(draft: Draft) -> None:
    """The cells of a table without numbered rows, one a line: many short lines between two paragraphs, many of them figures."""
    for index in range(len(draft.blocks)):
        if draft.is_line(index) and draft.folded(index) in NUMBER_COLUMN and has_text_above(draft, index):
            _judge_cells(draft, index)
    prose = draft.prose()
    for above in prose:
        _judge_figures(draft, above + 1)
    _judge_last_table(draft, prose)
    for above, below in pairwise(prose):
        measured = _measured_cells(draft, above, below)
        rest = range(measured.stop, below) if measured else range(0)
        # The last cell can have words; what a byline or a dateline follows is the next headline, and a note ends the table.
        last = not read_dateline(draft.folded(below), draft.lexicon) and not (
            measured and draft.folded(measured[-1]).startswith(NOTE)
        )
        ends = last and len(rest) < MIN_ROWS + 1 and all(_may_be_cell(draft, index) for index in rest)
        for index in (*measured, *(rest if ends else ())):
            draft.put(index, Label.BODY, "cell-of-table")
        cells = list(takewhile(lambda index: _may_be_cell(draft, index), range(above + 1, below)))
        figures = [draft.folded(index) for index in cells if FIGURE.match(draft.folded(index))]
        # The places of a ranking are figures, too.
        ranks = [str(place) for place in range(1, len(figures) + 1)]
        if (
            len(figures) >= MIN_FIGURES
            and FIGURES_OF_CELLS * len(figures) >= len(cells)
            and figures != ranks
            and sum(draft.facts[index].length for index in cells) <= CELL_CHARS * len(cells)
            and below - cells[-1] <= NEAR_TEXT
        ):
            for index in cells:
                heads = HEAD_AMONG_CELLS.match(draft.folded(index))
                draft.put(index, Label.SUBHEADING if heads else Label.BODY, "cell-of-table")


def _measured_cells(draft: Draft, above: int, below: int) -> range:
    """Return the cells of a table of measures (612.3, +1.24%) between two articles, the short names of its columns included."""
    figures = [index for index in range(above + 1, below) if FIGURE.match(draft.folded(index))]
    measures = sum(MEASURE.search(draft.folded(index)) is not None for index in figures)
    if len(figures) < MIN_MEASURES or 2 * measures < len(figures):
        return range(0)
    first = figures[0]
    while first - 1 > above and _may_be_cell(draft, first - 1) and draft.facts[first - 1].length <= COLUMN_NAME:
        first -= 1
    cells = range(first, figures[-1] + 1)
    dense = MEASURES_OF_CELLS * len(figures) >= len(cells) and all(_may_be_cell(draft, index) for index in cells)
    noted = draft.is_line(cells[-1] + 1) and draft.folded(cells[-1] + 1).startswith(NOTE)
    return range(first, cells[-1] + 1 + noted) if dense else range(0)


def _judge_cells(draft: Draft, head: int) -> None:
    """The cells of a table whose first column numbers its rows, one a line; ``head`` is the name of that column."""
    first = _find_number(draft, range(head, head + COLUMNS.stop), 1)
    columns = 0 if first is None else first - head
    if first is None or columns not in COLUMNS:
        return
    last, count = first, 1
    # A row can have empty cells, of which no line is left, or one of two lines.
    while (below := _find_number(draft, range(last + 2, last + columns + 2), count + 1)) is not None:
        last, count = below, count + 1
    if count < MIN_ROWS:
        return
    end = last + 1
    while end < min(len(draft.blocks), last + columns) and draft.is_line(end) and end not in draft.edges:
        end += 1
    for index in range(head, end):
        draft.put(index, Label.BODY, "cell-of-table")


def _judge_last_table(draft: Draft, prose: list[int]) -> None:
    """A table that its title announces (附表:…) stands behind the last paragraph, cell by cell."""
    title = prose[-1] + 1 if prose else len(draft.blocks)
    if title >= len(draft.blocks) or not draft.is_line(title) or not TABLE.match(draft.folded(title)):
        return
    below = range(title + 1, len(draft.blocks))
    cells = list(takewhile(lambda index: _may_be_cell(draft, index) or draft.rules[index] == "no-word", below))
    figures = sum(FIGURE.match(draft.folded(index)) is not None for index in cells)
    if figures >= MIN_FIGURES and FIGURES_OF_CELLS * figures >= len(cells):
        draft.put(title, Label.SUBHEADING, "line-above-figures")
        for index in cells:
            draft.put(index, Label.BODY, "cell-of-table")


def _judge_figures(draft: Draft, head: int) -> None:
    """Below its head a box says what is counted, and how much, line by line."""
    if head >= len(draft.blocks) or not draft.is_line(head) or DIGIT.search(draft.folded(head)):
        return
    below = range(head + 1, len(draft.blocks))
    if DATA.match(draft.folded(head)):
        # 数说: each line below has a figure.
        rows = list(takewhile(lambda index: draft.is_line(index) and DIGIT.search(draft.folded(index)), below))
        told = len(rows) >= MIN_ROWS and draft.folded(head) not in draft.lexicon.menu
        for index in (head, *rows) if told else ():
            draft.put(index, Label.SUBHEADING if index == head else Label.BODY, "cell-of-table")
        return
    rows = list(takewhile(lambda index: draft.is_line(index) and COUNTED.match(draft.folded(index)), below))
    figures = sum(DIGIT.search(draft.folded(index)) is not None for index in rows)
    if len(rows) >= MIN_COUNTED and 5 * figures >= 3 * len(rows) and draft.folded(head) not in draft.lexicon.menu:
        if not draft.folded(head).endswith(":"):
            draft.put(head, Label.SUBHEADING, "line-above-figures")
        for index in rows:
            draft.put(index, Label.BODY, "cell-of-table")


def _may_be_cell(draft: Draft, index: int) -> bool:
    # 上期 names a column, too.
    free = draft.is_line(index) or (
        draft.rules[index] in {"pager", "no-word"} and draft.facts[index].length < MIN_ROWS + 1
    )
    return free and index not in draft.edges and draft.facts[index].length <= MAX_CELL


def _find_number(draft: Draft, places: range, number: int) -> int | None:
    words = {str(number), f"{number:02}"}
    return next((index for index in places if index < len(draft.blocks) and draft.folded(index) in words), None)
