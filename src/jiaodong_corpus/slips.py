"""Byte slips, put back where one reading is clearly the likeliest, and flagged where none is."""

import re
from collections.abc import Iterator

from .evidence import Change, Evidence
from .gbk import FIRST_BYTES, decode, pair_code
from .inserts import LOST_BEFORE_LABEL, restore_spaces
from .model import Doubt
from .readings import strip_tone
from .slip_ends import EATEN
from .slip_reader import Choice, SlipReader

# `?` and what has the first byte A3: a full-width form, the half-width one that a dump made of it, or a private-use
# character. Three marks in a row are an outcry.
# Where the dump dropped private-use characters, an ideograph of the run itself.
LOST_BYTE = re.compile(r"(?<!\?)[?\ufffd](?!\?\?)(?:(?=(?P<mark>[！-～!-~\ue5c5-\ue5e5]))|(?=[^\x00-\x7f\n]))")
SYLLABLE = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹɡ]{1,6}"
# The rest of a reading whose bracket went with the byte.
PUSHED_IN = re.compile(rf"(?<=[㐀-鿿豈-﫿])\?(?P<syllable>{SYLLABLE})\s?\)")
# Readings behind both bytes of a character, the first of them that of what the slip read (日?qǐng)?bào) is 日報).
PUSHED_APART = re.compile(rf"\?{SYLLABLE}\s?\)\?(?P<syllable>{SYLLABLE})\s?\)")
# First bytes of the characters whose second byte is A3: 。 before all, and some 90 ideographs.
A3_LEADS = tuple(
    lead for lead in FIRST_BYTES if (char := decode(bytes([lead, 0xA3]))) and (char == "。" or "一" <= char <= "鿿")
)
# By how many nats a reading must beat all others together, and the text as it stands; more where its last character is
# guessed in the midst of a paragraph, where many can stand. Measured: tests/bench_repair.py.
MIN_MARGIN, MIN_MARGIN_CUT, MIN_GAIN, MIN_DOUBT = 3.0, 4.0, 3.0, 0.0
# No text is as unlikely as this (nats a character). What follows a slip: ideographs, to an ASCII character or for a while.
GARBLED, SHOWN = -8.5, 7
HAN = re.compile("[㐀-鿿]")
RUN = re.compile(r"[^\x00-\x7f\n]{1,7}[@-~](?![@-Za-z])|[^\x00-\x7f\n]{7}|[^\x00-\x7f\n]{2,6}(?=[?\ufffd\n]|$)")
# Two marks behind no word that asks, or letters that go on as Chinese.
ODD = re.compile(
    r"(?<=[㐀-鿿])(?<![嗎呢吧麼么何誰哪幾])(?:\?\?(?=[㐀-鿿0-9])|[?\ufffd](?=[A-Za-z]{1,4}[㐀-鿿，,]|[㐀-鿿⺀-⻿]\??[A-Za-z0-9]))"
)
# A block with more places than this is a ruin, or none of them is a slip; reading on would cost more than it gives.
MAX_TRIES = 40
# Two missing bytes are searched among thousands of pairs, and never surely found: no more often than this in a block.
MAX_GUESSES = 6


def undo_pushed_in(text: str, evidence: Evidence) -> Iterator[Change | Doubt]:
    """Undo slips that a reading caused by being pushed between the bytes of a text."""
    done = 0
    for count, match in enumerate(PUSHED_IN.finditer(text)):
        if match.start() < done or count >= MAX_TRIES or evidence.is_quoted(text, *match.span()):
            continue
        last_byte = pair_code(text[match.start() - 1])[1:]
        syllable = strip_tone(match["syllable"])
        leads = [
            lead
            for lead in FIRST_BYTES
            if last_byte and (char := decode(last_byte + bytes([lead])))
            if syllable in evidence.language.readings.toneless(char)
        ]
        apart = PUSHED_APART.match(text, match.start())
        if apart:
            yield from _pushed_apart(text, apart, leads, evidence)
            done = apart.end()
            continue
        choice = SlipReader(evidence).read(text, match.start(), match.end(), leads) if leads else None
        change = _judge(text, match.start(), choice)
        if change is not None:
            yield change
            done = change.end if isinstance(change, Change) else match.end()


