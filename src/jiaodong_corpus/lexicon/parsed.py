"""What a parsed pattern tells of its matches: its alternatives, what each can begin with, and what it needs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, cast

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


def find_alternatives(pattern: str) -> list[Items | None]:
    """Return what a pattern begins as one of, each parsed to its end; None stands for what cannot be told."""
    parsed = _parser.parse(pattern)
    if parsed.state.flags & re.IGNORECASE:
        return [None]
    return [_parser.SubPattern(parsed.state, list(items)) for items in _alternatives(list(parsed))]


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


def beginning_of(items: Iterable[tuple[Any, Any]]) -> tuple[Items | None, bool]:
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
        branches = [beginning_of(one) for one in value[1]]
        begins = [begin for begin, _ in branches if begin is not None]
        joined = [member for begin in begins for member in begin] if len(begins) == len(branches) else None
        return joined, any(empty for _, empty in branches)
    if code in REPEATS:
        begin, empty = beginning_of(value[2])
        return begin, empty or not value[0]
    if code is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return beginning_of(value[3])
    return beginning_of(value) if code is op.ATOMIC_GROUP else (None, False)


def find_signs(pattern: str) -> frozenset[str] | None:
    """Return characters of which one stands in every match of a pattern; None where there are none, or too many.

    >>> sorted(find_signs(r"^.{0,9}(?:转载|版权)\\d*$") or ())
    ['权', '载']
    >>> find_signs(r"\\w+") is None
    True

    """
    parsed = _parser.parse(pattern)
    return None if parsed.state.flags & re.IGNORECASE else signs_of(parsed)


def signs_of(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """Return characters of which one stands in every match of a parsed sequence, as ``find_signs`` does."""
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
        branches = [signs_of(one) for one in value[1]]
        return None if None in branches else frozenset[str]().union(*filter(None, branches))
    return signs_of(_required(code, value))


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
