"""What the stages share, loaded once per process and passed in."""

from dataclasses import dataclass, field

from .evidence import Language
from .lexicon import Lexicon, load_lexicon
from .likelihood import load_likelihood
from .model import MAX_BYTES
from .readings import Readings
from .script import Scripts, load_scripts
from .segment import Segmenter, load_segmenter
from .spun import SpunLexicon, load_spun_lexicon


@dataclass(frozen=True)
class Toolkit:
    """The lexicon, the script converters, what repairs know of the language, what spinners
    break, the segmenter, and how large a page may be."""

    lexicon: Lexicon = field(repr=False)
    scripts: Scripts = field(repr=False)
    language: Language = field(repr=False)
    spun: SpunLexicon = field(repr=False)
    segmenter: Segmenter = field(repr=False)
    max_bytes: int = MAX_BYTES


def load_toolkit(max_bytes: int = MAX_BYTES) -> Toolkit:
    """Load everything; the segmenter reads its dictionary when it cuts its first word.

    A page of more than ``max_bytes`` bytes is not processed but rejected.
    """
    likelihood = load_likelihood()
    scripts = load_scripts(lambda word: word in likelihood.words)
    language = Language(likelihood, Readings(), scripts.hant_only, scripts.to_hans)
    return Toolkit(load_lexicon(), scripts, language, load_spun_lexicon(), load_segmenter(), max_bytes)
