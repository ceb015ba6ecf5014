"""Files that hold pages with their address: saved pages (MHTML), web archives (WARC), and JSON lines."""

import email
import email.policy
import json
from collections.abc import Iterable, Iterator, Mapping
from email.message import EmailMessage
from typing import IO, Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from .model import RawPage, Rejection, Source

HTML_KEYS, TEXT_KEYS = ("html", "raw_html"), ("text", "raw_text", "content", "raw_content")
# Dolma's "source" is the name of a dataset, that of trafilatura an address.
URL_KEYS, TIME_KEYS = ("url", "source_url", "source"), ("fetched", "date_download", "added", "timestamp")
HTML = frozenset({"text/html", "application/xhtml+xml"})
GOOD_STATUS = 200


def failure(source: Source, reason: str) -> Rejection:
    """Return the rejection of a page that could not be read."""
    return Rejection(source, "error", "read", reason)


def read_mhtml(name: str, stream: IO[bytes], limit: int) -> Iterator[RawPage | Rejection]:
    """Yield the page that a browser saved: the first HTML part, and the address that it came from."""
    content = stream.read(limit + 1)
    if len(content) > limit:
        yield failure(Source(name), f"more than the limit of {limit:,} bytes. Raise the limit with --max-bytes.")
        return
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in HTML:
            yield _page_of_part(name, message, part)
            return
    yield failure(Source(name), "holds no HTML part. Save the page again, or leave it out.")


def _page_of_part(name: str, message: EmailMessage, part: EmailMessage) -> RawPage:
    held: Any = part.get_payload(decode=True)
    url = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    source = Source(name, str(url).strip() if url else None, part.get_content_type())
    return RawPage(source, held if isinstance(held, bytes) else b"", part.get_content_charset())


def read_jsonl(name: str, stream: IO[bytes], limit: int) -> Iterator[RawPage | Rejection]:
    """Yield the pages of a file with one JSON object a line: ``html`` or ``text``, and ``url`` if it is known.

    The names that datatrove, Dolma, OSCAR, CCNet and trafilatura give to these are known, too.
    """
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        source = Source(f"{name}#{number}")
        if len(line) > limit:
            yield failure(source, f"a line of more than {limit:,} bytes. Raise the limit with --max-bytes.")
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
        elif line.strip():
            yield _page_of_line(source, line)


def _page_of_line(source: Source, line: bytes) -> RawPage | Rejection:
    try:
        held = json.loads(line)
        html, text = _first(held, HTML_KEYS), _first(held, TEXT_KEYS)
    except (ValueError, RecursionError, AttributeError):
        html = text = None
    if html is None and text is None:
        return failure(source, 'is no JSON object with "html" or "text". Mend the line or leave it out.')
    more = held.get("metadata")
    known = held | (more if isinstance(more, dict) else {}) | {key: held[key] for key in URL_KEYS if key in held}
    url = next((known[key] for key in URL_KEYS if str(known.get(key)).startswith(("http://", "https://"))), None)
    found = Source(source.name, url, "text/plain" if html is None else "text/html", _first(known, TIME_KEYS))
    if html is None and text is not None:
        title = _first(held, ("title",))
        # An extractor keeps the title apart from its text.
        html = f"{title}\n\n{text}" if title and title not in text[: 2 * len(title) + 200] else text
    return RawPage(found, (html or "").encode("utf-8", "surrogatepass"))


def _first(held: Mapping[str, object], keys: Iterable[str]) -> str | None:
    """Return the first of the values that is a text."""
    return next((value for key in keys if isinstance(value := held.get(key), str)), None)


def read_warc(name: str, stream: IO[bytes], limit: int) -> Iterator[RawPage | Rejection]:
    """Yield the HTML pages of a web archive, with their address and the time at which they were fetched."""
    number = 0
    try:
        records = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all")
        for record in records:
            headers = record.http_headers
            if headers is None or headers.status_code != GOOD_STATUS:
                continue
            media_type = (record.http_content_type or "").lower()
            if media_type not in HTML:
                continue
            number += 1
            source = Source(
                f"{name}#{number}", record.headers.get("WARC-Target-URI"), media_type, record.headers.get("WARC-Date")
            )
            # One byte too many is enough to be refused as too large.
            yield RawPage(source, record.reader.read(limit + 1), record.http_charset)
    except Exception as error:
        # The reader raises what its decoders raise; what stood before the damage has been read.
        yield failure(Source(f"{name}#{number + 1}"), f"the web archive is damaged here: {error}. Fetch it again.")
