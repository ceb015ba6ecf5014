"""Which lines go on the line above: those of a column are all but equally wide."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from itertools import chain, pairwise

from .copies import CUT
from .draft import Draft
from .lines import read_dateline, width
from .model import Block, Label
from .pictures import PICTURES

# Hard-wrapped lines are long and all but equally long; a mark that may not begin a line can make one a little longer.
MIN_WIDTH, MIN_WRAPPED, MIN_FIRST, MIN_COLUMN, SLACK = 18, 4, 3, 6, 2
# Where proportional type makes the lines of a column uneven they differ by so many columns; then most of them must break off
# a sentence that has a mark further up the line, as titles and clauses do not.
RAGGED, MIN_RAGGED, MOST_BROKEN, MANY_MORE = 10, 8, 0.6, 1.5
BROKEN = re.compile(r"[,。;:!?].*[^,.。;:!?…—]$")
# A number that stands at the edge of a line, and by how many columns a line with numbers can be narrower or wider than others.
DIGIT_AT_EDGE, NARROWER = re.compile(r"\d\n|\n\d"), 3
PARTED = re.compile(r"(?<!\d{6})\d\n[元人个万亿户年月日米吨亩家辆公分]")
OPENS_WITH_DAY = re.compile(r"\d{1,2}月\d{1,2}日,")
# Rows of words can be as wide as each other, too.
ROWS = frozenset({Label.NAV, Label.FOOTER, Label.SPAM})
# 主要包括以下三条 ends a paragraph, though it lost its colon.
ANNOUNCE = ("有", "下", "条", "项", "为", "是")
# A number is not broken.
TOKEN = re.compile(r"[\d.,]{2,}[%‰A-Za-z]*")
# Such marks may stand beyond the edge of a column.
HANGING = ",.、。;:?!，；：？！”』」》）)"
# Characters of one column; Chinese ones have two.
NARROW = re.compile("[\x00-\u10ff]")
# Who wrote signs below the text, on a line of its own.
NAMES = re.compile(
    r"^\((?:[一-鿿]{0,8}(?:记者|通讯员)\s*)?[一-鿿]{1,4}(?:[ 、][一-鿿]{1,4}){0,5}\)$|^\([一-鿿]{4,12} [一-鿿]{2,4}\)$"
)


def find_wrapped(draft: Draft) -> list[tuple[int, int]]:
    """Return the pairs of lines that go on each other, by the measure that finds more of them."""
    found = max((_wrapped(draft, measure) for measure in (width, _columns)), key=len)
    if 2 * sum(draft.folded(one).endswith(CUT) for one, _ in found) > len(found):
        # Teasers are cut off at one length.
        return []
    ragged = _wrapped(draft, _columns, RAGGED)
    broken = sum(BROKEN.search(draft.folded(one)) is not None for one, _ in ragged)
    if broken < MOST_BROKEN * len(ragged) or len(ragged) < max(MIN_RAGGED, MANY_MORE * len(found)):
        return _bridged(draft, found)
    return ragged


def _bridged(draft: Draft, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add the lines that go on a paragraph which breaks off: with numbers in it a line is longer in characters, not in columns."""
    if len(found) < MIN_COLUMN:
        return found
    ones, twos = {one for one, _ in found}, {two for _, two in found}
    common = Counter(_columns(draft.blocks[one]) for one in ones & twos or ones).most_common(1)[0][0]
    # A paragraph can open with such a line, and a number is parted from what it counts.
    added = [
        (one, one + 1)
        for one in range(len(draft.blocks) - 1)
        if one not in ones
        and draft.labels[one] is None
        and draft.labels[one + 1] is None
        and abs(_columns(draft.blocks[one]) - common) <= NARROWER
        and PARTED.search(f"{draft.folded(one)}\n{draft.folded(one + 1)}")
    ]
    for last in sorted(twos - ones):
        one = last
        while (
            not draft.facts[one].finished
            and abs(_columns(draft.blocks[one]) - common) <= NARROWER
            and (two := one + 1) < len(draft.blocks)
            and two not in twos
            and draft.labels[two] is None
            and draft.blocks[two].layout.gap <= draft.blocks[one].layout.gap
            and DIGIT_AT_EDGE.search(f"{draft.folded(one)}\n{draft.folded(two)}")
            and not OPENS_WITH_DAY.match(draft.folded(two))
        ):
            added.append((one, two))
            one = two
    return sorted({*found, *added})


