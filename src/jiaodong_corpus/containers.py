"""The pages that a file holds: itself, or those of an archive. Nothing is ever unpacked to disk."""

import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, Protocol

import zstandard

from .captures import failure, read_jsonl, read_mhtml, read_warc
from .model import PageError, RawPage, Rejection, Source
from .read import CONTAINERS, MEDIA_TYPES, Input, read

Reader = Callable[[str, IO[bytes], int], Iterator[RawPage | Rejection]]
CAPTURES: tuple[tuple[tuple[str, ...], Reader], ...] = (
    ((".mhtml", ".mht"), read_mhtml),
    ((".jsonl", ".ndjson"), read_jsonl),
    ((".warc", ".warc.gz"), read_warc),
)
TARS: tuple[tuple[tuple[str, ...], Callable[[IO[bytes]], "Readable"]], ...] = (
    ((".tar",), lambda stream: stream),
    ((".tar.gz", ".tgz"), lambda stream: gzip.GzipFile(fileobj=stream)),
    ((".tar.xz", ".txz"), lzma.LZMAFile),
    ((".tar.zst", ".tzst"), lambda stream: zstandard.ZstdDecompressor().stream_reader(stream)),
)
# So many times the largest page an archive may unpack to: a bomb is told by that.
MAX_PAGES_WORTH = 50


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, at most ``size``."""


class _TooMuchError(Exception):
    """An archive unpacks to more than it may."""


class _Counted(io.RawIOBase):
    """A stream that may be read up to a limit; one that goes on beyond it is refused."""

    def __init__(self, stream: Readable, limit: int) -> None:
        self._stream = stream
        self.left = limit

    def readable(self) -> bool:
        """Whether it can be read: it can."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Read on into ``buffer``; return how many bytes."""
        view = memoryview(buffer)
        held = self._stream.read(min(len(view), self.left + 1))
        self.left -= len(held)
        if self.left < 0:
            raise _TooMuchError
        view[: len(held)] = held
        return len(held)


def pages_in(one: Input, limit: int) -> Iterator[RawPage | Rejection]:
    """Yield the pages of a file that was named, each at most ``limit`` bytes and one; what cannot be read is a rejection."""
    name = one.source.name
    lower = name.lower()
    try:
        if one.path is None or not is_container(lower):
            yield read(one)
            return
        empty = True
        with one.path.open("rb") as stream:
            for page in _pages(name, lower, stream, limit):
                empty = False
                yield page
        if empty:
            yield failure(one.source, "holds no page. Leave it out, or see whether its pages end in .html or .txt.")
    except PageError as error:
        yield Rejection(one.source, "error", error.stage, error.reason)
    except _TooMuchError:
        most = MAX_PAGES_WORTH * limit
        yield failure(one.source, f"unpacks to more than {most:,} bytes. Unpack it yourself, or raise --max-bytes.")
    except (
        OSError,
        EOFError,
        ValueError,
        RuntimeError,
        zipfile.BadZipFile,
        tarfile.TarError,
        lzma.LZMAError,
        zstandard.ZstdError,
    ) as error:
        yield failure(one.source, f"the archive is damaged or locked: {error}. Pack it again.")


def is_container(name: str) -> bool:
    """Whether the ending of a file says that it holds pages rather than being one."""
    return name.lower().endswith(CONTAINERS)


def _pages(name: str, lower: str, stream: IO[bytes], limit: int) -> Iterator[RawPage | Rejection]:
    for endings, reader in CAPTURES:
        if lower.endswith(endings):
            yield from reader(name, stream, limit)
    for endings, unpack in TARS:
        if lower.endswith(endings):
            yield from _tar(name, _Counted(unpack(stream), MAX_PAGES_WORTH * limit), limit)
    if lower.endswith(".zip"):
        yield from _zip(name, stream, limit)


def _tar(name: str, stream: _Counted, limit: int) -> Iterator[RawPage | Rejection]:
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            held = archive.extractfile(member) if member.isfile() else None
            if held is not None:
                yield from _member(name, member.name, held, limit)


def _zip(name: str, stream: IO[bytes], limit: int) -> Iterator[RawPage | Rejection]:
    left = MAX_PAGES_WORTH * limit
    with zipfile.ZipFile(stream) as archive:
        for member in archive.infolist():
            if not member.is_dir() and _holds_pages(member.filename):
                with archive.open(member) as opened:
                    counted = _Counted(opened, left)
                    yield from _member(name, member.filename, counted, limit)
                    left = counted.left


def _holds_pages(name: str) -> bool:
    lower = name.lower()
    return lower.endswith(tuple(ending for endings, _ in CAPTURES for ending in endings)) or lower.endswith(
        tuple(MEDIA_TYPES)
    )


def _member(archive: str, name: str, stream: IO[bytes] | _Counted, limit: int) -> Iterator[RawPage | Rejection]:
    """Yield the pages of one file in an archive. Its name is a name and no path: nothing is written under it."""
    # A name can climb out of the archive (../../x); the record only says where in it the page was.
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in {"/", "..", "."}]
    place = f"{archive}/{'/'.join(parts)}"
    buffered = io.BufferedReader(stream) if isinstance(stream, _Counted) else stream
    for endings, reader in CAPTURES:
        if place.lower().endswith(endings):
            yield from reader(place, buffered, limit)
            return
    media_type = MEDIA_TYPES.get(PurePosixPath(place.lower()).suffix)
    if media_type:
        yield RawPage(Source(place, media_type=media_type), buffered.read(limit + 1))
