"""The regression check: silent while nothing changed, and telling what did."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jiaodong_corpus.cli import main

PAGE = "青岛与烟台携手共建\n\n来源:青岛日报\n\n6月1日,青岛、烟台两市签署合作协议,共建胶东经济圈。\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    assert check(folder, "--update").exit_code == 0
    return folder


def check(pages: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", str(pages), "--golden", str(pages.parent / "golden"), *options])


def test_nothing_changed_is_silent(pages: Path) -> None:
    result = check(pages)
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_changed_value_is_named_with_what_it_was(pages: Path) -> None:
    file = pages.parent / "golden" / "articles.jsonl"
    record = json.loads(file.read_text("utf-8"))
    record["outlet"] = "烟台日报"
    file.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    result = check(pages)
    assert result.exit_code == 1
    assert "outlet: …[-烟台-]{+青岛+}日报…" in result.stdout


def test_a_page_that_is_new_or_gone_is_named(pages: Path) -> None:
    (pages / "page.txt").rename(pages / "other.txt")
    result = check(pages)
    assert result.exit_code == 1
    assert "gone: page.txt" in result.stdout
    assert "new: other.txt" in result.stdout


def test_no_golden_output_is_wrong_use_that_says_what_to_do(pages: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(pages), "--golden", str(pages / "nowhere")])
    assert result.exit_code == 2
    assert "--update" in result.stderr
