"""Fit the weights of ``jiaodong_corpus.article_classifier`` to the articles that were found at first sight, and write their table.

    python data/lines/train_articles.py data/lines/first_sight.tsv.xz tests/pages src/jiaodong_corpus/lexicon/articles.npz
    python data/lines/train_articles.py data/lines/first_sight.tsv.xz tests/pages --folds 10

An article that was found is one where its text is of articles in gold, and what most of its characters are where hardly any is; one
between the two (two texts in one) tells nothing. ``--folds`` writes nothing, and says how well the articles of pages that were
left out are told.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from regress import regress, run
from table import cut, read_table

from jiaodong_corpus import Toolkit
from jiaodong_corpus.article_classifier import TEXT, Articles, Row
from jiaodong_corpus.evaluate import load_gold
from jiaodong_corpus.model import Label
from jiaodong_corpus.weights import Weights

# What is seen less often is of one page; how far the weights may go from 0, chosen with articles of pages that were left out.
MIN_SEEN, C = 10, 0.3
# What has less of an article than this is none; what has more is one.
NONE, WHOLE = 0.2, 0.8
# So many excerpts have the furniture of their page around them.
AMID_SITE = 0.2
# So many paragraphs an excerpt of an article has at most, and what stands in one besides.
MOST_PARAGRAPHS, HEAD_AND_TEXT = 4, frozenset({Label.HEADLINE, *TEXT})
# Natural logarithms of odds that it is no article.
ODDS = (-1.0, -0.5, 0.0, 0.25, 0.5, 1.0, 2.0)


class Sample(NamedTuple):
    """An article that was found, or an excerpt of one: its page, what is true of it, and ``body``, or what it is instead."""

    page_name: str
    features: list[str]
    label: Label
    is_excerpt: bool = False


def excerpts(page: str, rows: Sequence[Row], found: Mapping[int, Label], chance: random.Random) -> Iterator[Sample]:
    """Yield pages of nothing but an article's headline, or not even that, and a few of its paragraphs.

    On the fixture pages what is short is seldom an article, since around one stands the rest of its site; a page that somebody
    made of a text, or that was cleaned before, has nothing of it. The opening of an article in a list of links reads like an
    article where it stands alone, so there is none of these.
    """
    for number, label in found.items():
        own = [row for row in rows if row.article == number]
        bodies = [index for index, row in enumerate(own) if row.label is Label.BODY]
        begin = chance.choice((0, bodies[0]))
        end = bodies[min(chance.randrange(MOST_PARAGRAPHS), len(bodies) - 1)] + 1
        part = [row._replace(article=1) for row in own[begin:end] if row.label in HEAD_AND_TEXT]
        if chance.random() < AMID_SITE:
            # Its site around it, but no line that says when or by whom.
            place = next(index for index, row in enumerate(rows) if row.article == number)
            part = [
                *(row for row in rows[:place] if not row.article),
                *part,
                *(row for row in rows[place:] if not row.article),
            ]
        yield Sample(page, Articles(part).features(1), label, is_excerpt=True)


def load_samples(table: Path, pages: Path, toolkit: Toolkit) -> Iterator[Sample]:
    """Yield the articles that were found on the pages of a table that have gold in ``pages``, the oldest first."""
    golds = {gold.name: gold for gold in load_gold(pages)}
    chance = random.Random(1)
    for name, blocks in read_table(table):
        cuts = cut(golds[name], blocks, toolkit) if name in golds else []
        rows = [Row(one.told.label, one.told.rule, one.told.article, one.text) for one in cuts]
        page, found = Articles(rows), dict[int, Label]()
        for number in sorted({one.told.article for one in cuts} - {0}):
            texts = [one for one in cuts if one.told.article == number and one.told.label in TEXT]
            size = sum(one.told.size for one in texts)
            share = (
                sum(count for one in texts for article, count in one.articles.items() if article) / size
                if size
                else None
            )
            if share is not None and not NONE <= share < WHOLE:
                most = sum((one.labels for one in texts), Counter[Label]()).most_common(1)[0][0]
                label = Label.BODY if share >= WHOLE else most
                yield Sample(name, page.features(number), label)
                if label is not Label.RELATED and any(one.told.label is Label.BODY for one in texts):
                    found[number] = label
        yield from excerpts(name, rows, found, chance)


def fit(samples: Sequence[Sample]) -> Weights:
    """Return the weights that tell each label best from all others (L2-regularized logistic regressions, one a label)."""
    labels = sorted({one.label for one in samples})
    wanted = {label: [one.label is label for one in samples] for label in labels}
    return regress([one.features for one in samples], wanted, MIN_SEEN, C)


def score_folds(samples: Sequence[Sample], folds: int) -> Iterator[str]:
    """Yield how many of those that are none are told on pages that were left out, and how many articles are lost."""
    found, none = [], []
    pages = sorted({one.page_name for one in samples})
    for fold in range(folds):
        out = set(pages[fold::folds])
        made = fit([one for one in samples if one.page_name not in out])
        column = made.labels.index(Label.BODY)
        for one in samples:
            if one.page_name in out and not one.is_excerpt:
                found.append(-made.scores(one.features)[column])
                none.append(one.label is not Label.BODY)
    odds, other = np.array(found), np.array(none)
    for least in ODDS:
        told = odds > least
        lost = f"{(told & ~other).sum()} of {(~other).sum():,} articles"
        yield f"odds above {least:+.2f}: {(told & other).sum()} of {other.sum()} that are none, {lost}"


if __name__ == "__main__":
    run("articles", load_samples, fit, score_folds)
