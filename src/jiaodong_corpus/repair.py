"""Undo damage inside a block, leaving an edit for each change.

A repair is a function from a text, and what is known beside it, to the changes it wants, in order and not overlapping.
It sees one block and the facts of its page and never empties the block: what is not text of the article gets a label
instead. Where it finds damage that it cannot undo for certain, it leaves the text and says so in a doubt.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from .evidence import ADVERTISED, BETS, Change, Evidence
from .inserts import (
    drop_commas,
    drop_hashes,
    drop_keywords,
    drop_pieces,
    drop_tags,
    mend_half_entities,
    restore_spaces,
    unescape,
)
from .misread import MISREAD, read_again
from .model import Doubt, Edit
from .pinyin import TONED, drop_bare_readings, drop_readings, drop_word_readings
from .slips import undo_lost_byte, undo_pushed_in
from .spacing import close_gaps


class Repair(NamedTuple):
    """What finds the changes, the name that its edits bear, and its signs: it finds nothing where none of them stands."""

    rule: str
    find: Callable[[str, Evidence], Iterable[Change | Doubt]]
    signs: frozenset[str]


def _members(characters: str) -> frozenset[str]:
    """Return the characters that stand in ``characters``, alone or in ranges (a-f)."""
    ranges = re.findall("(.)-(.)|(.)", characters, re.DOTALL)
    return frozenset(
        chr(code) for first, last, one in ranges for code in range(ord(first or one), ord(last or one) + 1)
    )


# Characters with no width and no meaning in Chinese text. Private-use characters are not among them: they can carry the
# bytes of a damaged character.
INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# Spaces of other widths. The ideographic space stays: in Chinese it is a mark that sets a kicker or a name apart.
SPACE = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f"
WHITE = SPACE + " \n-\r\x1c-\x1f\x85\u2028\u2029\u3000"
RUN_OF_INVISIBLE, RUN_OF_CONTROL, ONE_SPACE = (
    re.compile(one) for one in (f"[{INVISIBLE}]+", f"[{CONTROL}]+", f"[{SPACE}]")
)


def _drop_invisible(text: str, evidence: Evidence) -> Iterable[Change]:
    return (Change(match.start(), match.end(), "") for match in RUN_OF_INVISIBLE.finditer(text))


def _drop_control(text: str, evidence: Evidence) -> Iterable[Change]:
    return (Change(match.start(), match.end(), "") for match in RUN_OF_CONTROL.finditer(text))


def _plain_space(text: str, evidence: Evidence) -> Iterable[Change]:
    return (Change(match.start(), match.end(), " ") for match in ONE_SPACE.finditer(text))


def _drop_edge_space(text: str, evidence: Evidence) -> Iterable[Change]:
    if not text.strip():
        return
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    yield from (Change(first, last, "") for first, last in ((0, start), (end, len(text))) if first < last)


# In the order in which the damage is undone, the last one done first:
# * Wrong decoding came last, over everything else. Control characters, soft hyphens and no-break spaces are bytes of such
#   text, so it is read again before these are dropped.
# * Readings pushed into a character go before those behind one: they have lost their bracket. Readings go before lost
#   bytes, whose run they cut short, and once more after them, behind the characters that came back.
# * A slip that ran to the end of its paragraph took the < of a tag or the & of an entity with it; these are dropped when
#   it has been undone. Private-use characters carry bytes of slips, so nothing drops them.
# * Spaces last: other repairs leave some, and those at the edges can have stood behind something invisible.
REPAIRS: tuple[Repair, ...] = (
    Repair("misread", read_again, MISREAD),
    Repair("invisible", _drop_invisible, _members(INVISIBLE)),
    Repair("control", _drop_control, _members(CONTROL)),
    Repair("pushed-in", undo_pushed_in, _members("?")),
    Repair("reading", drop_readings, _members("(（{") | TONED),
    Repair("reading", drop_word_readings, TONED),
    Repair("bare-reading", drop_bare_readings, _members("(（")),
    Repair("lost-byte", undo_lost_byte, _members("?\ufffd")),
    Repair("reading", drop_readings, _members("(（")),
    Repair("half-entity", mend_half_entities, _members("?")),
    Repair("entity", unescape, _members("&")),
    Repair("tag", drop_tags, _members(">")),
    Repair("comma", drop_commas, _members(",，")),
    Repair("hash", drop_hashes, _members("a-fA-F")),
    Repair("pieces", drop_pieces, _members(" ")),
    Repair("keyword", drop_keywords, frozenset("".join((*ADVERTISED, *BETS)))),
    Repair("lost-space", restore_spaces, _members("?")),
    Repair("space", _plain_space, _members(SPACE)),
    Repair("torn-word", close_gaps, _members(" ")),
    Repair("edge-space", _drop_edge_space, _members(WHITE)),
)

# Hardly a line of a page is damaged; its characters tell at once which repairs need not look at it.
SIGN = re.compile(f"[{re.escape(''.join(sorted(frozenset[str]().union(*(one.signs for one in REPAIRS)))))}]")
BY_SIGN = {
    sign: frozenset(place for place, one in enumerate(REPAIRS) if sign in one.signs)
    for one in REPAIRS
    for sign in one.signs
}


def repair(raw: str, evidence: Evidence) -> tuple[str, tuple[Edit, ...], tuple[Doubt, ...]]:
    """Return the repaired text, the edits that lead to it, and the damage that was left.

    ``replay(raw, edits)`` gives the text again. A block that would be left blank stays as it is, without edits.
    """
    text = raw
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    due = _due(text)
    for place, (rule, find, _) in enumerate(REPAIRS) if due else ():
        if place not in due:
            continue
        found = list(find(text, evidence))
        if not found:
            continue
        changes = [one for one in found if isinstance(one, Change)]
        doubts = [_moved(one, changes) for one in (*doubts, *(one for one in found if isinstance(one, Doubt)))]
        edits += [Edit(rule, one.start, text[one.start : one.end], one.after, one.margin) for one in reversed(changes)]
        text = _change(text, changes)
        due = _due(text)
    return (text, tuple(edits), tuple(doubts)) if text.strip() else (raw, (), ())


def _due(text: str) -> frozenset[int]:
    """Return the places of the repairs that may find something in a text."""
    return frozenset[int]().union(*map(BY_SIGN.__getitem__, set(SIGN.findall(text))))


def replay(raw: str, edits: Iterable[Edit]) -> str:
    """Apply ``edits`` to ``raw``, one after the other.

    Raises:
        ValueError: an edit does not fit the text.

    >>> edits = [Edit("invisible", 1, "\\u200b", "")]
    >>> replay("青\\u200b岛", edits), undo("青岛", edits) == "青\\u200b岛"
    ('青岛', True)

    """
    text = raw
    for edit in edits:
        text = _apply(text, edit.start, edit.before, edit.after)
    return text


def undo(text: str, edits: Iterable[Edit]) -> str:
    """Take ``edits`` back, last one first, and return the raw text.

    Raises:
        ValueError: an edit does not fit the text.

    """
    for edit in reversed(list(edits)):
        text = _apply(text, edit.start, edit.after, edit.before)
    return text


def origins(raw: str, edits: Iterable[Edit]) -> list[tuple[int, int]]:
    """Return, for each character of the repaired text, the range of ``raw`` that it comes from.

    A replacement as long as what it replaces maps one to one; each character of another comes from all of it, and from all of
    an earlier one that it takes a part of.
    """
    ranges = [(place, place + 1) for place in range(len(raw))]
    for edit in edits:
        first, last = edit.start, edit.start + len(edit.before)
        if len(edit.before) == len(edit.after):
            continue
        start, end = ranges[first][0], ranges[last - 1][1]
        if edit.after:
            while first and ranges[first - 1][1] > start:
                first -= 1
                start = min(start, ranges[first][0])
            while last < len(ranges) and ranges[last][0] < end:
                end = max(end, ranges[last][1])
                last += 1
        size = last - first - len(edit.before) + len(edit.after)
        ranges[first:last] = [(start, end)] * size
    return ranges


def _change(text: str, changes: list[Change]) -> str:
    if not changes:
        return text
    parts: list[str] = []
    done = 0
    for one in changes:
        parts += (text[done : one.start], one.after)
        done = one.end
    return "".join((*parts, text[done:]))


def _moved(doubt: Doubt, changes: list[Change]) -> Doubt:
    shift = sum(len(one.after) - (one.end - one.start) for one in changes if one.end <= doubt.start)
    return replace(doubt, start=doubt.start + shift) if shift else doubt


def _apply(text: str, start: int, before: str, after: str) -> str:
    if not text.startswith(before, start):
        raise ValueError(f"edit at {start} expects {before!r}, found {text[start : start + len(before)]!r}")
    return text[:start] + after + text[start + len(before) :]
