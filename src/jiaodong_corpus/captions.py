"""Captions that only what stands beside them tells, and briefs and headings that open with the mark of a caption."""

import re
from collections import Counter

from .draft import Draft
from .lines import read_dateline
from .model import Label
from .scenes import rule_of_scene, with_pictures

# A caption without a credit is one sentence of at most this length; behind a picture's file name, or in text of one clause a
# line, any paragraph can stand, so there it must be shorter.
MAX_SENTENCE, MAX_BELOW_FILE = 60, 40
MARK = re.compile(r"^[●◆■▪•·►▶◎○※\\]")
QUOTES = re.compile("[“”「」『』]")
SPOKEN = re.compile(
    r"^[“「『][^”」』]*[”」』]?$|[”」』][。!?]?$|:|(?:[说称]|(?<![井通街隧频渠河轨航跑报铁国赛步车管栈绿古])道)(?:,|$)|(?:表示|认为|指出|介绍|告诉)"
)
# What goes on from the sentence before shows no picture: of 473 such paragraphs of the fixtures none is a caption.
GOES_ON = re.compile(
    "据了解|据悉|另据|与此同时|值得一提|因此,?|(?:下一步|接下来|目前|当前|此外|另外|同时|今后|未来|其中|随后|对此|为此|不过),"
)
# A shorter line above the file of a picture is as likely a subheading.
LONG_LINE, NUMBERED = 10, re.compile(r"^[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.]")
PLACEHOLDER = re.compile(r"^[\[【(]?图片[\]】)]?$")
# A subheading can stand above two pictures.
MANY_PICTURES = 3
PICTURE_WORD = re.compile(r"^(?:文章)?(?:插图|配图|图片)$")
ENLARGE = re.compile(r"^(?:放大图片|查看[大原]图|放大|(?:打开[^。,]{2,10}\s)?查看更多图片)$")
# Where more pictures are, the text goes on below this one.
MORE_PICTURES = "更多图片"
BUTTONS = frozenset({"page-tools", "app-download"})
# Up and down is the page itself (向上滑动看下一个).
SWIPE = re.compile(r"(?<![向往]上)(?<![向往]下)(?<!继续)滑动|点击(?:图片|查看大图)")
# A brief shares so much with the line above it, its headline; one such pair can be chance.
OWN_HEADLINE, MIN_BRIEFS, MAX_HEADLINE = 0.35, 2, 30
MAX_HEADING, MAX_CAPTION = 16, 160
AGENCY_BEHIND = re.compile(r"^■.*。\s*[一-鿿]{2,3}社$")
BUTTON_BELOW = re.compile(r"^(?:点击)?放大(?:图片)?$")
# A title above what a picture shows is so long, and such a share of its pairs stands in the text.
MIN_TITLE, OF_TITLE = 12, 0.4
ITEM, MANY_ITEMS = re.compile("^[△▽]"), 3
CREDITED = frozenset({"picture-credit", "people-in-picture"})


