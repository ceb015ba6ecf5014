"""The titles of a page that a newspaper's site lists around its text: what is named there heads an article."""

import re
from itertools import pairwise

from .draft import Draft
from .facts import share
from .gaps import Gap, head_lines
from .lines import read_dateline
from .lookalikes import names_section
from .model import Label
from .names import MASTHEAD, WEEKDAY

# One line that stands twice can be anything, so many are a list; shorter ones are names of sections.
MIN_LISTED, MIN_TITLE = 2, 4
MIN_ROW, MAX_ROW, REST_OF_ROW = 12, 200, 0.2
# A text that shares no more with the one above is of another topic, and its headline shares so much with it.
MARK, LONG_TITLE, NEAR_TOPIC, FITS = re.compile("^[■◆●□▲]"), 9, 0.12, 0.2
OF_PAGE = re.compile(r"\d\s*版|版式|版面")
OF_PAPER = re.compile(rf"{OF_PAGE.pattern}|^[A-Z]?\d{{1,2}}\s|[一-鿿]{{2,8}}(?:[日晚早晨商时]报|都市报)\s")
# A page of a newspaper has a line with the day of the week, which is no longer unless it has the number of the page, too.
MAX_HEAD = 64
# The name of the paper, or the number of its page or issue, stands beside its day.
WITH_NAME = re.compile(r"报|刊|\d\s*版|版式|第\d+期|\s[A-Z]\d{1,2}$")
# No paper is dated by the minute.
CLOCK = re.compile(r"\d{1,2}:\d{2}")
ONLY_DAY = re.compile(r"^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$")
# Who edits the page can stand behind its day, or before it: A3 区域新闻 2018年10月22日 星期一 编辑 江淮 美编 …
OF_HEAD, TOP = frozenset({"epaper-navigation", "editors-of-page"}), 3
EDITED = re.compile(
    r"^[A-Z]?\d{0,2}版?\s?\S{0,8}\s(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s.{0,16}(?:编辑|责编|美编|版式|组版|校对)\s"
)
PAGE_NUMBER = re.compile(r"^第?\s?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版$")
# 3版 产业·市场 2018年10月22日 责编 江淮
HEAD_OF_PAGE = re.compile(
    r"^第?[A-Z]?\d{1,2}版?\s(?=.{0,30}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?=.*(?:版|责编|编辑|报))"
    # 《江南理工大学报》 第1143期 2017年4月15日 第4版
    r"|^《?[一-鿿]{2,12}报》?\s(?=.{0,20}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?=.*第?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版|第\d+期)"
    # 2018年4月20日 第631期 本期四版
    r"|^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s+(?:总?第\s?\d{2,5}期\s+(?:本期|今日)[一二三四五六七八九十\d]{1,2}版|(?:本期|今日)[一二三四五六七八九十\d]{1,2}版\s+总?第\s?\d{2,5}期)"
)


def judge_listed(draft: Draft, gaps: list[Gap]) -> None:
    """Note the lines between the paragraphs that stand once more above the first of them, or behind the last."""
    if not (is_printed(draft) or "epaper-navigation" in draft.rules):
        return
    draft.listed.update(_marked_heads(draft, gaps))
    above, behind = ({draft.bare(index) for index in gap.indexes} for gap in (gaps[0], gaps[-1]))
    first: list[int] = []
    found = [
        index
        for gap in gaps[1:]
        for index in head_lines(draft, gap)
        if len(draft.bare(index)) >= MIN_TITLE
        and (draft.bare(index) in above or (gap is not gaps[-1] and draft.bare(index) in behind))
        and not names_section(draft, index)
        # The title of a book stands beside the number of each page.
        and not draft.rules[index - 1].startswith("folio")
    ]
    # The first head of the page stands in one gap with the list, below it.
    seen: set[str] = set()
    for index in head_lines(draft, gaps[0]):
        if draft.bare(index) in seen and len(draft.bare(index)) >= MIN_TITLE and not names_section(draft, index):
            first.append(index)
        seen.add(draft.bare(index))
    if len({draft.bare(index) for index in found}) >= MIN_LISTED or (found and first):
        draft.listed.update(found, first)


