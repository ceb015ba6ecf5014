"""Bad input loses nothing: it becomes a rejection, or one clear error before any work, and the other pages go on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import jiaodong_corpus as jdc
from jiaodong_corpus.cli import main
from jiaodong_corpus.model import RawPage, Source
from jiaodong_corpus.pipeline import process

GOOD = "青岛与烟台携手共建\n\n6月1日,青岛、烟台两市签署合作协议,共建胶东经济圈。\n"


def reject(content: bytes, toolkit: jdc.Toolkit) -> jdc.Rejection:
    rejection = process(RawPage(Source("page.txt"), content), toolkit).rejection
    assert rejection is not None
    return rejection


@pytest.mark.parametrize("content", [b"", b"\n \n\t\n", b"\xef\xbb\xbf", "\u200b\n\u200b".encode(), b"\x00\n"])
def test_a_page_without_a_word_holds_no_article(content: bytes, toolkit: jdc.Toolkit) -> None:
    assert reject(content, toolkit).kind in {"no_article", "error"}


def test_a_binary_is_an_error_that_says_what_to_do(toolkit: jdc.Toolkit) -> None:
    rejection = reject(bytes(range(256)) * 40, toolkit)
    assert (rejection.kind, rejection.stage) == ("error", "decode")
    assert "binary" in rejection.reason


def test_a_page_over_the_limit_is_an_error_that_names_the_option() -> None:
    rejection = reject(GOOD.encode(), jdc.load_toolkit(max_bytes=40))
    assert (rejection.kind, rejection.stage) == ("error", "read")
    assert "--max-bytes" in rejection.reason


@pytest.mark.parametrize("piece", ["青岛与烟台共建都市圈,", "的", "?", "（", "“好。", "<b>", "来源:", "2021-", " "])
def test_one_very_long_line_is_read_whole_and_comes_to_an_end(piece: str, toolkit: jdc.Toolkit) -> None:
    line = piece * (200_000 // len(piece))
    result = process(RawPage(Source("page.txt"), line.encode()), toolkit)
    assert result.labelled is not None
    assert "".join(one.block.raw for one in result.labelled.blocks).split() == line.split()


def test_a_nul_character_in_the_text_loses_nothing(toolkit: jdc.Toolkit) -> None:
    result = process(RawPage(Source("page.txt"), ("\x00\n" + GOOD * 20).encode()), toolkit)
    assert result.records
    assert result.rejection is None


def test_damaged_bytes_are_counted_in_the_record(toolkit: jdc.Toolkit) -> None:
    result = process(RawPage(Source("page.txt"), GOOD.encode() + b"\xff\xfe\xff"), toolkit)
    assert [flag.name for flag in result.records[0].quality.flags] == ["lost_bytes"]


def test_a_run_over_bad_files_goes_on_and_tells(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "good.txt").write_text(GOOD, encoding="utf-8")
    (pages / "empty.txt").write_bytes(b"")
    (pages / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (pages / "gone.txt").symlink_to("nowhere")
    (pages / "loop").mkdir()
    (pages / "loop" / "up").symlink_to("..")
    (pages / os.fsdecode(b"odd\xff name.txt")).write_text(GOOD, encoding="utf-8")
    result = CliRunner().invoke(main, ["clean", str(pages), "-o", str(tmp_path / "out")])
    assert result.exit_code == 1
    rejected = [json.loads(line) for line in (tmp_path / "out" / "rejected.jsonl").read_text("utf-8").splitlines()]
    assert {(one["source"], one["kind"]) for one in rejected} == {
        ("binary.txt", "error"),
        ("empty.txt", "no_article"),
        ("gone.txt", "error"),
    }
    records = [json.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()]
    assert [one["source"]["path"] for one in records] == ["good.txt", r"odd\xff name.txt"]
    assert "gone.txt: read:" in result.stderr


def test_two_pages_of_one_name_are_an_error_before_any_work(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(GOOD, encoding="utf-8")
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["clean", str(tmp_path / "one"), str(tmp_path / "two"), "-o", str(out)])
    assert result.exit_code == 2
    assert "page.txt" in result.stderr
    assert not out.exists()


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full on this system")
@pytest.mark.parametrize("arguments", [["explain"], ["diff"], ["clean", "-q", "-o", "-"]])
def test_an_output_that_takes_no_more_is_one_clear_error(arguments: list[str], tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(GOOD, encoding="utf-8")
    with FULL.open("wb") as full:
        command = [sys.executable, "-m", "jiaodong_corpus", *arguments, str(page)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "No space left on device. Make room" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command", [["report", "-o", "r.html"], ["export", "-o", "out"], ["export", "-o", "out", "--to", "parquet"]]
)
def test_what_cannot_be_written_is_named_and_nothing_half_is_left(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "parquet" in command:
        pytest.importorskip("pyarrow", reason="pip install 'jiaodong-corpus[parquet]' to try Parquet")
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(GOOD, encoding="utf-8")
    CliRunner().invoke(main, ["clean", "page.txt", "-q", "-o", "corpus"])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr(Path, "rename", full)
    done = CliRunner().invoke(main, [command[0], "corpus", *command[1:]])
    assert (done.exit_code, "No space left on device. Make room" in done.output) == (2, True)
    assert command[2] in done.output
    assert sorted(one.name for one in tmp_path.iterdir()) == ["corpus", "page.txt"]
