"""Galleries: captions that numbers, buttons and counters of pictures tell, and pages that have no other text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile

from .captions import MAX_CAPTION, one_sentence
from .draft import Draft
from .gaps import is_dated_meta
from .lines import read_dateline
from .model import Label
from .picture_credits import lone_credit
from .scenes import OF_NEWS

CIRCLED, PICTURED = (
    "①②③④⑤⑥⑦⑧⑨⑩",
    re.compile(r"(?:摄|摄影报道|图片|文/图|图/文)[)\]】]?$|^(?:文?[/、]?图|摄影|图片)\s*[/:|]"),
)
WROTE_TOO = re.compile(r"文/图|图/文")
PICTURE_NAME = re.compile(r"^(?P<stem>[^。]{6,50}?(?<![\d:./]))(?:\s{0,3}[-_]?\s{0,3}图)?(?P<number>\d{1,2})$")
# Who took several pictures stands above them, with a standfirst between, or right below.
NEAR_CREDIT, MIN_TITLE = 2, 6
# The outermost elements (html, body) hold the whole page.
OF_PAGE = 2
GALLERY, MIN_GALLERY, MAX_SECTION = "picture-of-gallery", 3, 4
OF_ALL = re.compile(r"^[(\[]?(\d{1,2})\s*/\s*(\d{1,2})[)\]]?$")
# 新华社记者王立摄, behind the last sentence or alone on a line; what is shown is told in so many paragraphs and characters.
TAKEN = re.compile(
    r"[。!?”)]\s*\(?[^\s。,:(]{0,12}?(?:记者|通讯员)?\s*[一-鿿]{2,4}(?:[、\s][一-鿿]{2,4}){0,2}\s?(?<!拍)(?:摄|摄影报道)\)?$"
)
LONE_TAKER = re.compile(
    r"^\(?(?=.{0,40}(?:记者|通讯员|摄影))[^。,]{2,40}(?<!拍)(?:摄|摄影)\)?$|^[一-鿿]{2,4}(?<!拍)摄\([^()]{2,8}\)$"
)
PICTURE_OF = re.compile(r"(?:^|。)(?:上图|图|图片)[为是][^。]{4,60}。?$")
# What a report is told with, and no picture.
REPORTED = re.compile("获悉|据介绍|据悉|表示")
FEW_PARAGRAPHS, MIN_SHOWN, MAX_SHOWN = 2, 40, 600
# Beside other articles what is shown is shorter, and nothing that is planned; marks and widgets stand around it.
PLANS = re.compile("总投资|计划|拟于|将于")
MIN_HEADLINES, MAX_AMONG, BESIDE_PICTURE = 2, 160, frozenset({Label.MARKUP, Label.WIDGET, Label.CAPTION})
# What is told, and not shown.
LONE_CREDIT, TELLS = 24, re.compile(r"获悉|据介绍|据悉|记者|表示|[说称][,:]")
COUNTER = re.compile(r"^[(\[]?\d{1,3}\s*/\s*\d{1,3}[)\]]?$")
BUTTON = re.compile(r"^(?:查看|点击查看)[原大]图$")


def judge_galleries(draft: Draft) -> None:
    """Label the captions beside the numbers, the buttons and the counters of pictures."""
    _judge_gallery(draft)
    _judge_numbered_pictures(draft)
    _judge_numbered(draft)
    _judge_circled(draft)
    _judge_counters(draft)
    _judge_credited(draft)
    _judge_lone_picture(draft)


def _judge_lone_picture(draft: Draft) -> None:
    """A page whose only text is a paragraph or two that end in who took the picture or say what it shows is a picture."""
    # What stands among the links of the page, or repeats the text, is none.
    links = draft.labels.index(Label.RELATED) if Label.RELATED in draft.labels else len(draft.blocks)
    text = [index for index in draft.plain_prose() if index < links]
    if len(text) > 2 * FEW_PARAGRAPHS:
        return
    text = text[
        : next((place for place, one in enumerate(text) if draft.bare(one) in map(draft.bare, text[:place])), None)
    ]
    shown = [index for index, rule in enumerate(draft.rules) if rule == "picture-credit"]
    if not text and len(shown) == 1 and "。" in draft.folded(shown[0]) and draft.facts[shown[0]].length >= MIN_SHOWN:
        # Of a page without a head it is the picture of something else.
        heads = (index for index in range(shown[0]) if is_dated_meta(draft, index))
        text = shown if next(heads, None) is not None else []
    length = sum(draft.facts[index].length for index in text)
    if not text or len(text) > FEW_PARAGRAPHS or text[-1] - text[0] >= len(text) or length > MAX_SHOWN:
        return
    first, last = draft.folded(text[0]), draft.folded(text[-1])
    below = text[-1] + 1
    # 本报记者 李宇, and below it 通讯员 王超 摄
    on_two_lines = draft.labels[below : below + 1] == [Label.BYLINE]
    below += on_two_lines
    credited = draft.rules[below : below + 1] == ["picture-credit"] and LONE_TAKER.match(draft.folded(below))
    pictured = len(text) == 1 and PICTURE_OF.search(last)
    if not (credited or pictured or TAKEN.search(last)) or draft.bare(text[-1]) in map(draft.bare, range(text[-1])):
        return
    signed = draft.labels.count(Label.BYLINE) > (on_two_lines and bool(credited))
    told = any(REPORTED.search(draft.folded(index)) for index in text)
    if not signed and not told and not read_dateline(first, draft.lexicon):
        for index in text:
            draft.put(index, Label.BODY, GALLERY)


def _judge_credited(draft: Draft) -> None:
    """Where each paragraph of a page has below it who took a picture, the page is pictures and what they show."""
    text = draft.plain_prose()
    if len(text) < MIN_GALLERY or any(
        draft.facts[index].length > MAX_CAPTION or TELLS.search(draft.folded(index)) for index in text
    ):
        return
    credits = [index + 1 for index in text]
    if all(
        draft.rules[one : one + 1] == ["picture-credit"] and draft.facts[one].length <= LONE_CREDIT for one in credits
    ):
        for index in text:
            draft.put(index, Label.BODY, GALLERY)


def _judge_gallery(draft: Draft) -> None:
    """In a gallery each picture has its button (查看原图) right below its caption, however long that is."""
    buttons = [index for index in range(1, len(draft.blocks)) if BUTTON.match(draft.folded(index))]
    for index in buttons if len(buttons) > 1 else ():
        if draft.labels[index - 1] is None and draft.facts[index - 1].length <= MAX_CAPTION:
            draft.put(index - 1, Label.CAPTION, "above-picture-button")


def find_counters(draft: Draft) -> list[int]:
    """Return where the numbers of all pictures of a gallery stand (1/7, 2/7 and so on); nothing where some are missing."""
    found = [(one, match) for one in range(len(draft.blocks)) if (match := OF_ALL.match(draft.folded(one)))]
    whole = [(match[1], match[2]) for _, match in found] == [
        (str(place), found[0][1][2]) for place in range(1, len(found) + 1)
    ]
    indexes = [index for index, _ in found]
    # The buttons of a slide show stand one below the other.
    apart = all(below - above > 1 for above, below in pairwise(indexes))
    return indexes if whole and apart and len(found) >= MIN_GALLERY else []


def element_of_gallery(draft: Draft) -> int | None:
    """Return the innermost element that holds the numbers of all pictures of a gallery, None where the page is none."""
    return innermost(draft.blocks[index].layout.boxes for index in find_counters(draft))


def innermost(boxes: Iterable[Sequence[int]]) -> int | None:
    """Return the innermost element that all of some blocks stand in, by the elements of each; None where that is the page."""
    shared = [one for one, *others in zip(*boxes, strict=False) if all(other == one for other in others)]
    return shared[-1] if len(shared) > OF_PAGE else None


def _judge_numbered_pictures(draft: Draft) -> None:
    """Below the numbers of its pictures (1/7, 2/7) a gallery has its captions; where it has no other text, they are it for now."""
    counters = find_counters(draft)
    below: list[int] = []
    firsts: list[int] = []
    most = 1
    for index in counters:
        # No more than the caption is read: a page can have a hundred pictures.
        first = list(islice(_lines_below(draft, index), 1))
        more = list(
            takewhile(lambda one: draft.is_prose(one) or draft.labels[one] is Label.CAPTION, _lines_below(draft, index))
        )
        if index == counters[-1]:
            # Below the last picture an article can go on.
            more = more[:most]
        below += more or first
        firsts += first
        most = max(most, len(more))
    # Where each picture has its caption already, what stands below is told.
    titled = counters[:1] > [0] and draft.labels[counters[0] - 1] is Label.CAPTION
    told = set(draft.prose()) - draft.edges.keys()
    if len(below) >= MIN_GALLERY and told <= set(below):
        for index in below:
            if draft.labels[index] is None or (draft.labels[index] is Label.CAPTION and not titled):
                draft.put(index, Label.BODY, "text-of-gallery" if titled else GALLERY)
        for index in counters:
            draft.put(index, Label.PAGER, "folio-of-picture")
        return
    for index in firsts:
        # Below a text of its own a gallery has its captions there.
        if draft.is_prose(index) and draft.facts[index].length <= MAX_CAPTION and index not in draft.edges:
            draft.put(index, Label.CAPTION, "below-number-of-picture")


def _lines_below(draft: Draft, index: int) -> Iterator[int]:
    return (one for one in range(index + 1, len(draft.blocks)) if draft.labels[one] is not Label.WIDGET)


def close_gallery(draft: Draft) -> None:
    """What was the text of a page of pictures while its head was looked for is their captions."""
    for index, rule in enumerate(draft.rules):
        if rule == GALLERY:
            draft.put(index, Label.CAPTION, GALLERY)


def judge_pictures_among(draft: Draft) -> None:
    """Among the articles of a page one whose paragraph or two have below them who took the picture, and no more, is a picture."""
    if draft.labels.count(Label.HEADLINE) < MIN_HEADLINES:
        return
    for credit in (index for index in range(len(draft.blocks)) if lone_credit(draft, index)):
        first = credit
        while first and draft.labels[first - 1] is Label.BODY:
            first -= 1
        text = range(first, credit)
        if first in {0, credit} or draft.labels[first - 1] is not Label.HEADLINE or len(text) > FEW_PARAGRAPHS:
            continue
        rest = range(credit + 1, len(draft.blocks))
        below = next((draft.labels[one] for one in rest if draft.labels[one] not in BESIDE_PICTURE), None)
        told = any(
            TELLS.search(draft.folded(index))
            or PLANS.search(draft.folded(index))
            or read_dateline(draft.folded(index), draft.lexicon)
            for index in text
        )
        length = sum(draft.facts[index].length for index in text)
        if below not in {Label.BODY, Label.SUBHEADING, Label.BYLINE} and not told and length <= MAX_AMONG:
            draft.put(first - 1, Label.HEADLINE, "headline-of-photo-item")
            for index in text:
                draft.put(index, Label.CAPTION, "photo-item" if index == first else "photo-item-goes-on")


def _judge_counters(draft: Draft) -> None:
    """The number of a picture in a gallery (2/6) beside its caption parts no text: the paragraphs go on around it."""
    for index in range(1, len(draft.blocks) - 1):
        beside = Label.CAPTION in {draft.labels[index - 1], draft.labels[index + 1]}
        if beside and draft.rules[index] == "page-numbers" and COUNTER.match(draft.folded(index)):
            draft.put(index, Label.PAGER, "folio-of-picture")


def _judge_numbered(draft: Draft) -> None:
    """The pictures of an article that some sites name by its title and a number (…出海口)1, …-图2)."""
    # The pattern is slow, and few lines end in a figure.
    ends = (index for index in range(len(draft.blocks)) if draft.folded(index)[-1:].isdigit())
    named = {index: found for index in ends if (found := PICTURE_NAME.match(draft.folded(index)))}
    stems = [stem for stem, _ in {found.group("stem", "number") for found in named.values()}]
    # What is seen can stand in brackets between the title and the number; 本报讯(记者 王立)… is no title.
    twins = Counter(title for stem in stems if len(title := stem.partition("(")[0]) >= MIN_TITLE)
    text = draft.text()
    for index, found in named.items():
        if twins[found["stem"].partition("(")[0]] > 1 and draft.is_line(index) and text and text[0] < index < text[-1]:
            draft.put(index, Label.CAPTION, "headline-with-number")


def _judge_circled(draft: Draft) -> None:
    """The captions of several pictures, each behind its number in a circle, one below the other, beside who took them."""
    runs: list[list[int]] = []
    for index in range(len(draft.blocks)):
        number = CIRCLED.find(draft.folded(index)[0])
        if number < 0 or draft.labels[index] or not draft.facts[index].finished or not one_sentence(draft, index):
            continue
        if runs and number == len(runs[-1]) and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        elif number == 0:
            runs.append([index])
    for run in runs:
        # Below the name of a section (组图) they are an item of their own, and a list has a line that opens it.
        above = draft.folded(run[0] - 1) if run[0] else ""
        opened = len(above) <= MAX_SECTION or above.endswith(":")
        pictured = any(PICTURED.search(draft.folded(one)) for one in range(max(0, run[0] - NEAR_CREDIT), run[0]))
        below = draft.folded(run[-1] + 1) if run[-1] + 1 < len(draft.blocks) else ""
        # Who wrote and took the pictures (文/图) stands below a text that ends in a list, too.
        pictured = pictured or (PICTURED.search(below) is not None and not WROTE_TOO.search(below))
        if len(run) >= MIN_GALLERY and pictured and not opened and not OF_NEWS.search(draft.folded(run[0])):
            for index in run:
                draft.put(index, Label.CAPTION, "circled-number")
