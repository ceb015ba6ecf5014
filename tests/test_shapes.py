"""Shapes of pages that lost text or got another article's data once: each is small, and says what must come of it."""

import pytest

import jiaodong_corpus as jdc
from jiaodong_corpus.bylines import read_byline

HEAD = "青岛与烟台携手共建海洋经济\n2021-07-02 11:05 来源:青岛日报\n"
TEXT = (
    "7月1日,青岛、烟台两市签署合作协议,共建胶东经济圈海洋产业。\n"
    "两市将在港口、铁路和旅游三个方面合作,今年先做十件实事。\n"
    "青岛市发展改革委负责人表示,一体化发展将让两市群众得到实惠。\n"
)
CREDIT = "责任编辑:林红\n"
MORE = (
    "港区始建于1987年,2009年列为国家一类口岸的组成部分,去年完成货物吞吐量三"
    "千万吨,同比增长一成,其中集装箱二十万标箱,创下投产以来的新高。\n"
)
LONG = (
    "为了让上班的人少等一会儿,铁路部门把早高峰的列车由四对增加到六对,车厢里装了可以"
    "折叠的桌板,站前的接驳车也跟着列车的时刻发车,二十分钟一班。\n"
)
LAST = "据介绍,五市还将联合开展招商推介活动,让更多群众共享都市圈发展的成果。\n"
LIKE_A_CAPTION = pytest.mark.xfail(reason="a line amid the text that reads like what a picture shows")
POINTS = "".join(f"{number}.青岛市第{number}建设集团有限公司\n" for number in range(1, 31))


def one_article(page: str, toolkit: jdc.Toolkit) -> jdc.Record:
    (record,) = jdc.clean(page, toolkit=toolkit).articles
    return record


@pytest.mark.parametrize(
    "line", ["首批30个项目今起开工,明年底前全部建成", "他说:“一体化,我们有信心”", "让我们拭目以待"]
)
def test_a_last_line_without_its_stop_is_text(line: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}{line}\n{CREDIT}", toolkit).text.endswith("\n" + line)


def test_a_list_between_the_text_and_the_credit_is_text(toolkit: jdc.Toolkit) -> None:
    lines = "".join(f"青岛:第{number}号码头扩建\n" for number in "一二三四五六七八")
    assert one_article(f"{HEAD}{TEXT}{lines}{CREDIT}", toolkit).text.endswith(lines.strip())


def test_a_list_that_the_last_paragraph_announces_is_text(toolkit: jdc.Toolkit) -> None:
    page = f"关于公布胶东经济圈先进单位的通知\n各有关单位:\n经研究,决定对以下30个单位予以通报表扬,名单如下:\n{POINTS}"
    record = one_article(page, toolkit)
    assert record.headline == "关于公布胶东经济圈先进单位的通知"
    assert record.text.endswith(POINTS.strip())


def test_a_notice_that_is_all_list_is_an_article(toolkit: jdc.Toolkit) -> None:
    points = "一、统一思想,提高认识\n二、明确任务,落实责任\n三、加强督查,确保实效"
    assert one_article(f"胶东经济圈通知\n现将有关事项通知如下:\n{points}\n", toolkit).text.endswith(points)


def test_a_page_that_lost_all_its_stops_is_an_article(toolkit: jdc.Toolkit) -> None:
    bare = TEXT.replace("。", "")
    assert one_article(HEAD + bare, toolkit).text == bare.strip()


def test_two_articles_with_a_credit_each_are_two(toolkit: jdc.Toolkit) -> None:
    other = (
        "日照打造百年茶乡\n巨峰镇的茶园里,采茶工人正忙着采摘今年的头茬春茶。\n当地建起了二十家茶厂,带动三万农户增收。\n"
    )
    first, second = jdc.clean(f"{HEAD}{TEXT}{CREDIT}{other}责任编辑:王敏\n", toolkit=toolkit).articles
    assert (first.headline, first.editor) == ("青岛与烟台携手共建海洋经济", "林红")
    assert (second.headline, second.editor, second.outlet) == ("日照打造百年茶乡", "王敏", None)


def test_time_and_source_of_a_link_are_not_the_articles(toolkit: jdc.Toolkit) -> None:
    links = "相关新闻\n潍坊风筝会吸引八方来客\n发布时间:2022-04-01 来源:潍坊晚报 浏览:88\n作者:张三\n"
    record = one_article(HEAD + TEXT + CREDIT + links, toolkit)
    assert (record.published, record.outlet, record.via, record.views) == ("2021-07-02T11:05", "青岛日报", None, None)
    assert (record.byline, record.quality.flags) == ((), ())


@pytest.mark.parametrize(
    ("source", "outlet", "views"),
    [
        ("来源:青岛日报作者:肖芳", "青岛日报", None),
        ("来源:青岛日报浏览:35", "青岛日报", 35),
        ("来源:青岛日报责任编辑:林红", "青岛日报", None),
        ("来源:青岛日报 阅读 1.2万", "青岛日报", None),
        ("来源:青岛日报 浏览:10万+", "青岛日报", None),
    ],
)
def test_fields_without_a_space_between_are_told_apart(
    source: str, outlet: str, views: int | None, toolkit: jdc.Toolkit
) -> None:
    record = one_article(HEAD.replace("来源:青岛日报", source) + TEXT, toolkit)
    assert (record.outlet, record.views, record.published) == (outlet, views, "2021-07-02T11:05")


def test_only_pictures_of_the_article_have_captions(toolkit: jdc.Toolkit) -> None:
    first, *rest = TEXT.strip().split("\n")
    page = (
        '<html><body><img src="l.png" alt="青岛新闻网"><h1>青岛与烟台携手共建海洋经济</h1>'
        f'<p>{first}</p><img src="a.jpg" alt="青岛港的码头"><p>{rest[0]}</p>'
        f'<a href="x"><img src="b.jpg" alt="广告"></a><p>{rest[1]}</p>'
        '<select><option>新闻频道</option></select><img src="q.png" alt="微信二维码"></body></html>'
    )
    record = one_article(page, toolkit)
    assert record.captions == ("青岛港的码头",)
    assert record.text == TEXT.strip()


def test_html_under_a_txt_name_is_html(toolkit: jdc.Toolkit) -> None:
    page = f"<!doctype html><html><body><h1>青岛与烟台携手共建</h1><p>{TEXT}</p></body></html>"
    result = jdc.process(jdc.RawPage(jdc.Source("page.txt", media_type="text/plain"), page.encode()), toolkit)
    assert result.records[0].source.media_type == "text/html"
    assert "<" not in result.records[0].text


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "undefined", "utf-8"])
def test_a_wrong_declaration_does_not_spoil_a_gbk_page(charset: str, toolkit: jdc.Toolkit) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><h1>青岛与烟台携手共建</h1><p>{TEXT}</p></body></html>'
    (record,) = jdc.clean(page.encode("gb18030"), toolkit=toolkit).articles
    assert record.headline == "青岛与烟台携手共建"
    assert record.source.encoding == "gb18030"


@pytest.mark.parametrize(
    "line",
    [
        "警方提醒:市民在办理跨省社保卡时要谨防诈骗,不要点击陌生链接。",
        "打开手机里的胶东通APP,扫一下二维码,五市的公交地铁都能坐,出行比以前方便多了。",
        "五市网信部门开展专项行动,集中清理违法和不良信息三万余条,网络环境明显好转。",
        "日照新茶网上交易额突破三亿元,茶农王立告诉记者,今年订单比去年多了三成。",
        "前期:完成规划编制和用地审批,启动首批项目的征地拆迁工作。",
        "位置:位于青岛西海岸新区,距高铁站十公里,占地三百亩。",
        "扫码乘车享受同城折扣。",
        "文明上网、理性发言是每个网民的责任,五市网信部门联合发出倡议。",
    ],
)
def test_a_sentence_of_the_text_is_no_furniture(line: str, toolkit: jdc.Toolkit) -> None:
    assert f"\n{line}\n" in one_article(f"{HEAD}{TEXT}{line}\n{LAST}{CREDIT}", toolkit).text + "\n"


@pytest.mark.parametrize(
    "headline",
    [
        "济南平阴玫瑰产业全面提档升级",
        "胶东五市企业实现一网注册",
        "胶东五市携手构建区域协调发展新格局",
        "胶东一体化观察|五市共建一张网",
        "退休老人爱上手机摄影,青岛烟台同办展",
        "青岛发布首张海洋产业规划图",
        "五市协同发力深入实施“海洋强省”战略",
    ],
)
def test_a_headline_is_taken_whole(headline: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"首页 > 新闻 > 正文\n{headline}\n2021-07-02 11:05\n{TEXT}{LAST}{CREDIT}", toolkit)
    assert (record.headline, record.byline, record.published) == (headline, (), "2021-07-02T11:05")


def test_what_points_have_in_common_is_text_each_time(toolkit: jdc.Toolkit) -> None:
    duty = "责任单位:市发展改革委、市交通运输局。\n"
    text = "".join(
        f"{number}、推进第{number}件实事\n{line}\n{duty}" for number, line in zip("一二三", TEXT.split(), strict=True)
    )
    assert one_article(f"{HEAD}{text}{LAST}{CREDIT}", toolkit).text.count(duty) == 3


@pytest.mark.parametrize("year", ["二〇一三", "二〇二二", "二〇二三", "二〇二六"])
def test_who_signed_and_when_is_text_in_any_year(year: str, toolkit: jdc.Toolkit) -> None:
    signed = f"青岛市人民政府办公厅\n{year}年八月三十日"
    page = f"关于做好都市圈工作的通知\n各区市人民政府,市政府各部门:\n{TEXT}{LAST}{signed}\n"
    assert one_article(page, toolkit).text.endswith(signed)


def test_an_article_above_a_page_that_is_gone_is_one(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}{LAST}该内容已被删除\n", toolkit).text == (TEXT + LAST).strip()


def test_an_article_that_begins_below_lines_with_labels_is_split(toolkit: jdc.Toolkit) -> None:
    page = (
        "昨天,鄂州临空产业学院迎来首批416名新生,由武汉、鄂州三所院校联合创办,开设航空物流等5个专业。\n一句话新闻\n"
        "●昨日起,武汉至洪湖城际公交延长运营。届时,武汉都市圈环线将实现闭合。\n一句话新闻\n"
        "●9月20日,武汉、黄石两市图书馆开通通借通还服务,读者凭任意一馆的借阅证可借书15册。\n"
        "●昨日起,武汉至洪湖城际公交夜班车延长至22时30分,票价不变。\n一条光谷大道 串起三城产业\n"
        "(上接A01版)路两侧,已经聚集了光电、生物医药、高端装备等领域的企业1300多家。企业\n"
    )
    texts = [one.text for one in jdc.clean(page, toolkit=toolkit).articles]
    assert any(text.startswith("(上接A01版)路两侧") or "已经聚集了光电" in text for text in texts)


def test_news_of_a_market_is_no_product_page(toolkit: jdc.Toolkit) -> None:
    text = (
        "凌晨3点,即墨服装批发市场的灯全亮了,批发商把报价牌挂上了墙。\n"
        "“摊位上写着‘欢迎选购’,可买家都在手机里。”经营户王立说。\n"
        "市场免费提供直播间,推出价格优惠的仓储服务,咨询电话:0532-88880000。\n"
        "“今年订单多了三成。”市场负责人李明告诉记者。\n"
    )
    assert (
        one_article(f"即墨服装批发市场搭上直播快车\n2021-07-02 11:05 来源:青岛日报\n{text}", toolkit).text
        == text.strip()
    )


def test_a_hint_to_readers_heads_no_disclaimer(toolkit: jdc.Toolkit) -> None:
    hint = "特别提示\n自驾前往的市民可在海口路停车场停车,换乘免费接驳车,首班车6时30分。\n"
    assert hint.strip() in one_article(f"{HEAD}{TEXT}{hint}{LAST}{CREDIT}", toolkit).text


def test_a_disclaimer_under_the_same_words_is_one(toolkit: jdc.Toolkit) -> None:
    notice = "特别提示\n本网转载此文出于传递信息之目的,不代表本网观点,版权归作者所有。\n"
    assert "转载" not in one_article(f"{HEAD}{TEXT}{LAST}{notice}", toolkit).text


def test_the_cells_of_a_table_with_numbered_rows_are_text(toolkit: jdc.Toolkit) -> None:
    head = (
        "关于印发公共服务同城化任务清单的通知\n各有关单位:\n现将任务清单印发给你们,请认真组织实施。\n附件\n任务分工表\n"
    )
    cells = "序号\n任务\n牵头单位\n完成时限\n1\n中小学结对\n市教育局\n9月底\n2\n城际公交开行\n市交通运输局\n8月底"
    page = f"{head}{cells}\n分享到:\n上一篇:关于成立领导小组的通知\n"
    assert one_article(page, toolkit).text.endswith(cells)


PAPER = "胶东晚报 2023年5月30日 星期二 第二版\n"
SIDE = "{}\n本报讯(记者 宋佳)5月29日起,{}与青岛实现公交互通,市民凭一张卡即可乘车。\n"


@pytest.mark.parametrize(
    ("lines", "headline", "kicker", "subtitle"),
    [
        ("“菜篮子”边上\n长出“大厨房”\n", "“菜篮子”边上长出“大厨房”", None, None),
        ("一枚轮胎模具的\n“双城”旅程\n", "一枚轮胎模具的“双城”旅程", None, None),
        (
            "平度承接青岛外迁食品企业联合建设园区\n渔村旧码头边上\n长出智慧大厨房\n首批9家企业投产 带动3万亩蔬菜进车间\n",
            "渔村旧码头边上长出智慧大厨房",
            "平度承接青岛外迁食品企业联合建设园区",
            "首批9家企业投产 带动3万亩蔬菜进车间",
        ),
        (
            "职称互认、岗位互聘、培训互通\n“双城”工匠走进同一间教室\n——首个联合培养基地落户平度\n",
            "“双城”工匠走进同一间教室",
            "职称互认、岗位互聘、培训互通",
            "——首个联合培养基地落户平度",
        ),
    ],
)
def test_the_head_of_a_newspaper_article(
    lines: str, headline: str, kicker: str | None, subtitle: str | None, toolkit: jdc.Toolkit
) -> None:
    text = "本报讯(记者 王立)5月28日,平度与青岛共建的园区开工,食品企业将在这里生产预制菜。\n"
    page = PAPER + SIDE.format("莱西公交接入青岛", "莱西") + lines + text + SIDE.format("海阳公交接入青岛", "海阳")
    found = jdc.clean(page, toolkit=toolkit).articles
    assert [one.headline for one in found] == ["莱西公交接入青岛", headline, "海阳公交接入青岛"]
    assert (found[1].kicker, found[1].subtitle) == (kicker, subtitle)


def test_what_reporters_did_is_no_name(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}本报记者 现场直击\n{TEXT}", toolkit)
    assert "现场直击" not in {one.name for one in record.byline}


