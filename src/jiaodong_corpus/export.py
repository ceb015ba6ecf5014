"""Write a corpus in the forms that other programs read: packed lines of JSON, Parquet, and a dataset folder with its card."""

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

import zstandard

from .columns import write_parquet
from .corpus import Line, read_lines
from .model import JdcError
from .stats import count_corpus
from .visible import visible
from .write import to_line

PACKINGS: dict[str, Callable[[IO[bytes]], Any]] = {
    "jsonl": lambda file: file,
    # Neither time nor name: the same records are the same bytes.
    "jsonl.gz": lambda file: gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0),
    "jsonl.zst": lambda file: zstandard.ZstdCompressor().stream_writer(file, closefd=False),
}
MARKUP = re.compile(r"[\\`*\[\]<>|&]")
PARQUET, HF = "parquet", "hf"
# So many records has a file: they come to some 500 MB of lines.
RECORDS_OF_FILE = 50_000
SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
)


def export(corpus: Path, folder: Path, to: str, records_of_file: int = RECORDS_OF_FILE) -> list[Path]:
    """Write the records of a corpus to a new folder as one of ``PACKINGS``, ``parquet`` or ``hf``; return the files, in order.

    Each file holds up to ``records_of_file`` records, in the order of the corpus, and is named by its place and their
    number (``articles-00000-of-00004.jsonl.zst``).

    Raises:
        JdcError: ``corpus`` is no corpus, ``folder`` holds something or may not be written, or a library is wanted that is
            not installed. Then nothing is left in ``folder``.

    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise JdcError(f"{folder}: is not empty. Name a new folder with -o.")
    counts = count_corpus(corpus)
    folder = folder.absolute()
    draft = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        files = _write_all(corpus, draft, to, counts, records_of_file)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    except OSError as error:
        raise JdcError(f"{folder}: {error.strerror or error}. Make room, or name another folder with -o.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return [folder / file.relative_to(draft) for file in files]


def _write_all(corpus: Path, folder: Path, to: str, counts: dict[str, Any], records_of_file: int) -> list[Path]:
    total = counts["totals"].get("records", 0)
    number = max(1, -(-total // records_of_file))
    target = folder / "data" if to == HF else folder
    target.mkdir(parents=True)
    ending = PARQUET if to == HF else to
    records, files = read_lines(corpus), []
    for place in range(number):
        file = target / f"articles-{place:05}-of-{number:05}.{ending}"
        _write(file, ending, islice(records, records_of_file))
        files.append(file)
    if to == HF:
        (folder / "README.md").write_text(_card(counts, total), encoding="utf-8", newline="\n")
    return files


def _write(file: Path, ending: str, records: Iterator[Line]) -> None:
    if ending == PARQUET:
        write_parquet(file, records)
        return
    with file.open("wb") as plain, PACKINGS[ending](plain) as packed:
        for record in records:
            packed.write(to_line(record))


def _card(counts: dict[str, Any], total: int) -> str:
    """Return the card of a dataset; its licence is for whoever publishes it to say."""
    size = next((name for most, name in SIZES if total < most), "n>10M")
    rows = "\n".join(f"| {name} | {value:,} |" for name, value in counts["totals"].items())
    tables = "".join(
        _table(name, counts[name]) for name in ("script", "outlet", "month", "flag", "characters removed as")
    )
    return f"""---
language:
- zh
language_bcp47:
- zh-Hans
- zh-Hant
size_categories:
- {size}
task_categories:
- text-generation
configs:
- config_name: default
  data_files: data/articles-*.parquet
# license: say here under what terms you may give these texts to others.
---

# Articles of Chinese news pages

Made with jiaodong_corpus. Each record is one article: `text` as printed, `hans` and `hant` in Simplified and Traditional, equally
long, with tokens, sentences, places and metadata; all offsets count Unicode code points. `origin` leads back to the page.

| counted | |
|---|---|
{rows}
{tables}"""


def _table(name: str, values: dict[str, int]) -> str:
    shown = list(values.items())[:20]
    # What a page says of itself is shown, and no markup of the card.
    cells = ((MARKUP.sub(r"\\\g<0>", visible(value)), number) for value, number in shown)
    rows = "\n".join(f"| {value} | {number:,} |" for value, number in cells)
    return f"\n| {name} | |\n|---|---|\n{rows}\n" if shown else ""
