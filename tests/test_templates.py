"""The templates of sites: what recurs from page to page is furniture."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from jiaodong_corpus import RawPage, Source, Toolkit, load_toolkit, process
from jiaodong_corpus.cli import main
from jiaodong_corpus.model import JdcError, Page
from jiaodong_corpus.page import parse
from jiaodong_corpus.templates import Templates, learn, load, save, site_of

SLOGAN = "半岛网携手各界朋友,为您带来最新鲜的本地消息,欢迎随时提供线索。"
STORIES = (
    "半岛快线首段在莱西开工建设,全长八十六公里,设站九座。",
    "烟台港新航线今天开通,每周往返两班。",
    "威海渔船集中返港避风,码头秩序良好。",
)


def html(number: int, story: str = "") -> bytes:
    text = story or STORIES[number % 3]
    return (
        f"<html><head><title>第{number}篇报道的标题_半岛网</title></head><body><h1>第{number}篇报道的标题</h1><div>"
        f"<p>{text}</p><p>记者在现场看到第{number}批工人正在忙碌,各项准备工作已经就绪。</p><p>{SLOGAN}</p></div></body></html>"
    ).encode()


def raw(number: int, site: str = "www.bandao.test", story: str = "") -> RawPage:
    return RawPage(Source(f"{number}.html", url=f"http://{site}/{number}.html"), html(number, story))


def pages(toolkit: Toolkit, site: str = "www.bandao.test") -> list[Page]:
    return [parse(raw(number, site), toolkit) for number in range(4)]


def test_what_recurs_is_furniture_and_the_audit_says_on_how_many_pages(toolkit: Toolkit) -> None:
    tools = load_toolkit(templates=learn(pages(toolkit)))
    [alone], [known] = process(raw(1), toolkit).records, process(raw(1), tools).records
    assert SLOGAN in alone.text
    assert SLOGAN not in known.text
    labelled = process(raw(1), tools).labelled
    assert labelled is not None
    assert [one.rule for one in labelled.blocks if one.block.text == SLOGAN] == ["recurs on 4 pages of www.bandao.test"]


def test_the_order_of_the_pages_does_not_matter(toolkit: Toolkit) -> None:
    assert learn(pages(toolkit)) == learn(reversed(pages(toolkit)))


def test_another_site_keeps_its_lines(toolkit: Toolkit) -> None:
    tools = load_toolkit(templates=learn(pages(toolkit)))
    assert SLOGAN in process(raw(1, "www.other.test"), tools).records[0].text


def test_two_pages_are_no_site_to_learn(toolkit: Toolkit) -> None:
    assert learn(pages(toolkit)[:2]).sites == {}


def test_an_article_that_stands_on_two_pages_is_no_template(toolkit: Toolkit) -> None:
    long = "半岛快线首段在莱西开工建设,全长八十六公里,设站九座,总投资二百一十四亿元,工期四年。"
    twins = [parse(raw(1, story=long), toolkit), parse(raw(1, story=long), toolkit)]
    assert long not in learn([*pages(toolkit), *twins]).sites["www.bandao.test"]


def test_the_site_is_told_by_what_the_page_states(toolkit: Toolkit) -> None:
    page = html(1).replace(b"<head>", b'<head><link rel="canonical" href="http://news.bandao.test/a.html">')
    assert site_of(parse(RawPage(Source("1.html"), page), toolkit)) == "news.bandao.test"
    assert site_of(parse(RawPage(Source("1.html"), html(1)), toolkit)) == ""


def test_templates_can_be_kept(tmp_path: Path, toolkit: Toolkit) -> None:
    learned = learn(pages(toolkit))
    save(learned, tmp_path / "templates.json")
    assert load(tmp_path / "templates.json") == learned


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 7, "sites": {}}', '{"version": 1, "sites": {"a": 3}}'])
def test_what_is_no_templates_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.json").write_text(text)
    with pytest.raises(JdcError, match="holds no templates"):
        load(tmp_path / "t.json")
    with pytest.raises(JdcError):
        load(tmp_path / "none.json")
    with pytest.raises(JdcError):
        save(Templates(), tmp_path / "none" / "t.json")


def test_a_run_learns_by_itself_unless_told_not_to(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(4):
        link = f'<head><link rel="canonical" href="http://www.bandao.test/{number}">'.encode()
        (folder / f"{number}.html").write_bytes(html(number).replace(b"<head>", link))

    def texts(*options: str) -> list[str]:
        done = CliRunner().invoke(main, ["clean", str(folder), "-q", "-o", str(tmp_path / "out"), *options])
        assert done.exit_code == 0, done.output
        lines = (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines]

    assert not any(SLOGAN in text for text in texts())
    kept = tmp_path / "kept.json"
    kept.write_bytes((tmp_path / "out" / "templates.json").read_bytes())
    assert all(SLOGAN in text for text in texts("--no-templates"))
    assert not (tmp_path / "out" / "templates.json").exists()
    assert not any(SLOGAN in text for text in texts("--templates", str(kept)))
    learned = tmp_path / "learned.json"
    assert CliRunner().invoke(main, ["learn", str(folder), "-o", str(learned)]).exit_code == 0
    assert learned.read_bytes() == kept.read_bytes()
