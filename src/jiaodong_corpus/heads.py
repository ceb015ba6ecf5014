"""Headlines, kickers, subtitles and subheadings: what the short lines between paragraphs are.

The page is seen as gaps: the runs of blocks that stand before, between and after the paragraphs. A gap that holds what
only the head of an article has (a byline, time and source, a kicker, a dateline right below) begins a new article;
the short lines of any other gap are subheadings.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from .context import BULLET, same_title
from .draft import Draft
from .facts import bare, bigrams, overlap, reads_as_sentence
from .lines import read_dateline
from .model import Label

KICKER_END = re.compile(r"(?:——|—|──|--|\||丨|│)$")
SUBTITLE_START = re.compile(r"^(?:——|──|--|—)")
MAX_HEADLINE = 60
MAX_SUBHEADING = 45
HEAD_LABELS = frozenset({Label.BYLINE, Label.META})
# The share of a headline's character pairs that its own article repeats; headlines of other stories share far fewer.
OWN_HEADLINE = 0.25


@dataclass(frozen=True, slots=True)
class Gap:
    """The blocks between two paragraphs; ``above`` and ``below`` are those, or None at the ends of the page."""

    indexes: tuple[int, ...]
    above: int | None
    below: int | None


def judge_heads(draft: Draft) -> None:
    """Label the short lines around the paragraphs, and the paragraph that is the caption of a photo item."""
    _judge_photo_items(draft)
    prose = draft.prose()
    if not prose:
        return
    gaps = _gaps(draft, prose)
    starts = {gap.below for gap in gaps if gap.above is not None and begins_article(draft, gap)}
    _judge_page_head(draft, gaps[0], _until(prose, prose[0], starts))
    for gap in gaps[1:-1]:
        if gap.below in starts:
            _judge_article_head(draft, gap)
        else:
            _judge_subheadings(draft, gap)
    _judge_headline_behind_body(draft, gaps[-1], prose)
    _judge_headline_copies(draft)


def _gaps(draft: Draft, prose: list[int]) -> list[Gap]:
    ends: list[int | None] = [None, *prose, None]
    gaps: list[Gap] = []
    for above, below in pairwise(ends):
        start = 0 if above is None else above + 1
        stop = len(draft.blocks) if below is None else below
        gaps.append(Gap(tuple(range(start, stop)), above, below))
    return gaps


def _until(prose: list[int], start: int, stops: set[int | None]) -> list[int]:
    paragraphs: list[int] = []
    for index in prose:
        if index >= start and index in stops and index != start:
            break
        if index >= start:
            paragraphs.append(index)
    return paragraphs


def begins_article(draft: Draft, gap: Gap) -> bool:
    """Tell whether a gap holds the head of a new article."""
    lines = [index for index in gap.indexes if _may_be_head(draft, index)]
    if not lines or gap.below is None:
        return False
    labels = {draft.labels[index] for index in gap.indexes}
    signs = [
        Label.BYLINE in labels or Label.META in labels,
        any(KICKER_END.search(draft.folded(index)) for index in lines),
        _has_dateline(draft, gap.below),
    ]
    return any(signs)


def _may_be_head(draft: Draft, index: int) -> bool:
    return draft.is_line(index) and 4 <= draft.facts[index].length <= MAX_HEADLINE


def _has_dateline(draft: Draft, index: int) -> bool:
    return read_dateline(draft.folded(index), draft.lexicon) is not None


def _judge_photo_items(draft: Draft) -> None:
    """A paragraph with a byline but no headline, wedged into an unfinished paragraph, is a photo item's caption."""
    prose = draft.prose()
    for before, caption, after in zip(prose, prose[1:], prose[2:], strict=False):
        between = range(before + 1, caption)
        behind = [index for index in range(caption + 1, after) if draft.labels[index] is not Label.MARKUP]
        if (
            not draft.facts[before].finished
            and draft.facts[caption].finished
            and not any(draft.labels[index] is None for index in between)
            and behind
            and all(draft.labels[index] is Label.BYLINE for index in behind)
            and not _has_dateline(draft, after)
        ):
            draft.put(caption, Label.CAPTION, "photo-item-in-broken-paragraph")


def _judge_page_head(draft: Draft, gap: Gap, paragraphs: list[int]) -> None:
    """Choose the headline among the lines before the first paragraph; what is around it is kicker, subtitle or menu."""
    lines = [index for index in gap.indexes if _may_be_head(draft, index)]
    known = bigrams("\n".join(draft.folded(index) for index in paragraphs))
    scores = {index: _headline_score(draft, index, gap, known) for index in lines}
    best = max(scores, key=lambda index: (scores[index], index), default=None)
    if best is None or scores[best] < OWN_HEADLINE:
        return
    _put_head(draft, [index for index in lines if _beside(draft, index, best)], best, known)
    for index in gap.indexes:
        if draft.labels[index] is None and not same_title(draft.folded(index), draft.folded(best)):
            draft.put(index, Label.NAV, "line-before-article")


