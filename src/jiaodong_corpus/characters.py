"""Characters of a set, found in texts at the cost of a search, and what one becomes by what stands around it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

# A class with characters beyond the BMP is searched one by one, many times as slowly as one without; few texts have any.
LAST = "\uffff"
BEYOND = re.compile("[\U00010000-\U0010ffff]")
# What # in a context stands for.
NUMBER = "[0-9０-９〇零一二三四五六七八九十百千万亿两几数多半每余]"


@dataclass(frozen=True)
class Characters:
    """A set of characters: whether a text has one of them, how many, and where."""

    members: frozenset[str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join(sorted(char for char in self.members if char <= LAST))}]")

    def stand_in(self, text: str) -> bool:
        """Tell whether one of the characters stands in ``text``."""
        if self._pattern.search(text) is not None:
            return True
        return BEYOND.search(text) is not None and not self.members.isdisjoint(text)

    def count(self, text: str) -> int:
        """Return how many characters of ``text`` are among these."""
        if BEYOND.search(text) is None:
            return len(self._pattern.findall(text))
        return sum(map(self.members.__contains__, text))


@dataclass(frozen=True)
class Context:
    """What stands right before and right behind a character, ``#`` for any number, and what the character becomes there.

    ``cuts`` tells of either side whether the context may begin, and end, inside a word.
    """

    before: str
    after: str
    becomes: str
    cuts: tuple[bool, bool] = (True, True)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.DOTALL)

    @property
    def pattern(self) -> str:
        """A pattern of fixed width that looks around a place: a look-behind must be of one, and nothing is tried twice."""
        return f"(?<={_quote(self.before)})(?=.{_quote(self.after)})"

    def outdoes(self, other: "Context") -> bool:
        """Tell whether another, of which more is said here, would make something else of the character."""
        if self.becomes == other.becomes:
            return False
        before = re.search(_quote(other.before) + "$", self.before)
        return before is not None and re.match(_quote(other.after), self.after) is not None

    def fits(self, text: str, place: int, edges: Sequence[int] | None) -> bool:
        """Tell whether this stands around ``place``, and ends where words do by ``edges``, in order, where it must."""
        if self._pattern.match(text, place) is None:
            return False
        ends = (place - len(self.before), place + 1 + len(self.after))
        return edges is None or all(cut or _holds(edges, end) for cut, end in zip(self.cuts, ends, strict=True))


class Contexts:
    """What characters become by their neighbours; of several contexts that fit, the longest counts."""

    def __init__(self, contexts: Iterable[tuple[str, Context]]) -> None:
        """Take pairs of a character and a context of it."""
        by_char: dict[str, list[Context]] = {}
        for char, context in contexts:
            by_char.setdefault(char, []).append(context)
        self._by_char = {
            char: tuple(sorted(found, key=lambda one: -len(one.before) - len(one.after)))
            for char, found in by_char.items()
        }
        self._finders: dict[tuple[Context, ...], Finder] = {}

    def of(self, char: str) -> "Finder | None":
        """Return what looks for any context of ``char``."""
        return self._finder(self._by_char.get(char, ()))

    def around(self, word: str, site: int) -> "Finder | None":
        """Return what looks for the contexts that hold the whole of a word and more, and so do not cut it."""
        before, after = word[:site], word[site + 1 :]
        return self._finder(
            tuple(
                one
                for one in self._by_char.get(word[site], ())
                if len(one.before) + len(one.after) >= len(word)
                and _ends(one.before, before)
                and _ends(one.after[::-1], after[::-1])
            )
        )

    def _finder(self, contexts: tuple[Context, ...]) -> "Finder | None":
        if not contexts:
            return None
        if contexts not in self._finders:
            self._finders[contexts] = Finder(contexts)
        return self._finders[contexts]


class Finder:
    """Looks for the first of some contexts that fits at a place of a text."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        """Take contexts, the longest first."""
        self._contexts = contexts
        self._any = re.compile("|".join(one.pattern for one in contexts), re.DOTALL)

    def find(self, text: str, place: int, edges: Sequence[int] | None = None) -> str | None:
        """Return what the character at ``place`` becomes, whichever stands there; ``edges`` are those of the text's words."""
        if self._any.match(text, place) is None:
            return None
        return next((one.becomes for one in self._contexts if one.fits(text, place, edges)), None)


def _holds(numbers: Sequence[int], number: int) -> bool:
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number


def _ends(words: str, end: str) -> bool:
    """Whether words of a context, with ``#`` for any number, end as ``end`` does."""
    return len(words) >= len(end) and re.fullmatch(_quote(words[len(words) - len(end) :]), end) is not None


def _quote(words: str) -> str:
    return "".join(NUMBER if char == "#" else re.escape(char) for char in words)
