"""Heads of lists, comments, notices and tags speak for the blocks below them."""

import re
from itertools import chain

from .context import DATED, MAX_TEASER, NUMBERED
from .draft import Draft
from .facts import bare
from .gaps import is_dated_meta, title_elements
from .lines import tells_of_notice
from .model import Label
from .offers import extend_products, judge_offers

# How much of a headline (share of its pairs of characters) the first paragraph of its text has, at least.
SHORT_TITLE, MAX_QUESTION, OF_HEADLINE = 6, 40, 0.15
# A title with its text in so many blocks below is that of the article.
NEAR_TEXT = 4
# Each link of a list can have its source beside it, too; a page of one article names one.
SOURCE, LONG_TITLE = re.compile(r"来源\s*:"), 10
# The words of a link to the neighbours of an article, its title on the line below.
NEIGHBOUR = re.compile(r"^[^一-鿿]{0,4}(?:阅读)?[上下前后]一?(?:[篇条则]|组?图集|组图)\s*:?\s*$")
# What may head a disclaimer, and part of an article too; and what a disclaimer speaks of.
HINT = re.compile(r"(?:特别|重要)(?:提示|说明|公告|须知)")
KIND_HINT, NEAR_HEAD = "温馨提示", 5
OF_DISCLAIMER = re.compile(r"转载|版权|本[站网]|本平台|观点|立场|投资|仅供|侵权|来源|作者|稿件|真实性|不代表|法律责任")
# 合肥晚报 2024-05-20 21:40
OF_MEDIUM = re.compile(r"^(?:来源:\s*)?[一-鿿]{2,10}(?:[报网台社]|头条|新闻|发布|在线|客户端|融媒)\s+(?:19|20)\d{2}")
LONG_PARAGRAPH = 40
# Beside a link stand its day, or how many have read it.
OF_LINK = re.compile(DATED.pattern + r"|\d[万wW]?\+?\s*(?:次?阅读|跟贴|评论|浏览|播放)$")
ARROWS = frozenset({">", ">>", "»", "›", "→"})
OF_STREAM, MIN_STREAM = re.compile(r"^[^·。,]{2,16}·\s*(?:\d{1,2}\s*(?:分钟|小时|天|周|个月)前|昨天|刚刚)$"), 3
ONLY_DAY = re.compile(r"^[\[(]?(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])]?$")
# A row of so many parts is no link of a list.
MENU_BARS = 3
# What opens the links of many lists, and how many in a row are one.
LISTED, MIN_LISTED = re.compile(r"^(?:\d{1,2}[.、\s)]|[·•◦▪■▶>])"), 2
OF_TEXT, COUNTER = re.compile(r"/(?:h[2-6]|p|t[dh])$"), re.compile(r"^跟[贴帖]$")
LIST_RULES = frozenset({"related-head", "section-of-list", "title-and-its-cut-copy", "teaser-below-title"})
PARTS_LISTS = LIST_RULES | {"end-of-list"}
# Words of a menu that stand over lists of titles, too.
LIST_HEADS = frozenset(
    ["快讯", "即时", "热门", "热点", "推荐", "最新", "滚动", "排行", "精选", "头条", "要闻", "焦点", "图片新闻"]
)


def judge_listings(draft: Draft) -> None:
    """Let the head of a list, of comments, of a disclaimer or of tags speak for the blocks below it."""
    _judge_path(draft)
    judge_offers(draft)
    for index in draft.matching(COUNTER):
        # Between two numbers it counts what is said of a link.
        if all(draft.folded(one).isdigit() for one in (index - 1, min(index + 1, len(draft.blocks) - 1))):
            draft.labels[index] = None
    for index in draft.prose():
        notice = draft.edges.get(index - 1, (None, ""))
        broken = not draft.facts[index - 1].finished and draft.facts[index - 1].length >= LONG_PARAGRAPH
        if notice[0] is Label.DISCLAIMER and broken:
            # A line's end broke it.
            draft.edges.setdefault(index, notice)
    for index in range(len(draft.blocks)):
        label, rule = draft.labels[index], draft.rules[index]
        if label is Label.RELATED and rule in LIST_RULES:
            _extend_related(draft, index)
        elif rule == "section-of-products":
            extend_products(draft, index)
        elif rule == "disclaimer-head":
            _extend_disclaimer(draft, index)
        elif rule == "pager" and NEIGHBOUR.match(draft.folded(index)):
            _extend_pager(draft, index)
        elif label is Label.TAGS and draft.folded(index).rstrip().endswith((":", ">>", "/")):
            _extend_tags(draft, index)
        elif rule == "standfirst-head" and index + 1 < len(draft.blocks) and draft.labels[index + 1] is None:
            draft.put(index + 1, Label.SUMMARY, "below-standfirst-head")
    _judge_stream(draft)


