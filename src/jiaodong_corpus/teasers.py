"""Lists of teasers: titles of other articles, with their days or openings."""

import re
from collections import Counter
from itertools import pairwise

from .context import DATED, MAX_TEASER
from .draft import Draft
from .gaps import count_speakers, is_dated_meta
from .lines import read_dateline
from .model import Label
from .teaser_ends import BY_TEXTS, MIN_TEASERS, MIN_TITLE, trails_off
from .teaser_rows import OPEN, OPENING, asks

MIN_ENTRIES = 6
# An entry is picture, title, teaser, keyword and time at most.
MAX_ENTRY = 5
# A clause on a line of its own is not longer; of the paragraphs of a list so many are alike.
SHORT, MOST = 40, 0.7
# A title with its day behind it on one line is an entry of a list.
ENTRY = re.compile(
    r"^.{8,}\s[\[(]?(?:(?:19|20)\d{2}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?[\])]?$"
)
# An article has its source above its text, and a line between at most.
SOURCE, MOST_BETWEEN = "来源", 2
# How a site lists its news is to be chosen above the list.
LIST_VIEW = re.compile(r"^(?:显示模式|排序方式)\s*:\s*(?:网格|列表|时间|热度)")


def judge_list(draft: Draft) -> None:
    """Label the blocks of a page that is a list of teasers or titles; any other is left alone."""
    copies = [index for index, rule in enumerate(draft.rules) if rule == "cut-copy-of-opening"]
    if len(copies) >= MIN_TEASERS:
        # An article has one such copy: these are titles, which their teasers repeat.
        for index in copies:
            draft.labels[index] = None
    ways = (_teasers, _dated_entries, _dated_titles, _linked_titles, *BY_TEXTS)
    found: list[int] = next(filter(None, (way(draft) for way in ways)), [])
    if found and not _has_source(draft, found[0]) and not _are_reports(draft, found):
        _label_list(draft, found)
    elif len(copies) >= MIN_TEASERS:
        for index in copies:
            draft.labels[index] = Label.SUMMARY


def _has_source(draft: Draft, first: int) -> bool:
    """Whether source and time stand once on a page, right above the first entry: that is an article, with a list behind it."""
    sourced = [
        index
        for index, label in enumerate(draft.labels)
        if label is Label.META and SOURCE in draft.folded(index) and is_dated_meta(draft, index)
    ]
    # A line can stand between.
    return len(sourced) == 1 and 0 < first - sourced[0] <= MOST_BETWEEN


def _are_reports(draft: Draft, found: list[int]) -> bool:
    """Whether the texts are whole and open with a dateline each: items of news one below the other, no teasers."""
    prose = [index for index in found if draft.is_prose(index)]
    openings = _openings(draft)
    reports = [index for index in prose if _is_report(draft, index, openings)]
    return len(reports) >= max(MIN_TEASERS, MOST * len(prose))


def _openings(draft: Draft) -> Counter[str]:
    """Return how many paragraphs of the page open with each name in brackets."""
    found = (OPENING.match(draft.folded(index)) for index in draft.shaped)
    return Counter(match[0] for match in found if match)


def _is_report(draft: Draft, index: int, openings: Counter[str]) -> bool:
    """Whether a paragraph is whole, and opens with a dateline or the name of the medium in brackets that others open with, too."""
    folded = draft.folded(index)
    # Below an entry of a list stands its day.
    below = index + 1
    listed = below < len(draft.blocks) and draft.labels[below] is Label.META and DATED.search(draft.folded(below))
    if listed or not draft.facts[index].finished or trails_off(draft, index):
        return False
    opening = OPENING.match(folded)
    if opening is None:
        return read_dateline(folded, draft.lexicon) is not None
    return openings[opening[0]] >= MIN_TEASERS


def is_cut(draft: Draft, index: int) -> bool:
    """Whether a paragraph breaks off, with the marks that say so or without a stop."""
    # A clause on a line of its own ends in a comma, too; it is short.
    clause = draft.facts[index].comma and draft.facts[index].length <= SHORT
    return trails_off(draft, index) or not (draft.facts[index].finished or clause)


