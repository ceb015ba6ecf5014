"""A lexicon of one's own: it adds to the one that ships, is checked before it is used, and is told in run.json."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from jiaodong_corpus import JdcError, clean, load_toolkit
from jiaodong_corpus.cli import main
from jiaodong_corpus.lexicon import load_lexicon

PATTERN = """[[label]]
name = "{name}"
label = "widget"
pattern = '''{pattern}'''
why = "A box of our own site."
hits = ["{hit}"]
misses = ["今日开会"]
"""
PAGE = """潍坊举行港口座谈会

2021年7月2日 来源:烟台晚报

7月1日,昌黎县与海岱联合港举行座谈会,双方就共建物流通道达成一致意见。
会议提出,要把海岱联合港建设成为区域物流枢纽,带动周边产业发展。

海岱小喇叭
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    pattern = PATTERN.format(name="horn", pattern="^海岱小喇叭$", hit="海岱小喇叭")
    (folder / "boxes.toml").write_text(pattern, encoding="utf-8")
    (folder / "terms.tsv").write_text("海岱联合港\tbody\tnt\t300\ta made-up port\n", encoding="utf-8")
    (folder / "places.tsv").write_text("昌黎县\t昌黎\t130322\tcounty\t300\tGB/T 2260\n", encoding="utf-8")
    (folder / "menu.txt").write_text("海岱首页  # of our own site\n", encoding="utf-8")
    return folder


def test_what_is_added_holds_beside_what_ships(own: Path) -> None:
    toolkit = load_toolkit(lexicon=own)
    result = clean(PAGE, toolkit=toolkit)
    assert [(one.label.value, one.rule) for one in result.blocks][-1] == ("widget", "horn")
    (article,) = result.articles
    assert "海岱联合港" in article.tokens
    assert ("昌黎县", "130322") in [(one.name, one.code) for one in article.places]
    assert "海岱首页" in toolkit.lexicon.menu
    assert set(load_lexicon().entries) < set(toolkit.lexicon.entries)
    plain = clean(PAGE)
    assert "海岱联合港" not in plain.articles[0].tokens
    assert plain.blocks[-1].rule != "horn"


