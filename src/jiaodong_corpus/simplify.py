"""Text of either script, or of a bad mixture, in Simplified characters, equally long.

OpenCC's t2s assumes good Traditional text. Here a line of Simplified text stays as it is, variants that t2s does not know
are folded, and characters that t2s leaves or takes for another are settled by the Simplified words around them: so text
that is half converted, or was converted badly, comes out right too.
"""

import re
from collections.abc import Callable, Iterable, Mapping
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
    def _traditional(self) -> re.Pattern[str]:
        return _any_of(self.hant_only - IN_BOTH)

    @cached_property
    def _simplified(self) -> re.Pattern[str]:
        return _any_of(self.hans_only)

    @cached_property
    def _doubtful(self) -> re.Pattern[str]:
        return _any_of(IN_BOTH | set(self.variants) | set(self.ambiguous))

    @cached_property
    def _sites(self) -> re.Pattern[str]:
        return _any_of(self.ambiguous)

    @cached_property
    def _folds(self) -> dict[int, int]:
        return {ord(char): ord(simplified) for char, simplified in self.variants.items()}

    def to_hans(self, text: str) -> str:
        """Return ``text`` in Simplified characters, equally long; lines of Simplified text as they are."""
        traditional = self._traditional.search(text) is not None
        if not traditional and (not self._doubtful.search(text) or self._simplified.search(text)):
            return text
        lines = text.split("\n")
        # What could be either, in a line that says nothing else, is as the rest of the text.
        places = [
            index
            for index, line in enumerate(lines)
            if self._traditional.search(line) or (self._doubtful.search(line) and not self._simplified.search(line))
        ]
        converted = self._convert("\n".join(lines[index] for index in places)).split("\n")
        for index, line in zip(places, converted, strict=True):
            lines[index] = line
        return "\n".join(lines)

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


def _any_of(characters: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(characters))}]")


def _stands_in(words: tuple[str, ...], char: str, hans: str, place: int) -> bool:
    """Whether one of ``words``, which have ``char`` in them, stands around ``place`` of a text that has another character there."""
    for word in words:
        index = word.find(char)
        start = place - index
        if start >= 0 and hans.startswith(word[:index], start) and hans.startswith(word[index + 1 :], place + 1):
            return True
    return False
