"""Pages of newspapers: what of a head is what, which article a line belongs to, and the lines that speak for the whole page."""

import itertools
from collections.abc import Iterator

import pytest

import jiaodong_corpus as jdc

FOLIO = "青岛日报 2021年7月2日 星期五 第3版\n"
LEAD = (
    "□本报记者 王立\n"
    "“卸一船货比过去少等两个钟头。”7月1日,桥吊司机李明在青岛港自动化码头说。今年上半年,青岛港新增外贸航线八条。\n"
    "据青岛海关介绍,两市海关已经互认查验结果,一批货物只查一次,企业少跑一趟,一个集装箱省下三百多元。\n"
)
# The article that a page opens with, where a test is about what stands below it.
FIRST = f"{FOLIO}青岛港新增外贸航线八条\n{LEAD}"
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
    lead, first, brief = records(f"{FIRST}{agency}{BRIEF}", toolkit)
    assert (lead.outlet, first.outlet, brief.outlet) == ("青岛日报", "新华社", "青岛日报")
    assert "新华社" not in first.text


def test_a_picture_has_a_title(toolkit: jdc.Toolkit) -> None:
    photo = "海水浴场迎来客流高峰\n昨日,第一海水浴场迎来客流高峰,市民在沙滩上消夏避暑。\n本报记者 邱海燕 摄\n"
    found = records(f"{FIRST}{photo}{BRIEF}", toolkit)
    assert [(one.kind, one.headline) for one in found][1] == ("photo", "海水浴场迎来客流高峰")


def test_the_section_of_pictures_in_the_midst_of_a_text(toolkit: jdc.Toolkit) -> None:
    photo = "图片新闻\n7月1日,崂山区北宅街道的樱桃进入采摘期,游客在果园里采摘樱桃。本报记者 邱海燕 摄\n"
    text = "海关人员说,下一步还将把互认扩大到陆路口岸,让更多企业少跑一趟,进出口货物的通关时间再缩短两成。\n"
    found = records(f"{FIRST}{photo}{text}{BRIEF}", toolkit)
    assert [one.kind for one in found] == ["article", "photo", "article"]
    assert found[0].text.endswith(text.strip())


def test_a_piece_of_a_paragraph_above_a_caption_is_text(toolkit: jdc.Toolkit) -> None:
    pieces = "两市海关今年还将互认的货物种类由去年的\n三十类增加到六十类。\n在青岛港,海关人员查验一批货物。青岛日报记者徐牧野摄\n"
    text = "海关人员说,下一步还将把互认扩大到陆路口岸,让更多企业少跑一趟,进出口货物的通关时间再缩短两成。\n"
    first = records(f"{FIRST}{pieces}{text}{BRIEF}", toolkit)[0]
    assert "由去年的三十类增加到六十类。" in first.text
    assert first.captions == ("在青岛港,海关人员查验一批货物。青岛日报记者徐牧野摄",)


def test_briefs_named_by_place_are_articles(toolkit: jdc.Toolkit) -> None:
    briefs = (
        "简讯\n烟台:政务大厅设“五市通办”专窗\n本报讯(记者 周志刚)烟台市政务大厅近日设立专窗,群众办理异地事项不用两头跑。\n"
        "威海:海带机械收割面积突破20万亩\n今年夏天,威海荣成推广海带机械收割,全市面积突破20万亩,每亩省工三个。(旷晓霞)\n"
    )
    found = records(f"{FIRST}{briefs}{BRIEF}", toolkit)
    assert [one.headline for one in found[1:3]] == ["烟台:政务大厅设“五市通办”专窗", "威海:海带机械收割面积突破20万亩"]
    assert [[one.name for one in record.byline] for record in found[1:3]] == [["周志刚"], ["旷晓霞"]]


def test_a_paragraph_between_headline_and_byline_is_a_standfirst(toolkit: jdc.Toolkit) -> None:
    standfirst = "港口怎样少等两个钟头?桥吊怎样坐进办公室?记者走进青岛港,探访自动化码头的一天。"
    first = records(f"{FOLIO}青岛港新增外贸航线八条\n{standfirst}\n{LEAD}{BRIEF}", toolkit)[0]
    assert (first.summary, standfirst in first.text) == (standfirst, False)


@pytest.mark.parametrize("name", ["简 讯", "短讯"])
def test_the_name_of_a_column_is_no_person(name: str, toolkit: jdc.Toolkit) -> None:
    found = records(f"{FIRST}{name}\n{BRIEF}", toolkit)
    assert [[one.name for one in record.byline] for record in found] == [["王立"], ["赵敏"]]


def test_a_brief_that_opens_with_its_day_needs_no_long_headline(toolkit: jdc.Toolkit) -> None:
    brief = "崂山开展“清河行动”\n7月1日,崂山区组织十二个街道的志愿者开展清河行动,出动三百人次,打捞水草四吨。\n"
    found = records(f"{FIRST}{brief}{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", "崂山开展“清河行动”", "莱西公交接入青岛"]


def test_what_goes_on_with_however_begins_no_article(toolkit: jdc.Toolkit) -> None:
    part = "充电接口不同成了隐忧\n不过,新能源车主有别的担心。司机杜先生的卡车用国标接口,对岸的快充桩却以欧标为主。\n"
    found = records(f"{FIRST}{part}{BRIEF}", toolkit)
    assert len(found) == 2
    assert "充电接口不同成了隐忧" in found[0].text


PLAIN = (
    "灯塔小学的孩子们上周领到了新课桌。这批课桌由镇上的木匠师傅们利用旧木料做成,一共六十套,桌腿可以调高低。\n"
    "木匠老周说,木料是老祠堂换下来的梁,扔了可惜,刨平上漆,比买来的还结实。\n"
)


def test_titles_that_the_site_lists_head_their_texts(toolkit: jdc.Toolkit) -> None:
    listed = "本版标题\n青岛港新增外贸航线八条\n旧梁做成新课桌\n莱西公交接入青岛\n"
    page = f"{FOLIO}{listed}青岛港新增外贸航线八条\n{LEAD}旧梁做成新课桌\n{PLAIN}{BRIEF}"
    assert [one.headline for one in records(page, toolkit)] == [
        "青岛港新增外贸航线八条",
        "旧梁做成新课桌",
        "莱西公交接入青岛",
    ]


def test_what_goes_on_from_another_page_begins_without_a_headline(toolkit: jdc.Toolkit) -> None:
    text = "会议强调,要把服务做到企业门口,让办事的人少跑腿、数据多跑路,年底前实现证照互认。\n"
    lead, rest, brief = records(f"{FIRST}(上接第1版)\n{text}{BRIEF}", toolkit)
    assert (rest.headline, rest.text) == (None, text.strip())
    assert (lead.headline, brief.headline) == ("青岛港新增外贸航线八条", "莱西公交接入青岛")


def test_a_sentence_that_the_end_of_a_page_broke_goes_on(toolkit: jdc.Toolkit) -> None:
    broken = (
        "两市海关还将联合开办一个窗口,让进出口企业一次办完\n(下转第4版)\n第4版:综合\n(上接第3版)\n手续,少跑一趟路。\n"
    )
    first = records(f"{FIRST}{broken}{BRIEF}", toolkit)[0]
    assert first.text.endswith("一次办完手续,少跑一趟路。")


def test_a_page_can_begin_with_a_picture(toolkit: jdc.Toolkit) -> None:
    photo = "樱桃红了\n7月1日,崂山区北宅街道的樱桃进入采摘期,游客在果园里采摘樱桃。\n本报记者 邱海燕 摄\n"
    found = records(f"{FOLIO}{photo}青岛港新增外贸航线八条\n{LEAD}{BRIEF}", toolkit)
    assert [(one.kind, one.headline) for one in found[:2]] == [
        ("photo", "樱桃红了"),
        ("article", "青岛港新增外贸航线八条"),
    ]


def test_a_picture_is_told_by_what_it_shows(toolkit: jdc.Toolkit) -> None:
    photo = "麦浪千重\n6月8日,平度市旧店镇的小麦开镰。图为收割机在麦田里作业。\n□通讯员 周立 报道\n"
    found = records(f"{FIRST}{photo}{BRIEF}", toolkit)
    assert [(one.kind, one.headline) for one in found][1] == ("photo", "麦浪千重")


def test_each_text_of_a_column_of_briefs_is_an_article(toolkit: jdc.Toolkit) -> None:
    briefs = "速览\n市图书馆恢复开放\n市图书馆昨起恢复开放,每天限流八百人。\n公交卡余额可退\n市民可在二十个网点退还旧卡余额。\n"
    found = records(f"{FIRST}{briefs}{BRIEF}", toolkit)
    assert [one.headline for one in found[1:3]] == ["市图书馆恢复开放", "公交卡余额可退"]


def test_parts_under_a_word_of_one_kind_are_of_one_article(toolkit: jdc.Toolkit) -> None:
    parts = (
        "果农的账:一斤柠檬多卖三毛\n果农老唐把园子里的柠檬分成三筐,最大的一筐当天就能进城,一斤多卖三毛钱。\n"
        "厂长的账:一年省下两个司机\n鞋厂厂长吕师傅每天往双流发三车货,如今一个司机跑两趟,一年省下两个人的工钱。\n"
    )
    found = records(f"{FIRST}{parts}{BRIEF}", toolkit)
    assert len(found) == 2
    assert "厂长的账:一年省下两个司机" in found[0].text


def test_the_head_stands_above_the_hint_that_leads_to_the_text(toolkit: jdc.Toolkit) -> None:
    hint = "阅读提示:港口怎样少等两个钟头?记者走进青岛港,探访自动化码头的一天,听三个人算了三本账。\n"
    first = records(f"{FOLIO}青岛港新增外贸航线八条\n{hint}桥吊司机的账\n{LEAD}{BRIEF}", toolkit)[0]
    assert (first.headline, first.summary) == ("青岛港新增外贸航线八条", hint.removeprefix("阅读提示:").strip())


@pytest.mark.parametrize(
    ("line", "name"),
    [("□牧之", "牧之"), ("读者 马春生", "马春生"), ("(欧阳慕白,作者系湖南一所高校讲师)", "欧阳慕白")],
)
def test_who_wrote_a_comment(line: str, name: str, toolkit: jdc.Toolkit) -> None:
    comment = f"短评\n课桌里的心意\n{line}\n{PLAIN}" if line[0] != "(" else f"短评\n课桌里的心意\n{PLAIN}{line}\n"
    found = records(f"{FIRST}{comment}{BRIEF}", toolkit)
    assert [one.name for one in found[1].byline] == [name]


