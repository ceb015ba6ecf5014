"""A label alone on its line, and on the line below it the value: a table of metadata dumped cell by cell."""

import re
from itertools import pairwise, takewhile

from .draft import Draft
from .facts import bare
from .lines import KEYWORDS_HEAD
from .model import Label
from .names import OUTLET, is_name

LABEL_ALONE = re.compile(r"^(?:发布时间|发布日期|时间|日期|(?:浏览|阅读|点击|访问)(?:次数|量|数)?)\s*:$")
KEYWORD_GAP = re.compile(r"[;,、]|\s+")
MIN_KEYWORDS, MAX_KEYWORD = 3, 14
# 标题: 恳请增设校车临时停靠点
TITLE_ROW = re.compile(
    r"^(?:(?:标\s*[题題]|標\s*題|主\s*旨|[题題]\s*目|信件[标標][题題])\s*[:：](?=\s*\S.{7})"
    r"|名\s+[称稱](?=\s+\S.{7,70}(?:通知|公告|通告|意[见見]|[办辦]法|方案|[决決]定|批[复復]|[规規]定|[细細][则則])$)"
    r"|\d[.、]\s?完整新[闻聞][标標][题題](?:[（(][^:：）)]{1,30}[）)])?\s*[:：])\s*(?P<title>\S.{3,79})$"
)
COLUMN = re.compile(r"^专栏\s?:.{0,12}$")
AUTHORS = re.compile(r"^作\s*者\s*:?$")
AUTHOR_ROW = re.compile(
    r"^(?P<name>[一-鿿]{2,4})\s+[一-鿿]{2,20}(?:大学|学院|研究[院所]|规划院|设计院|科学院|中心|公司|[局厅委]|医院|学校)[^。]{0,40}$"
)
LONG_TITLE = 8
# The leaf of a calendar in the head of a page: 2025, 11/03, 08:25.
YEAR, DAY_OF_YEAR = re.compile(r"^(?:19|20)\d{2}$"), re.compile(r"^(?:0?[1-9]|1[0-2])\s?/\s?(?:0?[1-9]|[12]\d|3[01])$")
HOUR = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?$")
NAME_BELOW = re.compile(
    r"^(?:(?P<outlet>来源|稿源|信息来源)|作者|(?P<editor>责任编辑|责编|编辑|美编|主编|审核|审校|校对|初审|复审|终审|[一二三]审|监制|签发|统筹|策划))"
    r"\s*(?P<mark>[:|]?)$"
)


def judge_label_cells(draft: Draft) -> None:
    """Label what labels alone on their lines say of the lines below them, and the title behind one."""
    _judge_labels_above_values(draft)
    _judge_names_below_labels(draft)
    _judge_authors_below_label(draft)
    _judge_keywords_below_label(draft)
    _judge_labelled_title(draft)
    _judge_years_above_days(draft)
    _judge_columns(draft)


def _judge_columns(draft: Draft) -> None:
    """Where an archive names the column above each item of a page (专栏:影讯), it names no columnist."""
    columns = draft.matching(COLUMN)
    for index in columns if len(columns) > 1 else ():
        if draft.labels[index] is Label.BYLINE:
            draft.put(index, Label.NAV, "epaper-navigation")


def _judge_labels_above_values(draft: Draft) -> None:
    """A label alone on its line, above a time or a number, is of the metadata, and so is the number."""
    for index in draft.matching(LABEL_ALONE):
        value = index + 1
        if value >= len(draft.blocks) or draft.labels[index] not in {None, Label.WIDGET}:
            continue
        number = draft.folded(value).isdigit() and draft.labels[value] in {None, Label.WIDGET, Label.PAGER}
        if number or (draft.labels[value] is Label.META and draft.folded(value)[0].isdigit()):
            draft.put(index, Label.META, "label-above-value")
            if number:
                draft.put(value, Label.META, "label-above-value")