def _marked_heads(draft: Draft, gaps: list[Gap]) -> list[int]:
    """Return the lines behind the mark of the first headline (■), if half of them stand over another topic or a dateline.

    Of the pages of the fixtures on which subheadings have such a mark none has more than one of three that do.
    """
    first = [one for one in head_lines(draft, gaps[0])[-1:] if MARK.match(draft.folded(one))]
    heads = {
        gap.below: lines[0]
        for gap in (gaps[1:-1] if first else ())
        if gap.below is not None
        and len(lines := head_lines(draft, gap)) == 1
        and draft.folded(lines[0])[0] == draft.folded(first[0])[0]
        and len(draft.bare(lines[0])) >= LONG_TITLE
    }
    text = draft.text()
    # Each head stands above one of the paragraphs.
    bounds = [0, *map(text.index, heads), len(text)] if heads else []
    parts = [draft.pairs_of(text[start:end]) for start, end in pairwise(bounds)]
    opening = sum(
        read_dateline(draft.folded(first_text), draft.lexicon) is not None
        or (share(below, above) <= NEAR_TOPIC and share(draft.pairs(line), below) >= FITS)
        for (first_text, line), above, below in zip(heads.items(), parts, parts[1:], strict=False)
    )
    return [*first, *heads.values()] if heads and 2 * opening >= len(heads) else []


def judge_row_of_titles(draft: Draft) -> None:
    """A line above the first paragraph that is the titles of lines further down, one behind the other, lists them."""
    if not (is_printed(draft) or "epaper-navigation" in draft.rules):
        return
    # Where each line stands last.
    last = {
        draft.bare(index): index
        for index, facts in enumerate(draft.facts)
        if MIN_TITLE <= facts.length <= MAX_ROW and not facts.full_stop
    }
    for index, folded in enumerate(map(draft.folded, range(len(draft.blocks)))):
        if draft.facts[index].full_stop:
            break
        row = draft.bare(index)
        if draft.labels[index] is not None or not MIN_ROW <= len(folded) <= MAX_ROW:
            continue
        below = (one for one, place in last.items() if place > index)
        titles = sorted((one for one in below if len(one) >= MIN_TITLE and one in row), key=len, reverse=True)
        rest, count = row, 0
        for title in titles:
            # The name of a section can stand between them.
            count += title in rest
            rest = rest.replace(title, "", 1)
        if count >= MIN_LISTED and len(rest) <= REST_OF_ROW * len(row):
            draft.put(index, Label.NAV, "row-of-titles")


def is_unsigned(draft: Draft) -> bool:
    """Whether a printed page has its number or name on it, and nothing that says who wrote, or where it was taken from.

    The day of the week alone stands beside the source of an article on a site, too.
    """
    if Label.BYLINE in draft.labels:
        return False
    lines = [draft.folded(index) for index, label in enumerate(draft.labels) if label in {Label.META, Label.NAV}]
    lines += [draft.folded(index) for index in range(min(TOP, len(draft.blocks)))]
    named = any(OF_PAPER.search(line) or MASTHEAD.match(line) for line in lines)
    sourced = any("来源" in line or "作者" in line for line in lines)
    return named and not sourced


def is_printed(draft: Draft) -> bool:
    """Whether a line of the page is the head of a page of a newspaper: its name or number, and the day of the week.

    These can also stand one below the other, a line each.
    """
    meta = [
        index
        for index, (label, rule) in enumerate(zip(draft.labels, draft.rules, strict=True))
        if label is Label.META
        or rule in OF_HEAD
        or (index < TOP and label is None and EDITED.match(draft.folded(index)))
    ]
    lines = [draft.folded(index) for index in meta]
    dated = [line for line in lines if _dates_paper(line)]
    if any(map(WITH_NAME.search, dated)) or any(map(HEAD_OF_PAGE.match, lines)):
        return True
    if dated and not _is_of_site(draft, lines):
        return True
    return any(_has_head_around(draft, index) for index in meta if ONLY_DAY.match(draft.folded(index)))


def _is_of_site(draft: Draft, lines: list[str]) -> bool:
    """Whether a page has a path or a labelled source: a site shows what day it is, too."""
    return any("来源:" in line for line in lines) or any(rule.startswith("breadcrumb") for rule in draft.rules)


def _dates_paper(line: str) -> bool:
    """Whether a line has the day of the week, and no clock, as papers date their pages."""
    short = len(line) <= MAX_HEAD or OF_PAGE.search(line) is not None
    return short and WEEKDAY.search(line) is not None and not CLOCK.search(line)


def _has_head_around(draft: Draft, day: int) -> bool:
    around = [draft.folded(index) for index in range(max(0, day - 2), min(day + 3, len(draft.blocks)))]
    return any(map(MASTHEAD.match, around)) and any(map(PAGE_NUMBER.match, around))
