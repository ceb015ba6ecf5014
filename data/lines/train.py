"""Fit the weights of ``jiaodong_corpus.line_classifier`` to what rules said of pages at first sight, and write their table.

    python data/lines/train.py data/lines/first_sight.tsv.xz tests/pages src/jiaodong_corpus/lexicon/lines.npz
    python data/lines/train.py data/lines/first_sight.tsv.xz tests/pages --forward

A convolutional network, fitted with Adam (Kingma and Ba 2015) and with features and numbers left out at random (Srivastava et al.
2014), to the pages and to an excerpt of each. What the rules say of the fixture pages today is no guide to how far they can be
trusted, since they were mended for them; so the labels and rules that it sees are those of the day before each page was there
(``first_sight.py``). ``--forward`` writes nothing, and scores each of the last sets of pages with weights of the sets before.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
import torch
from table import Cut, column, cut, read_table
from torch import nn

from jiaodong_corpus import Toolkit, load_toolkit
from jiaodong_corpus.evaluate import load_gold
from jiaodong_corpus.line_classifier import Layer, LineClassifier
from jiaodong_corpus.line_features import Lines
from jiaodong_corpus.model import Label

# The network: the numbers of a vector, of a line inside, and how many layers see how many lines each.
VECTOR, HIDDEN, LAYERS, TAPS = 48, 96, 3, 5
LEFT_OUT = 0.3
EPOCHS, BATCH, RATE = 8, 8, 0.004
# A feature that was seen less often is of few pages.
MIN_SEEN = 8
# A rule is sure where so many of its lines were right at first sight, or they were wrong on fewer pages: those may be all alike.
SURE, MIN_PAGES = 0.95, 10
# What these said then is no guide: they were rewritten or mended since, or read a line by a grammar that accounts for all of it;
# and whether paragraphs are an article is asked of all of them together.
SETTLED = frozenset({
    "foreign-text", "title-of-foreign-text", "fields", "line-before-credit", "line-of-list", "paragraph",
    "first-clause-of-paragraph",
})  # fmt: skip
# Where the sets are cut to score the later ones, as shares of all pages from the oldest on.
CUTS = (0.55, 0.7, 0.85, 1.0)


@dataclass(frozen=True)
class Sample:
    """The lines of a page: what is true of each, what its rule said, the label that it has in gold, and its characters."""

    features: list[list[str]]
    said: list[tuple[str, Label]]
    labels: list[Label]
    sizes: list[int]


def sample(cuts: Sequence[Cut]) -> Sample:
    """Return the blocks of a page as they were cut, with the label that most of their characters have in gold."""
    said = [(one.told.rule, one.told.label) for one in cuts]
    lines = Lines([one.text for one in cuts], [label for _, label in said], [rule for rule, _ in said])
    return Sample(
        [list(features) for features in lines],
        said,
        [one.labels.most_common(1)[0][0] for one in cuts],
        [one.told.size for one in cuts],
    )


def excerpt(cuts: Sequence[Cut], chance: random.Random) -> list[Cut]:
    """Return some lines of a page: those of a page that somebody made of a text, or cleaned before, have no site around."""
    bodies = [index for index, one in enumerate(cuts) if one.told.label is Label.BODY] or [0]
    begin = chance.randrange(bodies[0] + 1)
    return list(cuts[begin : max(chance.choice(bodies), bodies[0] + 1) + 1 + chance.randrange(3)])


def load_samples(table: Path, pages: Path, toolkit: Toolkit) -> dict[str, tuple[Sample, Sample]]:
    """Return each page of a table that has gold in ``pages``, and an excerpt of it, by name, the oldest first."""
    golds = {gold.name: gold for gold in load_gold(pages)}
    chance = random.Random(2)
    found = {}
    for name, blocks in read_table(table):
        if name in golds:
            cuts = cut(golds[name], blocks, toolkit)
            found[name] = (sample(cuts), sample(excerpt(cuts, chance)))
    return found


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


class Network(nn.Module):
    """The network of ``jiaodong_corpus.line_classifier``, as it is fitted."""

    def __init__(self, features: int, labels: int) -> None:
        super().__init__()
        self.vectors = nn.EmbeddingBag(features, VECTOR, mode="sum", sparse=True)
        nn.init.normal_(self.vectors.weight, std=0.05)
        middle = (nn.Conv1d(HIDDEN, HIDDEN, TAPS, padding=TAPS // 2) for _ in range(LAYERS))
        self.layers = nn.ModuleList((nn.Conv1d(VECTOR, HIDDEN, 1), *middle, nn.Conv1d(HIDDEN, labels, 1)))
        self.drop = nn.Dropout(LEFT_OUT)

    def forward(self, pages: Sequence[list[list[int]]]) -> torch.Tensor:
        """Return the scores of all lines of some pages, one below the other."""
        # Pages stand so far apart that no line sees one of another page.
        apart: list[list[int]] = [[]] * (LAYERS * (TAPS // 2))
        lines = [line for page in pages for line in (*page, *apart)]
        real = torch.tensor([there for page in pages for there in ([True] * len(page) + [False] * len(apart))])
        starts = list(accumulate((len(line) for line in lines), initial=0))[:-1]
        flat = torch.tensor([row for line in lines for row in line])
        first, *middle, last = self.layers
        mask = real.float()
        rows = torch.relu(first(self.vectors(flat, torch.tensor(starts)).T)) * mask
        for layer in middle:
            rows = rows + torch.relu(layer(self.drop(rows))) * mask
        scores: torch.Tensor = last(self.drop(rows)).T
        return scores[real]


def fit(samples: Sequence[tuple[Sample, Sample]]) -> LineClassifier:
    """Return the weights that tell the lines of ``samples`` best."""
    chance = random.Random(1)
    torch.manual_seed(1)
    # The matrices are small: threads would wait for each other.
    torch.set_num_threads(1)
    wholes = [whole for whole, _ in samples]
    seen = Counter(feature for one in wholes for features in one.features for feature in features)
    rows = {feature: row for row, feature in enumerate(sorted(one for one, count in seen.items() if count >= MIN_SEEN))}
    labels = tuple(sorted({label for one in wholes for label in one.labels}))
    # In order: pairs of characters come from a set, in another order in each process, and what is left out at random with it.
    pages = [
        ([sorted(rows[one] for one in features if one in rows) for features in page.features],
         [labels.index(label) for label in page.labels])
        for pair in samples for page in pair if page.labels
    ]  # fmt: skip
    network = Network(len(rows), len(labels))
    sparse, dense = torch.optim.SparseAdam([network.vectors.weight]), torch.optim.AdamW(network.layers.parameters())
    starts = range(0, len(pages), BATCH)
    steps = EPOCHS * len(starts)
    for step in range(steps):
        start = starts[step % len(starts)]
        if start == 0:
            chance.shuffle(pages)
        batch = pages[start : start + BATCH]
        for optimizer, rate in ((sparse, RATE), (dense, RATE / 2)):
            optimizer.param_groups[0]["lr"] = rate * (1 - step / steps)
            optimizer.zero_grad()
        kept = [[[row for row in line if chance.random() >= LEFT_OUT] for line in page] for page, _ in batch]
        wanted = torch.tensor([label for _, page in batch for label in page])
        nn.functional.cross_entropy(network(kept), wanted).backward()
        nn.utils.clip_grad_norm_(network.layers.parameters(), 1.0)
        sparse.step()
        dense.step()
    return _classifier(network, rows, labels, find_unsure(wholes))


def _classifier(
    network: Network, rows: dict[str, int], labels: tuple[Label, ...], unsure: frozenset[tuple[str, Label]]
) -> LineClassifier:
    """Return a network as it is written: the numbers of vectors in whole steps, a step for each place."""
    vectors = network.vectors.weight.detach().numpy()
    sizes = np.abs(vectors).max(axis=0) / 127
    numbers = np.vstack([np.rint(vectors / sizes), np.zeros_like(sizes)]).astype(np.int8)
    layers = (
        Layer(*(one.detach().numpy().astype(np.float16).astype(np.float64) for one in (layer.weight.permute(2, 1, 0), layer.bias)))
        for layer in network.layers
    )  # fmt: skip
    return LineClassifier(labels, rows, numbers, sizes.astype(np.float64), tuple(layers), unsure)


def score_forward(samples: Sequence[tuple[Sample, Sample]]) -> Iterator[str]:
    """Yield what the labels of later sets are worth with weights of the sets before, and without."""
    for start, end in pairwise(int(share * len(samples)) for share in CUTS):
        classifier = fit(samples[:start])
        right = np.zeros((2, 2))
        lines = characters = 0
        for page, _ in samples[start:end]:
            judged = classifier.judge(page.features, page.said, range(len(page.said)))
            for (_, said), told, label, size in zip(page.said, judged, page.labels, page.sizes, strict=True):
                right += np.outer([said is label, (told or said) is label], [1, size])
                lines, characters = lines + 1, characters + size
        shares = [f"{one:.1%}" for one in (right / [lines, characters]).ravel()]
        yield f"pages {start} to {end}: lines {shares[0]} → {shares[2]}, characters {shares[1]} → {shares[3]}"


def save(made: LineClassifier, table: Path) -> None:
    """Write the weights of lines."""
    columns = {
        "features": column(made.rows), "labels": column(made.labels),
        "unsure": column(sorted(f"{rule} {label}" for rule, label in made.unsure)),
    }  # fmt: skip
    for number, layer in enumerate(made.layers):
        columns |= {
            f"weights {number}": layer.weights.astype(np.float16),
            f"bias {number}": layer.bias.astype(np.float16),
        }
    np.savez_compressed(table, vectors=made.vectors, steps=made.steps, layers=np.array(len(made.layers)), **columns)


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
