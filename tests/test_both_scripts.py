"""Both scripts: what each string must become, what a good Traditional page keeps, and how good a page is."""

import json
from pathlib import Path

import pytest

from jiaodong_corpus import Toolkit, clean
from jiaodong_corpus.normalize import keep_printed, simplify, traditionalize
from jiaodong_corpus.script_quality import measure

CASES = json.loads((Path(__file__).parent / "cases" / "scripts.json").read_text("utf-8"))
HONG_KONG = (
    "政府公布計畫，在區內興建一條新綫，預計明年底落成。局長表示，這裏的居民對工程意見不一，"
    "部份人擔心噪音，亦有人認為對小店有利。\n工程由兩間公司負責，說明會將於下星期在大會堂舉行，市民可以到場發表意見。"
)


def in_hant(hans: str, toolkit: Toolkit) -> str:
    return traditionalize([hans], [list(toolkit.segmenter.cut(hans))], toolkit.scripts)[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_string_becomes_what_it_should_in_both_scripts(case: dict[str, str], toolkit: Toolkit) -> None:
    hans = simplify([case["printed"]], toolkit.scripts)[0]
    assert hans == case["hans"]
    assert in_hant(hans, toolkit) == case["hant"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_simplified_text_stays_as_it_is(case: dict[str, str], toolkit: Toolkit) -> None:
    assert toolkit.scripts.to_hans(case["hans"]) == case["hans"]


def test_a_good_traditional_page_keeps_what_it_printed(toolkit: Toolkit) -> None:
    article = clean(HONG_KONG, toolkit=toolkit).articles[0]
    assert article.script == "zh-Hant"
    assert article.quality.measures["repair_rate"] <= 5
    assert article.hant.text == article.text
    assert "这里的居民" in article.hans.text


def test_a_badly_converted_page_is_converted_anew(toolkit: Toolkit) -> None:
    printed = "會議之后,各部門在辦公室里研究發展規劃,干部們從旅游業里找出路,制造業的范圍擴大了,系統更復雜了。" * 3
    article = clean(printed, toolkit=toolkit).articles[0]
    assert article.quality.measures["repair_rate"] > 5
    assert article.hant.text.startswith(
        "會議之後，各部門在辦公室裡研究發展規劃，幹部們從旅遊業裡找出路，製造業的範圍擴大了，系統更複雜了。"
    )


def test_simplified_characters_on_a_good_page_are_converted(toolkit: Toolkit) -> None:
    printed = "政府公布計畫，生态與發展並重"
    hans = simplify([printed], toolkit.scripts)[0]
    assert keep_printed([printed], [in_hant(hans, toolkit)], toolkit.scripts) == ["政府公布計畫，生態與發展並重"]


def test_the_quality_of_a_text_is_counted(toolkit: Toolkit) -> None:
    printed = "會議之后在辦公室里召開??生态很好\ufffd"
    quality = measure(printed, in_hant(toolkit.scripts.to_hans(printed), toolkit), toolkit.scripts)
    assert quality.corrupt_runs == 2
    assert quality.repair_rate == pytest.approx(1000 * 3 / 15, abs=0.01)
    assert 0 < quality.residual_simplified < 0.3


def test_each_sentence_has_its_script(toolkit: Toolkit) -> None:
    text = "膠東經濟圈一體化發展會議在青島召開。胶东经济圈一体化发展会议在青岛召开。日照市山海天。"
    article = clean(text, toolkit=toolkit).articles[0]
    assert article.sentence_scripts == ("zh-Hant", "zh-Hans", "und")
    assert article.script == "mixed"
