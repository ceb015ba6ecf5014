"""Choose among the findings of a field, tell the outlet from the site that copied it, and say where two readings compete."""

import re
from collections.abc import Iterable
from itertools import pairwise

from .facts import bare
from .model import ArticleBlocks, Finding, Label, Metadata, Span
from .times import iso_time

# How firmly a rule tells the outlet, firmest first; what is not named here comes last.
FIRMNESS = (
    "original-outlet",
    "original-medium",
    "reprinted-from",
    "behind-text",
    "labelled-outlet",
    "paper-day-and-page",
    "byline",
    "issuing-body",
    "as-reported",
    "central-agency",
    "agency",
    "medium",
    "known-outlet",
    "masthead",
)
JOINED = "site-before-paper"  # The first of two names that a hyphen joins.
# Of these an outlet that was not chosen is the site that copied the article; of the others it is a rival.
COPYING = frozenset(
    {
        "labelled-outlet",
        "known-outlet",
        JOINED,
        "chat-platform",
        "name-before-time",
        "name-before-age",
        "copied-by",
    }
)
# As long as this is a day in ISO 8601.
DAY = 10
# Of several times these are taken last: one that nothing is said of, and when a letter was written or answered.
LAST = ("time-of-interview", "time-of-letter", "property-of-epaper")
RANKS = dict.fromkeys(("bare-time", "day-above-hour", "year-above-day"), 1) | dict.fromkeys(LAST, 2)
# Where what a page states and what it prints are two values, the record says so under this name.
RIVALS = {"published": "date_conflict", "outlet": "outlet_conflict", "headline": "headline_conflict"}
# So many sources, each behind a paragraph, are those of the items of a digest.
MANY_SOURCES = 3
ON_LINES = frozenset({"labelled-outlet", "known-outlet"})
OF_PAGE = ON_LINES | {"masthead", "name-before-time"}
# What stands where nobody knew who wrote it, or put it on the site: no name of anyone.
NOBODY = re.compile(
    r"佚名|匿名|小[编編]|未知|不[详詳]|[无無]名|网络|網絡|網路|互联网|互聯網|[发發]布|最[后後]更新|admin\w*|user|[a-z]{1,4}\d{5,}|管理人?[员員]|未知[发發][布佈]|https?|[•·]?\s?[楼樓]主",
    re.I,
)
# Without a name nobody is told: 本报, 热线 (热线记者 of some paper).
OWN_NAME = re.compile(r"^(?:文?本(?:报|報|刊|网|網|台|臺|社|站)|[热熱][线線])$")
WORKPLACE = re.compile(r"..(?:大学|大學|学院|學院|研究院|研究所|研究中心|医院|醫院|电视台|電視臺|出版社)$")
PAPER = re.compile(
    r"(?:[报報社]|[电電][视視]台|[广廣]播[电電]台|[总總]台|周刊|[杂雜][志誌]|[经經][济濟](?:新[闻聞]|[报報][道導]))$"
)
# A site and the paper that it took the article from: 舜网-济南日报, 经济日报-中国经济网.
SITE_AND_PAPER = (
    re.compile(
        r"^(?P<site>[一-鿿A-Za-z\d]{2,20})\s*[-—–－]{1,2}\s*(?P<paper>[一-鿿A-Za-z\d/·]{2,16}(?:报|報|社|周刊|电视台|電視台))$"
    ),
    re.compile(r"^(?P<paper>[一-鿿]{2,10}[报報])\s*[-—–－]{1,2}\s*(?P<site>[一-鿿A-Za-z\d]{2,16}[网網])$"),
)


def settle(article: ArticleBlocks, findings: list[Finding], stated: Iterable[Finding] = ()) -> Metadata:
    """Return the findings with at most one outlet, one copying site and one time of each kind, and the doubts.

    What the page states for programs fills in where it prints nothing, and is a doubt where it says something else.
    """
    kept = [one for one in findings if one.field not in {"outlet", "published", "updated", "byline"}]
    kept = _in_charge(kept)
    kept += _people(one for one in findings if one.field == "byline" and not NOBODY.fullmatch(one.value))
    outlets, doubts = _outlets(article, [one for one in findings if one.field == "outlet"])
    kept += [one for one in outlets if not NOBODY.fullmatch(one.value)]
    for name in ("published", "updated"):
        time, time_doubts = _time([one for one in findings if one.field == name])
        doubts += time_doubts
        if time:
            kept.append(time)
            if name == "published" and _on_line_of_via(article, time, kept):
                doubts.append(("date_of_copy", time.value))
    kept.sort(key=lambda one: (one.span.start, one.field))
    added, stated_doubts = _fill_in(kept, stated)
    return Metadata((*kept, *added), (*doubts, *stated_doubts))


