"""Shapes that real pages have and no page had that was written for the purpose: each is small, and says what must come of it."""

import pytest
from test_shapes import CREDIT, HEAD, TEXT, one_article

import jiaodong_corpus as jdc
from jiaodong_corpus.lines import read_dateline, read_fields
from jiaodong_corpus.times import iso_time

OTHER = (
    "巨峰镇的茶园里,采茶工人正忙着采摘今年的头茬春茶。\n当地建起了二十家茶厂,带动三万农户增收。\n"
    "茶厂厂长说,今年的订单已经排到了秋天,工人不够用。\n"
)


def labels(page: str, toolkit: jdc.Toolkit) -> dict[str, str]:
    return {one.block.text: one.label.value for one in jdc.clean(page, toolkit=toolkit).blocks}


def test_teasers_cut_at_one_length_are_no_wrapped_text(toolkit: jdc.Toolkit) -> None:
    titles = ("高铁开通那天的早晨", "老码头的最后一班船", "谁来为断头路买单", "两座城的一张社保卡", "海边的第三条地铁")
    sentence = (
        "记者从会上获悉。今年以来,五市在交通、产业、民生等方面推进了一批项目,群众办事不用再两头跑,投资也少了周折,还将"
    )
    page = "".join(f"{title}    2016.2.2{place}\n  {title[:4]}的{sentence}\n" for place, title in enumerate(titles))
    assert jdc.clean(page, toolkit=toolkit).articles == ()


def test_a_teaser_that_opens_with_its_title_is_a_link(toolkit: jdc.Toolkit) -> None:
    teasers = "".join(
        f"-\n{title}\n{title} {title},据报当时有数十人在场,无人受伤,有关部门正在跟进,详情容后公布…\n2022-12-260 48 0 -\n"
        for title in ("荃湾一名女工被机器夹伤送院", "潘志坚指参赛作品水准超乎预期")
    )
    assert one_article(f"{HEAD}{TEXT}来源:香港电台\n相关推荐\n{teasers}", toolkit).text == TEXT.strip()


def test_two_paragraphs_that_stand_twice_in_a_row_are_a_second_copy(toolkit: jdc.Toolkit) -> None:
    twice = "".join(TEXT.splitlines(keepends=True)[1:])
    assert one_article(f"{HEAD}{TEXT}建立时间 14:26\n{twice}", toolkit).text == TEXT.strip()


def test_answers_in_a_thread_are_comments(toolkit: jdc.Toolkit) -> None:
    answers = (
        "夏格庄的风\n沙发\n发表于 2022-7-11 21:02:10 来自手机 | 只看该作者\n7路车我坐过,就是晚上收车太早,6点就没了\n"
        "lyjerry\n板凳\n发表于 2022-7-12 08:15:44 | 只看该作者\n莱阳人路过,低保那块说得在理。大家都盼着早点通。\n"
    )
    post = "莱西论坛»莱西杂谈›两座城的桥\n两座城的桥\n[复制链接]\n洙河老郝\n发表于 2022-7-11 20:46:53 | 只看该作者 | 倒序浏览\n"
    page = post + TEXT + answers
    assert one_article(page, toolkit).text == TEXT.strip()
    assert labels(page, toolkit)["莱阳人路过,低保那块说得在理。大家都盼着早点通。"] == "comments"


