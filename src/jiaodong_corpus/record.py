"""What a line of the corpus holds: the record of an article, checked as it is built."""

from itertools import accumulate
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from .notebook import Card, beginning, card_as_html

SCHEMA_VERSION: Literal["jdc.article/1"] = "jdc.article/1"
Role = Literal["reporter", "correspondent", "intern", "author", "photographer", "editor", "contributor"]
FlagName = Literal[
    "bad_time",
    "columns_in_turn",
    "date_conflict",
    "date_of_copy",
    "headline_behind_body",
    "headline_conflict",
    "lost_bytes",
    "may_be_no_article",
    "no_headline",
    "outlet_conflict",
    "slip_unrepaired",
    "spun",
]
Range = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
Script = Literal["zh-Hans", "zh-Hant", "mixed", "und"]
ISO_TIME = r"^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?)?$"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Person(_Model):
    """Somebody in the byline; ``name`` as printed."""

    name: str
    role: Role


class Rendering(_Model):
    """The text fields of an article in one script, each as long as the printed one."""

    headline: str | None
    kicker: str | None
    subtitle: str | None
    byline: tuple[str, ...]
    outlet: str | None
    via: str | None
    dateline: str | None
    editor: str | None
    tags: tuple[str, ...]
    summary: str | None
    auto_summary: str | None
    captions: tuple[str, ...]
    text: str


class RecordSource(_Model):
    """Where the page came from; ``article`` counts from 1.

    ``url`` is where it was found or, where nobody said, what it states as its address; ``encoding`` is what its bytes were read
    as, ``declared`` what the page or its transport said they were.
    """

    path: str
    url: str | None
    media_type: str
    fetched: str | None
    encoding: str
    declared: str | None
    sha256: str
    article: int
    articles: int


class ScriptCounts(_Model):
    """Characters of ``text`` that only Simplified or only Traditional text has."""

    hans_only: int
    hant_only: int


class Paragraph(_Model):
    """A line of ``text``, half-open."""

    start: int
    end: int
    kind: Literal["paragraph", "subheading", "caption"]


class PlaceNamed(_Model):
    """A place that ``text`` names: its name in the gazetteer, its GB/T 2260 code where it has one, and where it stands."""

    name: str
    code: str | None
    level: Literal["province", "prefecture", "county", "circle", "zone", "feature"]
    spans: tuple[Range, ...]


class FoundAt(_Model):
    """A metadata value as printed, its place in the source, and the rule that found it.

    What a page states only for programs (JSON-LD, meta elements) has no place in its text: null.
    """

    field: str
    value: str
    source: Range | None
    rule: str


class Flag(_Model):
    """A doubt about the record, with its evidence."""

    name: FlagName
    evidence: str


class SpunPhrase(_Model):
    """A phrase of ``hans.text`` that a synonym list seems to have swapped, what it likely was, and the rule that says so."""

    start: int
    end: int
    found: str
    likely: str
    rule: str


class Quality(_Model):
    """Doubts, what was measured (shares and scores are 0..1), and the phrases of a text that is flagged as spun."""

    flags: tuple[Flag, ...]
    measures: dict[str, float]
    spun: tuple[SpunPhrase, ...]


class RecordEdit(_Model):
    """A repair: in the block that begins at ``source``, at ``start``, ``before`` became ``after``.

    ``margin`` is by how many nats the reading beats the next likeliest one, where there was a choice.
    """

    source: int
    start: int
    rule: str
    before: str
    after: str
    margin: float | None


class Record(_Model):
    """An article (or a photo item) of a page. All ranges are half-open, in code points; see the README for each field.

    ``sentences`` (each with its script), ``paragraphs`` and the spans of ``places`` index ``text``; since every rendering
    is as long as the text, they index those too. ``tokens`` spell ``hans.text``. ``origin`` maps ``text`` to the source:
    [start, end, source start, source end].
    """

    schema_version: Literal["jdc.article/1"] = SCHEMA_VERSION
    id: str
    kind: Literal["article", "photo"]
    source: RecordSource
    headline: str | None
    kicker: str | None
    subtitle: str | None
    byline: tuple[Person, ...]
    outlet: str | None
    via: str | None
    dateline: str | None
    published: Annotated[str, Field(pattern=ISO_TIME)] | None
    updated: Annotated[str, Field(pattern=ISO_TIME)] | None
    editor: str | None
    tags: tuple[str, ...]
    views: Annotated[int, Field(ge=0)] | None
    summary: str | None
    auto_summary: str | None
    captions: tuple[str, ...]
    text: str
    hans: Rendering
    hant: Rendering
    script: Script
    script_counts: ScriptCounts
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Range, ...]
    sentence_scripts: tuple[Script, ...]
    tokens: tuple[str, ...]
    pos: tuple[str, ...] | None
    places: tuple[PlaceNamed, ...]
    origin: tuple[tuple[int, int, int, int], ...]
    findings: tuple[FoundAt, ...]
    quality: Quality
    edits: tuple[RecordEdit, ...]

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        lines = [(one.start, one.end) for one in self.paragraphs]
        if "\n".join(self.text[start:end] for start, end in lines) != self.text:
            raise ValueError("the paragraphs do not spell the text")
        if "".join(self.tokens) != self.hans.text:
            raise ValueError("the tokens do not spell hans.text")
        for name, printed in _printed(self).items():
            for rendering in (self.hans, self.hant):
                if _lengths(getattr(rendering, name)) != _lengths(printed):
                    raise ValueError(f"{name} has not the same length in both scripts")
        if [end for _, end in self.sentences if end > len(self.text)] or any(a >= b for a, b in self.sentences):
            raise ValueError("a sentence lies outside the text")
        if len(self.sentence_scripts) != len(self.sentences):
            raise ValueError("not every sentence has a script")
        breaks = set(accumulate(map(len, self.tokens), initial=0))
        if not {edge for sentence in self.sentences for edge in sentence} <= breaks:
            raise ValueError("a token crosses a sentence")
        if self.pos is not None and len(self.pos) != len(self.tokens):
            raise ValueError("pos is not as long as tokens")
        if any(not 0 <= start < end <= len(self.text) for place in self.places for start, end in place.spans):
            raise ValueError("a place lies outside the text")
        if self.origin and (self.origin[-1][1] > len(self.text) or any(one[0] > one[1] for one in self.origin)):
            raise ValueError("origin points outside the text")
        return self

    def __repr__(self) -> str:
        facts = ", ".join(self.card().facts)
        return f"<Record {self.id}: {self.headline or '(no headline)'} ({facts})>"

    def _repr_html_(self) -> str:
        """Return the record as a notebook shows it: how its text begins in both scripts, and what is known of it."""
        return card_as_html(self.card())

    def card(self) -> Card:
        """Return what is shown of this record where there is little room."""
        facts = (self.outlet, self.published, self.script, f"{len(self.text):,} characters")
        return Card(
            self.headline or "(no headline)",
            [one for one in facts if one],
            [flag.name for flag in self.quality.flags],
            beginning(self.hans.text),
            beginning(self.hant.text),
        )


def _printed(record: Record) -> dict[str, str | tuple[str, ...] | None]:
    printed = {name: getattr(record, name) for name in Rendering.model_fields}
    return printed | {"byline": tuple(person.name for person in record.byline)}


def _lengths(value: str | tuple[str, ...] | None) -> int | list[int] | None:
    return len(value) if isinstance(value, str) else None if value is None else [len(one) for one in value]