def test_a_box_of_figures_is_of_its_article(toolkit: jdc.Toolkit) -> None:
    box = "数字链接\n试验田:11处,涉及5市\n参试品种:217个\n目标:2022年推广50万亩\n"
    found = records(f"{FIRST}{box}{BRIEF}", toolkit)
    assert found[0].text.endswith(box.strip())
    assert found[1].headline == "莱西公交接入青岛"


def test_whom_a_notice_addresses_is_text(toolkit: jdc.Toolkit) -> None:
    notice = (
        "关于开展职工技术创新成果征集的通知\n各市总工会,省直单位工会:\n"
        "为激发职工的创新热情,省总工会决定开展征集活动,四月底前申报。\n"
    )
    found = records(f"{FIRST}{BRIEF}{notice}", toolkit)
    assert found[-1].text.startswith("各市总工会,省直单位工会:")


def test_a_masthead_between_two_articles_speaks_for_every_article(toolkit: jdc.Toolkit) -> None:
    found = records(f"青岛港新增外贸航线八条\n{LEAD}{FOLIO}{BRIEF}", toolkit)
    assert [(one.outlet, one.published) for one in found] == [("青岛日报", "2021-07-02")] * 2


@pytest.mark.parametrize(
    ("line", "name"),
    [("望海", "望海"), ("青岛农业大学 何本善", "何本善"), ("贺宁(作者系青岛市委党校教师)", "贺宁")],
)
def test_who_signs_below_a_headline(line: str, name: str, toolkit: jdc.Toolkit) -> None:
    found = records(f"{FIRST}港湾夜话\n留一张椅子给慢下来的人\n{line}\n{PLAIN}{BRIEF}", toolkit)
    assert [(one.name, one.role) for one in found[1].byline] == [(name, "author")]


def test_letters_are_articles_of_their_own(toolkit: jdc.Toolkit) -> None:
    letters = (
        "读者来信\n站牌被树枝挡住了\n编辑同志:\n我每天在中山路站坐公交车,树枝把站牌挡去了一大半,希望有人修剪一下。\n读者 刘翠英\n"
        "■回音\n市公交公司回复:工作人员已于昨日到现场修剪,今后每月巡查一次。\n"
        "盼早市给急救车留条道\n我们小区门口的早市很方便,可摊位越摆越往外,救护车进不来,盼划一条线。(读者 张存厚)\n"
    )
    found = records(f"{FIRST}{letters}{BRIEF}", toolkit)
    assert [one.headline for one in found[1:3]] == ["站牌被树枝挡住了", "盼早市给急救车留条道"]
    assert [[name.name for name in one.byline] for one in found[1:3]] == [["刘翠英"], ["张存厚"]]
    assert "■回音" in found[1].text


def test_a_notice_stands_among_the_articles(toolkit: jdc.Toolkit) -> None:
    notice = "关于市北区部分区域临时停水的通知\n因供水管道改造施工,定于7月5日22时至次日6时停水,请用户提前储水。\n"
    found = records(f"{FIRST}{notice}{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", notice.splitlines()[0], "莱西公交接入青岛"]


@pytest.mark.parametrize("credit", ["本报记者 马楠 摄影报道", "●通讯员 屈春生 报道"])
def test_a_paragraph_that_somebody_else_signs_is_a_photo_item(credit: str, toolkit: jdc.Toolkit) -> None:
    caption = "7月1日,崂山茶农在梯田里采摘夏茶。今年全区夏茶产量比去年增长一成。"
    found = records(f"{FOLIO}{BRIEF}{caption}\n{credit}\n青岛港新增外贸航线八条\n{LEAD}", toolkit)
    assert [one.kind for one in found] == ["article", "photo", "article"]
    assert list(found[1].captions) == [caption]


def test_the_note_of_an_editor_above_a_headline_is_of_the_article_below(toolkit: jdc.Toolkit) -> None:
    note = "编者按:轮渡推出“一票到底”后,货车怎么订票?记者带着五个问题走访了码头。"
    found = records(f"{FOLIO}{BRIEF}{note}\n出岛货车“一票到底”,五个问题先看\n{LEAD}", toolkit)
    assert [one.summary for one in found] == [None, note.removeprefix("编者按:")]


def test_a_headline_of_two_short_lines_above_its_byline(toolkit: jdc.Toolkit) -> None:
    found = records(f"{FOLIO}今年要新建口袋公园32处\n推窗能见绿\n出门即入园\n{LEAD}{BRIEF}", toolkit)
    assert "推窗能见绿" in f"{found[0].kicker} {found[0].headline} {found[0].subtitle}".replace("\n", " ")


def test_the_front_page_of_a_party_paper(toolkit: jdc.Toolkit) -> None:
    masthead = (
        "青岛日报 QINGDAO DAILY 中共青岛市委机关报 国内统一连续出版物号 CN 37-0031 第11827期\n2021年7月2日 星期五\n"
    )
    listed = "第01版:要闻\n· 以更大力度抓项目稳增长确保完成全年目标任务\n· 莱西公交接入青岛\n"
    head = "市委常委会召开会议强调\n以更大力度抓项目稳增长\n确保完成全年目标任务\n何建明主持\n"
    text = "本报讯(记者 邓海涛)7月1日,市委常委会召开会议,研究项目建设。\n会议强调,要把项目建设摆在突出位置,一个一个盯住。\n"
    found = records(f"{listed}{masthead}{head}{text}{BRIEF}", toolkit)
    assert found[0].kicker == "市委常委会召开会议强调"
    assert (found[0].headline or "").replace("\n", "") == "以更大力度抓项目稳增长确保完成全年目标任务"
    assert found[0].subtitle == "何建明主持"
    assert [(one.outlet, one.published) for one in found] == [("青岛日报", "2021-07-02")] * 2


