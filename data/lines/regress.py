"""Fit a table of weights whose columns are logistic regressions."""

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from jiaodong_corpus.model import Label
from jiaodong_corpus.weights import Weights


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
