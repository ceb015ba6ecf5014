"""Lines of which a rule knows no more than where they stand: their words are asked."""

from .draft import Draft
from .line_classifier import Lines
from .model import Label

# Rules that were right for no more than two lines in three on pages that nobody had seen, and a few that were wrong wherever the
# words of a line spoke against them.
UNSURE = frozenset({
    "line-above-headline", "line-below-headline", "line-above-first-paragraph", "row-of-short-words",
    "foreign-text", "title-of-foreign-text", "breadcrumb-arrows", "empty-counter", "lone-tool", "menu-word",
})  # fmt: skip
BY_WORDS = "line-by-its-words"
# How likely the words of a line must make its label; a line of a head is rare, and so are those that the weights were fitted to.
LIKELY, SURE = 0.5, 0.8
OF_HEAD = frozenset({"line-above-headline", "line-below-headline"})
# What words cannot tell: the lines of an article belong to what stands around them, and a name alone (青岛大学 张海) is no author.
UNTOLD = frozenset({
    Label.HEADLINE, Label.KICKER, Label.SUBTITLE, Label.SUBHEADING, Label.SUMMARY, Label.BODY, Label.CAPTION, Label.BYLINE,
})  # fmt: skip


def judge_by_words(draft: Draft) -> None:
    """Label the lines that no rule is sure of where a classifier knows their words as those of furniture or of metadata."""
    known = [label or draft.at_edge(index) for index, label in enumerate(draft.labels)]
    unsure = [index for index, label in enumerate(known) if label is None or draft.rules[index] in UNSURE]
    if not unsure:
        return
    lines = Lines((block.folded for block in draft.blocks), known)
    for index in unsure:
        label, likely = draft.lexicon.line_classifier.classify(lines, index)
        if likely >= (SURE if draft.rules[index] in OF_HEAD else LIKELY) and label not in UNTOLD:
            draft.put(index, label, BY_WORDS)
