"""Pages that nobody wrote: put together from real pieces, and real ones with their bytes flipped, cut, doubled and spliced.

All is drawn from a ``random.Random``, so that a number gives a page again, and hypothesis can make an example smaller.
"""

import json
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from random import Random

from jiaodong_corpus.script import Scripts

ROOT = Path(__file__).parents[1]
# Lines as pages have them. Several to a line make the glued lines that rules cut; marks inside them, the damage.
LINES = [
    "7月1日,青島召開全市推進膠東經濟圈一體化發展工作會議,謀劃了下一步的發展路徑。",
    "成立30多个联盟,签署40多个合作协议,协同推进45项年度重点任务……今年以来,五市携手同行。",
    "本报青岛讯 4月2日,首届全球城市招商引资推介大会在北京举行。",
    "新华社南京6月24日电(记者朱国亮)长三角一体化示范区三周年建设成果23日发布。",
    "“好。很好!”他说,“2021年增长29.6%。”会后,代表们参观了展区(共30个)。",
    "在加快重点领域一体化进程方面,青岛充分发挥牵头城市表率作用,推动胶东五市成立",
    "半岛科创联盟等30多个联盟,签署40多个合作协议。",
    "逐渐消除基本公共服务供应不同,让群众得到实惠。来源:舜网-济南日报",
    "一個活力四射、開放包容的青島都市圈,正駛向更加廣闊的未來。(記者 王賀 李明)",
    "让群众得到实惠,让企业得到便利,让城市更加宜居。【责任编辑:何旭】",
    "首页 > 要闻 > 正文山东胶东经济圈一体化发展新图景徐徐展开",
    "2021-07-02 11:05:42青岛召开全市推进胶东经济圈一体化发展工作会议,会上梳理了积极成果,谋划了下一步。",
    "山東膠東經濟圈一體化發展新圖景徐徐展開",
    "胶东经济圈一体化发展满一年，青岛扛起牵头重任——",
    "發布時間:2021-07-02 11:05:42 文章來源:青島日報",
    "更新时间:2024-08-25 23:23:36",
    "作為黃河流域主要經濟出??冢\ue0dfz東經濟圈與沿黃九省區有著廣泛的合作基礎,將落實好規劃。",
    "列車(chē)駛?cè)胄郯舱尽?/p>",
    "區(qū)域協(xié)調發(fā)展,。青島與煙臺簽署(QFLP)協議?！毒V要》提出,建設(shè)大灣區",
    "鑳朵笢缁忔祹鍦堜竴浣撳寲鍙戝睍鍙栧緱閲嶈",
    "½º¶«¾\xad¼ÃÈ¦Ò»Ìå»¯·¢Õ¹È¡µÃÖØÒª½øÕ¹",
    "2021-12-01 来源:中国起重机械网 人气: 4135",
    "□本报记者 肖芳",
    "青岛财经日报/首页新闻记者 高奕静",
    "责任编辑:林红",
    "济南日报吕传泉摄",
    "核心提示:胶东五市共建共享。",
    "标签:",
    "加速突围,一体化成果初现",
    "首页 要闻 财经 体育 更多",
    "我的位置:首页>文章详情",
    "相关阅读",
    "- 下一篇: 项目落地年”:抓牢青岛发展“生命线”",
    "(免费声明:",
    "本网站所转载的资讯内容,仅代表作者自己的观念,与本网站态度无关。",
    "评论 0人参与,0条评论",
    "Copyright 2023-2024 - www.tftnews.com All Rights Reserved",
    "• <li id=\"yeaqi\"><button id=\"yeaqi\"></button></li>",
    "<p>段落</p><script>var a = 1;</script>&nbsp;",
    "作為黃河流域主要經濟出??冢\ue0dfz東經濟圈與沿黃九省區有著廣泛的合作基礎",
    ",",
    "•",
]  # fmt: skip
MARKS = [
    "\u200b", "\u200b\u200d", "\u00ad", "\ufeff", "\u202e", "\u00a0", "\u3000", "\u2003", "\t", " ", "\x07", "\x00",
    "\x1b", "\x85", "\x1c", "\x0c", "\u2028", "\r", "\ue0df", "\ufffd", "\u0301", "😀", "👩‍👩‍👧", "𠀋", "㐀", "豈", "…", "“",
    "（", "?", "。",
]  # fmt: skip
LINE_ENDS = ["\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b", "\n\u3000\u3000", "\n    ", ""]

