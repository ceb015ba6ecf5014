"""Poems on a page of a newspaper: the short lines below a title and a poet."""

import re
from itertools import takewhile

from .bylines import AFFILIATION, read_byline
from .draft import Draft
from .gaps import HEAD_LABELS
from .lookalikes import names_section
from .model import Label
from .names import is_name

# □ 阿 黛(人文学院), 苏 鸣: who wrote a poem, below its title.
POET = re.compile(r"^(?P<mark>[□■◎○●]?)\s*(?P<name>[一-鿿](?:\s?[一-鿿]){1,3})(?:\s?\([一-鿿]{2,12}\))?$")
POEMS = re.compile(r"^(?:[一-鿿]{0,4}诗[歌词苑笺潮页林行选]?|诗\s歌)$")
VERSE = re.compile(r"^(?!\d{1,2}[.、])[^。:|>/]{1,20}[。]?$")
MIN_VERSES, MAX_VERSES, MAX_VERSE_TITLE = 4, 200, 18


def judge_poems(draft: Draft) -> None:
    """The short lines below a title and a poet are a poem; the last of them, right above a text, are its head."""
    count = len(draft.blocks)
    for poet in range(min(draft.text()) + 2, count):
        titled = draft.is_line(poet - 1) and draft.facts[poet - 1].length <= MAX_VERSE_TITLE
        if not titled or draft.labels[poet] not in {None, Label.BYLINE} or not _names_poet(draft, poet):
            continue
        rows = range(poet + 1, min(poet + MAX_VERSES, count))
        verses = list(takewhile(lambda one: draft.labels[one] is None and VERSE.match(draft.folded(one)), rows))
        if verses and _names_poet(draft, verses[0]):
            # A list of names.
            continue
        below = verses[-1] + 1 if verses else count
        if below < count and (draft.is_prose(below) or _heads_text(draft, below)):
            # A blank line stands above the head of the next text; else that has a byline, a headline, and a section's name.
            spaced = [one for one in verses[1:] if draft.blocks[one].layout.gap > draft.blocks[verses[1]].layout.gap]
            head = 2 + (read_byline(draft.folded(verses[-1]), draft.lexicon, bare=True) is not None)
            verses = verses[: verses.index(spaced[-1])] if spaced else verses[:-head]
        if len(verses) >= MIN_VERSES:
            draft.put(poet, Label.BYLINE, "pen-name")
            if draft.is_line(poet - 2) and names_section(draft, poet - 2):
                draft.put(poet - 2, Label.NAV, "section-name")
            for one in verses:
                draft.put(one, Label.BODY, "line-of-poem")


def _heads_text(draft: Draft, index: int) -> bool:
    """Whether a byline or a time, not in brackets, stands right above a text."""
    signed = draft.labels[index] in HEAD_LABELS and not draft.folded(index).startswith("(")
    return signed and index + 1 < len(draft.blocks) and draft.is_text(index + 1)


def _names_poet(draft: Draft, index: int) -> bool:
    """Whether a line is the name of a poet, with a place of work perhaps (下寨抽水站 姚建仓)."""
    folded = draft.folded(index)
    signed = POET.match(folded)
    if signed is None:
        return read_byline(folded, draft.lexicon, bare=True) is not None and AFFILIATION.match(folded) is not None
    section = index > 1 and POEMS.match(draft.folded(index - 2)) is not None
    return bool(signed["mark"]) or section or is_name(signed["name"].replace(" ", ""), draft.lexicon)
