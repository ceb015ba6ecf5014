"""What was split off as an article is asked whether it is one."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import click
import numpy as np
import pytest

from jiaodong_corpus.article_classifier import NO_ARTICLE, Articles, Row, judge_articles, rows_of
from jiaodong_corpus.explain import explain_page
from jiaodong_corpus.label import label
from jiaodong_corpus.model import Label
from jiaodong_corpus.page import parse
from jiaodong_corpus.pipeline import PageResult, find_articles, process
from jiaodong_corpus.read import plan_file, read
from jiaodong_corpus.split import split
from jiaodong_corpus.toolkit import Toolkit
from jiaodong_corpus.weights import Weights

ROOT = Path(__file__).parents[1]
FIRST_SIGHT = ROOT / "data" / "lines" / "first_sight.tsv.xz"
ARTICLE = (
    "两县渡船改一票通行",
    "2023-05-14 13:04 来源:青川日报",
    "本报讯(记者 罗一舟)5月13日,青川、石台两县渡口的渡船改为一票通行,两岸居民不必再换票。",
    "两县交通局当天签署备忘录,检票、安检和值守由两县轮流负责,每季度交接一次。",
    "渡口管理处负责人说,头一个月的班次表下周贴在两岸候船室门口,老人和学生半价。",
)
OTHER_ARTICLE = (
    "老码头改建公园下月开园",
    "2023-05-15 09:20 来源:青川日报",
    "本报讯(记者 罗一舟)5月14日,停用六年的青川老码头改建公园工程完工,下月一日起免费开放。",
    "公园占地四万平方米,保留了两座吊机和一段货运铁轨,设有三条环湖步道。",
)
TERMS = (
    "渡口通用户须知",
    "欢迎您使用渡口通。请您在购票前完整阅读本须知,您点击购票即视为同意。",
    "1、您应保证填写的姓名和证件号码真实有效,如因填写不实造成的损失由您自行承担。",
    "2、您可以在开船前两小时免费改签一次,改签后的船票不予退款,请您谅解。",
    "3、如您对本须知有任何疑问,请拨打客服电话400-000-0000与我们联系。",
)
OFFER = (
    "供应渡船用防滑垫 量大从优",
    "本公司专业生产渡船用防滑垫、码头护舷、缆绳等产品,规格齐全,质量可靠,欢迎新老客户来电订购。",
    "产品特点:耐磨、防滑、抗老化,可按客户要求定做各种尺寸。",
    "我们的产品广泛用于渡口、码头、游艇会,深受广大用户好评。",
    "联系人:罗经理 电话:0539-0000000",
)


def clean(lines: tuple[str, ...], toolkit: Toolkit, tmp_path: Path) -> PageResult:
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(lines), "utf-8")
    return process(read(plan_file(page)), toolkit)


@pytest.mark.parametrize("lines", [TERMS, OFFER])
def test_terms_and_offers_are_no_articles(lines: tuple[str, ...], toolkit: Toolkit, tmp_path: Path) -> None:
    result = clean(lines, toolkit, tmp_path)
    assert result.rejection
    assert result.rejection.kind == "no_article"
    # Nothing is lost: the lines are there, and say why they are in no record.
    assert result.labelled
    assert [one.block.text for one in result.labelled.blocks] == [*lines]
    assert NO_ARTICLE in result.labelled.rules
    assert not any(one.label.of_article for one in result.labelled.blocks)
    assert len(result.left_out) == 1


def test_an_article_stays(toolkit: Toolkit, tmp_path: Path) -> None:
    result = clean(ARTICLE, toolkit, tmp_path)
    assert [one.text for one in result.records] == ["\n".join(ARTICLE[2:])]
    assert result.left_out == ()


def test_of_two_texts_one_can_be_left_out(toolkit: Toolkit, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join((*ARTICLE, "责任编辑:罗一舟", *OTHER_ARTICLE)), "utf-8")
    labelled = label(parse(read(plan_file(page)), toolkit), toolkit.lexicon)
    found = split(labelled, toolkit.lexicon, toolkit.language)
    assert len(found) == 2
    # These weights take the second of a page for an advertisement.
    weights = Weights((Label.AD, Label.BODY, Label.RELATED), {"later": 0}, np.array([[2, -3, 1]], np.int8), step=0.5)
    first, second = judge_articles(rows_of(labelled, found), found, weights)
    assert first.odds == 0
    assert (second.odds, second.label) == (1.5, Label.AD)
    with_weights = type(toolkit)(**(vars(toolkit) | {"article_weights": weights}))
    again, articles, left_out = find_articles(labelled, with_weights)
    assert left_out == found[1:]
    assert [one.indexes for one in articles] == [found[0].indexes]
    assert all(one.labelled is again for one in articles)
    assert {again.blocks[index].label for index in found[1].indexes} == {Label.AD}
    # All other lines have kept what they had.
    assert all(
        one == other
        for index, (one, other) in enumerate(zip(labelled.blocks, again.blocks, strict=True))
        if index not in found[1].indexes
    )


def test_what_is_true_of_a_text() -> None:
    rows = [
        Row(Label.NAV, "menu", 0, "首页"),
        Row(Label.HEADLINE, "headline", 1, "渡口"),
        Row(Label.BODY, "paragraph", 1, "价格:12元。"),
        Row(Label.AD, "offer", 0, "立即购买"),
        Row(Label.BODY, "paragraph", 1, "两县渡船..."),
        Row(Label.CAPTION, "credit", 2, "两县供图"),
    ]
    page = Articles(rows)
    found = set(page.features(1))
    assert {
        "first", "has headline", "no byline", "no meta", "lines 2", "one is cut", "last cut", "whole 5", "cut 5", "labels 5",
        "amid ad", "by paragraph", "page by menu", "articles 2", "headline pair 渡口", "pair 价格", "start 价格:", "end ..",
        "near pair 首页", "near pair 供图",
        "-1 headline", "-2 nav", "1 caption", "2 none",
    } <= found  # fmt: skip
    # Nothing can be said of what has no text.
    assert page.features(2) == []


def test_explain_says_what_spoke_against_a_text(toolkit: Toolkit, tmp_path: Path) -> None:
    shown = list(map(click.unstyle, explain_page(clean(TERMS, toolkit, tmp_path))))
    first = next(index for index, line in enumerate(shown) if NO_ARTICLE in line)
    weights = [float(one.rsplit(" ", 1)[1]) for one in shown[first + 1].split(", ")]
    assert len(weights) == 4
    assert weights == sorted(weights, reverse=True)
    assert min(weights) > 0


def test_the_script_fits_weights_that_tell_articles_from_other_texts(
    toolkit: Toolkit, import_script: Callable[[str], ModuleType]
) -> None:
    pytest.importorskip(
        "sklearn", reason="the weights of articles are fitted by scikit-learn (pip install scikit-learn)"
    )
    train = import_script("train_articles")
    samples = [*train.load_samples(FIRST_SIGHT, ROOT / "tests" / "pages", toolkit)]
    others = [one for one in samples if one.label is not Label.BODY]
    articles = [one for one in samples if one.label is Label.BODY][::12]
    made: Weights = train.fit([*others[::2], *articles[::2]])
    column = made.labels.index(Label.BODY)
    lost = sum(made.scores(one.features)[column] < 0 for one in articles[1::2])
    found = sum(made.scores(one.features)[column] < 0 for one in others[1::2])
    # Of texts that it never saw it leaves out some that are none, and hardly an article.
    assert found > len(others[1::2]) / 3
    assert lost < len(articles[1::2]) / 16