@pytest.mark.parametrize(("box", "author"), [("<p>南冥一鲨</p>", ("南冥一鲨",)), ("<a href=/>南冥一鲨</a>", ())])
def test_who_writes_a_column_has_a_box_there(box: str, author: tuple[str, ...], toolkit: jdc.Toolkit) -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    page = (
        "<html><body><h1>青岛与烟台携手共建海洋经济</h1><div><span>南冥一鲨</span> <span>2021-07-02 11:05:12</span></div>"
        f"<div>{text}</div><div>{box}<h2>作者简介</h2><p>知名网评人</p></div></body></html>"
    )
    (record,) = jdc.clean(page, toolkit=toolkit).articles
    assert tuple(one.name for one in record.byline) == author


def test_a_box_of_hints_behind_the_text_is_text(toolkit: jdc.Toolkit) -> None:
    hints = "两市合作要点\n★港口合作先做十件实事\n★铁路和旅游三个方面合作\n★两市群众得到实惠\n"
    assert one_article(f"{HEAD}{TEXT}{hints}Facebook\n", toolkit).text.endswith(hints.strip())


def test_a_ranking_that_a_line_announces_is_text(toolkit: jdc.Toolkit) -> None:
    ranking = "港口排名(1-4):\n1、青岛港\n2、烟台港\n3、威海港\n4、日照港\n"
    assert one_article(f"{HEAD}{TEXT}{ranking}相关新闻\n青岛港新增航线\n", toolkit).text.endswith(ranking.strip())


def test_the_caption_of_a_page_of_one_picture_is_its_text(toolkit: jdc.Toolkit) -> None:
    caption = "7月1日,青岛港自动化码头上桥吊正在装卸货物。今年上半年青岛港新增航线八条,货物吞吐量同比增长百分之六。青岛港 供图"
    page = (
        f"青岛港新增航线八条(3/5)\n{caption}\n发布时间:2021-07-02 11:05:42\n分享到:\n本网所刊载信息,不代表本网观点。\n"
    )
    assert one_article(page, toolkit).text == caption


def test_a_paragraph_far_behind_a_list_of_links_is_of_something_else(toolkit: jdc.Toolkit) -> None:
    links = "".join(f"青岛烟台共建第{number}个产业园区开工\n" for number in range(70))
    far = "青岛、烟台两市签署合作协议,共建海洋产业园区。\n"
    assert one_article(f"{HEAD}{TEXT}{CREDIT}相关新闻\n{links}{far}", toolkit).text == TEXT.strip()


def test_the_clock_of_the_site_is_not_when_it_was_published(toolkit: jdc.Toolkit) -> None:
    page = (
        f"首页 新闻 财经\n2021年10月7日 星期四\n青岛与烟台携手共建海洋经济\n2020-11-23 10:22:14 来源:青岛日报\n{TEXT}"
    )
    assert one_article(page, toolkit).published == "2020-11-23T10:22:14"


def test_a_part_of_a_feature_in_brackets_begins_no_article(toolkit: jdc.Toolkit) -> None:
    feature = (
        "港口边的十二小时\n□本报记者 王立\n凌晨的青岛港灯火通明,桥吊司机李明正在换班。\n【现场】\n一条航线的早晨\n"
        "李明说,桥吊司机每天要吊起两百个集装箱,青岛港的航线今年新增八条。\n"
    )
    page = PAPER + SIDE.format("莱西公交接入青岛", "莱西") + feature + SIDE.format("海阳公交接入青岛", "海阳")
    assert [one.headline for one in jdc.clean(page, toolkit=toolkit).articles][1] == "港口边的十二小时"
    assert len(jdc.clean(page, toolkit=toolkit).articles) == 3


def test_clauses_below_the_head_are_text(toolkit: jdc.Toolkit) -> None:
    clauses = "在青岛缴的公积金\n能不能拿到烟台买房?\n孩子在威海上学\n医保在潍坊能不能报?\n这些问题都有了新答案!\n"
    page = f"来了!青岛、烟台两市签署合作协议\n青岛发布 2024-10-22 18:05\n点击蓝字 关注我们\n{clauses}{TEXT}"
    assert one_article(page, toolkit).text == (clauses + TEXT).strip()


def test_who_stands_where_on_a_picture_is_a_caption(toolkit: jdc.Toolkit) -> None:
    caption = "青岛市市长王立(中)、烟台市市长李明(左)与威海市市长赵强(右)签署合作协议。"
    record = one_article(f"{HEAD}{TEXT}{caption}\n{LAST}{CREDIT}", toolkit)
    assert (caption in record.text, record.captions) == (False, (caption,))


@pytest.mark.parametrize("headline", ["他放弃百万年薪来到青岛 唯一的要求竟是……", "青岛:谁的港口?谁的航线?"])
def test_a_headline_that_asks_or_trails_off_above_its_time(headline: str, toolkit: jdc.Toolkit) -> None:
    page = f"首页 > 要闻 > 正文\n{headline}\n2021年07月02日 11:05:42\n来源:青岛日报\n57人参与 11评论\n{TEXT}{CREDIT}"
    record = one_article(page, toolkit)
    assert (record.headline, record.text) == (headline, TEXT.strip())


def test_a_headline_with_spaces_is_no_row_of_keywords(toolkit: jdc.Toolkit) -> None:
    text = "今天凌晨,青岛 Galaxy S20 系列港机正式发布,两市签署合作协议。\n" + TEXT
    page = f"青岛 Galaxy S20 系列港机正式发布\n港城\n微信号 qingdaofabu\n功能介绍 青岛发布的账号\n昨天\n{text}"
    assert one_article(page, toolkit).headline == "青岛 Galaxy S20 系列港机正式发布"


def test_words_of_a_menu_glued_together_are_no_headline(toolkit: jdc.Toolkit) -> None:
    page = f"个人中心帐号设置意见反馈退出\n青岛烟台携手共建海洋经济\n青岛发布\n发布时间:07-0211:05青岛软媒网络科技有限公司\n{TEXT}"
    record = one_article(page, toolkit)
    assert (record.headline, record.kicker, record.subtitle) == ("青岛烟台携手共建海洋经济", None, None)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("王利阳 2021-07-02 11:05:42 0人参与评论", ("王利阳",)),
        ("2021-07-02 11:05 来源:青岛日报 王帆", ("王帆",)),
        ("2021-07-02 11:05 来源:青岛日报 综合", ()),
        ("原创 kingname 青岛发布 2021-07-02 11:05", ("kingname",)),
    ],
)
def test_a_name_beside_time_or_source_of_a_dump(line: str, names: tuple[str, ...], toolkit: jdc.Toolkit) -> None:
    record = one_article(f"青岛与烟台携手共建海洋经济\n{line}\n{TEXT}{CREDIT}", toolkit)
    assert tuple(one.name for one in record.byline) == names


def test_notices_of_a_page_that_loads_begin_no_article(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}X\n调查问题加载中,请稍候。\n若长时间无响应,请刷新本页面\n新华社青岛7月2日电(记者王立){TEXT}"
    assert one_article(page, toolkit).headline == "青岛与烟台携手共建海洋经济"


@pytest.mark.parametrize(
    "scene", ["旅客在青岛北站有序乘车。", "7月1日清晨,市民在政务大厅办理业务。", "一家服务站内,工作人员正在登记稿件。"]
)
def test_a_scene_among_paragraphs_is_a_caption(scene: str, toolkit: jdc.Toolkit) -> None:
    paragraph = TEXT.replace("\n", "")
    record = one_article(f"{HEAD}{paragraph}\n{scene}\n{paragraph[:-1]},以及更多方面。\n{CREDIT}", toolkit)
    assert (record.captions, scene in record.text) == ((scene,), False)


@pytest.mark.parametrize(
    "short", ["青岛在全省率先实现了全域通办。", "改革在青岛落地,群众都说方便。", "这是一年前的事。"]
)
def test_a_short_paragraph_of_news_is_text(short: str, toolkit: jdc.Toolkit) -> None:
    paragraph = TEXT.replace("\n", "")
    assert short in one_article(f"{HEAD}{paragraph}\n{short}\n{paragraph[:-1]},以及更多方面。\n{CREDIT}", toolkit).text


def test_keywords_behind_a_link_are_of_the_article(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}稿源链接:青岛日报数字报 第A05版\n关键字:青岛 烟台 港口\n【纠错】\n"
    assert one_article(page, toolkit).tags == ("青岛", "烟台", "港口")


def test_what_the_site_sells_is_advertising(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}推荐产品\nQZ型潜水轴流泵\n大口径双吸离心泵\n版权所有 青岛泵业有限公司 鲁ICP备00000000号\n"
    labels = [one.label.value for one in jdc.clean(page, toolkit=toolkit).blocks][-4:]
    assert labels == ["ad", "ad", "ad", "footer"]


def test_a_text_goes_on_behind_a_list_in_its_midst(toolkit: jdc.Toolkit) -> None:
    links = "".join(
        f"青岛第{number}号线开通,沿线房价上涨\n市民在站点附近看房,中介说…\n2021-07-0{number}\n"
        for number in range(1, 6)
    )
    rest = (
        "青岛港、烟台港今年还将共享航线,两市的铁路、旅游合作也列出了清单。\n"
        "烟台市发展改革委负责人说,两市群众最盼的是港口和铁路的一体化发展,这也是签署协议的初衷。\n"
    )
    page = f"{HEAD}{TEXT}相关阅读\n{links}{rest}本文来源:烟台日报\n声明:本文由网友转载,侵权请联系删除。\n"
    record = one_article(page, toolkit)
    assert record.text == (TEXT + rest).strip()


def test_a_paper_by_its_short_name_before_its_reporter(toolkit: jdc.Toolkit) -> None:
    page = f"青岛与烟台携手共建海洋经济\n2021-07-02 11:05 来源:南方都市报\n{TEXT}采写:南都记者 黎舒文 发自青岛\n"
    record = one_article(page, toolkit)
    assert ([one.name for one in record.byline], record.outlet, record.via) == (["黎舒文"], "南方都市报", None)


def test_a_full_line_of_wrapped_text_keeps_its_last_word(toolkit: jdc.Toolkit) -> None:
    first = "在工程沿线记者看到,渠道已全部衬砌,新建改建的闸涵桥梁近七百座。沙河倒"
    rest = "虹吸是全线的咽喉,两孔箱涵从河床下二十多米处穿过,工人们正逐节检查止水带,试通水期间要分三级加大流量。" * 3
    lines = [first, *(rest[start : start + len(first)] for start in range(0, len(rest), len(first)))]
    wrapped = "\n".join(lines) + "\n"
    assert "近七百座。沙河倒虹吸是全线的咽喉" in one_article(HEAD + wrapped, toolkit).text


def test_a_paragraph_between_two_lone_commas_is_advertising(toolkit: jdc.Toolkit) -> None:
    advert = "新款变频空调现货发售,老用户换新立减三百元,两小时送货上门。"
    record = one_article(f"{HEAD}{TEXT},\n{advert}\n,\n{LAST}{CREDIT}", toolkit)
    assert record.text == (TEXT + LAST).strip()


def test_a_paragraph_of_the_topic_between_two_lone_commas_is_text(toolkit: jdc.Toolkit) -> None:
    own = "青岛、烟台两市的港口还将共享航线,铁路和旅游的合作也列出了清单。"
    assert own in one_article(f"{HEAD}{TEXT},\n{own}\n,\n{LAST}{CREDIT}", toolkit).text


def test_cells_below_the_title_of_an_annex_are_text(toolkit: jdc.Toolkit) -> None:
    cells = "地区\n集成电路\n生物医药\n合计\n南湖区\n12\n8\n20\n秀洲区\n9\n5\n14\n"
    notice = "关于做好胶东经济圈人才互认工作的通知\n各县市区:\n现将有关事项通知如下。请各地高度重视,认真组织实施。\n"
    page = f"{notice}青岛市人力资源和社会保障局\n2023年5月15日\n附件2\n人才互认申报名额分配表\n{cells}相关解读\n一图读懂人才互认\n"
    assert one_article(page, toolkit).text.endswith(cells.strip())


def test_a_question_that_nobody_asks_heads_a_part_of_an_interview(toolkit: jdc.Toolkit) -> None:
    asked = "".join(
        f"记者:第{number}个项目什么时候开工?\n李明:今年第{number}季度就能开工,青岛和烟台两市的部门都在准备,审批手续已经办完了大半,资金也已经到位。\n"
        for number in "一二三"
    )
    page = f"{HEAD}{asked}钱从哪里来,怎么分?\n{asked.replace('开工', '完工')}{CREDIT}"
    record = one_article(page, toolkit)
    kinds = {record.text[one.start : one.end]: one.kind for one in record.paragraphs}
    assert kinds["钱从哪里来,怎么分?"] == "subheading"


def test_the_headline_with_the_name_of_the_site_is_a_caption(toolkit: jdc.Toolkit) -> None:
    copy = "青岛与烟台携手共建海洋经济 - 天天要闻"
    record = one_article(f"{HEAD}{TEXT}{copy}\n{LAST}{CREDIT}", toolkit)
    assert (record.captions, copy in record.text) == ((copy,), False)


@pytest.mark.parametrize("line", ["成都一家轨道装备企业的总装车间", "某医院的医生正在调阅咸阳患者的影像资料"])
def test_what_a_picture_shows_is_a_caption(line: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}{line}\n{LAST}{CREDIT}", toolkit).captions == (line,)


@pytest.mark.parametrize("line", ["打造展示城市形象的窗口", "(二)互设服务窗口", "让数据多跑路"])
def test_a_subheading_is_no_caption(line: str, toolkit: jdc.Toolkit) -> None:
    assert line in one_article(f"{HEAD}{TEXT}{line}\n{LAST}{CREDIT}", toolkit).text


def test_a_stop_alone_on_a_line_ends_its_paragraph(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}两市还将联合举办海洋博览会,更多内容见专题报道\n。\n{LAST}{CREDIT}"
    assert "更多内容见专题报道。\n" in one_article(page, toolkit).text


def test_what_a_program_summed_up_is_told_apart(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}AI摘要:青岛烟台两市合作,共建海洋产业。\n{TEXT}{CREDIT}", toolkit)
    assert (record.auto_summary, record.summary) == ("青岛烟台两市合作,共建海洋产业。", None)


def test_an_outlet_in_brackets_below_the_text(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD.replace('日报', '新闻网')}{TEXT}(京华时报)\n", toolkit)
    assert (record.outlet, record.via, record.text) == ("京华时报", "青岛新闻网", TEXT.strip())


def test_a_stream_of_teasers_is_not_of_the_article(toolkit: jdc.Toolkit) -> None:
    stream = "".join(
        f"法新社·{number} 小时前\n喬科維奇贏得第{number}場勝利\n(法新社日內瓦22日電)網球好手喬科維奇今天慶祝勝利。\n"
        for number in range(1, 5)
    )
    page = f"{HEAD}{TEXT}廣告意見與建議\n這個廣告令我不安\n{stream}"
    assert one_article(page, toolkit).text == TEXT.strip()


