"""Which patterns can match a text at all, told by the characters that stand in it.

Every match of a pattern such as ``^.{0,30}(?:转载|版权)`` has 转 or 版 in it, and one of ``^(?:责任)?编辑`` begins with 责 or 编.
Such *signs* are read off the parsed pattern, alternative by alternative, and of the many patterns of a lexicon only those are
tried whose signs stand in the text: of sixty one or two.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import zip_longest
from operator import or_
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Generic, Protocol, TypeVar, cast

# More alternatives than this tell nothing.
MAX_SIGNS = 400
# Digits, letters and these marks stand on most lines, the commonest characters of news pages on some, others on few.
COMMON, MARKS = 30, frozenset(" ,.:;?!()-/\"'%、。“”")
FREQUENT, CHARACTERS = (
    6,
    frozenset(
        "的人新国中大一网不年发有上时在会家闻是日市信了为经公分行图生小用全机出个易美和车报动论成视点业到股地天多体前高开下资电要文评产子"
        "对能我与手关方看现民最月内自金本万这被后事部外者海好工长频进明专间以作热场通广务元主度三题理道心于客实科将重表品可保"
    ),
)
# What takes up no character.
ZERO_WIDTH = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
CATEGORIES: dict[Any, Callable[[str], bool]] = {op.CATEGORY_DIGIT: str.isdecimal, op.CATEGORY_SPACE: str.isspace}

# Items of a parsed pattern, and members of a class of characters: the parser's own codes and values.
Items = Sequence[tuple[Any, Any]]


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
        self._limits = sorted(limits.items())
        # Where there are no signs it finds none.
        self._signs = re.compile(f"[{re.escape(''.join(sorted(self._by_sign)))}]" if self._by_sign else "(?!)")

    def _add(self, alternative: Items | None) -> None:
        bit = 1 << len(self._entries)
        signs = None if alternative is None else _of_sequence(alternative)
        if signs is None:
            self._signless |= bit
        for sign in signs or ():
            self._by_sign[sign] = self._by_sign.get(sign, 0) | bit
        if self._beginnings is not None:
            self._beginnings.add(bit, None if alternative is None else _beginning(alternative)[0])

    def of(self, text: str) -> list[Entry]:
        """Return, in order, the entries that may match ``text``; no other does."""
        chosen = reduce(or_, map(self._by_sign.__getitem__, set(self._signs.findall(text))), self._signless)
        if self._beginnings is not None and text:
            chosen &= self._beginnings[text[0]]
        for limit, bits in self._limits:
            if len(text) <= limit:
                break
            chosen &= ~bits
        found: list[Entry] = []
        while chosen:
            entry, behind = self._entries[(chosen & -chosen).bit_length() - 1]
            found.append(entry)
            chosen &= behind
        return found


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


def find_alternatives(pattern: str) -> list[Items | None]:
    """Return what a pattern begins as one of, each parsed to its end; None stands for what cannot be told."""
    parsed = _parser.parse(pattern)
    return [None] if parsed.state.flags & re.IGNORECASE else list(_alternatives(list(parsed)))


def _alternatives(items: list[tuple[Any, Any]]) -> Iterator[Items]:
    for place, (code, value) in enumerate(items):
        before, behind = items[:place], items[place + 1 :]
        if code is op.BRANCH:
            for branch in value[1]:
                yield from _alternatives([*before, *branch, *behind])
            return
        if code is op.SUBPATTERN and not value[1] & re.IGNORECASE:
            yield from _alternatives([*before, *value[3], *behind])
            return
        if code not in ZERO_WIDTH:
            break
    yield items


def _beginning(items: Iterable[tuple[Any, Any]]) -> tuple[Items | None, bool]:
    """Return the class of what a match begins with, None for anything; and whether the items can match nothing."""
    members: list[tuple[Any, Any]] = []
    for code, value in items:
        if code in ZERO_WIDTH:
            continue
        begin, empty = _beginning_of(code, value)
        if begin is None:
            return None, False
        members += begin
        if not empty:
            return members, False
    return members, True


def _beginning_of(code: Any, value: Any) -> tuple[Items | None, bool]:  # noqa: ANN401 - the parser's own
    if code is op.LITERAL:
        return [(code, value)], False
    if code is op.IN:
        told = all(kind in {op.LITERAL, op.RANGE} or one in CATEGORIES for kind, one in value)
        return (value if told else None), False
    if code is op.BRANCH:
        branches = [_beginning(one) for one in value[1]]
        begins = [begin for begin, _ in branches if begin is not None]
        joined = [member for begin in begins for member in begin] if len(begins) == len(branches) else None
        return joined, any(empty for _, empty in branches)
    if code in REPEATS:
        begin, empty = _beginning(value[2])
        return begin, empty or not value[0]
    if code is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _beginning(value[3])
    return _beginning(value) if code is op.ATOMIC_GROUP else (None, False)


def find_signs(pattern: str) -> frozenset[str] | None:
    """Return characters of which one stands in every match of a pattern; None where there are none, or too many.

    >>> sorted(find_signs(r"^.{0,9}(?:转载|版权)\\d*$") or ())
    ['权', '载']
    >>> find_signs(r"\\w+") is None
    True

    """
    parsed = _parser.parse(pattern)
    return None if parsed.state.flags & re.IGNORECASE else _of_sequence(parsed)


def _of_sequence(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    found = [signs for code, value in parsed if (signs := _of_item(code, value)) is not None]
    # Of two that tell as much the later one: the first character of a match is looked at anyway.
    return min(reversed(found), key=_weight, default=None)


def _weight(signs: frozenset[str]) -> int:
    return sum(
        COMMON if sign in MARKS or (sign.isascii() and sign.isalnum()) else FREQUENT if sign in CHARACTERS else 1
        for sign in signs
    )


def _of_item(code: Any, value: Any) -> frozenset[str] | None:  # noqa: ANN401 - the parser's own
    if code is op.LITERAL:
        return frozenset(chr(value))
    if code is op.IN:
        return _of_class(value)
    if code is op.BRANCH:
        branches = [_of_sequence(one) for one in value[1]]
        return None if None in branches else frozenset[str]().union(*filter(None, branches))
    return _of_sequence(_required(code, value))


def _required(code: Any, value: Any) -> Iterable[tuple[Any, Any]]:  # noqa: ANN401 - the parser's own
    """Return the sequence that an item cannot match without; an empty one where there is none."""
    if code is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        required = value[3]
    elif code in REPEATS and value[0]:
        required = value[2]
    elif code is op.ASSERT:
        required = value[1]
    else:
        required = value if code is op.ATOMIC_GROUP else ()
    return cast("Iterable[tuple[Any, Any]]", required)


def _of_class(members: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    signs: set[str] = set()
    for code, value in members:
        if code is op.LITERAL:
            signs.add(chr(value))
        elif code is op.RANGE and value[1] - value[0] < MAX_SIGNS:
            signs.update(map(chr, range(value[0], value[1] + 1)))
        else:  # A negated class, one like \\w, or a range of thousands.
            return None
    return frozenset(signs) if len(signs) <= MAX_SIGNS else None
