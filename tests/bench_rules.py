"""What each rule is worth: the pages on which it gave a label, scored once more without it.

A rule is what `jdc explain` names: an entry of the lexicon, or a label that code puts. Where a page comes out better without a
rule, the rule is too wide; where no page comes out otherwise, it may go. A rule of few pages says little either way: look at the
pages before it is changed. The pages are those of the fixtures and, where `shared/html-dev` is present, real ones, as HTML and as
text dumps. It takes about half an hour.

    python tests/bench_rules.py [--pages 200] [--rule NAME]
"""

import argparse
import random
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench_html_dev import SHARED, as_dump, as_html, extract, load_metric

from jiaodong_corpus.draft import Draft
from jiaodong_corpus.evaluate import FIELDS, Gold, load_gold, score
from jiaodong_corpus.lexicon.sieve import Sieve
from jiaodong_corpus.model import Label, RawPage
from jiaodong_corpus.pipeline import read_and_process
from jiaodong_corpus.read import plan_file
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

PAGES = Path(__file__).parent / "pages"
# How a page is scored: the sum of some shares 0..1.
Score = Callable[[], float]


class Watched:
    """Notes the rules that give labels while it is asked to, and leaves one out."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self.left_out = ""
        put, matching, of = Draft.put, Sieve.matching, Sieve.of

        def watched_put(draft: Draft, index: int, label: Label, rule: str) -> None:
            self.used.add(rule)
            if rule != self.left_out:
                put(draft, index, label, rule)

        def watched_matching(sieve: Sieve[Any], text: str) -> Iterator[Any]:
            for entry in matching(sieve, text):
                self.used.add(entry.name)
                if entry.name != self.left_out:
                    yield entry

        def watched_of(sieve: Sieve[Any], text: str) -> list[Any]:
            return [entry for entry in of(sieve, text) if entry.name != self.left_out]

        for owner, name, watched in (
            (Draft, "put", watched_put),
            (Sieve, "matching", watched_matching),
            (Sieve, "of", watched_of),
        ):
            patch.object(owner, name, watched).start()


def fixture(gold: Gold, toolkit: Toolkit) -> Score:
    """Score a page of the fixtures: labels, text, boundaries and metadata count alike."""

    def scored() -> float:
        found = score(gold, read_and_process(plan_file(gold.page), toolkit))
        fields = [ratio for name, ratio in found.ratios.items() if name in FIELDS]
        of = sum(ratio.of for ratio in fields)
        text = (found.share("text kept") + found.share("text clean")) / 2
        right = sum(ratio.right for ratio in fields) / of if of else 1.0
        return found.share("labels by character") + text + found.share("article boundaries") + right

    return scored


def real_pages(toolkit: Toolkit) -> Iterator[tuple[str, Score]]:
    """Yield the pages of `html-dev`, in both forms, each with its score: the F1 of its text."""
    metric = load_metric(SHARED)
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(SHARED / "pages.tar.xz") as archive:
            archive.extractall(place, filter="data")
        pages = [(page, metric.decode(page)) for page in metric.load(place) if page["genre"] == "news"]

    def scored(page: Any, raw: RawPage) -> Score:  # noqa: ANN401 - what the metric takes
        return lambda: metric.prf(extract(raw, toolkit)["text"], page)[2]

    for number, (page, text) in enumerate(pages):
        for form, made in (("HTML", as_html), ("dump", as_dump)):
            yield f"real page {number} as {form}", scored(page, made(text))


def main() -> None:
    """Print for each rule by how much its pages come out worse without it, those that come out better first."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--pages", type=int, default=200, help="of a rule of more pages so many, drawn at random")
    options.add_argument("--rule", help="only this one, page by page")
    chosen = options.parse_args()
    toolkit, watched = load_toolkit(), Watched()
    pages = [(gold.name, fixture(gold, toolkit)) for gold in load_gold(PAGES)]
    pages += real_pages(toolkit) if (SHARED / "pages.tar.xz").exists() else ()
    whole: list[float] = []
    users: defaultdict[str, list[int]] = defaultdict(list)
    for place, (_, scored) in enumerate(pages):
        watched.used.clear()
        whole.append(scored())
        for rule in sorted(watched.used):
            users[rule].append(place)
    chance, rows = random.Random(1), []
    for rule in [chosen.rule] if chosen.rule else sorted(users):
        watched.left_out = rule
        tried = chance.sample(users[rule], min(chosen.pages, len(users[rule])))
        lost = {pages[place][0]: whole[place] - pages[place][1]() for place in tried}
        told = [value for value in lost.values() if value]
        rows.append(
            (sum(told), rule, len(users[rule]), sum(value > 0 for value in told), sum(value < 0 for value in told))
        )
        for name, value in sorted(lost.items(), key=lambda one: one[1]) if chosen.rule else ():
            print(f"{value:+8.3f}  {name}")
    for value, rule, count, worse, better in sorted(rows):
        print(f"{value:+8.2f}  {rule:40s} {count:5d} pages, worse without it {worse}, better {better}")


if __name__ == "__main__":
    main()
