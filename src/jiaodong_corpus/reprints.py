"""Which records are copies of each other, told by their sketches.

Two records are copies if

* ``exact``: all their letters are the same;
* ``near``: they share a share of their runs of five characters (MinHash, 16 bands of 8);
* ``partial``: most of the sentences of the shorter one stand in the longer one, and are a good part of it;
* ``spun``: one is flagged as spun and goes with the other from word to word.

All is told on Simplified text, so the script in which a copy was printed makes no difference.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from .corpus import Line, sentences_of
from .sketch import Hashes, anchors_of, band_hashes, letters_of, sketch

# The share of shingles from which two texts are near copies. Own reports of one event share less than .3, copies of which
# 2 in 100 characters were changed some .8. Measured: tests/bench_dedup.py.
NEAR = 0.6
# Shares of letters in shared sentences: of the shorter text and of the longer one; and so many letters at least.
PART, WHOLE, MIN_SHARED = 0.5, 0.25, 60
# An estimate by shingles is off by a tenth now and then.
CUT = 0.75
# A sentence that stands in more records than this is a formula, and so is a band.
MAX_HOLDERS = 64
# The share of anchors that leads to a comparison of a spun text, and the share of its letters that must go along.
SPUN_ANCHORS, SPUN_LETTERS, MAX_COMPARED = 0.12, 0.75, 6_000
# What is damage rather than layout: repairs of these names leave no doubt about the text.
HARMLESS = frozenset({"space", "edge-space", "invisible", "entity", "tag"})


@dataclass(frozen=True, slots=True)
class Card:
    """What is kept of a record to choose the best copy; ``foreign`` ones are of the corpus that is compared with."""

    id: str
    spun: bool
    damage: int
    outlet: str | None
    published: str | None
    length: int
    foreign: bool

    def rank(self) -> tuple[bool, int, bool, str, int, str]:
        """Return what the best copy has least of: not spun, least damage, a named outlet, the earliest date, the longest text."""
        return (self.spun, self.damage, self.outlet is None, self.published or "9999", -self.length, self.id)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two copies, by their places among the records; ``measure`` is a share (0..1) of what its kind compares."""

    one: int
    other: int
    kind: str
    measure: float


