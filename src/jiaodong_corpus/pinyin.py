"""Readings that a scraper pushed behind characters, taken out again.

Copying machines put the reading behind Traditional characters, to make the copy differ from its source: 建設(shè),
創(chuàng )新, 國(guo)(guo), and in Simplified text word by word with the toned vowels lost: 发展(fzhn). A gloss that an
author wrote stands behind a rare character (莒(jǔ)县), or in a text that speaks of how a word is read; it stays.
"""

import re
from collections.abc import Iterator

from .evidence import Change, Evidence
from .readings import strip_tone

LETTERS = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹɡ]"
# Without this there is no reading in brackets, and the patterns need not be tried at every character.
OPENED = re.compile(rf"[(（]\s*{LETTERS}")
READING = re.compile(
    rf"(?<=[㐀-鿿豈-﫿])(?:\s?[(（]\s?(?P<syllable>{LETTERS}{{1,6}})\s?[)）])(?P<more>(?:[(（](?P=syllable)\s?[)）])*)"
)
CUT_OFF = re.compile(rf"(?<=[㐀-鿿豈-﫿])[(（](?P<syllable>{LETTERS}{{1,6}})$")
WORD = re.compile(r"(?P<word>[㐀-鿿]{2,8})[(（](?P<letters>[a-z ]{2,40})[)）]")
# From so many readings behind characters that only Traditional text has, all readings of the page are the scraper's.
MANY = 3


def drop_readings(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop toned or toneless readings behind single characters, repeated ones and one that the page's end cut off."""
    if not OPENED.search(text):
        return
    for pattern in (READING, CUT_OFF):
        for match in pattern.finditer(text):
            char = text[match.start() - 1]
            if _is_injected(char, match, evidence) and not evidence.is_quoted(text, *match.span()):
                yield Change(match.start(), match.end(), "")


def _is_injected(char: str, match: re.Match[str], evidence: Evidence) -> bool:
    syllable = strip_tone(match["syllable"])
    readings = evidence.language.readings.toneless(char)
    cut_off = match.re is CUT_OFF
    fits = any(reading.startswith(syllable) if cut_off else reading == syllable for reading in readings)
    if not fits:
        return False
    if evidence.injected_readings >= MANY or (not cut_off and match["more"]):
        return True
    return char in evidence.language.hant_only and evidence.language.is_common(char) and not evidence.about_reading


def drop_bare_readings(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop the reading of a word whose toned vowels were lost."""
    if not OPENED.search(text):
        return
    for match in WORD.finditer(text):
        letters = match["letters"].replace(" ", "")
        if _spells(match["word"], letters, evidence) and not evidence.is_quoted(text, *match.span()):
            yield Change(match.end("word"), match.end(), "")


def _spells(word: str, letters: str, evidence: Evidence) -> bool:
    """Whether letters are the readings of the last characters of a word, without their toned vowels.

    Initials alone (fb for 发布) are an abbreviation, and that is an author's.
    """
    if strip_tone(letters) != letters:
        return False
    ends = {(0, True)}
    for length, char in enumerate(reversed(word), 1):
        ends = {
            (end + len(bare), initials and len(bare) <= 1)
            for end, initials in ends
            for bare in evidence.language.readings.bare(char)
            if letters.endswith(bare, 0, len(letters) - end)
        }
        if length >= 2 and (len(letters), False) in ends:
            return True
    return False
