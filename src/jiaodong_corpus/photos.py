"""Photo items: pictures of a newspaper page that are articles of their own, in or behind the text of another."""

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import chain, pairwise

from .facts import bigrams, is_finished, overlap, share
from .model import Label, LabelledPage

PHOTO, GALLERY = "photo-item", "picture-of-gallery"
HEAD = frozenset({Label.KICKER, Label.HEADLINE, Label.SUBTITLE, Label.META, Label.BYLINE})
# What repeats a headline is none.
COPIES = frozenset({"copy-of-headline", "headline-behind-body"})
LONG_CAPTION, DATED_CAPTION = 30, 20
# The caption of a photo item opens with the day, and shares at most this much with the article above it.
DAY = re.compile(
    r"^(?:【[一-鿿]{2,6}】)?[▲△■↑↓▼]?\s*(?:\d{1,2}月\d{1,2}日|[昨今]天|[昨今]日|近日|日前|[^,。]{2,12}[昨前]日)"
)
CARTOON, BRIEF = re.compile(r"\((?:漫画|插图)\)"), "brief-without-headline"
OTHER_TOPIC = 0.12
# One that is not dated shares less with the articles above and below, a short one nothing: it can be of theirs in other words.
# What several articles of the page speak of tells nothing. In the fixtures so 98 of 99 photo items are told from 35 captions
# behind a text.
LITTLE, MOST, UNRELATED, UNDATED_CAPTION = 0.09, 0.2, 0.0, 16
BELOW_PHOTO = HEAD | {Label.EDITOR_CREDIT}
OWN_WORDS = frozenset({Label.KICKER, Label.HEADLINE, Label.SUBTITLE, Label.SUMMARY, Label.SUBHEADING, Label.BODY})
CREDIT = re.compile(r"[。\s][^。]{2,24}(?:摄|供图|提供)[)\]】]?$")
SENTENCE = re.compile("[,。:]")
# A caption wedged into a paragraph is of its article where it shares this much with it.
OWN_PICTURE = 0.31


def photo_items(labelled: LabelledPage) -> list[list[int]]:
    """Return the blocks of each photo item of a page: its headline, where it has one, its caption and credit."""
    photos: list[list[int]] = []
    texts = _Texts(labelled)
    several = sum(block.label is Label.HEADLINE and block.rule not in COPIES for block in labelled.blocks) > 1
    for index, block in enumerate(labelled.blocks):
        own = block.rule == PHOTO and _wedged(labelled, index) and not _tells_of_something_else(labelled, index)
        below = bool(photos) and photos[-1][-1] == index - 1
        if below and _is_credit(labelled, index):
            photos[-1].append(index)
        elif (block.rule == PHOTO and not own) or (
            several
            and (
                _wedged_picture(labelled, index)
                or _picture_between(labelled, index, texts)
                or _announced(labelled, index)
            )
        ):
            titled = index > 0 and labelled.blocks[index - 1].rule == "headline-of-photo-item"
            photos.append([index - 1, index] if titled else [index])
        elif below and block.label in {Label.BYLINE, Label.CAPTION}:
            photos[-1].append(index)
    return photos


def _announced(labelled: LabelledPage, index: int) -> bool:
    """Whether the name of the section of pictures stands above a caption."""
    return index > 0 and labelled.blocks[index - 1].rule == "section-of-pictures"


def _wedged_picture(labelled: LabelledPage, index: int) -> bool:
    """Whether a caption with its credit stands in the middle of a paragraph that a newspaper's columns broke."""
    blocks = labelled.blocks
    least = DATED_CAPTION if DAY.match(blocks[index].block.folded) else LONG_CAPTION
    if blocks[index].rule != "picture-credit" or len(blocks[index].block.text) < least:
        return False
    return _wedged(labelled, index) and _tells_of_something_else(labelled, index)


