"""Spun text: articles whose words were swapped by a synonym list, told by evidence and never rewritten.

Spinners swap words one by one, without regard to what stands around them, and take the same synonym each time. So they
break fixed terms (展开和改革委员会), leave standard words out that an article of that length has, repeat odd ones in their
place, and forget the headline, the tags or the links. Each is a part of the score; one ordinary word is none.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

# From this score on an article is flagged.
SPUN = 0.5
# What one broken term, and each further one, leaves of the doubt that it is chance.
IMPOSSIBLE, BROKEN = 0.4, 0.6
# Where the weight of swaps, less the standard words that are there, is even between spun and clean text, and how soon it tells:
# measured by tests/bench_spun.py.
MIDDLE, SCALE = 0.1, 0.12
# A replacement counts so often at most, and so many different ones must stand in a text: its topic alone proves nothing.
MAX_COUNT, MIN_SWAPS = 2, 9
# So many characters of text count at least: a short text has few words to miss.
MIN_LENGTH = 500
# A word stands in the title in its standard form, and so often at least only replaced in the text.
MIN_REPLACED = 3
# So many characters of a term name it beyond doubt; of a shorter rest a word must be missing that is known to be swapped.
MIN_REST = 5
HAN = re.compile("[一-鿿]+")


@dataclass(frozen=True, slots=True)
class Swap:
    """A word that spinners put in the place of ``standard``; ``weight`` (nats) is by how much it is the rarer one.

    It is ``named`` where it is found, unless good text often has it too.
    """

    standard: str
    weight: float
    named: bool


@dataclass(frozen=True, slots=True)
class FixedTerm:
    """A term of words none of which has a synonym there; ``others`` are what else correct text has at a place."""

    words: tuple[str, ...]
    others: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class SpunLexicon:
    """What spinners break: strings that no correct text has and what they were, fixed terms, and swaps by replacement."""

    impossible: Mapping[str, str]
    terms: tuple[FixedTerm, ...]
    swaps: Mapping[str, tuple[Swap, ...]]

    @cached_property
    def standards(self) -> frozenset[str]:
        """The words that spinners put others in the place of."""
        return frozenset(swap.standard for found in self.swaps.values() for swap in found)


@dataclass(frozen=True, slots=True)
class SpunPhrase:
    """A phrase that seems spun: its range in the text, what it likely was, and the rule that says so."""

    start: int
    end: int
    found: str
    likely: str
    rule: str


@dataclass(frozen=True, slots=True)
class SpunReport:
    """How likely a text is spun (0..1), what each kind of evidence adds (0..1), and the phrases."""

    score: float
    parts: Mapping[str, float]
    phrases: tuple[SpunPhrase, ...]


def find_spun(
    hans: str, words: Sequence[str], titles: Sequence[str], furniture: str, lexicon: SpunLexicon
) -> SpunReport:
    """Weigh whether a Simplified text is spun.

    ``words`` spell the text; ``titles`` are its headline and tags, ``furniture`` the page's disclaimers, all Simplified.
    """
    counts = Counter(words)
    impossible = list(_impossible(hans, lexicon))
    broken = list(_broken(hans, counts, lexicon))
    swapped = _swapped(counts, lexicon)
    forgotten = [
        swap for word, swap in swapped if counts[word] >= MIN_REPLACED and any(swap.standard in one for one in titles)
    ]
    parts = {
        "impossible_terms": 1 - IMPOSSIBLE ** len({one.found for one in impossible}),
        "broken_terms": 1 - BROKEN ** len({one.found for one in broken}),
        "swaps": _weigh(swapped, counts, len(hans), lexicon),
        "titles": 1 - BROKEN ** len(forgotten),
        "disclaimer": 1 - IMPOSSIBLE ** sum(term in furniture for term in lexicon.impossible),
    }
    score = 1 - math.prod(1 - part for part in parts.values())
    phrases: list[SpunPhrase] = []
    if score >= SPUN:
        phrases = _without_overlaps([*impossible, *broken, *_places(words, swapped)])
    return SpunReport(round(score, 3), {name: round(part, 3) for name, part in parts.items()}, tuple(phrases))


def _impossible(hans: str, lexicon: SpunLexicon) -> Iterator[SpunPhrase]:
    for found, likely in lexicon.impossible.items():
        start = hans.find(found)
        while start >= 0:
            yield SpunPhrase(start, start + len(found), found, likely, "impossible-term")
            start = hans.find(found, start + len(found))


def _broken(hans: str, counts: Counter[str], lexicon: SpunLexicon) -> Iterator[SpunPhrase]:
    """Find fixed terms with one word exchanged for another as long."""
    for term in lexicon.terms:
        for place, word in enumerate(term.words):
            before, after = "".join(term.words[:place]), "".join(term.words[place + 1 :])
            start = hans.find(after or before)
            while start >= 0:
                first = start - len(word) - len(before) if after else start
                found = hans[max(0, first) : first + len(before) + len(word) + len(after)]
                if first >= 0 and found.startswith(before) and found.endswith(after):
                    other = found[len(before) : len(before) + len(word)]
                    if _is_exchanged(term, place, other, counts, lexicon):
                        yield SpunPhrase(first, first + len(found), found, "".join(term.words), "broken-term")
                start = hans.find(after or before, start + 1)


def _is_exchanged(term: FixedTerm, place: int, other: str, counts: Counter[str], lexicon: SpunLexicon) -> bool:
    word, legitimate = term.words[place], term.others[place]
    if other == word or other in legitimate or "*" in legitimate or not HAN.fullmatch(other):
        return False
    if any(swap.standard == word for swap in lexicon.swaps.get(other, ())):
        return True
    return other in counts and sum(map(len, term.words)) - len(word) >= MIN_REST


def _swapped(counts: Counter[str], lexicon: SpunLexicon) -> list[tuple[str, Swap]]:
    """Return the replacements that the text has, each for a standard word that it has not."""
    return [(word, swap) for word in counts for swap in lexicon.swaps.get(word, ()) if not counts[swap.standard]]


def _weigh(swapped: list[tuple[str, Swap]], counts: Counter[str], length: int, lexicon: SpunLexicon) -> float:
    weights: dict[str, float] = {}
    for word, swap in swapped:
        weight = swap.weight * min(counts[word], MAX_COUNT)
        weights[swap.standard] = max(weights.get(swap.standard, 0.0), weight)
    # One replacement is put in for several words; it is evidence once.
    if len({word for word, _ in swapped}) < MIN_SWAPS:
        return 0.0
    # Standard words that stand in the text speak for it. Counts spread as the square root of the length.
    present = sum(counts[standard] > 0 for standard in lexicon.standards)
    excess = (sum(weights.values()) - present) / math.sqrt(max(length, MIN_LENGTH))
    return 1 / (1 + math.exp((MIDDLE - excess) / SCALE))


def _without_overlaps(phrases: list[SpunPhrase]) -> list[SpunPhrase]:
    """Return the phrases in order; of two that overlap, the longer one, or the one that stands first in the list."""
    kept: list[SpunPhrase] = []
    end = 0
    for one in sorted(phrases, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            kept.append(one)
            end = one.end
    return kept


def _places(words: Sequence[str], swapped: list[tuple[str, Swap]]) -> Iterator[SpunPhrase]:
    likely = {word: swap.standard for word, swap in sorted(swapped, key=lambda pair: pair[1].weight) if swap.named}
    start = 0
    for word in words:
        if word in likely:
            yield SpunPhrase(start, start + len(word), word, likely[word], "swap")
        start += len(word)


def load_spun_lexicon() -> SpunLexicon:
    """Load the lists of the lexicon."""
    swaps: dict[str, list[Swap]] = {}
    for standard, replacement, weight, use in _rows("swaps.tsv"):
        swaps.setdefault(replacement, []).append(Swap(standard, float(weight), use == "named"))
    terms = []
    for term, others in _rows("fixed_terms.tsv"):
        words = tuple(term.split("|"))
        places = (one.partition(":") for one in others.split())
        free = {int(place): frozenset(alternatives.split(",")) for place, _, alternatives in places}
        terms.append(FixedTerm(words, tuple(free.get(place, frozenset()) for place in range(1, len(words) + 1))))
    impossible = dict(row[:2] for row in _rows("impossible_terms.tsv"))
    return SpunLexicon(impossible, tuple(terms), {word: tuple(found) for word, found in swaps.items()})


def _rows(name: str) -> Iterator[list[str]]:
    text = resources.files(__package__).joinpath("lexicon", name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
