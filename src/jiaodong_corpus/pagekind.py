"""Pages that hold no article: lists of teasers, vacancies, product pages, journal lists, error pages, paywalls."""

import re
from collections import defaultdict

from . import teasers
from .beside import is_article_beside
from .companies import REPORTED, SIGNED, judge_company
from .draft import Draft
from .gaps import is_dated_meta, title_elements
from .lexicon import PagePattern
from .lines import read_dateline
from .model import Label
from .teaser_ends import MAX_OPENING, MIN_TITLE, is_of_tag, is_opening
from .teaser_rows import OPEN
from .teasers import is_cut

PAYWALL = "paywall"
# What a page that is gone says of it in whole sentences is shorter than this.
MAX_ERROR = 100
NEAR = 6
# A page with so many links and no more text than an opening is one of links.
MANY_LINKS = 20
GONE = re.compile(r"404|不存在|找不到|出错|Not Found|已删除|已失效")
# What a page is for stands in its title element: a search, a log-in.
OF_NO_ARTICLE = re.compile(
    r"^.{0,20}(?:的?搜[索寻]结果|站内搜索|全文检索)(?:页|列表)?\s*(?:[-_|—·]|$)"
    r"|^(?:用户|会员|账[号户])?(?:登[录入]|注册|找回密码|忘记密码)(?:页面?)?\s*(?:[-_|—·]|$)"
)
# What such a notice says and offers.
OF_NOTICE = re.compile(r"返回|跳转|主[办管]|版权|网址|原因|访问|[您你]|请|重试|刷新|报告|^\d[.、]|:")
FOOT = re.compile(r"^关于[一-鿿]{2,6}$")
VACANCIES = re.compile(r"(?:职位|岗位|招聘|工作)$")
LIST_HEAD = re.compile(r"(?:热榜|榜单?|推荐|热点|热门|要闻|新闻|资讯)$")
MENU = re.compile(r"首页|登录|注册|欢迎|网站|产品分类|>")
# What a reader pays to go on.
OFFER = re.compile(
    r"[¥$]\s?\d|月费|年费|首月|\d\s*(?:元|折|港币)|[\d一二三四五六七八九]折优惠|(?:适合你|选择)的?(?:计划|方案)"
    r"|[年月季]卡|会员.{0,8}(?:特惠|限时|优惠)|立即开通|已有[\d,]+人(?:加入|开通|订阅)|团购"
)
MANY_REPORTED = 2
# An office announces, and the police warn.
ANNOUNCED = re.compile(r"现将[^。]{0,12}(?:事项|情况|内容|名单|结果)[^。]{0,10}(?:如下|公[布告示])")
WARNS = re.compile(r"警方|民警|诈骗|骗子|骗取|涉嫌|提醒|打击")
SOURCE_AND_DAY = re.compile(r"(?:19|20)\d{2}[-/.年].*来源\s*:\s*\S|来源\s*:\s*\S.*(?:19|20)\d{2}[-/.年]")
# Paths and menus: what stands above the last of them is of the site.
TOP_OF_PAGE = ("breadcrumb", "row-of-menu-words", "log-in")
# A site writes the phrases it wants to be found by in one line, with no space between.
KEYWORDS = re.compile(
    r"^(?:[^_\s。]{4,24}_){3,}[^_\s。]{4,24}$|^(?:本文)?关键词\s*:\s*(?:[^,|\s。]{4,16}[,|]){3,}|^(?:[^,|\s。]{4,12}[,|]){4,}[^,|\s。]{0,12}$"
)
SELLS = frozenset({Label.AD, Label.SPAM})
MORE, MIN_MORE = re.compile(r"^(?:查看|阅读)?(?:更多|more|MORE)\s*[>»›]{1,2}$"), 2
DAY = re.compile(r"^\[?(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\]?$")


def judge_page_kind(draft: Draft) -> None:
    """Label the blocks of a page that holds no article; a page that may hold one is left alone."""
    if any(OF_NO_ARTICLE.search(title) for title in title_elements(draft)) or is_of_tag(draft):
        for index in draft.prose():
            draft.put(index, Label.RELATED, "text-among-links")
        return
    if _holds_article(draft):
        return
    found = _find_signs(draft)
    for entry in draft.lexicon.pages:
        if _is_kind(draft, entry, found[entry.name]):
            _label_all(draft, entry)
            return
    if judge_company(draft):
        return
    teasers.judge_list(draft)
    if _is_topic(draft) or _is_topic_dump(draft) or is_opening(draft):
        for index in draft.prose():
            draft.put(index, Label.RELATED, "text-among-links")


