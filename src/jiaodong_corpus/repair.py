"""Undo damage inside a block, leaving an edit for each change.

A repair is a function from a text, and what is known beside it, to the changes it wants, in order and not overlapping.
It sees one block and the facts of its page and never empties the block: what is not text of the article gets a label
instead. Where it finds damage that it cannot undo for certain, it leaves the text and says so in a doubt.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from .evidence import Change, Evidence
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
from .misread import read_again
from .model import Doubt, Edit
from .pinyin import drop_bare_readings, drop_readings
from .slips import undo_lost_byte, undo_pushed_in
from .spacing import close_gaps

Repair = Callable[[str, Evidence], Iterable[Change | Doubt]]

# Characters with no width and no meaning in Chinese text. Private-use characters are not among them: they can carry the
# bytes of a damaged character.
INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
# Spaces of other widths. The ideographic space stays: in Chinese it is a mark that sets a kicker or a name apart.
SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]")


def _drop_invisible(text: str, evidence: Evidence) -> Iterable[Change]:
    return (Change(match.start(), match.end(), "") for match in INVISIBLE.finditer(text))


def _drop_control(text: str, evidence: Evidence) -> Iterable[Change]:
    return (Change(match.start(), match.end(), "") for match in CONTROL.finditer(text))


def _plain_space(text: str, evidence: Evidence) -> Iterable[Change]:
    return (Change(match.start(), match.end(), " ") for match in SPACE.finditer(text))


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
REPAIRS: tuple[tuple[str, Repair], ...] = (
    ("misread", read_again),
    ("invisible", _drop_invisible),
    ("control", _drop_control),
    ("pushed-in", undo_pushed_in),
    ("reading", drop_readings),
    ("bare-reading", drop_bare_readings),
    ("lost-byte", undo_lost_byte),
    ("reading", drop_readings),
    ("half-entity", mend_half_entities),
    ("entity", unescape),
    ("tag", drop_tags),
    ("comma", drop_commas),
    ("hash", drop_hashes),
    ("pieces", drop_pieces),
    ("keyword", drop_keywords),
    ("lost-space", restore_spaces),
    ("space", _plain_space),
    ("torn-word", close_gaps),
    ("edge-space", _drop_edge_space),
)


def repair(raw: str, evidence: Evidence) -> tuple[str, tuple[Edit, ...], tuple[Doubt, ...]]:
    """Return the repaired text, the edits that lead to it, and the damage that was left.

    ``replay(raw, edits)`` gives the text again. A block that would be left blank stays as it is, without edits.
    """
    text = raw
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for rule, find in REPAIRS:
        found = list(find(text, evidence))
        changes = [one for one in found if isinstance(one, Change)]
        doubts = [_moved(one, changes) for one in (*doubts, *(one for one in found if isinstance(one, Doubt)))]
        edits += [Edit(rule, one.start, text[one.start : one.end], one.after, one.margin) for one in reversed(changes)]
        text = _change(text, changes)
    return (text, tuple(edits), tuple(doubts)) if text.strip() else (raw, (), ())


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

    A replacement as long as what it replaces maps one to one; each character of another comes from all of it.
    """
    ranges = [(place, place + 1) for place in range(len(raw))]
    for edit in edits:
        end = edit.start + len(edit.before)
        if len(edit.before) != len(edit.after):
            ranges[edit.start : end] = [(ranges[edit.start][0], ranges[end - 1][1])] * len(edit.after)
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
