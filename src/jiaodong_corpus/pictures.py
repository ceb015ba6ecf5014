"""Photo items of a newspaper page: the paragraphs that are captions, with or without a title of their own."""

import re
from itertools import takewhile

from .captions import one_sentence
from .draft import Draft
from .gaps import NUMBER
from .lines import read_dateline
from .model import Label
from .picture_credits import (
    MAX_TITLE,
    OPENS_WITH_DAY,
    OWN_TITLE,
    RECENT,
    SEEN,
    SHORT_CREDIT,
    both_reported,
    dated_picture,
    depicted,
    head_follows,
    lone_credit,
    may_title,
    of_something_else,
    reported,
    signed_apart,
    titled_picture,
)

PICTURES = re.compile(
    r"^[■□◆●▲【\[]?\s*(?:图片(?:新闻|故事|报道|专题)|摄影(?:新闻|故事|报道|专题)?|光影[一-鿿]{0,3}|[一-鿿]{0,3}光影|(?:百姓|民生|城市|街头|新闻)?镜头(?:[下里]|记录)?|摄影之窗|图说新闻|图闻|组图|影像|漫画|画外音)[】\]]?$"
)
FIRST_OF_GROUP, NUMBERS = re.compile("^①"), "①②③④⑤⑥⑦⑧"
LONG_TITLED, MANY_TIMES = 36, 2
# So many pictures stand below a title that is printed once more above the text; what they show is so long.
MIN_PICTURES, MOST_PICTURES, MIN_LINE, MAX_LINE, FIRST_TEXTS = 2, 8, 5, 30, 3
# A corner of pictures: so many paragraphs, and this share of all of them, end in who took it.
MIN_CORNER, MOST_OF_CORNER = 3, 0.75
PHOTOGRAPHER = r"[一-鿿]{0,6}(?:记者|通讯员)\s?[一-鿿]{2,3}\s?摄"
TAKEN, TAKEN_BY = re.compile(rf"[。”]\s?{PHOTOGRAPHER}$"), re.compile(rf"^{PHOTOGRAPHER}(?:\s.{{2,16}})?$")


def judge_photo_captions(draft: Draft) -> None:
    """Find the paragraphs that are captions of photo items.

    One is wedged with its credit into an unfinished paragraph; another stands under the section name of pictures.
    """
    _judge_between_titles(draft)
    _judge_corner(draft)
    _judge_titled_credits(draft)
    _judge_numbered(draft)
    text = draft.text()
    if len(text) > 1 and draft.is_prose(text[0]):
        _judge_first_photo(draft, text[0], text[1])
    for before, caption, after in zip(text, text[1:], [*text[2:], len(draft.blocks)], strict=False):
        if not draft.is_prose(caption) or draft.folded(caption)[-1] == "?":
            continue
        behind = [index for index in range(caption + 1, after) if draft.labels[index] is not Label.MARKUP]
        between = [index for index in range(before + 1, caption) if draft.labels[index] is not Label.MARKUP]
        wedged = draft.facts[caption].finished and _breaks_off(draft, before, between, after)
        # What is labelled as a caption below the name of the section is the one that it announces.
        section = any(
            draft.is_line(index)
            and PICTURES.match(draft.folded(index))
            and Label.CAPTION not in draft.labels[index:caption]
            for index in between
        )
        if (_is_credit(draft, behind) and wedged) or section:
            draft.put(caption, Label.CAPTION, "photo-item")
            if section and draft.is_line(between[-1]) and not PICTURES.match(draft.folded(between[-1])):
                draft.put(between[-1], Label.HEADLINE, "headline-of-photo-item")
        elif behind and between and _has_title(draft, caption, behind, between[-1]):
            draft.put(between[-1], Label.HEADLINE, "headline-of-photo-item")
            draft.put(caption, Label.CAPTION, "photo-item")
        elif behind and lone_credit(draft, behind[0]) and _may_show(draft, caption):
            draft.put(caption, Label.CAPTION, "above-picture-credit")
        elif behind and reported(draft, caption, behind[0], between):
            draft.put(caption, Label.CAPTION, "photo-item")
            if between and draft.is_line(between[-1]):
                draft.put(between[-1], Label.HEADLINE, "headline-of-photo-item")
        elif behind and not between and both_reported(draft, before, caption, behind[0]):
            draft.put(before - 1, Label.HEADLINE, "headline-of-photo-item")
            draft.put(before, Label.CAPTION, "photo-item")
            draft.put(caption, Label.CAPTION, "photo-item-goes-on")
        elif behind and (
            (not between and signed_apart(draft, caption, behind))
            or (dated_picture(draft, caption, behind) and Label.BYLINE in draft.labels)
            or (not between and of_something_else(draft, caption, behind))
        ):
            draft.put(caption, Label.CAPTION, "photo-item")


def _judge_between_titles(draft: Draft) -> None:
    """Short lines in the words of the first text, between two copies of its title, are what its pictures show.

    A list of the titles of a page has lines that stand once more below.
    """
    text = draft.text()
    below = text[0] - 1 if text else 0
    if below < 1 or not draft.is_line(below):
        return
    title = draft.bare(below)
    highest = max(below - MOST_PICTURES - 2, -1)
    above = next((one for one in range(below - 1, highest, -1) if draft.bare(one) == title), below)
    between = range(above + 1, below)
    if len(between) < MIN_PICTURES or draft.labels[above] is not None or len(title) < MIN_LINE:
        return
    if not all(
        draft.is_line(one)
        and draft.times(one) == 1
        and MIN_LINE <= draft.facts[one].length <= MAX_LINE
        # A deck says so, or numbers a point.
        and not draft.folded(one).startswith(("——", "--"))
        and not NUMBER.match(draft.folded(one))
        for one in between
    ):
        return
    known = draft.pairs_of(text[:FIRST_TEXTS])
    if sum(draft.overlap(one, known) for one in between) >= OWN_TITLE * len(between):
        draft.put(above, Label.HEADLINE, "copy-of-headline")
        for one in between:
            draft.put(one, Label.CAPTION, "between-two-titles")


