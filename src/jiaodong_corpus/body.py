"""Which paragraphs are of the articles: the heaviest run of prose is, and what furniture parts from it must show that it is."""

import re

from .belongs import belongs
from .clauses import is_from_account
from .draft import Draft
from .lines import READERS
from .listings import heads_next
from .model import Label
from .runs import Run, find_runs
from .signs import head_signs
from .stopless import judge_picture, judge_text_without_stops

# Below time and source an article begins: a short one outweighs the teasers elsewhere on the page.
HEAD_WEIGHT = 2.5
# A paragraph between two short lines is as likely a teaser.
LONE = 0.5
# So many blocks above its first paragraph the head of an article can begin: widgets stand between.
NEAR = 12
# So far off no article goes on with less text than it has; and so much text may have a head of its own.
FAR, LONG_FOREIGN = 60, 120
# The rows of a list of winners or figures, which are most of its lines.
ROW = re.compile(r"^.{1,8}$|:$|[《》]|\d[\d.,]*[一-鿿%]{0,3}$|^[(\[【]?[\d一二三四五六七八九十]{1,3}[、.)]")
LIST_OF_ALL = 1.5
OF_LIST = frozenset({None, Label.BODY, Label.SUBHEADING, Label.CAPTION, Label.MARKUP})
MAX_CLAUSE = 26
# What can stand between a headline and its text.
OF_HEAD = frozenset({Label.META, Label.BYLINE, Label.WIDGET})
# The comments on a page without an article are not longer (characters).
SHORT_COMMENTS = 200


def judge_body(draft: Draft) -> None:
    """Label the runs of prose that are not of an article, and the comments below their head."""
    judge_text_without_stops(draft)
    runs = find_runs(draft)
    if not runs:
        judge_picture(draft)
        return
    text = set(draft.text())
    main = max(range(len(runs)), key=lambda place: (_weight(draft, runs[place], text), -place))
    if _is_comment(draft, runs[main]):
        _put_foreign(draft, runs[main], Label.COMMENTS)
        return
    account = is_from_account(draft)
    known = draft.pairs_of(runs[main].indexes)
    length = len(runs[main].text(draft))
    for order in (range(main + 1, len(runs)), range(main - 1, -1, -1)):
        last = runs[main]
        for place in order:
            run = runs[place]
            far = abs(run.indexes[0] - last.indexes[0]) > FAR and len(run.text(draft)) < length
            # A wall parts a run from the main one on whichever side of it the main one is.
            parting = run if place > main else runs[place + 1]
            commented = place > main and parting.wall is Label.COMMENTS and not _is_next(draft, parting)
            inside = draft.inside is not None and draft.inside.issuperset(run.indexes)
            if not commented and (
                inside
                or (account and _nothing_between(draft, last, run))
                or (not far and (_parted_by_list(draft, last, run) or belongs(draft, run, parting, known)))
            ):
                known |= draft.pairs_of(run.indexes)
                last = run
            else:
                _put_foreign(draft, run, Label.COMMENTS if commented else Label.RELATED)
    first = main
    while first and _is_next(draft, runs[first]):
        first -= 1
    _judge_comments(draft, runs[first].indexes[-1])
    if runs[main].indexes[0] == min(draft.text()):
        # Else the head of the article stands above what was put amid its text.
        _reopen_head(draft, runs[main].indexes[0])


def _nothing_between(draft: Draft, one: Run, other: Run) -> bool:
    """Whether only lines without a label stand between two runs, as between the paragraphs of an account's article."""
    first, second = sorted((one.indexes, other.indexes))
    return OF_LIST.issuperset(draft.labels[first[-1] + 1 : second[0]])


def _is_next(draft: Draft, run: Run) -> bool:
    """Whether a run is the text of the next article of an endless page, whose comments and buttons stand between the two."""
    meta = run.indexes[0] - 1
    while meta > 1 and draft.labels[meta] is Label.WIDGET:
        meta -= 1
    return meta > 0 and draft.is_line(meta - 1) and heads_next(draft, meta - 1)


def _is_comment(draft: Draft, run: Run) -> bool:
    """Whether the only text of a page is a few words below the head of its comments."""
    short = len(run.text(draft)) <= SHORT_COMMENTS
    return run.wall is Label.COMMENTS and short and not head_signs(draft, run.indexes[0])


def _weight(draft: Draft, run: Run, text: set[int]) -> float:
    length = sum(
        draft.facts[index].length * (1.0 if index - 1 in text or index + 1 in text else LONE)
        for index in run.indexes
        if draft.facts[index].full_stop or draft.labels[index] is Label.BODY
    )
    return length * (HEAD_WEIGHT if head_signs(draft, run.indexes[0]) else 1)


def _parted_by_list(draft: Draft, one: Run, other: Run) -> bool:
    """Whether only the rows of a list or a table (winners, figures) stand between two runs: both are of one article."""
    rows = range(min(one.indexes[-1], other.indexes[-1]) + 1, max(one.indexes[0], other.indexes[0]))
    words = [draft.folded(index) for index in rows]
    menu = any(word in draft.lexicon.menu or word in draft.lexicon.footer for word in words)
    others = (index for index in rows if draft.labels[index] not in OF_LIST or index in draft.edges)
    # A row of short words can be one of names.
    if menu or any(draft.edges.get(index, (None, ""))[1] != "row-of-short-words" for index in others):
        return False
    announced = any(word.endswith(":") for word in words)
    return announced and LIST_OF_ALL * sum(ROW.search(word) is not None for word in words) >= len(words)


def _put_foreign(draft: Draft, run: Run, label: Label) -> None:
    rest = sum(draft.facts[index].length for index in run.indexes)
    for index in run.indexes:
        if label is Label.RELATED and rest >= LONG_FOREIGN and head_signs(draft, index):
            return
        rest -= draft.facts[index].length
        draft.put(index, label, "foreign-text")
        above = index - 1
        while above >= 0 and draft.is_line(above):
            draft.put(above, label, "title-of-foreign-text")
            above -= 1


def _reopen_head(draft: Draft, first: int) -> None:
    """Take the headline, and time and source below it, back from a list of links that runs into the head of the article."""
    dated = [index for index in range(max(0, first - NEAR), first) if index in draft.dated]
    for index in dated:
        draft.put(index, Label.META, "fields")
    # Below time and source stands the text, which can begin with clauses.
    for index in range(dated[-1] + 1, first) if dated else ():
        if draft.rules[index] == "below-related-head" and draft.facts[index].length <= MAX_CLAUSE:
            draft.labels[index] = None
    above = (dated[0] if dated else first) - 1
    while above > 0 and draft.labels[above] in OF_HEAD:
        above -= 1
    for index in (above, above - 1):
        if index < 0 or draft.rules[index] != "below-related-head":
            break
        draft.labels[index] = None


def _judge_comments(draft: Draft, last: int) -> None:
    """Below the head of the comments, behind the article, stand comments up to the next furniture."""
    open_labels = {None, Label.META, Label.BYLINE, Label.COMMENTS, Label.WIDGET, Label.MARKUP}
    inside = False
    for index in range(last + 1, len(draft.blocks)):
        if draft.labels[index] is Label.COMMENTS:
            inside = True
        elif draft.labels[index] not in open_labels or index in draft.edges:
            inside = False
        elif inside and READERS.match(draft.folded(index)):
            # Chat platforms count the readers of the article below the comments.
            continue
        elif inside and draft.labels[index] in {None, Label.META, Label.BYLINE}:
            inside = draft.folded(index) not in draft.lexicon.footer
            if inside:
                draft.put(index, Label.COMMENTS, "below-comments-head")
