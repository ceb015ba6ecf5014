"""A page as gaps: the runs of blocks that stand before, between and after its paragraphs, and which lines can be of a head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .draft import Draft
from .model import Label
from .names import MASTHEAD, is_name

NUMBER = re.compile(
    r"^(?:\(?[一二三四五六七八九十]{1,3}\)?[、.)]|第[一二三四五六七八九十百\d]{1,4}[章节编部分]|\d{1,2}[、.](?!\d)|N[Oo]\.?\s?\d{1,2}(?=[\s一-鿿])|[IVX]{1,4}\.\s)"
)
PHONE = re.compile(r"(?<!\d)0\d{2,3}\s*[-—]{1,2}\s*\d{7,8}|(?<!\d)400-?\d{3}")
# What a paper found out of a letter stands below it.
CHECKED = re.compile(r"^(?:记者(?:核实|追访|回访|求证)|(?:部门|相关部门)(?:回[应复]|答复|说法))$")
# What takes a reader elsewhere (进入LOFTER, 点击进入“文艺星青年”>>).
ELSEWHERE = re.compile(r"^(?:点击)?进入[^,。]{1,16}$|>>$|^[一-鿿]{2,4}声明$")
# Source and hour of one article.
SOURCED = re.compile(r"来源\s*:.*\d{1,2}:\d{2}|\d{1,2}:\d{2}.*来源\s*:")
TITLE_ELEMENT = "/title"
# Time and source, and who wrote it: what stands beside a headline.
HEAD_LABELS = frozenset({Label.BYLINE, Label.META})
MAX_HEADLINE = 60
# The end of a path, the name of a server, the page of a paper, a day and where from, the mark of a medium: no head of a text.
NO_HEAD = re.compile(
    r">$|\d{3,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?\]?$|^(?!(?:19|20)\d{2}$)[\d,.\s]+$"
    r"|^PermaLink|\sPosted in\s|^Published\s\d|^by\s|^[A-Za-z]+/[\d.]+$|\|\s?(?:来源|作者)$"
    r"|^(?:版面|版次)\s*:|^(?:栏目|专栏|频道)\s*:\s*\S{0,6}$|^(?:19|20)\d{2}-\d{1,2}-\d{1,2}\s+[\w.\-]+$"
    r"|^\d{1,2}\.\d{2}\s\d{1,2}:\d{2}$|日\s?\d{1,2}:\d{2}[起止前后]\s?\|?$"
    # Where and when a meeting was, above what was said there.
    r"|^(?:时间|地点|地址)\s*:\s*\S"
    r"|^《[^》]{2,12}》第?\s?\d+\s?期(?:\s+[\d年月日.\-]+)?$"
    r"|^[\[【][一-鿿]{2,8}(?:讯|通讯|日报|晚报|网|社)[\]】]$|^已授权(?:[《【]|转载|发布|刊发)"
    r"|^(?:回复|答复|承办|办理|受理|发布|主管|责任)(?:(?:部门|单位|机构)\s*:.{0,24}[局委办心道司部处院府厅署区县市镇乡科]$"
    r"|时间\s*:\s*\d|状态\s*:\s*\S{2,5}$)",
    re.ASCII,
)
# 访谈人:陆晓岚. What somebody says stands behind such a word, too (口述:我在清水渡摆渡三十年).
DID = re.compile(
    r"^(?:访谈|采访|亲历|口述|讲述|主讲|整理|撰稿|撰文|策划|主持|来信|写信|提问|投稿|访谈整理|访谈助理)[人者]?"
    r"\s*:\s*(?P<name>[一-鿿]{2,4})(?:[、 ][一-鿿、 ]{1,9})?$"
)
# (本报将继续关注)
NOTED = re.compile(r"^\([^()]{4,40}\)$")
NAME_OF_SITE = re.compile(r"(?:网|网站|门户|平台|在线|频道|信息港|论坛|客户端)$")


@dataclass(frozen=True, slots=True)
class Gap:
    """The blocks between two paragraphs; ``above`` and ``below`` are those, or None at the ends of the page."""

    indexes: Sequence[int]
    above: int | None
    below: int | None


def find_gaps(draft: Draft) -> list[Gap]:
    """Return the gaps of a page in order, those at its ends included."""
    ends: list[int | None] = [None, *draft.text(), None]
    gaps: list[Gap] = []
    for above, below in pairwise(ends):
        start = 0 if above is None else above + 1
        stop = len(draft.blocks) if below is None else below
        gaps.append(Gap(range(start, stop), above, below))
    return gaps


def title_elements(draft: Draft) -> list[str]:
    """Return the folded texts of the title elements of a page of HTML."""
    return [one.folded for one in draft.blocks if one.layout.path.endswith(TITLE_ELEMENT)]


def count_speakers(draft: Draft) -> int:
    """Return how many lines end in a colon: above what is said live stands who says it."""
    return sum(draft.is_line(index) and draft.folded(index).endswith(":") for index in range(len(draft.blocks)))


def is_dated_meta(draft: Draft, index: int) -> bool:
    """Whether a block is a line of metadata such as an article has, not a document number or the like."""
    return draft.labels[index] is Label.META and draft.rules[index] == "fields"


def head_lines(draft: Draft, gap: Gap) -> list[int]:
    """Return the lines of a gap that can be headline, kicker or subtitle."""
    return [index for index in gap.indexes if may_be_head(draft, index)]


def below_path(draft: Draft, gap: Gap, lines: list[int], least: int) -> list[int]:
    """Leave out what stands above the path to the page, the name of the site, where a line of ``least`` characters is below it."""
    path = max((index for index in gap.indexes if draft.rules[index].startswith("breadcrumb")), default=-1)
    above = [index for index in lines if index < path]
    below = [index for index in lines if index > path]
    # What else stands above it can be the headline, but for menus and what gives one from below with the site behind it.
    sites = all(
        NAME_OF_SITE.search(draft.folded(index))
        or "|" in draft.folded(index)
        or any(draft.bare(one) in draft.bare(index) for one in below)
        for index in above
    )
    return below if sites and any(draft.facts[index].length >= least for index in below) else lines


def may_be_head(draft: Draft, index: int) -> bool:
    """Whether a block can be headline, kicker or subtitle by its form."""
    folded = draft.folded(index)
    # Below the name of a column stands a headline, be it ever so short; so does the title of a poem above its poet.
    beside = (index and draft.rules[index - 1] == "name-of-column") or draft.rules[index + 1 : index + 2] == [
        "pen-name"
    ]
    least = 2 if beside else 4
    return (
        draft.is_line(index)
        and not draft.blocks[index].layout.path.endswith(TITLE_ELEMENT)
        and least <= draft.facts[index].length <= MAX_HEADLINE
        and not folded.endswith(":")
        and not NUMBER.match(folded)
        and not MASTHEAD.match(folded)
        and not NOTED.match(folded)
        and not NO_HEAD.search(folded)
        and not (folded.startswith("专栏:") and draft.rules[index - 1] == "section-in-archive")
        and not ((did := DID.match(folded)) and is_name(did["name"], draft.lexicon))
        and draft.at_edge(index) is not Label.AD
        and not PHONE.search(folded)
        and not ELSEWHERE.search(folded)
        and not CHECKED.match(folded)
    )
