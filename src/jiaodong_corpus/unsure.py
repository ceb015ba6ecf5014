"""Lines of which a rule knows no more than where they stand: their words are asked."""

from .draft import Draft
from .line_classifier import Lines
from .model import Label

# The rules that were right for no more than two lines in three on pages that nobody had seen, or that words never said wrongly
# were wrong.
UNSURE = frozenset({
    "line-above-headline", "line-below-headline", "line-above-first-paragraph", "row-of-short-words",
    "foreign-text", "title-of-foreign-text", "breadcrumb-arrows", "empty-counter", "lone-tool", "menu-word",
})  # fmt: skip
BY_WORDS = "line-by-its-words"
# How likely the words of a line must make its label; and the labels that they cannot tell, since those of an article belong
# to what stands around them, and a name of its own (青岛大学 张海) is no author.
LIKELY = 0.5
# A line of a head is rare, and so are those like it that the weights were fitted to: who spoke at a meeting is no byline.
OF_HEAD, SURE = frozenset({"line-above-headline", "line-below-headline"}), 0.8
OF_TEXT = frozenset(
    {
        Label.HEADLINE,
        Label.KICKER,
        Label.SUBTITLE,
        Label.SUBHEADING,
        Label.SUMMARY,
        Label.BODY,
        Label.CAPTION,
        Label.BYLINE,
    }
)


def judge_by_words(draft: Draft) -> None:
    """Label the lines that no rule is sure of where a classifier knows their words as those of furniture or of metadata."""
    known = [label or draft.at_edge(index) for index, label in enumerate(draft.labels)]
    unsure = [index for index, label in enumerate(known) if label is None or draft.rules[index] in UNSURE]
    if not unsure:
        return
    lines = Lines((block.folded for block in draft.blocks), known)
    for index in unsure:
        label, likely = draft.lexicon.line_classifier.classify(lines, index)
        if likely >= (SURE if draft.rules[index] in OF_HEAD else LIKELY) and label not in OF_TEXT:
            draft.put(index, label, BY_WORDS)
