"""Pages of newspapers: what of a head is what, which article a line belongs to, and the lines that speak for the whole page."""

import pytest

import jiaodong_corpus as jdc

FOLIO = "青岛日报 2021年7月2日 星期五 第3版\n"
LEAD = (
    "□本报记者 王立\n"
    "“卸一船货比过去少等两个钟头。”7月1日,桥吊司机李明在青岛港自动化码头说。今年上半年,青岛港新增外贸航线八条。\n"
    "据青岛海关介绍,两市海关已经互认查验结果,一批货物只查一次,企业少跑一趟,一个集装箱省下三百多元。\n"
)
BRIEF = (
    "莱西公交接入青岛\n"
    "本报莱西讯(记者 赵敏)7月1日,莱西至即墨的城际公交开通,全程四十公里,票价六元。\n"
    "沿线设站二十座,首末班车分别为六点和二十点,市民可以刷青岛的公交卡。\n"
)


def records(page: str, toolkit: jdc.Toolkit) -> list[jdc.Record]:
    return list(jdc.clean(page, toolkit=toolkit).articles)


@pytest.mark.parametrize(
    ("kicker", "headline", "subtitle", "lines"),
    [
        ("青岛港自动化码头投产一年间", "同一个码头 同一把尺子", None, "青岛港自动化码头投产一年间\n同一个码头 同一把尺子\n"),
        (None, "桥吊司机“坐”进办公室", "上半年新增外贸航线8条", "桥吊司机“坐”进办公室\n上半年新增外贸航线8条\n"),
        (None, "胶东五市共推港口“一张网”", None, "胶东五市\n共推港口“一张网”\n"),
        ("自动化码头改造提升后,", "桥吊“瘦”下来 航线“多”起来", "一个集装箱省下三百元",
         "自动化码头改造提升后,\n桥吊“瘦”下来 航线“多”起来\n一个集装箱省下三百元\n"),
    ],
)  # fmt: skip
def test_the_lines_of_a_head(
    kicker: str | None, headline: str, subtitle: str | None, lines: str, toolkit: jdc.Toolkit
) -> None:
    first = records(FOLIO + lines + LEAD + BRIEF, toolkit)[0]
    assert (first.kicker, first.headline, first.subtitle) == (kicker, headline, subtitle)


@pytest.mark.parametrize("name", ["05 港口", "港口·航运 5"])
def test_the_number_and_name_of_the_page_are_of_no_head(name: str, toolkit: jdc.Toolkit) -> None:
    first = records(f"青岛日报 2021年7月2日 星期五\n{name}\n青岛港新增外贸航线八条\n{LEAD}{BRIEF}", toolkit)[0]
    assert (first.kicker, first.headline) == (None, "青岛港新增外贸航线八条")


def test_a_masthead_at_the_foot_speaks_for_every_article(toolkit: jdc.Toolkit) -> None:
    page = f"青岛港新增外贸航线八条\n{LEAD}{BRIEF}编辑:林红 校对:王敏\n{FOLIO}"
    assert [(one.outlet, one.published) for one in records(page, toolkit)] == [("青岛日报", "2021-07-02")] * 2


def test_the_lunar_day_stands_on_a_masthead(toolkit: jdc.Toolkit) -> None:
    folio = "青岛日报 2021年7月2日 星期五 农历辛丑年五月二十三\n"
    assert records(f"{folio}青岛港新增外贸航线八条\n{LEAD}{BRIEF}", toolkit)[0].published == "2021-07-02"


def test_where_a_brief_came_from_is_said_behind_its_text(toolkit: jdc.Toolkit) -> None:
    agency = (
        "内蒙古推广盐碱地水稻\n今年以来,内蒙古在河套地区推广耐盐碱水稻,面积超过十万亩,亩产比去年高出一成。(据新华社)\n"
    )
    lead, first, brief = records(f"{FOLIO}青岛港新增外贸航线八条\n{LEAD}{agency}{BRIEF}", toolkit)
    assert (lead.outlet, first.outlet, brief.outlet) == ("青岛日报", "新华社", "青岛日报")
    assert "新华社" not in first.text


def test_a_picture_has_a_title(toolkit: jdc.Toolkit) -> None:
    photo = "海水浴场迎来客流高峰\n昨日,第一海水浴场迎来客流高峰,市民在沙滩上消夏避暑。\n本报记者 邱海燕 摄\n"
    found = records(f"{FOLIO}青岛港新增外贸航线八条\n{LEAD}{photo}{BRIEF}", toolkit)
    assert [(one.kind, one.headline) for one in found][1] == ("photo", "海水浴场迎来客流高峰")


