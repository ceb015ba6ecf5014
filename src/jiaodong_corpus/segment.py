"""Sentences and words of an article's Simplified text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from .engine import Segmenter

BRACKETS = "）)》〉】]"
OPENING, CLOSING = "（(《〈【[「『“‘", "）)》〉】]」』”’"
# A mark inside an address (…/a.html?id=1) ends nothing.
END = re.compile(r"[。！？]+[!?]*|[!?]+(?![A-Za-z0-9=&/])|…{1,2}")
# After a closing quote the sentence goes on where its speaker follows (…。”朱磊说,), or a mark.
SPEAKER = re.compile(
    r"[^，。！？；：“”]{0,24}?(?:说|表示|介绍|指出|强调|认为|称|坦言|透露|告诉|谈到|谈起|提出|建议|解释|感慨|感叹|回忆|补充|问|答|道|写道|如是说|告诉记者)(?:[，。：；！？道]|$)"
)
SPACE = re.compile(r"\s*")
GOES_ON = re.compile(r"[，、；：,;:的了是这那]")
# Full-width letters and digits are cut as half-width ones are: the dictionary and the patterns of the segmenter know only those.
HALF_WIDTH_ALNUM = {
    code: code - 0xFEE0
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
    for code in range(first, last + 1)
}


@dataclass(frozen=True, slots=True)
class Segmented:
    """Sentences as half-open ranges of the text, and words that spell it, line ends included."""

    sentences: tuple[tuple[int, int], ...]
    tokens: tuple[str, ...]


def segment(hans: str, paragraphs: Iterable[tuple[int, int]], segmenter: Segmenter) -> Segmented:
    """Return sentences and words of ``hans``; ``paragraphs`` are its lines as half-open ranges.

    No sentence crosses a paragraph and no word crosses a sentence.
    """
    sentences: list[tuple[int, int]] = []
    tokens: list[str] = []
    for start, end in paragraphs:
        if start:
            tokens.append("\n")
        paragraph = hans[start:end]
        sentences += ((start + first, start + last) for first, last in split_sentences(paragraph))
        tokens += _words(paragraph, segmenter)
    return Segmented(tuple(sentences), tuple(tokens))


def split_sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph as half-open ranges that cover it without a gap.

    A sentence ends behind 。！？…… and the closing quotes and brackets that follow; not inside brackets, nor inside a
    quotation that the sentence goes on after.

    >>> text = "“好。很好！”他说，“走。”于是走了。"
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['“好。很好！”他说，“走。”', '于是走了。']

    """
    depths = _depths(paragraph)
    start = place = 0
    while (match := END.search(paragraph, place)) is not None:
        place = match.end()
        end = place
        while end < len(paragraph) and paragraph[end] in CLOSING:
            end += 1
        if _may_end(paragraph, depths, (start, place, end)):
            while end < len(paragraph) and paragraph[end] in " \u3000":
                end += 1
            yield start, end
            start = place = end
    if start < len(paragraph):
        yield start, len(paragraph)


def _may_end(paragraph: str, depths: list[int], places: tuple[int, int, int]) -> bool:
    start, mark_end, end = places
    if end >= len(paragraph):
        return True
    if depths[end] > depths[start]:
        return False
    if end > mark_end or paragraph[mark_end - 1] == "…":
        following = SPACE.match(paragraph, end)
        after = following.end() if following else end
        if GOES_ON.match(paragraph, after):
            return False
        # A title or a bracket with a mark in it is a part of its sentence, unless the bracket holds the whole of it.
        if paragraph[end - 1] in BRACKETS and paragraph[start] not in OPENING:
            return False
        if paragraph[end - 1] in "”’」』":
            return not SPEAKER.match(paragraph, after)
    return True


def _depths(paragraph: str) -> list[int]:
    """Return, for each place, how many quotes and brackets are open there that are closed later on.

    An opening mark that is never closed was lost or is a slip; it must not swallow the paragraph.
    """
    closed: set[int] = set()
    waiting: list[int] = []
    for place, char in enumerate(paragraph):
        if char in OPENING:
            waiting.append(place)
        elif char in CLOSING and waiting:
            closed.add(waiting.pop())
            closed.add(place)
    depths = [0]
    for place, char in enumerate(paragraph):
        change = (1 if char in OPENING else -1) if place in closed else 0
        depths.append(depths[-1] + change)
    return depths


def _words(paragraph: str, segmenter: Segmenter) -> list[str]:
    # The whole paragraph at once: a sentence ends at a mark, and no word goes over one.
    folded = paragraph.translate(HALF_WIDTH_ALNUM)
    words = list(segmenter.cut(folded))
    if folded != paragraph:
        ends = list(accumulate(map(len, words), initial=0))
        return [paragraph[start:end] for start, end in pairwise(ends)]
    return words
