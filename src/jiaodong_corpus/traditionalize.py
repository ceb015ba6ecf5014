"""Simplified text in Traditional characters (Taiwan standard forms), equally long.

OpenCC converts phrases by their longest match and so takes 新征 of 新征程 for a phrase. Here a phrase counts only where
its edges are edges of words too; names keep the characters that names have, and a lexicon goes before both.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

# No phrase of OpenCC that matters is longer, and no name.
MAX_PHRASE, MAX_NAME = 6, 3
# Words whose neighbour is somebody's name.
BEFORE_NAME = re.compile(
    "(?:记者|通讯员|书记|市长|省长|县长|区长|镇长|州长|主任|局长|处长|厅长|部长|科长|所长|站长|校长|院长|会长|行长|董事长|总经理|经理|总裁|总监|教授"
    "|主席|代表|委员|专家|律师|工程师|演员|导演|作者|编辑|主编|责编|校对|摄影|队长|组长|村民|居民|市民|医生|老师|同学|负责人|委员长|总理|秘书长|名叫|叫做)$"
)
AFTER_NAME = re.compile("[说摄、）)]|表示|介绍|告诉|指出|强调|认为|坦言|透露|先生|女士|同志|报道|主持|出席|致辞")
PREPOSITION = "于"
GIVEN = re.compile("[一-鿿]{1,2}$")
# A preposition and a time, not a surname and a given name.
TIME = re.compile("[0-9〇一二三四五六七八九十今昨近当上下本前后日年月周期]")
# Words are few and come again; a table of all that were seen may not grow without end.
MAX_KNOWN = 200_000
STRETCH = 64


Fact = TypeVar("Fact")


class _Known(dict[str, Fact]):
    """What was found out of each word."""

    def __init__(self, find: Callable[[str], Fact]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> Fact:
        if len(self) >= MAX_KNOWN:
            self.clear()
        found = self[word] = self._find(word)
        return found


@dataclass(frozen=True)
class Traditionalizer:
    """Converts Simplified text whose words are known.

    ``convert`` is OpenCC's s2tw. ``entries`` are Simplified strings that become the Traditional ones whatever the words
    are. ``surnames`` are the characters that names begin with; those of ``kept_surnames`` and ``kept_given`` stay as they
    are, as the first character of a name and behind it.
    ``is_word`` says whether a string stands in the segmenter's dictionary.
    """

    convert: Callable[[str], str]
    entries: Mapping[str, str]
    surnames: frozenset[str]
    kept_surnames: frozenset[str]
    kept_given: frozenset[str]
    is_word: Callable[[str], bool]

    @cached_property
    def _known(self) -> _Known[str]:
        return _Known(self.convert)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self.entries, key=len, reverse=True))))

    def to_hant(self, hans: str, words: Sequence[str]) -> str:
        """Return ``hans``, which ``words`` spell, in Traditional characters, equally long."""
        by_text = self.convert(hans)
        by_word = "".join(map(self._known.__getitem__, words))
        if not len(by_text) == len(by_word) == len(hans):
            raise AssertionError(f"script conversion changed the length of {hans[:20]!r}")
        chars = list(by_text)
        edges = list(accumulate(map(len, words), initial=0))
        for place in _differences(by_text, by_word):
            if not self._is_phrase(hans, place, by_text[place], edges):
                chars[place] = by_word[place]
        for start, name in self._names(words, edges):
            chars[start : start + len(name)] = self._in_name(name)
        for match in self._pattern.finditer(hans):
            chars[match.start() : match.end()] = self.entries[match[0]]
        return "".join(chars)

    def _is_phrase(self, hans: str, place: int, char: str, edges: Sequence[int]) -> bool:
        """Whether the phrase that gave ``char`` begins and ends where words do."""
        for length in range(1, MAX_PHRASE + 1):
            for start in range(max(0, place - length + 1), place + 1):
                phrase = hans[start : start + length]
                if len(phrase) == length and self._known[phrase][place - start] == char:
                    return length > 1 and _holds(edges, start) and _holds(edges, start + length)
        return False

    @cached_property
    def _name_like(self) -> _Known[bool]:
        return _Known(self._may_be_name)

    def _may_be_name(self, word: str) -> bool:
        kept = word[0] in self.kept_surnames or not self.kept_given.isdisjoint(word[1:])
        return kept and word[0] in self.surnames and len(word) <= MAX_NAME

    def _names(self, words: Sequence[str], edges: Sequence[int]) -> Iterator[tuple[int, str]]:
        name_like = self._name_like
        for index in [index for index, word in enumerate(words) if name_like[word]]:
            before, after = "".join(words[max(0, index - 2) : index]), "".join(words[index + 1 : index + 2])
            if self._is_name(words[index], before, after):
                yield edges[index], words[index]

    def _is_name(self, word: str, before: str, after: str) -> bool:
        """Whether a word that begins as a name does is one, by the dictionary and by its neighbours."""
        beside = BEFORE_NAME.search(before) is not None
        if len(word) == 1:
            return word == PREPOSITION and beside and GIVEN.match(after) is not None and not TIME.search(after)
        if self.is_word(word):
            return False
        # What the segmenter takes for a word of two characters can be any two that stood together.
        return len(word) == MAX_NAME or beside or AFTER_NAME.match(after) is not None

    def _in_name(self, name: str) -> str:
        rest = "".join(char if char in self.kept_given else self._known[char] for char in name[1:])
        return (name[0] if name[0] in self.kept_surnames else self._known[name[0]]) + rest


def _differences(one: str, other: str) -> Iterator[int]:
    """Yield the places where two strings of one length differ; most stretches are equal, and these cost nothing."""
    if one == other:
        return
    for start in range(0, len(one), STRETCH):
        left, right = one[start : start + STRETCH], other[start : start + STRETCH]
        if left != right:
            yield from (start + place for place in range(len(left)) if left[place] != right[place])


def _holds(numbers: Sequence[int], number: int) -> bool:
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number
