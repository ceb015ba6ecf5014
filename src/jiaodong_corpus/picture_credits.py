"""Whether a paragraph is what a picture shows: by who signs below it, the title above it, and the day it opens with."""

import re

from .bylines import read_byline
from .captions import MAX_CAPTION
from .draft import Draft
from .lines import read_dateline
from .model import Label

OPENS_WITH_DAY = re.compile(
    r"^[▲△↑↓■]?\s*(?:\d{1,2}月\d{1,2}日(?:清晨|早上|上午|中午|下午|傍晚|晚上?|[一-鿿]{2,6}[日节])?|[昨今前](?:[天日](?:清晨|早上|上午|中午|下午|傍晚|晚上?)?|晚)|日前|近日),"
)
BOTH = re.compile(r"^[(■□]?(?:图与文|文与图|图文|图/文|文/图|图/(?=记者))")
RECENT = re.compile(r"[昨今](?:[日天晚晨]|上午|下午|傍晚|凌晨|清晨)|近日|日前")
YESTERDAY = re.compile(r"^[^,。]{2,12}[昨今](?:[日天晚晨]|上午|下午|傍晚|凌晨|清晨)")
# The title of a picture has this share of its character pairs from the caption.
OWN_TITLE = 0.4
SEEN = re.compile(r"(?:^|[,。])(?:图为|图中)")
UNDER_WAY = re.compile(SEEN.pattern + r"|正在|[正在]忙着|航拍|俯瞰")
# The last paragraph of an article can be of what its reporter saw.
SEEN_BY = re.compile("记者(?:在现场|采访|看到|了解)")
# What somebody says, or a reporter asked, is text, be there a picture below it.
SAID = re.compile(r"负责人(?:表示|说|介绍|称)|记者致电")
OF_REPORT = re.compile(r"[“”「」]|表示|介绍|告诉|[说称](?!明)|记者|致电|获悉|负责人|[他她]")
FAR = 200
# The next article, or the foot of the page.
BELOW = frozenset({Label.BYLINE, Label.EDITOR_CREDIT, Label.FOOTER})
SIGNED_PAGE, SHORT_CREDIT, MAX_TITLE = 2, 24, 12


def may_title(draft: Draft, line: int) -> bool:
    """Whether a line can be the title of a picture: names in brackets sign the text above."""
    # The titles of pictures in a row stand between their captions.
    free = draft.is_line(line) or draft.rules[line] == "between-captions"
    return free and not draft.folded(line).startswith("(")


def head_follows(draft: Draft, behind: list[int]) -> bool:
    """Whether a head, or the byline of one, stands below the credit of a picture."""
    return any(draft.is_line(index) or draft.labels[index] is Label.BYLINE for index in behind[1:])


def depicted(draft: Draft, caption: int, behind: list[int], above: int) -> bool:
    """Whether a dated paragraph that says what is to be seen stands alone between its title and a byline or the next head."""
    folded = draft.folded(caption)
    alone = may_title(draft, above) and (draft.labels[behind[0]] is Label.BYLINE or draft.is_line(behind[0]))
    seen = SEEN.search(folded) is not None and OPENS_WITH_DAY.match(folded) is not None
    return alone and seen and Label.BYLINE in draft.labels and draft.facts[caption].length <= MAX_CAPTION


def lone_credit(draft: Draft, index: int) -> bool:
    """Whether a block is nothing but who took a picture (本报记者 寇敏 摄)."""
    facts = draft.facts[index]
    whole = facts.full_stop or draft.folded(index).endswith(("资料图)", "示意图)", "效果图)", "资料图片)", "资料照片)"))
    # An account names the agency of each of its pictures, between sentences of a text.
    stock = draft.folded(index).startswith("@")
    return draft.rules[index] == "picture-credit" and facts.length <= SHORT_CREDIT and not (whole or stock)