def _judge_path(draft: Draft) -> None:
    """Above the first paragraph, arrows alone on a line stand between the words of the path to the page."""
    first = next(iter(draft.prose()), 0)
    # Between < and > stands nothing: they lead through pictures.
    inner = range(1, first - 1)
    arrows = [index for index in inner if draft.folded(index) in ARROWS and draft.folded(index - 1) != "<"]
    for index in arrows:
        for one in (index - 1, index, index + 1):
            if draft.is_line(one) or one == index:
                draft.put(one, Label.NAV, "word-of-path")


def _judge_stream(draft: Draft) -> None:
    """Behind the article some sites go on without end: source and age of each next one, its title and its opening."""
    heads = draft.matching(OF_STREAM)
    text = next(iter(draft.prose()), len(draft.blocks))
    first = next((one for one in heads if one > text), None)
    if len(heads) < MIN_STREAM or first is None:
        return
    end = next((one for one in range(heads[-1], len(draft.blocks)) if draft.labels[one] is Label.FOOTER), None)
    for index in range(first, end or len(draft.blocks)):
        if draft.labels[index] in {None, Label.META, Label.BYLINE, Label.CAPTION, Label.RELATED}:
            draft.put(index, Label.RELATED, "stream-of-teasers")


def _leaves_links(draft: Draft, head: int, index: int) -> bool:
    """Whether a heading or a cell without a link, in the element of the article, stands below links only (HTML)."""
    if draft.inside is None or index not in draft.inside or draft.is_link(index):
        return False
    path = draft.blocks[index].layout.path
    return index > head + 1 and OF_TEXT.search(path) is not None and all(map(draft.is_link, range(head + 1, index)))


def _put_dated_teasers(draft: Draft, head: int) -> None:
    """Right below the head of a list each title can have its day below it, and then how it opens: two such entries are links."""
    entries: list[int] = []
    for title in range(head + 1, len(draft.blocks) - 2, 3):
        short = draft.labels[title] is None and draft.facts[title].length <= MAX_QUESTION
        if not (short and ONLY_DAY.match(draft.folded(title + 1)) and draft.is_prose(title + 2)):
            break
        entries.append(title)
    for title in entries if len(entries) > 1 else ():
        for index in range(title, title + 3):
            draft.put(index, Label.RELATED, "dated-teaser")


def _extend_related(draft: Draft, head: int) -> None:
    _put_dated_teasers(draft, head)
    for index in range(head + 1, len(draft.blocks)):
        if draft.labels[index] in {Label.RELATED, Label.MARKUP, Label.WIDGET, Label.NAV}:
            if draft.rules[index] in PARTS_LISTS and draft.labels[index] is Label.RELATED:
                # The next head, whose turn comes, goes on from there.
                break
            continue
        if index == draft.title or _of_only_article(draft, index):
            break
        if draft.labels[index] is Label.CAPTION and draft.blocks[index].layout.attribute:
            draft.put(index, Label.RELATED, "picture-in-list")
            continue
        if draft.labels[index] is Label.META and draft.rules[index] == "fields" and OF_LINK.search(draft.folded(index)):
            draft.dated.add(index)
            draft.put(index, Label.RELATED, "below-related-head")
            continue
        if _is_teaser(draft, index):
            draft.put(index, Label.RELATED, "teaser-in-list")
            continue
        ended = draft.folded(index) in draft.lexicon.footer or draft.folded(index).count("|") >= MENU_BARS
        ended = ended or index in draft.edges or _stands_below_marked(draft, index) or _leaves_links(draft, head, index)
        if draft.labels[index] is not None or draft.is_prose(index) or ended:
            break
        following = index + 1
        if following < len(draft.blocks):
            if draft.labels[following] is Label.BYLINE:
                break
            # Too short for a title, right above a paragraph: a subheading of the article that goes on here.
            if draft.facts[index].length < SHORT_TITLE and draft.is_prose(following):
                break
        menu = draft.folded(index) in draft.lexicon.menu and draft.folded(index) not in LIST_HEADS
        draft.put(index, Label.NAV if menu else Label.RELATED, "menu-word" if menu else "below-related-head")
    # The head of the next list, or of a list that the page left empty, stands right above or below one.
    above = head - 1
    if draft.rules[head] == "title-and-its-cut-copy" and above >= 0 and draft.is_line(above):
        draft.put(above, Label.RELATED, "above-list")


def _stands_below_marked(draft: Draft, index: int) -> bool:
    """Whether the links right above all open with a number or a mark, and this line has none: it is of something else."""
    above = range(max(0, index - MIN_LISTED), index)
    marked = (draft.labels[one] is Label.RELATED and LISTED.match(draft.folded(one)) for one in above)
    return not LISTED.match(draft.folded(index)) and all(marked)