def _fill_in(kept: list[Finding], stated: Iterable[Finding]) -> tuple[list[Finding], list[tuple[str, str]]]:
    """Return the stated values of the fields that are not printed, and the days that speak against those that are."""
    printed = {one.field: one for one in reversed(kept)}
    added: dict[str, Finding] = {}
    rivals: dict[str, str] = {}
    for one in stated:
        known = printed.get(one.field)
        if known is None:
            if not (one.field == "outlet" and "via" in printed):
                added.setdefault(one.field, one)
        elif one.field in RIVALS and one.field not in rivals and _disagree(one, known, printed.get("via")):
            rivals[one.field] = (
                f"{iso_time(known.value) or known.value} or {iso_time(one.value) or one.value} ({one.rule})"
            )
    return list(added.values()), [(RIVALS[field], evidence) for field, evidence in rivals.items()]


def _disagree(stated: Finding, printed: Finding, via: Finding | None) -> bool:
    """Whether what is stated is another value than what is printed, and not a longer or shorter form of it."""
    if stated.field == "published":
        time, other = iso_time(printed.value) or "", iso_time(stated.value) or ""
        return time[:10] != other[:10] and len(time) >= 10
    known = [bare(one.value) for one in (printed, via) if one]
    return not any(one in bare(stated.value) or bare(stated.value) in one for one in known)


def _bare(value: str) -> str:
    return re.sub(r"\s", "", value)


def _in_charge(findings: list[Finding]) -> list[Finding]:
    """Leave out those who edited where the page names the editor in charge beside them."""
    named = any(one.rule == "labelled-editor" for one in findings)
    kept = [one for one in findings if not (named and one.rule == "plain-editor")]
    # Head and foot of a page can both name the editor.
    editors = {_bare(one.value): one for one in reversed(kept) if one.field == "editor"}
    return [one for one in kept if one.field != "editor" or editors[_bare(one.value)] is one]


def _people(findings: Iterable[Finding]) -> list[Finding]:
    """Name each person once, in the role that says more than that they wrote."""
    people: dict[str, Finding] = {}
    for one in findings:
        known = people.get(_bare(one.value))
        earlier = known is not None and known.role == one.role and one.span.start < known.span.start
        if known is None or earlier or (known.role == "author" and one.role != "author"):
            people[_bare(one.value)] = one
    # Beside a name stands where its bearer works (鲁大川 江海大学).
    persons = [one for name, one in people.items() if not WORKPLACE.search(name)]
    return persons or list(people.values())


def _outlets(article: ArticleBlocks, found: list[Finding]) -> tuple[list[Finding], list[tuple[str, str]]]:
    # Whose reporter it was, a copy no longer tells.
    parted = [part for one in found for part in _site_and_paper(one) if not OWN_NAME.match(part.value)]
    if not parted:
        return [], []
    rule = "outlet-behind-last-sentence"
    blocks = article.labelled.blocks if rule in article.labelled.rules else ()
    glued = [one.block.span for one in blocks if one.rule == rule]

    def is_behind(one: Finding) -> bool:
        return any(span.start <= one.span.start < span.end for span in glued)

    def firmness(one: Finding) -> tuple[int, bool]:
        rule = "behind-text" if is_behind(one) else one.rule
        return (FIRMNESS.index(rule) if rule in FIRMNESS else len(FIRMNESS), not PAPER.search(one.value))

    chosen = min(parted, key=firmness)
    if is_behind(chosen) and len(names := {_bare(one.value) for one in parted if is_behind(one)}) >= MANY_SOURCES:
        # The items of a digest have a source each, and the digest none.
        return [], [("outlet_conflict", " or ".join(sorted(names)))]
    if chosen.rule in ON_LINES:
        # Of two sources on the page's own lines the newspaper is the outlet, be the site that copied it labelled.
        alike = [one for one in parted if one.rule in ON_LINES and firmness(one)[0] >= firmness(chosen)[0]]
        chosen = next((one for one in alike if PAPER.search(one.value)), chosen)
    chosen = _named_on_page(chosen, parted)
    rest = [
        one
        for one in parted
        if _bare(one.value) not in _bare(chosen.value) and _bare(chosen.value) not in _bare(one.value)
    ]
    copying = [
        one for one in rest if one.rule in COPYING or (one.rule.endswith("agency") and chosen.rule == "as-reported")
    ]
    copying.sort(key=lambda one: one.rule == JOINED)
    via = [Finding("via", one.value, one.span, one.rule) for one in copying[:1]]
    rivals = [one for one in rest if one.rule in {"labelled-outlet", "byline"} and one not in copying[:1]]
    doubts = [("outlet_conflict", f"{chosen.value} or {one.value}") for one in rivals]
    return [Finding("outlet", chosen.value, chosen.span, chosen.rule), *via], doubts