def _columns(block: Block) -> int:
    return 2 * width(block) - len(NARROW.findall(block.text))


def _wrapped(draft: Draft, measure: Callable[[Block], int], slack: int = SLACK) -> list[tuple[int, int]]:
    """Return the pairs of neighbours of which the second goes on the first, a line as wide as most."""
    widths = [
        0 if label or draft.is_link(index) or draft.at_edge(index) in ROWS else measure(block)
        for index, (block, label) in enumerate(zip(draft.blocks, draft.labels, strict=True))
    ]
    long = Counter(one for one in widths if one >= MIN_WIDTH)
    if not long:
        return []
    common = max(long, key=lambda one: sum(count for other, count in long.items() if 0 <= one - other <= slack))
    longer = sum(one > common for one in widths)
    for index, one in enumerate(widths):
        # Two marks can stand beyond the edge.
        text = draft.blocks[index].text
        marks = min(2, len(text) - len(text.rstrip(HANGING)))
        most = common + (marks if measure is width else marks * SLACK) + slack - SLACK
        beside = widths[max(0, index - 1) : index] + widths[index + 1 : index + 2]
        if common < one <= most and any(0 <= common - other <= slack for other in beside):
            widths[index] = common
    full = {
        index for index, one in enumerate(widths) if 0 <= common - one <= slack or _breaks(draft, index, common - one)
    }
    if longer > len(full) // 4:
        full = _one_column(draft, full, [index for index, one in enumerate(widths) if one > common])
    if len(full) < MIN_WRAPPED:
        return []
    lowest = min(block.layout.indent for block in draft.blocks)
    indented = any(draft.blocks[index].layout.indent > lowest for index in {*draft.prose(), *full})
    pairs = pairwise(range(len(draft.blocks)))
    found = [
        (one, two)
        for one, two in pairs
        if one in full and 0 < widths[two] <= common and _wraps(draft, one, two, indented)
    ]
    found = _without_bare_heads(draft, found, full, lowest)
    if indented:
        return _without_heads(draft, found, lowest)
    indent = 2 if measure is width else 4
    room = {one: common - wide for one, wide in enumerate(widths) if 0 < wide <= common}
    return _with_first_lines(draft, found, room, indent)


def _one_column(draft: Draft, full: set[int], longer: list[int]) -> set[int]:
    """Return the lines of a column amid paragraphs that are not wrapped: many full lines with no longer one between them.

    Most of them break off within a sentence that has a mark, as names in a list and clauses of a line each do not.
    """
    places = sorted(full)
    runs = (
        places[bisect_left(places, start) : bisect_left(places, stop)]
        for start, stop in pairwise([-1, *longer, len(draft.blocks)])
    )
    within = [
        run
        for run in runs
        if 2 * sum(BROKEN.search(draft.folded(one)) is not None for one in run) > len(run) >= MIN_COLUMN
    ]
    return set(chain.from_iterable(within))


def _with_first_lines(
    draft: Draft, found: list[tuple[int, int]], room: dict[int, int], indent: int
) -> list[tuple[int, int]]:
    """Add the first lines of paragraphs whose indent was lost: they are shorter by as much, or open with a dateline.

    ``room`` is how much shorter each line is than the full ones.
    """
    joined = {two for _, two in found}
    begins = {index for index, free in room.items() if index + 1 in room and free > SLACK and index not in joined}
    begins = {
        index
        for index in begins
        if _is_open(draft, index) and not read_dateline(draft.folded(index + 1), draft.lexicon)
    }
    dated = {index for index in begins if read_dateline(draft.folded(index), draft.lexicon)}
    dated = {index for index in dated if room[index + 1] <= SLACK or draft.facts[index + 1].finished}
    plain = {index for index in begins if room[index] <= indent + SLACK}
    if sum(room[index + 1] <= SLACK for index in plain) < MIN_FIRST:
        return sorted({*found, *((index, index + 1) for index in dated)})
    # A paragraph can end on its second line; and where the first lines are shorter, a full line goes on.
    plain = {index for index in plain if room[index + 1] <= SLACK or draft.facts[index + 1].finished}
    # Two characters shorter is a first line, where they are counted.
    slack = min(SLACK, indent - 1)
    full = {index for index, free in room.items() if free <= slack and room.get(index + 1, indent) <= slack}
    full = {index for index in full if draft.facts[index].finished and index in joined}
    return sorted({*found, *((index, index + 1) for index in {*dated, *plain, *full})})


