"""Shards: a run in pieces that are committed one by one, so that one that was killed goes on where it was.

A shard is a folder with the files of an output for a few files of pages. It is written under another name and put in place by a
rename, which commits it. A journal names the page that is being cleaned; a page that is found in it when its process has died
is tried once more, and then quarantined: it becomes a rejection, and costs no other page.
"""

import hashlib
import os
import signal
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from .containers import pages_in
from .model import RawPage, Source
from .pipeline import PageResult, failed, process
from .read import Input
from .store import FILES, Entry, read_entries, template_digest
from .templates import site_of
from .toolkit import Toolkit
from .write import PAGES, PageLines, Tally, lines_of, rejection_line

# Shards are of so many bytes or files: large enough to cost little, small enough to be done again, and to end together.
SHARD_BYTES, SHARD_FILES = 400_000, 64
# How often the process that cleans a page may die before the page is left out; and before the rest of its archive is.
# Two can be chance: of 143 killed at random two hit one page.
MAX_DEATHS, MAX_DEATHS_OF_ARCHIVE = 3, 4
JOURNAL, DEATHS, PART = "journal", "deaths", ".part"


@dataclass(frozen=True, slots=True)
class Shard:
    """Files of pages with their keys, and the name that follows from these."""

    pages: tuple[tuple[Input, str], ...]

    @property
    def name(self) -> str:
        """The digest of the keys."""
        return hashlib.sha256("\n".join(key for _, key in self.pages).encode()).hexdigest()[:16]


def cut_shards(pages: Iterable[tuple[Input, str]]) -> Iterator[Shard]:
    """Yield files of pages, with their keys, as shards, in order."""
    held: list[tuple[Input, str]] = []
    size = 0
    for page, key in pages:
        held.append((page, key))
        size += size_of(page)
        if size >= SHARD_BYTES or len(held) >= SHARD_FILES:
            yield Shard(tuple(held))
            held, size = [], 0
    if held:
        yield Shard(tuple(held))


def size_of(page: Input) -> int:
    """Return the bytes of a file of pages; 0 where it is not there to be asked."""
    try:
        return page.path.stat().st_size if page.path else 0
    except OSError:
        return 0


def run_shard(shard: Shard, folder: Path, toolkit: Toolkit, page_timeout: float = 0, parent: int | None = None) -> None:
    """Clean the pages of a shard and commit it to ``folder``; what an earlier try finished is not done again.

    A page may take ``page_timeout`` seconds (0: any time); then this process is ended, so give it one of its own. So it is
    where ``parent``, the process that waits for it, is gone.

    Raises:
        OSError: the disk is full, or may not be written.

    """
    if (folder / shard.name).is_dir():
        return
    part = folder / (shard.name + PART)
    part.mkdir(exist_ok=True)
    with _Draft(part) as draft:
        for page, key in shard.pages:
            if key not in draft.done:
                results = _clean_pages(page, key, draft, toolkit, page_timeout)
                draft.commit(page, key, *_write(results, draft, toolkit, parent))
    for name in (JOURNAL, DEATHS):
        (part / name).unlink(missing_ok=True)
    part.rename(folder / shard.name)


def note_death(shard: Shard, folder: Path) -> bool:
    """Note the page whose process has died, for the next try; return whether there was one."""
    part = folder / (shard.name + PART)
    part.mkdir(exist_ok=True)
    journal = part / JOURNAL
    named = journal.read_text("utf-8").splitlines()[-1:] if journal.exists() else []
    with (part / DEATHS).open("a", encoding="utf-8") as deaths:
        deaths.writelines(line + "\n" for line in named)
    return bool(named)


def _write(
    results: Iterable[PageResult], draft: "_Draft", toolkit: Toolkit, parent: int | None
) -> tuple[Tally, dict[str, str]]:
    """Write what became of the pages of a file; return what they count, and their sites with the digests of their templates."""
    tally, sites = Tally(), dict[str, str]()
    for result in results:
        if parent is not None and os.getppid() != parent:
            os._exit(0)
        lines = lines_of(result)
        draft.add(lines)
        tally.merge(lines.tally)
        if result.labelled and (site := site_of(result.labelled.page)):
            sites[site] = template_digest(toolkit.templates, site)
    return tally, sites


