"""Heads of articles on real sites: titles behind labels and above their text again, hours below days, who signs where."""

import pytest
from test_real_shapes import labels
from test_shapes import HEAD, LONG, MORE, TEXT, one_article

import jiaodong_corpus as jdc

TITLE, META = HEAD.splitlines()
PARAGRAPHS = TEXT.splitlines()


@pytest.mark.parametrize(
    "line",
    [
        "您现在所的位置:主页 > 喷砂知识 >", "JSNET/1.18.02", "2009-05-06    youbo.com", "[海灣通訊]", "版面:第A06版:都市圈周刊",
        "6918", "訪談人:陸曉嵐", "深海余烬 远瞳 3160字 2022年07月10日 07:15",
    ],
)  # fmt: skip
def test_such_a_line_right_above_the_text_is_no_headline(line: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE}\n{line}\n{TEXT}", toolkit).headline == TITLE


def test_the_title_again_right_above_the_text_is_the_headline_with_its_kicker(toolkit: jdc.Toolkit) -> None:
    page = f"{TITLE}\n2018-10-23 06:20\n两市海洋产业合作下月起试行\n{TITLE}\n{TEXT}"
    record = one_article(page, toolkit)
    assert (record.headline, record.kicker, record.captions) == (TITLE, "两市海洋产业合作下月起试行", ())


@pytest.mark.parametrize("label", ["标题: ", "主旨:", "標題:"])
def test_a_title_behind_its_label_is_the_headline_without_it(label: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"日期:2021-07-02\n{label}{TITLE}\n{TEXT}", toolkit).headline == TITLE


def test_a_labelled_title_is_a_field_where_the_title_has_its_line(toolkit: jdc.Toolkit) -> None:
    page = f"标题: {TITLE}\n索引号: K12345678/2022-00871\n{TITLE}\n{TEXT}"
    assert labels(page, toolkit)[f"标题: {TITLE}"] == "meta"


@pytest.mark.parametrize("hour", ["香港時間17時05分", "17:05"])
def test_an_hour_below_its_day_is_of_the_same_time(hour: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"發展局局長訪問惠州及江門\n{TEXT}2023年4月18日(星期二)\n{hour}\n", toolkit)
    assert record.published == "2023-04-18T17:05"


@pytest.mark.parametrize("nobody", ["佚名", "admin", "未知", "管理员"])
def test_who_is_nobody_wrote_nothing(nobody: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE}\n2021-07-02 11:05 来源:青岛日报 作者:{nobody}\n{TEXT}", toolkit).byline == ()


def test_a_name_behind_its_medium_signs_the_text(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TEXT.strip()}(中国台湾网 何静)\n", toolkit)
    assert ([one.name for one in record.byline], record.text) == (["何静"], TEXT.strip())


def test_what_stands_before_who_wrote_the_text_is_its_abstract(toolkit: jdc.Toolkit) -> None:
    byline = "文|裴子衿 长江三角洲县域发展研究院 助理研究员\n"
    record = one_article(f"{HEAD}{LONG}{byline}{TEXT}", toolkit)
    assert (record.summary, record.text) == (LONG.strip(), TEXT.strip())
    assert [one.name for one in record.byline] == ["裴子衿"]


def test_the_mark_of_a_copier_behind_each_paragraph_is_spam(toolkit: jdc.Toolkit) -> None:
    page = HEAD + "".join(f"{one}{LONG.strip()} qzv胶北网\n" for one in PARAGRAPHS)
    assert one_article(page, toolkit).text == "\n".join(one + LONG.strip() for one in PARAGRAPHS)


def test_a_post_of_a_board_with_its_values_on_the_lines_of_their_labels(toolkit: jdc.Toolkit) -> None:
    page = (
        "1.媒體來源:蘭雨新聞網\n2.記者署名:曾郁晴\n3.完整新聞標題:秧苗被踩爛 農民嘆像下雪\n4.完整新聞內文:\n"
        f"{TEXT}5.完整新聞連結 (或短網址):\nhttps://news.lanyu.example.tw/88107\n6.備註:\n去年就說有在抓了\n"
    )
    record = one_article(page, toolkit)
    assert (record.headline, record.outlet) == ("秧苗被踩爛 農民嘆像下雪", "蘭雨新聞網")
    assert record.text == TEXT.strip()