def _is_open(draft: Draft, index: int) -> bool:
    """Whether a line is unfinished, and the one below it stands as close as others."""
    blocks = draft.blocks
    return not draft.facts[index].finished and blocks[index + 1].layout.gap <= blocks[index].layout.gap


def _without_bare_heads(
    draft: Draft, found: list[tuple[int, int]], full: set[int], lowest: int
) -> list[tuple[int, int]]:
    """Drop the lines without a full stop right above a byline or a dateline: they are a head as wide as the column."""
    behind = {two for _, two in found} - {one for one, _ in found}
    heads: set[int] = set()
    for last in behind:
        below = last + 1
        if below == len(draft.blocks) or draft.facts[last].finished:
            continue
        filed = draft.labels[below] is None and read_dateline(draft.folded(below), draft.lexicon) is not None
        if filed or (draft.labels[below] is Label.BYLINE and not draft.folded(below).startswith("(")):
            heads.add(last)
    ones = {two: one for one, two in found}
    dropped: set[int] = set()
    for last in sorted(heads):
        lines, line = [last], last
        while line in ones:
            line = ones[line]
            lines.append(line)
        # The text above a headline can end without its full stop, where it goes on elsewhere.
        text = draft.blocks[lines[-1]].layout.indent > lowest or any(draft.facts[line].full_stop for line in lines)
        dropped |= (set() if last in full else {last}) if text else set(lines)
    return [pair for pair in found if pair[1] not in dropped]


def _without_heads(draft: Draft, found: list[tuple[int, int]], lowest: int) -> list[tuple[int, int]]:
    """Drop what stands first on a page of indented paragraphs without an indent and without a full stop: lines of a head."""
    paragraphs: list[list[tuple[int, int]]] = []
    for pair in found:
        if paragraphs and paragraphs[-1][-1][1] == pair[0]:
            paragraphs[-1].append(pair)
        else:
            paragraphs.append([pair])
    kept: list[tuple[int, int]] = []
    for pairs in paragraphs:
        first = pairs[0][0]
        text = any(draft.facts[index].full_stop for pair in pairs for index in pair)
        if text or draft.blocks[first].layout.indent > lowest or (kept and not draft.facts[kept[-1][1]].finished):
            kept += pairs
    return kept


def _breaks(draft: Draft, index: int, room: int) -> bool:
    """Whether a line is shorter than the others since the number that the next one begins with did not fit behind it."""
    below = TOKEN.match(draft.folded(index + 1)) if index + 1 < len(draft.blocks) else None
    return below is not None and 0 < room < len(below[0]) + SLACK and not draft.facts[index].stops


def _wraps(draft: Draft, one: int, two: int, indented: bool) -> bool:
    """Tell whether a line goes on the full line above; where paragraphs are indented an indent decides."""
    if read_dateline(draft.folded(two), draft.lexicon):
        return False
    first, second = draft.blocks[one].layout, draft.blocks[two].layout
    if second.gap > first.gap or NAMES.match(draft.folded(two)) or PICTURES.match(draft.folded(two)):
        return False
    if indented and second.indent and second.indent >= first.indent:
        return False
    # A full line that ends in a full stop may be the last one.
    return not draft.facts[one].finished or (indented and not _heads_paragraph(draft, two))


def _heads_paragraph(draft: Draft, index: int) -> bool:
    """Whether a line without a stop stands right above the indent of a paragraph: a headline."""
    below = draft.blocks[index + 1 : index + 2]
    indented = bool(below) and below[0].layout.indent > draft.blocks[index].layout.indent
    return indented and not draft.facts[index].finished and not draft.folded(index).endswith(ANNOUNCE)
