"""Text of either script, or of a bad mixture, in Simplified characters, equally long.

OpenCC's t2s assumes good Traditional text. Here a line of Simplified text stays as it is, variants that t2s does not know
are folded, and characters that t2s leaves or takes for another are settled by the Simplified words around them: so text
that is half converted, or was converted badly, comes out right too.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

# Of the characters that only Traditional text has, those that Simplified text has as well: in names, in words such as
# 瞭望 and 乾隆, and by the list of 2013, which took some back. They do not make a line Traditional.
IN_BOTH = frozenset("乾於徵瞭夥餘麽鍾昇陞祕剋勣菉蒐谿澂劄逕颺鉅龢崙峯甯硃")
# A character of the printed text that stands in a kept word is written so in Simplified.
KEPT = {"鍊": "炼"}


@dataclass(frozen=True)
class Ambiguous:
    """A character of Traditional text that is ``usual`` in Simplified, but for the words of ``kept``."""

    usual: str
    kept: tuple[str, ...]


@dataclass(frozen=True)
class Simplifier:
    """Converts to Simplified; ``convert`` is OpenCC's t2s, the rest is the lexicon."""

    convert: Callable[[str], str]
    hans_only: frozenset[str]
    hant_only: frozenset[str]
    variants: Mapping[str, str]
    ambiguous: Mapping[str, Ambiguous]

    @cached_property
    def _traditional(self) -> frozenset[str]:
        return self.hant_only - IN_BOTH

    @cached_property
    def _doubtful(self) -> frozenset[str]:
        return IN_BOTH | set(self.variants) | set(self.ambiguous)

    @cached_property
    def _sites(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join(sorted(self.ambiguous))}]")

    @cached_property
    def _folds(self) -> dict[int, int]:
        return {ord(char): ord(simplified) for char, simplified in self.variants.items()}

    def to_hans(self, text: str) -> str:
        """Return ``text`` in Simplified characters, equally long; lines of Simplified text as they are."""
        # Sets, not patterns: a class with characters beyond the BMP is searched one by one, many times as slowly.
        if self._traditional.isdisjoint(text) and not self._is_doubtful(text):
            return text
        lines = text.split("\n")
        # What could be either, in a line that says nothing else, is as the rest of the text.
        places = [
            index
            for index, line in enumerate(lines)
            if not self._traditional.isdisjoint(line) or self._is_doubtful(line)
        ]
        converted = self._convert("\n".join(lines[index] for index in places)).split("\n")
        for index, line in zip(places, converted, strict=True):
            lines[index] = line
        return "\n".join(lines)

    def _is_doubtful(self, text: str) -> bool:
        return not self._doubtful.isdisjoint(text) and self.hans_only.isdisjoint(text)

    def _convert(self, text: str) -> str:
        hans = self.convert(text).translate(self._folds)
        if len(hans) != len(text):
            raise AssertionError(f"script conversion changed the length of a text: {len(text)} -> {len(hans)}")
        sites = list(self._sites.finditer(text))
        if not sites:
            return hans
        chars = list(hans)
        for match in sites:
            place, char = match.start(), match[0]
            entry = self.ambiguous[char]
            chars[place] = KEPT.get(char, char) if _stands_in(entry.kept, char, hans, place) else entry.usual
        return "".join(chars)


def _stands_in(words: tuple[str, ...], char: str, hans: str, place: int) -> bool:
    """Whether one of ``words``, which have ``char`` in them, stands around ``place`` of a text that has another character there."""
    for word in words:
        index = word.find(char)
        start = place - index
        if start >= 0 and hans.startswith(word[:index], start) and hans.startswith(word[index + 1 :], place + 1):
            return True
    return False