def test_comments_with_counted_reply_buttons(toolkit: jdc.Toolkit) -> None:
    comments = "".join(
        f"糠山 6天前\n两市早就该合作了,支持一下,希望快点落地。\n{number} | 回复\n发表\n" for number in (104, 16, 1)
    )
    assert one_article(f"{HEAD}{TEXT}网友评论\n{comments}", toolkit).text == TEXT.strip()


def labels(page: str, toolkit: jdc.Toolkit) -> dict[str, tuple[jdc.Label, str]]:
    return {one.block.text: (one.label, one.rule) for one in jdc.clean(page, toolkit=toolkit).blocks}


def test_the_words_of_a_path_one_a_line(toolkit: jdc.Toolkit) -> None:
    found = labels(f"青岛日报网\n>\n要闻\n>\n胶东观潮\n{HEAD}{TEXT}", toolkit)
    assert {found[one][0] for one in ("青岛日报网", ">", "要闻", "胶东观潮")} == {jdc.Label.NAV}
    assert found["青岛与烟台携手共建海洋经济"][0] is jdc.Label.HEADLINE


def test_a_sentence_of_the_paragraph_beside_is_a_caption(toolkit: jdc.Toolkit) -> None:
    said = "青岛、烟台两市签署合作协议,共建胶东经济圈海洋产业。"
    lines = TEXT.splitlines()
    page = f"{HEAD}{LAST}{said}\n7月1日,记者在现场看到,{said}{lines[1]}\n{lines[2]}\n"
    assert labels(page, toolkit)[said][0] is jdc.Label.CAPTION


def test_the_host_of_a_site_shares_its_name_with_the_text(toolkit: jdc.Toolkit) -> None:
    host = "主办:青岛市发展改革委 地址:青岛市香港中路11号 联系电话:0532-12345678"
    assert labels(f"{HEAD}{TEXT}{LAST}相关阅读\n港口联盟成立一年\n{host}\n", toolkit)[host][0] is jdc.Label.FOOTER


def test_the_titles_of_papers_are_no_names(toolkit: jdc.Toolkit) -> None:
    page = f"青岛日报 烟台日报 威海日报\n{HEAD}{TEXT}{CREDIT}"
    assert one_article(page, toolkit).byline == ()


def test_the_next_article_behind_its_button_is_a_pager(toolkit: jdc.Toolkit) -> None:
    found = labels(f"{HEAD}{TEXT}{CREDIT}阅读下一篇\n湘江航道清障二期完工 千吨级船舶可直达衡阳\n", toolkit)
    assert found["湘江航道清障二期完工 千吨级船舶可直达衡阳"][0] is jdc.Label.PAGER


@pytest.mark.parametrize("line", ["【记者】段柏 莫小琼", "记者 段柏 莫小琼", "文/段柏 莫小琼"])
def test_names_behind_a_role_below_the_text(line: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}{LAST}{line}\n{CREDIT}", toolkit)
    assert [one.name for one in record.byline] == ["段柏", "莫小琼"]


def test_a_cut_copy_far_above_a_paragraph_without_its_stop(toolkit: jdc.Toolkit) -> None:
    lines = TEXT.splitlines()
    whole = (lines[0] + lines[1]).rstrip("。")
    between = "来源:青岛日报\n责任编辑:林红\n发布时间:2021-07-02 11:05\n"
    page = f"{whole[:-8]}...\n{between}{whole}\n{lines[2]}\n{LAST}"
    assert one_article(page, toolkit).text.endswith("\n".join((whole, lines[2], LAST.strip())))


CLAUSES = "一张车票,\n连起来的是两座城,\n从莱西到莱阳,\n二十分钟就到了,\n风景换了又换\n人还是那些人\n"


def test_a_page_of_clauses_without_a_stop_is_an_article(toolkit: jdc.Toolkit) -> None:
    links = "".join(f"胶东五市第{number}批合作项目集中签约 2021-07-0{number}\n" for number in range(1, 9))
    record = one_article(f"{HEAD}{CLAUSES}{CREDIT}相关新闻\n{links}", toolkit)
    assert (record.headline, record.text.replace("\n", "")) == ("青岛与烟台携手共建海洋经济", CLAUSES.replace("\n", ""))


def test_titles_without_a_comma_are_no_clauses(toolkit: jdc.Toolkit) -> None:
    titles = "".join(f"胶东五市第{number}批合作项目集中签约\n" for number in range(1, 9))
    assert jdc.clean(HEAD + titles, toolkit=toolkit).articles == ()


def test_the_cells_of_a_table_without_numbers_are_text(toolkit: jdc.Toolkit) -> None:
    cells = "城市\n列数\n增长\n青岛\n2418\n6.9%\n烟台\n1987\n9.3%\n威海\n1056\n14.7%\n"
    record = one_article(f"{HEAD}{TEXT}{cells}{LAST}{CREDIT}", toolkit)
    assert "\n青岛\n2418\n6.9%\n" in record.text
    assert record.text.endswith(LAST.strip())


def test_the_captions_of_a_gallery_stand_above_its_buttons(toolkit: jdc.Toolkit) -> None:
    pictures = "".join(
        f"{number}/3\n11月15日,第{number}群灰鹤飞过黄河口。今年来的候鸟比去年多。\n查看原图\n" for number in (1, 2, 3)
    )
    record = one_article(f"{HEAD}{TEXT}{pictures}{CREDIT}", toolkit)
    assert len(record.captions) == 3
    assert "灰鹤" not in record.text
    assert record.editor == "林红"


def test_a_paragraph_above_time_and_source_leads_to_the_text(toolkit: jdc.Toolkit) -> None:
    hint = "种在青岛,烘在烟台,卖在威海。三市的三个环节,今年第一次写进了同一份合同。\n"
    fields = "刊发时刻 2022年11月08日16:40\n稿件出处 青岛日报\n执笔人 田恩赐\n围观人次 2867\n"
    record = one_article(f"一把辣椒串起三座城\n{hint}{fields}{TEXT}{CREDIT}", toolkit)
    assert (record.summary, record.outlet, record.views) == (hint.strip(), "青岛日报", 2867)
    assert [one.name for one in record.byline] == ["田恩赐"]


def test_the_numbered_names_of_pictures_are_captions(toolkit: jdc.Toolkit) -> None:
    first, second, third = TEXT.splitlines(keepends=True)
    page = f"{HEAD}{first}海洋经济的两座城(青岛港)1\n{second}海洋经济的两座城(青岛港)2\n{third}{CREDIT}"
    assert one_article(page, toolkit).captions == ("海洋经济的两座城(青岛港)1", "海洋经济的两座城(青岛港)2")


@pytest.mark.parametrize("mark", ["●", "▲"])
def test_lines_behind_a_mark_are_headings_where_no_list_is(mark: str, toolkit: jdc.Toolkit) -> None:
    first, second, third = TEXT.splitlines(keepends=True)
    picture = "青岛港的桥吊正在卸船。 本报记者 王立 摄\n"
    page = f"{HEAD}{first}{mark}铁轨连起早晚生活\n{second}{mark}好药好医不出圈\n{third}{picture}{LAST}{CREDIT}"
    found = labels(page, toolkit)
    assert found[f"{mark}铁轨连起早晚生活"][0] is found[f"{mark}好药好医不出圈"][0] is jdc.Label.SUBHEADING


def test_a_notice_behind_the_credit_is_none_of_an_article_about_copyright(toolkit: jdc.Toolkit) -> None:
    text = (
        "青岛、烟台两市的报社昨天签订版权保护公约,约定转载对方稿件须先取得授权。\n"
        "公约写明,未经许可不得转载、摘编或者以其他方式使用,违者将被列入名单。\n"
        "“写得再长,也不能代替授权。”一家报社的编辑说,今后每篇稿件都要登记。\n"
    )
    notice = "本网站之文字、图片及影音,非经授权,不得转载、公开播送或公开传输及利用。\n"
    record = one_article(f"两市报社签订版权公约\n2021-07-02 11:05 来源:青岛日报\n{text}{CREDIT}{notice}", toolkit)
    assert record.text == text.strip()


def test_a_wrapped_notice_is_one(toolkit: jdc.Toolkit) -> None:
    lines = "  凡本网注明“来源:青岛在线”的作品,版权均属于青岛在\n线,未经本网授权不得转载、摘编或利用其它方式使用上述作\n品。\n"
    wrapped = "".join(
        f"  第{number}批企业昨天在青岛签约,涉及海洋装备和新材料产\n业,总投资三十亿元,计划明年底前投产,可带动就业一千多\n人。\n"
        for number in "一二三四"
    )
    record = one_article(f"{HEAD}{wrapped}{CREDIT}{lines}", toolkit)
    assert "凡本网" not in record.text
    assert len(record.paragraphs) == 4


def test_a_forum_sets_the_kind_of_its_thread_before_the_title(toolkit: jdc.Toolkit) -> None:
    title = "琼州海峡轮渡可以随到随走了,两岸港口统一调度"
    head = f"湾区论坛›本地›时事›{title}\n[湛江时事] {title}\n发表于 2023-4-19 09:32 | 只看该作者 |倒序浏览 |阅读模式\n"
    record = one_article(f"{head}{TEXT}", toolkit)
    assert (record.headline, record.published) == (title, "2023-04-19T09:32")


def test_a_list_ends_where_its_marks_do(toolkit: jdc.Toolkit) -> None:
    ticker = "热点新闻\n1. 台风路径转向列车调整开行\n2. 升船机上半年过客创新高\n3. 老店被指涨价店家回应\n"
    assert one_article(f"{ticker}{HEAD}{TEXT}{CREDIT}", toolkit).headline == "青岛与烟台携手共建海洋经济"


def test_a_menu_one_word_a_line_is_no_text_of_clauses(toolkit: jdc.Toolkit) -> None:
    menu = "即时\n政治\n产经\n生活\n社会\n地方\n文化\n运动\n国际\n科技\n娱乐\n搜寻\n"
    clauses = "".join(f"第{number}站,\n从海边的码头出发,\n一路向北,\n看见了晒网的渔民。\n" for number in "一二三四")
    record = one_article(f"{menu}{HEAD}{clauses}{CREDIT}", toolkit)
    assert record.text.startswith("第一站,")
    assert "产经" not in record.text


def test_titles_in_a_row_are_no_clauses_of_a_short_article(toolkit: jdc.Toolkit) -> None:
    links = "".join(
        f"你身边的{word}人都在过着什么样的生活\n" for word in ("有钱", "年轻", "能干", "出名", "早起", "跑步")
    )
    links += "马上发表\n我的跟贴\n进入热点\n看被困扰的姑娘卸妆\n街头的大妈太会玩了\n东北的烧烤可以解决困扰\n"
    record = one_article(
        f"{HEAD}6月服务业指数为51.8,为五个月以来的最低水平,前一个月为53.5,低于市场的预期。\n{links}", toolkit
    )
    assert "卸妆" not in record.text
    assert record.text.startswith("6月服务业指数")


def test_what_is_unfolded_is_no_paywall(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}展开剩余32%\n", toolkit).text == TEXT.strip()


def test_a_box_below_the_head_of_a_list_is_text(toolkit: jdc.Toolkit) -> None:
    box = "■相关链接\n青岛、烟台海岸线总长一千九百多公里,有港口二十余座,两市海洋经济占全省四成。\n"
    record = one_article(f"{HEAD}{TEXT}{box}{CREDIT}", toolkit)
    assert record.text.endswith(box.strip())


def test_day_and_source_below_a_link_are_of_the_link(toolkit: jdc.Toolkit) -> None:
    links = "相关内容\n砂仁飘香,基地迎来采收季\n2023-06-29 11:20  阳江日报\n碉楼推出夜间游览线路\n2023-06-28 09:38  江门日报\n"
    found = labels(f"{HEAD}{TEXT}{CREDIT}{links}", toolkit)
    assert found["2023-06-29 11:20  阳江日报"][0] is jdc.Label.RELATED
    assert one_article(f"{HEAD}{TEXT}{CREDIT}{links}", toolkit).outlet == "青岛日报"


def test_a_blog_with_an_english_theme(toolkit: jdc.Toolkit) -> None:
    head = "坐公交去烟台的一天\nPosted on 2023-04-11 by 老周在河西 | Filed under: 城市观察 | Views(873) | Comments(3)\n"
    tail = "3 Responses to “坐公交去烟台的一天”\n石峰老表 says:\n2023-04-12 09:14\n写得好!早高峰根本挤不上去。\nLeave a Reply\n"
    record = one_article(f"{head}{TEXT}{tail}Recent Posts\n走到湘江口\n", toolkit)
    assert (record.published, record.views, record.text) == ("2023-04-11", 873, TEXT.strip())
    assert [one.name for one in record.byline] == ["老周在河西"]


def test_the_words_of_a_casino_before_a_good_line_take_nothing_with_them(toolkit: jdc.Toolkit) -> None:
    lines = TEXT.split("\n")
    record = one_article(f"{HEAD}{lines[0]}\n澳门新葡京注册 - {lines[1]}\n{lines[2]}\n{CREDIT}", toolkit)
    assert record.text == TEXT.strip()


def test_the_outline_of_an_entry_is_no_text(toolkit: jdc.Toolkit) -> None:
    outline = "目录\n1 港口合作\n2 旅游合作\n"
    parts = f"港口合作\n编辑\n{LAST}旅游合作\n编辑\n{LAST.replace('招商', '旅游')}"
    record = one_article(f"{HEAD}{TEXT}{outline}{parts}", toolkit)
    assert record.text == (TEXT + parts.replace("编辑\n", "")).strip()


def test_authors_of_a_paper_stand_above_its_abstract(toolkit: jdc.Toolkit) -> None:
    head = "胶东经济圈海洋产业协同的实践与思考\n祝怀谨,钮思远\n(青岛市社会科学院,266071,青岛)\n"
    record = one_article(f"{head}摘要:本文梳理五市海洋产业的分工,提出三点建议。\n关键词:海洋产业;协同\n{TEXT}", toolkit)
    assert record.headline == "胶东经济圈海洋产业协同的实践与思考"
    assert [one.name for one in record.byline] == ["祝怀谨", "钮思远"]


def test_what_is_said_live_is_one_article(toolkit: jdc.Toolkit) -> None:
    turns = [
        ("主持人:", "各位记者朋友,大家上午好!今天请五市的负责同志介绍一体化发展的情况。"),
        ("青岛市发展改革委副主任 田立军:", "一年来,五市签署合作协议六十三项,八成已经落地。"),
        ("大众日报记者:", "请问跨市通办有多少事项可以办理?"),
        ("潍坊市行政审批服务局副局长 郭敏:", "可以办理的事项共有一百一十二项,材料清单合成了一张。"),
    ]
    page = "".join(f"{who}\n{what}\n2021-07-02 11:{minute}0\n" for minute, (who, what) in enumerate(turns, 1))
    record = one_article(f"{HEAD}{page}{CREDIT}", toolkit)
    assert record.text == "\n".join(line for turn in turns for line in turn)
    assert record.published == "2021-07-02T11:05"


