"""Cut a line that holds two blocks: a source glued to the last paragraph, a breadcrumb glued to the headline."""

import re
from dataclasses import replace
from itertools import chain

from .facts import HAN
from .lexicon import CutPattern, Lexicon
from .lines import KIND, width
from .model import Block, Edit, Label, Span
from .names import SPELT_NAME, is_name
from .page_lines import MAX_TITLE, MIN_TITLE, PATH, TITLED_BRIEF, WINDOW, Lines, title_of

# A part of a line, its label and the rule of the cut.
Part = tuple[Block, Label | None, str]
# A path (首页 > 要闻) in front of a headline.
PATH_RULE = "path-before-repeated-headline"
KIND_RULE = "kind-of-thread"
# 长春四平:一小时里的“双城记”-北国关东新闻网
SITE_RULE, SITE_BEHIND = (
    "site-behind-repeated-title",
    re.compile(r"(?<=[^\s\-—_|]{8})\s*[-—_|]\s*[一-鿿]{2,12}(?:网|门户|在线|频道|客户端)$"),
)
FARM_RULE, FARM_BEHIND = "farm-behind-repeated-title", re.compile(r"(?<=[^\s|]{8})\s*\|\s*[^\s|。,]{3,12}$")
BRIEF_RULE = "title-of-brief"


def cut(block: Block, lexicon: Lexicon, others: Lines) -> list[Part]:
    """Return the parts of ``block`` in order, each with the label and the rule that a cut gave it, or (None, "").

    ``others`` are the lines of its page.
    """
    heads: list[Part] = []
    tails: list[Part] = []
    # A line can have so many parts that calls within each other would be too many.
    while not (named := _cut_names(block, others)):
        found = _cut_once(block, lexicon, others)
        if found is None:
            return [*heads, (block, None, ""), *reversed(tails)]
        part, block, in_front = found
        (heads if in_front else tails).append(part)
    # A brief whose title stood on its line can have its reporter behind the last sentence.
    inner = (cut(one, lexicon, others) if label is None else [(one, label, rule)] for one, label, rule in named)
    return [*heads, *chain.from_iterable(inner), *reversed(tails)]


def _cut_names(block: Block, others: Lines) -> list[Part]:
    """Return the parts of a line of a headline and what kind it is of, the path above or the site's name behind it, or nothing."""
    kind = KIND.match(block.folded)
    if kind and len(block.folded) - kind.end() >= MIN_TITLE and block.folded[kind.end() :] in others.ends:
        halves = halve(block, kind.end())
        if halves:
            return [(halves[0], Label.NAV, KIND_RULE), (halves[1], None, "")]
    brief = TITLED_BRIEF.match(block.folded) if block.folded in others.briefs else None
    if brief:
        halves = halve(block, brief.end("title"))
        if halves:
            return [(halves[0], Label.HEADLINE, BRIEF_RULE), (halves[1], None, "")]
    glued = _repeated_title(block.folded, others)
    if glued:
        halves = halve(block, glued)
        if halves:
            return [(halves[0], Label.NAV, PATH_RULE), (halves[1], None, "")]
    # The title element of HTML is a line of its own.
    return [] if block.layout.path.endswith("/title") else _behind_title(block, others)


def _behind_title(block: Block, others: Lines) -> list[Part]:
    """Return a title and what a site or a farm put behind it, where a path ends in it or it stands on a line of its own, too."""
    forms = (
        (SITE_BEHIND, others.ends, Label.NAV, SITE_RULE),
        (FARM_BEHIND, others.texts, Label.SPAM, FARM_RULE),
    )
    for pattern, titles, label, rule in forms:
        behind = pattern.search(block.folded)
        halves = halve(block, behind.start()) if behind and block.folded[: behind.start()] in titles else None
        if halves:
            return [(halves[0], None, ""), (halves[1], label, rule)]
    return []


def _cut_once(block: Block, lexicon: Lexicon, others: Lines) -> tuple[Part, Block, bool] | None:
    """Return what an entry cuts off a block, the rest, and whether it was in front; None where no entry does."""
    for entry in lexicon.cut_sieve.of(block.folded):
        place = cut_place(entry, block.folded, lexicon)
        if place is None:
            continue
        start, end = place
        cut_off = _part(block, start, end)
        rest = _part(block, end, len(block.text)) if start == 0 else _part(block, 0, start)
        if cut_off is None or rest is None or not _only_space_between(block, cut_off, rest):
            continue
        if entry.once and any(text != block.folded and entry.regex.match(text) for text in others.texts):
            continue
        if entry.unless_repeated and others.repeat(rest.folded, block.folded):
            continue
        if (entry.unless_wrapped and width(block) in others.widths) or (entry.only_wrapped and not others.printed):
            continue
        return (cut_off, entry.label, entry.name), rest, start == 0
    return None


