"""What is left when the articles are found: menus, links, pictures and dates outside them."""

import re
from itertools import pairwise

from .draft import Draft
from .model import Label

# Which list a page is, and how long.
REACTIONS = re.compile(r"^(?:(?:举报|点?赞|顶|踩|收藏|支持|反对|回复|使用道具|淘帖|评分)(?>\s*\(?\d*\)?\s*))+$")
# 2024-11-02, with or without the minute.
DAY = re.compile(
    r"^\[?(?:(?:19|20)\d{2}[-/.])?\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}:\d{2})?\]?$|^[A-Z][a-z]{2,8} \d{1,2}, (?:19|20)\d{2}$"
)
SEPARATORS = frozenset({">", ">>", "|", "/", "»", "›", "-", "·"})
STOP = re.compile(r"^[。!?][”’」』)]*$")
MIN_PAGES = 3
PAGE_BUTTONS = frozenset({"...", "…", "首页", "尾页", "末页", "上一页", "下一页", "<", ">", "«", "»", "GO", "跳转"})
CREDIT = re.compile(r"^[一-鿿]{2,5}\s*[|/:丨]\s*\S{2,12}$")
# Who posted a link of a list, and the day.
NAME_AND_DAY = re.compile(r"^\S{2,12}\s+(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}$")
COUNT_OF_LIST = re.compile(
    r"^(?:共|约|总计)?(?:找到|搜索到)?\s*约?\s*\d[\d,]*\s*条[^。]{0,40}$"
    r"|^[^。]{0,24}(?:\d+\s*篇(?:相关)?(?:文章|内容|新闻|报道)?|相关文章)$"
)


MANY_BUTTONS, SHORT_BUTTON, OF_COMMENTS = 3, 12, frozenset({"log-in", "nothing-more", "line-outside-article"})
# 图片:受访单位供图
OF_PICTURES = re.compile(r"^(?:图片|摄影|供图|图源)\s*[:|/丨]")

# What heads a list of links and no box of an article, though the list is empty.
OF_LIST = re.compile(r"猜你|喜欢|推荐|热[门点榜]|排行|大家都|往期|最新|更多|随机|为您|精选|人气|今日")


def judge_rest(draft: Draft) -> None:
    """Label what is left: paragraphs are body; lines outside the articles are menu words, links, or as the furniture above."""
    for index in draft.prose():
        draft.put(index, Label.BODY, "paragraph")
    for index in range(1, len(draft.blocks) - 1):
        # A box of the article stands below a head that lists of links have, too.
        if (
            draft.rules[index] == "related-head"
            and not OF_LIST.search(draft.folded(index))
            and draft.labels[index + 1] is Label.BODY
            and draft.labels[index - 1] is Label.BODY
        ):
            draft.put(index, Label.SUBHEADING, "head-of-box")
    _judge_lone_marks(draft)
    _judge_beside_credits(draft)
    text = [index for index, label in enumerate(draft.labels) if label in {Label.BODY, Label.SUBHEADING}]
    first, last = (text[0], text[-1]) if text else (len(draft.blocks), -1)
    epaper = "epaper-navigation" in draft.rules
    above, quarter = Label.NAV, len(draft.blocks) // 4
    for index in range(len(draft.blocks)):
        label = draft.labels[index]
        if label is Label.FOOTER and draft.rules[index] == "row-of-footer-links" and index < min(first, quarter):
            draft.put(index, Label.NAV, "row-of-links-at-top")
        if label is None and index in draft.edges:
            draft.put(index, *draft.edges[index])
        elif label is None:
            place = (index < first, index > last >= 0)
            draft.put(index, _furniture(draft, index, above, place, epaper), "line-outside-article")
            above = draft.labels[index] or above
        elif label is Label.RELATED or (label in {Label.COMMENTS, Label.FOOTER} and index > last):
            above = label
        elif label.of_article or label is Label.NAV:
            above = Label.NAV
        if draft.rules[index] == "follow-us" and index < first < len(draft.blocks):
            draft.put(index, Label.WIDGET, "invitation-above-text")
    _judge_separators(draft)
    _judge_page_numbers(draft)
    _judge_reactions(draft)
    _judge_inside_comments(draft)
    _judge_pictures_outside(draft, first, last)
    article = [index for index, label in enumerate(draft.labels) if label in {Label.BODY, Label.HEADLINE}]
    if article:
        _judge_dates_below(draft, article[-1])
    else:
        _judge_dated_lists(draft)


