"""How dear both scripts are, and how right, against plain OpenCC. Nothing is asserted.

    python tests/bench_script.py                    # cost on the clean pages of seeds and fixtures, errors on the cases
    python tests/bench_script.py --pages PAGES      # what changes on the real pages of html-dev (a .tar.xz), there and back
    python tests/bench_script.py --pairs FILE       # errors on pairs: Traditional, tab, Simplified, one pair a line

The cost is CPU time in one process, the least of some rounds, on the texts that records are made of; ratios first. Plain
OpenCC gets each record's texts in one call, too. Pairs are for gold that may not be in the repository, such as CC-CEDICT or the
treebanks UD_Chinese-GSD and GSDSimp.
"""

import argparse
import json
import tarfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from opencc import OpenCC

from jiaodong_corpus import build, pipeline
from jiaodong_corpus.model import RawPage, Source
from jiaodong_corpus.normalize import keep_printed, simplify, traditionalize
from jiaodong_corpus.script_quality import is_good, measure
from jiaodong_corpus.segment import segment
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

ROOT = Path(__file__).parents[1]
Convert = Callable[[str], str]


def is_ideograph(char: str) -> bool:
    """Tell whether a character is a Chinese one."""
    return "\u3400" <= char <= "\u9fff" or char > "\U00020000"


def to_hant(hans: str, toolkit: Toolkit) -> str:
    """Return Simplified text in Traditional, cut into words first."""
    return toolkit.scripts.to_hant(hans, list(toolkit.segmenter.cut(hans)))


