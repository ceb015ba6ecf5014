"""Sentences and words of an article's Simplified text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from .engine import HALF_WIDTH_ALNUM, Segmenter

BRACKETS = "）)》〉】]"
PAIRED = re.compile("[（(《〈【[「『“‘）)》〉】\\]」』”’]")
FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")
OPENING, CLOSING = "（(《〈【[「『“‘", "）)》〉】]」』”’"
# A mark inside an address (…/a.html?id=1) ends nothing. The points of ASCII end a sentence behind Chinese only, and one
# before Chinese may part a name (迈克尔.乔丹).
END = re.compile(
    r"""
    [。！？]+[!?]* | [!?]+(?![A-Za-z0-9=&/]) | …+[。！？]*
    | (?<=[㐀-䶿一-鿿”’」』）》])(?: \.{3,} | \.(?=[\s”’」』）)]|$|(?P<unsure>[一-鿿“])) )
    """,
    re.VERBOSE,
)
# So long is a sentence before a point that may part a name, in a paragraph that has no 。
SURE = 12
# After a closing quote the sentence goes on where its speaker follows (…。”朱磊说,), or a mark.
SPEAKER = re.compile(
    r"[^，。！？；：“”]{0,24}?(?:说|表示|介绍|指出|强调|认为|称|坦言|透露|告诉|谈到|谈起|提出|建议|解释|感慨|感叹|回忆|补充|问|答|道|写道|如是说|告诉记者)(?:[，。：；！？道]|$)"
    r"|[^，。！？；：“”「」]{1,12}，[“「]"
)
# Quotations that follow one another without a word between are looked over up to this many.
QUOTES = 8
SPACE = re.compile(r"\s*")
GOES_ON = re.compile(
    r"[，、；：,;:。！？的了和]|等(?![到待])|与(?!会)|及(?!时)|之(?![前后])|是(?!的)|[这那][一个样种类些句番]|一[词语说句问]|中[的，]"
)


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
        ranges = list(split_sentences(paragraph))
        sentences += ((start + first, start + last) for first, last in ranges)
        tokens += _words(paragraph, segmenter, [last for _, last in ranges])
    return Segmented(tuple(sentences), tuple(tokens))


def split_sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph as half-open ranges that cover it without a gap.

    A sentence ends behind 。！？…… (and ``.`` ``...`` in their stead) and the closing quotes and brackets that follow; not
    inside brackets, nor inside a quotation that the sentence goes on after.

    >>> text = "“好。很好！”他说，“走。”于是走了。"
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['“好。很好！”他说，“走。”', '于是走了。']

    """
    depths, partners = _depths(paragraph)
    pointed = "。" not in paragraph
    start = place = 0
    while (match := END.search(paragraph, place)) is not None:
        place = match.end()
        end = place
        if match["unsure"] and (match.start() - start < SURE or not pointed):
            continue
        while end < len(paragraph) and paragraph[end] in CLOSING:
            end += 1
        if depths[end] <= depths[start] and _may_end(paragraph, partners, (start, place, end)):
            while end < len(paragraph) and paragraph[end] in " \u3000":
                end += 1
            yield start, end
            start = place = end
    if start < len(paragraph):
        yield start, len(paragraph)


def _may_end(paragraph: str, partners: dict[int, int], places: tuple[int, int, int]) -> bool:
    start, mark_end, end = places
    if end >= len(paragraph):
        return True
    if end > mark_end or paragraph[mark_end - 1] in "….":
        after = _skip_space(paragraph, end)
        if GOES_ON.match(paragraph, after):
            return False
        # A title or a bracket with a mark in it is a part of its sentence, unless the bracket holds the whole of it.
        if paragraph[end - 1] in BRACKETS and paragraph[start] not in "（(":
            return False
        if paragraph[end - 1] in "”’」』":
            # Who spoke is said once: in front of a quotation (他问：“谁去？”) or behind it.
            named = paragraph[max(0, partners.get(end - 1, 0) - 1)] == "："
            speaker = not named and SPEAKER.match(paragraph, after)
            return not speaker and not _goes_on_behind_quotes(paragraph, partners, after)
    return True


def _goes_on_behind_quotes(paragraph: str, partners: dict[int, int], place: int) -> bool:
    """Tell whether a sentence goes on behind quotations in a row: “加油！”“必胜！”的呼声."""
    for _ in range(QUOTES):
        if place not in partners or paragraph[place] not in "“‘「『":
            return False
        place = partners[place] + 1
        if GOES_ON.match(paragraph, place):
            return True
    return False


def _skip_space(paragraph: str, place: int) -> int:
    space = SPACE.match(paragraph, place)
    return space.end() if space else place


def _depths(paragraph: str) -> tuple[list[int], dict[int, int]]:
    """Return, for each place, how many quotes and brackets are open there that are closed later on; and their partners.

    An opening mark that is never closed was lost or is a slip; it must not swallow the paragraph.
    """
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for match in PAIRED.finditer(paragraph):
        place = match.start()
        if match[0] in OPENING:
            waiting.append(place)
        elif waiting:
            opening = waiting.pop()
            partners[opening], partners[place] = place, opening
    changes = [0] * (len(paragraph) + 1)
    for place, partner in partners.items():
        changes[place + 1] = 1 if partner > place else -1
    return list(accumulate(changes)), partners


def _words(paragraph: str, segmenter: Segmenter, sentence_ends: list[int]) -> list[str]:
    # The whole paragraph at once: a sentence ends at a mark, and hardly a word goes over one (参考...--国家).
    wide = FULL_WIDTH.search(paragraph) is not None
    words = list(segmenter.cut(paragraph.translate(HALF_WIDTH_ALNUM) if wide else paragraph))
    edges = {0, *accumulate(map(len, words))}
    if not wide and edges.issuperset(sentence_ends):
        return words
    return [paragraph[start:end] for start, end in pairwise(sorted(edges.union(sentence_ends)))]
