"""Score the last sets of fixture pages at first sight: with the package of the set before, and with weights of lines in it.

    python data/lines/replay.py data/lines/first_sight.tsv.xz tests/pages [--sets 13]

The package is that of the commit of the set before; the weights are fitted to the sets before it, and put in the place of what
asked the words of lines then. So neither rules nor weights have seen a page that they are scored on.
"""

import argparse
import io
import json
import subprocess
import sys
import tarfile
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from first_sight import PAGES, ROOT, sets
from train import fit, read_table, sample, save

from jiaodong_corpus import load_toolkit
from jiaodong_corpus.evaluate import load_gold

MEASURES = (
    "labels by character", "labels by line", "text kept", "text clean", "article boundaries", "pages without article", "paragraphs",
    "headline", "byline", "outlet", "published", "kicker", "subtitle", "captions",
)  # fmt: skip
# Runs with the package of that day, and with two modules of today in it where weights are given.
CHILD = """
import json, sys
from importlib import import_module, util
from pathlib import Path
from types import SimpleNamespace
weights, today, *pages = sys.argv[1:]
label, rest, model = (import_module(f"jiaodong_corpus.{one}") for one in ("label", "rest", "model"))
from jiaodong_corpus.evaluate import evaluate, load_gold
from jiaodong_corpus.toolkit import load_toolkit
if weights:
    toolkit = load_toolkit()
    toolkit.lexicon
    for name in ("line_classifier", "unsure"):
        spec = util.spec_from_file_location(f"jiaodong_corpus.{name}", f"{today}/{name}.py")
        module = sys.modules[spec.name] = util.module_from_spec(spec)
        spec.loader.exec_module(module)
    lines, unsure = (sys.modules[f"jiaodong_corpus.{name}"] for name in ("line_classifier", "unsure"))
    classifier = lines.read_line_classifier(Path(weights).open("rb"))
    def judge(draft):
        bare = lambda index: "".join(filter(str.isalnum, draft.blocks[index].folded))
        unsure.judge_by_words(SimpleNamespace(
            blocks=draft.blocks, labels=draft.labels, rules=draft.rules, put=draft.put, bare=bare, facts=draft.facts,
            lexicon=SimpleNamespace(line_classifier=classifier)))
    rest.judge_by_words = lambda draft: None
    label.PASSES = (*(one for one in label.PASSES if one.__name__ != "judge_by_words"), judge)
toolkit = load_toolkit()
for page in pages:
    for scores in evaluate(load_gold(Path(page)), toolkit):
        print(json.dumps({name: (ratio.right, ratio.of) for name, ratio in scores.ratios.items()}))
"""


def score(source: str, weights: Path | None, pages: list[Path]) -> dict[str, list[float]]:
    """Return the counts of each measure over ``pages`` by the package in the folder ``source``, with weights or as it was."""
    today = ROOT / "src" / "jiaodong_corpus"
    command = [sys.executable, "-c", CHILD, str(weights or ""), str(today), *(str(page.parent) for page in pages)]
    run = subprocess.run(command, env={"PYTHONPATH": source}, capture_output=True, text=True, check=True)
    counts: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for line in run.stdout.splitlines():
        for name, (right, of) in json.loads(line).items():
            counts[name] = [counts[name][0] + right, counts[name][1] + of]
    return counts


def main() -> None:
    """Print a table of both."""
    parser = argparse.ArgumentParser(
        description="Score the last sets of pages at first sight, with weights of lines and as it was."
    )
    parser.add_argument("first_sight", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--sets", type=int, default=13)
    arguments = parser.parse_args()
    toolkit, golds = load_toolkit(), {gold.name: gold for gold in load_gold(arguments.pages)}
    samples = {
        name: sample(golds[name], blocks, toolkit)
        for name, blocks in read_table(arguments.first_sight)
        if name in golds
    }
    sums: dict[bool, dict[str, list[float]]] = {one: defaultdict(lambda: [0.0, 0.0]) for one in (False, True)}
    later: set[str] = set()
    count = 0
    for commit, before, pages in [*sets()][: arguments.sets]:
        later |= {page.parent.relative_to(ROOT / PAGES).as_posix() for page in pages}
        count += len(pages)
        packed = subprocess.run(["git", "archive", before, "src"], cwd=ROOT, capture_output=True, check=True).stdout
        with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
            weights = Path(folder) / "weights.npz"
            save(fit([one for name, one in samples.items() if name not in later]), weights)
            for with_weights, counts in sums.items():
                for name, one in score(f"{folder}/src", weights if with_weights else None, pages).items():
                    counts[name] = [counts[name][0] + one[0], counts[name][1] + one[1]]
        print(f"{commit[:8]}: {len(pages)} pages", flush=True)
    print(f"\n| {count} pages | as it was | with weights of the sets before |\n|---|---|---|")
    for name in MEASURES:
        shares = [f"{one[name][0] / one[name][1]:.1%}" if one[name][1] else "–" for one in sums.values()]
        print(f"| {name} | {shares[0]} | {shares[1]} |")


if __name__ == "__main__":
    main()