def _named_on_page(chosen: Finding, parted: list[Finding]) -> Finding:
    """Return the source that the page names where a byline or a dateline calls it otherwise."""
    if chosen.rule == "byline":
        # 南都记者 of a page that names 南方都市报 as its source, 晨报记者 on a page of 江淮晨报, 湖北长江云记者 on one of 长江云.
        chosen = next((one for one in parted if one.rule in OF_PAGE and _is_same(chosen.value, one.value)), chosen)
        # Of 皖江在线记者 on a page of 皖江在线-芜湖新报 the site is told already.
        joined = pairwise(parted)
        chosen = next((paper for paper, site in joined if site.rule == JOINED and site.value == chosen.value), chosen)
    if chosen.rule == "medium":
        # 香港商报网讯 of a page that names 香港商报 as its source: the site of the paper filed it.
        chosen = next((one for one in parted if one.rule in COPYING and chosen.value.startswith(one.value)), chosen)
    return chosen


def _is_same(short: str, name: str) -> bool:
    """Whether what a byline calls its medium is the one of some name: it holds it, ends it, or has its characters in order.

    >>> _is_same("南都", "南方都市报"), _is_same("晨报", "江淮晨报"), _is_same("新华社", "南方都市报")
    (True, True, False)
    >>> _is_same("来源丨南国早报", "南国早报"), _is_same("新甘肃·甘肃日报", "甘肃日报")
    (True, False)

    """
    if name in short and "·" not in short:
        # Names with a dot between are one.
        return True
    if name.endswith(short):
        return len(short) < len(name)
    rest = iter(name)
    return short[:1] == name[:1] and len(short) < len(name) and all(char in rest for char in short)


def _site_and_paper(one: Finding) -> list[Finding]:
    forms = SITE_AND_PAPER if one.rule in OF_PAGE or one.rule == "byline" else ()
    match = next(filter(None, (form.match(one.value) for form in forms)), None)
    if match is None:
        return [one]
    start = one.span.start
    site, paper = (Span(start + match.start(name), start + match.end(name)) for name in ("site", "paper"))
    return [
        Finding("outlet", match["paper"], paper, one.rule),
        Finding("outlet", match["site"], site, JOINED),
    ]


def _time(found: list[Finding]) -> tuple[Finding | None, list[tuple[str, str]]]:
    times = [(one, iso_time(one.value)) for one in found]
    doubts = [("bad_time", one.value) for one, time in times if not time]
    valid = [(one, time) for one, time in times if time]
    if not valid:
        return None, doubts
    # A labelled time is firmer than a bare one, and a bare one with its hour than a day alone, which can be today's; of one day
    # the time that says most is taken.
    first, day = min(
        valid, key=lambda one: (one[0].rule != "original-date", RANKS.get(one[0].rule, 0), len(one[1]) <= DAY)
    )
    same_day = [(one, time) for one, time in valid if time.startswith(day) or day.startswith(time)]
    chosen, time = max(same_day, key=lambda one: len(one[1]), default=(first, day))
    rivals = {other for _, other in valid if other[:10] != time[:10] and not time.startswith(other)}
    return chosen, doubts + [("date_conflict", f"{time} or {rival}") for rival in sorted(rivals)]


def _on_line_of_via(article: ArticleBlocks, time: Finding, kept: Iterable[Finding]) -> bool:
    vias = [one for one in kept if one.field == "via" and one.rule != JOINED]
    return any(
        line.label is Label.META
        and all(line.block.span.start <= one.span.start < line.block.span.end for one in (time, via))
        for via in vias
        for line in article.labelled.blocks
    )
