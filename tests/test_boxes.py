"""Where on an HTML page the article stands."""

import pytest
from bs4 import BeautifulSoup

from jiaodong_corpus import Label, Toolkit, clean

TITLE = "半岛快线首段开工建设"
TEXT = "<p>3月15日,半岛快线首段在莱西开工建设,青岛、烟台两市往来更快。</p><p>首段设站九座,沿线居民一张卡走遍半岛。</p>"
OTHER = "本届啤酒节共设二百个展位,来自三十个国家的品牌参展,门票今起预售,市民可以在网上购买。"
RATES = "<p>网友评论仅供其表达个人看法,并不表明本站同意其观点或者证实其描述。</p>"


def page(inside: str, behind: str = "", above: str = "") -> str:
    return (
        f"<html><head><title>{TITLE}_半岛网</title></head><body><div id=menu><a href=/>首页</a> <a href=/n>要闻</a></div>{above}"
        f"<div class=main><h1>{TITLE}</h1><div>2023-03-15 09:20 来源:半岛日报</div><div class=content>{inside}</div></div>"
        f"{behind}</body></html>"
    )


def texts(html: str, toolkit: Toolkit) -> list[str]:
    return [line for one in clean(html, toolkit=toolkit).articles for line in one.text.split("\n")]


PLAIN = ["3月15日,半岛快线首段在莱西开工建设,青岛、烟台两市往来更快。", "首段设站九座,沿线居民一张卡走遍半岛。"]


@pytest.mark.parametrize(
    "behind",
    [
        f"<ul><li><a href=1>啤酒节门票今起预售</a><p>{OTHER}</p></li><li><a href=2>渔船返港</a></li></ul>",
        f"<form class=reply>{RATES}<textarea></textarea></form>",
        f"<div style='display:none'><p>{OTHER}</p><p>{OTHER}</p><p>{OTHER}</p></div>",
        f"<table><tr><td><a href=1>啤酒节</a></td><td>{OTHER}</td></tr></table>",
    ],
)
def test_paragraphs_of_other_elements_are_not_of_the_article(behind: str, toolkit: Toolkit) -> None:
    assert texts(page(TEXT, behind), toolkit) == PLAIN


def test_teasers_above_the_title_do_not_outweigh_a_short_text(toolkit: Toolkit) -> None:
    assert texts(page(TEXT, above=f"<div><p>{OTHER}</p><p>{OTHER[::-1]}</p><p>{OTHER * 2}</p></div>"), toolkit) == PLAIN


def test_a_table_that_lays_out_the_page_is_no_matter(toolkit: Toolkit) -> None:
    html = page(TEXT)
    laid_out = html.replace("<div class=main>", "<table><tr><td><a href=3>专题</a></td><td>").replace(
        "</div></div>", "</div></td></tr></table>"
    )
    assert texts(laid_out, toolkit) == PLAIN


def test_lines_beside_the_paragraphs_are_text_and_links_are_not(toolkit: Toolkit) -> None:
    inside = (
        TEXT
        + "<p>莱西站的主体工程五月开工</p><p><a href=5>半岛快线的车站都在哪里</a></p><p>栖霞站的主体工程六月开工</p>"
    )
    assert texts(page(inside), toolkit) == [*PLAIN, "莱西站的主体工程五月开工", "栖霞站的主体工程六月开工"]


def test_on_a_page_of_pictures_the_captions_are_the_text(toolkit: Toolkit) -> None:
    caption = "3月15日,半岛快线首段在莱西开工建设,工人在现场铺设第一根钢轨。新华社记者 李明 摄"
    assert texts(page(f"<p>{caption}</p>"), toolkit)[0].startswith("3月15日,半岛快线首段在莱西开工建设")


def test_the_title_element_is_no_text(toolkit: Toolkit) -> None:
    html = page(TEXT).replace(f"{TITLE}_半岛网", f"{TITLE},青岛、烟台两市往来更快,沿线居民期待。_半岛网,新闻。")
    result = clean(html, toolkit=toolkit)
    assert [one.label for one in result.blocks if one.rule == "title-element"] == [Label.NAV]
    assert texts(html, toolkit) == PLAIN


def test_text_that_a_script_will_show_is_text(toolkit: Toolkit) -> None:
    """WeChat hides the text until its script has run."""
    assert texts(page(f"<div style='visibility:hidden'>{TEXT}</div>"), toolkit) == PLAIN


