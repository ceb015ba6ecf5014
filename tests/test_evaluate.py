"""The metric: it gives 1 where all is right, and takes off where something is wrong."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from jiaodong_corpus.cli import main
from jiaodong_corpus.evaluate import evaluate, load_gold
from jiaodong_corpus.floors import load_floors, raise_floors
from jiaodong_corpus.model import JdcError
from jiaodong_corpus.scores import Scores
from jiaodong_corpus.toolkit import Toolkit

PAGE = "青岛与烟台携手共建\n\n来源:青岛日报\n\n6月1日,青岛、烟台两市签署合作协议,共建胶东经济圈。\n"
ROWS = "headline\t1\t青岛与烟台携手共建\nmeta\t1\t来源:青岛日报\nbody\t1\t6月1日,青岛、烟台两市签署合作协议,共建胶东经济圈。\n"
VALUES = 'page = "page.txt"\n[[article]]\nkind = "article"\nheadline = "青岛与烟台携手共建"\noutlet = "青岛日报"\n'


def write_gold(folder: Path, rows: str = ROWS, values: str = VALUES) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "labels.tsv").write_text(rows, encoding="utf-8")
    (folder / "gold.toml").write_text(values, encoding="utf-8")
    return folder


def scores_of(folder: Path, toolkit: Toolkit) -> Scores:
    (scores,) = evaluate(load_gold(folder), toolkit)
    return scores


def test_a_page_read_as_its_gold_says_scores_one_everywhere(tmp_path: Path, toolkit: Toolkit) -> None:
    scores = scores_of(write_gold(tmp_path), toolkit)
    assert {scores.share(name) for name in scores.ratios} == {1.0}
    assert scores.wrong == []


@pytest.mark.parametrize(
    ("old", "new", "measure"),
    [
        ("meta\t1", "nav\t-", "labels by line"),
        ("body\t1", "caption\t1", "text clean"),
        ("headline\t1", "body\t1", "article boundaries"),
        ("headline\t1", "subheading\t1", "paragraphs"),
    ],
)
def test_a_wrong_label_costs(tmp_path: Path, toolkit: Toolkit, old: str, new: str, measure: str) -> None:
    assert scores_of(write_gold(tmp_path, ROWS.replace(old, new)), toolkit).share(measure) < 1


@pytest.mark.parametrize(("old", "new"), [("青岛日报", "烟台日报"), ('outlet = "青岛日报"\n', "")])
def test_a_wrong_or_invented_value_costs(tmp_path: Path, toolkit: Toolkit, old: str, new: str) -> None:
    scores = scores_of(write_gold(tmp_path, values=VALUES.replace(old, new)), toolkit)
    assert scores.share("outlet") == 0
    assert any("outlet" in words for words in scores.wrong)


def test_what_a_repair_took_off_costs_nothing_where_gold_has_it_as_furniture(tmp_path: Path, toolkit: Toolkit) -> None:
    noise = ", Q% w8 E1 n/ s2 c. T; G$ r"
    folder = write_gold(tmp_path, f"{ROWS}markup\t-\t{noise}\n")
    (folder / "page.txt").write_text(PAGE.rstrip() + noise + "\n", encoding="utf-8")
    scores = scores_of(folder, toolkit)
    assert {scores.share(name) for name in ("labels by character", "article boundaries", "paragraphs")} == {1.0}


def test_what_a_repair_took_off_is_text_where_gold_says_so(tmp_path: Path, toolkit: Toolkit) -> None:
    noise = ", Q% w8 E1 n/ s2 c. T; G$ r"
    folder = write_gold(tmp_path, ROWS.rstrip() + noise + "\n")
    (folder / "page.txt").write_text(PAGE.rstrip() + noise + "\n", encoding="utf-8")
    assert scores_of(folder, toolkit).share("labels by character") == 1.0


def test_an_article_made_from_a_page_without_one_costs(tmp_path: Path, toolkit: Toolkit) -> None:
    rows = re.sub(r"\t1\t", "\t-\t", ROWS)
    assert scores_of(write_gold(tmp_path, rows, 'page = "page.txt"\n'), toolkit).share("pages without article") == 0


def test_gold_that_does_not_spell_its_page_is_an_error(tmp_path: Path, toolkit: Toolkit) -> None:
    with pytest.raises(JdcError, match="does not spell"):
        scores_of(write_gold(tmp_path, ROWS.replace("携手", "")), toolkit)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(JdcError, match=r"gold\.toml"):
        load_gold(tmp_path)


def test_floors_are_raised_and_never_lowered(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    scores = Scores("all")
    scores.add("paragraphs", 9, 10)
    raise_floors(file, scores)
    scores.add("paragraphs", 0, 10)
    raise_floors(file, scores)
    assert load_floors(file) == {"paragraphs": 0.9}


def test_the_command_fails_below_a_floor(tmp_path: Path) -> None:
    write_gold(tmp_path / "page", ROWS.replace("meta\t1", "nav\t-"))
    (tmp_path / "floors.toml").write_text('"labels by line" = 0.99\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", str(tmp_path), "--wrong"])
    assert result.exit_code == 1
    assert "below the floor: labels by line" in result.stderr
    assert "nav read as meta: 来源:青岛日报" in result.stdout
