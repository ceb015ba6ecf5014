"""Fit the weights of ``jiaodong_corpus.line_classifier`` to what rules said of pages at first sight, and write their table.

    python data/lines/train.py data/lines/first_sight.tsv.xz tests/pages src/jiaodong_corpus/lexicon/lines.npz
    python data/lines/train.py data/lines/first_sight.tsv.xz tests/pages --forward

A multinomial logistic regression, fitted by stochastic gradient descent (AdaGrad: Duchi, Hazan and Singer 2011) with features
left out at random (Srivastava et al. 2014). What the rules say of the fixture pages today is no guide to how far they can be
trusted, since they were mended for them; so the labels and rules that it sees are those of the day before each page was there
(``first_sight.py``). ``--forward`` writes nothing, and scores each of the last sets of pages with weights of the sets before.
"""

import argparse
import lzma
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from jiaodong_corpus import Toolkit, load_toolkit
from jiaodong_corpus.evaluate import Gold, load_gold
from jiaodong_corpus.line_classifier import LineClassifier, Lines
from jiaodong_corpus.model import Label
from jiaodong_corpus.weights import Weights

LEFT_OUT = 0.3
EPOCHS, BATCH, RATE = 4, 64, 0.1
# A number in the table stands for so much of the natural logarithm of odds.
STEP = 1 / 32
# A feature that was seen less often is of one page; weights below this are not worth their place.
MIN_SEEN, MIN_WEIGHT = 4, 0.25
# A rule is sure where so many of its lines were right at first sight, or they were wrong on fewer pages: those may be all alike.
SURE, MIN_PAGES = 0.95, 10
# What these said then is no guide: they were rewritten or mended since, or read a line by a grammar that accounts for all of it;
# and whether paragraphs are an article is asked of all of them together.
SETTLED = frozenset(
    {"foreign-text", "title-of-foreign-text", "fields", "line-before-credit", "line-of-list", "paragraph"}
)
# Where the sets are cut to score the later ones, as shares of all pages from the oldest on.
CUTS = (0.55, 0.7, 0.85, 1.0)

Floats = npt.NDArray[np.float32]


class Told(NamedTuple):
    """A block at first sight: its characters, white space apart, its label and rule, and its article (from 1; 0 for none)."""

    size: int
    label: Label
    rule: str
    article: int


@dataclass(frozen=True)
class Cut:
    """A block of a page as it was cut, folded, and how many of its characters have which label and article in gold."""

    told: Told
    text: str
    labels: Counter[Label]
    articles: Counter[int]


@dataclass(frozen=True)
class Sample:
    """The lines of a page: what is true of each, what its rule said, the label that it has in gold, and its characters."""

    features: list[list[str]]
    said: list[tuple[str, Label]]
    labels: list[Label]
    sizes: list[int]


def read_table(table: Path) -> Iterator[tuple[str, list[Told]]]:
    """Yield pages, the oldest first: the name, and its blocks."""
    pages: list[tuple[str, list[Told]]] = []
    for line in lzma.decompress(table.read_bytes()).decode("utf-8").splitlines():
        size, *rest = line.split("\t")
        if rest:
            pages[-1][1].append(Told(int(size), Label(rest[0]), rest[1], int(rest[2])))
        else:
            pages.append((size.split()[1], []))
    yield from reversed(pages)


def cut(gold: Gold, blocks: Sequence[Told], toolkit: Toolkit) -> list[Cut]:
    """Return the blocks of a page as they were cut, but those that are white space.

    Raises:
        ValueError: they are not those of this page.

    """
    page = " ".join(row.text for row in gold.rows)
    told = [(Label(row.label), row.article) for row in gold.rows for _ in "".join(row.text.split())]
    places = [place for place, char in enumerate(page) if not char.isspace()]
    ends = list(accumulate((one.size for one in blocks), initial=0))
    if ends[-1] != len(places):
        raise ValueError(f"{gold.name}: the table is of another page")
    found = []
    for one, (start, end) in zip(blocks, pairwise(ends), strict=True):
        if end > start:
            text = toolkit.scripts.fold(page[places[start] : places[end - 1] + 1])
            labels, articles = zip(*told[start:end], strict=True)
            found.append(Cut(one, text, Counter(labels), Counter(articles)))
    return found


def sample(gold: Gold, blocks: Sequence[Told], toolkit: Toolkit) -> Sample:
    """Return the blocks of a page as they were cut, with the label that most of their characters have in gold."""
    cuts = cut(gold, blocks, toolkit)
    said = [(one.told.rule, one.told.label) for one in cuts]
    lines = Lines([one.text for one in cuts], [label for _, label in said], [rule for rule, _ in said])
    return Sample(
        [list(lines.features(index)) for index in range(len(cuts))],
        said,
        [one.labels.most_common(1)[0][0] for one in cuts],
        [one.told.size for one in cuts],
    )


def load_samples(table: Path, pages: Path, toolkit: Toolkit) -> dict[str, Sample]:
    """Return the samples of the pages of a table that have gold in ``pages``, by name, the oldest first."""
    golds = {gold.name: gold for gold in load_gold(pages)}
    return {name: sample(golds[name], blocks, toolkit) for name, blocks in read_table(table) if name in golds}


