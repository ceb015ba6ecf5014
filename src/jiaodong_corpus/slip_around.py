"""What stands around a byte slip, as far as it tells what was lost."""

from .likelihood import PAUSES, STOPS
from .slip_ends import EATEN

# How much text to both sides is looked at.
CONTEXT = 8
# What a full stop gains (nats) with each character behind the last stop and behind the last pause, up to so many, from what it
# costs right behind one: sentences are seldom short. Weights of a logistic regression over 4,800 slips, rounded. Within
# brackets there is none.
SOON_STOP, PER_SENTENCE, LONG_SENTENCE, PER_CLAUSE, LONG_CLAUSE = -1.5, 0.025, 60, 0.1, 30
IN_BRACKETS = -6.0


def unpaired(text: str, at_end: bool) -> int:
    """Return how many quotation marks of the block are opened twice, closed unopened or, at its end, left open."""
    count = 0
    for opening, closing in (("“", "”"), ("「", "」"), ("《", "》")):
        depth = 0
        for mark in text:
            if mark == opening:
                count += depth > 0
                depth = 1
            elif mark == closing:
                count += depth == 0
                depth = 0
        count += at_end and depth > 0
    return count


def before(text: str, start: int) -> str:
    """Return what stands before a place; what stood before the first one of a block is not known."""
    return (
        ("\0\0" if not start else "\n\n") + text[max(0, start - CONTEXT) : start]
        if start < CONTEXT
        else text[start - CONTEXT : start]
    )


def behind(text: str, end: int) -> str:
    """Return what stands behind a place, the tag left out that closes the paragraph."""
    rest = text[end : end + CONTEXT]
    return "\n" if not rest or rest.startswith("<") or EATEN.match(text, end) else rest


def following(text: str, end: int, far: int) -> str:
    """Return what stands behind a place up to another, and a little more."""
    right = behind(text, end)
    return right if right == "\n" else text[end:far] + behind(text, far)


def stop_gain(left: str) -> float:
    """Return how much likelier (nats) a full stop is behind ``left``, whose marks are full-width, than by what stands beside it."""
    if not left:
        # Lines break before marks, too.
        return 0.0
    if left.rfind("（") > left.rfind("）"):
        return IN_BRACKETS
    sentence = len(left) - max(map(left.rfind, STOPS))
    clause = len(left) - max(map(left.rfind, PAUSES + STOPS))
    return SOON_STOP + PER_SENTENCE * min(sentence, LONG_SENTENCE) + PER_CLAUSE * min(clause, LONG_CLAUSE)
