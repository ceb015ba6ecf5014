"""Runs that hold: several processes write what one writes, and a run that was ended goes on where it was."""

import faulthandler
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from soak import killed

from jiaodong_corpus import JdcError, RawPage, Toolkit, jobs, load_toolkit, shards
from jiaodong_corpus.cli import main
from jiaodong_corpus.jobs import run_shards
from jiaodong_corpus.pipeline import PageResult, process
from jiaodong_corpus.read import plan
from jiaodong_corpus.run import Run
from jiaodong_corpus.shards import cut_shards

ROOT = Path(__file__).parents[1]
# What a run writes of its pages; run.json tells the command.
LINES = ("articles.jsonl", "audit.jsonl", "rejected.jsonl", "pages.jsonl")


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch, toolkit: Toolkit) -> None:
    monkeypatch.setattr(shards, "SHARD_FILES", 2)

    def loaded(max_bytes: int, *, userdict: None, lexicon: None, tags: bool, max_blocks: int) -> Toolkit:
        return load_toolkit(max_bytes, tags=True) if tags else toolkit

    monkeypatch.setattr("jiaodong_corpus.toolkit.load_toolkit", loaded)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of twelve pages, one of them binary."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, page in enumerate(sorted(ROOT.glob("tests/pages/*/page.txt"))[:11]):
        (folder / f"{number:02}.txt").write_bytes(page.read_bytes())
    (folder / "99.txt").write_bytes(bytes(range(256)))
    return folder


def clean(pages: Path, out: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["clean", str(pages), "-q", "-o", str(out), *options])


def lines_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in LINES}


def cleaned(monkeypatch: pytest.MonkeyPatch, log: Path) -> None:
    """Note each page that is cleaned, by whatever process."""

    def noted(page: RawPage, toolkit: Toolkit) -> PageResult:
        with log.open("a") as file:
            file.write(page.source.name + "\n")
        return process(page, toolkit)

    monkeypatch.setattr(shards, "process", noted)


@pytest.mark.parametrize("count", ["2", "3", "50"])
def test_several_processes_write_the_bytes_of_one(count: str, pages: Path, tmp_path: Path) -> None:
    assert clean(pages, tmp_path / "one", "--jobs", "1").exit_code == 1
    assert clean(pages, tmp_path / "several", "--jobs", count).exit_code == 1
    assert lines_of(tmp_path / "several") == lines_of(tmp_path / "one")
    assert multiprocessing.active_children() == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["one", "pages", "several"]


def test_a_second_run_does_only_what_changed(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean(pages, tmp_path / "out")
    (pages / "03.txt").write_text("标题在此\n\n这一段是后来改的,内容完整。\n", encoding="utf-8")
    (pages / "05.txt").unlink()
    (pages / "50.txt").write_bytes((pages / "00.txt").read_bytes())
    cleaned(monkeypatch, tmp_path / "log")
    clean(pages, tmp_path / "out")
    assert (tmp_path / "log").read_text().split() == ["03.txt", "50.txt"]
    clean(pages, tmp_path / "fresh", "--fresh")
    assert lines_of(tmp_path / "out") == lines_of(tmp_path / "fresh")


def test_other_settings_are_another_run(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean(pages, tmp_path / "out")
    cleaned(monkeypatch, tmp_path / "log")
    clean(pages, tmp_path / "out", "--tags")
    assert len((tmp_path / "log").read_text().split()) == 12
    record = json.loads((tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()[0])
    assert record["pos"]


def test_an_output_that_was_touched_is_not_taken_over(pages: Path, tmp_path: Path) -> None:
    clean(pages, tmp_path / "out")
    whole = lines_of(tmp_path / "out")
    articles = tmp_path / "out" / "articles.jsonl"
    articles.write_bytes(articles.read_bytes()[:-100])
    clean(pages, tmp_path / "out")
    assert lines_of(tmp_path / "out") == whole


def site_page(site: str, menu: str, body: str) -> str:
    return (
        f'<html><head><link rel="canonical" href="https://{site}/1.html"><title>标题在此</title></head><body><div>{menu}</div>'
        f"<h1>标题在此</h1><p>{body}</p><p>第二段说明情况,内容也完整,没有别的话要说。</p></body></html>"
    )


def test_pages_of_a_site_are_done_again_when_its_template_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(8):
        body = f"第{number}个城市召开会议,{'一二三四五六七八'[number]}号线路开工,沿线居民出行更方便。"
        (folder / f"a{number}.html").write_text(site_page("a.test", "关注本站不迷路", body), encoding="utf-8")
    (folder / "b.html").write_text(site_page("b.test", "别处", "另一个网站的一段文字,内容完整。"), encoding="utf-8")
    clean(folder, tmp_path / "out")
    cleaned(monkeypatch, tmp_path / "log")
    for number in range(8):
        page = folder / f"a{number}.html"
        if number < 7:
            page.write_text(page.read_text("utf-8").replace("关注本站不迷路", "收藏本站方便下次"), encoding="utf-8")
    clean(folder, tmp_path / "out")
    # The eighth page is as it was, but what recurs on its site is not.
    assert (tmp_path / "log").read_text().split() == [f"a{number}.html" for number in range(8)]


def test_who_stops_listening_ends_the_processes(pages: Path, toolkit: Toolkit, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    steps = run_shards(list(cut_shards((page, page.source.name) for page in plan([pages]).inputs)), work, toolkit, 2)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("how", ["kill", "crash", "hang"])
def test_a_page_that_kills_its_process_is_quarantined_and_costs_no_other(
    how: str, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def poisoned(page: RawPage, toolkit: Toolkit) -> PageResult:
        if page.source.name == "04.txt":
            if how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            if how == "crash":
                faulthandler.disable()
                os.abort()
            time.sleep(60)
        return process(page, toolkit)

    clean(pages, tmp_path / "good")
    monkeypatch.setattr(shards, "process", poisoned)
    assert clean(pages, tmp_path / "out", "--jobs", "2", "--page-timeout", "1").exit_code == 1
    good, found = lines_of(tmp_path / "good"), lines_of(tmp_path / "out")
    audit = [line for line in good["audit.jsonl"].splitlines() if json.loads(line)["source"] != "04.txt"]
    assert found["audit.jsonl"].splitlines() == audit
    reasons = {one["source"]: one for one in map(json.loads, found["rejected.jsonl"].splitlines())}
    assert reasons["04.txt"]["stage"] == "worker"
    assert "died 3 times" in reasons["04.txt"]["reason"]


def test_a_page_in_an_archive_that_kills_costs_no_other(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.make_archive(str(tmp_path / "all"), "zip", pages)

    def poisoned(page: RawPage, toolkit: Toolkit) -> PageResult:
        if page.source.name.endswith("/04.txt"):
            os.kill(os.getpid(), signal.SIGKILL)
        return process(page, toolkit)

    monkeypatch.setattr(shards, "process", poisoned)
    clean(tmp_path / "all.zip", tmp_path / "out")
    entry = json.loads((tmp_path / "out" / "pages.jsonl").read_text())
    assert (entry["counts"]["pages"], entry["counts"]["rejections"]["error"]) == (12, 2)


def test_processes_that_never_come_to_a_page_are_an_error(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "run_shard", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    done = clean(pages, tmp_path / "out")
    assert (done.exit_code, "Give fewer --jobs" in done.output) == (2, True)


def test_a_page_that_goes_away_meanwhile_is_named_and_done_when_it_is_back(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean(pages, tmp_path / "whole")
    gone = tmp_path / "08.txt"

    def taking_one_away(page: RawPage, toolkit: Toolkit) -> PageResult:
        if page.source.name == "01.txt" and not gone.exists():
            (pages / "08.txt").rename(gone)
        return process(page, toolkit)

    monkeypatch.setattr(shards, "process", taking_one_away)
    done = clean(pages, tmp_path / "out", "--jobs", "1")
    assert (done.exit_code, "08.txt: read: No such file" in done.output) == (1, True)
    gone.rename(pages / "08.txt")
    cleaned(monkeypatch, tmp_path / "log")
    clean(pages, tmp_path / "out")
    assert (tmp_path / "log").read_text().split() == ["08.txt"]
    assert lines_of(tmp_path / "out") == lines_of(tmp_path / "whole")


def test_a_full_disk_is_one_error_and_the_run_goes_on_later(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(page: RawPage, toolkit: Toolkit) -> PageResult:
        if page.source.name == "08.txt":
            raise OSError(28, "No space left on device")
        return process(page, toolkit)

    monkeypatch.setattr(shards, "process", full)
    done = clean(pages, tmp_path / "out", "--jobs", "1")
    assert (done.exit_code, "No space left on device. Make room" in done.output) == (2, True)
    cleaned(monkeypatch, tmp_path / "log")
    clean(pages, tmp_path / "out")
    assert (tmp_path / "log").read_text().split()[0] == "08.txt"
    clean(pages, tmp_path / "fresh")
    assert lines_of(tmp_path / "out") == lines_of(tmp_path / "fresh")


def test_a_run_that_is_killed_again_and_again_loses_and_doubles_nothing(pages: Path, tmp_path: Path) -> None:
    # The long version is `soak.py`, which kills it 200 times.
    killed(pages, tmp_path / "out", kills=6, longest=2.5, settings="shards.SHARD_FILES = 2")
    clean(pages, tmp_path / "fresh")
    assert lines_of(tmp_path / "out") == lines_of(tmp_path / "fresh")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["fresh", "out", "pages"]


def test_a_run_that_is_killed_while_its_output_takes_its_place_finds_the_earlier_one(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean(pages, tmp_path / "out")
    whole = lines_of(tmp_path / "out")
    (pages / "03.txt").unlink()
    rename = Path.rename

    def killed_behind_the_first(one: Path, target: Path) -> Path:
        if target == tmp_path / "out":
            raise KeyboardInterrupt
        return rename(one, target)

    monkeypatch.setattr(Path, "rename", killed_behind_the_first)
    clean(pages, tmp_path / "out")
    monkeypatch.undo()
    assert not (tmp_path / "out").exists()
    cleaned(monkeypatch, tmp_path / "log")
    clean(pages, tmp_path / "out")
    assert not (tmp_path / "log").exists(), "nothing is done again"
    assert len(lines_of(tmp_path / "out")["pages.jsonl"].splitlines()) == len(whole["pages.jsonl"].splitlines()) - 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out", "pages"]


def test_a_process_goes_on_with_the_next_shard(
    pages: Path, toolkit: Toolkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"

    def noted(page: RawPage, toolkit: Toolkit) -> PageResult:
        with log.open("a") as file:
            file.write(f"{os.getpid()}\n")
        return process(page, toolkit)

    monkeypatch.setattr(shards, "process", noted)
    cut = list(cut_shards((page, page.source.name) for page in plan([pages]).inputs))
    assert len(list(run_shards(cut, tmp_path, toolkit, 2))) == len(cut) == 6
    assert len(set(log.read_text().split())) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the processes of a run")
def test_processes_whose_parent_is_killed_end(pages: Path, tmp_path: Path) -> None:
    for page in pages.glob("0*.txt"):
        page.write_bytes(page.read_bytes() * 40)
    command = [
        sys.executable,
        "-c",
        "from jiaodong_corpus.cli import main; main()",
        "clean",
        str(pages),
        "-q",
        "-j",
        "2",
    ]
    run = subprocess.Popen([*command, "-o", str(tmp_path / "out")], stderr=subprocess.DEVNULL)
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    begun: list[str] = []
    for _ in range(400):
        begun = children.read_text().split()
        if len(begun) == 2 or run.poll() is not None:
            break
        time.sleep(0.05)
    assert len(begun) == 2
    run.kill()
    run.wait()
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and any(Path("/proc", one, "cmdline").exists() for one in begun):
        time.sleep(0.1)
    assert not [one for one in begun if Path("/proc", one, "cmdline").exists()]


def test_an_interrupt_ends_all_processes_at_once(tmp_path: Path) -> None:
    for number, page in enumerate(sorted(ROOT.glob("tests/pages/*/page.txt")) * 10):
        (tmp_path / f"{number}.txt").write_bytes(page.read_bytes() * 4)
    code = "from jiaodong_corpus.cli import main; main()"
    command = [sys.executable, "-c", code, "clean", str(tmp_path), "-q", "--jobs", "2", "-o", str(tmp_path / "out")]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(4)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=20) != 0
    assert not (tmp_path / "out").exists()


