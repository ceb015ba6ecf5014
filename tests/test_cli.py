"""The command line: what it prints where, and how it ends."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from jiaodong_corpus import Record
from jiaodong_corpus.cli import main

NEWS = "胶东五市共建半岛快线\n\n3月15日,连接青岛、烟台两市的半岛快线在莱西开工,全长86.5公里。\n"
BINARY = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def jdc(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=stdin)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    (folder / "menu.txt").write_text("首页\n要闻\n财经\n", encoding="utf-8")
    (folder / "notes.md").write_text("x", encoding="utf-8")
    return folder


def records(folder: Path) -> list[Record]:
    return [Record.model_validate_json(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()]


def test_the_seeds_become_thirteen_records(seeds: Path, tmp_path: Path) -> None:
    result = jdc("clean", seeds, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "5 pages: 12 articles, 1 photo items" in result.stderr
    found = records(tmp_path / "out")
    assert len(found) == 13
    assert len({one.id for one in found}) == 13
    assert (tmp_path / "out" / "rejected.jsonl").read_text("utf-8") == ""


def test_the_default_output_is_data_out(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pages.parent)
    assert jdc("clean", "pages").exit_code == 0
    assert [one.headline for one in records(pages.parent / "data" / "out")] == ["胶东五市共建半岛快线"]
    # A second run reads the same pages and replaces the first.
    assert jdc("clean", ".").exit_code == 0
    assert [one.source.path for one in records(pages.parent / "data" / "out")] == ["pages/news.txt"]


def test_a_page_without_an_article_is_no_failure(pages: Path, tmp_path: Path) -> None:
    result = jdc("clean", pages, "-o", tmp_path / "out")
    assert result.exit_code == 0
    [rejected] = [json.loads(line) for line in (tmp_path / "out" / "rejected.jsonl").read_text("utf-8").splitlines()]
    assert (rejected["source"], rejected["kind"], rejected["stage"]) == ("menu.txt", "no_article", "split")
    assert "rejected: 1 without an article, 0 with an error" in result.stderr
    assert "skipped: 1 files of other kinds" in result.stderr


@pytest.mark.parametrize("quiet", [False, True])
def test_a_dash_as_output_puts_only_records_on_standard_output(quiet: bool, pages: Path) -> None:
    result = jdc("clean", pages, "-o", "-", *(["--quiet"] if quiet else []))
    assert result.exit_code == 0
    [line] = result.stdout.splitlines()
    assert Record.model_validate_json(line).headline == "胶东五市共建半岛快线"
    assert bool(result.stderr) is not quiet


def test_a_dash_as_output_gives_the_records_that_a_folder_gets(pages: Path, tmp_path: Path) -> None:
    jdc("clean", pages, "-o", tmp_path / "out")
    assert jdc("clean", pages, "-o", "-").stdout == (tmp_path / "out" / "articles.jsonl").read_text("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_dash_as_page_reads_standard_input(encoding: str) -> None:
    result = jdc("clean", "-", "-o", "-", "-q", stdin=NEWS.encode(encoding))
    record = Record.model_validate_json(result.stdout)
    assert (record.source.path, record.source.encoding) == ("-", encoding)


def test_quiet_prints_nothing(pages: Path, tmp_path: Path) -> None:
    result = jdc("clean", pages, "-o", tmp_path / "out", "--quiet")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert len(records(tmp_path / "out")) == 1


@pytest.mark.parametrize("quiet", [False, True])
def test_a_broken_page_fails_alone(quiet: bool, pages: Path, tmp_path: Path) -> None:
    (pages / "a-picture.txt").write_bytes(BINARY)
    (pages / "gone.txt").symlink_to(pages / "nowhere.txt")
    result = jdc("clean", pages, "-o", tmp_path / "out", *(["-q"] if quiet else []))
    assert result.exit_code == 1
    assert len(records(tmp_path / "out")) == 1
    rejected = [json.loads(line) for line in (tmp_path / "out" / "rejected.jsonl").read_text("utf-8").splitlines()]
    stages = {one["source"]: one["stage"] for one in rejected if one["kind"] == "error"}
    assert stages == {"a-picture.txt": "decode", "gone.txt": "read"}
    # What failed is said even with --quiet, with the page's name and what to do.
    assert "a-picture.txt: decode: this is a binary file" in result.stderr
    assert "gone.txt: read: No such file or directory. Check that the file exists" in result.stderr


@pytest.mark.parametrize("name", ["missing.txt", "missing/", "*.xml"])
def test_what_matches_nothing_is_wrong_use_and_named(name: str, pages: Path, tmp_path: Path) -> None:
    result = jdc("clean", pages, pages / name, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert str(pages / name) in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_foreign_folder_is_refused_before_any_work(pages: Path) -> None:
    result = jdc("clean", pages, "-o", pages)
    assert result.exit_code == 2
    assert f"{pages}: holds files that jdc did not write" in result.stderr
    assert sorted(path.name for path in pages.iterdir()) == ["menu.txt", "news.txt", "notes.md"]


@pytest.mark.parametrize("arguments", [["clean"], ["clean", "--no-such-option", "x"], ["no-such-command"], ["explain"]])
def test_wrong_use_ends_with_2_and_a_hint(arguments: list[str]) -> None:
    result = jdc(*arguments)
    assert result.exit_code == 2
    assert "Error:" in result.stderr
    assert "Traceback" not in result.output


def test_explain_shows_every_block_with_label_rule_and_article(seeds: Path) -> None:
    result = jdc("explain", seeds / "002_e67492a810d0588b.txt")
    assert result.exit_code == 0
    head, *lines = result.stdout.splitlines()
    assert "9 articles" in head
    assert len(lines) == 77
    assert lines[1].split()[:3] == ["1", "headline", "1"]
    # A block that goes on a paragraph has a plus.
    assert sum(line.split()[2].endswith("+") for line in lines) == 8
    assert all(len(line.split()) >= 5 for line in lines)


def test_explain_has_colours_only_where_they_are_wanted(seeds: Path) -> None:
    page = str(seeds / "001_60d5b0836f27b832.txt")
    plain = CliRunner().invoke(main, ["explain", page])
    coloured = CliRunner().invoke(main, ["explain", page], color=True)
    assert "\x1b[" not in plain.stdout
    assert "\x1b[" in coloured.stdout
    assert click.unstyle(coloured.stdout) == plain.stdout


def test_explain_says_why_a_page_has_no_article(pages: Path) -> None:
    result = jdc("explain", pages / "menu.txt")
    assert result.exit_code == 0
    assert "no article" in result.stdout.splitlines()[-1]


def test_explain_of_a_broken_page_fails(pages: Path) -> None:
    (pages / "news.txt").write_bytes(BINARY)
    result = jdc("explain", pages / "news.txt")
    assert result.exit_code == 1
    assert "news.txt: decode: this is a binary file" in result.output


def test_explain_wants_one_page(pages: Path) -> None:
    result = jdc("explain", pages)
    assert result.exit_code == 2
    assert f"{pages}: holds 2 pages. Name one of them." in result.stderr


def test_the_schema_describes_every_record(seeds: Path) -> None:
    schema = json.loads(jdc("schema").stdout)
    lines = jdc("clean", seeds, "-o", "-", "-q").stdout.splitlines()
    assert len(lines) == 13
    for line in lines:
        Record.model_validate_json(line, strict=True)
        # Fixed keys in a fixed order, none more and none less than the schema has.
        assert list(json.loads(line)) == list(schema["properties"])
    assert schema["additionalProperties"] is False
    assert schema["properties"]["schema_version"]["const"] == "jdc.article/1"


def test_check_tells_what_has_changed(pages: Path, tmp_path: Path) -> None:
    golden = tmp_path / "golden"
    assert jdc("check", pages, "--golden", golden, "--update").exit_code == 0
    assert jdc("check", pages, "--golden", golden).exit_code == 0
    (pages / "news.txt").write_text(NEWS.replace("86.5", "90"), encoding="utf-8")
    result = jdc("check", pages, "--golden", golden)
    assert result.exit_code == 1
    assert "news.txt" in result.stdout
    # Looking changes nothing.
    assert records(golden)[0].text.endswith("全长86.5公里。")


def test_check_wants_an_output_to_compare_with(pages: Path, tmp_path: Path) -> None:
    result = jdc("check", pages, "--golden", tmp_path / "missing")
    assert result.exit_code == 2
    assert str(tmp_path / "missing") in result.stderr


def test_evaluate_scores_gold_and_names_what_is_wrong(pages: Path) -> None:
    (pages / "gold.toml").write_text('page = "news.txt"\n[[article]]\nheadline = "别的标题"\n', encoding="utf-8")
    headline, _, body = NEWS.strip().split("\n")
    (pages / "labels.tsv").write_text(f"headline\t1\t{headline}\nbody\t1\t{body}\n", encoding="utf-8")
    result = jdc("evaluate", pages, "--wrong")
    assert result.exit_code == 0
    assert "headline is '别的标题'" in result.stdout
    (pages / "floors.toml").write_text("headline = 1.0\n", encoding="utf-8")
    assert jdc("evaluate", pages).exit_code == 1


@pytest.mark.parametrize("name", [None, *main.commands])
def test_every_help_has_an_example(name: str | None) -> None:
    result = jdc(*([name] if name else []), "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"jdc {name or 'clean'} " in result.stdout.partition("Example")[2]


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert version("jiaodong-corpus") in jdc("--version").stdout
