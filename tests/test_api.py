"""The library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import jiaodong_corpus as jdc
from jiaodong_corpus import Label, Toolkit

NEWS = "胶东五市共建半岛快线\n\n3月15日,连接青岛、烟台两市的半岛快线在莱西开工,全长86.5公里。\n"
HTML = "<html><body><h1>胶东五市共建半岛快线</h1><p>3月15日,连接青岛、烟台两市的半岛快线在莱西开工,全长86.5公里。</p></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "c/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(NEWS, encoding="utf-8")
    return tmp_path


def test_text_bytes_path_and_document_give_the_same_article(folder: Path, toolkit: Toolkit) -> None:
    pages: list[str | bytes | Path | BeautifulSoup] = [NEWS, NEWS.encode(), NEWS.encode("gb18030"), folder / "a.txt"]
    pages += [HTML, BeautifulSoup(HTML, "lxml")]
    articles = [article for page in pages for article in jdc.clean(page, toolkit=toolkit).articles]
    assert len(articles) == len(pages)
    assert {(one.headline, one.text) for one in articles} == {(articles[0].headline, articles[0].text)}
    assert articles[0].headline == "胶东五市共建半岛快线"
    assert len({one.id for one in articles}) == len(pages)


def test_a_result_has_articles_blocks_and_rejections(toolkit: Toolkit) -> None:
    result = jdc.clean(NEWS, toolkit=toolkit)
    assert isinstance(result.articles, tuple)
    assert [one.label for one in result.blocks] == [Label.HEADLINE, Label.BODY]
    assert result.rejections == ()


@pytest.mark.parametrize("page", ["首页\n要闻\n", "", "\n\n", b"", "<html></html>"])
def test_a_page_without_an_article_has_a_rejection(page: str | bytes, toolkit: Toolkit) -> None:
    result = jdc.clean(page, toolkit=toolkit)
    assert result.articles == ()
    assert [one.kind for one in result.rejections] == ["no_article"]


def test_bytes_that_are_not_text_have_a_rejection(toolkit: Toolkit) -> None:
    result = jdc.clean(bytes(range(256)), toolkit=toolkit)
    assert [(one.kind, one.stage) for one in result.rejections] == [("error", "decode")]
    assert result.blocks == ()


def test_a_string_that_names_a_file_is_refused(folder: Path, toolkit: Toolkit) -> None:
    with pytest.raises(ValueError, match=r"hand over Path\("):
        jdc.clean(str(folder / "a.txt"), toolkit=toolkit)


@pytest.mark.parametrize("text", ["没有这个文件.txt", "x" * 5000, "a\0b", "/"])
def test_a_line_that_names_no_file_is_text(text: str, toolkit: Toolkit) -> None:
    assert jdc.clean(text, toolkit=toolkit).articles == ()


@pytest.mark.parametrize("page", [None, 5, ["a.txt"], bytearray(b"x")], ids=lambda page: type(page).__name__)
def test_anything_else_is_a_type_error(page: object, toolkit: Toolkit) -> None:
    with pytest.raises(TypeError, match=f"cannot clean a {type(page).__name__}: hand over text"):
        jdc.clean(page, toolkit=toolkit)  # type: ignore[arg-type]


def test_a_folder_is_not_one_page(folder: Path, toolkit: Toolkit) -> None:
    with pytest.raises(ValueError, match="clean_all"):
        jdc.clean(folder, toolkit=toolkit)


def test_a_path_of_a_folder_of_one_page_is_still_a_folder(folder: Path, toolkit: Toolkit) -> None:
    with pytest.raises(ValueError, match="clean_all"):
        jdc.clean(folder / "c", toolkit=toolkit)


def test_a_missing_file_is_named(folder: Path, toolkit: Toolkit) -> None:
    with pytest.raises(jdc.JdcError, match=r"missing\.txt: no such file"):
        jdc.clean(folder / "missing.txt", toolkit=toolkit)


def test_a_path_is_never_a_glob_or_standard_input(folder: Path, toolkit: Toolkit) -> None:
    for name in ("*.txt", "-"):
        with pytest.raises(jdc.JdcError):
            jdc.clean(folder / name, toolkit=toolkit)


def test_an_address_goes_into_record_and_id(toolkit: Toolkit) -> None:
    there, elsewhere = (
        jdc.clean(NEWS, url=url, toolkit=toolkit).articles[0] for url in ("http://a.cn/1", "http://a.cn/2")
    )
    assert there.source.url == "http://a.cn/1"
    assert there.id != elsewhere.id
    assert there.id == jdc.clean(NEWS.encode(), url="http://a.cn/1", toolkit=toolkit).articles[0].id


def test_text_that_cannot_be_encoded_does_not_raise(toolkit: Toolkit) -> None:
    # Half of a pair, as broken JSON gives it.
    result = jdc.clean(NEWS + "\ud83d表情", toolkit=toolkit)
    assert [one.headline for one in result.articles] == ["胶东五市共建半岛快线"]


def test_a_toolkit_is_loaded_where_none_is_given() -> None:
    assert jdc.clean(NEWS).articles[0].headline == "胶东五市共建半岛快线"


def test_many_pages_come_in_order_of_name(folder: Path, toolkit: Toolkit) -> None:
    names = [
        result.source.name
        for result in jdc.clean_all([folder / "b.txt", folder / "a.txt", folder / "c"], toolkit=toolkit)
    ]
    assert names == ["a.txt", "b.txt", "d.txt"]


def test_many_pages_are_read_one_by_one(folder: Path, toolkit: Toolkit) -> None:
    results = jdc.clean_all([folder], toolkit=toolkit)
    assert isinstance(results, Iterator)
    assert next(results).source.name == "a.txt"
    # The next page is read only now: it is gone, and the one behind it is not affected.
    (folder / "b.txt").unlink()
    broken, last = list(results)
    assert [(one.kind, one.stage) for one in broken.rejections] == [("error", "read")]
    assert last.articles[0].headline == "胶东五市共建半岛快线"


def test_what_matches_nothing_is_told_at_once(tmp_path: Path, toolkit: Toolkit) -> None:
    with pytest.raises(jdc.JdcError, match=r"missing\.txt: no such file"):
        jdc.clean_all([tmp_path / "missing.txt"], toolkit=toolkit)


def test_the_names_of_the_package_are_there() -> None:
    assert [name for name in jdc.__all__ if not hasattr(jdc, name)] == []
    assert (Path(jdc.__file__).parent / "py.typed").exists()


def test_results_are_shown_in_a_line_and_in_a_notebook(toolkit: Toolkit) -> None:
    result = jdc.clean("首页 新闻 财经 体育\n" + NEWS.replace("莱西", "<b onmouseover=x>莱西</b>"), toolkit=toolkit)
    (article,) = result.articles
    assert repr(result) == "<CleanResult <text>: 1 records, 3 blocks>"
    assert repr(article).startswith(f"<Record {article.id}: 胶东五市共建半岛快线 (zh-Hans, ")
    page, record = result._repr_html_(), article._repr_html_()
    assert page.count('class="block') == 3
    assert page.count("nav, removed") == 1
    for shown in (page, record):
        assert "膠東五市" in shown or "連接青島" in shown
        assert "<b onmouseover" not in shown
        assert "<script" not in shown
    rejected = jdc.clean("首页\n新闻\n", toolkit=toolkit)
    assert "no article" in repr(rejected)
    assert "no article" in rejected._repr_html_()