def test_a_question_is_the_headline_of_an_answer(toolkit: jdc.Toolkit) -> None:
    question = "首页\n等你来答\n胶东经济圈一体化意味着什么?\n关注问题\n写回答\n被浏览\n2,038,112\n"
    head = question + "326 个回答\n海边的规划师\n852 人赞同了该回答\n"
    record = one_article(f"{head}{TEXT}编辑于 2021-07-02 11:05\n赞同 852\n57 条评论\n收起\n", toolkit)
    assert (record.headline, record.text) == ("胶东经济圈一体化意味着什么?", TEXT.strip())


def test_the_days_of_a_chronicle_head_what_happened(toolkit: jdc.Toolkit) -> None:
    days = ("2020年1月", "2020年5月7日", "2020年6月12日")
    events = (
        "省政府印发指导意见,提出建设五市一体的体系。",
        "五市在青岛签署合作框架协议。",
        "五市公积金中心签订协议,异地贷款互认。",
    )
    page = "".join(f"{day}\n{event}\n" for day, event in zip(days, events, strict=True))
    record = one_article(f"胶东经济圈一体化发展大事记\n2021-07-02 11:05 来源:青岛日报\n{page}{CREDIT}", toolkit)
    assert record.text == page.strip()
    assert record.published == "2021-07-02T11:05"


def test_blank_lines_between_clauses_change_nothing(toolkit: jdc.Toolkit) -> None:
    clauses = (
        "11月的青岛,\n栈桥的栏杆上,\n一只红嘴鸥歪着头,\n看着来喂它的人。\n\n志愿者老郑翻开本子,\n他记下的首批鸥群,\n比去年早到了五天。\n\n"
        "鸟儿用翅膀投票,\n投给了这片清水。\n\n今年1至10月,\n胶州湾的水质,\n在全省保持着前列。\n\n水要清,\n岸要绿,\n人也要退一步。\n"
    )
    post = "红嘴鸥比去年早到了五天\n原创 半岛观察 2021-11-02 18:30 山东\n\n"
    plain = one_article(f"{post}{clauses}{CREDIT}", toolkit)
    apart = one_article((post + clauses).replace("\n", "\n\n") + CREDIT, toolkit)
    assert plain.text.replace("\n", "") == apart.text.replace("\n", "") == clauses.replace("\n", "")
    assert len(apart.text.split("\n")) == 5


def test_the_sections_of_a_tender_hold_rows_and_contacts(toolkit: jdc.Toolkit) -> None:
    sections = (
        "一、项目基本情况\n项目编号:SDGP370602\n预算金额:386万元\n采购需求:\n数量:1\n本项目不接受联合体投标。\n",
        "二、获取招标文件\n时间:2021年7月3日至7月9日(北京时间)\n方式:网上下载\n售价:0元\n",
        "三、公告期限\n自本公告发布之日起5个工作日。\n",
        "四、其他补充事宜\n无\n",
        "五、请按以下方式联系。\n1.采购人信息\n名 称:烟台市交通运输局\n地 址:迎春大街171号\n联系方式:0535-6356118\n",
    )
    head = "智能调度系统采购招标公告\n2021-07-02 11:05 来源:烟台市交易中心\n"
    record = one_article(f"{head}{''.join(sections)}上一篇:食堂采购公告\n", toolkit)
    assert record.text == "".join(sections).strip()


def test_who_gave_a_speech_stands_above_the_address(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"在推进会议上的讲话\n(2021年7月2日)\n田立军\n同志们:\n{TEXT}", toolkit)
    assert [one.name for one in record.byline] == ["田立军"]
    assert record.text == f"同志们:\n{TEXT.strip()}"


def test_the_parts_of_a_broadcast_are_text(toolkit: jdc.Toolkit) -> None:
    script = (
        "【导语】\n连日来,两市的城际公交迎来客流高峰,请看报道。\n【正文】\n一大早,车站里已经坐满了等车的人。\n"
        "【同期】乘客 温嘉敏\n以前要倒三趟车,现在一趟就到了。\n【正文】\n据介绍,线路每天往返八班,票价六元。\n"
    )
    record = one_article(f"{HEAD}00:00 / 02:36\n您的浏览器版本过低,请升级后观看\n{script}{CREDIT}", toolkit)
    assert (record.text, record.summary) == (script.strip(), None)


def test_a_speech_with_address_and_greeting(toolkit: jdc.Toolkit) -> None:
    speech = f"以下是会长欧阳伟文今晚的致辞全文:\n各位嘉宾、各位会员:\n大家晚上好!\n{TEXT}"
    record = one_article(f"会长欧阳伟文在周年晚宴致辞\n18/11/2022\n{speech}", toolkit)
    assert (record.headline, record.published) == ("会长欧阳伟文在周年晚宴致辞", "2022-11-18")
    assert record.text == speech.strip()


def test_who_opened_a_thread_wrote_it(toolkit: jdc.Toolkit) -> None:
    head = "[公交地铁]\n61路公交改线后,老人怎么去医院?\n[复制链接]\n废黄河边钓鱼佬\n发表于 2019-4-12 21:07 | 只看该作者\n楼主\n"
    record = one_article(f"查看: 3862|回复: 27\n{head}{TEXT}收藏3 支持41 反对2\n", toolkit)
    assert [(one.name, one.role) for one in record.byline] == [("废黄河边钓鱼佬", "author")]


def test_a_table_of_contents_may_differ_from_its_headings_by_a_mark(toolkit: jdc.Toolkit) -> None:
    parts = f"1、要不要提前约?\n{LAST}2、能不能带行李箱?\n{LAST.replace('招商', '旅游')}"
    record = one_article(f"{HEAD}{TEXT}本文目录\n1 要不要提前约\n2 能不能带行李\n{parts}", toolkit)
    assert record.text == (TEXT + parts).strip()


def test_people_at_work_between_two_paragraphs_are_a_caption(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}志愿者给小学生讲解燕麦穗部结构\n{LAST}{CREDIT}", toolkit)
    assert list(record.captions) == ["志愿者给小学生讲解燕麦穗部结构"]


def test_lines_that_a_page_wraps_are_pieces(toolkit: jdc.Toolkit) -> None:
    wrapped = (
        "本报讯(记者 佟亚楠)11月24日17时36分,\n一声汽笛,满载40个冷藏集装箱的X9018次中欧\n班列驶出徐州铜山站。车上装的是沛县出产\n"
        "的牛蒡、丰县的白酥梨和来自菏泽的芦笋,目的\n地德国汉堡,全程约19天。\n"
    )
    record = one_article(f"{HEAD}{wrapped}{CREDIT}", toolkit)
    assert record.text.replace("\n", "") == wrapped.replace("\n", "")
    assert not [one for one in record.paragraphs if one.kind == "subheading"]


def test_the_name_of_a_site_is_no_headline_of_it(toolkit: jdc.Toolkit) -> None:
    page = f"青岛市烟台商会\n汇聚乡情\n首页 HOME\n当前位置:首页 / 商会动态\n商会考察团走进开发区\n发表时间:2021-07-02\n{TEXT}"
    text = page.replace("7月1日,青岛、烟台两市", "7月1日,青岛市烟台商会组织考察团走进开发区,青岛、烟台两市")
    record = one_article(f"{text}Copyright 2016-2021 青岛市烟台商会 鲁ICP备16021134号\n", toolkit)
    assert record.headline == "商会考察团走进开发区"


def test_the_first_heading_of_a_page_of_html_is_its_headline(toolkit: jdc.Toolkit) -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    body = (
        f"<h1>“有鱼了,水就活了”——一条老渠的六百天</h1><div>原创葛雨桐清渠发布</div><div>2021年7月2日 18:30</div>{text}"
    )
    record = one_article(f"<html><head><title></title></head><body>{body}</body></html>", toolkit)
    assert record.headline == "“有鱼了,水就活了”——一条老渠的六百天"


def test_an_agenda_of_hours_is_text(toolkit: jdc.Toolkit) -> None:
    agenda = "7月2日上午\n09:00—09:40 开幕式\n09:40—11:30 主旨演讲\n7月2日下午\n14:00—17:00 平行论坛\n主持人:青岛市发展改革委\n"
    record = one_article(f"{HEAD}{TEXT}会议日程\n{agenda}{CREDIT}", toolkit)
    assert record.text.endswith(f"会议日程\n{agenda.strip()}")


def test_text_goes_on_behind_an_announced_list_of_rows(toolkit: jdc.Toolkit) -> None:
    # Fourteen short lines in a row are a menu elsewhere, and what stands behind them another text.
    rows = "".join(f"《海岸线之{number}》\n作者{number}号展位\n" for number in "一二三四五六七八")
    foreign = "评委会主席感慨,今年来稿比往届多出一倍,题材也从风光转到普通人的生计,很难取舍。\n"
    record = one_article(f"{HEAD}{TEXT}获奖名单公布如下:\n{rows}{foreign}{CREDIT}", toolkit)
    assert record.text.endswith((rows + foreign).strip())


def test_figures_that_announce_no_paragraph_are_text(toolkit: jdc.Toolkit) -> None:
    box = "【数说】\n151.6公里 线路全长\n9座 全线车站\n"
    record = one_article(f"{HEAD}{TEXT}{box}{LAST}{CREDIT}", toolkit)
    assert record.text == f"{TEXT}{box}{LAST}".strip()
    counted = "项目小档案\n线路全长 151.6公里\n设计时速 350公里\n全线车站 9座\n"
    assert one_article(f"{HEAD}{TEXT}{counted}{LAST}{CREDIT}", toolkit).text == f"{TEXT}{counted}{LAST}".strip()


def test_an_annexed_table_with_words_and_empty_cells_is_text(toolkit: jdc.Toolkit) -> None:
    table = "附表:五市港口吞吐量\n港口\n上期\n本期\n青岛\n31.2\n33.5\n烟台\n19.8\n—\n日照\n25.1\n26.4\n"
    record = one_article(f"{HEAD}{TEXT}{table}{CREDIT}", toolkit)
    assert record.text.endswith(table.strip())


def test_a_row_of_menu_words_is_no_row_of_a_list(toolkit: jdc.Toolkit) -> None:
    links = "".join(f"《海岸线之{number}》\n" for number in "一二三四五六七八")
    foreign = "某明星今日在社交平台宣布结婚,粉丝纷纷送上祝福,评论区一夜之间多了十万条留言。\n"
    record = one_article(f"{HEAD}{TEXT}热门图书:\n首页\n联系我们\n{links}{foreign}{CREDIT}", toolkit)
    assert record.text == TEXT.strip()


@pytest.mark.parametrize(
    "headline",
    [
        "久久为功推进胶东一体化", "桑拿天来袭 五市电力负荷创新高", "一少妇跳河 五名市民接力救人", "六合彩今晚开奖 头奖上亿",
        "崂山品茶节开幕", "送医上门 送药上门 青岛家庭医生忙", "崂山区红色图书馆开馆迎客", "娱乐城变身文化馆", "体验金秋胶东",
        "今日踏青攻略", "城市热门", "3楼 一间书房的故事", "〈社论〉大新竹合并要问民意", "北方城市三年行动计划 点亮夜生活",
        "来历:一碗海鲜面", "多国政要出席", "市委召开专题会议强调", "点赞五市一体化", "百家企业踊跃参加",
        "关注“候鸟”孩子", "下载量破百万的城市App", "围炉品茶话丰年", "高端外围设备产业园落户青岛", "海信真人平台直播带货",
    ],
)  # fmt: skip
def test_a_headline_with_a_word_of_furniture(headline: str, toolkit: jdc.Toolkit) -> None:
    page = f"{headline}\n{HEAD.split(chr(10))[1]}\n{TEXT}{CREDIT}"
    assert one_article(page, toolkit).headline == headline


@pytest.mark.parametrize(
    "line",
    [
        "时间:2021年7月10日 9:30 地点:青岛市民中心", "比赛时间:2021年7月10日 19:35 对阵:青岛海牛VS山东泰山",
        "截止时间:2021年7月31日 17:00 咨询电话:0532-85911000",
    ],
)  # fmt: skip
def test_the_time_of_an_event_is_not_when_it_was_published(line: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}{line}\n{LAST}{CREDIT}", toolkit)
    assert record.published == "2021-07-02T11:05"


@pytest.mark.parametrize("line", ["起源:明代初年", "(来历:清宫旧藏)"])
def test_where_a_thing_comes_from_is_no_outlet(line: str, toolkit: jdc.Toolkit) -> None:
    text = f"{TEXT.rstrip()}古村的年画深受两市群众喜爱,至今保存完好。{line}\n"
    record = one_article(f"青岛与烟台携手共建海洋经济\n2021-07-02 11:05\n{text}{CREDIT}", toolkit)
    assert (record.outlet, record.text) == (None, text.strip())


def test_a_page_ends_with_a_numbered_row_of_its_last_section(toolkit: jdc.Toolkit) -> None:
    sections = "".join(f"{number}、报名的第{number}步\n交齐第{number}份材料的,当天办结。\n" for number in "一二三四")
    text = f"{sections}报名地点:市民中心\n2.市商务局办公室0532-85911001"
    assert one_article(f"{HEAD}{TEXT}{text}", toolkit).text.endswith("2.市商务局办公室0532-85911001")


def test_a_second_heading_that_reads_as_a_sentence_ends(toolkit: jdc.Toolkit) -> None:
    # The list of titles that a page of a newspaper opens with is looked for in its lines; this one is none of them.
    text = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    more = f"<h2>看病难?两市联手这样破解!</h2><p>本报讯(记者 赵敏)7月1日,两市开通就医直通车。</p><p>{LAST}</p>"
    found = jdc.clean(f"<html><body><h1>青岛与烟台携手</h1>{text}{more}</body></html>", toolkit=toolkit)
    assert found.articles


def test_rolling_items_below_an_article_are_no_agenda(toolkit: jdc.Toolkit) -> None:
    items = "".join(f"10:2{minute} 第{minute}支球队抵达青岛\n" for minute in range(4))
    record = one_article(f"首页\n赛事日程\n{HEAD}{TEXT}{CREDIT}{items}", toolkit)
    assert (record.headline, record.text) == ("青岛与烟台携手共建海洋经济", TEXT.strip())


def test_a_menu_word_below_the_text_is_no_box_of_figures(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}数据\n专题2021上合峰会\n2022年全国两会\n", toolkit)
    assert record.text == TEXT.strip()


@pytest.mark.parametrize(
    "line", ["党员干部走访慰问困难群众", "居民办理社保不用跑", "教师交流轮岗成为常态", "专家指导产业转型升级"]
)
def test_what_people_do_in_general_heads_a_part(line: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}{line}\n{LAST}{CREDIT}", toolkit)
    assert not record.captions
    assert line in record.text


def test_winners_with_where_they_work_are_no_authors(toolkit: jdc.Toolkit) -> None:
    rows = "获奖名单如下:\n●李志强(烟台万华集团)\n●王海东(青岛港集团)\n●张丽华(潍坊医学院)\n"
    record = one_article(f"{HEAD}{TEXT}{rows}{LAST}{CREDIT}", toolkit)
    assert (list(record.byline), rows in record.text) == ([], True)


