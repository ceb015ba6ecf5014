"""Nothing lost: sentences of news that open with the words of furniture (扫码…, 版权…, 下载…) stay text wherever they stand."""

from pathlib import Path

import pytest

import jiaodong_corpus as jdc

SENTENCES = (Path(__file__).parent / "cases" / "ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()
HEAD = "首页 > 新闻 > 正文\n两市共建一条轻轨 早高峰十分钟一班\n"
TEXT = (
    "3月5日,两市轻轨开工,全长三十公里,设站十二座。",
    "工程总投资九十亿元,计划工期四年,建成后早高峰十分钟一班。",
    "“以后上班不用转车了。”市民王女士说。",
)
# The form is that of an imprint, a notice; only their words say that they are neither.
LABELLED = [
    "热线:打得通,说得清,办得了。这九个字写进了考核表。",
    "地址:没有门牌的小院;主人:一位八十岁的老船长。",
    "声明:两地法院发布的这份文件,是全国第一份跨省生态赔偿声明。",
]


def text_with(sentence: str, place: int, toolkit: jdc.Toolkit) -> str:
    lines = [*TEXT[:place], sentence, *TEXT[place:]]
    (record,) = jdc.clean(HEAD + "\n".join(lines), toolkit=toolkit).articles
    return record.text


@pytest.mark.parametrize("place", [0, 1, 3], ids=("first", "between", "last"))
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_opens_with_a_word_of_furniture_is_text(
    sentence: str, place: int, toolkit: jdc.Toolkit
) -> None:
    assert sentence in text_with(sentence, place, toolkit).split("\n")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_it_is_text_in_traditional_too(sentence: str, toolkit: jdc.Toolkit) -> None:
    traditional = toolkit.scripts.to_hant(sentence, list(toolkit.segmenter.cut(sentence)))
    assert traditional in text_with(traditional, 1, toolkit).split("\n")


@pytest.mark.xfail(
    strict=True, reason="a label and a colon open the lines of imprints and notices; the words behind them are not read"
)
@pytest.mark.parametrize("sentence", LABELLED)
def test_a_sentence_with_the_label_of_an_imprint_is_text(sentence: str, toolkit: jdc.Toolkit) -> None:
    assert sentence in text_with(sentence, len(TEXT), toolkit).split("\n")