def _repeated_title(folded: str, others: Lines) -> int | None:
    """Return where in a path the headline begins that is glued to it: where a line begins that the page has once more."""
    if not PATH.match(folded) or len(folded) > WINDOW:
        return None
    own = title_of(folded) if folded in others.texts else None
    for place in range(max(0, len(folded) - MAX_TITLE), len(folded)):
        title = folded[place:]
        if others.titles[title] > (title == own):
            # Behind an arrow it is the last part of the path.
            return place if place and folded[place - 1] not in " >»›:" else None
    return None


def cut_place(entry: CutPattern, folded: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the place of the part that ``entry`` cuts off, or None.

    What the entry calls ``names`` must be names of persons.
    """
    at_head = "head" in entry.regex.groupindex
    # What is cut off is short: only so much of a long line is looked at.
    offset = 0 if at_head else max(0, len(folded) - WINDOW)
    window = folded[:WINDOW] if at_head else folded[offset:]
    match = entry.regex.match(window)
    if match is None or (at_head and len(folded) > WINDOW and match.end() == WINDOW):
        return None
    names = match.groupdict().get("names")
    if names and not are_names(names, lexicon):
        return None
    return match.span("head") if at_head else (match.start("tail") + offset, len(folded))


def are_names(words: str, lexicon: Lexicon) -> bool:
    """Whether words in a row are names of persons each."""
    parts = words.replace("、", " ").split()
    while parts:
        # A name of two characters is often printed with a space inside.
        if len(parts) > 1 and len(parts[0]) == len(parts[1]) == 1 and HAN.match(parts[1]):
            known, parts = parts[0] in lexicon.surnames, parts[2:]
        else:
            known, parts = is_name(parts[0], lexicon) or SPELT_NAME.match(parts[0]) is not None, parts[1:]
        if not known:
            return False
    return True


def halve(block: Block, place: int) -> tuple[Block, Block] | None:
    """Return the two parts of a block around a place, None where an edit straddles it or more than space is lost between them."""
    one, other = _part(block, 0, place), _part(block, place, len(block.text))
    return (one, other) if one and other and _only_space_between(block, one, other) else None


def _part(block: Block, start: int, end: int) -> Block | None:
    """Return the characters ``start`` to ``end`` of a block as a block, or None where an edit straddles its border."""
    start += len(block.text[start:end]) - len(block.text[start:end].lstrip())
    end -= len(block.text[start:end]) - len(block.text[start:end].rstrip())
    found = _window(block.edits, start, end)
    if found is None:
        return None
    edits, raw_start, raw_end = found
    return Block(
        span=Span(block.span.start + start, block.span.start + end),
        source=Span(block.source.start + raw_start, block.source.start + raw_end),
        raw=block.raw[raw_start:raw_end],
        edits=edits,
        text=block.text[start:end],
        folded=block.folded[start:end],
        layout=block.layout,
        doubts=tuple(replace(one, start=one.start - start) for one in block.doubts if start <= one.start < end),
    )


def _window(edits: tuple[Edit, ...], start: int, end: int) -> tuple[tuple[Edit, ...], int, int] | None:
    """Follow a window on the repaired text back through the edits: those inside it, moved, and its place in the raw text."""
    inside: list[Edit] = []
    for edit in reversed(edits):
        grown = len(edit.before) - len(edit.after)
        edit_end = edit.start + len(edit.after)
        # A deletion right at the border belongs to the part before it.
        if edit_end < start or (edit_end == start and start > 0):
            start += grown
            end += grown
        elif edit.start >= start and edit_end <= end:
            inside.append(replace(edit, start=edit.start - start))
            end += grown
        elif edit.start < end:
            return None
    return tuple(reversed(inside)), start, end


def _only_space_between(block: Block, one: Block, other: Block) -> bool:
    first, second = sorted((one, other), key=lambda part: part.source.start)
    offset = block.source.start
    between = block.raw[first.source.end - offset : second.source.start - offset]
    return not between.strip() and first.source.start == offset and second.source.end == block.source.end
