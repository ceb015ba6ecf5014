"""Spun text: articles whose words were swapped by a synonym list, told by evidence and never rewritten.

Spinners swap words one by one, without regard to what stands around them, and take the same synonym each time. So they
break fixed terms (展开和改革委员会), leave standard words out that an article of that length has, repeat odd ones in their
place, and forget the headline, the tags or the links. Each is a part of the score; one ordinary word is none.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from operator import add, itemgetter

from .spun_lexicon import MIN_PAIRED, Place, SpunLexicon, Swap

# From this score on an article is flagged.
SPUN = 0.5
# What one broken term, and each further one, leaves of the doubt that it is chance.
IMPOSSIBLE, BROKEN = 0.4, 0.6
# Where the weight of swaps, less the standard words that are there, and the share of pairs that are taken apart are even between
# spun and clean text, and how soon they tell: measured by tests/bench_spun.py.
MIDDLE, SCALE = 0.26, 0.1
# A replacement counts so often at most, and so many different ones must stand in a text: its topic alone proves nothing.
MAX_COUNT, MIN_SWAPS = 2, 7
# So many characters of text count at least: a short text has few words to miss. Of a longer one, different words grow so.
MIN_LENGTH, GROWTH = 500, 0.7
# A word stands in the title in its standard form, and so often at least only replaced in the text.
MIN_REPLACED = 3
# So many characters of a term at least must be left. So many, on both sides, name it beyond doubt: any word between them is wrong.
MIN_REST, SURE_REST = 2, 5
# A replacement that is hardly rarer than its standard word breaks no term: near-synonyms trade places in good text.
MIN_WEIGHT = 1.0
# So many whole pairs are taken for granted, and so many must be taken apart before their share tells.
PAIRS_GRANTED, MIN_PAIRS = 3, 2
# A replacement is named for certain, or if it stands there several times. Of the tool that is known, which takes the same word each
# time, all are, where so many of what it surely swaps are swapped, and not even half as many are not.
CERTAIN, LIKELY, TOOL_SWAPS = 2.5, 2.0, 6
HAN = re.compile("[一-鿿]+")


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
    # Some replacements are two words (决议|计划 for 决策).
    counts = Counter(chain(words, map(add, words, words[1:])))
    # Hardly any term stands in a text: those whose first two characters do are looked for.
    firsts = {*hans, *map(add, hans, hans[1:])}
    impossible = list(_impossible(hans, firsts, lexicon))
    broken = sorted(_broken(hans, firsts, counts, lexicon), key=lambda one: one.start - one.end)
    apart, together = _pairs(words, lexicon)
    swapped = _swapped(counts, lexicon)
    forgotten = [
        swap for word, swap in swapped if counts[word] >= MIN_REPLACED and any(swap.standard in one for one in titles)
    ]
    share = _share_apart(apart, together)
    parts = {
        "impossible_terms": 1 - IMPOSSIBLE ** len({one.found for one in impossible}),
        "broken_terms": 1 - BROKEN ** len({one.found for one in broken}),
        "swaps": _weigh(swapped, counts, len(hans), share, lexicon),
        "titles": 1 - BROKEN ** len(forgotten),
        "disclaimer": 1 - IMPOSSIBLE ** (sum(term in furniture for term in lexicon.impossible) if furniture else 0),
    }
    score = 1 - math.prod(1 - part for part in parts.values())
    parts["broken_pairs"] = share
    phrases: list[SpunPhrase] = []
    if score >= SPUN:
        pairs = (one for one, weight in apart if weight >= MIN_WEIGHT)
        phrases = _without_overlaps(
            [*impossible, *broken, *pairs, *_places(words, _nameable(swapped, counts, lexicon))], len(hans)
        )
    return SpunReport(round(score, 3), {name: round(part, 3) for name, part in parts.items()}, tuple(phrases))


def _impossible(hans: str, firsts: set[str], lexicon: SpunLexicon) -> Iterator[SpunPhrase]:
    for found, likely in lexicon.impossible.items():
        start = hans.find(found) if found[:2] in firsts else -1
        while start >= 0:
            yield SpunPhrase(start, start + len(found), found, likely, "impossible-term")
            start = hans.find(found, start + len(found))


def _broken(hans: str, firsts: set[str], counts: Counter[str], lexicon: SpunLexicon) -> Iterator[SpunPhrase]:
    """Find fixed terms with one word exchanged for another as long."""
    places = chain.from_iterable(lexicon.by_anchor[first] for first in lexicon.by_anchor.keys() & firsts)
    for _, place in sorted(places, key=itemgetter(0)):
        ahead = len(place.before) + len(place.word)
        behind = len(place.after) > len(place.before)
        anchor = place.anchor
        start = hans.find(anchor)
        while start >= 0:
            first = max(0, start - ahead if behind else start)
            other = hans[first + len(place.before) : first + ahead]
            found = f"{place.before}{other}{place.after}"
            stands = len(other) == len(place.word) and hans.startswith(found, first)
            if stands and found not in lexicon.whole and _is_exchanged(place, other, counts, lexicon):
                likely = f"{place.before}{place.word}{place.after}"
                yield SpunPhrase(first, first + len(found), found, likely, "broken-term")
            start = hans.find(anchor, start + 1)


def _is_exchanged(place: Place, other: str, counts: Counter[str], lexicon: SpunLexicon) -> bool:
    rest = len(place.before) + len(place.after)
    if (
        other == place.word
        or other in place.others
        or "*" in place.others
        or rest < MIN_REST
        or not HAN.fullmatch(other)
    ):
        return False
    sure = rest >= SURE_REST
    if any(
        one.standard == place.word and (sure or one.named or one.weight >= MIN_WEIGHT)
        for one in lexicon.swaps.get(other, ())
    ):
        return True
    return sure and bool(place.before and place.after) and other in counts


def _pairs(words: Sequence[str], lexicon: SpunLexicon) -> tuple[list[tuple[SpunPhrase, float]], int]:
    """Find words that go together and of which one is swapped, each once and with its weight, and count those that are whole."""
    found = lexicon.pairs.intersection(pairwise(words))
    together = {word + other for word, other in found if min(len(word), len(other)) >= MIN_PAIRED}
    # The dictionary has many pairs as one word.
    together |= lexicon.joined.intersection(words)
    apart: dict[str, tuple[SpunPhrase, float]] = {}
    starts = list(accumulate(map(len, words), initial=0))
    swapped = {place for place, word in enumerate(words) if word in lexicon.swaps}
    for place in sorted({one - 1 for one in swapped if one} | swapped):
        word, other = words[place], "".join(words[place + 1 : place + 2])
        if min(len(word), len(other)) < MIN_PAIRED or (word, other) in lexicon.pairs:
            continue
        swap = _swapped_pair(word, other, lexicon)
        if swap:
            phrase = SpunPhrase(starts[place], starts[place] + len(word + other), word + other, swap[1], "broken-pair")
            apart.setdefault(phrase.found, (phrase, swap[0]))
    return list(apart.values()), len(together)


def _swapped_pair(word: str, other: str, lexicon: SpunLexicon) -> tuple[float, str] | None:
    """Return the least weight, and the pair that two words are if one of them was swapped."""
    left, right = lexicon.swaps.get(word, ()), lexicon.swaps.get(other, ())
    found = [(one.weight, one.standard + other) for one in left if (one.standard, other) in lexicon.pairs]
    found += [(one.weight, word + one.standard) for one in right if (word, one.standard) in lexicon.pairs]
    return min(found, default=None)


def _share_apart(apart: list[tuple[SpunPhrase, float]], together: int) -> float:
    if len(apart) < MIN_PAIRS:
        return 0.0
    weight = sum(min(weight, MIN_WEIGHT) for _, weight in apart)
    return weight / (weight + together + PAIRS_GRANTED)


def _swapped(counts: Counter[str], lexicon: SpunLexicon) -> list[tuple[str, Swap]]:
    """Return the replacements that the text has, each for a standard word that it has not."""
    replacements = filter(lexicon.swaps.__contains__, counts)
    return [(word, swap) for word in replacements for swap in lexicon.swaps[word] if not counts[swap.standard]]


def _weigh(
    swapped: list[tuple[str, Swap]], counts: Counter[str], length: int, share: float, lexicon: SpunLexicon
) -> float:
    # One replacement is put in for several words; it is evidence once.
    if len({word for word, swap in swapped if swap.weight >= MIN_WEIGHT}) < MIN_SWAPS:
        return 0.0
    weights: dict[str, float] = {}
    for word, swap in swapped:
        weight = swap.weight * min(counts[word], MAX_COUNT)
        weights[swap.standard] = max(weights.get(swap.standard, 0.0), weight)
    # Standard words that stand in the text speak for it.
    present = len(lexicon.standards & counts.keys())
    room = math.sqrt(MIN_LENGTH) * (max(length, MIN_LENGTH) / MIN_LENGTH) ** GROWTH
    excess = (sum(weights.values()) - present) / room
    return 1 / (1 + math.exp((MIDDLE - excess - share) / SCALE))


def _without_overlaps(phrases: Iterable[SpunPhrase], length: int) -> list[SpunPhrase]:
    """Return the phrases in the order of the text; of two that overlap, the one that comes first in ``phrases``."""
    kept: list[SpunPhrase] = []
    taken = bytearray(length)
    for one in phrases:
        if not any(taken[one.start : one.end]):
            kept.append(one)
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return sorted(kept, key=lambda one: one.start)


def _nameable(swapped: list[tuple[str, Swap]], counts: Counter[str], lexicon: SpunLexicon) -> list[tuple[str, Swap]]:
    """Return the replacements that can be told from words that the author chose."""
    done = sum(swap.tool and swap.weight >= LIKELY for _, swap in swapped)
    kept = sum(counts[swap.standard] > 0 for _, swap in lexicon.tool if swap.weight >= LIKELY)
    known = done >= TOOL_SWAPS and done > 2 * kept
    return [
        (word, swap)
        for word, swap in swapped
        if (known and swap.tool)
        or (swap.named and (swap.weight >= CERTAIN or (swap.weight >= LIKELY and counts[word] > 1)))
    ]


def _places(words: Sequence[str], swapped: list[tuple[str, Swap]]) -> Iterator[SpunPhrase]:
    """Yield where replacements stand. One that is put in for several words can have been any of them (展开: 发展/开展)."""
    likely: dict[str, list[str]] = {}
    for word, swap in sorted(swapped, key=lambda pair: -pair[1].weight):
        likely.setdefault(word, []).append(swap.standard)
    start = 0
    for word, other in pairwise([*words, ""]):
        for found in (word + other, word):
            if found in likely:
                yield SpunPhrase(start, start + len(found), found, "/".join(likely[found]), "swap")
                break
        start += len(word)
