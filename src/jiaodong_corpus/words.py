"""Words that jieba's dictionary lacks: the project's own, and those of a user."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from .engine import Word
from .model import JdcError

# What jieba joins to words. At every other character a word ends, whatever a dictionary says.
JOINABLE = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")
# jieba's own pattern for a line of a user dictionary: a word, then a frequency or a tag or both.
LINE = re.compile(r"(?P<word>.+?)(?: (?P<frequency>[0-9]+))?(?: (?P<tag>[a-z]+))?")
# Between two of them all frequencies of a text of 60 million words lie.
MOST = 60_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A line of one of the lexicon's tables, and where it stands."""

    place: str
    columns: tuple[str, ...]


def read_table(name: str, width: int, own: Path | None = None) -> Iterator[Row]:
    """Yield the lines of a table of the lexicon, then those of a file of the user's own; comments begin with ``#``.

    Raises:
        JdcError: a line has more or fewer than ``width`` columns, or an empty one.

    """
    text = resources.files(__package__).joinpath("lexicon", "words", name).read_text("utf-8")
    yield from _rows(name, text, width)
    if own is not None:
        yield from _rows(str(own), own.read_text("utf-8-sig"), width)


def _rows(name: str, text: str, width: int) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            columns = tuple(line.split("\t"))
            if len(columns) != width or not all(one == one.strip() != "" for one in columns):
                raise JdcError(f"{name}:{number}: {width} columns parted by tabs are wanted, {line!r} is not that.")
            yield Row(f"{name}:{number}", columns)


def load_terms(own: Path | None = None) -> tuple[Word, ...]:
    """Load the terms of regional integration, and those of a table of the user's own.

    Raises:
        JdcError: a line is none.

    """
    return tuple(
        check_word(row.place, term, frequency, tag)
        for row in read_table("terms.tsv", 5, own)
        for term, _, tag, frequency, _ in [row.columns]
    )


def check_word(place: str, text: str, frequency: str, tag: str) -> Word:
    """Return a word for the dictionary. A frequency 500/6 replaces the dictionary's own, which is 6.

    Raises:
        JdcError: it can never be met in a text, or its frequency is no number above 0.

    """
    frequency, _, replaces = frequency.partition("/")
    if not JOINABLE.fullmatch(text):
        odd = next(char for char in text if not JOINABLE.match(char))
        raise JdcError(
            f"{place}: {text!r} holds {odd!r}, at which words always end. Leave the word out, or write it without."
        )
    if not frequency.isdecimal() or not 0 < int(frequency) <= MOST:
        raise JdcError(f"{place}: {frequency!r} is no frequency. Write a number from 1 to {MOST:,}.")
    return Word(text, int(frequency), tag, int(replaces or 0))


def load_userdict(path: Path) -> tuple[Word, ...]:
    """Load a user's words: a file in jieba's format, a line a word, with its frequency and its tag if they are known.

    A word without a frequency has 0, and is given what jieba would suggest when the dictionary is loaded.

    Raises:
        JdcError: the file cannot be read, or a line is no word.

    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise JdcError(f"{path}: {error.strerror}. Name a user dictionary in jieba's format.") from error
    except UnicodeDecodeError as error:
        raise JdcError(f"{path}: is not UTF-8. Save the user dictionary as UTF-8.") from error
    return tuple(
        _read_line(f"{path}:{number}", line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()
    )


def _read_line(place: str, line: str) -> Word:
    match = LINE.fullmatch(line)
    if match is None:
        raise JdcError(f"{place}: {line!r} is no line of a user dictionary. Write: word frequency tag.")
    word = check_word(place, match["word"], match["frequency"] or "1", match["tag"] or "x")
    return word if match["frequency"] else Word(word.text, 0, word.tag)