@pytest.mark.parametrize("jam", ["0 X8 ?: N$ y0 G5 ]5 B5 u0 F. w", "_ y^ v| T. G) S", "\" i# C7 e{ ;| /5 i? C' s"])
def test_the_jammer_of_a_forum_goes_from_the_head_of_a_line(jam: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{jam}{TEXT}", toolkit).text == TEXT.strip()


@pytest.mark.parametrize("line", ["A4 B5 C6 D7 四种纸都有货。", "Tom and I 都来了。"])
def test_what_a_line_opens_with_is_kept(line: str, toolkit: jdc.Toolkit) -> None:
    assert line in one_article(f"{HEAD}{TEXT}{line}\n", toolkit).text


@pytest.mark.parametrize(
    ("printed", "iso"), [("104-07-09", "2015-07-09"), ("112/07/29", "2023-07-29"), ("1040-07-09", None)]
)
def test_years_of_the_republic_in_figures(printed: str, iso: str | None) -> None:
    assert iso_time(printed) == iso


def test_source_and_hour_belong_to_the_line_above_them(toolkit: jdc.Toolkit) -> None:
    page = (
        "多路封闭!罕见大暴雪还要下?千万别觉得离你还很远(组图)\n"
        "新闻来源: 民生直播间/江南报 于2021-01-08 8:27:46  提示:新闻观点不代表本网立场\n"
        f"青岛烟台海洋产业合作组图直击签约现场\n{TEXT}"
    )
    assert one_article(page, toolkit).headline == "多路封闭!罕见大暴雪还要下?千万别觉得离你还很远(组图)"


def test_what_others_reported_begins_no_article(toolkit: jdc.Toolkit) -> None:
    report = (
        "据央视新闻客户端消息,7月12日19时40分,江西省九江市永修县三角联圩新建区出现溃堤险情,2.6万余名群众受到影响。\n"
    )
    assert len(jdc.clean(f"{HEAD}{TEXT}西岸:九江市永修县\n{report}{CREDIT}", toolkit=toolkit).articles) == 1


def test_an_article_with_source_and_hour_is_no_list(toolkit: jdc.Toolkit) -> None:
    teasers = "".join(
        f"{title}\n今天是节前最后一个交易日,持股还是持币过节又成为投资者的问题…\n2019-09-30 0{hour}:14\n"
        for hour, title in enumerate(
            ["黄金周后市场怎么走", "境外资金进入境内市场", "大油田的消息传来以后", "金融股权又见大笔划转"]
        )
    )
    first = TEXT.splitlines(keepends=True)[0]
    assert one_article(f"{HEAD}{first}为你推荐\n{teasers}", toolkit).text == first.strip()


def test_a_corner_of_pictures_is_photo_items(toolkit: jdc.Toolkit) -> None:
    places = ("学府路与向阳路", "人民路与广济路", "胜利街与中山路")
    items = "".join(
        f"{title}\n10月12日,老城区{place}交叉口,有人把东西堆在路边,占了盲道,行人只好绕着走。晚报记者 纪小川 摄\n"
        for title, place in zip(("共享单车又堆山", "电话亭撤了桩还在", "蜘蛛网悬在半空"), places, strict=True)
    )
    found = jdc.clean(items, toolkit=toolkit).articles
    assert [one.kind for one in found] == ["photo"] * 3
    assert [one.headline for one in found] == ["共享单车又堆山", "电话亭撤了桩还在", "蜘蛛网悬在半空"]


def test_a_company_that_greets_its_visitors_tells_of_itself(toolkit: jdc.Toolkit) -> None:
    page = (
        "您好,PVOC,PVOC认证,欢迎访问宁波启衡检测技术有限公司官方网站!\nKEBS认证简介\n"
        "KEBS是肯尼亚国家标准局的缩写,负责为所有进口的产品制定国家标准,没有证书的产品会被口岸海关罚款。\n"
        "从2021年起,所有申请将全部在系统提交,每个批次的二维码都要上传。\n"
    )
    assert jdc.clean(page, toolkit=toolkit).articles == ()
    assert len(jdc.clean(page.replace("KEBS认证简介\n", HEAD), toolkit=toolkit).articles) == 1


def test_words_between_two_commas_are_no_part_of_the_sentence(toolkit: jdc.Toolkit) -> None:
    words = ("影印租赁", "到府清洗", "货运行")
    pieces = ("文化馆年初在乡里试开小书屋,", ",内容有故事和老照片,", ",老人和孩子都爱来,", ",让乡亲们坐下来读一读。")
    lines = "\n".join(one for pair in zip(pieces, (*words, ""), strict=True) for one in pair)
    page = f"{HEAD}{TEXT}{lines}{CREDIT}"
    text = one_article(page, toolkit).text
    assert not any(word in text for word in words)
    assert {labels(page, toolkit)[word] for word in words} == {"spam"}


def test_a_link_between_two_clauses_is_kept(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}受此消息影响,\n青岛港\n,日照港今天开盘上涨,两市成交比昨天多一成。\n{CREDIT}"
    assert labels(page, toolkit)["青岛港"] != "spam"


def test_a_line_of_metadata_that_lost_its_spaces(toolkit: jdc.Toolkit) -> None:
    page = f"青岛与烟台携手共建海洋经济\nm.example.com?2010-03-18 09:24? 曹树森?来源:南粤晨报    我来说两句\n{TEXT}"
    record = one_article(page, toolkit)
    assert (record.published, record.outlet) == ("2010-03-18T09:24", "南粤晨报")


def test_line_breaks_that_a_dump_kept_part_a_line(toolkit: jdc.Toolkit) -> None:
    lines = TEXT.splitlines()
    page = f"{HEAD}第5版(国际)<br/><br/>  {'<br/><br/>'.join(lines)}\n{CREDIT}"
    result = jdc.clean(page, toolkit=toolkit)
    assert result.articles[0].text.splitlines() == lines


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        (
            "大江日?qǐng)?bào)雲(yún)陵4月15日電,春茶上市量增兩成,茶農(nóng)忙著采摘,合作社加開(kāi)了三班車(chē)。",
            "大江日报",
        ),
        (
            "人民日?qǐng)?bào)社會(huì)責(zé)任報(bào)告發(fā)布,五市共建海洋產(chǎn)業(yè),群眾得到實(shí)惠。",
            "人民日报社会责任报告",
        ),
    ],
)
def test_readings_pushed_into_both_bytes_of_a_character(damaged: str, whole: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT}{damaged}\n", toolkit)
    assert whole in record.hans.text


