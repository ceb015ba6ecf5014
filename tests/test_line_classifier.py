"""Lines of rules that were often wrong are told by their words, their place and what the rules made of them."""

from collections.abc import Callable, Iterable, Sequence
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
from jiaodong_corpus.line_classifier import Layer, LineClassifier
from jiaodong_corpus.line_features import Lines
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


def of_words(scores: dict[str, tuple[float, ...]], unsure: Iterable[tuple[str, Label]]) -> LineClassifier:
    """Return a classifier that adds up what each word says of navigation, related links, and text, and looks at one line alone."""
    vectors = np.array([*scores.values(), (0, 0, 0)], np.int8)
    same = np.eye(3)[None], np.zeros(3)
    rows = {word: row for row, word in enumerate(scores)}
    return LineClassifier(
        (Label.NAV, Label.RELATED, Label.BODY), rows, vectors, np.full(3, 1 / 32),
        (Layer(*same), Layer(*same)), frozenset(unsure),
    )  # fmt: skip


def test_a_rule_is_overruled_only_where_another_label_is_much_likelier() -> None:
    words: dict[str, tuple[float, ...]] = {"nearly two": (0, 60, 0), "more": (0, 70, 0), "text": (0, 0, 96)}
    classifier = of_words(words, {("guess", Label.NAV), ("guess", Label.SUBHEADING)})
    lines = [["nearly two"], ["more", "unheard of"], ["more"], ["text"], []]
    rules = ["guess", "guess", "certain", "guess", "guess"]
    judged = classifier.judge(lines, [(rule, Label.NAV) for rule in rules], range(len(lines)))
    # What was left out of the text is not put back, however likely; of what says nothing nothing is known.
    assert judged == [None, Label.RELATED, None, None, None]


def test_a_line_is_told_by_those_around_it_up_to_where_they_are_in_sight() -> None:
    classifier = of_words({"here": (0, 0, 0), "there": (64, 0, 0)}, ())
    # A layer between that adds what the line above says of navigation to what a line says of related links.
    weights = np.zeros((3, 3, 3))
    weights[0, 0, 1] = 2
    first, last = classifier.layers
    classifier = replace(classifier, layers=(first, Layer(weights, np.zeros(3)), last))
    lines = [["there"], ["here"], ["here"]]
    assert classifier.scores(lines).tolist() == [[2, 0, 0], [0, 4, 0], [0, 0, 0]]
    assert classifier.reasons(lines, 1, Label.RELATED) == [("line -1", 4), ("here", 0), ("line +1", 0)]
    # What stands further away changes nothing.
    assert classifier.scores([*lines, ["there"]])[:3].tolist() == classifier.scores(lines).tolist()


def test_sums_are_exact_in_whatever_order_a_machine_adds_them_up(toolkit: Toolkit) -> None:
    classifier = toolkit.lexicon.line_classifier
    first, *middle, last = classifier.layers
    turned = replace(
        classifier,
        layers=(
            Layer(first.weights[:, :, ::-1], first.bias[::-1]),
            *(Layer(one.weights[:, ::-1, ::-1], one.bias[::-1]) for one in middle),
            Layer(last.weights[:, ::-1], last.bias),
        ),
    )
    texts = ["两市共管一座渡口", "2021-03-04 09:12", *TEXT, "责任编辑:罗一舟", "相关阅读", "关于我们"]
    lines = Lines(texts, [Label.NAV] * len(texts), ["line-outside-article"] * len(texts))
    assert turned.scores(lines).tolist() == classifier.scores(lines).tolist()


def test_what_is_out_of_sight_of_unsure_lines_changes_nothing(toolkit: Toolkit, seeds: Path) -> None:
    classifier = toolkit.lexicon.line_classifier
    for one in seeds.glob("*.txt"):
        page = parse(read(plan_file(one)), toolkit)
        draft = by_rules(page, toolkit.lexicon)
        known = [label for label in draft.labels if label]
        said = list(zip(draft.rules, known, strict=True))
        lines = Lines((block.folded for block in draft.blocks), known, draft.rules)
        every = range(len(said))
        everywhere = replace(classifier, unsure=frozenset(said)).judge(lines, said, every)
        expected = [told if one in classifier.unsure else None for one, told in zip(said, everywhere, strict=True)]
        assert classifier.judge(lines, said, every) == expected


