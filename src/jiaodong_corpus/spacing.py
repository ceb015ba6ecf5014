"""Spaces that tear words, taken out."""

import re
from collections.abc import Iterator

from .evidence import Change, Evidence

HAN = re.compile("[㐀-䶿一-鿿]")
SPACED = re.compile("[㐀-鿿] [㐀-鿿]")
GAP = re.compile("(?<=[㐀-䶿一-鿿])(?P<space> )(?=[㐀-䶿一-鿿])")
# Space before a mark that leans on what is before it, and behind an opening one.
BESIDE_MARK = re.compile("(?<=[㐀-䶿一-鿿0-9%]) +(?=[，。、；：！？”》）])|(?<=[“《（]) +(?=[㐀-䶿一-鿿0-9])")
# A name of two characters, set as wide as one of three: 何 旭.
ONE_NAME = "(?:[㐀-鿿]{2,3}|[㐀-鿿] [㐀-鿿])"
NAME = re.compile(
    "(?:记者|記者|通讯员|通訊員|作者|撰文|摄影|攝影|编辑|編輯|责编|責編|主编|实习生)[:： ]?"
    f"(?P<names>{ONE_NAME}(?:[ 、,，]{ONE_NAME})*)(?![㐀-鿿])"
)
SPACED_NAME = re.compile("(?<![㐀-鿿])(?P<first>[㐀-鿿]) (?P<second>[㐀-鿿])(?![㐀-鿿])")
MARK_BESIDE = re.compile(" [，。、；：！？”》）]|[“《（] ")
# Running text; elsewhere a space sets things apart.
PAUSE, LONG_RUN = re.compile("[，。,]"), re.compile("[㐀-鿿，,]{40}")
# By how many nats the whole word must beat its parts, and how much text to each side is looked at.
MIN_GAIN, CONTEXT = 2.0, 4


def close_gaps(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop spaces inside words and names, and beside marks, where the text runs on."""
    if " " not in text:
        return
    spaced, beside = SPACED.search(text), MARK_BESIDE.search(text)
    places = set(_in_names(text)) if spaced else set()
    if (spaced or beside) and _runs_on(text):
        places |= set(_in_words(text, evidence))
        places |= {place for match in BESIDE_MARK.finditer(text) for place in range(*match.span())}
    for place in sorted(places):
        yield Change(place, place + 1, "")


def _runs_on(text: str) -> bool:
    """Whether a text has a pause and behind it a stop, or a long stretch without either."""
    pause = PAUSE.search(text)
    stopped = pause is not None and max(map(text.rfind, "。；！？")) > pause.start()
    return stopped or LONG_RUN.search(text) is not None


def _in_names(text: str) -> Iterator[int]:
    for match in NAME.finditer(text):
        for name in SPACED_NAME.finditer(match["names"]):
            yield match.start("names") + name.start("second") - 1


def _in_words(text: str, evidence: Evidence) -> Iterator[int]:
    found = [match.start() for match in GAP.finditer(text)]
    if not found:
        return
    pairs = []
    for place in found:
        left, right = (
            text[max(0, place - CONTEXT) : place].rsplit(" ", maxsplit=1)[-1],
            text[place + 1 : place + 1 + CONTEXT].split(" ", maxsplit=1)[0],
        )
        pairs.append((left, right))
    language = evidence.language
    hans = language.to_hans("\n".join(f"{left}\n{right}" for left, right in pairs)).split("\n")
    for place, left, right in zip(found, hans[::2], hans[1::2], strict=True):
        crosses = any(start < len(left) < start + len(word) for start, word, _ in language.likelihood.cut(left + right))
        apart = language.likelihood.of(left) + language.likelihood.of(right)
        if crosses and language.likelihood.of(left + right) - apart > MIN_GAIN:
            yield place
