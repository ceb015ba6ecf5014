"""What a terminal shows: pages at 80 columns, and nothing of a page is obeyed."""

import unicodedata
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from jiaodong_corpus.cli import main
from jiaodong_corpus.explain import diff_page, explain_page
from jiaodong_corpus.model import RawPage, Source
from jiaodong_corpus.pipeline import process
from jiaodong_corpus.terminal import broken
from jiaodong_corpus.toolkit import Toolkit
from jiaodong_corpus.visible import UNSEEN, visible

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
# Clears the screen, sets the title of the window, turns the line round, and hides what follows.
ESCAPES = "\x1b[2J\x1b]0;owned\u202e\u2028"


@given(st.text(max_size=40), st.integers(2, 30))
def test_broken_lines_hold_everything_and_fit(text: str, width: int) -> None:
    shown = visible(text)
    lines = list(broken(shown, width))
    assert "".join(lines) == shown
    assert all(max(wcswidth(line), 0) <= width for line in lines)


@given(st.text())
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    assert not {unicodedata.category(one) for one in visible(text)} & UNSEEN


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_every_seed_reads_at_80_columns(seed: Path, toolkit: Toolkit) -> None:
    result = process(RawPage(Source(seed.name), seed.read_bytes()), toolkit)
    for show in (explain_page, diff_page):
        lines = [click.unstyle(line) for line in show(result, 80)]
        assert max(wcswidth(line) for line in lines) in {79, 80}
        assert min(wcswidth(line) for line in lines) > 0


def test_the_name_of_a_rule_is_never_broken(toolkit: Toolkit) -> None:
    for seed in SEEDS:
        result = process(RawPage(Source(seed.name), seed.read_bytes()), toolkit)
        assert result.labelled is not None
        shown = "\n".join(click.unstyle(line) for line in explain_page(result, 80))
        assert all(f"({one.rule})" in shown for one in result.labelled.blocks)


def test_diff_marks_what_was_removed_repaired_and_found(toolkit: Toolkit) -> None:
    result = process(RawPage(Source("page"), SEEDS[0].read_bytes()), toolkit)
    lines = [click.unstyle(line) for line in diff_page(result)]
    assert "@@ article 1: 山東膠東經濟圈一體化發展新圖景徐徐展開 @@" in lines
    assert any(line.startswith("- • <li") and line.endswith("[markup]") for line in lines)
    assert any(line.startswith("= 發布時間:2021-07-02") and line.endswith("[meta]") for line in lines)
    repaired = next(number for number, line in enumerate(lines) if line.startswith("+ "))
    assert "出??冢<U+E0DF>z東" in lines[repaired - 1]
    assert "出海口，膠東" in lines[repaired]


@pytest.mark.parametrize("command", ["explain", "diff"])
def test_a_page_cannot_take_over_the_terminal(command: str, tmp_path: Path) -> None:
    page = tmp_path / "\x1b[31mred.txt"
    body = f"7月1日，青岛市召开胶东经济圈一体化发展工作会议{ESCAPES}，会上梳理了一年来的成果，提出了下一步的目标。"
    page.write_text("\n".join(("青岛召开会议", "2021年7月2日", body, body.replace("7月1日", "次日"))), encoding="utf-8")
    done = CliRunner().invoke(main, [command, str(page)], color=False)
    assert done.exit_code == 0, done.output
    assert done.output.replace("\n", "").isprintable()


def test_messages_cannot_take_over_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "\x1b[31mred.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    for arguments in (["clean", str(tmp_path), "-o", str(tmp_path / "out")], ["explain", str(tmp_path / "\x1b[2J")]):
        done = CliRunner().invoke(main, arguments, color=False)
        assert done.exit_code
        assert "<U+001B>" in done.output
        assert "\x1b" not in done.output


HOSTILE = "\x1b[2J\x1b]0;owned\x07\u202e"


def test_what_a_page_states_cannot_take_over_the_terminal(tmp_path: Path) -> None:
    body = "<p>7月1日，青岛市召开胶东经济圈一体化发展工作会议，会上梳理了一年来的成果，提出了下一步的目标。</p>" * 40
    body += f"<p>会议指出，要打造海洋发展高地，{HOSTILE}推动成立半岛科创联盟。</p>"
    stated = f'<meta name="source" content="半岛{HOSTILE}日报"><meta name="author" content="王{HOSTILE}贺">'
    (tmp_path / "in").mkdir()
    page, out = tmp_path / "in" / f"a{HOSTILE.replace('/', '')}.html", tmp_path / "out"
    head = f"<head>{stated}<title>青岛{HOSTILE}开会</title></head>"
    page.write_text(f"<html>{head}<body>{body}</body></html>", encoding="utf-8")
    golden = tmp_path / "golden"
    for arguments in (
        ["clean", tmp_path / "in", "-o", out, "--dedup"], ["stats", out], ["dedup", out], ["explain", page], ["diff", page],
        ["explain", "--script", "--spun", page], ["check", tmp_path / "in", "--golden", golden, "--update"],
    ):  # fmt: skip
        done = CliRunner().invoke(main, [str(one) for one in arguments], color=False)
        assert done.exit_code == 0, done.output
        assert not {unicodedata.category(one) for one in done.output.replace("\n", "")} & UNSEEN, arguments
    page.write_text(page.read_text("utf-8").replace("成果", "成绩"), encoding="utf-8")
    done = CliRunner().invoke(main, ["check", str(tmp_path / "in"), "--golden", str(golden)], color=False)
    assert done.exit_code == 1
    assert not {unicodedata.category(one) for one in done.output.replace("\n", "")} & UNSEEN
