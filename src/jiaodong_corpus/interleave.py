"""Articles whose columns stand in turn in the dump of a newspaper page: which piece of text goes on which article.

A column that ends in mid-sentence is followed by the head of another article, and its rest stands somewhere below. Every way
to give the pieces below to the articles that have begun is weighed: at a broken sentence by what stands beside what there,
and each piece by the words that it shares with an article. The best way is looked for with a beam, and taken only where it
is far better than to leave all in the order of the page.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from itertools import chain

from .clause_lines import CLAUSE
from .evidence import Language
from .facts import bigrams, is_finished, share
from .model import Label, LabelledPage
from .wrap import WRAPPED

# These are whole though no mark ends them.
ROWS = frozenset({
    "line-of-list", "line-of-chronicle", "cell-of-table", "row-of-table", "row-of-annex", "row-of-entry", "line-of-poem",
})  # fmt: skip
HEADS = frozenset({Label.KICKER, Label.HEADLINE, Label.SUBTITLE})
# Behind the last sentence can stand who wrote it, or where a picture is from.
SIGNED = re.compile(r"[。!?”]\([^()]{2,30}\)$")
# A shorter line without a mark is a head or a row, and no column that breaks off. The rest of one is looked for in so many
# articles below, among so many pieces: no printed page has more, and time grows with their square.
MIN_BROKEN, ARTICLES_BELOW, MOST_PIECES, MOST_CHARS = 20, 3, 150, 60_000
# What it costs (nats) to go over to an article whose sentence is broken, to one that is whole, and to leave a sentence broken
# for good; what one joint tells at most; what the words of a piece count for, whose pairs of characters overlap; the share of
# an article's own words in it; what the best way must gain, and how much likelier the rests must be behind their beginnings
# than as beginnings of their own. Chosen on one half of the pages of tests/bench_columns.py, which prints both.
TO_BROKEN, TO_WHOLE, LEFT_BROKEN, MOST_OF_JOINT, WORDS, OWN = 3.0, 4.0, 6.0, 6.0, 1.6, 0.3
LEAST_GAIN, LEAST_FIT = 8.0, 2.0
BEAM = 40


@dataclass(frozen=True)
class Untangled:
    """The blocks of each article, the first block of each rest, and the article and the evidence of each."""

    articles: list[list[int]]
    rests: frozenset[int] = frozenset()
    doubts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class _Piece:
    """A paragraph, or what of it stands in one column, with the subheading above it."""

    blocks: tuple[int, ...]
    article: int
    opens: bool
    headed: bool
    text: str

    @cached_property
    def broken(self) -> bool:
        return not _is_whole(self.text)


@dataclass(frozen=True)
class _Way:
    """A way to give the first pieces to articles: what it costs, the article of each piece, of each article its last piece,
    and the articles that other text has been taken out of or put into."""

    cost: float = 0.0
    articles: tuple[int, ...] = ()
    last: Mapping[int, int] = field(default_factory=dict)
    touched: frozenset[int] = frozenset()


def untangle(labelled: LabelledPage, articles: list[list[int]], language: Language) -> Untangled:
    """Give the pieces of text on a page of several articles to those that they go on.

    Args:
        labelled: the page.
        articles: the blocks (indexes into ``labelled.blocks``) of each article, as they stand below its head.
        language: tells how well a rest fits behind a broken sentence.

    """
    broken = [number for number, blocks in enumerate(articles[:-1]) if _breaks_off(labelled, blocks)]
    if not broken:
        return Untangled(articles)
    numbers = range(broken[0], min(broken[-1] + ARTICLES_BELOW + 1, len(articles)))
    pieces = [piece for number in numbers for piece in _pieces(labelled, articles[number], number)]
    if len(pieces) > MOST_PIECES or sum(len(piece.text) for piece in pieces) > MOST_CHARS:
        return Untangled(articles)
    heads = {number: _heads(labelled, articles[number]) for number in numbers}
    search = _Search(pieces, heads, frozenset(broken), language)
    way, gain = search.best()
    joints = list(_broken_joints(pieces, way))
    if not joints or gain < LEAST_GAIN or sum(search.fit(*joint) for joint in joints) < LEAST_FIT * len(joints):
        return Untangled(articles)
    given = {one: owner for piece, owner in zip(pieces, way.articles, strict=True) for one in piece.blocks}
    return Untangled(
        _give(labelled, articles, numbers, given),
        frozenset(pieces[rest].blocks[0] for _, rest in joints),
        tuple((way.articles[rest], f"{pieces[one].text[-12:]}…{pieces[rest].text[:12]}") for one, rest in joints),
    )


def _heads(labelled: LabelledPage, blocks: list[int]) -> set[str]:
    """Return the pairs of characters of an article's head."""
    return bigrams(" ".join(one.block.folded for one in map(labelled.blocks.__getitem__, blocks) if one.label in HEADS))


