"""What the stages share, loaded once per process and passed in."""

from dataclasses import dataclass, field

from .engine import Segmenter, load_segmenter
from .lexicon import Lexicon, load_lexicon
from .model import MAX_BYTES
from .script import Scripts, load_scripts


@dataclass(frozen=True)
class Toolkit:
    """The lexicon, the script converters, the segmenter, and how large a page may be."""

    lexicon: Lexicon = field(repr=False)
    scripts: Scripts = field(repr=False)
    segmenter: Segmenter = field(repr=False)
    max_bytes: int = MAX_BYTES


def load_toolkit(max_bytes: int = MAX_BYTES) -> Toolkit:
    """Load everything. A page of more than ``max_bytes`` bytes is not processed but rejected."""
    return Toolkit(load_lexicon(), load_scripts(), load_segmenter(), max_bytes)