def test_comments_longer_than_the_article_are_not_the_article(toolkit: Toolkit) -> None:
    said = "这条线路修得真及时,从莱西到青岛上班终于不用再堵在高速公路上了,希望票价能够便宜一些。"
    comments = "".join(f"<div><b>网友{i}</b><p>{said[i:] + said[:i]}</p><a>回复({i})</a></div>" for i in range(8))
    assert texts(page(TEXT, f"<div><h3>网友评论</h3>{comments}</div>"), toolkit) == PLAIN


def test_a_text_in_two_elements_around_a_box_is_whole(toolkit: Toolkit) -> None:
    parted = (
        "<div class=part><p>3月15日,半岛快线首段在莱西开工建设,青岛、烟台两市往来更快。</p></div>"
        "<div class=also><a href=7>啤酒节门票今起预售</a></div>"
        "<div class=part><p>首段设站九座,沿线居民一张卡走遍半岛。</p></div>"
    )
    assert texts(page(parted), toolkit) == PLAIN


def test_a_title_in_a_hidden_bar_is_not_the_headline(toolkit: Toolkit) -> None:
    bar = f"<div style='display:none'><h2>{TITLE}</h2><a href=/>返回</a></div>"
    (article,) = clean(page(TEXT, above=bar), toolkit=toolkit).articles
    assert (article.headline, article.text.split("\n")) == (TITLE, PLAIN)


INTROS = [
    ("胶东五市签订医保互认协议", "五市医保部门在青岛签订协议,参保人异地就医不再备案。"),
    ("烟台港集装箱吞吐量创新高", "截至上月底,烟台港今年完成集装箱吞吐量四百万标箱,同比增长一成。"),
    ("威海海岸线修复工程完工", "修复后的海岸线长十二公里,沿线新增步道与观景台。"),
    ("潍坊农机大集周末开市", "大集将持续三天,来自八省的二百家企业参展。"),
    ("莱西湖水厂三期投入使用", "三期日供水能力十万吨,惠及三十万居民。"),
    ("日照至青岛城际公交开通", "票价十五元,每日发车十六班,首班六点半。"),
]


@pytest.mark.parametrize(
    "entry",
    [
        "<li><a href=x>{title}</a><span>2023-03-15</span><p>{intro}</p></li>",
        "<li><span>03-15</span><a href=x>{title}</a><p>{intro}</p></li>",
        "<article><h2><a href=x>{title}</a></h2><div>2023年3月15日 暂无评论</div><p>{intro} <a href=x>继续阅读</a></p></article>",
        "<div><h3><a href=x>{title}</a></h3><p>{intro}</p></div>",
    ],
)
def test_a_list_of_titles_with_their_intros_is_no_article(entry: str, toolkit: Toolkit) -> None:
    entries = "".join(entry.format(title=title, intro=intro) for title, intro in INTROS)
    menu = "<div><a href=/>首页</a> <a href=/n>要闻</a></div><h1>区域新闻</h1>"
    html = f"<html><title>区域新闻_半岛网</title><body>{menu}<ul>{entries}</ul></body></html>"
    assert clean(html, toolkit=toolkit).articles == ()


def test_a_short_article_above_such_a_list_is_one(toolkit: Toolkit) -> None:
    entries = "".join(f"<div><h3><a href=x>{title}</a></h3><p>{intro}</p></div>" for title, intro in INTROS)
    assert texts(page(TEXT, entries), toolkit) == PLAIN


@pytest.mark.parametrize("every", [1, 2])
def test_a_list_of_titles_with_their_days_is_no_article_in_a_dump(every: int, toolkit: Toolkit) -> None:
    entries = [
        line
        for place, (title, intro) in enumerate(INTROS)
        for line in (f"{title} 2023-03-15", *([intro] if place % every == 0 else []))
    ]
    page = "\n".join(["首页", "要闻", "当前位置:首页 > 区域新闻", *entries, "上一页 1 2 3 下一页"])
    assert clean(page, toolkit=toolkit).articles == ()


@pytest.mark.parametrize(
    "veil", ["<font class=jammer>sZy2W%5ZT!Kb</font>", "<span style='display:none'>sZy2W%5ZT!Kb</span>"]
)
def test_characters_hidden_in_a_line_against_copying_are_markup(veil: str, toolkit: Toolkit) -> None:
    html = page(TEXT.replace("。</p>", f"。{veil}</p>"))
    assert texts(html, toolkit) == PLAIN
    found = [one.label for one in clean(html, toolkit=toolkit).blocks if "sZy2W" in one.block.text]
    assert found == [Label.MARKUP] * 2


