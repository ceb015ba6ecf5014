"""What in a gap between two paragraphs shows that an article begins: byline, time and source, kicker, a dateline right below."""

import re

from .contents import is_printed
from .context import BULLET
from .draft import Draft
from .facts import share
from .gaps import Gap, head_lines, is_dated_meta
from .lines import LEAD_NAMES, read_dateline
from .model import Label
from .names import is_name
from .titles import KICKER_END, SUBTITLE_START

CONTINUED = re.compile(r"^[(\[【■▲▼\s]*(?:上接|紧接)")
JUMP = re.compile(r"^[(\[【■▲▼\s]*(?:下转|转\s*第?\s*[A-Z]?\d{1,2}\s*版)")
# A sentence of so many characters that a page's end broke goes on.
BROKEN = 12
OF_PAGE = frozenset({Label.NAV, Label.PAGER, Label.META, Label.WIDGET})
ADDRESSEE = re.compile(
    r"^(?!.*记者)(?:编(?:辑(?:同志|先生|部|老师)?|者)(?:您好|你好)?|贵报|[一-鿿]{2,6}(?:日报|晚报|早报|晨报|报社)[一-鿿]{0,8}|[一-鿿]{2,8}(?:编辑部|群工部|栏目组?)):$"
)
LETTER = re.compile(r"^编辑(?:(?:同志|老师|先生)(?:,?[您你]好)?|,?[您你]好)[:!]\S")
# Who answers letters in a paper is called so: 岑溪姐姐:
CALLED = re.compile(r"^[一-鿿]{2,3}(?:姐姐|哥哥|大姐|叔叔|阿姨|老师):$")
NAME_GAP = re.compile(r"[、 ]+|通讯员")
# 〔記者郭育誠／新營報導〕
REPORTED = re.compile(r"^[〔【\[(]\s*(?:[一-鿿]{0,6})记者[^〕】\])]{2,24}报[导道]\s*[〕】\])]")
COUNTER = re.compile(r"\d\s*(?:人参与|条?评论|条)|评论\s*[(:]?\s*\d")
ASKED = re.compile(r"^[^。:;]{6,36}[?]$")
COLUMN, SHORT_TITLE, OTHER_TOPIC = "name-of-column", 8, 0.12
# The head of a box has the form of the name of a section.
MAX_NAME, BOX = (
    8,
    re.compile(
        r"链接|话你知|知多|小?知识|资料|名词|解释|背景|延伸|提示|贴士$|数据|数说|数读|回音|回应|回[复信]|问答|对话|手记|提醒|案情|审理|说法|判决|评析|法官|律师|第[一二三四五六七八九十\d]|^(?:现状|困境|难点|痛点|堵点|期盼|启示|思考|尾声|开篇|序章|昨天|今天|明天|过去|故事|镜头|样本|场景)[\d一二三四五六七八九十]?$|^[\d一二三四五六七八九十]+$|^[■◆●▲□▶【\[]"
    ),
)
# One button alone stands beside pictures, too.
ROW_OF_TOOLS = 3
WALLS = frozenset({Label.RELATED, Label.COMMENTS, Label.PAGER, Label.FOOTER, Label.DISCLAIMER})


def head_signs(draft: Draft, below: int) -> bool:
    """Tell whether right above a paragraph stands what only the head of an article has."""
    above = below - 1
    while above >= 0 and not draft.is_prose(above) and draft.labels[above] is not Label.BODY:
        above -= 1
    return begins_article(draft, Gap(tuple(range(above + 1, below)), above, below))


