"""Lines that only printed pages have: names of columns, boxes of figures, briefs of agencies, columns that break off."""

import re
from itertools import pairwise, takewhile

from .context import BULLET
from .draft import Draft
from .facts import reads_as_sentence
from .gaps import Gap, find_gaps
from .lines import read_dateline
from .lookalikes import BRIEF_RULE, names_section
from .model import Label
from .names import is_name
from .poems import judge_poems
from .signs import COLUMN, CONTINUED, MAX_NAME, turns_topic
from .tables import cells_in_row
from .titles import GOES_ON, KICKER_END

AGENCY = re.compile(
    r"^据?(?:新华社|中新社|中新网|新华网|中央社)[^。,]{2,20}电|^【[一-鿿·]{2,8}】\s*(?:本报|[一-鿿]{2}社)[^。,]{0,16}[讯电]"
)
# The lines of a column: its name, its headline, and who writes it.
COLUMN_LINES, COLUMN_NAME, PEN_NAME = (
    3,
    re.compile(r"^[一-鿿·]{3,6}$"),
    re.compile(r"^[□■◎]?\s*[一-鿿](?:\s?[一-鿿]){1,4}$"),
)
TITLE_OF_COLUMN = re.compile(r"^(?!\d{1,2}[.、])[^。;:]{2,24}$")
# A headline no longer than a name is told from one by the pen name below it.
PEN_LENGTH = 3
ASKING = re.compile(r"^(?![“\"])[^。:;!?]{8,28}[?!]$")
FIGURE_ROW = re.compile(
    r"^\d[\d.,]*(?:%|个百分点|[一-鿿]{1,2})\s[^\s。]{2,16}$|^[^:。]{2,24}:\s*\d[\d.,]*\s?[^\s。:]{0,6}$|^[一-鿿]\S{1,9}(?:\s\S{1,12}){1,3}\s\d[\d.,—~-]*$"
)
HEADER_OF_ROWS, MIN_ROWS = re.compile(r"^[一-鿿]{2,6}(?:\s[一-鿿()/]{2,10}){1,4}$"), 3
# (本报将继续关注), (文中苏女士为化名)
OF_PAPER = re.compile(r"^\((?=[^()]*(?:本报|继续关注|化名|未完|待续|连载))[^()]{4,40}\)$")
# (科技处): which department sent the news.
DEPARTMENT = re.compile(r"^\([一-鿿]{1,8}(?:处|馆|办|科|局|委|中心|学院|医院)\)$")
PLACE_ALONE, MIN_PLACES = re.compile(r"^[一-鿿]{1,4}(?:镇|乡|街道|村|社区|县|区|旗|苏木|农场|林场)$"), 2
MAX_ROWS = 12
# What stands above 详见A30 is told there.
TEASED = re.compile(r"^(?:详见|>{1,2})\s?[A-Z]?\d{1,2}版?(?:、[A-Z]?\d{1,2}版?)*$")
MAX_TEASER = 4
# (青木): who signs a brief need not have a family name.
PEN_IN_BRACKETS = re.compile(
    r"^\((?!.*[完续待摄图据社报处馆办科局委综合掌笑删节选摘转编整略附原])[一-鿿](?:\s?[一-鿿]){1,2}\)$"
)
# 大连万达 3:2 八一; what stands between the title of a table and its rows, and below them.
SCORE, MIN_SCORES = re.compile(r"^[一-鿿]{2,10}\s+\d{1,3}\s?[:-]\s?\d{1,3}\s+[一-鿿]{2,10}$"), 3
RATE, MIN_RATES = re.compile(r"^[一-鿿]{2,8}\s\d[\d.,]*%?$"), 4
UNIT = re.compile(r"^\(?单位\s*:|^\([^()]{4,30}\)$")
NOTE = re.compile(r"^\((?:数据|资料)?(?:来源|由)[^()]{2,30}\)$|^[(]?注\s*:")
TITLE_OF_TABLE = re.compile(r"^[^■◆●▲:。]{4,30}(?:\([^()]{2,20}\))?$")
# So many blocks above a line are asked whether it has their words.
NEAR = 6


def judge_printed(draft: Draft) -> None:
    """On a page of a newspaper stand columns, and briefs of agencies."""
    judge_poems(draft)
    _judge_places(draft)
    for gap in find_gaps(draft)[1:-1]:
        _judge_table(draft, gap)
        _judge_title_above_rows(draft, gap)
        _judge_box_of_figures(draft, gap)
        _judge_column(draft, gap)
        if not gap.indexes:
            continue
        first = gap.indexes[0]
        for one in gap.indexes:
            if draft.is_line(one) and draft.rules[one + 1 : one + 2] == ["title-of-brief"]:
                draft.put(one, Label.NAV, "section-name")
        _judge_broken_off(draft, gap)
        if draft.is_line(first) and OF_PAPER.match(draft.folded(first)):
            draft.put(first, Label.BODY, "word-of-paper")
        elif draft.is_line(first) and DEPARTMENT.match(draft.folded(first)) and len(gap.indexes) > 1:
            draft.put(first, Label.BYLINE, "department")
    _judge_teasers(draft)
    for one in draft.matching(PEN_IN_BRACKETS):
        if draft.labels[one] is None and one and draft.is_prose(one - 1) and draft.facts[one - 1].finished:
            draft.put(one, Label.BYLINE, "pen-name")
    _judge_agency_briefs(draft)


