"""Pages that hold no article: lists of teasers, vacancies, product pages, journal lists, error pages, paywalls."""

import re
from collections import defaultdict
from itertools import pairwise

from .context import DATED, MAX_TEASER
from .draft import Draft
from .gaps import is_dated_meta
from .lexicon import PagePattern
from .model import Label

MIN_TEASERS, MIN_ENTRIES = 3, 6
PAYWALL = "paywall"
# What a paywall shows of an article is shorter than this.
MAX_OPENING = 400
# What a page that is gone says of it in whole sentences is shorter than this.
MAX_ERROR = 100
NEAR = 6
# The title of a link is not shorter.
MIN_TITLE = 8
MENU = re.compile(r"首页|登录|注册|欢迎|网站|产品分类|>")
# What a reader pays to go on.
OFFER = re.compile(
    r"[¥$]\s?\d|月费|年费|首月|\d\s*(?:元|折|港币)|[\d一二三四五六七八九]折优惠|(?:适合你|选择)的?(?:计划|方案)"
    r"|[年月季]卡|会员.{0,8}(?:特惠|限时|优惠)|立即开通|已有[\d,]+人(?:加入|开通|订阅)|团购"
)
# Who sells or hires quotes nobody and has no reporter.
REPORTED = re.compile(r"记者|”[^。”]{0,12}(?:说|表示|介绍|坦言|告诉|感慨)|(?:说|表示|介绍|坦言)[,:]“")
MANY_REPORTED = 2
# Paths and menus: what stands above the last of them is of the site.
TOP_OF_PAGE = ("breadcrumb", "row-of-menu-words", "log-in")
# A site writes the phrases it wants to be found by in one line, with no space between.
KEYWORDS = re.compile(
    r"^(?:[^_\s。]{4,24}_){3,}[^_\s。]{4,24}$|^(?:本文)?关键词\s*:\s*(?:[^,|\s。]{4,16}[,|]){3,}|^(?:[^,|\s。]{4,12}[,|]){4,}[^,|\s。]{0,12}$"
)
# A title with its day behind it on one line is an entry of a list.
ENTRY = re.compile(
    r"^.{8,}\s[\[(]?(?:(?:19|20)\d{2}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?[\])]?$"
)
DAY = re.compile(r"^\[?(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\]?$")
CUT = ("…", "...", "......")
# What the blocks of a page without article may be called before its kind is known.
OPEN = frozenset({None, Label.BYLINE, Label.META, Label.SUMMARY, Label.TAGS, Label.CAPTION, Label.RELATED})


def judge_page_kind(draft: Draft) -> None:
    """Label the blocks of a page that holds no article; a page that may hold one is left alone."""
    if _holds_article(draft):
        return
    found = _find_signs(draft)
    for entry in draft.lexicon.pages:
        if _is_kind(draft, entry, found[entry.name]):
            _label_all(draft, entry)
            return
    teasers = _teasers(draft) or _dated_entries(draft) or _dated_titles(draft) or _linked_titles(draft)
    if teasers:
        _label_list(draft, teasers)


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
        for entry in draft.lexicon.page_sieve.of(draft.folded(index)):
            found[entry.name].update(match[0] for match in entry.regex.finditer(draft.folded(index)))
    return found


def _is_kind(draft: Draft, entry: PagePattern, found: set[str]) -> bool:
    if len(found) < entry.at_least:
        return False
    whole = [index for index in draft.prose() if draft.facts[index].finished and not _cut(draft, index)]
    text = sum(draft.facts[index].length for index in whole)
    # Below an article, or among its links, something else can be gone.
    if entry.name == "error-page" and text > MAX_ERROR:
        return False
    if entry.name == PAYWALL:
        return text <= MAX_OPENING
    if entry.label is Label.AD and sum(bool(REPORTED.search(draft.folded(one))) for one in whole) >= MANY_REPORTED:
        return False
    # An article about vacancies, products or journals quotes a few of these words in many paragraphs.
    return len(whole) <= 3 * len(found)


