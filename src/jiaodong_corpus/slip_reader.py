"""Byte slips: GBK text that was read one byte off, put back.

Scrapers that push readings between the bytes of a text cut characters in two. What is behind the cut is then read one
byte off, until a character with an ASCII second byte sets it right. One byte of the cut character is gone; all others
are there, some of them as private-use characters:

* ``?`` and a full-width mark: the first byte of a character became ``?``, its second byte is A3 (出??冢z東, where
  private-use U+E0DF stands before the z, is 出海口，膠東);
* ``?syl)``: a reading was pushed into a character, and its first byte went with the bracket (駛?cè)胄郯 is 駛入雄安).

The bytes are taken again, the missing one is searched, and the likeliest text is chosen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from .evidence import Evidence, Language
from .gbk import FIRST_BYTES, decode, is_dropped, pair_code
from .slip_runs import MAX_RUN, find_runs

HAN = re.compile("[㐀-䶿一-鿿]")
HAN_PAIR = re.compile("[㐀-䶿一-鿿]{2}")
# Nothing else is found in running text; a reading that has more in it is one byte short.
ORDINARY = re.compile("[一-鿿，。、；：？！“”‘’《》〈〉（）【】「」『』—…·％]*")
WIDE = {ord(mark): ord(mark) + 0xFEE0 for mark in ",:;?!()"}
QUOTES = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", "】": "【", "〉": "〈"}
# What a lost last byte took with it: the < of a tag, the & of an entity.
EATEN = re.compile(
    r"(?P<tag>/?(?:p|br|strong|span|div|b|a|font|section|em)\s?/?>)|(?P<entity>(?:[lr][ds]quo|nbsp|hellip|mdash);)"
)
# How much text to both sides is looked at, how many of the likeliest characters at each end are tried together, at how many
# places a run may end, and how long a tag is.
CONTEXT, KEPT, MAX_ENDS, MAX_TAG = 8, 6, 8, 40
# What a pair of characters gains that the page has elsewhere (nats).
ECHO = 2.5
# A word of one character that is as rare as this (log share) can be halves of two, with the bytes between them dropped; one
# as rare as that is taken for such, unless a name begins there.
DOUBTFUL, RARE = -8.5, -10.5
# By how many nats two characters must beat one to cast doubt on it, and to stand in its place.
MIN_APART, SURE_APART, NO_GAP = 2.0, 15.0, 99.0
# Log share of a character as a word, above which it is common.
FREQUENT = -9.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stretch up to ``end`` may have been; its last character is guessed where its last byte was ``cut``."""

    end: int
    text: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest reading of a slip.

    ``rivals`` are the next ones. ``margin`` is by how many nats it beats the first of them, ``gain`` by how many the text
    as it stands. ``gap_margin`` is that of characters that were put where two bytes are missing.
    """

    reading: Reading
    rivals: tuple[str, ...]
    margin: float
    gain: float
    gap_margin: float


@dataclass(frozen=True, slots=True)
class Gap:
    """What fills gaps, and by how many nats it beats the next likeliest filling."""

    text: str
    margin: float


@dataclass(frozen=True)
class SlipReader:
    """Reads the slips of a page by what is known of the language and by what else stands on the page."""

    evidence: Evidence

    def read(self, text: str, start: int, place: int, leads: Sequence[int]) -> Choice | None:
        """Return the likeliest reading of ``text[start:]``; its bytes begin with one of ``leads`` and go on at ``place``.

        None where the bytes make no text.
        """
        found = list(self._readings(text, start, place, leads))
        if not found:
            return None
        far = max(reading.end for reading in found)
        left, right = text[max(0, start - CONTEXT) : start], text[far : far + CONTEXT]
        scores = self._score(
            [left + one.text + text[one.end : far] + right for one in found] + [left + text[start:far] + right]
        )
        as_it_is = scores.pop()
        scores = [one + self._echo(left, reading.text) for one, reading in zip(scores, found, strict=True)]
        ranks = sorted(range(len(found)), key=lambda index: -scores[index])
        best = found[ranks[0]]
        second = scores[ranks[1]] if len(ranks) > 1 else as_it_is
        gap = self._without_gaps(left, best, text[best.end : best.end + CONTEXT])
        return Choice(
            replace(best, text=gap.text),
            tuple(found[rank].text for rank in ranks[1:4]),
            scores[ranks[0]] - second,
            scores[ranks[0]] - as_it_is,
            gap.margin,
        )

    def _score(self, texts: Sequence[str]) -> list[float]:
        """Return the log probability of each text, in nats."""
        return self.evidence.language.score([text.translate(WIDE) for text in texts])

    def _readings(self, text: str, start: int, place: int, leads: Sequence[int]) -> Iterator[Reading]:
        left, page = text[max(0, start - CONTEXT) : start], self.evidence.page
        before = text[max(0, start - MAX_RUN) : start]
        for run in islice(find_runs(text, place), MAX_ENDS):
            if not run.data:
                # All that is left of the character is its first byte.
                if place > start + 1:
                    tails = [
                        char for lead in leads for char in _tails(before, text[run.end : run.end + MAX_TAG], lead, page)
                    ]
                    yield from (Reading(run.end, tail, cut=True) for tail in tails)
                continue
            heads = [char for lead in leads if (char := decode(bytes([lead, run.data[0]])))]
            middle = decode(run.data[1:-1] if run.cut else run.data[1:])
            if middle is None or not heads:
                continue
            right = text[run.end : run.end + CONTEXT]
            tails = _tails(before + middle, text[run.end : run.end + MAX_TAG], run.data[-1], page) if run.cut else [""]
            if not tails:
                continue
            # Behind a short middle, the head has to suit the tail.
            afters = [(middle + tail + right)[:CONTEXT] for tail in (tails[:KEPT] if len(middle) < 2 else tails[:1])]
            scores = self._score([left + head + after for head in heads for after in afters])
            highest = [max(scores[place : place + len(afters)]) for place in range(0, len(scores), len(afters))]
            echoes = [self._echo(left, head + afters[0]) for head in heads]
            heads = _best(heads, [sum(pair) for pair in zip(highest, echoes, strict=True)])
            if run.cut:
                shown = (left + heads[0] + middle)[-CONTEXT:]
                tails = _best(tails, self._score([shown + tail + right for tail in tails]))
            yield from (Reading(run.end, head + middle + tail, run.cut) for head in heads for tail in tails)

    def _echo(self, left: str, reading: str) -> float:
        pairs = (left[-1:] + reading[:1], reading[:2])
        return sum(ECHO for pair in pairs if HAN_PAIR.fullmatch(pair) and pair in self.evidence.pairs)

    def _without_gaps(self, left: str, reading: Reading, right: str) -> Gap:
        """Look for characters of a reading that are halves of two: dumps drop private-use characters.

        Returns the reading with the likeliest two put there, and by how much these are likelier than the next two.
        """
        text, margin = reading.text, NO_GAP
        if self.evidence.has_private:
            # This dump dropped none.
            return Gap(text, NO_GAP)
        if not ORDINARY.fullmatch(text[1:]):
            return Gap(text, 0.0)
        language = self.evidence.language
        around = left + text + right
        if not language.hant_only.isdisjoint(around) and not language.hans_only.isdisjoint(text[1:]):
            # Halves of two Traditional characters often make a Simplified one.
            return Gap(text, 0.0)
        for start, word, cost in language.likelihood.cut(language.to_hans(around.translate(WIDE))):
            place = start - len(left)
            if len(word) > 1 or not 1 <= place < len(text) or cost > DOUBTFUL or not HAN.match(word):
                continue
            gap = self._apart((left + text[:place])[-CONTEXT:], text[place:] + right)
            if gap is not None:
                text, margin = text[:place] + gap.text + text[place + 1 :], min(margin, gap.margin)
            elif cost < RARE and language.surnames.isdisjoint(around[max(0, start - 2) : start + 1]):
                # Nobody's name, and no word that is worth a character of its own.
                margin = 0.0
        return Gap(text, margin)

    def _apart(self, left: str, rest: str) -> Gap | None:
        """Return the likeliest two characters that the first of ``rest`` is halves of; None where it is likelier whole."""
        first, second = pair_code(rest[0])
        right = rest[1 : 1 + CONTEXT]
        ones = [char for byte in FIRST_BYTES if ORDINARY.fullmatch(char := decode(bytes([first, byte])) or "?")]
        others = [char for byte in FIRST_BYTES if ORDINARY.fullmatch(char := decode(bytes([byte, second])) or "?")]
        pairs = [one + other for one in ones for other in others if is_dropped(one, other)]
        if not pairs:
            return None
        language = self.evidence.language
        known = language.likelihood.words
        hans = language.to_hans("\n".join(pairs)).split("\n")
        # Two characters of no word are looked at too, but only the common ones.
        pairs = [pair for pair, word in zip(pairs, hans, strict=True) if word in known or _is_common(word, language)]
        if not pairs:
            return None
        whole, *scores = self._score([left + rest[0] + right] + [left + pair + right for pair in pairs])
        ranks = sorted(range(len(pairs)), key=lambda index: -scores[index])
        if scores[ranks[0]] < whole + MIN_APART:
            return None
        rival = scores[ranks[1]] if len(ranks) > 1 else whole
        sure = scores[ranks[0]] > whole + SURE_APART
        return Gap(pairs[ranks[0]], scores[ranks[0]] - rival if sure else 0.0)


def _is_common(word: str, language: Language) -> bool:
    return all(language.likelihood.words.get(char, -99.0) > FREQUENT for char in word)


def _best(options: Sequence[str], scores: Sequence[float]) -> list[str]:
    ranks = sorted(range(len(options)), key=lambda index: -scores[index])
    return [options[rank] for rank in ranks[:KEPT]]


def _tails(before: str, after: str, lead: int, page: str) -> list[str]:
    """Return what the character may be whose second byte is lost."""
    at_end = not after or EATEN.match(after) is not None
    seconds: Iterable[int] = range(0x80, 0xFF)
    if after and after[0] > "\x7f":
        # Only the byte 80 is no half of a character with the byte behind it, whatever that is.
        seconds = (0x80,)
    elif lead == 0xA3:
        seconds = (ord(mark) - ord("！") + 0xA1 for mark in ("；？！" if at_end else "，：；？！（）"))
    found = [char for second in seconds if (char := decode(bytes([lead, second])))]
    closing = [char for char in found if char in QUOTES and before.count(QUOTES[char]) > before.count(char)]
    if at_end and lead == 0xA1:
        if any(char not in "”’」』" for char in closing):
            return closing
        # A quotation of several paragraphs is opened in one and closed in another.
        return ["。", *(closing or [char for char in found if char in "”」" and QUOTES[char] in page])]
    return closing or [char for char in found if char not in QUOTES and char not in QUOTES.values()]
