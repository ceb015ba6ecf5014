"""Headlines, kickers, subtitles and subheadings: what the short lines between paragraphs are.

The page is seen as gaps: the runs of blocks that stand before, between and after the paragraphs. A gap that holds what
only the head of an article has (a byline, time and source, a kicker, a dateline right below) begins a new article;
the short lines of any other gap are subheadings.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from .context import BULLET, same_title
from .draft import Draft
from .facts import bare, bigrams, overlap, reads_as_sentence
from .lines import is_name, read_byline, read_dateline
from .model import Label

KICKER_END = re.compile(r"(?:——|—|──|--|\||丨|│|/|:|[①-⑳]|之[一二三四五六七八九十]{1,2})$")
# Who speaks in an interview.
SPEAKER = re.compile(r"^[一-鿿]{1,8}(?:\([^)]{1,12}\))?:")
SUBTITLE_START = re.compile(r"^(?:——|──|--|—)")
ENCLOSED = re.compile(r"^(?:[(\[【].*[)\]】]|[■□◆●▲].*)$")
NUMBER = re.compile(r"^(?:\(?[一二三四五六七八九十]{1,3}\)?[、.)]|第[一二三四五六七八九十百\d]{1,4}[章节编部分]|\d{1,2}[、.])")
SECTION = re.compile(r"^[一-鿿]{1,6}(?:速览|新闻|简讯|快讯|要闻|动态|看点|视点|聚焦|综合|天下|资讯|短评|时评|广角|专版|专刊|纵横|扫描|播报|连线|之窗|观察)$")
PICTURES = re.compile(r"^(?:图片|摄影)(?:新闻|故事|报道|专题)?$|^(?:光影|镜头|图说新闻)$")
HEADING_ELEMENT = re.compile(r"/h[1-6]$")
TITLE_ELEMENT = "head/title"
MAX_HEADLINE = 60
MAX_SUBHEADING = 45
HEAD_LABELS = frozenset({Label.BYLINE, Label.META})
FEW_PAIRS = 5
# More lines than this above an article are a menu with the head of the article in it.
MANY_HEAD_LINES = 5
# The share of a headline's character pairs that its own article repeats; headlines of other stories share far fewer.
OWN_HEADLINE = 0.25
# A line begins an article of a newspaper page where the text below shares at most this much with the text above, and the line
# shares this much with the text below; 40 of 40 headlines without byline of the fixtures, and 2 of 84 subheadings, do.
NEW_TOPIC, FITS_BELOW, FITS_ABOVE = 0.07, 0.35, 0.15
# A line that the text below repeats nearly whole may stand over a text that shares this much.
NEAR_TOPIC, FITS_WELL = 0.12, 0.75


@dataclass(frozen=True, slots=True)
class Gap:
    """The blocks between two paragraphs; ``above`` and ``below`` are those, or None at the ends of the page."""

    indexes: tuple[int, ...]
    above: int | None
    below: int | None


def judge_heads(draft: Draft) -> None:
    """Label the short lines around the paragraphs, and the paragraphs that are captions of photo items."""
    _judge_photo_captions(draft)
    _judge_question_headlines(draft)
    if not draft.text():
        return
    gaps = _gaps(draft)
    for gap in gaps:
        _judge_bare_bylines(draft, gap)
    starts = _starts(draft, gaps)
    first_stop = min(starts, default=len(draft.blocks))
    _judge_page_head(draft, gaps[0], [index for index in draft.text() if index < first_stop])
    for gap in gaps[1:-1]:
        if gap.below in starts:
            _judge_article_head(draft, gap)
        else:
            _judge_lines_of_text(draft, gap)
    _judge_headline_behind_body(draft, gaps[-1])
    _judge_headline_copies(draft)


def _gaps(draft: Draft) -> list[Gap]:
    ends: list[int | None] = [None, *draft.text(), None]
    gaps: list[Gap] = []
    for above, below in pairwise(ends):
        start = 0 if above is None else above + 1
        stop = len(draft.blocks) if below is None else below
        gaps.append(Gap(tuple(range(start, stop)), above, below))
    return gaps


# --- where articles begin


def head_signs(draft: Draft, below: int) -> bool:
    """Tell whether right above a paragraph stands what only the head of an article has."""
    above = below - 1
    while above >= 0 and not draft.facts[above].prose:
        above -= 1
    return _begins_article(draft, Gap(tuple(range(above + 1, below)), above, below))


def _begins_article(draft: Draft, gap: Gap) -> bool:
    lines = _head_lines(draft, gap)
    if not lines or gap.below is None:
        return False
    below_lines = [draft.labels[index] for index in gap.indexes if index > lines[0]]
    signs = [
        # Above the lines a byline can also be the end of the article before; then the lines decide by themselves.
        Label.BYLINE in below_lines or any(_is_dated_meta(draft, index) for index in gap.indexes),
        Label.BYLINE in {draft.labels[index] for index in gap.indexes} and draft.facts[lines[0]].length >= 6,
        any(KICKER_END.search(draft.folded(index)) and draft.folded(index)[-1] != ":" for index in lines),
        read_dateline(draft.folded(gap.below), draft.lexicon) is not None,
    ]
    return any(signs)


def _is_dated_meta(draft: Draft, index: int) -> bool:
    return draft.labels[index] is Label.META and draft.rules[index] == "fields"


def _head_lines(draft: Draft, gap: Gap) -> list[int]:
    return [index for index in gap.indexes if _may_be_head(draft, index)]


def _may_be_head(draft: Draft, index: int) -> bool:
    folded = draft.folded(index)
    return (
        draft.is_line(index)
        and not draft.blocks[index].layout.path.endswith(TITLE_ELEMENT)
        and 4 <= draft.facts[index].length <= MAX_HEADLINE
        and not folded.endswith(":")
        and not NUMBER.match(folded)
    )


def _starts(draft: Draft, gaps: list[Gap]) -> set[int]:
    """Return the paragraphs that are the first of an article, the first article of the page left out."""
    inner = [gap for gap in gaps[1:-1] if gap.below is not None]
    starts = {gap.below for gap in inner if gap.below is not None and _begins_article(draft, gap)}
    signed = [index for index, label in enumerate(draft.labels) if label is Label.BYLINE and _signs_text_above(draft, index)]
    if not starts and len(signed) < 2:
        return starts
    prose = draft.text()
    for gap in inner:
        lines = _head_lines(draft, gap)
        if gap.below is None or gap.below in starts or not lines:
            continue
        above, below = _text_around(draft, prose, gap, starts)
        if any(draft.facts[index].length >= 8 and _opens_topic(draft.folded(index), above, below) for index in lines):
            starts.add(gap.below)
    return starts | _starts_between_bylines(draft, inner, starts)


def _opens_topic(line: str, above: str, below: str) -> bool:
    shared, fit = overlap(below, bigrams(above)), overlap(line, bigrams(below))
    if overlap(line, bigrams(above)) > FITS_ABOVE:
        return False
    return (shared <= NEW_TOPIC and fit >= FITS_BELOW) or (shared <= NEAR_TOPIC and fit >= FITS_WELL)


def _text_around(draft: Draft, prose: list[int], gap: Gap, starts: set[int]) -> tuple[str, str]:
    """Return the text of the article so far and the text below up to the next gap with lines in it."""
    assert gap.above is not None
    assert gap.below is not None
    begin = max((start for start in starts if start <= gap.above), default=0)
    above = [index for index in prose if begin <= index <= gap.above]
    below = [gap.below]
    for one, two in pairwise(index for index in prose if index >= gap.below):
        if any(draft.is_line(index) for index in range(one + 1, two)):
            break
        below.append(two)
    return "\n".join(map(draft.folded, above)), "\n".join(map(draft.folded, below))


def _starts_between_bylines(draft: Draft, inner: list[Gap], starts: set[int]) -> set[int]:
    """An article is signed once: between the end of a signed one and a byline behind a text, another one begins."""
    found: set[int] = set()
    prose = draft.text()
    last = 0
    for index, label in enumerate(draft.labels):
        if label is not Label.BYLINE or not _signs_text_above(draft, index):
            continue
        here = [gap for gap in inner if gap.below is not None and last < gap.below <= index]
        known = {gap.below for gap in here} & (starts | found)
        start = max(known, default=last)
        opening = read_dateline(draft.folded(start), draft.lexicon)
        signed = bool(opening and opening.names) or any(draft.labels[one] is Label.BYLINE for one in range(start, index))
        candidates = [gap for gap in here if gap.below not in known and _head_lines(draft, gap)]
        if candidates and ((last and not known) or signed):
            best = max(candidates, key=lambda gap: _fit(draft, prose, gap, starts | found))
            assert best.below is not None
            found.add(best.below)
        last = index
    return found


def _signs_text_above(draft: Draft, index: int) -> bool:
    """Whether a byline stands behind a text: on the line of its last paragraph, or below it in brackets."""
    on_line = draft.rules[index].endswith("behind-last-sentence")
    return on_line or (index > 0 and draft.facts[index - 1].prose and draft.folded(index).startswith(("(", "[", "【")))


def _fit(draft: Draft, prose: list[int], gap: Gap, starts: set[int]) -> float:
    above, below = _text_around(draft, prose, gap, starts)
    line = " ".join(draft.folded(index) for index in _head_lines(draft, gap))
    return overlap(line, bigrams(below)) - overlap(line, bigrams(above)) - 3 * overlap(below, bigrams(above))


# --- captions, questions and names that look like something else


def _judge_photo_captions(draft: Draft) -> None:
    """Find the paragraphs that are captions of photo items.

    One is wedged with its credit into an unfinished paragraph; another stands under the section name of pictures.
    """
    prose = draft.prose()
    for before, caption, after in zip(prose, prose[1:], [*prose[2:], len(draft.blocks)], strict=False):
        behind = [index for index in range(caption + 1, after) if draft.labels[index] is not Label.MARKUP]
        between = [index for index in range(before + 1, caption) if draft.labels[index] is not Label.MARKUP]
        credit = bool(behind) and all(draft.labels[index] in {Label.BYLINE, Label.CAPTION} for index in behind)
        wedged = (
            not draft.facts[before].finished
            and draft.facts[caption].finished
            and not any(draft.labels[index] is None for index in between)
            and after < len(draft.blocks)
            and not read_dateline(draft.folded(after), draft.lexicon)
        )
        section = any(draft.is_line(index) and PICTURES.match(draft.folded(index)) for index in between)
        if (credit and wedged) or section:
            draft.put(caption, Label.CAPTION, "photo-item")


def _judge_question_headlines(draft: Draft) -> None:
    """A lone question before the first paragraph, or right above a byline, is a headline and not a paragraph."""
    for index in draft.prose():
        if not _is_question(draft, index):
            break
        draft.titles.add(index)
    for index in draft.prose():
        if HEADING_ELEMENT.search(draft.blocks[index].layout.path) and draft.facts[index].length <= MAX_HEADLINE:
            draft.titles.add(index)
    for index in draft.prose():
        following = draft.labels[index + 1] if index + 1 < len(draft.blocks) else None
        if _is_question(draft, index) and following in HEAD_LABELS:
            draft.titles.add(index)


def _is_question(draft: Draft, index: int) -> bool:
    facts = draft.facts[index]
    folded = draft.folded(index)
    speaker = SPEAKER.match(folded)
    spoken = speaker is not None and sum(one.folded.startswith(speaker[0]) for one in draft.blocks) > 1
    return not facts.full_stop and facts.stops <= 2 and facts.length <= 40 and not spoken and folded.rstrip("”\"' ")[-1:] in {"?", "!"}


def _judge_bare_bylines(draft: Draft, gap: Gap) -> None:
    """Names alone on a line are a byline in brackets or behind a mark, right below a headline, and behind the last text."""
    lines = [index for index in gap.indexes if draft.is_line(index)]
    for index in lines:
        if read_byline(draft.folded(index), draft.lexicon, bare=True) is None:
            continue
        below_headline = gap.below == index + 1 and any(above < index and draft.facts[above].length >= 8 for above in lines)
        behind_text = gap.above == index - 1 and (gap.below is None or len(lines) > 1) and _only_names(draft, index)
        if ENCLOSED.match(draft.folded(index)) or below_headline or behind_text:
            draft.put(index, Label.BYLINE, "bare-names")


def _only_names(draft: Draft, index: int) -> bool:
    return all(is_name(word, draft.lexicon) or len(word) == 1 for word in draft.folded(index).replace("、", " ").split())


# --- labels of head lines


def _judge_page_head(draft: Draft, gap: Gap, paragraphs: list[int]) -> None:
    """Choose the headline among the lines before the first paragraph; what is around it is kicker, subtitle or menu."""
    known = bigrams("\n".join(map(draft.folded, paragraphs)))
    plain = [index for index in _head_lines(draft, gap) if _is_plain(draft, index) and not _is_tag_row(draft, index)]
    scores = {index: _headline_score(draft, index, gap, known) for index in plain}
    best = max(scores, key=lambda index: (scores[index], index), default=None)
    if best is not None and scores[best] >= OWN_HEADLINE:
        stack = _stack(draft, gap, best, known)
        if not any(bare(draft.folded(best)) in bare(draft.folded(one)) for one in range(best) if one not in stack):
            best = _pick_headline(draft, [index for index in stack if _is_plain(draft, index)] or [best])
        _put_stack(draft, stack, best)
    for index in gap.indexes:
        if draft.labels[index] is None and _is_tag_row(draft, index):
            draft.put(index, Label.TAGS, "row-of-words-of-the-text")
        if draft.labels[index] is not None or (best is not None and same_title(draft.folded(index), draft.folded(best))):
            continue
        # The addressee of a notice (各镇人民政府:) stands between headline and text.
        if best is not None and best < index == gap.indexes[-1] and draft.folded(index).endswith(":"):
            draft.put(index, Label.BODY, "addressee")


def _is_tag_row(draft: Draft, index: int) -> bool:
    """Whether a line is three or more bare nouns of which most stand in the text: keywords without their label."""
    words = draft.folded(index).split()
    if len(words) < 3 or not all(2 <= len(word) <= 10 for word in words):
        return False
    text = "\n".join(map(draft.folded, draft.text()))
    return 3 * sum(word in text for word in words) >= 2 * len(words)


def _is_plain(draft: Draft, index: int) -> bool:
    folded = draft.folded(index)
    return not KICKER_END.search(folded) and not SUBTITLE_START.match(folded)


def _headline_score(draft: Draft, index: int, gap: Gap, known: set[str]) -> float:
    folded = draft.folded(index)
    if folded in draft.lexicon.menu or BULLET.match(folded):
        return 0.0
    # A name of two or three characters is in every text on its subject.
    pairs = bigrams(folded)
    score = len(pairs & known) / max(len(pairs), FEW_PAIRS)
    if draft.blocks[index].layout.path.endswith("/h1"):
        score += 0.6
    titles = [bare(one.folded) for one in draft.blocks if one.layout.path.endswith(TITLE_ELEMENT)]
    if draft.facts[index].length >= 6 and any(bare(folded) in title for title in titles):
        score += 0.6
    below = next((one for one in gap.indexes if one > index and draft.labels[one] is not Label.MARKUP), gap.below)
    if below is not None and (draft.labels[below] in HEAD_LABELS or below == gap.below):
        score += 0.3
    if draft.facts[index].length >= 8:
        score += 0.1 + 0.3 * any(bare(folded) in bare(draft.folded(one)) for one in gap.indexes if one != index)
    return score


def _stack(draft: Draft, gap: Gap, headline: int, known: set[str]) -> list[int]:
    """Return the headline and the lines right above and below it that read like one: kicker, subtitle."""
    stack = [headline]
    for step in (-1, 1):
        index = headline + step
        while index in gap.indexes and (draft.labels[index] is Label.MARKUP or _of_head(draft, index, known)):
            if draft.labels[index] is None:
                stack.append(index)
            index += step
    return sorted(stack)


def _of_head(draft: Draft, index: int, known: set[str]) -> bool:
    folded = draft.folded(index)
    if not _may_be_head(draft, index) or folded in draft.lexicon.menu or BULLET.match(folded):
        return False
    if not _is_plain(draft, index):
        return True
    # A kicker is in other words than the text; it is longer than what else stands above a headline.
    least = OWN_HEADLINE / 2 if draft.facts[index].length >= 12 else OWN_HEADLINE
    return draft.facts[index].length >= 8 and overlap(folded, known) >= least


def _judge_article_head(draft: Draft, gap: Gap) -> None:
    """Label the lines of a gap that begins an article: kicker, headline, subtitle by their marks, order and length."""
    lines = _head_lines(draft, gap)
    if len(lines) > MANY_HEAD_LINES:
        assert gap.below is not None
        _judge_page_head(draft, gap, [index for index in draft.text() if gap.below <= index < gap.below + MANY_HEAD_LINES])
        return
    names = [index for index in lines if _is_section_name(draft, index)]
    if len(names) < len(lines):
        lines = [index for index in lines if index not in names]
    _put_stack(draft, lines, _pick_headline(draft, [index for index in lines if _is_plain(draft, index)] or lines))
    for index in gap.indexes:
        if draft.labels[index] is None:
            draft.put(index, Label.NAV, "section-name")


def _is_section_name(draft: Draft, index: int) -> bool:
    folded = draft.folded(index)
    return folded in draft.lexicon.menu or len(folded) < 5 or bool(SECTION.match(folded))


def _pick_headline(draft: Draft, lines: list[int]) -> int:
    """Of two lines the shorter is the headline, the other leads to it or explains it; of three the middle one is."""
    if len(lines) >= 3:
        return lines[-2]
    return min(lines, key=lambda index: (draft.facts[index].length, index))


def _put_stack(draft: Draft, lines: Iterable[int], headline: int) -> None:
    draft.put(headline, Label.HEADLINE, "headline")
    for index in lines:
        if same_title(draft.folded(index), draft.folded(headline)):
            continue
        if index < headline:
            draft.put(index, Label.KICKER, "line-above-headline")
        elif index > headline:
            draft.put(index, Label.SUBTITLE, "line-below-headline")


# --- labels of the other lines


def _judge_lines_of_text(draft: Draft, gap: Gap) -> None:
    """Label the lines between two paragraphs of one article: subheadings, or lines of a list."""
    lines = [index for index in gap.indexes if draft.is_line(index)]
    for index in lines:
        folded = draft.folded(index)
        if reads_as_sentence(folded):
            draft.put(index, Label.BODY, "piece-of-paragraph")
        elif folded.endswith(":"):
            draft.put(index, Label.BODY, "line-that-introduces")
        elif index == lines[0] and len(lines) > 3 and not BULLET.match(folded) and _figures(draft, lines):
            draft.put(index, Label.SUBHEADING, "line-above-figures")
        elif BULLET.match(folded) or draft.facts[index].length > MAX_SUBHEADING or len(lines) > 3:
            draft.put(index, Label.BODY, "line-of-list")
        else:
            draft.put(index, Label.SUBHEADING, "line-between-paragraphs")


def _figures(draft: Draft, lines: list[int]) -> bool:
    """Whether the first of some lines stands over a list of figures."""
    with_digit = [index for index in lines if re.search(r"\d", draft.folded(index))]
    return lines[0] not in with_digit and 2 * len(with_digit) >= len(lines)


def _judge_headline_behind_body(draft: Draft, gap: Gap) -> None:
    """Some copying sites print headline and date below the text; a last paragraph can have lost its full stop."""
    if gap.above is not None and gap.above + 1 in gap.indexes and draft.is_line(gap.above + 1):
        if reads_as_sentence(draft.folded(gap.above + 1)):
            draft.put(gap.above + 1, Label.BODY, "piece-of-paragraph")
    if Label.HEADLINE in draft.labels:
        return
    known = bigrams("\n".join(map(draft.folded, draft.text())))
    for index in _head_lines(draft, gap):
        beside = {draft.labels[one] for one in (index - 1, index + 1) if one in gap.indexes}
        if Label.META in beside and overlap(draft.folded(index), known) >= OWN_HEADLINE:
            draft.put(index, Label.HEADLINE, "headline-behind-body")
            return


def _judge_headline_copies(draft: Draft) -> None:
    """A line that repeats the headline is a copy of it in the head, and the text of a picture further down."""
    headlines = [index for index, label in enumerate(draft.labels) if label is Label.HEADLINE]
    open_labels = {None, Label.SUBHEADING, Label.BODY, Label.NAV}
    for headline in headlines:
        title = bare(draft.folded(headline))
        for index, label in enumerate(draft.labels):
            if index == headline or label not in open_labels or draft.facts[index].prose or "breadcrumb" in draft.rules[index]:
                continue
            line = bare(draft.folded(index))
            if line == title:
                listed = index < headline and "epaper-navigation" in draft.rules
                copy = Label.NAV if listed else Label.HEADLINE if index < headline + 3 else Label.CAPTION
                draft.put(index, copy, "copy-of-headline")
            elif line.startswith(title) and len(line) <= len(title) + 12 and line[-1:].isdigit():
                draft.put(index, Label.CAPTION, "headline-with-number")
