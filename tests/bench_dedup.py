"""How many copies are found, and how many are found that are none, on pages made from clean ones. Nothing is asserted.

    python tests/bench_dedup.py                         # the gold texts of html-dev, changed in seven ways
    python tests/bench_dedup.py --sketches 1000000      # memory and time for so many records of no meaning

A copy of a text is made by furniture around it, by changing 1, 2 or 5 in 100 characters for others of the text, by cutting it in
half, by writing it in the other script, and by swapping words by a synonym list.
"""

import argparse
import json
import random
import re
import resource
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from jiaodong_corpus.corpus import Line
from jiaodong_corpus.dedup import find_duplicates
from jiaodong_corpus.reprints import Index
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT.parent / "shared" / "html-dev" / "pages.tar.xz"
SENTENCE = re.compile(r"[^。!?！？\n]+[。!?！？”]*")
FURNITURE = (
    "本网讯 记者报道\n{}\n(责任编辑:本站)\n相关阅读:区域一体化再提速 城市群建设现场会召开\n关注本站公众号获取更多资讯"
)
# A shorter text is a notice or a caption; two of them share their form.
MIN_TEXT = 200


def record(identity: str, text: str, spun: bool = False) -> Line:
    """Return what of a record tells copies apart."""
    flags = [{"name": "spun", "evidence": ""}] if spun else []
    return {
        "id": identity, "text": text, "hans": {"text": text}, "sentences": [match.span() for match in SENTENCE.finditer(text)],
        "quality": {"flags": flags, "measures": {}}, "edits": [], "outlet": None, "published": None,
    }  # fmt: skip


def changed(share: float) -> Callable[[str, random.Random], str]:
    """Return what changes a share of the characters of a text."""

    def change(text: str, chance: random.Random) -> str:
        return "".join(chance.choice(text) if char.isalnum() and chance.random() < share else char for char in text)

    return change


def swaps() -> list[tuple[str, str]]:
    """Return a synonym list that the detector of spun text never loads."""
    lines = (ROOT / "tests" / "spun" / "tool_a.tsv").read_text("utf-8").splitlines()
    return [(word, other) for word, other, *_ in (line.split("\t") for line in lines)]


def texts() -> list[str]:
    """Return the gold texts of the development pages that are long enough, each once."""
    with tarfile.open(PAGES) as archive:
        files = (archive.extractfile(one) for one in archive if one.name.endswith(".json"))
        pages = [json.load(file) for file in files if file]
    return [text for text in dict.fromkeys(page["text"] for page in pages) if len(text) >= MIN_TEXT]


def measure(originals: list[str], toolkit: Toolkit, pairs: list[tuple[str, str]]) -> None:
    """Print the share of copies found, of each kind, and the pairs that are none."""

    def spin(text: str, _: random.Random) -> str:
        for word, other in pairs:
            text = text.replace(word, other)
        return text

    def other_script(text: str, _: random.Random) -> str:
        hant = toolkit.scripts.traditionalizer.convert(text)
        return toolkit.scripts.to_hans(hant)

    ways: dict[str, Callable[[str, random.Random], str]] = {
        "furniture": lambda text, _: FURNITURE.format(text),
        "1 % changed": changed(0.01), "2 % changed": changed(0.02), "5 % changed": changed(0.05),
        "first half": lambda text, _: text[: len(text) // 2], "other script": other_script, "spun": spin,
    }  # fmt: skip
    wrong: dict[tuple[int, int], str] = {}
    for name, way in ways.items():
        chance = random.Random(name)
        records = [record(f"a{number:05}", text) for number, text in enumerate(originals)]
        records += [record(f"b{number:05}", way(text, chance), name == "spun") for number, text in enumerate(originals)]
        index = Index()
        for one in records:
            index.add(one)
        count = len(originals)
        found = list(index.pairs(records))
        hit = {pair.one % count for pair in found if pair.one % count == pair.other % count}
        for pair in found:
            first, second = sorted((pair.one % count, pair.other % count))
            if first != second:
                wrong[first, second] = f"{pair.kind} {pair.measure:.2f} ({name})"
        kinds = Counter(pair.kind for pair in found if pair.one % count == pair.other % count)
        print(f"{name:<14}{len(hit) / count:7.2%} of {count} found   {dict(kinds)}")
    print(f"{len(wrong)} pairs of different texts taken for copies; look at them:")
    for places, how in wrong.items():
        print("   ", how, *(originals[place][:50].replace("\n", " ") for place in places), sep=" | ")


def sketches(count: int) -> None:
    """Print what so many records of random sentences take."""
    chance = random.Random(7)
    alphabet = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
    index = Index()
    start = time.process_time()
    for number in range(count):
        index.add(record(f"jdc-{number:016x}", "。".join("".join(chance.choices(alphabet, k=40)) for _ in range(6))))
    added = time.process_time()
    duplicates = sum(1 for _ in find_duplicates(index, index.pairs()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"{count:,} records: {peak:.2f} GB at most, {added - start:.0f} s to add, {time.process_time() - added:.0f} s to compare,"
    )
    print(f"{duplicates:,} copies among them")


def main() -> None:
    """Run what the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--sketches", type=int)
    chosen = options.parse_args()
    if chosen.sketches:
        return sketches(chosen.sketches)
    if not PAGES.exists():
        sys.exit(f"{PAGES.name}: the development pages are not here")
    toolkit = load_toolkit()
    return measure([toolkit.scripts.to_hans(text) for text in texts()], toolkit, swaps())


if __name__ == "__main__":
    main()
