"""How good the Traditional text of an article is: what a converter left, and what it made wrong."""

import re
from dataclasses import dataclass

from .script import Scripts

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
# Damage that shows as itself: question marks between ideographs, characters of no meaning and private ones.
CORRUPT = re.compile("(?<=[㐀-鿿])[?？]{2,}(?=[㐀-鿿])|\ufffd+|[\ue000-\uf8ff]+")


@dataclass(frozen=True, slots=True)
class ScriptQuality:
    """Of Traditional text: the share (0..1) of Simplified-only among telling characters, ideographs per 1,000 that are not
    what good Traditional text has, and runs of characters that are no text."""

    residual_simplified: float
    repair_rate: float
    corrupt_runs: int


def measure(printed: str, hant: str, scripts: Scripts) -> ScriptQuality:
    """Compare a text as printed with the Traditional text made from it by way of Simplified."""
    shares = scripts.detect(printed)
    telling = shares.hans_only + shares.hant_only
    wrong = 0
    if printed != hant:
        standard = zip(scripts.to_standard(printed), scripts.to_standard(hant), strict=True)
        wrong = sum(
            one != other and HAN.match(one) is not None and frozenset((one, other)) not in scripts.usage
            for one, other in standard
        )
    ideographs = len(HAN.findall(printed))
    return ScriptQuality(
        round(shares.hans_only / telling, 4) if telling else 0.0,
        round(1000 * wrong / ideographs, 2) if ideographs else 0.0,
        len(CORRUPT.findall(printed)),
    )
