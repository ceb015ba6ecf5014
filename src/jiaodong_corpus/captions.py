"""Captions that only what stands beside them tells, photo items, and briefs that open with the mark of a caption."""

import re
from collections import Counter

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
# A line that ends in what can be seen, or says what somebody is doing: of the fixtures 8 of 26 captions without stop or credit, and
# none of 523 subheadings.
SHOWN = re.compile(
    r"^(?![(\d一二三四五六七八九十]{1,3}[)、.])(?!.*(?:打造|建设|打开|走进|[开互增]设|筑|成为|当好|擦亮|搭建))"
    r"(?:[^,。:?!;、]{4,40}(?:窗口|车间|大厅|展厅|一角|外景|全景|夜景|站台|候车室|生产线|展台|展位|巡[查逻]船|航站楼|码头|泊位|合影|剪影)"
    r"|[^,。:?!;]{0,20}(?:医生|护士|人员|工人|师傅|队员|民警|学生|旅客|游客|市民|村民|农民|渔民|志愿者|团队|火箭|列车|货轮|吊车|桥吊)正在[^,。:?!;]{2,24})$"
)
# Up and down is the page itself (向上滑动看下一个).
PICTURE_NAME = re.compile(r"^(?P<stem>[^。]{6,50}?(?<![\d:./]))(?:\s*[-_]?\s*图)?(?P<number>\d{1,2})$")
BUTTON = re.compile(r"^(?:查看|点击查看)[原大]图$")
SWIPE = re.compile(r"(?<![向往]上)(?<![向往]下)(?<!继续)滑动|点击(?:图片|查看大图)")
# A brief shares so much with the line above it, its headline; one such pair can be chance.
OWN_HEADLINE, MIN_BRIEFS, MAX_HEADLINE = 0.35, 2, 30
PICTURES = re.compile(
    r"^[■□◆●▲【\[]?\s*(?:(?:图片|摄影)(?:新闻|故事|报道|专题)?|光影|镜头|图说新闻|图闻|组图|影像|漫画|画外音)[】\]]?$"
)
OPENS_WITH_DAY = re.compile(r"^[▲△↑↓■]?\s*(?:\d{1,2}月\d{1,2}日|[昨今]天|[昨今]日|日前|近日),")
# The title of a picture has this share of its character pairs from the caption.
OWN_TITLE = 0.4
SIGNED_PAGE, SHORT_CREDIT, MAX_CAPTION = 2, 24, 160


def judge_captions(draft: Draft) -> None:
    """Label the sentence beside a picture's file name or button, or under the mark of a credited caption."""
    _reopen_briefs(draft)
    marks = {
        draft.folded(index)[0]
        for index, rule in enumerate(draft.rules)
        if rule == "picture-credit" and MARK.match(draft.folded(index))
    }
    _judge_gallery(draft)
    _judge_numbered(draft)
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
        if between == {Label.CAPTION} and not draft.facts[index].finished and "," not in draft.folded(index):
            draft.put(index, Label.CAPTION, "between-captions")
            continue
        above = draft.rules[index - 1] if index else ""
        below = index + 1 if index + 1 < len(draft.blocks) else index
        if above == "image-file" and draft.facts[index].length <= MAX_BELOW_FILE:
            draft.put(index, Label.CAPTION, "below-picture-file")
        elif draft.folded(index)[0] in marks:
            draft.put(index, Label.CAPTION, "mark-of-captions")
        elif SWIPE.search(draft.folded(below)) and draft.rules[below] in {"scan-code", "page-tools"}:
            draft.put(index, Label.CAPTION, "above-swipe-button")
        elif _shows_scene(draft, index):
            draft.put(index, Label.CAPTION, "scene-among-paragraphs")
        elif SHOWN.match(draft.folded(index)) and _amid_text(draft, index):
            draft.put(index, Label.CAPTION, "thing-shown-among-paragraphs")


def _judge_gallery(draft: Draft) -> None:
    """In a gallery each picture has its button (查看原图) right below its caption, however long that is."""
    buttons = [index for index in range(1, len(draft.blocks)) if BUTTON.match(draft.folded(index))]
    for index in buttons if len(buttons) > 1 else ():
        if draft.labels[index - 1] is None and draft.facts[index - 1].length <= MAX_CAPTION:
            draft.put(index - 1, Label.CAPTION, "above-picture-button")


def _judge_numbered(draft: Draft) -> None:
    """The pictures of an article that some sites name by its title and a number (…出海口)1, …-图2)."""
    named = {index: found for index in range(len(draft.blocks)) if (found := PICTURE_NAME.match(draft.folded(index)))}
    twins = Counter(stem for stem, _ in {found.group("stem", "number") for found in named.values()})
    text = draft.text()
    for index, found in named.items():
        if twins[found["stem"]] > 1 and draft.is_line(index) and text and text[0] < index < text[-1]:
            draft.put(index, Label.CAPTION, "title-with-number")


