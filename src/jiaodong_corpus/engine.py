"""The words of Chinese text: jieba's own, made by its port to Rust, which is some twenty times as quick."""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jieba import Tokenizer
    from rjieba import Jieba

# Ideographs that the port joins to words as it does others; jieba (U+4E00..U+9FD5) makes each a word of its own.
RARE = re.compile("([㐀-䶿\u9fd6-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
# What the port keeps whole and jieba parts (2021-07-02, www.a-b.com, v1.2.3), and jieba's own pattern for doing so.
JOINED = re.compile(r"[a-zA-Z0-9][-_.][a-zA-Z0-9]")
LATIN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
PORT = "rjieba"
# Never in a text that has meaning, so a frequency can be booked on it that jieba counts twice.
NEVER = "\ue000"

# Full-width letters and digits are cut as half-width ones are: the dictionary and the patterns of the segmenter know only those.
HALF_WIDTH_ALNUM = {
    code: code - 0xFEE0
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
    for code in range(first, last + 1)
}


class Segmenter(Protocol):
    """What cuts Chinese text into words that spell it."""

    def cut(self, sentence: str) -> Iterable[str]:
        """Return the words of ``sentence`` in order."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word for the dictionary: how often its 60 million words of text would hold it, and its part of speech.

    A frequency of 0 stands for one that is not known. ``replaces`` is the frequency that the dictionary has for it already.
    """

    text: str
    frequency: int
    tag: str = "n"
    replaces: int = 0


@dataclass(frozen=True, slots=True)
class QuickJieba:
    """jieba 0.42.1 with its hidden Markov model on, word for word, cut by rjieba.

    The two differ in two things: rare ideographs, and Latin words with ``-``, ``_`` or several points inside. Both are put
    right here; a test holds the result against jieba itself. Where two cuts are equally likely to 1e-6 nats under the hidden
    Markov model, once in half a million characters, rjieba can take the other one: its tables have seven digits.
    """

    port: "Jieba"

    def cut(self, sentence: str) -> list[str]:
        """Return the words of ``sentence`` in order; they spell it."""
        if not RARE.search(sentence):
            return self._cut(sentence)
        words: list[str] = []
        for place, piece in enumerate(RARE.split(sentence)):
            words += [piece] if place % 2 else self._cut(piece)
        return words

    def _cut(self, sentence: str) -> list[str]:
        words = self.port.cut(sentence)
        if not JOINED.search(sentence):
            return words
        parted: list[str] = []
        for word in words:
            if JOINED.search(word) and not self.port.has_word(word):
                parted += filter(None, LATIN.split(word))
            else:
                parted.append(word)
        return parted


def load_segmenter(words: Iterable[Word] = (), user_words: Iterable[Word] = ()) -> Segmenter:
    """Load jieba's dictionary, with more words, into an instance of its own: the module's is shared by the whole process.

    A word of ``words`` that the dictionary has keeps the dictionary's frequency unless it says that it replaces it; one of
    ``user_words`` always does. Where rjieba is not to be had, jieba itself does the same work.
    """
    words, user_words = tuple(words), tuple(user_words)
    try:
        port = _load_port()
    except ImportError:
        return load_reference(words, user_words)
    added = [word for word in words if word.replaces or not port.has_word(word.text)]
    added += _weigh(words, user_words)
    for word in added:
        port.add_word(word.text, word.frequency, word.tag)
    # jieba does not take the old frequency of a word off the total of all, as the port does.
    if twice := sum(word.replaces for word in added):
        port.add_word(NEVER, twice, "x")
    return QuickJieba(port)


def _load_port() -> "Jieba":
    """Load rjieba's own module, which its package holds; the package itself loads the dictionary once more, to share it.

    Raises:
        ImportError: it is not installed.

    """
    package = find_spec(PORT)
    found = package and PathFinder.find_spec(f"{PORT}.{PORT}", package.submodule_search_locations)
    if found is None or found.loader is None:
        raise ImportError(PORT)
    if found.name not in sys.modules:
        sys.modules[found.name] = module_from_spec(found)
        found.loader.exec_module(sys.modules[found.name])
    port: Jieba = sys.modules[found.name].Jieba()
    return port


def load_reference(words: Iterable[Word] = (), user_words: Iterable[Word] = ()) -> Segmenter:
    """Load jieba itself, with more words: what ``QuickJieba`` is held against, and what stands in for it."""
    reference = load_jieba(words)
    for word in user_words:
        reference.add_word(word.text, word.frequency or None, word.tag)
    segmenter: Segmenter = reference
    return segmenter


def load_jieba(words: Iterable[Word]) -> "Tokenizer":
    """Load an instance of jieba with more words; what stands in its dictionary keeps its frequency there."""
    import jieba  # noqa: PLC0415 - slow to import, and seldom needed

    reference = jieba.Tokenizer()
    # Not its own loading: that trusts any file called jieba.cache in the folder for temporary files.
    reference.FREQ, reference.total = reference.gen_pfdict(reference.get_dict_file())
    reference.initialized = True
    for word in words:
        if word.replaces or not reference.FREQ.get(word.text):
            reference.add_word(word.text, word.frequency, word.tag)
    return reference


def _weigh(words: tuple[Word, ...], user_words: tuple[Word, ...]) -> Iterable[Word]:
    """Yield the user's words with the frequencies that jieba gives them."""
    if not user_words:
        return
    reference = load_jieba(words)
    for word in user_words:
        before = reference.FREQ.get(word.text, 0)
        reference.add_word(word.text, word.frequency or None, word.tag)
        yield Word(word.text, reference.FREQ[word.text], word.tag, before)
