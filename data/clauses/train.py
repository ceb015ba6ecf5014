"""Fit the weights of ``jiaodong_corpus.clause_lines`` and print them, with what they tell of pages that were left out.

    python data/clauses/train.py tests/pages ../shared/html-dev/pages.tar.xz

Clauses are the texts of real articles, cut at their marks, which are dropped, and short lines in a row that are text in the gold of
the fixtures; titles are those of the real articles, drawn at random, and lines in a row that the gold calls links, menus, foot or
comments.
"""

import argparse
import json
import random
import re
import tarfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt

from jiaodong_corpus.clause_lines import MIN_LINES, features
from jiaodong_corpus.evaluate import load_gold
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

CLAUSE = re.compile(r"[^,。!?;:]+[,。!?;:]?[”」』)]*")
MOST_LINES, MAX_CLAUSE, MIN_FIXTURE, FOLDS, LISTS, RIDGE = 30, 30, 10, 5, 500, 0.3
FURNITURE = {"related": "list", "nav": "menu", "widget": "menu", "footer": "menu", "comments": "comments"}
Run = tuple[str, list[str], bool]


def real(archive: Path, toolkit: Toolkit) -> Iterator[Run]:
    """Yield runs of clauses of real articles, and lists of their titles."""
    chance, titles = random.Random(2), list[str]()
    with tarfile.open(archive) as pages:
        for member in pages:
            file = pages.extractfile(member) if member.name.endswith(".json") else None
            page = json.load(file) if file else {}
            if page.get("script") != "hans" or not page.get("text"):
                continue
            titles += [toolkit.scripts.fold(page["title"].strip())] if page.get("title") else []
            text = toolkit.scripts.fold(page["text"])
            lines = [line for one in CLAUSE.findall(text) if (line := one.strip().rstrip(",。;:!"))]
            for _ in range(2):
                count = chance.randint(MIN_LINES, MOST_LINES)
                first = chance.randrange(max(1, len(lines) - count))
                if len(lines) >= MIN_LINES:
                    yield member.name, lines[first : first + count], True
    for number in range(LISTS):
        yield f"titles {number}", chance.sample(titles, chance.randint(MIN_LINES, 20)), False


def made(folder: Path, toolkit: Toolkit) -> Iterator[Run]:
    """Yield the runs of short lines of the fixtures that are text, and those that are furniture."""
    for gold in load_gold(folder):
        rows = [(FURNITURE.get(row.label, row.label), toolkit.scripts.fold(row.text)) for row in gold.rows]
        for label, group in groupby(rows, key=lambda row: "text" if row[0] in {"body", "subheading"} else row[0]):
            lines = [text for _, text in group][:MOST_LINES]
            if label in FURNITURE.values() and len(lines) >= MIN_LINES:
                yield gold.name, lines, False
            elif label == "text" and len(lines) >= MIN_FIXTURE and max(map(len, lines)) <= MAX_CLAUSE:
                yield gold.name, lines, True


def fit(seen: npt.NDArray[np.float64], wanted: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the weights of a logistic regression with a ridge, by Newton's method."""
    weights = np.zeros(seen.shape[1])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-np.clip(seen @ weights, -30, 30)))
        curve = (seen * (likely * (1 - likely) + 1e-6)[:, None]).T @ seen + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curve, seen.T @ (wanted - likely) - RIDGE * weights)
    return weights


def main() -> None:
    """Fit, and tell how much of what was left out is told."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("pages", type=Path)
    options.add_argument("archive", type=Path)
    chosen = options.parse_args()
    toolkit = load_toolkit()
    runs = [*real(chosen.archive, toolkit), *made(chosen.pages, toolkit)]
    seen = np.array([features(lines, toolkit.lexicon.pair_weights) for _, lines, _ in runs])
    wanted = np.array([float(text) for _, _, text in runs])
    names = sorted({name for name, _, _ in runs})
    random.Random(1).shuffle(names)
    fold_of = {name: number % FOLDS for number, name in enumerate(names)}
    folds = np.array([fold_of[name] for name, _, _ in runs])
    found = np.zeros(len(runs))
    for fold in range(FOLDS):
        found[folds == fold] = seen[folds == fold] @ fit(seen[folds != fold], wanted[folds != fold])
    kinds = {
        "clauses of real articles": [text and name.endswith(".json") for name, _, text in runs],
        "clauses of fixtures": [text and not name.endswith(".json") for name, _, text in runs],
        "lists of real titles": [not text and name.startswith("titles ") for name, _, text in runs],
        "furniture of fixtures": [not text and not name.startswith("titles ") for name, _, text in runs],
    }
    for kind, picked in kinds.items():
        odds = found[np.array(picked)]
        told = ", ".join(f"{(odds >= least).mean():.1%} from {least}" for least in (0, 1, 2, 3))
        print(f"{kind:26} {len(odds):5}: taken for clauses {told}")
    print([round(float(weight), 2) for weight in fit(seen, wanted)])


if __name__ == "__main__":
    main()