def _is_whole(folded: str) -> bool:
    return is_finished(folded) or SIGNED.search(folded) is not None


def _breaks_off(labelled: LabelledPage, blocks: list[int]) -> bool:
    """Whether the text of an article ends in mid-sentence, and nothing says that it goes on on another page."""
    last = max((one for one in blocks if labelled.blocks[one].label is Label.BODY), default=None)
    if last is None or labelled.blocks[last].rule in ROWS or len(labelled.blocks[last].block.folded) < MIN_BROKEN:
        return False
    below = labelled.blocks[last + 1 : last + 3]
    return not _is_whole(labelled.blocks[last].block.folded) and all(one.label is not Label.PAGER for one in below)


def _pieces(labelled: LabelledPage, blocks: list[int], article: int) -> Iterator[_Piece]:
    runs: list[list[int]] = []
    for one in blocks:
        block = labelled.blocks[one]
        above = labelled.blocks[runs[-1][-1]] if runs else None
        if block.label is Label.BODY and above and (
            above.label is Label.SUBHEADING or block.rule in {WRAPPED, CLAUSE}
        ):  # fmt: skip
            runs[-1].append(one)
        elif block.label in {Label.BODY, Label.SUBHEADING}:
            runs.append([one])
    for place, run in enumerate(runs):
        headed = labelled.blocks[run[0]].label is Label.SUBHEADING
        yield _Piece(tuple(run), article, place == 0, headed, "".join(labelled.blocks[one].block.folded for one in run))


def _broken_joints(pieces: list[_Piece], way: _Way) -> Iterator[tuple[int, int]]:
    """Yield each broken piece, and the one that goes on it, where other text stands between them."""
    last: dict[int, int] = {}
    for number, article in enumerate(way.articles):
        if last.get(article, number - 1) != number - 1 and pieces[last[article]].broken:
            yield last[article], number
        last[article] = number


