"""A run: what is to be done and what was done before, the shards in between, and the output."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from .jobs import cores, run_shards
from .model import JdcError
from .read import Input
from .shards import Shard, cut_shards, size_of
from .store import Entry, entries_in, key_of, settings_digest, tally_of, template_digest
from .toolkit import Toolkit
from .write import Tally, Writer

# Below this a run is over before a second process has begun.
SMALL_RUN = 2_000_000
# So long is waited for the processes of a run that was killed; they end after the page they are at.
MAX_WAIT = 60.0

Execute = Callable[[Sequence[Shard], Path], Iterator[Shard]]


@dataclass(frozen=True)
class Run:
    """A run over files of pages into an output folder.

    ``settings`` are those that ``run.json`` tells; ``jobs`` the processes, None for as many as serve; ``page_timeout`` the
    seconds that a page may take, 0 for any; ``fresh`` says that nothing done before is taken over.
    """

    inputs: Sequence[Input]
    folder: Path
    settings: dict[str, Any]
    jobs: int | None = None
    page_timeout: float = 0
    fresh: bool = False

    @property
    def work(self) -> Path:
        """Where shards are kept until the output is in its place: a hidden folder beside it."""
        return self.folder.absolute().parent / f".{self.folder.name}.work"

    def plan(self, toolkit: Toolkit) -> tuple[list[str], list[Shard]]:
        """Return the key of each file, and the shards of those that were not done before."""
        limits = {"max_bytes": toolkit.max_bytes, "max_blocks": toolkit.max_blocks}
        digest = settings_digest(self.settings | limits)
        keys = [key_of(page, digest) for page in self.inputs]
        known = {} if self.fresh else self._known(toolkit)
        done = {key for key, entry in known.items() if not entry.lost}
        left = [(page, key) for page, key in zip(self.inputs, keys, strict=True) if key not in done]
        return keys, list(cut_shards(left))

    def clean(self, toolkit: Toolkit, execute: Execute | None = None) -> Iterator[int]:
        """Do what is to be done and put the output in its place; yield how many files are done, as shards are committed.

        ``execute`` runs shards and commits them to a folder; without it processes of this machine do.

        Raises:
            JdcError: the output may not be written, or another run writes it.

        """
        with self.locked():
            keys, shards = self.plan(toolkit)
            yield len(keys) - sum(len(shard.pages) for shard in shards)
            jobs = self._jobs(shards)
            done = (
                execute(shards, self.work)
                if execute
                else run_shards(shards, self.work, toolkit, jobs, self.page_timeout)
            )
            for shard in done:
                yield len(shard.pages)
            self._merge(keys, toolkit)
            shutil.rmtree(self.work)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder in which this run works; of a fresh run it is empty.

        Raises:
            JdcError: it may not be written, or another run holds it.

        """
        try:
            self.work.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise JdcError(f"{self.work.parent}: {error.strerror}. Name another folder with -o.") from error
        try:
            # Processes of a run that was killed hold the lock until they have noticed.
            with FileLock(self.work / ".lock", timeout=MAX_WAIT):
                if self.fresh:
                    _empty(self.work)
                yield
        except Timeout as error:
            raise JdcError(f"{self.work}: another run is writing this output. Wait for it, or end it.") from error

    def tally(self) -> Tally:
        """Return the counts of the output that is in place."""
        tally = Tally()
        for entry in entries_in(self.folder):
            tally.merge(tally_of(entry.counts))
        return tally

    def _jobs(self, shards: Sequence[Shard]) -> int:
        size = sum(size_of(page) for shard in shards for page, _ in shard.pages)
        return self.jobs or (cores() if size >= SMALL_RUN else 1)

    def _known(self, toolkit: Toolkit) -> dict[str, Entry]:
        """Return what is done: by an earlier run that ended, and by the shards of one that did not."""
        folders = (self.folder, *sorted(one for one in self.work.glob("*") if not one.suffix and one.is_dir()))
        entries = (entry for folder in folders for entry in entries_in(folder))
        return {entry.key: entry for entry in entries if _holds(entry, toolkit)}

    def _merge(self, keys: Sequence[str], toolkit: Toolkit) -> None:
        known = self._known(toolkit)
        with Writer(self.folder, self.settings, self.work) as writer:
            if toolkit.templates.sites:
                writer.add_templates(toolkit.templates)
            for key in keys:
                writer.append(known[key].as_line(), tally_of(known[key].counts), known[key].copy)


def _holds(entry: Entry, toolkit: Toolkit) -> bool:
    """Whether the templates that pages were read by are those of now."""
    return all(template_digest(toolkit.templates, site) == digest for site, digest in entry.sites.items())


def _empty(folder: Path) -> None:
    for one in folder.iterdir():
        if one.is_dir():
            shutil.rmtree(one)
