"""The pipeline: one page in, its records and every block out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .article_classifier import DOUBTFUL, ODDS, Verdict, judge_articles, label_others, rows_of
from .build import build
from .containers import pages_in, too_large
from .headline_classifier import choose_headlines
from .label import label
from .metadata import find_metadata
from .model import ArticleBlocks, LabelledPage, Page, PageError, RawPage, Rejection, Source
from .page import parse
from .read import Input, read
from .record import Record
from .split import split
from .toolkit import Toolkit

NO_ARTICLE = "no article: no paragraph of running text belongs to one"


@dataclass(frozen=True, slots=True)
class PageResult:
    """What became of a page.

    ``records`` and ``articles`` go together, one to one. ``left_out`` are texts that were split off as articles and are none,
    with the labels that they had then. ``labelled`` is None where the page could not be read; then, and where it holds no
    article, ``rejection`` says why.
    """

    source: Source
    labelled: LabelledPage | None
    articles: tuple[ArticleBlocks, ...]
    records: tuple[Record, ...]
    rejection: Rejection | None
    left_out: tuple[ArticleBlocks, ...] = ()


def read_and_process_all(page: Input, toolkit: Toolkit) -> Iterator[PageResult]:
    """Take the pages that a file holds, itself or those of an archive, through every stage."""
    for raw in pages_in(page, toolkit.max_bytes):
        yield process(raw, toolkit) if isinstance(raw, RawPage) else PageResult(raw.source, None, (), (), raw)


def read_and_process(page: Input, toolkit: Toolkit) -> PageResult:
    """Read a page and take it through every stage; a page that cannot be read becomes a rejection."""
    try:
        return process(read(page), toolkit)
    except PageError as error:
        return failed(page.source, error.stage, error.reason)


def process(raw: RawPage, toolkit: Toolkit) -> PageResult:
    """Take a page through every stage. Never raises for what is in the page: that becomes a rejection."""
    if len(raw.content) > toolkit.max_bytes:
        return failed(raw.source, "read", too_large(len(raw.content), toolkit.max_bytes))
    try:
        page = parse(raw, toolkit)
    except PageError as error:
        return failed(raw.source, error.stage, error.reason)
    except Exception as error:
        return failed(raw.source, "parse", _describe(error))
    return process_page(page, toolkit)


def process_page(page: Page, toolkit: Toolkit) -> PageResult:
    """Take a parsed page through the stages after parsing."""
    stage = "label"
    try:
        labelled = label(page, toolkit.lexicon, toolkit.templates.of(page))
        stage = "split"
        labelled, articles, left_out = find_articles(labelled, toolkit)
        stage = "metadata"
        found = [find_metadata(article, toolkit.lexicon) for article in articles]
        stage = "build"
        records = tuple(
            build(article, metadata, number, len(articles), toolkit)
            for number, (article, metadata) in enumerate(zip(articles, found, strict=True), 1)
        )
    except Exception as error:
        return failed(page.source, stage, _describe(error))
    rejection = None if records else Rejection(page.source, "no_article", "split", NO_ARTICLE)
    return PageResult(page.source, labelled, articles, records, rejection, left_out)


def find_articles(
    labelled: LabelledPage, toolkit: Toolkit
) -> tuple[LabelledPage, tuple[ArticleBlocks, ...], tuple[ArticleBlocks, ...]]:
    """Return a page, its articles, and the texts that were split off as such and are none; their blocks are labelled anew."""
    found = split(labelled, toolkit.lexicon, toolkit.language)
    rows = rows_of(labelled, found)
    better = choose_headlines(labelled, rows, toolkit.headline_weights, toolkit.lexicon)
    if better is not labelled:
        labelled, found = better, split(better, toolkit.lexicon, toolkit.language)
        rows = rows_of(labelled, found)
    verdicts = [*judge_articles(rows, found, toolkit.article_weights)]
    others = {number: verdict.label for number, verdict in enumerate(verdicts) if verdict.odds > ODDS}
    page = label_others(labelled, found, others) if others else labelled
    articles = tuple(
        replace(one, labelled=page, doubts=(*one.doubts, *_doubts(verdict)))
        for number, (one, verdict) in enumerate(zip(found, verdicts, strict=True))
        if number not in others
    )
    return page, articles, tuple(found[number] for number in others)


def _doubts(verdict: Verdict) -> Iterator[tuple[str, str]]:
    if verdict.odds > DOUBTFUL:
        yield "may_be_no_article", f"{verdict.probability:.0%} likely to be none ({verdict.label})"


def failed(source: Source, stage: str, reason: str) -> PageResult:
    """Return the result of a page that a stage could not process."""
    return PageResult(source, None, (), (), Rejection(source, "error", stage, reason))


def _describe(error: Exception) -> str:
    return f"{type(error).__name__}: {error}. This is a fault of the program; please report it with the page."
