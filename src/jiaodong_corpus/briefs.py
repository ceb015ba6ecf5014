"""Briefs of a newspaper: marked paragraphs under the name of a section, each an article without a headline."""

import re

from .contents import is_printed
from .draft import Draft
from .lines import NAMES_OF_BRIEFS
from .lookalikes import BRIEF, BRIEF_RULE, MIN_BRIEFS, names_section
from .model import Label
from .pictures import PICTURES
from .wrap import WRAPPED

MIN_BRIEF = 24
OF_BRIEFS = re.compile(f"(?:{NAMES_OF_BRIEFS})$")
# A column that no list knows (天南海北) has a short name, and so many briefs.
COLUMN_NAME, MIN_UNKNOWN = re.compile(r"^[一-鿿]{2,5}$"), 3

# 中市 偷铁新手夜里 遇上警犬
LOCAL = re.compile(
    r"^(?:[北中南高竹嘉][市县]|台[北中南东]|新[北竹]|桃园|苗栗|彰化|南投|云林|嘉义|高雄|屏东|宜兰|花莲|澎湖|金门|基隆) (?=.{6,24}$)"
)
MIN_LOCAL, MIN_TITLE = 3, 9


def judge_local_briefs(draft: Draft) -> None:
    """Where the titles of a page open with their county each, as papers of Taiwan print local news, each heads an article."""
    titles = [
        index
        for index in draft.matching(LOCAL)
        if draft.is_line(index) and index + 1 < len(draft.blocks) and draft.is_prose(index + 1)
    ]
    # Below a headline they are the headings of one article.
    headed = any(
        draft.is_line(index) and draft.facts[index].length >= MIN_TITLE for index in range(min(titles, default=0))
    )
    for index in titles if len(titles) >= MIN_LOCAL and not headed else ():
        draft.put(index, Label.HEADLINE, "title-of-local-brief")


def judge_briefs(draft: Draft) -> None:
    """Under the name of a section each of some marked paragraphs in a row is an article without a headline."""
    printed = is_printed(draft)
    for index in range(len(draft.blocks)):
        if not draft.is_line(index) or PICTURES.match(draft.folded(index)):
            continue
        named = names_section(draft, index)
        if not named and not (printed and COLUMN_NAME.match(draft.folded(index))):
            continue
        below = index + 1
        briefs: list[int] = []
        is_brief = _is_signed if OF_BRIEFS.search(draft.folded(index)) and _is_signed(draft, below) else _is_brief
        while below < len(draft.blocks) and (is_brief(draft, below) or (briefs and _goes_on(draft, below))):
            briefs += [below] if is_brief(draft, below) else []
            below += 1
        if len(briefs) >= (MIN_BRIEFS if named else MIN_UNKNOWN):
            draft.put(index, Label.NAV, "section-name")
            for brief in briefs:
                draft.put(brief, Label.BODY, BRIEF_RULE)


def all_marked(draft: Draft) -> bool:
    """Whether a page has several texts and each opens with a mark, as briefs do."""
    texts = draft.text()
    return len(texts) > MIN_BRIEFS and all(BRIEF.match(draft.folded(index)) for index in texts)


def _is_brief(draft: Draft, index: int) -> bool:
    """Whether a paragraph opens with a mark, which can be that of captions (▲)."""
    marked = draft.rules[index] == "picture-mark" and draft.facts[index].full_stop
    opens = draft.is_prose(index) or draft.rules[index] == "first-line-of-paragraph"
    # Stars mark the points of a list, too, which are shorter.
    point = draft.folded(index)[0] in "★☆◇" and draft.facts[index].length < MIN_BRIEF and draft.is_prose(index)
    return (marked or opens) and not point and BRIEF.match(draft.folded(index)) is not None


def _is_signed(draft: Draft, index: int) -> bool:
    """Whether a paragraph has the name of its writer in brackets right below it."""
    below = index + 1
    signed = below < len(draft.blocks) and draft.labels[below] is Label.BYLINE and draft.folded(below).startswith("(")
    return signed and draft.is_prose(index) and not BRIEF.match(draft.folded(index))


def _goes_on(draft: Draft, index: int) -> bool:
    """Whether a block goes on a brief that a page wraps, or signs it."""
    unfinished = draft.labels[index] is None and not draft.facts[index - 1].finished
    return draft.rules[index] == WRAPPED or draft.labels[index] is Label.BYLINE or unfinished
