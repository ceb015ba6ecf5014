"""What is known of spun text: impossible strings, fixed terms, words that go together, and what spinners put for what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from itertools import pairwise

# Words so long go together; shorter ones stand beside each other by chance.
MIN_PAIRED = 2


@dataclass(frozen=True, slots=True)
class Swap:
    """A word that spinners put in the place of ``standard``; ``weight`` (nats) is by how much less good text has it alone.

    It is ``named`` where it was seen in spun copies, and of a ``tool`` where one and the same tool puts it in, each time.
    """

    standard: str
    weight: float
    named: bool
    tool: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a fixed term: what stands before and behind it, its word, and what else correct text has there."""

    before: str
    word: str
    after: str
    others: frozenset[str]

    @property
    def anchor(self) -> str:
        """What to look for: the longer side of the word."""
        return self.after if len(self.after) > len(self.before) else self.before


@dataclass(frozen=True)
class SpunLexicon:
    """What spinners break: strings that no correct text has and what they were, the places of fixed terms, words of two
    characters that go together, and swaps by replacement."""

    impossible: Mapping[str, str]
    places: tuple[Place, ...]
    pairs: frozenset[tuple[str, str]]
    swaps: Mapping[str, tuple[Swap, ...]]

    @cached_property
    def standards(self) -> frozenset[str]:
        """The words that spinners put others in the place of."""
        return frozenset(swap.standard for found in self.swaps.values() for swap in found)

    @cached_property
    def by_anchor(self) -> Mapping[str, tuple[tuple[int, Place], ...]]:
        """The places, numbered, by the first two characters of what to look for: hardly any stands in a text."""
        found: dict[str, list[tuple[int, Place]]] = {}
        for number, place in enumerate(self.places):
            found.setdefault(place.anchor[:2], []).append((number, place))
        return {first: tuple(places) for first, places in found.items()}

    @cached_property
    def joined(self) -> frozenset[str]:
        """The pairs whose first word has two characters, as one word."""
        return frozenset(word + other for word, other in self.pairs if len(word) == MIN_PAIRED)

    @cached_property
    def tool(self) -> tuple[tuple[str, Swap], ...]:
        """The replacements of the known tool."""
        return tuple((word, swap) for word, found in self.swaps.items() for swap in found if swap.tool)

    @cached_property
    def whole(self) -> frozenset[str]:
        """The fixed terms, and the words that go together, as they are written."""
        terms = (f"{one.before}{one.word}{one.after}" for one in self.places)
        return frozenset((*terms, *map("".join, self.pairs)))


def load_spun_lexicon() -> SpunLexicon:
    """Load the lists of the lexicon."""
    swaps: dict[str, list[Swap]] = {}
    for standard, replacement, weight, use in _rows("swaps.tsv"):
        swaps.setdefault(replacement, []).append(Swap(standard, float(weight), use != "counted", use == "tool"))
    places: list[Place] = []
    pairs = {(word[:2], word[2:]) for (word,) in _rows("compounds.txt")}
    pairs.update(one for (phrase,) in _rows("standing_phrases.txt") for one in pairwise(phrase.split("|")))
    for term, others in _rows("fixed_terms.tsv"):
        words = term.split("|")
        free = {int(place): frozenset(found.split(",")) for place, found in _numbered(others)}
        for place, word in enumerate(words):
            before, after = "".join(words[:place]), "".join(words[place + 1 :])
            places.append(Place(before, word, after, free.get(place + 1, frozenset())))
        pairs.update(pair for pair in pairwise(words) if min(map(len, pair)) >= MIN_PAIRED)
    impossible = dict(row[:2] for row in _rows("impossible_terms.tsv"))
    return SpunLexicon(
        impossible, tuple(places), frozenset(pairs), {word: tuple(found) for word, found in swaps.items()}
    )


def _numbered(others: str) -> Iterator[tuple[str, str]]:
    return ((place, found) for place, _, found in (one.partition(":") for one in others.split()))


def _rows(name: str) -> Iterator[list[str]]:
    text = resources.files(__package__).joinpath("lexicon", name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
