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
from dataclasses import dataclass, replace
from itertools import islice

from .evidence import WIDE, Evidence
from .gbk import FIRST_BYTES, PRIVATE, decode, is_private, pair_code
from .slip_around import CONTEXT, before, behind, following, stop_gain, unpaired
from .slip_ends import USUAL, Ends
from .slip_runs import MAX_RUN, Run, find_runs

# How many of the likeliest characters at each end are tried together, and at how many places a run may end.
KEPT, MAX_ENDS = 6, 6
# With more heads than this not each is tried with each tail: two missing bytes have thousands.
MAX_HEADS = 200
# How much likelier (nats) a reading must be than any that has two characters in the place of one.
WHOLE = 2.5
# What a quotation mark costs that has no other one (nats).
UNPAIRED = 6.0
# What a half-width question mark costs in text that has full-width marks (nats).
STRAY = 4.0
# How long the stretch is in which private-use characters may have been dropped and are looked for.
MAX_LOOK = 80
# A character that costs no more than this (nats) with the two behind it is none of two.
ORDINARY_COST = -9.0
# Text that has one of these is not of a dump that made full-width forms half-width.
FULL_WIDTH = re.compile("[！-～]")
HAN = re.compile("[㐀-鿿]")


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
        found = [
            one for run in self._runs(text, start, place) for one in self._readings(text, start, place, run, heads)
        ]
        return self._choose(text, start, found)

    def read_without_first(self, text: str, start: int, leads: Sequence[int]) -> Choice | None:
        """Return the likeliest reading where the private-use character behind the ``?`` was dropped, too.

        Two bytes are missing then, which is too much to be sure of: its margin is 0.
        """
        found: list[Reading] = []
        firsts = self._usable(decode(bytes([lead, 0xA3])) for lead in leads)
        shown = text[start + 1 : start + 2]
        if "@" <= shown <= "~":
            runs = [Run(start + 2, ord(shown), "", None)]
        else:
            runs = [run for run in self._runs(text, start, start + 1) if run.first is not None]
        for run in runs:
            seconds = self._usable(decode(bytes([byte, run.first or 0])) for byte in range(0x81, 0xA1))
            found += self._fill(text, start, run, [one + other for one in firsts for other in seconds])
        choice = self._choose(text, start, found)
        return replace(choice, margin=0.0) if choice else None

    def _common(self, codes: Iterator[tuple[int, bytes]]) -> list[tuple[int, str]]:
        """Return the characters of codes that text has often, each with its byte."""
        usual = [(byte, char) for byte, code in codes if (char := decode(code)) and USUAL.match(char)]
        usable = set(self._usable(char for _, char in usual))
        common = self.evidence.language.is_common
        return [(byte, char) for byte, char in usual if char in usable and (char < "一" or common(char) or char > "鿿")]

    def _runs(self, text: str, start: int, place: int) -> Iterator[Run]:
        shown = text[place : place + 1]
        marked = place == start + 1
        # The first character behind the lost byte tells whether the dump made full-width forms half-width.
        folded = shown <= "~" if marked and not PRIVATE.match(shown) else not self._has_wide
        return islice(find_runs(text, place, folded), MAX_ENDS)

    @property
    def _has_wide(self) -> bool:
        return FULL_WIDTH.search(self.evidence.page) is not None

    def _usable(self, chars: Iterator[str | None]) -> list[str]:
        """Return the characters that text of this page's script can have."""
        strange = self.evidence.language.hans_only if self.evidence.is_hant else frozenset[str]()
        return [char for char in chars if char and char not in strange]

    def _readings(self, text: str, start: int, place: int, run: Run, leads: Sequence[int]) -> list[Reading]:
        if run.first is None:
            if place == start + 1:
                return []
            # All that is left of the character is its first byte.
            ends = Ends(text[max(0, start - MAX_RUN) : start], text[run.end : run.end + MAX_RUN], self.evidence)
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
        tails = self._usable(
            iter(
                Ends(
                    text[max(0, start - MAX_RUN) : start] + middle, text[run.end : run.end + MAX_RUN], self.evidence
                ).find(run.last)
            )
        )
        if not tails:
            return []
        if len(middle) > 1:
            tails = self._best((left + heads[0] + middle)[-CONTEXT:], tails, right)
            heads = self._best(left, heads, middle + tails[0] + right)
            pairs = [head + middle + tail for head in heads for tail in tails]
        else:
            heads = heads if len(heads) <= MAX_HEADS else self._best(left, heads, middle)
            pairs = self._best(left, [head + middle + tail for head in heads for tail in tails], right)
        return [Reading(run.end, one, cut=True) for one in pairs]

    def _best(self, left: str, options: list[str], right: str) -> list[str]:
        """Return the likeliest of ``options`` by what stands beside what."""
        if len(options) <= KEPT:
            return options
        # What stands further off is the same for all.
        scores = self.evidence.neighbours([left[-3:] + one + right[:3] for one in options])
        return [options[rank] for rank in sorted(range(len(options)), key=lambda rank: -scores[rank])[:KEPT]]

    def _choose(self, text: str, start: int, found: list[Reading]) -> Choice | None:
        if not found:
            return None
        found = list(dict.fromkeys(found))
        far = max(reading.end for reading in found)
        scores = self._scores(text, start, [(one.text, following(text, one.end, far)) for one in found])
        (as_it_is,) = self._scores(text, start, [(text[start:far], behind(text, far))])
        if self._has_wide:
            as_it_is -= STRAY
        ranks = sorted(range(len(found)), key=lambda rank: -scores[rank])
        others = [math.exp(scores[rank] - scores[ranks[0]]) for rank in ranks[1:]]
        margin = -math.log(sum(others) + 1e-12)
        best, rivals = found[ranks[0]], [found[rank].text for rank in ranks[1:4]]
        filled = [] if self.evidence.has_private else self._filled(text, start, best)
        if filled or (not self.evidence.has_private and self._is_short(best, text)):
            rivals, margin = [*filled, *rivals], 0.0
        return Choice(best, tuple(rivals[:3]), margin, scores[ranks[0]] - as_it_is)

    def _is_short(self, reading: Reading, text: str) -> bool:
        """Whether a reading looks as if characters were dropped from it.

        It has some that stand nowhere else on the page and that its script does not have, or the paragraph has no last mark.
        """
        new = {char for char in reading.text[1:] if char not in self.evidence.page}
        if any(not USUAL.match(char) for char in new) or len(self._usable(iter(new))) < len(new):
            return True
        return reading.cut and behind(text, reading.end) == "\n" and HAN.match(reading.text[-1]) is not None

    def _scores(self, text: str, start: int, options: list[tuple[str, str]]) -> list[float]:
        """Return how likely (nats) each option is between what stands before ``start`` and what follows it."""
        left, long_left = before(text, start), text[max(0, start - MAX_RUN) : start]
        scores = self.evidence.score([left + one + right for one, right in options])
        stop = stop_gain(long_left.translate(WIDE))
        return [
            score - UNPAIRED * unpaired(long_left + one, right == "\n") + stop * (one[:1] == "。")
            for (one, right), score in zip(options, scores, strict=True)
        ]

    def _filled(self, text: str, start: int, reading: Reading) -> list[str]:
        """Return readings with two characters where one may be halves of both: dumps drop private-use characters."""
        left, right = before(text, start)[-3:], behind(text, reading.end)[:3]
        whole = left + reading.text + right
        windows = [whole[len(left) + place - 2 : len(left) + place + 3] for place in range(len(reading.text))][
            :MAX_LOOK
        ]
        costs = self.evidence.neighbours(windows)
        options = [
            (place, pair)
            for place in range(1, len(windows))
            if costs[place] < ORDINARY_COST
            for pair in self._halves(reading.text[place])
        ]
        scores = self.evidence.neighbours([windows[place][:2] + pair + windows[place][3:] for place, pair in options])
        gains = sorted(
            ((score - costs[place], place, pair) for (place, pair), score in zip(options, scores, strict=True)),
            reverse=True,
        )
        return [
            reading.text[:place] + pair + reading.text[place + 1 :] for gain, place, pair in gains[:2] if gain > -WHOLE
        ]

    def _halves(self, char: str) -> list[str]:
        """Return the pairs of characters whose outer bytes are those of ``char``, with a private-use one between."""
        code = pair_code(char)
        if not code:
            return []
        ones = self._common((byte, bytes([code[0], byte])) for byte in FIRST_BYTES)
        others = self._common((byte, bytes([byte, code[1]])) for byte in FIRST_BYTES)
        return [one + other for first, one in ones for second, other in others if is_private(first, second)]
