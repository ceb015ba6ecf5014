"""The pages that a file holds: saved pages, web archives, JSON lines, and archives of these."""

import gzip
import io
import json
import lzma
import tarfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from click.testing import CliRunner
from fastwarc.warc import WarcRecord, WarcRecordType

from jiaodong_corpus import RawPage, Rejection, Toolkit, clean, clean_all, load_toolkit
from jiaodong_corpus.cli import main
from jiaodong_corpus.containers import pages_in
from jiaodong_corpus.read import plan_file

URL = "http://www.bandao.test/1.html"
HTML = (
    "<html><head><title>半岛快线首段开工建设</title></head><body><h1>半岛快线首段开工建设</h1>"
    "<p>3月15日,半岛快线首段在莱西开工建设,青岛、烟台两市往来更快。</p><p>首段设站九座,沿线居民一张卡走遍半岛。</p></body></html>"
)
LIMIT = 100_000


def mhtml() -> bytes:
    head = "Snapshot-Content-Location: {}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    part = "--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n"
    return (head.format(URL) + part.format(HTML) + "--x\r\nContent-Type: image/png\r\n\r\nPNG\r\n--x--\r\n").encode()


def jsonl() -> bytes:
    lines = [
        json.dumps({"html": HTML, "url": URL}),
        "",
        "{",
        json.dumps({"text": "标题\n第一段说明情况,内容完整。"}),
        "[1]",
    ]
    return "\n".join(lines).encode()


def warc() -> bytes:
    held = io.BytesIO()
    for status, kind in (
        ("200 OK", "text/html; charset=utf-8"),
        ("404 Not Found", "text/html"),
        ("200 OK", "image/png"),
    ):
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.response)
        record.headers.append("WARC-Target-URI", URL)
        record.set_bytes_content(f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + HTML.encode())
        record.is_http = True
        record.write(held)
    return held.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return held.getvalue()


def read(folder: Path, name: str, content: bytes, limit: int = LIMIT) -> list[RawPage | Rejection]:
    (folder / name).write_bytes(content)
    return list(pages_in(plan_file(folder / name), limit))


def sources(found: list[RawPage | Rejection]) -> list[tuple[str, str | None]]:
    return [(one.source.name, one.source.url) for one in found if isinstance(one, RawPage)]


