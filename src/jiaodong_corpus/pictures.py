"""Photo items of a newspaper page: the paragraphs that are captions, with or without a title of their own."""

import re
from itertools import takewhile

from .bylines import read_byline
from .captions import MAX_CAPTION, one_sentence
from .draft import Draft
from .lines import read_dateline
from .model import Label

PICTURES = re.compile(
    r"^[■□◆●▲【\[]?\s*(?:图片(?:新闻|故事|报道|专题)|摄影(?:新闻|故事|报道|专题)?|光影[一-鿿]{0,3}|[一-鿿]{0,3}光影|镜头|图说新闻|图闻|组图|影像|漫画|画外音)[】\]]?$"
)
OPENS_WITH_DAY = re.compile(
    r"^[▲△↑↓■]?\s*(?:\d{1,2}月\d{1,2}日(?:清晨|早上|上午|中午|下午|傍晚|晚上?|[一-鿿]{2,6}[日节])?|[昨今][天日晚]|日前|近日),"
)
BOTH = re.compile(r"^[(■□]?(?:图与文|文与图|图文|图/文|文/图|图/(?=记者))")
RECENT = re.compile(r"[昨今](?:[日天晚晨]|上午|下午|傍晚|凌晨|清晨)|近日|日前")
YESTERDAY = re.compile(r"^[^,。]{2,12}[昨今](?:[日天晚晨]|上午|下午|傍晚|凌晨|清晨)")
# The title of a picture has this share of its character pairs from the caption.
OWN_TITLE = 0.4
# One that tells of something else than so many blocks above it shares at most this much with them.
NEAR, OTHER_TOPIC = 8, 0.12
SEEN = re.compile(r"(?:^|[,。])(?:图为|图中)")
UNDER_WAY = re.compile(SEEN.pattern + r"|正在|[正在]忙着|航拍|俯瞰")
FIRST_OF_GROUP, NUMBERS = re.compile("^①"), "①②③④⑤⑥⑦⑧"
# The last paragraph of an article can be of what its reporter saw.
SEEN_BY = re.compile("记者(?:在现场|采访|看到|了解)")
SIGNED_PAGE, SHORT_CREDIT, MAX_TITLE, LONG_TITLED = 2, 24, 12, 36


def judge_photo_captions(draft: Draft) -> None:
    """Find the paragraphs that are captions of photo items.

    One is wedged with its credit into an unfinished paragraph; another stands under the section name of pictures.
    """
    _judge_titled_credits(draft)
    _judge_numbered(draft)
    text = draft.text()
    if len(text) > 1 and draft.is_prose(text[0]):
        _judge_first_photo(draft, text[0], text[1])
    for before, caption, after in zip(text, text[1:], [*text[2:], len(draft.blocks)], strict=False):
        if not draft.is_prose(caption):
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
        elif behind and _lone_credit(draft, behind[0]) and one_sentence(draft, caption):
            draft.put(caption, Label.CAPTION, "above-picture-credit")
        elif behind and _reported(draft, caption, behind[0], between):
            draft.put(caption, Label.CAPTION, "photo-item")
            if between and draft.is_line(between[-1]):
                draft.put(between[-1], Label.HEADLINE, "headline-of-photo-item")
        elif behind and not between and _both_reported(draft, before, caption, behind[0]):
            draft.put(before - 1, Label.HEADLINE, "headline-of-photo-item")
            draft.put(before, Label.CAPTION, "photo-item")
            draft.put(caption, Label.CAPTION, "photo-item-goes-on")
        elif behind and (
            (not between and _signed_apart(draft, caption, behind))
            or (_dated_picture(draft, caption, behind) and Label.BYLINE in draft.labels)
        ):
            draft.put(caption, Label.CAPTION, "photo-item")


def _may_title(draft: Draft, line: int) -> bool:
    """Whether a line can be the title of a picture: names in brackets sign the text above."""
    return draft.is_line(line) and not draft.folded(line).startswith("(")


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
    return _titled_picture(draft, caption, behind, line) or _depicted(draft, caption, behind, line)


def _judge_first_photo(draft: Draft, caption: int, after: int) -> None:
    """Find the photo item that a newspaper page begins with: a dated paragraph, its credit, and the head of the next article."""
    line = caption - 1
    behind = [index for index in range(caption + 1, after) if draft.labels[index] is not Label.MARKUP]
    titled = line >= 0 and _may_title(draft, line) and not PICTURES.match(draft.folded(line))
    section = any(
        draft.is_line(index) and PICTURES.match(draft.folded(index)) for index in range(max(0, line - titled), caption)
    )
    headed = any(draft.is_line(index) or draft.labels[index] is Label.BYLINE for index in behind[1:])
    if Label.BYLINE in draft.labels and headed and (section or _dated_picture(draft, caption, behind)):
        draft.put(caption, Label.CAPTION, "photo-item")
        if titled:
            draft.put(line, Label.HEADLINE, "headline-of-photo-item")