def _cut(draft: Draft, index: int) -> bool:
    folded = draft.folded(index).rstrip("”」』 ")
    return folded.endswith(CUT) or not (draft.facts[index].finished or folded.endswith(","))


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
    prose = draft.prose()
    signs = [index for index in range(len(draft.blocks)) if entry.regex.search(draft.folded(index))]
    # Title and authors stand above the first sign of a list, title and pay above that of an advert.
    first = min([*prose, *signs]) - 2
    above = range(min(prose, default=0))
    top = max((index for index in above if draft.rules[index].startswith(TOP_OF_PAGE)), default=-1)
    for index in range(len(draft.blocks)):
        edge = draft.edges.get(index, (None, ""))[1]
        if (
            draft.labels[index] not in OPEN
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
        if menu or (index < first and entry.label is not Label.AD):
            draft.put(index, Label.NAV, "line-before-" + entry.name)
        else:
            draft.put(index, entry.label, entry.name)


def _teasers(draft: Draft) -> list[int]:
    """Return the paragraphs of the page if they are teasers: short, below a title each, cut off or dated one by one."""
    prose = [index for index in draft.prose() if index not in draft.edges]
    if len(prose) < MIN_TEASERS or _running_text(draft, prose):
        return []
    below_title = sum(_below_line(draft, index) for index in prose)
    cut = sum(_cut(draft, index) for index in prose)
    dated = sum(_dated(draft, index) for index in prose)
    short = sum(draft.facts[index].length <= MAX_TEASER for index in prose)
    enough = 0.7 * len(prose)
    return prose if below_title >= enough and short >= enough and (cut >= enough or dated >= enough) else []


def judge_teasers_beside_article(draft: Draft) -> None:
    """Titles each with a teaser that is cut off, or has a date of its own, are links: two in a row are no chance."""
    row: list[tuple[int, int]] = []
    for index in range(len(draft.blocks)):
        if row and index <= row[-1][1]:
            continue
        end = _end_of_entry(draft, index)
        if end is not None:
            row.append((index, end))
        if end is None or index == len(draft.blocks) - 1:
            for start, stop in row if len(row) > 1 else ():
                for place in range(start, stop + 1):
                    if draft.labels[place] in OPEN:
                        draft.put(place, Label.RELATED, "list-of-teasers")
            row = []


def _end_of_entry(draft: Draft, index: int) -> int | None:
    """Return the last block of the entry of a list that begins at ``index``: title, teaser, and its date; None if none does."""
    teaser = index + 1
    title = draft.is_line(index) or draft.rules[index] == "below-related-head"
    if teaser >= len(draft.blocks) or not title or not draft.is_prose(teaser):
        return None
    if draft.facts[index].length < MIN_TITLE or draft.facts[teaser].length > MAX_TEASER:
        return None
    behind = teaser
    while behind + 1 < len(draft.blocks) and draft.labels[behind + 1] is Label.META:
        behind += 1
    dated = any(is_dated_meta(draft, one) and DATED.search(draft.folded(one)) for one in range(teaser + 1, behind + 1))
    return behind if dated or draft.folded(teaser).rstrip("”」』 ").endswith(CUT) else None


def _dated_entries(draft: Draft) -> list[int]:
    """Return the lines of time of a page on which each title, with or without a teaser, has its own, close together."""
    times = [
        index for index in range(len(draft.blocks)) if is_dated_meta(draft, index) and DATED.search(draft.folded(index))
    ]
    close = all(two - one <= MIN_TEASERS for one, two in pairwise(times))
    prose = [index for index in draft.prose() if index not in draft.edges]
    if len(times) < MIN_TEASERS or not close or len(prose) > len(times) or (prose and _running_text(draft, prose)):
        return []
    return [max(times[0] - 1, 0), *times]


def _dated_titles(draft: Draft) -> list[int]:
    """Return the titles of a list with their days behind them, if all the page has beside them are teasers below them."""
    lines = [index for index in range(len(draft.blocks)) if draft.labels[index] in OPEN and not draft.is_prose(index)]
    titles = [index for index in lines if ENTRY.search(draft.folded(index))]
    prose = [index for index in draft.prose() if index not in draft.edges]
    return titles if len(titles) >= MIN_ENTRIES and all(one - 1 in titles for one in prose) else []


def _linked_titles(draft: Draft) -> list[int]:
    """Return the linked titles of a page of HTML that stand above its paragraphs, if each has one and the page none itself."""
    named = draft.title is not None and draft.facts[draft.title].length >= MIN_TITLE
    prose = [
        index
        for index, facts in enumerate(draft.facts)
        if facts.prose and (draft.labels[index] in OPEN or draft.rules[index] == "outside-main-element")
    ]
    titles = [next((above for above in (one - 1, one - 2) if _is_linked_title(draft, above)), -1) for one in prose]
    return titles if not named and len(titles) >= MIN_TEASERS and -1 not in titles else []


def _is_linked_title(draft: Draft, index: int) -> bool:
    if index < 0 or draft.is_prose(index):
        return False
    linked = draft.blocks[index].layout.link_chars
    return linked >= MIN_TITLE and 3 * linked >= draft.facts[index].length


def _running_text(draft: Draft, prose: list[int]) -> bool:
    """Whether three whole paragraphs follow each other: an article does that, teasers have a title each."""
    row = 0
    for one, two in pairwise([prose[0] - 2, *prose]):
        alone = any(draft.labels[between] in {None, Label.META, Label.RELATED} for between in range(one + 1, two))
        row = 1 if alone else row + 1
        row = 0 if _cut(draft, two) else row
        if row >= MIN_TEASERS:
            return True
    return False


def _below_line(draft: Draft, index: int) -> bool:
    """Whether a line stands above a paragraph, with nothing but time and source between."""
    above = index - 1
    while above >= 0 and draft.labels[above] in {Label.META, Label.WIDGET}:
        above -= 1
    return above >= 0 and draft.is_line(above)


def _dated(draft: Draft, index: int) -> bool:
    return any(
        draft.labels[near] is Label.META for near in (index + 1, index - 1, index - 2) if 0 <= near < len(draft.blocks)
    )


def _label_list(draft: Draft, teasers: list[int]) -> None:
    first = max(teasers[0] - 1, 0)
    for index in range(first, len(draft.blocks)):
        if draft.labels[index] in OPEN and index not in draft.edges:
            if draft.labels[index] is None and index > teasers[-1] + 1:
                break
            draft.put(index, Label.RELATED, "list-of-teasers")
