"""Spun text: what is evidence, what is none, and that every phrase stands where it is said to stand."""

from itertools import pairwise
from pathlib import Path
from typing import Protocol

import pytest

from jiaodong_corpus import Toolkit, clean
from jiaodong_corpus.spun import SPUN, SpunReport, find_spun

CLEAN = (
    "日前，市发展和改革委员会召开会议，研究推动都市圈高质量发展。会议指出，各地要围绕重点领域加强合作，加快基础设施建设，"
    "提升公共服务水平，共同保护生态环境。目前，区域内已签订合作协议四十余项，旅游、文化、交通等产业实现融合发展。"
)
SPUN_TEXT = (
    "日前，市展开和改革委员会召开会议，研讨推进都市圈高质量展开。会议指出，各地要环绕要点范畴加强协作，加速根底设施建造，"
    "提高公共办事程度，一起维护生态环境。现在，区域内已签定协作协议四十余项，游览、文明、交通等工业完成交融展开。"
)


class Look(Protocol):
    def __call__(self, hans: str, titles: tuple[str, ...] = (), furniture: str = "") -> SpunReport: ...


@pytest.fixture(scope="module")
def look(toolkit: Toolkit) -> Look:
    def find(hans: str, titles: tuple[str, ...] = (), furniture: str = "") -> SpunReport:
        return find_spun(hans, list(toolkit.segmenter.cut(hans)), titles, furniture, toolkit.spun)

    return find


def test_a_spun_text_is_flagged_with_what_it_likely_was(look: Look) -> None:
    report = look(SPUN_TEXT)
    assert report.score >= SPUN
    found = {(one.found, one.likely) for one in report.phrases}
    assert {("展开和改革委员会", "发展和改革委员会"), ("环绕", "围绕"), ("签定", "签订"), ("游览", "旅游")} <= found
    for one in report.phrases:
        assert SPUN_TEXT[one.start : one.end] == one.found
        assert len(one.found) == len(one.likely) or one.rule != "broken-term"
    assert [one.start for one in report.phrases] == sorted(one.start for one in report.phrases)
    assert all(one.end <= other.start for one, other in pairwise(report.phrases))


def test_the_text_it_was_made_from_is_not(look: Look) -> None:
    report = look(CLEAN, ("推动都市圈高质量发展",))
    assert report.score < SPUN
    assert report.phrases == ()


@pytest.mark.parametrize("term", ["一体化展开成效显著", "股权出资合伙企业挂牌", "济南遥墙世界机场扩建"])
def test_one_impossible_term_is_enough(term: str, look: Look) -> None:
    assert look(CLEAN + term + "。").score >= SPUN


@pytest.mark.parametrize(
    "text",
    [
        "工业互联网平台发布，工业企业协作创新，协作机制不断完善，文明城市创建持续展开，现在的园区更美了。" * 5,
        "他平易近人，为人平易近人，大家都说他平易近人。" * 5,
        "展览于上午展开，画卷徐徐展开，双方展开讨论，比赛展开得很激烈。" * 5,
    ],
)
def test_ordinary_words_are_no_evidence(text: str, look: Look) -> None:
    assert look(text).score < SPUN


def test_a_title_that_was_forgotten_and_a_spun_disclaimer_add_to_it(look: Look) -> None:
    text = "游览业快速增长，游览项目增多，游览人数上升，市民对此表示满意。" * 4
    alone, titled = look(text), look(text, ("旅游业快速增长",))
    assert titled.parts["titles"] > alone.parts["titles"] == 0
    assert look(text, furniture="免费声明：归原作者一切").parts["disclaimer"] > 0


def test_a_spun_record_says_so_in_either_script(toolkit: Toolkit) -> None:
    for text in (SPUN_TEXT, in_hant(SPUN_TEXT, toolkit)):
        article = clean(text * 2, toolkit=toolkit).articles[0]
        flag = next(one for one in article.quality.flags if one.name == "spun")
        assert "展开和改革委员会 → 发展和改革委员会" in flag.evidence
        assert article.quality.measures["spun"] >= SPUN
        for one in article.quality.spun:
            assert article.hans.text[one.start : one.end] == one.found
        assert article.text == text * 2


def in_hant(text: str, toolkit: Toolkit) -> str:
    return toolkit.scripts.to_hant(text, list(toolkit.segmenter.cut(text)))


FOLDER = Path(__file__).parent / "spun"


def spin(text: str, tool: str) -> str:
    for line in (FOLDER / f"tool_{tool}.tsv").read_text("utf-8").splitlines():
        original, replacement = line.split("\t")[:2]
        text = text.replace(original, replacement)
    return text


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_ordinary_article_is_not_flagged_and_its_spun_copy_is(number: int, look: Look) -> None:
    text = (FOLDER / f"clean_{number}.txt").read_text("utf-8")
    assert look(text).score < SPUN
    assert look(spin(text, "a")).score >= SPUN
