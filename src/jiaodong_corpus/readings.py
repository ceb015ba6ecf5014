"""How characters are read: the syllables of pypinyin's table, without tones."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

TONES = frozenset("\u0300\u0301\u0304\u030c")


@dataclass(frozen=True)
class Readings:
    """The readings of single characters, from pypinyin (MIT; 41,923 characters), loaded when first asked."""

    @cached_property
    def _table(self) -> Mapping[int, str]:
        # A third of a second, and only damaged pages need it.
        from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415

        table: Mapping[int, str] = pinyin_dict
        return table

    def of(self, char: str) -> frozenset[str]:
        """Return the readings of a character, with tone marks; empty where none is known."""
        return frozenset(filter(None, self._table.get(ord(char), "").split(",")))

    def toneless(self, char: str) -> frozenset[str]:
        """Return the readings of a character without tones, with v for ü."""
        return frozenset(map(strip_tone, self.of(char)))

    def usual(self, char: str) -> str:
        """Return the reading of a character that the table has first, without its tone; empty where none is known."""
        return strip_tone(self._table.get(ord(char), "").split(",")[0])

    def bare(self, char: str) -> frozenset[str]:
        """Return the readings of a character with the vowels gone that bear a tone mark (zhn for zhǎn)."""
        bare = {drop_toned_vowel(reading) for reading in self.of(char)}
        # Some copies lost the g of ng with the vowel (shn for shāng).
        return frozenset(bare | {one.removesuffix("g") for one in bare if one.endswith("ng")})


def strip_tone(syllable: str) -> str:
    """Return a syllable without its tone mark, with v for ü.

    >>> strip_tone("lǜ"), strip_tone("chuàng")
    ('lv', 'chuang')

    """
    letters = unicodedata.normalize("NFD", syllable.lower()).replace("u\u0308", "v")
    return "".join(char for char in letters if char not in TONES and not unicodedata.combining(char)).replace("ɡ", "g")


def drop_toned_vowel(syllable: str) -> str:
    """Return a syllable without the vowel that bears the tone mark.

    >>> drop_toned_vowel("zhǎn"), drop_toned_vowel("diàn")
    ('zhn', 'din')

    """
    return "".join(char for char in syllable if not TONES & set(unicodedata.normalize("NFD", char)))
