"""Fit the weights of ``jiaodong_corpus.headline_classifier`` to lines that could be headlines at first sight, and write them.

    python data/lines/train_headlines.py data/lines/first_sight.tsv.xz tests/pages src/jiaodong_corpus/lexicon/headlines.npz
    python data/lines/train_headlines.py data/lines/first_sight.tsv.xz tests/pages --folds 10

``--folds`` writes nothing, and says on how many of the articles of pages that were left out the lines taken for headlines are
those of gold, as the rules of the day chose them and with the weights.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from regress import regress, run
from table import cut, read_table

from jiaodong_corpus import Toolkit
from jiaodong_corpus.article_classifier import Row
from jiaodong_corpus.evaluate import load_gold
from jiaodong_corpus.headline_classifier import Headlines, better
from jiaodong_corpus.model import Label
from jiaodong_corpus.weights import Weights

MIN_SEEN, C = 5, 0.3


class Sample(NamedTuple):
    """An article that was found: its page, the lines that can be its headline with what is true of them, and those that are it."""

    page_name: str
    page: Headlines
    number: int
    candidates: list[int]
    features: list[list[str]]
    right: frozenset[int]


def load_samples(table: Path, pages: Path, toolkit: Toolkit) -> Iterator[Sample]:
    """Yield the articles that were found on the pages of a table that have gold in ``pages``, the oldest first."""
    golds = {gold.name: gold for gold in load_gold(pages)}
    for name, blocks in read_table(table):
        cuts = cut(golds[name], blocks, toolkit) if name in golds else []
        page = Headlines(
            [Row(one.told.label, one.told.rule, one.told.article, one.text) for one in cuts],
            toolkit.lexicon.pair_weights,
        )
        for number, candidates in page.candidates():
            bodies = (one.articles for one in cuts if one.told.article == number and one.told.label is Label.BODY)
            of_gold = sum(bodies, Counter[int]())
            # Furniture that was taken for an article has no headline.
            article = of_gold.most_common(1)[0][0] if of_gold else 0
            right = frozenset(
                index
                for index in candidates
                if article
                and cuts[index].labels.most_common(1)[0][0] is Label.HEADLINE
                and cuts[index].articles.most_common(1)[0][0] == article
            )
            if candidates:
                yield Sample(name, page, number, candidates, [*page.features(number, candidates)], right)


def fit(samples: Sequence[Sample]) -> Weights:
    """Return the weights that tell headlines best from the lines around them."""
    features = [line for one in samples for line in one.features]
    right = [index in one.right for one in samples for index in one.candidates]
    return regress(features, {Label.HEADLINE: right}, MIN_SEEN, C)


def score_folds(samples: Sequence[Sample], folds: int) -> Iterator[str]:
    """Yield on how many of the articles of pages that were left out the headlines are right, before and after."""
    pages = sorted({one.page_name for one in samples})
    before = after = 0
    for fold in range(folds):
        out = set(pages[fold::folds])
        made = fit([one for one in samples if one.page_name not in out])
        for one in samples:
            if one.page_name in out:
                chosen = set(one.page.chosen(one.number))
                best = better(one.page, one.number, one.candidates, one.features, made)
                before += chosen == one.right
                after += (chosen if best is None else {best}) == one.right
    yield f"{before:,} of {len(samples):,} articles with the headlines of the rules, {after:,} with these"


if __name__ == "__main__":
    run("headlines", load_samples, fit, score_folds)