def test_a_letter_its_answer_and_the_next_letter(toolkit: jdc.Toolkit) -> None:
    letters = (
        "乡镇集市占道何时休\n编辑同志:\n我是小店镇的一名教师,每逢集日,货摊摆满半条街,救护车进不来。\n读者 冯启明\n"
        "记者核实\n接到来信后,记者与镇政府取得联系,该镇已在两头设置绕行牌。\n本报记者 史玉洁\n"
        "健身器材“带病上岗”太危险\n我家住在西工区,公园里的器材坏了三个月,上面还挂着孩子。\n西工区市民 邓秋兰\n"
    )
    found = records(f"{FOLIO}{letters}{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["乡镇集市占道何时休", "健身器材“带病上岗”太危险", "莱西公交接入青岛"]
    assert [[name.name for name in one.byline] for one in found[:2]] == [["冯启明", "史玉洁"], ["邓秋兰"]]
    assert "记者核实" in found[0].text


def test_names_in_brackets_are_no_title_of_a_picture(toolkit: jdc.Toolkit) -> None:
    photo = "(贾宝田 郑 楠)\n7月1日,实验小学的孩子们在农耕体验园学习插秧,体验农事。\n本报记者 常莉 摄\n"
    briefs = (
        "农机手“充电”备“三夏”\n连日来,县农机中心组织技术人员深入各乡镇,为农机手讲解收割机的保养。(原小军 贾丽萍)\n"
        "老席的羊又“回”来了\n席满仓的羊圈里又有了叫声,十只母羊是畜牧局帮他赊来的,一年能下两茬羔。\n"
    )
    found = records(f"{FOLIO}{briefs}{photo}", toolkit)
    assert [one.kind for one in found] == ["article", "article", "photo"]
    assert [one.name for one in found[1].byline] == ["贾宝田", "郑 楠"]
    assert found[2].headline is None


def test_no_text_is_lost_behind_a_poem(toolkit: jdc.Toolkit) -> None:
    essay = "清明的螺蛳\n计南生\n" + "".join(
        f"母亲{year}的清明下到河埠头摸一篮螺蛳,养在木盆里{word},第二天一早剪了尾再炒。\n"
        for year, word in (
            ("前年", "滴两滴菜油"),
            ("去年", "换三回水"),
            ("早年", "盖一块布"),
            ("头年", "搁在廊下"),
            ("当年", "压块石"),
        )
    )
    poem = "过同里\n" + "".join(f"船娘在第{number}座桥洞里收起歌声\n" for number in "一二三四五六七八九十")
    (first, *_) = records(f"{FOLIO}{essay}{poem}青岛港新增外贸航线八条\n{LEAD}{LEAD}{BRIEF}", toolkit)
    assert first.headline == "清明的螺蛳"
    assert first.text.count("的清明下到河埠头") == 5


def test_what_goes_on_elsewhere_ends_there(toolkit: jdc.Toolkit) -> None:
    plain = LEAD.replace("□本报记者 王立\n", "")
    found = records(f"{FOLIO}莱西公交接入青岛\n{BRIEF.split(chr(10), 1)[1]}(下转第4版)\n港口的一天\n{plain}", toolkit)
    assert [one.headline for one in found] == ["莱西公交接入青岛", "港口的一天"]


def test_headings_that_open_with_one_quoted_word_are_parts(toolkit: jdc.Toolkit) -> None:
    parts = (
        "“中心”在医院里\n据市卫生健康部门统计,外地患者占到三成,坐两小时火车来看病,当天回家。\n"
        "“中心”在产业链上\n主机厂在本市,配套的铸件和液压件却要从邻省运来,要走一天一夜。\n"
        "“中心”在规则里\n跨区域园区的税收怎样分成,各地算法不一,谈了三年才签下第一份协议。\n"
    )
    about = "(作者系中共青岛市委党校副教授)"
    essay = f"中心城市“中心”在哪里\n● 顾维平\n淮海经济区地跨四省,十个城市没有哪一个是省会。\n{parts.rstrip()}{about}\n"
    found = records(f"{FOLIO}{essay}{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["中心城市“中心”在哪里", "莱西公交接入青岛"]
    assert found[0].text.count("“中心”在") == 3


def test_the_short_name_of_a_paper_is_not_its_outlet(toolkit: jdc.Toolkit) -> None:
    lead = LEAD.replace("□本报记者 王立", "晨报记者 王立/文 李超/图")
    page = f"江淮晨报 2021年7月2日 星期五 A06\n青岛港新增外贸航线八条\n{lead}{BRIEF}"
    first = records(page, toolkit)[0]
    assert first.outlet == "江淮晨报"
    assert [(one.name, one.role) for one in first.byline] == [("王立", "reporter"), ("李超", "photographer")]


def test_a_county_page_of_taiwan(toolkit: jdc.Toolkit) -> None:
    page = (
        "B2 台南‧嘉義 中華民國一百零三年十月廿一日 星期二 南瀛日報\n"
        "關廟麵曬麵場搬上屋頂\n記者林佩璇／台南報導\n日曬麵靠天吃飯，一場午後雷陣雨就可能讓整天心血泡湯，業者把曬麵場搬上屋頂。\n"
        "騎士撞倒老嫗逃逸 檳榔攤監視器揪人\n〔記者郭育誠／新營報導〕新營區一名七十六歲老婦昨晨過馬路遭機車撞倒，警方循線逮人。\n"
    )
    found = records(page, toolkit)
    assert [one.published for one in found] == ["2014-10-21"] * 2
    assert [[name.name for name in one.byline] for one in found] == [["林佩璇"], ["郭育誠"]]


@pytest.mark.parametrize("note", ["", "注:数据截至昨日收盘\n"])
def test_measures_below_an_article_are_its_table(note: str, toolkit: jdc.Toolkit) -> None:
    table = f"品种\n收盘\n涨跌\n螺纹钢\n3612.5\n+1.24%\n铁矿石\n812.0\n-0.35%\n焦炭\n2240.5\n+0.8%\n{note}"
    first, second = records(f"{FIRST}{table}{BRIEF}", toolkit)
    assert first.text.endswith(table.strip())
    assert second.headline == "莱西公交接入青岛"


def test_a_box_of_prose_below_the_head_of_a_list_is_text(toolkit: jdc.Toolkit) -> None:
    box = "相关链接\n" + "".join(
        f"{place}站始建于{year}年,是老铁路上的三等小站,站房为砖木结构,月台上至今留着当年的水鹤和信号灯,"
        "去年停办客运后改作铁路博物馆,周末对游客开放,讲解员由退休职工担任,每天接待八百多人次。\n"
        for place, year in (("芝兰庄", 1903), ("蓝村", 1901), ("城阳", 1900), ("沙岭庄", 1899))
    )
    (record, *_) = records(f"{FIRST}{box}", toolkit)
    assert record.text.count("三等小站") == 4


def test_the_city_of_a_dateline_starts_an_article(toolkit: jdc.Toolkit) -> None:
    brief = "柔佛渡轮周六复航\n新山14日讯 | 停航三年的柔佛渡轮周六复航,每日往返四班,船票二十令吉,乘客须提前半小时抵达码头。\n"
    first, second = records(f"{FIRST}{brief}", toolkit)
    assert (second.headline, "渡轮" in first.text) == ("柔佛渡轮周六复航", False)


def test_lines_between_a_kicker_and_the_text_are_the_headline(toolkit: jdc.Toolkit) -> None:
    # The kicker alone has words of the text.
    lead = LEAD.split("\n", 1)[1]
    head = "桥吊司机李明说青岛港自动化码头新增航线\n坐着高铁去上班\n月票能报销吗?\n"
    first, *_ = records(f"{FOLIO}{head}{lead}{BRIEF}", toolkit)
    assert (first.kicker, first.headline) == (
        "桥吊司机李明说青岛港自动化码头新增航线",
        "坐着高铁去上班月票能报销吗?",
    )


def test_the_headline_above_what_goes_on(toolkit: jdc.Toolkit) -> None:
    lead = LEAD.split("\n", 1)[1]
    first, *_ = records(f"{FOLIO}本版编辑 高颖 美编 苏彤\n小零件串起“隔江不隔链”\n(上接第01版)\n{lead}{BRIEF}", toolkit)
    assert first.headline == "小零件串起“隔江不隔链”"


def test_question_marks_can_be_the_spaces_of_a_byline(toolkit: jdc.Toolkit) -> None:
    lead = LEAD.replace("□本报记者 王立", "□记者?徐荣?通讯员?罗韬?报道")
    first, *_ = records(f"{FOLIO}青岛港新增外贸航线八条\n{lead}{BRIEF}", toolkit)
    assert [(one.name, one.role) for one in first.byline] == [("徐荣", "reporter"), ("罗韬", "correspondent")]


def test_names_printed_apart_behind_the_last_sentence(toolkit: jdc.Toolkit) -> None:
    first, *_ = records(
        f"{FOLIO}莱西公交接入青岛\n{BRIEF.split(chr(10), 1)[1].rstrip()} 记者 田 蜜 通讯员 曹国梁\n", toolkit
    )
    assert [one.name for one in first.byline][-2:] == ["田蜜", "曹国梁"]


def test_places_behind_a_slash_are_no_reporters(toolkit: jdc.Toolkit) -> None:
    page = (
        "B2 台南‧嘉義 中華民國一百零三年十月廿一日 星期二 南瀛日報\n"
        "八掌溪兩岸農友合開小農市集\n〔記者蔡明憲／義竹、學甲報導〕一條八掌溪隔開嘉義和台南，兩岸農友合開小農市集，假日湧入人潮。\n"
    )
    (record,) = records(page, toolkit)
    assert [one.name for one in record.byline] == ["蔡明憲"]


def test_a_reporter_of_a_paper_who_asks_is_no_addressee(toolkit: jdc.Toolkit) -> None:
    asked = "轨道交通何时互联互通\n大众日报记者:\n五市的地铁和城际铁路什么时候能一张票坐到底,安检能不能互认?\n"
    answer = "发言人说,年底前五市公交卡互通,明年起城际铁路与青岛地铁安检互认,乘客少排一次队。\n"
    found = records(f"青岛港新增外贸航线八条\n2021-07-02 11:05 来源:青岛日报\n{LEAD}{asked}{answer}", toolkit)
    assert len(found) == 1


def test_a_masthead_with_its_roman_name_and_classifieds(toolkit: jdc.Toolkit) -> None:
    page = f"A14\n南侨日报 2025年2月19日(星期三) NANKIAO DAILY\n青岛港新增外贸航线八条\n{LEAD}"
    ads = "讣告 先父黄公讳天福,痛于2025年2月17日寿终,谨此泣告诸亲友\n法拍屋 嘉义市东区 透天 坪数38 洽询(05)22X-X877\n"
    (record,) = records(page + ads, toolkit)
    assert (record.outlet, record.published, "讣告" in record.text) == ("南侨日报", "2025-02-19", False)


def test_a_masthead_in_the_midst_of_the_page_speaks_for_every_article(toolkit: jdc.Toolkit) -> None:
    page = (
        f"青岛港新增外贸航线八条\n{LEAD}舟山日报\n2024年9月18日 星期三 农历甲辰年八月十六\n03 甬舟一体化特刊\n{BRIEF}"
    )
    found = records(page, toolkit)
    assert [(one.outlet, one.published, one.kicker) for one in found] == [("舟山日报", "2024-09-18", None)] * 2


def test_a_masthead_with_masked_numbers(toolkit: jdc.Toolkit) -> None:
    masthead = "青岛日报 2023年4月18日 星期二 癸卯年闰二月廿八 国内统一连续出版物号:CN 37-00×× 邮发代号:23-×× 第11825期 今日8版\n"
    found = records(f"{masthead}青岛港新增外贸航线八条\n{LEAD}{BRIEF}", toolkit)
    assert [(one.outlet, one.published) for one in found] == [("青岛日报", "2023-04-18")] * 2


@pytest.mark.parametrize("number", ["A5", "05", "10-11版"])
def test_the_number_of_the_page_alone_on_a_line(number: str, toolkit: jdc.Toolkit) -> None:
    page = f"青岛日报 2021年7月2日 星期五\n{number}\n青岛港新增外贸航线八条\n{LEAD}{BRIEF}"
    result = jdc.clean(page, toolkit=toolkit)
    labels = {one.block.text: one.label.value for one in result.blocks}
    assert labels[number] == "pager"


def test_a_row_of_titles_is_no_article(toolkit: jdc.Toolkit) -> None:
    row = "青岛港新增外贸航线八条 图片新闻 莱西公交接入青岛,四十公里票价六元\n"
    brief = BRIEF.replace("莱西公交接入青岛\n", "莱西公交接入青岛,四十公里票价六元\n", 1)
    found = records(f"{FOLIO}{row}青岛港新增外贸航线八条\n{LEAD}{brief}", toolkit)
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", "莱西公交接入青岛,四十公里票价六元"]


@pytest.mark.parametrize("head", ["【数读】", "■ 青岛港口数字", "协同·数据"])
def test_a_box_of_figures_stands_behind_captions_too(head: str, toolkit: jdc.Toolkit) -> None:
    box = f"{head}\n142个:五市协作项目数量\n1.02万亿元:协作项目总投资\n2021年集装箱吞吐量 2371万标准箱\n"
    caption = "青岛港自动化码头。本报记者 王立 摄\n"
    first, second = records(f"{FIRST}{caption}{box}{BRIEF}", toolkit)
    assert (first.text.endswith(box.strip()), second.headline, second.kicker) == (
        True,
        "莱西公交接入青岛",
        None,
    )


def test_a_titled_picture_of_yesterday_above_the_next_head(toolkit: jdc.Toolkit) -> None:
    title, photo = "电车老爷车重现街头", "退役逾三十年的128号古董电车昨日重新上路,由车厂驶往市中心,"
    photo += "沿途吸引不少市民拍照,车上座椅和铜铃都是原来的样子,月底前每逢周日开行四班。 本报记者 叶兆聪 摄\n"
    found = records(f"{FIRST}{title}\n{photo}{BRIEF}", toolkit)
    assert [(one.kind, one.headline) for one in found][1] == ("photo", title)


def test_a_paper_without_its_place_is_no_outlet(toolkit: jdc.Toolkit) -> None:
    brief = BRIEF.replace("本报莱西讯", "晚报讯")
    assert [one.outlet for one in records(f"青岛港新增外贸航线八条\n{LEAD}{brief}", toolkit)] == [None, None]


def test_buttons_below_each_headline_of_the_page(toolkit: jdc.Toolkit) -> None:
    tools = "[ 放大 ] [ 缩小 ] [ 默认 ] 朗读 分享到\n"
    second = (
        "高温下的接头人\n" + tools + "三十九度。城阳与即墨交界的路口,一根电杆挂着两边的线,两个班组一起爬上去抢修。\n"
    )
    found = records(f"{FOLIO}青岛港新增外贸航线八条\n{tools}{LEAD}{second}", toolkit)
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", "高温下的接头人"]


def test_what_an_author_is_stands_below_the_text(toolkit: jdc.Toolkit) -> None:
    comment = "航运回暖,别急着造船\n骆定邦\n四月以来,集装箱运价指数连涨五周,有船东动了造船的念头,我的看法是再等等。\n"
    note = "(作者系某航运咨询公司首席分析师)\n"
    briefs = BRIEF.replace("本报莱西讯(记者 赵敏)", "本报莱西讯 ").rstrip() + "(通讯员 忻波)\n"
    found = records(f"{FOLIO}{comment}{note}港航短波\n{briefs}", toolkit)
    assert [[who.name for who in one.byline] for one in found] == [["骆定邦"], ["忻波"]]


def test_the_name_of_the_paper_between_bars(toolkit: jdc.Toolkit) -> None:
    page = f"南岛晚报 | 04 | 本岛新闻\n2024年6月12日 星期三 农历五月初七\n青岛港新增外贸航线八条\n{LEAD}{BRIEF}"
    found = records(page, toolkit)
    assert [(one.headline, one.outlet, one.published) for one in found] == [
        ("青岛港新增外贸航线八条", "南岛晚报", "2024-06-12"),
        ("莱西公交接入青岛", "南岛晚报", "2024-06-12"),
    ]


def test_the_agency_of_taiwan_names_its_reporter_before_the_place(toolkit: jdc.Toolkit) -> None:
    page = "小三通加開六航次\n2024/6/5 12:00\n（中央社記者黃昱睿金門縣5日電）端午連假將至，小三通金門、"
    page += "廈門航線自8日起加開六航次，船票今天上午開賣。\n"
    (record,) = records(page, toolkit)
    assert ([(one.name, one.role) for one in record.byline], record.outlet) == ([("黃昱睿", "reporter")], "中央社")


def test_a_dateline_broken_by_the_page_is_text(toolkit: jdc.Toolkit) -> None:
    text = (
        "红墙绿瓦、飞檐斗拱,始建于一九二八年的站房历时五个月修缮,昨日重新与旅客见面。"
        + "修缮中更换琉璃瓦一万块,恢复彩绘四百平方米。" * 5
    )
    text = "本报讯(记者尚德智)" + text
    wrapped = "\n".join(text[place : place + 24] for place in range(0, len(text), 24))
    found = records(f"{FIRST}百年老站房修葺一新\n{wrapped}\n", toolkit)
    assert found[-1].headline == "百年老站房修葺一新"
    assert found[-1].text.startswith(text[:24])


@pytest.mark.parametrize(
    "line",
    [
        "【聘】酒楼诚聘楼面、洗碗 时薪65元 五天工作 电2XX5 8213 黄小姐",
        "椰岛人家海鲜大酒楼 升学宴火热预订中 每席888元起 电话:6622××××",
        "遗失启事 城阳区小面馆遗失食品经营许可证副本,编号JY2500107××××",
        "《江海港航周报》2023年下半年征订开始 全年定价198元 全国各地邮局均可订阅",
        "新闻热线 8616161(8:30—21:00)",
    ],
)
def test_notices_between_the_articles_of_a_page(line: str, toolkit: jdc.Toolkit) -> None:
    found = records(f"{FIRST}{line}\n{BRIEF}", toolkit)
    assert [(one.headline, one.kicker) for one in found][1:] == [("莱西公交接入青岛", None)]
    assert line not in found[0].text


@pytest.mark.parametrize(("name", "pen"), [("街谈巷议", "老湘潭"), ("湾区人语", "沙梨头人"), ("锦里闲谈", "冉小白")])
def test_a_column_has_its_name_above_and_a_pen_name_below_its_headline(
    name: str, pen: str, toolkit: jdc.Toolkit
) -> None:
    column = f"{name}\n末班车该不该等人\n{pen}\n河东一位师傅跟我讲,他儿子晚上下班,赶到车站末班车刚走,只好打车回家。\n"
    found = records(f"{FIRST}{column}{BRIEF}", toolkit)
    assert [(one.headline, [who.name for who in one.byline]) for one in found][1] == ("末班车该不该等人", [pen])


def test_a_box_of_hints_opens_no_article(toolkit: jdc.Toolkit) -> None:
    box = "小资料:由港往中山\n・跨境巴士:观塘、太子出发,单程100至130元\n・船:中港城至中山港,单程约1小时40分钟\n"
    first, second = records(f"{FIRST}{box}{BRIEF}", toolkit)
    assert (first.text.endswith("单程约1小时40分钟"), second.headline, second.kicker) == (
        True,
        "莱西公交接入青岛",
        None,
    )


def test_names_printed_apart_behind_reporter_with_a_rare_family_name(toolkit: jdc.Toolkit) -> None:
    lead = LEAD.replace("□本报记者 王立", "本报融媒记者 笪 颖 孔维宏 通讯员 王 莹")
    first, _ = records(f"{FOLIO}青岛港新增外贸航线八条\n{lead}{BRIEF}", toolkit)
    assert [one.name for one in first.byline] == ["笪颖", "孔维宏", "王莹"]


@pytest.mark.parametrize(
    "line",
    [
        "2022年6月15日 星期三 责编/柳 青 版式/马晓云 校对/祁 莲 要闻 A2",
        "2022年5月6日 星期五 第1876期 句容市融媒体中心主办",
    ],
)
def test_a_masthead_that_does_not_name_the_paper(line: str, toolkit: jdc.Toolkit) -> None:
    found = records(f"{line}\n青岛港新增外贸航线八条\n{LEAD}{BRIEF}", toolkit)
    assert {one.published for one in found} in ({"2022-06-15"}, {"2022-05-06"})


def test_briefs_of_one_paragraph_between_two_articles(toolkit: jdc.Toolkit) -> None:
    briefs = (
        "海阳十二条公交线路末班车延时\n记者昨日从公交集团获悉,自6月15日起,十二条线路末班车延到二十二点。\n"
        "莱阳至青岛高铁计次票可线上买\n即日起,旅客可通过手机客户端购买计次票,二十次票价打九折。\n"
        "威海机场开通至揭阳航线\n威海机场6月18日起开通至揭阳潮汕的航线,每周三班,飞行两个半小时。\n"
    )
    found = records(f"{FOLIO}{briefs}{BRIEF}", toolkit)
    assert [one.headline for one in found] == [*briefs.splitlines()[::2], "莱西公交接入青岛"]


NARROW = (
    "青岛港新增外贸航线八条\n"
    "　　本报讯（记者 马小艳 通讯员 李\n"
    "明）记者昨日从市交通运输局获悉，青\n"
    "岛港今年上半年新增外贸航线八条，总\n"
    "数达到一百九十二条，港口的货物吞吐，\n"
    "量、集装箱吞吐量分别增长百分之五。\n"
    "　　据统计，去年全港装卸矿石一共\n"
    "312765吨，其中经由铁路运往山西和\n"
    "河南的最多，占到了四成，其余的由汽\n"
    "车和管道运走，一天要发三百多趟车。\n"
)


def test_narrow_columns_are_joined_over_hanging_marks_broken_bylines_and_long_numbers(toolkit: jdc.Toolkit) -> None:
    (article,) = records(FOLIO + NARROW, toolkit)
    text = article.text.split("\n")
    assert article.headline == "青岛港新增外贸航线八条"
    assert [line[:4] for line in text] == ["本报讯（", "据统计，"]
    assert "李明）记者" in text[0]
    assert "一共312765吨" in text[1]


def test_lines_of_a_head_as_wide_as_the_columns_are_no_paragraph(toolkit: jdc.Toolkit) -> None:
    head = "涉及青岛烟台威海潍坊 异地买房不用开证\n五城公积金贷款今起“一网通贷”\n"
    (article,) = records(FOLIO + head + NARROW.partition("\n")[2], toolkit)
    assert article.headline == "五城公积金贷款今起“一网通贷”"


@pytest.mark.parametrize(
    ("caption", "own"),
    [
        ("渔民在巢湖岸边晾晒银鱼。 马丰成 摄", True),
        ("木中新校舍举行奠基礼,校友李文财(左四)率众铲土。", True),
        ("莱西至即墨的城际公交开通,市民刷卡上车。 赵敏 摄", False),
    ],
)
def test_a_picture_that_tells_of_nothing_beside_it_is_an_item_of_its_own(
    caption: str, own: bool, toolkit: jdc.Toolkit
) -> None:
    page = f"{FIRST}{BRIEF}{caption}\n"
    assert [one.kind for one in records(page, toolkit)][2:] == (["photo"] if own else [])


def test_reports_behind_the_name_of_a_place_are_briefs(toolkit: jdc.Toolkit) -> None:
    briefs = (
        "◎产业短波\n"
        "【福建连江】本报讯(林国清)10月18日,连江县黄岐镇首座深海养殖平台完成海试,预计年产鲍鱼120吨。\n"
        "【江苏高邮】本报讯(潘建华)高邮市日前出台罗氏沼虾种业扶持办法,对企业给予奖励。\n"
    )
    found = records(f"{FIRST}{briefs}", toolkit)
    assert [(one.headline, one.dateline) for one in found[1:]] == [(None, "本报讯")] * 2


def test_a_paper_answers_a_reader(toolkit: jdc.Toolkit) -> None:
    asked = (
        "高温天空调外机滴水,到底该找谁?\n"
        "问:我家住四楼,楼上空调水天天滴在我家雨棚上,晚上吵得睡不着。找谁管?(读者 钱建国)\n"
        "答:根据市容环卫责任的有关规定,空调冷凝水应当引入室内或专用排水管,可以拨打热线投诉。\n"
    )
    found = records(f"{FIRST}{BRIEF}{asked}", toolkit)
    assert found[2].headline == "高温天空调外机滴水,到底该找谁?"
    assert [one.name for one in found[2].byline] == ["钱建国"]


def test_a_reader_signs_as_he_is_called(toolkit: jdc.Toolkit) -> None:
    letter = (
        "车停自家门口收到罚单\n编辑同志:\n"
        "我家住在城东一条老巷子里,巷口原先画着白色停车线,大家一直停得好好的,上周却收到罚单。\n市民 老管\n"
    )
    found = records(f"{FIRST}{letter}{BRIEF}", toolkit)
    assert [one.name for one in found[1].byline] == ["老管"]


def test_short_lines_between_datelined_articles_are_subheadings(toolkit: jdc.Toolkit) -> None:
    part = "查验一次就放行\n两市海关关员说,船员换班的手续也可以在网上办,不必再跑两个窗口,省下来的钟头够装一船货。\n"
    articles = "".join(
        f"{title}\n【大公报讯】{text}\n"
        for title, text in [
            ("青岛港新增外贸航线八条", "青岛港上半年新增外贸航线八条,货物吞吐量增长百分之五,总数达到一百九十二条。"),
            ("长者卡盗用案三人还押", "两男一女涉嫌以他人乐悠卡乘搭港铁,案件押后至下月再讯,其间三人还押看管。"),
        ]
    )
    third = (
        "中大研究眼底相筛查肾病\n【大公报讯】中文大学医学院昨日公布,团队研发的模型可由眼底照片筛查肾病,准确率九成。\n"
    )
    found = records(f"大公报 2021年7月2日 星期五\n{third}{part}{articles}", toolkit)
    assert [one.headline for one in found] == [
        "中大研究眼底相筛查肾病",
        "青岛港新增外贸航线八条",
        "长者卡盗用案三人还押",
    ]


def column(*paragraphs: str) -> str:
    """Return paragraphs as lines of 18 characters, the first of each two shorter, as where an indent was lost."""
    lines = [
        line
        for text in paragraphs
        for line in (text[:16], *(text[start : start + 18] for start in range(16, len(text), 18)))
    ]
    return "\n".join(lines) + "\n"


def test_narrow_columns_that_lost_their_indents(toolkit: jdc.Toolkit) -> None:
    # A headline can be as wide as the column.
    first = (
        "今年一至八月我市港口货物吞吐量完成八千一百万吨同比增长一成,其中集装箱三十二万标箱,增长两成以上,数字背后是一场攻坚。",
        "会上港北区桂平市和市应急管理局作了交流发言。",
        "关停不是目的,让有限的岸线跑出效益才是,港航中心副主任说,通过政府引导企业入股的办法,十二家小码头整合成三家公用码头。",
        "据统计全镇今年加工龙眼干八百吨,带动两百多人就近务工,人均增收两千元,鲜果一斤也多卖了一块多钱,果农都说划算。",
    )
    second = "本报讯(记者 黄萍)9月13日,市人大常委会组织调研组,到港南区、覃塘区调研义务教育优质均衡发展工作情况。"
    page = f"西江码头的快与畅\n□本报记者 韦静怡\n{column(*first)}市人大常委会调研义务教育优质均衡发展\n{column(second)}"
    found = records(FOLIO + page, toolkit)
    assert found[0].text.split("\n") == [*first]
    assert (found[1].headline, found[1].text) == ("市人大常委会调研义务教育优质均衡发展", second)


def test_the_headline_of_a_column_can_be_short(toolkit: jdc.Toolkit) -> None:
    column = (
        "笔雯集\n晒月光\n顾小舟\n停电那晚,整条街的人都落了楼。热,坐在石阶上,谁家的孩子数着楼上的窗,一格一格都是黑的。\n"
        "后来电来了,众人哦了一声,听不出是欢喜还是可惜,月亮还在。\n"
    )
    found = records(f"{FIRST}{BRIEF}{column}", toolkit)
    assert (found[2].headline, [one.name for one in found[2].byline]) == ("晒月光", ["顾小舟"])


def test_rows_of_figures_below_a_text_are_a_box_of_it(toolkit: jdc.Toolkit) -> None:
    box = "调查数字一览\n单位面积不足八平方米:39%\n没有窗户:25%\n与他人共用厕所:31%\n"
    first, second = records(f"{FIRST}{box}{BRIEF}", toolkit)
    assert first.text.endswith("调查数字一览\n单位面积不足八平方米:39%\n没有窗户:25%\n与他人共用厕所:31%")
    assert second.headline == "莱西公交接入青岛"


def test_a_letter_can_end_with_a_question(toolkit: jdc.Toolkit) -> None:
    letter = (
        "坐地铁也请认一认外地的乘车码\n"
        "编辑同志:我每个月来出差两三次,手机里装着六个城市的乘车码,每到一处都要重新注册一遍,很不方便。\n"
        "两座城相隔不过两百多公里,高铁都公交化了,乘车码能不能先互认起来?\n读者 邢志国\n"
    )
    found = records(f"{FIRST}{BRIEF}{letter}", toolkit)
    assert found[2].text.endswith("乘车码能不能先互认起来?")
    assert [one.name for one in found[2].byline] == ["邢志国"]


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("胶东经济圈联席会议第三次会议召开", "推动五市从握手走向牵手"),
        ("三百四十二家图书馆通借通还", "一张借书证走遍十座城"),
    ],
)
def test_what_takes_place_leads_to_what_it_means(kicker: str, headline: str, toolkit: jdc.Toolkit) -> None:
    first = records(f"{FOLIO}{kicker}\n{headline}\n{LEAD}{BRIEF}", toolkit)[0]
    assert (first.kicker, first.headline) == (kicker, headline)