def _judge_teasers(draft: Draft) -> None:
    """What stands above the number of another page, where it is told, is a list of what is in the paper."""
    for page in draft.matching(TEASED):
        if page + 1 < len(draft.blocks) and draft.is_text(page + 1) and draft.facts[page + 1].full_stop:
            # The article goes on there.
            continue
        for one in takewhile(draft.is_line, range(page - 1, max(page - MAX_TEASER, 0), -1)):
            section = names_section(draft, one) or draft.facts[one].length <= MAX_NAME // 2
            draft.put(one, *((Label.NAV, "section-name") if section else (Label.RELATED, "in-this-issue")))


def _judge_box_of_figures(draft: Draft, gap: Gap) -> None:
    """Some rows of a word and a figure behind a text, with a line above them, are a box of it."""
    lines = [index for index in gap.indexes if draft.is_line(index)]
    header = [index for index in lines[1:2] if HEADER_OF_ROWS.match(draft.folded(index))]
    rows = header + list(takewhile(lambda index: FIGURE_ROW.match(draft.folded(index)), lines[1 + len(header) :]))
    if len(rows) < MIN_ROWS or rows[-1] - lines[0] != len(rows) or rows[-1] == gap.indexes[-1]:
        return
    draft.put(lines[0], Label.SUBHEADING, "head-of-box")
    for index in rows:
        draft.put(index, Label.BODY, "row-of-box")


def _judge_table(draft: Draft, gap: Gap) -> None:
    """A table with a title, which no paragraph introduces, is an item of the page: prices of funds, the scores of a round."""
    lines = [index for index in gap.indexes if draft.is_line(index)]
    kinds = (
        ([index for index in lines if SCORE.match(draft.folded(index))], MIN_SCORES),
        ([index for index in lines if RATE.match(draft.folded(index))], MIN_RATES),
        ([index for index in lines if cells_in_row(draft, index)], 2),
    )
    rows = next((rows for rows, least in kinds if len(rows) >= least and rows[-1] - rows[0] <= len(rows)), None)
    if rows is None:
        return
    first = rows[0]
    columns = len(draft.folded(first).split())
    while first - 1 in lines and (
        UNIT.match(draft.folded(first - 1)) or len(draft.folded(first - 1).split()) == columns
    ):
        first -= 1
    # What the text introduces, or goes on below, is of it.
    introduced = gap.above is not None and draft.folded(gap.above).endswith(":")
    goes_on = rows[-1] + 1 == gap.below and not read_dateline(draft.folded(gap.below), draft.lexicon)
    title = first - 1
    titled = title in lines and TITLE_OF_TABLE.match(draft.folded(title)) is not None
    if not titled and not introduced:
        return
    if titled and (introduced or goes_on):
        draft.put(title, Label.SUBHEADING, "line-above-figures")
    elif titled:
        _put_title(draft, gap, title)
        if rows[-1] + 1 == gap.below:
            draft.put(gap.below, Label.BODY, BRIEF_RULE)
    last = rows[-1] + (rows[-1] + 1 in lines and NOTE.match(draft.folded(rows[-1] + 1)) is not None)
    for index in range(first, last + 1):
        draft.put(index, Label.BODY, "row-of-table")


def _judge_title_above_rows(draft: Draft, gap: Gap) -> None:
    """Rows that read as a table by themselves are an item, too, where a title stands above them and no text goes on below."""
    if gap.below is None or draft.rules[gap.below] != "row-of-table" or not gap.indexes:
        return
    title = gap.indexes[-1] - (UNIT.match(draft.folded(gap.indexes[-1])) is not None)
    rows = takewhile(lambda index: draft.rules[index] == "row-of-table", range(gap.below, len(draft.blocks)))
    behind = max(rows) + 1
    goes_on = behind < len(draft.blocks) and draft.is_prose(behind)
    if title in gap.indexes and draft.is_line(title) and TITLE_OF_TABLE.match(draft.folded(title)) and not goes_on:
        _put_title(draft, gap, title)
        for index in range(title + 1, gap.below):
            draft.put(index, Label.BODY, "row-of-table")


