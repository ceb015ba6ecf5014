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
from .read import CONTAINERS, MEDIA_TYPES, PACKED, Input, read

Reader = Callable[[str, IO[bytes], int], Iterator[RawPage | Rejection]]
CAPTURES: tuple[tuple[tuple[str, ...], Reader], ...] = (
    ((".mhtml", ".mht"), read_mhtml),
    ((".jsonl", ".ndjson"), read_jsonl),
    ((".warc", ".warc.gz"), read_warc),
)
# So many times the largest page an archive may unpack to: a bomb is told by that.
MAX_PAGES_WORTH = 50
# So many times its own size a packed file may unpack to; lines of JSON come to a tenth of that.
MAX_DENSITY = 100
# So many packed bytes are unpacked at once: of the densest kind they come to 32 MB.
BLOCK = 1 << 10


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


class _Zst(io.RawIOBase):
    """A stream unpacked from Zstandard. The library's own reader takes a file that is cut off for one that ends."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._unpacker = zstandard.ZstdDecompressor().decompressobj()
        self._held = b""

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, at most ``size``.

        Raises:
            EOFError: the file is cut off.

        """
        while not self._held:
            packed = self._unpacker.unused_data or self._stream.read(BLOCK)
            if not packed:
                if not self._unpacker.eof:
                    raise EOFError("it is cut off")
                return b""
            if self._unpacker.eof:
                # What was packed in pieces is one file.
                self._unpacker = zstandard.ZstdDecompressor().decompressobj()
            self._held = self._unpacker.decompress(packed)
        found, self._held = self._held[:size], self._held[size:]
        return found


TARS: tuple[tuple[tuple[str, ...], Callable[[IO[bytes]], "Readable"]], ...] = (
    ((".tar",), lambda stream: stream),
    ((".tar.gz", ".tgz"), lambda stream: gzip.GzipFile(fileobj=stream)),
    ((".tar.xz", ".txz"), lzma.LZMAFile),
    ((".tar.zst", ".tzst"), _Zst),
)
UNPACK: dict[str, Callable[[IO[bytes]], "Readable"]] = {
    "gz": lambda stream: gzip.GzipFile(fileobj=stream),
    "zst": _Zst,
}


def pages_in(one: Input, limit: int) -> Iterator[RawPage | Rejection]:
    """Yield the pages of a file that was named, each at most ``limit`` bytes and one; what cannot be read is a rejection."""
    name = one.source.name
    lower = name.lower()
    try:
        if one.path is None or not is_container(lower):
            # What is too large is not read at all.
            size = one.path.stat().st_size if one.path is not None and one.path.is_file() else 0
            yield failure(one.source, too_large(size, limit)) if size > limit else read(one)
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


def too_large(size: int, limit: int) -> str:
    """Return the reason for which a page of so many bytes is rejected."""
    return f"{size:,} bytes, more than the limit of {limit:,}. Split the page, or raise the limit with --max-bytes."


def is_container(name: str) -> bool:
    """Whether the ending of a file says that it holds pages rather than being one."""
    return name.lower().endswith((*CONTAINERS, *PACKED))


def _pages(name: str, lower: str, stream: IO[bytes], limit: int) -> Iterator[RawPage | Rejection]:
    for endings, reader in CAPTURES:
        if lower.endswith(endings):
            yield from reader(name, stream, limit)
    for endings, unpack in TARS:
        if lower.endswith(endings):
            yield from _tar(name, _Counted(unpack(stream), MAX_PAGES_WORTH * limit), limit)
    if lower.endswith(".zip"):
        yield from _zip(name, stream, limit)
    elif lower.endswith(PACKED) and not lower.endswith(CONTAINERS):
        inner, _, packing = lower.rpartition(".")
        # Lines are read one by one, so that such a file may be as large as its like can be.
        most = max(MAX_PAGES_WORTH * limit, MAX_DENSITY * stream.seek(0, io.SEEK_END))
        stream.seek(0)
        yield from _held(name, inner, io.BufferedReader(_Counted(UNPACK[packing](stream), most)), limit)


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
    yield from _held(place, place.lower(), io.BufferedReader(stream) if isinstance(stream, _Counted) else stream, limit)


def _held(name: str, kind: str, stream: IO[bytes] | io.BufferedReader, limit: int) -> Iterator[RawPage | Rejection]:
    """Yield the pages of a file called ``name`` that is of the kind that the ending of ``kind`` says."""
    for endings, reader in CAPTURES:
        if kind.endswith(endings):
            yield from reader(name, stream, limit)
            return
    media_type = MEDIA_TYPES.get(PurePosixPath(kind).suffix)
    if media_type:
        yield RawPage(Source(name, media_type=media_type), stream.read(limit + 1))
