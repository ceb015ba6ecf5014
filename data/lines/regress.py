"""Fit a table of weights whose columns are logistic regressions; what the scripts that do have in common."""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from table import save_weights

from jiaodong_corpus import Toolkit, load_toolkit
from jiaodong_corpus.model import Label
from jiaodong_corpus.weights import Weights

Sample = TypeVar("Sample")


def regress(samples: Sequence[list[str]], wanted: Mapping[Label, Sequence[bool]], least: int, c: float) -> Weights:
    """Return weights that tell for each label which of ``samples`` (what is true of each) have it.

    A feature that is true of fewer than ``least`` is left out; ``c`` is how far the weights may go from 0 (the inverse of the
    strength of an L2 penalty).
    """
    counts = CountVectorizer(analyzer=list, min_df=least, binary=True, dtype=np.float64)
    # In order: some come from a set, in another order in each process, and sums with it.
    matrix = counts.fit_transform(map(sorted, samples))
    columns = [
        LogisticRegression(C=c, solver="liblinear", fit_intercept=False, max_iter=500).fit(matrix, have).coef_[0]
        for have in wanted.values()
    ]
    weights = np.stack(columns, axis=1)
    step = float(np.abs(weights).max()) / 127
    rows = {feature: row for row, feature in enumerate(counts.get_feature_names_out())}
    return Weights(tuple(wanted), rows, np.rint(weights / step).astype(np.int8), step)


def run(
    what: str,
    load: Callable[[Path, Path, Toolkit], Iterable[Sample]],
    fit: Callable[[Sequence[Sample]], Weights],
    score_folds: Callable[[Sequence[Sample], int], Iterable[str]],
) -> None:
    """Read the pages that the command line names, and write the weights of ``what`` or say how good they are."""
    parser = argparse.ArgumentParser(description=f"Fit the weights of {what} to pages with gold.")
    parser.add_argument("first_sight", type=Path)
    parser.add_argument("pages", type=Path, help="the folder with the gold of these pages")
    parser.add_argument("table", type=Path, nargs="?", help="the table to write")
    parser.add_argument("--folds", type=int, help="write nothing, and score pages that were left out, in so many parts")
    arguments = parser.parse_args()
    samples = [*load(arguments.first_sight, arguments.pages, load_toolkit())]
    if arguments.folds:
        for line in score_folds(samples, arguments.folds):
            print(line, flush=True)
        return
    made = fit(samples)
    save_weights(made, arguments.table)
    print(f"{len(made.rows):,} features, {arguments.table.stat().st_size:,} bytes")
