"""Lines that no rule is sure of are told by their words, their neighbours and their place."""

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import click
import pytest

from jiaodong_corpus.explain import explain_page
from jiaodong_corpus.line_classifier import LineClassifier, Lines
from jiaodong_corpus.model import Label
from jiaodong_corpus.page import parse
from jiaodong_corpus.pipeline import process
from jiaodong_corpus.read import plan_file, read
from jiaodong_corpus.toolkit import Toolkit
from jiaodong_corpus.unsure import BY_WORDS, UNTOLD

ROOT = Path(__file__).parents[1]
TEXT = (
    "本报讯 两市昨天签署渡口共管备忘录,两岸居民今后乘船不必再换票。",
    "备忘录写明,渡口的检票、安检和值守由两市轮流负责,每季度交接一次。",
    "渡口管理处负责人说,头一个月的班次表下周贴在两岸候船室门口。",
)


def labels(toolkit: Toolkit, tmp_path: Path, lines: tuple[str, ...]) -> dict[str, tuple[Label, str]]:
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(lines), "utf-8")
    result = process(read(plan_file(page)), toolkit)
    assert result.labelled
    return {one.block.text: (one.label, one.rule) for one in result.labelled.blocks}


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("语音朗读本页 00:00", Label.WIDGET),
        ("渡口往来网 2021-03-04 09:12", Label.META),
        ("主办:南渡县融媒体中心 承办:南渡县信息中心", Label.FOOTER),
    ],
)
def test_a_line_behind_the_text_is_told_by_its_words(toolkit: Toolkit, tmp_path: Path, line: str, label: Label) -> None:
    found = labels(
        toolkit, tmp_path, ("两市共管一座渡口 往返不再换票", "2021-03-04 09:12", *TEXT, "责任编辑:罗一舟", line)
    )
    assert found[line][0] is label


def test_words_never_make_a_line_of_the_text(toolkit: Toolkit, seeds: Path) -> None:
    pages = [*seeds.glob("*.txt"), *sorted((ROOT / "tests" / "pages").glob("*/page.txt"))[::20]]
    results = [process(read(plan_file(page)), toolkit) for page in pages]
    told = [
        one.label for result in results if result.labelled for one in result.labelled.blocks if one.rule == BY_WORDS
    ]
    assert len(told) > 50
    assert UNTOLD.isdisjoint(told)


def test_explain_says_what_spoke_for_a_line(toolkit: Toolkit) -> None:
    page = ROOT / "tests" / "pages" / "tv-site-ticker-before-article-broadcast-parts-hubaoeyu" / "page.txt"
    shown = list(map(click.unstyle, explain_page(process(read(plan_file(page)), toolkit))))
    places = [index for index, line in enumerate(shown) if BY_WORDS in line]
    assert places
    # Up to four reasons, each with its weight, the heaviest first.
    for place in places:
        weights = [float(one.rsplit(" ", 1)[1]) for one in shown[place + 1].split(", ")]
        assert 0 < len(weights) <= 4
        assert weights == sorted(weights, reverse=True)


def test_what_is_true_of_a_line_does_not_depend_on_its_own_label() -> None:
    texts = ["南渡往来", "两市共管一座渡口", "本报讯 两市昨天签署备忘录。", "又一段文字,也有句号。", "返回"]
    known: list[Label | None] = [Label.NAV, Label.HEADLINE, Label.BODY, Label.BODY, Label.WIDGET]
    for index in range(len(texts)):
        hidden = [None if one == index else label for one, label in enumerate(known)]
        assert set(Lines(texts, known).features(index)) == set(Lines(texts, hidden).features(index))


def training() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_lines", ROOT / "data" / "lines" / "train.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_script_fits_weights_that_tell_its_lines(toolkit: Toolkit) -> None:
    train = training()
    pages = [one for one in train.load_gold(ROOT / "data" / "gold") if not one.name.startswith("000")]
    samples = [train.sample(one, toolkit, random.Random(place)) for place, one in enumerate(pages * 6)]
    made: LineClassifier = train.fit(samples)
    left_out = next(one for one in train.load_gold(ROOT / "data" / "gold") if one.name.startswith("000"))
    page = parse(read(plan_file(left_out.page)), toolkit)
    lines = Lines([block.folded for block in page.blocks], [None] * len(page.blocks))
    told = [made.classify(lines, index) for index in range(len(page.blocks))]
    assert all(0 < likely <= 1 for _, likely in told)
    # A page of the same kind whose labels it never saw: its long paragraphs are text.
    long = [label for (label, _), block in zip(told, page.blocks, strict=True) if len(block.folded) > 80]
    assert long.count(Label.BODY) >= 0.8 * len(long) > 0
    assert made.reasons(lines, 0, told[0][0])[0][1] >= 0


def test_the_weights_that_ship_know_every_label_that_a_line_can_get(toolkit: Toolkit) -> None:
    classifier = toolkit.lexicon.line_classifier
    assert set(Label) - set(classifier.labels) == set()
    assert classifier.weights.shape == (len(classifier.rows), len(classifier.labels))
