"""Whether what was split off as an article is one: teasers, notes of a shop, or the rules of a service can read like one.

What a page without an article says has no form that a rule could know, but it differs from news in a hundred small ways: lines that
are cut off, no sentences, no day, no source, words that sell. They are added up: a logistic regression for each label, fitted by
``data/lines/train_articles.py`` to the articles that the rules of the day found on each fixture page before they were mended for
it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import exp, inf
from typing import NamedTuple

from .facts import bigrams
from .model import ArticleBlocks, Label, LabelledBlock, LabelledPage
from .weights import Weights, tenths

NO_ARTICLE = "text-of-no-article"
TEXT = (Label.BODY, Label.SUBHEADING)
# How likely it must be that a text is none (natural logarithm of odds), and from where on the record says that it may be none.
ODDS, DOUBTFUL = 0.25, -1.0
# A sentence has so many characters; so many of a text, and of the line beside it, are looked at in pairs of ideographs: with digits
# and marks among them more articles were taken for something else.
SENTENCE, OPENING, BESIDE = 40, 300, 14
# So many lines from the first of a text on it is looked for what stands amid it.
AMID = 200
# Only news, notices and papers have these; of 227 texts that were none not one had.
SURE = frozenset(
    {"signature", "annex-head", "title-of-annex", "row-of-annex", "brief-without-headline", "text-from-another-page"}
)
ENDS = "。!?”』」)…"
DIGITS, LETTERS = re.compile(r"\d+"), re.compile("[A-Za-z]+")
CUT = re.compile(r"(?:\.{2,}|…+|[\[(]?(?:详细|详情|查看|阅读|更多|全文|继续阅读|more)[\])]?[>»]*)$")


class Row(NamedTuple):
    """A block: its label, the rule that gave it, the number of its article (from 1; 0 for none), and its folded text."""

    label: Label
    rule: str
    article: int
    text: str


class Articles:
    """The articles of a page. ``rows`` are its blocks; those without text count as having one character."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._sizes = [len(row.text) or 1 for row in rows]
        self._indexes: dict[int, list[int]] = {}
        for index, row in enumerate(rows):
            self._indexes.setdefault(row.article, []).append(index)
        self._all = sum(self._sizes)
        self._texts = sum(
            size for row, size in zip(rows, self._sizes, strict=True) if row.article and row.label in TEXT
        )
        self._count = len(self._indexes.keys() - {0})
        self._page = [*self._of_page()]

    def features(self, number: int) -> list[str]:
        """Return what is true of an article; nothing where it has no text."""
        indexes = self._indexes[number]
        body = [index for index in indexes if self._rows[index].label in TEXT]
        if not body:
            return []
        texts = [self._rows[index].text or " " for index in body]
        parts = (self._page, self._sizes_of(texts), _form(texts), _words(texts), self._place(number, indexes, body))
        return [*dict.fromkeys(chain(*parts))]

    def _of_page(self) -> Iterator[str]:
        yield f"page {self._all.bit_length()}"
        yield f"articles {self._count.bit_length()}"
        for label, count in Counter(row.label for row in self._rows).items():
            yield f"page has {label}"
            yield f"page has {label} {tenths(count / len(self._rows))}"
        yield from (f"page by {rule}" for rule in {row.rule for row in self._rows})

    def _sizes_of(self, texts: list[str]) -> Iterator[str]:
        size, longest = sum(map(len, texts)), max(map(len, texts))
        yield f"characters {size.bit_length()}"
        yield f"longest {longest.bit_length()}"
        yield f"lines {len(texts).bit_length()}"
        yield f"line {(size // len(texts)).bit_length()}"
        yield f"of page {tenths(size / self._all)}"
        yield f"of text {tenths(size / self._texts)}"

    def _place(self, number: int, indexes: list[int], body: list[int]) -> Iterator[str]:
        rows, first, last = self._rows, body[0], body[-1]
        yield "first" if number == 1 else "later"
        own = {rows[index].label for index in indexes}
        yield from (f"has {label}" for label in own)
        yield from (f"no {label}" for label in (Label.HEADLINE, Label.BYLINE, Label.META) if label not in own)
        yield f"above {first.bit_length()}"
        yield f"below {(len(rows) - 1 - last).bit_length()}"
        yield f"solid {tenths(len(body) / (last - first + 1))}"
        yield from (f"amid {row.label}" for row in rows[first : min(last, first + AMID)] if row.article != number)
        yield from (f"by {rows[index].rule}" for index in body)
        for step, beside in ((-2, first - 2), (-1, first - 1), (1, last + 1), (2, last + 2)):
            if not 0 <= beside < len(rows):
                yield f"{step} none"
                continue
            yield f"{step} {rows[beside].label}"
        for beside in (first - 3, first - 2, first - 1, last + 1, last + 2, last + 3):
            if 0 <= beside < len(rows):
                yield from (f"near pair {pair}" for pair in bigrams(rows[beside].text[:BESIDE]))
        headline = "".join(rows[index].text for index in indexes if rows[index].label is Label.HEADLINE)
        yield f"headline {len(headline).bit_length()}"
        yield from (f"headline pair {pair}" for pair in bigrams(headline))