def begins_article(draft: Draft, gap: Gap) -> bool:
    """Tell whether an article begins below the lines of a gap."""
    lines = _lines_below_walls(draft, gap)
    if not lines or gap.below is None:
        return False
    below_lines = [draft.labels[index] for index in gap.indexes if index > lines[0]]
    signs = [
        # Above the lines a byline can also be the end of the article before; then the lines decide by themselves.
        Label.BYLINE in below_lines or any(_heads(draft, gap, index, lines) for index in gap.indexes),
        Label.BYLINE in {draft.labels[index] for index in gap.indexes} and draft.facts[lines[0]].length >= 6,
        any(KICKER_END.search(draft.folded(index)) and draft.folded(index)[-1] != ":" for index in lines),
        not draft.listed.isdisjoint(lines),
        LETTER.match(draft.folded(gap.below)) is not None and is_printed(draft),
        # The letters of readers to a newspaper.
        ADDRESSEE.match(draft.folded(gap.below - 1)) is not None
        or (CALLED.match(draft.folded(gap.below - 1)) is not None and is_printed(draft)),
        _is_filed(draft, gap.below, gap.above) or REPORTED.match(draft.folded(gap.below)),
        _asks_paper(draft, gap),
        _between_credits(draft, gap, lines),
        _has_tools(draft, gap, lines),
        any(draft.rules[index] == COLUMN and index + 1 in lines for index in gap.indexes),
        # What goes on elsewhere ends here.
        any(index < lines[0] and JUMP.match(draft.folded(index)) for index in gap.indexes),
        # What goes on from another page has its headline again above 上接.
        any(index - 1 in lines and CONTINUED.match(draft.folded(index)) for index in gap.indexes),
    ]
    return any(signs)


def _is_filed(draft: Draft, below: int, above: int | None) -> bool:
    """Whether a paragraph opens with a dateline, or with who wrote it and where.

    What is told as others reported it (据…消息) can stand amid an article, unless what is right above has a dateline, too.
    """
    found = read_dateline(draft.folded(below), draft.lexicon)
    lead = LEAD_NAMES.match(draft.folded(below))
    if found is None:
        # (记者王立), or 记者王立/青岛报导; (海港新闻报导) can stand below a picture of the article, too.
        names, plain = (lead["names"] or "", lead["plain"] or "") if lead else ("", "")
        _, told, who = names.rpartition("记者")
        persons = NAME_GAP.split(who.strip())
        return plain.endswith("报导") or (bool(told) and all(is_name(one, draft.lexicon) for one in persons))
    before = read_dateline(draft.folded(above), draft.lexicon) if above is not None else None
    return found.rule != "as-reported" or before is not None


def briefs_between(draft: Draft, gaps: list[Gap], starts: set[int]) -> set[int]:
    """Return the texts of one paragraph each, under a line each, between two articles, the first without a byline in its head.

    On the printed pages of the fixtures 65 of 65 such lines are headlines.
    """
    found: set[int] = set()
    chain: list[int] = []
    begun = False
    for gap in gaps:
        if gap is gaps[0] or gap.below in starts:
            found.update(chain)
            head = max(head_lines(draft, gap), default=0)
            chain, begun = [], not any(draft.labels[one] is Label.BYLINE for one in gap.indexes if one > head)
        elif begun and gap.below and _has_title(draft, gap) and turns_topic(draft, gap):
            chain.append(gap.below)
        else:
            chain, begun = [], False
    return found


def names_unknown_section(draft: Draft, gap: Gap) -> bool:
    """Whether two lines alone part two paragraphs of a printed page: the short name of a section, and a headline.

    Of 141 such pairs of the fixtures three stand in an article, as the head of a box and its title.
    """
    lines = [index for index in gap.indexes if draft.is_line(index)]
    if gap.below is None or lines != [gap.below - 2, gap.below - 1] or gap.above != lines[0] - 1:
        return False
    name, title = map(draft.folded, lines)
    return (
        1 < len(name) <= MAX_NAME
        and len(title) >= SHORT_TITLE
        and turns_topic(draft, gap)
        and not (BOX.search(name) or BOX.search(title[-4:]))
        and not BULLET.match(title)
        and not title.endswith((":", "。"))
        and not draft.facts[lines[0]].marks
    )


