"""Copies of a headline: in the head of its article, in a list of the page's titles, and as the text of a picture."""

import re

from .draft import Draft
from .gaps import NUMBER, may_be_head
from .model import Label
from .titles import GOES_ON, NOTICE_TITLE, is_plain

# The headline with the name of the site behind it is so long at least.
MIN_TITLE = 12
# A kicker is so long, and shares so much (0..1) of its pairs of characters with the text.
MIN_KICKER, OF_TEXT = 8, 0.125
SITE_BEHIND = re.compile(r"\s[-–—_|]\s*\S{2,10}$|[-–—_|][一-鿿]{2,10}(?:网|在线)$")
NO_COPY = frozenset({
    "breadcrumb", "breadcrumb-arrows", "breadcrumb-before-headline", "breadcrumb-before-title", "row-of-entry",
})  # fmt: skip
# Copies are looked for of so many headlines; no page that was seen has more articles.
MOST_HEADLINES, MIN_LIST = 60, 2
# So many lines of a headline stand above its last one.
MOST_ABOVE = 2
# A title stands on so many lines at most.
MAX_LINES = 6


def below_list(draft: Draft, stack: list[int], known: set[str]) -> list[int]:
    """Return what of the lines of a head stands below a list of titles: one that opens with a copy of the last line.

    The other titles have few of the words of the text, ``known``.
    """
    copy = next((index for index in stack[:-1] if draft.bare(index) == draft.bare(stack[-1])), stack[-1])
    between = [index for index in stack if copy < index < stack[-1]]
    others = len(between) >= MIN_LIST and sum(draft.overlap(one, known) for one in between) <= OF_TEXT * len(between)
    return stack[-1:] if others else stack


def _leave_list(draft: Draft, headlines: list[int], lines: dict[int, str]) -> None:
    """Where the first headline opens a list of the titles of the page, its copy below the list is the headline."""
    if not headlines:
        return
    first = headlines[0]
    titles = {lines.get(index) for index in headlines[1:]}
    end = first + 1
    while end in lines and lines[end] in titles:
        end += 1
    copy = next((index for index in lines if index >= end and lines[index] == lines.get(first)), None)
    if end - first > MIN_LIST and copy is not None:
        headlines[0] = copy
        draft.put(copy, Label.HEADLINE, "headline")


def _judge_wrapped_copy(draft: Draft, headline: int) -> None:
    """The head of a document prints its title once more, on several lines, above the text."""
    title = draft.bare(headline)
    if len(title) < MIN_TITLE:
        return
    text = next((index for index in range(headline + 1, len(draft.blocks)) if draft.is_text(index)), headline)
    for first in range(headline + 1, text):
        whole, end = "", first
        while end < text and end - first < MAX_LINES and len(whole) < len(title):
            whole, end = whole + draft.bare(end), end + 1
        if whole == title and end - first > 1 and Label.META not in draft.labels[first:end]:
            for index in range(first, end):
                draft.put(index, Label.HEADLINE, "copy-of-headline")


def _is_above_text(draft: Draft, headline: int, copy: int) -> bool:
    """Whether a copy stands right above the first text, below the time and source under the headline: the title as printed."""
    between = range(headline + 1, copy)
    # The first chapter of a document can stand between.
    below = copy + 1 + (draft.rules[copy + 1 : copy + 2] == ["line-above-first-paragraph"])
    return (
        below < len(draft.blocks)
        and draft.is_text(below)
        and any(draft.labels[index] is Label.META for index in between)
        and not any(draft.is_text(index) for index in between)
    )


def _is_subtitle_below(draft: Draft, index: int) -> bool:
    """Whether a line between a copy of the headline and the text is a subtitle: no other line stands between paragraphs."""
    if draft.rules[index : index + 1] != ["line-above-first-paragraph"] or any(
        form.match(draft.folded(index)) for form in (NUMBER, NOTICE_TITLE)
    ):
        return False
    last = draft.text()[-1]
    return not any(draft.is_line(one) or draft.labels[one] is Label.SUBHEADING for one in range(index + 1, last))