def _put_title(draft: Draft, gap: Gap, title: int) -> None:
    draft.put(title, Label.HEADLINE, "title-of-table")
    if title - 1 in gap.indexes and draft.is_line(title - 1) and draft.facts[title - 1].length <= MAX_NAME:
        draft.put(title - 1, Label.NAV, "section-name")


def _judge_column(draft: Draft, gap: Gap) -> None:
    """The name of a column stands above its headline, and a pen name below it: 街谈巷议, 末班车该不该等人, 老湘潭."""
    lines = [index for index in gap.indexes[-COLUMN_LINES:] if draft.is_line(index)]
    if gap.below is None or not lines or lines[-1] != gap.below - 1:
        return
    # 你问我答 stands above a headline that asks, which reads like a paragraph where it has a comma.
    asks = ASKING.match(draft.folded(gap.below)) is not None
    text = gap.below + asks
    if text >= len(draft.blocks) or not turns_topic(draft, Gap(gap.indexes, gap.above, text)):
        return
    if len(lines) == COLUMN_LINES:
        name, title, pen = map(draft.folded, lines)
        told = COLUMN_NAME.match(name) and TITLE_OF_COLUMN.match(title) and PEN_NAME.match(pen)
        shorter = len(pen) < len(title) and len(title) > PEN_LENGTH
        named = is_name(pen.strip("□■◎ "), draft.lexicon)
        listed = is_name(name, draft.lexicon) or name.endswith(("奖", "名单"))
        if told and not listed and not BULLET.match(title) and (shorter or named):
            draft.put(lines[0], Label.NAV, COLUMN)
            draft.put(lines[2], Label.BYLINE, "pen-name")
            return
    last = [*lines, gap.below][-2:] if asks else lines[-2:]
    if len(last) > 1 and COLUMN_NAME.match(draft.folded(last[0])) and ASKING.match(draft.folded(last[1])):
        draft.put(last[0], Label.NAV, COLUMN)
        draft.titles.add(last[1])


def _judge_places(draft: Draft) -> None:
    """A place alone on a line heads its brief, or opens a headline whose rest stands below it, where several do."""
    first = min(draft.text())
    places = [
        one for one in draft.matching(PLACE_ALONE) if one > first and draft.is_line(one) and one + 2 < len(draft.blocks)
    ]
    heads = [one for one in places if _is_brief_below(draft, one)]
    for one in heads if len(heads) >= MIN_PLACES else ():
        draft.put(one, Label.HEADLINE, "headline")
        if draft.is_line(one + 1):
            draft.put(one + 1, Label.HEADLINE, GOES_ON)
        if one and draft.is_line(one - 1) and names_section(draft, one - 1):
            draft.put(one - 1, Label.NAV, "section-name")


def _is_brief_below(draft: Draft, place: int) -> bool:
    """Whether the text below a place, or below the line under it, opens with a dateline or ends in a name in brackets."""
    text = next((one for one in (place + 1, place + 2) if draft.is_text(one)), None)
    if text is None or read_dateline(draft.folded(text), draft.lexicon):
        return text is not None
    rows = range(text + 1, min(text + MAX_ROWS, len(draft.blocks)))
    below = next((one for one in rows if not draft.is_text(one)), None)
    return below is not None and draft.folded(below).startswith("(") and draft.labels[below] in {None, Label.BYLINE}


def _judge_broken_off(draft: Draft, gap: Gap) -> None:
    """Right below a paragraph a column can break off the first line of the next one, above the head of another article."""
    line = gap.indexes[0]
    folded = draft.folded(line)
    if line - 1 != gap.above or gap.below is None or not draft.is_line(line) or draft.facts[line].finished:
        return
    # What goes on from another page has its headline again.
    if CONTINUED.match(draft.folded(line + 1)):
        return
    # Of 423 kickers of the fixtures two read as a sentence, and neither shares a pair of characters with the text above.
    above = draft.pairs_of(index for index in range(max(0, line - NEAR), line) if draft.is_text(index))
    told = draft.overlap(line, above) > draft.overlap(line, draft.pairs(gap.below))
    if draft.is_line(line + 1) and reads_as_sentence(folded) and not KICKER_END.search(folded) and told:
        draft.put(line, Label.BODY, "piece-of-paragraph")


def _judge_agency_briefs(draft: Draft) -> None:
    """Each paragraph with the dateline of an agency, or with one behind a place (【福建连江】本报讯), begins an article, with a
    headline or without."""
    for above, index in pairwise(draft.text()):
        if Label.HEADLINE in draft.labels[above + 1 : index]:
            continue
        between = [one for one in range(above + 1, index) if draft.labels[one] is None]
        named = all(names_section(draft, one) for one in between)
        if named and AGENCY.match(draft.folded(index)) and read_dateline(draft.folded(index), draft.lexicon):
            draft.put(index, Label.BODY, BRIEF_RULE)
            for one in between:
                draft.put(one, Label.NAV, "section-name")