@pytest.mark.parametrize("line", ["記者黃文樹∕市政中心報導", "文∕圖 記者盧萍儀"])
def test_the_slash_of_papers_of_taiwan(line: str, toolkit: jdc.Toolkit) -> None:
    text = (
        "十月的下營,田裡的豆莢由綠轉黑。七十三歲的農友彎下腰,抓一把豆株在耳邊搖。\n"
        "農會將於十一月在故事館舉辦黑豆節,除了自採黑豆,還有限量便當。\n"
    )
    assert one_article(f"下營黑豆節 老農教你聽豆莢的聲音\n{line}\n{text}", toolkit).byline


def test_whom_to_call_about_a_notice_is_of_it(toolkit: jdc.Toolkit) -> None:
    contacts = "受理地址:重庆市万州区玉龙路199号1412室\n联系电话:023-58368027(经济发展局)\n电子邮箱:wz@example.com\n"
    page = (
        "关于2022年度培育企业名单的公示\n各有关单位:\n经企业申报、专家评审,拟认定以下企业,现予公示,公示期五个工作日。\n"
        f"对公示内容有异议的,请在公示期内书面反映,并提供必要的证明材料。\n{contacts}"
        "附件:1.评审汇总表.xlsx\n万州经济技术开发区管理委员会\n2022年9月14日\n分享:\n打印此页 | 关闭窗口\n"
    )
    assert "电子邮箱:wz@example.com" in one_article(page, toolkit).text


def test_a_page_of_clauses_without_a_mark_has_a_headline(toolkit: jdc.Toolkit) -> None:
    clauses = (
        "三市的掌门人围桌议事\n说说这个先行区\n今年要啃的硬骨头\n6月15日的上午\n先行区的联席会\n召开了第六次会议\n着重讨论了书房的规划\n"
        "书房以三市界碑为圆心\n地跨沙泾和白荡等四个镇\n总面积约28平方公里\n将打造绿色协同的样板间\n这也是江南的水网文化\n"
    )
    title = "三城的书房有多大,澜江云浦禾城轻轨将在这里同台换乘"
    notice = "声明:本网站所提供的信息仅供参考之用,并不代表本网赞同其观点,也不代表本网对其真实性负责。\n"
    record = one_article(f"{title}\n{clauses}{notice}", toolkit)
    assert record.headline == title
    assert record.text.startswith("三市的掌门人")


ITEMS = "".join(
    f"- 寰讯新闻\n- 2025年11月12日\n{title}\n【寰讯新闻】{text}\n"
    for title, text in (
        ("旧楼法团动工之前先开咨询会", "前区议会主席建议旧楼法团动工之前先开三次咨询会,讲清楚工程的范围和标书。"),
        ("屯门垃圾房冒烟约六十人疏散", "屯门有屋苑清晨垃圾房冒烟,无人受伤,保安员巡楼时闻到烧焦的气味后报警。"),
        ("两个屋邨改建住户可延迟搬迁", "屋邨明年底开始改建,八百多户要在十八个月内分三批迁出,住户关注行动不便的人。"),
    )
)


