"""Lines whose rule was wrong too often on pages that nobody had seen: their words and what stands around them are asked."""

from collections import Counter

from .draft import Draft
from .line_classifier import Lines
from .model import Label

BY_WORDS = "line-by-its-words"
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
    judged = [classifier.judge(lines.features(index), *one) for index, one in enumerate(told)]
    bares = [draft.bare(index) for index in range(len(known))]
    heads = [bare for bare, label in zip(bares, known, strict=True) if label is Label.HEADLINE]
    counts = Counter(bares)
    for index, label in enumerate(judged):
        if label is Label.HEADLINE:
            # A copy of a headline is none, nor is the name of a series, which stands above several, nor a line amid a sentence.
            series = draft.rules[index] in ABOVE_HEADLINES and counts[bares[index]] > 1
            amid = index > 0 and known[index - 1] is Label.BODY and not draft.facts[index - 1].finished
            if series or amid or bares[index] in "".join(heads):
                continue
            heads.append(bares[index])
        elif label is not None and known[index] is Label.HEADLINE:
            # A page keeps its last headline.
            if len(heads) == 1:
                continue
            heads.remove(bares[index])
        if label is not None:
            draft.put(index, label, BY_WORDS)
