"""What is true of a line of a page: its words, its place, what the rules made of it and of the lines around it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from .model import Label

# What lengths (in characters) count as the same.
LENGTHS = (2, 4, 6, 8, 12, 16, 20, 26, 34, 50, 80, 140, 300)
# How many characters of a line are looked at in pairs, and how long a line is that is looked at as a whole.
START, WHOLE = 24, 8
# How far from the edge of the page, from the headline, and along a run of like lines it is counted.
EDGE, HEAD, RUN = 6, 4, 8
DIGIT, DIGITS, LETTERS, HAN, SPACE = (
    re.compile(one) for one in (r"\d", r"\d+", "[a-zA-Z]+", "[\u4e00-\u9fff]+", r"\s+")
)


class Lines:
    """The lines of a page as the rules labelled them.

    ``texts`` are folded (``script.fold``), ``known`` their labels, and ``rules`` the names of the rules that gave them.
    """

    def __init__(self, texts: Iterable[str], known: Sequence[Label], rules: Sequence[str]) -> None:
        self._texts = [DIGIT.sub("0", text.strip()) for text in texts]
        self._known = known
        self._rules = rules
        self._sizes = [bisect_left(LENGTHS, len(text)) for text in self._texts]
        self._stops = ["." if "。" in text else "-" for text in self._texts]
        self._bodies = [index for index, label in enumerate(known) if label is Label.BODY]
        self._head = next((index for index, label in enumerate(known) if label is Label.HEADLINE), None)

    def __iter__(self) -> Iterator[Iterator[str]]:
        """Yield for each line what is true of it by itself."""
        return map(self._own, range(len(self._texts)))

    def features(self, index: int) -> Iterator[str]:
        """Yield what is true of a line and of those around it."""
        yield from self._own(index)
        for step in (-3, -2, -1, 1, 2, 3):
            yield from self._neighbour(index, step)
        yield f"around {self._label(index - 1)} {self._label(index + 1)}"
        yield from self._judged_around(index)

    def _own(self, index: int) -> Iterator[str]:
        """Yield what is true of a line by itself: its words, its place, the rule that labelled it."""
        yield from self._words(index)
        yield from self._place(index)
        yield from self._run(index)
        rule = f"by {self._rules[index]} {self._known[index]}"
        yield rule
        yield f"{rule} {self._sizes[index]}{self._stops[index]}"

    def _judged_around(self, index: int) -> Iterator[str]:
        """Yield which rule labelled a line, beside the labels and rules of its neighbours."""
        rule = f"by {self._rules[index]} {self._known[index]}"
        yield f"{rule} around {self._label(index - 1)} {self._label(index + 1)}"
        for step in (-2, -1, 1, 2):
            one = index + step
            yield f"{rule} {step} {self._label(one)}"
            if 0 <= one < len(self._texts):
                yield f"{step} by {self._rules[one]} {self._known[one]}"

    def _words(self, index: int) -> Iterator[str]:
        text, size = self._texts[index], self._sizes[index]
        yield f"length {size}"
        yield f"shape {_shape(text)}"
        yield f"first {text[:1] if not text[:1].isalnum() else ''}"
        yield f"last {text[-1:] if not text[-1:].isalnum() else ''}"
        if len(text) <= WHOLE:
            yield f"whole {text}"
        for length in (2, 3):
            yield f"start {text[:length]}"
            yield f"end {text[-length:]}"
        if "。" in text:
            yield "has 。"
        if "," in text:
            yield "has ,"
        for pair in {text[one : one + 2] for one in range(min(len(text), START) - 1)}:
            yield f"pair {pair}"

    def _place(self, index: int) -> Iterator[str]:
        above = any(one < index for one in self._bodies[:2])
        below = any(one > index for one in self._bodies[-2:])
        place = ("amid" if below else "behind") if above else "before" if below else "apart"
        yield f"place {place}"
        yield f"place {place} {self._sizes[index]}"
        yield f"top {min(index, EDGE)}"
        yield f"bottom {min(len(self._texts) - 1 - index, EDGE)}"
        if self._head is not None and self._head != index:
            yield f"head {max(-HEAD, min(HEAD, index - self._head))}"
        paragraphs = len(self._bodies) - (self._known[index] is Label.BODY)
        yield f"paragraphs {bisect_left(LENGTHS, paragraphs)}"
        yield f"lines {bisect_left(LENGTHS, len(self._texts))}"

    def _run(self, index: int) -> Iterator[str]:
        """Yield how many lines of about this length stand right above and below."""
        length, stop = len(self._texts[index]), self._stops[index]
        around = max(4, length * 0.4)
        counts = []
        for step in (-1, 1):
            count, one = 0, index + step
            while (
                count < RUN
                and 0 <= one < len(self._texts)
                and self._stops[one] == stop
                and abs(len(self._texts[one]) - length) <= around
            ):
                count, one = count + 1, one + step
            counts.append(count)
        yield f"run {min(sum(counts), RUN)} {self._sizes[index]}"
        yield f"run-above {counts[0]}"
        yield f"run-below {counts[1]}"

    def _neighbour(self, index: int, step: int) -> Iterator[str]:
        one = index + step
        if not 0 <= one < len(self._texts):
            yield f"{step} none"
            return
        form, label = f"{self._sizes[one]}{self._stops[one]}", self._label(one)
        yield f"{step} form {form}"
        yield f"{step} is {label}"
        if abs(step) == 1:
            text = self._texts[one]
            yield f"{step} last {text[-1:] if not text[-1:].isalnum() else ''}"
            yield f"{step} start {text[:4]}"
            yield f"{step} is {label} {self._sizes[index]}{self._stops[index]}"

    def _label(self, index: int) -> str:
        if not 0 <= index < len(self._texts):
            return "none"
        return self._known[index]


def _shape(text: str) -> str:
    """Return the opening of a line with each word, number and gap as one character."""
    for pattern, letter in ((DIGITS, "0"), (LETTERS, "a"), (HAN, "字"), (SPACE, " ")):
        text = pattern.sub(letter, text)
    return text[:12]