def test_items_of_news_with_a_dateline_each_are_no_teasers(toolkit: jdc.Toolkit) -> None:
    found = jdc.clean(ITEMS, toolkit=toolkit).articles
    assert [one.headline for one in found][1:] == ["屯门垃圾房冒烟约六十人疏散", "两个屋邨改建住户可延迟搬迁"]


def test_a_list_whose_view_is_chosen_holds_no_article(toolkit: jdc.Toolkit) -> None:
    items = "".join(
        f"{title}\n为推动落实规划,当局上周举行{title}的仪式,多个部门派员出席,居民反应热烈。\n"
        for title in ("街巷年画艺术展揭幕典礼", "节能竞赛颁奖典礼举行", "行人天桥升降机启用礼", "灯塔造型装置亮相仪式")
    )
    assert jdc.clean(f"新闻\n显示模式: 网格 列表\n{items}", toolkit=toolkit).articles == ()


@pytest.mark.parametrize(("label", "value"), [("发布时间:", "2024-11-08 15:27"), ("浏览次数:", "143")])
def test_a_label_alone_above_its_value_is_metadata(label: str, value: str, toolkit: jdc.Toolkit) -> None:
    found = labels(f"两地灯饰协会来访五金行业商会\n{label}\n{value}\n{TEXT}", toolkit)
    assert found[label] == found[value] == "meta"


def test_who_visits_whom_is_a_headline(toolkit: jdc.Toolkit) -> None:
    page = f"商会动态\n珠门市灯饰协会来访榕江市五金行业商会\n发布时间:\n2024-11-08 15:27\n{TEXT}"
    assert one_article(page, toolkit).headline == "珠门市灯饰协会来访榕江市五金行业商会"


@pytest.mark.parametrize("line", ["两市将合作,港口和铁路的", "“晚报上面,既有国家大事,也有平民", "跨江桥隧的陆续贯通、"])
def test_the_last_line_of_a_dump_that_was_cut_off_is_text(line: str, toolkit: jdc.Toolkit) -> None:
    assert len(one_article(f"{HEAD}{TEXT}{line}\n", toolkit).paragraphs) == len(TEXT.splitlines()) + 1


@pytest.mark.parametrize("line", ["海岛五日游,立减八百元", "胶东经济圈、青岛港、海洋产业"])
def test_a_last_line_in_other_words_is_no_text(line: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}{line}\n", toolkit).text == TEXT.strip()


def test_names_and_dateline_behind_the_text(toolkit: jdc.Toolkit) -> None:
    last = "为保障公众健康,食环署认为有必要再发出命令,各供应商须在两周内回收。"
    record = one_article(f"{HEAD}{TEXT}{last}(卢晓川、郭晓桐)(人民网香港11月7日电)\n", toolkit)
    assert record.text.endswith(last)
    assert [one.name for one in record.byline] == ["卢晓川", "郭晓桐"]


def test_a_headline_with_what_a_farm_put_behind_it(toolkit: jdc.Toolkit) -> None:
    title = "青岛与烟台携手共建海洋经济"
    assert one_article(f"{title}|上海龙凤419\n2023-08-02 10:15:33\n{title}\n{TEXT}", toolkit).headline == title


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("《 中国青年报 》( 2013年04月27日   04 版)", {"outlet", "published"}),
        ("来源:11月26日《东南每日电讯》", {"outlet"}),
        ("2018-03-23信息快讯网", {"outlet", "published"}),
        ("日期:104-07-09", {"published"}),
        ("来源: 苏康联海门医院(江苏海纺医院)", {"outlet"}),
    ],
)
def test_fields_of_real_pages(line: str, kept: set[str], toolkit: jdc.Toolkit) -> None:
    fields, unread = read_fields(toolkit.scripts.fold(line), toolkit.lexicon)
    assert {one.field for one in fields} == kept
    assert unread <= 2


@pytest.mark.parametrize(
    "opening", ["【枫桥综合报道】周日深夜,约市发生火警,一人烧伤。", "【多伦多讯】市议会昨日通过预算,物业税上调。"]
)
def test_datelines_of_papers_abroad(opening: str, toolkit: jdc.Toolkit) -> None:
    assert read_dateline(toolkit.scripts.fold(opening), toolkit.lexicon)


