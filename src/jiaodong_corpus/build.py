"""Build the record of an article from its blocks and metadata."""

import hashlib
from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise

from .model import NOWHERE, ArticleBlocks, Block, Finding, Label, LabelledBlock, Metadata
from .normalize import normalize
from .record import Flag, FoundAt, Paragraph, Person, Quality, Record, RecordEdit, RecordSource, Rendering, ScriptCounts
from .repair import origins
from .script import Scripts
from .segment import segment
from .times import iso_time
from .toolkit import Toolkit

Value = str | tuple[str, ...] | None


def build(article: ArticleBlocks, metadata: Metadata, number: int, count: int, toolkit: Toolkit) -> Record:
    """Return the record of article ``number`` of ``count`` of a page.

    Raises:
        pydantic.ValidationError: the record does not hold together; this is a fault of the program, not of the page.

    """
    page = article.labelled.page
    paragraphs = _paragraphs(article)
    text = "\n".join("".join(block.block.text for block in blocks) for _, blocks in paragraphs)
    ends = list(accumulate((sum(len(one.block.text) for one in blocks) + 1 for _, blocks in paragraphs), initial=0))
    lines = [(start, end - 1) for start, end in pairwise(ends)]
    printed = _values(metadata) | {"text": text}
    hans, hant = _render(printed, toolkit.scripts)
    segmented = segment(hans.text, lines, toolkit.segmenter)
    shares = toolkit.scripts.detect(text)
    first = article.labelled.blocks[article.indexes[0]].block.source.start
    return Record.model_validate(
        printed
        | {
            "id": _identity(page.source.url or page.source.name, page.sha256, first),
            "kind": article.kind,
            "source": RecordSource(
                path=page.source.name, url=page.source.url, media_type=page.media_type, fetched=page.source.fetched,
                encoding=page.encoding, sha256=page.sha256, article=number, articles=count,
            ),
            "byline": tuple(Person(name=one.value, role=one.role or "author") for one in metadata.all("byline")),
            "published": _time(metadata, "published"),
            "updated": _time(metadata, "updated"),
            "views": int(views.value.replace(",", "")) if (views := metadata.first("views")) else None,
            "hans": hans,
            "hant": hant,
            "script": shares.script,
            "script_counts": ScriptCounts(hans_only=shares.hans_only, hant_only=shares.hant_only),
            "paragraphs": [
                Paragraph(start=start, end=end, kind=kind)
                for (kind, _), (start, end) in zip(paragraphs, lines, strict=True)
            ],
            "sentences": segmented.sentences,
            "tokens": segmented.tokens,
            "origin": tuple(_origin(paragraphs, lines)),
            "findings": tuple(_found(article, metadata)),
            "quality": _quality(article, metadata, len(text)),
            "edits": tuple(_edits(article)),
        }
    )  # fmt: skip


def _paragraphs(article: ArticleBlocks) -> list[tuple[str, list[LabelledBlock]]]:
    blocks = article.labelled.blocks
    if article.kind == "photo":
        return [("caption", [blocks[index]]) for index in article.indexes if blocks[index].label is Label.CAPTION]
    return [
        (
            "subheading" if blocks[indexes[0]].label is Label.SUBHEADING else "paragraph",
            [blocks[one] for one in indexes],
        )
        for indexes in article.paragraphs
    ]


def _values(metadata: Metadata) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name in ("headline", "kicker", "subtitle", "outlet", "via", "dateline"):
        first = metadata.first(name)
        values[name] = first.value if first else None
    for name, mark in (("editor", "、"), ("summary", "\n"), ("auto_summary", "\n")):
        values[name] = mark.join(one.value for one in metadata.all(name)) or None
    for name in ("tags", "captions"):
        values[name] = tuple(one.value for one in metadata.all(name))
    return values | {"byline": tuple(one.value for one in metadata.all("byline"))}


def _render(printed: dict[str, Value], scripts: Scripts) -> tuple[Rendering, Rendering]:
    strings = [one for value in printed.values() for one in _strings(value)]
    hans, hant = normalize(strings, scripts)
    return _rendering(printed, iter(hans).__next__), _rendering(printed, iter(hant).__next__)


def _strings(value: Value) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def _rendering(printed: dict[str, Value], following: Callable[[], str]) -> Rendering:
    rendered: dict[str, Value] = {}
    for name, value in printed.items():
        strings = tuple(following() for _ in _strings(value))
        rendered[name] = strings[0] if isinstance(value, str) else None if value is None else strings
    return Rendering.model_validate(rendered)


def _identity(name: str, sha256: str, start: int) -> str:
    return "jdc-" + hashlib.sha256(f"{name}\n{sha256}\n{start}".encode()).hexdigest()[:16]


def _time(metadata: Metadata, name: str) -> str | None:
    first = metadata.first(name)
    return iso_time(first.value) if first else None


def _origin(
    paragraphs: list[tuple[str, list[LabelledBlock]]], lines: list[tuple[int, int]]
) -> Iterable[tuple[int, int, int, int]]:
    for (_, blocks), (start, _) in zip(paragraphs, lines, strict=True):
        place = start
        for labelled in blocks:
            yield from _stretches(labelled.block, place)
            place += len(labelled.block.text)


def _stretches(block: Block, place: int) -> Iterable[tuple[int, int, int, int]]:
    """Yield the stretches of a block that map one to one to the source, and those that a repair made longer or shorter."""
    offset = block.source.start
    places = origins(block.raw, block.edits)
    start = 0
    for index in range(1, len(block.text) + 1):
        if index == len(block.text) or places[index] != places[index - 1] + 1:
            last = (
                places[index - 1] + 1
                if index < len(block.text) and places[index] > places[index - 1]
                else places[index]
            )
            yield place + start, place + index, offset + places[start], offset + last
            start = index


def _found(article: ArticleBlocks, metadata: Metadata) -> Iterable[FoundAt]:
    for finding in metadata.findings:
        place = None if finding.span == NOWHERE else source_place(article, finding)
        yield FoundAt(field=finding.field, value=finding.value, source=place, rule=finding.rule)


def source_place(article: ArticleBlocks, finding: Finding) -> tuple[int, int]:
    """Return where a finding stands in ``Page.source_text``."""
    for labelled in article.labelled.blocks:
        block = labelled.block
        if block.span.start <= finding.span.start < block.span.end:
            places = origins(block.raw, block.edits)
            first, last = finding.span.start - block.span.start, finding.span.end - block.span.start
            return block.source.start + places[first], block.source.start + places[last]
    raise AssertionError(f"no block holds the finding {finding}")


def _quality(article: ArticleBlocks, metadata: Metadata, length: int) -> Quality:
    page = article.labelled.page
    doubts = [*article.doubts, *metadata.doubts]
    if metadata.first("headline") is None and article.kind == "article":
        doubts.append(("no_headline", "no line of the page reads as the headline of this text"))
    if page.lost_bytes:
        doubts.append(("lost_bytes", f"{page.lost_bytes} places of the page could not be read as {page.encoding}"))
    flags = tuple(Flag.model_validate({"name": name, "evidence": evidence}) for name, evidence in doubts)
    share = length / len(page.text) if page.text else 0.0
    return Quality(flags=flags, measures={"share_of_page": round(share, 4)})


def _edits(article: ArticleBlocks) -> Iterable[RecordEdit]:
    for index in article.indexes:
        block = article.labelled.blocks[index].block
        for edit in block.edits:
            yield RecordEdit(
                source=block.source.start, start=edit.start, rule=edit.rule, before=edit.before, after=edit.after
            )
