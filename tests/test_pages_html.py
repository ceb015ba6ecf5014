"""Small HTML pages, each with what must become of it."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from jiaodong_corpus import Toolkit, clean

PAGES = sorted(path.parent for path in (Path(__file__).parent / "pages_html").glob("*/gold.json"))


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.name)
def test_a_page_gives_its_record(page: Path, toolkit: Toolkit) -> None:
    gold = json.loads((page / "gold.json").read_text("utf-8"))
    [article] = clean(page / "page.html", toolkit=toolkit).articles
    found = {
        "headline": article.headline,
        "published": article.published,
        "outlet": article.outlet,
        "byline": [one.name for one in article.byline],
        "text": article.text.split("\n"),
    }
    assert found == gold


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.name)
def test_a_parsed_page_gives_the_same(page: Path, toolkit: Toolkit) -> None:
    soup = BeautifulSoup((page / "page.html").read_text("utf-8"), "lxml")
    [one], [other] = clean(soup, toolkit=toolkit).articles, clean(page / "page.html", toolkit=toolkit).articles
    assert (one.headline, one.text, one.published, one.byline) == (
        other.headline,
        other.text,
        other.published,
        other.byline,
    )
