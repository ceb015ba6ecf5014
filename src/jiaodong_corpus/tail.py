"""Text behind the article: where lists, comments or credits have begun, a paragraph must show that it is of an article."""

from .draft import Draft
from .facts import bigrams, overlap
from .heads import head_signs
from .model import Label

# Behind these an article is as a rule over.
CLOSING = frozenset({Label.EDITOR_CREDIT, Label.PAGER, Label.COMMENTS, Label.FOOTER})
# Shares of a paragraph's character pairs that stand in the article above, measured on 296 real news pages: of the same
# article 9 in 10 paragraphs of 60 characters share .12 or more; of others 9 in 10 share .10 or less.
SAME_ARTICLE, FOREIGN = 0.2, 0.06


def judge_tail(draft: Draft) -> None:
    """Label paragraphs behind the end of the article as teasers of others, unless a new article's head is above them."""
    known: set[str] = set()
    closed: Label | None = None
    run: list[int] = []
    for index in range(len(draft.blocks)):
        label = draft.labels[index]
        if draft.is_prose(index) and index not in draft.edges:
            if closed and known and head_signs(draft, index):
                _settle(draft, run, known, closed)
                run, closed = [], None
            if closed and known:
                run.append(index)
            else:
                known |= bigrams(draft.folded(index))
        elif (label in CLOSING and draft.rules[index] != "jump-line") or (label is Label.RELATED and draft.rules[index] != "inline-link"):
            _settle(draft, run, known, closed)
            run = []
            closed = label if known else None
        elif label is Label.RELATED and known and closed is None:
            closed = Label.NAV
    _settle(draft, run, known, closed)


def _settle(draft: Draft, run: list[int], known: set[str], closed: Label | None) -> None:
    if not run:
        return
    shared = overlap("\n".join(draft.folded(index) for index in run), known)
    # A single link in the middle of a text closes nothing by itself.
    if shared >= (FOREIGN if closed is Label.NAV else SAME_ARTICLE):
        known |= bigrams("\n".join(draft.folded(index) for index in run))
        return
    for index in run:
        draft.put(index, Label.RELATED, "foreign-text-behind-article")
        above = index - 1
        while above >= 0 and draft.is_line(above):
            draft.put(above, Label.RELATED, "title-above-foreign-text")
            above -= 1
