"""Write a run: records, audit, rejections and the account of the run itself, all or nothing."""

import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata as packages
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import orjson

from .model import JdcError, Rejection
from .pipeline import PageResult
from .read import OUTPUT_MARK, TOOL, is_output
from .record import SCHEMA_VERSION
from .templates import Templates, save

ARTICLES, AUDIT, REJECTED, PAGES = "articles.jsonl", "audit.jsonl", "rejected.jsonl", "pages.jsonl"
TEMPLATES = "templates.json"
# The earlier output, while the new one takes its place.
EARLIER = "earlier"
LINE_ENDS = tuple((char.encode(), f"\\u{ord(char):04x}".encode()) for char in "\x85\u2028\u2029")
USED = ("beautifulsoup4", "jieba", "lxml", "opencc", "orjson", "pydantic", "rjieba", "selectolax")


class Tally:
    """What a run came to: pages, records, rejections, and characters by label."""

    def __init__(self) -> None:
        self.pages = 0
        self.records: Counter[str] = Counter()
        self.rejections: Counter[str] = Counter()
        self.characters: Counter[str] = Counter()
        self.removed: Counter[str] = Counter()

    def add(self, result: PageResult) -> None:
        """Count a page."""
        self.pages += 1
        self.records.update(record.kind for record in result.records)
        if result.rejection:
            self.rejections[result.rejection.kind] += 1
        if result.labelled:
            held = {index for article in result.articles for index in article.indexes}
            for index, one in enumerate(result.labelled.blocks):
                self.characters[one.label.value] += len(one.block.raw)
                if index not in held:
                    self.removed[one.label.value] += len(one.block.raw)

    def merge(self, other: "Tally") -> None:
        """Count the pages of another tally."""
        self.pages += other.pages
        for name in ("records", "rejections", "characters", "removed"):
            getattr(self, name).update(getattr(other, name))

    def as_counts(self) -> dict[str, Any]:
        """Return the counts as ``run.json`` holds them."""
        return {
            "pages": self.pages,
            "records": dict(sorted(self.records.items())),
            "rejections": dict(sorted(self.rejections.items())),
            "characters": dict(sorted(self.characters.items())),
            "characters_removed": dict(sorted(self.removed.items())),
        }


def audit_lines(result: PageResult) -> Iterator[dict[str, Any]]:
    """Yield a line for every block of a page, kept or not, in order.

    ``before`` is the white space above a block; joined with the ``raw`` of each block, and ``after`` of the last one, it
    gives the source text back. The last line of an HTML page also counts the scripts, styles and comments that it has.
    """
    if result.labelled is None:
        return
    page = result.labelled.page
    records = {
        index: record.id
        for article, record in zip(result.articles, result.records, strict=True)
        for index in article.indexes
    }
    done = 0
    last = len(result.labelled.blocks) - 1
    for index, one in enumerate(result.labelled.blocks):
        block = one.block
        line: dict[str, Any] = {
            "source": page.source.name,
            "block": index,
            "label": one.label.value,
            "rule": one.rule,
            "article": records.get(index),
            "start": block.source.start,
            "end": block.source.end,
            "before": page.source_text[done : block.source.start],
            "raw": block.raw,
            "edits": [[edit.rule, edit.start, edit.before, edit.after, edit.margin] for edit in block.edits],
        }
        if block.doubts:
            line["doubts"] = [[doubt.name, doubt.start, doubt.evidence] for doubt in block.doubts]
        if block.layout.path:
            line["path"] = block.layout.path
        if block.layout.attribute:
            line["attribute"] = block.layout.attribute
        done = block.source.end
        if index == last:
            line["after"] = page.source_text[done:]
            if page.unseen:
                line["unseen"] = dict(page.unseen)
        yield line


@dataclass(frozen=True)
class PageLines:
    """What is to be written of a page, and what it counts for."""

    articles: tuple[bytes, ...]
    audit: tuple[bytes, ...]
    rejection: Rejection | None
    tally: Tally


def lines_of(result: PageResult) -> PageLines:
    """Return what is to be written of a page, as lines of JSON."""
    tally = Tally()
    tally.add(result)
    return PageLines(
        tuple(to_line(record.model_dump(mode="json")) for record in result.records),
        tuple(map(to_line, audit_lines(result))),
        result.rejection,
        tally,
    )


