"""Headlines and subheadings that ask or call: they have the marks of a paragraph."""

import re
from collections import Counter
from itertools import takewhile

from .draft import Draft
from .gaps import HEAD_LABELS, MAX_HEADLINE, NUMBER, is_dated_meta
from .lines import COPY_LINK, read_dateline
from .model import Label

# The writer of a letter signs below it.
READER = re.compile(r"^(?:[一-鿿]{1,8}\s)?(?:读者|市民|居民|村民|网友|家长|业主|街坊)\s")
# Who speaks in an interview.
SPEAKER = re.compile(r"^[一-鿿]{1,8}(?:\([^)]{1,12}\))?:")
# 税收怎么分?统计怎么算?干部怎么考?
QUESTIONS = re.compile(r"^(?:[^?。,:]{3,14}[?]){2,4}$")
HEADING_ELEMENT = re.compile(r"/h[1-6]$")
DATE = re.compile(r"(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}")
PUBLISHED = re.compile(r"(?:发布|发表|刊发)(?:(?:时间|日期)\s*:|于)")
ABOVE_TEXT = HEAD_LABELS | {Label.SUMMARY}
NEAR_TEXT, MIN_SPOKEN, MAX_DECK, MAX_ACCOUNT = 7, 6, 16, 12
# 同志们、朋友们! is said again and again, and so is what somebody asks.
SALUTATION = re.compile(r"(?:们|各位|来宾|朋友|同志)\W*$|:[“「]")
# 二、…, 建议一:…
POINT = re.compile(rf"{NUMBER.pattern}|^[一-鿿]{{0,3}}[一二三四五六七八九十]\s?[:,、]")
# What shares so many of its pairs with a text is of it; and what shares no more by their weight is of no text above it.
OF_TEXT, OF_ANY_TEXT = 0.3, 0.05
# A title asks in one clause; what an author asks at the end opens or closes otherwise.
TITLE_ASKS = re.compile(r"^(?![这那谁你我他她它何怎岂]|所谓|难道|下一)[^,。]{11,}(?<![呢吧吗])[?]$")
# Lines shorter than this beside a question can be clauses of one text with it; so many others are titles.
MIN_TITLE, MIN_BESIDE = 12, 2


def judge_titles_above_time(draft: Draft) -> None:
    """A line that asks, calls or trails off is the headline where time and source stand right below it."""
    for index in draft.prose():
        facts = draft.facts[index]
        ends = draft.folded(index).rstrip("”\"' ")[-1:] in {"?", "!", "…"}
        if (
            not ends
            or _below_speaker(draft, index)
            or facts.full_stop
            or facts.length > MAX_HEADLINE
            or read_dateline(draft.folded(index), draft.lexicon)
        ):
            continue
        # The name of the account can stand between.
        between = draft.is_line(index + 1) if index + 1 < len(draft.blocks) else False
        start = index + 2 if between and draft.facts[index + 1].length <= MAX_ACCOUNT else index + 1
        below = next((one for one in range(start, len(draft.blocks)) if draft.labels[one] is not Label.WIDGET), None)
        dated = below is not None and is_dated_meta(draft, below) and DATE.search(draft.folded(below))
        copied = index + 1 < len(draft.blocks) and draft.folded(index + 1) == COPY_LINK
        listed = (
            dated
            and below == index + 1
            and index > 0
            and is_dated_meta(draft, index - 1)
            and DATE.search(draft.folded(index - 1))
        )
        if listed or copied or draft.rules[index + 1 : index + 2] == ["buttons-of-answers"]:
            draft.titles.add(index)
        # A teaser has its day below it, too, and then the next title.
        # What says of itself that it was published is no date of a link, however far down the text begins.
        near = len(draft.blocks) if dated and PUBLISHED.search(draft.folded(below or 0)) else (below or 0) + NEAR_TEXT
        if dated and below and any(map(draft.is_prose, range(below + 1, min(near, len(draft.blocks))))):
            draft.titles.add(index)


def judge_question_headlines(draft: Draft) -> None:
    """A lone question before the first paragraph, right above a byline, or that the page has twice, is a headline and not a
    paragraph; below two titles it is one of a list."""
    for index in draft.prose():
        if not _is_question(draft, index):
            break
        draft.titles.add(index)
    for index in draft.prose():
        if HEADING_ELEMENT.search(draft.blocks[index].layout.path) and draft.facts[index].length <= MAX_HEADLINE:
            draft.titles.add(index)
    for index in draft.prose():
        numbered = index > 0 and draft.is_line(index - 1) and draft.folded(index - 1).isdigit()
        following = draft.labels[index + 1] if index + 1 < len(draft.blocks) else None
        asked = draft.folded(index + 1).startswith("问:") if index + 1 < len(draft.blocks) else False
        # Who writes to a paper can end with a question.
        signed = following is Label.BYLINE and READER.match(draft.folded(index + 1)) is not None
        deck = following is Label.BYLINE and QUESTIONS.match(draft.folded(index)) is not None
        if deck or (_is_question(draft, index) and not signed and (following in ABOVE_TEXT or numbered or asked)):
            draft.titles.add(index)
        if _is_above_dateline(draft, index) or (_is_question(draft, index) and _is_below_signature(draft, index)):
            draft.titles.add(index)
        if _is_upper_deck(draft, index) or _trails_off(draft, index):
            draft.titles.add(index)
    spoken = [index for index in draft.prose() if SPEAKER.match(draft.folded(index))]
    if len(spoken) >= MIN_SPOKEN:
        # In an interview what asks with no speaker before it, above one, heads a part.
        draft.titles.update(
            one - 1
            for one in spoken
            if one and draft.is_prose(one - 1) and _is_question(draft, one - 1) and one - 1 not in spoken
        )
    _judge_repeated(draft)
    _judge_last(draft)
    questions = [index for index in draft.prose() if NUMBER.match(draft.folded(index)) and _is_question(draft, index)]
    # A text of questions and answers numbers its questions; one alone may be the first point of a paragraph.
    draft.titles.update(questions if len(questions) > 1 else ())


