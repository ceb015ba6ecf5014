"""What a page states for programs: findings without a place in the text."""

import pytest

from jiaodong_corpus import Toolkit, clean
from jiaodong_corpus.layout import Stated
from jiaodong_corpus.stated import read_stated

TEXT = "<p>3月15日,半岛快线首段在莱西开工建设,青岛、烟台两市往来更快。</p><p>首段设站九座,沿线居民一张卡走遍半岛。</p>"


def found(*stated: Stated) -> list[tuple[str, str, str]]:
    return [(one.field, one.value, one.rule) for one in read_stated(stated)]


@pytest.mark.parametrize(
    ("stated", "finding"),
    [
        (Stated("meta", "article:published_time", "2023-03-15T09:20:00+08:00"), "published"),
        (Stated("time", "datepublished", "2023-03-15"), "published"),
        (Stated("time", "datemodified", "2023-03-16"), "updated"),
        (Stated("meta", "author", "肖芳"), "byline"),
        (Stated("meta", "source", "半岛日报"), "outlet"),
        (Stated("json-ld", "", '{"datePublished": "2023-03-15"}'), "published"),
        (Stated("meta", "og:url", "https://www.bandao.test/a/1.html"), "url"),
        (Stated("comment", "date", "2023-03-15 09:20:00.0"), "published"),
        (Stated("comment", "author", "肖芳"), "byline"),
        (Stated("json-ld", "", '{"@graph": [{"author": [{"name": "肖芳"}]}]}'), "byline"),
    ],
)
def test_what_is_stated_becomes_a_finding(stated: Stated, finding: str) -> None:
    assert [one[0] for one in found(stated)] == [finding]


@pytest.mark.parametrize(
    "stated",
    [
        Stated("meta", "author", "半岛日报"),
        Stated("meta", "author", "name, a@b.cn"),
        Stated("meta", "pubdate", "昨天"),
        Stated("json-ld", "", "{"),
        Stated("comment", "date", "1900-01-01 00:00:00.0"),
        Stated("meta", "canonical", "/a/1.html"),
        Stated("meta", "og:url", "javascript:alert(1)"),
        Stated("json-ld", "", "[" * 100_000),
        Stated("json-ld", "", "7"),
        Stated("json-ld", "", '{"author": {"name": 7}, "headline": null}'),
    ],
)
def test_what_says_nothing_is_left_out(stated: Stated) -> None:
    assert found(stated) == []


def page(head: str, printed: str = "") -> str:
    title = "半岛快线首段开工建设"
    return f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{printed}{TEXT}</body></html>"


def test_what_is_stated_fills_in_and_has_no_place(toolkit: Toolkit) -> None:
    head = '<meta property="article:published_time" content="2023-03-15T09:20:00+08:00"><meta name="author" content="肖芳">'
    [article] = clean(page(head), toolkit=toolkit).articles
    assert article.published == "2023-03-15T09:20:00+08:00"
    assert [one.name for one in article.byline] == ["肖芳"]
    assert {one.rule: one.source for one in article.findings if one.source is None}.keys() == {
        "meta-article:published_time",
        "meta-author",
    }
    assert "肖芳" not in article.text


def test_what_is_printed_goes_first_and_another_day_is_a_doubt(toolkit: Toolkit) -> None:
    head = '<meta name="pubdate" content="2023-03-20">'
    [article] = clean(page(head, "<div>2023-03-15 09:20 来源:半岛日报</div>"), toolkit=toolkit).articles
    assert article.published == "2023-03-15T09:20"
    assert [(one.name, one.evidence) for one in article.quality.flags] == [
        ("date_conflict", "2023-03-15T09:20 or 2023-03-20 (meta-pubdate)")
    ]


def test_an_address_that_is_stated_stands_in_for_one_that_nobody_gave(toolkit: Toolkit) -> None:
    head = '<link rel="canonical" href="https://www.bandao.test/a/1.html">'
    [article] = clean(page(head), toolkit=toolkit).articles
    [handed] = clean(page(head), url="https://copy.test/2", toolkit=toolkit).articles
    assert (article.source.url, handed.source.url) == ("https://www.bandao.test/a/1.html", "https://copy.test/2")


def test_another_outlet_or_headline_that_is_stated_is_a_doubt(toolkit: Toolkit) -> None:
    head = '<meta name="source" content="海滨晚报"><meta property="og:title" content="九座车站连起半岛">'
    [article] = clean(page(head, "<div>2023-03-15 09:20 来源:半岛日报</div>"), toolkit=toolkit).articles
    assert {one.name: one.evidence for one in article.quality.flags} == {
        "outlet_conflict": "半岛日报 or 海滨晚报 (meta-source)",
        "headline_conflict": "半岛快线首段开工建设 or 九座车站连起半岛 (meta-og:title)",
    }


@pytest.mark.parametrize("stated", ["半岛日报社", "半岛", "半岛日报"])
def test_a_longer_or_shorter_form_is_no_rival(stated: str, toolkit: Toolkit) -> None:
    head = f'<meta name="source" content="{stated}"><meta property="og:title" content="半岛快线首段开工建设_半岛网">'
    [article] = clean(page(head, "<div>2023-03-15 09:20 来源:半岛日报</div>"), toolkit=toolkit).articles
    assert article.quality.flags == ()


def test_without_a_headline_on_the_page_the_title_element_gives_it(toolkit: Toolkit) -> None:
    html = f"<html><head><title>半岛快线首段开工建设_半岛网</title></head><body>{TEXT}</body></html>"
    [article] = clean(html, toolkit=toolkit).articles
    assert article.headline == "半岛快线首段开工建设"


def test_a_title_element_that_names_the_site_alone_is_no_headline(toolkit: Toolkit) -> None:
    html = f"<html><head><title>_半岛网</title></head><body>{TEXT}</body></html>"
    [article] = clean(html, toolkit=toolkit).articles
    assert article.headline is None
    assert not [found for found in article.findings if found.field == "headline"]


PROPERTIES = "<!--enpproperty <date>2023-03-15 09:20:00.0</date><author>肖芳</author><title>半岛快线</title>"


def test_the_comment_of_a_publishing_system_states_date_and_author(toolkit: Toolkit) -> None:
    [article] = clean(page("", f"{PROPERTIES}/enpproperty-->"), toolkit=toolkit).articles
    assert article.published == "2023-03-15T09:20:00"
    assert [one.name for one in article.byline] == ["肖芳"]
    assert "enpproperty" not in article.text


def test_a_comment_without_an_end_states_nothing(toolkit: Toolkit) -> None:
    [article] = clean(page("", f"{PROPERTIES}-->"), toolkit=toolkit).articles
    assert (article.published, article.byline) == (None, ())


def test_elements_of_a_newspaper_name_the_parts_of_its_head(toolkit: Toolkit) -> None:
    head = "<td><founder-introtitle>莱西三村——</founder-introtitle></td>"
    head += (
        "<td><founder-title>一条快线通到家</founder-title></td><td><founder-subtitle>设站九座</founder-subtitle></td>"
    )
    html = f"<html><head><title>半岛日报</title></head><body><table><tr>{head}</tr></table><div>{TEXT}{TEXT}</div></body></html>"
    [article] = clean(html, toolkit=toolkit).articles
    assert (article.kicker, article.headline, article.subtitle) == ("莱西三村——", "一条快线通到家", "设站九座")
