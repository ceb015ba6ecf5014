"""Grammars of two kinds of line: fields of metadata (time, source, views …) and datelines."""

import re
from dataclasses import dataclass

from .lexicon import FieldPattern, Lexicon
from .model import Block, Label
from .names import SEPARATORS, is_name, names_people

HINT = re.compile(
    r"^原创\s|\d{4}|[一二][〇○零一二三四五六七八九]{3}年|[:|/丨]|报|网|社|台|新闻|客户端|作者|执笔|撰稿|出处|来源|来自|稿源|围观|编辑|责编|阅读|浏览|发布|更新|前$|民国|^1[01]\d[-/.]\d\d[-/.]"
)
# What stands alone above keywords.
KEYWORDS_HEAD = re.compile(r"^[【\[]?(?:关键[词字]|主题词)[】\]]?$")
MAX_LINE = 160
# The button that stands below the title of a thread.
COPY_LINK = "[复制链接]"
# How the names of columns of briefs end.
NAMES_OF_BRIEFS = "简讯|短讯|快讯|速览|速读|速递|短波|集锦|拾零|短新闻|一句话新闻"
# [1] opens a reference, ① a note.
NOTE = re.compile(r"^(?:\[\d|[①-⑳]|注\s?[:\d])")
# A forum sets what kind of thread it is before its title ([转帖]).
KIND = re.compile(r"^[\[【][^\]】]{2,8}[\]】]\s*")
# How many have read it, alone on a line or with other counts behind it; rounded ones (6.8万) are no number of readers.
READERS = re.compile(
    r"^(?:阅读|浏览|播放)(?:量|数|次数)?\s*[:(]?\s*\d[\d,.]*\s*[万wW]?\+?\s*\)?(?:\s*(?:点?赞|在看|喜欢|分享)\s*\d*)*$"
    r"|^\d[\d,.]*\s*[万wWkK]\+?\s*[人次]?(?:阅读|浏览|播放|点阅|观看)$"
)
# The label of a standfirst (核心提示:).
STANDFIRST = re.compile(
    r"^[【\[(■▌]*\s*(?:[一-鿿\s]{2,6}\s*[】\])]|(?:摘\s*要|导\s*[读语]|提\s*要|(?:AI)?[一-鿿]{2,6}?)(?=\s*[:|丨—\s]))\s*[:|丨—\s]*"
)
# What a program wrote of the text says so (AI摘要:).
MADE_BY_PROGRAM = re.compile(r"^[【\[(]?\s*(?:AI|智能|机器|自动)(?:摘要|总结|导读|速览|提炼|生成)", re.IGNORECASE)
# No dateline is longer, and one with thousands of spaces in it would be tried in all ways of parting them.
MAX_OPENING = 300
# 【本报记者 林晓彤 深圳报道】 before the first words.
LEAD_NAMES = re.compile(
    r"^(?:[【(\[〔]\s*(?P<names>[^】)\]〕。]{3,30}(?:报道|报导)"
    r"|[^】)\]〕。:,]{0,12}\s?(?:记者|通讯员)(?:\s|(?!手记|观察|调查|站|注|节|证|感言|点评|链接|眼))[^】)\]〕。,:]{2,20}(?<![电讯]))\s*[】)\]〕]"
    r"|(?P<plain>(?:记者[^】)\]〕。,:]{2,20}|[一-鿿]{2,4})[/\\][^】)\]〕。,:]{2,6}(?:报道|报导))\s"
    r"|(?P<spoken>(?:本报|本网|本台)?记者\s?[一-鿿]{2,4}(?:、[一-鿿]{2,4}){0,3}(?:报道|报导)):)"
)
# 【香港商报网讯】记者伍敬斌报道:
PLAIN_NAMES = re.compile(
    r"\s*(?:[】\])]\s*)?(?P<names>(?:本报|本网|全媒体|见习|特约|首席|[一-鿿]{2,6}[报网台社])*记者[一-鿿、\s]{2,16}?(?:报道|报导))(?:\s*[:,]|\s)"
)
# Who tells of a notice quotes it, and says who said it; what a site asks to be named by (来源:…) it quotes itself.
MIN_TOLD, QUOTED = 40, re.compile(r"(?:“(?!来源|稿件来源|转载)[^“”]{6,}”|「(?!来源|稿件来源|转载)[^「」]{6,}」)")
SAYS = re.compile(r"(?:说|表示|认为|指出|介绍|坦言|强调|告诉|写道|写明|回应|(?<![简下])称)(?:[,:]|“”)")
# How many something happened to, when, and who knows it: no notice says two of these.
OF_NEWS, MANY_OF_NEWS = (
    re.compile(
        r"[今去]年|昨[天日]|\d月\d{1,2}日(?!起|前|后|生效)|\d(?:家|人|名|万|亿)|据悉|据了解|记者了解|预计|主办方"
    ),
    2,
)
ASKED = re.compile(r"^(?:问|答|主持人|记者|网友)\s?:.{20,}。")
# What has the words of a notice, and news can tell of.
NOTICES = frozenset({Label.DISCLAIMER, Label.FOOTER})
# How a notice opens, and what a site says of itself.
OPENS_NOTICE = re.compile(
    r"^[※【\[(\s]*(?:(?:免责|免费|版权|郑重|特别|本站|本网|转载|法律)?(?:声明|申明)|凡(?:是|本|注明|转载)|简称)"
)
OF_ITSELF = re.compile(
    r"本(?:网|站|平台|公众号)(?:站)?(?:将|不|未|对|部分|转载|享有|所有)|(?:联系|与|经|告知)本(?:网|站|平台)|(?:联系|与|告知)我们"
)


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """A field of metadata on a line: ``start`` and ``end`` are those of its value in the line."""

    field: str
    start: int
    end: int
    rule: str


