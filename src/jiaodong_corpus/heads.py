"""Headlines, kickers, subtitles and subheadings: what the short lines between paragraphs are.

The lines of a gap that begins an article are its head; those of any other gap are subheadings, or lines of a list.
"""

from itertools import takewhile

from .behind import judge_behind_body
from .blank_lines import judge_lines_above_blank, judge_titles_between_blanks
from .briefs import judge_briefs, judge_local_briefs
from .clauses import judge_opening_clauses
from .contents import is_printed, judge_listed
from .context import BULLET, same_title
from .draft import Draft
from .gaps import HEAD_LABELS, NUMBER, Gap, find_gaps, head_lines, may_be_head
from .headline import OWN_HEADLINE, find_headline, judge_place_above, opens_headline
from .headline_copies import below_list, judge_headline_copies
from .keywords import is_tag_row
from .lines import read_dateline
from .lookalikes import PAGE_AND_NAME, is_pen_name, is_section_name, judge_bare_bylines, names_section
from .model import Label
from .outline import judge_numbers_of_headings
from .photo_lines import BELOW_PICTURE, is_below_picture
from .pictures import judge_photo_captions
from .printed import judge_printed
from .questions import judge_question_headlines
from .signs import goes_on_from_page
from .standfirsts import judge_standfirsts
from .starts import find_starts
from .subheads import (
    count_marks,
    judge_heads_of_boxes,
    judge_lines_of_text,
    judge_press_review,
    judge_speakers,
)
from .titles import SUBTITLE_START, is_plain, opens_deck, parts_of_title, pick_headline, put_head, without_news

# What stands right above a head, and how many lines beside the headline it has at most.
ABOVE_HEAD = frozenset({Label.NAV, Label.META, Label.PAGER, Label.EDITOR_CREDIT, Label.WIDGET})
MAX_BESIDE = 3
CONTINUED = "text-from-another-page"
PAGE_LINES = frozenset({Label.META, Label.EDITOR_CREDIT})
# A shorter line between the two is the name of a section.
MIN_BESIDE = 7
# More lines than this above an article are a menu with the head of the article in it.
MANY_HEAD_LINES = 5


def judge_heads(draft: Draft) -> None:
    """Label the short lines around the paragraphs, and the paragraphs that are captions of photo items."""
    if draft.text():
        judge_listed(draft, find_gaps(draft))
    judge_photo_captions(draft)
    judge_question_headlines(draft)
    judge_titles_between_blanks(draft)
    judge_local_briefs(draft)
    if not draft.text():
        return
    judge_standfirsts(draft)
    judge_heads_of_boxes(draft)
    judge_speakers(draft)
    if is_printed(draft):
        judge_printed(draft)
    gaps = find_gaps(draft)
    for gap in gaps:
        judge_bare_bylines(draft, gap)
    # A page whose title element names an article is of that one; newspaper pages hold more.
    starts = set() if draft.title is not None and draft.inside else find_starts(draft, gaps)
    if starts:
        judge_briefs(draft)
    first_stop = min(starts, default=len(draft.blocks))
    _judge_page_head(draft, gaps[0], [index for index in draft.text() if index < first_stop])
    judge_lines_above_blank(draft, [gap for gap in gaps[1:-1] if gap.below in starts])
    marks = count_marks(draft)
    for gap in gaps[1:-1]:
        if gap.below is not None and goes_on_from_page(draft, gap):
            draft.put(gap.below, Label.BODY, CONTINUED)
        if gap.below in starts:
            _judge_article_head(draft, gap)
        else:
            judge_lines_of_text(draft, gap, marks)
    judge_behind_body(draft, gaps[-1])
    judge_headline_copies(draft)
    judge_press_review(draft)