def rejection_line(rejection: Rejection | None) -> tuple[bytes, ...]:
    """Return the line of a rejection, if there is one."""
    if rejection is None:
        return ()
    one = rejection
    return (to_line({"source": one.source.name, "kind": one.kind, "stage": one.stage, "reason": one.reason}),)


def check_output(folder: Path) -> None:
    """Make sure that a run may be written to ``folder``.

    Raises:
        JdcError: it holds files that are not an earlier output, or may not be written.

    """
    if folder.exists() and not folder.is_dir():
        raise JdcError(f"{folder}: is a file. Name a folder with -o.")
    if folder.is_dir() and any(folder.iterdir()) and not is_output(folder):
        raise JdcError(f"{folder}: holds files that jdc did not write. Name an empty or new folder with -o.")
    place = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    if not os.access(place, os.W_OK | os.X_OK):
        raise JdcError(f"{folder}: may not be written. Give write access to {place}, or name another folder with -o.")


class Writer:
    """An output folder in the making: written beside its place, or in ``drafts``, and put there by a rename when it is done."""

    def __init__(self, folder: Path, settings: dict[str, Any], drafts: Path | None = None) -> None:
        self.folder = folder.absolute()
        self._drafts = drafts
        self.settings = settings
        self.tally = Tally()
        self._files: dict[str, BinaryIO] = {}

    def __enter__(self) -> Self:
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            self._draft = Path(tempfile.mkdtemp(prefix=f".{self.folder.name}.", dir=self._drafts or self.folder.parent))
        except OSError as error:
            raise JdcError(f"{self.folder.parent}: {error.strerror}. Name another folder with -o.") from error
        for name in (ARTICLES, AUDIT, REJECTED):
            self._files[name] = (self._draft / name).open("wb")
        return self

    def add(self, lines: PageLines) -> None:
        """Write what became of a page."""
        self.tally.merge(lines.tally)
        self._write(ARTICLES, lines.articles)
        self._write(AUDIT, lines.audit)
        self._write(REJECTED, rejection_line(lines.rejection))

    def append(self, line: bytes, tally: Tally, copy: Callable[[Sequence[BinaryIO]], None]) -> None:
        """Write a file of pages that was done before: its line for ``pages.jsonl``, its counts, and what copies its lines."""
        if PAGES not in self._files:
            self._files[PAGES] = (self._draft / PAGES).open("wb")
        self._files[PAGES].write(line)
        self.tally.merge(tally)
        copy([self._files[name] for name in (ARTICLES, AUDIT, REJECTED)])

    def add_templates(self, templates: Templates) -> None:
        """Write the templates that the run goes by."""
        save(templates, self._draft / TEMPLATES)

    def _write(self, name: str, lines: Iterable[bytes]) -> None:
        self._files[name].writelines(lines)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()
        if kind is not None:
            shutil.rmtree(self._draft, ignore_errors=True)
            return
        run = {
            "tool": TOOL,
            "version": packages.version("jiaodong-corpus"),
            "schema_version": SCHEMA_VERSION,
            "uses": {name: packages.version(name) for name in USED},
            "settings": self.settings,
            "counts": self.tally.as_counts(),
        }
        text = json.dumps(run, ensure_ascii=False, indent=2) + "\n"
        (self._draft / OUTPUT_MARK).write_text(text, encoding="utf-8", newline="\n")
        self._put_in_place()

    def _put_in_place(self) -> None:
        self._draft.chmod(0o755)
        if not self.folder.exists():
            self._draft.rename(self.folder)
            return
        # A folder with files in it cannot be replaced by one rename; the earlier output is moved aside first, so that at
        # each moment one of the two stands whole under a name of its own. A run that is killed just then finds it there.
        aside = self._drafts / EARLIER if self._drafts else Path(f"{self._draft}.{EARLIER}")
        shutil.rmtree(aside, ignore_errors=True)
        self.folder.rename(aside)
        self._draft.rename(self.folder)
        shutil.rmtree(aside)


def to_line(value: object) -> bytes:
    """Return ``value`` as one line of JSON with its end, in UTF-8, Chinese as it is."""
    line = orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
    # JSON lets these stand as they are, but many readers of lines end a line at them.
    for char, escaped in LINE_ENDS:
        if char in line:
            line = line.replace(char, escaped)
    return line