def _holds_article(draft: Draft) -> bool:
    """Whether the title element of an HTML page names a block of it, and the main element holds enough text below it."""
    inside = draft.inside or set()
    text = sum(draft.facts[index].length for index in inside if draft.is_prose(index))
    return draft.title is not None and text > MAX_OPENING


def _find_signs(draft: Draft) -> dict[str, set[str]]:
    """Return what the patterns of page kinds match, by their names."""
    # Of an article that was found only the text and what stands right below it tell whether it is whole.
    inside = draft.inside if draft.title is not None else None
    places = range(min(inside), min(max(inside) + NEAR, len(draft.blocks))) if inside else range(len(draft.blocks))
    found: dict[str, set[str]] = defaultdict(set)
    for index in places:
        if draft.blocks[index].layout.hidden:
            # What nobody sees says nothing of the page: a log-in that opens when it is wanted.
            continue
        sentence = draft.proses[index] and draft.facts[index].finished
        for entry in draft.lexicon.page_sieve.of(draft.folded(index)):
            if not (entry.textless and sentence):
                found[entry.name].update(match[0] for match in entry.regex.finditer(draft.folded(index)))
    return found


def _is_kind(draft: Draft, entry: PagePattern, found: set[str]) -> bool:
    if len(found) < entry.at_least:
        return False
    whole = [index for index in draft.prose() if draft.facts[index].finished and not is_cut(draft, index)]
    # What is known to be text, wrapped or clause by clause, need not end in a stop.
    text = sum(draft.facts[index].length for index in whole)
    text += sum(facts.length for facts, label in zip(draft.facts, draft.labels, strict=True) if label is Label.BODY)
    # Below an article, or among its links, something else can be gone.
    if entry.name == "error-page" and text > MAX_ERROR:
        return _title_says_gone(draft)
    if entry.name == PAYWALL:
        # What it says of itself is no text of the article.
        notices = (index for index in whole if entry.regex.search(draft.folded(index)))
        return text - sum(draft.facts[index].length for index in notices) <= MAX_OPENING
    if (entry.name == "verification" and text > MAX_OPENING) or (
        entry.textless and is_article_beside(draft, entry, whole)
    ):
        return False
    if _tells_of(draft, entry, whole) or (entry.name == "mailbox-index" and "head-of-letter" in draft.rules):
        return False
    # An article about vacancies, products or journals quotes a few of these words in many paragraphs.
    return len(whole) <= 3 * len(found)


def _tells_of(draft: Draft, entry: PagePattern, whole: list[int]) -> bool:
    """Whether the paragraphs of a page tell of what it seems to be."""
    texts = [draft.folded(index) for index in whole]
    if entry.name == "journal-contents":
        # One of a prize or of research lists titles and authors, too.
        return len(texts) > 1
    if entry.label is Label.SPAM and any(not entry.regex.search(text) or WARNS.search(text) for text in texts):
        # Farms put betting amid the articles that they copy, and the police quote what it promises.
        return True
    return entry.label in SELLS and _is_news(draft, entry, dict(zip(whole, texts, strict=True)))


def _is_news(draft: Draft, entry: PagePattern, texts: dict[int, str]) -> bool:
    """Whether paragraphs quote who speaks, have a dateline, announce what an office does, or stand below time and source."""
    # A report quotes what a seller says of it.
    if sum(REPORTED.search(text) is not None for text in texts.values()) >= MANY_REPORTED:
        return True
    if any(read_dateline(text, draft.lexicon) or ANNOUNCED.search(text) for text in texts.values()):
        return True
    # News has its source and day above a paragraph that speaks of something else.
    plain = {index for index, text in texts.items() if not entry.regex.search(text)}
    dated = (index for index in range(len(draft.blocks)) if is_dated_meta(draft, index))
    sourced = (index for index in dated if SOURCE_AND_DAY.search(draft.folded(index)))
    return any(not plain.isdisjoint(range(index + 1, index + 3)) for index in sourced)


def _title_says_gone(draft: Draft) -> bool:
    return any(GONE.search(title) for title in title_elements(draft))