@pytest.mark.parametrize("words", ["分享到朋友圈", "登录后查看全文"])
def test_text_hidden_in_a_line_is_a_line_of_its_own(words: str, toolkit: Toolkit) -> None:
    html = page(TEXT.replace("<p>首段", f"<p>首段<span style='display:none'>{words}</span>"))
    assert texts(html, toolkit)[:2] == PLAIN


@pytest.mark.parametrize("tag", ["font", "span"])
def test_both_parsers_hide_the_same_characters(tag: str, toolkit: Toolkit) -> None:
    html = page(TEXT.replace("。</p>", f"。<{tag} class=jammer>sZy2W%5ZT!Kb</{tag}></p>"))
    soup = BeautifulSoup(html, "html.parser")
    assert clean(html, toolkit=toolkit).blocks == clean(soup, toolkit=toolkit).blocks
    assert texts(html, toolkit) == PLAIN


def test_one_element_that_holds_the_whole_page_says_nothing_of_its_foot(toolkit: Toolkit) -> None:
    head = ["首页 新闻 财经 体育 文化", TITLE, "2021-07-02 11:05 来源:青岛日报"]
    lines = [*head, *PLAIN, "责任编辑:林红", "图片精选", "广西首季跨境电商增长三成"]
    html = "<html><body><div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div></body></html>"
    assert texts(html, toolkit) == PLAIN


def test_links_below_the_article_lead_to_neighbours_and_the_foot(toolkit: Toolkit) -> None:
    links = "<a href=1>上一篇:渔船返港</a><br><a href=2>啤酒节门票今起预售</a><br><a href=3>鲁ICP备09096327号</a>"
    found = {one.block.text: one.label for one in clean(page(TEXT, f"<div>{links}</div>"), toolkit=toolkit).blocks}
    assert [found[line] for line in ("上一篇:渔船返港", "啤酒节门票今起预售", "鲁ICP备09096327号")] == [
        Label.PAGER,
        Label.RELATED,
        Label.FOOTER,
    ]


def test_the_hidden_rest_of_a_text_goes_on_from_what_is_shown(toolkit: Toolkit) -> None:
    first = "<p>在青岛港二期堆场,一辆没有驾驶室的集卡停在岸桥下,三十秒后掉头驶向十里外的港口。<a href=x>图集</a></p>"
    rest = f"<div style='display:none'>{TEXT}{TEXT.replace('半岛快线', '莱西支线')}</div>"
    assert texts(page(f"<div class=fold>{first}{rest}</div>"), toolkit)[0].startswith("在青岛港二期堆场")


def test_the_elements_of_a_line_of_time_and_source_are_apart(toolkit: Toolkit) -> None:
    line = "<span>半岛观察</span><span>田恩赐</span><span>2023-03-15 09:20</span><i>阅读 321</i>"
    html = page(TEXT).replace("2023-03-15 09:20 来源:半岛日报", line)
    (record,) = clean(html, toolkit=toolkit).articles
    assert (record.outlet, record.published, record.views) == ("半岛观察", "2023-03-15T09:20", 321)
    assert [one.name for one in record.byline] == ["田恩赐"]


def test_a_time_that_elements_part_stays_whole(toolkit: Toolkit) -> None:
    line = "<em>2023</em>年<em>3</em>月<em>15</em>日 <b>09</b>:<b>20</b><span>来源:半岛日报</span>"
    (record,) = clean(page(TEXT).replace("2023-03-15 09:20 来源:半岛日报", line), toolkit=toolkit).articles
    assert (record.published, record.outlet) == ("2023-03-15T09:20", "半岛日报")


def test_what_is_said_beside_a_list_is_no_article(toolkit: Toolkit) -> None:
    entry = (
        "<div><a href=1><img alt=渔船返港></a><h3><a href=1>渔船返港,码头一早就热闹起来</a></h3><p>{0}</p>"
        "<div>2024-03-1{1} 08:00 半岛在线 评论(3)</div></div>"
    )
    entries = "".join(entry.format(OTHER[:30] + "……", number) for number in range(8))
    authors = "<h3>专栏作者</h3><ul><li>穆怀远<p>航运研究者,关注内河港口的制度安排,每周二更新。</p></li></ul>"
    assert texts(f"<html><head><title>半岛频道</title></head><body>{entries}{authors}</body></html>", toolkit) == []


