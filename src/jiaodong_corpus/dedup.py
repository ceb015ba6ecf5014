"""The stories of a corpus that stand in it several times: across sites, across scripts, cut, changed a little, or spun.

Nothing is dropped and no record is touched: what was found stands in ``duplicates.jsonl``, by record id.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from .corpus import Line, read_lines
from .model import JdcError
from .reprints import Card, Index, Pair
from .write import to_line

DUPLICATES = "duplicates.jsonl"
# In the order of ``Card.rank``.
REASONS = ("not spun", "least damage", "named outlet", "earliest date", "longest text", "first id")


def find_duplicates(index: Index, pairs: Iterable[Pair]) -> Iterator[Line]:
    """Yield a line for each record that has copies: its cluster, how it is a copy, of what, and which copy is best and why.

    Lines come in the order of the records; those of the corpus that is compared with get none.
    """
    parents = list(range(len(index.cards)))
    surest: dict[int, Pair] = {}
    for pair in pairs:
        for place in (pair.one, pair.other):
            surest.setdefault(place, pair)
        parents[_root(parents, pair.one)] = _root(parents, pair.other)
    clusters: defaultdict[int, list[int]] = defaultdict(list)
    for place in surest:
        clusters[_root(parents, place)].append(place)
    for place in sorted(surest):
        members = clusters[_root(parents, place)]
        best, why = _best([index.cards[one] for one in members])
        card, pair = index.cards[place], surest[place]
        if not card.foreign:
            yield {
                "id": card.id,
                "cluster": "dup-" + min(index.cards[one].id for one in members).removeprefix("jdc-"),
                "copies": len(members),
                "kind": pair.kind,
                "of": index.cards[pair.one if pair.other == place else pair.other].id,
                "measure": round(pair.measure, 4),
                "best": best.id,
                "best_is_elsewhere": best.foreign,
                "why": why,
            }


def write_duplicates(folder: Path, others: Sequence[Path] = ()) -> Counter[str]:
    """Write ``duplicates.jsonl`` beside the records of a corpus, compared with those of ``others`` too.

    Returns how many records are a copy, by kind; ``clusters`` and ``records`` count those.

    Raises:
        JdcError: one of the folders is no corpus, or the file may not be written.

    """
    index = Index()
    for place, corpus in enumerate((folder, *others)):
        for record in read_lines(corpus):
            index.add(record, foreign=place > 0)
    again = chain.from_iterable(read_lines(corpus) for corpus in (folder, *others))
    lines = list(find_duplicates(index, index.pairs(again)))
    draft = folder / f".{DUPLICATES}"
    try:
        draft.write_bytes(b"".join(map(to_line, lines)))
        draft.replace(folder / DUPLICATES)
    except OSError as error:
        raise JdcError(f"{folder / DUPLICATES}: {error.strerror}. Give write access to the folder.") from error
    counts = Counter(str(line["kind"]) for line in lines)
    counts["clusters"] = len({line["cluster"] for line in lines})
    counts["records"] = sum(not card.foreign for card in index.cards)
    return counts


def _best(cards: list[Card]) -> tuple[Card, str]:
    """Return the best of some copies, and the first reason that sets it apart from the next one."""
    first, second = sorted(cards, key=Card.rank)[:2]
    reasons = zip(REASONS, first.rank(), second.rank(), strict=True)
    return first, next(reason for reason, one, other in reasons if one != other)


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place
