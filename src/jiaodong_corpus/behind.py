"""What stands behind the last paragraph of a page: keywords, the end of a list, a headline that some sites print there."""

import re
from itertools import takewhile

from .closing import judge_lines_before_credit
from .draft import Draft
from .facts import reads_as_sentence
from .gaps import Gap, head_lines
from .headline import OWN_HEADLINE
from .keywords import is_tag_row, shares_its_words, tags_one_a_line
from .model import Label

ANNOUNCED = re.compile(r"^(?:附(?!近|相关)|名单如下|获奖名单|(?:具体)?(?:名单|安排|分工|结果)如下)[^。]{0,12}:$")
# The last line of a dump, cut off amid a sentence: no title ends so.
CUT_OFF = re.compile(r"(?:[,、的和与及在是了为对把被将从向]|,[一-鿿]{1,3})$")
OWN_WORDS = 0.2
# Whom a press release names to be asked, right behind its text.
ASK = re.compile(r"^(?:新闻|业务)?(?:联络人|联系人|联络电话|承办人)\s*:\s*\S")
# 一等奖:“逐浪一号” 罗子豪 王思远
PART = re.compile(r"^[一二三四五六七八九十]{1,2}、")
ROW = re.compile(rf":|\s|^\d{{1,3}}[.、]|{PART.pattern}")


def _goes_on(draft: Draft, index: int) -> bool:
    """Whether the line below a paragraph is a piece of one, or of the one that a dump was cut off in."""
    folded = draft.folded(index)
    if reads_as_sentence(folded):
        return True
    if index < len(draft.blocks) - 1:
        return False
    # In the words of the text, below a headline of its own, it is no title.
    own = "," in folded and Label.HEADLINE in draft.labels
    own = own and draft.overlap(index, draft.pairs_of(draft.text())) >= OWN_WORDS
    return own or CUT_OFF.search(folded) is not None or folded.count("“") > folded.count("”")


def _judge_cut_off(draft: Draft, gap: Gap) -> None:
    """The last line of a dump that breaks off amid a sentence is text, and a line between the text and it a heading."""
    last = len(draft.blocks) - 1
    if last not in gap.indexes or not draft.is_line(last) or not _goes_on(draft, last):
        return
    if any(draft.labels[index] not in {None, Label.CAPTION, Label.MARKUP} for index in gap.indexes[:-1]):
        return
    lines = [index for index in gap.indexes[:-1] if draft.is_line(index)]
    if len(lines) > 1:
        return
    draft.put(last, Label.BODY, "piece-of-paragraph")
    for index in lines:
        draft.put(index, Label.SUBHEADING, "line-between-paragraphs")


def _judge_tags_behind_body(draft: Draft, gap: Gap) -> None:
    """Keywords without their label stand behind the text too, above the lists of links."""
    for index in tags_one_a_line(draft, gap):
        draft.put(index, Label.TAGS, "words-of-the-text-one-a-line")
    for index in gap.indexes:
        if draft.labels[index] in {Label.RELATED, Label.COMMENTS}:
            return
        if draft.is_line(index) and (is_tag_row(draft, index) or shares_its_words(draft, index)):
            draft.put(index, Label.TAGS, "row-of-words-of-the-text")


def _judge_list_behind_body(draft: Draft, gap: Gap) -> None:
    """What a line such as 附获奖名单: announces right behind the text, a row each, is of the article."""
    if not gap.indexes or not draft.is_line(gap.indexes[0]) or not ANNOUNCED.match(draft.folded(gap.indexes[0])):
        return
    first = gap.indexes[0]
    rows = list(takewhile(draft.is_line, gap.indexes[1:]))
    alike = sum(ROW.search(draft.folded(index)) is not None for index in rows)
    # Below the heads of its parts a list that says so has rows of any form.
    if rows and (alike == len(rows) or ("如下" in draft.folded(first) and 2 * alike >= len(rows))):
        for index in (first, *rows):
            heads = index > first and PART.match(draft.folded(index))
            draft.put(index, Label.SUBHEADING if heads else Label.BODY, "line-of-list")


def judge_behind_body(draft: Draft, gap: Gap) -> None:
    """Some copying sites print headline and date below the text; a last paragraph can have lost its full stop."""
    first = gap.indexes[0] if gap.indexes else None
    if first is not None and draft.is_line(first) and _goes_on(draft, first):
        draft.put(first, Label.BODY, "piece-of-paragraph")
    for index in takewhile(lambda one: ASK.match(draft.folded(one)) and draft.is_line(one), gap.indexes):
        draft.put(index, Label.BODY, "line-of-contact")
    _judge_cut_off(draft, gap)
    _judge_list_behind_body(draft, gap)
    _judge_tags_behind_body(draft, gap)
    judge_lines_before_credit(draft, gap)
    if Label.HEADLINE in draft.labels:
        return
    known = draft.pairs_of(draft.text())
    for index in head_lines(draft, gap):
        beside = {draft.labels[one] for one in (index - 1, index + 1) if one in gap.indexes}
        if Label.META in beside and draft.overlap(index, known) >= OWN_HEADLINE:
            draft.put(index, Label.HEADLINE, "headline-behind-body")
            return