class _Search:
    """The search for the best way."""

    def __init__(
        self, pieces: list[_Piece], heads: Mapping[int, set[str]], broken: frozenset[int], language: Language
    ) -> None:
        self._pieces, self._heads, self._broken = pieces, heads, broken
        self._pairs = [bigrams(piece.text) for piece in pieces]
        counts = Counter(chain.from_iterable(self._pairs))
        total = counts.total() + 1
        self._shares = {pair: (count + 1) / total for pair, count in counts.items()}
        self._language = language
        # Ways differ in few pieces, so the same is asked many times.
        self._fits: dict[tuple[int, int], float] = {}
        self._words: dict[tuple[int, int, tuple[int, ...]], float] = {}
        self._known: dict[tuple[int, tuple[int, ...]], Counter[str]] = {}

    def best(self) -> tuple[_Way, float]:
        """Return the best way, and by how much (nats) it is better than the order of the page."""
        ways = [_Way()]
        for number, piece in enumerate(self._pieces):
            ways = [self._go(way, number, article) for way in ways for article in self._choices(way, piece)]
            ways = sorted(ways, key=lambda way: way.cost)[:BEAM]
        plain = reduce(
            lambda way, number: self._go(way, number, self._pieces[number].article), range(len(self._pieces)), _Way()
        )
        best = min(ways, key=self._cost)
        return best, self._cost(plain) - self._cost(best)

    def fit(self, one: int, other: int) -> float:
        """Return how much likelier (nats) a piece is behind another than as the beginning of a paragraph."""
        # No sentence goes on below a subheading.
        if self._pieces[other].headed:
            return -MOST_OF_JOINT
        if (one, other) not in self._fits:
            self._fits[one, other] = self._language.fit(self._pieces[one].text, self._pieces[other].text)
        return self._fits[one, other]

    def _cost(self, way: _Way) -> float:
        left = sum(self._pieces[way.last[article]].broken for article in self._broken)
        return way.cost + LEFT_BROKEN * left

    def _choices(self, way: _Way, piece: _Piece) -> list[int]:
        if piece.opens:
            return [piece.article]
        newest = max(way.last)
        return [
            article
            for article, last in way.last.items()
            if article == newest
            or (newest - article <= ARTICLES_BELOW and (article in way.touched or self._pieces[last].broken))
        ]

    def _go(self, way: _Way, number: int, article: int) -> _Way:
        cost, touched = way.cost, way.touched
        if not self._pieces[number].opens:
            last = self._pieces[way.last[article]]
            if last.broken:
                cost -= max(-MOST_OF_JOINT, min(self.fit(way.last[article], number), MOST_OF_JOINT))
            newest = max(way.last)
            if article != newest:
                cost += self._count_words(way, number, newest) - self._count_words(way, number, article)
            if article != way.articles[-1]:
                cost += TO_BROKEN if last.broken else TO_WHOLE
                touched |= {article, way.articles[-1]}
        return _Way(cost, (*way.articles, article), {**way.last, article: number}, touched)

    def _count_words(self, way: _Way, number: int, article: int) -> float:
        """Return how much likelier (nats) the words of a piece are in an article than on the page, by what of it is known."""
        members = tuple(place for place, one in enumerate(way.articles) if one == article)
        key = number, article, members
        if key not in self._words:
            known = self._count_known(article, members)
            total = known.total() * (1 - OWN) / OWN
            found = (known[pair] / total / self._shares[pair] for pair in self._pairs[number] if pair in known)
            self._words[key] = WORDS * sum(map(math.log1p, found))
        return self._words[key]

    def _count_known(self, article: int, members: tuple[int, ...]) -> Counter[str]:
        """Count the pairs of characters of an article's head and of the pieces that it has."""
        if (article, members) not in self._known:
            if not members:
                return Counter(self._heads[article])
            known = self._count_known(article, members[:-1]).copy()
            known.update(self._pairs[members[-1]])
            self._known[article, members] = known
        return self._known[article, members]


def _give(page: LabelledPage, articles: list[list[int]], numbers: range, given: Mapping[int, int]) -> list[list[int]]:
    """Return the articles with their pieces; what stands beside these goes with them."""
    texts = {number: set[str]() for number in numbers}
    for one, owner in given.items():
        texts[owner] |= bigrams(page.blocks[one].block.folded)
    found = {number: list[int]() for number in numbers}
    moved = {one for number in numbers for one in articles[number] if given.get(one, number) != number}
    above = min(given)
    for number in numbers:
        first = min(filter(given.__contains__, articles[number]), default=len(page.blocks))
        for one in articles[number]:
            above = one if one in given else above
            chosen = given[above] if one >= first else number
            if one > first and page.blocks[one].label is Label.CAPTION:
                below = next((other for other in given if other > one), above)
                # One between two pieces that stay is where it belongs.
                if not moved.isdisjoint((above, below)):
                    pairs = bigrams(page.blocks[one].block.folded)
                    chosen = max((given[above], given[below]), key=lambda other: share(pairs, texts[other]))
            found[chosen].append(one)
    return [found.get(number, blocks) for number, blocks in enumerate(articles)]