def test_the_table_of_a_document_with_spaces_in_its_labels(toolkit: jdc.Toolkit) -> None:
    table = "索   引   号 20180613-174402 分        类 其他;\n发 布 机 构 市人民政府办公室 发 文 日 期 2018-06-11\n"
    found = labels(f"{table}市人民政府办公室关于印发管护办法的通知\n2018-06-13 来源:市政府办公室\n{TEXT}", toolkit)
    assert [found[line] for line in table.splitlines()] == ["meta", "meta"]


def test_texts_behind_a_mark_each_below_its_line_are_briefs(toolkit: jdc.Toolkit) -> None:
    titles = ("环岛单车会招募夜骑领队", "圣心堂举办陶土工作坊", "街坊乐龄会庆祝成立周年", "摄影学会周日外影")
    texts = (*PARAGRAPHS, MORE.strip())
    page = "简讯\n2023-04-17\n" + "".join(f"{one}\n△{two}{LONG}" for one, two in zip(titles, texts, strict=True))
    records = jdc.clean(page, toolkit=toolkit).articles
    assert [record.headline for record in records] == list(titles)


def test_what_a_paper_knows_of_an_article_run_together_behind_it(toolkit: jdc.Toolkit) -> None:
    record = one_article(
        f"{TITLE}\n{TEXT}赣江工人日报 二版综合 00002 {TITLE} 2017-03-14 2 2017年03月14日 星期二\n", toolkit
    )
    assert (record.outlet, record.published, record.text) == ("赣江工人日报", "2017-03-14", TEXT.strip())


@pytest.mark.parametrize(
    "title",
    [
        "口述:我在清水渡摆渡三十年",
        "专栏:都市圈里的一条慢车线",
        "《胶东观察》第8期:一条铁路的三种算法",
        "已授权发明专利1207件",
        "主管部门:铁路从未授权代售",
    ],
)
def test_a_headline_can_begin_like_a_field(title: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{title}\n{META}\n{TEXT}", toolkit).headline == title


def test_a_star_that_is_of_the_headline_stays(toolkit: jdc.Toolkit) -> None:
    title = "*ST海川拟出售胶东港口资产"
    assert one_article(f"{title}\n{META}\n{TEXT}", toolkit).headline == title


@pytest.mark.parametrize("bracket", ["(笑)", "(化名)", "(左)", "(新华社)", "(老师)"])
def test_such_brackets_sign_no_text(bracket: str, toolkit: jdc.Toolkit) -> None:
    signed = f"城南菜场“公平秤”搬到了门口\n{PARAGRAPHS[0]}(朱伟平)\n埠头村路灯亮了\n{PARAGRAPHS[1]}(陈洁)\n"
    page = f"2013年10月22日 星期二\n第01版:要闻\n{signed}下汤小学有了塑胶操场\n{PARAGRAPHS[2]}{bracket}\n"
    assert jdc.clean(page, toolkit=toolkit).articles[2].byline == ()


def test_the_length_of_a_film_is_no_hour(toolkit: jdc.Toolkit) -> None:
    page = f"{TITLE}\n发布时间:2023-06-19 08:32\n{TEXT}2023-06-18\n04:12\n"
    assert one_article(page, toolkit).published == "2023-06-19T08:32"


def test_an_opening_with_a_dateline_is_no_abstract(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}新华社青岛7月1日电 {LONG}文|裴子衿\n{TEXT}"
    assert one_article(page, toolkit).summary is None


def test_a_title_behind_its_label_is_no_headline_below_one(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}题目: 谈谈你家乡的一座桥和一个人\n{TEXT}"
    assert one_article(page, toolkit).headline == TITLE


def test_a_paper_that_stands_for_no_source_leaves_the_copying_site(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{TITLE}\n2021-07-02 11:05 鲁东在线 来源:网络\n{TEXT}", toolkit)
    assert record.outlet is None


def test_where_this_text_is_from_can_stand_below_the_links(toolkit: jdc.Toolkit) -> None:
    links = "相关阅读\n沪指三周重挫近三成\n两市首个海洋产业园开工\n海铁联运班列再添一列\n"
    record = one_article(
        f"{TITLE}\n2015-07-03 07:42:28\n{TEXT}{links}本文来源:投资快报 作者:孙宁 责任编辑:NF041\n", toolkit
    )
    assert (record.outlet, [one.name for one in record.byline]) == ("投资快报", ["孙宁"])


@pytest.mark.parametrize("printed", ["2023-05-12 HKT 18:22", "發佈時間:18:22 2023-05-12 HKT"])
def test_hong_kong_prints_its_zone(printed: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE}\n{printed}\n{TEXT}", toolkit).published == "2023-05-12T18:22+08:00"