def _judge_titled_credits(draft: Draft) -> None:
    """A caption on whose line the credit stands, below a title that the page lists or the caption takes up, is a photo item."""
    for index in range(1, len(draft.blocks)):
        line = index - 1
        if (
            draft.rules[index] != "picture-credit"
            or not _may_title(draft, line)
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
        if first and _may_title(draft, first - 1) and draft.facts[first - 1].length <= MAX_TITLE:
            draft.put(first - 1, Label.HEADLINE, "headline-of-photo-item")


def _depicted(draft: Draft, caption: int, behind: list[int], above: int) -> bool:
    """Whether a dated paragraph that says what is to be seen stands alone between its title and a byline or the next head."""
    folded = draft.folded(caption)
    alone = _may_title(draft, above) and (draft.labels[behind[0]] is Label.BYLINE or draft.is_line(behind[0]))
    seen = SEEN.search(folded) is not None and OPENS_WITH_DAY.match(folded) is not None
    return alone and seen and Label.BYLINE in draft.labels and draft.facts[caption].length <= MAX_CAPTION


def _lone_credit(draft: Draft, index: int) -> bool:
    """Whether a block is nothing but who took a picture (本报记者 寇敏 摄)."""
    facts = draft.facts[index]
    whole = facts.full_stop or draft.folded(index).endswith(("资料图)", "示意图)", "效果图)", "资料图片)", "资料照片)"))
    return draft.rules[index] == "picture-credit" and facts.length <= SHORT_CREDIT and not whole


def _signed_apart(draft: Draft, caption: int, behind: list[int]) -> bool:
    """Whether a short paragraph that opens with a day is signed, below an article that its head or its dateline has signed."""
    folded = draft.folded(caption)
    if draft.labels[behind[0]] is not Label.BYLINE or draft.facts[caption].length > MAX_CAPTION:
        return False
    if not (OPENS_WITH_DAY.match(folded) or YESTERDAY.match(folded)) or read_dateline(folded, draft.lexicon):
        return False
    if not any(draft.is_line(index) for index in behind[1:]):
        return False
    for index in range(caption - 1, -1, -1):
        opening = read_dateline(draft.folded(index), draft.lexicon) if draft.is_text(index) else None
        if draft.labels[index] is Label.BYLINE or opening:
            return opening is None or bool(opening.names)
        if not draft.is_text(index):
            # Names alone are no byline yet.
            return read_byline(draft.folded(index), draft.lexicon, bare=True) is not None
    return False


def _reported(draft: Draft, caption: int, credit: int, between: list[int]) -> bool:
    """Whether a short paragraph is signed by who took the picture and reported (… 摄影报道).

    It opens with a day, or says below its title what is just going on.
    """
    folded = draft.folded(caption)
    # Asked first: what follows looks at the page above.
    if draft.labels[credit] is not Label.BYLINE or draft.facts[caption].length > MAX_CAPTION:
        return False
    told = UNDER_WAY.search(folded) or (BOTH.match(draft.folded(credit)) and RECENT.search(folded))
    titled = bool(between) and _may_title(draft, between[-1]) and told is not None
    near = draft.pairs_of(index for index in range(max(0, caption - NEAR), caption) if draft.is_text(index))
    # 当天,…: of two paragraphs of a picture the second goes on the first.
    own = not (between or folded.startswith("当") or SEEN_BY.search(folded)) and _signed_above(draft, caption)
    apart = own and draft.overlap(caption, near) <= OTHER_TOPIC
    return (
        (
            draft.folded(credit).rstrip(")").endswith(("摄影报道", "摄影报导"))
            or (titled and BOTH.match(draft.folded(credit)) is not None)
        )
        and (titled or apart or OPENS_WITH_DAY.match(folded) is not None or YESTERDAY.match(folded) is not None)
        and not read_dateline(folded, draft.lexicon)
    )


def _signed_above(draft: Draft, index: int) -> bool:
    """Whether an article above a block has its own byline or dateline."""
    return any(
        draft.labels[one] is Label.BYLINE or (draft.is_text(one) and read_dateline(draft.folded(one), draft.lexicon))
        for one in range(index)
    )


def _both_reported(draft: Draft, first: int, caption: int, credit: int) -> bool:
    """Whether two short paragraphs below a title, of which the first opens with a day, are signed as a report in pictures."""
    return (
        first > 0
        and _may_title(draft, first - 1)
        and draft.facts[caption].length <= MAX_CAPTION
        and OPENS_WITH_DAY.match(draft.folded(first)) is not None
        and _reported(draft, first, credit, [])
    )


def _dated_picture(draft: Draft, caption: int, behind: list[int]) -> bool:
    """Whether a short paragraph that opens with a day stands alone above its picture credit."""
    folded = draft.folded(caption)
    return (
        _lone_credit(draft, behind[0])
        and draft.facts[caption].length <= MAX_CAPTION
        and OPENS_WITH_DAY.match(folded) is not None
        and not read_dateline(folded, draft.lexicon)
    )


def _titled_picture(draft: Draft, caption: int, behind: list[int], line: int) -> bool:
    """Whether one short paragraph stands alone between its title and a picture credit, on a page of signed articles.

    The next head follows, or the paragraph opens with a day and takes up the words of the line.
    """
    if not (_lone_credit(draft, behind[0]) and draft.facts[caption].length <= MAX_CAPTION and _may_title(draft, line)):
        return False
    signed = draft.labels.count(Label.BYLINE)
    follows = any(draft.is_line(index) or draft.labels[index] is Label.BYLINE for index in behind[1:])
    titled = draft.overlap(line, draft.pairs(caption)) >= OWN_TITLE and _dated_picture(draft, caption, behind)
    short = draft.facts[line].length <= MAX_TITLE and follows and _dated_picture(draft, caption, behind)
    return (signed >= SIGNED_PAGE and follows) or (signed > 0 and (titled or short))
