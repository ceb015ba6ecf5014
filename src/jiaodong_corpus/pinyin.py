"""Readings that a scraper pushed behind characters, taken out again.

Copying machines put the reading behind Traditional characters, to make the copy differ from its source: 建設(shè),
創(chuàng )新, 國(guo)(guo), and in Simplified text word by word, 影响(yǐngxiǎng), or with the toned vowels lost:
发展(fzhn). A gloss that an author wrote stands behind a rare character (莒(jǔ)县), or in a text that speaks of how a word
is read; it stays.
"""

import re
from collections.abc import Callable, Iterator

from .evidence import Change, Evidence
from .readings import strip_tone

TONED = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ")
LETTERS = f"[a-züɡ{''.join(sorted(TONED))}]"
HAN = "[㐀-鿿豈-﫿]"
# A tone can be a digit behind the syllable (ying2); the space inside the bracket is a trace of the machine, and so are brackets
# of titles, and braces with the name of what they hold: 马鞍《ān》山, 都市{pinyin:shì}圈.
READING = re.compile(
    rf"(?<={HAN})\s?(?:(?P<odd>《|\{{(?:pinyin:)?|[(（]pinyin:)|[(（])(?P<before>\s?)(?P<syllable>{LETTERS}{{1,6}})[1-5]?"
    rf"(?P<behind>\s?)(?(odd)[》}})）]|[)）])(?P<more>(?:[(（](?P=syllable)\s?[)）])*)"
)
CUT_OFF = re.compile(rf"(?<={HAN})[(（](?P<syllable>{LETTERS}{{1,6}})$")
WORD = re.compile(r"(?P<word>[㐀-鿿]{2,8})[(（](?P<letters>[a-zü ]{2,40})[)）]")
TONED_WORD = re.compile(rf"(?P<word>[㐀-鿿]{{2,8}})[(（](?P<letters>{LETTERS}{{3,40}})[)）]")
OPENING = re.compile("[(（《{]")
# From so many readings that hardly an author wrote, all readings of the page are the scraper's. Those behind characters that both
# scripts have are what authors write, too; of them, two count as one, and only where they are what everybody would read.
MANY = 3
# Of readings of whole words it takes more; what stands in a row, in quotes or alone on a line an author glossed.
MANY_WORDS, LISTED = 5, re.compile(r"\s*(?:[、和与及“”\"'《》\n]|$)")
# They are looked for in the block and so many characters of its page; the whole page would be read again for each block.
PAGE_HEAD = 5000


