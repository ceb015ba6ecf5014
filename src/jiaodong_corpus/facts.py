"""What can be counted about a block, without judging it."""

import re
from operator import add
from typing import NamedTuple

CLOSERS = "”’』」)]】》\"' "
FINAL = tuple("。!?…;:")
# The marks of a sentence, and those among them that do not end one. A period of ASCII counts as 。 only behind Chinese, where
# scanned pages have it.
MARK, PAUSES = re.compile("[,、;:。!?…]"), ",、:"
ASCII_STOP = re.compile(r"(?<=[一-鿿])\.(?=\s|$)")
HAN = re.compile("[㐀-䶿一-鿿]")
HANS = re.compile("[㐀-䶿一-鿿]+")
HAN_RUN = re.compile("[㐀-鿿]{2,}")
# A paragraph of news is longer than a heading, or ends in a full stop.
LONG_LINE = 46
# A line of this length that ends in a comma is a piece of a sentence, never a heading.
SENTENCE_PIECE = 12
# Words that a sentence cannot do without and a heading does.
FUNCTION_WORDS = re.compile(r"[的了是在将为也与把被并还等都]")
LONG_FRAGMENT, SHORT_FRAGMENT = 28, 20
NO_WORD = re.compile(r"[\W_]+")
# What asks behind a number is a heading, however many marks it has (二、断头路,凭什么打通?).
NUMBERED_QUESTION = re.compile(
    r"[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十][户人个位家名口年岁天月日条座])[^。]{2,28}\?$"
)


class Facts(NamedTuple):
    """Counts on the folded text of a block.

    ``stops`` are marks that end a sentence, ``marks`` all marks of a sentence; ``finished`` tells whether the block ends
    in a mark that ends a sentence or a clause, closing quotes and brackets passed over; ``comma`` whether it ends in a comma.
    """

    length: int
    han: int
    stops: int
    marks: int
    finished: bool
    full_stop: bool
    comma: bool

    @property
    def prose(self) -> bool:
        """Whether the block reads as a paragraph rather than as a line (heading, credit, menu)."""
        if self.han < 2:
            return False
        # 入网。 is the end of a paragraph that a column broke.
        if self.full_stop and (self.length >= 6 or self.finished):
            return True
        if self.finished and self.stops and (self.marks > 1 or self.length >= LONG_LINE):
            return True
        if self.comma and self.length >= SENTENCE_PIECE:
            return True
        # 30个单位入选,现予公布,名单如下: opens a list as a paragraph does.
        if self.finished and self.marks >= 2 and self.length >= 2 * SENTENCE_PIECE:
            return True
        return self.length >= LONG_LINE and self.marks >= 2 and self.han * 2 > self.length


def count(folded: str) -> Facts:
    """Count the facts of a block.

    >>> count("青岛市委常委、副市长薛庆国出席会议。").prose, count("加速突围,一体化成果初现").prose
    (True, False)

    """
    marks = MARK.findall(folded)
    if NUMBERED_QUESTION.match(folded):
        marks = marks[-1:]
    return Facts(
        length=len(folded),
        han=sum(map(len, HANS.findall(folded))),
        stops=len(marks) - sum(map(marks.count, PAUSES)) + (len(ASCII_STOP.findall(folded)) if "." in folded else 0),
        marks=len(marks),
        finished=is_finished(folded),
        full_stop="。" in marks,
        comma=folded.rstrip(CLOSERS).endswith(","),
    )


def is_finished(folded: str) -> bool:
    """Tell whether a block ends in a mark that ends a sentence or a clause, closing quotes and brackets passed over."""
    ending = folded.rstrip(CLOSERS)
    return ending.endswith(FINAL) or (ending.endswith(".") and "一" <= ending[-2:-1] <= "鿿")


def reads_as_sentence(folded: str) -> bool:
    """Tell whether a line without a full stop is a piece of a sentence rather than a heading.

    >>> reads_as_sentence("在加快重点领域一体化进程方面,青岛充分发挥牵头城市表率作用,推动胶东五市成立")
    True
    >>> reads_as_sentence("紧扣国家战略策划一体化展开深化生态、服务、县域共治同享共赢")
    False

    """
    commas = folded.count(",")
    if len(folded) >= SHORT_FRAGMENT and commas and commas + folded.count("、") >= 3:
        return True
    return len(folded) >= LONG_FRAGMENT and (commas >= 2 or len(FUNCTION_WORDS.findall(folded)) >= 3)


def bigrams(text: str) -> set[str]:
    """Return the distinct pairs of neighbouring Chinese characters in ``text``."""
    pairs: set[str] = set()
    for run in HAN_RUN.findall(text):
        pairs.update(map(add, run, run[1:]))
    return pairs


def overlap(text: str, known: set[str]) -> float:
    """Return the share (0..1) of the character pairs of ``text`` that are in ``known``; 0 where it has none."""
    return share(bigrams(text), known)


def share(pairs: set[str], known: set[str]) -> float:
    """Return the share (0..1) of some pairs that are in ``known``; 0 where there are none."""
    return len(pairs & known) / len(pairs) if pairs else 0.0


def bare(folded: str) -> str:
    """Return only the letters and digits, for comparing two copies of a title."""
    return NO_WORD.sub("", folded)