def test_a_list_of_links_in_the_text_ends_at_the_next_heading(toolkit: Toolkit) -> None:
    links = "<div>相关文章</div><ul><li><a href=1>渔船返港 码头一早热闹</a></li><li><a href=2>啤酒节门票今起预售</a></li></ul>"
    head = "<h3>分三期施工</h3><table><tr><th>期数</th><th>时间</th></tr>"
    rest = head + "<tr><td>第一期</td><td>2024年11月至2025年12月</td></tr></table>"
    found = texts(page(f"{TEXT}{links}{rest}{TEXT.replace('半岛快线', '莱西支线')}"), toolkit)
    assert found[2:7] == ["分三期施工", "期数", "时间", "第一期", "2024年11月至2025年12月"]


def test_comments_alone_are_no_article(toolkit: Toolkit) -> None:
    items = "".join(f"<li><a href={number}>半岛快线第{number}标段开工[05-1{number}]</a></li>" for number in range(1, 9))
    comments = "<div class=msg><h2>网友留言</h2><ul><li>老张:希望早日一张卡坐遍五市。05-18 10:20</li></ul></div>"
    html = f"<h1>半岛快线专题</h1><ul>{items}</ul>{comments}"
    assert texts(f"<html><head><title>半岛快线专题</title></head><body>{html}</body></html>", toolkit) == []


def test_a_heading_that_asks_is_the_title_of_a_page_without_one(toolkit: Toolkit) -> None:
    html = page(TEXT).replace(f"<title>{TITLE}_半岛网</title>", "<title></title>")
    html = html.replace(f"<h1>{TITLE}</h1>", "<h1>半岛快线开工,三块钱的车票改变了什么？</h1>")
    (record,) = clean(html, toolkit=toolkit).articles
    assert record.headline == "半岛快线开工,三块钱的车票改变了什么？"


def test_a_table_right_behind_the_text_is_of_it(toolkit: Toolkit) -> None:
    table = "<table><tr><td>河名</td><td>长度</td></tr><tr><td>北板桥港</td><td>620米</td></tr></table>"
    assert texts(page(f"{TEXT}列一下两条河:<br>{table}"), toolkit)[-4:] == ["河名", "长度", "北板桥港", "620米"]


def test_a_page_that_is_gone_gives_no_article_whatever_it_recommends(toolkit: Toolkit) -> None:
    gone = "<p>您要查看的文章可能已被删除、更名,或者暂时不可用。</p>"
    teasers = "".join(f"<div><a href={number}>半岛快线第{number}标段</a><p>{OTHER}</p></div>" for number in range(9))
    html = (
        f"<html><head><title>404 页面不存在_半岛网</title></head><body>{gone}<h3>为您推荐</h3>{teasers}</body></html>"
    )
    assert texts(html, toolkit) == []


def test_a_few_words_among_many_links_are_no_article(toolkit: Toolkit) -> None:
    links = "".join(f"<li><a href={number}>半岛快线第{number}标段今天开工</a></li>" for number in range(30))
    said = "<div><h4>城市规划师 许弥</h4><p>港城关系像一对老夫妻,如今要学会保持距离,又不能断了往来。</p></div>"
    assert texts(f"<html><head><title>走江看港</title></head><body><ul>{links}</ul>{said}</body></html>", toolkit) == []


def test_links_with_their_openings_inside_the_element_of_the_text_are_none_of_it(toolkit: Toolkit) -> None:
    also = f"<div class=also><h3>相关</h3><div><h4><a href=7>啤酒节门票今起预售</a></h4><p class=intro>{OTHER}</p></div></div>"
    assert texts(page(TEXT + also), toolkit) == PLAIN


def test_points_in_boxes_of_their_own_behind_the_text_are_of_it(toolkit: Toolkit) -> None:
    points = [
        f"半岛快线{name}站:沿线居民往来青岛、烟台两市,{rest}"
        for name, rest in (("莱西", "五月开工。"), ("栖霞", "菜棚怎么办?"))
    ]
    boxes = "".join(f"<div class=point><a href=#><img src=i.png></a><p class=point>{one}</p></div>" for one in points)
    assert texts(page(TEXT + boxes), toolkit) == [*PLAIN, *points]