def _teasers(draft: Draft) -> list[int]:
    """Return the paragraphs of the page if they are teasers: short, below a title each, cut off or dated one by one."""
    # What stands twice is a notice of the page.
    prose = [
        one for one in draft.plain_prose() if not asks(draft, one) and not draft.stands_beside(draft.bare(one), (one,))
    ]
    if len(prose) < MIN_TEASERS or _running_text(draft, prose):
        return []
    below_title = sum(_below_line(draft, index) for index in prose)
    cut = sum(is_cut(draft, index) for index in prose)
    dated = sum(_dated(draft, index) for index in prose)
    short = sum(draft.facts[index].length <= MAX_TEASER for index in prose)
    enough = MOST * len(prose)
    view = next(iter(draft.matching(LIST_VIEW)), len(draft.blocks))
    listed = cut >= enough or dated >= enough or (view < prose[0] and Label.BYLINE not in draft.labels)
    return prose if below_title >= enough and short >= enough and listed else []


def _dated_entries(draft: Draft) -> list[int]:
    """Return the lines of time of a page on which each title, with or without a teaser, has its own, close together."""
    times = [
        index for index in range(len(draft.blocks)) if is_dated_meta(draft, index) and DATED.search(draft.folded(index))
    ]
    close = all(two - one <= MAX_ENTRY for one, two in pairwise(times))
    prose = draft.plain_prose()
    if (
        len(times) < MIN_TEASERS
        or not close
        or count_speakers(draft) >= MIN_TEASERS
        or len(prose) > len(times)
        or (prose and _running_text(draft, prose))
    ):
        return []
    # Of an article with a list behind it the source stands above the text, and only there.
    sourced = [one for one in times if SOURCE in draft.folded(one)]
    own = sourced == times[:1] and any(one > times[0] for one in prose) and all(one < times[1] for one in prose)
    # Nothing but titles between their days.
    own = own and all(two - one <= len(("title", "day")) for one, two in pairwise(times[1:]))
    return [] if own else [max(times[0] - 1, 0), *times]


def _dated_titles(draft: Draft) -> list[int]:
    """Return the titles of a list with their days behind them, if all the page has beside them are teasers below them."""
    lines = [index for index in range(len(draft.blocks)) if draft.labels[index] in OPEN and not draft.is_prose(index)]
    titles = [index for index in lines if ENTRY.search(draft.folded(index))]
    prose = draft.plain_prose()
    most = len(titles) >= max(MIN_ENTRIES, len(lines) / 2)
    return titles if most and all(one - 1 in titles for one in prose) else []


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
        row = 0 if is_cut(draft, two) else row
        if row >= MIN_TEASERS:
            return True
    return False


def _below_line(draft: Draft, index: int) -> bool:
    """Whether a line stands above a paragraph, with nothing but time and source between."""
    above = index - 1
    while above >= 0 and draft.labels[above] in {Label.META, Label.WIDGET}:
        above -= 1
    return above >= 0 and (draft.is_line(above) or asks(draft, above)) and not draft.folded(above).endswith(":")


def _dated(draft: Draft, index: int) -> bool:
    return any(
        draft.labels[near] is Label.META and DATED.search(draft.folded(near))
        for near in (index + 1, index - 1, index - 2)
        if 0 <= near < len(draft.blocks)
    )


def _label_list(draft: Draft, teasers: list[int]) -> None:
    first = max(teasers[0] - 1, 0)
    for index in range(first, len(draft.blocks)):
        if draft.labels[index] in OPEN and index not in draft.edges:
            if draft.labels[index] is None and index > teasers[-1] + 1:
                break
            draft.put(index, Label.RELATED, "list-of-teasers")
    # The head of the list reads like that of a table of contents (目录).
    for index, rule in enumerate(draft.rules):
        if rule == "contents":
            draft.put(index, Label.RELATED, "list-of-teasers")
    # What is said beside the list, of its authors or of the channel, is no article.
    for index in draft.prose():
        if index not in draft.edges:
            draft.put(index, Label.RELATED, "list-of-teasers")