def _amid_text(draft: Draft, index: int) -> bool:
    """Whether a line stands between two paragraphs."""
    beside = (index - 1, index + 1)
    return draft.is_line(index) and all(0 <= one < len(draft.blocks) and draft.is_prose(one) for one in beside)


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
        and (not draft.is_prose(index - 1) or draft.facts[index - 1].length >= MIN_NEWS)
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


def judge_photo_captions(draft: Draft) -> None:
    """Find the paragraphs that are captions of photo items.

    One is wedged with its credit into an unfinished paragraph; another stands under the section name of pictures.
    """
    _judge_titled_credits(draft)
    text = draft.text()
    if len(text) > 1 and draft.is_prose(text[0]):
        _judge_first_photo(draft, text[0], text[1])
    for before, caption, after in zip(text, text[1:], [*text[2:], len(draft.blocks)], strict=False):
        if not draft.is_prose(caption):
            continue
        behind = [index for index in range(caption + 1, after) if draft.labels[index] is not Label.MARKUP]
        between = [index for index in range(before + 1, caption) if draft.labels[index] is not Label.MARKUP]
        # A credit that has its own words is the caption, and the text above it goes on from the paragraph before.
        credit = (
            bool(behind)
            and all(draft.labels[index] in {Label.BYLINE, Label.CAPTION} for index in behind)
            and (draft.labels[behind[0]] is Label.BYLINE or draft.facts[behind[0]].length <= SHORT_CREDIT)
        )
        wedged = (
            not draft.facts[before].finished
            and draft.facts[caption].finished
            and not any(draft.labels[index] is None for index in between)
            and after < len(draft.blocks)
            and not read_dateline(draft.folded(after), draft.lexicon)
        )
        # What is labelled as a caption below the name of the section is the one that it announces.
        section = any(
            draft.is_line(index)
            and PICTURES.match(draft.folded(index))
            and Label.CAPTION not in draft.labels[index:caption]
            for index in between
        )
        if (credit and wedged) or section:
            draft.put(caption, Label.CAPTION, "photo-item")
            if section and draft.is_line(between[-1]) and not PICTURES.match(draft.folded(between[-1])):
                draft.put(between[-1], Label.HEADLINE, "headline-of-photo-item")
        elif behind and between and _titled_picture(draft, caption, behind, between[-1]):
            draft.put(between[-1], Label.HEADLINE, "headline-of-photo-item")
            draft.put(caption, Label.CAPTION, "photo-item")
        elif behind and _lone_credit(draft, behind[0]) and one_sentence(draft, caption):
            draft.put(caption, Label.CAPTION, "above-picture-credit")
        elif Label.BYLINE in draft.labels and behind and _dated_picture(draft, caption, behind):
            draft.put(caption, Label.CAPTION, "photo-item")


def _judge_first_photo(draft: Draft, caption: int, after: int) -> None:
    """Find the photo item that a newspaper page begins with: a dated paragraph, its credit, and the head of the next article."""
    line = caption - 1
    behind = [index for index in range(caption + 1, after) if draft.labels[index] is not Label.MARKUP]
    titled = line >= 0 and draft.is_line(line) and not PICTURES.match(draft.folded(line))
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
            or not draft.is_line(line)
            or draft.facts[index].length < MAX_SENTENCE
        ):
            continue
        own = draft.overlap(line, draft.pairs(index)) >= OWN_TITLE and Label.BYLINE in draft.labels
        if line in draft.listed or own:
            draft.put(line, Label.HEADLINE, "headline-of-photo-item")
            draft.put(index, Label.CAPTION, "photo-item")


def _lone_credit(draft: Draft, index: int) -> bool:
    """Whether a block is nothing but who took a picture (本报记者 寇敏 摄)."""
    return draft.rules[index] == "picture-credit" and draft.facts[index].length <= SHORT_CREDIT


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
    if not (_lone_credit(draft, behind[0]) and draft.facts[caption].length <= MAX_CAPTION and draft.is_line(line)):
        return False
    signed = draft.labels.count(Label.BYLINE)
    follows = any(draft.is_line(index) or draft.labels[index] is Label.BYLINE for index in behind[1:])
    titled = draft.overlap(line, draft.pairs(caption)) >= OWN_TITLE and _dated_picture(draft, caption, behind)
    return (signed >= SIGNED_PAGE and follows) or (signed > 0 and titled)
