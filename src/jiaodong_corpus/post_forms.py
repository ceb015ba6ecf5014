"""The forms of posts: boards of Taiwan have news posted in one; what heads a post, and the cards of members, on a forum."""

import re
from itertools import takewhile

from .draft import Draft, rows_of
from .model import Label

LABEL = re.compile(
    r"^\d[.、]\s?(媒体来源|记者署名|完整新闻标题|完整新闻内文|完整新闻连结|备注)[^:]{0,60}:\s?(?P<value>.{0,80})$"
)
MIN_LABELS = 4
# What stands below a label that is followed by one line; what is said in the last part is the poster's.
BELOW = {
    "媒体来源": (Label.META, "outlet-beside-time"),
    "记者署名": (Label.BYLINE, "byline"),
    "完整新闻连结": (Label.META, "address-of-post"),
    "备注": (Label.COMMENTS, "note-of-poster"),
}
TEXT, TITLE, LAST, HINT = "完整新闻内文", "完整新闻标题", "备注", "※"


# What heads each post on the printed page of a forum; the first is the article.
POST = re.compile(r"^作者\s?:\s?\S.{0,30}?\s+时间\s?:\s?(?:19|20)\d{2}-\d{1,2}-\d{1,2}\s\d{1,2}:\d{2}")
ANSWER = re.compile(
    r"^(?:只看该作者|(?:沙发|板凳|地板|\d{1,4}\s?[楼#]|#\d{1,4})(?=.*\S\s?发表于))\s.{0,20}?发表于\s?:?\s?(?:19|20)\d{2}-\d{1,2}-\d{1,2}"
)
LABEL_OF_TITLE = "label-before-title"
# What a forum tells of a member, each above its number; so many are a card, one or two lines apart.
OF_MEMBER = re.compile(
    r"^(?:[-•]\s?)?(?:UID|帖子|主题|精华|积分|金[钱币]|威望|贡献|阅读权限|在线时间|注册时间|最后登[录入]|好友|听众|来自|性别)$"
)
MIN_OF_MEMBER, MAX_APART = 4, 2
ONLY_OF_MEMBER = re.compile(r"UID|阅读权限|威望|在线时间|帖子")
NUMBER_OF_MEMBER, MAX_CARD = re.compile(r"^UID\s?:\s?\d{1,10}$"), 40
OF_CARD = re.compile(r"^(?!UID)(?:.{1,12}|[^。,]{1,12}\s?:\s?.{0,24})$")
LAST_SEEN = re.compile(r"^(?:最后登[录入]|注册时间|在线时间)\s?:\s?\d")
VALUE = re.compile(r"^(?:[-•]\s?)?\d[\d,./: -]*(?:小时|点|枚|个)?$")


def judge_posts(draft: Draft) -> None:
    """Label what a forum or a board puts around what its members post."""
    _judge_post(draft)
    _judge_post_form(draft)
    _judge_member_card(draft)
    _judge_answers(draft)


def _judge_post(draft: Draft) -> None:
    """What its label names is the title of a post; below the head of another post stand answers."""
    labels = [index for index, rule in enumerate(draft.rules) if rule == LABEL_OF_TITLE]
    if not labels or labels[0] + 1 >= len(draft.blocks):
        return
    posts = draft.matching(POST)
    draft.title = labels[0] + 1
    for index in range(posts[1] if len(posts) > 1 else len(draft.blocks), len(draft.blocks)):
        if Label.FOOTER not in (draft.labels[index], draft.at_edge(index)):
            draft.put(index, Label.COMMENTS, "answer-to-post")
    for index in posts[:1]:
        draft.put(index, Label.META, "fields")


def _judge_answers(draft: Draft) -> None:
    """From the head of the first answer on (只看该作者 1 发表于: 2009-06-04) a thread is what others said."""
    first = next((one for one in draft.matching(ANSWER) if any(map(draft.is_prose, range(one)))), len(draft.blocks))
    for index in range(first, len(draft.blocks)):
        if Label.FOOTER not in (draft.labels[index], draft.at_edge(index)):
            draft.put(index, Label.COMMENTS, "answer-to-post")


def _judge_member_card(draft: Draft) -> None:
    """The words and numbers of a card that tells who posted are a widget, the days among them too."""
    # Between the number of a member and the day of the last log-in stands what the forum made up (金币, 道行, 座驾).
    for first in draft.matching(NUMBER_OF_MEMBER):
        # Neither another member nor a title stands in it.
        near = list(
            takewhile(
                lambda one: OF_CARD.match(draft.folded(one)), range(first + 1, min(first + MAX_CARD, len(draft.blocks)))
            )
        )
        last = next((index for index in reversed(near) if LAST_SEEN.match(draft.folded(index))), first)
        lines = range(first, last + 1)
        if last > first and not any(draft.is_prose(index) or draft.labels[index] is Label.HEADLINE for index in lines):
            for index in lines:
                draft.put(index, Label.WIDGET, "card-of-member")
    for card in rows_of(draft.matching(OF_MEMBER), MAX_APART):
        lines = range(card[0], min(card[-1] + 2, len(draft.blocks)))
        known = any(ONLY_OF_MEMBER.search(draft.folded(index)) for index in card)
        alike = all(OF_MEMBER.match(draft.folded(one)) or VALUE.match(draft.folded(one)) for one in lines)
        if len(card) >= MIN_OF_MEMBER and known and alike:
            for index in lines:
                draft.put(index, Label.WIDGET, "card-of-member")


def _judge_post_form(draft: Draft) -> None:
    """Label what the labels of the form say; what stands below that of the title is the headline of the page."""
    found = [(index, match) for index, block in enumerate(draft.blocks) if (match := LABEL.match(block.folded))]
    if len(found) < MIN_LABELS:
        return
    ends = [index for index, _ in found[1:]] + [len(draft.blocks)]
    for (index, match), end in zip(found, ends, strict=True):
        name = match[1]
        # The value can stand on the line of its label; what a board says of the form, behind a mark, is none.
        own = [index] if match["value"] and not match["value"].startswith(HINT) else []
        if own and name == TEXT:
            continue
        draft.put(index, Label.META, "label-of-post")
        values = own or [one for one in range(index + 1, end) if not draft.folded(one).startswith(HINT)]
        hints = takewhile(lambda one: draft.folded(one).startswith(HINT), range(index + 1, end))
        for one in hints if name != LAST else ():
            draft.put(one, Label.WIDGET, "hint-of-form")
        for one in values if name in BELOW else ():
            kind, rule = BELOW[name]
            draft.put(one, kind, "fields" if own else rule)
        if name == TITLE and values:
            draft.title = values[0]
            draft.labels[draft.title] = None