def calls_of(toolkit: Toolkit) -> list[dict[str, tuple[Any, ...]]]:
    """Return the arguments of each stage, for every record of a Simplified page of seeds and fixtures."""
    calls: list[dict[str, tuple[Any, ...]]] = []
    stages: dict[str, Callable[..., Any]] = {"simplify": simplify, "segment": segment, "traditionalize": traditionalize}

    def watched(name: str) -> Callable[..., Any]:
        def watch(*arguments: Any) -> Any:  # noqa: ANN401 - whatever the stage takes and gives
            if name == "simplify":
                calls.append({})
            # What can be gone through only once is kept.
            calls[-1][name] = tuple(list(one) if isinstance(one, Iterator) else one for one in arguments)
            return stages[name](*calls[-1][name])

        return watch

    for path in sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/pages/*/page.txt")]):
        before = len(calls)
        with ExitStack() as patches:
            for name in stages:
                patches.enter_context(patch.object(build, name, watched(name)))
            result = pipeline.process(RawPage(Source(path.name, media_type="text/plain"), path.read_bytes()), toolkit)
        scripts = [record.script for record in result.records]
        calls[before:] = [call for call, script in zip(calls[before:], scripts, strict=True) if script == "zh-Hans"]
    return calls


def show_cost(toolkit: Toolkit, rounds: int) -> None:
    """Print what the stages of both scripts cost beside OpenCC and beside segmentation."""
    calls = calls_of(toolkit)
    printed = ["\n".join(call["simplify"][0]) for call in calls]
    hans = ["\n".join(call["traditionalize"][0]) for call in calls]
    spans = [call["segment"][1] for call in calls]
    t2s, s2tw = OpenCC("t2s").convert, OpenCC("s2tw").convert
    runs: dict[str, Callable[[], object]] = {
        "plain t2s": lambda: [t2s(text) for text in printed],
        "plain s2tw": lambda: [s2tw(text) for text in hans],
        "hans": lambda: [simplify(*call["simplify"]) for call in calls],
        "hant": lambda: [traditionalize(*call["traditionalize"]) for call in calls],
        "detection": lambda: [
            [toolkit.scripts.detect(call["simplify"][0][-1][start:end]) for start, end in lines]
            for call, lines in zip(calls, spans, strict=True)
        ],
        "segmentation": lambda: [segment(*call["segment"]) for call in calls],
    }
    times = dict.fromkeys(runs, float("inf"))
    for name, run in (pair for _ in range(rounds) for pair in runs.items()):
        start = time.process_time()
        run()
        times[name] = min(times[name], time.process_time() - start)
    stage = times["hans"] + times["hant"] + times["detection"]
    print(f"{len(calls)} records of Simplified pages, {sum(map(len, printed)):,} characters")
    print(f"hant: {times['hant'] / times['plain s2tw']:.2f} x plain s2tw")
    print(f"whole script stage: {stage / times['segmentation']:.2f} x segmentation")
    for name, spent in times.items():
        print(f"  {name:<14}{1000 * spent:7.2f} ms")


def wrong(made: str, gold: str, same: Callable[[str, str], bool]) -> int:
    """Count the characters that are not those of the gold."""
    return sum(one != other and not same(one, other) for one, other in zip(made, gold, strict=True))


def show_errors(name: str, pairs: Sequence[tuple[str, str]], toolkit: Toolkit) -> None:
    """Print how many characters of Traditional and Simplified pairs each way gets wrong; the Traditional comes first."""
    plain = {"to hans": OpenCC("t2s").convert, "to hant": OpenCC("s2tw").convert}
    ours = {"to hans": toolkit.scripts.to_hans, "to hant": lambda hans: to_hant(hans, toolkit)}
    count = sum(map(is_ideograph, "".join(hant for hant, _ in pairs)))
    print(
        f"{name}: {len(pairs):,} pairs, {count:,} ideographs; of several forms that the gold or good print has, any is right"
    )
    for way, opencc in plain.items():
        golds: dict[str, list[str]] = {}
        for hant, hans in pairs:
            one, other = (hant, hans) if way == "to hans" else (hans, hant)
            golds.setdefault(one, []).append(other)
        same = toolkit.scripts.is_usage if way == "to hant" else str.__eq__
        for who, convert in (("OpenCC", opencc), ("here", ours[way])):
            errors = sum(min(wrong(convert(one), gold, same) for gold in some) for one, some in golds.items())
            print(f"  {way} {who:<7} {errors:6,} wrong ({errors / count:.3%})")


def show_pages(pages: Path, toolkit: Toolkit) -> None:
    """Print what changes of the gold texts of real pages: Simplified ones in hans, Traditional ones in hant."""
    with tarfile.open(pages) as archive:
        golds = [
            json.loads(file.read())["text"]
            for member in archive
            if member.name.endswith(".json") and (file := archive.extractfile(member)) is not None
        ]
    read: dict[str, int] = {}
    changed: dict[str, int] = {}
    for text in golds:
        script = toolkit.scripts.detect(text).script
        hans = simplify([text], toolkit.scripts)
        if script == "zh-Hant":
            made = traditionalize(hans, [list(toolkit.segmenter.cut(hans[0]))], toolkit.scripts)
            good = is_good(asdict(measure(text, made[0], toolkit.scripts)))
            script = "zh-Hant, good, in hant" if good else "zh-Hant, a converter's, in hant"
            made = keep_printed([text], made, toolkit.scripts) if good else made
        else:
            script, made = f"{script}, in hans", hans
        read[script] = read.get(script, 0) + sum(map(is_ideograph, text))
        differ = sum(is_ideograph(one) and one != other for one, other in zip(text, made[0], strict=True))
        changed[script] = changed.get(script, 0) + differ
    for script, count in sorted(read.items()):
        print(f"{script}: {changed[script]} of {count:,} ideographs changed")

    show_round_trips([text for text in golds if toolkit.scripts.detect(text).script == "zh-Hans"], toolkit)


def show_round_trips(texts: Sequence[str], toolkit: Toolkit) -> None:
    """Print what is not as it was of Simplified texts that converters made Traditional and that are Simplified again."""
    plain, t2s = OpenCC("s2t").convert, OpenCC("t2s").convert
    converters: dict[str, Convert] = {name: OpenCC(name).convert for name in ("s2t", "s2tw", "s2hk")}
    converters["one by one"] = lambda text: "".join(map(cache(plain), text))
    golds = [toolkit.scripts.to_hans(text) for text in texts]
    count = sum(map(is_ideograph, "".join(golds)))
    for name, convert in converters.items():
        made = list(map(convert, golds))
        for who, back in (("t2s", t2s), ("here", toolkit.scripts.to_hans)):
            errors = sum(wrong(back(text), gold, str.__eq__) for text, gold in zip(made, golds, strict=True))
            print(
                f"made Traditional by {name}, back by {who}: {errors} of {count:,} ideographs wrong ({errors / count:.4%})"
            )


def main() -> None:
    """Run what the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--pages", type=Path)
    options.add_argument("--pairs", type=Path)
    options.add_argument("--rounds", type=int, default=7)
    chosen = options.parse_args()
    toolkit = load_toolkit()
    if chosen.pages:
        return show_pages(chosen.pages, toolkit)
    if chosen.pairs:
        lines = [line.split("\t")[:2] for line in chosen.pairs.read_text("utf-8").splitlines() if "\t" in line]
        return show_errors(chosen.pairs.name, [(a, b) for a, b in lines if len(a) == len(b)], toolkit)
    show_cost(toolkit, chosen.rounds)
    cases = json.loads((ROOT / "tests" / "cases" / "both_ways.json").read_text("utf-8"))
    return show_errors("cases", [(case["hant"], case["hans"]) for case in cases], toolkit)


if __name__ == "__main__":
    main()