def _clean_pages(page: Input, key: str, draft: "_Draft", toolkit: Toolkit, page_timeout: float) -> Iterator[PageResult]:
    raws = pages_in(page, toolkit.max_bytes)
    for number in count():
        died = draft.deaths[f"{key} {number}"]
        if died >= MAX_DEATHS_OF_ARCHIVE:
            yield _quarantined(page.source, died, " Reading its file beyond this page does the same.")
            return
        draft.write_journal(f"{key} {number}")
        with _TimeLimit(page_timeout):
            raw = next(raws, None)
            if raw is None:
                return
            if died >= MAX_DEATHS:
                result = _quarantined(raw.source, died)
            else:
                result = (
                    process(raw, toolkit) if isinstance(raw, RawPage) else PageResult(raw.source, None, (), (), raw)
                )
        yield result


def _quarantined(source: Source, died: int, more: str = "") -> PageResult:
    reason = (
        f"the process that cleaned this page died {died} times, or was ended after --page-timeout.{more}"
        " The page is left out; raise the limit or the memory and run again with --fresh."
    )
    return failed(source, "worker", reason)


class _TimeLimit:
    """End this process where what is inside takes longer than so many seconds, whatever it is doing."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        if self._seconds:
            # No handler: one of Python would wait for the library that hangs.
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self._seconds:
            signal.setitimer(signal.ITIMER_REAL, 0)


class _Draft:
    """The files of a shard that is being written: entries that an earlier try finished stay, half ones are cut off."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Self:
        self._cut_off()
        self.done = {entry.key for entry in read_entries(self._folder)}
        self._files = {name: (self._folder / name).open("ab") for name in (*FILES, PAGES)}
        self._journal = (self._folder / JOURNAL).open("w", encoding="utf-8")
        deaths = self._folder / DEATHS
        self.deaths = Counter(deaths.read_text("utf-8").splitlines() if deaths.exists() else ())
        self._start()
        return self

    def _cut_off(self) -> None:
        """Cut off what is behind the last entry that is whole."""
        pages = self._folder / PAGES
        lines = pages.read_bytes() if pages.exists() else b""
        pages.write_bytes(lines[: lines.rfind(b"\n") + 1])
        ends = [0] * len(FILES)
        for entry in read_entries(self._folder):
            ends = [end + size for end, size in zip(ends, entry.sizes, strict=True)]
        for name, end in zip(FILES, ends, strict=True):
            with (self._folder / name).open("ab") as file:
                file.truncate(end)

    def _start(self) -> None:
        self._starts = tuple(self._files[name].tell() for name in FILES)

    def write_journal(self, line: str) -> None:
        """Name the page that is cleaned next."""
        self._journal.write(line + "\n")
        self._journal.flush()

    def add(self, lines: PageLines) -> None:
        """Write what became of a page."""
        for name, held in zip(FILES, (lines.articles, lines.audit, rejection_line(lines.rejection)), strict=True):
            self._write(name, held)

    def commit(self, page: Input, key: str, tally: Tally, sites: dict[str, str]) -> None:
        """End a file of pages: all of it is written, so that a later try need not do it again."""
        for name in FILES:
            self._files[name].flush()
        ends = tuple(self._files[name].tell() for name in FILES)
        sizes = tuple(end - start for start, end in zip(self._starts, ends, strict=True))
        lost = tally.rejections["error"] > 0 and page.path is not None and not os.access(page.path, os.R_OK)
        counts, templates = tally.as_counts(), dict(sorted(sites.items()))
        entry = Entry(key, page.source.name, sizes, counts, templates, self._folder, self._starts, lost)
        self._files[PAGES].write(entry.as_line())
        self._files[PAGES].flush()
        self._start()

    def _write(self, name: str, lines: Iterable[bytes]) -> None:
        self._files[name].writelines(lines)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._journal.close()
        for file in self._files.values():
            file.close()
