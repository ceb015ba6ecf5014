"""What a corpus holds, counted: records, characters and words, by outlet, month, script, place and flag; and what was removed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson
from wcwidth import wcswidth

from .corpus import Line, read_lines
from .model import JdcError
from .read import OUTPUT_MARK
from .visible import visible

# So many of a kind stand in the table; the JSON has all.
MOST = 10
UNKNOWN = "(unknown)"


def count_records(records: Iterable[Line]) -> dict[str, Any]:
    """Return the counts of records: totals, and how many records there are by each value of some fields."""
    totals = Counter[str]()
    by: dict[str, Counter[str]] = {name: Counter() for name in ("outlet", "month", "script", "place", "flag")}
    for record in records:
        totals["records"] += 1
        totals[record["kind"]] += 1
        totals["characters"] += len(record["text"])
        totals["tokens"] += len(record["tokens"])
        totals["sentences"] += len(record["sentences"])
        by["outlet"][record["outlet"] or UNKNOWN] += 1
        by["month"][record["published"][:7] if record["published"] else UNKNOWN] += 1
        by["script"][record["script"]] += 1
        by["place"].update(place["name"] for place in record["places"])
        by["flag"].update({flag["name"] for flag in record["quality"]["flags"]})
    return {"totals": dict(totals)} | {name: dict(_sorted(counts)) for name, counts in by.items()}


def count_corpus(folder: Path) -> dict[str, Any]:
    """Return the counts of a corpus: those of its records, its pages and rejections, and the characters removed by label.

    Raises:
        JdcError: ``folder`` is no corpus.

    """
    try:
        run = orjson.loads((folder / OUTPUT_MARK).read_bytes())["counts"]
    except (OSError, ValueError, KeyError) as error:
        raise JdcError(f"{folder / OUTPUT_MARK}: {error}. Name the folder that `jdc clean` wrote.") from error
    counts = count_records(read_lines(folder))
    counts["totals"] = {"pages": run["pages"]} | counts["totals"]
    removed = Counter[str](run["characters_removed"])
    return counts | {"rejection": run["rejections"], "characters removed as": dict(_sorted(removed))}


def as_table(counts: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a table of counts, the largest of each kind first, columns aligned whatever the script."""
    for name, values in counts.items():
        yield name
        shown = [(visible(value), number) for value, number in list(values.items())[:MOST]]
        width = max((wcswidth(value) for value, _ in shown), default=0)
        for value, number in shown:
            yield f"  {value}{' ' * (width - wcswidth(value))}  {number:>9,}"
        if len(values) > MOST:
            yield f"  … and {len(values) - MOST} more"


def _sorted(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))
