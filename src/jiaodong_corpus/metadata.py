"""Find what a page says about an article: who, when, where it came from; each value with its place and rule."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from .byline_forms import Byline
from .bylines import read_byline
from .lexicon import Lexicon
from .line_values import find_captions, find_summaries, find_tags, find_titles, part_of
from .lines import LEAD_NAMES, FieldMatch, read_dateline, read_fields
from .model import ArticleBlocks, Block, Finding, Label, Metadata, Span
from .names import EPAPER, HAN_NAME, MASTHEAD, OUTLET, is_name
from .settle import settle
from .stated import read_stated
from .times import is_day_above_hour, is_hour

ROLE_LABEL = re.compile(r"(?P<word>特约记者|记者|通讯员|实习生|摄影|图(?=\s?[/:|丨]))\s*[:|丨/]?\s*\Z")
WORD, WHENCE, MIN_DUMP_NAME = re.compile(r"[^\s|/丨,:()]+"), re.compile(r"^[一-鿿]{2,5} (?=[一-鿿]{2,3}$)"), 3
YEAR = re.compile(r"^(?:19|20)\d{2}$")
Finder = Callable[[ArticleBlocks, Lexicon], Iterable[Finding]]


def find_metadata(article: ArticleBlocks, lexicon: Lexicon) -> Metadata:
    """Return every value that the page states about an article, and the places where two of them compete."""
    printed = [finding for find in FINDERS for finding in find(article, lexicon)]
    return settle(article, printed, _stated(article))


def _stated(article: ArticleBlocks) -> list[Finding]:
    """Return what the page states for programs, where it speaks of this article: of one page of several it does not."""
    own = set(article.indexes)
    alone = all(index in own for index, one in enumerate(article.labelled.blocks) if one.label is Label.BODY)
    return read_stated(article.labelled.page.stated) if alone and article.kind == "article" else []


def _fields(article: ArticleBlocks, lexicon: Lexicon) -> Iterator[Finding]:
    heads, credits = article.page_head, tuple(article.having(Label.EDITOR_CREDIT))
    blocks = article.labelled.blocks
    # The label of a value can stand on the line above it, and an outlet beside the time needs none.
    labels = {
        blocks[index].block.span.start: "来源:"
        if blocks[index].rule == "outlet-beside-time"
        else blocks[index - 1].block.folded.rstrip(":") + ":"
        for index in article.indexes
        if blocks[index].rule in {"value-below-its-label", "outlet-beside-time"}
    }
    for block in (*article.having(Label.META), *credits, *heads):
        label = labels.get(block.span.start, "")
        # Who writes a column has a box of their own on the page; the name of a medium stands alone as a link at most.
        fields = [
            replace(one, start=one.start - len(label), end=one.end - len(label))
            for one in read_fields(label + block.folded, lexicon)[0]
            if one.start >= len(label)
            and not (one.rule == "name-before-time" and _alone(article, (label + block.folded)[one.start : one.end]))
        ]
        yield from _names_beside(article, block, fields, lexicon)
        for match in fields:
            if match.field == "author":
                # 图/网络 names nobody.
                if match.rule != "pictures-by" or is_name(block.folded[match.start : match.end], lexicon):
                    yield from _authors(block, match, lexicon)
            elif match.field == "outlet" and block in heads:
                yield part_of("outlet", block, (match.start, match.end), "masthead")
            # The medium behind a name in a credit is where the editor works; who edited the page did not edit the article.
            elif (match.rule != "known-outlet" or block not in credits) and (
                match.field != "editor" or block not in heads
            ):
                # 来源: 海东在线记者 王立
                reporter = match.field == "outlet" and block.folded.endswith("记者", match.start, match.end)
                reporter = reporter and OUTLET.match(block.folded[match.start : match.end - 2]) is not None
                yield part_of(match.field, block, (match.start, match.end - 2 * reporter), match.rule)


def _times_on_two_lines(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    """A day above its month and year, or a year above its day, as the calendar leaf of a page prints them; a day above its hour."""
    blocks = article.labelled.blocks
    leaf: list[Block] = []
    for index in article.indexes:
        # Of several the last is the nearest to the headline.
        if blocks[index].rule == "year-above-day":
            goes_on = (
                index > 0 and blocks[index - 1].rule == "year-above-day" and not YEAR.match(blocks[index].block.folded)
            )
            leaf = [*(leaf if goes_on else ()), blocks[index].block]
    if leaf:
        span = Span(leaf[0].span.start, leaf[-1].span.end)
        yield Finding("published", "\n".join(one.text for one in leaf), span, "year-above-day")
    for index in article.indexes:
        one, other = blocks[index], blocks[min(index + 1, len(blocks) - 1)].block
        # Two hours in a row are those of a player (00:00, 03:25).
        played = any(is_hour(two.block.folded) for two in blocks[index + 2 : index + 3])
        dated = one.label is Label.META and is_day_above_hour(one.block.folded, other.folded) and not played
        if one.rule == "day-above-month" or dated:
            span = Span(one.block.span.start, other.span.end)
            rule = "day-above-hour" if dated else one.rule
            yield Finding("published", f"{one.block.text}\n{other.text}", span, rule)


def _authors(block: Block, match: FieldMatch, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield the names behind 作者:, or behind the word that says what else they are (记者:)."""
    word = ROLE_LABEL.search(block.folded, 0, match.start)
    label = word["word"] if word else "作者"
    value = block.folded[match.start : match.end]
    names = read_byline(f"{label}:{value}", lexicon)
    if names:
        yield from _names(block, names, match.start - len(label) - 1, match.rule)
    elif not OUTLET.match(value) and value not in lexicon.not_names:
        yield part_of("byline", block, (match.start, match.end), match.rule, role="author")


