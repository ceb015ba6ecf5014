"""Find the pages that the user named, and read them one by one."""

import glob
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .model import JdcError, PageError, RawPage, Source

MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}
# What holds pages: saved pages, web archives, lines of JSON, and archives of any of these (`containers.py` reads them).
CONTAINERS = (
    ".mhtml", ".mht", ".jsonl", ".ndjson", ".warc", ".warc.gz", ".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.zst",
    ".tzst",
)  # fmt: skip
# What may be packed by itself: page.html.gz, pages.jsonl.zst.
PACKED = (".gz", ".zst")
SINGLE = (*MEDIA_TYPES, ".jsonl", ".ndjson", ".mhtml", ".mht")
READ_IN_FOLDERS = (*MEDIA_TYPES, *CONTAINERS, *(kind + packing for kind in SINGLE for packing in PACKED))
OUTPUT_MARK, TOOL = "run.json", "jiaodong_corpus"


@dataclass(frozen=True, slots=True)
class Input:
    """A page that was named but not read yet. ``path`` is None for standard input."""

    source: Source
    path: Path | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will read, in order of name, and how many files of other kinds it passed over."""

    inputs: tuple[Input, ...]
    skipped: int = 0


def plan(arguments: Iterable[str | os.PathLike[str]]) -> Plan:
    """Turn files, folders, globs and ``-`` into a plan, without reading any page.

    A folder gives its ``.txt``, ``.html`` and ``.htm`` files and those of ``CONTAINERS``, at any depth; links to folders
    are not followed, and output folders of ``jdc`` are passed over. A file that is named gives itself, whatever its ending.

    Raises:
        JdcError: an argument matches nothing, or two different files would get the same name.

    """
    inputs: list[Input] = []
    skipped = 0
    for argument in arguments:
        found, passed_over = _expand(os.fspath(argument))
        if not found:
            kinds = (
                "no .txt, .html or .htm file in it, and no archive"
                if passed_over or Path(argument).is_dir()
                else "no such file"
            )
            raise JdcError(f"{argument}: {kinds}. Name a page, a folder of pages, a glob, or - for standard input.")
        inputs += found
        skipped += passed_over
    return Plan(tuple(sorted(_distinct(inputs), key=lambda one: one.source.name)), skipped)


def plan_file(path: str | os.PathLike[str]) -> Input:
    """Return the plan for one file, whatever its name: no glob, and no ``-`` for standard input.

    Raises:
        JdcError: it is no file.

    """
    file = Path(path)
    if file.is_dir() or not (file.exists() or file.is_symlink()):
        raise JdcError(f"{path}: {'is a folder' if file.is_dir() else 'no such file'}. Name the file of a page.")
    return _input(file, file.name)


def read(page: Input) -> RawPage:
    """Read one page.

    Raises:
        PageError: the file vanished or may not be read.

    """
    if page.path is None:
        return RawPage(page.source, sys.stdin.buffer.read())
    try:
        return RawPage(page.source, page.path.read_bytes())
    except OSError as error:
        raise PageError("read", f"{error.strerror or error}. Check that the file exists and may be read.") from error


def _expand(argument: str) -> tuple[list[Input], int]:
    if argument == "-":
        return [Input(Source("-"), None)], 0
    path = Path(argument)
    if path.is_dir():
        return _walk(path)
    if path.exists() or path.is_symlink():
        return [_input(path, path.name)], 0
    matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    inputs: list[Input] = []
    skipped = 0
    for match in map(Path, matches):
        if is_output(match.parent):
            continue
        found, passed_over = _walk(match) if match.is_dir() else ([_input(match, match.name)], 0)
        inputs += found
        skipped += passed_over
    return inputs, skipped


def _walk(top: Path) -> tuple[list[Input], int]:
    inputs: list[Input] = []
    skipped = 0
    for folder, below, files in os.walk(top, onerror=_refuse):
        if is_output(Path(folder)):
            below.clear()
            continue
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if name.lower().endswith(READ_IN_FOLDERS) and not name.startswith("."):
                inputs.append(_input(path, path.relative_to(top).as_posix()))
            else:
                skipped += 1
    return inputs, skipped


def is_output(folder: Path) -> bool:
    """Whether a folder is an output of this program: its account of the run says so."""
    try:
        mark = json.loads((folder / OUTPUT_MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(mark, dict) and mark.get("tool") == TOOL


def _refuse(error: OSError) -> None:
    raise JdcError(f"{error.filename}: {error.strerror}. Give read access to the folder or leave it out.")


def _input(path: Path, name: str) -> Input:
    # A file name need not be Unicode; a record must be.
    readable = os.fsencode(name).decode("utf-8", "backslashreplace")
    return Input(Source(readable, media_type=MEDIA_TYPES.get(path.suffix.lower())), path)


def _distinct(inputs: list[Input]) -> Iterator[Input]:
    seen: dict[str, Input] = {}
    for page in inputs:
        other = seen.setdefault(page.source.name, page)
        if other is page:
            yield page
        elif page.path is not None and other.path is not None and page.path.resolve() != other.path.resolve():
            # The name is part of each record's id, so two pages may not share one.
            raise JdcError(
                f"{other.path} and {page.path} would both be called {page.source.name}. "
                "Name the folder that holds both, or run them apart."
            )
