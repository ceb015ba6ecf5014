"""What was done already: the files of a run, and of its shards, found again by what the pages are and how they were cleaned.

A folder of output holds, beside the lines themselves, one *entry* for each file of pages in ``pages.jsonl``: its key, how many
bytes of each file are its, what they count, and by which templates its pages were read. Two runs with the same key give the
same bytes, so these can be copied.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata as packages
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from .read import Input
from .templates import Templates
from .write import ARTICLES, AUDIT, PAGES, REJECTED, USED, Tally

FILES = (ARTICLES, AUDIT, REJECTED)
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a file of pages that was done.

    ``sizes`` are its bytes in ``FILES``; ``counts`` what it adds to the tally; ``sites`` the sites of its pages, each with the
    digest of the template that they were read by. ``folder`` holds the bytes, at ``starts``. ``lost`` says that the file went
    away before it was read, so that the next run does it again.
    """

    key: str
    source: str
    sizes: tuple[int, ...]
    counts: dict[str, Any]
    sites: dict[str, str]
    folder: Path
    starts: tuple[int, ...]
    lost: bool = False

    def as_line(self) -> bytes:
        """Return the line of ``pages.jsonl``."""
        held = {"source": self.source, "key": self.key, "sizes": self.sizes, "counts": self.counts, "sites": self.sites}
        return orjson.dumps(held | ({"lost": True} if self.lost else {})) + b"\n"

    def copy(self, targets: Sequence[BinaryIO]) -> None:
        """Append the bytes of this entry to ``targets``, one for each of ``FILES``."""
        for name, start, size, target in zip(FILES, self.starts, self.sizes, targets, strict=True):
            with (self.folder / name).open("rb") as file:
                file.seek(start)
                for left in range(size, 0, -BLOCK):
                    target.write(file.read(min(BLOCK, left)))


def entries_in(folder: Path) -> Iterator[Entry]:
    """Yield the entries of an output folder or a shard; none where its files are not as long as they say."""
    try:
        entries = list(read_entries(folder))
        ends = [sum(column) for column in zip(*(entry.sizes for entry in entries), strict=True)] or [0] * len(FILES)
        whole = all((folder / name).stat().st_size == end for name, end in zip(FILES, ends, strict=True))
    except (OSError, ValueError, KeyError, TypeError):
        return
    if whole:
        yield from entries


def read_entries(folder: Path) -> Iterator[Entry]:
    """Yield what ``pages.jsonl`` says, whatever the other files hold."""
    starts = (0,) * len(FILES)
    for line in (folder / PAGES).read_bytes().splitlines():
        held = orjson.loads(line)
        sizes = tuple(map(int, held["sizes"]))
        lost = held.get("lost", False)
        yield Entry(held["key"], held["source"], sizes, held["counts"], held["sites"], folder, starts, lost)
        starts = tuple(map(sum, zip(starts, sizes, strict=True)))


def key_of(page: Input, settings: str) -> str:
    """Return what a file of pages and the way of cleaning it come to; standard input is never the same again."""
    content = os.urandom(16) if page.path is None else _digest(page.path)
    return hashlib.sha256(f"{settings}\n{page.source.name}\n".encode() + content).hexdigest()[:32]


def settings_digest(settings: dict[str, Any]) -> str:
    """Return the digest of all that decides how a page is cleaned: settings, this program, and the libraries that it uses."""
    uses = {name: packages.version(name) for name in USED}
    return hashlib.sha256(orjson.dumps([settings, uses, _code_digest()], option=orjson.OPT_SORT_KEYS)).hexdigest()


def template_digest(templates: Templates, site: str) -> str:
    """Return the digest of the template of a site; of a site without one it is empty."""
    lines = templates.sites.get(site)
    return hashlib.sha256(orjson.dumps(sorted(lines.items()))).hexdigest()[:16] if lines else ""


def tally_of(counts: dict[str, Any]) -> Tally:
    """Return counts as an entry holds them, as a tally."""
    tally = Tally()
    tally.pages = counts["pages"]
    tally.records.update(counts["records"])
    tally.rejections.update(counts["rejections"])
    tally.characters.update(counts["characters"])
    tally.removed.update(counts["characters_removed"])
    return tally


def _digest(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        # It is rejected for this reason, and done again when it can be read.
        return repr(error.errno).encode()


def _code_digest() -> str:
    # The version alone would take the output of yesterday's code for today's while someone works on a rule.
    root = Path(__file__).parent
    found = hashlib.sha256()
    for file in sorted(root.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            found.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return found.hexdigest()
