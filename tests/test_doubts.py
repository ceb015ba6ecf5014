"""Where two readings compete, the record says so and names the rival; where none does, it is silent."""

import pytest

import jiaodong_corpus as jdc

TEXT = "6月1日,青岛、烟台两市签署合作协议,共建胶东经济圈。\n两市将在港口、铁路和旅游三个方面合作,今年先做十件实事。\n"
TITLE = "青岛烟台签署合作协议\n"


def flags(page: str, toolkit: jdc.Toolkit) -> list[tuple[str, str]]:
    (record,) = jdc.clean(page, toolkit=toolkit).articles
    return [(flag.name, flag.evidence) for flag in record.quality.flags]


def test_a_page_that_says_all_once_raises_no_doubt(toolkit: jdc.Toolkit) -> None:
    assert flags(f"{TITLE}发布时间:2021-06-02 来源:青岛日报\n{TEXT}", toolkit) == []


@pytest.mark.parametrize(
    ("page", "name", "evidence"),
    [
        (
            f"{TITLE}发布时间:2021-06-02 来源:青岛日报\n{TEXT}2021-07-09 10:00\n",
            "date_conflict",
            "2021-06-02 or 2021-07-09T10:00",
        ),
        (f"{TITLE}来源:青岛日报\n烟台日报记者 王立\n{TEXT}", "outlet_conflict", "青岛日报 or 烟台日报"),
        (f"{TEXT}{TITLE}2021-06-02 来源:胶东资讯网\n", "headline_behind_body", TITLE.strip()),
        (f"{TEXT.strip()}来源:烟台日报\n{TITLE}2021-06-02 来源:胶东资讯网\n", "date_of_copy", "2021-06-02"),
        (
            f"两市在港口铁路旅游三个方面合作今年先做十件实事\n{TITLE}本报记者 王立\n{TEXT}",
            "headline_conflict",
            "青岛烟台签署合作协议 or 两市在港口铁路旅游三个方面合作今年先做十件实事",
        ),
        (TEXT, "no_headline", "no line of the page reads as the headline of this text"),
        (f"{TITLE}发布时间:2021-02-30\n{TEXT}", "bad_time", "2021-02-30"),
    ],
)
def test_a_doubt_names_its_rival(page: str, name: str, evidence: str, toolkit: jdc.Toolkit) -> None:
    assert (name, evidence) in flags(page, toolkit)
