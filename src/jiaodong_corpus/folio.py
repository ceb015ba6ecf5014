"""The lines of a newspaper page that speak for all its articles: the name of the paper and the day."""

import re

from .model import Block, Label, LabelledPage
from .names import MASTHEAD

# What the text of an article is made of.
TEXT = frozenset({Label.BODY, Label.SUBHEADING})
# 新安晚报 2019年3月5日 星期二
FOLIO = re.compile(r"^[一-鿿]{2,8}报\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*星期")
# The line with name and date of a page of a newspaper: the weekday, or the number of the page.
FOOT = re.compile(r"星期[一二三四五六日天]|第?\s*[A-Z]?\d{1,3}\s*版")

# 宁夏日报 2020年11月12日 星期四 第03版:沿黄城市群
DAY_OF_PAGE = re.compile(
    r"^(?!.*\d:\d\d|.*(?:来源|作者|发布)).{0,16}(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*\(?(?:星期|周)[一二三四五六日天]"
)


def page_head(labelled: LabelledPage) -> tuple[Block, ...]:
    """Return the lines that speak for a whole newspaper page (its name and date): metadata that no article holds."""
    blocks = labelled.blocks
    titles = {Label.KICKER, Label.HEADLINE}
    first = next((index for index, one in enumerate(blocks) if one.label in titles | TEXT), 0)
    found = [one.block for one in blocks[:first] if one.label is Label.META]
    if not found:
        # Some papers set it at the foot of the page.
        last = max((index for index, one in enumerate(blocks) if one.label in TEXT), default=-1)
        found = [one.block for one in blocks[last + 1 :] if one.label is Label.META and FOOT.search(one.block.folded)]
    if not found and (folio := only_folio(labelled)) is not None:
        found = [blocks[folio].block]
    return tuple(found)


def only_folio(labelled: LabelledPage) -> int | None:
    """Return the line with the day of the paper, where a page has exactly one that has its name on it or beside it."""
    found = [
        index
        for index, one in enumerate(labelled.blocks)
        if one.label is Label.META and (FOLIO.match(one.block.folded) or _stands_by_masthead(labelled, index))
    ]
    return found[0] if len(found) == 1 else None


def _stands_by_masthead(labelled: LabelledPage, index: int) -> bool:
    beside = labelled.blocks[max(0, index - 1) : index + 2]
    return "星期" in labelled.blocks[index].block.folded and any(MASTHEAD.match(one.block.folded) for one in beside)


def without_page_lines(labelled: LabelledPage, group: list[int], columns: bool) -> list[int]:
    """On a page of several articles, time and paper above the first headline are the page's; on any, a day with its weekday."""
    first = next((index for index in group if labelled.blocks[index].label in {Label.KICKER, Label.HEADLINE}), -1)
    page_lines = {Label.META, Label.EDITOR_CREDIT}
    return [
        index
        for index in group
        if index >= first
        or not (
            labelled.blocks[index].label in page_lines
            and (columns or DAY_OF_PAGE.match(labelled.blocks[index].block.folded))
        )
    ]
