"""Simplified and Traditional: conversion that keeps every offset, and detection."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

from opencc import OpenCC

from .characters import Characters, Context, Contexts
from .simplify import Simplifier
from .traditionalize import Traditionalizer

# Small marks, and those of vertical lines, which pages in Traditional characters print as well (記者黃文樹∕市政中心報導).
SMALL = "﹐﹑﹒﹔﹕﹖﹗﹙﹚︰∕⋯"
# With them the full-width forms of ASCII and the ideographic space. Chinese marks of their own (。、《》“”) stay.
HALF_WIDTH = {
    **{chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)},
    "\u3000": " ",
    **dict(zip(SMALL, ",、.;:?!():/…", strict=True)),
}
# A search and not a translation: most characters are neither.
FULL_WIDTH = re.compile(f"[\uff01-\uff5e\u3000{SMALL}]")
# Shares of Traditional-only characters up to which a text counts as Simplified, and from which as Traditional.
HANS_MAX, HANT_MIN = 0.02, 0.98
# In hant.tsv, before a character: in any word, whatever OpenCC has for it.
ANY_WORD = "~"
# There, at an end of an entry: it may end inside a word; before a number it always may.
MAY_CUT = "…#"


@dataclass(frozen=True, slots=True)
class ScriptShares:
    """The script of a text (``zh-Hans``, ``zh-Hant``, ``mixed``, ``und``) and the counts of characters it rests on."""

    script: str
    hans_only: int
    hant_only: int


@dataclass(frozen=True)
class Scripts:
    """The converters and the characters that only one of the two scripts has, loaded once per process.

    ``to_standard`` turns the variants of Traditional print into the Taiwan standard forms; ``usage`` are pairs of characters
    of which good Traditional print has either.
    """

    simplifier: Simplifier
    traditionalizer: Traditionalizer
    hans_only: frozenset[str]
    hant_only: frozenset[str]
    to_standard: Callable[[str], str]
    usage: frozenset[frozenset[str]]

    def to_hans(self, text: str) -> str:
        """Return ``text`` in Simplified characters, equally long."""
        return self.simplifier.to_hans(text)

    def to_hant(self, hans: str, words: Sequence[str]) -> str:
        """Return Simplified text, which ``words`` spell, in Traditional characters (Taiwan standard forms), equally long."""
        return self.traditionalizer.to_hant(hans, words)

    def name_to_hant(self, hans: str) -> str:
        """Return the Simplified name of a person in Traditional characters, equally long."""
        return self.traditionalizer.name_to_hant(hans)

    def fold(self, text: str) -> str:
        """Return the form that patterns are matched on: Simplified, half-width, equally long.

        Half-width marks are folded too, not only digits and letters, so that a pattern names each mark once.
        """
        return FULL_WIDTH.sub(lambda match: HALF_WIDTH[match[0]], self.to_hans(text))

    def detect(self, text: str) -> ScriptShares:
        """Tell the script of ``text``: Simplified up to a share of .02 Traditional-only characters, Traditional from .98."""
        return shares_of(self._hans.count(text), self._hant.count(text))

    def is_usage(self, one: str, other: str) -> bool:
        """Tell whether good Traditional print has either of two characters where the other could stand."""
        one, other = self.to_standard(one), self.to_standard(other)
        return one == other or frozenset((one, other)) in self.usage

    @cached_property
    def _hans(self) -> Characters:
        return Characters(self.hans_only)

    @cached_property
    def _hant(self) -> Characters:
        return Characters(self.hant_only)


def shares_of(hans: int, hant: int) -> ScriptShares:
    """Tell the script of a text with so many characters that only Simplified, and only Traditional text has."""
    if hans + hant == 0:
        return ScriptShares("und", 0, 0)
    share = hant / (hans + hant)
    return ScriptShares("zh-Hans" if share <= HANS_MAX else "zh-Hant" if share >= HANT_MIN else "mixed", hans, hant)


def load_scripts(is_word: Callable[[str], bool]) -> Scripts:
    """Load the converters and the lexicon; ``is_word`` says whether a Simplified string is a word of the dictionary."""
    hans_only, hant_only = (frozenset("".join(_lines(name))) for name in ("hans_only.txt", "hant_only.txt"))
    to_standard, traditionalizer = _safe(OpenCC("t2tw").convert), _load_traditionalizer(is_word)
    return Scripts(
        _load_simplifier(hans_only, hant_only),
        traditionalizer,
        hans_only,
        hant_only,
        to_standard,
        frozenset(
            frozenset(pair) for name in ("usage.txt", "plain.txt") for line in _lines(name) for pair in line.split()
        ),
    )


def _load_simplifier(hans_only: frozenset[str], hant_only: frozenset[str]) -> Simplifier:
    # Without the forms that few fonts have: names keep the character that was printed.
    convert = _safe(OpenCC("t2s", include_tofu_risk_dictionaries=False).convert)
    rows = list(_rows("hans.tsv"))
    contexts = (
        (char, Context(before, after, otherwise))
        for char, _, otherwise, words, _ in rows
        for before, _, after in (word.partition(char) for word in words.split())
    )
    variants = {pair[0]: pair[1] for line in _lines("variants.txt") for pair in line.split()}
    usual = {char: usual for char, usual, *_ in rows}
    return Simplifier(convert, hans_only, hant_only, variants, usual, Contexts(contexts))


def _load_traditionalizer(is_word: Callable[[str], bool]) -> Traditionalizer:
    convert = _safe(OpenCC("s2tw").convert)
    rows = [pair for hans, hant, _ in _rows("hant.tsv") for pair in zip(hans.split(), hant.split(), strict=True)]
    names = {kind: frozenset(chars) for kind, chars in map(str.split, _lines("name_characters.txt"))}
    alone = {hans: hant for hans, hant in rows if len(hans) == 1}
    usual = {hans[1]: hant[1] for hans, hant in rows if hans[0] == ANY_WORD}
    entries = [(hans, hant) for hans, hant in rows if len(hans) > 1 and hans[0] != ANY_WORD]
    return Traditionalizer(
        convert,
        {ord(pair[0]): pair[1] for line in _lines("plain.txt") for pair in line.split()},
        alone,
        usual,
        Contexts(_contexts(entries, frozenset(alone) | frozenset(usual), convert)),
        frozenset(name[0] for line in _lines("surnames.txt") for name in line.split()),
        names["surname"],
        names["given"],
        is_word,
    )


def _contexts(
    entries: Iterable[tuple[str, str]], settled: frozenset[str], convert: Callable[[str], str]
) -> Iterator[tuple[str, Context]]:
    """Yield what characters of the entries become beside the others, where they would become something else without.

    Of ``settled`` characters the lexicon says what they become elsewhere.
    """
    found: list[tuple[str, Context, bool]] = []
    for hans, hant in entries:
        cuts = hans[0] in MAY_CUT, hans[-1] == MAY_CUT[0]
        bare, becomes = hans.strip(MAY_CUT[0]), hant.strip(MAY_CUT[0])
        for place, (char, made, whole) in enumerate(zip(bare, becomes, convert(bare), strict=True)):
            context = Context(bare[:place], bare[place + 1 :], made, cuts)
            found.append((char, context, char in settled or not made == whole == convert(char)))
    others: dict[str, list[Context]] = {}
    for char, context, differs in found:
        if differs:
            others.setdefault(char, []).append(context)
    for char, context, differs in found:
        if differs or any(context.outdoes(other) for other in others.get(char, ())):
            yield char, context


def _safe(convert: Callable[[str], str]) -> Callable[[str], str]:
    # OpenCC reads a C string: it stops at a NUL character.
    return lambda text: "\x00".join(map(convert, text.split("\x00"))) if "\x00" in text else convert(text)


def _lines(name: str) -> Iterator[str]:
    text = resources.files(__package__).joinpath("lexicon", name).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("# "))


def _rows(name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in _lines(name))
