"""Captions that only what stands beside them tells, and briefs that open with the mark of a caption."""

import re

from .draft import Draft
from .lines import read_dateline
from .model import Label

# A caption without a credit is one sentence of at most this length; behind a picture's file name, or in text of one clause a
# line, any paragraph can stand, so there it must be shorter.
MAX_SENTENCE, MAX_BELOW_FILE = 60, 40
MARK = re.compile(r"^[●◆■▪•·►▶◎○※\\]")
SPOKEN = re.compile(r"[“”「」『』:]|[说道称](?:,|$)|(?:表示|认为|指出|介绍|告诉)")
# A scene: 旅客在钦州东站有序乘车。 or 服务站内,工作人员正在登记稿件。 What news says has one of the words behind it.
SCENE = re.compile(
    r"^[▲△]?(?:(?:\d{1,2}月\d{1,2}日|近日|日前)(?:清晨|上午|下午|傍晚|晚)?,)?"
    r"(?:[^,?!。]{1,14}(?<!现)(?<!正)在(?![于内此谈])[^,?!。]{3,26}|[^,?!。]{2,18}[内里中上室旁边前站厅馆场区园厂],[^,?!。]{2,10}正在[^,?!。]{2,16})。$"
)
OF_NEWS = re.compile(
    r"了|将|已|表示|说|介绍|获悉|认为|可以|能够|不再|必须|应|需要|记者|我|[他她它]|如今|目前|未来|就|还|也|都|是|曾|有望"
)
MAX_SCENE, MIN_NEWS = 45, 50
SWIPE = re.compile(r"滑动|点击(?:图片|查看大图)")
# A brief shares so much with the line above it, its headline; one such pair can be chance.
OWN_HEADLINE, MIN_BRIEFS, MAX_HEADLINE = 0.35, 2, 30


def judge_captions(draft: Draft) -> None:
    """Label the sentence beside a picture's file name or button, or under the mark of a credited caption."""
    _reopen_briefs(draft)
    marks = {
        draft.folded(index)[0]
        for index, rule in enumerate(draft.rules)
        if rule == "picture-credit" and MARK.match(draft.folded(index))
    }
    for index in range(len(draft.blocks)):
        if draft.labels[index] is not None or index in draft.edges or not one_sentence(draft, index):
            continue
        twin = index + 1 < len(draft.blocks) and draft.folded(index + 1) == draft.folded(index)
        if twin and not draft.facts[index].finished and any(draft.is_prose(one) for one in range(index)):
            # The text of a picture stands in its attribute and below it.
            draft.put(index, Label.CAPTION, "line-twice")
            draft.put(index + 1, Label.CAPTION, "line-twice")
            continue
        between = {draft.labels[one] for one in (index - 1, index + 1) if 0 <= one < len(draft.blocks)}
        if between == {Label.CAPTION} and not draft.facts[index].finished:
            draft.put(index, Label.CAPTION, "between-captions")
            continue
        above = draft.rules[index - 1] if index else ""
        below = index + 1 if index + 1 < len(draft.blocks) else index
        if above == "image-file" and draft.facts[index].length <= MAX_BELOW_FILE:
            draft.put(index, Label.CAPTION, "below-picture-file")
        elif draft.folded(index)[0] in marks:
            draft.put(index, Label.CAPTION, "mark-of-captions")
        elif SWIPE.search(draft.folded(below)) and draft.rules[below] == "scan-code":
            draft.put(index, Label.CAPTION, "above-swipe-button")
        elif _shows_scene(draft, index):
            draft.put(index, Label.CAPTION, "scene-among-paragraphs")


def _shows_scene(draft: Draft, index: int) -> bool:
    """Whether a short sentence says who does what where and nothing more, with a paragraph of news right below it.

    Of the fixtures' paragraphs of at most 45 characters 13 of 38 captions have this form and one of 198 others; of the 4,964
    paragraphs of html-dev two, of which one is a caption.
    """
    folded, below = draft.folded(index), index + 1
    return (
        draft.facts[index].finished
        and len(folded) <= MAX_SCENE
        and SCENE.match(folded) is not None
        and not OF_NEWS.search(folded)
        and below < len(draft.blocks)
        and draft.is_prose(below)
        and draft.facts[below].length >= MIN_NEWS
        and (draft.labels[index - 1] is not None or draft.facts[index - 1].length >= MIN_NEWS)
    )


def one_sentence(draft: Draft, index: int) -> bool:
    """Whether a block can be the caption of a picture: one sentence, or words without a stop, and nobody speaks."""
    facts, folded = draft.facts[index], draft.folded(index)
    return (
        6 <= facts.length <= MAX_SENTENCE
        and (facts.stops == 0 or (facts.stops == 1 and facts.finished))
        and not SPOKEN.search(folded)
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
