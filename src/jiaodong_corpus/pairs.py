"""Pairs of sentences: one story in both scripts, from two real sources, neither of them a conversion of the other."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from .corpus import Line, sentences_of
from .reprints import card_of
from .script_quality import is_good
from .sketch import letters_of

COLUMNS = ("cluster", "hans_id", "hant_id", "hans", "hant", "likeness")
# Two sentences of which so many letters go along are one sentence, changed a little.
ALIKE = 0.8
# What begins a formula in a spreadsheet (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def find_pairs(duplicates: Iterable[Line], records: Iterable[Line]) -> Iterator[tuple[str, str, str, str, str, float]]:
    """Yield sentences as a Simplified and as a Traditional source printed them, with their likeness (0..1), cluster by cluster.

    ``duplicates`` are lines of ``duplicates.jsonl``. Of each cluster the best copy in each script is taken, spun ones and
    Traditional text that a converter made left out.
    """
    clusters = {line["id"]: line["cluster"] for line in duplicates}
    chosen: dict[str, dict[str, Line]] = {}
    for record in records:
        cluster, script = clusters.get(record["id"]), record["script"]
        if cluster and script in {"zh-Hans", "zh-Hant"} and _is_own(record):
            best = chosen.setdefault(cluster, {}).setdefault(script, record)
            if card_of(record).rank() < card_of(best).rank():
                chosen[cluster][script] = record
    for cluster, both in sorted(chosen.items()):
        if len(both) == 2:
            hans, hant = both["zh-Hans"], both["zh-Hant"]
            for one, other, likeness in _align(hans, hant):
                yield cluster, hans["id"], hant["id"], one, other, likeness


def as_cells(row: Iterable[str | float]) -> list[str | float]:
    """Return a row as a spreadsheet may be given it: texts that it would take for a formula with a ``'`` before them.

    >>> as_cells(("=1+1", "青岛", 0.9))
    ["'=1+1", '青岛', 0.9]
    """
    return [f"'{cell}" if isinstance(cell, str) and cell.lstrip().startswith(FORMULA) else cell for cell in row]


def _is_own(record: Line) -> bool:
    """Whether a text is as somebody wrote it: not spun, and Traditional with few errors of conversion."""
    spun = any(flag["name"] == "spun" for flag in record["quality"]["flags"])
    return not spun and is_good(record["quality"]["measures"])


def _align(hans: Line, hant: Line) -> Iterator[tuple[str, str, float]]:
    ours, theirs = ([letters_of(one) for one in sentences_of(record)] for record in (hans, hant))
    shown, also_shown = sentences_of(hans, "printed"), sentences_of(hant, "printed")
    for tag, start, end, other_start, other_end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag in {"delete", "insert"} or end - start != other_end - other_start:
            continue
        for one, other in zip(range(start, end), range(other_start, other_end), strict=True):
            likeness = SequenceMatcher(None, ours[one], theirs[other], autojunk=False).ratio()
            if ours[one] and likeness >= ALIKE:
                yield shown[one], also_shown[other], round(likeness, 4)
