"""Where the articles of a page begin.

A gap that holds what only the head of an article has (a byline, time and source, a kicker, a dateline right below) begins a
new article. On a page of several, a line also does that opens a new topic, and between two signatures one must begin.
"""

import re
from collections import Counter
from collections.abc import Iterator

from .blank_lines import set_apart
from .briefs import all_marked
from .contents import is_printed, is_unsigned
from .draft import Draft
from .facts import share
from .gaps import Gap, head_lines
from .lines import NAMES_OF_BRIEFS, read_dateline
from .lookalikes import BRIEF, MIN_BRIEFS, SECTION, names_section
from .model import Label
from .picture_credits import OPENS_WITH_DAY
from .questions import READER
from .signs import begins_article, briefs_between, goes_on_from_page, is_explained, names_unknown_section
from .titles import NOTICE_TITLE
from .topics import opens_topic, text_around
from .wrap import WRAPPED

# A byline behind a mark or in brackets (□本报记者 肖芳), and how many without one show that a page signs below its texts.
MARKED, MIN_SIGNED = re.compile(r"[^\w]"), 2
# A subheading that opens a side of its topic is shorter than a headline that nothing else announces.
TITLE, TITLE_OF_DAY, MIN_FILED, SHORT_LINE = 9, 7, 3, 12
# So many lines of a page that nobody signed, and this share (0..1) of all, open a topic.
MIN_OPENED, MOST_OPENED = 3, 0.6
# Where an author works is told below a text that is signed above.
OF_AUTHOR = re.compile(r"^[(\[【]?(?:本文)?作者(?:[系为是]|单位|简介)")
# What opens with these words goes on with what was said before.
GOES_ON = re.compile(
    r"(?:不过|但是|然而|此外|另外|与此同时|同时|对此|因此|除此之外|除了|其实|当然|接下来|随后|据此|为此)[,，]?"
)
# Columns of briefs, by the end of their names.
OF_BRIEFS, MAX_NAME = re.compile(f"(?:{NAMES_OF_BRIEFS}|短打|微新闻)$"), 8
# 果农的账:…, 厂长的账:…
PART = re.compile(r"^[一-鿿]{1,4}的(?P<kind>[一-鿿]{1,2}):\S")
WORD_AND_COLON = re.compile(r"^[一-鿿]{1,3}:\S")
# ■… between two paragraphs heads a part.
MARK = re.compile("^[■◆]")
OPENING_QUOTE, PLACE = re.compile("^“[^”]{1,6}”[^,。:?!]"), re.compile(r"^[一-鿿]{1,4}[乡镇县市区州村港]:\S")
# A paragraph, and the lines above it that can be its head.
Headed = tuple[int, list[int]]
# The gap above a paragraph, and the two.
Asked = tuple[Gap, int, list[int]]


def find_starts(draft: Draft, gaps: list[Gap]) -> set[int]:
    """Return the paragraphs that are the first of an article, the first article of the page left out."""
    inner = [gap for gap in gaps[1:-1] if gap.below is not None]
    starts = {gap.below for gap in inner if gap.below is not None and begins_article(draft, gap)}
    starts |= {gap.below for gap in inner if gap.below is not None and goes_on_from_page(draft, gap)}
    plain = _plain_signatures(draft, gaps)
    bylines = (index for index, label in enumerate(draft.labels) if label is Label.BYLINE)
    signed = [
        index
        for index in bylines
        if not OF_AUTHOR.match(draft.folded(index))
        and (index in plain or _signs_text_above(draft, index) or READER.match(draft.folded(index)))
    ]
    headed = [(gap.below, head_lines(draft, gap)) for gap in inner if gap.below is not None]
    printed = is_printed(draft)
    apart = set_apart(draft, inner)
    # Articles of a newspaper that nobody signed have a headline each, the first of them, too.
    unsigned = printed and head_lines(draft, gaps[0]) and is_unsigned(draft)
    if not (starts or unsigned) and max(len(signed), len(apart)) < MIN_SIGNED:
        return {below for below, lines in headed if len(lines) == 1} if all_marked(draft) else set()
    starts |= _starts_by_form(draft, inner, headed)
    if printed and (starts or len(signed) > 1):
        # Notices of offices stand among the articles of a newspaper.
        starts |= {below for below, lines in headed if any(NOTICE_TITLE.match(draft.folded(one)) for one in lines)}
    # Inside an article a line can say whose words those below are (——陆游).
    starts |= {below for below, lines in headed if is_explained(draft, lines)}
    starts |= _briefs_of_places(draft, headed) | apart
    parallel = _parallel_headings(draft, headed)
    asked = [
        (gap, below, lines)
        for gap, (below, lines) in zip(inner, headed, strict=True)
        if lines and below not in starts and not _is_of_text_above(draft, below, lines, parallel)
    ]
    opened = _starts_by_topic(draft, asked, starts, printed)
    starts |= _starts_of_same_form(draft, asked, opened) if printed else opened
    by_topic = [gap for gap in inner if gap.below in opened]
    starts -= {gap.below for gap in by_topic if gap.below is not None and _is_part(draft, inner, gap, starts)}
    starts |= _starts_between_bylines(draft, inner, draft.text(), starts, signed)
    return starts | (briefs_between(draft, gaps, starts) if printed else set())