def _may_lead(draft: Draft, index: int) -> bool:
    """Whether a line above a copy of the headline has the form of a kicker, or words of the text."""
    if not may_be_head(draft, index):
        return False
    told = draft.facts[index].length >= MIN_KICKER and draft.overlap(index, draft.pairs_of(draft.text())) >= OF_TEXT
    return told or not is_plain(draft, index)


def _judge_lines_of_head(draft: Draft, headline: int) -> None:
    """Where the list of titles has lines above that of the headline that stand right above the headline, too, they are its first.

    The line above them is the kicker, which no list names.
    """
    lists = [index for index in range(headline) if draft.bare(index) == draft.bare(headline)]
    first = headline
    for index in lists:
        top = index
        while (
            top > 0
            and headline - (index - top) - 1 > index
            and draft.bare(top - 1) == draft.bare(headline - (index - top) - 1)
            and len(draft.bare(top - 1)) >= MIN_KICKER
        ):
            top -= 1
        first = min(first, headline - (index - top))
    if headline - first > MOST_ABOVE or first == headline:
        return
    for index in range(first, headline):
        draft.put(index, Label.HEADLINE, "headline")
    draft.put(headline, Label.HEADLINE, GOES_ON)
    if may_be_head(draft, first - 1) and draft.times(first - 1) == 1:
        draft.put(first - 1, Label.KICKER, "line-above-headline")


def judge_headline_copies(draft: Draft) -> None:
    """A line that repeats the headline is a copy of it in the head, and the text of a picture further down."""
    # A part of a headline on several lines is no title by itself.
    whole = [GOES_ON not in draft.rules[index : index + 2] for index in range(len(draft.blocks))]
    headlines = [index for index, label in enumerate(draft.labels) if label is Label.HEADLINE and whole[index]]
    open_labels = {None, Label.SUBHEADING, Label.KICKER, Label.SUBTITLE, Label.BODY, Label.NAV}
    lines = {
        index: draft.bare(index) for index, facts in enumerate(draft.facts) if not facts.prose or index in draft.titles
    }
    _leave_list(draft, headlines, lines)
    end = max(draft.text(), default=len(draft.blocks))
    for headline in headlines[:1]:
        _judge_wrapped_copy(draft, headline)
    for headline in headlines[:MOST_HEADLINES] if "epaper-navigation" in draft.rules else ():
        _judge_lines_of_head(draft, headline)
    for headline in headlines[:MOST_HEADLINES]:
        title = draft.bare(headline)
        for index, line in lines.items():
            if index == headline or draft.labels[index] not in open_labels or draft.rules[index] in NO_COPY:
                continue
            if line == title:
                # A site of newspapers lists the titles of its page above the first article, or below the last.
                listed = index < headlines[0] and (len(headlines) > 1 or "epaper-navigation" in draft.rules)
                listed |= index > end
                headed = index < headline + 3 or _is_above_text(draft, headline, index)
                copy = Label.NAV if listed else Label.HEADLINE if headed else Label.CAPTION
                draft.put(index, copy, "copy-of-headline")
                if headed and _is_subtitle_below(draft, index + 1):
                    draft.put(index + 1, Label.SUBTITLE, "line-below-headline")
                if headed and index > headline + 2 and draft.labels[index - 1] is None and _may_lead(draft, index - 1):
                    draft.put(index - 1, Label.KICKER, "line-above-headline")
            elif (
                index > headline
                and SITE_BEHIND.search(draft.folded(index))
                and line.startswith(title)
                and len(title) >= MIN_TITLE
            ):
                draft.put(index, Label.CAPTION, "headline-with-site")
            elif line.startswith(title) and len(line) <= len(title) + 12 and line[-1:].isdigit():
                draft.put(index, Label.CAPTION, "headline-with-number")
