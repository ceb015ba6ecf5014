"""What a line is that no rule knows: a linear classifier over its words, its neighbours and its place on the page.

Rules tell what has a form. A line such as 直达页底 or 本栏今日新增6篇 has none, but such words stand on many pages as the same.
The weights are those of a multinomial logistic regression, fitted to the fixture pages by ``data/lines/train.py``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from .model import Label

# What lengths (in characters) count as the same.
LENGTHS = (2, 4, 6, 8, 12, 16, 20, 26, 34, 50, 80, 140, 300)
# How many characters of a line are looked at in pairs, and how long a line is that is looked at as a whole.
START, WHOLE = 24, 8
# How far from the edge of the page, from the headline, and along a run of like lines it is counted.
EDGE, HEAD, RUN = 6, 4, 8
# A number in the table of weights stands for so much of the logarithm of odds.
STEP = 1 / 32
DIGIT, DIGITS, LETTERS, HAN, SPACE = (
    re.compile(one) for one in (r"\d", r"\d+", "[a-zA-Z]+", "[\u4e00-\u9fff]+", r"\s+")
)


class Lines:
    """The lines of a page, as far as their labels are known.

    ``texts`` are folded (``script.fold``), ``known`` their labels, None where no rule told one.
    """

    def __init__(self, texts: Iterable[str], known: Sequence[Label | None]) -> None:
        self._texts = [DIGIT.sub("0", text.strip()) for text in texts]
        self._known = known
        self._sizes = [bisect_left(LENGTHS, len(text)) for text in self._texts]
        self._stops = ["." if "。" in text else "-" for text in self._texts]
        self._bodies = [index for index, label in enumerate(known) if label is Label.BODY]
        # The nearest label that is known, above and below each line.
        self._above = _nearest(known)
        self._below = _nearest(known[::-1])[::-1]
        self._head = next((index for index, label in enumerate(known) if label is Label.HEADLINE), None)

    def features(self, index: int) -> Iterator[str]:
        """Yield what is true of a line, its own label apart."""
        yield from self._words(index)
        yield from self._place(index)
        yield from self._run(index)
        for step in (-3, -2, -1, 1, 2, 3):
            yield from self._neighbour(index, step)
        yield f"around {self._label(index - 1)} {self._label(index + 1)}"

    def _words(self, index: int) -> Iterator[str]:
        text, size = self._texts[index], self._sizes[index]
        yield f"length {size}"
        yield f"shape {_shape(text)}"
        yield f"first {text[:1] if not text[:1].isalnum() else ''}"
        yield f"last {text[-1:] if not text[-1:].isalnum() else ''}"
        if len(text) <= WHOLE:
            yield f"whole {text}"
        for length in (2, 3):
            yield f"start {text[:length]}"
            yield f"end {text[-length:]}"
        if "。" in text:
            yield "has 。"
        if "," in text:
            yield "has ,"
        for pair in {text[one : one + 2] for one in range(min(len(text), START) - 1)}:
            yield f"pair {pair}"

    def _place(self, index: int) -> Iterator[str]:
        above = any(one < index for one in self._bodies[:2])
        below = any(one > index for one in self._bodies[-2:])
        place = ("amid" if below else "behind") if above else "before" if below else "apart"
        yield f"place {place}"
        yield f"place {place} {self._sizes[index]}"
        yield f"top {min(index, EDGE)}"
        yield f"bottom {min(len(self._texts) - 1 - index, EDGE)}"
        if self._head is not None and self._head != index:
            yield f"head {max(-HEAD, min(HEAD, index - self._head))}"
        paragraphs = len(self._bodies) - (self._known[index] is Label.BODY)
        yield f"paragraphs {bisect_left(LENGTHS, paragraphs)}"
        yield f"lines {bisect_left(LENGTHS, len(self._texts))}"
        if self._above[index]:
            yield f"above {self._above[index]}"
        if self._below[index]:
            yield f"below {self._below[index]}"

    def _run(self, index: int) -> Iterator[str]:
        """Yield how many lines of about this length stand right above and below."""
        length, stop = len(self._texts[index]), self._stops[index]
        around = max(4, length * 0.4)
        counts = []
        for step in (-1, 1):
            count, one = 0, index + step
            while (
                count < RUN
                and 0 <= one < len(self._texts)
                and self._stops[one] == stop
                and abs(len(self._texts[one]) - length) <= around
            ):
                count, one = count + 1, one + step
            counts.append(count)
        yield f"run {min(sum(counts), RUN)} {self._sizes[index]}"
        yield f"run-above {counts[0]}"
        yield f"run-below {counts[1]}"

    def _neighbour(self, index: int, step: int) -> Iterator[str]:
        one = index + step
        if not 0 <= one < len(self._texts):
            yield f"{step} none"
            return
        form, label = f"{self._sizes[one]}{self._stops[one]}", self._label(one)
        yield f"{step} form {form}"
        yield f"{step} is {label}"
        if abs(step) == 1:
            text = self._texts[one]
            yield f"{step} last {text[-1:] if not text[-1:].isalnum() else ''}"
            yield f"{step} start {text[:4]}"
            yield f"{step} is {label} {self._sizes[index]}{self._stops[index]}"

    def _label(self, index: int) -> str:
        if not 0 <= index < len(self._texts):
            return "none"
        return self._known[index] or "?"


def _nearest(known: Sequence[Label | None]) -> list[Label | None]:
    """Return for each place the last label before it."""
    before: list[Label | None] = [None]
    for label in known[:-1]:
        before.append(label or before[-1])
    return before[: len(known)]


def _shape(text: str) -> str:
    """Return the opening of a line with each word, number and gap as one character."""
    for pattern, letter in ((DIGITS, "0"), (LETTERS, "a"), (HAN, "字"), (SPACE, " ")):
        text = pattern.sub(letter, text)
    return text[:12]


@dataclass(frozen=True)
class LineClassifier:
    """The weights: a row a feature, a column a label, in steps of ``STEP``."""

    labels: tuple[Label, ...]
    rows: dict[str, int]
    weights: npt.NDArray[np.int8]

    def scores(self, features: Iterable[str]) -> npt.NDArray[np.float64]:
        """Return how much what is true of a line speaks for each label, as natural logarithms of odds."""
        rows = [self.rows[one] for one in features if one in self.rows]
        scores: npt.NDArray[np.float64] = self.weights[rows].sum(axis=0, dtype=np.int64) * STEP
        return scores

    def classify(self, lines: Lines, index: int) -> tuple[Label, float]:
        """Return what a line most likely is, and how likely (0..1)."""
        scores = self.scores(lines.features(index))
        likely = np.exp(scores - scores.max())
        best = int(likely.argmax())
        return self.labels[best], float(likely[best] / likely.sum())

    def reasons(self, lines: Lines, index: int, label: Label) -> list[tuple[str, float]]:
        """Return what is true of a line and speaks for a label, with its weight (natural logarithm of odds), the most first."""
        column = self.labels.index(label)
        weights = {
            one: float(self.weights[self.rows[one], column] * STEP) for one in lines.features(index) if one in self.rows
        }
        return sorted(weights.items(), key=lambda item: (-item[1], item[0]))


def load_line_classifier() -> LineClassifier:
    """Load the weights that ship with the package."""
    with files(__package__).joinpath("lexicon", "lines.npz").open("rb") as file, np.load(file) as table:
        features = table["features"].tobytes().decode("utf-8").split("\n")
        labels = tuple(map(Label, table["labels"].tobytes().decode("utf-8").split("\n")))
        return LineClassifier(labels, {feature: row for row, feature in enumerate(features)}, table["weights"])