def _may_show(draft: Draft, index: int) -> bool:
    """Whether a paragraph can be a caption, and is not what a numbered heading says (一、封闭路段)."""
    point = index > 0 and draft.is_line(index - 1) and NUMBER.match(draft.folded(index - 1)) is not None
    return one_sentence(draft, index) and not point


def _is_credit(draft: Draft, behind: list[int]) -> bool:
    """Whether a paragraph has its credit behind it: one that has words of its own is the caption, and what is above it text."""
    return (
        bool(behind)
        and all(draft.labels[index] in {Label.BYLINE, Label.CAPTION} for index in behind)
        and (draft.labels[behind[0]] is Label.BYLINE or draft.facts[behind[0]].length <= SHORT_CREDIT)
    )


def _breaks_off(draft: Draft, before: int, between: list[int], after: int) -> bool:
    """Whether the text above a paragraph breaks off there, and goes on below it."""
    return (
        not draft.facts[before].finished
        and not any(draft.labels[index] in {None, Label.SUBHEADING} for index in between)
        and after < len(draft.blocks)
        and not read_dateline(draft.folded(after), draft.lexicon)
    )


def _has_title(draft: Draft, caption: int, behind: list[int], line: int) -> bool:
    # The title of an article can be the text of each of its pictures.
    if draft.times(line) > MANY_TIMES:
        return False
    return titled_picture(draft, caption, behind, line) or depicted(draft, caption, behind, line)


def _judge_first_photo(draft: Draft, caption: int, after: int) -> None:
    """Find the photo item that a newspaper page begins with: a dated paragraph, its credit, and the head of the next article."""
    line = caption - 1
    behind = [index for index in range(caption + 1, after) if draft.labels[index] is not Label.MARKUP]
    titled = line >= 0 and may_title(draft, line) and not PICTURES.match(draft.folded(line))
    section = any(
        draft.is_line(index) and PICTURES.match(draft.folded(index)) for index in range(max(0, line - titled), caption)
    )
    if (
        Label.BYLINE in draft.labels
        and head_follows(draft, behind)
        and (section or dated_picture(draft, caption, behind))
    ):
        draft.put(caption, Label.CAPTION, "photo-item")
        if titled:
            draft.put(line, Label.HEADLINE, "headline-of-photo-item")


def _judge_corner(draft: Draft) -> None:
    """Where nearly each paragraph has a photographer behind it, they are captions, each below the title of its picture."""
    taken = {index - 1 for index in draft.matching(TAKEN_BY)}
    corner = [
        index
        for index, facts in enumerate(draft.facts)
        if facts.full_stop
        and facts.length >= LONG_TITLED
        and draft.labels[index] in {None, Label.BODY, Label.CAPTION}
        and (index in taken or TAKEN.search(draft.folded(index)))
    ]
    texts = {*corner, *draft.text()}
    titled = sum(index > 0 and may_title(draft, index - 1) for index in corner)
    if titled < max(MIN_CORNER, MOST_OF_CORNER * len(texts)):
        return
    for index in corner:
        draft.put(index, Label.CAPTION, "photo-item")
        if index and may_title(draft, index - 1):
            draft.put(index - 1, Label.HEADLINE, "headline-of-photo-item")


def _judge_titled_credits(draft: Draft) -> None:
    """A caption on whose line the credit stands, below a title that the page lists or the caption takes up, is a photo item."""
    for index in range(1, len(draft.blocks)):
        line = index - 1
        if (
            draft.rules[index] != "picture-credit"
            or not may_title(draft, line)
            or (draft.facts[index].length < LONG_TITLED and not OPENS_WITH_DAY.match(draft.folded(index)))
        ):
            continue
        told = SEEN.search(draft.folded(index)) or OPENS_WITH_DAY.match(draft.folded(index))
        if told is None and index + 1 < len(draft.blocks) and draft.is_line(index + 1):
            # The next head follows.
            told = RECENT.search(draft.folded(index))
        short = told is not None and draft.facts[line].length <= MAX_TITLE and not PICTURES.match(draft.folded(line))
        own = (short or draft.overlap(line, draft.pairs(index)) >= OWN_TITLE) and Label.BYLINE in draft.labels
        if line in draft.listed or own:
            draft.put(line, Label.HEADLINE, "headline-of-photo-item")
            draft.put(index, Label.CAPTION, "photo-item")


def _judge_numbered(draft: Draft) -> None:
    """Numbered sentences in a row (①, ②, …) of which one has its credit are the captions of one photo item, below its title."""
    for first in draft.matching(FIRST_OF_GROUP):
        numbered = zip(range(first, len(draft.blocks)), NUMBERS, strict=False)
        group = [index for index, _ in takewhile(lambda pair: draft.folded(pair[0]).startswith(pair[1]), numbered)]
        told = all(draft.is_prose(index) or draft.labels[index] in {None, Label.CAPTION} for index in group)
        if len(group) < 2 or not told or "picture-credit" not in [draft.rules[index] for index in group]:
            continue
        for index in group:
            draft.put(index, Label.CAPTION, "photo-item" if index == first else "photo-item-goes-on")
        if first and may_title(draft, first - 1) and draft.facts[first - 1].length <= MAX_TITLE:
            draft.put(first - 1, Label.HEADLINE, "headline-of-photo-item")