def _judge_lone_marks(draft: Draft) -> None:
    """A full stop alone on a line ends the paragraph above it: a link stood there, or the line was full."""
    for index in range(1, len(draft.blocks)):
        sentence = draft.labels[index - 1] in {Label.BODY, Label.SUBHEADING} and not draft.facts[index - 1].finished
        if sentence and draft.rules[index] == "no-word" and STOP.match(draft.folded(index)):
            if draft.labels[index - 1] is Label.SUBHEADING:
                draft.put(index - 1, Label.BODY, "piece-of-paragraph")
            draft.put(index, Label.BODY, "stop-of-paragraph")


def _judge_beside_credits(draft: Draft) -> None:
    """A credit that names no person (策划 | 融城小组), or the bracket that closes one, stands beside the other credits."""
    for index in range(len(draft.blocks)):
        beside = {draft.labels[one] for one in (index - 1, index + 1) if 0 <= one < len(draft.blocks)}
        if index and draft.rules[index] == "breadcrumb-arrows" and draft.rules[index - 1] == "neighbour-between-arrows":
            draft.put(index, Label.PAGER, "neighbour-between-arrows")
        # Who gave the pictures is told in the list of those who made the article, too.
        given = draft.rules[index] == "picture-credit" and OF_PICTURES.match(draft.folded(index))
        if given and draft.labels[index + 1 : index + 2] == [Label.EDITOR_CREDIT]:
            draft.put(index, Label.EDITOR_CREDIT, "beside-credit")
        lone = index > 0 and draft.folded(index) in "】)]" and draft.labels[index - 1] is Label.EDITOR_CREDIT
        if lone or (
            draft.labels[index] is None and Label.EDITOR_CREDIT in beside and CREDIT.match(draft.folded(index))
        ):
            draft.put(index, Label.EDITOR_CREDIT, "beside-credit")


def _judge_inside_comments(draft: Draft) -> None:
    """Short lines between two of the comments, which elsewhere are of a menu (登录 | 注册, 发布), are of their widget."""
    for index in range(1, len(draft.blocks)):
        if draft.rules[index] == "nothing-more" and draft.labels[index - 1] is Label.COMMENTS:
            draft.put(index, Label.COMMENTS, "between-comments")
    comments = [index for index, label in enumerate(draft.labels) if label is Label.COMMENTS]
    for above, below in pairwise(comments):
        between = range(above + 1, below)
        if 0 < len(between) <= MANY_BUTTONS and all(
            draft.rules[one] in OF_COMMENTS and draft.facts[one].length <= SHORT_BUTTON for one in between
        ):
            for one in between:
                draft.put(one, Label.COMMENTS, "between-comments")


def _judge_page_numbers(draft: Draft) -> None:
    """Numbers in a row, one a line, and the buttons right beside them lead to the other pages of a list."""
    seen = 0
    for index in range(len(draft.blocks)):
        row = index
        while index >= seen and (
            row < len(draft.blocks)
            and draft.folded(row) == str(row - index + 1)
            and draft.labels[row] is not Label.BODY
        ):
            row += 1
        if row - index < MIN_PAGES:
            continue
        while row < len(draft.blocks) and (draft.folded(row).isdigit() or draft.folded(row) in PAGE_BUTTONS):
            row += 1
        seen = row
        start = index - 1 if index and draft.folded(index - 1) in PAGE_BUTTONS else index
        for number in range(start, row):
            draft.put(number, Label.PAGER, "numbers-in-a-row")


def _judge_separators(draft: Draft) -> None:
    """A mark alone on a line between the words of a path or a menu is of it."""
    for index in range(1, len(draft.blocks) - 1):
        around = {draft.labels[index - 1], draft.labels[index + 1]}
        if draft.folded(index) in SEPARATORS and len(around) == 1 and around <= {Label.NAV, Label.FOOTER}:
            draft.put(index, draft.labels[index - 1] or Label.NAV, "separator-between-words")