def _is_of_text_above(draft: Draft, below: int, lines: list[int], parallel: set[str]) -> bool:
    """Whether a line is one of several that part an article alike, or the text goes on with what was said before."""
    return any(draft.folded(index) in parallel for index in lines) or GOES_ON.match(draft.folded(below)) is not None


def _starts_by_topic(draft: Draft, asked: list[Asked], starts: set[int], printed: bool) -> set[int]:
    """Return the texts that a line stands over which opens a new topic."""
    prose, opened = draft.text(), set[int]()
    filed = (
        sum(read_dateline(draft.folded(one), draft.lexicon) is not None for one in {min(prose), *starts}) >= MIN_FILED
    )
    for gap, first, lines in asked:
        if filed and _is_short(draft, gap, lines[0]):
            continue
        least = TITLE if not OPENS_WITH_DAY.match(draft.folded(first)) else TITLE_OF_DAY
        long = [one for one in lines if len(draft.bare(one)) >= least and not MARK.match(draft.folded(one))]
        around = text_around(draft, prose, gap, starts | opened) if long else (set[str](), set[str]())
        if any(opens_topic(draft, index, around, printed) for index in long):
            opened.add(first)
    return opened


def _starts_of_same_form(draft: Draft, asked: list[Asked], opened: set[int]) -> set[int]:
    """Return ``opened``, and where most lines open a topic the texts under the others, too: articles on the same one."""
    titled = {below for _, below, lines in asked if len(lines) == 1 and len(draft.bare(lines[0])) > TITLE}
    most = len(opened) >= max(MIN_OPENED, MOST_OPENED * len(titled))
    return opened | titled if most else opened


def _is_short(draft: Draft, gap: Gap, line: int) -> bool:
    """Whether a gap has one short line and captions: where the articles open with a dateline, such a line is a subheading."""
    others = (index for index in gap.indexes if draft.labels[index] is not Label.CAPTION)
    return [*others] == [line] and len(draft.folded(line)) <= SHORT_LINE


def _parallel_headings(draft: Draft, headed: list[Headed]) -> set[str]:
    """Return the lines between paragraphs that open alike, if there are two: 减法:…, 乘法:…, or “中心”在…, part one article.

    Where a text below one of them has a dateline they are headlines of briefs (株洲:…, 湘潭:…).
    """
    texts = {index: below for below, lines in headed for index in lines}
    marked = {index: PART.match(draft.folded(index)) for index in texts}
    kinds = Counter(mark["kind"] for mark in marked.values() if mark)
    quoted = Counter(opening for index in texts if (opening := _opening_quote(draft, index)))
    found = {
        index: below
        for index, below in texts.items()
        if WORD_AND_COLON.match(draft.folded(index)) or ((mark := marked[index]) and kinds[mark["kind"]] > 1)
    }
    found |= {index: below for index, below in texts.items() if quoted[_opening_quote(draft, index)] > 1}
    briefs = any(read_dateline(draft.folded(below), draft.lexicon) for below in found.values())
    return {draft.folded(index) for index in found} if len(found) > 1 and not briefs else set()


def _briefs_of_places(draft: Draft, headed: list[Headed]) -> set[int]:
    """Return the texts below headlines that open with a place each (新昌乡:…), where one has a dateline: they are briefs."""
    found = {below for below, lines in headed if len(lines) == 1 and PLACE.match(draft.folded(lines[0]))}
    filed = any(read_dateline(draft.folded(below), draft.lexicon) for below in found)
    return found if filed and len(found) >= MIN_BRIEFS else set()


def _opening_quote(draft: Draft, line: int) -> str:
    """Return the quoted word that a line opens with, or nothing."""
    found = OPENING_QUOTE.match(draft.folded(line))
    return found[0] if found else ""


def _starts_by_form(draft: Draft, inner: list[Gap], headed: list[Headed]) -> set[int]:
    """Return the texts under the name of a section and a headline, and the briefs that open with a mark."""
    below_name = {below for below, lines in headed if len(lines) > 1 and names_section(draft, lines[0])}
    below_name |= {below for below, lines in headed if any(_below_name(draft, line) for line in lines)}
    # Where lines are wrapped the second of two can be of a paragraph.
    if WRAPPED not in draft.rules and is_printed(draft):
        below_name |= {gap.below for gap in inner if gap.below is not None and names_unknown_section(draft, gap)}
    briefs = {below for below, lines in headed if lines and BRIEF.match(draft.folded(below))}
    return below_name | (briefs if len(briefs) >= MIN_BRIEFS else set()) | set(_below_head_of_briefs(draft, inner))


