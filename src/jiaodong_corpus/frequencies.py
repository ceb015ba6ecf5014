"""How often words stand in Chinese text: jieba's dictionary, of which only what is asked for is read.

``dict.txt`` of jieba 0.42.1 (MIT, 5 MB) has 349,045 words with their counts. Behind a head of Latin words they stand in order of
their first characters, so that the words of one character are found by halving; to read them all takes a quarter of a second.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

# Of jieba 0.42.1: the bytes of its table and of its head, and the sum of the counts of words that are not longer than the longest.
SIZE, HEAD, TOTAL = 5_071_852, 725, 60_075_259
MAX_WORD = 8


class Frequencies(Mapping[str, float]):
    """The log share of each word (nats) among all of the dictionary, for words of up to ``MAX_WORD`` characters."""

    def __init__(self, dictionary: Path) -> None:
        self._dictionary = dictionary
        self._groups: dict[str, dict[str, float]] = {}

    def beginning_with(self, char: str) -> Mapping[str, float]:
        """Return the words that begin with a character."""
        found = self._groups.get(char)
        if found is None:
            found = self._groups[char] = {
                word: math.log(count or 1) - self._total for word, count in (*self._head(char), *self._body(char))
            }
        return found

    def __getitem__(self, word: str) -> float:
        if not word:
            raise KeyError(word)
        return self.beginning_with(word[0])[word]

    def __iter__(self) -> Iterator[str]:
        return (word for word, _ in _counts(self._lines))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @cached_property
    def _lines(self) -> bytes:
        return self._dictionary.read_bytes()

    @cached_property
    def _sorted_from(self) -> int:
        # Of another version nothing is known: all of it is read as its head.
        return HEAD if len(self._lines) == SIZE else len(self._lines)

    @cached_property
    def _total(self) -> float:
        known = len(self._lines) == SIZE
        return math.log(TOTAL if known else sum(dict(_counts(self._lines)).values()))

    @cached_property
    def _by_head(self) -> dict[str, list[tuple[str, int]]]:
        groups: dict[str, list[tuple[str, int]]] = {}
        for word, count in _counts(self._lines[: self._sorted_from]):
            groups.setdefault(word[0], []).append((word, count))
        return groups

    def _head(self, char: str) -> list[tuple[str, int]]:
        return self._by_head.get(char, [])

    def _body(self, char: str) -> Iterator[tuple[str, int]]:
        lines, first = self._lines, char.encode(errors="surrogatepass")

        def begins(place: int) -> bytes:
            start = lines.rfind(b"\n", 0, place) + 1
            return lines[start : start + len(first)]

        places, known = range(len(lines)), self._sorted_from
        start = bisect_left(places, first, lo=known, key=begins)
        return _counts(lines[start : bisect_right(places, first, lo=start, key=begins)])


def _counts(lines: bytes) -> Iterator[tuple[str, int]]:
    for line in lines.decode().splitlines():
        word, count, _ = line.split(" ", 2)
        if len(word) <= MAX_WORD:
            yield word, int(count)
