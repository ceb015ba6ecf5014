"""Pages that nobody wrote, by the ten thousand: none may crash, hang or break a promise.

    python tests/fuzz.py [--inputs 100000] [--first N] [--seed N] [--html FOLDER] [--keep FOLDER] [--seconds S]

An input follows from the seed and its number. Each is cleaned in a process that ends where an input takes too long, and all
promises of ``promises.py`` are tried on what comes out; what breaks one is written to a folder, with how. The exit code is 1 if
anything was found.
"""

import argparse
import multiprocessing
import signal
import time
import traceback
from multiprocessing.context import ForkProcess
from pathlib import Path
from random import Random

from made_pages import Made, broken_off, built, mutated, real_lines, real_pages
from promises import CHECKS, what_is_shown_is_harmless

from jiaodong_corpus.model import RawPage, Source
from jiaodong_corpus.pipeline import PageResult, process
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

# So many seconds of CPU may an input take, and so many more for each 100,000 bytes.
LIMIT, LIMIT_OF_BYTES = 5.0, 5.0
# Most inputs are a few lines, which try as many odd neighbours in a tenth of the time; two in so many are whole pages, and one is
# a page that breaks off.
PAGES = 20
FEW_LINES, FEW_BYTES = 3, 300
# One in so many is cleaned twice, and shown as a terminal would show it.
TWICE = 20
TOLD_EVERY = 1_000


def check(made: Made, toolkit: Toolkit, twice: bool) -> PageResult:
    """Clean an input and assert all that is promised of it."""
    content, media_type = made
    page = RawPage(Source("page", media_type=media_type), content)
    result = process(page, toolkit)
    rejection = result.rejection
    assert rejection is None or rejection.kind == "no_article" or rejection.stage == "decode", rejection
    assert (rejection is None) == bool(result.records)
    if result.labelled is not None:
        for one in CHECKS:
            one(result)
    if twice:
        assert process(page, toolkit) == result
        what_is_shown_is_harmless(result)
    return result


class Fuzz:
    """Inputs by their numbers, and what was found of them; ``slowest`` is (milliseconds per kilobyte, number)."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.toolkit = load_toolkit()
        self.lines, self.pages = real_lines(), real_pages(*options.html)
        self.number = multiprocessing.Value("q", options.first)
        self.records, self.found = multiprocessing.Value("q", 0), multiprocessing.Value("q", 0)
        self.longest = multiprocessing.Array("d", 2)

    def make(self, number: int) -> Made:
        """Return the input of that number."""
        chance, whole = Random(f"{self.options.seed} {number}"), number % PAGES < 2
        if number % PAGES == 2:
            return broken_off(chance, self.pages)
        if number % 2:
            return mutated(chance, self.pages, *(() if whole else (FEW_BYTES,)))
        return built(chance, self.lines, self.toolkit.scripts, *(() if whole else (FEW_LINES,)))

    def keep(self, number: int, how: str) -> None:
        """Write down an input and what is wrong with it."""
        self.found.value += 1
        self.options.keep.mkdir(parents=True, exist_ok=True)
        content, media_type = self.make(number)
        (self.options.keep / f"{self.options.seed}-{number}.page").write_bytes(content)
        (self.options.keep / f"{self.options.seed}-{number}.how").write_text(f"{media_type}\n{how}", encoding="utf-8")
        print(f"{number} ({media_type}, {len(content)} bytes): {how.strip().splitlines()[-1][:200]}", flush=True)

    def work(self) -> None:
        """Try inputs, from the one that is next, until all are tried or one ends this process."""
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
        end, until = self.options.first + self.options.inputs, self.options.until
        while self.number.value < end and time.time() < until:
            number = self.number.value
            made = self.make(number)
            limit = LIMIT + LIMIT_OF_BYTES * len(made[0]) / 100_000
            signal.setitimer(signal.ITIMER_VIRTUAL, limit)
            start = time.process_time()
            try:
                self.records.value += len(check(made, self.toolkit, number % TWICE == 0).records)
            except Exception:
                self.keep(number, traceback.format_exc())
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            took = time.process_time() - start
            if took > self.longest[0]:
                self.longest[:] = [took, number]
            self.number.value += 1
            if self.number.value % TOLD_EVERY == 0:
                print(f"{self.number.value - self.options.first} inputs", flush=True)

    def run(self) -> int:
        """Try all inputs; return how many broke a promise, ended their process or took too long."""
        start = time.time()
        end, until = self.options.first + self.options.inputs, self.options.until
        while self.number.value < end and time.time() < until:
            worker = ForkProcess(target=self.work)
            worker.start()
            worker.join()
            if worker.exitcode:
                self.keep(self.number.value, f"the process ended with {worker.exitcode}: a crash or, at -26, too slow")
                self.number.value += 1
        count = self.number.value - self.options.first
        print(
            f"{count} inputs in {time.time() - start:.0f} s, {self.records.value} records; the slowest, {self.longest[1]:.0f}, "
            f"took {self.longest[0]:.2f} s; {self.found.value} found"
        )
        return int(self.found.value)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--html", type=Path, action="append", default=[], help="a folder of HTML pages to take, too")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"), help="where inputs go that break something")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end after so many")
    options = parser.parse_args()
    options.until = time.time() + options.seconds
    raise SystemExit(Fuzz(options).run() > 0)


if __name__ == "__main__":
    main()