def signed_apart(draft: Draft, caption: int, behind: list[int]) -> bool:
    """Whether a short paragraph that opens with a day is signed, below an article that its head or its dateline has signed."""
    folded = draft.folded(caption)
    if draft.labels[behind[0]] is not Label.BYLINE or draft.facts[caption].length > MAX_CAPTION:
        return False
    if not (OPENS_WITH_DAY.match(folded) or YESTERDAY.match(folded)) or read_dateline(folded, draft.lexicon):
        return False
    # The last item of a page has no head below it.
    last = behind[-1] == len(draft.blocks) - 1 and draft.folded(behind[0]).rstrip(")").endswith("摄")
    if not (last or any(draft.is_line(index) for index in behind[1:])):
        return False
    for index in range(caption - 1, -1, -1):
        opening = read_dateline(draft.folded(index), draft.lexicon) if draft.is_text(index) else None
        if draft.labels[index] is Label.BYLINE or opening:
            return opening is None or bool(opening.names)
        if not draft.is_text(index):
            # Names alone are no byline yet.
            return read_byline(draft.folded(index), draft.lexicon, bare=True) is not None
    return False


def reported(draft: Draft, caption: int, credit: int, between: list[int]) -> bool:
    """Whether a short paragraph is signed by who took the picture and reported (… 摄影报道).

    It opens with a day, or says below its title what is just going on.
    """
    folded = draft.folded(caption)
    # Asked first: what follows looks at the page above.
    if draft.labels[credit] is not Label.BYLINE or draft.facts[caption].length > MAX_CAPTION:
        return False
    told = UNDER_WAY.search(folded) or (BOTH.match(draft.folded(credit)) and RECENT.search(folded))
    titled = bool(between) and may_title(draft, between[-1]) and told is not None
    # 当天,…: of two paragraphs of a picture the second goes on the first.
    apart = not (between or folded.startswith("当") or SEEN_BY.search(folded)) and _signed_above(draft, caption)
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
    # Not farther up than a long article: a page of pictures asks this of each.
    return any(_signs(draft, one) for one in range(max(0, index - FAR), index))


def _signs(draft: Draft, index: int) -> bool:
    opening = read_dateline(draft.folded(index), draft.lexicon) if draft.is_text(index) else None
    return draft.labels[index] is Label.BYLINE or opening is not None


def both_reported(draft: Draft, first: int, caption: int, credit: int) -> bool:
    """Whether two short paragraphs below a title, of which the first opens with a day, are signed as a report in pictures."""
    return (
        first > 0
        and may_title(draft, first - 1)
        and draft.facts[caption].length <= MAX_CAPTION
        and OPENS_WITH_DAY.match(draft.folded(first)) is not None
        and reported(draft, first, credit, [])
    )


def dated_picture(draft: Draft, caption: int, behind: list[int]) -> bool:
    """Whether a short paragraph that opens with a day stands alone above its picture credit."""
    folded = draft.folded(caption)
    return (
        lone_credit(draft, behind[0])
        and draft.facts[caption].length <= MAX_CAPTION
        and OPENS_WITH_DAY.match(folded) is not None
        and not SAID.search(folded)
        and not read_dateline(folded, draft.lexicon)
    )


def of_something_else(draft: Draft, caption: int, behind: list[int]) -> bool:
    """Whether a short paragraph with its picture credit stands behind a signed text, and above the next head."""
    folded = draft.folded(caption)
    return (
        lone_credit(draft, behind[0])
        and draft.facts[caption].length <= MAX_CAPTION
        and any(draft.is_line(index) or draft.labels[index] in BELOW for index in behind[1:])
        and draft.folded(behind[0]).rstrip(")").endswith("摄")
        and RECENT.search(folded) is not None
        and not OF_REPORT.search(folded)
        and _signed_above(draft, caption)
        and not read_dateline(folded, draft.lexicon)
    )


def titled_picture(draft: Draft, caption: int, behind: list[int], line: int) -> bool:
    """Whether one short paragraph stands alone between its title and a picture credit, on a page of signed articles.

    The next head follows, or the paragraph opens with a day and takes up the words of the line.
    """
    if not (lone_credit(draft, behind[0]) and draft.facts[caption].length <= MAX_CAPTION and may_title(draft, line)):
        return False
    signed = draft.labels.count(Label.BYLINE)
    follows = head_follows(draft, behind)
    titled = draft.overlap(line, draft.pairs(caption)) >= OWN_TITLE and dated_picture(draft, caption, behind)
    short = draft.facts[line].length <= MAX_TITLE and follows and dated_picture(draft, caption, behind)
    told = (signed >= SIGNED_PAGE and follows) or (signed > 0 and (titled or short))
    return told or of_something_else(draft, caption, behind)
