"""Which line of the head of a page is the headline: told by its words, its place, and what the page repeats."""

import re

from .contents import is_printed
from .context import BULLET
from .documents import ORGANISATION
from .draft import Draft
from .facts import bare
from .gaps import HEAD_LABELS, SOURCED, Gap, below_path, head_lines, is_dated_meta, may_be_head, title_elements
from .keywords import is_tag_row, listed_twice
from .lines import read_dateline
from .lookalikes import PAGE_AND_NAME, is_section_name, names_section, names_site
from .model import Label
from .titles import GOES_ON, KICKER_END, LEADS_ON, NOTICE_TITLE, is_plain, pick_headline

FEW_PAIRS = 5
# The points of a copied line above metadata.
COPIED, TITLED = 0.7, 0.75
# A headline is among so many lines above its text; further up is a menu, however long.
NEAR = 60
# Lines of metadata that an article has, not the number of a document or the like.
OWN_LINES = frozenset({"fields", "byline", "bare-names"})
PLACE_AND_COLON = re.compile(r"^[一-鿿]{2,8}(?:省|市|区|县|州|镇|乡|村|港|湾|岛|圈|群|城|园|带|委|部|局|厅|办|院|署):$")
NO_TITLE = "来源|作者|责编|编辑|关键词|标签|时间|启事|[本下]期|今日|读者|记者|主持|热线|话题|嘉宾"
FIRST_LINE = re.compile(rf"^(?!.{{0,8}}(?:{NO_TITLE})|.*(?:表示|反映|请见|如下|[说称道]):$).{{4,20}}:$")
SITE = re.compile(r"^[一-鿿]{2,12}(?:政府|政务|信息|新闻|资讯)网站?$")
TIP = re.compile(r"[【\[(]?(?:阅读|内容|核心|新闻|本文)?(?:提示|提要|导读|摘要)")
# The share of a headline's character pairs that its own article repeats; headlines of other stories share far fewer.
OWN_HEADLINE = 0.25
# So many lines stand beside a headline at most, and of this length right above time and byline one is a title.
MAX_BESIDE, LONG_TITLE = 2, 10
BESIDE_FIELDS = frozenset({Label.WIDGET, Label.SUMMARY})
# What an organisation does is a title.
ACTS = re.compile(
    r"^.{2,}(?:来访|到访|拜访|走访|考察|调研|走进|莅临|成立|揭牌|签约|举行|召开|将(?!乐)|被|让(?!胡路)|获批|获评|起诉|打造|建成|建起|组建|共建|筹建|新建(?![区县])|启动|开通|迎来|入驻|落户"
    r"|签署|签订|牵手|携手|联手|助力|争创|跻身|收购|入股|退出|加盟|亮相|登陆|回应|开建|开工|完工|投用|启用|落成|竣工|入选|上榜|领跑|告别|探访|揭秘|有了|没有|不再|就是|成为|变成|走出|走向)"
)
DASHES = ("——", "──", "--")
OF_SITE = frozenset({"copyright-line", "site-number"})


def find_headline(draft: Draft, gap: Gap, known: set[str]) -> int | None:
    """Return the headline among the lines of a gap above a text, whose character pairs are ``known``; None where none is one."""
    if draft.title in gap.indexes and draft.title is not None and draft.labels[draft.title] is None:
        return draft.title
    lines = [index for index in head_lines(draft, gap)[-NEAR:] if not PAGE_AND_NAME.match(draft.folded(index))]
    twice = listed_twice(draft, gap)
    lines = [index for index in lines if index not in twice] or lines
    lines = _above_standfirst(draft, gap, below_path(draft, gap, lines, LONG_TITLE))
    for index in lines:
        if index + 1 in gap.indexes and draft.rules[index + 1] == "jump-line" and "上接" in draft.folded(index + 1):
            # What goes on from another page has its headline again.
            return index
    # The name of a section is the headline of nothing, nor is that of the site.
    lines = [index for index in lines if not (names_section(draft, index) or names_site(draft, index))] or lines
    # A lone line leads to nothing.
    plain = [index for index in lines if is_plain(draft, index) or len(lines) == 1]
    # 三星 Galaxy S20 手机发布: where nothing else could be the headline, words of the text are.
    told = [index for index in plain if not is_tag_row(draft, index)]
    plain = told if any(draft.facts[index].length >= LONG_TITLE - 2 for index in told) else plain
    titles = list(map(bare, title_elements(draft)))
    scores = {index: _score(draft, index, gap, known, titles) for index in plain}
    scores = _above_metadata(draft, gap, scores, known)
    best = max(scores, key=lambda index: (scores[index], index), default=None)
    # The name of a project stands in the title of a notice about it.
    whole = [
        index
        for index in scores
        if best is not None
        and draft.labels[index + 1 : index + 2] == [Label.META]
        and draft.bare(best) != draft.bare(index)
        and draft.bare(best) in draft.bare(index)
    ]
    best = whole[0] if whole else best
    if best is not None and scores[best] >= OWN_HEADLINE:
        return best
    found = _by_place(draft, gap, plain)
    return _behind_bullet(draft, lines) if found is None else found