ENCODINGS = ("utf-8", "utf-8", "utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "latin-1")
OPEN = (
    "<p>", "<div>", "<div class=content>", "<h1>", "<h2>", "<li>", "<ul><li>",
    "<td>", "<table><tr><td>", "<a href='/x.html'>", "<b>", "<font>",
    "<span style='display:none'>", "<pre>", "<textarea>", "<select><option>",
    "<article>", "<section hidden>", "<figure><img alt='签约现场'><figcaption>",
    "<blockquote>", "<center>", "<svg><title>", "<template>", "<noscript>",
    "<iframe src=x>", "<form><label>", "<dl><dt>", "<ruby>青<rt>", "<math><mi>",
)  # fmt: skip
MARKUP = (
    "<br>", "<br/><br/>", "<hr>", "</p>", "</div>", "</a>", "</td></tr></table>",
    "</ul>", "<!-- 广告 -->", "<!--", "-->", "<![CDATA[", "]]>", "<",
    ">", "&", "&nbsp;", "&#x80;", "&#xd800;", "&#0;", "&lt;p&gt;", "&hellip",
    "&amp;amp;", "<script>var a = '青岛</p>';</script>", "<style>p{}</style>",
    "<script>", "<style>", "<title>", "</title>", "</html>", "<body>",
    "<?xml version='1.0' encoding='gbk'?>", "<meta charset=gbk>",
    "<meta http-equiv=Content-Type content='text/html; charset=big5'>",
    "<base href='https://a.test/'>", "<wbr>", "<img src=x onerror=alert(1)>",
)  # fmt: skip
# What a byte is replaced with or what is put in: what decoders, parsers and readers of lines take for more than itself.
TOKENS = (
    b"\x00", b"\x1b", b"\r", b"\n", b"\t", b"\x80", b"\xff", b"\xfe\xff",
    b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8", b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80", b"\xa1\xa1", b"\x81\x30\x81\x30", b"\xe3\x80\x80",
    b"\xef\xbf\xbd", b"<", b">", b"&", b"</p>", b"<table>", b"<!--",
    b"<script>", b"{", b"\"", b"https://", b"2021-07-02", b"99999999999999999999", b"()", b"|",
)  # fmt: skip
Made = tuple[bytes, str | None]


def real_lines() -> tuple[str, ...]:
    """Return the lines of the seeds and of the text fixtures: articles, furniture and damage as pages have them."""
    pages = sorted((*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/pages/*/page.txt")))
    lines = {
        line for page in pages for line in page.read_bytes().decode("utf-8", "replace").split("\n") if line.strip()
    }
    return (*LINES, *sorted(lines))


def real_pages(*folders: Path) -> tuple[Made, ...]:
    """Return the bytes of seeds and fixtures, and of the HTML pages below ``folders``, each with what it is."""
    pages = (
        *ROOT.glob("seeds/*.txt"),
        *ROOT.glob("tests/pages*/*/page.*"),
        *(one for folder in folders for one in folder.rglob("*.html")),
    )
    return tuple((page.read_bytes(), "text/plain" if page.suffix == ".txt" else "text/html") for page in sorted(pages))


def built(chance: Random, lines: Sequence[str], scripts: Scripts, most: int = 30) -> Made:
    """Return a page of up to ``most`` pieces, damaged a little, as text or as HTML, in some encoding."""
    chosen = [chance.choice(lines) for _ in range(chance.randint(0, most))]
    way = chance.randrange(4)
    if way:
        # The whole page, a part of it, or every other line in the other script.
        chosen = [
            _other_script(line, scripts) if (way == 1, place < len(chosen) // 2, place % 2)[way - 1] else line
            for place, line in enumerate(chosen)
        ]
    chosen = [chance.choice(DAMAGE)(line, chance) if chance.random() < 0.2 else line for line in chosen]
    as_html = chance.random() < 0.5
    text = _as_html(chosen, chance) if as_html else "".join(line + chance.choice(LINE_ENDS) for line in chosen)
    content = text.encode(chance.choice(ENCODINGS), "ignore")
    return content, chance.choice((None, "text/html" if as_html else "text/plain"))


def broken_off(chance: Random, pages: Sequence[Made]) -> Made:
    """Return the first lines of a text page, as text or as HTML whose title is one of its lines.

    What a page ends in stands beside the end of the program's own lists: two rules failed there that no other input found.
    """
    texts = [content for content, media_type in pages if media_type == "text/plain"]
    lines = [line for line in chance.choice(texts).decode("utf-8", "replace").split("\n") if line.strip()]
    kept = lines[: chance.randint(1, len(lines))] if lines else []
    if chance.random() < 0.5:
        return "\n".join(kept).encode(), "text/plain"
    title = chance.choice(lines)[:60] if lines else ""
    body = "".join(f"<p>{escape(line)}</p>" for line in kept)
    return f"<html><head><title>{escape(title)}</title></head><body>{body}</body></html>".encode(), "text/html"


def mutated(chance: Random, pages: Sequence[Made], most: int = 3000) -> Made:
    """Return a page, or more often up to ``most`` bytes of one, with up to eight changes of its bytes."""
    content, media_type = chance.choice(pages)
    if chance.random() < 0.95:
        # Short inputs say as much and are quick.
        start = chance.randrange(max(1, len(content)))
        content = content[start : start + chance.randint(1, most)]
    held = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        chance.choice(MUTATIONS)(held, chance, pages)
    return bytes(held), media_type if chance.random() < 0.8 else chance.choice((None, "text/plain", "text/html"))


def _other_script(line: str, scripts: Scripts) -> str:
    hans = scripts.to_hans(line)
    return scripts.traditionalizer.convert(hans) if hans == line else hans


def _as_html(lines: Sequence[str], chance: Random) -> str:
    parts = []
    if chance.random() < 0.5:
        stated = {
            "@type": "NewsArticle",
            "headline": chance.choice(LINES),
            "datePublished": "2021-07-02",
            "author": [{"name": "王贺"}],
        }
        parts.append(
            f"<!doctype html><html><head><title>{chance.choice(LINES)}_网</title><link rel=canonical href='https://a.test/1'>"
            f"<script type='application/ld+json'>{json.dumps(stated)[: chance.choice((9999, 60))]}</script></head><body>"
        )
    for line in lines:
        opened = "".join(chance.choice(OPEN) for _ in range(chance.randrange(4)))
        closed = "".join(f"</{one.split()[0].rstrip('>')}>" for one in reversed(opened.split("<")[1:]))
        text = escape(line) if chance.random() < 0.7 else line
        parts.append(opened + text + (closed if chance.random() < 0.7 else chance.choice(MARKUP)))
        if chance.random() < 0.2:
            parts.append(chance.choice(MARKUP))
    return "".join(parts)


def _sprinkled(line: str, chance: Random) -> str:
    place = chance.randint(0, len(line))
    return line[:place] + chance.choice(MARKS) + line[place:]


def _slipped(line: str, chance: Random) -> str:
    """A byte of a run is lost, and what follows is read one off."""
    content = bytearray(line.encode("gb18030", "ignore"))
    if content:
        del content[chance.randrange(len(content))]
    return bytes(content).decode("gb18030", "replace")


def _misread(line: str, chance: Random) -> str:
    written, read = chance.choice(
        (("utf-8", "gb18030"), ("gb18030", "latin-1"), ("utf-8", "latin-1"), ("big5hkscs", "gb18030"))
    )
    return line.encode(written, "ignore").decode(read, "replace")


def _cut(line: str, chance: Random) -> str:
    start = chance.randint(0, len(line))
    return line[start : chance.randint(start, len(line))]


def _repeated(line: str, chance: Random) -> str:
    return line * chance.choice((2, 2, 3, 200 // max(1, len(line)) + 1))


def _glued(line: str, chance: Random) -> str:
    return line.rstrip("。") + chance.choice(LINES)


DAMAGE: tuple[Callable[[str, Random], str], ...] = (_sprinkled, _slipped, _misread, _cut, _repeated, _glued)


def _flip(held: bytearray, chance: Random, pages: Sequence[Made]) -> None:
    if held:
        held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)


def _cut_out(held: bytearray, chance: Random, pages: Sequence[Made]) -> None:
    start = chance.randint(0, len(held))
    del held[start : start + chance.choice((1, 1, 2, 3, 40, 400))]


def _double(held: bytearray, chance: Random, pages: Sequence[Made]) -> None:
    start = chance.randint(0, len(held))
    held[start:start] = held[start : start + chance.choice((1, 3, 40, 400))] * chance.choice((1, 1, 2, 30))


def _splice(held: bytearray, chance: Random, pages: Sequence[Made]) -> None:
    other, _ = chance.choice(pages)
    start, place = chance.randint(0, len(other)), chance.randint(0, len(held))
    held[place:place] = other[start : start + chance.randint(1, 600)]


def _put_in(held: bytearray, chance: Random, pages: Sequence[Made]) -> None:
    place = chance.randint(0, len(held))
    held[place : place + chance.randrange(2)] = chance.choice(TOKENS) * chance.choice((1, 1, 1, 2, 50))


MUTATIONS: tuple[Callable[[bytearray, Random, Sequence[Made]], None], ...] = (
    _flip,
    _flip,
    _cut_out,
    _double,
    _splice,
    _put_in,
)