def test_the_tags_behind_a_label_in_brackets_have_no_colon(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}【关键词】:长三角 一体化\n{CREDIT}", toolkit)
    assert list(record.tags) == ["长三角", "一体化"]


@pytest.mark.parametrize("words", ["民国百零三年十月廿一日", "民国百一十年十月廿一日"])
def test_a_hundred_years_of_the_republic_without_a_one(words: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"青岛与烟台携手共建海洋经济\n{words} 星期二 来源:青岛日报\n{TEXT}", toolkit)
    assert record.published in {"2014-10-21", "2021-10-21"}


@pytest.mark.parametrize("words", ["民国十百年一月一日", "民国百十百年一月一日"])
def test_a_year_that_is_no_number_loses_no_page(words: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"青岛与烟台携手共建海洋经济\n{words} 星期二 来源:青岛日报\n{TEXT}", toolkit)
    assert (record.headline, record.published) == ("青岛与烟台携手共建海洋经济", None)


def test_a_notice_is_signed_by_a_body_of_two_places(toolkit: jdc.Toolkit) -> None:
    notice = "关于印发《江阴—靖江跨江用工服务若干措施》的通知\n各单位:\n" + TEXT
    signed = "江阴—靖江工业园区管理委员会\n2019年11月1日\n(此件公开发布)\n"
    annexed = f"江阴—靖江跨江用工服务若干措施\n{LAST}"
    table = "附件1\n班车时刻表\n线路\n起点\n早班\nA线\n澄江福地\n6:40\nB线\n城东\n6:30\n相关附件下载:\n"
    text = f"各单位:\n{TEXT}{signed}{annexed}{table.removesuffix('相关附件下载:' + chr(10))}"
    assert one_article(f"{notice}{signed}{annexed}{table}", toolkit).text == text.strip()


def test_a_breadcrumb_with_closing_marks_is_no_headline(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"首页 》商会动态 》正文\n{HEAD}{TEXT}", toolkit)
    assert (record.headline, record.kicker) == ("青岛与烟台携手共建海洋经济", None)


@pytest.mark.parametrize("icons", ["⏱ {} 🔖 本地服务 📢0", "🗓\ufe0f{} 👁 1203 💬 4", "🕒 {}"])
def test_icons_stand_for_the_words_of_fields(icons: str, toolkit: jdc.Toolkit) -> None:
    page = f"青岛与烟台携手共建海洋经济\n{icons.format('2024-01-19 09:30')}\n{TEXT}"
    record = one_article(page, toolkit)
    assert (record.headline, record.published) == ("青岛与烟台携手共建海洋经济", "2024-01-19T09:30")


def test_the_first_of_counted_parts_is_text(toolkit: jdc.Toolkit) -> None:
    parts = "第一个人\n06:52,车站的老座位\n{}第二个人\n16:40,反着走\n{}"
    text = parts.format(TEXT, LAST)
    record = one_article(f"{HEAD}▲点击上方卡片关注“胶东周末”,每周一见\n{text}{CREDIT}", toolkit)
    assert (record.text, list(record.captions)) == (text.strip(), [])


def test_rows_of_a_table_parted_by_spaces_are_text(toolkit: jdc.Toolkit) -> None:
    rows = (
        "各市办理情况如下:\n城市 笔数 金额(亿元) 平均天数\n青岛 1127 5.94 3.2\n烟台 803 3.61 2.9\n威海 1710 8.86 2.7\n"
    )
    record = one_article(f"{HEAD}{TEXT}{rows}{LAST}{CREDIT}", toolkit)
    assert rows in record.text
    assert one_article(f"{HEAD}{TEXT}{LAST}{rows}{CREDIT}", toolkit).text.endswith(rows.strip())


def test_quotes_of_stocks_beside_a_text_are_none(toolkit: jdc.Toolkit) -> None:
    quotes = "上证指数 3387.00 +2.32%\n深证成指 11008.85 +3.22%\n创业板指 2287.71 +4.75%\n"
    assert "3387.00" not in one_article(f"{quotes}{HEAD}{TEXT}{LAST}{CREDIT}{quotes}", toolkit).text


def test_a_chronicle_begins_with_the_earliest_year(toolkit: jdc.Toolkit) -> None:
    years = [
        "2005年 两市签订同城化框架协议\n",
        "2008年 城际公交增至五条线路\n",
        "2010年 住房公积金开始互认互贷\n",
    ]
    chronicle = "".join(years)
    assert one_article(f"{HEAD}{TEXT}{LAST}胶东同城大事记\n{chronicle}", toolkit).text.endswith(chronicle.strip())
    # The links of a list have the latest first.
    assert "2005年" not in one_article(f"{HEAD}{TEXT}{LAST}{''.join(reversed(years))}", toolkit).text


def test_an_entry_of_an_encyclopedia(toolkit: jdc.Toolkit) -> None:
    menu = "首页\n秒懂百科\n声明\n"
    box = "中文名\n芝罘港区\n所属港口\n烟台港\n地理位置\n山东省烟台市芝罘区\n建成时间\n1989年12月\n"
    parts = f"历史沿革\n播报\n编辑\n{MORE}荣誉\n播报\n编辑\n{LAST}"
    outline = "目录\n1 历史沿革\n2 荣誉\n"
    page = f"{menu}芝罘港区\n播报\n编辑\n讨论\n上传视频\n0\n有用+1\n{TEXT}{box}{outline}{parts}词条统计\n浏览次数:次\n"
    record = one_article(page, toolkit)
    assert record.headline == "芝罘港区"
    assert record.text == (TEXT + box + parts.replace("播报\n编辑\n", "")).strip()


def test_the_outline_names_parts_of_parts_behind_a_mark(toolkit: jdc.Toolkit) -> None:
    outline = "目录\n1 自然条件\n▪ 航道\n▪ 气象\n2 荣誉\n"
    text = (
        f"自然条件\n{MORE}航道\n港区前沿为主航道南侧,水深十二米,五千吨级船舶可以乘潮进出。\n"
        f"气象\n年平均气温十六度,年平均雾日二十一天,年大风日十二天。\n荣誉\n{LAST}"
    )
    assert one_article(f"{HEAD}{TEXT}{outline}{text}", toolkit).text == (TEXT + text).strip()


@pytest.mark.parametrize(
    "comments",
    [
        "评论\n陕北小米\n请问十月底还开吗\n2019-10-03 08:20 回复\n兔子不吃草\n还开,带上厚衣服\n",
        "关于作者\n兔子不吃草\n货代,跑过两百个县\n",
    ],
)
def test_who_posted_it_stands_among_the_comments_too(comments: str, toolkit: jdc.Toolkit) -> None:
    page = f"青岛与烟台携手共建海洋经济\n兔子不吃草\n2019-09-28 14:33 浏览 2681\n{TEXT}{LAST}{comments}"
    assert [one.name for one in one_article(page, toolkit).byline] == ["兔子不吃草"]


def test_a_question_of_an_answer_site_is_the_headline(toolkit: jdc.Toolkit) -> None:
    question = "青岛、烟台两市为什么要共建胶东经济圈海洋产业,一体化到底难在哪里?"
    page = f"首页\n发现\n{question}\n关注问题\n写回答\n分享\n老梁在路上\n583 人赞同了该回答\n{TEXT}{LAST}关于作者\n老梁在路上\n"
    record = one_article(page, toolkit)
    assert (record.headline, [one.name for one in record.byline]) == (question, ["老梁在路上"])


def test_who_took_the_pictures_stands_below_their_captions(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}{LAST}装车现场\n首发列车驶出港站\n(文/李云海 图/刀玉香)\n{CREDIT}", toolkit)
    assert list(record.captions) == ["装车现场", "首发列车驶出港站"]
    assert "装车现场" not in record.text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("文字 | 宣传科 曲晓楠", ["曲晓楠"]),
        ("文 | 都市快线记者 骆冰", ["骆冰"]),
        ("文 | 王立科 李明", ["王立科", "李明"]),
        ("(额尔德尼)", ["额尔德尼"]),
    ],
)
def test_units_and_outlets_are_no_persons(line: str, names: list[str], toolkit: jdc.Toolkit) -> None:
    assert [one.name for one in one_article(f"{HEAD}{TEXT}{LAST}{line}\n{CREDIT}", toolkit).byline] == names


def test_a_source_is_the_account_in_quotes(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}{LAST}来源:微信公众号“城记青烟” 作者:南门小白\n"
    assert one_article(page.replace("2021-07-02 11:05 来源:青岛日报\n", ""), toolkit).outlet == "城记青烟"


@pytest.mark.parametrize(
    "keyword", ["青岛塔吊租赁 - ", "青岛二手车报价大全", "烟台贷款口子哪家好 ", "上海龙凤后花园论坛", "青浦大保健 "]
)
def test_what_farms_sell_is_cut_from_the_head_of_a_line(keyword: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}{keyword}{LAST}{CREDIT}", toolkit).text == (TEXT + LAST).strip()


def test_a_caption_without_a_verb_has_its_day(toolkit: jdc.Toolkit) -> None:
    caption = "6月3日早上7时20分,莱阳东站候车的上班族。"
    record = one_article(f"{HEAD}{MORE}{caption}\n{LONG}{LAST}{CREDIT}", toolkit)
    assert list(record.captions) == [caption]


def test_a_gallery_without_a_text_is_a_photo_item(toolkit: jdc.Toolkit) -> None:
    captions = [
        "10月19日清晨,莱阳市的村民在坝区采收头茬莲花白,这批蔬菜将装上当天的专列。",
        "装车现场。",
        "上午9时许,青岛市的居民在直供点选购刚到的蔬菜。",
    ]
    numbered = "".join(f"{place}/3\n{caption}\n" for place, caption in enumerate(captions, 1))
    page = f"组图:胶东秋色里的“菜篮子”专列\n2023-10-20 15:48 来源:烟台日报\n{numbered}烟台日报记者 吴明朗 摄影报道\n{CREDIT}"
    record = one_article(page, toolkit)
    assert (record.kind, record.headline, record.outlet) == ("photo", "组图:胶东秋色里的“菜篮子”专列", "烟台日报")
    assert list(record.captions) == captions


def test_numbers_of_pictures_between_paragraphs_are_of_no_such_gallery(toolkit: jdc.Toolkit) -> None:
    captions = [f"图为{what}。 王立 摄" for what in ("村民采收莲花白", "装车现场", "居民选购蔬菜")]
    pictures = "".join(
        f"{place}/3\n{caption}\n{below}"
        for place, (caption, below) in enumerate(zip(captions, (MORE, LONG, LAST), strict=True), 1)
    )
    record = one_article(f"{HEAD}{TEXT}{pictures}{CREDIT}", toolkit)
    assert (record.kind, record.text, list(record.captions)) == (
        "article",
        (TEXT + MORE + LONG + LAST).strip(),
        captions,
    )


def test_a_letter_and_its_answer_are_one_article(toolkit: jdc.Toolkit) -> None:
    head = "青烟同城了,在烟台上班的女儿能不能给我共济买药?\n信件编号:KF2023 信件类型:咨询\n来信人:匿名 来信时间:2023-05-12 21:48\n"
    times = "公开时间:2023-05-19 10:15 点击:1094\n办理状态:已办结\n"
    letter = "来信内容\n您好!我是莱阳市的退休职工,今年六十七岁,想问两市的医保能不能共济。\n谢谢!\n"
    answer = "回复内容\n您好!您反映的问题收悉。青岛、烟台两市的医保个人账户可以共济,请在小程序里办理。\n"
    record = one_article(f"{head}{times}{letter}{answer}", toolkit)
    assert (record.text, record.published) == ((letter + answer).strip(), "2023-05-19T10:15")


def test_the_head_of_a_press_conference_is_text(toolkit: jdc.Toolkit) -> None:
    head = "发布时间:2023年8月30日(星期三)上午10:00\n发布地点:省政府新闻发布厅\n发布人:省发展改革委副主任郑立群\n主持人:黄晓萍\n"
    said = "".join(
        f"{name}:\n{words}" for name, words in (("黄晓萍", TEXT), ("郑立群", MORE), ("记者", LONG), ("郑立群", LAST))
    )
    page = f"胶东五市建设五周年新闻发布会(文字实录)\n时间:2023-08-30 17:12 来源:青岛日报\n{head}{said}"
    record = one_article(page, toolkit)
    assert record.text.startswith(head)
    assert (record.outlet, record.published) == ("青岛日报", "2023-08-30T17:12")


def test_the_numbered_heads_of_a_tender_are_no_links_of_the_foot(toolkit: jdc.Toolkit) -> None:
    one = "一、项目概况\n招标人:莱阳智造园开发有限公司\n建设地点:莱阳市冯格庄街道\n"
    two = "二、中标人信息\n中标人:烟台水利建设有限公司\n工期:210日\n"
    more = (
        "三、监督\n公示期内无异议,本工程系青岛、烟台两市共建园区的首批管网项目。\n"
        "四、联系方式\n招标人联系人:顾工 电话:0535-87230516\n"
    )
    record = one_article(f"胶东污水主干管工程中标结果公告\n2024-03-18 来源:烟台日报\n{TEXT}{one}{two}{more}", toolkit)
    assert record.text == (TEXT + one + two + more).strip()


def test_the_day_on_which_something_begins_is_no_line_of_metadata(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}调整时间\n2022年5月16日(星期一)首班车起\n调整线路\n{MORE}{LAST}{CREDIT}"
    record = one_article(page, toolkit)
    assert (record.headline, record.published) == ("青岛与烟台携手共建海洋经济", "2021-07-02T11:05")
    assert "首班车起" in record.text


def test_captions_behind_numbers_in_circles(toolkit: jdc.Toolkit) -> None:
    captions = ["①莱阳站,背着土鸡上车的村民。", "②车厢两头拆了座椅,腾出来放货。", "③傍晚,卖完菜的村民数着一天的收入。"]
    points = ["①从莱阳站坐车。", "②在海阳站换车。", "③到烟台站下车。"]
    record = one_article(f"{HEAD}{TEXT}{MORE}{chr(10).join(captions)}\n本报记者 王立 摄影报道\n", toolkit)
    assert list(record.captions) == captions
    record = one_article(f"{HEAD}{TEXT}{MORE}{chr(10).join(points)}\n{LAST}{CREDIT}", toolkit)
    assert (list(record.captions), "②在海阳站换车。" in record.text) == ([], True)


def test_the_button_of_a_portal_is_cut_from_the_last_sentence(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}{LAST.strip()}返回搜狐,查看更多\n{CREDIT}", toolkit)
    assert record.text == (TEXT + LAST).strip()


def test_a_year_apart_from_its_day(toolkit: jdc.Toolkit) -> None:
    page = f"青岛与烟台携手共建海洋经济\n2023 06/12 08:31:05 来源:新华网\n{TEXT}"
    assert one_article(page, toolkit).published == "2023-06-12T08:31:05"


def test_a_question_above_the_name_of_the_account_is_the_headline(toolkit: jdc.Toolkit) -> None:
    title = "青岛站出发,19站到莱西老街,共建海洋经济的专线跑出了啥?"
    page = f"首页\n登录\n{title}\n封面新闻\n2024-12-09 20:36 山东\n封面新闻官方账号\n关注\n{TEXT}{LAST}"
    assert one_article(page, toolkit).headline == title


