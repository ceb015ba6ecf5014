"""The report: everything of a page is shown and nothing of it is run; filter, scripts and words work in a browser."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from jiaodong_corpus import report
from jiaodong_corpus.cli import main
from jiaodong_corpus.report import write_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
HOSTILE = """<script>alert(1)</script><img src=x onerror="document.title='run'">青岛开会
胶东五市签署合作协议<script>document.title='run'</script>
2021年7月2日 来源：<b onmouseover=alert(1)>青岛日报</b>
7月1日，青岛市召开胶东经济圈一体化发展工作会议，<img src=x onerror="document.title='run'">会上梳理了一年来的成果。
会议指出，“javascript:alert(1)”、{{ 7 * 7 }} 与 </script></style> 都是正文的一部分，应当照样显示。
据悉，烟台、威海、潍坊、日照四市负责人参加了会议，共同签署了三十项合作协议。
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    (folder / "in" / "<img src=x onerror=alert(1)>.txt").write_text(HOSTILE, encoding="utf-8")
    done = CliRunner().invoke(main, ["clean", str(folder / "in"), "-o", str(folder / "out")])
    assert done.exit_code == 0, done.output
    write_report(folder / "out", folder / "report.html")
    return folder / "report.html"


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="pip install playwright to try the report in a browser"
    )
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no chromium on this machine to open the report in")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


def opened(browser: "Browser", file: Path) -> tuple["Page", list[str]]:
    """Return the page and the list its messages, dialogs and requests over the network go to."""
    page, seen = browser.new_page(), list[str]()
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))

    def dismiss(dialog: "Dialog") -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("request", lambda request: seen.extend([request.url] * (not request.url.startswith("file:"))))
    page.goto(file.as_uri())
    return page, seen


def test_every_block_and_record_of_the_seeds_is_shown(tmp_path: Path) -> None:
    assert write_report(SAMPLE, tmp_path / "report.html") == 5
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    shown = text.partition("<main>")[2]
    blocks = [json.loads(line) for line in (SAMPLE / "audit.jsonl").read_text(encoding="utf-8").splitlines()]
    assert shown.count("<s>") == sum(block["article"] is None for block in blocks)
    assert len(re.findall(r"<div><(?:span|s)>", shown)) == shown.count('class="block') < len(blocks), (
        "some stand together"
    )
    assert "pager</b>, removed<i>pager, 2 blocks</i>" in shown
    assert text.count("<article>") == len((SAMPLE / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    assert "repaired (lost-byte): <del>??冢&lt;U+E0DF&gt;z</del> → <ins>海口，膠</ins>" in text
    assert "All 5 pages." in text
    assert not re.search(r'(?:src|href)="', text), "a static file asks for nothing"
    assert not list(tmp_path.glob(".*")), "no draft is left"


def test_what_stands_on_a_page_is_shown_as_text(hostile: Path) -> None:
    text = hostile.read_text(encoding="utf-8")
    assert text.count("<script") == text.count("</script") == 1
    assert text.count("</style") == 1
    assert "<img" not in text
    assert "onerror=&#34;document.title" in text
    assert "{{ 7 * 7 }}" in text


def test_a_browser_runs_nothing_of_a_page(hostile: Path, browser: "Browser") -> None:
    page, seen = opened(browser, hostile)
    page.locator("summary").first.click()
    assert page.title() == "out: jiaodong_corpus"
    assert "javascript:alert(1)" in page.locator("article .printed .text").inner_text()
    # A script that came in some other way is not allowed to run either.
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">')")
    page.wait_for_timeout(200)
    assert page.title() == "out: jiaodong_corpus"
    assert all("Content Security Policy" in message for message in seen), seen


def test_pages_are_filtered_and_scripts_switched_in_place(tmp_path: Path, browser: "Browser") -> None:
    write_report(SAMPLE, tmp_path / "report.html")
    page, seen = opened(browser, tmp_path / "report.html")
    shown = page.locator("details.page:visible")
    assert shown.count() == 5
    page.locator("#flag").select_option("spun")
    assert (shown.count(), page.locator("#count").inner_text()) == (1, "1 of 5")
    page.locator("#flag").select_option("")
    for text in ("胶东经济圈一体化发展新图景", "膠東經濟圈一體化發展新圖景"):
        page.locator("#text").fill(text)
        assert shown.count() >= 1, f"{text}: found in either script"
    shown.first.locator("summary").click()
    article = shown.first.locator("article").first
    assert "膠東" in article.inner_text()
    page.get_by_label("Simplified").check()
    assert "胶东" in article.inner_text()
    assert "膠東" not in article.inner_text()
    before = article.locator(".hans .text").inner_text()
    article.get_by_role("button", name="Show words").click()
    assert article.locator(".hans .word").count() > 200
    assert re.sub(r"\s", "", article.locator(".hans .text").inner_text()) == re.sub(r"\s", "", before)
    assert not seen


def test_the_keyboard_is_enough(tmp_path: Path, browser: "Browser") -> None:
    write_report(SAMPLE, tmp_path / "report.html")
    page, _ = opened(browser, tmp_path / "report.html")
    page.locator("#label").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.get_by_label("Simplified").is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    first = page.locator("details.page").first
    assert first.get_attribute("open") is not None
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert first.locator(".word").count() > 200


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_out_of_a_narrow_window(width: int, hostile: Path, browser: "Browser") -> None:
    page, _ = opened(browser, hostile)
    page.set_viewport_size({"width": width, "height": 800})
    page.locator("summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_of_many_pages_the_most_doubtful_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert write_report(SAMPLE, tmp_path / "report.html", max_pages=2) == 2
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "2 of 5 pages: those with most doubts." in text
    assert ">spun</span>" in text
    monkeypatch.setattr(report, "MAX_SIZE", 60_000)
    assert 1 <= write_report(SAMPLE, tmp_path / "small.html") < 5
    assert (tmp_path / "small.html").stat().st_size < 100_000


def test_the_command_names_a_folder_that_is_no_corpus(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["report", str(tmp_path), "-o", str(tmp_path / "r.html")])
    assert done.exit_code != 0
    assert "run.json" in done.output
    assert not (tmp_path / "r.html").exists()
