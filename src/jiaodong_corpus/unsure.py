"""Lines whose rule was wrong too often on pages that nobody had seen: their words and what stands around them are asked."""

from .contents import is_printed
from .draft import Draft
from .line_features import Lines
from .model import Label
from .names import MASTHEAD

BY_WORDS, BY_LENGTH = "line-by-its-words", "headline-by-length"
# A headline has its text so many lines below it at most.
FAR = 4
# How far from the article of an HTML page a line is that stays what the rules make of it.
NEAR = 12
# What the rules hold for no part of an article: a title there is most likely one of a list.
OUTSIDE = frozenset({Label.NAV, Label.RELATED})
# What a line above a headline is to the rules: a kicker, or the name of a column.
ABOVE_HEADLINES = frozenset({"line-above-headline", "section-name"})


def judge_by_words(draft: Draft) -> None:
    """Label anew the lines of unsure rules that are more likely something else."""
    classifier = draft.lexicon.line_classifier
    known = [label for label in draft.labels if label is not None]
    told = list(zip(draft.rules, known, strict=True))
    if classifier.unsure.isdisjoint(told):
        return
    lines = Lines((block.folded for block in draft.blocks), known, draft.rules)
    # All are asked before any is changed: the weights were fitted to what rules say.
    judged = classifier.judge(lines, told, _near_article(draft))
    heads = [draft.bare(index) for index, label in enumerate(known) if label is Label.HEADLINE]
    for index, label in enumerate(judged):
        # The name of a newspaper speaks for all articles of its page.
        if label is None or MASTHEAD.match(draft.folded(index)):
            continue
        if label is Label.HEADLINE:
            # A title of a list is none, nor a copy of a headline, nor the name of a series, which stands above several, nor a line
            # amid a sentence.
            listed = not _heads_text(known, index)
            series = draft.rules[index] in ABOVE_HEADLINES and draft.times(index) > 1
            amid = index > 0 and known[index - 1] is Label.BODY and not draft.facts[index - 1].finished
            if listed or series or amid or draft.bare(index) in "".join(heads) or _is_headed(draft, index):
                continue
            if index and draft.rules[index - 1] == BY_LENGTH:
                # The longest line above a text was no more than that: the name of a site, or what leads to the headline of a paper.
                heads.remove(draft.bare(index - 1))
                draft.put(index - 1, Label.KICKER if is_printed(draft) else Label.NAV, BY_WORDS)
            heads.append(draft.bare(index))
        elif known[index] is Label.HEADLINE:
            # A page keeps its last headline, and one right above a text or the rest of the headline.
            if len(heads) == 1 or known[index + 1 : index + 2] in ([Label.BODY], [Label.HEADLINE]):
                continue
            heads.remove(draft.bare(index))
        draft.put(index, label, BY_WORDS)


def _near_article(draft: Draft) -> range:
    """Return the lines of a page that are asked: of HTML those around the article, since elements tell what the rest is."""
    if draft.inside:
        return range(min(draft.inside) - NEAR, max(draft.inside) + NEAR + 1)
    return range(len(draft.blocks))


def _heads_text(known: list[Label], index: int) -> bool:
    """Whether a text begins right below a line, and what stood outside of it has no headline of that text below itself."""
    below = known[index + 1 : index + 1 + FAR]
    if Label.BODY not in below:
        return False
    return known[index] not in OUTSIDE or Label.HEADLINE not in below[: below.index(Label.BODY)]


def _is_headed(draft: Draft, index: int) -> bool:
    """Whether the article of a line has its headline further up, with other lines between."""
    above = next((one for one in range(index - 1, -1, -1) if draft.labels[one] in {Label.HEADLINE, Label.BODY}), None)
    return above is not None and above < index - 1 and draft.labels[above] is Label.HEADLINE