def _judge_page_head(draft: Draft, gap: Gap, paragraphs: list[int]) -> None:
    """Choose the headline among the lines before the first paragraph; what is around it is kicker, subtitle or menu."""
    known = draft.pairs_of(paragraphs)
    best = None if goes_on_from_page(draft, gap) else find_headline(draft, gap, known)
    if best is not None:
        stack = without_news(draft, below_list(draft, _stack(draft, gap, best, known), known), known)
        best = best if best in stack else stack[0]
        if not any(draft.bare(best) in draft.bare(one) for one in range(gap.below or best) if one not in stack):
            best = pick_headline(draft, stack, gap.below)
        put_head(draft, stack, best)
        judge_place_above(draft, gap)
    if best is not None:
        judge_opening_clauses(draft, [index for index in gap.indexes if index > best])
    for index in gap.indexes:
        if (
            draft.labels[index] is None
            and best is not None
            and best < index == gap.indexes[-1]
            and _is_subheading(draft, index, best)
        ):
            pictured = is_below_picture(draft, index)
            draft.put(index, *(BELOW_PICTURE if pictured else (Label.SUBHEADING, "line-above-first-paragraph")))
        if draft.labels[index] is None and is_tag_row(draft, index):
            draft.put(index, Label.TAGS, "row-of-words-of-the-text")
        if draft.labels[index] is not None or (
            best is not None and same_title(draft.folded(index), draft.folded(best))
        ):
            continue
        # The addressee of a notice (各镇人民政府:) stands between headline and text.
        if best is not None and best < index == gap.indexes[-1] and draft.folded(index).endswith(":"):
            draft.put(index, Label.BODY, "addressee")
    if gap.indexes:
        judge_numbers_of_headings(draft, gap.indexes, best)


def _is_subheading(draft: Draft, index: int, headline: int) -> bool:
    """Whether a line right above the first paragraph stands below the metadata of the article, so that it heads the text."""
    between = {draft.labels[one] for one in range(headline + 1, index)}
    return (
        bool(between & (HEAD_LABELS | {Label.SUMMARY}))
        and not (draft.folded(index)[0] in "【[(" or draft.folded(index).isdigit())
        and (may_be_head(draft, index) or _is_short_word(draft, index) or NUMBER.match(draft.folded(index)) is not None)
    )


def _is_short_word(draft: Draft, index: int) -> bool:
    """Whether a line is three characters that are no word of a menu (一趟车)."""
    folded = draft.folded(index)
    return draft.is_line(index) and len(folded) == draft.facts[index].han == 3 and folded not in draft.lexicon.menu


def _stack(draft: Draft, gap: Gap, headline: int, known: set[str]) -> list[int]:
    """Return the headline and the lines right above and below it that read like one: kicker, subtitle."""
    free = [one for one in gap.indexes if draft.labels[one] is None]
    stack = [headline, *_lines_to_furniture(draft, gap, headline), *parts_of_title(draft, free, headline)]
    for step in (-1, 1):
        index = headline + step
        while index in gap.indexes and (
            index in stack or draft.labels[index] is Label.MARKUP or _of_head(draft, index, known)
        ):
            if draft.labels[index] is None:
                stack.append(index)
            index += step
    return sorted(set(stack))


def _lines_to_furniture(draft: Draft, gap: Gap, headline: int) -> list[int]:
    """Return the few lines between the headline and what bounds the head: the path or masthead above, byline or time below."""
    found: list[int] = []
    for step, bounds in ((-1, ABOVE_HEAD | {Label.BYLINE}), (1, HEAD_LABELS | {Label.SUMMARY})):
        lines: list[int] = []
        index = headline + step
        while index in gap.indexes and (
            (_may_stand_in_head(draft, index) and draft.at_edge(index) is not Label.NAV)
            or (index == headline - 1 and draft.is_line(index) and opens_headline(draft, index))
        ):
            lines.append(index)
            index += step
        if step > 0 and not lines:
            lines = _short_decks(draft, gap, headline)
            index += len(lines)
        if step < 0 and lines and index - 1 in gap.indexes and _names_section(draft, index):
            # The name of the section stands between the masthead and the head.
            index -= draft.labels[index - 1] in PAGE_LINES
        # Below a byline that stands above the head the text begins right behind it.
        signed = step > 0 and index not in gap.indexes and _is_of_paper(draft, gap)
        bounded = index in gap.indexes and draft.labels[index] in bounds
        alone = len(lines) == 1 and index in gap.indexes and draft.rules[index] == "in-this-issue"
        if len(lines) <= MAX_BESIDE and (signed or bounded or alone):
            found += lines
    return found