def _judge_repeated(draft: Draft) -> None:
    """What calls, and stands on the page again and again, is its title."""
    calls = [
        index for index in draft.prose() if _is_question(draft, index) and not SALUTATION.search(draft.folded(index))
    ]
    counts = Counter(draft.bare(index) for index in calls)
    draft.titles.update(index for index in calls if counts[draft.bare(index)] > 1)


def _judge_last(draft: Draft) -> None:
    """What asks or trails off, a line below the last whole paragraph and among titles that the text knows nothing of, is one."""
    text = draft.text()
    while len(text) > 1 and draft.is_prose(text[-1]) and (_is_question(draft, text[-1]) or _is_off(draft, text[-1])):
        last = text.pop()
        around = range(max(0, last - 2), min(last + 3, len(draft.blocks)))
        # A text can close with points and a question, too; they are in its words.
        known = draft.pairs_of(text)
        beside = [one for one in around if draft.is_line(one) and draft.facts[one].length >= MIN_TITLE]
        others = [one for one in beside if draft.overlap(one, known) < OF_TEXT and not POINT.match(draft.folded(one))]
        # What stands right below a paragraph is its end, unless nothing in it is of the text.
        foreign = draft.kinship(draft.pairs(last), known) < OF_ANY_TEXT and all(one > last for one in others)
        foreign = foreign and TITLE_ASKS.match(draft.folded(last)) is not None
        if len(others) < MIN_BESIDE or not (draft.is_line(last - 1) or foreign):
            return
        draft.titles.add(last)


def _is_off(draft: Draft, index: int) -> bool:
    """Whether a block that can be a title trails off (……)."""
    facts = draft.facts[index]
    return draft.folded(index).endswith("……") and not facts.full_stop and facts.length <= MAX_HEADLINE


def _is_below_signature(draft: Draft, index: int) -> bool:
    """Whether a block stands between the byline that ends an article and a text."""
    signed = index > 1 and draft.labels[index - 1] is Label.BYLINE and draft.is_prose(index - 2)
    return signed and index + 1 < len(draft.blocks) and draft.is_text(index + 1)


def _is_above_dateline(draft: Draft, index: int) -> bool:
    """Whether a question, or a line that ends in ……, stands right above a dateline, or the latter above a byline."""
    below = index + 1
    if below >= len(draft.blocks) or read_dateline(draft.folded(index), draft.lexicon):
        return False
    off = _is_off(draft, index)
    if draft.labels[below] is Label.BYLINE:
        # Else it is the end of a text, and who signs that; the next title follows.
        return off and below + 1 < len(draft.blocks) and draft.is_text(below + 1)
    filed = draft.is_text(below) and read_dateline(draft.folded(below), draft.lexicon) is not None
    return filed and (off or _is_question(draft, index))


def _trails_off(draft: Draft, index: int) -> bool:
    """Whether a short line that ends in …… leads to the line below it, which has a byline or a dateline behind it."""
    facts = draft.facts[index]
    if not _is_off(draft, index) or facts.length > MAX_DECK * 2 or index + 2 >= len(draft.blocks):
        return False
    below = index + 2
    heads = draft.labels[below] is Label.BYLINE or read_dateline(draft.folded(below), draft.lexicon) is not None
    return heads and (draft.is_line(index + 1) or _is_question(draft, index + 1))


def _is_upper_deck(draft: Draft, index: int) -> bool:
    """Whether a short line that ends in a comma is the upper of some lines of a head: the byline stands below them."""
    facts = draft.facts[index]
    if not facts.comma or facts.full_stop or facts.length > MAX_DECK * 2:
        return False
    below = list(takewhile(draft.is_line, range(index + 1, min(index + 4, len(draft.blocks)))))
    byline = index + len(below) + 1
    fits = len(below) > 1 or (len(below) == 1 and max(facts.length, draft.facts[index + 1].length) <= MAX_DECK)
    return fits and byline < len(draft.blocks) and draft.labels[byline] is Label.BYLINE


def _below_speaker(draft: Draft, index: int) -> bool:
    """Whether the line above says who says this one (大众日报记者:); a button (字体:) does not."""
    return index > 0 and draft.folded(index - 1).endswith(":") and draft.labels[index - 1] is not Label.WIDGET


def _is_question(draft: Draft, index: int) -> bool:
    facts = draft.facts[index]
    folded = draft.folded(index)
    if facts.full_stop or facts.stops > 2 or facts.length > 40 or folded.rstrip("”\"' ")[-1:] not in {"?", "!"}:
        return False
    if _below_speaker(draft, index) and not NUMBER.match(folded):
        return False
    speaker = SPEAKER.match(folded)
    # A title that stands on the page again is none who speaks again.
    spoken = speaker is not None and len({one.folded for one in draft.blocks if one.folded.startswith(speaker[0])}) > 1
    return not spoken and not read_dateline(folded, draft.lexicon)
