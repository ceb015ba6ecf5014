"""Lines that are pieces of a paragraph: hard-wrapped text, and the one clause a line of chat platforms."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from .context import has_text_above
from .draft import Draft
from .lines import width
from .model import Block, Label
from .pictures import PICTURES

# Rules of blocks that go on the paragraph of the block above; `split` joins by them.
WRAPPED, CLAUSE = "hard-wrapped-line", "clause-of-paragraph"
# Hard-wrapped lines are long and all but equally long; a mark that may not begin a line can make one a little longer.
MIN_WIDTH, MIN_WRAPPED, SLACK = 18, 4, 2
# Rows of words can be as wide as each other, too.
ROWS = frozenset({Label.NAV, Label.FOOTER, Label.SPAM})
# Prose has a full stop in so many characters; lists of titles have none.
MAX_SENTENCE = 250
# Characters of one column; Chinese ones have two.
NARROW = re.compile("[\x00-\u10ff]")
# Text with one clause a line: many short lines in a row, with blank lines between its paragraphs or none at all.
MAX_CLAUSE, MIN_CLAUSES, MAX_MEAN, OF_SENTENCES, FINISHED = 30, 10, 18, 0.045, 3
PAUSES, NEARLY_ALL = (",", "。", "!", "?", ";", ":", "、", "…"), 0.9
# Where so many of their characters are such words, so many of the lines will do.
MANY_WORDS, MOST = 0.06, 0.75
# So many sentences that are broken at their commas are the style of a page.
MIN_BROKEN = 2
# A shorter line without a mark opens the sentence below it (因为).
MIN_SUBHEADING = 4
# A page that holds a longer one is no text of clauses, though it has lost its stops.
LONG_PARAGRAPH, LONG_SENTENCES = 120, 60
SENTENCE_WORDS = re.compile(r"[的了在是也都就还把被让给与和不有这那上中]")
HEADING_NUMBER = re.compile(
    r"^(?:\d{1,2}|[一二三四五六七八九十]{1,3}|PART\s*\.?\d+|第[一二三四五六七八九十]{1,2})(?:[\s、.:|/]|$)",
    re.IGNORECASE,
)


# Who wrote signs below the text, on a line of its own.
NAMES = re.compile(r"^\((?:[一-鿿]{0,8}(?:记者|通讯员)\s*)?[一-鿿]{1,4}(?:[ 、][一-鿿]{1,4}){0,5}\)$")


def judge_wrapped(draft: Draft) -> None:
    """Label the lines of hard-wrapped paragraphs as body; a line may be as wide in characters or in columns."""
    found = max((_wrapped(draft, measure) for measure in (width, _columns)), key=len)
    text = "".join(draft.folded(index) for pair in found for index in pair)
    if len(found) < MIN_WRAPPED or text.count("。") * MAX_SENTENCE < len(text):
        return
    continued = {two for _, two in found}
    last = next(one for one, _ in reversed(found) if one not in continued)
    for one, two in found:
        if one not in continued:
            draft.put(one, Label.BODY, "first-line-of-paragraph")
        draft.put(two, Label.BODY, WRAPPED)
    if draft.edges.get(last, (None, ""))[0] is Label.DISCLAIMER:
        # What the site says of its rights stands last, and is wrapped like the rest.
        for index in range(last, found[-1][1] + 1):
            draft.put(index, Label.DISCLAIMER, draft.edges[last][1])


def _columns(block: Block) -> int:
    return 2 * width(block) - len(NARROW.findall(block.text))


def _wrapped(draft: Draft, measure: Callable[[Block], int]) -> list[tuple[int, int]]:
    """Return the pairs of neighbours of which the second goes on the first, a line as wide as most."""
    widths = [
        0 if label or draft.is_link(index) or draft.edges.get(index, (None, ""))[0] in ROWS else measure(block)
        for index, (block, label) in enumerate(zip(draft.blocks, draft.labels, strict=True))
    ]
    long = Counter(one for one in widths if one >= MIN_WIDTH)
    if not long:
        return []
    common = max(long, key=lambda one: sum(count for other, count in long.items() if 0 <= one - other <= SLACK))
    full = {index for index, one in enumerate(widths) if 0 <= common - one <= SLACK}
    if len(full) < MIN_WRAPPED or sum(one > common for one in widths) > len(full) // 4:
        return []
    lowest = min(block.layout.indent for block in draft.blocks)
    indented = any(draft.blocks[index].layout.indent > lowest for index in draft.prose())
    pairs = pairwise(range(len(draft.blocks)))
    return [
        (one, two)
        for one, two in pairs
        if one in full and 0 < widths[two] <= common and _wraps(draft, one, two, indented)
    ]


def _wraps(draft: Draft, one: int, two: int, indented: bool) -> bool:
    """Tell whether a line goes on the full line above; where paragraphs are indented an indent decides."""
    first, second = draft.blocks[one].layout, draft.blocks[two].layout
    if second.gap > first.gap or NAMES.match(draft.folded(two)) or PICTURES.match(draft.folded(two)):
        return False
    if indented and second.indent and second.indent >= first.indent:
        return False
    # A full line that ends in a full stop may be the last one.
    return indented or not draft.facts[one].finished


def judge_clauses(draft: Draft) -> None:
    """Label as body the text of chat platforms, one clause a line; blank lines part its paragraphs."""
    if Label.BODY in draft.labels:
        return
    lines = [index for index in range(len(draft.blocks)) if _clause(draft, index)]
    long = [
        index
        for index in draft.prose()
        if draft.facts[index].length > (LONG_SENTENCES if draft.facts[index].full_stop else LONG_PARAGRAPH)
    ]
    if long or len(lines) < MIN_CLAUSES:
        _judge_broken_sentences(draft)
    if len(lines) < MIN_CLAUSES:
        return
    body = _wordiest_run(draft, lines)
    # Pauses end most clauses and no titles; where none do, hardly a line of the page is anything else.
    paused = 2 * sum(draft.folded(index).rstrip('”"').endswith(PAUSES) for index in body) >= len(body)
    share = _share_of_words(draft, body)
    alone = len(body) >= (NEARLY_ALL if share < MANY_WORDS else MOST) * len(lines) and not has_text_above(
        draft, body[0]
    )
    if not (paused or alone) or share < OF_SENTENCES or _outweighed(draft, body, lines, long):
        return
    gaps = Counter(draft.blocks[index].layout.gap for index in lines)
    tight = min(gaps)
    for index in body:
        parts = draft.blocks[index].layout.gap > tight or index == body[0]
        # Without blank lines a full stop is all that parts the paragraphs.
        parts = parts or (len(gaps) == 1 and draft.folded(index - 1).endswith(("。", "!", "?")))
        lone = parts and (index == body[-1] or draft.blocks[index + 1].layout.gap > tight)
        if HEADING_NUMBER.match(draft.folded(index)) or (
            lone and len(gaps) > 1 and draft.facts[index].length < MAX_CLAUSE and not draft.facts[index].finished
        ):
            draft.put(index, Label.SUBHEADING, "heading-between-clauses")
        else:
            draft.put(index, Label.BODY, "first-clause-of-paragraph" if parts else CLAUSE)
    for one, two in pairwise(body):
        if draft.labels[one] is Label.SUBHEADING and draft.folded(one).isdigit() and not draft.facts[two].finished:
            draft.put(two, Label.SUBHEADING, "heading-below-its-number")
        elif draft.labels[one] is Label.SUBHEADING and draft.rules[two] == CLAUSE:
            draft.put(two, Label.BODY, "first-clause-of-paragraph")


def _outweighed(draft: Draft, body: list[int], lines: list[int], long: list[int]) -> bool:
    """Whether the long paragraphs of a page say that its short lines are no text: a list of titles has a disclaimer, too."""
    others = sum(draft.facts[index].length for index in long if index not in draft.edges)
    if not others:
        return bool(long) and not _commas(draft, lines)
    # Short paragraphs end in a full stop, and most clauses do not.
    stops = sum(draft.facts[index].full_stop for index in body)
    return 2 * others > sum(draft.facts[index].length for index in body) or FINISHED * stops > len(body)


def _share_of_words(draft: Draft, lines: list[int]) -> float:
    """Return the share (0..1) of the characters of clauses that are the words which headings do without; 0 of other lines.

    Lists of titles have half as many.
    """
    clauses = [draft.folded(index) for index in lines if not HEADING_NUMBER.match(draft.folded(index))]
    text = "".join(clauses)
    if len(lines) < MIN_CLAUSES or not clauses or len(text) > MAX_MEAN * len(clauses):
        return 0.0
    return len(SENTENCE_WORDS.findall(text)) / len(text)


def _commas(draft: Draft, lines: list[int]) -> bool:
    return sum(draft.facts[index].comma for index in lines) > MIN_BROKEN


def _judge_broken_sentences(draft: Draft) -> None:
    """Among whole paragraphs some can stand clause by clause: lines that end in a comma, up to one with a full stop."""
    first = next((index for index, label in enumerate(draft.labels) if label is Label.META), len(draft.blocks))
    groups: list[list[int]] = []
    current: list[int] = []
    for index in range(first, len(draft.blocks)):
        if not _clause(draft, index) or HEADING_NUMBER.match(draft.folded(index)):
            current = []
            continue
        if current and _stands_above(draft, current, index):
            current = []
        current.append(index)
        if draft.folded(index).rstrip('”"').endswith(("。", "!", "?")):
            groups.append(current)
            current = []
    broken = [one for one in groups if any(draft.folded(index).endswith((",", "、")) for index in one[:-1])]
    if len(broken) < MIN_BROKEN:
        return
    for group in groups:
        if group in broken or len(group) > MIN_BROKEN:
            for index in group:
                draft.put(index, Label.BODY, CLAUSE if index > group[0] else "first-clause-of-paragraph")


def _stands_above(draft: Draft, current: list[int], index: int) -> bool:
    """Whether the only line so far is a subheading: it has no mark at its end, and the next one breaks off at a comma."""
    above = draft.folded(current[0])
    return (
        len(current) == 1
        and len(above) >= MIN_SUBHEADING
        and above[-1] not in ",、。!?”:;"
        and draft.folded(index).endswith(",")
    )


def _clause(draft: Draft, index: int) -> bool:
    return draft.labels[index] is None and 2 <= draft.facts[index].length <= MAX_CLAUSE and index not in draft.edges


def _wordiest_run(draft: Draft, lines: list[int]) -> list[int]:
    """Return the stretch of clauses, with only widgets and captions between, that has the most words of sentences: no menu."""
    runs: list[list[int]] = [[]]
    for index in lines:
        if runs[-1] and any(
            draft.labels[between] not in {Label.WIDGET, Label.CAPTION, Label.MARKUP} and not _quoted(draft, between)
            for between in range(runs[-1][-1] + 1, index)
        ):
            runs.append([])
        runs[-1].append(index)
    best = max(runs, key=lambda run: (len(SENTENCE_WORDS.findall("".join(map(draft.folded, run)))), len(run)))
    return [index for index in range(best[0], best[-1] + 1) if index in lines or _quoted(draft, index)]


def _quoted(draft: Draft, index: int) -> bool:
    return draft.is_prose(index) and draft.facts[index].length <= 2 * MAX_CLAUSE