def _is_topic(draft: Draft) -> bool:
    """Whether a page of HTML is links with a few words between: its title names no block, and nothing says when it was written."""
    links = sum(map(draft.is_link, range(len(draft.blocks))))
    dated = any(is_dated_meta(draft, index) for index in range(len(draft.blocks)))
    text = sum(draft.facts[index].length for index in draft.prose())
    return (
        draft.title is None and not dated and links >= max(MANY_LINKS, len(draft.blocks) // 4) and text <= MAX_OPENING
    )


def _is_topic_dump(draft: Draft) -> bool:
    """Whether a dump is a topic: heads of lists, each with its 更多>>, below a paragraph that nobody signs and no time dates."""
    prose = draft.prose()
    if draft.inside or len(prose) != 1 or draft.facts[prose[0]].length > MAX_OPENING:
        return False
    if len(draft.matching(MORE)) < MIN_MORE:
        return False
    near = range(min(prose[0] + NEAR, len(draft.blocks)))
    signed = any(draft.labels[one] in SIGNED or is_dated_meta(draft, one) for one in near)
    return not signed and not read_dateline(draft.folded(prose[0]), draft.lexicon)


def _judge_dated_links(draft: Draft) -> None:
    """Titles with a day below each are links, on an advert too."""
    days = [index for index, label in enumerate(draft.labels) if label is Label.META and DAY.match(draft.folded(index))]
    links = [
        index for index in days if index and draft.is_line(index - 1) and draft.facts[index - 1].length >= MIN_TITLE
    ]
    for index in links if len(links) > 1 else ():
        draft.put(index, Label.RELATED, "date-of-link")
        draft.put(index - 1, Label.RELATED, "dated-link")


def _label_all(draft: Draft, entry: PagePattern) -> None:
    _judge_dated_links(draft)
    if entry.label is Label.AD:
        _judge_offers_beside(draft, entry)
    prose = draft.prose()
    signs = [index for index in range(len(draft.blocks)) if entry.regex.search(draft.folded(index))]
    # Title and authors stand above the first sign of a list, title and pay above that of an advert.
    first = min([*prose, *signs]) - 2
    above = range(min(prose, default=0))
    top = max((index for index in above if draft.rules[index].startswith(TOP_OF_PAGE)), default=-1)
    listed = _list_below(draft, max(signs, default=0)) if entry.name == "error-page" else len(draft.blocks)
    # On a page without running text, and in what is offered, no row of a table and no addressee is text.
    taken = OPEN | ({Label.BODY, Label.SUBHEADING} if entry.textless or entry.label is Label.AD else set())
    for index in range(len(draft.blocks)):
        edge = draft.edges.get(index, (None, ""))[1]
        # The head of a table of contents is one of a text only where a text is.
        if (
            (draft.labels[index] not in taken and draft.rules[index] != "contents")
            or edge not in {"", "row-of-short-words"}
            or draft.labels[index] is Label.RELATED
        ):
            continue
        if entry.name == PAYWALL and index not in prose:
            if draft.labels[index] in {Label.META, Label.BYLINE}:
                draft.put(index, entry.label, entry.name)
            elif OFFER.search(draft.folded(index)) and draft.labels[index] is None:
                draft.put(index, Label.AD, "offer-of-paywall")
            continue
        if KEYWORDS.match(draft.folded(index)):
            draft.put(index, Label.SPAM, "row-of-keywords")
            continue
        menu = draft.is_line(index) and (MENU.search(draft.folded(index)) is not None or index < top)
        menu = menu and index not in signs
        if draft.labels[index] is Label.META and entry.label is Label.AD:
            continue
        if index >= listed and (draft.folded(index) in draft.lexicon.footer or FOOT.match(draft.folded(index))):
            # What follows is judged as what stands outside of articles elsewhere.
            break
        if index >= listed:
            draft.put(index, Label.RELATED, "list-below-notice")
        elif menu or (index < first and entry.label is not Label.AD):
            draft.put(index, Label.NAV, "line-before-" + entry.name)
        else:
            draft.put(index, entry.label, entry.name)


def _list_below(draft: Draft, notice: int) -> int:
    """Return where a list of titles begins below the notice that a page is gone: at its head, or its first title."""
    lines = (index for index in range(notice + 1, len(draft.blocks)) if draft.is_line(index))
    titles = (index for index in lines if not OF_NOTICE.search(draft.folded(index)))
    return next(
        (
            index
            for index in titles
            if LIST_HEAD.search(draft.folded(index))
            or (draft.facts[index].length >= MIN_TITLE and not draft.facts[index].marks)
        ),
        len(draft.blocks),
    )


def _judge_offers_beside(draft: Draft, entry: PagePattern) -> None:
    """Beside a vacancy stand others (相似职位), which read like links to articles."""
    offers = False
    for index, rule in enumerate(draft.rules):
        if rule == "related-head":
            offers = VACANCIES.search(draft.folded(index)) is not None
        if offers and draft.labels[index] is Label.RELATED:
            draft.put(index, Label.AD, entry.name)
