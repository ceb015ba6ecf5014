"""Text that was decoded with the wrong encoding, read again.

* UTF-8 read as GBK: 鑳朵笢 is 胶东;
* UTF-8, GBK or Big5 read as Latin-1 or Windows-1252: ½º¶« is 胶东; also twice over.

A stretch is read again only where its bytes are valid in the other encoding and the text they give is much likelier.
"""

import re
from collections.abc import Iterator
from itertools import product

from .evidence import Change, Evidence
from .likelihood import MARK_COSTS

# Windows-1252 as browsers read it: bytes it does not define stand for themselves.
WINDOWS = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
LATIN = "".join(WINDOWS)
# From the first high character to the last one; a second byte can be an ASCII letter. Chinese stands outside.
LATIN_RUN = re.compile(
    f"[{re.escape(LATIN)}\u0080-\u009f](?:[\u0020-\u007e{re.escape(LATIN)}\u0080-\u009f]*[{re.escape(LATIN)}\u0080-\u009f@-~])?"
)
# First bytes as letters: all such text has them. Quotation marks of Chinese are among the characters of Windows-1252 too.
LETTERS_OF_LATIN = frozenset(map(chr, range(0xC0, 0x100)))
MANY_LATIN = re.compile(f"(?:[{re.escape(LATIN)}\u0080-\u009f][@-~]?){{4}}")
# What the first two bytes of a character of UTF-8 look like as GBK: every third character of such text.
GBK_OF_UTF8 = frozenset(
    bytes([a, b]).decode("gb18030") for a in range(0xE4, 0xEA) for b in range(0x80, 0xC0) if b != 0x7F
)
# Text in which none of these stands was not misread.
MISREAD = LETTERS_OF_LATIN | GBK_OF_UTF8
# A run of two-byte codes. A byte that was left over became ? or U+FFFD.
GBK_RUN = re.compile("(?:[^\u0000-\u007f\n\ufffd][?\ufffd]{0,2})+")
HAN = re.compile("[㐀-鿿]")
# Fewer characters can be an accident; a reading must be so much likelier, nats for each of its characters.
MIN_CHARS, MIN_GAIN, MIN_SHARE = 3, 4.0, 0.2
ENCODINGS = ("utf-8", "gb18030", "big5hkscs")
# Last bytes of a character of UTF-8; how far is looked to choose one that was lost, and how clear the choice must be.
CONTINUATION, CONTEXT, MIN_MARGIN = range(0x80, 0xC0), 8, 1.0
# Text that was misread more often than this is lost.
MAX_ROUNDS = 3


def read_again(text: str, evidence: Evidence) -> Iterator[Change]:
    """Yield the stretches that were decoded wrongly, as what they should be."""
    found = list(_from_latin(text)) if not LETTERS_OF_LATIN.isdisjoint(text) and MANY_LATIN.search(text) else []
    if not found and sum(map(GBK_OF_UTF8.__contains__, text)) >= max(2, MIN_SHARE * len(HAN.findall(text))):
        found = list(_from_gbk(text, evidence))
    read = [
        (start, end, _likeliest(text[start:end], options, evidence))
        for start, end, options in found
        if not evidence.is_quoted(text, start, end)
    ]
    # Beside a stretch that was surely misread, short ones were too.
    sure = any(after is not None and len(after) >= MIN_CHARS for _, _, after in read)
    for start, end, after in read:
        if sure and after is not None:
            yield Change(start, end, after)


def _likeliest(text: str, options: list[str], evidence: Evidence) -> str | None:
    options = [option for option in options if HAN.search(option)]
    if not options:
        return None
    score, *scores = evidence.language.score([text, *options])
    best = max(range(len(options)), key=lambda index: scores[index] / len(options[index]))
    return options[best] if scores[best] - score > MIN_GAIN * len(options[best]) else None


def _from_latin(text: str) -> Iterator[tuple[int, int, list[str]]]:
    for match in LATIN_RUN.finditer(text):
        # A row of no-break spaces is two bytes A0 as well.
        if len({char for char in match[0] if char > "\x7f"}) < MIN_CHARS:
            continue
        options = _readings_of_latin(match[0])
        if options:
            yield match.start(), match.end(), options


def _readings_of_latin(text: str, rounds: int = MAX_ROUNDS) -> list[str]:
    data = bytes(WINDOWS.get(char, ord(char)) for char in text)
    options = []
    for encoding in ENCODINGS:
        try:
            read = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Text that was encoded twice is Latin again.
        twice = (
            _readings_of_latin(read, rounds - 1) if rounds > 1 and MANY_LATIN.search(read) and _is_latin(read) else []
        )
        options += twice or [read]
    return options


def _is_latin(text: str) -> bool:
    return all(char < "\x80" or char in WINDOWS or "\x80" <= char < "\xa0" for char in text)


def _from_gbk(text: str, evidence: Evidence) -> Iterator[tuple[int, int, list[str]]]:
    done = ""
    end = 0
    for match in GBK_RUN.finditer(text):
        done += text[end : match.start()]
        end = match.end()
        data = bytearray()
        lost: list[int] = []
        for char in match[0]:
            if char in "?\ufffd":
                lost.append(len(data))
                data.append(CONTINUATION[0])
            else:
                # The byte 80 is the euro sign of Windows' GBK.
                data += b"\x80" if char == "€" else char.encode("gb18030")
        try:
            read = data.decode("utf-8")
        except UnicodeDecodeError:
            done += match[0]
            continue
        for index, char in enumerate(read):
            place = len(read[:index].encode())
            unknown = {one - place for one in lost if place <= one < place + len(char.encode())}
            if unknown:
                # What stands before has been read again by now, and tells more than the damage.
                guess = _guess(done[-CONTEXT:] + read[:index], char, read[index + 1 :], unknown, evidence)
                read = read[:index] + guess + read[index + 1 :]
        done += read
        yield match.start(), match.end(), [read]


def _guess(before: str, char: str, after: str, lost: set[int], evidence: Evidence) -> str:
    """Return the likeliest character of which the bytes at ``lost`` are not known; U+FFFD where none is clear."""
    known = char.encode()
    choices = [CONTINUATION if place in lost else known[place : place + 1] for place in range(len(known))]
    options = [one for code in product(*choices) if (one := bytes(code).decode("utf-8", "ignore"))]
    options = [one for one in options if one in evidence.language.likelihood.words or one in MARK_COSTS]
    scores = evidence.language.score([before[-CONTEXT:] + one + after[:CONTEXT] for one in options])
    ranks = sorted(range(len(options)), key=lambda rank: -scores[rank])
    clear = len(ranks) == 1 or (ranks and scores[ranks[0]] - scores[ranks[1]] >= MIN_MARGIN)
    return options[ranks[0]] if clear else "\ufffd"
