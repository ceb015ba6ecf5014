"""Lines whose rule was wrong too often on pages that nobody had seen: their words and what stands around them are asked."""

from .draft import Draft
from .line_classifier import Lines
from .model import Label

BY_WORDS = "line-by-its-words"


def judge_by_words(draft: Draft) -> None:
    """Label anew the lines of unsure rules that are more likely something else."""
    classifier = draft.lexicon.line_classifier
    known = [label for label in draft.labels if label is not None]
    told = list(zip(draft.rules, known, strict=True))
    if classifier.unsure.isdisjoint(told):
        return
    lines = Lines((block.folded for block in draft.blocks), known, draft.rules)
    # All are asked before any is changed: the weights were fitted to what rules say.
    judged = [classifier.judge(lines.features(index), *one) for index, one in enumerate(told)]
    heads = [draft.bare(index) for index, label in enumerate(known) if label is Label.HEADLINE]
    for index, label in enumerate(judged):
        # A page keeps its only headline, and a copy of one is none.
        lost = len(heads) == 1 and known[index] is Label.HEADLINE
        copy = label is Label.HEADLINE and draft.bare(index) in "".join(heads)
        if label is not None and not lost and not copy:
            draft.put(index, label, BY_WORDS)
