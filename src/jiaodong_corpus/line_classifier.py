"""What a line is of which no rule is sure: its words, its place, what the rules made of it, and the same of the lines around it.

Rules tell what has a form. A line such as 直达页底 or 本栏今日新增6篇 has none, but such words stand on many pages as the same.
And how far a rule is to be trusted is told by what it did on pages that nobody had seen when it was written: the weights are
fitted by ``data/lines/train.py`` to what the rules of the day said of each fixture page before they were mended for it (stacked
generalization: Wolpert 1992). They are those of a small convolutional network along the lines of a page (Collobert et al. 2011,
with the residual sums of He et al. 2016): each line is a sum of the vectors of its features, and each layer sees two lines more on
either side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from itertools import islice
from typing import IO

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from .model import Label
from .weights import strings

Floats = npt.NDArray[np.float64]
# What a layer is given is a multiple of 1 / GRAIN, and its weights are multiples of 2 ** -24, so that sums of their products are
# exact, and the same on every machine, in whatever order it adds them up.
GRAIN = 1024

# How much likelier another label must be than that of the rule (natural logarithm of odds); what is taken out of the text, or for a
# headline, must be so much more, since an article is lost or made by it.
MARGIN, FIRM_MARGIN = 2.0, 4.0
# What the rules left out of the text is not put back: on real pages nearly all of it had been left out with reason. No line of the
# text becomes a headline, which would cut the article in two, nor a headline a caption: they read alike.
TEXT = (Label.BODY, Label.SUBHEADING)
BARRED = {**dict.fromkeys(TEXT, (Label.HEADLINE,)), Label.HEADLINE: (*TEXT, Label.CAPTION)}


@dataclass(frozen=True)
class Layer:
    """A convolution along the lines of a page: ``weights`` of shape (lines that it sees, numbers in, numbers out)."""

    weights: Floats
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Return a row of numbers for each row, of what it and those around it hold; beyond the page there are zeros."""
        taps = len(self.weights)
        padded = np.pad(np.rint(rows * GRAIN) / GRAIN, ((taps // 2, taps // 2), (0, 0)))
        seen: Floats = sum((padded[at : at + len(rows)] @ self.weights[at] for at in range(taps)), self.bias)
        return seen


@dataclass(frozen=True)
class LineClassifier:
    """The weights of lines.

    ``vectors`` has a row for each feature, numbers in multiples of ``steps``; the row that ``rows`` does not name, the last, is of
    zeros. ``layers`` are the layers of the network, the first and the last of a line alone. ``unsure`` are the rules, each with a
    label that it gives, whose lines had another one too often on pages not seen before.
    """

    labels: tuple[Label, ...]
    rows: dict[str, int]
    vectors: npt.NDArray[np.int8]
    steps: Floats
    layers: tuple[Layer, ...]
    unsure: frozenset[tuple[str, Label]]

    def scores(self, lines: Iterable[Iterable[str]]) -> Floats:
        """Return how likely each label is for each line of a page, as natural logarithms of odds, a row a line.

        ``lines`` are all of the page, in order, with what is true of each (``Lines``).
        """
        known, starts = list[int](), list[int]()
        for features in lines:
            starts.append(len(known))
            known += [row for row in map(self.rows.get, features) if row is not None]
            # So that a line of which nothing is known has a row, too.
            known.append(len(self.vectors) - 1)
        sums = np.add.reduceat(self.vectors[known], starts, axis=0, dtype=np.int32)
        first, *middle, last = self.layers
        with self._threads.limit(limits=1, user_api="blas"):
            rows = np.maximum(first(sums * self.steps), 0)
            for layer in middle:
                rows = rows + np.maximum(layer(rows), 0)
            return last(rows)

    @cached_property
    def _threads(self) -> ThreadpoolController:
        """What keeps matrices to one thread: they are so small that several wait for each other most of the time."""
        return ThreadpoolController()

    def judge(
        self, lines: Iterable[Iterable[str]], said: Sequence[tuple[str, Label]], among: range
    ) -> list[Label | None]:
        """Return what each line of a page is rather than what a rule made of it; None where the rule is to be believed.

        Only lines ``among`` these are asked of.
        """
        asked = [index for index, one in enumerate(said) if index in among and one in self.unsure]
        judged: list[Label | None] = [None] * len(said)
        if not asked:
            return judged
        # What is out of sight of the lines that are asked of changes nothing.
        first = max(0, asked[0] - self._sight)
        in_sight = {index + step for index in asked for step in range(-self._sight, self._sight + 1)}
        around = enumerate(islice(lines, first, asked[-1] + self._sight + 1), first)
        scores = self.scores(features if index in in_sight else () for index, features in around)
        for index in asked:
            judged[index] = self._instead(scores[index - first], said[index][1])
        return judged

    def _instead(self, scores: Floats, label: Label) -> Label | None:
        """Return the label that is much likelier than that of a rule, if there is one."""
        barred = BARRED.get(label, TEXT)
        odds = {one: score for one, score in zip(self.labels, scores, strict=True) if one is label or one not in barred}
        best = max(odds, key=odds.__getitem__)
        margin = FIRM_MARGIN if label in TEXT or best is Label.HEADLINE else MARGIN
        return best if odds[best] > odds[label] + margin else None

    @cached_property
    def _sight(self) -> int:
        """How many lines above and below one it sees."""
        return sum(len(layer.weights) // 2 for layer in self.layers)

    def reasons(self, lines: Iterable[Iterable[str]], index: int, label: Label) -> list[tuple[str, float]]:
        """Return what speaks for a label of a line, the most first: how much likelier it is than without that.

        In natural logarithms of odds against the likeliest other label. Each feature of the line is left out by itself, and each
        line that is in sight as a whole.
        """
        first = max(0, index - self._sight)
        seen = [list(features) for features in islice(lines, first, index + self._sight + 1)]
        place, column = index - first, self.labels.index(label)

        def odds(page: list[list[str]]) -> float:
            scores = self.scores(page)[place]
            return float(scores[column] - np.delete(scores, column).max())

        def without(at: int, features: list[str]) -> float:
            return odds([*seen[:at], features, *seen[at + 1 :]])

        found = {one: without(place, [other for other in seen[place] if other != one]) for one in seen[place]}
        found |= {f"line {at - place:+d}": without(at, []) for at in range(len(seen)) if at != place}
        whole = odds(seen)
        return sorted(((name, whole - rest) for name, rest in found.items()), key=lambda item: (-item[1], item[0]))


def load_line_classifier() -> LineClassifier:
    """Load the weights that ship with the package."""
    with files(__package__).joinpath("lexicon", "lines.npz").open("rb") as file:
        return read_line_classifier(file)


def read_line_classifier(file: IO[bytes]) -> LineClassifier:
    """Read weights as ``data/lines/train.py`` writes them."""
    with np.load(file) as table:
        labels, features, unsure = (strings(table[name]) for name in ("labels", "features", "unsure"))
        layers = tuple(
            Layer(table[f"weights {number}"].astype(np.float64), table[f"bias {number}"].astype(np.float64))
            for number in range(int(table["layers"]))
        )
        told = (one.split(" ") for one in unsure if one)
        return LineClassifier(
            tuple(map(Label, labels)),
            {feature: row for row, feature in enumerate(features)},
            table["vectors"],
            table["steps"].astype(np.float64),
            layers,
            frozenset((rule, Label(label)) for rule, label in told),
        )