# The columns of two articles as a dump puts them in turn.
PORT = (
    "“卸一船货比过去少等两个钟头。”7月1日,桥吊司机李明在青岛港自动化码头说。今年上半年,青岛港新增外贸航线八条,集装箱吞吐量增长一成二。\n"
    "据青岛海关介绍,两市海关已经互认查验结果,一批货物只查一次,集装箱在码头上少停一天,企业少跑一趟,一个集装箱省下三百多元的查",
    "验费用和堆存费用。\n"
    "青岛港集团负责人说,下半年码头还要开通到欧洲的外贸航线,集装箱卸下船不落地就能装上火车,桥吊司机在办公室里就能看着船卸货。\n",
)
BUS = (
    "莱西公交接入青岛\n"
    "本报莱西讯(记者 赵敏)7月1日,莱西至即墨的城际公交开通,全程四十公里,票价六元,老人和学生半价,沿线设站二十座。\n"
    "莱西客运站的调度员说,城际公交每天发六十班,首班车早上六点,学生放学和工厂下班的时候还要加密班",
    "次,市民可以刷青岛的公交卡。\n家住姜山镇的学生家长说,过去坐客车去即墨要转两趟车,票价十八元,如今城际公交一趟就到。\n",
)


@pytest.mark.parametrize(
    "columns",
    [
        f"{PORT[0]}\n{BUS[0]}{BUS[1]}{PORT[1]}",
        f"{PORT[0]}\n{BUS[0]}\n{PORT[1]}{BUS[1]}",
        f"{PORT[0]}\n{BUS[0]}\n7月1日,青岛的学生在莱西看晚霞。\n本报记者 王立 摄\n{PORT[1]}{BUS[1]}",
    ],
)
def test_columns_that_stand_in_turn_are_told_apart(columns: str, toolkit: jdc.Toolkit) -> None:
    page = f"{FOLIO}青岛港新增外贸航线八条\n□本报记者 王立\n{columns}"
    first, second = (one for one in records(page, toolkit) if one.kind == "article")
    assert first.text == "".join(PORT).strip()
    assert second.text == "".join(BUS).partition("\n")[2].strip()
    evidence = [flag.evidence for flag in first.quality.flags if flag.name == "columns_in_turn"]
    assert evidence == ["个集装箱省下三百多元的查…验费用和堆存费用。"]


