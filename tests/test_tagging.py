"""Parts of speech on request, a column beside the tokens."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import jiaodong_corpus as jdc
from jiaodong_corpus import Toolkit
from jiaodong_corpus.cli import main
from jiaodong_corpus.tagging import Tagger

PAGE = "青岛与烟台携手\n\n6月1日,青岛、烟台两市签署合作协议,薛庆国出席,RCEP成员２０２１年贸易增长29.6%。\n"


@pytest.fixture(scope="module")
def tagging() -> Toolkit:
    return jdc.load_toolkit(tags=True)


def test_tokens_have_tags_on_request(tagging: Toolkit) -> None:
    (article,) = jdc.clean(PAGE, toolkit=tagging).articles
    assert article.pos is not None
    tags = dict(zip(article.tokens, article.pos, strict=True))
    assert {
        "青岛": "ns",
        "签署": "v",
        "薛庆国": "nr",
        "RCEP": "eng",
        "29.6%": "m",
        "２０２１": "m",
        "，": "x",
    }.items() <= tags.items()


def test_tokens_have_no_tags_unless_asked(toolkit: Toolkit, tagging: Toolkit) -> None:
    (article,) = jdc.clean(PAGE, toolkit=toolkit).articles
    (tagged,) = jdc.clean(PAGE, toolkit=tagging).articles
    assert article.pos is None
    assert tagged.model_copy(update={"pos": None}) == article


def test_terms_have_the_tags_of_the_lexicon(tagging: Toolkit) -> None:
    assert isinstance(tagging.tagger, Tagger)
    assert tagging.tagger.tag(["胶东经济圈", "山东高速集团", "济青高铁", "\n", "中" * 200_000]) == [
        "ns",
        "nt",
        "nz",
        "x",
        "x",
    ]


def test_the_command_line_adds_tags(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "words.txt").write_text("两市签署 3000 vn\n", "utf-8")
    command = ["clean", str(tmp_path / "page.txt"), "--tags", "--userdict", str(tmp_path / "words.txt")]
    result = CliRunner().invoke(main, [*command, "-o", str(tmp_path / "out")])
    assert result.exit_code == 0
    record = json.loads((tmp_path / "out" / "articles.jsonl").read_text("utf-8"))
    assert dict(zip(record["tokens"], record["pos"], strict=True))["两市签署"] == "vn"
    settings = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["settings"]
    assert settings["tags"] is True
    assert settings["userdict"]["name"] == "words.txt"


def test_a_bad_user_dictionary_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("青 岛 很多\n", "utf-8")
    result = CliRunner().invoke(main, ["clean", "-", "--userdict", str(tmp_path / "words.txt")], input=PAGE)
    assert result.exit_code == 2
    assert "words.txt:1" in result.output
