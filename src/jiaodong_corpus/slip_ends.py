"""The last character of a byte slip, of which only the first byte is left."""

import re
from dataclasses import dataclass
from functools import cached_property

from .evidence import Evidence
from .gbk import decode, is_hole
from .readings import strip_tone

QUOTES = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", "】": "【", "〉": "〈"}
CLOSING = {opening: closing for closing, opening in QUOTES.items()}
# What a lost last byte took with it: the < of a tag, the & of an entity.
EATEN = re.compile(
    r"(?P<tag>/?(?:p|br|strong|span|div|b|a|font|section|em)\s?/?>)|(?P<entity>(?:[lr][ds]quo|nbsp|hellip|mdash);)"
)
# The reading of the lost character, which stands behind it.
READING = re.compile(r"[(（](?P<syllable>[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹɡ]{1,6})\s?[)）]")
# Nothing else ends a slip in running text.
USUAL = re.compile("[一-鿿，。、；：？！“”‘’《》〈〉（）【】「」『』—…·％]")


@dataclass(frozen=True)
class Ends:
    """What may stand between ``before`` and ``after``, in the place of a lost last byte."""

    before: str
    after: str
    evidence: Evidence

    def find(self, lead: int) -> list[str]:
        """Return the characters with the first byte ``lead``."""
        found = [char for byte in self._seconds if (char := decode(bytes([lead, byte]))) and USUAL.match(char)]
        reading = READING.match(self.after)
        if reading:
            syllable = strip_tone(reading["syllable"])
            return [char for char in found if syllable in self.evidence.language.readings.toneless(char)]
        return [char for char in found if self._fits(char)]

    @cached_property
    def _seconds(self) -> list[int]:
        """The bytes that a decoder can have lost: with what stands behind they make no character."""
        after = self.after[:1]
        if self._at_end:
            return list(range(0x80, 0xFF))
        byte = after.encode("gb18030", "replace")[0]
        return [second for second in range(0x80, 0xFF) if is_hole(second, byte)]

    @cached_property
    def _at_end(self) -> bool:
        return self.after[:1] in ("", "\n", "<") or EATEN.match(self.after) is not None

    def _fits(self, char: str) -> bool:
        """Whether a mark opens something that can be closed, or closes what is open."""
        if char in QUOTES.values():
            return not self._at_end and not self._is_open(char)
        opening = QUOTES.get(char)
        if opening is None or self._is_open(opening):
            return True
        # A quotation of several paragraphs is opened in one and closed in another.
        return char in "”」" and self._at_end and opening in self.evidence.page

    def _is_open(self, opening: str) -> bool:
        return self.before.count(opening) > self.before.count(CLOSING[opening])
