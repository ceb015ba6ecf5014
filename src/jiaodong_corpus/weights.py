"""A linear classifier over features that are strings: logistic regressions as a table of small numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from .model import Label


@dataclass(frozen=True)
class Weights:
    """A row a feature, a column a label, each number a multiple of ``step`` (natural logarithm of odds)."""

    labels: tuple[Label, ...]
    rows: dict[str, int]
    weights: npt.NDArray[np.int8]
    step: float

    def scores(self, features: Iterable[str]) -> npt.NDArray[np.float64]:
        """Return how much what is true of something speaks for each label, as natural logarithms of odds."""
        rows = [row for row in map(self.rows.get, features) if row is not None]
        scores: npt.NDArray[np.float64] = self.weights[rows].sum(axis=0, dtype=np.int64) * self.step
        return scores

    def reasons(self, features: Iterable[str], label: Label) -> list[tuple[str, float]]:
        """Return what speaks for a label, with its weight (natural logarithm of odds), the most first."""
        column = self.labels.index(label)
        weights = {one: float(self.weights[self.rows[one], column] * self.step) for one in features if one in self.rows}
        return sorted(weights.items(), key=lambda item: (-item[1], item[0]))


def load_weights(name: str) -> Weights:
    """Load a table that ships with the package, by its name in ``lexicon/``."""
    with files(__package__).joinpath("lexicon", name).open("rb") as file, np.load(file) as table:
        return read_weights(table)


def read_weights(table: Mapping[str, npt.NDArray[Any]]) -> Weights:
    """Read weights as the scripts in ``data/lines`` write them."""
    features, labels = (strings(table[name]) for name in ("features", "labels"))
    rows = {feature: row for row, feature in enumerate(features)}
    return Weights(tuple(map(Label, labels)), rows, table["weights"], float(table["step"]))


def strings(column: npt.NDArray[np.uint8]) -> list[str]:
    """Return the strings of a column of bytes, one a line."""
    return column.tobytes().decode("utf-8").split("\n")


def tenths(share: float) -> int:
    """Return a share (0..1) in tenths, as features count them; what is more than 1 counts as it."""
    return min(10, int(10 * share + 0.5))
