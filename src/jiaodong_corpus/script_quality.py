"""How good the Traditional text of an article is: what a converter left, and what it made wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .script import Scripts

# Up to so many errors in 1,000 ideographs a Traditional text is its author's, not a converter's: of texts of Taiwan and Hong
# Kong nine in ten have fewer than 4, of texts by careless converters nearly all have more. One character alone, however often
# (豆干), is somebody's habit.
MAX_REPAIR_RATE, MIN_KINDS = 5.0, 2
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
# Damage that shows as itself: question marks between ideographs, characters of no meaning and private ones.
CORRUPT = re.compile("(?<=[㐀-鿿])[?？]{2,}(?=[㐀-鿿])|\ufffd+|[\ue000-\uf8ff]+")


@dataclass(frozen=True, slots=True)
class ScriptQuality:
    """Of Traditional text: the share (0..1) of Simplified-only among telling characters, ideographs per 1,000 that are not
    what good Traditional text has, of how many kinds these are, and runs of characters that are no text."""

    residual_simplified: float
    repair_rate: float
    repair_kinds: int
    corrupt_runs: int


def is_good(measures: Mapping[str, float]) -> bool:
    """Tell by the measures of a record whether its text is as its author wrote it, and no careless converter's."""
    few = measures.get("repair_rate", 0.0) <= MAX_REPAIR_RATE
    return few or measures.get("repair_kinds", MIN_KINDS) < MIN_KINDS


def measure(printed: str, hant: str, scripts: Scripts) -> ScriptQuality:
    """Compare a text as printed with the Traditional text made from it by way of Simplified."""
    shares = scripts.detect(printed)
    telling = shares.hans_only + shares.hant_only
    wrong: list[str] = []
    if printed != hant:
        standard = zip(scripts.to_standard(printed), scripts.to_standard(hant), strict=True)
        wrong = [
            one
            for one, other in standard
            if one != other and HAN.match(one) is not None and frozenset((one, other)) not in scripts.usage
        ]
    ideographs = len(HAN.findall(printed))
    return ScriptQuality(
        round(shares.hans_only / telling, 4) if telling else 0.0,
        round(1000 * len(wrong) / ideographs, 2) if ideographs else 0.0,
        len(set(wrong)),
        len(CORRUPT.findall(printed)),
    )
