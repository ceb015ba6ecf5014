"""The title of an HTML page: the block that its title element repeats, and the time that stands below it."""

import re

from .draft import Draft
from .facts import bare
from .gaps import title_elements
from .lines import KIND
from .model import Label

SHORTEST_TITLE, SHORT_HEADING = 6, 2
# A title behind the names of site and channel is at least so long.
LONG = 10
# Time and source stand so near below a title, on a line of this length.
NEAR_TITLE, MAX_TIME_LINE = 6, 60
DAY = re.compile(r"(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}")
LABELLED = "labelled-date-of-page"
LABELLED_DAY = re.compile(r"(?:(?:发布|发表|更新|刊发)?(?:日期|时间)\s*:|(?:发布|发表)于)\s*" + DAY.pattern)
HEADINGS = ("/h1", "/h2", "/h3")
# The pages of newspapers that Founder's system makes name the parts of a head.
PART_OF_HEAD = re.compile(r"/founder-(introtitle|title|subtitle)$")
PARTS = {"introtitle": Label.KICKER, "subtitle": Label.SUBTITLE}


def judge_title(draft: Draft) -> None:
    """Find the title of the article by the title element of its page, and label the line of time below it."""
    parts = [
        (index, found[1]) for index, one in enumerate(draft.blocks) if (found := PART_OF_HEAD.search(one.layout.path))
    ]
    for index, part in parts:
        if part in PARTS and draft.labels[index] is None:
            draft.put(index, PARTS[part], "element-of-head")
    heads = [index for index, part in parts if part not in PARTS]
    draft.title = heads[0] if len(heads) == 1 else _title_place(draft)
    if draft.title is not None:
        draft.titles.add(draft.title)
        _judge_time_below_title(draft, draft.title)


def _title_place(draft: Draft) -> int | None:
    """Return the block that the title element of the page repeats: one that is shown, a heading, the longest."""
    titles = list(map(bare, title_elements(draft)))
    places: list[tuple[bool, bool, int, int]] = []
    for index, one in enumerate(draft.blocks):
        if draft.labels[index] is not None or (one.layout.link_chars and not one.layout.path.endswith("/h1")):
            continue
        heading = one.layout.path.endswith(HEADINGS)
        words = bare(KIND.sub("", one.folded))
        if len(words) >= (SHORT_HEADING if heading else SHORTEST_TITLE) and any(
            _names(title, words) for title in titles
        ):
            places.append((not one.layout.hidden, heading, len(words), -index))
    return -max(places)[3] if places else None


def _judge_time_below_title(draft: Draft, title: int) -> None:
    """A short line with a whole date right below the title is of the article, whatever else stands on it.

    So is one further down whose date is labelled, where there is none.
    """
    near = range(title + 1, min(title + NEAR_TITLE, len(draft.blocks)))
    if any(draft.labels[index] is Label.META and DAY.search(draft.folded(index)) for index in near):
        return
    for places, date in ((near, DAY), (range(title + 1, len(draft.blocks)), LABELLED_DAY)):
        for index in places:
            folded = draft.folded(index)
            misread = date is LABELLED_DAY and draft.labels[index] is Label.META
            if (draft.is_line(index) or misread) and len(folded) <= MAX_TIME_LINE and date.search(folded):
                draft.put(index, Label.META, "fields" if date is DAY else LABELLED)
                return


def _names(title: str, words: str) -> bool:
    """Whether a line opens a title, or is most of it, behind which stands the name of the site; or the title was cut short."""
    if len(title) >= SHORTEST_TITLE and (words.startswith(title) or (len(words) >= LONG and title.endswith(words))):
        return True
    return title.startswith(words) or (2 * len(words) >= len(title) and words in title)
