"""Simplified and Traditional: conversion that keeps every offset, and detection."""

from dataclasses import dataclass
from importlib import resources
from typing import Protocol

from opencc import OpenCC

# The full-width forms of ASCII and the ideographic space. Chinese marks of their own (。、《》“”) stay.
HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20}
# Shares of Traditional-only characters up to which a text counts as Simplified, and from which as Traditional.
HANS_MAX, HANT_MIN = 0.02, 0.98


class Converter(Protocol):
    """What turns a text into another script, one character for one."""

    def convert(self, text: str) -> str:
        """Return ``text`` converted."""


@dataclass(frozen=True, slots=True)
class ScriptShares:
    """The script of a text (``zh-Hans``, ``zh-Hant``, ``mixed``, ``und``) and the counts of characters it rests on."""

    script: str
    hans_only: int
    hant_only: int


@dataclass(frozen=True)
class Scripts:
    """The converters and the characters that only one of the two scripts has, loaded once per process."""

    t2s: Converter
    s2tw: Converter
    hans_only: frozenset[str]
    hant_only: frozenset[str]

    def to_hans(self, text: str) -> str:
        """Return ``text`` in Simplified characters, equally long."""
        return _convert(self.t2s, text)

    def to_hant(self, hans: str) -> str:
        """Return Simplified text in Traditional characters (Taiwan standard forms), equally long."""
        return _convert(self.s2tw, hans)

    def fold(self, text: str) -> str:
        """Return the form that patterns are matched on: Simplified, half-width, equally long.

        Half-width marks are folded too, not only digits and letters, so that a pattern names each mark once.
        """
        return self.to_hans(text).translate(HALF_WIDTH)

    def detect(self, text: str) -> ScriptShares:
        """Tell the script of ``text``: Simplified up to a share of .02 Traditional-only characters, Traditional from .98."""
        hans = sum(map(self.hans_only.__contains__, text))
        hant = sum(map(self.hant_only.__contains__, text))
        if hans + hant == 0:
            return ScriptShares("und", 0, 0)
        share = hant / (hans + hant)
        script = "zh-Hans" if share <= HANS_MAX else "zh-Hant" if share >= HANT_MIN else "mixed"
        return ScriptShares(script, hans, hant)


def load_scripts() -> Scripts:
    """Load the converters and the character lists."""
    return Scripts(OpenCC("t2s"), OpenCC("s2tw"), _characters("hans_only.txt"), _characters("hant_only.txt"))


def _characters(name: str) -> frozenset[str]:
    lines = resources.files(__package__).joinpath("lexicon", name).read_text("utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))


def _convert(converter: Converter, text: str) -> str:
    # OpenCC reads a C string: it stops at a NUL character.
    after = "\x00".join(map(converter.convert, text.split("\x00")))
    if len(text) != len(after):
        raise AssertionError(f"script conversion changed the length of a text: {len(text)} -> {len(after)}")
    return after
