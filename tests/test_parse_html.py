"""An HTML page to blocks."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from jiaodong_corpus import Label, Source, Toolkit, clean
from jiaodong_corpus.page import parse_soup
from jiaodong_corpus.parse_html import looks_like_html, parse_html

SIMPLE = Path(__file__).parent / "pages_html" / "simple-news" / "page.html"


def blocks(html: str) -> list[str]:
    return [unit.raw for unit in parse_html(html).units]


@pytest.mark.parametrize("tag", ["a", "b", "em", "font", "i", "span", "strong", "sub", "sup", "u"])
def test_inline_tags_do_not_break_text(tag: str) -> None:
    assert blocks(f"<p>胶东<{tag}>经济</{tag}>圈</p>") == ["胶东经济圈"]


@pytest.mark.parametrize("tag", ["div", "p", "li", "h1", "h2", "section", "article", "blockquote", "figcaption"])
def test_block_tags_break_text(tag: str) -> None:
    assert blocks(f"<div>青岛<{tag}>烟台</{tag}>威海</div>") == ["青岛", "烟台", "威海"]


def test_the_cells_of_a_table_are_blocks() -> None:
    units = parse_html("<table><tr><th>市</th><td>青岛<table><tr><td>7</td></tr></table></td></tr></table>烟台").units
    assert [unit.raw for unit in units] == ["市", "青岛", "7", "烟台"]


@pytest.mark.parametrize(
    "html", ["<p>青岛<br>烟台</p>", "<p>青岛<br/>烟台</p>", "<p><b>青岛<br>烟台</b></p>", "<p>青岛<hr>烟台"]
)
def test_line_breaks_break_text(html: str) -> None:
    assert blocks(html) == ["青岛", "烟台"]


@pytest.mark.parametrize(
    "html",
    ["<script>var a;</script>", "<style>p{}</style>", "<!-- 注释 -->", "<template>模板</template>", "<!DOCTYPE html>"],
)
def test_what_no_reader_sees_is_no_text(html: str) -> None:
    assert blocks(f"<p>青岛{html}烟台</p>") == ["青岛烟台"]


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript"])
def test_what_no_reader_sees_stays_unseen_in_its_own_blocks(tag: str) -> None:
    assert blocks(f'<p>青岛</p><{tag}><p>看不见<b>的</b></p><img alt="像素"></{tag}><p>烟台</p>') == ["青岛", "烟台"]


def test_a_picture_without_text_does_not_break_the_line() -> None:
    # Sites put emoji and map pins into sentences as pictures.
    assert blocks('<p>青岛<img src="pin.png">烟台<img src="x.gif" alt="">威海</p>') == ["青岛烟台威海"]


def test_white_space_is_collapsed_as_browsers_do() -> None:
    # The ideographic and the no-break space are not collapsed: one is a mark of Chinese, the other a repair's matter.
    assert blocks("<p>\n  青岛\n   烟台　<b> 威海 </b>\u00a0\u00a0日照 </p>") == ["青岛 烟台　 威海 \u00a0\u00a0日照"]


def test_an_alternative_text_is_a_block_with_its_attribute() -> None:
    units = parse_html('<p>青岛<img src="1.jpg" alt=" 港口\n夜景 ">烟台<img alt=""><img></p>').units
    assert [(unit.raw, unit.layout.attribute) for unit in units if unit.layout.attribute] == [("港口 夜景", "alt")]


def test_blocks_keep_the_order_of_the_page() -> None:
    assert blocks('<p>青岛<img alt="港口">烟台</p><p>威海</p>')[-1] == "威海"
    assert blocks('<p>青岛</p><img alt="港口"><p>烟台</p>') == ["青岛", "港口", "烟台"]


def test_characters_in_links_are_counted() -> None:
    units = parse_html('<ul><li><a href="/">首页</a> 与 <a href="/n">要 闻</a></li></ul><a><div>烟台</div></a>').units
    assert [unit.layout.link_chars for unit in units] == [4, 2]


def test_paths_name_the_elements_from_the_root() -> None:
    units = parse_html("<html><body><div><p>青岛<b>烟台</b></p></div></body></html>").units
    assert [unit.layout.path for unit in units] == ["html/body/div/p"]


def test_blocks_say_where_they_stand() -> None:
    html = (
        '<div class="Main Text" id="c1"><ul><li>青岛</li></ul><p style="display: none">烟台</p><p hidden>威海</p></div>'
    )
    units = parse_html(html).units
    assert [unit.layout.hidden for unit in units] == [False, True, True]
    assert units[0].layout.names == ("", "", "main text c1", "", "")
    assert len({unit.layout.boxes[2] for unit in units}) == 1
    assert len({unit.layout.boxes[-1] for unit in units}) == 3


def test_what_is_stated_for_programs_is_no_text() -> None:
    parsed = parse_html(
        '<head><meta property="og:title" content="半岛快线开工"><meta name="x"><link rel="canonical" href="https://a.cn/1">'
        '<script type="application/ld+json">{"headline": "半岛快线"}</script><script>var a;</script><!-- 注 --></head>'
        '<p><time datetime="2023-03-15">3月15日</time></p>'
    )
    assert [(one.kind, one.key, one.value) for one in parsed.stated] == [
        ("meta", "og:title", "半岛快线开工"),
        ("link", "canonical", "https://a.cn/1"),
        ("json-ld", "", '{"headline": "半岛快线"}'),
        ("time", "", "2023-03-15"),
    ]
    assert dict(parsed.unseen) == {"script": 2, "comment": 1}
    assert parsed.text == "3月15日"


@pytest.mark.parametrize(
    "page", sorted((Path(__file__).parent / "pages_html").glob("*/page.html")), ids=lambda one: one.parent.name
)
def test_both_parsers_give_the_same_blocks_of_a_well_formed_page(page: Path) -> None:
    html = page.read_text("utf-8")
    assert parse_html(BeautifulSoup(html, "lxml")) == parse_html(html)


def test_both_parsers_read_a_textarea_as_text() -> None:
    html = "<html><head></head><body><p>青岛</p><textarea><p>烟台</p></textarea><p>威海</p></body></html>"
    assert [unit.raw for unit in parse_html(BeautifulSoup(html, "lxml")).units] == ["青岛", "<p>烟台</p>", "威海"]
    assert blocks(html) == ["青岛", "<p>烟台</p>", "威海"]


NASTY: dict[str, Callable[[int], str]] = {
    "nested": lambda size: "<div>" * size + "青岛" + "</div>" * size,
    "lists in each other": lambda size: "<ul><li>" * size + "青岛",
    "options left open": lambda size: "青岛<select>" + "<option>烟台" * size,
    "selects left open": lambda size: "青岛" + "<select><option>烟台" * size,
    "attributes of a tag": lambda size: "<div " + " ".join(f"a{number}=1" for number in range(size)) + ">青岛</div>",
    "formatting left open": lambda size: "".join(f"<p><font color={number}>青岛" for number in range(size)),
    "misnested": lambda size: "<b><i></b>" * size + "青岛",
    "half tags": lambda size: "青岛" + "<a " * size,
    "comments left open": lambda size: "青岛" + "<!--" * size,
}


@pytest.mark.parametrize("shape", NASTY)
def test_a_page_made_to_be_slow_is_read_in_time(shape: str) -> None:
    html = NASTY[shape](50_000)
    start = time.process_time()
    assert "青岛" in parse_html(html).text
    assert time.process_time() - start < 20


def test_entities_are_characters() -> None:
    assert blocks("<p>&ldquo;青岛&rdquo;&amp;&#28895;&#x53F0;</p>") == ["“青岛”&烟台"]


def test_three_thousand_nested_elements_are_no_matter() -> None:
    assert blocks("<div>" * 3000 + "青岛" + "</div>" * 3000 + "<p>烟台</p>")[-1:] != []
    assert "青岛" in blocks("<div>" * 3000 + "青岛" + "</div>" * 3000)


def test_a_large_page_is_read_in_time() -> None:
    # A list of links, deep in tables: what costs in proportion to the square of the page would take minutes here.
    html = "<table><tr><td>" * 20 + "<a href=x><span>青岛</span></a><br>" * 20_000
    start = time.process_time()
    assert len(blocks(html)) == 20_000
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>青岛", "<html>", "\ufeff<html>", "\n <!-- 注释 -->\n<!doctype HTML>", "<head>", "<BODY class=x>",
        '<?xml version="1.0"?><html xmlns="x">',
    ],
)  # fmt: skip
def test_a_page_that_opens_as_html_is_html(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text", ["", "青岛", '• <li id="yeaqi"></li>\n青岛', "<p>青岛</p>", "<headline>青岛", "如 <html> 是标签", "<青岛>"]
)
def test_tags_elsewhere_do_not_make_a_dump_html(text: str) -> None:
    assert not looks_like_html(text)


@pytest.mark.parametrize("unit", [" ", "\n", "<!-- ", "<!-- -->", "\ufeff", "<?xml ", "<"])
def test_telling_html_is_quick_on_nasty_text(unit: str) -> None:
    # Growing texts, so that a pattern of exponential cost is caught while it still ends.
    for size in (8, 12, 16, 20, 24, 28, 40, 80, 400, 4096):
        start = time.process_time()
        looks_like_html(unit * size)
        assert time.process_time() - start < 0.5, size


def test_a_parsed_document_is_not_changed(toolkit: Toolkit) -> None:
    soup = BeautifulSoup(SIMPLE.read_text("utf-8"), "lxml")
    before = str(soup)
    parse_soup(soup, Source("<soup>"), toolkit)
    assert str(soup) == before


PIECES = st.lists(
    st.sampled_from(
        ["青岛", " 烟\n台 ", "威&amp;海", "<p>", "</p>", "<br>", "<b>", "</b>", "<a href=x>", "</a>", "<td>", "<li>"]
    ),
    max_size=30,
)


@given(pieces=PIECES)
def test_no_character_of_a_text_node_is_lost(pieces: list[str]) -> None:
    html = "<div>" + "".join(pieces)
    spelled = "".join("".join(blocks(html)).split())
    assert spelled == "".join(BeautifulSoup(html, "lxml").get_text().split())


def test_the_small_page_becomes_a_record(toolkit: Toolkit) -> None:
    result = clean(SIMPLE, toolkit=toolkit)
    [article] = result.articles
    assert article.headline == "胶东五市共建半岛快线 首段今日开工"
    assert article.published == "2023-03-15T09:20"
    assert article.outlet == "半岛日报"
    assert article.captions == ("半岛快线首段开工现场",)
    assert article.text.split("\n") == [
        "3月15日,连接青岛、烟台两市的半岛快线首段在莱西开工,全长86.5公里, 设计时速每小时160公里。",
        "建设单位介绍,首段设站9座,总投资214亿元。",
        "项目建成后,两市之间的通勤时间将缩短到四十分钟以内。",
        "五市将同步推进票价、安检和公交换乘的互认,让沿线居民一张卡走遍半岛。",
    ]
    assert article.source.media_type == "text/html"
    labels = {one.block.text: one.label for one in result.blocks}
    assert labels["Copyright 2023 半岛新闻网 版权所有"] is Label.FOOTER
    assert labels["首页 要闻 本地 视频"] is Label.NAV
    assert not any("不是正文" in text for text in labels)