def test_a_saved_page(tmp_path: Path) -> None:
    [page] = read(tmp_path, "a.mhtml", mhtml())
    assert isinstance(page, RawPage)
    assert (page.source.url, page.source.media_type) == (URL, "text/html")
    assert page.content.decode().strip() == HTML


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_a_web_archive_gives_its_html_pages(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    found = read(tmp_path, "a.warc.gz" if pack is gzip.compress else "a.warc", pack(warc()))
    [page] = found
    assert isinstance(page, RawPage)
    assert page.source.url == URL
    assert page.source.fetched is not None
    assert page.content.decode() == HTML


@pytest.mark.parametrize("charset", ["gbk", "big5"])
def test_the_charset_of_a_saved_page_is_handed_on(tmp_path: Path, charset: str) -> None:
    [page] = read(tmp_path, "a.mhtml", mhtml().replace(b"charset=utf-8", f"charset={charset}".encode()))
    assert isinstance(page, RawPage)
    assert page.charset == charset


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.jsonl", "a.warc"])
def test_an_archive_without_a_page_is_a_rejection(tmp_path: Path, name: str) -> None:
    content = PACKED[name]({"note.md": b"x"}) if name in PACKED else b""
    [rejection] = read(tmp_path, name, content)
    assert isinstance(rejection, Rejection)
    assert "holds no page" in rejection.reason


def test_one_call_cleans_a_saved_page_but_not_an_archive_of_many(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(mhtml())
    assert clean(tmp_path / "a.mhtml").articles[0].source.url == URL
    (tmp_path / "b.zip").write_bytes(zipped(MEMBERS))
    with pytest.raises(ValueError, match="holds several pages"):
        clean(tmp_path / "b.zip")


def test_the_commands_open_archives(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(zipped({"1.html": HTML.encode(), "2.html": HTML.encode()}))
    shown = CliRunner().invoke(main, ["explain", str(tmp_path / "b.zip")])
    assert shown.output.count("半岛快线首段开工建设") == 4
    golden = ["check", str(tmp_path / "b.zip"), "--golden", str(tmp_path / "golden")]
    assert CliRunner().invoke(main, [*golden, "--update"]).exit_code == 0
    checked = CliRunner().invoke(main, golden)
    assert (checked.exit_code, "1 pages, 0 differences" in checked.output) == (0, True)


def test_lines_of_json_fail_one_by_one(tmp_path: Path) -> None:
    found = read(tmp_path, "a.jsonl", jsonl())
    assert [(one.source.name, isinstance(one, RawPage)) for one in found] == [
        ("a.jsonl#1", True),
        ("a.jsonl#3", False),
        ("a.jsonl#4", True),
        ("a.jsonl#5", False),
    ]


MEMBERS = {"b/page.html": HTML.encode(), "note.md": b"x", "c.jsonl": jsonl(), "d.mhtml": mhtml()}
INSIDE = ["b/page.html", "c.jsonl#1", "c.jsonl#4", "d.mhtml"]
PACKED: dict[str, Callable[[dict[str, bytes]], bytes]] = {
    "a.zip": zipped,
    "a.tar": tarred,
    "a.tar.gz": lambda members: gzip.compress(tarred(members)),
    "a.tgz": lambda members: gzip.compress(tarred(members)),
    "a.tar.xz": lambda members: lzma.compress(tarred(members)),
    "a.tar.zst": lambda members: zstandard.ZstdCompressor().compress(tarred(members)),
}


@pytest.mark.parametrize("name", PACKED)
def test_archives_are_read_without_unpacking(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, name, PACKED[name](MEMBERS))
    assert [place for place, _ in sources(found)] == [f"{name}/{inside}" for inside in INSIDE]
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_a_name_cannot_climb_out_of_an_archive(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, name, PACKED[name]({"../../x.html": HTML.encode(), "/etc/y.html": HTML.encode()}))
    assert [place for place, _ in sources(found)] == [f"{name}/x.html", f"{name}/etc/y.html"]


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar.xz"])
def test_a_bomb_is_refused_in_time(tmp_path: Path, name: str) -> None:
    bomb = PACKED[name]({f"{number}.html": bytes(2_000_000) for number in range(20)})
    start = time.process_time()
    found = read(tmp_path, name, bomb, limit=20_000)
    assert time.process_time() - start < 5
    assert isinstance(found[-1], Rejection) or all(
        len(one.content) <= 20_001 for one in found if isinstance(one, RawPage)
    )
    assert sum(len(one.content) for one in found if isinstance(one, RawPage)) <= 51 * 20_000


@pytest.mark.parametrize("name", [*PACKED, "a.mhtml", "a.warc", "a.warc.gz", "a.jsonl"])
def test_a_damaged_file_is_a_rejection(tmp_path: Path, name: str) -> None:
    whole = PACKED[name](MEMBERS) if name in PACKED else gzip.compress(warc()) if name.endswith("gz") else warc()
    for content in (b"", b"\x00\xff nonsense" * 50, whole[: len(whole) // 2]):
        for one in read(tmp_path, name, content):
            assert isinstance(one, RawPage | Rejection)


def test_the_pages_of_an_archive_become_records(tmp_path: Path, toolkit: Toolkit) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(MEMBERS))
    results = list(clean_all([tmp_path], toolkit=toolkit))
    assert [one.source.name for one in results if one.articles][:2] == ["a.zip/b/page.html", "a.zip/c.jsonl#1"]
    assert results[1].articles[0].source.url == URL


def test_a_page_too_large_is_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"1.html": HTML.encode() * 50, "2.html": HTML.encode()}))
    results = list(clean_all([tmp_path], toolkit=load_toolkit(max_bytes=5000)))
    assert [bool(one.rejections) for one in results] == [True, False]
    assert "more than the limit of 5,000" in results[0].rejections[0].reason


HOSTILE_LINES = {
    "longer than the limit": b'{"text": "' + b"a" * 3_000_000 + b'"}',
    "nested deeply": b"[" * 200_000,
    "a number of many digits": b'{"text": ' + b"1" * 50_000 + b"}",
    "no object": b'["text"]',
    "text that is none": b'{"text": {"html": "x"}, "html": 3}',
    "NUL bytes": b"\x00" * 5000,
    "not UTF-8": b'{"text": "\xff\xfe"}',
    "metadata that is none": b'{"text": "", "metadata": [1], "url": {"a": 1}}',
    "half a pair": b'{"text": "\\ud800", "url": "https://a.test/\\ud800"}',
}


@pytest.mark.parametrize("line", HOSTILE_LINES.values(), ids=HOSTILE_LINES.keys())
def test_a_hostile_line_of_json_costs_no_other_and_little_memory(line: bytes, tmp_path: Path) -> None:
    good = json.dumps({"html": HTML}).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\n".join((good, line, good)))
    limited = load_toolkit(max_bytes=300_000)
    # The first time loads what reads damaged text.
    list(clean_all([tmp_path], toolkit=limited))
    tracemalloc.start()
    results = list(clean_all([tmp_path], toolkit=limited))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [bool(one.articles) for one in results] == [True, False, True]
    assert results[1].source.name == "a.jsonl#2"
    assert results[1].rejections
    assert "fault of the program" not in results[1].rejections[0].reason
    assert peak < 40_000_000


GZ, ZST = gzip.compress, zstandard.ZstdCompressor().compress
OF_OTHERS = {
    "datatrove": {"text": "{page}", "id": "a", "media": [], "metadata": {"url": "https://a.test/1", "date": "2021"}},
    "dolma": {"id": "a", "text": "{page}", "source": "common-crawl", "added": "2021-07-02", "metadata": {"url": "https://a.test/1"}},
    "trafilatura": {"title": "半岛港口联手", "source": "https://a.test/1", "raw_text": "{page}", "text": "{page}"},
    "oscar": {"content": "{page}", "url": "https://a.test/1"},
    "ccnet": {"raw_content": "{page}", "url": "https://a.test/1", "date_download": "2021-07-02T00:00:00Z"},
}  # fmt: skip


@pytest.mark.parametrize("tool", OF_OTHERS)
def test_lines_of_other_tools_are_read(tool: str, tmp_path: Path) -> None:
    body = "7月1日,青岛、烟台两市签署合作协议,共建胶东经济圈,推动港口一体化。"
    line = json.dumps(OF_OTHERS[tool], ensure_ascii=False).replace("{page}", body)
    (found,) = read(tmp_path, "a.jsonl", line.encode())
    assert isinstance(found, RawPage)
    assert body in found.content.decode()
    assert found.source.url == "https://a.test/1"
    assert (found.content.decode().splitlines()[0] == "半岛港口联手") == (tool == "trafilatura")
    assert found.source.fetched == {"dolma": "2021-07-02", "ccnet": "2021-07-02T00:00:00Z"}.get(tool)


@pytest.mark.parametrize(("ending", "pack"), [("gz", GZ), ("zst", ZST), ("GZ", GZ)])
def test_packed_files_are_read_under_their_own_name(
    ending: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    lines = b'{"text": "one"}\n{"html": "<p>two</p>"}\n'
    # Two packings one behind the other are one file, as programs that append make them.
    found = read(tmp_path, f"a.jsonl.{ending}", pack(lines[:16]) + pack(lines[16:]))
    assert [place for place, _ in sources(found)] == [f"a.jsonl.{ending}#1", f"a.jsonl.{ending}#2"]
    (page,) = read(tmp_path, f"a.html.{ending}", pack(b"<p>x</p>"))
    assert (page.source.name, page.source.media_type) == (f"a.html.{ending}", "text/html")


def test_a_packed_file_that_is_a_bomb_or_damaged_is_rejected(tmp_path: Path) -> None:
    (bomb,) = read(tmp_path, "a.jsonl.gz", gzip.compress(b"\n" * 10_000_000), limit=1000)
    assert isinstance(bomb, Rejection)
    assert "unpacks to more than" in bomb.reason
    (cut,) = read(tmp_path, "b.html.zst", ZST(b"<p>x</p>" * 1000)[:20])
    assert isinstance(cut, Rejection)
    (none,) = read(tmp_path, "c.exe.gz", GZ(b"x"))
    assert isinstance(none, Rejection)
    assert "holds no page" in none.reason
