"""Blocks that look like something else than they are: names like subheadings, sections like headlines."""

import re

from .bylines import AFFILIATION, names_expert, read_byline
from .draft import Draft
from .gaps import HEAD_LABELS, NUMBER, Gap
from .lines import read_dateline
from .model import Label
from .names import HAN_NAME, OUTLET, is_name
from .pictures import PICTURES
from .signatures import HOLDS_OFFICE, SCHOLARS, WRITERS, find_signature
from .titles import LEADS_ON, opens_deck

# Between 【】 stand the names of sections, too.
ENCLOSED = re.compile(r"^(?:[(\[].*[)\]]|[■□◆●▲☉⊙].*)$")
SECTION = re.compile(
    r"^(?:[◎●◆★☆]\s*)?[一-鿿]{0,6}(?:速览|速读|短新闻|新闻|简讯|短讯|三言两语|七嘴八舌|来信|来函|信箱|投书|快讯|要闻|动态|看点|视点|聚焦|关注|综合|快递|速递|短波|副刊|服务台|便民信息|(?:热线|报道|新闻)追踪|集锦|拾零|一览|天下|资讯|短评|时评|声音|来论|广角|专版|专刊|纵横|扫描|进行时|纵深行|蹲点|走基层|面对面|大家谈|选登|传真|漫笔|随笔|杂谈|絮语|夜话|茶座|评弹|快评|微评|漫评|问我答|有问必答|来信照登|家长里短|播报|连线|之窗|观察|快报|速办|帮办|短打|(?<!看)行情)$"
)
OF_SITE = frozenset({Label.META, Label.FOOTER, Label.DISCLAIMER})
# The number of a page and its name (05 长株潭).
PAGE_AND_NAME = re.compile(
    r"^(?:[A-Z]?\d{1,2}\s+[一-鿿·]{2,6}|[A-Z]?\d{1,2}\s+(?!.{0,2}(?:共建|建设|打造|联通|推进|走进))[一-鿿·]{4,9}(?:区|带|群|湾)|[一-鿿·]{2,6}\s+[A-Z]{0,2}\d{1,2}(?:\s*[|·]\s*[一-鿿·]{2,6})?|[A-Z]?\d{1,2}\s+[一-鿿·]{2,10}(?:特刊|专刊|专版|特别报道))$"
)
IN_ROUND = re.compile(r"\(([一-鿿]{1,2})\)")
# 区域·观察
# 李春梅 鲁东大学历史学院教授
NAME_AND_WORK = re.compile(rf"(?P<name>[一-鿿]{{2,3}})\s+[一-鿿]*(?:{WRITERS}|{SCHOLARS})$")
# 对话嘉宾:, and below it who that is.
INTRODUCES = re.compile(r"(?:嘉宾|主讲人?|得主|获奖者|人物|是)\s?:?$")
DOTTED = re.compile(r"^[一-鿿]{2,4}\s?·\s?[一-鿿]{2,4}$")
IN_BRACKETS = re.compile(r"^(?:[【\[〔][一-鿿]{2,6}[】\]〕]|[【\[][一-鿿·]{2,12}[】\]]\s*[①-⑳]|[●■◆]\s*[一-鿿]{2,6})$")
# Briefs of a newspaper open with a mark; one such paragraph proves nothing. `split` begins an article with each by the rule.
BRIEF, MIN_BRIEFS, BRIEF_RULE = re.compile(r"^[●▲◆■○△▪◎★☆◇▍▌]"), 2, "brief-without-headline"
# 新华社重庆9月3日电 题:双城之间.
DATELINE_AND_TITLE = re.compile(r"^.{4,24}[电讯][^。]{0,24}题\s*:")
MIN_WRAPPED, MIN_BROKEN = 20, 28
# The authors of a paper stand above its abstract and keywords.
BELOW_NAMES = HEAD_LABELS | {Label.SUMMARY, Label.TAGS}
MAX_APART, MAX_INSERTED, MIN_INSERTED, MIN_NAME = 5, 16, 3, 3


