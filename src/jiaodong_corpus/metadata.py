"""Find what a page says about an article: who, when, where it came from; each value with its place and rule."""

import re
from collections.abc import Callable, Iterable, Iterator

from .lexicon import Lexicon
from .lines import NameMatch, read_byline, read_dateline, read_fields
from .model import ArticleBlocks, Block, Finding, Label, Metadata, Span
from .split import page_head
from .times import iso_time

PAPER = re.compile(r"(?:报|社|电视台|广播电台|总台|周刊|杂志)$")
LABEL_AND_COLON = re.compile(r"^[#【\[]?[一-鿿A-Za-z]{2,6}\s*[】\]]?\s*[:]\s*")
STANDFIRST = re.compile(r"^[【\[(■▌]*\s*[一-鿿\s]{2,6}\s*[】\])]?\s*[:|丨—\s]*")
TAG_MARKS = re.compile(r"[\s,、;|/#]+")
FOLLOW = re.compile(r"关注\s*[“「]?(?P<name>[^,,。“”「」\s!]{2,16}?)[”」]?(?:[,,!。\s]|(?:微信)?公众号|$)")

Finder = Callable[[ArticleBlocks, Lexicon], Iterable[Finding]]


def find_metadata(article: ArticleBlocks, lexicon: Lexicon) -> Metadata:
    """Return every value that the page states about an article, and the places where two of them compete."""
    findings = [finding for find in FINDERS for finding in find(article, lexicon)]
    findings, doubts = _settle(article, findings)
    return Metadata(tuple(findings), tuple(doubts))