def find_unsure(samples: Sequence[Sample]) -> frozenset[tuple[str, Label]]:
    """Return the rules, each with a label that it gave, that are not sure."""
    said, wrong, pages = Counter[tuple[str, Label]](), Counter[tuple[str, Label]](), Counter[tuple[str, Label]]()
    for page in samples:
        here = [one for one, label in zip(page.said, page.labels, strict=True) if one[1] is not label]
        said.update(page.said)
        wrong.update(here)
        pages.update(set(here))
    often = {one for one, count in pages.items() if count >= MIN_PAGES and wrong[one] > (1 - SURE) * said[one]}
    return frozenset(one for one in often if one[0] not in SETTLED)


def fit(samples: Sequence[Sample]) -> LineClassifier:
    """Return the weights that tell the lines of ``samples`` best."""
    chance = random.Random(1)
    seen = Counter(feature for one in samples for features in one.features for feature in features)
    rows = {feature: row for row, feature in enumerate(sorted(one for one, count in seen.items() if count >= MIN_SEEN))}
    labels = tuple(sorted({label for one in samples for label in one.labels}))
    # In order: pairs of characters come from a set, in another order in each process, and what is left out at random with it.
    bags = [sorted(rows[one] for one in features if one in rows) for page in samples for features in page.features]
    wanted = np.array([labels.index(label) for page in samples for label in page.labels])
    weights = np.zeros((len(rows), len(labels)), np.float32)
    squares = np.full_like(weights, 1e-10)
    order = list(range(len(bags)))
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            kept = [[row for row in bags[one] if chance.random() >= LEFT_OUT] for one in batch]
            _step(weights, squares, kept, wanted[batch])
    numbers = np.clip(np.rint(weights / STEP), -127, 127).astype(np.int8)
    worth = np.abs(numbers).max(axis=1) * STEP >= MIN_WEIGHT
    names = [feature for feature, row in rows.items() if worth[row]]
    return LineClassifier(
        labels, {feature: row for row, feature in enumerate(names)}, numbers[worth], STEP, find_unsure(samples)
    )


def _step(weights: Floats, squares: Floats, bags: list[list[int]], wanted: npt.NDArray[np.int64]) -> None:
    flat = np.array([row for bag in bags for row in bag])
    owner = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    scores = np.zeros((len(bags), weights.shape[1]), np.float32)
    np.add.at(scores, owner, weights[flat])
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    likely[np.arange(len(bags)), wanted] -= 1
    touched, where = np.unique(flat, return_inverse=True)
    slope = np.zeros((len(touched), weights.shape[1]), np.float32)
    np.add.at(slope, where, likely[owner] / len(bags))
    squares[touched] += slope**2
    weights[touched] -= RATE * slope / np.sqrt(squares[touched])


def score_forward(samples: Sequence[Sample]) -> Iterator[str]:
    """Yield what the labels of later sets are worth with weights of the sets before, and without."""
    for start, end in pairwise(int(cut * len(samples)) for cut in CUTS):
        classifier = fit(samples[:start])
        right = np.zeros((2, 2))
        lines = characters = 0
        for page in samples[start:end]:
            for features, said, label, size in zip(page.features, page.said, page.labels, page.sizes, strict=True):
                chosen = classifier.judge(features, *said) or said[1]
                right += np.outer([said[1] is label, chosen is label], [1, size])
                lines, characters = lines + 1, characters + size
        shares = [f"{one:.1%}" for one in (right / [lines, characters]).ravel()]
        yield f"pages {start} to {end}: lines {shares[0]} → {shares[2]}, characters {shares[1]} → {shares[3]}"


def save(made: LineClassifier, table: Path) -> None:
    """Write the weights of lines."""
    save_weights(made, table, unsure=_column(sorted(f"{rule} {label}" for rule, label in made.unsure)))


def save_weights(made: Weights, table: Path, **more: npt.NDArray[np.uint8]) -> None:
    """Write a table of weights, with more columns where there are."""
    features, labels = _column(made.rows), _column(made.labels)
    np.savez_compressed(table, weights=made.weights, step=np.array(made.step), features=features, labels=labels, **more)


def _column(strings: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(strings).encode("utf-8"), np.uint8)


def main() -> None:
    """Read the pages, and write the weights or say how good they are."""
    parser = argparse.ArgumentParser(description="Fit the weights of lines to pages with gold.")
    parser.add_argument("first_sight", type=Path)
    parser.add_argument("pages", type=Path, help="the folder with the gold of these pages")
    parser.add_argument("table", type=Path, nargs="?", help="the table to write")
    parser.add_argument("--forward", action="store_true", help="write nothing, and score later pages")
    arguments = parser.parse_args()
    samples = [*load_samples(arguments.first_sight, arguments.pages, load_toolkit()).values()]
    if arguments.forward:
        for line in score_forward(samples):
            print(line, flush=True)
        return
    made = fit(samples)
    save(made, arguments.table)
    print(f"{len(made.rows):,} features, {arguments.table.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
