"""Lists of teasers that are told by their texts: cut off, ending in a link or a day, or with nothing in common."""

import re
from collections import Counter

from .context import MAX_TEASER
from .copies import CUT
from .draft import Draft
from .gaps import is_dated_meta
from .model import Label

# The head of the page of a tag.
OF_TAG = re.compile(r"^(?:浏览标签|标签(?:归档|存档|页)|(?:标签|Tag|TAG)\s?:\s?[^\s,、|]{1,10})$")
MIN_TEASERS = 3
CLOSING = "”」』 |"
# A text leaves a sentence open in six dots (……); what cuts it off sets three.
LEFT_OPEN, MIN_TEASER = "……", 24
# 阅读全文>>, 详细内容 »下一则的标题
READ_MORE = re.compile(
    r"^[\[【(]?(?:(?:点击)?(?:阅读|查看|浏览)(?:全文|更多|详情|详细内容)|继续阅读|详细内容|Read\s?More|Continue\s?Reading)[\])】]?"
    r"\s*(?:[»>→›.…]|$)",
    re.IGNORECASE,
)
# …全案持续追查中。 2025/10/14 08:53 社会
TEXT_AND_DAY = re.compile(r"[。!?]\s(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\s\d{1,2}:\d{2}(?:\s\S{2,4})?$")
# The title of a link is not shorter.
MIN_TITLE, MAX_TITLE = 8, 60
# So many texts below no title, so long on average, which share so few (0..1) of their pairs of characters, are of as many articles;
# of an article nine in ten paragraphs share a tenth with the others. Short ones, as tips and notices have, share as little.
MANY_TEXTS, MEAN_TEXT, SHARED = 8, 70, 0.05
# What a site shows of an article that it does not give is shorter than this.
MAX_OPENING = 400
# The link below an opening; what a page folds in is all there, and its button says so (展开全文).
WHOLE_TEXT = re.compile(r"^[\[【(]?(?:点击)?(?:查看|阅读)全文[\])】]?\s*[>»›]*$")
OF_ARTICLE = frozenset({Label.META, Label.BYLINE, Label.EDITOR_CREDIT})


def _tells_of_tag(draft: Draft, head: int) -> bool:
    tag = draft.folded(head).partition(":")[2].strip()
    return head + 1 in draft.shaped and draft.folded(head + 1).startswith(tag)


def is_of_tag(draft: Draft) -> bool:
    """Whether a page begins with a tag and nothing but its name (浏览标签, 标签: 青岛): below stand its titles and teasers."""
    # Keywords can stand above an article; a tag has what it is below it (标签: 青岛, and 青岛,山东省副省级市…).
    heads = (one for one in draft.matching(OF_TAG) if ":" not in draft.folded(one) or _tells_of_tag(draft, one))
    return next(heads, 2) < 2 and {Label.META, Label.BYLINE}.isdisjoint(draft.labels)


def is_opening(draft: Draft) -> bool:
    """Whether a page shows no more of an article than its opening, above the link to the rest."""
    text = draft.text()
    if not text or draft.facts[text[-1]].finished:
        return False
    if sum(draft.facts[index].length for index in text) > MAX_OPENING:
        return False
    below = [index for index in range(text[-1] + 1, len(draft.blocks)) if draft.labels[index] is not Label.MARKUP]
    return bool(below) and WHOLE_TEXT.match(draft.folded(below[0])) is not None


def trails_off(draft: Draft, index: int) -> bool:
    """Whether a block ends in the marks of a text that was cut off."""
    # Three dots can stand on the line below.
    below = index + 1
    cut = below < len(draft.blocks) and draft.labels[below] is Label.MARKUP and draft.folded(below) in CUT
    return cut or draft.folded(index).rstrip(CLOSING).endswith(CUT)


def is_cut_line(draft: Draft, index: int) -> bool:
    """Whether a line is as long as a teaser, and cut off."""
    return draft.is_line(index) and draft.facts[index].length >= MIN_TEASER and trails_off(draft, index)


def all_trail_off(draft: Draft) -> list[int]:
    """Return the paragraphs if each trails off, and they are many, others are links already, or one of them stands twice."""
    prose = draft.plain_prose()
    # A dump can end amid the last of them.
    broken = len(prose) > MIN_TEASERS and prose[-1] == len(draft.blocks) - 1 and not draft.facts[prose[-1]].finished
    cut = prose[:-1] if broken else prose
    # Asked of every page without a kind, and nearly none goes on.
    if not cut or not all(trails_off(draft, one) and draft.facts[one].length <= MAX_TEASER for one in cut):
        return []
    linked = [index for index, rule in enumerate(draft.rules) if rule == "teaser-in-list" and trails_off(draft, index)]
    twice = len(prose) > 1 and len({draft.bare(index) for index in prose}) == 1
    left_open = draft.folded(prose[0]).endswith(LEFT_OPEN)
    if len(prose) == 1 and not left_open and _title_twice_above(draft, prose[0]):
        return [prose[0] - 2, prose[0] - 1, *prose]
    # What ends in three dots need not read as a paragraph.
    texts = sorted({*prose, *(one for one in range(len(draft.blocks)) if is_cut_line(draft, one))})
    open_ended = any(draft.folded(one).endswith(LEFT_OPEN) for one in texts)
    if len(texts) >= MIN_TEASERS and not open_ended and not _is_headed(draft, texts[0]):
        return texts
    return prose if twice or len(linked) > 1 else []


