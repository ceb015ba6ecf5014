"""Runs that are disturbed for a long time, held against a run that is not.

    python tests/soak.py [--pages 20000] [--kills 200] [--pages-of-kills 400] [--html FOLDER]

First a run over many pages with two processes, one of which is killed every few seconds, while memory and open files are
watched. Then a smaller run that is killed, its first process or all of them, again and again at random moments, while pages are
added, changed and taken away, and goes on each time. Both must write the bytes of a run by one process that nobody disturbed.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jiaodong_corpus.store import entries_in

ROOT = Path(__file__).parents[1]
LINES = ("articles.jsonl", "audit.jsonl", "rejected.jsonl", "pages.jsonl")
# A process of the run is killed after so many seconds, on average; the whole run after up to so many.
BETWEEN_KILLS, LONGEST_LIFE = 3.0, 5.0
# So often pages change between two kills.
CHANGES = 0.2
# Memory may grow by so much from the first quarter of the time to the last: pages differ.
MOST_GROWTH = 1.25


def make_pages(folder: Path, count: int, html: Path | None) -> None:
    """Write so many different pages, made from seeds, fixtures and, where they are, HTML pages."""
    sources = sorted(
        (*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/pages/*/page.*"), *(html.rglob("*.html") if html else ()))
    )
    chance = random.Random(11)
    folder.mkdir(parents=True)
    for number in range(count):
        source = sources[number % len(sources)]
        lines = source.read_bytes().split(b"\n")
        # Another page each time: some lines doubled, one cut off, one left out.
        for _ in range(3):
            place = chance.randrange(len(lines))
            lines[place : place + 1] = chance.choice(([lines[place]] * 2, [lines[place][: len(lines[place]) // 2]], []))
            lines = lines or [b""]
        (folder / f"{number:06}{source.suffix}").write_bytes(b"\n".join(lines))


def command(pages: Path, out: Path, jobs: int, settings: str = "") -> list[str]:
    code = f"from jiaodong_corpus import shards; {settings}\nfrom jiaodong_corpus.cli import main; main()"
    return [sys.executable, "-c", code, "clean", str(pages), "-q", "-o", str(out), "--jobs", str(jobs)]


def children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def memory(pid: int) -> float:
    """Return the memory that a process holds alone, in MB."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private")) / 1024


def open_files(pid: int) -> int:
    try:
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))
    except OSError:
        return 0


def disturbed(pages: Path, out: Path) -> list[tuple[float, float, int]]:
    """Run with two processes and kill one now and then; return (memory of the first process, of all others, open files)."""
    chance, seen, kills = random.Random(7), list[tuple[float, float, int]](), 0
    run = subprocess.Popen(command(pages, out, 2), stderr=subprocess.DEVNULL)
    while run.poll() is None:
        time.sleep(chance.uniform(0, 2 * BETWEEN_KILLS))
        workers = children(run.pid)
        if workers:
            seen.append((memory(run.pid), sum(map(memory, workers)), open_files(run.pid)))
            try:
                os.kill(chance.choice(workers), signal.SIGKILL)
                kills += 1
            except ProcessLookupError:
                continue
    print(f"  {kills} processes killed, exit code {run.returncode}")
    return seen


def killed(pages: Path, out: Path, kills: int, longest: float = LONGEST_LIFE, settings: str = "") -> None:
    """Kill a run so many times, its first process or all of them, and let it end; now and then pages change in between.

    A run that ends before it is killed is begun anew. ``settings`` is code that each process runs first.

    Raises:
        AssertionError: an output was there that was not whole.

    """
    chance, done, ended = random.Random(3), 0, 0
    while done < kills:
        run = subprocess.Popen(command(pages, out, 2, settings), stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            run.wait(timeout=chance.uniform(0, longest))
            ended += 1
            assert run.returncode in {0, 1}, run.returncode
            shutil.rmtree(out)
        except subprocess.TimeoutExpired:
            if chance.random() < 0.5:
                os.killpg(run.pid, signal.SIGKILL)
            else:
                run.kill()
            run.wait()
            done += 1
        assert not out.exists() or is_whole(out), f"after {done} kills"
        if chance.random() < CHANGES:
            change(pages, chance)
    print(f"  killed {done} times, came to its end {ended} times before")
    last = subprocess.run(command(pages, out, 2, settings), check=False, stderr=subprocess.DEVNULL)
    assert last.returncode in {0, 1}, last.returncode


def is_whole(out: Path) -> bool:
    """Tell whether an output has an account, and each file as many bytes as its pages are said to have."""
    pages = len((out / "pages.jsonl").read_bytes().splitlines())
    told = int(json.loads((out / "run.json").read_bytes())["counts"]["pages"])
    return told >= pages == len(list(entries_in(out)))


def change(pages: Path, chance: random.Random) -> None:
    """Add a page, change one, and take one away."""
    files = sorted(pages.iterdir())
    one, other, gone = chance.sample(files, 3)
    (pages / f"added-{chance.randrange(10**9)}{one.suffix}").write_bytes(
        one.read_bytes() + "\n新增的一段,内容完整。\n".encode()
    )
    other.write_bytes(other.read_bytes()[::2] + one.read_bytes())
    gone.unlink()


def same(out: Path, fresh: Path) -> bool:
    return all((out / name).read_bytes() == (fresh / name).read_bytes() for name in LINES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000, help="0 for the kills alone")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument(
        "--pages-of-kills", type=int, default=400, help="of the run that is killed: few reach its end more often"
    )
    parser.add_argument("--html", type=Path, help="a folder of HTML pages to take, too")
    options = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part, count in (("soak", options.pages), ("kills", options.pages_of_kills)):
            if not count or (part == "kills" and not options.kills):
                continue
            pages, fresh, out = folder / part / "pages", folder / part / "fresh", folder / part / "out"
            make_pages(pages, count, options.html)
            start = time.perf_counter()
            subprocess.run(command(pages, fresh, 1), check=False, stderr=subprocess.DEVNULL)
            print(f"{part}: {count} pages, undisturbed by one process {time.perf_counter() - start:.0f} s", flush=True)
            start = time.perf_counter()
            if part == "soak":
                seen = disturbed(pages, out)
                quarter = max(1, len(seen) // 4)
                for what, values in zip(
                    ("first process", "others", "open files"), zip(*seen, strict=True), strict=True
                ):
                    early, late = max(values[1 : quarter + 1]), max(values[-quarter:])
                    print(f"  {what}: {early:.0f} in the first quarter, {late:.0f} in the last (MB, or files)")
                    good &= late <= MOST_GROWTH * early
            else:
                killed(pages, out, options.kills)
                # Pages have changed since.
                shutil.rmtree(fresh)
                subprocess.run(command(pages, fresh, 1), check=False, stderr=subprocess.DEVNULL)
            equal = same(out, fresh)
            print(f"  disturbed {time.perf_counter() - start:.0f} s; the same bytes: {equal}", flush=True)
            left = sorted(one.name for one in (folder / part).iterdir() if one.name not in {"pages", "fresh", "out"})
            print(f"  left over: {left}")
            good &= equal and not left
            shutil.rmtree(folder / part)
    raise SystemExit(0 if good else 1)


if __name__ == "__main__":
    main()