def judge_datelines(draft: Draft) -> None:
    """A line that opens with a dateline is the first of the text, though it gives the title again or a page wraps it.

    What stands right above 下转 goes on there, though the page broke it in the midst of a sentence.
    """
    for index in range(len(draft.blocks)):
        if not draft.is_line(index):
            continue
        folded, below = draft.folded(index), index + 1
        opening = read_dateline(folded, draft.lexicon) if len(folded) >= MIN_WRAPPED else None
        wrapped = opening and (opening.names or (below < len(draft.blocks) and draft.is_text(below)))
        if wrapped or (DATELINE_AND_TITLE.match(folded) and read_dateline(folded, draft.lexicon)):
            draft.put(index, Label.BODY, "dateline-and-title")
        elif len(folded) >= MIN_BROKEN and "".join(draft.rules[below : below + 1]).startswith("jump-line"):
            draft.put(index, Label.BODY, "piece-of-paragraph")


def judge_inserted(draft: Draft) -> None:
    """Short lines between a clause and one that begins with a mark once more were put there by a program; one can be a link."""
    found = [
        index
        for index in range(1, len(draft.blocks) - 1)
        if draft.folded(index + 1)[0] in ",;"
        and draft.folded(index - 1).endswith((",", ";"))
        and draft.is_line(index)
        and draft.facts[index].length <= MAX_INSERTED
        and not draft.facts[index].marks
    ]
    for index in found if len(found) >= MIN_INSERTED else ():
        draft.put(index, Label.SPAM, "amid-a-sentence")
        for piece in (index - 1, index + 1):
            if draft.is_line(piece):
                draft.put(piece, Label.BODY, "piece-of-paragraph")


def judge_bare_bylines(draft: Draft, gap: Gap) -> None:
    """Names alone on a line are a byline in brackets or behind a mark, right below a headline, behind the last text, and between
    two lines of metadata."""
    lines = [index for index in gap.indexes if draft.is_line(index)]
    for index in lines:
        # Where a line stands is soon told, and few are read.
        following = draft.labels[index + 1 : index + 2]
        beside_text = gap.below in {index + 1, index + 2} or gap.above == index - 1 or HEAD_LABELS.issuperset(following)
        if not beside_text and not ENCLOSED.match(draft.folded(index)):
            continue
        work = NAME_AND_WORK.match(draft.folded(index)) if gap.below is not None else None
        if work and work["name"] in draft.folded(gap.below or 0):
            # Whom the article is about.
            continue
        # 王立群 主任医师, below 【专家简介】
        introduced = (index > 0 and INTRODUCES.search(draft.folded(index - 1))) or names_expert(draft.folded(index))
        if introduced or read_byline(draft.folded(index), draft.lexicon, bare=True) is None or _is_listed(draft, index):
            continue
        if HOLDS_OFFICE.fullmatch(draft.folded(index)) and "day-of-speech" not in draft.rules[index - 1 : index + 2]:
            # Elsewhere such a line says who is spoken of, or who came.
            continue
        signs = gap.below is not None and _stands_in_head(draft, index, gap.below)
        # 黄顺杰, and below it 重庆特派员
        below_headline = draft.rules[index + 1 : index + 2] == ["reporter-from-place"]
        below_headline |= signs and any(
            above < index and (draft.facts[above].length >= 6 or _is_short_headline(draft, above, index))
            for above in lines
        )
        behind_text = (
            gap.above == index - 1
            and (gap.below is None or len(lines) > 1)
            and not DOTTED.match(draft.folded(index))
            and _only_names(draft, index)
        )
        above_headline = (
            gap.below == index + 2
            and draft.is_line(index + 1)
            and draft.facts[index + 1].length >= 8
            and _only_names(draft, index)
            # A page of comments names who wrote each above or below its headline.
            and (Label.BYLINE in draft.labels[gap.indexes[0] : index] or "bare-names" in draft.rules)
        )
        told = below_headline or behind_text or above_headline
        alone = gap.above is None and gap.below == index + 1 and lines == [index]
        if told or _told_by_form(draft, index, alone):
            draft.put(index, Label.BYLINE, "bare-names")