def _title_twice_above(draft: Draft, text: int) -> bool:
    """Whether a title stands twice right above a text, as picture and link, below no time and no source."""
    if text < 2 or draft.bare(text - 1) != draft.bare(text - 2) or draft.facts[text - 1].length < MIN_TITLE:
        return False
    return draft.is_line(text - 1) and draft.is_line(text - 2) and OF_ARTICLE.isdisjoint(draft.labels)


def texts_above_links(draft: Draft) -> list[int]:
    """Return the paragraphs of a page of which most have the link to their article on the line below (Read More)."""
    prose = draft.plain_prose()
    links = {index - 1 for index in draft.matching(READ_MORE)}
    above = [index for index in prose if index in links]
    listed = len(above) >= MIN_TEASERS and 2 * len(above) > len(prose)
    return prose if listed and not _is_headed(draft, prose[0]) else []


def _is_headed(draft: Draft, first: int) -> bool:
    """Whether time, source or author of an article stand above its first text, or some of it has its label already."""
    return Label.BODY in draft.labels or not OF_ARTICLE.isdisjoint(draft.labels[:first])


def linked_texts(draft: Draft) -> list[int]:
    """Return the paragraphs of a page of which most end in the link to their article (详全文>>)."""
    linked = [index for index in draft.prose() if draft.edges.get(index, (None, ""))[1] == "cut-link"]
    others = draft.plain_prose()
    # An article with links below it has a day of its own above its text.
    if any(is_dated_meta(draft, index) for index in range(min(others, default=0))):
        return []
    return sorted(linked + others) if len(linked) > MIN_TEASERS and 2 * len(others) <= len(linked) else []


def dated_texts(draft: Draft) -> list[int]:
    """Return the paragraphs of a page if each but the last ends in its day, hour and section: results, each on one line."""
    prose = draft.prose()
    dated = [index for index in prose if TEXT_AND_DAY.search(draft.folded(index))]
    return prose if len(dated) > 1 and len(dated) >= len(prose) - 1 else []


def unlike_texts(draft: Draft) -> list[int]:
    """Return the paragraphs of a page without title, time and author if they have nothing in common: summaries of a section."""
    prose = draft.plain_prose()
    if len(prose) < MANY_TEXTS or OF_ARTICLE.intersection(draft.labels):
        return []
    if sum(draft.facts[one].length for one in prose) < MEAN_TEXT * len(prose):
        return []
    if any(draft.is_line(index) and draft.facts[index].length >= MIN_TITLE for index in range(prose[0])):
        return []
    texts = Counter(pair for one in prose for pair in draft.pairs(one))
    twice = {pair for pair, count in texts.items() if count > 1}
    return prose if sum(draft.overlap(one, twice) for one in prose) < SHARED * len(prose) else []


def texts_below_twin_titles(draft: Draft) -> list[int]:
    """Return titles and texts of a page on which several titles stand twice in a row, as picture and link, each above a text."""
    twins = [
        index
        for index in range(1, len(draft.blocks) - 1)
        if draft.labels[index] in {None, Label.CAPTION}
        and MIN_TITLE - 2 <= draft.facts[index].length <= MAX_TITLE
        and draft.folded(index) == draft.folded(index - 1)
        and any(draft.is_prose(one) for one in range(index + 1, min(index + 3, len(draft.blocks))))
    ]
    if len(twins) < MIN_TEASERS:
        return []
    listed = {Label.TAGS, Label.RELATED, Label.PAGER}.intersection(draft.labels)
    if not listed or any(map(draft.is_text, range(twins[0] - 1))) or _is_headed(draft, twins[0] - 1):
        # A picture above each part of an article has its heading as its text.
        return []
    prose = [index for index in draft.plain_prose() if draft.facts[index].length > MAX_TITLE]
    if len(prose) > 2 * len(twins):
        return []
    return sorted({*prose, *twins, *(one - 1 for one in twins)})


# Asked one after the other.
BY_TEXTS = (
    all_trail_off,
    linked_texts,
    texts_above_links,
    dated_texts,
    unlike_texts,
    texts_below_twin_titles,
)
