"""Which paragraphs are of the articles: the heaviest run of prose is, and what furniture parts from it must show that it is."""

import re
from itertools import pairwise, takewhile

from .clauses import is_from_account
from .contents import is_printed
from .draft import Draft
from .lines import READERS
from .listings import heads_next
from .model import Label
from .runs import FEW_LINKS, Run, find_runs
from .signs import head_signs
from .stopless import judge_picture, judge_text_without_stops

# Below time and source an article begins: a short one outweighs the teasers elsewhere on the page.
HEAD_WEIGHT = 2.5
# A paragraph between two short lines is as likely a teaser.
LONE = 0.5
# So many blocks above its first paragraph the head of an article can begin: widgets stand between.
NEAR = 12
# Shares of a run's character pairs that stand in the main run, from which it is of the same article. Measured on 296 real news
# pages: 9 in 10 paragraphs of the same article share .12 or more, 9 in 10 of others .10 or less.
BEHIND_LINES, BEHIND_WALL = 0.026, 0.1
# Two sentences share a few pairs with any text; so far off no article goes on with less text than it has.
SHORT_RUN, FAR = 60, 60
# The rows of a list of winners or figures, which are most of its lines.
ROW = re.compile(r"^.{1,8}$|:$|[《》]|\d[\d.,]*[一-鿿%]{0,3}$|^[(\[【]?[\d一二三四五六七八九十]{1,3}[、.)]")
LIST_OF_ALL = 1.5
OF_LIST = frozenset({None, Label.BODY, Label.SUBHEADING, Label.CAPTION, Label.MARKUP})
BOX = re.compile(r"^[■◆●▲【\[]?\s*(?:(?:相关|新闻)?链接|延伸阅读|相关(?:资料|背景|新闻))\s*[】\]]?:?$")
LONG_RUN, BEHIND_HEAD, BEHIND_BOX = 300, 0.02, 0.01
# A list has few links of so many lines, with head and subheading; so many paragraphs are no teasers, so many lines no heading.
SHORT_LIST, MANY = 4, 3
# Only below a text it is said where that text came from.
SOURCE_BELOW = re.compile(r"^[(\[【]?(?:本文|文章)来源\s*:")
MAX_CLAUSE = 26
# What can stand between two parts of an account's text: credits, and headings that are not longer.
MAX_HEADING = 14
OF_CREDITS = frozenset({None, Label.BYLINE, Label.EDITOR_CREDIT, Label.DISCLAIMER, Label.CAPTION, Label.MARKUP})
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
                or (not far and (_parted_by_list(draft, last, run) or _belongs(draft, run, parting, known)))
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
    below_head = head_signs(draft, run.indexes[0]) or _below_title(draft, run.indexes[0])
    return length * (HEAD_WEIGHT if below_head else 1)


def _below_title(draft: Draft, index: int) -> bool:
    """Whether a heading of the first rank stands above a paragraph, with no other paragraph between (HTML only)."""
    for above in range(index - 1, -1, -1):
        if draft.is_prose(above):
            return False
        if draft.blocks[above].layout.path.endswith("/h1"):
            return True
    return False


def _belongs(draft: Draft, run: Run, parting: Run, known: set[str]) -> bool:
    """Whether a run is of the article that has the pairs ``known``; above ``parting`` stands what parts the two."""
    wall = parting.wall
    text = run.text(draft)
    if (wall or len(text) < SHORT_RUN) and not any(mark in text for mark in "。;"):
        # A lone question, call or piece of a sentence among many lines is a prompt, or the title of a link; so are several.
        return False
    # Between the columns of a newspaper stands no furniture: short lines there are a poem, or a table.
    printed = (_is_box(draft, run) or (wall in {None, Label.NAV} and len(text) >= LONG_RUN)) and is_printed(draft)
    goes_on = (wall is Label.RELATED and _ends_article(draft, run)) or (
        wall is Label.PAGER and _opens_again(draft, run.indexes[0])
    )
    # What the editors say of a text they say above it, not above a list.
    introduced = Label.SUMMARY in draft.labels[max(0, run.indexes[0] - 1) : run.indexes[0] + 2]
    if printed or goes_on or (introduced and len(text) >= LONG_RUN) or head_signs(draft, run.indexes[0]):
        return True
    shared = draft.kinship(draft.pairs_of(run.indexes), known)
    if wall is Label.RELATED and _behind_short_list(draft, run, parting):
        few = BEHIND_HEAD if len(run.indexes) < MANY else BEHIND_LINES
        return shared >= (BEHIND_BOX if len(text) >= LONG_RUN else few)
    if wall is Label.RELATED and len(text) >= LONG_RUN:
        # A newspaper's box (相关链接) is of the article, and teasers are short.
        return shared >= (BEHIND_LINES if parting.inserted else BEHIND_HEAD)
    if wall in {Label.EDITOR_CREDIT, Label.DISCLAIMER} and len(text) >= LONG_RUN:
        # An article of two parts names who wrote each; an account names them, and who may reprint it, above the first part.
        own = wall is Label.EDITOR_CREDIT and shared >= BEHIND_LINES
        return own or (not is_printed(draft) and _only_credits_above(draft, parting.indexes[0]))
    return shared >= (BEHIND_WALL if wall or len(text) < SHORT_RUN else BEHIND_LINES)


def _only_credits_above(draft: Draft, index: int) -> bool:
    """Whether nothing but credits, notices, captions and a heading stands between a text and the one above it."""
    between = list(takewhile(lambda one: not draft.is_text(one), range(index - 1, -1, -1)))
    lines = [one for one in between if draft.labels[one] is None]
    # A longer line is the title of another article.
    short = all(draft.facts[one].length <= MAX_HEADING for one in lines)
    return OF_CREDITS.issuperset(draft.labels[one] for one in between) and short and len(lines) < MANY


def _opens_again(draft: Draft, index: int) -> bool:
    """Whether a run begins with the last paragraph of the page before it: the seam of an article that was cut into pages."""
    above = next((one for one in range(index - 1, -1, -1) if draft.is_text(one)), None)
    return above is not None and draft.folded(above) == draft.folded(index)


def _behind_short_list(draft: Draft, run: Run, parting: Run) -> bool:
    """Whether two paragraphs in a row stand behind a few links and nothing else: teasers have titles between them."""
    above = takewhile(lambda index: draft.labels[index] in {Label.RELATED, None}, range(parting.indexes[0] - 1, 0, -1))
    links = [index for index in above if draft.labels[index] is Label.RELATED]
    in_a_row = any(two - one == 1 for one, two in pairwise(run.indexes))
    return in_a_row and len(links) <= SHORT_LIST and draft.inside is None


def _is_box(draft: Draft, run: Run) -> bool:
    """Whether a text stands right below the head of a box (相关链接), which on other pages heads a list of links."""
    head = run.indexes[0] - 1
    return head >= 0 and draft.rules[head] == "related-head" and BOX.match(draft.folded(head)) is not None


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


def _put_foreign(draft: Draft, run: Run, label: Label) -> None:
    rest = sum(draft.facts[index].length for index in run.indexes)
    for index in run.indexes:
        if label is Label.RELATED and rest >= 2 * SHORT_RUN and head_signs(draft, index):
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