def test_a_caption_far_from_the_columns_in_turn_stays_with_its_article(toolkit: jdc.Toolkit) -> None:
    caption = "图为现场,工人们加紧装车运货。本报记者 李明 摄"
    fair = "本报讯 城口县举办大巴山苗木花卉交易会,客商带来八百多个品种,三天成交额过千万元,创下历届之最,农户们忙着打包发货。"
    bridge = (
        "本报讯 涪江大桥即将合龙,工地上塔吊林立,工人们加紧浇筑最后一段桥面,果蔬装车运到成都的市场,时间缩短到五分钟。"
    )
    page = f"{FOLIO}青岛港新增外贸航线八条\n□本报记者 王立\n{PORT[0]}\n{BUS[0]}\n{PORT[1]}{BUS[1]}"
    found = records(f"{page}苗木花卉交易会成交过千万元\n{fair}\n{caption}\n涪江大桥即将合龙\n{bridge}\n", toolkit)
    assert [one.headline for one in found][2:] == ["苗木花卉交易会成交过千万元", "涪江大桥即将合龙"]
    assert found[0].quality.flags
    assert found[2].captions == (caption,)


def test_a_text_that_goes_on_on_another_page_takes_nothing_from_the_articles_below(toolkit: jdc.Toolkit) -> None:
    first, second = records(f"{FOLIO}青岛港新增外贸航线八条\n{PORT[0]}\n(下转第4版)\n{BUS[0]}{BUS[1]}", toolkit)
    assert first.text == PORT[0]
    assert second.text == "".join(BUS).partition("\n")[2].strip()
    assert not first.quality.flags


def test_the_first_line_of_a_paragraph_that_a_column_breaks_off_is_no_kicker(toolkit: jdc.Toolkit) -> None:
    line = "青岛港集团的负责人说,下半年还要在码头上开通到欧洲的铁路和货\n"
    first, second = records(f"{FIRST}{line}{BRIEF}", toolkit)
    assert first.text.endswith(line.strip())
    assert (second.kicker, second.headline) == (None, "莱西公交接入青岛")


@pytest.mark.parametrize(
    "picture",
    [
        "▲江门一家香业作坊里,来自香港的年轻设计师与老师傅研制檀香线香。香江商报记者李紫妍摄\n",
        "↑新竹市渔港风筝季登场,来自日本、韩国的风筝队升起百尺长龙。(记者苏政豪摄)\n",
        "【图片来信】9月8日,高速公路收费站出口一块路牌被树枝挡住大半,不少外地司机错过匝道。读者 文志强 摄\n",
    ],
)
def test_a_picture_of_something_else_behind_a_text_is_an_item(picture: str, toolkit: jdc.Toolkit) -> None:
    found = records(f"{FIRST}{picture}{BRIEF}", toolkit)
    assert [one.kind for one in found] == ["article", "photo", "article"]
    assert found[0].captions == ()


def test_a_picture_of_what_the_text_tells_is_of_the_article(toolkit: jdc.Toolkit) -> None:
    picture = "▲桥吊司机李明在青岛港自动化码头的办公室里卸集装箱。本报记者 王立 摄\n"
    found = records(f"{FIRST}{picture}{BRIEF}", toolkit)
    assert [one.kind for one in found] == ["article", "article"]
    assert found[0].captions == (picture.strip(),)


@pytest.mark.parametrize("byline", ["□本报记者 王立 文/图", "文/本报记者 王立 图/本报记者 赵敏"])
def test_a_byline_promises_pictures(byline: str, toolkit: jdc.Toolkit) -> None:
    first, last = LEAD.splitlines()[1:]
    caption = "工人在码头边检修一台旧桥吊。"
    page = f"{FOLIO}青岛港新增外贸航线八条\n{byline}\n{first}\n{caption}\n{last}\n{BRIEF}"
    assert records(page, toolkit)[0].captions == (caption,)
    unsigned = page.replace(byline, "□本报记者 王立")
    assert records(unsigned, toolkit)[0].text == f"{first}\n{caption}\n{last}"


