"""Label each fixture page by the rules as they stood before it was there, and write what they said of its lines.

    python data/lines/first_sight.py data/lines/first_sight.tsv.xz

Pages came in sets, a commit a set; the history of the repository tells which. A set is labelled by the package as the commit
of the set before left it, without what asks the words of lines, headlines and articles, since its weights are fitted to what comes
out here.
Sets that the table has are left as they are. The table has a line ``set page`` for each page, and below it for each
block how many characters it has (white space apart), its label, the rule that gave it, and the number of its article (from 1;
0 for what is of none).
"""

import argparse
import io
import json
import lzma
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PAGES = "tests/pages"
# Runs with the package of that day: what it needs of it has kept its name since the first sets.
CHILD = """
import json, sys
from importlib import import_module
from pathlib import Path
label, rest = (import_module(f"jiaodong_corpus.{one}") for one in ("label", "rest"))
from jiaodong_corpus.pipeline import read_and_process
from jiaodong_corpus.read import plan_file
from jiaodong_corpus.toolkit import load_toolkit
label.PASSES = tuple(one for one in label.PASSES if one.__name__ != "judge_by_words")
rest.judge_by_words = lambda draft: None
pipeline = import_module("jiaodong_corpus.pipeline")
# Nor with what asks whole articles and headlines, for the same reason.
pipeline.find_articles = lambda labelled, kit: (labelled, pipeline.split(labelled, kit.lexicon, kit.language), ())
toolkit = load_toolkit()
for name in sys.argv[1:]:
    result = read_and_process(plan_file(Path(name)), toolkit)
    numbers = {index: number for number, one in enumerate(result.articles, 1) for index in one.indexes}
    for index, one in enumerate(result.labelled.blocks if result.labelled else ()):
        size = len("".join(one.block.raw.split()))
        print(json.dumps([name, size, one.label.value, one.rule, numbers.get(index, 0)]))
"""


def sets() -> Iterator[tuple[str, str, list[Path]]]:
    """Yield each set of pages, the newest first: its commit, that of the set before, and its pages that are still there."""
    log = subprocess.run(
        ["git", "log", "--diff-filter=A", "--format=%H", "--name-only", "--", f"{PAGES}/*/page.*"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    added: dict[str, list[Path]] = {}
    for line in log.stdout.split():
        if line.startswith(PAGES):
            if (ROOT / line).exists():
                added[next(reversed(added))].append(ROOT / line)
        else:
            added[line] = []
    commits = [commit for commit, pages in added.items() if pages]
    for commit, before in pairwise(commits):
        yield commit, before, added[commit]


@contextmanager
def package_of(commit: str) -> Iterator[Path]:
    """Give the folder that holds the package of ``commit``, while the block runs."""
    packed = subprocess.run(["git", "archive", commit, "src"], cwd=ROOT, capture_output=True, check=True).stdout
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
        yield Path(folder) / "src"


def run_with(package: Path, code: str, *arguments: str) -> Iterator[Any]:
    """Yield what ``code`` prints, JSON on each line, where it finds the package in the folder ``package``.

    Raises:
        subprocess.CalledProcessError: it fails.

    """
    command = [sys.executable, "-c", code, *arguments]
    run = subprocess.run(command, env={"PYTHONPATH": str(package)}, capture_output=True, text=True, check=True)
    yield from map(json.loads, run.stdout.splitlines())


def name_of(page: Path) -> str:
    """Return what the gold of a page is called."""
    return page.parent.relative_to(ROOT / PAGES).as_posix()


def label(commit: str, pages: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield for each block of ``pages`` the name of its page, and its row as the package of ``commit`` gives it."""
    with package_of(commit) as package:
        for name, *row in run_with(package, CHILD, *map(str, pages)):
            yield name_of(Path(name)), "\t".join(map(str, row))


def main() -> None:
    """Add the sets that the table does not have."""
    parser = argparse.ArgumentParser(description="Label fixture pages by the rules as they stood before.")
    parser.add_argument("table", type=Path)
    table = parser.parse_args().table
    had = lzma.decompress(table.read_bytes()).decode("utf-8") if table.exists() else ""
    known = {line.split()[0] for line in had.splitlines() if "\t" not in line}
    new = []
    for commit, before, pages in sets():
        if commit[:8] not in known:
            page = ""
            try:
                rows = list(label(before, pages))
            except subprocess.CalledProcessError:
                print(f"{commit[:8]}: left out, the package had other parts then")
                continue
            for name, row in rows:
                if name != page:
                    new.append(f"{commit[:8]} {name}")
                new.append(row)
                page = name
            print(f"{commit[:8]}: {len(pages)} pages", flush=True)
    table.write_bytes(lzma.compress(("".join(f"{line}\n" for line in new) + had).encode("utf-8")))


if __name__ == "__main__":
    main()
