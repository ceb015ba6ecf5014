"""Pages put together from real articles, and how many of these come back: newspaper pages, and pages with lists of titles.

Titles and texts are the gold of the Simplified pages of ``shared/html-dev``; heads, bylines and lists stand around them in
forms that papers and sites have. What should come out is known without annotating. The rules were mended with such pages in view.

    python tests/bench_assembled.py [--count 60] [--seed 5] [--show 3]
"""

import argparse
import json
import random
import re
import sys
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jiaodong_corpus import pipeline
from jiaodong_corpus.model import RawPage, Source
from jiaodong_corpus.record import Record
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

PAGES = Path(__file__).resolve().parents[2] / "shared" / "html-dev" / "pages.tar.xz"
HEADS = (
    "青岛日报 2023年7月2日 星期日 第3版 要闻",
    "2023年7月2日 星期日 责任编辑:王立 版式:李明",
    "第A03版：要闻\n2023年07月02日 星期日",
    "烟台日报\n2023年7月2日 星期日\n03版 综合新闻",
    "A3 区域新闻 2023年7月2日 星期日 编辑 王立 美编 李明 校对 张强",
)
MENU = ("首页 新闻 财经 体育 娱乐 房产 汽车", "当前位置:首页 > 新闻 > 国内")
FIELDS = (
    "2023-07-02 09:15 来源:烟台日报",
    "来源:烟台日报 作者:王立 2023-07-02",
    "发布时间:2023-07-02 09:15:22  来源:烟台网  浏览:352",
)
FOOT = ("关于我们 | 联系我们 | 网站地图", "鲁ICP备12345678号 版权所有")
# How many articles a page has; an article is the first paragraphs of one.
SIZES, MIN_TITLE, MAX_TITLE, MIN_PARAGRAPH = (2, 3, 4, 5, 8, 12), 8, 34, 25
DATELINE = re.compile(r"^[^。]{0,30}(?:讯|电|报道|消息)[\s:：（(][^）)]{0,14}[）)]?\s*")
CLAUSE = re.compile(r"[^，。！？；：]+[，。！？；：]*[”）]*")
# How much (characters) a text may be longer or shorter: a byline or a caption goes into it or out of it.
SLACK = 26


@dataclass(frozen=True)
class Article:
    """A title and the paragraphs of its text."""

    title: str
    paragraphs: tuple[str, ...]


def articles() -> list[Article]:
    """Return the real articles whose titles a page can print on one line."""
    found = []
    with tarfile.open(PAGES) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".json") else None
            page = json.load(file) if file else {}
            title, text = (page.get("title") or "").strip(), page.get("text") or ""
            if text and page["script"] == "hans" and MIN_TITLE <= len(title) <= MAX_TITLE and "_" not in title:
                found.append(Article(title, tuple(line.strip() for line in text.split("\n") if line.strip())))
    return found


def shorten(article: Article, chance: random.Random) -> Article:
    """Return the first whole paragraphs of an article."""
    whole = [one for one in article.paragraphs if len(one) >= MIN_PARAGRAPH and one[-1] in "。！？”…）)"]
    return Article(article.title, tuple(whole[: chance.randint(2, 7)]))