def _judge_names_below_labels(draft: Draft) -> None:
    """Below a label alone on its line stands who published, wrote or edited; one without a mark has another beside it."""
    found = {
        index: label
        for index, block in enumerate(draft.blocks[:-1])
        if (label := NAME_BELOW.match(block.folded)) and _is_value(draft, index + 1, label)
    }
    # Without a mark they are credits only outside the text: amid it they are a list of who does what.
    text = draft.text() or [0]
    for index, label in found.items():
        outside = not text[0] < index < text[-1] and not found.keys().isdisjoint({index - 2, index + 2})
        if label["mark"] or outside:
            kind = Label.EDITOR_CREDIT if label["editor"] else Label.META
            draft.put(index, kind, "label-above-value")
            draft.put(index + 1, kind, "value-below-its-label")


def _is_value(draft: Draft, value: int, label: re.Match[str]) -> bool:
    folded = draft.folded(value)
    if not draft.is_line(value):
        return False
    # A name of two characters is printed with a space inside.
    words = [folded.replace(" ", "")] if re.fullmatch(r"\S \S", folded) else folded.split()
    return bool(OUTLET.match(folded)) if label["outlet"] else all(is_name(word, draft.lexicon) for word in words)


def _judge_authors_below_label(draft: Draft) -> None:
    """Below 作者 alone on its line stand the authors of a paper, one a line, each with where they work."""
    for index in draft.matching(AUTHORS):
        rows = list(
            takewhile(
                lambda one: (row := AUTHOR_ROW.match(draft.folded(one))) and is_name(row["name"], draft.lexicon),
                range(index + 1, len(draft.blocks)),
            )
        )
        for one in (index, *rows) if rows else ():
            draft.put(one, Label.BYLINE, "author-and-office")


def _judge_keywords_below_label(draft: Draft) -> None:
    """Below a label alone on its line (关键词) stand the keywords, parted by marks."""
    for index in draft.matching(KEYWORDS_HEAD):
        below = index + 1
        if below < len(draft.blocks) and draft.labels[below] is None:
            words = [word for word in KEYWORD_GAP.split(draft.folded(below)) if word]
            if len(words) >= MIN_KEYWORDS and max(map(len, words)) <= MAX_KEYWORD:
                draft.put(index, Label.TAGS, "label-above-value")
                draft.put(below, Label.TAGS, "value-below-its-label")


def _judge_years_above_days(draft: Draft) -> None:
    """A year above its day, and below it the hour, are the time of the article below them."""
    first = next(iter(draft.prose()), 0)
    for index in takewhile(lambda one: one < first, draft.matching(YEAR)):
        below = [draft.folded(one) for one in range(index + 1, min(index + 3, len(draft.blocks)))]
        if below and DAY_OF_YEAR.match(below[0]):
            for one in range(index, index + 2 + (HOUR.match(below[-1]) is not None)):
                draft.put(one, Label.META, "year-above-day")


def _judge_labelled_title(draft: Draft) -> None:
    """A title behind its label (标题:…) is a line that the headline can be, where it has no line of its own on the page."""
    index = next(iter(draft.matching(TITLE_ROW)), None)
    row = TITLE_ROW.match(draft.folded(index)) if index is not None else None
    if index is None or row is None or draft.title is not None or draft.labels[index] not in {None, Label.META}:
        return
    title = bare(row["title"])
    others = [one for one in range(len(draft.blocks)) if one != index]
    # On a line of its own or on two.
    twice = any(title in (draft.bare(one), draft.bare(one) + draft.bare(two)) for one, two in pairwise(others))
    headed = any(
        draft.is_line(one) and draft.facts[one].length >= LONG_TITLE and draft.rules[one + 1] == "fields"
        for one in range(min([index, *draft.prose()]) - 1)
        if one not in draft.edges
    )
    # Further down it is the title of another letter.
    if not (twice or headed or sum(one < index for one in draft.prose()) > 1):
        draft.labels[index] = None
        draft.title = index
