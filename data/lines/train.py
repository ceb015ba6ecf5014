"""Fit the weights of ``jiaodong_corpus.line_classifier`` to pages with gold, and write their table.

    python data/lines/train.py tests/pages data/gold src/jiaodong_corpus/lexicon/lines.npz
    python data/lines/train.py tests/pages data/gold --cross-validate

A multinomial logistic regression, fitted by stochastic gradient descent (AdaGrad: Duchi, Hazan and Singer 2011) with features
left out at random (Srivastava et al. 2014). The labels around a line are those of gold, but half of them are hidden at random:
on a page that nobody has seen the rules know only some of the lines around one that they do not know.
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from jiaodong_corpus import Toolkit, load_toolkit
from jiaodong_corpus.evaluate import Gold, load_gold
from jiaodong_corpus.label import begin
from jiaodong_corpus.line_classifier import STEP, LineClassifier, Lines
from jiaodong_corpus.model import Label
from jiaodong_corpus.page import parse
from jiaodong_corpus.read import plan_file, read

HIDDEN, LEFT_OUT = 0.5, 0.3
EPOCHS, BATCH, RATE = 4, 64, 0.05
# A feature that was seen less often is of one page; weights below this are not worth their place.
MIN_SEEN, MIN_WEIGHT = 4, 0.25
FOLDS = 5

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Sample:
    """The lines of a page: what is true of each, and the label that it has in gold."""

    features: list[list[str]]
    labels: list[Label]


def sample(gold: Gold, toolkit: Toolkit, chance: random.Random) -> Sample:
    """Return the blocks of a page, cut as the program cuts them, with the label that most of their characters have."""
    draft = begin(parse(read(plan_file(gold.page)), toolkit), toolkit.lexicon)
    labels = [row.label for row in gold.rows for _ in "".join(row.text.split())]
    place, texts, known = 0, list[str](), list[Label]()
    for block in draft.blocks:
        end = place + len("".join(block.raw.split()))
        if end > place:
            texts.append(block.folded)
            known.append(Label(Counter(labels[place:end]).most_common(1)[0][0]))
        place = end
    lines = Lines(texts, [None if chance.random() < HIDDEN else label for label in known])
    return Sample([list(lines.features(index)) for index in range(len(texts))], known)


def fit(samples: Sequence[Sample]) -> LineClassifier:
    """Return the weights that tell the lines of ``samples`` best."""
    chance = random.Random(1)
    seen = Counter(feature for one in samples for features in one.features for feature in features)
    rows = {feature: row for row, feature in enumerate(sorted(one for one, count in seen.items() if count >= MIN_SEEN))}
    labels = tuple(sorted({label for one in samples for label in one.labels}))
    bags = [[rows[one] for one in features if one in rows] for page in samples for features in page.features]
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
    return LineClassifier(labels, {feature: row for row, feature in enumerate(names)}, numbers[worth])


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


def cross_validate(samples: Sequence[Sample]) -> tuple[int, int]:
    """Return of how many lines the label is told right by weights that were fitted without their page, and of how many."""
    right = of = 0
    for fold in range(FOLDS):
        classifier = fit([one for place, one in enumerate(samples) if place % FOLDS != fold])
        for one in samples[fold::FOLDS]:
            for features, label in zip(one.features, one.labels, strict=True):
                best = int(classifier.scores(features).argmax())
                right, of = right + (classifier.labels[best] is label), of + 1
    return right, of


def main() -> None:
    """Read the pages, and write the weights or say how good they are."""
    parser = argparse.ArgumentParser(description="Fit the weights of lines to pages with gold.")
    parser.add_argument("paths", nargs="+", type=Path, help="folders with gold, and the table to write")
    parser.add_argument(
        "--cross-validate", action="store_true", help="write nothing, and score pages that were left out"
    )
    arguments = parser.parse_args()
    folders = arguments.paths if arguments.cross_validate else arguments.paths[:-1]
    toolkit, chance = load_toolkit(), random.Random(9)
    pages = [page for folder in folders for page in load_gold(folder)]
    samples = [sample(page, toolkit, chance) for page in pages]
    if arguments.cross_validate:
        right, of = cross_validate(samples)
        print(f"{right:,} of {of:,} lines of {len(samples):,} pages right: {right / of:.1%}")
        return
    made = fit(samples)
    features, labels = (np.frombuffer("\n".join(one).encode("utf-8"), np.uint8) for one in (made.rows, made.labels))
    np.savez_compressed(arguments.paths[-1], weights=made.weights, features=features, labels=labels)
    print(f"{len(made.rows):,} features, {arguments.paths[-1].stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
