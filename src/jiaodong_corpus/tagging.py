"""Parts of speech of words, as jieba knows them; on request only, since it is slow to load."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .engine import HALF_WIDTH_ALNUM, Word, load_jieba

if TYPE_CHECKING:
    from jieba.posseg import POSTokenizer

UNKNOWN = "x"
# jieba's tagging takes the square of the length; no name is longer.
LONGEST = 16


@dataclass(frozen=True)
class Tagger:
    """The tags of jieba's dictionary and of the words added to it, and its model for words that stand in neither."""

    known: Mapping[str, str]
    model: "POSTokenizer"

    def tag(self, tokens: Sequence[str]) -> list[str]:
        """Return the part of speech of each token, a column as long as ``tokens``.

        A word that is not known gets the tag that the model gives it by itself, and ``x`` where the model would part it.
        """
        new: dict[str, str] = {}
        tags: list[str] = []
        for token in tokens:
            word = token.translate(HALF_WIDTH_ALNUM)
            tag = self.known.get(word) or new.get(word)
            if tag is None:
                tag = new[word] = self._guess(word)
            tags.append(tag)
        return tags

    def _guess(self, word: str) -> str:
        if len(word) > LONGEST:
            return UNKNOWN
        pairs = self.model.lcut(word)
        # A number with its sign (29.6%) is a number.
        return str(pairs[0].flag) if len(pairs) == 1 or word.isascii() else UNKNOWN


def load_tagger(words: Iterable[Word]) -> Tagger:
    """Load jieba's tags; ``words`` have theirs with them."""
    from jieba.posseg import POSTokenizer  # noqa: PLC0415 - it loads a dictionary when it is imported

    model = POSTokenizer(load_jieba(()))
    return Tagger(model.word_tag_tab | {word.text: word.tag for word in words}, model)
