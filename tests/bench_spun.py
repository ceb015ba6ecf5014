"""Measure the detector of spun text: clean articles, and the same spun by lists that the detector never loads.

Articles are the gold texts of at least 500 characters of ``shared/html-dev``; where they are absent the script says so and
stops. It also takes a random half of the known swaps and terms away, ten times, and looks at seed 003 again.

    python tests/bench_spun.py
"""

import json
import random
import sys
import tarfile
from pathlib import Path

from opencc import OpenCC

from jiaodong_corpus.api import clean
from jiaodong_corpus.spun import SPUN, find_spun
from jiaodong_corpus.spun_lexicon import SpunLexicon
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT.parent / "shared" / "html-dev" / "pages.tar.xz"
MIN_LENGTH, DRAWS = 500, 10


def spin(hans: str, name: str) -> str:
    """Return a Simplified text as the tool would spin it, Simplified again where the tool is for Traditional text."""
    text = OpenCC("s2t").convert(hans) if name == "c" else hans
    for line in (ROOT / "tests" / "spun" / f"tool_{name}.tsv").read_text("utf-8").splitlines():
        original, replacement = line.split("\t")[:2]
        text = text.replace(original, replacement)
    return OpenCC("t2s").convert(text) if name == "c" else text


def texts() -> list[str]:
    """Return the Simplified texts that are long enough."""
    with tarfile.open(PAGES) as archive:
        files = (archive.extractfile(one) for one in archive if one.name.endswith(".json"))
        pages = [json.load(file) for file in files if file]
    return [page["text"] for page in pages if page["script"] != "hant" and len(page["text"]) >= MIN_LENGTH]


def score(hans: str, toolkit: Toolkit, lexicon: SpunLexicon | None = None) -> float:
    """Return the score of a text without headline and furniture."""
    return find_spun(hans, list(toolkit.segmenter.cut(hans)), (), "", lexicon or toolkit.spun).score


def half(lexicon: SpunLexicon, chance: random.Random) -> SpunLexicon:
    """Return the lexicon with every second swap and term, by chance."""
    swaps = {word: found for word, found in lexicon.swaps.items() if chance.random() < 0.5}
    impossible = {word: likely for word, likely in lexicon.impossible.items() if chance.random() < 0.5}
    return SpunLexicon(impossible, tuple(one for one in lexicon.terms if chance.random() < 0.5), swaps)


def main() -> None:
    """Print how many articles are flagged."""
    toolkit = load_toolkit()
    seed = clean(next((ROOT / "seeds").glob("003*")), toolkit=toolkit).articles[0].hans.text
    scores = [score(seed, toolkit, half(toolkit.spun, random.Random(draw))) for draw in range(DRAWS)]
    print(f"seed 003 with half of the lists: {sum(one >= SPUN for one in scores)} of {DRAWS} draws flagged")
    if not PAGES.exists():
        sys.exit(f"{PAGES} is absent: no articles to measure on")
    articles = texts()
    print(f"clean: {sum(score(one, toolkit) >= SPUN for one in articles)} of {len(articles)} flagged")
    for name in "abc":
        flagged = sum(score(spin(one, name), toolkit) >= SPUN for one in articles)
        print(f"tool {name}: {flagged} of {len(articles)} flagged ({flagged / len(articles):.1%})")


if __name__ == "__main__":
    main()