def width(block: Block) -> int:
    """Return how wide a line of a dump is with its indent, in characters."""
    return block.layout.indent + len(block.text)


def read_fields(folded: str, lexicon: Lexicon) -> tuple[list[FieldMatch], int]:
    """Return the fields on a line, in order, and the number of characters that belong to none of them."""
    fields: list[FieldMatch] = []
    rest = place = 0
    if len(folded) > MAX_LINE or not HINT.search(folded):
        return fields, len(folded)
    # The next place of each field from here on, and those that have one in the order in which they are tried.
    found = [(entry, entry.regex.search(folded)) for entry in lexicon.field_sieve.of(folded)]
    while here := [(entry, match) for entry, match in found if match]:
        begin = min(match.start() for _, match in here)
        rest, place = rest + begin - place, begin
        for entry, match in here:
            if match.start() == place < match.end() and _plausible(entry, match, lexicon):
                fields += _values(entry, match)
                place = match.end()
                break
        else:
            rest, place = rest + 1, place + 1
        found = [
            (entry, match if match.start() >= place else entry.regex.search(folded, place)) for entry, match in here
        ]
    return fields, rest + len(folded) - place


def _values(entry: FieldPattern, match: re.Match[str]) -> list[FieldMatch]:
    if entry.field == "skip":
        return []
    places = {
        entry.field if name == "value" else name: match.span(name)
        for name, value in match.groupdict().items()
        if value and name != "role"
    }
    return [FieldMatch(field, *place, entry.name) for field, place in places.items()]


def _plausible(entry: FieldPattern, match: re.Match[str], lexicon: Lexicon) -> bool:
    if entry.name in {"name-before-time", "name-before-age"}:
        # The author or the channel can stand there too.
        named = match["value"] not in lexicon.menu and not is_name(match["value"], lexicon)
        # 来自Android客户端 2015-11-22: from what it was posted.
        return named and not match["value"].startswith("来自")
    if entry.name == "paper-day-and-page":
        return NOTE.match(match.string) is None
    if entry.name == "reporter-on-line":
        return is_name(SEPARATORS.split(match["value"])[0], lexicon)
    if entry.name in {"names-before-time", "account-without-time"}:
        return all(is_name(word, lexicon) for word in match["author"].split())
    return entry.field != "editor" or names_people(match["value"], lexicon)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report: its place on the line, the places of the outlet's name and of the bracket with the names."""

    start: int
    end: int
    outlet: tuple[int, int] | None
    names: tuple[int, int] | None
    rule: str


def read_dateline(folded: str, lexicon: Lexicon) -> Dateline | None:
    """Read the dateline that opens a paragraph, or return None."""
    opening = folded[:MAX_OPENING]
    for entry in lexicon.dateline_sieve.of(opening):
        match = entry.regex.match(opening)
        if match:
            groups = match.groupdict()
            # 晚报讯 does not say of which place.
            named = groups.get("outlet") not in {None, "晚报", "日报", "早报", "晨报", "时报", "商报"}
            outlet = match.span("outlet") if named else None
            names = match.span("names") if groups.get("names") else None
            plain = None if names else PLAIN_NAMES.match(folded, match.end())
            if plain:
                names = plain.span("names")
            return Dateline(*match.span("value"), outlet, names, entry.name)
    return None


def tells_of_notice(folded: str, lexicon: Lexicon) -> bool:
    """Whether what has the words of a notice is a paragraph of news about notices.

    It has a dateline, somebody says the words, or it tells when something happened, and to how many; and no site speaks in it.
    """
    told = QUOTED.sub("“”", folded)
    if len(folded) < MIN_TOLD or OPENS_NOTICE.match(folded) or OF_ITSELF.search(told):
        return False
    if ASKED.match(folded) or read_dateline(folded, lexicon):
        return True
    return (told != folded and SAYS.search(told) is not None) or len(set(OF_NEWS.findall(told))) >= MANY_OF_NEWS