def test_the_section_of_pictures_in_the_midst_of_a_text(toolkit: jdc.Toolkit) -> None:
    photo = "图片新闻\n7月1日,崂山区北宅街道的樱桃进入采摘期,游客在果园里采摘樱桃。本报记者 邱海燕 摄\n"
    text = "海关人员说,下一步还将把互认扩大到陆路口岸,让更多企业少跑一趟,进出口货物的通关时间再缩短两成。\n"
    found = records(f"{FOLIO}青岛港新增外贸航线八条\n{LEAD}{photo}{text}{BRIEF}", toolkit)
    assert [one.kind for one in found] == ["article", "photo", "article"]
    assert found[0].text.endswith(text.strip())


def test_a_piece_of_a_paragraph_above_a_caption_is_text(toolkit: jdc.Toolkit) -> None:
    pieces = "两市海关今年还将互认的货物种类由去年的\n三十类增加到六十类。\n在青岛港,海关人员查验一批货物。青岛日报记者徐牧野摄\n"
    text = "海关人员说,下一步还将把互认扩大到陆路口岸,让更多企业少跑一趟,进出口货物的通关时间再缩短两成。\n"
    first = records(f"{FOLIO}青岛港新增外贸航线八条\n{LEAD}{pieces}{text}{BRIEF}", toolkit)[0]
    assert "由去年的三十类增加到六十类。" in first.text
    assert first.captions == ("在青岛港,海关人员查验一批货物。青岛日报记者徐牧野摄",)


def test_briefs_named_by_place_are_articles(toolkit: jdc.Toolkit) -> None:
    briefs = (
        "简讯\n烟台:政务大厅设“五市通办”专窗\n本报讯(记者 周志刚)烟台市政务大厅近日设立专窗,群众办理异地事项不用两头跑。\n"
        "威海:海带机械收割面积突破20万亩\n今年夏天,威海荣成推广海带机械收割,全市面积突破20万亩,每亩省工三个。(旷晓霞)\n"
    )
    found = records(f"{FOLIO}青岛港新增外贸航线八条\n{LEAD}{briefs}{BRIEF}", toolkit)
    assert [one.headline for one in found[1:3]] == ["烟台:政务大厅设“五市通办”专窗", "威海:海带机械收割面积突破20万亩"]
    assert [[one.name for one in record.byline] for record in found[1:3]] == [["周志刚"], ["旷晓霞"]]


def test_a_paragraph_between_headline_and_byline_is_a_standfirst(toolkit: jdc.Toolkit) -> None:
    standfirst = "港口怎样少等两个钟头?桥吊怎样坐进办公室?记者走进青岛港,探访自动化码头的一天。"
    first = records(f"{FOLIO}青岛港新增外贸航线八条\n{standfirst}\n{LEAD}{BRIEF}", toolkit)[0]
    assert (first.summary, standfirst in first.text) == (standfirst, False)


@pytest.mark.parametrize("name", ["简 讯", "短讯"])
def test_the_name_of_a_column_is_no_person(name: str, toolkit: jdc.Toolkit) -> None:
    found = records(f"{FOLIO}青岛港新增外贸航线八条\n{LEAD}{name}\n{BRIEF}", toolkit)
    assert [[one.name for one in record.byline] for record in found] == [["王立"], ["赵敏"]]


def test_a_brief_that_opens_with_its_day_needs_no_long_headline(toolkit: jdc.Toolkit) -> None:
    brief = "崂山开展“清河行动”\n7月1日,崂山区组织十二个街道的志愿者开展清河行动,出动三百人次,打捞水草四吨。\n"
    found = records(f"{FOLIO}青岛港新增外贸航线八条\n{LEAD}{brief}{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", "崂山开展“清河行动”", "莱西公交接入青岛"]


def test_what_goes_on_with_however_begins_no_article(toolkit: jdc.Toolkit) -> None:
    part = "充电接口不同成了隐忧\n不过,新能源车主有别的担心。司机杜先生的卡车用国标接口,对岸的快充桩却以欧标为主。\n"
    found = records(f"{FOLIO}青岛港新增外贸航线八条\n{LEAD}{part}{BRIEF}", toolkit)
    assert len(found) == 2
    assert "充电接口不同成了隐忧" in found[0].text
