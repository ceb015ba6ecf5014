"""Where each part of a record comes from: the page, the characters of its source, the places of its metadata, the edits."""

from bisect import bisect_right
from collections.abc import Iterable

from .model import NOWHERE, ArticleBlocks, Block, Finding, LabelledBlock, Metadata
from .record import FoundAt, RecordEdit, RecordSource
from .repair import origins


def source_of(article: ArticleBlocks, metadata: Metadata, number: int, count: int) -> RecordSource:
    """Return where article ``number`` of the ``count`` of its page comes from."""
    page, stated = article.labelled.page, metadata.first("url")
    return RecordSource(
        path=page.source.name,
        # The id is of where the page was found alone: the address that it states can be another site's.
        url=page.source.url or (stated.value if stated else None),
        media_type=page.media_type,
        fetched=page.source.fetched,
        encoding=page.encoding,
        declared=page.declared,
        sha256=page.sha256,
        article=number,
        articles=count,
    )


def origin_of(
    paragraphs: list[tuple[str, list[LabelledBlock]]], lines: list[tuple[int, int]]
) -> Iterable[tuple[int, int, int, int]]:
    """Yield the stretches of the record's text, in order: start and end there, start and end in ``Page.source_text``.

    ``lines`` are the places of the paragraphs in the text.
    """
    for (_, blocks), (start, _) in zip(paragraphs, lines, strict=True):
        place = start
        for labelled in blocks:
            yield from _stretches(labelled.block, place)
            place += len(labelled.block.text)


def _stretches(block: Block, place: int) -> Iterable[tuple[int, int, int, int]]:
    """Yield the stretches of a block that map one to one to the source, and those that a repair made longer or shorter."""
    offset = block.source.start
    if not block.edits:
        yield place, place + len(block.text), offset, offset + len(block.text)
        return
    ranges = origins(block.raw, block.edits)
    start = 0
    for index in range(1, len(ranges) + 1):
        one, other = ranges[index - 1], ranges[index] if index < len(ranges) else None
        goes_on = other is not None and (
            other == one or (one[1] - one[0] == other[1] - other[0] == 1 and other[0] == one[1])
        )
        if not goes_on:
            yield place + start, place + index, offset + ranges[start][0], offset + one[1]
            start = index


def findings_of(article: ArticleBlocks, metadata: Metadata) -> Iterable[FoundAt]:
    """Yield each value of the metadata as printed, with its place in the source."""
    for finding in metadata.findings:
        place = None if finding.span == NOWHERE else source_place(article, finding)
        yield FoundAt(field=finding.field, value=finding.value, source=place, rule=finding.rule)


def source_place(article: ArticleBlocks, finding: Finding) -> tuple[int, int]:
    """Return where a finding stands in ``Page.source_text``; it may reach over the end of a block."""
    return _source_of(article, finding.span.start)[0], _source_of(article, finding.span.end - 1)[1]


def _source_of(article: ArticleBlocks, place: int) -> tuple[int, int]:
    blocks = article.labelled.blocks
    behind = bisect_right(blocks, place, key=lambda one: one.block.span.start)
    block = blocks[max(0, behind - 1)].block
    if not block.span.start <= place < block.span.end:
        raise AssertionError(f"no block holds the character {place}")
    start, end = origins(block.raw, block.edits)[place - block.span.start]
    return block.source.start + start, block.source.start + end


def edits_of(article: ArticleBlocks) -> Iterable[RecordEdit]:
    """Yield the edits of the blocks of an article, in the order in which they were made."""
    for index in article.indexes:
        block = article.labelled.blocks[index].block
        for edit in block.edits:
            yield RecordEdit(
                source=block.source.start,
                start=edit.start,
                rule=edit.rule,
                before=edit.before,
                after=edit.after,
                margin=edit.margin,
            )