def _judge_reactions(draft: Draft) -> None:
    """Buttons to like or report above the comments are of the page, not of a comment."""
    inside = False
    for index, label in enumerate(draft.labels):
        if label is Label.BODY:
            # What was counted above the text (评论 3) was no comment.
            inside = False
        elif label is Label.COMMENTS and not inside:
            inside = not REACTIONS.match(draft.folded(index))
            if not inside:
                draft.put(index, Label.WIDGET, "reactions")


def _judge_pictures_outside(draft: Draft, first: int, last: int) -> None:
    """The text of a picture is a caption only inside an article, and not where the picture is a link."""
    heads = (index for index in range(first - 1, -1, -1) if draft.labels[index] is Label.HEADLINE)
    start = next(heads, first)
    for index, block in enumerate(draft.blocks):
        outside = not start <= index <= last or block.layout.link_chars > 0
        if draft.labels[index] is Label.CAPTION and block.layout.attribute and outside:
            draft.put(index, Label.NAV, "picture-outside-article")


def _furniture(draft: Draft, index: int, above: Label, place: tuple[bool, bool], epaper: bool) -> Label:
    """Judge a line by the furniture above it; ``place`` is whether it stands before, and behind, the text.

    ``epaper`` says that the page is one of a newspaper's site.
    """
    folded = draft.folded(index)
    if place[1] and folded in draft.lexicon.footer:
        return Label.FOOTER
    if folded in draft.lexicon.menu or draft.facts[index].length < 4:
        return Label.NAV
    if above in {Label.RELATED, Label.COMMENTS, Label.FOOTER}:
        return above
    # Headlines of other articles in a row; the site of a newspaper lists the titles of its own page.
    beside = [one for one in (index - 1, index + 1) if 0 <= one < len(draft.blocks) and _title_like(draft, one)]
    listed = any(place) and not epaper and _title_like(draft, index) and beside
    return Label.RELATED if listed else Label.NAV


def _title_like(draft: Draft, index: int) -> bool:
    if index >= len(draft.blocks):
        return False
    return draft.labels[index] in {None, Label.RELATED, Label.META} and draft.facts[index].length >= 10


def _judge_dates_below(draft: Draft, last: int) -> None:
    """Behind the article a day alone on the line below a link is that of the link; so are day and source below each of some."""
    sources = [
        index
        for index in range(last + 2, len(draft.blocks))
        if draft.rules[index] == "fields"
        and draft.labels[index - 1] is Label.RELATED
        and DAY.match(draft.folded(index).rsplit(" ", 1)[0].strip())
    ]
    if len(sources) > 1:
        for index in sources:
            draft.put(index, Label.RELATED, "date-of-link")
    for index in range(last + 2, len(draft.blocks)):
        if (
            draft.labels[index] is Label.META
            and DAY.match(draft.folded(index))
            and draft.labels[index - 1] is Label.RELATED
        ):
            draft.put(index, Label.RELATED, "date-of-link")


def _judge_dated_lists(draft: Draft) -> None:
    """On a page without article, dates on lines of their own are those of the links around them."""
    for index, label in enumerate(draft.labels):
        if label is Label.TAGS or (label is Label.NAV and COUNT_OF_LIST.match(draft.folded(index))):
            draft.put(index, Label.RELATED, "tag-of-list")
    dates = [
        index for index in range(1, len(draft.blocks))
        if draft.labels[index] is Label.META
        and (draft.labels[index - 1] in {Label.RELATED, Label.NAV} and draft.facts[index - 1].length >= 10)
    ]  # fmt: skip
    for index in range(1, len(draft.blocks)):
        below_link = draft.labels[index] is Label.NAV and draft.labels[index - 1] is Label.RELATED
        if below_link and NAME_AND_DAY.match(draft.folded(index)):
            draft.put(index, Label.RELATED, "date-of-link")
    if "list-of-teasers" in draft.rules:
        for index in dates:
            draft.put(index, Label.RELATED, "date-of-link")
    if len(dates) >= 3:
        for index in dates:
            draft.put(index - 1, Label.RELATED, "dated-link")
        for index in range(dates[0], dates[-1] + 1):
            if draft.labels[index] is Label.META:
                draft.put(index, Label.RELATED, "date-of-link")
        above = dates[0] - 2
        if above >= 0 and draft.labels[above] is Label.NAV and draft.rules[above] == "line-outside-article":
            draft.put(above, Label.RELATED, "head-of-dated-list")