def judge_captions(draft: Draft) -> None:
    """Label the sentence beside a picture's file name or button, or under the mark of a credited caption."""
    _reopen_briefs(draft)
    _reopen_headings(draft)
    _reopen_marked_items(draft)
    _judge_above_buttons(draft)
    _judge_titles_of_pictures(draft)
    for index in draft.matching(PLACEHOLDER):
        beside = [one for one in (index - 1, index + 1) if 0 <= one < len(draft.blocks)]
        if draft.labels[index] is None and any(map(draft.is_prose, beside)):
            draft.put(index, Label.MARKUP, "place-of-picture")
    marks = {
        draft.folded(index)[0]
        for index, rule in enumerate(draft.rules)
        if rule in CREDITED and MARK.match(draft.folded(index))
    }
    promised = with_pictures(draft)
    prose = draft.prose()
    first, last = (prose[0], prose[-1]) if prose else (len(draft.blocks), -1)
    for index in range(len(draft.blocks)):
        if draft.labels[index] is not None or index in draft.edges:
            continue
        if draft.folded(index)[0] in marks and _is_marked(draft, index):
            draft.put(index, Label.CAPTION, "mark-of-captions")
            continue
        if _is_enlarged(draft, index):
            draft.put(index, Label.CAPTION, "below-picture-button")
            continue
        if not _is_short(draft, index):
            continue
        twin = index + 1 < len(draft.blocks) and draft.folded(index + 1) == draft.folded(index)
        quotes = QUOTES.search(draft.folded(index)) is not None
        words = not quotes and not draft.facts[index].finished
        if twin and words and (first < index < last or (index + 2 == first and _below_title(draft, index, prose))):
            # The text of a picture stands in its attribute and below it.
            draft.put(index, Label.CAPTION, "line-twice")
            draft.put(index + 1, Label.CAPTION, "line-twice")
            continue
        between = {draft.labels[one] for one in (index - 1, index + 1) if 0 <= one < len(draft.blocks)}
        if index and between == {Label.CAPTION} and words and "," not in draft.folded(index):
            draft.put(index, Label.CAPTION, "between-captions")
            continue
        rule = (None if quotes else _rule_beside(draft, index)) or rule_of_scene(draft, index, promised)
        if rule:
            draft.put(index, Label.CAPTION, rule)


def _below_title(draft: Draft, index: int, prose: list[int]) -> bool:
    """Whether the line above one that stands twice is the title of the text: longer, and in its words."""
    above = index - 1
    longer = (
        above >= 0 and draft.is_line(above) and draft.facts[above].length > max(draft.facts[index].length, MIN_TITLE)
    )
    longer = longer and draft.bare(index) not in draft.bare(above)
    return longer and draft.overlap(above, draft.pairs_of(prose)) >= OF_TITLE


def _reopen_marked_items(draft: Draft) -> None:
    """Several whole sentences behind a mark (△), and no other text on the page, are its items and no captions.

    ▲ points at a picture.
    """
    told = [index for index in draft.matching(ITEM) if draft.rules[index] == "picture-mark"]
    marked = [index for index in told if draft.facts[index].full_stop]
    items = (*marked, *draft.prose())
    if len(items) >= MANY_ITEMS and len({draft.folded(index)[0] for index in items}) == 1:
        for index in marked:
            draft.labels[index], draft.rules[index] = None, ""


def _judge_titles_of_pictures(draft: Draft) -> None:
    """Copies of articles put the title above the mark of each picture, as its text was: the same line again and again."""
    marks = (index for index in draft.matching(PICTURE_WORD) if index and draft.labels[index] is Label.CAPTION)
    lines = [index - 1 for index in marks if draft.labels[index - 1] is None]
    counts = Counter(map(draft.folded, lines))
    for index in lines:
        if counts[draft.folded(index)] >= MANY_PICTURES:
            draft.put(index, Label.CAPTION, "title-of-picture")


def _judge_above_buttons(draft: Draft) -> None:
    """Where the button that enlarges a picture stands below several paragraphs, these are captions of a column of pictures."""
    told = [one - 1 for one in draft.matching(BUTTON_BELOW) if one and draft.is_prose(one - 1)]
    for index in told if len(told) > 1 else ():
        draft.put(index, Label.CAPTION, "above-picture-button")


def _is_enlarged(draft: Draft, index: int) -> bool:
    """Whether the button that enlarges a picture stands right above one sentence."""
    if index == 0 or draft.rules[index - 1] not in BUTTONS or not ENLARGE.match(draft.folded(index - 1)):
        return False
    # A sentence can be the first of the text, unless it has the mark of a picture.
    lines = not draft.folded(index - 1).endswith(MORE_PICTURES) or _is_amid_text(draft, index)
    told = (lines and not draft.facts[index].full_stop) or draft.folded(index)[0] in "■▲△"
    return told and draft.facts[index].stops <= 1 and draft.facts[index].length <= MAX_CAPTION


def _is_amid_text(draft: Draft, index: int) -> bool:
    """Whether a line without a number stands between two paragraphs, with nothing but the button above it."""
    around = 1 < index < len(draft.blocks) - 1 and draft.is_prose(index - 2) and draft.is_prose(index + 1)
    return around and draft.is_line(index) and NUMBERED.match(draft.folded(index)) is None