class Index:
    """The sketches of all records, as they are added: some 1.3 kilobytes for a record of usual length."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self._digests = array("Q")
        self._counts = array("I")
        # Plain bytes: an object for each record would take as much again.
        self._signatures, self._sentences, self._lengths = bytearray(), bytearray(), bytearray()
        self._spun_letters: dict[int, str] = {}

    def add(self, record: Line, foreign: bool = False) -> None:
        """Take a record in; ``foreign`` ones are of a corpus that this one is compared with."""
        sentences = sentences_of(record)
        made, card = sketch(sentences), card_of(record, foreign)
        if card.spun:
            self._spun_letters[len(self.cards)] = letters_of("".join(sentences))[:MAX_COMPARED]
        self.cards.append(card)
        self._digests.append(made.digest)
        self._counts.append(len(made.sentences))
        self._signatures += made.signature.tobytes()
        self._sentences += made.sentences.tobytes()
        self._lengths += made.lengths.tobytes()

    def pairs(self, records: Iterable[Line] = ()) -> Iterator[Pair]:
        """Yield the copies, the surest kind first; each pair once.

        ``records`` are the same records once more, in the same order; they are needed where spun ones are among them.
        """
        if not self.cards:
            return
        seen: set[tuple[int, int]] = set()
        for found in (self._exact(), self._near(), self._by_sentences(), self._spun(records)):
            for pair in found:
                key = (min(pair.one, pair.other), max(pair.one, pair.other))
                if key not in seen:
                    seen.add(key)
                    yield pair

    def _exact(self) -> Iterator[Pair]:
        first: dict[int, int] = {}
        for place, digest in enumerate(self._digests):
            other = first.setdefault(digest, place)
            if other != place and self.cards[place].length:
                yield Pair(other, place, "exact", 1.0)

    def _near(self) -> Iterator[Pair]:
        signatures = np.frombuffer(self._signatures, np.uint32).reshape(len(self.cards), -1)
        tried: set[tuple[int, int]] = set()
        for band in band_hashes(signatures):
            for group in _groups(band):
                # Of a large group each is compared with the next ones: those that are copies are chained all the same.
                for place, one in enumerate(group):
                    for other in group[place + 1 : place + 1 + MAX_HOLDERS]:
                        if (one, other) not in tried:
                            tried.add((one, other))
                            share = float(np.mean(signatures[one] == signatures[other]))
                            if share >= NEAR:
                                yield Pair(one, other, "near", share)

    def _by_sentences(self) -> Iterator[Pair]:
        """Yield copies among the records that share a sentence: cut ones, and near ones that no band brought together."""
        signatures = np.frombuffer(self._signatures, np.uint32).reshape(len(self.cards), -1)
        for (one, other), letters in self._shared_letters().items():
            short, long = sorted((self.cards[one].length, self.cards[other].length))
            share = float(np.mean(signatures[one] == signatures[other]))
            if share >= NEAR:
                yield Pair(one, other, "near", share)
                continue
            # What both have of the shorter one: by whole sentences, or by shingles where a cut went through one.
            part, estimated = letters / short, share / (1 + share) * (short + long) / short
            held = max(part, estimated)
            if letters >= MIN_SHARED and (part >= PART or estimated >= CUT) and held * short >= WHOLE * long:
                yield Pair(one, other, "partial", min(held, 1.0))

    def _shared_letters(self) -> dict[tuple[int, int], int]:
        """Return how many letters of whole sentences each two records share, where they share any."""
        holders = np.repeat(np.arange(len(self.cards)), np.frombuffer(self._counts, np.uint32))
        lengths = np.frombuffer(self._lengths, np.uint16)
        shared: defaultdict[tuple[int, int], int] = defaultdict(int)
        for group in _groups(np.frombuffer(self._sentences, np.uint64)):
            if len(group) <= MAX_HOLDERS:
                places = sorted({int(holders[one]) for one in group})
                for index, one in enumerate(places):
                    for other in places[index + 1 :]:
                        shared[one, other] += int(lengths[group[0]])
        return shared

    def _spun(self, records: Iterable[Line]) -> Iterator[Pair]:
        if not self._spun_letters:
            return
        anchors = {place: anchors_of(letters) for place, letters in self._spun_letters.items()}
        for place, record in enumerate(records):
            letters = letters_of(record["hans"]["text"])[:MAX_COMPARED]
            own = anchors_of(letters)
            for other, theirs in anchors.items():
                shared = len(np.intersect1d(own, theirs, assume_unique=True))
                if other != place and shared >= SPUN_ANCHORS * max(1, min(len(own), len(theirs))):
                    ratio = SequenceMatcher(None, letters, self._spun_letters[other], autojunk=False).ratio()
                    if ratio >= SPUN_LETTERS:
                        yield Pair(place, other, "spun", ratio)


def card_of(record: Line, foreign: bool = False) -> Card:
    """Return what the best of several copies is chosen by."""
    flags = {flag["name"] for flag in record["quality"]["flags"]}
    damage = sum(edit["rule"] not in HARMLESS for edit in record["edits"])
    damage += sum(flag["name"] in {"slip_unrepaired", "lost_bytes"} for flag in record["quality"]["flags"])
    length = sum(len(letters_of(one)) for one in sentences_of(record))
    return Card(record["id"], "spun" in flags, damage, record["outlet"], record["published"], length, foreign)


def _groups(values: Hashes) -> Iterator[list[int]]:
    """Yield the places of equal values, in order, where a value stands more than once."""
    if not len(values):
        return
    order = np.argsort(values, kind="stable")
    ends = np.flatnonzero(np.diff(values[order])) + 1
    for start, end in zip(np.concatenate(([0], ends)), np.concatenate((ends, [len(values)])), strict=True):
        if end - start > 1:
            yield [int(one) for one in order[start:end]]
