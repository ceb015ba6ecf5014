"""Measure what becomes of readings that are put into clean text in every style that was seen, and of clean text.

Articles are gold texts of ``shared/html-dev``; their readings come from pypinyin by context. Said are how many brackets were put
in, how many are left, how many articles are as they were, and how many lines differ otherwise. Then the gold texts are repaired as
they are, in both scripts: every edit is printed, to be read.

    python tests/bench_readings.py
"""

import json
import random
import re
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

from opencc import OpenCC
from pypinyin import Style, pinyin

from jiaodong_corpus.evidence import Evidence, Language
from jiaodong_corpus.readings import drop_toned_vowel, strip_tone
from jiaodong_corpus.repair import repair
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

PAGES = Path(__file__).resolve().parents[2] / "shared" / "html-dev" / "pages.tar.xz"
ARTICLES, MIN_LENGTH, MAX_LENGTH = 60, 300, 3000
SYLLABLE = re.compile("[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]{1,6}")
WORD = re.compile("[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ ]{2,40}")
HAN = re.compile("[一-鿿]+")
BRACKETS = re.compile("[(（][^)）]*[)）]")
# What is put behind a character: the style's name, whether only behind converted characters, how often, and how it is written.
STYLES: tuple[tuple[str, bool, float, Callable[[str, random.Random], str]], ...] = (
    ("short list", True, 0.2, lambda one, _: f"({one})"),
    ("full list", True, 1.0, lambda one, _: f"({one})"),
    ("spaced", True, 0.7, lambda one, _: f"({one} )"),
    ("full-width", True, 1.0, lambda one, _: f"（{one}）"),
    ("toneless, repeated", False, 0.3, lambda one, chance: f"({strip_tone(one)})" * chance.choice((1, 1, 2, 3))),
    ("behind every character", False, 1.0, lambda one, _: f"({one})"),
)


def gold_texts(script: str) -> list[str]:
    """Return the gold texts in a script."""
    with tarfile.open(PAGES) as archive:
        files = (archive.extractfile(one) for one in archive if one.name.endswith(".json"))
        pages = [json.load(file) for file in files if file]
    return [page["text"] for page in pages if page["script"] == script]


def readings_of(hans: str) -> list[str]:
    """Return the reading of each character, by context; empty where it has none."""
    readings = [""] * len(hans)
    for match in HAN.finditer(hans):
        found = [one[0] for one in pinyin(match[0], style=Style.TONE)]
        if len(found) == len(match[0]):
            readings[match.start() : match.end()] = found
    return readings


def inject(text: str, hans: str, style: int, chance: random.Random) -> str:
    """Return a text with readings put in; ``hans`` is the same text in Simplified."""
    _, converted, share, write = STYLES[style]
    parts = []
    for line, simplified in zip(text.split("\n"), hans.split("\n"), strict=True):
        for char, other, reading in zip(line, simplified, readings_of(simplified), strict=True):
            fits = HAN.match(char) and SYLLABLE.fullmatch(reading) and (char != other or not converted)
            parts.append(char + (write(reading, chance) if fits and chance.random() < share else ""))
        parts.append("\n")
    return "".join(parts[:-1])


def inject_words(hans: str, toolkit: Toolkit, chance: random.Random, write: Callable[[str], str]) -> str:
    """Return a Simplified text with the readings of words put behind some, each syllable as ``write`` writes it."""
    parts = []
    for word in toolkit.segmenter.cut(hans):
        letters = [write(one[0]) for one in pinyin(word, style=Style.TONE)] if HAN.fullmatch(word) else []
        reading = chance.choice(("", " ") if write is drop_toned_vowel else ("",)).join(letters)
        fits = 2 <= len(word) <= 4 and WORD.fullmatch(reading) and chance.random() < 0.15
        parts.append(f"{word}({reading})" if fits else word)
    return "".join(parts)


def mend(text: str, language: Language) -> list[str]:
    """Return the repaired lines of a page."""
    evidence = Evidence(text, language)
    return [repair(line, evidence)[0] for line in text.split("\n")]


def report(name: str, pairs: list[tuple[str, str]], language: Language) -> None:
    """Print what is left of the readings of a style, given clean texts and damaged ones."""
    put = left = whole = wrong = 0
    for clean, damaged in pairs:
        wanted, got = mend(clean, language), mend(damaged, language)
        put += len(BRACKETS.findall(damaged)) - len(BRACKETS.findall(clean))
        left += len(BRACKETS.findall("\n".join(got))) - len(BRACKETS.findall("\n".join(wanted)))
        whole += wanted == got
        wrong += sum(BRACKETS.sub("", one) != BRACKETS.sub("", two) for one, two in zip(wanted, got, strict=True))
    print(
        f"{name:24} put in {put:6}  left {left:4}  articles whole {whole} of {len(pairs)}  lines wrong otherwise {wrong}"
    )


def main() -> None:
    """Print the measures."""
    if not PAGES.exists():
        sys.exit(f"{PAGES} is absent: no articles to measure on")
    toolkit = load_toolkit()
    language, chance = toolkit.language, random.Random(1)
    hans = [one for one in gold_texts("hans") if MIN_LENGTH <= len(one) <= MAX_LENGTH and "(" not in one][:ARTICLES]
    hant = [OpenCC("s2t").convert(one) for one in hans]
    both = [(one, other) for one, other in zip(hant, hans, strict=True) if len(one) == len(other)]
    for style, (name, *_) in enumerate(STYLES):
        report(name, [(one, inject(one, other, style, chance)) for one, other in both], language)
    report("in Simplified text", [(one, inject(one, one, len(STYLES) - 1, chance)) for one in hans], language)
    for name, write in (("words, vowels lost", drop_toned_vowel), ("words, toned", str)):
        report(name, [(one, inject_words(one, toolkit, chance, write)) for one in hans], language)
    print("edits of clean text:")
    for text in (*gold_texts("hans"), *map(OpenCC("s2t").convert, gold_texts("hans")), *gold_texts("hant")):
        evidence = Evidence(text, language)
        for line in text.split("\n"):
            for edit in repair(line, evidence)[1]:
                print(f"  {edit.rule:12} {line[max(0, edit.start - 12) : edit.start + 12]!r}")


if __name__ == "__main__":
    main()