def _behind_bullet(draft: Draft, lines: list[int]) -> int | None:
    """Return the one line behind a bullet, right above time and source: a list of one item that is the title.

    On a newspaper's page the headlines can have such a mark.
    """
    items = [index for index in lines if BULLET.match(draft.folded(index))]
    if items[-1:] == lines[-1:] and not draft.listed.isdisjoint(items[-1:]):
        return items[-1]
    titled = [index for index in items if draft.facts[index].length >= LONG_TITLE and is_dated_meta(draft, index + 1)]
    return titled[0] if len(items) == len(titled) == 1 else None


def _above_standfirst(draft: Draft, gap: Gap, lines: list[int]) -> list[int]:
    """Leave out what stands below a standfirst (核心提示:), where a headline can be above it: it heads a part of the text.

    Below the note of an editor (编者按) the headline can follow.
    """
    tips = [index for index in gap.indexes if draft.labels[index] is Label.SUMMARY and TIP.match(draft.folded(index))]
    above = [index for index in lines if tips and index < tips[0]]
    titles = (index for index in above if draft.facts[index].length >= LONG_TITLE - 4)
    return above if any(not is_section_name(draft, index) for index in titles) else lines


def _by_place(draft: Draft, gap: Gap, plain: list[int]) -> int | None:
    """Return the headline that shares no words with its text: one of the few lines right above time and byline of the article."""
    metadata = [
        index for index in gap.indexes if draft.labels[index] in HEAD_LABELS and draft.rules[index] in OWN_LINES
    ]
    if not gap.below:
        return None
    # On a printed page the dateline opens the text (本报讯).
    dated = read_dateline(draft.folded(gap.below), draft.lexicon) is not None and draft.labels[gap.below - 1] is None
    dated = dated and is_printed(draft)
    if not metadata and not dated:
        return None
    # Of several lines of metadata the lowest is the one of this article; those that follow each other are one head.
    place = gap.below if dated else metadata[-1]
    while (not dated and place - 1 in metadata) or (
        place - 1 in gap.indexes and draft.labels[place - 1] in BESIDE_FIELDS
    ):
        place -= 1
    lines: list[int] = []
    while place - 1 in gap.indexes and may_be_head(draft, place - 1) and len(lines) <= MAX_BESIDE:
        place -= 1
        lines.insert(0, place)
    if dated and place - 1 in gap.indexes and KICKER_END.search(draft.folded(place - 1)):
        lines.insert(0, place - 1)
    lines = [index for index in lines if not is_section_name(draft, index) and not BULLET.match(draft.folded(index))]
    if not 1 <= len(lines) <= MAX_BESIDE + 1 + dated or all(
        draft.facts[index].length < LONG_TITLE - 2 for index in lines
    ):
        return None
    chosen = [index for index in lines if index in plain]
    return pick_headline(draft, lines, gap.below) if chosen else None


def _above_metadata(draft: Draft, gap: Gap, scores: dict[int, float], known: set[str]) -> dict[int, float]:
    """Leave only the candidates above time and byline, where one of them will do: what is below them is of the text."""
    titled = {
        index: score
        for index, score in scores.items()
        if score >= TITLED
        and NOTICE_TITLE.match(draft.folded(index))
        and (index + 1 == gap.below or draft.labels[index + 1] in HEAD_LABELS)
    }
    headed = any(
        score >= OWN_HEADLINE and draft.labels[index + 1] in HEAD_LABELS
        for index, score in scores.items()
        if index not in titled
    )
    if titled and not headed:
        # The title of a document stands below its table; an article can quote one.
        return titled
    led = {index: score for index, score in scores.items() if _is_led_to(draft, index, gap)}
    if led:
        # Above a kicker stands the byline of some papers.
        return led
    named = [
        index
        for index in gap.indexes
        if draft.labels[index] in HEAD_LABELS and not draft.rules[index].startswith("doc")
    ]
    told = any(named and index > named[-1] and _own_words(draft, index, known) >= 2 * OWN_HEADLINE for index in scores)
    above = {
        index: score
        for index, score in scores.items()
        if named
        and score
        and index < named[-1]
        and (
            _own_words(draft, index, known) >= OWN_HEADLINE / (2 if draft.facts[index].length >= LONG_TITLE else 1)
            # What the page has twice stands right above them, but for the link of another post, whose copies stand in a row.
            or (score >= COPIED and not (told and _in_a_row(draft, index)) and draft.labels[index + 1] in HEAD_LABELS)
            # Source and hour belong to what stands right above them; a headline need not share its words with the text.
            or (
                draft.labels[index + 1] is Label.META
                and SOURCED.search(draft.folded(index + 1))
                and draft.facts[index].length >= LONG_TITLE
            )
        )
    }
    return above or scores


