"""How many columns that stand in turn are told apart: newspaper pages of the fixtures, two articles of each put in turn.

    python tests/bench_columns.py

Of two neighbouring articles that are found right on their page, the first is broken off in mid-sentence, and its rest goes
behind the second (``behind``), between two of its paragraphs (``between``), or into a sentence of it, whose rest follows
(``twice``); or both are laid in three columns that stand in turn, all cut in mid-sentence (``columns``). A page counts as
right where the bounds of all its articles are. The weights were chosen on the first half of the pages. Nothing is asserted.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, product
from pathlib import Path
from zlib import crc32

from jiaodong_corpus.evaluate import Gold, Row, load_gold, score
from jiaodong_corpus.model import RawPage, Source
from jiaodong_corpus.pipeline import PageResult, process
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

ROOT = Path(__file__).parents[1]
# A cut falls between two Chinese characters of a sentence, so far from its ends.
INSIDE = re.compile(r"(?<=[一-鿿]{4})(?=[一-鿿]{4})")


def broken(row: Row, chance: random.Random) -> tuple[Row, Row] | None:
    """Return a paragraph in two parts, cut in mid-sentence; None where it is too short for that."""
    places = [match.start() for match in INSIDE.finditer(row.text) if 30 <= match.start() <= len(row.text) - 8]
    if not places:
        return None
    place = chance.choice(places)
    return replace(row, text=row.text[:place]), replace(row, text=row.text[place:], joins=True)


def tangles(gold: Gold, chance: random.Random) -> Iterator[tuple[str, Gold]]:
    """Yield a page with two of its articles in turn, in each of the three ways."""
    rows = gold.rows
    bodies = {
        number: [place for place, row in enumerate(rows) if row.article == number and row.label == "body"]
        for number in range(1, len(gold.articles) + 1)
    }
    for one in range(1, len(gold.articles)):
        first, second = bodies[one], bodies[one + 1]
        if (
            min(len(first), len(second)) < 3
            or first[-1] > second[0]
            or any(rows[place].joins for place in first + second)
        ):
            continue
        place, other = chance.choice(first[1:-1]), chance.choice(second[1:-1])
        cut, again = broken(rows[place], chance), broken(rows[other], chance)
        if cut is None or again is None:
            continue
        head, rest, below = rows[:place], (cut[1], *rows[place + 1 : first[-1] + 1]), rows[first[-1] + 1 :]
        end, middle = second[-1] - first[-1], other - first[-1]
        yield "behind", replace(gold, rows=(*head, cut[0], *below[:end], *rest, *below[end:]))
        yield "between", replace(gold, rows=(*head, cut[0], *below[:middle], *rest, *below[middle:]))
        parts = (*below[: middle - 1], again[0], *rest, again[1], *below[middle:])
        yield "twice", replace(gold, rows=(*head, cut[0], *parts))
        columns = [
            _columns(rows[start : stop + 1], chance) for start, stop in ((0, first[-1]), (first[-1] + 1, second[-1]))
        ]
        if all(columns):
            turns = chain.from_iterable(chain.from_iterable(zip(*columns, strict=True)))
            yield "columns", replace(gold, rows=(*turns, *rows[second[-1] + 1 :]))
        return


def _columns(rows: tuple[Row, ...], chance: random.Random) -> list[tuple[Row, ...]]:
    """Return the rows of an article, and what stands above it, in three columns, each but the last cut in mid-sentence; none where
    that cannot be done."""
    last = rows[-1].article
    inner = [place for place, row in enumerate(rows) if row.article == last and row.label == "body"][:-1]
    places = sorted(chance.sample(inner, 2))
    one, two = broken(rows[places[0]], chance), broken(rows[places[1]], chance)
    if one is None or two is None:
        return []
    return [
        (*rows[: places[0]], one[0]),
        (one[1], *rows[places[0] + 1 : places[1]], two[0]),
        (two[1], *rows[places[1] + 1 :]),
    ]


def clean(gold: Gold, toolkit: Toolkit) -> PageResult:
    """Take the page of some gold through every stage."""
    text = "\n".join(row.text for row in gold.rows)
    return process(RawPage(Source(gold.name, media_type="text/plain"), text.encode()), toolkit)


def main() -> None:
    """Print what became of the pages."""
    toolkit, counts = load_toolkit(), Counter[tuple[int, str, str]]()
    for gold in load_gold(ROOT / "tests" / "pages"):
        if len(gold.articles) < 2 or score(gold, clean(gold, toolkit)).share("article boundaries") < 1:
            continue
        for kind, tangled in tangles(gold, random.Random(gold.name)):
            result = clean(tangled, toolkit)
            flagged = any(flag.name == "columns_in_turn" for one in result.records for flag in one.quality.flags)
            right = score(tangled, result).share("article boundaries") == 1
            counts[crc32(gold.name.encode()) % 2, kind, "right" if right else "wrong" if flagged else "left alone"] += 1
    for half, kind in product((0, 1), ("behind", "between", "twice", "columns")):
        print(
            ("first", "second")[half],
            kind,
            {name: counts[half, kind, name] for name in ("right", "left alone", "wrong")},
        )


if __name__ == "__main__":
    main()
