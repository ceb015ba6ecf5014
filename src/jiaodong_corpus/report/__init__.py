"""One HTML file that shows a corpus to a person: figures first, then page by page what was kept, removed and repaired, and why.

It needs no server and no network. What stands on a page is shown as text and never run.
"""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader
from jinja2.environment import TemplateStream

from ..corpus import Line, read_lines
from ..dedup import DUPLICATES
from ..model import JdcError
from ..notebook import HUES
from ..script_quality import is_good
from ..stats import count_corpus
from ..visible import visible
from ..write import AUDIT, REJECTED

# So many pages are shown, and about so many bytes at most; of more the doubtful ones.
MAX_PAGES, MAX_SIZE = 1_000, 18_000_000
# So many rows has a chart.
MOST = 12


@dataclass
class Shown:
    """A page as the report shows it; ``doubt`` tells how much there is to look at."""

    source: str
    doubt: int = 0
    records: list[Line] = field(default_factory=list)
    rejection: Line | None = None
    blocks: list[Line] = field(default_factory=list)

    @property
    def flags(self) -> list[str]:
        """The names of the flags of its records, and of its rejection."""
        found = {flag["name"] for record in self.records for flag in record["quality"]["flags"]}
        return sorted(found | ({self.rejection["kind"]} if self.rejection else set()))

    @property
    def outlets(self) -> list[str]:
        """The outlets of its records."""
        return sorted({record["outlet"] for record in self.records if record["outlet"]})

    @property
    def labels(self) -> list[str]:
        """The labels of its blocks."""
        return sorted({block["label"] for block in self.blocks})

    @property
    def rows(self) -> list[list[Line]]:
        """Its blocks; those in a row that were removed by one rule stand together."""

        def kind(one: tuple[int, Line]) -> tuple[object, ...]:
            place, block = one
            return (block["label"], block["rule"], place if block["article"] or block["edits"] else None)

        return [[block for _, block in row] for _, row in groupby(enumerate(self.blocks), key=kind)]

    @property
    def title(self) -> str:
        """The first headline, or why there is no record."""
        headline = next((record["headline"] for record in self.records if record["headline"]), None)
        return headline or (self.rejection["reason"] if self.rejection else "(no headline)")


def write_report(corpus: Path, file: Path, max_pages: int = MAX_PAGES) -> int:
    """Write the report on a corpus to ``file``; return how many pages it shows.

    Raises:
        JdcError: ``corpus`` is no corpus, or the file may not be written.

    """
    counts = count_corpus(corpus)
    pages = _choose(corpus, max_pages)
    _add_blocks(corpus, pages)
    shown = list(_within_size(pages.values()))
    environment = Environment(
        loader=PackageLoader(__package__, "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"paragraphs": _paragraphs, "visible": visible}
    # The page allows this one script by its digest, so that a browser runs nothing else even if an escape were missed.
    script = files(__package__).joinpath("report.js").read_text(encoding="utf-8")
    stream = environment.get_template("report.html.jinja").stream(
        name=corpus.resolve().name,
        pages=shown,
        counts=counts,
        charts=_charts(corpus, counts),
        removed=sum(counts["characters removed as"].values()),
        hues=HUES,
        style=files(__package__).joinpath("report.css").read_text(encoding="utf-8"),
        script=script,
        digest="sha256-" + b64encode(sha256(script.encode()).digest()).decode(),
        flags=sorted({flag for page in shown for flag in page.flags}),
        outlets=sorted({outlet for page in shown for outlet in page.outlets}),
        labels=sorted({label for page in shown for label in page.labels}),
    )
    _write(file, stream)
    return len(shown)


def _write(file: Path, stream: TemplateStream) -> None:
    draft = file.with_name(f".{file.name}.part")
    try:
        with draft.open("wb") as target:
            stream.dump(target, encoding="utf-8")
        draft.replace(file)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise JdcError(f"{file}: {error.strerror or error}. Make room, or name another file with -o.") from error


def _choose(corpus: Path, most: int) -> dict[str, Shown]:
    """Return the pages to show, in the order of the corpus, with their records: of too many those with most doubts."""
    doubts = Counter[str]()
    for record in read_lines(corpus):
        doubts[record["source"]["path"]] += 1 + 10 * len(record["quality"]["flags"]) + len(record["edits"])
    for one in read_lines(corpus, REJECTED):
        doubts[one["source"]] += 20 if one["kind"] == "error" else 5
    chosen = {source for source, _ in sorted(doubts.items(), key=lambda one: (-one[1], one[0]))[:most]}
    pages: dict[str, Shown] = {}
    for record in read_lines(corpus):
        source = record["source"]["path"]
        if source in chosen:
            pages.setdefault(source, Shown(source, doubts[source])).records.append(record)
    for one in read_lines(corpus, REJECTED):
        if one["source"] in chosen:
            pages.setdefault(one["source"], Shown(one["source"], doubts[one["source"]])).rejection = one
    return dict(sorted(pages.items()))


def _add_blocks(corpus: Path, pages: Mapping[str, Shown]) -> None:
    for source, lines in groupby(read_lines(corpus, AUDIT), key=lambda line: line["source"]):
        if source in pages:
            pages[source].blocks = list(lines)


def _within_size(pages: Iterable[Shown]) -> Iterator[Shown]:
    """Yield pages up to the size of a report, those with most doubts before the others, in their order."""
    pages = list(pages)
    left, kept = MAX_SIZE, set[str]()
    for page in sorted(pages, key=lambda one: (-one.doubt, one.source)):
        size = 600 + 190 * len(page.rows) + sum(12 + 3 * len(block["raw"]) for block in page.blocks)
        size += sum(200 * len(block["edits"]) for block in page.blocks)
        size += sum(10 * len(record["text"]) + 1000 for record in page.records)
        if size <= left:
            left -= size
            kept.add(page.source)
    return (page for page in pages if page.source in kept)


def _charts(corpus: Path, counts: Mapping[str, Any]) -> Iterator[tuple[str, list[tuple[str, int, float]]]]:
    """Yield the charts of the overview: a title and rows of name, count and share (0..1) of the largest."""
    edits, quality = Counter[str](), Counter[str]()
    for record in read_lines(corpus):
        edits.update(edit["rule"] for edit in record["edits"])
        measures = record["quality"]["measures"]
        if "repair_rate" in measures:
            quality["good" if is_good(measures) else "converted badly"] += 1
    copies = Counter(line["kind"] for line in read_lines(corpus, DUPLICATES)) if (corpus / DUPLICATES).exists() else {}
    months = dict(sorted(counts["month"].items()))
    for title, values in (
        ("Articles by month", months), ("Articles by outlet", counts["outlet"]), ("Articles by script", counts["script"]),
        ("Articles that name a place", counts["place"]), ("Characters removed, by label", counts["characters removed as"]),
        ("Repairs, by rule", dict(edits.most_common())), ("Traditional text, by errors of conversion", dict(quality)),
        ("Records with a flag", counts["flag"]), ("Copies of a story, by kind", copies), ("Pages rejected", counts["rejection"]),
    ):  # fmt: skip
        rows = list(values.items())[-MOST:] if values is months else list(values.items())[:MOST]
        largest = max((number for _, number in rows), default=0)
        if rows:
            yield title, [(name, number, number / largest if largest else 0.0) for name, number in rows]


def _paragraphs(record: Line, script: str) -> list[str]:
    text = record["text"] if script == "printed" else record[script]["text"]
    return [text[one["start"] : one["end"]] for one in record["paragraphs"]]