def _headline_score(draft: Draft, index: int, gap: Gap, known: set[str]) -> float:
    folded = draft.folded(index)
    if folded in draft.lexicon.menu or BULLET.match(folded):
        return 0.0
    score = overlap(folded, known)
    if draft.blocks[index].layout.path.endswith("h1"):
        score += 1.0
    below = next((one for one in gap.indexes if one > index and draft.labels[one] is not Label.MARKUP), gap.below)
    if below is not None and (draft.labels[below] in HEAD_LABELS or below == gap.below):
        score += 0.3
    copies = sum(bare(folded) in bare(draft.folded(one)) for one in gap.indexes if one != index)
    if copies and draft.facts[index].length >= 8:
        score += 0.3
    if draft.facts[index].length >= 8:
        score += 0.1
    return score


def _beside(draft: Draft, index: int, headline: int) -> bool:
    """Whether only lines stand between a line and the headline."""
    low, high = sorted((index, headline))
    return all(draft.labels[between] in {None, Label.MARKUP} for between in range(low, high + 1))


def _put_head(draft: Draft, lines: list[int], headline: int, known: set[str]) -> None:
    """Label the lines of a head around its headline."""
    draft.put(headline, Label.HEADLINE, "headline")
    for index in lines:
        folded = draft.folded(index)
        if index == headline or same_title(folded, draft.folded(headline)):
            continue
        if index < headline:
            if KICKER_END.search(folded) or (index == headline - 1 and _headline_like(draft, index, known)):
                draft.put(index, Label.KICKER, "line-above-headline")
        elif SUBTITLE_START.match(folded) or (index == headline + 1 and _headline_like(draft, index, known)):
            draft.put(index, Label.SUBTITLE, "line-below-headline")


def _headline_like(draft: Draft, index: int, known: set[str]) -> bool:
    folded = draft.folded(index)
    return draft.facts[index].length >= 8 and not BULLET.match(folded) and overlap(folded, known) >= OWN_HEADLINE


def _judge_article_head(draft: Draft, gap: Gap) -> None:
    """Label the lines of a gap that begins an article: kicker, headline, subtitle by their marks, order and length."""
    lines = [index for index in gap.indexes if _may_be_head(draft, index)]
    names = [index for index in lines if draft.folded(index) in draft.lexicon.menu or draft.facts[index].length < 5]
    if len(names) < len(lines):
        for index in names:
            draft.put(index, Label.NAV, "section-name")
        lines = [index for index in lines if index not in names]
    plain = [
        index
        for index in lines
        if not KICKER_END.search(draft.folded(index)) and not SUBTITLE_START.match(draft.folded(index))
    ]
    headline = _pick_headline(draft, plain or lines)
    draft.put(headline, Label.HEADLINE, "headline-of-next-article")
    for index in lines:
        if index != headline:
            role = Label.KICKER if index < headline else Label.SUBTITLE
            draft.put(index, role, "line-above-headline" if index < headline else "line-below-headline")


def _pick_headline(draft: Draft, lines: list[int]) -> int:
    """Of two lines the shorter is the headline; of three the middle one, with kicker and subtitle around it."""
    if len(lines) >= 3:
        return lines[-2]
    return min(lines, key=lambda index: (draft.facts[index].length, index))


def _judge_subheadings(draft: Draft, gap: Gap) -> None:
    lines = [index for index in gap.indexes if draft.is_line(index)]
    for index in lines:
        if reads_as_sentence(draft.folded(index)):
            draft.put(index, Label.BODY, "piece-of-paragraph")
        elif len(lines) > 3 or BULLET.match(draft.folded(index)) or draft.facts[index].length > MAX_SUBHEADING:
            draft.put(index, Label.BODY, "line-of-list")
        else:
            draft.put(index, Label.SUBHEADING, "line-between-paragraphs")


def _judge_headline_behind_body(draft: Draft, gap: Gap, prose: list[int]) -> None:
    """Some copying sites print headline and date below the text."""
    if Label.HEADLINE in draft.labels:
        return
    known = bigrams("\n".join(draft.folded(index) for index in prose))
    for index in gap.indexes:
        beside = {draft.labels[one] for one in (index - 1, index + 1) if one in gap.indexes}
        if _may_be_head(draft, index) and Label.META in beside and overlap(draft.folded(index), known) >= OWN_HEADLINE:
            draft.put(index, Label.HEADLINE, "headline-behind-body")
            return


def _judge_headline_copies(draft: Draft) -> None:
    """A line that repeats the headline is a copy of it in the head, and the text of a picture where a number follows."""
    headlines = [index for index, label in enumerate(draft.labels) if label is Label.HEADLINE]
    for headline in headlines:
        title = bare(draft.folded(headline))
        for index, label in enumerate(draft.labels):
            if (
                index == headline
                or label not in {None, Label.SUBHEADING, Label.BODY, Label.NAV}
                or draft.facts[index].prose
            ):
                continue
            line = bare(draft.folded(index))
            if line == title and draft.rules[index] != "breadcrumb-arrows":
                draft.put(index, Label.HEADLINE if index < headline + 3 else Label.CAPTION, "copy-of-headline")
            elif line.startswith(title) and len(line) <= len(title) + 12 and line[-1:].isdigit():
                draft.put(index, Label.CAPTION, "headline-with-number")
