"""Which of two lines above a text leads to the other: kicker and headline, or headline and subtitle."""

import re

from .draft import Draft
from .facts import reads_as_sentence

# Of two lines above a text the first is the headline, unless the second gets more than this. A line gets the share of its
# character pairs that the first paragraph takes up (a kicker is in other words than the text), and the points below: weights of a
# logistic regression over the 54 unmarked pairs of the fixtures, rounded; with one pair left out each time it tells 47.
MARGIN = -0.1
# A clause with a comma leads to a line without one; two clauses side by side explain a shorter line above, and so does one
# that has no subject of its own.
COMMA_LEADS, CLAUSES_EXPLAIN, NO_SUBJECT = 0.3, 0.5, 0.3
LONGER_LEADS = 0.03
# A word in quotation marks plays in the headline; two halves of a length are its rhythm; and a line that says since when, or that
# belongs to a series, leads to it. What alone of the two has a figure explains.
QUOTED, BALANCED, SINCE_WHEN, FIGURE = 0.4, 0.2, 0.35, 0.25
TIME_OR_SERIES = re.compile(r"(?:间|后|之际|以来|前夕|第一天|进行时|在行动|走基层|调研行|两会)$|·")
# What takes place is announced above, and what it means is the headline, unless it is short and tells figures: of 17 first lines
# that end so 15 are kickers. 一座校门开向两个省 is a headline, too (22 of 26 second lines).
EVENT, ONE_OF_MANY = 0.5, 0.3
ANNOUNCES = re.compile(
    r"(?:召开|举行|举办|开幕|闭幕|启动|开工|竣工|建成|投用|揭牌|挂牌|成立|签约|签署|公布|发布|出炉|周年|扩容|提速|新高|座谈|喜讯|(?<!机)会议?|论坛|互通|互认|通借通还)$"
)
ONE_AND_MANY = re.compile(
    r"一[条个座张把根盘本部座江河湾城岛桥路车卡网碗群家人代年天夜件封趟份].{0,8}[两三四五六七八九十]|同一"
)
QUOTE = re.compile("[“「]")
FIGURES, DIGITS = re.compile(r"[0-9两三四五六七八九十百千]"), re.compile(r"[0-9]")
# How many characters one half of a line is longer than the other.
UNEVEN = 3
HALVES = re.compile(r"^([^\s,]{3,})[\s,]+([^\s,]{3,})$")
# 陈建章强调:…, below 全市推进会召开
SAID = re.compile(r"^(?:[一-鿿]{2,3}[\s、]?){1,3}(?:强调|指出|要求)[,:]")
SUBJECTLESS = re.compile(
    r"^(?:首批|首期|首年|日均|年内|累计|全年|年底|总投资|总面积|逾|超过?|近|新增|预计|预期|将|已|最快|最高|每|共|涉及|覆盖|力争|计划|工期|平均|同比|目前|目标)"
)
TWO_CLAUSES = re.compile(r"[^\s,]{3,}[\s,]+[^\s,]{3,}")


def leads(draft: Draft, first: int, second: int, below: int | None) -> bool:
    """Whether the first of two lines leads to the second, as a kicker does; else the second explains it."""
    one, two = draft.folded(first), draft.folded(second)
    if SAID.match(two) and not SAID.match(one):
        return False
    opening = draft.pairs(below) if below is not None else set()
    points = draft.overlap(second, opening) - draft.overlap(first, opening)
    if TWO_CLAUSES.search(two) and len(two) >= len(one):
        points -= CLAUSES_EXPLAIN
    elif "," in one or reads_as_sentence(one):
        points += COMMA_LEADS
    if SUBJECTLESS.match(two):
        points -= NO_SUBJECT
    if _balanced(two) or not _balanced(one):
        points += LONGER_LEADS * max(0, len(one) - len(two))
    points += QUOTED * ((QUOTE.search(two) is not None) - (QUOTE.search(one) is not None))
    points += BALANCED * (_balanced(two) - _balanced(one))
    points += SINCE_WHEN * (TIME_OR_SERIES.search(one) is not None)
    plain = ANNOUNCES.search(two) is None and (DIGITS.search(two) is None or len(two) > len(one))
    points += EVENT * (plain and ANNOUNCES.search(one) is not None)
    points += ONE_OF_MANY * ((ONE_AND_MANY.search(two) is not None) - (ONE_AND_MANY.search(one) is not None))
    points -= FIGURE * (FIGURES.search(two) is not None and DIGITS.search(one) is None)
    return points > MARGIN


def _balanced(line: str) -> bool:
    halves = HALVES.match(line)
    return halves is not None and abs(len(halves[1]) - len(halves[2])) <= UNEVEN
