"""Sketches of texts: small arrays of numbers that tell how much two texts have in common without looking at them again.

All are made from the letters and digits of a Simplified text, so that marks, white space and script make no difference. The
method is that of Broder, *On the resemblance and containment of documents* (1997); signatures are cut into bands as in
Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, chapter 3.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

# Characters in a shingle, and those of a signature: 16 bands of 8 find nine in ten pairs that share four in five shingles.
SHINGLE, BANDS, ROWS = 5, 16, 8
# A sentence shorter than this many letters says the same in many articles.
MIN_SENTENCE = 12
STRETCH = 4096
# Of the shingles of a text one in so many is an anchor. The choice is made by the shingle, so copies choose the same.
ANCHOR_SHARE = 4
NOT_LETTERS = re.compile(r"[\W_]+")
ODD = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


def _mixed(number: int) -> int:
    """Return the next number of SplitMix64 (Steele, Lea and Flood, 2014): the same on every machine and with every numpy."""
    number = (number + ODD) & MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & MASK
    return number ^ (number >> 31)


FACTORS = np.array([_mixed(2 * place) | 1 for place in range(BANDS * ROWS)], np.uint64)
TERMS = np.array([_mixed(2 * place + 1) for place in range(BANDS * ROWS)], np.uint64)
POWERS = np.array([_mixed(1000 + place) | 1 for place in range(64)], np.uint64)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text.

    ``signature`` has 128 numbers of 32 bits, of which two texts share the share (0..1) of shingles that they share;
    ``sentences`` are digests of the longer sentences with their ``lengths`` in letters; ``digest`` is that of all letters.
    """

    digest: int
    signature: NDArray[np.uint32]
    sentences: Hashes
    lengths: NDArray[np.uint16]


def letters_of(text: str) -> str:
    """Return the letters and digits of ``text``."""
    return NOT_LETTERS.sub("", text)


def sketch(sentences: Iterable[str]) -> Sketch:
    """Return the sketch of a text, given as its sentences in Simplified characters."""
    parts = [letters for letters in map(letters_of, sentences) if letters]
    shingles = shingles_of("".join(parts))
    signature = np.full(BANDS * ROWS, 0xFFFFFFFF, np.uint64)
    # Some thousands at a time: a text of a megabyte has as many shingles.
    for start in range(0, len(shingles), STRETCH):
        with np.errstate(over="ignore"):
            # The high bits of a product depend on all bits of its factors; the least of each row is a sample without choice.
            values = (FACTORS[:, None] * shingles[start : start + STRETCH] + TERMS[:, None]) >> np.uint64(32)
        signature = np.minimum(signature, values.min(axis=1))
    long = [part for part in parts if len(part) >= MIN_SENTENCE]
    return Sketch(
        _digest("".join(parts)),
        signature.astype(np.uint32),
        np.array([_digest(part) for part in long], np.uint64),
        np.array([min(len(part), 65_535) for part in long], np.uint16),
    )


def shingles_of(letters: str) -> Hashes:
    """Return the distinct hashes of all runs of five characters; a shorter text is one run."""
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    width = max(1, min(SHINGLE, len(codes)))
    if len(codes) < width:
        return np.zeros(1, np.uint64)
    with np.errstate(over="ignore"):
        hashes = sum(
            (codes[place : len(codes) - width + 1 + place] * POWERS[place] for place in range(width)),
            np.zeros(len(codes) - width + 1, np.uint64),
        )
        hashes ^= hashes >> np.uint64(29)
        return np.unique(hashes * np.uint64(0xBF58476D1CE4E5B9))


def anchors_of(letters: str) -> Hashes:
    """Return one in four shingles of a text, chosen by what they are."""
    shingles = shingles_of(letters)
    chosen: Hashes = shingles[(shingles >> np.uint64(40)) % np.uint64(ANCHOR_SHARE) == 0]
    return chosen


def band_hashes(signatures: NDArray[np.uint32]) -> Iterator[Hashes]:
    """Yield, band by band, the hashes of that band of each signature: 16 times as many numbers as there are signatures."""
    for start in range(0, BANDS * ROWS, ROWS):
        with np.errstate(over="ignore"):
            yield (signatures[:, start : start + ROWS].astype(np.uint64) * POWERS[:ROWS]).sum(axis=1, dtype=np.uint64)


def _digest(letters: str) -> int:
    # Of 64 bits: among ten million sentences two different ones share a digest in one of some 400,000 runs.
    return int.from_bytes(blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