class AlwaysHeadline(LineClassifier):
    """Takes every line that it is asked of for a headline."""

    def judge(
        self, lines: Iterable[Iterable[str]], said: Sequence[tuple[str, Label]], among: range
    ) -> list[Label | None]:
        return [Label.HEADLINE if one in self.unsure else None for one in said]


def asked_of_all(
    toolkit: Toolkit, tmp_path: Path, lines: tuple[tuple[str, Label, str], ...], unsure: tuple[str, Label]
) -> list[Label | None]:
    """Return the labels of lines of which those of a rule would all be headlines."""
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(text for text, _, _ in lines), "utf-8")
    asked = AlwaysHeadline(**{**vars(of_words({}, ())), "unsure": {unsure}})
    lexicon = replace(toolkit.lexicon)
    lexicon.__dict__["line_classifier"] = asked
    draft = begin(parse(read(plan_file(page)), toolkit), lexicon)
    for index, (_, given, by) in enumerate(lines):
        draft.put(index, given, by)
    judge_by_words(draft)
    return draft.labels


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
    assert asked_of_all(toolkit, tmp_path, lines, (rule, Label.NAV))[3] is becomes


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


def test_the_script_fits_weights_that_tell_its_lines(
    toolkit: Toolkit, import_script: Callable[[str], ModuleType]
) -> None:
    pytest.importorskip("torch", reason="weights are fitted with torch: pip install -e '.[train]'")
    train = import_script("train")
    samples = [*train.load_samples(FIRST_SIGHT, ROOT / "tests" / "pages", toolkit).values()]
    *fitted, (left_out, _) = samples[::40]
    made: LineClassifier = train.fit(fitted)
    # Of a page that it never saw it tells most lines as gold does, whatever the rules said.
    told = [made.labels[best] for best in made.scores(left_out.features).argmax(axis=1)]
    right = sum(one is other for one, other in zip(told, left_out.labels, strict=True))
    assert right > len(told) / 2
    # The rule that is wrong most often is among the unsure ones.
    assert ("line-outside-article", Label.NAV) in made.unsure


def test_what_rules_said_at_first_sight_is_of_the_pages_that_are_here(
    import_script: Callable[[str], ModuleType],
) -> None:
    characters = {
        one.name: sum(len("".join(row.text.split())) for row in one.rows) for one in load_gold(ROOT / "tests" / "pages")
    }
    table = {name: sum(one.size for one in blocks) for name, blocks in import_script("table").read_table(FIRST_SIGHT)}
    assert len(table) > 2000
    assert {name: size for name, size in table.items() if characters[name] != size} == {}


def test_the_weights_that_ship_know_every_label_that_a_line_can_get(toolkit: Toolkit) -> None:
    classifier = toolkit.lexicon.line_classifier
    assert set(Label) - set(classifier.labels) == set()
    assert len(classifier.vectors) == len(classifier.rows) + 1
    assert not classifier.vectors[-1].any()


@pytest.mark.parametrize(("label", "becomes"), [(Label.RELATED, Label.RELATED), (Label.KICKER, Label.HEADLINE)])
def test_a_title_of_a_list_above_a_headline_is_none(
    label: Label, becomes: Label, toolkit: Toolkit, tmp_path: Path
) -> None:
    lines = (
        ("又一座渡口今年开建", label, "guess"), ("两市共管一座渡口", Label.HEADLINE, "headline"),
        ("渡口管理处说,班次表下周公布。", Label.BODY, "paragraph"), ("备忘录写明,渡口轮流负责。", Label.BODY, "paragraph"),
    )  # fmt: skip
    assert asked_of_all(toolkit, tmp_path, lines, ("guess", label))[0] is becomes
