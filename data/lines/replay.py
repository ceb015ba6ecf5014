"""Score the last sets of fixture pages at first sight: with the package of the set before, and with weights in it.

    python data/lines/replay.py data/lines/first_sight.tsv.xz tests/pages [--sets 13]

The package is that of the commit of the set before; the weights of lines, headlines and articles are fitted to the sets before it,
and put in the place of what asked the words of lines then, and behind it. So neither rules nor weights have seen a page that they
are scored on.
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

import train
import train_articles
import train_headlines
from first_sight import ROOT, name_of, package_of, run_with, sets
from table import save_weights

from jiaodong_corpus import load_toolkit
from jiaodong_corpus.scores import Scores

TODAY = ROOT / "src" / "jiaodong_corpus"
MEASURES = (
    "labels by character", "labels by line", "text kept", "text clean", "article boundaries", "pages without article", "paragraphs",
    "headline", "byline", "outlet", "published", "kicker", "subtitle", "captions",
)  # fmt: skip
# Runs with the package of that day, and with modules of today in it where weights are given.
CHILD = """
import json, sys
from importlib import import_module, util
from pathlib import Path
from types import SimpleNamespace
weights, today, *pages = sys.argv[1:]
label, rest = (import_module(f"jiaodong_corpus.{one}") for one in ("label", "rest"))
from jiaodong_corpus.evaluate import evaluate, load_gold
from jiaodong_corpus.toolkit import load_toolkit
toolkit = load_toolkit()
if weights:
    names = (
        "line_features", "weights", "line_classifier", "unsure", "pair_weights", "article_classifier", "headline_classifier")
    for name in names:
        spec = util.spec_from_file_location(f"jiaodong_corpus.{name}", f"{today}/{name}.py")
        module = sys.modules[spec.name] = util.module_from_spec(spec)
        spec.loader.exec_module(module)
    read, lines, unsure, pairs, articles, headlines = (sys.modules[f"jiaodong_corpus.{name}"] for name in names[1:])
    pairs.files = lambda package: Path(today) / "lexicon"
    import numpy
    of_articles, of_headlines = (
        read.read_weights(numpy.load(Path(weights) / f"{name}.npz")) for name in ("articles", "headlines"))
    classifier = lines.read_line_classifier((Path(weights) / "lines.npz").open("rb"))
    def judge(draft):
        bares = ["".join(filter(str.isalnum, block.folded)) for block in draft.blocks]
        unsure.judge_by_words(SimpleNamespace(
            blocks=draft.blocks, labels=draft.labels, rules=draft.rules, put=draft.put, facts=draft.facts,
            folded=lambda index: draft.blocks[index].folded, bare=bares.__getitem__,
            times=lambda index: bares.count(bares[index]),
            lexicon=SimpleNamespace(line_classifier=classifier)))
    rest.judge_by_words = lambda draft: None
    label.PASSES = (*(one for one in label.PASSES if one.__name__ != "judge_by_words"), judge)
    pipeline = import_module("jiaodong_corpus.pipeline")
    pipeline.find_articles = lambda labelled, kit: (labelled, pipeline.split(labelled, kit.lexicon, kit.language), ())
    label_then = pipeline.label
    def label_now(page, lexicon, *rest):
        labelled = label_then(page, lexicon, *rest)
        split = lambda: pipeline.split(labelled, lexicon, toolkit.language)
        known = SimpleNamespace(pair_weights=pairs.load_pair_weights(), line_classifier=classifier)
        labelled = headlines.choose_headlines(labelled, articles.rows_of(labelled, split()), of_headlines, known)
        found = split()
        verdicts = enumerate(articles.judge_articles(articles.rows_of(labelled, found), found, of_articles))
        others = {number: one.label for number, one in verdicts if one.odds > articles.ODDS}
        return articles.label_others(labelled, found, others)
    pipeline.label = label_now
for page in pages:
    for scores in evaluate(load_gold(Path(page)), toolkit):
        print(json.dumps({name: (ratio.right, ratio.of) for name, ratio in scores.ratios.items()}))
"""


def main() -> None:
    """Print a table of both."""
    parser = argparse.ArgumentParser(
        description="Score the last sets of pages at first sight, with weights and as it was."
    )
    parser.add_argument("first_sight", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--sets", type=int, default=13)
    arguments = parser.parse_args()
    toolkit = load_toolkit()
    samples = [
        list(load(arguments.first_sight, arguments.pages, toolkit))
        for load in (train_articles.load_samples, train_headlines.load_samples)
    ]
    lines = train.load_samples(arguments.first_sight, arguments.pages, toolkit)
    as_it_was, with_weights = Scores("as it was"), Scores("with weights of the sets before")
    count = 0
    for commit, before, pages in [*sets()][: arguments.sets]:
        # What stands in no set before may not be seen by the weights.
        for page in pages:
            lines.pop(name_of(page), None)
        articles, headlines = ([one for one in part if one.page_name in lines] for part in samples)
        count += len(pages)
        with package_of(before) as package, TemporaryDirectory() as folder:
            train.save(train.fit([*lines.values()]), Path(folder) / "lines.npz")
            save_weights(train_articles.fit(articles), Path(folder) / "articles.npz")
            save_weights(train_headlines.fit(headlines), Path(folder) / "headlines.npz")
            for scores, given in ((as_it_was, ""), (with_weights, folder)):
                for ratios in run_with(package, CHILD, given, str(TODAY), *(str(page.parent) for page in pages)):
                    for name, ratio in ratios.items():
                        scores.add(name, *ratio)
        print(f"{commit[:8]}: {len(pages)} pages", flush=True)
    print(f"\n| {count} pages | {as_it_was.name} | {with_weights.name} |\n|---|---|---|")
    for name in MEASURES:
        shares = [f"{one.share(name):.1%}" if name in one.ratios else "–" for one in (as_it_was, with_weights)]
        print(f"| {name} | {shares[0]} | {shares[1]} |")


if __name__ == "__main__":
    main()
