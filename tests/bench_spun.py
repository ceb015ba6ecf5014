"""Measure the detector of spun text: clean articles, and the same spun by lists that the detector never loads.

Articles are the texts of the page fixtures, which are of the project's subject, and the gold texts of ``shared/html-dev``, which
are of all kinds, each of at least 500 characters; where the latter are absent the script says so. Of an article that is not of
the list's subject hardly a word is swapped: those of which less than 3 % of the words are stand apart. It also takes a random
half of the known swaps, pairs and terms away, ten times, and looks at seed 003 again.

    python tests/bench_spun.py
"""

import json
import random
import tarfile
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path

from opencc import OpenCC

from jiaodong_corpus.api import clean
from jiaodong_corpus.spun import SPUN, find_spun
from jiaodong_corpus.spun_lexicon import SpunLexicon
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT.parent / "shared" / "html-dev" / "pages.tar.xz"
TO_HANT, TO_HANS = OpenCC("s2t"), OpenCC("t2s")
MIN_LENGTH, DRAWS = 500, 10
# The tools for Traditional text, and from which share of words on an article is spun.
TRADITIONAL, SPUN_WORDS = "cd", 0.03


def spin(hans: str, name: str) -> str:
    """Return a Simplified text as the tool would spin it, Simplified again where the tool is for Traditional text."""
    text = TO_HANT.convert(hans) if name in TRADITIONAL else hans
    for line in (ROOT / "tests" / "spun" / f"tool_{name}.tsv").read_text("utf-8").splitlines():
        original, replacement = line.split("\t")[:2]
        text = text.replace(original, replacement)
    return TO_HANS.convert(text) if name in TRADITIONAL else text


def gold_texts() -> list[str]:
    """Return the Simplified texts of ``shared/html-dev`` that are long enough."""
    if not PAGES.exists():
        print(f"{PAGES} is absent: fixtures only")
        return []
    with tarfile.open(PAGES) as archive:
        files = (archive.extractfile(one) for one in archive if one.name.endswith(".json"))
        pages = [json.load(file) for file in files if file]
    return [page["text"] for page in pages if page["script"] != "hant" and len(page["text"]) >= MIN_LENGTH]


def fixture_texts(toolkit: Toolkit) -> list[str]:
    """Return the texts of the articles of the page fixtures that are long enough, Simplified; those of seed 003 are spun."""
    paths = [*(ROOT / "tests" / "pages").glob("*/page.txt"), *(ROOT / "seeds").glob("00[0124]*")]
    # The reason of a fixture is its folder's name; one page is there because it is spun.
    paths = [path for path in paths if not path.parent.name.startswith("farm-spun")]
    articles = (article for path in sorted(paths) for article in clean(path, toolkit=toolkit).articles)
    return [article.hans.text for article in articles if len(article.text) >= MIN_LENGTH]


def swapped_places(text: str, copy: str, toolkit: Toolkit) -> tuple[float, bytearray]:
    """Return the share of the words of a text that a copy has not in their order, and a mark for each character of the copy that is
    not the text's."""
    words, others = list(toolkit.segmenter.cut(text)), list(toolkit.segmenter.cut(copy))
    new = bytearray(b"\1" * len(copy))
    starts = [0, *accumulate(map(len, others))]
    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    for block in blocks:
        first, last = starts[block.b], starts[block.b + block.size]
        new[first:last] = bytes(last - first)
    return 1 - sum(block.size for block in blocks) / len(words), new


def score(hans: str, toolkit: Toolkit, lexicon: SpunLexicon | None = None) -> float:
    """Return the score of a text without headline and furniture."""
    return find_spun(hans, list(toolkit.segmenter.cut(hans)), (), "", lexicon or toolkit.spun).score


def half(lexicon: SpunLexicon, chance: random.Random) -> SpunLexicon:
    """Return the lexicon with every second swap, pair and term, by chance."""
    swaps = {word: found for word, found in lexicon.swaps.items() if chance.random() < 0.5}
    impossible = {word: likely for word, likely in lexicon.impossible.items() if chance.random() < 0.5}
    pairs = frozenset(pair for pair in sorted(lexicon.pairs) if chance.random() < 0.5)
    return SpunLexicon(impossible, tuple(one for one in lexicon.places if chance.random() < 0.5), pairs, swaps)


def measure(name: str, pairs: list[tuple[str, str]], toolkit: Toolkit) -> None:
    """Print how many spun copies are flagged, and how many of the phrases that are named were swapped."""
    flagged = spun = spun_flagged = named = rightly = 0
    for text, copy in pairs:
        report = find_spun(copy, list(toolkit.segmenter.cut(copy)), (), "", toolkit.spun)
        share, new = swapped_places(text, copy, toolkit)
        flagged += report.score >= SPUN
        spun += share >= SPUN_WORDS
        spun_flagged += share >= SPUN_WORDS and report.score >= SPUN
        named += len(report.phrases)
        rightly += sum(any(new[one.start : one.end]) for one in report.phrases)
    print(f"{name}: {flagged} of {len(pairs)} flagged ({flagged / len(pairs):.1%})", end="; ")
    print(f"where 3 % of the words are swapped {spun_flagged} of {spun} ({spun_flagged / spun:.1%})", end="; ")
    print(f"of {named} phrases named {rightly} were swapped ({rightly / named:.1%})")


def main() -> None:
    """Print how many articles are flagged."""
    toolkit = load_toolkit()
    seed = clean(next((ROOT / "seeds").glob("003*")), toolkit=toolkit).articles[0].hans.text
    scores = [score(seed, toolkit, half(toolkit.spun, random.Random(draw))) for draw in range(DRAWS)]
    print(f"seed 003 with half of the lists: {sum(one >= SPUN for one in scores)} of {DRAWS} draws flagged")
    for kind, articles in (("fixtures", fixture_texts(toolkit)), ("html-dev", gold_texts())):
        print(f"{kind}, clean: {sum(score(one, toolkit) >= SPUN for one in articles)} of {len(articles)} flagged")
        for name in "abcde" if articles else "":
            measure(f"{kind}, tool {name}", [(one, spin(one, name)) for one in articles], toolkit)


if __name__ == "__main__":
    main()
