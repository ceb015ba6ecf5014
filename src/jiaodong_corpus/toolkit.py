"""What the stages share, loaded once per process and passed in."""

from dataclasses import dataclass, field

from .lexicon import Lexicon, load_lexicon
from .model import MAX_BYTES
from .script import Scripts, load_scripts
from .segment import Segmenter, load_segmenter
from .templates import Templates


@dataclass(frozen=True)
class Toolkit:
    """The lexicon, the script converters, the segmenter, and how large a page may be, and the templates of sites."""

    lexicon: Lexicon = field(repr=False)
    scripts: Scripts = field(repr=False)
    segmenter: Segmenter = field(repr=False)
    max_bytes: int = MAX_BYTES
    templates: Templates = field(default_factory=Templates, repr=False)


def load_toolkit(max_bytes: int = MAX_BYTES, templates: Templates | None = None) -> Toolkit:
    """Load everything; the segmenter reads its dictionary when it cuts its first word.

    A page of more than ``max_bytes`` bytes is not processed but rejected.
    """
    return Toolkit(load_lexicon(), load_scripts(), load_segmenter(), max_bytes, templates or Templates())
