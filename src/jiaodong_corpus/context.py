"""Second thoughts: what the neighbours of a block, and the page as a whole, say about it."""

import re
from bisect import bisect_left
from collections import Counter
from itertools import chain, pairwise

from .copies import HEAD_BLOCKS, MIN_COPY, find_copied, opens_with, without_dateline
from .draft import Draft
from .facts import bare
from .gaps import is_dated_meta
from .lines import STANDFIRST
from .model import Label

BULLET = re.compile(r"^(?:[•·・▪◦*●○◆◇■□►▶>»\-–]|\d{1,2}[.、)](?!\d))\s*")
NUMBERED = re.compile(r"^[(\[]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)\],:]")
# A teaser in a list of links is not longer.
MAX_TEASER = 260
DATED = re.compile(r"\d{1,2}\s*[-/.月]\s*\d{1,2}|\d\s*(?:天|小时|分钟)前")
# What reads like a notice is of the article if this share of its character pairs stands in the other paragraphs.
SAME_TOPIC = 0.2
# Behind these an article that tells of copyright is over, and what reads like a notice is one.
ENDS = frozenset({Label.EDITOR_CREDIT, Label.TAGS, Label.RELATED, Label.COMMENTS})
# What a notice ends with, and how far below its text that can begin.
OF_END, NEAR_END = frozenset({"annex", "signature"}), 12
# So many paragraphs of a page stand on it twice when the article does.
MIN_TWINS = 3
# A copy so many blocks away is no caption of the paragraph.
FAR = 40
# Shorter sentences are repeated on purpose: 本办法自发布之日起施行。 under each of two documents, 责任单位 under each point.
MIN_CAPTION, MIN_FAR, MIN_OPENING, MAX_CAPTION = 24, 60, 14, 90
MOST_ABOVE = 400
SLOT = "empty-ad-slot"
NOTICE = re.compile(r"^[【\[(※*]*\s*(?:免责|免费|版权|郑重|特别|本站|本网)?声明\s*[】\])]?\s*:")


def judge_repeats(draft: Draft) -> None:
    """Find the copies: the cut opening (a summary), a caption before its paragraph, the second printing of a text."""
    _judge_second_copy(draft)
    for index in range(len(draft.blocks) - 1):
        if draft.rules[index] == "standfirst":
            _judge_labelled_summary(draft, index)
        if draft.labels[index] is not None:
            continue
        below = [one for one in range(index + 1, min(index + 4, len(draft.blocks))) if draft.labels[one] is None]
        whole = find_copied(draft, index, below)
        if whole is None and _stands_in_neighbour(draft, index):
            draft.put(index, Label.CAPTION, "sentence-of-paragraph-beside")
            continue
        if whole is None:
            continue
        opening = draft.facts[whole].finished and _may_open(draft, index)
        # Several whole sentences are none of a picture.
        if opening and (not draft.facts[index].finished or draft.facts[index].stops > 1):
            draft.put(index, Label.SUMMARY, "cut-copy-of-opening")
        elif (
            below[:1] == [whole]
            and draft.is_prose(whole)
            and (draft.facts[index].length >= MIN_OPENING or draft.facts[index].marks)
        ):
            # A shorter line is the heading of a paragraph that begins with its name.
            draft.put(index, Label.CAPTION, "repeats-start-of-next-paragraph")


def _may_open(draft: Draft, index: int) -> bool:
    """Whether an article can begin at a block: no text stands above, or its head does (time and source, a headline given twice)."""
    if not has_text_above(draft, index):
        return True
    above = index - 1
    while above > 0 and not draft.is_prose(above) and draft.labels[above] is not Label.META:
        above -= 1
    title = draft.bare(index - 1)
    twin = len(title) >= MIN_COPY and any(
        draft.bare(one) == title for one in range(index + 1, min(index + HEAD_BLOCKS, len(draft.blocks)))
    )
    return draft.labels[above] is Label.META or twin