def test_points_of_a_post_behind_pictographs_part_no_text(toolkit: jdc.Toolkit) -> None:
    points = (
        "怎么用?\n1️⃣ 带上社保卡\n2️⃣ 挂号时告诉窗口“异地门诊”\n3️⃣ 看完病,只付自付部分\n小编提醒\n"
        "⚠️ 特殊病种不在范围内\n⚠️ 请保留发票\n✅ 咨询电话打给医保局\n"
    )
    record = one_article(f"{HEAD}{TEXT}{MORE}{points}{LONG}{LAST}{CREDIT}", toolkit)
    assert (points in record.text, record.text.endswith(LAST.strip())) == (True, True)


def test_paragraphs_behind_a_few_links_are_of_the_article(toolkit: jdc.Toolkit) -> None:
    links = "延伸阅读\n新山捷运系统完成首次全线试车 明年底通车\n社论:长堤两头的双城记该怎么写\n"
    more = (
        "青岛大学研究员傅启明指出,两市的经济合作已经从要素流动转向规则衔接,海洋产业的标准互认是下一步的难点。\n"
        "电力也是隐忧,烟台目前有五座数据中心在建,用电量到明年将翻一番,海上风电能不能跟上还不好说。\n"
        "至于李明,他的愿望很小:刷一个码就上船,不用下车,两市的群众都能得到实惠。\n"
    )
    record = one_article(f"{HEAD}{TEXT}{MORE}{links}{more}{CREDIT}", toolkit)
    assert record.text == (TEXT + MORE + more).strip()


def test_the_name_of_the_site_is_cut_from_a_title_that_stands_twice(toolkit: jdc.Toolkit) -> None:
    title = "青岛烟台:一小时里的“双城记”"
    page = f"首页>>新闻频道>>山东>>区域>>{title}\n{title}-北国关东新闻网\n2021-10-12 07:55 来源:青岛日报\n{TEXT}"
    assert one_article(page, toolkit).headline == title


def test_the_standing_of_a_user_stands_below_the_name(toolkit: jdc.Toolkit) -> None:
    page = f"青岛与烟台携手共建海洋经济\n只看楼主\n收藏\n回复\n董口老陈\n吧务 9\n{TEXT}{LAST}"
    assert [one.name for one in one_article(page, toolkit).byline] == ["董口老陈"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("黄楷文 报道", "黄楷文"),
        ("赖婉仪(退休教师)", "赖婉仪"),
        ("祐汉居民周生", "周生"),
        ("(屏东县 蔡丽云 上班族)", "蔡丽云"),
    ],
)
def test_who_signs_with_what_they_are(line: str, name: str, toolkit: jdc.Toolkit) -> None:
    assert [one.name for one in one_article(f"{HEAD}{TEXT}{LAST}{line}\n", toolkit).byline] == [name]


@pytest.mark.parametrize("line", ["城关居民王大爷", "李明(化名)", "东平社区居民代表"])
def test_who_is_spoken_of_signs_nothing(line: str, toolkit: jdc.Toolkit) -> None:
    assert not one_article(f"{HEAD}{TEXT}{line}\n{LAST}{CREDIT}", toolkit).byline


def test_where_figures_are_from_is_no_outlet(toolkit: jdc.Toolkit) -> None:
    page = f"青岛与烟台携手共建海洋经济\n{TEXT}{MORE}数据来源:本报根据各港公开数据整理\n"
    assert one_article(page, toolkit).outlet is None


def test_a_page_that_asks_whether_a_program_reads_holds_no_article(toolkit: jdc.Toolkit) -> None:
    page = (
        "早读新闻\n访问过于频繁,请完成安全验证\n为保障账号与内容安全,系统检测到您所在的网络环境存在异常,请完成验证后继续访问。\n"
        "向右滑动完成验证\n验证失败,请重试\n1.您的请求频率超过了正常的浏览频率;\n完成验证后将自动返回原页面。\n您的IP:203.0.113.27\n"
    )
    assert not jdc.clean(page, toolkit=toolkit).articles


def test_what_is_asked_right_below_the_title_is_of_the_page_of_answers(toolkit: jdc.Toolkit) -> None:
    asked, answer = TEXT.splitlines(), MORE.strip() * 4
    html = (
        "<html><head><title>租房合同没到期怎么办_问律师网</title></head><body><div class=q><h1>租房合同没到期怎么办</h1>"
        "<div class=m>2024-03-12 20:05 浏览 4217 次</div>" + "".join(f"<div class=d><p>{one}</p></div>" for one in asked) + "</div>"
        "<div class=n><a href=/1>我也有类似问题要问</a> <a href=/2>快速咨询在线律师</a></div><div class=a>"
        + "".join(f"<p>{one}</p>" for one in (answer, LONG.strip() * 3, LAST.strip() * 3)) + "</div></body></html>"
    )  # fmt: skip
    record = one_article(html, toolkit)
    assert record.text.startswith(asked[0])


def test_the_summary_of_a_tender_is_text(toolkit: jdc.Toolkit) -> None:
    summary = (
        "公告概要:\n采购项目名称\n灌区量水设施采购项目\n采购单位\n莱阳市灌区水利管理处\n公告时间\n2021年08月19日 16:28\n"
        "首次公告日期\n2021年08月06日\n项目联系人\n赵工\n"
    )
    section = f"一、项目基本情况\n{TEXT}"
    record = one_article(f"莱阳市灌区采购项目更正公告\n2021年08月19日 16:28 来源:烟台日报\n{summary}{section}", toolkit)
    assert (record.text, list(record.byline), record.published) == ((summary + section).strip(), [], "2021-08-19T16:28")


def test_a_gallery_that_tells_below_each_picture(toolkit: jdc.Toolkit) -> None:
    told = [MORE.strip(), LONG.strip(), TEXT.replace("\n", "").strip()]
    seen = [f"{what}。 本报记者 王立 摄" for what in ("候车的菜农把香椿捆成小把", "车厢里的集市", "列车长的工作簿")]
    slides = "".join(
        f"<div class=s><div class=c>{caption}</div><div class=n>{place}/3</div><p>{text}</p></div>"
        for place, (caption, text) in enumerate(zip(seen, told, strict=True), 1)
    )
    page = (
        "<html><head><title>图集:胶东的最后一班绿皮车</title></head><body><div><h1>图集:胶东的最后一班绿皮车</h1>"
        f"<div>2023-04-12 07:15 来源:青岛日报</div><div class=g>{slides}</div></div></body></html>"
    )
    record = one_article(page, toolkit)
    assert (record.kind, record.text, list(record.captions)) == ("article", "\n".join(told), seen)


def test_clauses_that_open_a_post_of_a_chat_platform(toolkit: jdc.Toolkit) -> None:
    clauses = "告诉大家一个好消息!\n青烟跨海大桥\n主体工程又有新进展\n9月11日16时26分\n大桥斜拉索安装完成\n"
    head = "青岛与烟台携手共建海洋经济\n青岛发布 2024-09-12 20:18 山东\n↑点击上方蓝字关注“青岛发布”\n"
    page = f"{head}{clauses}{TEXT}{LAST}喜欢就点个“在看”吧\n"
    assert one_article(page, toolkit).text == (clauses + TEXT + LAST).strip()


def test_the_day_of_the_reader_is_not_that_of_the_article(toolkit: jdc.Toolkit) -> None:
    page = f"今天是2023年4月18日 星期二\n首页\n{HEAD}{TEXT}{CREDIT}"
    assert one_article(page, toolkit).published == "2021-07-02T11:05"


@pytest.mark.parametrize(
    ("line", "value"),
    [("September 3, 2024, 5:40 PM | 来源:青岛日报", "2024-09-03T17:40"), ("⏱ 2025-03-19 🔖 都市圈 📢0", "2025-03-19")],
)
def test_times_of_other_forms(line: str, value: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"青岛与烟台携手共建海洋经济\n{line}\n{TEXT}", toolkit).published == value


def test_a_blog_names_the_paper_that_it_copied_from(toolkit: jdc.Toolkit) -> None:
    page = f"青岛与烟台携手共建海洋经济\n2019-08-12 由 海南日报 发表于财经\n{TEXT}"
    record = one_article(page, toolkit)
    assert (record.outlet, record.published) == ("海南日报", "2019-08-12")


def test_a_decimal_number_opens_no_point_of_a_list(toolkit: jdc.Toolkit) -> None:
    result = jdc.clean(f"{HEAD}{TEXT}1.2亿元:账往哪儿分\n{MORE}{LAST}{CREDIT}", toolkit=toolkit)
    assert [one.label.value for one in result.blocks if one.block.text.startswith("1.2")] == ["subheading"]


def test_who_writes_beside_a_reporter_of_the_paper(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}□ 吕小红 本报记者 洪永林\n{TEXT}", toolkit)
    assert [(one.name, one.role) for one in record.byline] == [("吕小红", "author"), ("洪永林", "reporter")]
    assert record.outlet == "青岛日报"


def test_a_product_with_its_price_is_no_article(toolkit: jdc.Toolkit) -> None:
    page = (
        "HJ-225W数显回弹仪 青岛当日送达\n参考价:¥1680.00\n品牌:恒检\n起订量:1台\n加入询价篮\n产品详情\n"
        "HJ-225W数显回弹仪用于检测普通混凝土的抗压强度,标称能量2.207J,适合工地现场使用。\n"
        "测量范围:10MPa~60MPa\n工作温度:-4℃~40℃\n售后承诺:一年质保,终身维修\n"
    )
    assert not jdc.clean(page, toolkit=toolkit).articles


def test_a_photo_report_of_two_paragraphs_is_an_item(toolkit: jdc.Toolkit) -> None:
    page = (
        "江葛日报 2024年9月5日 星期四\n早班地铁载着葛店人进城\n记者 严青\n" + TEXT + LAST + "机场边的体育课\n"
        "9月2日,开学第一天,临近机场的小学学生在新操场上练习篮球。\n当天,六名支教教师到校报到。\n记者 余凯 摄影报道\n"
        "江边老街藏着“小城”\n本报记者 严青\n" + LONG + MORE
    )
    first, photo, last = jdc.clean(page, toolkit=toolkit).articles
    assert photo.headline == "机场边的体育课"
    assert len(photo.captions) == 2
    assert [one.name for one in photo.byline] == ["余凯"]
    assert (first.headline, last.headline) == ("早班地铁载着葛店人进城", "江边老街藏着“小城”")


@pytest.mark.parametrize("credit", ["(据新华社)", "(据《经济日报》)"])
def test_where_a_brief_is_from_stands_in_brackets_below_it(credit: str, toolkit: jdc.Toolkit) -> None:
    page = (
        "川东日报 2022年6月18日 星期六\n川渝46家文博场馆推出联票\n" + TEXT + credit + "\n"
        "邻水脐橙“抱团”闯重庆\n本报讯(记者 文晶)" + LONG + MORE
    )
    first, second = jdc.clean(page, toolkit=toolkit).articles
    assert (first.outlet or "?") in credit
    assert second.headline == "邻水脐橙“抱团”闯重庆"
    assert second.outlet is None or second.outlet not in credit


def test_a_box_of_facts_is_text_and_its_day_none_of_the_article(toolkit: jdc.Toolkit) -> None:
    page = (
        "香江日報 2024年3月19日 星期二\n深圳灣口岸通關量再創新高\n" + TEXT + "深圳灣口岸小檔案\n啟用:2007年7月1日\n"
        "開放時間:旅檢06:30至24:00\n查驗通道:旅檢自助通道92條\n大橋旅遊試營滿百日 接待逾8萬人\n【本報訊】" + LONG + MORE
    )
    first, second = jdc.clean(page, toolkit=toolkit).articles
    assert "啟用:2007年7月1日" in first.text
    assert second.headline == "大橋旅遊試營滿百日 接待逾8萬人"
    assert (first.published, second.published) == ("2024-03-19", "2024-03-19")


@pytest.mark.parametrize(
    ("line", "outlet", "via"),
    [
        ("来源:经济日报-中国经济网", "经济日报", "中国经济网"),
        ("来源:舜网-济南日报", "济南日报", "舜网"),
    ],
)
def test_paper_and_site_in_either_order(line: str, outlet: str, via: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"青岛与烟台携手共建海洋经济\n2021-07-02 11:05\n{line}\n{TEXT}", toolkit)
    assert (record.outlet, record.via) == (outlet, via)


def test_a_host_of_documents_holds_no_article(toolkit: jdc.Toolkit) -> None:
    page = f"关于融入都市圈的调研报告\n下载文档 ¥16\n{TEXT}剩余10页未读,继续阅读\n1.本站不保证该用户上传的文档完整性\n"
    assert not jdc.clean(page, toolkit=toolkit).articles


def test_the_lead_of_a_meeting_has_two_lines_between_kicker_and_speakers(toolkit: jdc.Toolkit) -> None:
    page = (
        "漳河日报\nZHANGHE RIBAO\n2023年3月13日 星期一\n全市春季农业生产推进会要求\n把田种实 把水管好\n稳稳端牢“荆楚粮仓”\n"
        "郭云程讲话 胡友莲主持\n本报讯(记者周启航)3月11日,全市春季农业生产推进会召开。\n" + LONG + MORE
    )
    record = one_article(page, toolkit)
    assert record.kicker == "全市春季农业生产推进会要求"
    assert record.headline == "把田种实 把水管好稳稳端牢“荆楚粮仓”"
    assert record.subtitle == "郭云程讲话 胡友莲主持"
    assert "RIBAO" not in record.text


def test_at_the_seam_of_two_pages_the_last_paragraph_stands_twice_and_the_text_goes_on(toolkit: jdc.Toolkit) -> None:
    page = (
        "首页>资讯>正文\n沈阳现代化都市圈:八城“拼图”越拼越紧\n时间:2024-02-29 17:35:41 来源:辽宁日报\n"
        + TEXT
        + LONG
        + "1 2 下一页 全文阅读\n"
        "(adsbygoogle = window.adsbygoogle || []).push({});\n" + LONG + MORE + "猜你喜欢:\n1.关于新年的作文300字\n"
    )
    record = one_article(page, toolkit)
    assert record.text.endswith(MORE.strip())
    assert "下一页" not in record.text
    assert "adsbygoogle" not in record.text
    assert record.captions == ()


def test_the_name_of_a_reporter_is_cut_from_a_short_last_line(toolkit: jdc.Toolkit) -> None:
    page = (
        "云溪日报 2020年11月5日 星期四\n我县首条低空物流航线试飞\n"
        + TEXT
        + "样本都可以当天送、当天出结果。(记者 蓝天意 摄影 何丽)\n"
    )
    record = one_article(page, toolkit)
    assert record.text.endswith("当天出结果。")
    assert [(one.name, one.role) for one in record.byline] == [("蓝天意", "reporter"), ("何丽", "photographer")]