def drop_readings(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop toned or toneless readings behind single characters, repeated ones and one that the page's end cut off."""
    if not OPENING.search(text):
        return
    found = [match for pattern in (READING, CUT_OFF) for match in pattern.finditer(text)]
    fitting = [match for match in found if _fits(text[match.start() - 1], match, evidence)]
    injected = bool(fitting) and _is_injected_page(text, evidence)
    worded = bool(fitting) and not injected and _has_toned_words(text, evidence)
    for match in fitting:
        common = worded and evidence.language.is_common(text[match.start() - 1])
        if (injected or common or _is_injected(text[match.start() - 1], match, evidence)) and not evidence.is_quoted(
            text, *match.span()
        ):
            yield Change(match.start(), match.end(), "")


def _is_injected(char: str, match: re.Match[str], evidence: Evidence) -> bool:
    if match.re is READING and _is_machine_made(match):
        return True
    return char in evidence.language.hant_only and evidence.language.is_common(char) and not evidence.about_reading


def _fits(char: str, match: re.Match[str], evidence: Evidence) -> bool:
    """Whether a syllable is a reading of a character, whatever its tone, or the beginning of one that was cut off."""
    bare = strip_tone(match["syllable"])
    readings = evidence.language.readings
    # The table has fewer readings of a form that only Traditional text has (沒: mò).
    known = readings.toneless(char) | readings.toneless(evidence.language.to_hans(char))
    # Some write lue, or lu, for lüe and lü.
    forms = {form for one in known for form in (one, one.replace("v", "u"))}
    return any(one.startswith(bare) if match.re is CUT_OFF else one == bare for one in forms)


def _is_machine_made(match: re.Match[str]) -> bool:
    """Whether a reading is written as nobody does: several times over, with a space in its brackets, or in odd ones."""
    return bool(match["more"] or match["before"] or match["behind"] or match["odd"])


def _is_injected_page(text: str, evidence: Evidence) -> bool:
    """Whether so many readings stand on the page that all are the scraper's."""
    if evidence.injected_readings >= MANY:
        return True
    language, page = evidence.language, f"{evidence.page[:PAGE_HEAD]}\n{text}"
    rare, common = set[str](), set[str]()
    for match in READING.finditer(page):
        char = page[match.start() - 1]
        if not language.is_common(char) or not _fits(char, match, evidence):
            continue
        if match["more"]:
            return True
        if char in language.hant_only or _is_machine_made(match):
            rare.add(char)
        elif strip_tone(match["syllable"]) == language.readings.usual(char):
            common.add(char)
    return len(rare) + len(common) // 2 >= MANY and not (evidence.about_reading and len(rare) < MANY)


def drop_word_readings(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop the readings of whole words, tones and all, on a page that has many."""
    if "(" not in text and "（" not in text:
        return
    found = [match for match in TONED_WORD.finditer(text) if _is_read(match, evidence)]
    if not found or not _has_toned_words(text, evidence):
        return
    for match in found:
        if not evidence.is_quoted(text, *match.span()):
            yield Change(match.end("word"), match.end(), "")


def _has_toned_words(text: str, evidence: Evidence) -> bool:
    """Whether so many words that nobody needs to be told how to read have their readings behind them.

    What an author glosses are names and words in a row, parted by marks.
    """
    if evidence.about_reading or not evidence.is_hans:
        return False
    seen: set[str] = set()
    for match in TONED_WORD.finditer(f"{evidence.page[:PAGE_HEAD]}\n{text}"):
        if (
            _is_read(match, evidence)
            and _is_easy(match["word"], evidence)
            and not LISTED.match(match.string, match.end())
        ):
            seen.add(match[0])
            # No further: each block of such a page asks.
            if len(seen) >= MANY_WORDS:
                return True
    return False


def _is_easy(word: str, evidence: Evidence) -> bool:
    return all(map(evidence.language.is_common, word))


def _is_read(match: re.Match[str], evidence: Evidence) -> bool:
    """Whether letters with tones are the readings of two or more characters at the end of the word before them."""
    bare = strip_tone(match["letters"])
    return bare != match["letters"] and _read_back(match["word"], bare, evidence.language.readings.toneless) is not None


def drop_bare_readings(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop the reading of a word whose toned vowels were lost.

    Initials alone (fb for 发布) are an abbreviation, and that is an author's, unless the page is full of such readings.
    """
    if "(" not in text and "（" not in text:
        return
    found = [(match, _spells(match["word"], match["letters"], evidence)) for match in WORD.finditer(text)]
    initials = any(spelled is False for _, spelled in found) and _is_bare_page(text, evidence)
    for match, spelled in found:
        if (spelled or (initials and spelled is False)) and not evidence.is_quoted(text, *match.span()):
            yield Change(match.end("word"), match.end(), "")


def _is_bare_page(text: str, evidence: Evidence) -> bool:
    page = f"{evidence.page[:PAGE_HEAD]}\n{text}"
    words = {match[0]: (match["word"], match["letters"]) for match in WORD.finditer(page)}
    return sum(bool(_spells(word, letters, evidence)) for word, letters in words.values()) >= MANY


def _spells(word: str, spaced: str, evidence: Evidence) -> bool | None:
    """Whether letters are the readings of the last characters of a word, without their toned vowels, and more than initials.

    None where they are something else.
    """
    letters = spaced.replace(" ", "")
    bare_letters = letters.replace("ü", "v")
    return _read_back(word, letters, evidence.language.readings.bare) if strip_tone(letters) == bare_letters else None


def _read_back(word: str, letters: str, readings: Callable[[str], frozenset[str]]) -> bool | None:
    """Whether letters read two or more characters at the end of a word, and are more than initials; None if they do not."""
    ends = {(0, True)}
    found: bool | None = None
    for length, char in enumerate(reversed(word), 1):
        ends = {
            (end + len(reading), initials and len(reading) <= 1)
            for end, initials in ends
            for reading in readings(char)
            if letters.endswith(reading, 0, len(letters) - end)
        }
        if length >= 2 and (len(letters), False) in ends:
            return True
        if length >= 2 and (len(letters), True) in ends:
            found = False
    return found
