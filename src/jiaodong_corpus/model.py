"""The types that flow through the pipeline, in flow order.

All are frozen. Those of which a page has hundreds are named tuples, which are made in a third of the time of a dataclass.
All offsets are half-open and count Unicode code points. Two texts have offsets: ``Page.source_text`` (what was received: the
decoded dump, or the text nodes of an HTML page, one block a line) and ``Page.text`` (the repaired blocks, one a line).
Characters change in number between the two and never after.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from .layout import Layout, Stated
from .visible import visible

# How many bytes, blocks, and tags a block a page may have unless told otherwise; those seen have 3,000 blocks, and nine tags each.
MAX_BYTES, MAX_BLOCKS, TAGS_A_BLOCK = 20_000_000, 50_000, 20


class Label(StrEnum):
    """The role of a block on its page."""

    HEADLINE = "headline"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    META = "meta"
    SUMMARY = "summary"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"
    EDITOR_CREDIT = "editor_credit"
    TAGS = "tags"
    NAV = "nav"
    RELATED = "related"
    PAGER = "pager"
    COMMENTS = "comments"
    DISCLAIMER = "disclaimer"
    FOOTER = "footer"
    WIDGET = "widget"
    AD = "ad"
    SPAM = "spam"
    MARKUP = "markup"

    @property
    def of_article(self) -> bool:
        """Whether a block with this label belongs to an article (the rest is furniture)."""
        return self in ARTICLE_LABELS


ARTICLE_LABELS = frozenset(list(Label)[: list(Label).index(Label.NAV)])


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page came from.

    ``name`` is its path relative to the argument that led to it (POSIX form), or ``-`` or ``<text>`` for a page that
    was handed over. It is part of record ids, so it never holds anything of this machine.
    """

    name: str
    url: str | None = None
    media_type: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as received; ``charset`` is what its transport (HTTP, MIME) said of its encoding."""

    source: Source
    content: bytes
    charset: str | None = None


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that this span covers."""
        return text[self.start : self.end]


NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that a repair made inside a block: at ``start``, ``before`` became ``after``.

    ``start`` is an offset into the text of the block as it is when the edit's turn comes; within one repair they stand from right
    to left, so it is that of the text given, too. ``margin`` is by how many nats the reading beats the next one, if there was one.
    """

    rule: str
    start: int
    before: str
    after: str
    margin: float | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Damage that was left as it is: the name of the flag, where it stands in the block's text, and the evidence."""

    name: str
    start: int
    evidence: str


class Block(NamedTuple):
    """A stretch of the page that stands on its own: a line of a dump, a block element of HTML, or a part of either.

    ``raw`` is what was received (``source`` is its place in ``Page.source_text``), ``text`` is ``raw`` after ``edits`` (``span`` is
    its place in ``Page.text``), ``folded`` is ``text`` in the form that patterns are matched on, equally long. ``doubts`` are the
    places that a repair would not touch.
    """

    span: Span
    source: Span
    raw: str
    edits: tuple[Edit, ...]
    text: str
    folded: str
    layout: Layout
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page, decoded, repaired and laid out: its blocks in order, with only white space between them.

    ``declared`` is the encoding that the page or its transport named, ``lost_bytes`` counts those that gave no character.
    Of HTML, ``stated`` is what it states for programs, and ``unseen`` counts the scripts, styles, comments and the like
    that no reader sees.
    """

    source: Source
    sha256: str
    encoding: str
    declared: str | None
    lost_bytes: int
    media_type: str
    source_text: str
    text: str
    blocks: tuple[Block, ...]
    stated: tuple[Stated, ...] = ()
    unseen: tuple[tuple[str, int], ...] = ()


class LabelledBlock(NamedTuple):
    """A block, its label, and the name of the rule that gave it."""

    block: Block
    label: Label
    rule: str


@dataclass(frozen=True)
class LabelledPage:
    """A page with a label on every block. Its blocks can be finer than the page's: rules may cut a line in two."""

    page: Page
    blocks: tuple[LabelledBlock, ...]

    @cached_property
    def disclaimers(self) -> str:
        """The folded text of all disclaimers; each of hundreds of articles asks for it."""
        return "".join(one.block.folded for one in self.blocks if one.label is Label.DISCLAIMER)

    @cached_property
    def outside(self) -> tuple[Block, ...]:
        """The blocks that are of no article; each of hundreds of articles asks for them."""
        return tuple(one.block for one in self.blocks if not one.label.of_article)

    @cached_property
    def rules(self) -> frozenset[str]:
        """The rules that labelled a block of the page."""
        return frozenset(one.rule for one in self.blocks)


@dataclass(frozen=True, slots=True)
class ArticleBlocks:
    """The blocks of one article, as indexes into ``labelled.blocks``, in page order.

    ``paragraphs`` holds the body and subheading blocks: each paragraph is one index, or several where columns or hard
    line ends broke it. ``page_head`` are the lines that speak for the whole newspaper page (its name and date).
    ``doubts`` are the places where another reading competes: flag name and evidence.
    """

    labelled: LabelledPage
    kind: str
    indexes: tuple[int, ...]
    paragraphs: tuple[tuple[int, ...], ...]
    page_head: tuple[Block, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()

    def having(self, *labels: Label) -> Iterator[Block]:
        """Yield the blocks of this article that carry one of ``labels``, in page order."""
        blocks = (self.labelled.blocks[index] for index in self.indexes)
        yield from (one.block for one in blocks if one.label in labels)


@dataclass(frozen=True, slots=True)
class Finding:
    """A metadata value, where it stands (``span`` in ``Page.text``, ``NOWHERE`` if only stated), and the rule that found it."""

    field: str
    value: str
    span: Span
    rule: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about one article: findings in page order, and the places where two of them compete."""

    findings: tuple[Finding, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()

    def all(self, name: str) -> list[Finding]:
        """Return the findings of one field."""
        return [finding for finding in self.findings if finding.field == name]

    def first(self, name: str) -> Finding | None:
        """Return the first finding of one field, or None."""
        return next(iter(self.all(name)), None)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A page that gave no record: ``no_article`` (it holds none) or ``error`` (it could not be processed)."""

    source: Source
    kind: str
    stage: str
    reason: str


class JdcError(Exception):
    """An input or an output that cannot be used; the message names it and says what to do, and holds nothing unseen."""

    def __str__(self) -> str:
        return visible(super().__str__())


class PageError(JdcError):
    """A page that cannot be processed. It becomes a rejection; the run goes on."""

    def __init__(self, stage: str, reason: str) -> None:
        super().__init__(reason)
        self.stage, self.reason = stage, reason
