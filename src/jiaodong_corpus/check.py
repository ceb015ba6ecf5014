"""Compare what the pipeline gives now with what it gave when a person last looked: a regression check on fixture pages."""

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from .model import JdcError
from .write import ARTICLES, AUDIT, REJECTED

# What tells two lines of an output file apart, and the fields of it that only repeat others.
KEYS = {ARTICLES: ("id",), AUDIT: ("source", "start"), REJECTED: ("source",)}
CONTEXT = 12
Line = dict[str, Any]


def compare(golden: Path, found: Path) -> Iterator[str]:
    """Yield the differences between two output folders, one a line, in words.

    Raises:
        JdcError: ``golden`` is not an output folder.

    """
    for name, keys in KEYS.items():
        before, after = _read(golden / name, keys), _read(found / name, keys)
        for key in sorted(before.keys() | after.keys()):
            yield from _compare_lines(name, before.get(key), after.get(key))


def _read(file: Path, keys: tuple[str, ...]) -> dict[tuple[str, ...], Line]:
    try:
        lines = [json.loads(line) for line in file.read_text("utf-8").split("\n") if line]
        return {tuple(f"{line[key]:>12}" for key in keys): line for line in lines}
    except (OSError, ValueError, KeyError) as error:
        raise JdcError(f"{file}: {error}. Make the golden folder with --update, look at it, and keep it.") from error


def _compare_lines(name: str, before: Line | None, after: Line | None) -> Iterator[str]:
    if before is None or after is None:
        line = before or after or {}
        yield f"{name}: {'gone' if after is None else 'new'}: {_title(line)}"
        return
    for field in sorted(before.keys() | after.keys()):
        if before.get(field) != after.get(field):
            yield f"{name}: {_title(after)}: {field}: {_difference(before.get(field), after.get(field))}"


def _title(line: Line) -> str:
    source = line["source"]["path"] if isinstance(line["source"], dict) else line["source"]
    what = line.get("headline") or line.get("raw") or line.get("reason") or line.get("text") or ""
    return f"{source}: {what[:30]}"


def _difference(before: object, after: object) -> str:
    """Return the first difference of two values with a little of what is around it."""
    one, other = (
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in (before, after)
    )
    for tag, start, end, start_other, end_other in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            left = one[max(0, start - CONTEXT) : start]
            return (
                f"…{left}[-{one[start:end][:80]}-]{{+{other[start_other:end_other][:80]}+}}{one[end : end + CONTEXT]}…"
            )
    return "the same characters in another form"