def _in_a_row(draft: Draft, index: int) -> bool:
    return index > 0 and draft.bare(index - 1) == draft.bare(index)


def _score(draft: Draft, index: int, gap: Gap, known: set[str], titles: list[str]) -> float:
    folded = draft.folded(index)
    # The name of a government is that of its site.
    if (
        SITE.match(folded)
        or folded in draft.lexicon.menu
        or BULLET.match(folded)
        or (ORGANISATION.match(folded) and not ACTS.search(folded))
        or _names_site(draft, folded)
    ):
        return 0.0
    score = _own_words(draft, index, known)
    if NOTICE_TITLE.match(folded) or _is_led_to(draft, index, gap):
        score += 0.5
    if draft.blocks[index].layout.path.endswith("/h1"):
        score += 0.6
    if draft.facts[index].length >= 6 and any(draft.bare(index) in title for title in titles):
        score += 0.6
    # An addressee stands between the headline of a letter and its text, and so does what explains a headline (——).
    explained = [
        one
        for one in gap.indexes
        if one > index and draft.folded(one).startswith(DASHES) and draft.facts[one].length >= LONG_TITLE
    ]
    score += 0.3 * (explained[:1] == [index + 1])
    lower = (one for one in gap.indexes if one > index and one not in explained and not draft.folded(one).endswith(":"))
    below = next((one for one in lower if draft.labels[one] not in {Label.MARKUP, Label.CAPTION}), gap.below)
    if below is not None and (draft.labels[below] in HEAD_LABELS or below == gap.below):
        score += 0.3
    if draft.facts[index].length >= 6:
        score += 0.1 * (draft.facts[index].length >= 8) + 0.3 * any(
            draft.bare(index) in draft.bare(one) for one in gap.indexes[-2 * NEAR :] if one != index
        )
    return score


def _names_site(draft: Draft, folded: str) -> bool:
    """Whether the copyright line at the foot of the page has a short line of its head: the name of the site."""
    footers = (index for index, rule in enumerate(draft.rules) if rule in OF_SITE)
    return len(folded) <= LONG_TITLE + 2 and any(folded in draft.folded(index) for index in footers)


def _is_led_to(draft: Draft, index: int, gap: Gap) -> bool:
    """Whether the line above says that it leads to this one (…一年来——)."""
    above = draft.folded(index - 1) if index - 1 in gap.indexes else ""
    return above.endswith(LEADS_ON) and len(above) > LONG_TITLE


def _own_words(draft: Draft, index: int, known: set[str]) -> float:
    # A name of two or three characters is in every text on its subject.
    pairs = draft.pairs(index)
    return len(pairs & known) / max(len(pairs), FEW_PAIRS)


def opens_headline(draft: Draft, index: int) -> bool:
    """Whether a line that ends in a colon is the first of a headline on two lines."""
    folded = draft.folded(index)
    led = PLACE_AND_COLON.match(folded) or (FIRST_LINE.match(folded) and is_printed(draft))
    return bool(led) and folded[:-1] not in draft.lexicon.menu


def judge_place_above(draft: Draft, gap: Gap) -> None:
    """The name of a place and a colon on the line above a headline are its first words, and so is any line of a paper with one."""
    headline = next((index for index in gap.indexes if draft.labels[index] is Label.HEADLINE), 0)
    free = headline - 1 in gap.indexes and draft.labels[headline - 1] in {None, Label.KICKER}
    if free and opens_headline(draft, headline - 1):
        draft.put(headline - 1, Label.HEADLINE, "headline")
        draft.put(headline, Label.HEADLINE, GOES_ON)
