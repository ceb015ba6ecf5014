"""Spun text: what is evidence, what is none, and that every phrase stands where it is said to stand."""

from collections import Counter
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
    ("found", "likely"),
    [
        ("京津冀协同成长", "京津冀协同发展"),
        ("供给侧结构性变革", "供给侧结构性改革"),
        ("战略性新兴财产", "战略性新兴产业"),
        ("人力资本和社会保障", "人力资源和社会保障"),
        ("国民经济和社会进展", "国民经济和社会发展"),
        ("一般大众预算收入", "一般公共预算收入"),
        ("生态情况部", "生态环境部"),
    ],
)
def test_a_fixed_term_with_one_word_exchanged_is_found_without_being_listed(
    found: str, likely: str, look: Look, toolkit: Toolkit
) -> None:
    assert found not in toolkit.spun.impossible
    assert look(CLEAN + found).parts["broken_terms"] > look(CLEAN + likely).parts["broken_terms"] == 0
    # A slip of the pen breaks one term; two are named.
    report = look(f"{CLEAN}会议还研究了{found}、住房和城乡扶植。")
    assert (found, likely) in {(one.found, one.likely) for one in report.phrases}


def test_pairs_that_go_together_are_weighed_against_those_that_are_whole(look: Look) -> None:
    apart = "办事人员查抄出产设备，主管部分的专业职员先容了优惠策略，企业职员暗示首要使命是根本设备。" * 3
    whole = "工作人员检查生产设备，主管部门的专业人员介绍了优惠政策，企业人员表示首要任务是基础设备。" * 3
    assert look(apart).parts["broken_pairs"] > 0.3
    assert look(whole).parts["broken_pairs"] == 0
    assert look(whole + apart).parts["broken_pairs"] < look(apart).parts["broken_pairs"]


def test_a_replacement_of_several_words_names_them_all(look: Look) -> None:
    likely = {one.found: one.likely for one in look(SPUN_TEXT + "各市展开座谈，展开考察。").phrases}
    assert likely["展开"] == "发展/开展"


@pytest.mark.parametrize(
    "text",
    [
        "工业互联网平台发布，工业企业协作创新，协作机制不断完善，文明城市创建持续展开，现在的园区更美了。" * 5,
        "他平易近人，为人平易近人，大家都说他平易近人。" * 5,
        "展览于上午展开，画卷徐徐展开，双方展开讨论，比赛展开得很激烈。" * 5,
        "战略协作伙伴关系稳步推进，世界贸易组织举行会议，社会治安综合治理委员会办公室、中央农村工作会议部署任务。" * 5,
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
def test_an_ordinary_article_is_not_flagged_and_its_spun_copies_are(number: int, look: Look) -> None:
    text = (FOLDER / f"clean_{number}.txt").read_text("utf-8")
    assert look(text).score < SPUN
    assert [tool for tool in "abe" if look(spin(text, tool)).score < SPUN] == []


@pytest.mark.parametrize("tool", "abe")
def test_what_is_named_was_swapped(tool: str, look: Look) -> None:
    named, kept = 0, []
    for number in (1, 2, 3):
        text = (FOLDER / f"clean_{number}.txt").read_text("utf-8")
        phrases = look(spin(text, tool)).phrases
        named += len(phrases)
        kept += [one.found for one in phrases if one.found in text]
    assert named > 5
    assert len(kept) <= 0.1 * named, kept


def test_ordinary_words_are_named_only_where_the_tool_is_known(look: Look) -> None:
    ordinary = "市民一起参观世界博览会，工业部门现在正提高供应能力。"
    assert {"一起", "现在", "提高"} <= {one.found for one in look(SPUN_TEXT + ordinary).phrases}
    other = spin((FOLDER / "clean_1.txt").read_text("utf-8"), "a")
    assert look(other + ordinary).score >= SPUN
    assert {"一起", "现在", "提高", "工业"}.isdisjoint(one.found for one in look(other + ordinary).phrases)


def test_the_lists_say_what_their_heads_promise(toolkit: Toolkit) -> None:
    lexicon = toolkit.spun
    assert all(
        0 <= swap.weight <= 3 and swap.standard != word for word, found in lexicon.swaps.items() for swap in found
    )
    assert len({(word, swap.standard) for word, found in lexicon.swaps.items() for swap in found}) > 2000
    folder = Path(__file__).parents[1] / "src" / "jiaodong_corpus" / "lexicon"
    for name in ("swaps.tsv", "fixed_terms.tsv", "standing_phrases.txt", "compounds.txt"):
        rows = [line for line in (folder / name).read_text("utf-8").splitlines() if not line.startswith("#")]
        keys = [tuple(row.split("\t")[:2]) for row in rows]
        assert [key for key, count in Counter(keys).items() if count > 1] == [], name
    # What good text has is no impossible term.
    assert [term for term in lexicon.impossible if term in lexicon.whole] == []


def test_compounds_are_words_of_the_dictionary(toolkit: Toolkit) -> None:
    folder = Path(__file__).parents[1] / "src" / "jiaodong_corpus" / "lexicon"
    compounds = [
        line for line in (folder / "compounds.txt").read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    assert [word for word in compounds if word not in toolkit.language.likelihood.words] == []