def _below_name(draft: Draft, line: int) -> bool:
    """Whether the name of a section that is too short for a headline (速览) stands right above a line."""
    return line > 0 and draft.is_line(line - 1) and SECTION.match(draft.folded(line - 1)) is not None


def _below_head_of_briefs(draft: Draft, inner: list[Gap]) -> Iterator[int]:
    """Yield the texts of the column under a name such as 简讯: one or two paragraphs under a line each."""
    inside = False
    for gap in inner:
        lines = head_lines(draft, gap)
        named = [index for index in gap.indexes if draft.is_line(index) and OF_BRIEFS.search(draft.folded(index))]
        if len(lines) > 1 + len(named) or any(draft.labels[index] is Label.NAV for index in gap.indexes):
            inside = False
        if inside and len(lines) == 1 and gap.below is not None:
            yield gap.below
        inside = inside or any(len(draft.folded(index)) <= MAX_NAME for index in named)


def _is_part(draft: Draft, inner: list[Gap], gap: Gap, starts: set[int]) -> bool:
    """Whether a text that only its topic sets apart is a part of the article above, which is signed in its head.

    It has subheadings itself, as a long article has, and a long article is signed.
    """
    assert gap.above is not None
    assert gap.below is not None
    above = [one for one in inner if one.below is not None and one.below in starts and one.below <= gap.above]
    head = above[-1].indexes if above else range(min(draft.text()))
    signed = any(draft.labels[index] is Label.BYLINE for index in head)
    following = next(
        (one for one in inner if one.above is not None and one.above >= gap.below and head_lines(draft, one)), None
    )
    if not signed or following is None or following.below is None or following.below in starts:
        return False
    # The name of a section and a column of briefs are of the page.
    lines = head_lines(draft, following)
    return not names_section(draft, lines[0]) and not BRIEF.match(draft.folded(following.below))


def _starts_between_bylines(
    draft: Draft, inner: list[Gap], prose: list[int], starts: set[int], signatures: list[int]
) -> set[int]:
    """An article is signed once: between the end of a signed one and a byline behind a text, another one begins."""
    found: set[int] = set()
    last = 0
    for index in signatures:
        here = [gap for gap in inner if gap.below is not None and last < gap.below <= index]
        known = {gap.below for gap in here if gap.below is not None} & (starts | found)
        begin = max(known, default=last)
        opening = read_dateline(draft.folded(begin), draft.lexicon)
        signed = bool(opening and opening.names) or any(
            draft.labels[one] is Label.BYLINE for one in range(begin, index)
        )
        candidates = [gap for gap in here if gap.below is not None and gap.below > begin and _may_begin(draft, gap)]
        if candidates and ((last and not known) or signed):
            best = max(candidates, key=lambda gap: _fit(draft, prose, gap, starts | found))
            assert best.below is not None
            found.add(best.below)
        last = index
    return found


def _may_begin(draft: Draft, gap: Gap) -> bool:
    """Whether a gap has lines, and the text below it does not go on with what was said above."""
    return bool(head_lines(draft, gap)) and gap.below is not None and not GOES_ON.match(draft.folded(gap.below))


def _plain_signatures(draft: Draft, gaps: list[Gap]) -> set[int]:
    """Return the bylines without brackets that stand right behind a text, where the page signs below its texts.

    Where the first head of the page begins with a byline, those between two articles can be of the one below; so can marked ones.
    """
    first = next((index for index in gaps[0].indexes if draft.labels[index] is Label.BYLINE), None)
    if first is not None and not any(index < first for index in head_lines(draft, gaps[0])):
        return set()
    behind = (gap.indexes[0] for gap in gaps[1:] if gap.indexes)
    found = {one for one in behind if draft.labels[one] is Label.BYLINE and not MARKED.match(draft.folded(one))}
    return found if len(found) >= MIN_SIGNED else set()


def _signs_text_above(draft: Draft, index: int) -> bool:
    """Whether a byline stands behind a text: on the line of its last paragraph, or below it in brackets."""
    on_line = draft.rules[index].endswith("behind-last-sentence")
    return on_line or (index > 0 and draft.facts[index - 1].prose and draft.folded(index).startswith(("(", "[", "【")))


def _fit(draft: Draft, prose: list[int], gap: Gap, starts: set[int]) -> float:
    above, below = text_around(draft, prose, gap, starts)
    line = draft.pairs_of(head_lines(draft, gap))
    return share(line, below) - share(line, above) - 3 * share(below, above)
