"""Count in how many articles each pair of characters stands, and write its weight: ``lexicon/pairs.txt``.

    python data/pairs/build.py tests/pages src/jiaodong_corpus/lexicon/pairs.txt

The texts are the gold of the fixture pages, all of them of this project. The weight of a pair is the square of its inverse
document frequency (Spärck Jones 1972), in eighths of that of a pair which hardly any article has; pairs that stand in fewer
than ``MIN_ARTICLES`` articles have all eight and are not written.
"""

import argparse
import math
from collections import Counter
from pathlib import Path

from jiaodong_corpus.evaluate import load_gold
from jiaodong_corpus.facts import bigrams
from jiaodong_corpus.pair_weights import UNKNOWN
from jiaodong_corpus.toolkit import load_toolkit

MIN_ARTICLES, SELDOM = 12, 5


def main() -> None:
    """Write the table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("pages", type=Path)
    options.add_argument("table", type=Path)
    chosen = options.parse_args()
    scripts = load_toolkit().scripts
    counts, articles = Counter[str](), 0
    for gold in load_gold(chosen.pages):
        texts: dict[int, str] = {}
        for row in gold.rows:
            if row.label == "body":
                texts[row.article] = f"{texts.get(row.article, '')}\n{row.text}"
        articles += len(texts)
        for text in texts.values():
            counts.update(bigrams(scripts.fold(text)))
    most = math.log(articles / SELDOM) ** 2
    groups: dict[int, list[str]] = {}
    for pair, count in sorted(counts.items()):
        if count >= MIN_ARTICLES:
            weight = max(1, round(UNKNOWN * math.log(articles / count) ** 2 / most))
            groups.setdefault(weight, []).append(pair)
    chosen.table.write_text("".join(f"{weight} {''.join(groups[weight])}\n" for weight in sorted(groups)), "utf-8")


if __name__ == "__main__":
    main()