def _form(texts: list[str]) -> Iterator[str]:
    """Yield how much of a text is whole sentences, is cut off, has marks, digits, letters, labels and bullets."""
    whole = [text[-1] in ENDS for text in texts]
    cut = [CUT.search(text) is not None for text in texts]
    yield f"whole {tenths(sum(whole) / len(texts))}"
    yield f"cut {tenths(sum(cut) / len(texts))}"
    if any(cut):
        yield "one is cut"
    yield f"last {'cut' if cut[-1] else 'whole' if whole[-1] else 'open'}"
    sentences = sum(end and len(text) >= SENTENCE for end, text in zip(whole, texts, strict=True))
    yield f"sentences {sentences.bit_length()}"
    joined = "".join(texts)
    for mark in "。,":
        yield f"{mark} {(1000 * joined.count(mark) // len(joined)).bit_length()}"
    for name, pattern in (("digits", DIGITS), ("letters", LETTERS)):
        yield f"{name} {tenths(2 * sum(map(len, pattern.findall(joined))) / len(joined))}"
    yield f"labels {tenths(sum(':' in text[:12] for text in texts) / len(texts))}"
    yield f"bullets {tenths(sum(not text[0].isalpha() for text in texts) / len(texts))}"


def _words(texts: list[str]) -> Iterator[str]:
    joined = "".join(texts)
    yield from (f"pair {pair}" for pair in bigrams(joined[:OPENING]))
    yield f"start {texts[0][:3]}"
    for length in (2, 4):
        yield f"end {joined[-length:]}"


class Verdict(NamedTuple):
    """How likely an article is none (natural logarithm of odds), and what it is then."""

    odds: float
    label: Label

    @property
    def probability(self) -> float:
        """The probability (0..1) that it is none."""
        return 1 / (1 + exp(-self.odds))


def judge_articles(rows: Sequence[Row], articles: Iterable[ArticleBlocks], weights: Weights) -> Iterator[Verdict]:
    """Yield for each article whether it is one; a photo item, and what has a sign of a notice or of a newspaper, are believed.

    ``rows`` are the blocks of their page (``rows_of``).
    """
    page = Articles(rows)
    column = weights.labels.index(Label.BODY)
    for number, article in enumerate(articles, 1):
        sure = any(rows[index].rule in SURE for index in article.indexes)
        features = [] if sure else page.features(number)
        scores = weights.scores(features)
        odds = -float(scores[column]) if features else -inf
        scores[column] = -inf
        yield Verdict(odds, weights.labels[int(scores.argmax())])


def label_others(
    labelled: LabelledPage, articles: Sequence[ArticleBlocks], others: Mapping[int, Label]
) -> LabelledPage:
    """Return a page on which what is no article (its index among ``articles``, and what it is) is labelled as that."""
    blocks = list(labelled.blocks)
    for number, label in others.items():
        for index in articles[number].indexes:
            blocks[index] = LabelledBlock(blocks[index].block, label, NO_ARTICLE)
    return LabelledPage(labelled.page, tuple(blocks))


def rows_of(labelled: LabelledPage, articles: Iterable[ArticleBlocks]) -> list[Row]:
    """Return the blocks of a page with the numbers of their articles."""
    numbers = {index: number for number, one in enumerate(articles, 1) for index in one.indexes}
    return [
        Row(one.label, one.rule, numbers.get(index, 0), one.block.folded) for index, one in enumerate(labelled.blocks)
    ]