def _names_beside(
    article: ArticleBlocks, block: Block, fields: list[FieldMatch], lexicon: Lexicon
) -> Iterator[Finding]:
    """A name with no label, before the time or behind the source on their line: by its form, or since it stands alone, too."""
    if not any(one.field in {"published", "outlet"} for one in fields) or any(one.field == "author" for one in fields):
        return
    for place in ((0, fields[0].start), (fields[-1].end, len(block.folded))):
        words = WORD.findall(block.folded[slice(*place)])
        if not words or words[0] in lexicon.menu or OUTLET.match(words[0]) or len(words) > 1 + (place[0] == 0):
            continue
        start = block.folded.index(words[0], place[0])
        labelled = block.folded[start + len(words[0]) :].startswith(":")
        # On such lines of dumps stand the names of channels, too; hardly one has three characters and a family name.
        sure = block.layout.path or "|" in block.folded or (place[0] and fields[-1].rule == "labelled-outlet")
        named = is_name(words[0], lexicon) and (sure or len(words[0]) >= MIN_DUMP_NAME)
        if not labelled and (named or _alone(article, words[0])):
            yield part_of("byline", block, (start, start + len(words[0])), "name-beside-fields", role="author")


def _alone(article: ArticleBlocks, word: str) -> bool:
    """Whether a block of an HTML page is nothing but this word, and no link."""
    blocks = article.labelled.blocks
    # A dump has no elements, and can have thousands of articles.
    html = bool(blocks[0].block.layout.path)
    return html and any(one.block.folded == word and not one.block.layout.link_chars for one in blocks)


def _bylines(article: ArticleBlocks, lexicon: Lexicon) -> Iterator[Finding]:
    own = [article.labelled.blocks[index] for index in article.indexes]
    rules = {one.block: one.rule for one in own if one.label is Label.BYLINE}
    for block in article.having(Label.BYLINE):
        byline = read_byline(block.folded, lexicon, bare=True)
        whole = rules[block] in ("pen-name", "signer") or (len(block.folded) <= 3 and HAN_NAME.match(block.folded))
        if rules[block] == "poster" or (byline is None and whole):
            # 永川 张德全: where one who signs a letter is from.
            name = WHENCE.sub("", block.folded.strip("□■◎○● ()【】[]").partition("(")[0])
            start = block.folded.index(name)
            yield part_of("byline", block, (start, start + len(name)), "byline", role="author")
        elif byline is None:
            for match in read_fields(block.folded, lexicon)[0]:
                if match.field == "author":
                    yield from _authors(block, match, lexicon)
        else:
            yield from _names(block, byline, 0, "byline")
        if byline and byline.outlet:
            yield part_of("outlet", block, byline.outlet, "byline")


def _dateline(article: ArticleBlocks, lexicon: Lexicon) -> Iterator[Finding]:
    for block in list(article.having(Label.BODY))[:2]:
        lead = LEAD_NAMES.match(block.folded)
        if lead and lead.lastgroup and (names := read_byline(lead[lead.lastgroup], lexicon)):
            shift = lead.start(lead.lastgroup)
            yield from _names(block, names, shift, "lead")
            if names.outlet:
                yield part_of("outlet", block, (names.outlet[0] + shift, names.outlet[1] + shift), "lead")
            return
        found = read_dateline(block.folded, lexicon)
        if found is None:
            continue
        if found.rule != "as-reported":
            yield part_of("dateline", block, (found.start, found.end), found.rule)
        if found.outlet:
            yield part_of("outlet", block, found.outlet, found.rule)
        again = read_dateline(block.folded[found.end :].lstrip("/ "), lexicon)
        if again and again.outlet and again.rule == "as-reported":
            shift = len(block.folded) - len(block.folded[found.end :].lstrip("/ "))
            yield part_of("outlet", block, (again.outlet[0] + shift, again.outlet[1] + shift), again.rule)
        if found.names:
            byline = read_byline(block.folded[found.names[0] : found.names[1]], lexicon, bare=True)
            if byline:
                yield from _names(block, byline, found.names[0], found.rule)
        return


def _masthead(article: ArticleBlocks, _: Lexicon) -> Iterator[Finding]:
    """The name of the newspaper alone on a line, beside the date of the page."""
    if article.page_head or "epaper-navigation" in article.labelled.rules:
        for block in article.labelled.outside:
            if name := MASTHEAD.match(block.folded) or EPAPER.match(block.folded):
                yield part_of("outlet", block, name.span("name"), "masthead")
                return


def _photo_credits(article: ArticleBlocks, lexicon: Lexicon) -> Iterator[Finding]:
    if article.kind != "photo":
        return
    for block in article.having(Label.CAPTION):
        credit = re.search(
            r"(?:^(?!.*(?:记者|员))|[(\s。])(?P<credit>[^()\s][^()]{1,24}?)\s*(?:摄|摄影)\)?$", block.folded
        )
        byline = read_byline("摄影:" + credit["credit"], lexicon) if credit else None
        if credit and byline:
            yield from _names(block, byline, credit.start("credit") - 3, "picture-credit")


# In this order findings stand where two of one field compete and nothing else decides: what a line of metadata says of the
# article comes before what its text says.
FINDERS: tuple[Finder, ...] = (
    find_titles, find_summaries, _times_on_two_lines, _fields, _bylines, _dateline, _masthead, _photo_credits, find_captions,
    find_tags,
)  # fmt: skip


def _names(block: Block, byline: Byline, shift: int, rule: str) -> Iterator[Finding]:
    for name in byline.names:
        yield part_of("byline", block, (name.start + shift, name.end + shift), rule, role=name.role)
