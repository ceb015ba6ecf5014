"""How quick a run is: CPU time by stage, and against the naive pipeline of the field. Nothing is asserted.

    python tests/bench_speed.py                    # text pages: the seeds and the fixtures
    python tests/bench_speed.py --html FOLDER      # HTML pages, against trafilatura where that is installed
    python tests/bench_speed.py --startup          # what commands cost above bare Python
    python tests/bench_speed.py --flat [--most MB] # time a page, time a character and memory as runs and pages grow

The naive pipeline takes the text of a page, converts it with OpenCC to both scripts, cuts it with jieba, makes a pydantic
model of each token, and writes it with json. Both run in one process, in turns, on the same pages; ratios are of the
least times of some rounds.
"""

import argparse
import json
import multiprocessing
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from opencc import OpenCC
from pydantic import BaseModel

from jiaodong_corpus import build, pipeline
from jiaodong_corpus.engine import load_jieba
from jiaodong_corpus.model import RawPage, Source
from jiaodong_corpus.toolkit import Toolkit, load_toolkit
from jiaodong_corpus.write import lines_of

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
CALL = "from jiaodong_corpus.cli import main; main()"
STAGES: tuple[tuple[Any, str], ...] = (
    (pipeline, "parse"), (pipeline, "label"), (pipeline, "split"), (pipeline, "find_metadata"), (build, "simplify"),
    (build, "segment"), (build, "traditionalize"), (build, "measure"), (build, "find_spun"), (build, "find_places"),
    (build, "build"),
)  # fmt: skip


class Token(BaseModel):
    """A token as the naive pipeline holds it."""

    word: str
    start: int
    end: int


class Article(BaseModel):
    """A page as the naive pipeline holds it."""

    hans: str
    hant: str
    tokens: list[Token]


class Naive:
    """The pipeline that this field's scripts are made of."""

    def __init__(self) -> None:
        self.t2s, self.s2tw, self.jieba = OpenCC("t2s"), OpenCC("s2tw"), load_jieba(())

    def clean(self, text: str) -> str:
        """Return a page as JSON."""
        hans = self.t2s.convert("\n".join(line.strip() for line in text.splitlines() if line.strip()))
        hant = self.s2tw.convert(hans)
        words = self.jieba.tokenize(hans)
        tokens = [Token(word=word, start=start, end=end) for word, start, end in words]
        return json.dumps(Article(hans=hans, hant=hant, tokens=tokens).model_dump(), ensure_ascii=False)


def clean(page: RawPage, toolkit: Toolkit) -> int:
    """Take a page through every stage and write what a run writes; return how many characters that is."""
    result = pipeline.process(page, toolkit)
    lines = lines_of(result)
    return sum(map(len, lines.articles)) + sum(map(len, lines.audit))


@contextmanager
def clocks(times: dict[str, float]) -> Iterator[None]:
    """Time each stage while the block runs. ``build`` is what remains of it without the stages inside."""
    patches = []
    for module, name in STAGES:
        place = pipeline if name == "build" else module
        patches.append(patch.object(place, name, _timed(getattr(place, name), name, times)))
    for one in patches:
        one.start()
    yield
    for one in patches:
        one.stop()
    times["build"] -= sum(times.get(name, 0.0) for module, name in STAGES if module is build and name != "build")


def _timed(function: Callable[..., Any], name: str, times: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any) -> Any:  # noqa: ANN401 - whatever the stage takes and gives
        start = time.process_time()
        try:
            return function(*arguments)
        finally:
            times[name] = times.get(name, 0.0) + time.process_time() - start

    return timed


def least(rounds: int, *runs: Callable[[], object]) -> list[float]:
    """Return the least CPU time of each run, the runs taking turns."""
    best = [float("inf")] * len(runs)
    for _ in range(rounds):
        for place, run in enumerate(runs):
            start = time.process_time()
            run()
            best[place] = min(best[place], time.process_time() - start)
    return best


def compare(pages: list[RawPage], texts: Callable[[], list[str]], rounds: int) -> None:
    """Print ratio and stages for some pages."""
    toolkit, naive = load_toolkit(), Naive()
    ours, theirs = least(
        rounds,
        lambda: [clean(page, toolkit) for page in pages],
        lambda: [naive.clean(text) for text in texts()],
    )
    count = len(pages)
    print(f"{theirs / ours:.1f} x naive   ({count} pages, {sum(len(page.content) for page in pages) / 1e6:.2f} MB)")
    print(f"{1000 * ours / count:.2f} ms a page against {1000 * theirs / count:.2f}; {count / ours:.0f} pages a second")
    times: dict[str, float] = {}
    with clocks(times):
        (whole,) = least(1, lambda: [clean(page, toolkit) for page in pages])
    times["write"] = whole - sum(times.values())
    for name, spent in times.items():
        print(f"  {name:<14}{1000 * spent / count:7.2f} ms {spent / whole:6.1%}")
    rules = sum(times[name] for name in ("label", "split", "find_metadata"))
    print(f"  labelling, splitting and metadata: {rules / whole:.1%} of the whole")


