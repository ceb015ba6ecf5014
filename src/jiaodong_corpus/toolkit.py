"""What the stages share, loaded once per process and passed in."""

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from .engine import Segmenter, load_segmenter
from .evidence import Language
from .lexicon import Lexicon, load_lexicon
from .likelihood import load_likelihood
from .model import MAX_BLOCKS, MAX_BYTES
from .overlay import PLACES, TERMS, file_of, lay_over, overlay_digest
from .places import Gazetteer, load_gazetteer
from .readings import Readings
from .script import Scripts, load_scripts
from .spun_lexicon import SpunLexicon, load_spun_lexicon
from .tagging import Tagger, load_tagger
from .templates import Templates
from .trigrams import Trigrams
from .weights import Weights, load_weights
from .words import load_terms, load_userdict


@dataclass(frozen=True)
class Toolkit:
    """What is loaded: patterns, script converters, what repairs know of the language, what tells an article and its headline,
    what spinners break, the segmenter, places, how large a page may be (in bytes and in blocks), the tagger if one was asked
    for, and the templates of sites."""

    lexicon: Lexicon = field(repr=False)
    scripts: Scripts = field(repr=False)
    language: Language = field(repr=False)
    article_weights: Weights = field(repr=False)
    headline_weights: Weights = field(repr=False)
    spun: SpunLexicon = field(repr=False)
    segmenter: Segmenter = field(repr=False)
    gazetteer: Gazetteer = field(repr=False)
    max_bytes: int = MAX_BYTES
    tagger: Tagger | None = field(default=None, repr=False)
    templates: Templates = field(default_factory=Templates, repr=False)
    max_blocks: int = MAX_BLOCKS


def load_toolkit(  # noqa: PLR0913 - each is an option that a caller has
    max_bytes: int = MAX_BYTES,
    templates: Templates | None = None,
    *,
    userdict: str | os.PathLike[str] | None = None,
    lexicon: str | os.PathLike[str] | None = None,
    tags: bool = False,
    max_blocks: int = MAX_BLOCKS,
) -> Toolkit:
    """Load everything.

    Args:
        max_bytes: a page of more bytes is not processed but rejected.
        templates: templates of sites, as ``jdc learn`` wrote them; their pages are read by them.
        userdict: a file with words of your own, in jieba's format: a word a line, with its frequency and its tag if they
            are known (``青岛国际院士港 300 nt``). Write them in Simplified: texts are cut in Simplified.
        lexicon: a folder with patterns, word lists, terms and places of your own, laid over those that ship.
        max_blocks: a page of more blocks (lines of a dump, paragraphs and lines of HTML) is rejected too.
        tags: whether records have the parts of speech of their tokens (``pos``).

    Raises:
        JdcError: a line of ``userdict`` is no word, or a file of ``lexicon`` is broken.

    """
    user_words = load_userdict(Path(userdict)) if userdict is not None else ()
    own = None if lexicon is None else Path(lexicon)
    gazetteer = load_gazetteer(file_of(own, PLACES))
    words = (*gazetteer.words, *load_terms(file_of(own, TERMS)))
    segmenter = load_segmenter(words, user_words)
    tagger = load_tagger((*words, *user_words)) if tags else None
    likelihood = load_likelihood()
    added = frozenset(word.text for word in (*words, *user_words))
    scripts = load_scripts(lambda word: word in added or word in likelihood.words)
    language = Language(
        likelihood,
        Trigrams(),
        Readings(),
        scripts.hans_only,
        scripts.hant_only,
        scripts.traditionalizer.surnames,
        scripts.to_hans,
    )
    return Toolkit(
        load_lexicon() if own is None else lay_over(load_lexicon(), own, scripts.fold),
        scripts,
        language,
        load_weights("articles.npz"),
        load_weights("headlines.npz"),
        load_spun_lexicon(),
        segmenter,
        gazetteer,
        max_bytes,
        tagger,
        templates or Templates(),
        max_blocks,
    )


def settings(userdict: Path | None, lexicon: Path | None, tags: bool) -> dict[str, object]:
    """Return what was asked for beyond the defaults, as ``run.json`` tells it: the content of a file, not its place."""
    asked: dict[str, object] = {"tags": True} if tags else {}
    if userdict is not None:
        asked["userdict"] = {"name": userdict.name, "sha256": hashlib.sha256(userdict.read_bytes()).hexdigest()}
    if lexicon is not None:
        asked["lexicon"] = {"name": lexicon.name, "sha256": overlay_digest(lexicon)}
    return asked
