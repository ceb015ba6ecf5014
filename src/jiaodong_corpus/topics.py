"""Whether a line between two paragraphs opens another topic, by the pairs of characters that it and the texts around it share."""

from bisect import bisect_left, bisect_right
from itertools import islice, pairwise

from .draft import Draft
from .facts import share
from .gaps import Gap

# A line begins an article of a newspaper page where the text below shares at most this much with the text above, and the line
# shares this much with the text below; 40 of 40 headlines without byline of the fixtures, and 2 of 84 subheadings, do.
NEW_TOPIC, FITS_BELOW, FITS_ABOVE = 0.07, 0.35, 0.15
# A line that the text below repeats nearly whole may stand over a text that shares this much.
NEAR_TOPIC, FITS_WELL = 0.12, 0.75
# Where the two share next to nothing, less will do on a page of a newspaper.
OTHER_TOPIC, FITS = 0.02, 0.2
# A long line needs no more than a few words of the text below it, if that has nothing of the text above: of the fixtures five
# such lines are headlines, none a subheading.
LONG_TITLE, FAR_TOPIC, LITTLE = 16, 0.05, 0.1
# So many paragraphs above a line tell what the text above it speaks of.
MOST_ABOVE = 60


def opens_topic(draft: Draft, line: int, around: tuple[set[str], set[str]], printed: bool) -> bool:
    """Whether a line stands over a text of another topic; ``around`` are the pairs of the texts above and below it.

    ``printed`` says that the page is one of a newspaper, where less will do.
    """
    above, below = around
    pairs = draft.pairs(line)
    shared, fit, known = share(below, above), share(pairs, below), share(pairs, above)
    if known > FITS_ABOVE:
        return False
    least = ((NEW_TOPIC, FITS_BELOW), (NEAR_TOPIC, FITS_WELL), (OTHER_TOPIC if printed else -1, FITS))
    far = printed and _is_long_title(draft, line) and shared <= FAR_TOPIC and known <= LITTLE <= fit
    return far or any(shared <= most and fit >= enough for most, enough in least)


def _is_long_title(draft: Draft, index: int) -> bool:
    """Whether a line is as long as few subheadings are, and nobody speaks in it."""
    folded = draft.folded(index)
    return draft.facts[index].length >= LONG_TITLE and folded[0] != "“" and ":" not in folded and folded.count(",") < 2


def text_around(draft: Draft, prose: list[int], gap: Gap, starts: set[int]) -> tuple[set[str], set[str]]:
    """Return the pairs of the article so far and of the text below up to the next gap with lines in it."""
    assert gap.above is not None
    assert gap.below is not None
    begin = max((start for start in starts if start <= gap.above), default=0)
    end = bisect_right(prose, gap.above)
    # Not all of a long text: each of its gaps is asked.
    above = prose[max(bisect_left(prose, begin), end - MOST_ABOVE) : end]
    below = [gap.below]
    for one, two in pairwise(islice(prose, bisect_left(prose, gap.below), None)):
        if any(draft.is_line(index) for index in range(one + 1, two)):
            break
        below.append(two)
    return draft.pairs_of(above), draft.pairs_of(below)
