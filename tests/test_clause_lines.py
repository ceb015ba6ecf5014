"""A text that stands one clause a line, its marks lost, is told from a list of titles by what its lines open with and share."""

import re

import pytest

import jiaodong_corpus as jdc

TITLE, FIELDS = "两县合用一座泵站 六十个村喝上同一股水", "2021-07-02 11:05 来源:青岛日报"
TEXT = (
    "两县交界的河边建起一座泵站。莱西出地,莱阳出管,合用的水昨天送到六十个村。据泵站负责人介绍,水价由两县水务部门一起定,"
    "每吨两元八角,而且三年不变。从前两边各打各的井,旱年谁家也不够用。如今井都封了,地下水位已经回升半米。"
)
LINKS = (
    "两市医保可以互认", "老街夜市周末开张", "中考成绩下周公布", "这条公路修了十年", "高温补贴发放到位", "渔港码头扩建开工",
    "苹果套袋机进果园", "图书馆延长开放时间", "江豚获救重返大海", "老酒坊迎来研学团",
)  # fmt: skip


def clauses(text: str) -> list[str]:
    return [one for one in re.split("[,。!?]", text) if one]


def squeezed(text: str) -> str:
    return re.sub(r"\W", "", text)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("foot", ["", "责任编辑:李明\n", "关于我们 | 联系我们\n"])
@pytest.mark.parametrize("more", ["", "前天。两县又签下第二份协议。"])
def test_clauses_below_time_and_source_are_a_text(between: str, foot: str, more: str, toolkit: jdc.Toolkit) -> None:
    lines = between.join(clauses(TEXT + more))
    (record,) = jdc.clean(f"首页 > 新闻\n{TITLE}\n{FIELDS}\n{lines}\n{foot}", toolkit=toolkit).articles
    assert (record.headline, squeezed(record.text)) == (TITLE, squeezed(TEXT + more))


def test_clauses_of_which_sentences_keep_their_stops_are_one_text(toolkit: jdc.Toolkit) -> None:
    lines = re.sub(r"(?<=。)(?=.)|,", "\n", TEXT)
    (record,) = jdc.clean(f"{TITLE}\n{FIELDS}\n{lines}\n", toolkit=toolkit).articles
    assert (record.headline, squeezed(record.text)) == (TITLE, squeezed(TEXT))


@pytest.mark.parametrize("head", [f"今日要闻\n{FIELDS}\n", "今日要闻\n"])
def test_titles_below_a_day_are_none(head: str, toolkit: jdc.Toolkit) -> None:
    assert not jdc.clean(head + "".join(f"{one}\n" for one in LINKS), toolkit=toolkit).articles


def test_hot_titles_above_an_article_are_no_text_of_it(toolkit: jdc.Toolkit) -> None:
    hot = "".join(
        f"{one}\n"
        for one in (
            "让群众的笑容更灿烂",
            "在家门口就看上了名医",
            "他把论文写在了大海上",
            "我们的村子又热闹了",
            "也说食品安全",
            "为了那片海的蓝",
        )
    )
    page = f"2021年7月2日 星期五 09:15\n{hot}{TITLE}\n{FIELDS}\n{TEXT}\n"
    (record,) = jdc.clean(page, toolkit=toolkit).articles
    assert (record.headline, record.text) == (TITLE, TEXT)
