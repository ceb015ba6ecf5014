"""Text of either script, or of a bad mixture, in Simplified characters, equally long.

OpenCC's t2s assumes good Traditional text. Here a line of Simplified text stays as it is, variants that t2s does not know
are folded, and characters that t2s leaves or takes for another are settled by the Simplified words around them: so text
that is half converted, or was converted badly, comes out right too.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from .characters import Characters, Contexts

# Of the characters that only Traditional text has, those that Simplified text has as well: in names, in words such as
# 瞭望 and 乾隆, and by the list of 2013, which took some back. They do not make a line Traditional.
IN_BOTH = frozenset("乾於徵瞭夥餘麽鍾昇陞祕剋勣菉蒐谿澂劄逕颺鉅龢崙峯甯硃")


@dataclass(frozen=True)
class Simplifier:
    """Converts to Simplified.

    ``convert`` is OpenCC's t2s. ``variants`` are characters and what they become wherever they stand; ``usual`` are those
    that ``contexts`` decide on, and what they become where no context fits.
    """

    convert: Callable[[str], str]
    hans_only: frozenset[str]
    hant_only: frozenset[str]
    variants: Mapping[str, str]
    usual: Mapping[str, str]
    contexts: Contexts

    @cached_property
    def _hans(self) -> Characters:
        return Characters(self.hans_only)

    @cached_property
    def _traditional(self) -> Characters:
        return Characters(self.hant_only - IN_BOTH)

    @cached_property
    def _doubtful(self) -> Characters:
        # What stays itself in most contexts (座) is in good Simplified text as well and says nothing.
        leaving = {char for char, usual in self.usual.items() if char != usual}
        return Characters(IN_BOTH | set(self.variants) | leaving)

    @cached_property
    def _sites(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join((*self.variants, *self.usual))}]")

    def to_hans(self, text: str) -> str:
        """Return ``text`` in Simplified characters, equally long; lines of Simplified text as they are."""
        if not self._traditional.stand_in(text) and not self._is_doubtful(text):
            return text
        lines = text.split("\n")
        # What could be either, in a line that says nothing else, is as the rest of the text.
        places = [
            index
            for index, line in enumerate(lines)
            if self._traditional.stand_in(line) or self._is_doubtful(line)
        ]  # fmt: skip
        converted = self._convert("\n".join(lines[index] for index in places)).split("\n")
        for index, line in zip(places, converted, strict=True):
            lines[index] = line
        return "\n".join(lines)

    def _is_doubtful(self, text: str) -> bool:
        return self._doubtful.stand_in(text) and not self._hans.stand_in(text)

    def _convert(self, text: str) -> str:
        hans = self.convert(text)
        if len(hans) != len(text):
            raise AssertionError(f"script conversion changed the length of a text: {len(text)} -> {len(hans)}")
        chars = list(hans)
        for match in self._sites.finditer(text):
            place, char = match.start(), match[0]
            finder = self.contexts.of(char)
            found = finder and finder.find(hans, place)
            chars[place] = found or self.usual.get(char) or self.variants[char]
        return "".join(chars)
