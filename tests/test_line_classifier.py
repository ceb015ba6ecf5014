"""Lines of rules that were often wrong are told by their words, their place and what the rules made of them."""

import importlib.util
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import click
import numpy as np
import pytest

from jiaodong_corpus.draft import Draft
from jiaodong_corpus.evaluate import load_gold
from jiaodong_corpus.explain import explain_page
from jiaodong_corpus.label import PASSES, begin, label
from jiaodong_corpus.lexicon import Lexicon
from jiaodong_corpus.line_classifier import TEXT as OF_TEXT
from jiaodong_corpus.line_classifier import LineClassifier
from jiaodong_corpus.model import Label, Page
from jiaodong_corpus.page import parse
from jiaodong_corpus.pipeline import process
from jiaodong_corpus.read import plan_file, read
from jiaodong_corpus.toolkit import Toolkit
from jiaodong_corpus.unsure import BY_WORDS, judge_by_words

ROOT = Path(__file__).parents[1]
FIRST_SIGHT = ROOT / "data" / "lines" / "first_sight.tsv.xz"
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


def by_rules(page: Page, lexicon: Lexicon) -> Draft:
    """Return the draft of a page as the rules leave it, before the words of lines are asked."""
    draft = begin(page, lexicon)
    for judge in PASSES:
        if judge is not judge_by_words:
            judge(draft)
    return draft


def test_only_unsure_rules_are_overruled_and_nothing_is_put_back_into_the_text(toolkit: Toolkit, seeds: Path) -> None:
    pages = [*seeds.glob("*.txt"), *sorted((ROOT / "tests" / "pages").glob("*/page.txt"))[::20]]
    overruled = 0
    for one in pages:
        page = parse(read(plan_file(one)), toolkit)
        rules, words = by_rules(page, toolkit.lexicon), label(page, toolkit.lexicon)
        for rule, before, block in zip(rules.rules, rules.labels, words.blocks, strict=True):
            if (rule, before) == (block.rule, block.label):
                continue
            assert before
            assert block.rule == BY_WORDS
            assert (rule, before) in toolkit.lexicon.line_classifier.unsure
            assert before in OF_TEXT or block.label not in OF_TEXT
            assert before not in OF_TEXT or block.label is not Label.HEADLINE
            overruled += 1
    assert overruled > 50


def test_a_rule_is_overruled_only_where_another_label_is_much_likelier() -> None:
    weights = np.array([[0, 60, 0], [0, 70, 0], [0, 0, 96]], np.int8)
    rows = {"nearly two": 0, "more": 1, "text": 2}
    unsure = frozenset({("guess", Label.NAV), ("guess", Label.SUBHEADING)})
    classifier = LineClassifier((Label.NAV, Label.RELATED, Label.BODY), rows, weights, 1 / 32, unsure)
    assert classifier.judge(["nearly two"], "guess", Label.NAV) is None
    assert classifier.judge(["more", "unheard of"], "guess", Label.NAV) is Label.RELATED
    assert classifier.judge(["more"], "certain", Label.NAV) is None
    # What was left out of the text is not put back, however likely.
    assert classifier.judge(["text"], "guess", Label.NAV) is None


class AlwaysHeadline(LineClassifier):
    """Takes every line that it is asked of for a headline."""

    def judge(self, features: Iterable[str], rule: str, label: Label) -> Label | None:
        return Label.HEADLINE if (rule, label) in self.unsure else None


@pytest.mark.parametrize(
    ("above", "line", "becomes"),
    [
        ("渡口管理处说,班次表下周公布。", "又一座渡口今年开建", Label.HEADLINE),
        # The sentence above goes on.
        ("渡口管理处说,乘客请先在", "渡口小程序里预约", Label.NAV),
        # The page's headline again.
        ("渡口管理处说,班次表下周公布。", "两市共管一座渡口", Label.NAV),
        # It stands above another headline, too.
        ("渡口管理处说,班次表下周公布。", "聚焦两会", Label.NAV),
    ],
)
def test_what_may_become_a_headline(toolkit: Toolkit, tmp_path: Path, above: str, line: str, becomes: Label) -> None:
    rule = "section-name"
    lines = (
        ("聚焦两会", Label.NAV, "nav"), ("两市共管一座渡口", Label.HEADLINE, "headline"), (above, Label.BODY, "paragraph"),
        (line, Label.NAV, rule), ("备忘录写明,渡口轮流负责。", Label.BODY, "paragraph"),
    )  # fmt: skip
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(text for text, _, _ in lines), "utf-8")
    asked = AlwaysHeadline((), {}, np.zeros((0, 0), np.int8), 1, frozenset({(rule, Label.NAV)}))
    lexicon = replace(toolkit.lexicon)
    lexicon.__dict__["line_classifier"] = asked
    draft = begin(parse(read(plan_file(page)), toolkit), lexicon)
    for index, (_, given, by) in enumerate(lines):
        draft.put(index, given, by)
    judge_by_words(draft)
    assert draft.labels[3] is becomes


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


def training() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_lines", ROOT / "data" / "lines" / "train.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_script_fits_weights_that_tell_its_lines(toolkit: Toolkit) -> None:
    train = training()
    golds = {one.name: one for one in load_gold(ROOT / "tests" / "pages")}
    table = [one for one in train.read_table(FIRST_SIGHT) if one[0] in golds]
    *fitted, left_out = [train.sample(golds[name], blocks, toolkit) for name, blocks in table[::40]]
    made: LineClassifier = train.fit(fitted)
    # Of a page that it never saw it tells most lines as gold does, whatever the rules said.
    told = [made.labels[int(made.scores(features).argmax())] for features in left_out.features]
    right = sum(one is other for one, other in zip(told, left_out.labels, strict=True))
    assert right > len(told) / 2
    # The rule that is wrong most often is among the unsure ones.
    assert ("line-outside-article", Label.NAV) in made.unsure


def test_what_rules_said_at_first_sight_is_of_the_pages_that_are_here() -> None:
    characters = {
        one.name: sum(len("".join(row.text.split())) for row in one.rows) for one in load_gold(ROOT / "tests" / "pages")
    }
    table = {name: sum(one.size for one in blocks) for name, blocks in training().read_table(FIRST_SIGHT)}
    assert len(table) > 2000
    assert {name: size for name, size in table.items() if characters[name] != size} == {}


def test_the_weights_that_ship_know_every_label_that_a_line_can_get(toolkit: Toolkit) -> None:
    classifier = toolkit.lexicon.line_classifier
    assert set(Label) - set(classifier.labels) == set()
    assert classifier.weights.shape == (len(classifier.rows), len(classifier.labels))
