"""What rules said of pages at first sight, as ``first_sight.py`` wrote it, with the gold of these pages; and tables of weights."""

import lzma
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from jiaodong_corpus import Toolkit
from jiaodong_corpus.evaluate import Gold
from jiaodong_corpus.model import Label
from jiaodong_corpus.weights import Weights


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


def save_weights(made: Weights, table: Path) -> None:
    """Write the weights of articles or headlines."""
    features, labels = column(made.rows), column(made.labels)
    np.savez_compressed(table, weights=made.weights, step=np.array(made.step), features=features, labels=labels)


def column(strings: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Return strings as a column of bytes, one a line."""
    return np.frombuffer("\n".join(strings).encode("utf-8"), np.uint8)
