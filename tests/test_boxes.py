"""Where on an HTML page the article stands."""

import pytest

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
