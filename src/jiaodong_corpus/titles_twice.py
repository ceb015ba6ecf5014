"""Lists of links in which each title stands twice: whole and cut short, or behind a bullet and without."""

import re
from itertools import pairwise

from .context import BULLET
from .copies import CUT_END, MIN_COPY
from .draft import Draft
from .gaps import is_dated_meta
from .model import Label

# 青岛 都市圈 莱阳 21 0: the keywords of a title, how often it was liked and answered.
KEYWORDS_AND_COUNTS = re.compile(r"^(?:[^\s。,]{1,8}\s+){2,10}\d{1,5}\s\d{1,5}$")
RESULTS = re.compile(r"^共有?\s?[\d,]+\s?[项条笔篇个](?:结果|纪录|记录|信息)?$")
# A headline is printed in so many parts at most; so many links with their titles are a list, and a title that is so long.
MOST_PARTS, MIN_LINKS, MIN_SAME = 6, 3, 4


def judge_titles_twice(draft: Draft) -> None:
    """Label the links of such a list: title, copy and teaser."""
    pairs = [
        index
        for index in range(len(draft.blocks) - 1)
        if draft.is_line(index)
        and _is_cut_copy(draft.folded(index), draft.folded(index + 1))
        and not _is_in_parts(draft, index)
    ]
    pairs = pairs if len(pairs) > 1 else _links_with_titles(draft)
    same = [] if pairs else _same_titles(draft)
    # Below the head of an article they are what its pictures show.
    if same and not {Label.META, Label.BYLINE}.isdisjoint(draft.labels[: same[0]]):
        same = []
    titles = {draft.folded(one) for one in same}
    for index in range(same[0], len(draft.blocks)) if same else ():
        if draft.labels[index] in {None, Label.CAPTION}:
            draft.put(
                index,
                Label.RELATED,
                "title-and-its-cut-copy" if draft.folded(index) in titles else "teaser-below-title",
            )
    for pair, following in zip(pairs, [*pairs[1:], None], strict=False):
        for index in (pair, pair + 1):
            draft.put(index, Label.RELATED, "title-and-its-cut-copy")
        if following is None or following - pair <= 4:
            for index in range(pair + 2, min(following or pair + 3, len(draft.blocks))):
                if draft.labels[index] is None:
                    draft.put(index, Label.RELATED, "teaser-below-title")


def _is_in_parts(draft: Draft, title: int) -> bool:
    """Whether the lines below a title are its parts: the head of an article that a list of titles names, too."""
    below = range(title + 1, min(title + 1 + MOST_PARTS, len(draft.blocks)))
    whole = draft.bare(title)
    return any("".join(map(draft.bare, range(title + 1, end + 1))) == whole for end in below[1:])


def _links_with_titles(draft: Draft) -> list[int]:
    """Return the titles behind bullets that stand once more without, each above one teaser."""
    pairs = [
        index
        for index in range(len(draft.blocks) - 2)
        if (bullet := BULLET.match(draft.folded(index)))
        and draft.folded(index)[bullet.end() :].strip() == draft.folded(index + 1)
        and draft.proses[index + 2]
    ]
    # Below time and source the parts of an article can have such heads.
    if pairs and any(is_dated_meta(draft, index) for index in range(pairs[0])):
        return []
    apart = all(two - one == len(("title", "copy", "teaser")) for one, two in pairwise(pairs))
    return pairs if len(pairs) >= MIN_LINKS and apart else []


def _same_titles(draft: Draft) -> list[int]:
    """Return the titles that stand twice, the same, each above one teaser; two only with keywords and counts between."""
    counted = set(draft.matching(KEYWORDS_AND_COUNTS))
    searched = bool(draft.matching(RESULTS))
    pairs = [
        index
        for index in range(len(draft.blocks) - 2)
        if draft.folded(index) == draft.folded(index + 1)
        and draft.facts[index].length >= MIN_SAME
        and any(draft.proses[index + 2 + (index + 2 in counted) :][:1])
    ]
    of_pairs = {place for index in pairs for place in range(index, index + 3 + (index + 2 in counted))}
    # An article has more than one paragraph above and below a picture, whose caption can stand twice; a dump ends amid a title.
    alone = {*of_pairs, len(draft.blocks) - 1}.issuperset(draft.prose())
    return pairs if alone and len(pairs) >= (2 if counted or searched else MIN_LINKS) else []


def _is_cut_copy(title: str, copy: str) -> bool:
    if copy[:MIN_COPY] not in title:
        return False
    title, cut = BULLET.sub("", title), CUT_END.sub("", copy)
    return MIN_COPY <= len(cut) < len(title) and title.startswith(cut)
