"""Whether some lines are the clauses of one text or titles and words of menus, where no mark at their ends tells."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from operator import mul

from .draft import Draft
from .facts import bigrams
from .gaps import is_dated_meta
from .model import Label
from .pair_weights import PairWeights

# The rule of a clause that goes on the paragraph of the block above; `split` joins by it.
CLAUSE = "clause-of-paragraph"
MAX_CLAUSE = 30
HEADING_NUMBER = re.compile(
    r"^(?:\d{1,2}|[一二三四五六七八九十]{1,3}|PART\s*\.?\d+|第[一二三四五六七八九十]{1,2})(?:[\s、.:|/]|$)",
    re.IGNORECASE,
)
# So many lines are asked, so long (characters) on average at most, none of them longer.
MIN_LINES, MAX_MEAN, MAX_LINE, MOST, SHORT, MANY_MARKED, MAX_WHOLE = 6, 24, 60, 60, 8, 0.1, 36
# Log-odds from which they are clauses: below time and source, and on a page without.
BELOW_HEAD, ALONE = 1.0, 3.0
# The head of an article has more than its day; titles of answers ask.
OF_ARTICLE, ASKS = re.compile(r"来源|作者|记者|编辑|\d:\d{2}"), re.compile(r"[?吗]$|什么|怎么|怎样|如何")
# 前天 can be a clause; a line with a clock, a day, a label or a space is none.
MARKED = re.compile(r"\d:\d|\d{4}[-/.]\d|日$|[:/|\s]")
# The day behind the title of a link.
DAY_BEHIND = re.compile(r"\s[\[(]?(?:(?:19|20)\d{2}[-/.])?\d{1,2}[-/.]\d{1,2}[\])]?$")
BESIDE_TEXT = frozenset({Label.CAPTION, Label.MARKUP, Label.WIDGET})
# What a clause opens with and a title does not; words that titles and headings do without.
OPENS = re.compile(
    r"(?:但|而|并|且|却|也|还|又|就|将|把|被|让|使|同时|据|其中|其|目前|此外|随后|因此|如果|虽然|尽管|不过|对此|近日|日前|当[天日]|昨|今天|记者"
    r"|他|她|它|我|你|这|那|该|此|在|从|对|为|与|和|由|以|于|到|每|随着|根据|按照|通过|除|只|才|更|已|正|不|没|有|是|成为|包括|或|甚至|例如"
    r"|比如|另|再|最终|然后|接着|所以|因为|由于|说)"
)
SENTENCE_WORDS = re.compile("[的了在是也都就还把被让给与和不有这那上中]")
# What tells, in the order of ``features``: a constant, particles, openings of clauses, what the second half shares with the first,
# and every second line with the others, short lines, the mean length (in tens), pauses at ends, spaces, lines that differ.
# A logistic regression over 504 runs of clauses of real articles, 193 of the fixtures, and 1,818 of titles, menus and comments
# (``data/clauses/train.py``). Of pages that were left out it takes 81 and 89 % of the clauses for what they are at odds of e, .2 %
# of lists of real titles and 1 % of other furniture.
WEIGHTS = (-1.04, 6.21, 10.89, 4.46, 1.51, -5.14, -0.48, 5.29, -9.71, 1.38)
# Titles that are made alike (…第一批项目签约, …第二批项目签约) share more than clauses do.
HALVES, ALIKE = 3, 0.35


def is_clause(draft: Draft, index: int) -> bool:
    """Whether a line without a label is no longer than a clause."""
    return draft.labels[index] is None and 2 <= draft.facts[index].length <= MAX_CLAUSE and index not in draft.edges


def clauses_below_head(draft: Draft) -> list[int]:
    """Return the lines of a text that stands clause by clause below time and source, or without them; none where it does not."""
    heads = [index for index in range(len(draft.blocks)) if is_dated_meta(draft, index)]
    head = heads[0] if heads else None
    # 2023年5月12日 星期五 stands above the titles of the day.
    if head is not None and not (head and draft.is_line(head - 1) and OF_ARTICLE.search(draft.folded(head))):
        return []
    first = 0 if head is None else head + 1
    run = list(takewhile(lambda index: _may_be_of_text(draft, index), range(first, len(draft.blocks))))
    lines = [index for index in run if draft.labels[index] not in BESIDE_TEXT]
    # The text of an article below another time is what the page holds.
    if not _are_short(draft, lines) or any(index > run[-1] for index in (*heads, *draft.prose())):
        return []
    told = features([draft.folded(index) for index in lines[:MOST]], draft.lexicon.pair_weights)
    clauses = sum(map(mul, WEIGHTS, told)) >= (ALONE if head is None else BELOW_HEAD)
    return lines if clauses and max(told[HALVES : HALVES + 2]) <= ALIKE else []


def _are_short(draft: Draft, lines: list[int]) -> bool:
    """Whether there are enough lines, and none is a whole sentence of several clauses."""
    facts = [draft.facts[index] for index in lines]
    fits = len(lines) >= MIN_LINES and sum(one.length for one in facts) <= MAX_MEAN * len(lines)
    most = all(one.length <= (MAX_WHOLE if one.full_stop else MAX_LINE) for one in facts)
    asking = sum(ASKS.search(draft.folded(index)) is not None for index in lines)
    return fits and most and max(sum(one.marks > 1 for one in facts), asking) <= MANY_MARKED * len(lines)


def _may_be_of_text(draft: Draft, index: int) -> bool:
    """Whether a line has no label, stands beside a text, or is a day or a name with more lines of the text below it."""
    label, below = draft.labels[index], draft.labels[index + 1 : index + 2]
    clause = label in {Label.META, Label.BYLINE} and below == [None] and not MARKED.search(draft.folded(index))
    listed = index in draft.edges or DAY_BEHIND.search(draft.folded(index))
    return label in BESIDE_TEXT or ((label is None or clause) and not listed)


def features(lines: Sequence[str], weights: PairWeights) -> tuple[float, ...]:
    """Return what tells whether some folded lines are clauses of one text: shares (0..1) of characters, lines and pairs."""
    text = "".join(lines)

    def share(told: Iterable[bool]) -> float:
        return sum(told) / len(lines)

    def shared(one: Sequence[str], other: Sequence[str]) -> float:
        return weights.share(bigrams("\n".join(one)), bigrams("\n".join(other)))

    half = len(lines) // 2
    return (
        1.0,
        len(SENTENCE_WORDS.findall(text)) / len(text),
        share(OPENS.match(line) is not None for line in lines),
        shared(lines[half:], lines[:half]),
        shared(lines[1::2], lines[::2]),
        share(len(line) < SHORT for line in lines),
        len(text) / len(lines) / 10,
        share(line.endswith((",", "。", ";", ":", "、")) for line in lines),
        share(" " in line for line in lines),
        len(set(lines)) / len(lines),
    )
