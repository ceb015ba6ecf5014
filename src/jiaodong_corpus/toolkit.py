"""What the stages share, loaded once per process and passed in."""

from dataclasses import dataclass

from .lexicon import Lexicon, load_lexicon
from .script import Scripts, load_scripts
from .segment import Segmenter, load_segmenter


@dataclass(frozen=True)
class Toolkit:
    """The lexicon, the script converters and the segmenter."""

    lexicon: Lexicon
    scripts: Scripts
    segmenter: Segmenter


def load_toolkit() -> Toolkit:
    """Load everything; the segmenter reads its dictionary when it cuts its first word."""
    return Toolkit(load_lexicon(), load_scripts(), load_segmenter())
