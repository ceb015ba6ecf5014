"""Pages on which a company or an office tells of itself."""

import re

from .draft import Draft
from .lines import read_dateline
from .model import Label

# Who sells or hires quotes nobody and has no reporter.
REPORTED = re.compile(r"记者|”[^。”]{0,12}(?:说|表示|介绍|坦言|告诉|感慨)|(?:说|表示|介绍|坦言)[,:]“")
SIGNED = frozenset({Label.BYLINE, Label.EDITOR_CREDIT})
# What happened on a day is news.
EVENT = re.compile(r"\d{1,2}月\d{1,2}日|签署|召开|举行|揭牌")
# 欢迎访问宁波启衡检测技术有限公司官方网站!
GREETING = re.compile(r"^.{0,30}欢迎(?:访问|光临|来到)[^。]{2,40}(?:公司|[厂店]|集团)[^。]{0,4}(?:网站|官网)[!。]?$")
# 公司简介 above what it is, and how to reach it below.
PROFILE = re.compile(r"^(?:公司|企业|单位|学校|医院|本站|网站|集团|机构)(?:简介|介绍|概况)$")
CONTACT = re.compile(r"^(?:联系)?(?:电话|传真|邮箱|地址|邮编|网址|联系人|手机|E-?mail)\s*:", re.IGNORECASE)
MIN_CONTACTS = 2


def judge_company(draft: Draft) -> bool:
    """Label what a page tells of the company whose it is; tell whether it is such a page."""
    if not _is_company(draft):
        return False
    prose = [index for index in draft.prose() if not GREETING.match(draft.folded(index))]
    for index in range(max(prose[0] - 1, 0), prose[-1] + 1) if prose else ():
        if draft.labels[index] is None:
            draft.put(index, Label.AD, "page-of-company")
    return True


def _has_profile(draft: Draft) -> bool:
    """Whether the text of a page stands right below 公司简介 and above how to reach it: amid an article that is a box."""
    prose = draft.prose()
    below = bool(prose and prose[0]) and PROFILE.match(draft.folded(prose[0] - 1)) is not None
    return below and sum(index > prose[-1] for index in draft.matching(CONTACT)) >= MIN_CONTACTS


def _is_company(draft: Draft) -> bool:
    """Whether a company greets the visitors of its site, or says what it is and how to reach it, and nothing dates or signs it."""
    if not (draft.matching(GREETING) or _has_profile(draft)) or not (SIGNED | {Label.META}).isdisjoint(draft.labels):
        return False
    return not any(
        REPORTED.search(draft.folded(one))
        or EVENT.search(draft.folded(one))
        or read_dateline(draft.folded(one), draft.lexicon)
        for one in draft.prose()
    )
