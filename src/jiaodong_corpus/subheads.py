"""The lines inside an article: subheadings and lists."""

import re
from collections import Counter
from itertools import takewhile

from .context import BULLET
from .draft import Draft
from .facts import reads_as_sentence
from .gaps import NUMBER, Gap
from .model import Label
from .photo_lines import BELOW_PICTURE, is_below_picture
from .pictures import PICTURES

MAX_SUBHEADING = 45
# A subheading in the words of furniture has so much of its pairs (a share) from the text.
OF_ARTICLE = 0.1
# ●铁轨连起“早晚生活”: with no list around it the mark is that of a heading.
MARKED, LONE_MARK = re.compile(r"^[●◆■◎★▲]\s*[^。,;:!?]{2,20}$"), re.compile(r"^■\S{2,6}$")
CHAPTER = re.compile(r"^[一二三四五六七八九十]{1,3}、[^。;:]{2,24}(?<![、,])$")
# 【第二章 产业链上的协奏曲】; 交通局长林宇
IN_BRACKETS = re.compile(r"^【[^】。]{4,24}】$")
OFFICER = re.compile(
    r"^(?!对话|专访|访|走近)[一-鿿]{1,12}(?:[局市县区镇处院校部会]长|主任|主席|书记|总经理|议员|秘书长|总裁|教授)(?P<name>[一-鿿]{2,3})$"
)
# What stands beside the text of an article, in a box of its own.
HEAD_OF_BOX = re.compile(
    r"^小(?:资料|知识|贴士)\s*:\s*\S{2,12}$|^[■◆●▲□·◎※【\[]\s*(?:(?:新闻|相关|知识)?链接|数说|数读|(?:相关)?数据|延伸阅读|问答|对话|(?:记者|采访)?手记|(?:名词|政策)解[释读]|(?:新闻|相关|人物|背景)?(?:背景|资料|名片)|(?:[一-鿿]{2,4})?(?:小?贴士|小(?:资料|知识))|回[音应声]壁?|部门回[复应音]|编后|(?:编辑|专家|记者)?点评|亮点|案例|提示)\s*[·】\]]?$"
)
# Whom to call stands in a line of its own below a notice.
CONTACT = re.compile(r"(?:地址|电话|热线|联系人|传真|邮箱|网址)\s*:\s*[\dA-Za-z一-鿿(]")
REFERENCES = re.compile(r"^(?:主要)?(?:参考(?:文献|资料)|引用文献|注释)$")
# What ends in such a word is no heading; a column broke the sentence there.
MIN_PIECE, SAME_WIDTH = 12, 3
# 两把尺子变成一把 ends in a measure word.
HANGING = re.compile("[的和与及在为由向从对被将]$|(?<![一二两三四五六七八九十几每])把$")
# So many lines in a row are no headings, of which each has its text below.
MANY_LINES, NUMBER_ALONE = 3, re.compile(r"^(?:\d+|(?:PART|Part)\.?\s?\d{1,2})$")
# The heads of the columns of a table are not longer.
CELL = 6
# 《晨报》:当局巡查不勤街市渗漏不止
NAME_OF_PAPER, MIN_ITEMS = re.compile(r"^《[^》]{2,8}[报刊网]》\s?:"), 3
ITEM_LABELS = frozenset({Label.HEADLINE, Label.SUBHEADING})
# Who asks; the names of those who answer are no longer.
ASKERS, MAX_SPEAKER = ("主持人", "记者", "问", "答"), 10
# (笑), (想了很久): what is not said in an interview.
SPEECH = re.compile(r"^“[^”]{4,}[!。]”$")
ASIDE = re.compile(r"^[(\[][^()\[\]]{1,10}[)\]]$")


def count_marks(draft: Draft) -> Counter[str]:
    """Return how many lines alone between two paragraphs open with each mark (●) and can be headings."""
    found = (index for index in range(1, len(draft.blocks) - 1) if MARKED.match(draft.folded(index)))
    return Counter(
        draft.folded(index)[0]
        for index in found
        if draft.is_line(index) and draft.is_text(index - 1) and draft.is_text(index + 1)
    )


