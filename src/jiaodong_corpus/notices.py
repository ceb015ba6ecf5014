"""What traders offer at the foot of a page of a newspaper, below its last article."""

import re

from .contents import is_printed
from .draft import Draft
from .facts import share
from .model import Label

# A number to call, some figures of which are often made unreadable (0928-××××17), or a price.
CALL = re.compile(r"(?<![\d.])(?!(?:19|20)\d\d[-/.年])\d(?:[-—\s()]{0,2}[\d×Xx*]){6,12}(?![\d元])")
# Bounded: a line can hold ten thousand spaces.
PRICE = re.compile(
    r"\s(?=.{0,200}[\d一二三四五六七八九十百千万][元席折])\S.{0,200}(?:优惠|特价|特惠|[起租]|面议|订购|发售)|[$￥]\s?\d{2,}"
)
TRADE = re.compile(
    r"专营|主营|诚请|诚聘|急聘|招租|出租|承接|代办|批发|特价|促销|优惠|清仓|立减|开售|热卖|买[一二三][赠送]"
)
# For how much, or whom to call.
TERMS = re.compile(r"[\d一二三四五六七八九十]+[折元]|电话|热线|订购")
# How the paper itself is reached.
OF_PAPER = re.compile(
    r"地址|主办|承印|印刷|传真|编辑部|报社|投稿|邮箱|@|http|www|QQ|著作权|本[版网]|新闻热线|报料|线索|^\S{2,6}热线[\s:]*[\d\-()]+$|[一-鿿]台$"
)
# An offer that stands below the last text as its last paragraph, which shares at most this much with the text.
OFFER = re.compile(
    r"^[【\[](?:招租|出租|出让|出售|转让|招聘|诚聘|求购|招生)[】\]]|^(?:[一-鿿×·]{2,12}:)?本院(?:已)?受理(?=.*(?:公告|依法))"
)
# Others must have a number to call, or an address to send money to.
OPENS_OFFER = re.compile(r"^[^,。]{0,16}(?:招租|诚聘|诚征|诚招|急聘|批发|邮购|函授|供应|出让|转让|直销|代销|专修)|^聘:")
PAID = re.compile(r"汇款|面议")
OTHER_TOPIC, NEAR_TEXT = 0.05, 4
# So many spaces set the words of an offer apart.
MIN_APART = 2
# What stands over them.
NOTICES = re.compile(r"公告|启事|声明|广告|信息$")


def judge_notices(draft: Draft) -> None:
    """Label a line with a number to call or a price below the articles of a printed page, and an offer at the end of the last
    text, as advertising."""
    text = [index for index, label in enumerate(draft.labels) if label is Label.BODY]
    if not text or not is_printed(draft):
        return
    while len(text) > 1 and (_is_offer(draft, text) or _is_line_of_trade(draft, text[-1])):
        notice = text.pop()
        draft.put(notice, Label.AD, "notice-below-articles")
        if draft.labels[notice - 1] is Label.SUBHEADING and NOTICES.search(draft.folded(notice - 1)):
            draft.put(notice - 1, Label.AD, "notice-below-articles")
    for index in range(text[-1] + 1, len(draft.blocks)):
        if draft.rules[index] == "line-outside-article" and _offers(draft.folded(index)):
            draft.put(index, Label.AD, "notice-below-articles")


def _offers(folded: str) -> bool:
    told = CALL.search(folded) or PRICE.search(folded) or (" " in folded and TRADE.search(folded))
    return bool(told) and not OF_PAPER.search(folded)


def _is_line_of_trade(draft: Draft, index: int) -> bool:
    """Whether a line above the credits of the page, whose words stand apart, sells something."""
    folded = draft.folded(index)
    return (
        draft.rules[index] in {"line-before-credit", "line-of-list"}
        and folded.count(" ") >= MIN_APART
        and TRADE.search(folded) is not None
        and TERMS.search(folded) is not None
    )


def _is_offer(draft: Draft, text: list[int]) -> bool:
    """Whether the last paragraph of a page offers something that the paragraphs above it do not speak of."""
    folded = draft.folded(text[-1])
    called = OPENS_OFFER.match(folded) is not None and (CALL.search(folded) or PAID.search(folded))
    if not OFFER.match(folded) and not called:
        return False
    # The title right above it speaks of it, too.
    known = draft.pairs_of((*text[-1 - NEAR_TEXT : -1], *range(text[-2] + 1, text[-1])))
    return share(draft.pairs(text[-1]), known) <= OTHER_TOPIC
