"""Several processes write what one writes, in the same order, and end together."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from jiaodong_corpus import JdcError, Toolkit, jobs
from jiaodong_corpus.cli import main
from jiaodong_corpus.jobs import clean_pages
from jiaodong_corpus.pipeline import read_and_process_all
from jiaodong_corpus.read import Input, plan

ROOT = Path(__file__).parents[1]


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "CHUNK_PAGES", 2)


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("count", [2, 3, 50])
def test_several_processes_give_the_lines_of_one(count: int, toolkit: Toolkit, tmp_path: Path) -> None:
    for number, page in enumerate(sorted(ROOT.glob("tests/pages/*/page.txt"))[:20]):
        (tmp_path / f"{number:02}.txt").write_bytes(page.read_bytes())
    (tmp_path / "99.txt").write_bytes(bytes(range(256)))
    inputs = plan([tmp_path]).inputs
    one = list(clean_pages(inputs, toolkit, 1))
    several = list(clean_pages(inputs, toolkit, count))
    assert [lines.audit for lines in several] == [lines.audit for lines in one]
    assert [lines.articles for lines in several] == [lines.articles for lines in one]
    assert [lines.rejection for lines in several] == [lines.rejection for lines in one]
    assert [lines.tally.as_counts() for lines in several] == [lines.tally.as_counts() for lines in one]
    assert multiprocessing.active_children() == []


def test_a_run_writes_the_same_bytes_on_two_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "CHUNK_PAGES", 1)
    outputs = []
    for count in ("1", "2"):
        out = tmp_path / count
        result = CliRunner().invoke(main, ["clean", str(ROOT / "seeds"), "--jobs", count, "-q", "-o", str(out)])
        assert result.exit_code == 0
        outputs.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert outputs[0] == outputs[1]


@pytest.mark.usefixtures("small_chunks")
def test_who_stops_listening_ends_the_processes(toolkit: Toolkit, seeds: Path) -> None:
    lines = clean_pages(plan([seeds]).inputs, toolkit, 2)
    for _ in range(3):
        next(lines)
    lines.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("small_chunks")
def test_a_process_that_dies_is_an_error(toolkit: Toolkit, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()

    def dies(page: Input, tools: Toolkit) -> object:
        return read_and_process_all(page, tools) if os.getpid() == parent else os._exit(1)

    monkeypatch.setattr(jobs, "read_and_process_all", dies)
    with pytest.raises(JdcError, match="a process ended"):
        list(clean_pages(plan([seeds]).inputs, toolkit, 2))
    assert multiprocessing.active_children() == []


def test_an_interrupt_ends_all_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    source = (ROOT / "seeds" / "002_e67492a810d0588b.txt").read_bytes()
    for number in range(400):
        (tmp_path / f"{number:03}.txt").write_bytes(source)
    code = "from jiaodong_corpus.cli import main; main()"
    command = [sys.executable, "-c", code, "clean", str(tmp_path), "-q", "--jobs", "2", "-o", str(tmp_path / "out")]
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
    time.sleep(4)
    start = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=20) != 0
    assert time.monotonic() - start < 5
    assert not [file for file in tmp_path.iterdir() if file.suffix != ".txt"]