def test_a_box_with_a_mark_is_of_the_article(toolkit: jdc.Toolkit) -> None:
    box = "■相关链接\n青岛港航线大事记\n2002年 首条外贸航线开通\n2014年 自动化码头动工\n2017年 自动化码头投产\n"
    first, second = records(f"{FIRST}{box}{BRIEF}", toolkit)
    assert "2014年 自动化码头动工" in first.text
    assert second.headline == "莱西公交接入青岛"


def test_under_the_name_of_briefs_each_line_is_a_headline(toolkit: jdc.Toolkit) -> None:
    briefs = (
        "湾区快讯\n高铁延至广州站东侧\n铁路集团表示,十二月起每日有六对高铁列车始发,一小时四十分到达。\n"
        "江门办理社保卡\n江门市人社局日前推出专窗,凭居住证即日领卡。\n"
    )
    found = records(f"{FIRST}{BRIEF}{briefs}", toolkit)
    assert [one.headline for one in found][2:] == ["高铁延至广州站东侧", "江门办理社保卡"]


@pytest.mark.parametrize(
    ("headline", "subtitle", "lines"),
    [
        (
            "全市港口工作推进会召开",
            "陈建章强调:以首位战略抓好全面融入",
            "全市港口工作推进会召开\n陈建章强调:以首位战略抓好全面融入\n",
        ),
        ("上半年青岛港外贸吞吐量同比增长二成以上", None, "上半年青岛港外贸吞吐量\n同比增长二成以上\n"),
        (
            "港口“飞地”里的小算盘",
            "税收怎么分?统计怎么算?干部怎么考?",
            "港口“飞地”里的小算盘\n税收怎么分?统计怎么算?干部怎么考?\n",
        ),
    ],
)
def test_what_stands_below_a_headline(headline: str, subtitle: str | None, lines: str, toolkit: jdc.Toolkit) -> None:
    first = records(f"{FOLIO}{lines}{LEAD}{BRIEF}", toolkit)[0]
    assert (first.headline, first.subtitle) == (headline, subtitle)


def test_who_wrote_and_took_the_pictures_is_a_reporter(toolkit: jdc.Toolkit) -> None:
    page = f"{FOLIO}青岛港新增外贸航线八条\n{LEAD.replace('□本报记者 王立', '本报记者 王立 实习生 赵敏 文并摄')}{BRIEF}"
    assert [(one.name, one.role) for one in records(page, toolkit)[0].byline] == [
        ("王立", "reporter"),
        ("赵敏", "intern"),
    ]


def test_the_name_of_an_unknown_section_parts_two_articles(toolkit: jdc.Toolkit) -> None:
    comment = "社评夜谈\n港口不能只讲吞吐\n一座港口好不好,要看船员上岸有没有一碗热面,货主等不等得到一句准话。\n"
    found = records(f"{FIRST}{comment}{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", "港口不能只讲吞吐", "莱西公交接入青岛"]


def test_the_head_of_a_box_and_its_title_part_none(toolkit: jdc.Toolkit) -> None:
    box = "新闻链接\n什么是自动化码头\n自动化码头是由机器装卸集装箱的码头,桥吊司机坐在办公室里看着屏幕。\n"
    first = records(f"{FIRST}{box}{BRIEF}", toolkit)[0]
    assert "自动化码头是由机器装卸" in first.text


def test_a_standfirst_stands_above_a_byline_of_words_and_pictures(toolkit: jdc.Toolkit) -> None:
    lead = "每天早上七点,桥吊司机李明都要爬上四十米高的驾驶室。今年起,他坐进了办公室,码头上的桥吊自己会动了。\n"
    page = f"{FOLIO}桥吊司机“坐”进办公室\n{lead}文/本报记者 王立 图/本报记者 赵敏\n{LEAD.partition(chr(10))[2]}{BRIEF}"
    assert records(page, toolkit)[0].summary == lead.strip()


def test_the_letter_of_a_dump_for_a_mark_is_of_no_paper(toolkit: jdc.Toolkit) -> None:
    page = f"{FOLIO}青岛港新增外贸航线八条\n{LEAD.replace('□', 'N')}{BRIEF}"
    first = records(page, toolkit)[0]
    assert (first.outlet, [one.name for one in first.byline]) == ("青岛日报", ["王立"])


def test_where_the_figures_of_a_table_are_from_is_no_source(toolkit: jdc.Toolkit) -> None:
    table = "三个港口的吞吐量\n港口 吞吐量 增长\n青岛 2.31 6.8\n烟台 1.72 6.1\n威海 0.98 7.0\n(来源:三市交通部门)\n"
    first = records(f"{FIRST}{table}{BRIEF}", toolkit)[0]
    assert first.outlet == "青岛日报"
    assert "(来源:三市交通部门)" in first.text


def test_a_line_with_a_colon_opens_a_headline(toolkit: jdc.Toolkit) -> None:
    page = f"{FOLIO}从一条河到一家人——\n姚庄与枫泾:\n毗邻乡镇的握手密码\n{LEAD}{BRIEF}"
    first = records(page, toolkit)[0]
    assert (first.kicker, first.headline) == ("从一条河到一家人——", "姚庄与枫泾:毗邻乡镇的握手密码")


def test_a_poem_stands_below_its_title_and_its_poet(toolkit: jdc.Toolkit) -> None:
    verses = [
        "退潮以后",
        "礁石一块一块醒来",
        "渔火把夜捻成细线",
        "缝进母亲的围裙",
        "我在岸上数浪",
        "数到第七下天就亮了",
    ]
    poem = "海边的村庄\n□ 江 浦\n" + "\n".join(verses) + "\n"
    found = records(f"{FIRST}{poem}海滨城事\n{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", "海边的村庄", "莱西公交接入青岛"]
    assert (found[1].text.split("\n"), [one.name for one in found[1].byline]) == (verses, ["江 浦"])


def test_names_in_a_row_below_a_title_are_no_poem(toolkit: jdc.Toolkit) -> None:
    names = "获奖名单\n一等奖\n王立 赵敏\n二等奖\n孙静 周慧\n三等奖\n吴涛 郑华\n"
    assert not any("孙静" in one.text for one in records(f"{FIRST}{names}{BRIEF}", toolkit)[1:])


def test_numbered_pictures_are_one_photo_item(toolkit: jdc.Toolkit) -> None:
    pictures = [
        "①6月27日,潮连岛上,电力工人在为养殖户更换入户线。",
        "②6月28日,环卫工在清洗公交站台。 向东 摄",
        "③6月28日,传承人在扎制龙骨。 鲜于丽 摄",
    ]
    found = records(f"{FIRST}七一前夕话劳动\n" + "\n".join(pictures) + f"\n{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", "七一前夕话劳动", "莱西公交接入青岛"]
    assert len(found[1].captions) == 3


@pytest.mark.parametrize(
    ("head", "outlet", "published"),
    [
        ("2007年3月9日 星期五 胶东垦区农民报 第三版 科技·市场\n", "胶东垦区农民报", "2007-03-09"),
        ("青岛商报\n二〇一八年十月十一日 星期四 农历戊戌年九月初三 第五版 经济\n", "青岛商报", "2018-10-11"),
        ("青岛工人报 2016年11月24日 星期四 内部资料 免费交流\n", "青岛工人报", "2016-11-24"),
    ],
)  # fmt: skip
def test_mastheads(head: str, outlet: str, published: str, toolkit: jdc.Toolkit) -> None:
    for one in records(f"{head}青岛港新增外贸航线八条\n{LEAD}{BRIEF}", toolkit):
        assert (one.outlet, one.published) == (outlet, published)


def test_what_the_editors_introduce_is_no_list_of_links(toolkit: jdc.Toolkit) -> None:
    voices = "".join(
        f"{who}:码头上谁都知道,年休假不是不想休,是一个人走了,别人就得连班,去年我只休了{number}天,还是拆开的。\n"
        for number, who in enumerate(["装卸队 薄军", "理货部 屈丽华", "维修队 连志强", "调度室 郭晓敏"], 2)
    )
    page = f"{FIRST}热点话题\n年休假你休了吗\n编者按:临近年底,年休假为什么休不了?本报走进班组,听听职工怎么说。\n{voices}{BRIEF}"
    assert "去年我只休了5天" in "".join(one.text for one in records(page, toolkit))


def test_two_names_in_brackets_keep_the_space_between_them(toolkit: jdc.Toolkit) -> None:
    page = f"{FOLIO}青岛港新增外贸航线八条\n{LEAD.partition(chr(10))[2].rstrip()}(袁紫 苏绮琪)\n{BRIEF}"
    assert [one.name for one in records(page, toolkit)[0].byline] == ["袁紫", "苏绮琪"]


def test_lines_of_uneven_length_that_break_off_sentences_are_paragraphs(toolkit: jdc.Toolkit) -> None:
    paragraphs = [
        "清晨六点,栈桥边的早市已经摆开,渔民老孙把一筐蛤蜊倒进水盆,水花溅到了过路人的裤脚上,他也顾不上道歉,只管低头挑沙子。",
        "“海上的雾今年散得早。”他说,往年这个时候,船要等到九点才能出港,一天的活计就耽误了大半,如今风平浪静,能多跑一趟。",
        "早市管理处的人介绍,摊位费三年没有涨过,每天还派两个人帮着扫地,垃圾随时清走,来赶早的人也就一天比一天多了起来。",
    ]
    brief = BRIEF.splitlines()[1:]
    # Proportional type: no two lines need be as long, and none begins with a mark.
    lengths = itertools.cycle([23, 20, 21, 24, 19, 21, 23])
    lines = [line for paragraph in [*paragraphs, *brief] for line in wrapped(paragraph, lengths)]
    second = next(place for place, line in enumerate(lines) if brief[0].startswith(line))
    head = f"{FOLIO}栈桥早市\n本报记者 赵敏\n"
    page = head + "\n".join([*lines[:second], "莱西公交接入青岛", *lines[second:]]) + "\n"
    found = records(page, toolkit)
    assert [one.headline for one in found] == ["栈桥早市", "莱西公交接入青岛"]
    assert [one.text for one in found] == ["\n".join(paragraphs), "\n".join(brief)]


