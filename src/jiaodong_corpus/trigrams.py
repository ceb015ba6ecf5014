"""How likely a string is as Chinese text, character by character: each is seen behind the two before it.

The word model of ``likelihood`` knows no more than how common each word is; this one knows what stands beside what, marks
and ends of paragraphs included. The two are asked together (``evidence.Language``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

import numpy as np
import numpy.typing as npt

# Numbers of characters are below this; 0 is any character that the table does not know.
CHARACTERS = 8192
# What is taken from each count for what was never seen (absolute discounting), and the step of the logarithms of counts.
DISCOUNT, STEP, OFFSET = 0.8, 12, 10
# Share of a character that the table does not know.
UNKNOWN = 1e-7
# How many sightings of a pair and of a triple on the page the language's own opinion is worth.
PAIR_TRUST, TRIPLE_TRUST = 10.0, 4.0
DIGITS, LETTERS = re.compile("[0-9]+(?:[.][0-9]+)?"), re.compile("[A-Za-z]+")

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def fold(text: str) -> str:
    """Return ``text`` with each number as one 0 and each Latin word as one A: there is nothing to choose in them."""
    return LETTERS.sub("A", DIGITS.sub("0", text))


@dataclass(frozen=True)
class Table:
    """Counts by key, sorted by key; a key is what the numbers of the characters give when written one after the other."""

    keys: Numbers
    counts: Floats

    def find(self, keys: Numbers) -> tuple[npt.NDArray[np.bool_], Numbers]:
        """Return which of ``keys`` are here, and where."""
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return self.keys[places] == keys, places

    def of(self, keys: Numbers) -> Floats:
        """Return the counts of ``keys``, 0 for those that are not here."""
        if not len(self.keys):
            return np.zeros(len(keys))
        found, places = self.find(keys)
        return np.where(found, self.counts[places], 0.0)


def tally(keys: Numbers) -> Table:
    """Count keys."""
    unique, counts = np.unique(keys, return_counts=True)
    return Table(unique, counts.astype(float))


@dataclass(frozen=True)
class PageCounts:
    """What stands beside what on one page; it outweighs the language where it has been seen often."""

    ones: Table
    pairs: Table
    triples: Table


class Trigrams:
    """Log probabilities (nats) of Simplified text by a table of characters, pairs and triples.

    Absolute discounting, interpolated (Ney, Essen and Kneser 1994); the counts of a page are added as a Dirichlet prior
    adds them (MacKay and Peto 1995). The table is ``lexicon/trigrams.npz``, read when it is first asked; its sources and
    their licences stand in ``lexicon/trigrams.md``.
    """

    @cached_property
    def _numbers(self) -> Numbers:
        numbers = np.zeros(65536, dtype=np.int64)
        numbers[self._table["chars"]] = np.arange(1, len(self._table["chars"]) + 1)
        return numbers

    @cached_property
    def _table(self) -> dict[str, Numbers]:
        path = files("jiaodong_corpus") / "lexicon" / "trigrams.npz"
        with path.open("rb") as file, np.load(file) as table:
            return {name: table[name].astype(np.int64) for name in table.files}

    @cached_property
    def _ones(self) -> Floats:
        shares = np.full(CHARACTERS, UNKNOWN)
        counts = _counts(self._table["one_counts"])
        shares[1 : len(counts) + 1] = counts / self._table["total"][0]
        return shares

    @cached_property
    def _firsts(self) -> Floats:
        firsts = np.ones(CHARACTERS)
        counts = _counts(self._table["first_counts"])
        firsts[1 : len(counts) + 1] = counts
        return firsts

    @cached_property
    def _pairs(self) -> Table:
        firsts = np.repeat(np.arange(CHARACTERS), self._table["pairs_of"])
        return Table(firsts * CHARACTERS + self._table["pair_seconds"], _counts(self._table["pair_counts"]))

    @cached_property
    def _triples(self) -> Table:
        pairs = np.repeat(self._pairs.keys, self._table["triples_of"])
        return Table(pairs * CHARACTERS + self._table["triple_thirds"], _counts(self._table["triple_counts"]))

    @cached_property
    def _left_by_pairs(self) -> Floats:
        """The share of what follows each character that its pairs leave to the unseen."""
        seen = np.bincount(
            self._pairs.keys // CHARACTERS, np.maximum(self._pairs.counts - DISCOUNT, 0), minlength=CHARACTERS
        )
        return np.clip(1 - seen / self._firsts, 0.01, 1)

    @cached_property
    def _left_by_triples(self) -> Floats:
        """The share of what follows each pair that its triples leave to the unseen."""
        _, places = self._pairs.find(self._triples.keys // CHARACTERS)
        seen = np.bincount(places, np.maximum(self._triples.counts - DISCOUNT, 0), minlength=len(self._pairs.keys))
        return np.clip(1 - seen / self._pairs.counts, 0.01, 1)

    def numbers(self, text: str) -> Numbers:
        """Return the numbers of the characters of a text."""
        data = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
        return self._numbers[data]

    def count(self, page: str) -> PageCounts:
        """Count what stands beside what on a page (Simplified)."""
        one = self.numbers(fold(page))
        two = one[:-1] * CHARACTERS + one[1:]
        return PageCounts(tally(one), tally(two), tally(two[:-1] * CHARACTERS + one[2:]))

    def score(self, texts: Sequence[str], page: PageCounts | None) -> Floats:
        """Return the log probability of each text (Simplified) from its third character on."""
        rows = [self.numbers(fold(text)) for text in texts]
        sizes = [max(len(row) - 2, 0) for row in rows]
        if not sum(sizes):
            return np.zeros(len(texts))
        first, second, third = (
            np.concatenate([row[start : start + size] for row, size in zip(rows, sizes, strict=True)])
            for start in range(3)
        )
        logs = np.log(self._shares(first, second, third, page))
        return np.array([part.sum() for part in np.split(logs, np.cumsum(sizes)[:-1])])

    def _shares(self, first: Numbers, second: Numbers, third: Numbers, page: PageCounts | None) -> Floats:
        pair, last = first * CHARACTERS + second, second * CHARACTERS + third
        share = np.maximum(self._pairs.of(last) - DISCOUNT, 0) / self._firsts[second]
        share += self._left_by_pairs[second] * self._ones[third]
        known, places = self._pairs.find(pair)
        seen = np.maximum(self._triples.of(pair * CHARACTERS + third) - DISCOUNT, 0) / self._pairs.counts[places]
        share = np.where(known, seen + self._left_by_triples[places] * share, share)
        if page is not None:
            share = (page.pairs.of(last) + PAIR_TRUST * share) / (page.ones.of(second) + PAIR_TRUST)
            triple = pair * CHARACTERS + third
            share = (page.triples.of(triple) + TRIPLE_TRUST * share) / (page.pairs.of(pair) + TRIPLE_TRUST)
        return share


def _counts(steps: Numbers) -> Floats:
    return np.exp((steps - OFFSET) / STEP)