def opened(article: Article, lead: str) -> Article:
    """Return an article whose text opens with a dateline or a byline in place of its own."""
    first, *rest = article.paragraphs
    return Article(article.title, (f"{lead}{DATELINE.sub('', first) or first}", *rest))


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a paragraph in a column; no mark stands first on a line."""
    return re.findall(rf".{{1,{width}}}[，。！？；：、”）》]*", text)


def printed(article: Article, style: str, place: int = 0) -> tuple[Article, list[str]]:
    """Return an article, and its lines as a newspaper of some style prints it; ``place`` is its place on the page."""
    leads = {
        "dateline with reporter": "本报讯（记者 王立）", "dateline": "本报讯 ", "agency": "新华社北京7月1日电（记者王立）",
        "reporter in brackets": "（记者王立）", **dict.fromkeys(COLUMNS, "本报讯（记者 王立）"),
    }  # fmt: skip
    if style in leads:
        article = opened(article, leads[style])
    if style == "text on the line of its title":
        return article, [f"{article.title} {''.join(article.paragraphs)}"]
    if style.startswith("hard-wrapped"):
        indent = "" if style.endswith("no indents") else "\u3000\u3000"
        lines = [line for text in article.paragraphs for line in wrapped(f"{indent}{text}", WIDTH)]
        return article, [article.title, *lines]
    if style == "name of a series above":
        return article, [SERIES[place % len(SERIES)], article.title, *article.paragraphs]
    below = {"byline below title": ["□本报记者 王立"], "name below title": ["王立"]}.get(style, [])
    behind = {"byline below text": ["本报记者 王立"]}.get(style, [])
    title = ("■" if style == "title behind a mark" else "") + article.title
    text = list(article.paragraphs)
    if style == "name behind text":
        text[-1] += "（王立）"
    space = [""] if style == "unsigned, blank lines" else []
    return article, [title, *space, *below, *text, *behind, *space]


COLUMNS = ("text on the line of its title", "hard-wrapped", "hard-wrapped, no indents", "name of a series above")
SERIES, WIDTH = ("高质量发展调研行", "聚焦两会", "胶东经济圈一体化发展", "我市扎实推进项目建设"), 20
PAPERS = (
    "dateline with reporter", "dateline", "agency", "reporter in brackets", "byline below title", "name below title",
    "byline below text", "name behind text", "unsigned", "unsigned, blank lines", "title behind a mark", *COLUMNS,
)  # fmt: skip


def newspapers(pool: Sequence[Article], style: str, chance: random.Random) -> Iterator[tuple[list[Article], str]]:
    """Yield pages of a style without end: the articles, and the page."""
    while True:
        picked = (shorten(one, chance) for one in chance.sample(pool, 60))
        some = [one for one in picked if len(one.paragraphs) > 1][: chance.choice(SIZES)]
        done = [printed(one, style, place) for place, one in enumerate(some)]
        lines = [chance.choice(HEADS), *(line for _, part in done for line in part)]
        yield [article for article, _ in done], "\n".join(lines)


LISTS = (
    "titles below", "dated titles below", "titles and days below", "titles above", "titles below editor",
    "neighbours and titles below", "teasers below", "links amid the text", "no list, no head", "ranking and comments below",
    "head and text on a line", "page on a line", "one clause a line", "clauses without marks",
)  # fmt: skip


def listed(pool: Sequence[Article], style: str, chance: random.Random) -> Iterator[tuple[list[Article], str]]:
    """Yield pages of one article with a list of other titles, without end."""
    while True:
        article, *others = chance.sample(pool, 12)
        article = Article(article.title, article.paragraphs[: chance.randint(3, 14)])
        titles = [one.title for one in others][: chance.randint(2, 9)]
        days = [f"2023-0{chance.randint(1, 9)}-{chance.randint(10, 28)}" for _ in titles]
        half = len(article.paragraphs) // 2
        clauses = [one for text in article.paragraphs for one in CLAUSE.findall(text)]
        text = list(article.paragraphs)
        head = [*MENU, article.title, chance.choice(FIELDS)]
        pages = {
            "titles below": [*head, *text, *titles],
            "dated titles below": [*head, *text, *map(" ".join, zip(titles, days, strict=True))],
            "titles and days below": [*head, *text, *(one for pair in zip(titles, days, strict=True) for one in pair)],
            "titles above": [*MENU, *titles, *head[2:], *text],
            "titles below editor": [*head, *text, "责任编辑:王立", *titles],
            "neighbours and titles below": [*head, *text, f"上一篇:{titles[0]}", f"下一篇:{titles[1]}", *titles],
            "teasers below": [
                *head,
                *text,
                *(line for one in others[: len(titles)] for line in (one.title, f"近日,{one.paragraphs[0][:70]}...")),
            ],
            "links amid the text": [*head, *text[:half], "相关阅读", *titles[:3], *text[half:]],
            "no list, no head": [article.title, *text],
            "ranking and comments below": [
                *head, *text, "热门文章", *(f"{place}. {one}" for place, one in enumerate(titles, 1)), "最新评论", "说得好!",
            ],
            "head and text on a line": [*MENU, " ".join([*head[2:], *text])],
            "page on a line": [" ".join([*head, *text, "责任编辑:王立", "相关新闻", *titles, *FOOT])],
            "one clause a line": [*head, *clauses],
            "clauses without marks": [*head, *(line for one in clauses if (line := one.rstrip("，。；：！")))],
        }  # fmt: skip
        yield [article], "\n".join([*pages[style], *(() if style in {"no list, no head", "page on a line"} else FOOT)])


def letters(text: str) -> str:
    """Return only the letters and digits of a text."""
    return re.sub(r"\W", "", text)


def is_back(article: Article, records: Sequence[Record], toolkit: Toolkit) -> bool:
    """Whether a record has the text of an article, but for a byline, and its title."""
    body = letters(toolkit.language.to_hans("".join(article.paragraphs)))
    title = letters(toolkit.language.to_hans(article.title))
    for record in records:
        # A standfirst is the summary of the record.
        text = letters(record.hans.text)
        whole = letters(record.hans.summary or "") + text
        same = any(abs(len(one) - len(body)) <= SLACK and one[20:60] in body for one in (text, whole))
        if same and text[-60:] in body and letters(record.hans.headline or "") == title:
            return True
    return False


def main() -> None:
    """Print the share of articles that come back whole with their titles, by style."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=60, help="pages of each style")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--show", type=int, default=0, help="print so many pages of each style that went wrong")
    args = parser.parse_args()
    if not PAGES.exists():
        sys.exit(f"{PAGES} is absent: no articles to put together")
    toolkit, pool = load_toolkit(), articles()
    for kind, make, styles in (("newspaper", newspapers, PAPERS), ("site", listed, LISTS)):
        for style in styles:
            made, all_back, shown = make(pool, style, random.Random(args.seed)), 0, 0
            total = 0
            for _ in range(args.count):
                truth, page = next(made)
                records = pipeline.process(RawPage(Source("page.txt", media_type="text/plain"), page.encode()), toolkit)
                back = sum(is_back(one, records.records, toolkit) for one in truth)
                total, all_back = total + len(truth), all_back + back
                if back < len(truth) and shown < args.show:
                    shown += 1
                    print(f"--- {style}: {back} of {len(truth)}\n{page}\n")
            print(f"{kind:<10} {style:<28} {all_back:>4} of {total:>4}  {all_back / total:6.1%}")


if __name__ == "__main__":
    main()