def _stands_in_neighbour(draft: Draft, index: int) -> bool:
    """Whether the paragraph above or below a short block has all of it as one of its sentences."""
    words, facts = draft.folded(index).rstrip("。"), draft.facts[index]
    if facts.stops > 1 or not MIN_OPENING <= len(words) <= MAX_CAPTION or index in draft.edges:
        return False
    # The text below a headline can repeat it; a line without its stop is a caption below what it repeats.
    if not facts.finished and "," not in words:
        return False
    beside = (index - 1, index + 1) if facts.finished else (index - 1,)
    near = [one for one in beside if 0 <= one < len(draft.blocks) and draft.is_prose(one)]
    return any(draft.facts[one].length > len(words) + 4 and words in draft.folded(one) for one in near)


def _judge_labelled_summary(draft: Draft, index: int) -> None:
    """A standfirst that only repeats the opening, cut off, is an automatic summary under a label."""
    words = STANDFIRST.sub("", draft.folded(index))
    below = range(index + 1, min(index + 4, len(draft.blocks)))
    if any(opens_with(draft.folded(one), words) or opens_with(without_dateline(draft, one), words) for one in below):
        draft.put(index, Label.SUMMARY, "labelled-copy-of-opening")


def has_text_above(draft: Draft, index: int) -> bool:
    """Whether a finished paragraph stands above a block."""
    # Further up stands no text by itself; a list of thousands of teasers is not to be read for each of them.
    place = bisect_left(draft.shaped, index)
    above = draft.shaped[max(0, place - MOST_ABOVE) : place]
    return any(draft.is_prose(one) and draft.facts[one].finished for one in above)


def _judge_second_copy(draft: Draft) -> None:
    """Of an article that a page prints twice, for a printer or a telephone, the second copy is furniture."""
    _judge_page_twice(draft)
    prose = draft.prose()
    last_place = {draft.folded(index): index for index in prose}
    twins = [index for index in prose if last_place[draft.folded(index)] > index]
    in_row = _second_printing(draft, twins, [last_place[draft.folded(index)] for index in twins], prose)
    # In the element of the article captions are printed twice, too.
    for index in twins if draft.inside is None else ():
        copy = last_place[draft.folded(index)]
        if len(twins) >= MIN_TWINS or index in in_row or (copy - index > FAR and draft.facts[index].length > MIN_FAR):
            draft.put(copy, Label.RELATED, "second-copy")


def _judge_page_twice(draft: Draft) -> None:
    """Where title and first paragraph stand below the text again, the page has it twice."""
    prose = draft.prose()
    again = next((index for index in prose[1:] if draft.folded(index) == draft.folded(prose[0])), None)
    if again is None or draft.facts[again].length < MIN_CAPTION:
        return
    head = {draft.bare(index) for index in range(prose[0]) if draft.facts[index].length >= MIN_COPY}
    near = range(max(again - HEAD_BLOCKS, prose[0] + 1), again)
    title = next((index for index in near if not draft.proses[index] and draft.bare(index) in head), None)
    if title is None:
        return
    place = prose.index(again)
    above, copies = prose[:place], prose[place:]
    dated = [index for index in range(again) if is_dated_meta(draft, index)]
    if dated and dated[0] > prose[0]:
        # What has its time only the second time is the article there, and its opening above.
        below = {draft.folded(index) for index in copies}
        for index in above:
            if draft.folded(index) in below:
                draft.put(index, Label.SUMMARY, "cut-copy-of-opening")
        return
    texts = [draft.folded(index) for index in above]
    if len(copies) > 1 and all(any(text.startswith(draft.folded(index)) for text in texts) for index in copies):
        for index in range(title, copies[-1] + 1):
            draft.put(index, Label.RELATED, "second-copy")


