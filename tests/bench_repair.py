"""Measure repairs: byte slips made from news text, and what repairs do to clean text.

Slips are made the way scrapers make them: a character with the GBK trail byte A3 loses its lead byte, and what follows is
read one byte off up to the next character with an ASCII trail byte, or to the end of its paragraph. Texts are the gold
texts of the 301 real pages of ``shared/html-dev`` (Simplified ones by OpenCC's s2tw); where they are absent the script
says so and stops.

    python tests/bench_repair.py [--count 5000] [--seed 1]
"""

import argparse
import json
import random
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from opencc import OpenCC

from jiaodong_corpus.evidence import Evidence
from jiaodong_corpus.gbk import PRIVATE, pair_code
from jiaodong_corpus.repair import repair
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

PAGES = Path(__file__).resolve().parents[2] / "shared" / "html-dev" / "pages.tar.xz"
# First bytes of the character behind the lost one, with which A3 is a full-width mark: ！（），：；？
MARK_BYTES = frozenset(b"\xa1\xa8\xa9\xac\xba\xbb\xbf")
FOLD = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
MIN_PARAGRAPH = 30


@dataclass(frozen=True)
class Slip:
    """A paragraph with a slip, the paragraph as it was, and its page without it."""

    damaged: str
    whole: str
    page: str
    to_end: bool


def make_slip(paragraph: str, page: str, chance: random.Random) -> Slip | None:
    """Damage a paragraph at one place; None where no character can lose its byte."""
    codes = [pair_code(char) for char in paragraph]
    places = [
        place
        for place, (code, following) in enumerate(pairwise(codes))
        if code[1:] == b"\xa3" and following[:1] and following[0] in MARK_BYTES
    ]
    if not places:
        return None
    place = chance.choice(places)
    end = place + 1
    data = b"\xa3"
    while end < len(paragraph) and codes[end]:
        data += codes[end]
        end += 1
        if data[-1] < 0x81:
            break
    garbled = "?" + data.decode("gb18030", "replace").replace("\ufffd", "?")
    damaged = paragraph[:place] + garbled + paragraph[end:]
    return Slip(damaged, paragraph, page.replace(paragraph, ""), data[-1] >= 0x81)


def texts() -> Iterator[tuple[str, str]]:
    """Yield script and text of each page."""
    with tarfile.open(PAGES) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".json") else None
            if file:
                page = json.load(file)
                yield page["script"], page["text"]


def measure_slips(pages: list[str], count: int, chance: random.Random, toolkit: Toolkit) -> None:
    """Print what became of slips."""
    paragraphs = [(line, page) for page in pages for line in page.split("\n") if len(line) >= MIN_PARAGRAPH]
    results: Counter[tuple[str, str, str]] = Counter()
    made = 0
    while made < count:
        slip = make_slip(*chance.choice(paragraphs), chance)
        if slip is None:
            continue
        made += 1
        kind = "to the end" if slip.to_end else "bytes whole"
        forms = {"as received": slip.damaged, "marks folded": slip.damaged.translate(FOLD)}
        if PRIVATE.search(slip.damaged):
            forms["private-use dropped"] = PRIVATE.sub("", slip.damaged)
        for name, damaged in forms.items():
            text, edits, doubts = repair(damaged, Evidence(slip.page + "\n" + damaged, toolkit.language))
            touched = any(edit.rule == "lost-byte" for edit in edits)
            right = text.translate(FOLD) == slip.whole.translate(FOLD)
            outcome = "restored" if right else "wrong" if touched else "flagged" if doubts else "missed"
            results[name, kind, outcome] += 1
    for name, kind in sorted({key[:2] for key in results}):
        row = {outcome: results[name, kind, outcome] for outcome in ("restored", "flagged", "missed", "wrong")}
        total = sum(row.values())
        print(
            f"{name:<20} {kind:<12} {total:>5}  " + "  ".join(f"{key} {n} ({n / total:.1%})" for key, n in row.items())
        )


def measure_clean(pages: list[str], toolkit: Toolkit) -> None:
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
    print(f"clean text: {sum(map(len, pages))} characters, edits and flags {dict(found)}")


def main() -> None:
    """Run both measures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if not PAGES.exists():
        sys.exit(f"{PAGES} is absent: nothing to measure on")
    toolkit = load_toolkit()
    to_hant = OpenCC("s2tw").convert
    pages = [(script, text) for script, text in texts() if text]
    measure_clean([text for _, text in pages], toolkit)
    measure_clean([to_hant(text) for script, text in pages if script != "hant"], toolkit)
    hant = [text if script == "hant" else to_hant(text) for script, text in pages]
    measure_slips(hant, args.count, random.Random(args.seed), toolkit)


if __name__ == "__main__":
    main()
