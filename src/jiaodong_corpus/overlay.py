"""A lexicon of one's own, laid over the one that ships: patterns, word lists, terms and places, checked before they are used."""

import hashlib
import re
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import ValidationError

from .cut import cut_place
from .lexicon import LISTS, CutPattern, Entry, FieldPattern, LabelPattern, Lexicon, PagePattern, Patterns
from .lexicon.repeats import runs_away
from .lines import MAX_LINE
from .model import JdcError

TERMS, PLACES = "terms.tsv", "places.tsv"
MAY_HOLD = frozenset((TERMS, PLACES, *LISTS))
# A text of so many characters is a long paragraph, and a pattern may take so many seconds of CPU on it.
LONG_PARAGRAPH, MAX_SECONDS = 2000, 0.2
# Texts shorter than this grow by two characters each time: at some patterns each one doubles the time.
SMALL_STEPS = 64
# What patterns repeat: given often enough, it shows one that runs away.
NASTY = (
    "中",
    "1",
    " ",
    "1 ",
    "a",
    ":",
    ",",
    "、",
    "。",
    "(",
    "[",
    "<",
    ">",
    "/",
    "|",
    "-",
    "首页",
    "版权",
    "记者 ",
    "1.",
)


def lay_over(lexicon: Lexicon, folder: Path, fold: Callable[[str], str]) -> Lexicon:
    """Return the lexicon with the entries of ``folder`` before its own: they are tried first, and all others stay.

    ``fold`` gives a text the form that patterns are matched on.

    Raises:
        JdcError: a file is none of a lexicon, or an entry is broken, has the name of another, fails its own cases, or
            runs away; the message names both.

    """
    taken = {entry.name for entry in lexicon.entries}
    for file in _files(folder):
        if file.suffix != ".toml":
            if file.name in LISTS:
                lexicon = lexicon.with_words(file.name, _text(file))
            continue
        patterns = _patterns(file)
        lexicon = lexicon.with_patterns(patterns)
        for entry in patterns.entries:
            if entry.name in taken:
                raise JdcError(f"{file}: {entry.name}: there is an entry of this name. Give yours another.")
            taken.add(entry.name)
            if wrong := _what_is_wrong(entry, lexicon, fold):
                raise JdcError(f"{file}: {entry.name}: {wrong}")
    return lexicon


def overlay_digest(folder: Path) -> str:
    """Return the SHA-256 of what a folder adds: names and contents of its files.

    Raises:
        JdcError: a file is none of a lexicon, or cannot be read.

    """
    found = hashlib.sha256()
    for file in _files(folder):
        found.update(f"{file.name}\0{_text(file)}\0".encode())
    return found.hexdigest()


def file_of(folder: Path | None, name: str) -> Path | None:
    """Return the file of that name in ``folder``, if there is one."""
    return folder / name if folder is not None and (folder / name).exists() else None


def hits(entry: Entry, folded: str, lexicon: Lexicon) -> bool:
    """Whether an entry holds for a folded text."""
    match entry:
        case LabelPattern():
            return len(folded) <= entry.max_length and entry.regex.match(folded) is not None
        case CutPattern():
            return cut_place(entry, folded, lexicon) is not None
        case PagePattern():
            return entry.regex.search(folded) is not None
        case _:
            return entry.regex.match(folded) is not None


def slow_text(entry: Entry, hit: str) -> str | None:
    """Return a text, as long as those it is tried on, on which a pattern takes too long, or None if none was found.

    ``hit`` is a folded text that it matches.
    """
    longest = MAX_LINE if isinstance(entry, FieldPattern) else LONG_PARAGRAPH
    if isinstance(entry, LabelPattern):
        longest = entry.max_length
    return slow_for(entry.regex.search if isinstance(entry, PagePattern) else entry.regex.match, hit, longest)


def slow_for(match: Callable[[str], object], hit: str, longest: int = LONG_PARAGRAPH) -> str | None:
    """Return a text of at most ``longest`` characters on which ``match`` takes too long, or None if none was found.

    ``hit`` is a text that it matches; its pieces are repeated, and others before and behind it.
    """
    for unit in filter(None, (*NASTY, hit, hit[:-1], hit + " ", *sorted(set(hit)))):
        # Growing texts, so that a pattern of exponential cost is told while it still ends.
        size = min(16, longest)
        while True:
            # Behind and before a text that it matches, too: a condition at its beginning may ask for that.
            behind, before = f"{hit}{unit * size}"[: size - 1], f"{unit * size}{hit}"[1 - size :]
            for text in ((unit * size)[:size], (unit * size)[: size - 1] + "\x00", behind + "\x00", before + "\x00"):
                start = time.process_time()
                match(text)
                if time.process_time() - start > MAX_SECONDS:
                    return text
            if size >= longest:
                break
            size = min(longest, size + 2 if size < SMALL_STEPS else size * 13 // 10)
    return None


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        raise JdcError(f"{folder}: no such folder. Name a folder with a lexicon of your own.")
    for file in sorted(folder.iterdir()):
        if file.name.startswith(".") or file.suffix == ".md":
            continue
        if file.suffix != ".toml" and file.name not in MAY_HOLD:
            raise JdcError(
                f"{file}: is no file of a lexicon. It may hold .toml files and {', '.join(sorted(MAY_HOLD))}."
            )
        yield file


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise JdcError(f"{file}: {error.strerror}. Give read access to it, or take it away.") from error
    except UnicodeDecodeError as error:
        raise JdcError(f"{file}: is not UTF-8. Save it as UTF-8.") from error


def _patterns(file: Path) -> Patterns:
    try:
        return Patterns.model_validate(tomllib.loads(_text(file)))
    except tomllib.TOMLDecodeError as error:
        raise JdcError(f"{file}: {error}. Write it as TOML.") from error
    except ValidationError as error:
        one = error.errors()[0]
        place = ".".join(map(str, one["loc"]))
        raise JdcError(
            f"{file}: {place}: {one['msg']}. The lexicon's own files show how an entry is written."
        ) from error


def _slow_on(entry: Entry, fold: Callable[[str], str]) -> str | None:
    if runs_away(entry.pattern):
        return "what almost matches"
    text = slow_text(entry, fold(entry.hits[0]))
    return None if text is None else f"{len(text)} characters like {text[:20]!r}"


def _what_is_wrong(entry: Entry, lexicon: Lexicon, fold: Callable[[str], str]) -> str | None:
    try:
        regex = entry.regex
    except re.error as error:
        return f"the pattern is broken: {error}. Mend it."
    if isinstance(entry, CutPattern) and not {"head", "tail"} & set(regex.groupindex):
        return "the pattern has no group head or tail, which says what is cut off."
    if regex.match(""):
        return "the pattern matches nothing at all, and so every text. Say what must stand there."
    # Cases are short; a pattern that runs away is told before longer texts are tried.
    if (where := _slow_on(entry, fold)) is not None:
        return f"the pattern takes too long on {where}. Repeat nothing inside a repetition."
    missed = [hit for hit in entry.hits if not hits(entry, fold(hit), lexicon)]
    hit = [miss for miss in entry.misses if hits(entry, fold(miss), lexicon)]
    if missed:
        return f"does not hit {missed[0]!r}. Patterns see Simplified, half-width text."
    return f"hits {hit[0]!r}, which it should miss." if hit else None