def _told_by_form(draft: Draft, index: int, alone: bool) -> bool:
    """Whether names are in brackets, between two fields, or several and alone above the text of a page that lost its headline."""
    several = alone and len(draft.folded(index).split()) > 1 and _only_names(draft, index)
    return several or ENCLOSED.match(draft.folded(index)) is not None or _between_fields(draft, index)


def _stands_in_head(draft: Draft, index: int, below: int) -> bool:
    """Whether nothing but the rest of a head stands between a name and the paragraph below it."""
    dated = draft.labels[index + 1 : index + 2] == [Label.META]
    return all(
        draft.labels[one] in BELOW_NAMES
        # An addressee, or the head of the first chapter; below a line of metadata any heading.
        or (one == below - 1 and (dated or draft.folded(one).endswith(":") or NUMBER.match(draft.folded(one))))
        for one in range(index + 1, below)
    )


def _between_fields(draft: Draft, index: int) -> bool:
    """Whether a name stands between two lines of metadata: 《人民日报》(2025年07月05日 05 版), and below it time and source."""
    beside = {draft.labels[one] for one in (index - 1, index + 1) if 0 <= one < len(draft.blocks)}
    # A name of two characters in one can be that of a place, or of a channel.
    return index > 0 and beside == {Label.META} and draft.facts[index].length >= MIN_NAME and _only_names(draft, index)


def _is_listed(draft: Draft, index: int) -> bool:
    """Whether a name and where somebody works stand beside others: a list of winners, of who plays whom."""
    beside = [one for one in (index - 1, index, index + 1) if 0 <= one < len(draft.blocks) and draft.is_line(one)]
    return sum(find_signature(draft.folded(one), draft.lexicon, bare=True) is not None for one in beside) > 1


def _is_short_headline(draft: Draft, above: int, index: int) -> bool:
    return above == index - 1 and draft.facts[above].length == 5 and not names_section(draft, above)


def _only_names(draft: Draft, index: int) -> bool:
    if find_signature(draft.folded(index), draft.lexicon, bare=True):
        return True
    names = AFFILIATION.sub("", draft.folded(index), count=1).replace("、", " ").split()
    return all(is_name(word, draft.lexicon) or len(word) == 1 for word in names)


def is_section_name(draft: Draft, index: int) -> bool:
    """Whether a line is the name of a section of the paper, which stands above a headline."""
    folded = draft.folded(index)
    if opens_deck(draft, index) or (index and draft.folded(index - 1).endswith(LEADS_ON)):
        return False
    # Between brackets stand the parts of a feature, too: they are no section unless a headline is below them.
    return (
        len(folded) < 5 or names_section(draft, index) or any(one.match(folded) for one in (IN_BRACKETS, PAGE_AND_NAME))
    )


def names_section(draft: Draft, index: int) -> bool:
    """Whether the words of a line say that it is the name of a section, however long."""
    folded = draft.folded(index)
    # 简 讯
    folded = folded.replace(" ", "") if len(folded) <= MAX_APART else folded
    # 祖(籍)国短讯, ◆三言两语◆
    folded = IN_ROUND.sub(r"\1", folded).strip("〈〉")
    folded = folded.strip(folded[0]) if folded[0] == folded[-1] and folded[0] in "◆●★■◎" else folded
    return folded in draft.lexicon.menu or any(one.match(folded) for one in (SECTION, DOTTED, PICTURES))


def names_site(draft: Draft, index: int) -> bool:
    """Whether a line is the name of a site that a line of metadata, or the foot of the page, names as well."""
    folded = draft.folded(index)
    return OUTLET.match(folded) is not None and any(
        label in OF_SITE and folded in draft.folded(one) for one, label in enumerate(draft.labels) if one != index
    )


def is_pen_name(draft: Draft, index: int) -> bool:
    """Whether a line right below a headline is two or three characters: no section is named there."""
    folded = draft.folded(index).replace(" ", "")
    return 2 <= len(folded) <= 3 and HAN_NAME.match(folded) is not None and folded not in draft.lexicon.menu
