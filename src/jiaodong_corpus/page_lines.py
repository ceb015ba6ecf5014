"""The lines of a page as those that cut one of them look at the others."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from .lines import COPY_LINK, KIND, NAMES_OF_BRIEFS, width
from .model import Block
from .names import WEEKDAY

WINDOW = 400
# A path (首页 > 要闻), and the names of channel and site behind a title.
PATH = re.compile(r"^(?=[^<>»›]{1,30}(?:>|»|›)).{12,}$")
ARROW = re.compile(r"[>»›]+")
SITE = re.compile(r"\s*[_|]")
MIN_TITLE, MAX_TITLE = 10, 80
# The name of a column of briefs, and briefs whose title stands on their line: in brackets, or before a space.
BRIEFS = re.compile(rf"^[◎●◆★☆■]?[一-鿿]{{0,6}}(?:{NAMES_OF_BRIEFS}|快报|三言两语)$")
TITLED_BRIEF = re.compile(
    r"^(?!【?(?:本报|据|记者|通讯员)|[^\s】]*(?:[社网报]\S{0,12}[电讯]|日[电讯]|[昨今前\d][日天](?:上午|下午)?)[\s】])"
    r"(?P<title>【[^【】]{6,24}】|(?!【)[^\s,。:;]{5,16}(?:\s[^\s,。:;]{2,12})?(?=\s))\s?(?=.{20,}).*。"
)
MIN_BRIEFS = 2
# So many lines of the same width, and so wide, are no accident: the page is hard-wrapped.
MIN_WRAPPED, MIN_WIDTH, MIN_COLUMN = 4, 24, 16


class Lines(NamedTuple):
    """The folded texts of a page's blocks, how many of them begin with each title, the last parts of its paths, the
    titles behind the kind of their thread, how wide full lines are (characters) where the page is hard-wrapped, and whether it is
    so in columns of a newspaper; and the briefs of a column whose title stands on their line."""

    texts: frozenset[str]
    titles: Counter[str]
    ends: frozenset[str]
    tagged: frozenset[str]
    widths: frozenset[int]
    printed: bool
    briefs: frozenset[str]

    def repeat(self, words: str, folded: str) -> bool:
        """Whether a line, or what one opens with before a space, is these words. Behind that space can stand a button."""
        if words in self.texts or words in self.tagged:
            return True
        return any(
            text != folded and text.startswith(f"{words} ") and text[len(words) + 1] != "[" for text in self.texts
        )


def lines_of(blocks: Iterable[Block]) -> Lines:
    """Return the lines of a page."""
    blocks = tuple(blocks)
    texts = frozenset(block.folded for block in blocks)
    widths = Counter(map(width, blocks))
    full = frozenset(wide for wide, count in widths.items() if wide >= MIN_WIDTH and count >= MIN_WRAPPED)
    ends = {ARROW.split(text)[-1].strip() for text in texts if len(text) <= WINDOW and PATH.match(text)}
    ends |= {one.folded for one, two in pairwise(blocks) if two.folded == COPY_LINK}
    # That a post is a copy ([转帖]) is said in its title.
    ends |= {KIND.sub("", end) for end in ends if not end.startswith("[转")}
    tagged = frozenset(text[kind.end() :] for text in texts if (kind := KIND.match(text)))
    wrapped = any(wide >= MIN_COLUMN and count >= 2 * MIN_WRAPPED for wide, count in widths.items())
    paper = any(WEEKDAY.search(text) for text in texts if len(text) <= WINDOW)
    briefs = frozenset(_titled_briefs([block.folded for block in blocks]) if paper else ())
    return Lines(
        texts, Counter(filter(None, map(title_of, texts))), frozenset(ends), tagged, full, wrapped and paper, briefs
    )


def _titled_briefs(lines: list[str]) -> Iterator[str]:
    """Yield the lines right below the name of a column of briefs that open with their title, where there are several."""
    for place, line in enumerate(lines):
        if len(line) > MAX_TITLE or not BRIEFS.match(line.replace(" ", "")):
            continue
        found = list(takewhile(TITLED_BRIEF.match, lines[place + 1 :]))
        if len(found) >= MIN_BRIEFS:
            yield from found


def title_of(folded: str) -> str | None:
    """Return what stands on a line before the names of channel and site, where it is as long as a title."""
    title = SITE.split(folded)[0].strip() if MIN_TITLE <= len(folded) <= MAX_TITLE else ""
    return title if len(title) >= MIN_TITLE else None
