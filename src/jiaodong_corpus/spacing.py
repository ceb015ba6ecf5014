"""Spaces that tear words, taken out."""

import re
from collections.abc import Iterator

from .evidence import Change, Evidence

GAP = re.compile("(?<=[㐀-䶿一-鿿])(?P<space> )(?=[㐀-䶿一-鿿])")
# Space before a mark that leans on what is before it, and behind an opening one.
BESIDE_MARK = re.compile("(?<=[㐀-䶿一-鿿0-9%]) +(?=[，。、；：！？”》）])|(?<=[“《（]) +(?=[㐀-䶿一-鿿0-9])")
# Marks of half the width have a space behind them on many sites, and none before.
AROUND_COMMA = re.compile("(?<=[㐀-䶿一-鿿])(?P<before> +)[,;](?P<behind> *)(?=[㐀-䶿一-鿿“《])")
ROLES = (
    "记者", "記者", "通讯员", "通訊員", "作者", "撰文", "摄影", "攝影", "编辑", "編輯", "责编", "責編", "主编", "实习生",
)  # fmt: skip
LABELS = (
    "作者", "来源", "來源", "编辑", "編輯", "责编", "責編", "记者", "記者", "时间", "時間", "日期", "摘要", "关键词", "關鍵詞",
    "标题", "標題", "字号", "字號", "摄影", "攝影", "校对", "校對", "审核", "審核",
)  # fmt: skip


def _set_wide(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(' *'.join(word) for word in words)})"


# A label set as wide as a longer one: 作   者:.
WIDE_LABEL = re.compile(f"(?<![㐀-鿿]){_set_wide(LABELS)}(?= *[:：])")
# A name of two characters, set as wide as one of three: 何 旭.
ONE_NAME = "(?:[㐀-鿿]{2,3}|[㐀-鿿] (?![摄攝])[㐀-鿿])"
NAME = re.compile(f"{_set_wide(ROLES)}[:： ]?(?P<names>{ONE_NAME}(?:[ 、,，]{ONE_NAME})*)(?![㐀-鿿])")
# Characters that stand alone: two by two they are names; of three nobody can tell which two are one.
ALONE = re.compile("(?<![㐀-鿿])[㐀-鿿](?: (?![摄攝])[㐀-鿿](?![㐀-鿿]))+")
# A name before what the person did.
SIGNED = re.compile(
    "(?<![㐀-鿿])(?<![㐀-鿿] )(?P<first>[㐀-鿿]) [㐀-鿿](?= *(?:摄|攝|供图|供圖|摄影|攝影|报道|報道)(?![㐀-鿿]))"
)
# Two names in brackets behind the last sentence: (袁紫 苏绮琪). The end of one and the beginning of the other can make a word.
SIGNED_BY = re.compile("[(（][㐀-鿿]{2,3} (?P<second>[㐀-鿿])[㐀-鿿]{1,2}[)）]$")
# Running text; elsewhere a space sets things apart.
# Bounded: a line can hold ten thousand commas and no stop.
PROSE = re.compile("[，。,].{0,400}[。；！？]|[㐀-鿿，,]{40}")
# Characters that stand alone in running text: a phrase set wide for stress, or a list (京 津 冀). Of the former all gaps tear
# words, or more than a third, and so many.
ONE_BY_ONE = re.compile("[㐀-鿿](?: [㐀-鿿](?![㐀-鿿])){2,}")
MIN_TORN = 3
# By how many nats the whole word must beat its parts, and how much text to each side is looked at.
MIN_GAIN, CONTEXT = 2.0, 4


def close_gaps(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop spaces inside words and names, and beside marks, where the text runs on."""
    if " " not in text:
        return
    places = {*_in_names(text, evidence), *_in_signatures(text, evidence), *_in_labels(text)}
    if PROSE.search(text):
        torn = set(_in_words(text, evidence))
        for match in ONE_BY_ONE.finditer(text):
            gaps = set(range(match.start() + 1, match.end(), 2))
            found = len(gaps & torn)
            wide = found == len(gaps) or (found >= MIN_TORN and 3 * found > len(gaps))
            torn = torn | gaps if wide else torn - gaps
        places |= torn
        places |= {place for match in BESIDE_MARK.finditer(text) for place in range(*match.span())}
        around = [*AROUND_COMMA.finditer(text)]
        places |= {place for match in around for group in ("before", "behind") for place in range(*match.span(group))}
    for place in sorted(places):
        yield Change(place, place + 1, "")


def _in_names(text: str, evidence: Evidence) -> Iterator[int]:
    for match in NAME.finditer(text):
        start = match.start("names")
        # The line behind the names, too, tells how many characters stand alone.
        for alone in ALONE.finditer(text[start:]):
            named = all(_is_surname(char, evidence) for char in alone[0][::4])
            if named and len(alone[0]) % 4 == 3 and start + alone.end() <= match.end("names"):
                yield from range(start + alone.start() + 1, start + alone.end(), 4)


def _in_signatures(text: str, evidence: Evidence) -> Iterator[int]:
    return (match.start() + 1 for match in SIGNED.finditer(text) if _is_surname(match["first"], evidence))


def _is_surname(char: str, evidence: Evidence) -> bool:
    return evidence.language.to_hans(char) in evidence.language.surnames


def _in_labels(text: str) -> Iterator[int]:
    return (place for match in WIDE_LABEL.finditer(text) for place in range(*match.span()) if text[place] == " ")


def _in_words(text: str, evidence: Evidence) -> Iterator[int]:
    signed = SIGNED_BY.search(text)
    end = signed.start() if signed and _is_surname(signed["second"], evidence) else len(text)
    found = [match.start() for match in GAP.finditer(text, 0, end)]
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