def judge_heads_of_boxes(draft: Draft) -> None:
    """A line that names a box (■相关数据), between text or its byline and more text, heads a part of the article and no new one."""
    for index in range(1, len(draft.blocks) - 1):
        above = draft.is_text(index - 1) or draft.labels[index - 1] in {Label.BYLINE, Label.CAPTION}
        if not above or not draft.is_line(index) or not HEAD_OF_BOX.match(draft.folded(index)):
            continue
        below = range(index + 1, len(draft.blocks))
        # Where no paragraph stands right below, its lines open with a mark.
        rows = list(takewhile(lambda one: draft.is_line(one) and BULLET.match(draft.folded(one)), below))
        if draft.is_text(index + 1) or (len(rows) > 1 and any(map(draft.is_prose, below))):
            draft.put(index, Label.SUBHEADING, "head-of-box")
            for row in rows:
                draft.put(row, Label.BODY, "row-of-box")


def judge_speakers(draft: Draft) -> None:
    """Where 主持人 or 记者 stands alone above what is said, again and again, so do the names of those who answer."""
    names = [
        index
        for index in range(len(draft.blocks) - 1)
        if draft.facts[index].length <= MAX_SPEAKER and draft.is_line(index) and draft.is_text(index + 1)
    ]
    counts = Counter(map(draft.folded, names))
    if any(counts[word] > 1 for word in ASKERS):
        for index in names:
            if counts[draft.folded(index)] > 1:
                draft.put(index, Label.BODY, "who-speaks")


def judge_press_review(draft: Draft) -> None:
    """Where each item of a review opens with the name of its paper (《晨报》:…), the first of them is no headline either."""
    items = [index for index in draft.matching(NAME_OF_PAPER) if draft.labels[index] in ITEM_LABELS]
    if len(items) >= MIN_ITEMS and draft.is_text(items[0] + 1):
        for index in items:
            draft.put(index, Label.SUBHEADING, "item-of-press-review")


def judge_lines_of_text(draft: Draft, gap: Gap, marks: Counter[str]) -> None:
    """Label the lines between two paragraphs of one article: subheadings, or lines of a list.

    ``marks`` says how many lines that can be headings open with each mark.
    """
    lines = [index for index in gap.indexes if draft.is_line(index)]
    # A number above a heading, and a line that introduces, are no lines of a list.
    listed = sum(not (NUMBER_ALONE.match(draft.folded(index)) or draft.folded(index).endswith(":")) for index in lines)
    if len(lines) > 1 and all(is_below_picture(draft, index) for index in lines):
        for index in lines:
            draft.put(index, *BELOW_PICTURE)
        return
    edges = {index for index in lines if index in draft.edges and draft.pairs(index)}
    known = draft.pairs_of(draft.text()) if edges else set[str]()
    for index in lines:
        folded = draft.folded(index)
        if index in edges and draft.overlap(index, known) < OF_ARTICLE:
            # The words of furniture, and none of the text.
            draft.put(index, *draft.edges[index])
        elif len(lines) == 1 and _is_marked(folded, marks):
            draft.put(index, Label.SUBHEADING, "marked-line")
        elif PICTURES.match(folded) and draft.labels[index + 1 : index + 2] == [Label.CAPTION]:
            draft.put(index, Label.NAV, "section-of-pictures")
        elif HEAD_OF_BOX.match(folded) or (index == lines[0] and REFERENCES.match(folded)):
            draft.put(index, Label.SUBHEADING, "head-of-box")
        elif _asks_by_number(draft, index) or (
            index == lines[-1] and CHAPTER.match(folded) and not CONTACT.search(folded)
        ):
            draft.put(index, Label.SUBHEADING, "numbered-line")
        else:
            _judge_plain_line(draft, index, lines, listed >= MANY_LINES)


