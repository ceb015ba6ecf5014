"""Undo damage inside a block, leaving an edit for each change.

A repair is a function from a text to the changes it wants, in order and not overlapping: (start, end, replacement).
It sees one block and never empties it: what is not text of the article gets a label instead.
"""

import re
from collections.abc import Callable, Iterable

from .model import Edit

Change = tuple[int, int, str]
Repair = Callable[[str], Iterable[Change]]

# Characters with no width and no meaning in Chinese text. Private-use characters are not among them: they can carry the
# bytes of a damaged character.
INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
# Spaces of other widths. The ideographic space stays: in Chinese it is a mark that sets a kicker or a name apart.
SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]")


def _drop_invisible(text: str) -> Iterable[Change]:
    return ((match.start(), match.end(), "") for match in INVISIBLE.finditer(text))


def _drop_control(text: str) -> Iterable[Change]:
    return ((match.start(), match.end(), "") for match in CONTROL.finditer(text))


def _plain_space(text: str) -> Iterable[Change]:
    return ((match.start(), match.end(), " ") for match in SPACE.finditer(text))


def _drop_edge_space(text: str) -> Iterable[Change]:
    if not text.strip():
        return
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    yield from ((first, last, "") for first, last in ((0, start), (end, len(text))) if first < last)


# Invisible characters first, so that the repairs after them see whole words and patterns. Space at the
# edges last: it can have stood behind an invisible character.
REPAIRS: tuple[tuple[str, Repair], ...] = (
    ("invisible", _drop_invisible),
    ("control", _drop_control),
    ("space", _plain_space),
    ("edge-space", _drop_edge_space),
)


def repair(raw: str) -> tuple[str, tuple[Edit, ...]]:
    """Return the repaired text and the edits that lead to it; ``replay(raw, edits)`` gives the text again.

    A block that would be left blank stays as it is, without edits.
    """
    text = raw
    edits: list[Edit] = []
    for rule, find in REPAIRS:
        changes = list(find(text))
        if not changes:
            continue
        edits += [Edit(rule, start, text[start:end], after) for start, end, after in reversed(changes)]
        text = _change(text, changes)
    return (text, tuple(edits)) if text.strip() else (raw, ())


def replay(raw: str, edits: Iterable[Edit]) -> str:
    """Apply ``edits`` to ``raw``, one after the other.

    Raises:
        ValueError: an edit does not fit the text.

    >>> text, edits = repair("青\\u200b岛")
    >>> text, replay("青\\u200b岛", edits) == text, undo(text, edits) == "青\\u200b岛"
    ('青岛', True, True)

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


def origins(raw: str, edits: Iterable[Edit]) -> list[int]:
    """Return, for each character of the repaired text, the offset in ``raw`` it comes from, and ``len(raw)`` at the end.

    A replacement as long as what it replaces maps one to one; a longer or shorter one maps to its start.
    """
    places = list(range(len(raw) + 1))
    for edit in edits:
        end = edit.start + len(edit.before)
        if len(edit.before) != len(edit.after):
            places[edit.start : end] = [places[edit.start]] * len(edit.after)
    return places


def _change(text: str, changes: list[Change]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, after in changes:
        parts += (text[done:start], after)
        done = end
    return "".join((*parts, text[done:]))


def _apply(text: str, start: int, before: str, after: str) -> str:
    if not text.startswith(before, start):
        raise ValueError(f"edit at {start} expects {before!r}, found {text[start : start + len(before)]!r}")
    return text[:start] + after + text[start + len(before) :]
