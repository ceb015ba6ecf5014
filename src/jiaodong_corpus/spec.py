"""A spec: the plan of a run in a file, so that any machine that sees the same folders can run shards of it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from filelock import FileLock, Timeout

from .model import MAX_BLOCKS, JdcError, Source
from .read import Input
from .shards import JOURNAL, PART, Shard, note_death, run_shard
from .store import settings_digest
from .templates import load, save
from .toolkit import Toolkit, load_toolkit, settings

SPEC, TEMPLATES = "spec.json", "templates.json"
# So long is waited for a process that was given up and may still be at work on the shard.
MAX_WAIT = 120.0


@dataclass(frozen=True)
class Asked:
    """How pages are to be cleaned, as ``jdc clean`` was asked; files as absolute paths."""

    max_bytes: int
    userdict: Path | None = None
    lexicon: Path | None = None
    tags: bool = False
    max_blocks: int = MAX_BLOCKS

    def load(self) -> Toolkit:
        """Load the tools."""
        return load_toolkit(
            self.max_bytes,
            userdict=self.userdict,
            lexicon=self.lexicon,
            tags=self.tags,
            max_blocks=self.max_blocks,
        )

    def told(self) -> dict[str, Any]:
        """Return what ``run.json`` says of it."""
        return {"command": "clean"} | settings(self.userdict, self.lexicon, self.tags)

    def digest(self) -> str:
        """Return the digest of all that decides how a page is cleaned, here and now."""
        return settings_digest(self.told() | {"max_bytes": self.max_bytes, "max_blocks": self.max_blocks})


@dataclass(frozen=True)
class Spec:
    """The shards of a run, what they are cleaned by, and the folder that they are committed to."""

    folder: Path
    asked: Asked
    shards: tuple[Shard, ...]
    page_timeout: float = 0
    digest: str = ""

    @property
    def file(self) -> Path:
        """The file of this spec, in its folder."""
        return self.folder / SPEC

    def save(self, toolkit: Toolkit) -> None:
        """Write the spec and the templates that its pages are read by."""
        asked = {name: str(value) if isinstance(value, Path) else value for name, value in vars(self.asked).items()}
        held = {
            "asked": asked, "page_timeout": self.page_timeout, "digest": self.digest,
            "shards": [[_page_line(page, key) for page, key in shard.pages] for shard in self.shards],
        }  # fmt: skip
        save(toolkit.templates, self.folder / TEMPLATES)
        self.file.write_bytes(orjson.dumps(held))

    def load_toolkit(self) -> Toolkit:
        """Load the tools that the pages are cleaned by.

        Raises:
            JdcError: this machine would clean otherwise than the one that made the plan.

        """
        if self.asked.digest() != self.digest:
            raise JdcError(
                f"{self.file}: was planned with other versions or settings than this machine has. Install the same "
                "versions here (run.json names them), or plan again."
            )
        toolkit = self.asked.load()
        return Toolkit(**(vars(toolkit) | {"templates": load(self.folder / TEMPLATES)}))

    def pick(self, words: Iterable[str]) -> list[int]:
        """Return the numbers that words such as ``3`` and ``0-7`` name; all where there is none.

        Raises:
            JdcError: a word is no number of a shard.

        """
        numbers: list[int] = []
        for word in words:
            first, _, last = word.partition("-")
            if not first.isdecimal() or not (last or first).isdecimal():
                raise JdcError(f"{word}: is no number of a shard. Write one (3) or several (0-7).")
            numbers += range(int(first), int(last or first) + 1)
        if wrong := [number for number in numbers if number >= len(self.shards)]:
            raise JdcError(f"{wrong[0]}: {self.file} has {len(self.shards)} shards, counted from 0.")
        return numbers or list(range(len(self.shards)))


def plan_spec(folder: Path, asked: Asked, shards: Sequence[Shard], page_timeout: float, toolkit: Toolkit) -> Spec:
    """Write the spec of shards that are to be committed to ``folder``, and return it.

    Raises:
        JdcError: standard input is among the pages, which no other machine can read.

    """
    if any(page.path is None for shard in shards for page, _ in shard.pages):
        raise JdcError("-: standard input can be read here alone. Write it to a file and name that.")
    spec = Spec(folder.absolute(), asked, tuple(shards), page_timeout, asked.digest())
    spec.save(toolkit)
    return spec


def load_spec(file: Path) -> Spec:
    """Read a spec.

    Raises:
        JdcError: it cannot be read, or is none.

    """
    try:
        held = orjson.loads(file.read_bytes())
        asked = dict(held["asked"])
        for name in ("userdict", "lexicon"):
            asked[name] = Path(asked[name]) if asked[name] else None
        shards = tuple(Shard(tuple(map(_page_of, lines))) for lines in held["shards"])
        return Spec(file.absolute().parent, Asked(**asked), shards, held["page_timeout"], held["digest"])
    except OSError as error:
        raise JdcError(f"{file}: {error.strerror}. Name the file that `jdc shard plan` wrote.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise JdcError(f"{file}: is no spec. Name the file that `jdc shard plan` wrote.") from error


def run_claimed(spec: Spec, shard: Shard, toolkit: Toolkit) -> None:
    """Run a shard in this process, which a page may end; another try goes on behind that page in the end.

    Raises:
        JdcError: another process is at work on it.
        OSError: the disk is full, or may not be written.

    """
    with claimed(spec, [shard]):
        # The journal of another try is there only if that try was ended.
        if (spec.folder / (shard.name + PART) / JOURNAL).exists():
            note_death(shard, spec.folder)
        run_shard(shard, spec.folder, toolkit, spec.page_timeout)


@contextmanager
def claimed(spec: Spec, shards: Sequence[Shard]) -> Iterator[None]:
    """Hold shards, so that nobody else runs them.

    Raises:
        JdcError: another process holds one.

    """
    locks = [FileLock(spec.folder / f".{shard.name}.lock", timeout=MAX_WAIT) for shard in shards]
    try:
        for lock in locks:
            lock.acquire()
        yield
    except Timeout as error:
        raise JdcError(f"{spec.folder}: another process is at work on this shard. Wait for it, or end it.") from error
    finally:
        for lock in locks:
            lock.release()


def _page_line(page: Input, key: str) -> list[Any]:
    path = str(page.path.absolute()) if page.path else None
    return [page.source.name, page.source.media_type, path, key]


def _page_of(line: Sequence[Any]) -> tuple[Input, str]:
    name, media_type, path, key = line
    return Input(Source(name, media_type=media_type), Path(path)), key