def test_the_day_of_a_page_is_the_articles_date(toolkit: jdc.Toolkit) -> None:
    page = f"江海日报侨乡版 2015年03月17日 星期二\n我和侨乡版的约定\n林 溯\n{TEXT}"
    assert one_article(page, toolkit).published == "2015-03-17"


def test_a_title_that_calls_and_stands_on_the_page_again_is_no_paragraph(toolkit: jdc.Toolkit) -> None:
    title = '贵州乌岭:苗岭深处,"悬崖路"通啦!'
    page = f"{title}\n5月5日拍摄的盘山公路。新华社记者刘潇摄\n{title}\n{TEXT}"
    assert one_article(page, toolkit).text == TEXT.strip()


def test_titles_behind_the_text_that_end_in_a_question_are_links(toolkit: jdc.Toolkit) -> None:
    titles = (
        "阿布姐探望好友新家只送六颗柚子\n航运股开低走低十档跌逾百分之四\n部落客称隔夜饭有毒被专家纠正 以为没人截图?\n"
    )
    assert one_article(f"{HEAD}{TEXT}广告 更多内容请继续往下阅读\n{titles}", toolkit).text == TEXT.strip()


LOCAL_BRIEFS = {
    "北縣 讀書會員 收舊書送山校": "永和市讀書社四十餘名社員從上週日起挨家收舊書,昨天裝成兩車送往山上的三所小學。",
    "中市 偷鐵新手夜裡 遇上警犬": "二十六歲的工人昨天清晨剪開停工的工地鐵門,先推倒警示燈,驚動隔壁的警犬,當場被捕。",
    "彰化 老水車 重新再轉": "已有八十歲的水車在停轉二十年後整修完成,昨天帶動六座石臼,鄉親圍在圳邊鼓掌叫好。",
}
LOCAL_PAGE = "".join(f"{title}\n{text}\n" for title, text in LOCAL_BRIEFS.items())


def test_titles_that_open_with_their_county_head_an_article_each(toolkit: jdc.Toolkit) -> None:
    records = jdc.clean(LOCAL_PAGE, toolkit=toolkit).articles
    assert {one.headline: one.text for one in records} == LOCAL_BRIEFS


def test_below_a_headline_such_titles_are_headings(toolkit: jdc.Toolkit) -> None:
    assert len(jdc.clean(f"各縣市昨天的三件大事 鄉親拍手\n{LOCAL_PAGE}", toolkit=toolkit).articles) == 1


TEASER = (
    "6月21日,某团队在国家杂粮产业示范园建成首个高寒制种基地。该基地占地八百亩,由三个县共同建设。"
    "团队负责人说,预计九月下旬测产验收,高寒藜麦制..."
)


def test_a_page_with_one_teaser_twice_has_no_article(toolkit: jdc.Toolkit) -> None:
    page = f"某团队建成首个高寒制种基地\n{TEASER}\nlvyewang\n2020-06-22 09:15:38阅读:2074\n{TEASER}\n"
    assert not jdc.clean(page, toolkit=toolkit).articles


def test_paragraphs_that_trail_off_by_themselves_are_text(toolkit: jdc.Toolkit) -> None:
    lines = ["雨下了一夜,我听见瓦上有人走过……", "他说他要回来,在槐花开的时候……", "槐花开了,又落了,门前没有人……"]
    assert one_article("夜雨里等人的村庄和槐花\n" + "\n".join(lines), toolkit).text == "\n".join(lines)


@pytest.mark.parametrize("line", ["【KBTV 梁詠欣報導】", "【星岛日报 梁咏欣 报导】"])
def test_reporters_in_brackets_behind_their_outlet(line: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"屋崙华埠中秋晚会吸引各族裔居民\n{line}\n{TEXT}", toolkit)
    assert [one.name for one in record.byline] == [line[6:9]]


def test_a_disclaimer_behind_the_source_behind_the_text(toolkit: jdc.Toolkit) -> None:
    tail = "来源:云江融媒体中心 作者:麻远舟 编辑:石翠 本文为云江新闻网原创文章,转载请附上原文出处链接和本声明。"
    record = one_article(f"{HEAD}{TEXT.strip()} {tail}\n", toolkit)
    assert record.text == TEXT.strip()
    assert [one.name for one in record.byline] == ["麻远舟"]
