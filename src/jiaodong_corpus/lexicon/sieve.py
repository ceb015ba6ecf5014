"""Which patterns can match a text at all, told by the characters that stand in it.

Every match of a pattern such as ``^.{0,30}(?:转载|版权)`` has 转 or 版 in it, and one of ``^(?:责任)?编辑`` begins with 责 or 编.
Such *signs* are read off the parsed pattern, alternative by alternative, and of the many patterns of a lexicon only those are
tried whose signs stand in the text: of sixty one or two. Of a pattern of fifty alternatives that is only matched, not searched
for, the one that can match is tried by itself.
"""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import zip_longest
from operator import or_
from re import _compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any, Generic, Protocol, TypeVar, cast

from .parsed import CATEGORIES, Items, beginning_of, find_alternatives, signs_of


class _HasPattern(Protocol):
    @property
    def pattern(self) -> str: ...


Entry = TypeVar("Entry", bound=_HasPattern)


class Sieve(Generic[Entry]):
    """Entries with patterns, in their order, and how to find those that a text can match.

    ``anchored`` says that they are matched from the first character of a text; then that tells, too. ``longest`` gives the
    length of the longest text that each entry is meant for.
    """

    def __init__(self, entries: Iterable[Entry], anchored: bool = False, longest: Iterable[int] = ()) -> None:
        # For each alternative of each entry, by its bit: the entry, and the bits of the entries behind it.
        self._entries: list[tuple[Entry, int]] = []
        self._alternatives: list[Items | None] = []
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._signless = 0
        self._by_sign: dict[str, int] = {}
        self._beginnings = _Beginnings() if anchored else None
        limits: dict[int, int] = {}
        for entry, limit in zip_longest(entries, longest):
            alternatives = find_alternatives(entry.pattern)
            behind = -1 << (len(self._entries) + len(alternatives))
            if limit is not None:
                limits[limit] = limits.get(limit, 0) | (behind ^ (-1 << len(self._entries)))
            for alternative in alternatives:
                self._add(alternative)
                self._entries.append((entry, behind))
                self._alternatives.append(alternative)
        self._limits = sorted(limits.items())
        # Where there are no signs it finds none.
        self._signs = re.compile(f"[{re.escape(''.join(sorted(self._by_sign)))}]" if self._by_sign else "(?!)")

    def _add(self, alternative: Items | None) -> None:
        bit = 1 << len(self._entries)
        signs = None if alternative is None else signs_of(alternative)
        if signs is None:
            self._signless |= bit
        for sign in signs or ():
            self._by_sign[sign] = self._by_sign.get(sign, 0) | bit
        if self._beginnings is not None:
            self._beginnings.add(bit, None if alternative is None else beginning_of(alternative)[0])

    def of(self, text: str) -> list[Entry]:
        """Return, in order, the entries that may match ``text``; no other does."""
        chosen = self._choose(text)
        found: list[Entry] = []
        while chosen:
            entry, behind = self._entries[(chosen & -chosen).bit_length() - 1]
            found.append(entry)
            chosen &= behind
        return found

    def matching(self, text: str) -> Iterator[Entry]:
        """Yield, in order, the entries whose pattern matches ``text`` from its first character."""
        chosen = self._choose(text)
        while chosen:
            lowest = chosen & -chosen
            place = lowest.bit_length() - 1
            entry, behind = self._entries[place]
            pattern = self._compiled.get(place) or self._compile(place)
            if pattern.match(text):
                yield entry
                chosen &= behind
            else:
                chosen ^= lowest

    def _compile(self, place: int) -> re.Pattern[str]:
        alternative = self._alternatives[place]
        # Parsed items are compiled as `re` compiles those that it parsed itself.
        compiled = _compiler.compile(alternative or self._entries[place][0].pattern)
        self._compiled[place] = compiled
        return cast("re.Pattern[str]", compiled)

    def _choose(self, text: str) -> int:
        """Return the bits of the alternatives that may match a text."""
        chosen = reduce(or_, map(self._by_sign.__getitem__, set(self._signs.findall(text))), self._signless)
        if self._beginnings is not None and text:
            chosen &= self._beginnings[text[0]]
        for limit, bits in self._limits:
            if len(text) <= limit:
                break
            chosen &= ~bits
        return chosen


class _Beginnings(dict[str, int]):
    """For each character the bits of the alternatives that can begin with it."""

    def __init__(self) -> None:
        super().__init__()
        self._any = 0
        self._literal: dict[int, int] = {}
        self._wide: list[tuple[tuple[Any, Any], int]] = []

    def add(self, bit: int, members: Items | None) -> None:
        """Add an alternative that begins with one of some members of a class; None stands for anything."""
        if members is None:
            self._any |= bit
        for code, value in members or ():
            if code is op.LITERAL:
                self._literal[value] = self._literal.get(value, 0) | bit
            else:
                self._wide.append(((code, value), bit))

    def __missing__(self, char: str) -> int:
        found = self._any | self._literal.get(ord(char), 0)
        for (code, value), bit in self._wide:
            if value[0] <= ord(char) <= value[1] if code is op.RANGE else CATEGORIES[value](char):
                found |= bit
        self[char] = found
        return found
