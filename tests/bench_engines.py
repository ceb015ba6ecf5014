"""How long a run takes on processes of this machine and on a local Ray, with two processes each: when does a cluster pay?

    python tests/bench_engines.py [--pages 200 1000]

Prints the wall time of each and what follows: the seconds that Ray costs beside the work, and from how many pages on
two machines with Ray are quicker than one without.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
JOBS = "2"


def seconds(pages: Path, out: Path, *options: str) -> float:
    """Return the wall time of a run from nothing."""
    start = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "jiaodong_corpus",
        "clean",
        str(pages),
        "-q",
        "-o",
        str(out),
        "--jobs",
        JOBS,
        *options,
    ]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    spent = time.perf_counter() - start
    if not (out / "run.json").exists():
        raise SystemExit(f"the run failed: {' '.join(command)}")
    shutil.rmtree(out)
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", nargs=2, type=int, default=(200, 1000))
    counts = parser.parse_args().pages
    sources = sorted((*ROOT.glob("tests/pages/*/page.txt"), *ROOT.glob("seeds/*.txt")))
    taken: dict[str, list[float]] = {"local": [], "ray": []}
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            pages = Path(folder, "pages")
            pages.mkdir()
            for number in range(count):
                text = sources[number % len(sources)].read_bytes()
                (pages / f"{number:06}.txt").write_bytes(text + f"\n{number}\n".encode())
            for engine, found in taken.items():
                found.append(seconds(pages, Path(folder, "out"), "--engine", engine))
                print(f"{count:>6} pages, {engine:<5} {found[-1]:6.1f} s", flush=True)
    each = {engine: (last - first) / (counts[1] - counts[0]) for engine, (first, last) in taken.items()}
    base = {engine: found[0] - each[engine] * counts[0] for engine, found in taken.items()}
    for engine in taken:
        print(f"{engine:<5}: {base[engine]:5.1f} s to begin and end, {1000 * each[engine]:6.2f} ms a page")
    gain = each["local"] - each["ray"] / 2
    print(
        f"two machines are quicker from {max(0, base['ray'] - base['local']) / gain:,.0f} pages on"
        if gain > 0
        else "never"
    )


if __name__ == "__main__":
    main()
