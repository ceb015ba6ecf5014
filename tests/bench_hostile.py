"""What hostile pages and archives come to: records or a rejection, in what time and memory. Nothing is asserted.

    python tests/bench_hostile.py [CASE…]

Each case is a file that ``jdc clean`` reads in a process of its own, with its defaults; a good page stands beside it and must
become its record. ``tests/test_hostile.py`` asserts the same of smaller ones.
"""

import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

GOOD = "<html><title>青岛与烟台携手共建</title><h1>青岛与烟台携手共建</h1><p>6月1日,青岛、烟台两市签署合作协议,共建胶东经济圈。</p>"
TEXT = "<h1>青岛与烟台携手共建</h1><p>6月1日,青岛、烟台两市签署合作协议,共建胶东经济圈。</p><p>两市将在产业、交通、生态等领域合作。</p>"
LINES = [
    "青岛与烟台签署合作协议",
    "两市将在港口、产业和文旅方面加强合作,进一步推动胶东经济圈一体化发展。",
    "会议还讨论了下一步的计划,各部门将按照分工推进相关工作。",
]
MB = 1_000_000
# Seconds after which a case is ended.
LIMIT = 120.0
COMMAND = """
import resource, sys
from jiaodong_corpus.cli import main
try:
    main()
finally:
    # Not ru_maxrss of the process itself, which is that of the one that started it, too.
    used = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(max(used, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024, file=sys.stderr)
"""


def page(body: str, head: str = "") -> bytes:
    """Return a page around a body."""
    return f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def zipped(members: dict[str, bytes]) -> bytes:
    """Return an archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def bomb(size: int) -> bytes:
    """Return a packed page of ``size`` megabytes of one letter."""
    held = io.BytesIO()
    with gzip.GzipFile(fileobj=held, mode="wb") as packed:
        for _ in range(size):
            packed.write(b"x" * MB)
    return held.getvalue()


def links() -> bytes:
    """Return a tar whose members are links and paths out of it."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, kind, target in (
            ("evil.html", tarfile.SYMTYPE, "/etc/passwd"),
            ("hard.html", tarfile.LNKTYPE, "../../x.html"),
            ("pipe.html", tarfile.FIFOTYPE, ""),
        ):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, target
            archive.addfile(member)
        for name in ("../../x.html", "/tmp/absolute.html", "..\\..\\y.html"):
            member = tarfile.TarInfo(name)
            member.size = len(GOOD.encode())
            archive.addfile(member, io.BytesIO(GOOD.encode()))
    return held.getvalue()


def warc(cut: int) -> bytes:
    """Return a web archive of two pages that lacks its last ``cut`` bytes."""
    records = b""
    for number in range(2):
        body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{GOOD}".encode()
        records += (
            (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/{number}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
            ).encode()
            + body
            + b"\r\n\r\n"
        )
    return records[:-cut]


def mhtml(boundary: str) -> bytes:
    """Return a saved page whose parts are set apart by another boundary than it says."""
    return (
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="said"\r\n\r\n--{boundary}\r\nContent-Type: text/html; '
        f"charset=utf-8\r\n\r\n{GOOD}\r\n--{boundary}\r\n"
    ).encode()


def unclosed(tag: str) -> bytes:
    """Return a page whose text stands in an element that is not closed."""
    return page(f"<p>青岛</p><{tag}>" + TEXT * 1000)


def articles(count: int) -> bytes:
    """Return a dump of so many short articles, each with its head."""
    fields = "港航铁路物流文旅教育医疗农业渔业制造能源环保水务"
    lines = []
    for number in range(count):
        field, day = fields[number % 24] + fields[number * 7 % 23] + fields[number * 5 % 19], number % 28 + 1
        lines += [
            f"胶东五市签署{field}合作协议 {number}项工程开工",
            f"2026-03-{day:02d} 10:{number % 60:02d} 来源:大众日报",
            f"本报青岛3月{day}日讯(记者 王小明)青岛、烟台、威海、潍坊、日照五市{day}日在青岛签署{field}合作协议,共建{number}项工程。",
            f"按照协议,五市将在{field}领域共享资源,推进标准统一,{number}家企业参与其中。",
            f"据介绍,今年以来,{field}投资增长{number % 30}%,群众满意度不断提高。",
        ]
    return "\n".join(lines).encode()


def attributes(count: int) -> str:
    """Return so many attributes, each of a name of its own."""
    return " ".join(f"data-a{number}='{number}'" for number in range(count))


CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "100,000 nested div": ("html", lambda: page("<div>" * 100_000 + TEXT)),
    "100,000 nested ul li": ("html", lambda: page("<ul><li>" * 50_000 + TEXT)),
    "100,000 nested span": ("html", lambda: page("<span>" * 100_000 + TEXT)),
    "100,000 nested tables": ("html", lambda: page("<table><tr><td>" * 33_000 + TEXT)),
    "100,000 attributes in a tag": ("html", lambda: page(f"<div {attributes(100_000)}>{TEXT}</div>")),
    "20,000 tags of 50 attributes": ("html", lambda: page(f"<i {attributes(50)}>青</i>" * 20_000 + TEXT)),
    "5,000 formatting tags left open": (
        "html", lambda: page("".join(f"<p><b id={number}>青岛" for number in range(5_000)) + TEXT)),
    "1,000 formatting tags left open": (
        "html", lambda: page("".join(f"<p><b id={number}>青岛" for number in range(1_000)) + TEXT)),
    "misnested <b><i>": ("html", lambda: page("<b><i>青岛</b>" * 50_000 + TEXT)),
    "misnested <a><div>": ("html", lambda: page("<a href=x><div>青岛</a>" * 30_000 + TEXT)),
    "<select><option> never closed": ("html", lambda: page("<select>" + "<option>青岛" * 100_000 + TEXT)),
    "<b><div> closed at the end": ("html", lambda: page("<b><div>" * 20_000 + "</b>" * 20_000 + TEXT)),
    "</p> 200,000 times": ("html", lambda: page("</p>" * 200_000 + TEXT)),
    "</x> in 50,000 open <x>": ("html", lambda: page("<x>" * 50_000 + "</y>" * 50_000 + TEXT)),
    "page of 100 MB": ("html", lambda: page("<p>青岛与烟台共建都市圈。" * 2_800_000)),
    "page of 19 MB, paragraphs": ("html", lambda: page("<p>青岛与烟台共建都市圈。</p>" * 450_000)),
    "page of 19 MB, one paragraph": ("html", lambda: page("<p>" + "青岛与烟台共建都市圈。" * 560_000)),
    "page of 19 MB of links": ("html", lambda: page("<li><a href=x>青岛</a>" * 900_000)),
    "10 million blocks, 40 MB": ("html", lambda: b"<p>x" * 10_000_000),
    "5 million blocks, 20 MB": ("html", lambda: b"<p>x" * 4_999_000),
    "5 million lines, 20 MB": ("txt", lambda: "青\n".encode() * 4_999_000),
    "100,000 spaces in a line": ("txt", lambda: ("\n".join([*LINES[:2], "测" + " " * 100_000 + "3", *LINES[2:]])).encode()),
    "1,200 articles": ("txt", partial(articles, 1_200)),
    "5,300 articles": ("txt", partial(articles, 5_300)),
    "20 MB of <": ("html", lambda: b"<html>" + b"<" * 19_900_000),
    "20 MB of <!--": ("html", lambda: b"<html>" + b"<!--" * 4_900_000),
    "20 MB of <a ": ("html", lambda: b"<html>" + b"<a " * 6_600_000),
    "20 MB of &amp;": ("html", lambda: b"<html><p>" + b"&amp;" * 3_900_000),
    "comment that is not closed": ("html", lambda: page("<p>青岛</p><!-- " + TEXT * 1000)),
    **{f"<{tag}> that is not closed": ("html", partial(unclosed, tag)) for tag in ("script", "style", "textarea", "title", "noscript", "iframe", "template", "xmp", "plaintext", "svg")},
    "NUL bytes between all characters": ("html", lambda: b"\x00".join(bytes([byte]) for byte in page(TEXT))),
    "NUL bytes in the text": ("html", lambda: page(TEXT.replace("青岛", "青\x00岛") + "<p>两市携手共建。</p>" * 50)),
    "only script": ("html", lambda: page("<script>" + "var a = '<p>青岛</p>';" * 100_000 + "</script>")),
    "only frames": ("html", lambda: b"<html><frameset cols=1,1>" + b"<frame src=a.html>" * 50_000 + b"</frameset></html>"),
    "nested JSON-LD": (
        "html", lambda: page(TEXT, '<script type="application/ld+json">' + "[" * 90_000 + "]" * 90_000 + "</script>")),
    "big JSON-LD": (
        "html", lambda: page(TEXT, '<script type="application/ld+json">{"a":"' + "x" * 10 * MB + '"}</script>')),
    "zip bomb": ("zip", lambda: zipped({"a.html": b"x" * 2_000 * MB})),
    "zip of 40 bombs": ("zip", lambda: zipped({f"{number}.html": b"x" * 50 * MB for number in range(40)})),
    "zip of 50,000 empty pages": ("zip", lambda: zipped({f"{number}.html": b"" for number in range(50_000)})),
    "zip with paths out of it": ("zip", lambda: zipped({"../../x.html": GOOD.encode(), "/abs.html": GOOD.encode()})),
    "zip cut off": ("zip", lambda: zipped({"a.html": GOOD.encode() * 100})[:-30]),
    "gzip bomb of 3 GB": ("html.gz", lambda: bomb(3_000)),
    "gzip bomb in a WARC": ("warc.gz", lambda: bomb(3_000)),
    "JSONL, a line of 3 GB packed": ("jsonl.gz", lambda: bomb(3_000)),
    "tar with links and paths out of it": ("tar", links),
    "WARC cut off": ("warc", lambda: warc(60)),
    "WARC of noise": ("warc", lambda: os.urandom(5 * MB)),
    "WARC that claims 10^15 bytes": (
        "warc", lambda: warc(1).replace(b"Content-Length: ", b"Content-Length: 1000000000000", 1)),
    "MHTML with broken boundaries": ("mhtml", lambda: mhtml("meant")),
    "MHTML of 200,000 parts": (
        "mhtml", lambda: b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n' + b"--x\r\n\r\n" * 200_000),
    "MHTML nested 10,000 deep": (
        "mhtml", lambda: b"".join(
            f'Content-Type: multipart/related; boundary="x{number}"\r\n\r\n--x{number}\r\n'.encode() for number in range(10_000))),
    "JSONL with broken lines": (
        "jsonl", lambda: b'{"html": 7}\n{"html"\n\xff\xfe\n[]\n' + json.dumps({"html": GOOD}).encode() + b"\n" + b"[" * 100_000 + b"\n"),
    "JSONL with a line of 60 MB": (
        "jsonl", lambda: b'{"html": "' + b"x" * 60 * MB + b'"}\n' + json.dumps({"html": GOOD}).encode() + b"\n"),
}  # fmt: skip


