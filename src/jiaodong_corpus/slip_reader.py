"""Byte slips: GBK text that was read one byte off, put back.

Scrapers that push readings between the bytes of a text cut characters in two. What is behind the cut is then read one
byte off, until a character with an ASCII second byte sets it right. One byte of the cut character is gone; all others
are there, some of them as private-use characters:

* ``?`` and a full-width mark: the first byte of a character became ``?``, its second byte is A3 (出??冢z東, where
  private-use U+E0DF stands before the z, is 出海口，膠東);
* ``?syl)``: a reading was pushed into a character, and its first byte went with the bracket (駛?cè)胄郯 is 駛入雄安).

The bytes are taken again, the missing one is searched, and the likeliest text is chosen.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from .evidence import Evidence
from .gbk import FIRST_BYTES, decode, is_dropped, pair_code
from .slip_ends import EATEN, Ends
from .slip_runs import Run, find_runs

# How much text to both sides is looked at, how many of the likeliest characters at each end are tried together, and at how
# many places a run may end.
CONTEXT, KEPT, MAX_ENDS = 8, 6, 6
# How often a pair of bytes is a private-use character (nats), and how likely it is that a dump drops them.
GAP_COST = -4.0
# What a quotation mark costs that has no other one (nats).
UNPAIRED = 2.5
# A character that costs more than this with the two behind it (nats) can be halves of two.
DOUBTFUL, MAX_GAPS = -16.0, 3
ORDINARY = re.compile("[一-鿿，。、；：？！“”‘’《》（）]*")
# Text that has one of these is not of a dump that made full-width forms half-width.
FULL_WIDTH = re.compile("[！-～]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stretch up to ``end`` may have been; its last character is guessed where its last byte was ``cut``."""

    end: int
    text: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest reading of a slip.

    ``rivals`` are the next ones. ``margin`` is by how many nats it beats all others together, ``gain`` by how many the text
    as it stands.
    """

    reading: Reading
    rivals: tuple[str, ...]
    margin: float
    gain: float


@dataclass(frozen=True)
class SlipReader:
    """Reads the slips of a page by what is known of the language and by what else stands on the page."""

    evidence: Evidence

    def read(self, text: str, start: int, place: int, heads: Sequence[int]) -> Choice | None:
        """Return the likeliest reading of ``text[start:]``; its bytes begin with one of ``heads`` and go on at ``place``.

        None where the bytes make no text.
        """
        found = [one for run in self._runs(text, start, place) for one in self._readings(text, start, place, run, heads)]
        return self._choose(text, start, found)

    def read_without_first(self, text: str, start: int, heads: Sequence[int]) -> Choice | None:
        """Return the likeliest reading where the private-use character behind the ``?`` was dropped, too."""
        found: list[Reading] = []
        for run in self._runs(text, start, start + 1):
            if run.first is None:
                continue
            seconds = self._usable(decode(bytes([byte, run.first])) for byte in range(0x81, 0xA1))
            firsts = self._usable(decode(bytes([lead, 0xA3])) for lead in heads)
            found += self._fill(text, start, run, [one + other for one in firsts for other in seconds])
        return self._choose(text, start, found)

    def _runs(self, text: str, start: int, place: int) -> Iterator[Run]:
        shown = text[place : place + 1]
        folded = "!" <= shown <= "~" or FULL_WIDTH.search(text) is None
        if FULL_WIDTH.match(shown):
            folded = False
        return islice(find_runs(text, place, folded), MAX_ENDS)

    def _usable(self, chars: Iterator[str | None]) -> list[str]:
        """Return the characters that text of this page's script can have."""
        strange = self.evidence.language.hans_only if self.evidence.is_hant else frozenset[str]()
        return [char for char in chars if char and char not in strange]

    def _readings(self, text: str, start: int, place: int, run: Run, leads: Sequence[int]) -> list[Reading]:
        if run.first is None:
            if place == start + 1:
                return []
            # All that is left of the character is its first byte.
            ends = Ends(text[:start], text[run.end :], self.evidence)
            return [Reading(run.end, tail, cut=True) for lead in leads for tail in ends.find(lead)]
        return self._fill(text, start, run, self._usable(decode(bytes([lead, run.first])) for lead in leads))

    def _fill(self, text: str, start: int, run: Run, heads: list[str]) -> list[Reading]:
        """Return the likeliest readings of a run that begins with one of ``heads``."""
        if not heads:
            return []
        left, right, middle = before(text, start), behind(text, run.end), run.middle
        if run.last is None:
            heads = self._best(left, heads, middle + right)
            return [Reading(run.end, head + middle, cut=False) for head in heads]
        tails = self._usable(iter(Ends(text[:start] + middle, text[run.end :], self.evidence).find(run.last)))
        if not tails:
            return []
        if len(middle) > 1:
            tails = self._best((left + heads[0] + middle)[-CONTEXT:], tails, right)
            heads = self._best(left, heads, middle + tails[0] + right)
            pairs = [head + middle + tail for head in heads for tail in tails]
        else:
            pairs = self._best(left, [head + middle + tail for head in heads for tail in tails], right)
        return [Reading(run.end, one, cut=True) for one in pairs]

    def _best(self, left: str, options: list[str], right: str) -> list[str]:
        """Return the likeliest of ``options`` by what stands beside what."""
        if len(options) <= KEPT:
            return options
        scores = self.evidence.neighbours([left[-3:] + one + right[:CONTEXT] for one in options])
        return [options[rank] for rank in sorted(range(len(options)), key=lambda rank: -scores[rank])[:KEPT]]

    def _choose(self, text: str, start: int, found: list[Reading]) -> Choice | None:
        if not found:
            return None
        found = list(dict.fromkeys(found))
        far = max(reading.end for reading in found)
        left, right = before(text, start), behind(text, far)
        scores = self._scores(text, start, [one.text + text[one.end : far] for one in found], right)
        best = max(range(len(found)), key=lambda rank: scores[rank])
        if not self.evidence.has_private:
            filled = list(self._filled(left, found[best], behind(text, found[best].end)))
            found += filled
            scores += [
                score + GAP_COST
                for score in self._scores(text, start, [one.text + text[one.end : far] for one in filled], right)
            ]
        *scores, as_it_is = [*scores, *self._scores(text, start, [text[start:far]], right)]
        ranks = sorted(range(len(found)), key=lambda rank: -scores[rank])
        others = [math.exp(scores[rank] - scores[ranks[0]]) for rank in ranks[1:]]
        margin = -math.log(sum(others) + 1e-12)
        return Choice(
            found[ranks[0]],
            tuple(found[rank].text for rank in ranks[1:4]),
            margin,
            scores[ranks[0]] - as_it_is,
        )

    def _scores(self, text: str, start: int, options: list[str], right: str) -> list[float]:
        if not options:
            return []
        left = before(text, start)
        scores = self.evidence.score([left + one + right for one in options])
        return [
            score - UNPAIRED * unpaired(text[:start] + one, right == "\n")
            for one, score in zip(options, scores, strict=True)
        ]

    def _filled(self, left: str, reading: Reading, right: str) -> Iterator[Reading]:
        """Yield readings with two characters where one may be halves of both: dumps drop private-use characters."""
        text = reading.text
        whole = left[-2:] + text + (right + "\n\n")[:2]
        costs = self.evidence.neighbours([whole[place : place + 5] for place in range(len(text))])
        places = sorted((cost, place) for place, cost in enumerate(costs) if place and cost < DOUBTFUL)[:MAX_GAPS]
        for _, place in places:
            around = (left + text[:place])[-3:], text[place + 1 :] + right
            for pair in self._best(around[0], self._halves(text[place]), around[1]):
                yield Reading(reading.end, text[:place] + pair + text[place + 1 :], reading.cut)

    def _halves(self, char: str) -> list[str]:
        """Return the pairs of characters whose outer bytes are those of ``char``, with a private-use one between."""
        code = pair_code(char)
        if not code:
            return []
        ones = self._usable(decode(bytes([code[0], byte])) for byte in FIRST_BYTES)
        others = self._usable(decode(bytes([byte, code[1]])) for byte in FIRST_BYTES)
        return [
            one + other
            for one in ones
            for other in others
            if ORDINARY.fullmatch(one + other) and is_dropped(one, other)
        ]


def unpaired(text: str, at_end: bool) -> int:
    """Return how many quotation marks of the block are opened twice, closed unopened or, at its end, left open."""
    count = 0
    for opening, closing in (("“", "”"), ("「", "」"), ("《", "》")):
        depth = 0
        for mark in text:
            if mark == opening:
                count += depth > 0
                depth = 1
            elif mark == closing:
                count += depth == 0
                depth = 0
        count += at_end and depth > 0
    return count


def before(text: str, start: int) -> str:
    """Return what stands before a place; what stood before the first one of a block is not known."""
    return ("\0\0" if not start else "\n\n") + text[max(0, start - CONTEXT) : start] if start < CONTEXT else text[
        start - CONTEXT : start
    ]


def behind(text: str, end: int) -> str:
    """Return what stands behind a place, the tag left out that closes the paragraph."""
    rest = text[end : end + CONTEXT]
    return "\n" if not rest or rest.startswith("<") or EATEN.match(text, end) else rest
