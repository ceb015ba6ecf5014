"""Score the pipeline against gold: labels by character and by line, article boundaries, paragraphs, metadata.

How gold is written stands in ``data/gold/README.md``; anyone can score their own with ``jdc evaluate``.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .model import ArticleBlocks, JdcError, Label, LabelledPage
from .pipeline import PageResult, read_and_process
from .read import plan_file
from .record import Person, Record
from .repair import origins
from .scores import Scores
from .toolkit import Toolkit

FIELDS = (
    "headline", "kicker", "subtitle", "byline", "outlet", "via", "dateline", "published", "updated", "editor", "tags",
    "views", "summary", "auto_summary", "captions",
)  # fmt: skip
TEXT = frozenset({Label.BODY.value, Label.SUBHEADING.value})
TAKEN_OFF = frozenset({Label.MARKUP.value, Label.SPAM.value})


@dataclass(frozen=True, slots=True)
class Row:
    """A block of a gold page: its label, its article (0 for furniture), whether it goes on a paragraph, and its text."""

    label: str
    article: int
    joins: bool
    text: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A page annotated by hand."""

    name: str
    page: Path
    rows: tuple[Row, ...]
    articles: tuple[dict[str, Any], ...]


def load_gold(folder: Path) -> list[Gold]:
    """Return the gold pages in ``folder`` and below, by name.

    Raises:
        JdcError: there is none, or one of them cannot be read.

    """
    files = sorted(folder.rglob("gold.toml"))
    if not files:
        raise JdcError(f"{folder}: no gold.toml in it. Name a folder of gold; data/gold/README.md shows its form.")
    return [_load(file, folder) for file in files]


def _load(file: Path, top: Path) -> Gold:
    try:
        values = tomllib.loads(file.read_text("utf-8"))
        lines = (file.parent / "labels.tsv").read_text("utf-8").splitlines()
        rows = tuple(_row(line) for line in lines if line.strip())
        page = file.parent / values["page"]
    except (OSError, ValueError, KeyError) as error:
        raise JdcError(f"{file.parent}: {error}. See data/gold/README.md for the form of gold.") from error
    return Gold(file.parent.relative_to(top).as_posix(), page, rows, tuple(values.get("article", ())))


def _row(line: str) -> Row:
    label, article, text = line.split("\t", 2)
    number = article.rstrip("+")
    return Row(Label(label).value, int(number) if number != "-" else 0, article.endswith("+"), text)


def evaluate(gold: Iterable[Gold], toolkit: Toolkit) -> Iterator[Scores]:
    """Yield the scores of each gold page."""
    for one in gold:
        yield score(one, read_and_process(plan_file(one.page), toolkit))


def score(gold: Gold, result: PageResult) -> Scores:
    """Score what became of a page against its gold.

    Raises:
        JdcError: the rows of the gold are not the text of the page.

    """
    scores = Scores(gold.name)
    scores.add("pages", 0 if result.rejection and result.rejection.kind == "error" else 1, 1)
    if result.labelled is None:
        scores.wrong.append(result.rejection.reason if result.rejection else "")
        return scores
    want = _characters((row.label, row.article, row.joins, row.text) for row in gold.rows)
    have = _characters(_found_rows(result.labelled, result.articles, want))
    if want.text != have.text:
        raise JdcError(
            f"{gold.name}: labels.tsv does not spell the page {gold.page}. Copy its text column from the page."
        )
    _score_labels(scores, gold, want, have)
    pairs = _pair_articles(want, have)
    _score_boundaries(scores, gold, want, have)
    for want_number, values in enumerate(gold.articles, 1):
        number = pairs.get(want_number)
        _score_fields(scores, want_number, values, result.records[number - 1] if number else None)
    for number in set(range(1, len(result.records) + 1)) - set(pairs.values()):
        scores.wrong.append(f"article {number} is none: {result.records[number - 1].text[:30]}")
    return scores


@dataclass(frozen=True, slots=True)
class _Characters:
    """Label and article of every character that is not white space, and where paragraphs and articles begin and end."""

    text: str
    labels: list[str]
    articles: list[int]
    paragraphs: set[tuple[int, int]]

    def extents(self) -> dict[int, tuple[int, int]]:
        extents: dict[int, tuple[int, int]] = {}
        for place, (label, article) in enumerate(zip(self.labels, self.articles, strict=True)):
            if article and (label in TEXT or label == Label.CAPTION.value):
                extents[article] = (extents.get(article, (place, 0))[0], place + 1)
        return extents


