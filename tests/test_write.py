"""The output folder: all of a run or nothing of it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jiaodong_corpus import PageResult, Record, Source, Toolkit, process
from jiaodong_corpus.model import JdcError, RawPage
from jiaodong_corpus.pipeline import failed
from jiaodong_corpus.read import plan, read
from jiaodong_corpus.write import Writer, audit_lines, check_output, lines_of, to_line

FILES = {"articles.jsonl", "audit.jsonl", "rejected.jsonl", "run.json"}


@pytest.fixture(scope="module")
def results(seeds: Path, toolkit: Toolkit) -> list[PageResult]:
    return [process(read(one), toolkit) for one in plan([seeds]).inputs]


def write(folder: Path, results: list[PageResult]) -> None:
    with Writer(folder, {"command": "clean"}) as writer:
        for result in results:
            writer.add(lines_of(result))


def interrupt(folder: Path, result: PageResult, interruption: type[BaseException]) -> None:
    with Writer(folder, {}) as writer:
        writer.add(lines_of(result))
        raise interruption


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_run_writes_records_audit_rejections_and_its_account(tmp_path: Path, results: list[PageResult]) -> None:
    missing = failed(results[0].source, "read", "No such file")
    write(tmp_path / "out", [*results, missing])
    assert names(tmp_path / "out") == FILES
    lines = {name: (tmp_path / "out" / name).read_text("utf-8").splitlines() for name in FILES}
    assert [Record.model_validate_json(line) for line in lines["articles.jsonl"]] == [
        record for result in results for record in result.records
    ]
    assert len(lines["audit.jsonl"]) == sum(len(result.labelled.blocks) for result in results if result.labelled)
    assert [json.loads(line)["kind"] for line in lines["rejected.jsonl"]] == ["error"]
    run = json.loads("\n".join(lines["run.json"]))
    assert run["counts"]["pages"] == 6
    assert run["counts"]["records"] == {"article": 12, "photo": 1}
    assert run["counts"]["rejections"] == {"error": 1}


def test_the_account_counts_every_character_once(tmp_path: Path, results: list[PageResult]) -> None:
    write(tmp_path / "out", results)
    counts = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["counts"]
    lines = [json.loads(line) for line in (tmp_path / "out" / "audit.jsonl").read_text("utf-8").splitlines()]
    assert sum(counts["characters"].values()) == sum(len(line["raw"]) for line in lines)
    removed = [line for line in lines if line["article"] is None]
    assert sum(counts["characters_removed"].values()) == sum(len(line["raw"]) for line in removed)


def test_the_audit_names_the_record_of_each_block(results: list[PageResult]) -> None:
    for result in results:
        named = {line["article"] for line in audit_lines(result)} - {None}
        assert named == {record.id for record in result.records}


def test_the_audit_gives_the_page_back(results: list[PageResult], seeds: Path) -> None:
    for result in results:
        assert result.labelled is not None
        spelled = "".join(line["before"] + line["raw"] + line.get("after", "") for line in audit_lines(result))
        assert spelled == (seeds / result.source.name).read_bytes().decode("utf-8")


def test_files_end_their_lines_alike_everywhere(tmp_path: Path, results: list[PageResult]) -> None:
    write(tmp_path / "out", results[:1])
    for name in FILES:
        content = (tmp_path / "out" / name).read_bytes()
        assert b"\r" not in content
        assert not content or content.endswith(b"\n")


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c"])
def test_a_line_of_output_is_one_line_for_every_reader(mark: str, toolkit: Toolkit) -> None:
    # Python's splitlines and many editors end a line at these, so that a file read with them would fall apart.
    page = RawPage(Source("page.txt"), f"青岛与烟台携手{mark}两市签署合作协议,共建胶东经济圈。".encode())
    for line in audit_lines(process(page, toolkit)):
        text = to_line(line).decode()
        assert text.splitlines(keepends=True) == [text]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, RuntimeError, JdcError])
def test_an_interrupted_run_leaves_nothing(
    interruption: type[BaseException], tmp_path: Path, results: list[PageResult]
) -> None:
    with pytest.raises(interruption):
        interrupt(tmp_path / "out", results[0], interruption)
    assert names(tmp_path) == set()


def test_an_interrupted_run_keeps_the_earlier_output(tmp_path: Path, results: list[PageResult]) -> None:
    write(tmp_path / "out", results)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    with pytest.raises(KeyboardInterrupt):
        interrupt(tmp_path / "out", results[1], KeyboardInterrupt)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert names(tmp_path) == {"out"}


def test_a_run_that_the_user_stops_leaves_no_output(tmp_path: Path) -> None:
    # The run waits for standard input when it is stopped, so it has begun and is not done.
    command = [
        sys.executable,
        "-c",
        "from jiaodong_corpus.cli import main; main()",
        "clean",
        "-",
        "-o",
        str(tmp_path / "out"),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        deadline = time.monotonic() + 30
        while not names(tmp_path) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert names(tmp_path), "the run did not begin"
        run.send_signal(signal.SIGINT)
        _, messages = run.communicate(timeout=30)
    assert run.returncode != 0
    # What lets it go on is hidden beside the place of the output.
    assert names(tmp_path) == {".out.work"}
    assert b"Traceback" not in messages


def test_an_earlier_output_is_replaced_whole(tmp_path: Path, results: list[PageResult]) -> None:
    write(tmp_path / "out", results)
    (tmp_path / "out" / "left-over.txt").write_text("of an earlier version", encoding="utf-8")
    write(tmp_path / "out", results[1:2])
    assert names(tmp_path / "out") == FILES
    assert names(tmp_path) == {"out"}
    assert (tmp_path / "out" / "articles.jsonl").read_text("utf-8").count("\n") == 1


def test_the_output_is_only_there_when_the_run_is_done(tmp_path: Path, results: list[PageResult]) -> None:
    with Writer(tmp_path / "out", {}) as writer:
        writer.add(lines_of(results[0]))
        assert not (tmp_path / "out").exists()
    assert names(tmp_path / "out") == FILES


@pytest.mark.parametrize("name", ["notes.txt", "articles.jsonl", ".hidden", "run.json"])
def test_a_folder_of_other_files_is_refused(name: str, tmp_path: Path) -> None:
    # A run.json of some other program does not make a folder an output of jdc.
    (tmp_path / name).write_text('{"tool": "other"}', encoding="utf-8")
    with pytest.raises(JdcError, match=r"holds files that jdc did not write\. Name an empty or new folder with -o"):
        check_output(tmp_path)


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(JdcError, match=r"is a file\. Name a folder"):
        check_output(tmp_path / "out")


def test_an_empty_or_new_folder_and_an_earlier_output_are_fine(tmp_path: Path, results: list[PageResult]) -> None:
    check_output(tmp_path)
    check_output(tmp_path / "new" / "below")
    write(tmp_path / "out", results[:1])
    check_output(tmp_path / "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(JdcError, match="may not be written") as raised:
        check_output(tmp_path / "out")
    assert str(tmp_path) in str(raised.value)


def test_a_place_that_can_hold_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("x", encoding="utf-8")
    with pytest.raises(JdcError) as raised:
        check_output(tmp_path / "page.txt" / "out")
    assert str(tmp_path / "page.txt") in str(raised.value)
    with pytest.raises(JdcError), Writer(tmp_path / "page.txt" / "out", {}):
        pass
    assert names(tmp_path) == {"page.txt"}


def test_folders_above_the_output_are_made(tmp_path: Path, results: list[PageResult]) -> None:
    write(tmp_path / "a" / "b" / "out", results[:1])
    assert names(tmp_path / "a" / "b") == {"out"}


def test_own_outputs_are_never_read_back(tmp_path: Path, results: list[PageResult]) -> None:
    (tmp_path / "page.txt").write_text("正文。", encoding="utf-8")
    write(tmp_path / "out", results)
    (tmp_path / "out" / "added.txt").write_text("正文。", encoding="utf-8")
    for argument in (tmp_path, f"{tmp_path}/*"):
        assert [one.source.name for one in plan([argument]).inputs] == ["page.txt"]
    with pytest.raises(JdcError, match=r"no such file|no \.txt"):
        plan([f"{tmp_path}/out/*.jsonl"])
