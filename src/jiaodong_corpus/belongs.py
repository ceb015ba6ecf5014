"""Whether a text behind furniture is of the article above it: by what it shares with it, and by what parts the two."""

import re
from itertools import pairwise, takewhile

from .contents import MIN_TITLE, is_printed
from .draft import Draft
from .model import Label
from .runs import FEW_LINKS, Run
from .signs import head_signs

# What a run shares with the main run (by the weight of its pairs of characters), from which it is of the same article: behind
# lines, and behind what an article as a rule ends with. Of parts of other real articles 30 % share .026 and 6 % .1, of parts of the
# same one 98 and 80 %.
BEHIND_LINES, BEHIND_WALL = 0.026, 0.1
# What stands amid a text in a line or two, and what is shared behind it.
AMID, BEHIND_CREDIT = frozenset({Label.EDITOR_CREDIT, Label.DISCLAIMER, Label.PAGER}), 0.06
# Two sentences share a few pairs with any text.
SHORT_RUN = 60
LONG_RUN = 300
# What two paragraphs in a row share behind a few links with no title below them, where a long text needs less; and what a long
# text shares behind a list.
BEHIND_LINKS, BEHIND_BOX, BEHIND_LIST, NEVER = 0.03, 0.02, 0.06, 2.0
# A list has few links of so many lines, with head and subheading; a headline has so much (a share) of its pairs of characters
# from the first paragraph of its text.
SHORT_LIST, OF_HEADLINE = 4, 0.2
# Only below a text it is said where that text came from.
SOURCE_BELOW = re.compile(r"^[(\[【]?(?:本文|文章)来源\s*:")


def belongs(draft: Draft, run: Run, parting: Run, known: set[str]) -> bool:
    """Whether a run is of the article that has the pairs ``known``; above ``parting`` stands what parts the two."""
    wall = parting.wall
    text = run.text(draft)
    if (wall or len(text) < SHORT_RUN) and not any(mark in text for mark in "。;"):
        # A lone question, call or piece of a sentence among many lines is a prompt, or the title of a link; so are several.
        return False
    # Between the columns of a newspaper stands no furniture: short lines there are a poem, or a table.
    printed = wall in {None, Label.NAV} and len(text) >= LONG_RUN and is_printed(draft)
    goes_on = wall is Label.RELATED and _ends_article(draft, run)
    # What the editors say of a text they say above it, not above a list.
    introduced = Label.SUMMARY in draft.labels[max(0, run.indexes[0] - 1) : run.indexes[0] + 2]
    if printed or goes_on or (introduced and len(text) >= LONG_RUN) or _is_listed(draft, run.indexes[0] - 1):
        return True
    if head_signs(draft, run.indexes[0]):
        return True
    return draft.kinship(draft.pairs_of(run.indexes), known) >= _least_shared(draft, run, parting, len(text))


def _is_listed(draft: Draft, above: int) -> bool:
    """Whether the site of a newspaper lists the line above a run among the titles of the page, too."""
    listed = above >= 0 and len(draft.bare(above)) >= MIN_TITLE and draft.alike(draft.bare(above))[0] < draft.shaped[0]
    return listed and draft.times(above) > 1 and (is_printed(draft) or "epaper-navigation" in draft.rules)


def _least_shared(draft: Draft, run: Run, parting: Run, length: int) -> float:
    """Return how much a run shares with the article at least, if it is of it; more than 1 where it cannot be."""
    wall, long = parting.wall, length >= LONG_RUN
    if wall is Label.RELATED and _behind_short_list(draft, run, parting):
        return BEHIND_BOX if long else BEHIND_LINKS
    if wall is Label.RELATED and long:
        # A newspaper's box (相关链接) is of the article, and teasers are short.
        return BEHIND_LINES if parting.inserted else BEHIND_LIST
    if wall in {Label.EDITOR_CREDIT, Label.DISCLAIMER} and long:
        # An article of two parts names who wrote each.
        return BEHIND_LINES if wall is Label.EDITOR_CREDIT else NEVER
    if wall in AMID and _behind_credits(draft, run, parting):
        return BEHIND_CREDIT
    return BEHIND_WALL if wall or length < SHORT_RUN else BEHIND_LINES


def _behind_short_list(draft: Draft, run: Run, parting: Run) -> bool:
    """Whether two paragraphs in a row stand behind a few links and nothing else."""
    above = takewhile(lambda index: draft.labels[index] in {Label.RELATED, None}, range(parting.indexes[0] - 1, 0, -1))
    links = [index for index in above if draft.labels[index] is Label.RELATED]
    # Right below its own headline stands another article.
    headed = draft.overlap(parting.indexes[0] - 1, draft.pairs(parting.indexes[0])) >= OF_HEADLINE
    return _has_row(run) and len(links) <= SHORT_LIST and draft.inside is None and not headed


def _behind_credits(draft: Draft, run: Run, parting: Run) -> bool:
    """Whether two paragraphs in a row stand behind a few lines of furniture: what is of another article has its headline."""
    above = list(takewhile(lambda index: not draft.is_text(index), range(parting.indexes[0] - 1, 0, -1)))
    return _has_row(run) and len(above) <= SHORT_LIST and all(draft.labels[index] is not None for index in above)


def _has_row(run: Run) -> bool:
    """Whether two paragraphs of a run follow each other, as teasers with their titles between do not."""
    return any(two - one == 1 for one, two in pairwise(run.indexes))


def _ends_article(draft: Draft, run: Run) -> bool:
    """Whether what ends an article (editor, keywords, source) stands first behind a run: links inside the article part it."""
    ends = [
        index
        for index, label in enumerate(draft.labels)
        if label in {Label.EDITOR_CREDIT, Label.TAGS}
        or (label is Label.META and SOURCE_BELOW.match(draft.folded(index)))
    ]
    behind = [index for index in ends if index > run.indexes[-1]]
    return bool(behind) and behind[0] == ends[0] and behind[0] - run.indexes[-1] <= FEW_LINKS
