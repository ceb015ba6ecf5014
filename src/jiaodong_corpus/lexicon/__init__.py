"""The patterns and word lists that rules are made of: reviewed data, validated when it is loaded.

A pattern is matched on the folded text of a block (Simplified, half-width), so one entry serves both scripts. Each entry
says why it is there, what it must hit and what it must miss; the test suite runs the same entries.
"""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import resources
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ..line_classifier import LineClassifier, load_line_classifier
from ..model import Label
from ..pair_weights import PairWeights, load_pair_weights
from .sieve import Sieve

# Most patterns hold for blocks up to this length.
LINE = 60
# The word lists that a lexicon of one's own may add to; each is a field of `Lexicon`.
LISTS = ("menu.txt", "footer.txt", "openers.txt", "surnames.txt", "not_names.txt")
Scope = Literal["anywhere", "edge"]


def _joined(pattern: object) -> object:
    return "".join(map(str, pattern)) if isinstance(pattern, list) else pattern


class Entry(BaseModel):
    """A named pattern with its reason and its cases; a long pattern is written in lines, which are joined as they stand."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    pattern: Annotated[str, BeforeValidator(_joined)]
    why: str
    hits: tuple[str, ...] = Field(min_length=1)
    misses: tuple[str, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern)


class LabelPattern(Entry):
    """A pattern that tells the label of a block which it matches from the first character.

    ``scope`` says where it holds: ``anywhere``; or only at the ``edge`` of the page, before the first or
    after the last paragraph of its articles. Blocks longer than ``max_length`` characters are never matched:
    what is furniture as a line is prose as a paragraph.
    """

    label: Label
    scope: Scope = "anywhere"
    max_length: int = LINE


class FieldPattern(Entry):
    """A pattern for one metadata field inside a line; the group ``value`` is the value, if there is one.

    A pattern that finds several has a group for each, by the name of the field.

    ``field`` is the name of the field, or ``skip`` for words that stand between fields and say nothing.
    """

    field: Literal["published", "updated", "outlet", "author", "editor", "views", "skip"]


class CutPattern(Entry):
    """A pattern whose group ``tail`` or ``head`` is a block of its own on the line of another, with its label.

    ``unless_repeated``: not where the rest of the line stands on the page once more. ``unless_wrapped``: not on a full line of
    hard-wrapped text, which goes on below. ``only_wrapped``: only in hard-wrapped columns of a newspaper. ``once``: not
    where another line of the page has the form, too, as the lines of a list or a chronicle have.
    """

    label: Label
    unless_repeated: bool = False
    unless_wrapped: bool = False
    only_wrapped: bool = False
    once: bool = False


class DatelinePattern(Entry):
    """A pattern for the opening of a report, with the groups ``value``, ``outlet`` and ``names``."""


class Patterns(BaseModel):
    """What a file of the lexicon holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: tuple[LabelPattern, ...] = ()
    field: tuple[FieldPattern, ...] = ()
    cut: tuple[CutPattern, ...] = ()
    role: tuple["Role", ...] = ()
    page: tuple["PagePattern", ...] = ()
    dateline: tuple[DatelinePattern, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All named patterns."""
        return (*self.label, *self.field, *self.cut, *self.page, *self.dateline)


class Role(BaseModel):
    """A word before or after a name in a byline, and the role it stands for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    word: str
    role: str
    labelled: bool = False


class PagePattern(Entry):
    """A sign that a page holds no article but something else, whose blocks all get ``label``.

    The pattern is searched in each block; ``at_least`` different matches on the page are needed. A page of a ``textless`` kind
    has no running text: its signs stand on lines, not in paragraphs, and what reads like an article beside them is one.
    """

    label: Label
    at_least: int = 1
    textless: bool = False


@dataclass(frozen=True)
class Lexicon:
    """All patterns and word lists, in the order in which they are tried."""

    labels: tuple[LabelPattern, ...]
    fields: tuple[FieldPattern, ...]
    cuts: tuple[CutPattern, ...]
    roles: tuple[Role, ...]
    pages: tuple[PagePattern, ...]
    datelines: tuple[DatelinePattern, ...]
    menu: frozenset[str]
    footer: frozenset[str]
    openers: tuple[str, ...]
    surnames: frozenset[str]
    not_names: frozenset[str]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All named patterns."""
        return (*self.labels, *self.fields, *self.cuts, *self.datelines, *self.pages)

    def compile(self) -> None:
        """Compile all patterns now, which is otherwise done when one is first tried."""
        for entry in self.entries:
            entry.regex  # noqa: B018 - it is kept from now on

    def with_patterns(self, patterns: Patterns) -> "Lexicon":
        """Return this lexicon with more patterns, which are tried before its own."""
        return replace(
            self,
            labels=patterns.label + self.labels,
            fields=patterns.field + self.fields,
            cuts=patterns.cut + self.cuts,
            # Of two role words the longer one must be tried first.
            roles=tuple(sorted(patterns.role + self.roles, key=lambda role: -len(role.word))),
            pages=patterns.page + self.pages,
            datelines=patterns.dateline + self.datelines,
        )

    def with_words(self, name: str, text: str) -> "Lexicon":
        """Return this lexicon with the words of ``text`` in the list that the file ``name`` holds, one of ``LISTS``."""
        field = name.removesuffix(".txt")
        held, more = getattr(self, field), words_of(text)
        changed: dict[str, Any] = {field: more + held if isinstance(held, tuple) else held | frozenset(more)}
        return replace(self, **changed)

    @cached_property
    def label_sieve(self) -> Sieve[LabelPattern]:
        """The patterns of labels that a block can match."""
        return Sieve(self.labels, anchored=True, longest=(one.max_length for one in self.labels))

    @cached_property
    def field_sieve(self) -> Sieve[FieldPattern]:
        """The patterns of fields that a line can hold."""
        return Sieve(self.fields)

    @cached_property
    def cut_sieve(self) -> Sieve[CutPattern]:
        """The patterns of cuts that a block can match."""
        return Sieve(self.cuts, anchored=True)

    @cached_property
    def page_sieve(self) -> Sieve[PagePattern]:
        """The signs of pages without an article that can stand in a block."""
        return Sieve(self.pages)

    @cached_property
    def dateline_sieve(self) -> Sieve[DatelinePattern]:
        """The patterns of datelines that a paragraph can open with."""
        return Sieve(self.datelines, anchored=True)

    @cached_property
    def line_classifier(self) -> LineClassifier:
        """What lines are by their words; loaded when one is first asked for."""
        return load_line_classifier()

    @cached_property
    def pair_weights(self) -> PairWeights:
        """What pairs of characters tell of what a text speaks of."""
        return load_pair_weights()

    @cached_property
    def role_word(self) -> re.Pattern[str]:
        """All role words in one pattern, in their order."""
        return re.compile("|".join(re.escape(role.word) for role in self.roles))

    @cached_property
    def role_of(self) -> dict[str, "Role"]:
        """The role that each word stands for."""
        return {role.word: role for role in reversed(self.roles)}


def load_lexicon() -> Lexicon:
    """Load the lexicon that ships with the package.

    Raises:
        pydantic.ValidationError: an entry is not valid.
        re.error: a pattern is not.

    """
    files = resources.files(__package__)
    parts = [
        Patterns.model_validate(tomllib.loads(file.read_text("utf-8")))
        for file in sorted(files.iterdir(), key=lambda one: one.name)
        if file.name.endswith(".toml")
    ]
    return Lexicon(
        labels=tuple(entry for part in parts for entry in part.label),
        fields=tuple(entry for part in parts for entry in part.field),
        cuts=tuple(entry for part in parts for entry in part.cut),
        roles=tuple(entry for part in parts for entry in part.role),
        pages=tuple(entry for part in parts for entry in part.page),
        datelines=tuple(entry for part in parts for entry in part.dateline),
        menu=frozenset(words("menu.txt")),
        footer=frozenset(words("footer.txt")),
        openers=words("openers.txt"),
        surnames=frozenset(words("surnames.txt")),
        not_names=frozenset(words("not_names.txt")),
    )


def words(name: str) -> tuple[str, ...]:
    """Return the words of a list in this folder: separated by white space, comments after ``#``."""
    return words_of(resources.files(__package__).joinpath(name).read_text("utf-8"))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of the text of a list."""
    return tuple(word for line in text.splitlines() for word in line.partition("#")[0].split())
