"""Which patterns can match a text at all, told by the characters that stand in it.

Every match of a pattern such as ``^.{0,30}(?:转载|版权)`` has 转 or 版 in it. Such *signs* are read off the parsed pattern, and
of the many patterns of a lexicon only those are tried whose signs stand in the text: of sixty one or two.
"""

import re
from collections.abc import Iterable, Iterator, Set
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Generic, Protocol, TypeVar, cast

# More alternatives than this tell nothing.
MAX_SIGNS = 400
# Digits, letters and marks stand on most lines; a Chinese character on few.
COMMON = 30


class _HasPattern(Protocol):
    @property
    def pattern(self) -> str: ...


Entry = TypeVar("Entry", bound=_HasPattern)


class Sieve(Generic[Entry]):
    """Entries with patterns, in their order, and how to find those that a text can match."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._always = 0
        self._by_sign: dict[str, int] = {}
        for place, entry in enumerate(self._entries):
            signs = find_signs(entry.pattern)
            if signs is None:
                self._always |= 1 << place
            for sign in signs or ():
                self._by_sign[sign] = self._by_sign.get(sign, 0) | 1 << place

    def of(self, characters: Set[str]) -> Iterator[Entry]:
        """Yield, in order, the entries that may match a text of these ``characters``; no other does."""
        chosen = self._always
        for sign in self._by_sign.keys() & characters:
            chosen |= self._by_sign[sign]
        while chosen:
            first = chosen & -chosen
            yield self._entries[first.bit_length() - 1]
            chosen ^= first


def find_signs(pattern: str) -> frozenset[str] | None:
    """Return characters of which one stands in every match of a pattern; None where there are none, or too many.

    >>> sorted(find_signs(r"^.{0,9}(?:转载|版权)\\d*$") or ())
    ['版', '转']
    >>> find_signs(r"\\w+") is None
    True

    """
    parsed = _parser.parse(pattern)
    return None if parsed.state.flags & re.IGNORECASE else _of_sequence(parsed)


def _of_sequence(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    found = [signs for code, value in parsed if (signs := _of_item(code, value)) is not None]
    return min(found, key=_weight, default=None)


def _weight(signs: frozenset[str]) -> int:
    return sum(COMMON if sign < "⺀" or sign in "、。" else 1 for sign in signs)


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
    elif code in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT} and value[0]:
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