def test_the_run_says_what_lay_over(own: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "page.txt").write_text(PAGE, encoding="utf-8")
    arguments = ["clean", str(tmp_path / "in"), "-q", "-o", str(tmp_path / "out"), "--lexicon", str(own)]
    told = []
    for word in ("港口", "码头"):
        (own / "menu.txt").write_text(word, encoding="utf-8")
        assert CliRunner().invoke(main, arguments).exit_code == 0
        told.append(json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["settings"]["lexicon"])
    assert [one["name"] for one in told] == ["own", "own"]
    assert told[0]["sha256"] != told[1]["sha256"]


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("a.toml", PATTERN.format(name="x", pattern="^(海岱", hit="海岱"), "x: the pattern is broken"),
        ("a.toml", PATTERN.format(name="x", pattern="^海岱$", hit="海岱人"), "x: does not hit '海岱人'"),
        ("a.toml", PATTERN.format(name="x", pattern="^今日|^明", hit="明日"), "x: hits '今日开会'"),
        ("a.toml", PATTERN.format(name="x", pattern="^(?:海?)*", hit="海"), "x: the pattern matches nothing"),
        (
            "a.toml",
            PATTERN.format(name="x", pattern="^(?:海+)+$", hit="海海"),
            "x: the pattern takes too long on what almost",
        ),
        (
            "a.toml",
            PATTERN.format(name="x", pattern="^(?:海+海*)+中$", hit="海海中"),
            "x: the pattern takes too long on what almost",
        ),
        # Each round needs two, which are the same.
        (
            "a.toml",
            PATTERN.format(name="x", pattern="^(?:海+[山海]+)+中$", hit="海海中"),
            r"x: the pattern takes too long on \d+ char",
        ),
        # Only behind what its condition asks for.
        (
            "a.toml",
            PATTERN.format(name="x", pattern="^(?=海)(?:海|1{1,3})+$", hit="海1"),
            "x: the pattern takes too long on what almost",
        ),
        ("a.toml", PATTERN.format(name=load_lexicon().labels[0].name, pattern="^海", hit="海"), "of this name"),
        ("a.toml", PATTERN.format(name="x", pattern="^海", hit="海").replace("widget", "gadget"), "label.0.label"),
        ("a.toml", "[[label]\n", "Write it as TOML"),
        ("a.toml", "[[lable]]\nname = 'x'\n", "lable: Extra inputs"),
        ("label.tml", "x", "is no file of a lexicon"),
        ("places.tsv", "昌黎县\t昌黎\t13\tcounty\t300\tx\n", "places.tsv:1: 13 county"),
        ("terms.tsv", "昌黎县\n", "terms.tsv:1: 5 columns"),
        ("menu.txt", b"\xff\xfe\x00", "is not UTF-8"),
    ],
)
def test_a_broken_file_is_named_and_nothing_is_done(
    name: str, text: str | bytes, complaint: str, own: Path, tmp_path: Path
) -> None:
    (own / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(JdcError, match=complaint) as raised:
        load_toolkit(lexicon=own)
    assert name in str(raised.value)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    arguments = ["clean", str(tmp_path / "page.txt"), "-o", str(tmp_path / "out"), "--lexicon", str(own)]
    done = CliRunner().invoke(main, arguments)
    assert (done.exit_code, (tmp_path / "out").exists()) == (2, False)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(JdcError, match="no such folder"):
        load_toolkit(lexicon=tmp_path / "none")


SETTINGS = 'tags = true\nmax-bytes = 12345\nlexicon = "own"\n[report]\nmax_pages = 7\n'


@pytest.mark.parametrize("project", [True, False])
def test_settings_of_a_file_are_defaults(
    project: bool, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file, text = Path("jdc.toml"), SETTINGS
    if project:
        file, text = Path("pyproject.toml"), "[tool.jdc]\n" + SETTINGS.replace("[report]", "[tool.jdc.report]")
    file.write_text(text, encoding="utf-8")
    shown = CliRunner().invoke(main, ["clean", "--show-settings", "--max-bytes", "99", "x"]).output.splitlines()
    assert "tags = true  # file of settings" in shown
    assert "max_bytes = 99  # command line" in shown
    assert f'lexicon = "{own}"  # file of settings' in shown
    assert "fresh = false  # default" in shown
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    assert "horn" in CliRunner().invoke(main, ["explain", "page.txt"]).output, "shared with other commands"
    assert "horn" not in CliRunner().invoke(main, ["--isolated", "explain", "page.txt"]).output


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("taggs = true", "taggs: jdc clean has no such option. It has"),
        ("[report]\nsize = 3", "size: jdc report has no such option. It has"),
        ("[reports]\nsize = 3", "reports: no command has this name"),
        ("jobs = 'two'", "two"),
        ("jobs = ", "Write it as TOML"),
    ],
)
def test_a_setting_that_is_none_is_wrong_use(text: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "jdc.toml").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["--config", str(tmp_path / "jdc.toml"), "clean", "--show-settings", "x"])
    assert done.exit_code == 2
    assert complaint in done.output


def test_a_project_without_settings_is_none(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        assert CliRunner().invoke(main, ["clean", "--show-settings", "x"]).exit_code == 0
    finally:
        os.chdir(before)


def test_a_long_pattern_is_written_in_lines(tmp_path: Path) -> None:
    entry = PATTERN.format(name="horn", pattern="^海岱小喇叭$", hit="海岱小喇叭")
    lined = entry.replace("'''^海岱小喇叭$'''", "['''^海岱''', '''小喇叭$''']")
    assert lined != entry
    (tmp_path / "boxes.toml").write_text(lined, encoding="utf-8")
    toolkit = load_toolkit(lexicon=tmp_path)
    assert toolkit.lexicon.labels[0].pattern == "^海岱小喇叭$"
