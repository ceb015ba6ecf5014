"""Build the record of an article from its blocks and metadata."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from itertools import accumulate, pairwise

from .model import ArticleBlocks, Label, LabelledBlock, Metadata
from .normalize import keep_printed, simplify, traditionalize, traditionalize_names
from .places import find_places
from .provenance import edits_of, findings_of, origin_of, source_of
from .record import (
    Flag,
    Paragraph,
    Person,
    PlaceNamed,
    Quality,
    Record,
    Rendering,
    ScriptCounts,
)
from .record import SpunPhrase as PhraseOfRecord
from .script import ScriptShares, shares_of
from .script_quality import ScriptQuality, is_good, measure
from .segment import Segmented, segment
from .spun import SPUN, SpunReport, find_spun
from .times import iso_time
from .toolkit import Toolkit

# So many phrases stand in the flag of a spun text; all are in its quality.
MAX_PHRASES = 8
# Fields that hold persons' names and nothing else.
OF_PERSONS = frozenset(("byline", "editor"))
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
    made = _render(printed, lines, toolkit)
    shares, sentences = made.shares, made.segmented.sentences
    first = article.labelled.blocks[article.indexes[0]].block.source.start
    return Record.model_validate(
        printed
        | {
            "id": _identity(page.source.url or page.source.name, page.sha256, first),
            "kind": article.kind,
            "source": source_of(article, metadata, number, count),
            "byline": tuple(Person(name=one.value, role=one.role or "author") for one in metadata.all("byline")),
            "published": _time(metadata, "published"),
            "updated": _time(metadata, "updated"),
            "views": int(views.value.replace(",", "")) if (views := metadata.first("views")) else None,
            "hans": made.hans,
            "hant": made.hant,
            "script": shares.script,
            "script_counts": ScriptCounts(hans_only=shares.hans_only, hant_only=shares.hant_only),
            "paragraphs": [
                Paragraph(start=start, end=end, kind=kind)
                for (kind, _), (start, end) in zip(paragraphs, lines, strict=True)
            ],
            "sentences": sentences,
            "sentence_scripts": made.sentence_scripts,
            "tokens": made.segmented.tokens,
            "pos": toolkit.tagger and toolkit.tagger.tag(made.segmented.tokens),
            "places": tuple(_places(made.hans.text, made.segmented.tokens, toolkit)),
            "origin": tuple(origin_of(paragraphs, lines)),
            "findings": tuple(findings_of(article, metadata)),
            "quality": _quality(article, metadata, len(text), made, _spun(article, made, toolkit)),
            "edits": tuple(edits_of(article)),
        }
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rendered:
    """The text fields in both scripts, the words of the text, the script of it and of its sentences, and how good it is where
    it is Traditional."""

    hans: Rendering
    hant: Rendering
    segmented: Segmented
    shares: ScriptShares
    sentence_scripts: tuple[str, ...]
    script_quality: ScriptQuality | None


def _render(printed: dict[str, Value], lines: list[tuple[int, int]], toolkit: Toolkit) -> _Rendered:
    """Write all strings in both scripts; the text is the last of them."""
    scripts = toolkit.scripts
    fields = [name for name, value in printed.items() for _ in _strings(value)]
    strings = [one for value in printed.values() for one in _strings(value)]
    hans = simplify(strings, scripts)
    segmented = segment(hans[-1], lines, toolkit.segmenter)
    words = [*(list(toolkit.segmenter.cut(one)) for one in hans[:-1]), segmented.tokens]
    hant = traditionalize(hans, words, scripts)
    for place, name in enumerate(fields):
        if name in OF_PERSONS:
            hant[place] = traditionalize_names(hans[place], scripts)
    # Sentences cover the text but for line ends, so the script of the whole is told by their sums.
    by_sentence = [scripts.detect(strings[-1][start:end]) for start, end in segmented.sentences]
    shares = shares_of(sum(one.hans_only for one in by_sentence), sum(one.hant_only for one in by_sentence))
    script_quality = measure(strings[-1], hant[-1], scripts) if shares.script in {"zh-Hant", "mixed"} else None
    if script_quality and shares.script == "zh-Hant" and is_good(asdict(script_quality)):
        hant = keep_printed(strings, hant, scripts)
    return _Rendered(
        _rendering(printed, iter(hans).__next__),
        _rendering(printed, iter(hant).__next__),
        segmented,
        shares,
        tuple(one.script for one in by_sentence),
        script_quality,
    )


def _places(hans: str, tokens: tuple[str, ...], toolkit: Toolkit) -> Iterable[PlaceNamed]:
    for one in find_places(hans, tokens, toolkit.gazetteer):
        yield PlaceNamed.model_validate({"name": one.name, "code": one.code, "level": one.level, "spans": one.spans})


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
        # A headline on two lines is one.
        values[name] = first.value.replace("\n", "") if first else None
    for name, mark in (("editor", "、"), ("summary", "\n"), ("auto_summary", "\n")):
        values[name] = mark.join(one.value for one in metadata.all(name)) or None
    values["captions"] = tuple(one.value for one in metadata.all("captions"))
    # A page can print its keywords twice.
    values["tags"] = tuple(dict.fromkeys(one.value for one in metadata.all("tags")))
    return values | {"byline": tuple(one.value for one in metadata.all("byline"))}


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


def _quality(article: ArticleBlocks, metadata: Metadata, length: int, made: _Rendered, spun: SpunReport) -> Quality:
    page = article.labelled.page
    doubts = [*article.doubts, *metadata.doubts]
    for index in article.indexes:
        doubts += [(one.name, one.evidence) for one in article.labelled.blocks[index].block.doubts]
    if metadata.first("headline") is None and article.kind == "article":
        doubts.append(("no_headline", "no line of the page reads as the headline of this text"))
    if page.lost_bytes:
        doubts.append(("lost_bytes", f"{page.lost_bytes} bytes of the page could not be read as {page.encoding}"))
    if spun.score >= SPUN:
        phrases = dict.fromkeys(f"{one.found} → {one.likely}" for one in spun.phrases)
        doubts.append(("spun", f"{spun.score:.2f}: {'; '.join(list(phrases)[:MAX_PHRASES])}"))
    flags = tuple(Flag.model_validate({"name": name, "evidence": evidence}) for name, evidence in doubts)
    share = length / len(page.text) if page.text else 0.0
    measures = {"share_of_page": round(share, 4)}
    if made.script_quality:
        measures |= asdict(made.script_quality)
    measures |= {"spun": spun.score} | {f"spun_{name}": part for name, part in spun.parts.items()}
    return Quality(flags=flags, measures=measures, spun=tuple(PhraseOfRecord(**asdict(one)) for one in spun.phrases))


def _spun(article: ArticleBlocks, made: _Rendered, toolkit: Toolkit) -> SpunReport:
    """Weigh whether the text is spun, beside its headline, its tags and what the page disclaims."""
    titles = [*filter(None, (made.hans.headline, made.hans.kicker)), *made.hans.tags]
    return find_spun(made.hans.text, made.segmented.tokens, titles, article.labelled.disclaimers, toolkit.spun)