def wrapped(paragraph: str, lengths: Iterator[int]) -> Iterator[str]:
    while paragraph:
        size = next(lengths)
        size += paragraph[size : size + 1] in ",。”"
        yield paragraph[:size]
        paragraph = paragraph[size:]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("海滨酒楼 端午粽券发售中 每只四十八元", "ad"),
        ("新街地铺 六百呎 有水有电 6668xxxx 中介勿扰", "ad"),
        ("青岛日报社 地址:太平路33号 电话:82860085", "footer"),
        ("新闻热线 82860085", "footer"),
    ],
)
def test_what_traders_offer_below_the_articles_is_advertising(line: str, label: str, toolkit: jdc.Toolkit) -> None:
    result = jdc.clean(f"{FIRST}{BRIEF}{line}\n", toolkit=toolkit)
    last = result.blocks[-1]
    assert (last.block.text, last.label) == (line, label)


def test_a_table_with_a_title_is_an_item_of_its_own(toolkit: jdc.Toolkit) -> None:
    table = "开放式基金净值(7月1日)\n代码 名称 单位净值 累计净值\n519008 添富优势 3.2147 4.9547\n110002 易基策略 4.3170 5.1170\n"
    found = records(f"{FIRST}{table}{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", "开放式基金净值(7月1日)", "莱西公交接入青岛"]
    assert found[1].text == table.partition("\n")[2].strip()


def test_the_scores_of_a_round_are_an_item_of_their_own(toolkit: jdc.Toolkit) -> None:
    table = "甲A第十六轮战报\n大连万达 3:2 八一\n上海申花 1:1 北京国安\n广东宏远 2:0 深圳飞亚达\n"
    found = records(f"{FIRST}{table}{BRIEF}", toolkit)
    assert [one.headline for one in found][1] == "甲A第十六轮战报"
    assert found[1].text == table.partition("\n")[2].strip()


def test_a_table_that_the_text_introduces_is_of_it(toolkit: jdc.Toolkit) -> None:
    table = "各港外贸航线如下:\n港口 航线 班次\n青岛港 42 96\n烟台港 18 40\n威海港 12 33\n"
    found = records(f"{FIRST}{table}{BRIEF}", toolkit)
    assert len(found) == 2
    assert found[0].text.endswith("威海港 12 33")


def test_each_brief_of_a_column_without_a_known_name_is_an_article(toolkit: jdc.Toolkit) -> None:
    briefs = [
        "●国际足联公布最新排名,巴西队居首。",
        "●全国青年女篮联赛今起在锦州揭幕。",
        "●辽宁选手载誉归来,与中学生座谈。",
    ]
    found = records(f"{FIRST}天南海北\n" + "\n".join(briefs) + f"\n{BRIEF}", toolkit)
    assert [one.text for one in found[1:4]] == briefs
    assert [one.headline for one in found[1:4]] == [None] * 3


def test_a_poem_below_the_name_of_its_section_may_have_any_poet(toolkit: jdc.Toolkit) -> None:
    verses = "收割以后,田野归还了空旷\n它仍张着双臂\n像一个忘了回家的人\n替麻雀看守剩下的谷粒\n等月亮把影子收走\n"
    found = records(f"{FIRST}诗 歌\n秋天的片段\n向天笑笑\n{verses}\n{BRIEF}", toolkit)
    assert (found[1].headline, found[1].text) == ("秋天的片段", verses.strip())
    assert [one.name for one in found[1].byline] == ["向天笑笑"]


def test_the_head_of_a_page_can_stand_line_by_line(toolkit: jdc.Toolkit) -> None:
    head = "2021年7月2日\n胶东体育周报\n第2版\n"
    found = records(f"{head}青岛港新增外贸航线八条\n{LEAD}{BRIEF}", toolkit)
    assert [(one.outlet, one.published) for one in found] == [("胶东体育周报", "2021-07-02")] * 2


def test_an_offer_below_the_last_text_is_no_part_of_it(toolkit: jdc.Toolkit) -> None:
    offer = "【招租】西北区独立屋地库,两房一卫,包水电网,一千一百五十元,女士优先。\n"
    found = records(f"{FIRST}{BRIEF}{offer}", toolkit)
    assert found[-1].text == BRIEF.partition("\n")[2].strip()
    trade = "新濠酒楼 中秋月饼早鸟优惠 满五盒八五折\n天气:部分时间有骤雨 气温二十六至三十一度\n责任编辑:欧阳敏 美术:麦子聪\n"
    found = records(f"{FIRST}{BRIEF}{trade}", toolkit)
    assert found[-1].text == BRIEF.partition("\n")[2].strip()


def test_briefs_that_open_with_a_dateline_have_no_titles_on_their_lines(toolkit: jdc.Toolkit) -> None:
    briefs = (
        "新华社北京7月1日电 记者从教育部获悉,今年秋季学期全国中小学开学平稳有序,校园安全总体良好。\n"
        "【本报通讯员李明】昨日起,11路公交改走新城大道,沿途增设六个站点,方便学生上学,运营时间不变。\n"
    )
    found = records(f"{FIRST}快讯\n{briefs}", toolkit)
    assert not any("电" in (one.headline or "") or "李明" in (one.headline or "") for one in found)
    assert all(one in "\n".join(record.text for record in found) for one in briefs.splitlines())


def test_scores_that_the_text_introduces_are_of_it(toolkit: jdc.Toolkit) -> None:
    rows = "第二十轮全部赛果\n山东泰山 3:2 上海申花\n大连人 0:1 北京国安\n武汉三镇 2:2 成都蓉城\n"
    text = f"本报讯 昨晚中超联赛第二十轮结束,各场比赛结果如下:\n{rows}下一轮比赛将于本周六打响,山东泰山将客场挑战北京国安。\n"
    found = records(f"{FOLIO}中超第二十轮战罢\n{text}{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["中超第二十轮战罢", "莱西公交接入青岛"]
    assert found[0].text == text.strip()
    text = text.replace("第二十轮全部赛果\n", "")
    assert records(f"{FOLIO}中超第二十轮战罢\n{text}{BRIEF}", toolkit)[0].text == text.strip()


def test_a_text_with_a_dateline_below_a_table_is_an_article(toolkit: jdc.Toolkit) -> None:
    rows = "中超第二十轮赛果\n山东泰山 3:2 上海申花\n大连人 0:1 北京国安\n武汉三镇 2:2 成都蓉城\n"
    found = records(f"{FIRST}{rows}{BRIEF.partition(chr(10))[2]}", toolkit)
    assert [(one.headline, one.text.splitlines()[0][:6]) for one in found][1:] == [
        ("中超第二十轮赛果", "山东泰山 3"),
        (None, "本报莱西讯("),
    ]


@pytest.mark.parametrize(
    "last",
    [
        "家住枣山路的孙桂兰昨天特意买来绿豆汤送到工地。“看着脚手架一天天长高,心里踏实。”",
        "昨天上午,记者致电当事人女儿刘女士。她说母亲身体已无大碍,感谢邻居们。",
        "前天,区住建局负责人表示,明年还将启动二期,居民可以登录官网查询进度。",
    ],
)
def test_the_last_paragraph_above_a_credit_is_text(last: str, toolkit: jdc.Toolkit) -> None:
    found = records(f"{FIRST}{last}\n本报记者 王强 摄\n{BRIEF}", toolkit)
    assert [one.kind for one in found] == ["article", "article"]
    assert found[0].text.endswith(last)


@pytest.mark.parametrize("line", ["消费者反映问题 商场优惠券 过期不退", "巷口酒旗 促销的喇叭 惊起一树麻雀"])
def test_lines_of_a_text_that_speak_of_trade_are_text(line: str, toolkit: jdc.Toolkit) -> None:
    found = records(f"{FIRST}{line}\n责任编辑:欧阳敏 美术:麦子聪\n", toolkit)
    assert found[0].text.endswith(line)


def test_marked_briefs_of_agencies_are_no_captions(toolkit: jdc.Toolkit) -> None:
    briefs = (
        "■土耳其民众连夜在广场集会声援政府。新华社\n■日本东京股市昨日大幅下跌三百多点。中新社\n"
        "■法国巴黎举行大规模罢工,铁路停运。 法新社\n"
    )
    found = records(f"{FIRST}国际简讯\n{briefs}{BRIEF}", toolkit)
    assert not any(one.captions for one in found)
    assert all(one in "\n".join(record.text for record in found) for one in briefs.splitlines())


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        # Of two sentences, on a page whose articles sign in their datelines, with the foot of the page below.
        (
            "\n浴佛节庙会抢先看\n抢山比赛将于本月二十二日举行,十二名参赛者昨晨到庙前试爬。今年山高十四米,挂上九千个布包。",
            "(记者 麦兆聪摄)",
        ),
        ("\n昨天中午,王城公园早樱绽放,几名老人在花下拉起了胡琴。", "■记者 高山岗 摄"),
        ("\n莒县老城一座旧厂房改成的青年公寓近日开放。首批入住者多为年轻的工匠,房租八百元起。", "本报记者 罗嘉琪 摄"),
    ],
)
def test_pictures_that_tell_of_something_else_are_items(caption: str, credit: str, toolkit: jdc.Toolkit) -> None:
    last = "高铁新站通过验收\n本报莒县讯(记者 李静)7月1日,莒县高铁站通过静态验收,站房面积一万平方米。\n"
    found = records(f"{FIRST}{BRIEF}".rstrip() + f"{caption}\n{credit}\n{last}", toolkit)
    photo = found[2]
    assert (photo.kind, photo.captions[0]) == ("photo", caption.strip().rpartition("\n")[2])


def test_the_name_of_a_column_stands_between_marks(toolkit: jdc.Toolkit) -> None:
    briefs = "◆三言两语◆\n●天目山路污水管改道工程昨天完工,比计划早了六天。\n●今天起,20路公交车末班车延至23时,方便夜市摊主。\n"
    found = records(f"{FIRST}{BRIEF}{briefs}", toolkit)
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", "莱西公交接入青岛", None, None]


@pytest.mark.parametrize(
    ("section", "poet", "name"), [("副刊·胶澳", "即墨供水站 姚建仓", "姚建仓"), ("白杨副刊", "□严 谷", "严 谷")]
)
def test_a_poem_may_have_stops_and_its_poet_a_place_of_work(
    section: str, poet: str, name: str, toolkit: jdc.Toolkit
) -> None:
    verses = "渠水弯弯绕塬过,\n绕到婆家绕娘家。\n头茬浇了东坡谷,\n二茬浇开西岸花。\n"
    long = (
        "据市交通运输局介绍,今年全市还将新开定制公交线路二十条,优化调整常规线路三十五条,重点解决城乡接合部居民出行"
        "“最后一公里”的难题,让沿线群众少等一刻钟。\n"
    )
    found = records(f"{FIRST}{BRIEF}{long}{section}\n渠水谣\n{poet}\n{verses}责任编辑:林红\n", toolkit)
    assert (found[-1].headline, [one.name for one in found[-1].byline]) == ("渠水谣", [name])
    assert found[-1].text == verses.strip()