def test_the_places_that_reporters_filed_from_are_no_names(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}本报记者 冯立群 发自山东栖霞、陕西洛川\n{TEXT}", toolkit)
    assert [one.name for one in record.byline] == ["冯立群"]


def test_a_list_behind_numbers_in_circles_above_who_wrote_it_is_text(toolkit: jdc.Toolkit) -> None:
    points = "①跨城公交票价统一为两元。\n②六十五岁以上老人免费乘车。\n③首末班车衔接高铁列车时刻。\n"
    record = one_article(f"{HEAD}{TEXT}{points}本报记者 李明 文/图\n", toolkit)
    assert "②六十五岁以上老人免费乘车。" in record.text
    assert record.captions == ()


@pytest.mark.parametrize("line", ["(据《规划》测算)", "(据《胶东经济圈一体化发展规划》)"])
def test_where_a_fact_is_from_is_no_source_of_the_article(line: str, toolkit: jdc.Toolkit) -> None:
    assert line in one_article(f"{HEAD}{TEXT}{line}\n{MORE}{LAST}{CREDIT}", toolkit).text


def test_a_shop_that_sells_one_product_is_no_article(toolkit: jdc.Toolkit) -> None:
    page = (
        "首页 > 商品分类 > 枸杞\n中宁特级免洗枸杞 250g×2罐\n市场价:￥98.00\n促销价:￥59.90\n商品编号:QX-250\n加入购物车\n商品介绍\n"
        "宁夏中宁,黄河与清水河交汇之地,昼夜温差大,日照足,种枸杞已有六百年。\n头茬果采自每年6月下旬,粒大、肉厚、籽少,泡水不浮不沉。\n"
        "商品评价(37)\n"
    )
    assert jdc.clean(page, toolkit=toolkit).articles == ()


def test_the_buttons_around_the_title_of_a_thread_are_no_part_of_it(toolkit: jdc.Toolkit) -> None:
    page = (
        "相城论坛 › 民生 › 查看内容\n[城市话题] 淮北到萧县要通公交了?记者实地跑了一趟 [复制链接]\n"
        "发表于 2019-3-12 08:21:00 | 只看该作者\n"
        "在杜集区与萧县交界处的张庄路口,一块蓝底白字的候车牌已经立起来了,牌上的班次还空着。\n"
        "昨天下午,淮北市公交公司运营部负责人证实,淮萧1路确在筹备,预计五月开通,票价三元。\n"
    )
    (article,) = jdc.clean(page, toolkit=toolkit).articles
    assert article.headline == "淮北到萧县要通公交了?记者实地跑了一趟"


def test_an_endless_page_goes_on_with_the_next_article(toolkit: jdc.Toolkit) -> None:
    comments = "热门评论\n汊河小超人:末班车能不能延到11点半\n1天前 安徽\n查看全部36条评论\n下一条\n"
    following = (
        "合六同城化提速:首条城际轨道敲定走向\n合肥晚报 2024-05-20 21:40 1.6万阅读\n"
        "昨日,记者从合肥市发改委获悉,合肥至六安的铁路可行性研究报告通过专家评审,全长约六十公里,设站十三座,总投资两百亿元。\n"
        "合肥、六安地缘相近,省道把两城连在一起,一带早有走廊之称,两市居民往来频繁,每天早晚都有上万人坐大巴往返通勤。\n"
    )
    first = (
        "这座小城早上有两万人出省上班\n安徽头条 2024-05-21 09:12\n"
        "早上六点五十分,滁州市来安县汊河镇的相官站,第一班列车驶出站台,车上坐满了去南京上班的人。\n"
        "这趟车开往南京北站,全程三十二分钟,票价五元,每天往返八十班。\n"
    )
    found = jdc.clean(first + comments + following, toolkit=toolkit).articles
    assert [(one.headline, one.outlet) for one in found] == [
        ("这座小城早上有两万人出省上班", "安徽头条"),
        ("合六同城化提速:首条城际轨道敲定走向", "合肥晚报"),
    ]
    # A player can stand between its time and its text.
    following = following.replace(
        "合肥晚报 2024-05-20 21:40 1.6万阅读\n", "来源:合肥晚报 2024-05-20 21:40\n听新闻 00:00 / 01:36\n"
    )
    found = jdc.clean(first + comments.replace("下一条", "继续阅读下一篇") + following, toolkit=toolkit).articles
    assert [one.headline for one in found][1:] == ["合六同城化提速:首条城际轨道敲定走向"]
    # A comment below a time is none.
    replies = (
        "汊河老王 2024-05-20 21:40\n"
        + "末班车要是能延到十一点半就好了,我们厂里加班的人多得很,每天都赶不上,打车回家要四十块钱。\n" * 2
    )
    assert len(jdc.clean(first + comments + replies, toolkit=toolkit).articles) == 1


def test_the_source_behind_the_text_names_its_reporters(toolkit: jdc.Toolkit) -> None:
    page = (
        "长株潭三十一项便民举措年内落地\n2022-08-19\n早上在株洲吃粉,上午到长沙上班,晚上回湘潭陪爸妈漫步,这是三市居民如今的一天。\n"
        "下一步将按月调度、按季通报,保证三十一项便民举措年内全部落地。(来源:湖南日报 记者 邓晶琎 通讯员 贺旭艳)\n"
    )
    (article,) = jdc.clean(page, toolkit=toolkit).articles
    assert article.outlet == "湖南日报"
    assert [(one.name, one.role) for one in article.byline] == [("邓晶琎", "reporter"), ("贺旭艳", "correspondent")]
    assert article.text.endswith("全部落地。")


def test_a_line_above_the_file_of_a_picture_is_its_caption(toolkit: jdc.Toolkit) -> None:
    page = (
        "五校讲解队走进珲春口岸\n发布日期:2023-10-20 来源:东语学院\n"
        "14日清晨,长岭子口岸还没开闸,俄语专业学生韩雪已经站在了候检厅。\n"
        "学生用俄语为过境旅客指引通道\nDSC_0417.JPG\n在防川景区,朝鲜语专业师生对照实景,重新核对了双语说明牌,改正了十一处译名,还录下了三段讲解的声音,供游客扫码来听。\n"
    )
    (article,) = jdc.clean(page, toolkit=toolkit).articles
    assert article.captions == ("学生用俄语为过境旅客指引通道",)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("西安地铁1号线三期列车驶入秦都站", True),
        ("施工中的运河河道", True),
        ("游客品尝特级初榨橄榄油", True),
        ("第三次联席会议会场", True),
        ("同城化驶入快车道", False),
        ("建设世界一流强港", False),
        ("市民乘坐更方便", False),
    ],
)
def test_a_line_between_two_paragraphs_that_says_what_is_to_be_seen(
    line: str, shown: bool, toolkit: jdc.Toolkit
) -> None:
    first, rest = TEXT.split("\n", 1)
    article = one_article(f"{HEAD}{first}\n{line}\n{rest}{CREDIT}", toolkit)
    assert (line in article.captions) is shown
    assert (line in article.text) is not shown


def test_the_word_that_stands_for_a_picture_is_neither_text_nor_caption(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}图片\n{MORE}{LAST}{CREDIT}", toolkit)
    assert (record.captions, record.text) == ((), f"{TEXT}{MORE}{LAST}".strip())


def test_who_explains_a_document_stands_at_its_end(toolkit: jdc.Toolkit) -> None:
    sections = "".join(
        f"{number}、第{number}条怎么理解?\n第{number}条与民法典衔接,规定以单元为单位,由面积和人数占比三分之二以上的业主参与表决。\n"
        for number in "一二三四"
    )
    contact = "解读机关:青岛市住房和城乡建设局房屋安全管理科\n联系电话:0532-88261109\n"
    record = one_article(
        f"{HEAD}{TEXT}{sections}{contact}打印本文 关闭窗口\n主办单位:青岛市住房和城乡建设局\n", toolkit
    )
    assert record.text.endswith(contact.strip())


def test_the_foot_of_a_site_behind_the_comments_is_no_comment(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}{MORE}{LAST}网友评论\n胶东小王:盼了十年。\n关于我们\n隐私政策\n广告服务\n"
    labels = {one.block.text: one.label.value for one in jdc.clean(page, toolkit=toolkit).blocks}
    assert labels["胶东小王:盼了十年。"] == "comments"
    assert labels["关于我们"] == labels["隐私政策"] == "footer"


def test_a_line_of_thousands_of_names_in_brackets_ends_no_page(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}{LAST.strip()}{'(记者 王立)' * 3000}\n{MORE}{CREDIT}", toolkit)
    assert (record.headline, LAST.strip() in record.text) == ("青岛与烟台携手共建海洋经济", True)


def test_the_title_of_an_explanation_can_be_the_headline(toolkit: jdc.Toolkit) -> None:
    head = "首页 > 政务公开 > 政策解读\n【图解】一图看懂海洋经济五年成绩单\n2021-07-02 来源:青岛日报\n"
    page = f"{head}{TEXT}{MORE}打印本页 关闭窗口\n"
    assert one_article(page, toolkit).headline == "【图解】一图看懂海洋经济五年成绩单"


REST = (
    "威海文登的渔民把刀鱼装进冷藏箱,两个小时就到了济南的市场,运费比往年少了三成。\n"
    "日照的茶农告诉记者,采茶的季节雇工不好找,今年从临沂请来三十个人,包吃包住。\n"
    "一位研究区域经济的教授说,城市之间少不了竞争,要紧的是有一本算得清的账。\n"
    "他还说,税收怎么分,公共服务怎么担,都要写进章程,不能只写在墙上。\n"
    "泰安的一家农机厂把仓库搬到了港区,老板算过,一年省下的钱够再雇八个工人,可是工人们嫌远,只有两个愿意跟着去。\n"
)


@pytest.mark.parametrize(
    "box",
    [
        "延伸阅读\n济南都市圈四年 成色几何\n限购全面松绑 买家未见回流\n",
        "更多相关故事\n规划纲要说了什么,没说什么\n从空中看跨海大桥\n赌场里的打工者\nEnd of 更多相关故事\n",
    ],
)
def test_a_text_goes_on_below_a_box_of_links(box: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}{box}{REST}{CREDIT}", toolkit).text == f"{TEXT}{REST}".strip()


def test_keywords_one_a_line_stand_below_the_buttons(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}{CREDIT}告诉朋友\n打印\n青岛\n烟台\n海洋产业\n0 条评论\n"
    assert one_article(page, toolkit).tags == ("青岛", "烟台", "海洋产业")


def test_a_board_of_a_forum_holds_no_article(toolkit: jdc.Toolkit) -> None:
    page = (
        "胶东论坛\n首页 » 论坛 › 拼车\n胶东拼车 今日: 37 |主题: 8420|排名: 4\n收藏本版 (126) |订阅\n版主: 海鸥, 小嵩\n"
        "本版公告:发布拼车信息请到子版,违者删帖。\n隐藏置顶帖\n[讨论] 城际公交到底从哪里进城?说说你的看法 海鸥 2013-10-28 09:02\n"
        "[求助] 青岛公交卡在烟台能刷吗 小嵩 2013-10-27 21:15\n快速发帖\n"
    )
    assert jdc.clean(page, toolkit=toolkit).articles == ()


def test_an_offer_in_the_yellow_pages_is_no_article(toolkit: jdc.Toolkit) -> None:
    page = (
        "黄页网 > 青岛物流\n青岛到烟台物流专线 天天发车\n价格:面议\n起订:不限\n查看电话\n立即询价\n产品详情\n"
        "青岛某某物流公司成立于2006年,主营青岛至烟台、威海整车零担运输,自有车辆三十多台,价格优惠。\n"
        "公司优势:上门提货,货到付款,全程定位,代办保险。\n企业认证\n主营产品:物流专线\n"
    )
    assert jdc.clean(page, toolkit=toolkit).articles == ()


def test_titles_that_their_teasers_repeat_are_a_list(toolkit: jdc.Toolkit) -> None:
    titles = ["图书馆延长开放时间", "秋粮收购价格平稳", "古城墙修缮进入收尾", "樱桃上市每斤十二元"]
    rows = (
        f"2021-06-0{day}\n{title}\n{title}。近日,记者从有关部门了解到,相关工作正在有序推进,市民可以放心。\n"
        for day, title in enumerate(titles, 1)
    )
    assert jdc.clean("清源新闻网\n首页 > 民生\n" + "".join(rows), toolkit=toolkit).articles == ()


def test_the_name_of_an_account_is_no_kicker(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"青岛市潮州商会\n{HEAD}{TEXT}{CREDIT}青岛市潮州商会\n地址:市南区太平路8号\n", toolkit)
    assert (record.kicker, record.headline) == (None, "青岛与烟台携手共建海洋经济")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("1.6万阅读", "meta"),
        ("关注我们", "widget"),
        ("图像来源,GETTY IMAGES", "caption"),
    ],
)
def test_lines_between_head_and_text(line: str, label: str, toolkit: jdc.Toolkit) -> None:
    result = jdc.clean(f"{HEAD}{line}\n{TEXT}{CREDIT}", toolkit=toolkit)
    assert [one.label for one in result.blocks if one.block.text == line] == [label]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("洛南县 教师 郭 芸", [("郭 芸", "author")]),
        ("易 歆(里昂)", [("易 歆", "author")]),
        ("读者 陈玉兰(曼哈顿下东城)", [("陈玉兰", "author")]),
        ("西北区读者 龚太", [("龚太", "author")]),
        (".穆青河.", [("穆青河", "author")]),
        ("刘叙白 著", [("刘叙白", "author")]),
        ("专栏:林间", [("林间", "author")]),
        ("(指导教师:蒋桂芳)", [("蒋桂芳", "contributor")]),
        ("(记者彭筱芸、摄影陈冠霖)", [("彭筱芸", "reporter"), ("陈冠霖", "photographer")]),
        ("记者:乔振宇 尚义台 武艳霞", [("乔振宇", "reporter"), ("武艳霞", "reporter")]),
        (
            "本报记者 罗 海 锋 陈露 冯 麟 通讯员 简 胜",
            [("罗 海 锋", "reporter"), ("陈露", "reporter"), ("冯 麟", "reporter"), ("简 胜", "correspondent")],
        ),
        ("本报记者 王 立 李 强", [("王 立", "reporter"), ("李 强", "reporter")]),
        ("记者 李 明 文 李 强 图", [("李 明", "reporter"), ("李 强", "photographer")]),
        ("记者 张 文 江 李 明", [("张 文 江", "reporter"), ("李 明", "reporter")]),
        ("记者 罗 海 峰 李 小 明", [("罗 海 峰", "reporter"), ("李 小 明", "reporter")]),
        ("记者 王 强 季 小 明 报 道", None),
        ("记者蔡维斌/特写", [("蔡维斌", "reporter")]),
        ("第一章 总 则", None),
        ("最新 公 告", None),
        ("通知 简 介", None),
    ],
)
def test_names_by_the_form_of_their_line(line: str, names: list[tuple[str, str]] | None, toolkit: jdc.Toolkit) -> None:
    byline = read_byline(line, toolkit.lexicon, bare=True)
    assert (byline and [(line[one.start : one.end], one.role) for one in byline.names]) == names


