"""Which line is the headline of an article: the one that speaks of what the text speaks of, and stands where headlines stand.

The rules look at the lines above a text one after the other, by their forms. Here each of them is weighed against the others with
the text below: a logistic regression, fitted by ``data/lines/train_headlines.py`` to what the rules of the day took for the
headlines of each fixture page before they were mended for it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from .article_classifier import TEXT, Row
from .facts import bare, bigrams
from .lexicon import Lexicon
from .line_classifier import LineClassifier
from .line_features import Lines
from .model import Label, LabelledBlock, LabelledPage
from .pair_weights import PairWeights
from .titles import SUBTITLE_START
from .weights import Weights, tenths

BY_TEXT = "headline-by-its-text"
# How much likelier another line must be than the headline that the rules chose (natural logarithm of odds).
MARGIN = 0.75
# A headline is no longer, and no shorter without its marks; the first lines of the text can be one where they are this short.
LONGEST, SHORTEST, FIRST_LINES, LONGEST_IN_TEXT = 80, 4, 2, 50
# So many lines above the text are looked at. Of the text its paragraphs tell what it speaks of, not its short lines.
MOST_LINES, PARAGRAPH = 25, 40
# What holds more articles is an archive, and has a form of its own.
MOST_ARTICLES = 30
# How far from the text, and from the headline that the rules chose, it is counted; how often a line stands on the page.
ABOVE, BESIDE, TIMES = 8, 6, 4
# Beside a title stand others; how much longer one is than the other (in pairs of characters) is counted so far.
TITLES, FURTHEST, MARKS = frozenset({Label.HEADLINE, Label.KICKER, Label.SUBTITLE}), 6, " ,“「!?、:·"
# What becomes of a headline that is none: it is never put into the text.
NOT_HEADLINE = (Label.HEADLINE, *TEXT)


class Headlines:
    """The lines of a page that can be headlines of its articles. ``rows`` are its blocks."""

    def __init__(self, rows: Sequence[Row], pair_weights: PairWeights) -> None:
        self._rows = rows
        self._pair_weights = pair_weights
        self._labels = [row.label for row in rows]
        self._bares = [bare(row.text) for row in rows]
        self._lines = Lines((row.text for row in rows), self._labels, [row.rule for row in rows])
        self._times = Counter(self._bares)
        self._texts: dict[int, list[int]] = {}
        self._chosen: dict[int, list[int]] = {}
        for index, row in enumerate(rows):
            if row.article and row.label in TEXT:
                self._texts.setdefault(row.article, []).append(index)
            if row.article and row.label is Label.HEADLINE:
                self._chosen.setdefault(row.article, []).append(index)

    def candidates(self) -> Iterator[tuple[int, list[int]]]:
        """Yield each article that has a text, with the lines that can be its headline (by index); none on a page of too many."""
        end = 0
        if len(self._texts) > MOST_ARTICLES:
            return
        for number in sorted(self._texts, key=lambda one: self._texts[one][0]):
            text = self._texts[number]
            above = [index for index in range(end, text[0]) if self._may_head(index)]
            first = [index for index in text[:FIRST_LINES] if len(self._rows[index].text) <= LONGEST_IN_TEXT]
            end = max(end, text[-1] + 1)
            yield number, sorted({*[*above, *first][-MOST_LINES:], *self.chosen(number)})

    def _may_head(self, index: int) -> bool:
        """Whether a line is as long as a headline, and no subtitle that says so (——…)."""
        text = self._rows[index].text
        return len(text) <= LONGEST and len(self._bares[index]) >= SHORTEST and not SUBTITLE_START.match(text)

    def chosen(self, number: int) -> list[int]:
        """Return the indexes of the lines that the rules took for the headline of an article."""
        return self._chosen.get(number, [])

    def is_copy(self, index: int, number: int) -> bool:
        """Whether a line says what the headline of an article says that the rules chose, or a part of it, or more."""
        line = self._bares[index]
        return any(line in self._bares[one] or self._bares[one] in line for one in self.chosen(number))

    def instead(self, lines: LineClassifier) -> list[Label]:
        """Return what each line is where it is no headline, by its words."""
        scores = lines.scores(self._lines)
        scores[:, [lines.labels.index(label) for label in NOT_HEADLINE]] = -inf
        return [lines.labels[best] for best in scores.argmax(axis=1)]

    def features(self, number: int, candidates: Sequence[int]) -> Iterator[list[str]]:
        """Yield what is true of each candidate for an article."""
        text = self._texts[number]
        of_text = bigrams("".join(row.text for row in map(self._rows.__getitem__, text) if len(row.text) >= PARAGRAPH))
        shares = {index: self._pair_weights.share(bigrams(self._rows[index].text), of_text) for index in candidates}
        best = max(shares.values(), default=0.0)
        chosen = self.chosen(number)
        share_chosen = max((shares[index] for index in chosen), default=None)
        for index in candidates:
            share = tenths(shares[index])
            yield [
                *self._lines.features(index),
                *self._where(number, index),
                f"share {share}",
                f"share {share} {self._rows[index].label}",
                f"share {share} {'best' if shares[index] >= best else 'less'}",
                f"no headline {share}"
                if share_chosen is None
                else f"share against chosen {int(10 * (shares[index] - share_chosen))} {index in chosen}",
                f"chosen {index in chosen}",
                *self._copies(number, index, share),
                *self._titles_beside(index, shares),
            ]

    def _where(self, number: int, index: int) -> Iterator[str]:
        labels = self._labels
        yield f"above text {min(ABOVE, self._texts[number][0] - index)}"
        for one in self.chosen(number)[:1]:
            yield f"from chosen {max(-BESIDE, min(BESIDE, index - one))}"
        yield f"below {' '.join(labels[index + 1 : index + 3])}"
        yield f"meta below {Label.META in labels[index + 1 : index + 4]}"
        yield f"meta above {Label.META in labels[max(0, index - 3) : index]}"

    def _titles_beside(self, index: int, shares: dict[int, float]) -> Iterator[str]:
        """Yield how a line stands to the title beside it: which is kicker, headline or subtitle they tell together."""
        line = self._rows[index].text
        for step in (-1, 1):
            beside = index + step
            if not 0 <= beside < len(self._rows) or self._labels[beside] not in TITLES:
                continue
            other = self._rows[beside].text
            longer = max(-FURTHEST, min(FURTHEST, (len(other) - len(line)) // 2))
            yield f"title {step} longer {longer}"
            yield f"title {step} longer {longer} {self._rows[index].label}"
            for mark in MARKS:
                if mark in line or mark in other:
                    yield f"title {step} {mark} {mark in line} {mark in other}"
            for name, text in (("own", line), ("other", other)):
                yield f"title {step} {name} start {text[:2]}"
                yield f"title {step} {name} end {text[-2:]}"
                yield f"title {step} {name} size {len(text) // 3}"
                yield from (f"title {step} {name} pair {pair}" for pair in bigrams(text))
            if beside in shares:
                yield f"title {step} share {int(5 * (shares[beside] - shares[index]))}"

    def _copies(self, number: int, index: int, share: int) -> Iterator[str]:
        line = self._bares[index]
        inside = min(TIMES, sum(line in other for other in self._bares) - 1)
        yield f"times {min(TIMES, self._times[line])}"
        yield f"inside {inside}"
        if inside:
            yield f"inside {inside} {share}"
        yield f"in text {any(line in self._bares[one] for one in self._texts[number] if one != index)}"


def better(
    page: Headlines, number: int, candidates: Sequence[int], features: Iterable[list[str]], weights: Weights
) -> int | None:
    """Return the line that is likelier the headline of an article than what was chosen; None where that is to be believed."""
    scores = {index: weights.scores(one)[0] for index, one in zip(candidates, features, strict=True)}
    best = max(scores, key=lambda index: scores[index], default=None)
    chosen = page.chosen(number)
    if best is None or best in chosen or page.is_copy(best, number):
        return None
    return best if scores[best] > max([0.0, *(scores[index] + MARGIN for index in chosen)]) else None


def choose_headlines(labelled: LabelledPage, rows: Sequence[Row], weights: Weights, lexicon: Lexicon) -> LabelledPage:
    """Return a dump with better headlines, or itself where there are none; what was one before is labelled by its words.

    An HTML page tells its headline by its elements.
    """
    blocks = list(labelled.blocks)
    if any(one.block.layout.path for one in blocks):
        return labelled
    page = Headlines(rows, lexicon.pair_weights)
    found = (
        (number, better(page, number, candidates, page.features(number, candidates), weights))
        for number, candidates in page.candidates()
    )
    changes = [(number, best) for number, best in found if best is not None]
    if not changes:
        return labelled
    instead = page.instead(lexicon.line_classifier)
    for number, best in changes:
        for index in page.chosen(number):
            blocks[index] = LabelledBlock(blocks[index].block, instead[index], BY_TEXT)
        blocks[best] = LabelledBlock(blocks[best].block, Label.HEADLINE, BY_TEXT)
    return LabelledPage(labelled.page, tuple(blocks))