def _of_only_article(draft: Draft, index: int) -> bool:
    """Whether a block is the headline right above the only line of the page that names a source."""
    below = index + 1
    if below >= len(draft.blocks) or draft.facts[index].length < LONG_TITLE or not _names_source(draft, below):
        return False
    # In a list with a source at each link the next one is near.
    others = chain(range(below + 1, len(draft.blocks)), range(below))
    return not any(_names_source(draft, one) for one in others)


def _names_source(draft: Draft, index: int) -> bool:
    return draft.labels[index] is Label.META and SOURCE.search(draft.folded(index)) is not None


def _is_teaser(draft: Draft, index: int) -> bool:
    """Whether a paragraph below a link is a teaser that was cut off, or a title that asks, with no text below it."""
    if not draft.is_prose(index) or index in draft.edges or draft.labels[index - 1] is not Label.RELATED:
        return False
    folded, facts = draft.folded(index), draft.facts[index]
    asks = folded.endswith(("?", "!")) and not facts.full_stop and facts.length <= MAX_QUESTION
    below = range(index + 1, min(index + 1 + NEAR_TEXT, len(draft.blocks)))
    alone = not any(map(draft.is_prose, below)) or not _heads(draft, index)
    # A teaser breaks off with or without the marks that say so; where a day stands below each, `teasers` finds the list.
    dated = draft.labels[index + 1 : index + 2] == [Label.META]
    broken = not (facts.finished or facts.comma or dated) and facts.length >= MAX_QUESTION
    breaks_off = folded.endswith(("...", "…")) or broken
    return (breaks_off and facts.length <= MAX_TEASER) or (asks and alone)


def _heads(draft: Draft, index: int) -> bool:
    """Whether what asks stands above time and source, above a text in its words, or above a picture that has its name."""
    told = draft.is_prose(index + 1) and draft.overlap(index, draft.pairs(index + 1)) >= OF_HEADLINE
    return told or is_dated_meta(draft, index + 1) or draft.bare(index) in draft.bare(index + 1)


def _extend_pager(draft: Draft, head: int) -> None:
    below = head + 1
    titled = below < len(draft.blocks) and draft.is_line(below) and draft.facts[below].length >= SHORT_TITLE
    own = titled and any(draft.bare(below) in bare(title) for title in title_elements(draft))
    if titled and not own and not heads_next(draft, below):
        draft.put(below, Label.PAGER, "title-below-pager")


def heads_next(draft: Draft, title: int) -> bool:
    """Whether a title is that of the next article of an endless page: its time and medium and a long text stand right below it."""
    end, meta = len(draft.blocks), title + 1
    text = next((one for one in range(title + 2, end) if draft.labels[one] is not Label.WIDGET), end)
    return (
        text + 1 < end
        and is_dated_meta(draft, meta)
        and OF_MEDIUM.match(draft.folded(meta)) is not None
        and all(draft.is_prose(one) and draft.facts[one].length >= LONG_PARAGRAPH for one in (text, text + 1))
    )


def _extend_disclaimer(draft: Draft, head: int) -> None:
    below = draft.folded(head + 1) if head + 1 < len(draft.blocks) else ""
    told = HINT.search(draft.folded(head)) and below and not OF_DISCLAIMER.search(below)
    # 温馨提示 heads what readers should know, too, but where one of the points below is a notice.
    points = range(head + 1, min(head + NEAR_HEAD, len(draft.blocks)))
    kind = KIND_HINT in draft.folded(head) and all(draft.at_edge(one) is not Label.DISCLAIMER for one in points)
    if told or kind or tells_of_notice(below, draft.lexicon):
        # The heading of what readers should know of the matter, or of news about disclaimers.
        draft.labels[head], draft.rules[head] = None, ""
        return
    for index in range(head + 1, len(draft.blocks)):
        numbered = NUMBERED.match(draft.folded(index))
        short = index == head + 1 and draft.facts[index].length < LONG_TITLE
        if short and not OF_DISCLAIMER.search(draft.folded(index)):
            # 声明 is the word of a menu, too.
            break
        notice = draft.at_edge(index) is Label.DISCLAIMER
        if draft.labels[index] is not None or not (numbered or index == head + 1 or notice):
            break
        draft.put(index, Label.DISCLAIMER, "below-disclaimer-head")


def _extend_tags(draft: Draft, head: int) -> None:
    for index in range(head + 1, min(head + 9, len(draft.blocks))):
        facts = draft.facts[index]
        if not draft.is_line(index) or facts.length > 20 or facts.marks > 2 or draft.folded(index).isdigit():
            break
        draft.put(index, Label.TAGS, "below-tags-head")
