"""How likely a string is as Chinese text: the language model that repairs choose by."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from .frequencies import MAX_WORD, Frequencies

# The share of each mark among the words and marks of news text, to stand beside the word frequencies of jieba, which
# has no marks. Rounded counts over running text; the order of size is what matters.
MARKS = {
    "，": 0.05, "。": 0.025, "、": 0.014, "“": 0.005, "”": 0.005, "；": 0.002, "：": 0.004, "《": 0.0015, "》": 0.0015,
    "（": 0.003, "）": 0.003, "？": 0.0008, "！": 0.0008, "—": 0.001, "…": 0.0004, "·": 0.0005, "‘": 0.0001, "’": 0.0001,
    "「": 0.002, "」": 0.002, "『": 0.0003, "』": 0.0003, "【": 0.0002, "】": 0.0002, "〔": 0.0001, "〕": 0.0001,
    "\u3000": 0.0003, " ": 0.002, "\n": 0.02, "%": 0.001, ".": 0.001, ",": 0.0005, "-": 0.0005, "/": 0.0005,
}  # fmt: skip
MARK_COSTS = {mark: math.log(share) for mark, share in MARKS.items()}
PAUSES, STOPS, OPENING, CLOSING = "，、；：", "。！？", "“‘《（「『【", "”’》）」』】"
# A word model knows nothing of what stands beside a mark; these do.
PAIR_COSTS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(f"[{PAUSES}{STOPS}{OPENING}](?=[{PAUSES}{STOPS}])"), -8.0),
    (re.compile(f"[{PAUSES}{OPENING}](?=[{CLOSING}])"), -6.0),
    (re.compile(f"[{STOPS}](?=》)"), -4.0),
    # A sentence in quotes ends there; a quoted word goes on, and is short.
    (re.compile("。(?=[”’」』][，、的是和等])"), -4.0),
    (re.compile(f"[{OPENING}][^{PAUSES}{STOPS}{OPENING}{CLOSING}]{{1,4}}(?=。)"), -4.0),
    (re.compile("[0-9](?=[年月日时号])"), 3.0),
    (re.compile("月[0-9]{1,2}(?=[日号])"), 3.0),
    # Particles lean on a word: they open no sentence and stand behind no mark. Others lean forward and end none.
    (re.compile(f"[{PAUSES}{STOPS}{OPENING}](?=[的了着们吗呢吧等])"), -4.0),
    (re.compile("[则而但和与及把被在于从对为以将很更最该这那其每各因若向往由让使并或又再且第约](?=[。”])"), -3.0),
)
# Characters that open a sentence as words of one character; others open it only as a part of a longer word.
FIRST = frozenset(
    "在从对为以据与按经由至到自就当将把被给向往沿随凭这那该其我他她它你您本一二三四五六七八九十百千万两几每各某第"
    "和不也还又更都再既如若虽因但而且并或则即故有是要让使令请想能可会应须需没未无非今现昨明去同另据此后前上下左右中内外"
    "东南西北省市区国大小新老多少高低长好只仅凡唯约近超逾共先首末早晚午夜春夏秋冬天人水山海城党"
)
SENTENCE_START = re.compile("[。！？](?=[㐀-䶿一-鿿])")
OPENING_COST = -2.0
# A run of digits or letters is one word, whatever its length: there is nothing to choose in it. Each letter costs a
# little, so that letters that belong to no word are not free.
RUN = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?|[A-Za-zＡ-Ｚａ-ｚ]+")
RUN_COST, LETTER_COST, DIGIT_COST = math.log(0.004), -1.2, -0.1
# A character that the dictionary has no word of, and one that Chinese text has no use for.
RARE_COST, STRANGE_COST = -16.0, -20.0
HAN = re.compile("[㐀-䶿一-鿿]")


@dataclass(frozen=True)
class Likelihood:
    """Log probabilities (nats) of Simplified text under the word frequencies of jieba's dictionary.

    A text is as likely as its likeliest cut into words, each word by itself (a unigram model), less what its marks
    cost where they do not go together. ``words`` are the log shares of those.
    """

    words: Frequencies

    def of(self, text: str) -> float:
        """Return the log probability of ``text`` (Simplified), in nats; 0 for an empty one."""
        best, _ = self._walk(text)
        return best[-1] + self._openings(text) + sum(cost * len(one.findall(text)) for one, cost in PAIR_COSTS)

    def cut(self, text: str) -> Iterator[tuple[int, str, float]]:
        """Yield the words of the likeliest cut of ``text``, last one first: start, word, log probability."""
        best, starts = self._walk(text)
        end = len(text)
        while end:
            start = starts[end]
            yield start, text[start:end], best[end] - best[start]
            end = start

    def _walk(self, text: str) -> tuple[list[float], list[int]]:
        words = [self.words.beginning_with(char) for char in text]
        best, starts = [0.0], [0]
        runs = {match.end(): match.start() for match in RUN.finditer(text)}
        for end in range(1, len(text) + 1):
            score, place = best[end - 1] + self._character(text[end - 1]), end - 1
            for start in range(max(0, end - MAX_WORD), end - 1):
                cost = words[start].get(text[start:end])
                if cost is not None and best[start] + cost > score:
                    score, place = best[start] + cost, start
            if end in runs:
                cost = best[runs[end]] + _run_cost(text[runs[end] : end])
                score, place = max((score, place), (cost, runs[end]))
            best.append(score)
            starts.append(place)
        return best, starts

    def _openings(self, text: str) -> float:
        """Return what it costs that sentences of ``text`` open with a character that opens none."""
        cost = 0.0
        for match in SENTENCE_START.finditer(text):
            start = match.end()
            if text[start] in FIRST or any(text[start : start + length] in self.words for length in (2, 3, 4)):
                continue
            cost += OPENING_COST
        return cost

    def _character(self, char: str) -> float:
        cost = self.words.get(char)
        if cost is None:
            cost = MARK_COSTS.get(char)
        if cost is None:
            cost = RARE_COST if HAN.match(char) else STRANGE_COST
        return cost


def _run_cost(run: str) -> float:
    return RUN_COST + sum(LETTER_COST if char.isalpha() else DIGIT_COST for char in run)


def load_likelihood() -> Likelihood:
    """Return the model; its table is read as it is asked."""
    # Found, not imported: the import takes longer than most runs need.
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise AssertionError("jieba is not installed")
    return Likelihood(Frequencies(Path(spec.submodule_search_locations[0]) / "dict.txt"))
