"""Shapes that pages had which nobody had seen: news about notices, calendars, linked names, pictures among articles, blogs."""

import pytest
from test_real_shapes import labels
from test_shapes import HEAD, TEXT, one_article

import jiaodong_corpus as jdc
from jiaodong_corpus.times import iso_time

PARAGRAPHS = TEXT.splitlines()

ABOUT_NOTICES = (
    "海右新报讯(记者 顾一鸣)“本文来自网络,版权归原作者所有,如有侵权请联系本站删除。”这样的声明,"
    "以后在两省的新闻网站上恐怕很难再看到了。",
    "“不少网站以为贴一段版权声明就可以把责任推干净。”华东某高校副教授殷若兰说,是否承担侵权责任,要看平台有没有取得许可,与贴没贴声明无关。",
    "签约媒体当天换签首批授权协议,凡是涉及轨道交通的报道可以先转载、后结算。主办方预计,到明年年底平台登记的作品将超过20万件。",
)


@pytest.mark.parametrize("paragraph", ABOUT_NOTICES)
@pytest.mark.parametrize("place", ["first", "last"])
def test_news_about_notices_is_text(paragraph: str, place: str, toolkit: jdc.Toolkit) -> None:
    lines = [paragraph, *PARAGRAPHS] if place == "first" else [*PARAGRAPHS, paragraph]
    assert paragraph in one_article(HEAD + "\n".join(lines) + "\n", toolkit).text


def test_below_a_subheading_of_that_name_stands_what_somebody_says_of_it(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{PARAGRAPHS[0]}\n免责声明\n{ABOUT_NOTICES[1]}\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n"
    found = labels(page, toolkit)
    assert (found["免责声明"], found[ABOUT_NOTICES[1]]) == ("subheading", "body")


def test_a_notice_of_the_site_is_none_of_the_text(toolkit: jdc.Toolkit) -> None:
    notice = "免责声明:本站转载的文章版权归原作者所有,不代表本站观点,如有侵权请联系我们删除。"
    assert labels(f"{HEAD}{TEXT}{notice}\n", toolkit)[notice] == "disclaimer"


def test_a_document_turns_its_page_amid_a_sentence(toolkit: jdc.Toolkit) -> None:
    text = (
        "通州、武清、廊坊三地地缘相接,人员往来频繁。自三地签订框架协议以来,\n"
        "一体化试点从交通起步,逐渐向教育、医疗、养老、政务等领域一步步延伸,\n"
        "政务服务通办事项增至三百一十二项,累计办理跨区业务五万六千余件之多。\n"
        "教育方面,三地组建了十四个教育共同体,覆盖学校八十六所,教师跟岗交流\n"
        "一千一百余人次;职业院校共建机器\n"
        "第2页 / 共3页\n"
        "人、养老护理等七个实训基地,学生可以跨校选课、学分互认。廊坊一所中学\n"
        "的校长介绍,共同体学校每学期联合教研不少于六次,试题和课件全部都共享。\n"
    )
    assert "共建机器人、养老护理" in one_article(HEAD + text, toolkit).text


def test_the_calendar_of_a_newspaper_leads_to_other_days(toolkit: jdc.Toolkit) -> None:
    rows = ["1 2", "3 4 5 6 7 8 9", "10 11 12 13 14 15 16", "17 18 19 20 21 22 23", "24 25 26 27 28 29 30", "31"]
    page = "2024年3月\n日 一 二 三 四 五 六\n" + "\n".join(rows) + f"\n{HEAD}{TEXT}1 2 3 4 5 下一页\n"
    found = labels(page, toolkit)
    assert {found[row] for row in ("2024年3月", *rows)} == {"nav"}
    assert found["1 2 3 4 5 下一页"] == "pager"


def test_names_of_shares_are_pieces_of_their_paragraph(toolkit: jdc.Toolkit) -> None:
    page = (
        f"{HEAD}{PARAGRAPHS[0]}\n受此消息影响,当日午后港口板块直线拉升,\n海滨港\n(4.02,+3.88%)、\n"
        f"云台集团\n(5.71,+2.15%)涨幅居前。\n{PARAGRAPHS[1]}\n"
    )
    assert "直线拉升,海滨港(4.02,+3.88%)、云台集团(5.71,+2.15%)涨幅居前。" in one_article(page, toolkit).text


def test_a_list_that_a_text_announces_ends_it(toolkit: jdc.Toolkit) -> None:
    rows = "一、年度十佳\n1.荣昌陶—内江甜城二日游\n2.大足石刻—安岳石刻同看\n二、最佳亲子线路\n1.长寿湖—垫江牡丹园\n"
    found = labels(f"{HEAD}{TEXT}名单如下(同类别排名不分先后):\n{rows}责任编辑:吕桐\n", toolkit)
    assert (found["2.大足石刻—安岳石刻同看"], found["二、最佳亲子线路"]) == ("body", "subheading")


def test_a_body_without_a_seal_signs_with_another_one(toolkit: jdc.Toolkit) -> None:
    signed = ("西海都市圈建设工作专班办公室", "(省发展和改革委员会代章)", "2022年4月18日")
    found = labels(f"{HEAD}各市人民政府:\n{TEXT}附件:重点任务分工\n" + "\n".join(signed) + "\n", toolkit)
    assert {found[line] for line in signed} == {"body"}


def test_keywords_before_a_dash_are_cut_off_where_others_are_known(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}嘉兴品茶工作室 - {PARAGRAPHS[0]}\n湖州新茶嫩茶微信 - {PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n"
    assert one_article(page, toolkit).text == "\n".join(PARAGRAPHS[:3])


def test_the_opening_again_below_the_text_is_no_text(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}👍 0 👎 0\n📖 内容速览\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\n上一篇:平湖站台的一碗面\n"
    assert one_article(page, toolkit).text == TEXT.strip()


def test_the_name_of_a_site_above_the_path_is_no_headline(toolkit: jdc.Toolkit) -> None:
    page = f"两江四岸城市群协同发展网\n首页>信息公开>规划计划\n索引号:011158240/2024-00316\n{HEAD}{TEXT}"
    assert one_article(page, toolkit).headline == HEAD.splitlines()[0]


def test_times_in_full_width_figures_are_read() -> None:
    printed = [iso_time(time) for time in ("２０１２年７月２５日（星期三）", "２０１２年７月２５日　１６：４２")]
    assert printed == ["2012-07-25", "2012-07-25T16:42"]


def test_comments_on_a_blog_are_none_of_its_text(toolkit: jdc.Toolkit) -> None:
    tail = "2 則留言:\n肥仔聰2024年6月2日 下午11:58\n寫得好,有同感\n較舊的文章\n訂閱: 張貼留言 (Atom)\n"
    found = labels(f"{HEAD}{TEXT}{tail}", toolkit)
    assert (found["寫得好,有同感"], found["較舊的文章"]) == ("comments", "pager")