def test_an_interrupt_in_the_midst_of_a_start_is_not_lost(
    pages: Path, toolkit: Toolkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = jobs._start
    begun: list[Any] = []

    def interrupted(*arguments: Any) -> Any:  # noqa: ANN401 - what the function takes and gives
        begun.append(start(*arguments))
        os.kill(os.getpid(), signal.SIGINT)
        return begun[-1]

    monkeypatch.setattr(jobs, "_start", interrupted)
    work = tmp_path / "work"
    work.mkdir()
    # What a shell begins in the background ignores interrupts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            list(
                run_shards(
                    list(cut_shards((page, page.source.name) for page in plan([pages]).inputs)), work, toolkit, 2
                )
            )
    finally:
        signal.signal(signal.SIGINT, before)
    assert [worker.is_alive() for worker, _ in begun] == [False]


def test_two_runs_do_not_write_one_output(
    pages: Path, toolkit: Toolkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jiaodong_corpus.run.MAX_WAIT", 0.2)
    inputs = plan([pages]).inputs
    first = Run(inputs, tmp_path / "out", {}).clean(toolkit)
    next(first)
    with pytest.raises(JdcError, match="another run"):
        list(Run(inputs, tmp_path / "out", {}).clean(toolkit))
    list(first)
    assert (tmp_path / "out" / "run.json").exists()
