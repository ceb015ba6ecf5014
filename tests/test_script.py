"""Scripts: conversion that keeps each place, and detection."""

import pytest

from jiaodong_corpus import Toolkit
from jiaodong_corpus.script import Scripts

# All ideographs of the Basic Multilingual Plane.
IDEOGRAPHS = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]


@pytest.fixture(scope="module")
def scripts(toolkit: Toolkit) -> Scripts:
    return toolkit.scripts


def test_every_ideograph_becomes_one_character(scripts: Scripts) -> None:
    for convert in (scripts.simplifier.convert, scripts.traditionalizer.convert, scripts.to_standard):
        assert [char for char in IDEOGRAPHS if len(convert(char)) != 1] == []
        assert len(convert("".join(IDEOGRAPHS))) == len(IDEOGRAPHS)


@pytest.mark.parametrize(
    ("hans", "hant"),
    [
        ("胶东经济圈一体化发展", "膠東經濟圈一體化發展"),
        ("会议之后,文化旅游示范区", "會議之後,文化旅遊示範區"),
        ("面条与发展,里程与公里", "麵條與發展,里程與公里"),
        ("烟台、台湾", "煙臺、臺灣"),
        ("青岛2021年RCEP", "青島2021年RCEP"),
    ],
)
def test_a_text_in_one_script_becomes_the_other(hans: str, hant: str, toolkit: Toolkit) -> None:
    assert toolkit.scripts.to_hant(hans, list(toolkit.segmenter.cut(hans))) == hant
    assert toolkit.scripts.to_hans(hant) == hans


def test_folding_is_one_form_for_both_scripts_and_widths(scripts: Scripts) -> None:
    assert scripts.fold("發布時間：２０２１－０７（青島）") == "发布时间:2021-07(青岛)"
    assert scripts.fold("发布时间:2021-07(青岛)") == "发布时间:2021-07(青岛)"


def test_folding_leaves_chinese_marks(scripts: Scripts) -> None:
    assert scripts.fold("。、《》“”……——·") == "。、《》“”……——·"


def test_folding_twice_changes_nothing(scripts: Scripts) -> None:
    once = scripts.fold("".join(IDEOGRAPHS))
    assert scripts.fold(once) == once


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("胶东经济圈一体化发展推进会议", "zh-Hans"),
        ("膠東經濟圈一體化發展推進會議", "zh-Hant"),
        ("膠東經濟圈一體化发展推进会议", "mixed"),
        ("日照市山海天", "und"),
        ("RCEP 2021, 29.6%", "und"),
        ("", "und"),
    ],
)
def test_the_script_of_a_text_is_told(text: str, script: str, scripts: Scripts) -> None:
    assert scripts.detect(text).script == script


def test_a_few_strays_do_not_change_the_script(scripts: Scripts) -> None:
    hans = "胶东经济圈一体化发展推进会议传达济南与青岛两个都市圈联动发展协同开放会议精神" * 5
    shares = scripts.detect(hans + "後")
    assert shares.script == "zh-Hans"
    assert shares.hant_only == 1
    assert shares.hans_only > 50


def test_the_counts_are_those_of_the_characters(scripts: Scripts) -> None:
    shares = scripts.detect("发發青")
    assert (shares.hans_only, shares.hant_only) == (1, 1)


def test_no_character_counts_for_both_scripts(scripts: Scripts) -> None:
    assert not scripts.hans_only & scripts.hant_only
    assert {"发", "东", "济"} <= scripts.hans_only
    assert {"發", "東", "濟"} <= scripts.hant_only
    # Characters that stand in both scripts must not count for one.
    assert not {"后", "里", "台", "青", "一"} & (scripts.hans_only | scripts.hant_only)
