"""Both scripts: what each string must become, what a good Traditional page keeps, and how good a page is."""

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from jiaodong_corpus import Toolkit, clean
from jiaodong_corpus import traditionalize as module
from jiaodong_corpus.normalize import keep_printed, simplify, traditionalize, traditionalize_names
from jiaodong_corpus.script_quality import measure

FOLDER = Path(__file__).parent / "cases"
CASES = json.loads((FOLDER / "scripts.json").read_text("utf-8"))
# Written by hand before the program had seen them: words that one character of Simplified has two of, and news.
BOTH_WAYS = json.loads((FOLDER / "both_ways.json").read_text("utf-8"))
TO_HANS = json.loads((FOLDER / "to_hans.json").read_text("utf-8"))
LEXICON = files("jiaodong_corpus").joinpath("lexicon", "hant.tsv")
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


def marked(case: dict[str, str]) -> object:
    """Give a case as a parameter; what is known to fail must fail."""
    known = [pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else []
    return pytest.param(case, marks=known, id=case["hans"][:12])


@pytest.mark.parametrize("case", list(map(marked, BOTH_WAYS)))
def test_simplified_text_comes_out_traditional(case: dict[str, str], toolkit: Toolkit) -> None:
    assert in_hant(case["hans"], toolkit) == case["hant"]


@pytest.mark.parametrize("case", BOTH_WAYS, ids=lambda case: case["hans"][:12])
def test_traditional_text_comes_out_simplified(case: dict[str, str], toolkit: Toolkit) -> None:
    assert toolkit.scripts.to_hans(case["hant"]) == case["hans"]
    assert toolkit.scripts.to_hans(case["hans"]) == case["hans"]


@pytest.mark.parametrize("case", TO_HANS, ids=lambda case: case["printed"][:12])
def test_text_of_any_print_comes_out_simplified(case: dict[str, str], toolkit: Toolkit) -> None:
    assert toolkit.scripts.to_hans(case["printed"]) == case["hans"]
    assert toolkit.scripts.to_hans(case["hans"]) == case["hans"]


def test_each_word_of_the_lexicon_comes_out_as_it_says(toolkit: Toolkit) -> None:
    rows = (line.split("\t") for line in LEXICON.read_text("utf-8").splitlines() if not line.startswith("# "))
    pairs = [pair for hans, hant, _ in rows for pair in zip(hans.split(), hant.split(), strict=True)]
    words = [(hans.strip("…").replace("#", "三"), hant.strip("…").replace("#", "三")) for hans, hant in pairs]
    words = [pair for pair in words if not pair[0].startswith("~")]
    assert len(words) > 500
    assert [(hans, made) for hans, hant in words if (made := in_hant(hans, toolkit)) != hant] == []


def test_no_word_of_the_lexicon_stands_twice() -> None:
    rows = (line.split("\t") for line in LEXICON.read_text("utf-8").splitlines() if not line.startswith("# "))
    words = Counter(word for hans, _, _ in rows for word in hans.split())
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize(
    ("line", "hans"),
    [
        ("运营总监黄琨暐表示，新机将于八月发布", "运营总监黄琨暐表示，新机将于八月发布"),
        ("记者魏其濛报道，黄霑的歌传遍东南亚各国", "记者魏其濛报道，黄霑的歌传遍东南亚各国"),
        ("这个时候，那是一個身材高大的运动员，说话时声音响亮", "这个时候，那是一个身材高大的运动员，说话时声音响亮"),
        ("陈思远和沈思豪认为，現代农业发展离不开农业专家", "陈思远和沈思豪认为，现代农业发展离不开农业专家"),
    ],
)
def test_a_stray_character_does_not_make_a_line_traditional(line: str, hans: str, toolkit: Toolkit) -> None:
    assert toolkit.scripts.to_hans(line) == hans


def test_who_is_named_once_is_the_same_person_further_on(toolkit: Toolkit) -> None:
    hans = "驾驶员于惠完成了检查。于惠按照规程发车。位于惠州的车站"
    assert in_hant(hans, toolkit) == "駕駛員于惠完成了檢查。于惠按照規程發車。位於惠州的車站"


def test_names_of_authors_are_names(toolkit: Toolkit) -> None:
    text = "青岛港集团一季度完成货物吞吐量一亿七千万吨，同比增长百分之六。\n记者从青岛港获悉，新增航线八条。"
    article = clean(f"青岛港一季度开门红\n记者 余建国 于海\n{text}\n责任编辑：范志松", toolkit=toolkit).articles[0]
    assert article.hant.byline == ("余建國", "于海")
    assert article.hant.editor == "范志松"
    assert traditionalize_names("余建国、、于海", toolkit.scripts) == "余建國、、于海"


def test_a_table_of_words_that_is_full_changes_nothing(toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [in_hant(case["hans"], toolkit) for case in BOTH_WAYS]
    monkeypatch.setattr(module, "MAX_KNOWN", 3)
    assert [in_hant(case["hans"], toolkit) for case in BOTH_WAYS] == before


def test_one_habit_is_no_damage(toolkit: Toolkit) -> None:
    printed = "這家老店的豆干遠近馳名，老闆說豆干每天現做，遊客買了豆干還要排隊。" * 2
    quality = measure(printed, in_hant(toolkit.scripts.to_hans(printed), toolkit), toolkit.scripts)
    assert (quality.repair_rate > 5, quality.repair_kinds) == (True, 1)
    assert clean(printed, toolkit=toolkit).articles[0].hant.text == printed


def test_a_footer_in_simplified_leaves_a_traditional_page_traditional(toolkit: Toolkit) -> None:
    article = clean(f"{HONG_KONG}\n版权所有：本网站内容未经书面授权不得转载", toolkit=toolkit).articles[0]
    assert article.script == "zh-Hant"
    assert article.script_counts.hans_only == 0


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
