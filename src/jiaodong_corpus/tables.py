"""Tables that a dump left as lines, cell by cell or row by row; boxes of figures, and agendas."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from .context import SLOT, has_text_above
from .documents import CELL_CHARS
from .draft import Draft
from .lines import read_dateline
from .model import Label

# Of the cells between two paragraphs one in so many is a figure, and this many are; a line or two can stand below the table.
FIGURE = re.compile(r"^[+\-−]?\d[\d,.]*\s*(?:%|‰|[A-Za-z/²³]{1,6}|[一-鿿]{0,3})$")
# 线路全长 141公里
COUNTED = re.compile(
    r"^(?!(?:地址|电话|邮编|邮箱|热线|传真|网址|来源|时间|日期|作者|编辑|责编|记者|阅读|浏览|点击|主办|承办|联系)|\S+\s\d{1,3}:\d{1,3}\s[一-鿿]+$)(?:[一-鿿]{2,14}|[A-Z][一-鿿]{1,6})[\s:]\s*[^。|]{2,24}$"
)
DATA = re.compile(
    r"^(?:[■◆●]\s*[一-鿿]{2,8}数[字据读]|[\[【■◆●]\s*(?:新闻|相关)?数[字据]|(?:新闻|相关)数[字据]|[一-鿿]{2,4}[·•]\s*数[字据读]|[\[【■◆●]?\s*(?:新闻|相关)?数[说读]|[■◆●]\s*数[说读][一-鿿]{2,4}|[\[【■◆●]?\s*(?:技术|数据)统计|[\[【■◆●]?\s*[一-鿿]{2,8}(?:小档案|小资料|名片))\s*[\]】]?$"
)
YEAR = re.compile(r"^[◆●■·]?\s*((?:19|20)\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?[\s:,、]*(?=.*[一-鿿]{4})\D")
TABLE = re.compile(r"^附?表\s*[\d一二三四五六]{0,2}\s*[:：\s]\s*\S")
DIGIT, TIMETABLED, MIN_COUNTED = re.compile(r"\d"), re.compile(r"^(?:\d{1,2}:\d{2}|[GDCKTZ]\d{1,4})$"), 3
HEAD_AMONG_CELLS = re.compile(r"^(?:[■◆]\S{2,8}|[一二三四五六七八九十]{1,2}、\S{2,17})$")
MIN_FIGURES, FIGURES_OF_CELLS, MAX_CELL, NEAR_TEXT = 4, 4, 20, 3
# A table of measures has so many of them, and the names of its columns are not longer.
MEASURE, MIN_MEASURES, MEASURES_OF_CELLS, COLUMN_NAME = re.compile(r"[.%+−-]"), 6, 3, 6
NOTE = "注:"
# A table of so many columns and rows at least, dumped cell by cell; the rows have numbers.
NUMBER_COLUMN, COLUMNS, MIN_ROWS = frozenset({"序号", "编号"}), range(2, 13), 2
# A row of so many cells parted by spaces, of which so many are figures and one is a name.
MIN_CELLS, MIN_FIGURES_IN_ROW, NAMED = 3, 2, re.compile("[一-鿿]{2}")
QUOTES = re.compile(r"指数|最新价|现价|股票|代码")
# So many cells behind the last figure have words, and what else a page says in so many characters can be a cell.
LAST_CELLS, SHORT_CELL = 2, 2
# 09:00—09:40 开幕式, under the head of its day.
HOUR, MIN_HOURS, NEAR_TITLE = re.compile(r"^\d{1,2}:\d{2}(?:\s*[—–~至到-]+\s*\d{1,2}:\d{2})?\s*[^\d\s:]"), 3, 6
AGENDA = re.compile(r"^[^。]{2,40}(?:日程|议程|时间表|流程)(?:安排)?(?:\([^()]{1,8}\))?$")
DAY = re.compile(
    r"^(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日(?:\s*[(]?(?:星期|周)[一二三四五六日天][)]?)?\s*(?:上午|下午|晚上)?$"
)

RULES = frozenset({"row-of-table", "cell-of-table"})
FROM_WHERE = re.compile(
    r"^(?!来源)[(\[]?(?:(?:数据|资料)?来源\s*:|注\s*:|采价日期\s*:|单位\s*:|[(]据[^()]{2,30}(?:报价|数据|测算|统计)|据[^()]{2,30}(?:报价|数据)).{0,40}$"
)  # 来源: alone says where the article is from.


def judge_tables(draft: Draft) -> None:
    """The cells of tables, one a line: rows that are numbered, boxes and measures, and short lines of which many are figures."""
    for index in range(len(draft.blocks)):
        if draft.is_line(index) and draft.folded(index) in NUMBER_COLUMN and has_text_above(draft, index):
            _judge_cells(draft, index)
    prose = draft.prose()
    for above in prose:
        _judge_figures(draft, above + 1)
    for index in range(prose[0] if prose else len(draft.blocks), len(draft.blocks)):
        _judge_data(draft, index)
    _judge_years(draft)
    _judge_last_table(draft, prose)
    for rows in _find_rows(draft):
        _judge_rows(draft, rows)
    for above, below in pairwise(prose):
        for index in _measured_cells(draft, above, below):
            draft.put(index, Label.BODY, "cell-of-table")
        _judge_cells_between(draft, above, below)
    # Where the figures are from stands below them, and their unit can stand above.
    for index in draft.matching(FROM_WHERE):
        beside = {draft.rules[max(0, index - 1)], *draft.rules[index + 1 : index + 2]}
        if draft.labels[index] in {None, Label.META} and beside & RULES:
            draft.put(index, Label.BODY, "row-of-table")


def _judge_cells_between(draft: Draft, above: int, below: int) -> None:
    """The cells of a table without numbered rows: the short lines between two paragraphs, many of them figures."""
    # The slot of an advert can be left empty above them.
    lines = [index for index in range(above + 1, below) if draft.rules[index] != SLOT]
    cells = list(takewhile(lambda index: _may_be_cell(draft, index), lines))
    folded = list(map(draft.folded, cells))
    figures = [one for one in folded if FIGURE.match(one) or TIMETABLED.match(one)]
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
    """Return the cells of a table of measures (612.3, +1.24%) between two paragraphs, the short names of its columns included."""
    figures = [index for index in range(above + 1, below) if FIGURE.match(draft.folded(index))]
    measures = sum(MEASURE.search(draft.folded(index)) is not None for index in figures)
    if len(figures) < MIN_MEASURES or 2 * measures < len(figures):
        return range(0)
    first = figures[0]
    while first - 1 > above and _may_be_cell(draft, first - 1) and draft.facts[first - 1].length <= COLUMN_NAME:
        first -= 1
    cells = range(first, figures[-1] + 1)
    if MEASURES_OF_CELLS * len(figures) < len(cells) or not all(_may_be_cell(draft, index) for index in cells):
        return range(0)
    if draft.is_line(cells.stop) and draft.folded(cells.stop).startswith(NOTE):
        # A note ends the table.
        return range(first, cells.stop + 1)
    # The last cell can have words; what a byline or a dateline follows is the next headline.
    rest = range(cells.stop, below)
    ends = len(rest) <= LAST_CELLS and all(_may_be_cell(draft, index) for index in rest)
    return range(first, below) if ends and not read_dateline(draft.folded(below), draft.lexicon) else cells


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
    row = range(last + 1, min(len(draft.blocks), last + columns))
    # An hour alone has the form of a player's clock.
    ends = (one for one in row if one in draft.edges or not (draft.is_line(one) or TIMETABLED.match(draft.folded(one))))
    for index in range(head, next(ends, row.stop)):
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


def _find_rows(draft: Draft) -> Iterator[range]:
    """Find lines, one below the other, of as many cells with figures in them."""
    first, columns = 0, 0
    for index in range(len(draft.blocks) + 1):
        found = cells_in_row(draft, index) if index < len(draft.blocks) else 0
        if found != columns:
            if columns and index - first >= MIN_ROWS:
                yield range(first, index)
            first, columns = index, found


def cells_in_row(draft: Draft, index: int) -> int:
    """Return how many cells a row with figures has, 0 for another line."""
    cells = draft.folded(index).split() if draft.is_line(index) else []
    figures = [cell for cell in cells if FIGURE.match(cell)]
    told = len(cells) >= MIN_CELLS and len(figures) >= max(MIN_FIGURES_IN_ROW, len(cells) / 2)
    return len(cells) if told and any(NAMED.search(cell) for cell in cells if cell not in figures) else 0


def _judge_rows(draft: Draft, rows: range) -> None:
    """Rows of a table below the names of its columns, or between two paragraphs; quotes of stocks beside the text are neither."""
    head = rows.start - 1
    named = head >= 0 and len(draft.folded(head).split()) == len(draft.folded(rows.start).split())
    named = named and draft.is_line(head) and not DIGIT.search(draft.folded(head))
    named = named and not QUOTES.search(draft.folded(head))
    above = any(draft.proses[: rows.start])
    if not above or not (named or (draft.proses[head] and any(draft.proses[rows.stop :]))):
        return
    first = head if named else rows.start
    # 办理情况如下:
    opens = first > 0 and draft.is_line(first - 1) and draft.folded(first - 1).endswith(":")
    for index in range(first - opens, rows.stop):
        draft.put(index, Label.BODY, "row-of-table")


def _judge_figures(draft: Draft, head: int) -> None:
    """Below its head a box says what is counted, and how much, line by line."""
    if head >= len(draft.blocks) or not draft.is_line(head) or DIGIT.search(draft.folded(head)):
        return
    below = range(head + 1, len(draft.blocks))
    rows = list(takewhile(lambda index: draft.is_line(index) and COUNTED.match(draft.folded(index)), below))
    figures = sum(DIGIT.search(draft.folded(index)) is not None for index in rows)
    if len(rows) >= MIN_COUNTED and 5 * figures >= 3 * len(rows) and draft.folded(head) not in draft.lexicon.menu:
        if not draft.folded(head).endswith(":"):
            draft.put(head, Label.SUBHEADING, "line-above-figures")
        for index in rows:
            draft.put(index, Label.BODY, "cell-of-table")


def _judge_data(draft: Draft, head: int) -> None:
    """Below 数说 each line has a figure."""
    if not draft.is_line(head) or not DATA.match(draft.folded(head)) or draft.folded(head) in draft.lexicon.menu:
        return
    below = range(head + 1, len(draft.blocks))
    rows = list(takewhile(lambda index: _is_datum(draft, index) and DIGIT.search(draft.folded(index)), below))
    if all(":" in draft.folded(index) for index in rows[:MIN_COUNTED]):
        # Where names stand before the values, what has none is the next headline.
        rows = list(takewhile(lambda index: ":" in draft.folded(index), rows))
    for index in (head, *rows) if len(rows) >= MIN_COUNTED else ():
        draft.put(index, Label.SUBHEADING if index == head else Label.BODY, "cell-of-table")


def _is_datum(draft: Draft, index: int) -> bool:
    """Whether a line can be a row: a day behind a name (启用:2007年7月1日) reads as that of the article."""
    return draft.is_line(index) or (draft.rules[index] == "fields" and COUNTED.match(draft.folded(index)) is not None)


def _judge_years(draft: Draft) -> None:
    """A chronicle is lines that open with their year, the earliest first; a list of links begins with the latest."""
    rows: list[tuple[int, str]] = []
    for index in range(len(draft.blocks)):
        year = YEAR.match(draft.folded(index)) if draft.is_line(index) else None
        if year and (not rows or (rows[-1][0] == index - 1 and rows[-1][1] <= year[1])):
            rows.append((index, year[1]))
            continue
        _put_years(draft, rows)
        rows = [(index, year[1])] if year else []
    _put_years(draft, rows)


def _put_years(draft: Draft, rows: list[tuple[int, str]]) -> None:
    if len(rows) >= MIN_COUNTED and len({year for _, year in rows}) >= MIN_ROWS and has_text_above(draft, rows[0][0]):
        for index, _ in rows:
            draft.put(index, Label.BODY, "line-of-chronicle")


def judge_agenda(draft: Draft) -> None:
    """The agenda of a day is lines that open with their hour, below a title that says so; what is told of each stands below it."""
    hours = [index for index in range(len(draft.blocks)) if draft.is_line(index) and HOUR.match(draft.folded(index))]
    above = (index for index in range(hours[0] if hours else 0) if AGENDA.match(draft.folded(index)))
    title = max((index for index in above if draft.is_line(index)), default=None)
    if title is None or len(hours) < MIN_HOURS or hours[0] - title > NEAR_TITLE:
        return
    end = hours[-1] + 1
    while end < len(draft.blocks) and draft.is_line(end) and end not in draft.edges and ":" in draft.folded(end):
        end += 1
    for index in range(title + 1, end):
        if draft.is_line(index) and index not in draft.edges:
            draft.put(index, Label.SUBHEADING if DAY.match(draft.folded(index)) else Label.BODY, "line-of-agenda")


def _may_be_cell(draft: Draft, index: int) -> bool:
    # 上期 names a column, too.
    short = draft.facts[index].length <= SHORT_CELL or TIMETABLED.match(draft.folded(index)) is not None
    free = draft.is_line(index) or (draft.rules[index] in {"pager", "no-word", "video-player"} and short)
    return free and index not in draft.edges and draft.facts[index].length <= MAX_CELL


def _find_number(draft: Draft, places: range, number: int) -> int | None:
    words = {str(number), f"{number:02}"}
    return next((index for index in places if index < len(draft.blocks) and draft.folded(index) in words), None)