def command(*arguments: str) -> tuple[float, float]:
    """Run Python with some arguments; return the CPU time and the wall time that it takes, its own processes included."""
    before, start = os.times(), time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after[2] + after[3] - before[2] - before[3], time.perf_counter() - start


def flat(most: int) -> None:
    """Print how time and memory grow with the number of pages and with the size of one, and what a second process brings."""
    paths = sorted([*SEEDS.glob("*.txt"), *ROOT.glob("tests/pages/*/page.txt")])
    texts = [path.read_text("utf-8", "replace") for path in paths]
    toolkit = load_toolkit()
    # What the first pages and the first damage load is no part of what the next ones take.
    _clean_all(texts, toolkit)
    for count in (100, 1_000, 10_000):
        pages = (texts[place % len(texts)] for place in range(count))
        cpu, memory = _alone([f"{text}\n{number}" for number, text in enumerate(pages)], toolkit)
        print(f"{count:>7,} pages: {1000 * cpu / count:6.2f} ms a page, {memory:5.0f} MB")
    whole = "\n".join(texts)
    for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000):
        if size <= most * 1_000_000:
            text = (whole * (size // len(whole) + 1))[: size // 3]
            cpu, memory = _alone([text] * max(1, 100_000 // size), toolkit)
            characters = len(text) * max(1, 100_000 // size)
            print(f"{size / 1000:>7,.0f} KB a page: {1e6 * cpu / characters:6.2f} us a character, {memory:5.0f} MB")
    with TemporaryDirectory() as folder:
        for number in range(1_000):
            Path(folder, f"{number:04}.txt").write_text(f"{texts[number % len(texts)]}\n{number}", "utf-8")
        for jobs in ("1", "2"):
            cpu, wall = command("-c", CALL, "clean", folder, "-q", "-j", jobs, "-o", f"{folder}/out{jobs}")
            print(f"{jobs} processes, 1,000 pages: {wall:.1f} s by the clock, {cpu:.1f} s of CPU")


def _alone(texts: list[str], toolkit: Toolkit) -> tuple[float, float]:
    """Clean texts in a process of its own; return the CPU seconds and the most memory that it took, in MB."""
    context = multiprocessing.get_context("fork")
    given, told = context.Pipe()
    # A fork has the texts and the tools; neither is handed over.
    worker = context.Process(target=lambda: told.send(_clean_all(texts, toolkit)))
    worker.start()
    found: tuple[float, float] = given.recv()
    worker.join()
    return found


def _clean_all(texts: list[str], toolkit: Toolkit) -> tuple[float, float]:
    start = time.process_time()
    for number, text in enumerate(texts):
        clean(RawPage(Source(f"{number}.txt", media_type="text/plain"), text.encode()), toolkit)
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def startup(rounds: int) -> None:
    """Print the CPU time of the command line above that of bare Python."""

    def spent(*arguments: str) -> float:
        return min(command(*arguments)[0] for _ in range(rounds))

    bare = spent("-c", "")
    for arguments in (["--help"], ["--version"], ["clean", str(SEEDS), "-q", "-o", "-"]):
        print(f"{spent('-c', CALL, *arguments) - bare:.3f} s above bare Python: jdc {arguments[0]}")
    naive = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'tests')!r}); import bench_speed; from pathlib import Path; "
        f"naive = bench_speed.Naive(); [naive.clean(page.read_text('utf-8')) for page in Path({str(SEEDS)!r}).glob('*.txt')]"
    )
    print(f"{spent('-c', naive) - bare:.3f} s above bare Python: the naive pipeline on the seeds")


def main() -> None:
    """Run what the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--html", type=Path, metavar="FOLDER", help="folder of .html files")
    options.add_argument("--startup", action="store_true")
    options.add_argument("--flat", action="store_true")
    options.add_argument("--most", type=int, default=10, metavar="MB", help="size of the largest page with --flat")
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    if chosen.startup:
        return startup(chosen.rounds)
    if chosen.flat:
        return flat(chosen.most)
    if chosen.html:
        from trafilatura import extract

        pages = [
            RawPage(Source(path.name, media_type="text/html"), path.read_bytes())
            for path in sorted(chosen.html.rglob("*.html"))
        ]
        if not pages:
            options.error(f"{chosen.html} holds no .html file (html-dev: unpack pages.tar.xz first)")
        return compare(pages, lambda: [extract(page.content) or "" for page in pages], chosen.rounds)
    paths = sorted([*SEEDS.glob("*.txt"), *ROOT.glob("tests/pages/*/page.txt")])
    pages = [RawPage(Source(path.parent.name, media_type="text/plain"), path.read_bytes()) for path in paths]
    return compare(pages, lambda: [page.content.decode("utf-8", "replace") for page in pages], chosen.rounds)


if __name__ == "__main__":
    main()