def _titles(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    for label in (Label.HEADLINE, Label.KICKER, Label.SUBTITLE):
        for block in list(article.having(label))[:1]:
            yield _whole(label.value, block, label.value)


def _summaries(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    for index in article.indexes:
        labelled = article.labelled.blocks[index]
        if labelled.label is not Label.SUMMARY or labelled.rule == "standfirst-head":
            continue
        if labelled.rule == "cut-copy-of-opening":
            yield _whole("auto_summary", labelled.block, labelled.rule)
            continue
        name = STANDFIRST.match(labelled.block.folded) if labelled.rule == "standfirst" else None
        start = name.end() if name else 0
        yield _part("summary", labelled.block, (start, len(labelled.block.text)), labelled.rule)


def _captions(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    for index in article.indexes:
        labelled = article.labelled.blocks[index]
        if labelled.label is Label.CAPTION and labelled.rule != "image-file":
            yield _whole("captions", labelled.block, labelled.rule)


def _tags(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    for block in article.having(Label.TAGS):
        name = LABEL_AND_COLON.match(block.folded)
        place = name.end() if name else 0
        for mark in (*TAG_MARKS.finditer(block.folded, place), None):
            stop = mark.start() if mark else len(block.text)
            if stop > place:
                yield _part("tags", block, (place, stop), "tags")
            place = mark.end() if mark else stop


def _fields(article: ArticleBlocks, lexicon: Lexicon) -> Iterator[Finding]:
    for block in (*article.having(Label.META, Label.EDITOR_CREDIT), *page_head(article)):
        for match in read_fields(block.folded, lexicon)[0]:
            if match.field == "author":
                names = read_byline("作者:" + block.folded[match.start : match.end], lexicon)
                shift = match.start - 3
                spans = [(name.start + shift, name.end + shift) for name in names.names] if names else []
                for place in spans or [(match.start, match.end)]:
                    yield _part("byline", block, place, match.rule, role="author")
            else:
                yield _part(match.field, block, (match.start, match.end), match.rule)


def _bylines(article: ArticleBlocks, lexicon: Lexicon) -> Iterator[Finding]:
    for block in article.having(Label.BYLINE):
        byline = read_byline(block.folded, lexicon, bare=True)
        if byline is None:
            continue
        yield from _names(block, byline.names, 0, "byline")
        if byline.outlet:
            yield _part("outlet", block, byline.outlet, "byline")


def _dateline(article: ArticleBlocks, lexicon: Lexicon) -> Iterator[Finding]:
    for block in list(article.having(Label.BODY))[:2]:
        found = read_dateline(block.folded, lexicon)
        if found is None:
            continue
        if found.rule != "as-reported":
            yield _part("dateline", block, (found.start, found.end), found.rule)
        if found.outlet:
            yield _part("outlet", block, found.outlet, found.rule)
        if found.names:
            byline = read_byline(block.folded[found.names[0] : found.names[1]], lexicon, bare=True)
            if byline:
                yield from _names(block, byline.names, found.names[0], found.rule)
        return


def _photo_credits(article: ArticleBlocks, lexicon: Lexicon) -> Iterator[Finding]:
    if article.kind != "photo":
        return
    for block in article.having(Label.CAPTION):
        credit = re.search(r"[(\s](?P<credit>[^()\s][^()]{1,24}?)\s*(?:摄|摄影)\)?$", block.folded)
        byline = read_byline("摄影:" + credit["credit"], lexicon) if credit else None
        if credit and byline:
            yield from _names(block, byline.names, credit.start("credit") - 3, "picture-credit")


def _copying_site(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    """A site that asks its readers to follow it, under the name that stands alone at the head of the page."""
    names = {one.block.folded for one in article.labelled.blocks if one.label is Label.NAV}
    for one in article.labelled.blocks:
        follow = FOLLOW.search(one.block.folded) if one.label in {Label.FOOTER, Label.WIDGET} else None
        if follow and follow["name"] in names:
            yield _part("via", one.block, follow.span("name"), "site-that-asks-to-be-followed")


# In this order findings stand where two of one field compete and nothing else decides: what a line of metadata says of the
# article comes before what its text says.
FINDERS: tuple[Finder, ...] = (
    _titles, _summaries, _fields, _bylines, _dateline, _photo_credits, _captions, _tags, _copying_site,
)  # fmt: skip


def _names(block: Block, names: Iterable[NameMatch], shift: int, rule: str) -> Iterator[Finding]:
    for name in names:
        yield _part("byline", block, (name.start + shift, name.end + shift), rule, role=name.role)


def _whole(name: str, block: Block, rule: str) -> Finding:
    return Finding(name, block.text, block.span, rule)


def _part(name: str, block: Block, place: tuple[int, int], rule: str, role: str | None = None) -> Finding:
    printed = block.text[place[0] : place[1]]
    value = printed.strip()
    start = block.span.start + place[0] + len(printed) - len(printed.lstrip())
    return Finding(name, value, Span(start, start + len(value)), rule, role)


def _settle(article: ArticleBlocks, findings: list[Finding]) -> tuple[list[Finding], list[tuple[str, str]]]:
    """Choose among findings of one field, tell outlet from copying site, and say where two readings compete."""
    doubts: list[tuple[str, str]] = []
    kept = [one for one in findings if one.field not in {"outlet", "published", "updated", "byline"}]
    kept += _distinct(one for one in findings if one.field == "byline")
    outlets, outlet_doubts = _settle_outlets(article, _distinct(one for one in findings if one.field == "outlet"))
    kept += [one for one in outlets if one.field != "via" or not any(other.field == "via" for other in kept)]
    doubts += outlet_doubts
    for name in ("published", "updated"):
        times = [(one, iso_time(one.value)) for one in findings if one.field == name]
        valid = [(one, time) for one, time in times if time]
        doubts += [("bad_time", one.value) for one, time in times if not time]
        if valid:
            # A labelled time is firmer than a bare one.
            chosen, time = min(valid, key=lambda one: one[0].rule == "bare-time")
            kept.append(chosen)
            rivals = {other for _, other in valid if not (other.startswith(time) or time.startswith(other))}
            doubts += [("date_conflict", f"{time} or {rival}") for rival in sorted(rivals)]
            if name == "published" and _on_line_of_via(article, chosen, kept):
                doubts.append(("date_of_copy", chosen.value))
    kept.sort(key=lambda one: (one.span.start, one.field))
    return kept, doubts


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    seen: dict[str, Finding] = {}
    for finding in findings:
        seen.setdefault(re.sub(r"\s", "", finding.value), finding)
    return list(seen.values())


def _settle_outlets(article: ArticleBlocks, found: list[Finding]) -> tuple[list[Finding], list[tuple[str, str]]]:
    """Of two names the newspaper's is the outlet and the other one copied it; a name inside another is no rival."""
    if len(found) < 2:
        return found, []
    glued = {one.block.span.start for one in article.labelled.blocks if one.rule == "outlet-behind-last-sentence"}
    labelled = [one for one in found if one.rule == "labelled-outlet"]
    behind_text = [one for one in labelled if any(start <= one.span.start <= start + 12 for start in glued)]
    firm = behind_text or labelled or found
    chosen = next((one for one in firm if PAPER.search(one.value)), firm[0])
    rest = [
        one for one in found if one is not chosen and one.value not in chosen.value and chosen.value not in one.value
    ]
    copying = [one for one in rest if one.rule in {"labelled-outlet", "known-outlet"} and chosen.rule != "known-outlet"]
    via = [Finding("via", one.value, one.span, one.rule) for one in copying[:1]]
    doubts = [("outlet_conflict", f"{chosen.value} or {one.value}") for one in rest if one not in copying[:1]]
    return [chosen, *via], doubts


def _on_line_of_via(article: ArticleBlocks, time: Finding, kept: Iterable[Finding]) -> bool:
    spans = [one.block.span for one in article.labelled.blocks if one.label is Label.META]
    lines = [span for span in spans if span.start <= time.span.start < span.end]
    return any(one.field == "via" and span.start <= one.span.start < span.end for one in kept for span in lines)