def _has_title(draft: Draft, gap: Gap) -> bool:
    """Whether a gap has one line that can be a headline, and it is as long as one."""
    return [draft.facts[index].length >= SHORT_TITLE for index in head_lines(draft, gap)] == [True]


def turns_topic(draft: Draft, gap: Gap) -> bool:
    """Whether the paragraph below a gap shares hardly a pair of characters with the one above."""
    if gap.above is None or gap.below is None:
        return False
    return share(draft.pairs(gap.below), draft.pairs(gap.above)) <= OTHER_TOPIC


def goes_on_from_page(draft: Draft, gap: Gap) -> bool:
    """Whether a text goes on from another page (上接第1版) that is not here: no headline and no broken sentence stands above."""
    jump = next((index for index in gap.indexes if CONTINUED.match(draft.folded(index))), None)
    above = next((index - 1 for index in gap.indexes if index and draft.rules[index].startswith("jump-")), None)
    if jump is None or (above is not None and draft.facts[above].length >= BROKEN and not draft.facts[above].finished):
        return False
    parts = [index for index in gap.indexes if index < jump and draft.labels[index] in OF_PAGE]
    return not any(max(parts, default=-1) < index for index in head_lines(draft, gap))


def _lines_below_walls(draft: Draft, gap: Gap) -> list[int]:
    """Return the lines that stand above the paragraph with no list, comments or pager between."""
    walls = [index for index in gap.indexes if _is_wall(draft, index)]
    return [index for index in head_lines(draft, gap) if index > max(walls, default=-1)]


def _is_wall(draft: Draft, index: int) -> bool:
    if draft.labels[index] is Label.COMMENTS and COUNTER.search(draft.folded(index)):
        # How many have commented stands beside the time, above the text.
        return False
    return draft.labels[index] in WALLS and not draft.rules[index].startswith(("jump-", "folio"))


def is_explained(draft: Draft, lines: list[int]) -> bool:
    """Whether the last line is a subtitle that says so (——…), below a line that is none; points of a list are several."""
    told = [bool(SUBTITLE_START.match(draft.folded(index))) for index in lines]
    return len(lines) > 1 and told[-1] and not any(told[:-1])


def _asks_paper(draft: Draft, gap: Gap) -> bool:
    """Whether the first question of a page (问:…), with its answer below, stands under a question: a paper answers a reader."""
    below = gap.below
    return (
        below is not None
        and draft.folded(below).startswith("问:")
        and ASKED.match(draft.folded(below - 1)) is not None
        and is_printed(draft)
        and turns_topic(draft, gap)
        and not any(draft.folded(index).startswith("问:") for index in range(below))
        and any(draft.folded(index).startswith("答:") for index in range(below + 1, min(below + 4, len(draft.blocks))))
    )


def _between_credits(draft: Draft, gap: Gap, lines: list[int]) -> bool:
    """Whether an editor credit ends the article above and another one follows: each article of the page has its own."""
    assert gap.below is not None
    above = any(draft.labels[index] is Label.EDITOR_CREDIT for index in gap.indexes if index < lines[-1])
    return above and any(label is Label.EDITOR_CREDIT for label in draft.labels[gap.below :])


def _has_tools(draft: Draft, gap: Gap, lines: list[int]) -> bool:
    """Whether the buttons of the page (字号, 朗读) stand below a line, as they do below other headlines of the page."""
    tools = (index for index in gap.indexes if index > lines[0] and draft.rules[index] == "page-tools")
    row = next((draft.folded(index) for index in tools if len(draft.folded(index).split()) >= ROW_OF_TOOLS), None)
    return row is not None and sum(one.folded == row for one in draft.blocks) > 1


def _heads(draft: Draft, gap: Gap, index: int, lines: list[int]) -> bool:
    """Whether a line of metadata is of the article below: it stands below its headline, or no credit parts the two."""
    if not is_dated_meta(draft, index):
        return False
    return index > lines[0] or not any(draft.labels[one] is Label.EDITOR_CREDIT for one in range(index, lines[0]))
