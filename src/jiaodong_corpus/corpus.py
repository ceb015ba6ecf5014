"""Read a corpus back: the folder that a run wrote."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from .model import JdcError
from .write import ARTICLES

Line = dict[str, Any]


def read_lines(folder: Path, name: str = ARTICLES) -> Iterator[Line]:
    """Yield the lines of a file of a corpus, one object each, without holding more than one.

    Raises:
        JdcError: ``folder`` is no corpus, or a line of it is broken; the message names it.

    """
    file = folder / name
    try:
        with file.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                yield _object(file, number, line)
    except OSError as error:
        raise JdcError(f"{file}: {error.strerror}. Name the folder that `jdc clean` wrote.") from error


def _object(file: Path, number: int, line: bytes) -> Line:
    try:
        held = orjson.loads(line)
    except ValueError as error:
        raise JdcError(f"{file}, line {number}: {error}. Write the corpus again with `jdc clean`.") from error
    if not isinstance(held, dict):
        raise JdcError(f"{file}, line {number}: is no object. Write the corpus again with `jdc clean`.")
    return held


def sentences_of(record: Line, script: str = "hans") -> list[str]:
    """Return the sentences of a record in one script (``hans``, ``hant``), or as printed (``printed``)."""
    text = record["text"] if script == "printed" else record[script]["text"]
    return [text[start:end] for start, end in record["sentences"]]
