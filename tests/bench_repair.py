"""Measure repairs: byte slips made from news text, and what repairs do to clean text.

Slips are made byte by byte (``make_slips``), at any character with the second byte A3, as three decoders read them.
Texts are the gold texts of the 301 real pages of ``shared/html-dev`` (Simplified ones by OpenCC's s2tw); where they are
absent the script says so and stops.

    python tests/bench_repair.py [--count 5000] [--seed 1] [--wrong]
"""

import argparse
import json
import random
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from make_slips import FOLD, PRIVATE, Slip, apart, slips
from opencc import OpenCC

from jiaodong_corpus.evidence import Evidence
from jiaodong_corpus.repair import repair
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

PAGES = Path(__file__).resolve().parents[2] / "shared" / "html-dev" / "pages.tar.xz"
BROWSERS, STRICT = ("browser", "gb18030"), ("gbk",)
OUTCOMES = ("restored", "flagged", "missed", "wrong")


def texts() -> Iterator[tuple[str, str]]:
    """Yield script and text of each page."""
    with tarfile.open(PAGES) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".json") else None
            if file:
                page = json.load(file)
                yield page["script"], page["text"]


def plain(text: str) -> str:
    """Return a text without what other repairs change (spaces), and with half-width forms."""
    return "".join(text.translate(FOLD).split())


def outcome(slip: Slip, damaged: str, toolkit: Toolkit) -> tuple[str, str]:
    """Return what became of a slip, and the text."""
    text, edits, doubts = repair(damaged, Evidence(f"{slip.page}\n{damaged}", toolkit.language))
    if plain(text) == plain(slip.whole):
        return "restored", text
    if any(edit.rule in {"lost-byte", "pushed-in"} for edit in edits):
        return "wrong", text
    return ("flagged" if doubts else "missed"), text


def forms(pages: list[str], count: int, seed: int) -> Iterator[tuple[str, Slip, str]]:
    """Yield slips of each form: its name, the slip, and the paragraph in this form."""
    for slip in islice(slips(pages, random.Random(seed), BROWSERS), count):
        yield "bytes whole", slip, slip.damaged
        yield "bytes whole, folded", slip, slip.damaged.translate(FOLD)
        if slip.private:
            yield "private dropped", slip, PRIVATE.sub("", slip.damaged)
            yield "private dropped, folded", slip, PRIVATE.sub("", slip.damaged).translate(FOLD)
    for slip in islice(slips(pages, random.Random(seed + 1), BROWSERS, readings=True), count // 4):
        yield "with readings", slip, slip.damaged
    for slip in islice(slips(pages, random.Random(seed + 2), STRICT), count // 4):
        yield "strict decoder", slip, slip.damaged
    for slip in islice(apart(pages, random.Random(seed + 3)), count // 4):
        yield "readings between bytes", slip, slip.damaged


def measure_slips(pages: list[str], args: argparse.Namespace, toolkit: Toolkit) -> None:
    """Print what became of slips."""
    results: Counter[tuple[str, str, str]] = Counter()
    begun = time.process_time()
    for name, slip, damaged in forms(pages, args.count, args.seed):
        became, text = outcome(slip, damaged, toolkit)
        results[name, "to the end" if slip.to_end else "in the midst", became] += 1
        if args.wrong and became in {"wrong", "missed"}:
            print(f"{became} ({name}): {damaged}\n  {text}\n  {slip.whole}")
    spent = time.process_time() - begun
    for name, kind in sorted({key[:2] for key in results}):
        total = sum(results[name, kind, one] for one in OUTCOMES)
        row = "  ".join(
            f"{one} {results[name, kind, one]} ({results[name, kind, one] / total:.1%})" for one in OUTCOMES
        )
        print(f"{name:<24} {kind:<13} {total:>5}  {row}")
    print(f"{spent / sum(results.values()) * 1000:.0f} ms of CPU for each")


def measure_clean(name: str, pages: list[str], toolkit: Toolkit) -> None:
    """Print the edits that repairs make to clean text, spaces and invisible characters aside."""
    found: Counter[str] = Counter()
    for page in pages:
        evidence = Evidence(page, toolkit.language)
        for line in filter(str.strip, page.split("\n")):
            _, edits, doubts = repair(line, evidence)
            found.update(
                edit.rule for edit in edits if edit.rule not in {"space", "edge-space", "invisible", "control"}
            )
            found.update(doubt.name for doubt in doubts)
    print(f"clean text, {name}: {sum(map(len, pages))} characters, edits and flags {dict(found)}")


def main() -> None:
    """Run both measures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", action="store_true", help="print what went wrong, and what was missed")
    args = parser.parse_args()
    if not PAGES.exists():
        sys.exit(f"{PAGES} is absent: nothing to measure on")
    toolkit = load_toolkit()
    to_hant = OpenCC("s2tw").convert
    pages = [(script, text) for script, text in texts() if text]
    hant = [text if script == "hant" else to_hant(text) for script, text in pages]
    for name, some in (("as printed", [text for _, text in pages]), ("Traditional", hant)):
        measure_clean(name, some, toolkit)
        measure_clean(f"{name}, folded", [text.translate(FOLD) for text in some], toolkit)
    measure_slips(hant, args, toolkit)


if __name__ == "__main__":
    main()