def _judge_plain_line(draft: Draft, index: int, lines: list[int], listed: bool) -> None:
    """Label a line between two paragraphs that neither its mark nor its number tells: one of a list, or a subheading."""
    folded = draft.folded(index)
    if _is_piece(draft, index):
        draft.put(index, Label.BODY, "piece-of-paragraph")
    elif (
        folded.endswith((";", "、"))
        or (folded.endswith(",") and index + 1 < len(draft.blocks) and draft.is_text(index + 1))
        # Who is quoted with a whole sentence speaks: of 68 such lines of the fixtures one is a subheading, which asks.
        or SPEECH.match(folded)
        or ASIDE.match(folded)
        or CONTACT.search(folded)
        or folded.startswith(("注:", "备注:", "(注:"))
    ):
        draft.put(index, Label.BODY, "line-of-list")
    elif folded.endswith(":"):
        draft.put(index, Label.BODY, "line-that-introduces")
    elif index == lines[0] and len(lines) > 3 and not BULLET.match(folded) and _figures(draft, lines):
        cells = folded.split()
        label = Label.BODY if len(cells) > MANY_LINES - 1 and max(map(len, cells)) <= CELL else Label.SUBHEADING
        draft.put(index, label, "line-above-figures")
    elif IN_BRACKETS.match(folded) or (
        len(lines) == 1 and NUMBER.match(folded) and draft.facts[index].length <= MAX_SUBHEADING
    ):
        draft.put(index, Label.SUBHEADING, "line-between-paragraphs" if folded[0] == "【" else "numbered-line")
    elif BULLET.match(folded) or draft.facts[index].length > MAX_SUBHEADING or listed:
        draft.put(index, Label.BODY, "line-of-list")
    else:
        # A picture that has the headline for its text says nothing of what it shows; one shows of whom the text above tells.
        told = draft.labels[index - 1] is Label.CAPTION and draft.rules[index - 1] != "copy-of-headline"
        officer = (one := OFFICER.match(folded)) is not None and one["name"] in draft.folded(index - 1)
        told = officer or (told and is_below_picture(draft, index))
        draft.put(index, *(BELOW_PICTURE if told else (Label.SUBHEADING, "line-between-paragraphs")))


def _is_marked(folded: str, marks: Counter[str]) -> bool:
    alike = marks[folded[:1]] > 1 and len(folded) > 4
    return MARKED.match(folded) is not None and (alike or LONE_MARK.match(folded) is not None)


def _is_piece(draft: Draft, index: int) -> bool:
    folded = draft.folded(index)
    said = folded.endswith("。") or reads_as_sentence(folded) or _is_wrapped(draft, index)
    return said or (len(folded) >= MIN_PIECE and not NUMBER.match(folded) and _breaks_off(draft, index))


def _is_wrapped(draft: Draft, index: int) -> bool:
    """Whether a line is as long as the unfinished one above it, as the lines are that a page wraps."""
    above = index - 1
    length = draft.facts[index].length
    return (
        above >= 0
        and draft.is_text(above)
        and draft.facts[above].prose
        and not draft.facts[above].finished
        and length >= MIN_PIECE
        and abs(draft.facts[above].length - length) <= SAME_WIDTH
    )


def _breaks_off(draft: Draft, index: int) -> bool:
    """Whether a line ends in a word that ends no heading, or right above the line that says on which page it goes on."""
    jump = index + 1 < len(draft.blocks) and draft.rules[index + 1].startswith("jump-")
    return HANGING.search(draft.folded(index)) is not None or jump


def _asks_by_number(draft: Draft, index: int) -> bool:
    folded = draft.folded(index)
    return bool(NUMBER.match(folded)) and folded.endswith("?") and draft.facts[index].length <= MAX_SUBHEADING


def _figures(draft: Draft, lines: list[int]) -> bool:
    """Whether the first of some lines stands over a list of figures."""
    with_digit = [index for index in lines if re.search(r"\d", draft.folded(index))]
    return lines[0] not in with_digit and 2 * len(with_digit) >= len(lines)