def run(extension: str, content: bytes, limit: float) -> str:
    """Clean one case beside a good page; return what came of it."""
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place, "a", "pages"), Path(place, "a", "out")
        folder.mkdir(parents=True)
        (folder / f"case.{extension}").write_bytes(content)
        (folder / "good.html").write_text(GOOD, encoding="utf-8")
        start = time.perf_counter()
        try:
            done = subprocess.run(
                [sys.executable, "-c", COMMAND, "clean", str(folder), "-o", str(out), "-q"],
                capture_output=True, text=True, timeout=limit, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return f"STILL RUNNING after {limit:.0f} s"
        seconds = time.perf_counter() - start
        files = {path.relative_to(place).as_posix() for path in Path(place).rglob("*") if path.is_file()}
        strays = {one for one in files if not one.startswith(("a/out/", "a/pages/"))}
        if not (out / "articles.jsonl").exists():
            return f"NO OUTPUT, exit {done.returncode}: {done.stderr[-200:]}"
        records = [json.loads(line) for line in (out / "articles.jsonl").read_text("utf-8").splitlines()]
        rejected = [json.loads(line) for line in (out / "rejected.jsonl").read_text("utf-8").splitlines()]
        good = any(one["source"]["path"] == "good.html" for one in records)
        reasons = [one["reason"][:70] for one in rejected][:3]
        said = "; ".join(reasons) if reasons else "–"
        trouble = ("" if good else " GOOD PAGE LOST") + (f" STRAY {strays}" if strays else "")
        memory = done.stderr.strip().splitlines()[-1]
        return (
            f"{len(records) - good} records, {len(rejected)} rejected: {said} | {seconds:.1f} s | {memory} MB{trouble}"
        )


def main() -> None:
    """Run the cases that are named, or all."""
    chosen = sys.argv[1:] or list(CASES)
    for name in chosen:
        extension, make = CASES[name]
        print(f"{name} | {run(extension, make(), LIMIT)}", flush=True)


if __name__ == "__main__":
    main()
