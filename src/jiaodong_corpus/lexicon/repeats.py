"""Patterns that can match one text in exponentially many ways, told by their form.

In ``(?:\\d+|评论)+`` the digits of 123 are one round or three, so a text that almost matches takes time that doubles with each of
its characters. Trying texts does not surely find that: a condition in front of the pattern may keep all of them out.
"""

from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

BACKTRACKING = frozenset({op.MAX_REPEAT, op.MIN_REPEAT})
# With fewer rounds there are few ways.
MANY = 8


def runs_away(pattern: str) -> bool:
    """Tell whether a pattern repeats something of which a round can be a repetition and nothing else.

    >>> runs_away(r"^(?:\\d+|评论)+$"), runs_away(r"^(?:\\d+评论|\\s)+$")
    (True, False)

    """
    return any(
        code in BACKTRACKING and value[1] > MANY and any(map(_only_repeats, _alternatives(value[2])))
        for code, value in _all(_parser.parse(pattern))
    )


def _all(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    for code, value in items:
        yield code, value
        for inner in _inner(code, value):
            yield from _all(inner)


def _inner(code: Any, value: Any) -> list[Any]:  # noqa: ANN401 - the parser's own
    if code is op.BRANCH:
        return list(value[1])
    if code is op.SUBPATTERN:
        return [value[3]]
    if code in BACKTRACKING or code is op.POSSESSIVE_REPEAT:
        return [value[2]]
    if code in {op.ASSERT, op.ASSERT_NOT}:
        return [value[1]]
    return [value] if code is op.ATOMIC_GROUP else []


def _alternatives(items: Iterable[tuple[Any, Any]]) -> Iterator[list[tuple[Any, Any]]]:
    held = list(items)
    if len(held) == 1 and held[0][0] in {op.BRANCH, op.SUBPATTERN}:
        for inner in _inner(*held[0]):
            yield from _alternatives(inner)
    else:
        yield held


def _only_repeats(items: list[tuple[Any, Any]]) -> bool:
    """Whether one of some items can be one or more at will, and none of the others must be there."""
    many = [code in BACKTRACKING and value[1] > max(value[0], 1) for code, value in items]
    needed = [one for one, (code, value) in zip(many, items, strict=True) if code not in BACKTRACKING or value[0]]
    return any(many) and needed in ([], [True])