def _is_of_paper(draft: Draft, gap: Gap) -> bool:
    """Whether the head of an article is one of a newspaper: signed, with a dateline below, or on a printed page."""
    signed = any(draft.labels[index] is Label.BYLINE for index in gap.indexes)
    dated = gap.below is not None and read_dateline(draft.folded(gap.below), draft.lexicon) is not None
    return signed or dated or is_printed(draft)


def _short_decks(draft: Draft, gap: Gap, headline: int) -> list[int]:
    """Return the short lines, no words of a menu, right between a headline and the byline below it: they are decks of it."""
    lines = list(
        takewhile(lambda one: one in gap.indexes and may_be_head(draft, one), range(headline + 1, headline + 3))
    )
    signed = bool(lines) and draft.labels[lines[-1] + 1 : lines[-1] + 2] == [Label.BYLINE]
    return lines if signed and not any(names_section(draft, one) for one in lines) else []


def _names_section(draft: Draft, index: int) -> bool:
    return draft.is_line(index) and (len(draft.folded(index)) < MIN_BESIDE or is_section_name(draft, index))


def _may_stand_in_head(draft: Draft, index: int) -> bool:
    folded = draft.folded(index)
    explains = SUBTITLE_START.match(folded) is not None
    return (
        may_be_head(draft, index)
        and (len(folded) >= MIN_BESIDE or explains or opens_deck(draft, index))
        and (explains or not BULLET.match(folded))
        and not is_section_name(draft, index)
    )


def _of_head(draft: Draft, index: int, known: set[str]) -> bool:
    folded = draft.folded(index)
    if (
        not may_be_head(draft, index)
        or folded in draft.lexicon.menu
        or BULLET.match(folded)
        or PAGE_AND_NAME.match(folded)
        or "0" <= folded[-1] <= "9"
    ):
        return False
    if not is_plain(draft, index):
        return True
    # Beside a headline half as many words of its own will do: kickers are in other words than the text.
    return draft.facts[index].length >= 8 and draft.overlap(index, known) >= OWN_HEADLINE / 2


def _judge_article_head(draft: Draft, gap: Gap) -> None:
    """Label the lines of a gap that begins an article: kicker, headline, subtitle by their marks, order and length."""
    lines = head_lines(draft, gap)
    if len(lines) > MANY_HEAD_LINES:
        assert gap.below is not None
        near = range(gap.below, min(len(draft.blocks), gap.below + MANY_HEAD_LINES))
        _judge_page_head(draft, gap, [index for index in near if draft.is_text(index)])
        return
    names = [index for index in lines if is_section_name(draft, index)]
    if len(names) < len(lines):
        lines = [index for index in lines if index not in names]
    # Between byline and text stands no part of the head.
    byline = max((index for index in gap.indexes if draft.labels[index] is Label.BYLINE), default=-1)
    if lines[:1] and lines[0] < byline < lines[-1] == gap.indexes[-1]:
        draft.put(lines.pop(), Label.SUBHEADING, "line-above-first-paragraph")
    # An article can begin with its dateline, below lines that all have their labels.
    if lines:
        opened = next((one for one in lines if one - 1 in gap.indexes and opens_headline(draft, one - 1)), None)
        put_head(draft, lines, opened or pick_headline(draft, lines, gap.below))
        judge_place_above(draft, gap)
    for index in gap.indexes:
        if draft.labels[index] is None and lines and index > lines[-1] and draft.folded(index).endswith(":"):
            draft.put(index, Label.BODY, "addressee")
        elif draft.labels[index] is None and draft.facts[index].full_stop and draft.is_text(index - 1):
            # A column's end broke the sentence above.
            draft.put(index, Label.BODY, "end-of-sentence")
        elif draft.labels[index] is None and lines and index == lines[-1] + 1 and is_pen_name(draft, index):
            draft.put(index, Label.BYLINE, "pen-name")
        elif draft.labels[index] is None:
            draft.put(index, *draft.edges.get(index, (Label.NAV, "section-name")))
