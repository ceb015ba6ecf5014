"""Simplified and Traditional: conversion that keeps every offset, and detection."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from opencc import OpenCC

from .simplify import Ambiguous, Simplifier
from .traditionalize import Traditionalizer

# The full-width forms of ASCII and the ideographic space. Chinese marks of their own (。、《》“”) stay.
HALF_WIDTH = {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)} | {"\u3000": " "}
WIDE = re.compile("[！-～\u3000]")
# Shares of Traditional-only characters up to which a text counts as Simplified, and from which as Traditional.
HANS_MAX, HANT_MIN = 0.02, 0.98


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

    def fold(self, text: str) -> str:
        """Return the form that patterns are matched on: Simplified, half-width, equally long.

        Half-width marks are folded too, not only digits and letters, so that a pattern names each mark once.
        """
        folded = self.to_hans(text)
        # A translation asks for every character of the page, and these few are soon replaced one after the other.
        for wide in set(WIDE.findall(folded)):
            folded = folded.replace(wide, HALF_WIDTH[wide])
        return folded

    def detect(self, text: str) -> ScriptShares:
        """Tell the script of ``text``: Simplified up to a share of .02 Traditional-only characters, Traditional from .98."""
        # Sets, not a pattern: a class with characters beyond the BMP is searched one by one, forty times as slowly.
        hans, hant = (sum(map(only.__contains__, text)) for only in (self.hans_only, self.hant_only))
        if hans + hant == 0:
            return ScriptShares("und", 0, 0)
        share = hant / (hans + hant)
        script = "zh-Hans" if share <= HANS_MAX else "zh-Hant" if share >= HANT_MIN else "mixed"
        return ScriptShares(script, hans, hant)


def load_scripts(is_word: Callable[[str], bool]) -> Scripts:
    """Load the converters and the lexicon; ``is_word`` says whether a Simplified string is a word of the dictionary."""
    hans_only, hant_only = (frozenset("".join(_lines(name))) for name in ("hans_only.txt", "hant_only.txt"))
    variants = {pair[0]: pair[1] for line in _lines("variants.txt") for pair in line.split()}
    ambiguous = {char: Ambiguous(usual, tuple(kept.split())) for char, usual, kept, _ in _rows("hans.tsv")}
    names: Mapping[str, frozenset[str]] = {
        kind: frozenset(chars) for kind, chars in map(str.split, _lines("name_characters.txt"))
    }
    surnames = frozenset(name[0] for line in _lines("surnames.txt") for name in line.split())
    return Scripts(
        Simplifier(  # Without the forms that few fonts have: names keep the character that was printed.
            _safe(OpenCC("t2s", include_tofu_risk_dictionaries=False).convert),
            hans_only,
            hant_only,
            variants,
            ambiguous,
        ),
        Traditionalizer(
            _safe(OpenCC("s2tw").convert),
            {hans: hant for hans, hant, _ in _rows("hant.tsv")},
            surnames,
            names["surname"],
            names["given"],
            is_word,
        ),
        hans_only,
        hant_only,
        _safe(OpenCC("t2tw").convert),
        frozenset(frozenset(pair) for line in _lines("usage.txt") for pair in line.split()),
    )


def _safe(convert: Callable[[str], str]) -> Callable[[str], str]:
    # OpenCC reads a C string: it stops at a NUL character.
    return lambda text: "\x00".join(map(convert, text.split("\x00"))) if "\x00" in text else convert(text)


def _lines(name: str) -> Iterator[str]:
    text = resources.files(__package__).joinpath("lexicon", name).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _rows(name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in _lines(name))