@pytest.mark.parametrize(
    "text",
    [
        # A reference to another page of the paper is no wall.
        "市政府公布了支持企业发展的八条措施,涉及税费减免和融资支持。\n(八条措施详见4版)\n企业负责人表示,措施含金量高,将抓住机遇转型升级。\n",
        # An office announces, a paper corrects itself.
        "青岛市中级人民法院公告:即日起,全市法院全面推行网上立案,当事人可以通过手机提交材料。\n"
        "敬告读者:本报昨日刊登的消息有误,现予更正,给您带来不便,深表歉意。\n",
        # A report quotes what a seller says of a machine.
        "本报讯 秋收临近,二手农机市场走热,记者走访平度大市场,看到农户络绎不绝。\n一台拖拉机的信息牌上这样写着:\n马力:120\n"
        "成色:八成新\n手续:齐全\n¥68000\n市场负责人介绍,今年成交量同比增长三成,价格便宜一半以上,很受农户欢迎。\n",
        # The last paragraph of a page that has a weekday speaks of supply and power.
        "青岛港口一季度吞吐量增长百分之六,集装箱吞吐量再创历史新高,航线增至两百条。\n"
        "入夏以来,三峡电站三十四台机组全部并网运行,日均向华东供应清洁电能超过四亿千瓦时,有力缓解当地用电紧张。\n",
    ],
)
def test_text_that_reads_like_furniture_is_kept(text: str, toolkit: jdc.Toolkit) -> None:
    head = HEAD.replace("11:05 来源", "11:05 星期五 来源")
    assert one_article(f"{head}{text}{CREDIT}", toolkit).text == text.replace("(八条措施详见4版)\n", "").strip()


def test_an_agency_that_got_a_letter_opens_a_sentence(toolkit: jdc.Toolkit) -> None:
    part = "路透社获得的电子邮件显示,公司高管已经通知员工停止项目,零部件供应商也收到了暂停开发的通知。\n"
    record = one_article(f"{HEAD}{TEXT}低价车为何被弃\n{part}{CREDIT}", toolkit)
    assert record.text == f"{TEXT}低价车为何被弃\n{part}".strip()
    assert record.dateline is None


@pytest.mark.parametrize(
    "names",
    [
        ("张明(青岛大学)", "李强(鲁东大学)", "王丽(烟台大学)"),
        ("楼上住户 王女士", "楼下住户 李先生", "对门住户 张女士"),
        ("张 明(青岛)", "李 强(烟台)", "王 丽(威海)"),
    ],
)
def test_people_who_head_the_parts_of_a_text_are_no_authors(names: tuple[str, ...], toolkit: jdc.Toolkit) -> None:
    parts = [line for pair in zip(names, TEXT.splitlines(), strict=True) for line in pair]
    record = one_article(f"{HEAD}{MORE}" + "\n".join(parts) + f"\n{CREDIT}", toolkit)
    assert record.byline == ()
    assert record.text == MORE + "\n".join(parts)


def test_an_unreadable_source_hides_no_time(toolkit: jdc.Toolkit) -> None:
    line = "发布时间:2022-06-09 08:41:13 文章来源:襄阳日?qǐng)?bào)"
    record = one_article(f"{HEAD.splitlines()[0]}\n{line}\n{TEXT}{CREDIT}", toolkit)
    assert (record.headline, record.published) == (HEAD.splitlines()[0], "2022-06-09T08:41:13")


@pytest.mark.parametrize("line", ["2023年9月11日 图/网络", "半岛网 2023-09-11 摄影 展览"])
def test_pictures_from_nobody_have_no_author(line: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD.splitlines()[0]}\n{line}\n{TEXT}{CREDIT}", toolkit).byline == ()


@pytest.mark.parametrize(
    "line",
    [
        "邱师傅在铺子里给街坊改裤脚", "两省护林员在盘亭乡界溪村联合巡山", "施工人员吊装钢结构井道",
        "青岛市政务服务中心“三市通办”窗口",
        "“新海越”轮在小铲滩码头装箱。", "11月20日,观光小火车驶过碧色桥。",
    ],
)  # fmt: skip
def test_who_does_what_where_is_a_caption(line: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}{MORE}{line}\n{LONG}{LAST}{CREDIT}", toolkit)
    assert list(record.captions) == [line]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("村民在合作社里当上股东", marks=LIKE_A_CAPTION),
        pytest.param("老人在社区食堂吃上热乎饭", marks=LIKE_A_CAPTION),
        "专家在论坛上热议一体化", "“数字大脑”赋能智慧码头",
        "“小菜园”变身“共富”车间",
        "政务服务大厅设“青烟通办”窗口", "5月6日,首趟中欧班列抵达青岛胶州。", "市民在“15分钟生活圈”里乐享便利。",
    ],
)  # fmt: skip
def test_what_becomes_of_somebody_is_no_caption(line: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}{MORE}{line}\n{LONG}{LAST}{CREDIT}", toolkit)
    assert record.captions == ()
    assert line in record.text


def test_a_caption_stands_below_the_time_of_an_article(toolkit: jdc.Toolkit) -> None:
    line = "施工人员吊装钢结构井道"
    assert list(one_article(f"{HEAD}{line}\n{TEXT}{CREDIT}", toolkit).captions) == [line]


@pytest.mark.parametrize("title", ["青岛港建成全国首条智能生产线", "市民在公园里免费看非遗大戏"])
def test_a_headline_below_time_and_source_is_no_caption(title: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"来源:青岛日报 2021-07-02\n{title}\n{TEXT}{CREDIT}", toolkit).headline == title


def test_what_is_shown_on_the_last_line_of_a_page(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}来源:大众网\n工作人员正在码头检修桥吊", toolkit).text == TEXT.strip()


def test_a_picture_story_has_a_caption_for_each_short_sentence(toolkit: jdc.Toolkit) -> None:
    captions = ["分拣台上的黄颡鱼按大小被分到四个筐里。", "清晨六点,最后一批三轮车驶出市场,环卫工开始冲洗地面。"]
    title = "组图:凌晨四点的鱼市,一座江城最早醒来的地方"
    text = f"{LONG}{captions[0]}\n{MORE}{captions[1]}\n{LONG.replace('为了', '只为')}"
    page = f"{title}\n2021-07-02 11:05 来源:青岛日报\n{text}{CREDIT}"
    assert list(one_article(page, toolkit).captions) == captions


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("青岛港新增外贸航线八条 两市往来更快\n北海岸新闻网\n2024-01-06 09:12\n", "北海岸新闻网"),
        ("青岛港新增外贸航线八条 两市往来更快\n青岛市发展和改革委员会\n2024-01-06 09:12\n", "青岛市发展和改革委员会"),
        ("青岛港新增外贸航线八条 两市往来更快\n潮新闻\n关注\n2024-01-06 09:12 发布于浙江\n", "潮新闻"),
        ("青岛港新增外贸航线八条 两市往来更快\n09:12 2024/01/06\n半岛晨报\n陈曼侬\n", "半岛晨报"),
    ],
)
def test_an_outlet_alone_beside_the_time(head: str, outlet: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{head}{TEXT}{MORE}{CREDIT}", toolkit)
    assert (record.headline, record.outlet) == ("青岛港新增外贸航线八条 两市往来更快", outlet)
    assert [one.name for one in record.byline] == (["陈曼侬"] if "陈曼侬" in head else [])


@pytest.mark.parametrize(
    "line",
    [
        "区域性国际航运中心",
        "奋力开创改革开放新格局",
        "加快建设国际消费中心",
        "织密社区养老服务网",
        "打造北方国际物流枢纽中心",
    ],
)
def test_a_line_of_a_head_is_no_outlet(line: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"青岛西海岸新区加快建设\n{line}\n2023-05-04 10:20\n{TEXT}{MORE}{CREDIT}", toolkit)
    assert record.outlet is None
    assert line in (record.headline or "")


def test_titles_of_other_news_above_the_headline_are_links(toolkit: jdc.Toolkit) -> None:
    news = "快讯/西南风增强 北部四县大雨特报\n国中会考放榜 这两校门槛再升\n轻台生成机率高 最新预测路径曝光\n"
    record = one_article(f"{news}{HEAD}{TEXT}{MORE}{CREDIT}", toolkit)
    assert (record.headline, record.kicker) == (HEAD.splitlines()[0], None)


@pytest.mark.parametrize("line", ["“起——龙——咯!”", "“医生,我爸的手能动了!”"])
def test_a_shout_in_quotes_is_text(line: str, toolkit: jdc.Toolkit) -> None:
    assert f"\n{line}\n" in one_article(f"{HEAD}{TEXT}{MORE}{line}\n{LONG}{CREDIT}", toolkit).text


def test_a_topic_with_lists_and_an_introduction_holds_no_article(toolkit: jdc.Toolkit) -> None:
    titles = "云和木玩搭上跨境快车 港口来接\n2022-05-27\n从输血到造血:一座飞地产业园\n2022-05-25\n"
    page = f"青岛网 > 专题\n山海情——山海协作二十年大型报道\n{MORE}最新报道\n更多>>\n{titles}结对故事\n更多>>\n{titles}"
    assert jdc.clean(page, toolkit=toolkit).articles == ()


def test_the_prices_of_a_report_make_no_shop_of_it(toolkit: jdc.Toolkit) -> None:
    prices = "大白菜\n¥1.20/斤\n黄瓜\n¥2.80/斤\n西红柿\n¥3.50/斤\n土豆\n¥1.90/斤\n"
    assert one_article(f"{HEAD}{TEXT}{prices}{MORE}{CREDIT}", toolkit).headline == HEAD.splitlines()[0]


def test_a_page_with_price_lot_and_place_sells_something(toolkit: jdc.Toolkit) -> None:
    page = "首页 供应 求购\n聚氨酯冷库板 厂家直供\n¥78.00 /平方米\n起订量 ≥50平方米\n发货地 河南郑州\n查看联系方式\n"
    page += "产品参数\n品牌 豫冷\n产品详情\n"
    page += "冷库板以硬质聚氨酯为芯材,导热系数低,保温性能好,广泛用于保鲜库和速冻库。\n该公司的其他产品\n冷库门\n"
    assert jdc.clean(page, toolkit=toolkit).articles == ()


def test_the_last_hours_of_a_table_are_cells(toolkit: jdc.Toolkit) -> None:
    table = "序号\n起点\n终点\n首班\n末班\n1\n青岛站\n莱西站\n07:05\n18:25\n2\n即墨站\n平度站\n07:20\n18:40\n"
    assert one_article(f"{HEAD}{TEXT}{table}{MORE}{CREDIT}", toolkit).text.splitlines()[-2] == "18:40"


def test_lines_of_a_feed_may_end_in_the_account(toolkit: jdc.Toolkit) -> None:
    line = "红星新闻 2023-11-02 18:21 发布于四川 成都商报红星新闻官方账号"
    record = one_article(f"{HEAD.splitlines()[0]}\n{line}\n{TEXT}{CREDIT}", toolkit)
    assert (record.outlet, record.published) == ("红星新闻", "2023-11-02T18:21")


@pytest.mark.parametrize(
    "line",
    [
        "本专场招聘会由青岛市人社局主办",
        pytest.param("国家文物局 山东省人民政府 青岛市人民政府", marks=LIKE_A_CAPTION),
        pytest.param("推荐阅读的书目共二十种", marks=pytest.mark.xfail(reason="taken for a link by its words")),
    ],
)
def test_lines_that_only_look_like_furniture_are_kept(line: str, toolkit: jdc.Toolkit) -> None:
    assert line in one_article(f"{HEAD}{TEXT}{MORE}{line}\n{LONG}{LAST}{CREDIT}", toolkit).text


def test_a_brief_between_lists_that_is_signed_is_an_article(toolkit: jdc.Toolkit) -> None:
    lists = "最新报道\n更多>>\n云和木玩搭上跨境快车 港口来接\n专题\n更多>>\n从输血到造血:一座飞地产业园\n"
    brief = f"山海协作二十年成果展开幕\n记者 王立\n本报讯 {MORE}"
    assert jdc.clean(f"青岛网 > 新闻\n{brief}{lists}", toolkit=toolkit).articles != ()


def test_a_head_of_three_lines_with_a_dash_is_no_list_of_news(toolkit: jdc.Toolkit) -> None:
    lines = ["春风又绿江南岸水更清", "一池碧水润万家人更欢", "——青岛、烟台两市签署合作协议共建海洋产业纪实"]
    page = "\n".join(lines) + f"\n2021-07-02 11:05 来源:青岛日报\n{TEXT}{MORE}{CREDIT}"
    record = one_article(page, toolkit)
    assert record.headline in lines[:2]
    assert record.subtitle == lines[2]


@pytest.mark.parametrize(
    "outlet", ["新华社", "烟台高新区管委会", "建德市人民政府", "市政务服务中心", "武汉交通网", "建湖新闻网"]
)
def test_any_outlet_or_office_stands_beside_the_time(outlet: str, toolkit: jdc.Toolkit) -> None:
    page = f"青岛与烟台携手共建海洋经济\n{outlet}\n2021-07-02 11:05\n{TEXT}{MORE}{CREDIT}"
    assert one_article(page, toolkit).outlet == outlet


@pytest.mark.parametrize("line", ["延伸阅读服务触角 打通胶东文化惠民最后一公里", "推荐阅读书单发布 陪你度过书香胶东"])
def test_a_headline_about_reading_is_no_link(line: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{line}\n2021-07-02 11:05 来源:青岛日报\n{TEXT}{MORE}{CREDIT}", toolkit).headline == line


def test_names_before_a_picture_credit_are_a_byline(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}王小明 李思思 张海涛 图/岳鹏\n{TEXT}{MORE}{CREDIT}", toolkit)
    assert [one.name for one in record.byline] == ["王小明", "李思思", "张海涛", "岳鹏"]


def test_the_first_line_of_a_column_is_no_row_of_menu_words(toolkit: jdc.Toolkit) -> None:
    column = (
        "胶东经济圈一体化发展提速,青岛、烟台、威\n海、潍坊、日照五市在交通、医疗、文旅等领\n域签署合作协议,居民看病可以异地直接结\n"
        "算,公交卡也能在五座城市互通互用。\n据青岛市发展和改革委员会介绍,五市已建\n立联席会议制度,定期会商跨市合作项目,\n"
        "今年将再推出一批便民利企的举措,由五市\n轮流牵头,每个季度公布一次进展情况。\n"
    )
    text = one_article(f"{HEAD}{column}{CREDIT}", toolkit).text
    assert "胶东经济圈一体化发展提速,青岛、烟台、威" in text


def test_the_hours_of_a_timetable_are_cells(toolkit: jdc.Toolkit) -> None:
    rows = "D6051\n青岛\n烟台\n08:15\nD6053\n青岛\n威海\n09:20\nD6055\n烟台\n日照\n10:30\n"
    text = one_article(f"{HEAD}{TEXT}车次\n始发\n终点\n开点\n{rows}{LONG}{MORE}{CREDIT}", toolkit).text
    assert rows in text