def _characters(rows: Iterable[tuple[str, int, bool, str]]) -> _Characters:
    text: list[str] = []
    labels: list[str] = []
    articles: list[int] = []
    open_paragraphs: dict[int, list[int]] = {}
    paragraphs: list[list[int]] = []
    for label, article, joins, words in rows:
        bare = "".join(words.split())
        start = len(labels)
        text.append(bare)
        labels += [label] * len(bare)
        articles += [article] * len(bare)
        if label in TEXT and article:
            if joins and article in open_paragraphs:
                open_paragraphs[article].append(start + len(bare))
            else:
                open_paragraphs[article] = [start, start + len(bare)]
                paragraphs.append(open_paragraphs[article])
    spans = {(places[0], hash(tuple(places[1:]))) for places in paragraphs}
    return _Characters("".join(text), labels, articles, spans)


def _found_rows(
    labelled: LabelledPage, articles: Iterable[ArticleBlocks], want: _Characters
) -> Iterator[tuple[str, int, bool, str]]:
    """Yield label, article, whether it goes on a paragraph, and characters of each block.

    What a repair took off an end of a block, noise or a keyword, is no text: where gold says so, too, it counts as that.
    """
    numbers = {index: number for number, one in enumerate(articles, 1) for index in one.indexes}
    joined = {index for one in articles for paragraph in one.paragraphs for index in paragraph[1:]}
    place = 0
    for index, (block, label, _) in enumerate(labelled.blocks):
        words = "".join(block.raw.split())
        kept = origins(block.raw, block.edits) if block.edits else []
        # How many characters are in front of what is kept, and up to its end.
        start, end = (
            (len("".join(block.raw[:at].split())) for at in (kept[0][0], kept[-1][1])) if kept else (0, len(words))
        )
        start = start if TAKEN_OFF.issuperset(want.labels[place : place + start]) else 0
        end = end if TAKEN_OFF.issuperset(want.labels[place + end : place + len(words)]) else len(words)
        if start:
            yield want.labels[place], 0, False, words[:start]
        yield label.value, numbers.get(index, 0), index in joined, words[start:end]
        if end < len(words):
            yield want.labels[place + end], 0, False, words[end:]
        place += len(words)


def _score_labels(scores: Scores, gold: Gold, want: _Characters, have: _Characters) -> None:
    right = sum(one == other for one, other in zip(want.labels, have.labels, strict=True))
    scores.add("labels by character", right, len(want.labels))
    in_body = [(one in TEXT, other in TEXT) for one, other in zip(want.labels, have.labels, strict=True)]
    scores.add("text kept", sum(one and other for one, other in in_body), sum(one for one, _ in in_body))
    scores.add("text clean", sum(one and other for one, other in in_body), sum(other for _, other in in_body))
    place = 0
    for row in gold.rows:
        end = place + len("".join(row.text.split()))
        found = Counter(have.labels[place:end])
        scores.add("labels by line", found.keys() == {row.label}, 1)
        if found and found.keys() != {row.label}:
            scores.wrong.append(f"{row.label} read as {'+'.join(sorted(found))}: {row.text[:40]}")
        place = end


def _pair_articles(want: _Characters, have: _Characters) -> dict[int, int]:
    """Return for each gold article the found one that shares most characters with it, each used once."""
    shared = Counter((one, other) for one, other in zip(want.articles, have.articles, strict=True) if one and other)
    pairs: dict[int, int] = {}
    for (one, other), _ in shared.most_common():
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def _score_boundaries(scores: Scores, gold: Gold, want: _Characters, have: _Characters) -> None:
    expected, found = set(want.extents().values()), set(have.extents().values())
    scores.add("article boundaries", 2 * len(expected & found), len(expected) + len(found))
    if not gold.articles:
        scores.add("pages without article", not have.extents(), 1)
    both = len(want.paragraphs & have.paragraphs)
    scores.add("paragraphs", 2 * both, len(want.paragraphs) + len(have.paragraphs))


def _score_fields(scores: Scores, number: int, values: dict[str, Any], record: Record | None) -> None:
    scores.add("articles found", record is not None, 1)
    for name in FIELDS:
        want = _plain(values.get(name))
        have = _plain(getattr(record, name)) if record else None
        if want is None and have is None:
            continue
        scores.add(name, want == have, 1)
        if want != have:
            scores.wrong.append(f"article {number}: {name} is {want!r}, found {have!r}")


def _plain(value: object) -> object:
    """Return a metadata value in one form for comparing: names with roles as pairs, white space aside."""
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value] or None
    if isinstance(value, str):
        return "".join(value.split())
    if isinstance(value, dict):
        return (_plain(value["name"]), value["role"])
    return (_plain(value.name), value.role) if isinstance(value, Person) else value
