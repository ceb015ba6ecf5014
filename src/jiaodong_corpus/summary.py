"""What a person is told at the end of a run."""

from collections.abc import Iterator
from pathlib import Path

from .corpus import read_lines
from .read import Plan
from .visible import visible
from .write import REJECTED, Tally


def name_errors(folder: Path) -> Iterator[str]:
    """Yield a line for each page of an output that could not be processed."""
    for one in read_lines(folder, REJECTED):
        if one["kind"] == "error":
            yield visible(f"{one['source']}: {one['stage']}: {one['reason']}")


def summarize(tally: Tally, planned: Plan, output: str) -> Iterator[str]:
    """Yield the lines that sum up a run; ``output`` is where it went, or ``-``."""
    yield f"{tally.pages} pages: {tally.records['article']} articles, {tally.records['photo']} photo items"
    if planned.skipped:
        yield f"skipped: {planned.skipped} files of other kinds"
    yield f"rejected: {tally.rejections['no_article']} without an article, {tally.rejections['error']} with an error"
    total = sum(tally.characters.values())
    removed = ", removed as:" if tally.removed else ""
    yield f"characters: {total} read, {total - sum(tally.removed.values())} of articles{removed}"
    for name, count in tally.removed.most_common():
        yield f"  {name:<14}{count:>8}"
    if output != "-":
        yield visible(f"written to {output}")