def _pushed_apart(text: str, apart: re.Match[str], leads: list[int], evidence: Evidence) -> Iterator[Change | Doubt]:
    """Yield the change to the character that has one of some first bytes and the second reading; a doubt where several fit."""
    syllable = strip_tone(apart["syllable"])
    found = [
        char
        for lead in leads
        for trail in range(0x40, 0xFF)
        if (char := decode(bytes([lead, trail]))) and syllable in evidence.language.readings.toneless(char)
    ]
    if not found:
        return
    start, end = apart.span()
    before, behind = text[max(0, start - 2) : start].rjust(2, "。"), text[end : end + 2]
    scores = evidence.neighbours([f"{before}{char}{behind}" for char in found])
    ranked = sorted(zip(scores, found, strict=True), reverse=True)
    # The only one that fits needs no margin.
    margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else MIN_MARGIN
    if margin >= MIN_MARGIN:
        yield Change(start, end, ranked[0][1], round(margin, 2))
    else:
        yield Doubt("slip_unrepaired", start, f"{text[start:end]} → {' | '.join(char for _, char in ranked[:3])}")


def undo_lost_byte(text: str, evidence: Evidence) -> Iterator[Change | Doubt]:
    """Undo slips where the first byte of a character with the second byte A3 was lost."""
    # Bytes were lost where scrapers put Traditional characters into bytes of Simplified text; a page that is Simplified still
    # never went that way, and a ?? on it is a mark or a lost picture.
    if evidence.is_hans or evidence.is_ruin:
        return
    done = guesses = 0
    # 2022-11-24?點擊: stood behind a space.
    spaces = {place for label in LOST_BEFORE_LABEL.finditer(text) for place in range(*label.span())}
    for count, match in enumerate(LOST_BYTE.finditer(text)):
        start, marked = match.start(), match["mark"] is not None
        if start < done or start in spaces or count >= MAX_TRIES or evidence.is_quoted(text, start, start + 2):
            continue
        choice = SlipReader(evidence).read(text, start, start + 1, A3_LEADS) if marked else None
        if guesses < MAX_GUESSES and _may_lack_more(text, start, marked, choice, evidence):
            guesses += 1
            guess = SlipReader(evidence).read_without_first(text, start, A3_LEADS)
            choice = max((one for one in (choice, guess) if one), key=lambda one: one.gain, default=None)
        change = _judge(text, start, choice)
        change = change or _garbled(text, start, evidence) or _odd(text, start, evidence)
        if change is not None:
            yield change
            done = change.end if isinstance(change, Change) else start + 1


def _may_lack_more(text: str, start: int, marked: bool, choice: Choice | None, evidence: Evidence) -> bool:
    """Whether the character behind a ``?`` may have been dropped with it."""
    if (choice and choice.gain >= MIN_GAIN) or evidence.has_private or not evidence.is_hant:
        return False
    return marked or _is_garbled(text, start, evidence)


def _garbled(text: str, start: int, evidence: Evidence) -> Doubt | None:
    """Return a doubt where no bytes can be made of what follows a ``?``, and it is no text either."""
    if not evidence.is_hant or not _is_garbled(text, start if HAN.match(text, start + 1) else start + 1, evidence):
        return None
    return Doubt("slip_unrepaired", start, f"{text[start : start + 2 + SHOWN]}…")


def _odd(text: str, start: int, evidence: Evidence) -> Doubt | None:
    """Return a doubt where marks or letters stand as no text has them, in the midst of a sentence: ??人, ?Kf，."""
    if not evidence.is_hant or not ODD.match(text, start):
        return None
    if any(one.start == start for one in restore_spaces(text, evidence)):
        return None
    return Doubt("slip_unrepaired", start, f"{text[start : start + 2 + SHOWN]}…")


def _is_garbled(text: str, start: int, evidence: Evidence) -> bool:
    """Whether what follows a ``?``, up to where a slip could end, is no text."""
    shown = RUN.match(text, start + 1)
    if shown is None:
        return False
    if len(shown[0]) == SHOWN:
        # A word can begin before it: what the first two characters cost tells nothing.
        return evidence.neighbours([shown[0]])[0] < GARBLED * (SHOWN - 2)
    return evidence.neighbours([f"??{shown[0]}"])[0] < GARBLED * len(shown[0])


def _judge(text: str, start: int, choice: Choice | None) -> Change | Doubt | None:
    """Return the change that a choice asks for, a doubt where it is not certain, or nothing where no damage shows."""
    if choice is None or choice.gain < MIN_DOUBT:
        return None
    end, after = choice.reading.end, choice.reading.text
    eaten = EATEN.match(text, end) if choice.reading.cut else None
    at_end = eaten is not None or text[end : end + 1] in ("", "<")
    if choice.gain >= MIN_GAIN and choice.margin >= (
        MIN_MARGIN_CUT if choice.reading.cut and not at_end else MIN_MARGIN
    ):
        if eaten and eaten["entity"]:
            after += "&"
        elif eaten:
            end = eaten.end()
        return Change(start, end, after, round(choice.margin, 2))
    doubt = f"{text[start:end]} → {' | '.join((after, *choice.rivals)[:3])}"
    return Doubt("slip_unrepaired", start, doubt)