def _wedged(labelled: LabelledPage, index: int) -> bool:
    blocks = labelled.blocks
    below = next((one for one in blocks[index + 1 :] if one.label is not Label.CAPTION), None)
    above = blocks[index - 1] if index else None
    return (
        above is not None
        and below is not None
        and above.label is Label.BODY is below.label
        and not is_finished(above.block.folded)
    )


def _tells_of_something_else(labelled: LabelledPage, index: int) -> bool:
    """Whether a caption shares hardly a word with the article around it."""
    blocks = labelled.blocks
    start = next((above for above in range(index - 1, -1, -1) if blocks[above].label is Label.HEADLINE), 0)
    stop = next(
        (below for below in range(index + 1, len(blocks)) if blocks[below].label is Label.HEADLINE), len(blocks)
    )
    text = "\n".join(one.block.folded for one in blocks[start:stop] if one.label is Label.BODY)
    # When, and who took it, the article does not say.
    told = CREDIT.sub("", DAY.sub("", blocks[index].block.folded))
    return overlap(told, bigrams(text)) < OWN_PICTURE


def _picture_between(labelled: LabelledPage, index: int, texts: "_Texts") -> bool:
    """Whether a caption stands behind an article that tells of something else, before the next head."""
    blocks = labelled.blocks
    folded = blocks[index].block.folded
    beside = (index > 0 and blocks[index - 1].label is Label.BYLINE) or _is_credit(labelled, index + 1)
    marked = blocks[index].rule == "picture-mark" and (beside or CREDIT.search(folded) is not None)
    dated = (
        DAY.match(folded) is not None
        or blocks[index].rule == "above-picture-credit"
        or CARTOON.search(folded) is not None
    )
    credited = marked or blocks[index].rule in {"picture-credit", "people-in-picture", "above-picture-credit"}
    if not (dated or len(folded) >= UNDATED_CAPTION) or not (credited or CARTOON.search(folded)):
        return False
    # A brief without a headline begins an article, too.
    behind = (Label.HEADLINE if one.rule == BRIEF else one.label for one in blocks[index + 1 :] if one.label.of_article)
    lone = marked or blocks[index].rule != "picture-credit"
    if next((label for label in behind if not (lone and label is Label.CAPTION)), Label.HEADLINE) not in BELOW_PHOTO:
        return False
    told = bigrams(CREDIT.sub("", DAY.sub("", folded)))
    own = told - texts.common
    number = bisect_right(texts.starts, index) - 1
    # A caption can also stand above the head of its article.
    beside_it = texts.pairs[number : number + 2]
    most = OTHER_TOPIC if dated else UNRELATED if len(folded) < LONG_CAPTION else LITTLE
    return all(share(own, pairs) <= most and share(told, pairs) <= MOST for pairs in beside_it)


class _Texts:
    """Where each article of a page begins, by its headline, and the pairs of characters of its head and text; what stands above
    the first is one, too."""

    def __init__(self, labelled: LabelledPage) -> None:
        self._blocks = labelled.blocks

    @cached_property
    def starts(self) -> list[int]:
        """The first block of each article."""
        return [0, *(place for place, one in enumerate(self._blocks) if one.label is Label.HEADLINE and place)]

    @cached_property
    def pairs(self) -> list[set[str]]:
        """The pairs of characters of each article."""
        return [
            bigrams("\n".join(one.block.folded for one in self._blocks[start:stop] if one.label in OWN_WORDS))
            for start, stop in pairwise([*self.starts, len(self._blocks)])
        ]

    @cached_property
    def common(self) -> set[str]:
        """The pairs that several articles have."""
        counts = Counter(chain.from_iterable(self.pairs))
        return {pair for pair, count in counts.items() if count > 1}


def _is_credit(labelled: LabelledPage, index: int) -> bool:
    """Whether a block is nothing but who took the picture above it."""
    blocks = labelled.blocks
    return (
        index < len(blocks)
        and blocks[index].rule == "picture-credit"
        and len(blocks[index].block.text) < LONG_CAPTION
        and not SENTENCE.search(blocks[index].block.folded)
    )
