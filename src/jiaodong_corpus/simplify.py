"""Text of either script, or of a bad mixture, in Simplified characters, equally long.

OpenCC's t2s assumes good Traditional text. Here a line of Simplified text stays as it is, variants that t2s does not know
are folded, and characters that t2s leaves or takes for another are settled by the Simplified words around them: so text
that is half converted, or was converted badly, comes out right too.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from .characters import LAST, Characters, Contexts

# Of the characters that only Traditional text has, those that Simplified text has as well: in names (黄霑, 魏其濛), in words such
# as 瞭望 and 乾隆, and by the list of 2013, which took some back. They do not make a line Traditional.
IN_BOTH = frozenset("乾於徵瞭夥餘麽鍾昇陞祕剋勣菉蒐谿澂劄逕颺鉅龢崙峯甯硃儁勛寀崑彔彫慼旂榘淩濛瀰灕琱璿蕓踰霑")
# Up to so many Traditional characters for each Simplified one, a line is Simplified and they are strays. Phrases of Traditional
# text have no place there (沈思豪 is not 沉思).
MAX_STRAYS = 0.25


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
    def _strays(self) -> dict[str, str]:
        # One a line, so that no two are a phrase; not those whose Simplified form few fonts have.
        chars = sorted(self._traditional.members)
        forms = self.convert("\n".join(chars)).split("\n")
        return {char: form for char, form in zip(chars, forms, strict=True) if form <= LAST}

    @cached_property
    def _doubtful(self) -> Characters:
        # What stays itself in most contexts (座) is in good Simplified text as well and says nothing.
        leaving = {char for char, usual in self.usual.items() if char != usual}
        return Characters(IN_BOTH | set(self.variants) | leaving)

    @cached_property
    def _sites(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join((*self.variants, *self.usual))}]")

    def to_hans(self, text: str) -> str:
        """Return ``text`` in Simplified characters, equally long; lines of Simplified text as they are, but for strays."""
        if not self._traditional.stand_in(text) and not self._is_doubtful(text):
            return text
        lines = text.split("\n")
        whole: list[int] = []
        for index, line in enumerate(lines):
            hant = self._traditional.count(line)
            if hant and hant <= MAX_STRAYS * self._hans.count(line):
                lines[index] = "".join(self._strays.get(char, char) for char in line)
            # What could be either, in a line that says nothing else, is as the rest of the text.
            elif hant or self._is_doubtful(line):
                whole.append(index)
        converted = self._convert("\n".join(lines[index] for index in whole)).split("\n")
        for index, line in zip(whole, converted, strict=bool(whole)):
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