def _second_printing(draft: Draft, twins: list[int], copies: list[int], prose: list[int]) -> set[int]:
    """Return the paragraphs that stand twice in a row with nothing behind the second time: the text is printed again.

    They are most of it, or its opening; what a box quotes of a text, or the refrain of a song, is less or stands amid it.
    """
    if len(twins) < 2 or copies != prose[-len(twins) :]:
        return set()
    text = set(prose) - set(copies)
    in_row = all(two - one <= 2 for one, two in pairwise(copies))
    # What opens the text and stands below it again, behind something else, is a summary that a program made.
    opening = twins == prose[: len(twins)] and copies[0] - 1 not in text
    long = all(draft.facts[index].length >= MIN_CAPTION for index in twins)
    return set(twins) if in_row and long and (opening or 2 * len(twins) >= len(text)) else set()


def judge_edges(draft: Draft) -> None:
    """Apply the rules that hold only before the first and after the last paragraph of the articles."""
    for above, index in pairwise(draft.prose()):
        # What stands behind the head of the comments is not of the text, however much it shares with it.
        if index in draft.edges and Label.COMMENTS in draft.labels[above:index]:
            draft.put(index, *draft.edges[index])
    _judge_slots(draft)
    prose = draft.prose()
    # What only reads like a disclaimer is one outside the articles; inside, it is what the article is about.
    known = draft.pairs_of(index for index in prose if index not in draft.edges)
    while prose and (_foreign(draft, prose[-1], known) or _stands_behind_end(draft, prose)):
        prose.pop()
    # An article can open with the words of a notice that it is about, in quotation marks.
    while prose and draft.folded(prose[0])[0] not in "“「『" and _foreign(draft, prose[0], known):
        prose.pop(0)
    first, last = (prose[0], prose[-1]) if prose else (len(draft.blocks), -1)
    # Whom to call about a notice stands between its text and what it is signed with.
    signed = max(
        (index for index in range(last + 1, min(last + NEAR_END, len(draft.blocks))) if draft.rules[index] in OF_END),
        default=0,
    )
    for index, (label, rule) in draft.edges.items():
        if 0 <= last < index < signed and rule == "site-imprint" and draft.labels[index] is None:
            draft.put(index, Label.BODY, "line-of-contact")
        # Behind the text a row can hold the keywords of the article; above it an explanation's title can be the headline.
        kept = (rule == "row-of-short-words" and index > last >= 0) or (rule == "link-to-explanation" and index < first)
        if (
            draft.labels[index] is None
            and not kept
            and (not first <= index <= last or (label is Label.SPAM and draft.overlap(index, known) < SAME_TOPIC))
        ):
            draft.put(index, label, rule)


def _judge_slots(draft: Draft) -> None:
    """Between two lone commas a program put one paragraph; of another topic it is advertising."""
    between = [
        index
        for index in range(1, len(draft.blocks) - 1)
        if draft.rules[index - 1] == draft.rules[index + 1] == SLOT
        and draft.is_prose(index)
        and index not in draft.edges
    ]
    if not between:
        return
    # Counted once: to unite the pairs of all other paragraphs for each slot would cost the square of a page of slots.
    seen = Counter(chain.from_iterable(map(draft.pairs, draft.prose())))
    for index in between:
        own = draft.pairs(index)
        if draft.overlap(index, {pair for pair in own if seen[pair] > 1}) < SAME_TOPIC:
            draft.put(index, Label.AD, "between-empty-slots")
            seen.subtract(own)


def _foreign(draft: Draft, index: int, known: set[str]) -> bool:
    if index not in draft.edges:
        return False
    if draft.edges[index][0] is Label.FOOTER and not draft.facts[index].finished:
        # Who runs a site shares its name with the text.
        return True
    return bool(NOTICE.match(draft.folded(index))) or draft.overlap(index, known) < SAME_TOPIC


def _stands_behind_end(draft: Draft, prose: list[int]) -> bool:
    """Whether what ends an article stands between the last paragraph, which could be furniture, and the one above it."""
    above = next((index for index in reversed(prose) if index not in draft.edges), 0)
    return prose[-1] in draft.edges and not ENDS.isdisjoint(draft.labels[above : prose[-1]])


def same_title(one: str, other: str) -> bool:
    """Tell whether two folded lines are copies of one title, marks and spaces aside."""
    return bool(bare(one)) and bare(one) == bare(other)