def _rule_beside(draft: Draft, index: int) -> str | None:
    """Return the rule by which one sentence is a caption for its form and what stands beside it."""
    above = draft.rules[index - 1] if index else ""
    below = index + 1 if index + 1 < len(draft.blocks) else index
    # What a newspaper's site lists among its titles is one.
    title = draft.times(index) > 1 and "epaper-navigation" in draft.rules
    if above == "image-file" and draft.facts[index].length <= MAX_BELOW_FILE and not title:
        return "below-picture-file"
    if draft.rules[below] == "image-file" and _amid_file(draft, index):
        return "above-picture-file"
    if SWIPE.search(draft.folded(below)) and draft.rules[below] in {"scan-code", "page-tools"}:
        return "above-swipe-button"
    return None


def _is_marked(draft: Draft, index: int) -> bool:
    """Whether a line with the mark of captions is one: a short line without a stop can be a heading of the same page."""
    facts = draft.facts[index]
    said = facts.finished or facts.length > MAX_HEADING or draft.folded(index).endswith("图片")
    return said and facts.length <= MAX_SENTENCE and facts.stops <= 1


def _amid_file(draft: Draft, index: int) -> bool:
    """Whether a line stands between a paragraph and the file name of a picture, and a paragraph goes on below that."""
    return (
        draft.is_line(index)
        and draft.facts[index].length >= LONG_LINE
        and not NUMBERED.match(draft.folded(index))
        and 0 < index < len(draft.blocks) - 2
        and draft.is_prose(index - 1)
        and draft.is_prose(index + 2)
    )


def one_sentence(draft: Draft, index: int) -> bool:
    """Whether a block can be the caption of a picture: one sentence, or words without a stop, and nothing is quoted."""
    return _is_short(draft, index) and not QUOTES.search(draft.folded(index))


def _is_short(draft: Draft, index: int) -> bool:
    """Whether a block is one sentence, or words without a stop, and nobody speaks; a name may stand in quotes."""
    facts, folded = draft.facts[index], draft.folded(index)
    return (
        6 <= facts.length <= MAX_SENTENCE
        and (facts.stops == 0 or (facts.stops == 1 and facts.finished))
        and not SPOKEN.search(folded)
        and not GOES_ON.match(folded)
        and not read_dateline(folded, draft.lexicon)
    )


def _reopen_briefs(draft: Draft) -> None:
    """Take the label of captions from briefs that open with such a mark (▲) under a headline each."""
    marked = [
        index
        for index, rule in enumerate(draft.rules)
        if rule == "picture-mark"
        and draft.facts[index].full_stop
        and index
        and draft.is_line(index - 1)
        and 6 <= draft.facts[index - 1].length <= MAX_HEADLINE
    ]
    own = [draft.overlap(index - 1, draft.pairs(index)) >= OWN_HEADLINE for index in marked]
    if sum(own) >= MIN_BRIEFS:
        for index in marked:
            draft.labels[index] = None
    # Three in a row are briefs, each with its agency behind it.
    filed = set(draft.matching(AGENCY_BEHIND))
    for index in filed:
        row = {index - 1, index, index + 1}
        for one in row if row <= filed else ():
            draft.labels[one] = None


def _reopen_headings(draft: Draft) -> None:
    """Take the label of captions from short lines behind a mark (▲) where the captions with a credit have none."""
    marked = [
        index
        for index, rule in enumerate(draft.rules)
        if rule == "picture-mark" and not draft.facts[index].stops and draft.facts[index].length <= MAX_HEADING
    ]
    credited = [index for index, rule in enumerate(draft.rules) if rule == "picture-credit"]
    if (
        len(marked) > 1
        and credited
        and not any(draft.folded(index)[0] == draft.folded(marked[0])[0] for index in credited)
    ):
        for index in marked:
            if 0 < index < len(draft.blocks) - 1 and draft.is_prose(index - 1) and draft.is_prose(index + 1):
                draft.labels[index] = None