def test_a_list_of_names_is_no_poem(toolkit: jdc.Toolkit) -> None:
    names = "优秀教师名单\n青岛第二中学 李晓明\n莱西实验小学 张志强\n即墨第一中学 刘海燕\n平度凤林学校 赵文静\n"
    names += "城阳神道中学 孙立新\n"
    found = records(f"{FIRST}{names}{BRIEF}", toolkit)
    assert found[-1].headline == "莱西公交接入青岛"
    assert [one.name for one in found[-1].byline] == ["赵敏"]


def test_each_signed_paragraph_below_the_name_of_briefs_is_one(toolkit: jdc.Toolkit) -> None:
    briefs = "青岛分局 上半年向社会捐助图书1.6万册,建起职工书屋二十八间。\n(葛 静)\n"
    briefs += "莱西分局 8月1日开通冷藏专线,日运鲜奶120吨。\n(徐凤武)\n"
    found = records(f"{FIRST}半岛短波\n{briefs}责任编辑:林红\n", toolkit)
    assert [[one.name for one in record.byline] for record in found[1:]] == [["葛 静"], ["徐凤武"]]
    assert all(record.headline is None for record in found[1:])


@pytest.mark.parametrize(("line", "names"), [("(青木)", ["青木"]), ("(鼓掌)", []), ("(综合)", [])])
def test_a_pen_name_in_brackets_signs_a_brief(line: str, names: list[str], toolkit: jdc.Toolkit) -> None:
    found = records(f"{FOLIO}莱西公交接入青岛\n{PLAIN}{line}\n青岛港新增外贸航线八条\n{LEAD}", toolkit)
    assert [one.name for one in found[0].byline] == names


def test_places_alone_head_briefs_or_open_their_headlines(toolkit: jdc.Toolkit) -> None:
    briefs = (
        "乡镇短波\n兴隆镇\n日前,兴隆镇对集镇主街道的摊位进行整治,新划车位46个,清运垃圾11车。\n(屈波)\n"
        "官渡镇\n古街修缮工程完成主体\n官渡镇老街修缮工程主体近日完工,历时八个月,修旧如旧,游客多了三成。\n(李萍)\n"
    )
    found = records(f"{FIRST}{briefs}", toolkit)
    assert [one.headline for one in found[1:]] == ["兴隆镇", "官渡镇古街修缮工程完成主体"]


def test_a_column_is_joined_amid_paragraphs_that_are_not_wrapped(toolkit: jdc.Toolkit) -> None:
    column = (
        "凌晨三点,南河坝冷饮批发市场灯火通明。卖冰棒的\n杨婆婆推着自行车,后座绑了两个裹着棉絮的泡沫箱,排\n在第十七个。\n"
        "市气象台昨日发布的实况显示,昨日下午4时城区最\n高气温37.8℃,是今年入夏以来最热的一天。未来两天\n仍以晴热为主。\n"
        "高温让冷饮成了紧俏货。市场里的批发商曾老板说,\n往年一天走三百件,这两天走八百件都打不住,老冰棍从\n一件16元涨到了19元。\n"
        "昨日中午,市建设局发出通知,要求各工地错开高温\n时段施工,气温超过38℃的,一律停工,违者记入诚信档\n案。\n"
    )
    first = records(f"{FOLIO}冰棒批发部凌晨排长龙\n{column}□本报记者 邹小川\n{BRIEF}", toolkit)[0]
    assert first.text.count("\n") == 3
    assert "违者记入诚信档案。" in first.text


def test_a_list_amid_paragraphs_is_no_column(toolkit: jdc.Toolkit) -> None:
    firms = [
        f"山东半岛{name}装备制造股份有限责任公司" for name in ("青岛", "烟台", "威海", "潍坊", "日照", "临沂", "东营")
    ]
    lines = "\n".join(firms)
    found = records(f"{FIRST}入选企业名单如下:\n{lines}\n以上企业将享受青岛港的相关扶持政策。\n", toolkit)
    assert not any("公司山东" in record.text for record in found)


def test_a_number_at_the_edge_of_a_column_parts_no_paragraph(toolkit: jdc.Toolkit) -> None:
    column = (
        "本报讯(记者 储茂林)进入十月下旬,长\n安镇高峰村的茶园里依然一片忙碌。茶农汪正菊\n"
        "腰系竹篓,双手在茶蓬间翻飞,一上午采了9斤\n鲜叶。\n"
        "“往年秋茶没人收,烂在树上。今年茶厂敞\n开收,一斤鲜叶六块五,一天挣一百多。”汪正\n菊给记者算起了“三笔账”:土地流转每亩每年\n"
        "400元,是旱涝保收的账;在茶园务工每天80\n元,是手上有活的账;入股分红去年分了1260\n元,是年底有盼头的账。\n"
        "镇党委书记陈琳说,秋茶做好了,一亩能多\n收七八百元,镇上正引导茶企研制夏秋红茶,让\n茶树“闲”不下来。\n"
    )
    first = records(f"{FOLIO}秋茶采摘忙\n{column}{BRIEF}", toolkit)[0]
    assert "土地流转每亩每年400元,是旱涝保收的账;在茶园务工每天80元,是手上有活的账;入股分红去年分了1260元" in first.text


@pytest.mark.parametrize(
    "folio",
    [
        "青岛日报 2021年7月2日 星期五 辛丑年五月廿三 第26082号 CN37-0001 今日8版",
        "今日青岛 2021年7月2日 农历五月廿三 星期五 综合新闻 3",
    ],
)
def test_a_masthead_with_numbers_and_a_section(folio: str, toolkit: jdc.Toolkit) -> None:
    found = records(f"{folio}\n青岛港新增外贸航线八条\n{LEAD}{BRIEF}", toolkit)
    assert [(one.outlet, one.published) for one in found] == [(folio[:4], "2021-07-02")] * 2


def test_what_is_told_on_another_page_is_listed(toolkit: jdc.Toolkit) -> None:
    teaser = "体育\n女排联赛今晚开打半决赛 姑娘力争主场拿下首局\n详见A30\n"
    found = records(
        f"{FIRST}{teaser}小学门口的斑马线,为何少了半截?\n核心提示:上月,小学门口道路翻修,新画的斑马线只通到路中间。\n"
        "□本报记者 王立\n“孩子走到一半就没有线了。”家长郑女士说,她每天早上要把孩子送到对面。\n"
        "施工单位解释,剩下的半截归另一个标段,要等管线埋好以后才能画,预计月底完工。\n",
        toolkit,
    )
    assert [one.headline for one in found] == ["青岛港新增外贸航线八条", "小学门口的斑马线,为何少了半截?"]
    assert "女排" not in "".join(one.text for one in found)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本报记者 卢 薇 学生记者 赖雨辰", ["卢薇", "赖雨辰"]),
        ("□地质2014级 樊小满", ["樊小满"]),
    ],
)
def test_who_writes_for_a_paper_of_a_school(line: str, names: list[str], toolkit: jdc.Toolkit) -> None:
    found = records(f"{FIRST}戈壁上的实习\n{line}\n{PLAIN}{BRIEF}", toolkit)
    assert [one.name for one in found[1].byline] == names


def test_the_lines_of_a_picture_credit_may_stand_apart(toolkit: jdc.Toolkit) -> None:
    photo = "图片新闻\n10月23日,平度市的梯田里,游客在赏秋拍照,山路两旁的黄栌红了。\n本报记者 秦 川摄\n"
    found = records(f"{FIRST}{photo}{BRIEF}", toolkit)
    assert [(one.name, one.role) for one in found[1].byline] == [("秦 川", "photographer")]


def test_subheadings_that_speak_of_shots_cut_no_article(toolkit: jdc.Toolkit) -> None:
    lines = LEAD.splitlines()[1:]
    page = f"抗震救灾中的感人瞬间\n2023-05-04 10:20 来源:青岛日报\n{lines[0]}\n难忘镜头\n{lines[1]}\n温馨镜头\n{PLAIN}"
    assert len(records(page, toolkit)) == 1


def test_an_offer_at_the_foot_of_a_page_is_an_advertisement(toolkit: jdc.Toolkit) -> None:
    offer = "东方眼科 近视手术季 学生凭证立减800元 咨询电话:0532-6018800"
    assert offer not in records(f"{FIRST}{BRIEF}{offer}\n本版编辑 常新 美编 贾玉\n", toolkit)[-1].text


def test_a_first_line_that_a_column_broke_behind_its_names_is_text(toolkit: jdc.Toolkit) -> None:
    column = (
        "本报讯(通讯员 杨桂芳 赵四海)连\n日来,走进莱西市三营镇永胜村的连片蒜田,\n只见村民们三五成群,有的开沟,有的点种,\n"
        "有的覆膜,田间地头一派繁忙景象。\n“今年独蒜的收购价比往年高,我家又\n多种了两亩。”村民李根旺一边点蒜一边说。\n"
        "他家从三年前开始跟着合作社种独头蒜,去\n年四亩多地卖了三万七千元。\n永胜村海拔两千一百多米,昼夜温差大,\n"
        "土质疏松,适宜大蒜生长。该村采取“党支\n部+合作社+农户”的方式,由合作社统一\n供种、统一技术、统一销售,解决了过去一\n家一户种植规模小的难题。\n"
    )
    first = records(f"{FOLIO}小蒜头“种”出致富路\n{column}{BRIEF}", toolkit)[0]
    assert first.text.startswith("本报讯(通讯员 杨桂芳 赵四海)连日来,走进")


def test_places_that_head_the_parts_of_a_report_cut_no_article(toolkit: jdc.Toolkit) -> None:
    lines = LEAD.splitlines()[1:]
    parts = f"芝罘区\n{lines[1]}\n福山区\n据青岛港介绍,五市的港口今年将统一收费,企业少跑一趟,省下三百多元。\n"
    found = records(f"{FOLIO}各区融入胶东经济圈\n□本报记者 王立\n{lines[0]}\n{parts}{BRIEF}", toolkit)
    assert [one.headline for one in found] == ["各区融入胶东经济圈", "莱西公交接入青岛"]
