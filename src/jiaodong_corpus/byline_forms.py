"""Bylines that no word introduces, but the form of the line: 石佳/中国青年报, ◎陈世豪(竹南镇), 王小明/台北报导."""

import re
from dataclasses import dataclass

from .byline_names import LONG_PLACE, NameMatch
from .lexicon import Lexicon
from .names import OUTLET, is_name
from .signatures import find_signature

# 黄楷茵 报道, 赖婉仪(退休教师)
SIGNED = re.compile(
    r"(?P<name>[一-鿿]{2,4})(?:\s+(?:[一-鿿]{2,6}(?=报[道导]))?(?:报道|报导|采写|撰文|供稿|著)|\((?:退休[一-鿿]{2,4}|上班族|家庭主妇|读者|市民|村民|居民|网友|职工|教师|(?:大学|中学)生)\))"
)
# (老教授协会 供稿 林占 摄影)
GIVEN = re.compile(r"[(【](?P<who>[一-鿿]{2,16})\s?供稿\s(?P<name>[一-鿿]{2,4})\s?摄影?[)】]")
# 石佳/中国青年报, (欧阳慕白,作者系湖南一所高校讲师)
SLASHED = re.compile(
    r"作者\s*:\s*(?P<writer>[一-鿿]{2,4}),\s*[^。:]{4,40}|(?P<name>[一-鿿]{2,4})(?:\s*/\s*(?P<outlet>[一-鿿]{2,10}(?:报社?|网|社|周刊))|[,(]\s*(?:作者)?(?:系|单位:|为)[^。:]{4,40})"
)
# 【华视新闻 林书晴 报导】, (中国台湾网 何静)
BRACKETED = re.compile(
    r"[【\[(](?P<outlet>[一-鿿A-Za-z]{2,10}?)(?:记者)? "
    r"(?P<names>(?<=[网报社台] )[一-鿿]{2,3}(?=\)$)|[一-鿿]{2,3}(?:[ 、][一-鿿]{2,3})?"
    r"(?= ?(?:/[一-鿿]{2,4} ?)?(?:综合|专题)?报[道导]))[^()]*[)\]】]"
)
# 王小明/台北报导, 台湾好新闻 王小明 台北报导: names of three characters, since places of two look like names.
FILED = re.compile(
    r"[【\[(〔]?(?:(?P<names>[一-鿿]{3}(?:、[一-鿿]{2,3}){0,2}) ?/ ?"
    r"|(?P<outlet>[一-鿿A-Za-z]{3,10}?)(?:记者)? (?P<name>[一-鿿]{3}) )[一-鿿]{2,6}?报[道导][)\]】〕]?"
)
HAN_PART = re.compile("[一-鿿]+")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote: names with roles, and the place of the outlet's name, where one stands before them."""

    names: tuple[NameMatch, ...]
    outlet: tuple[int, int] | None


def read_by_form(folded: str, place: tuple[int, int], lexicon: Lexicon, bare: bool) -> Byline | None:
    """Read a name that no word introduces from a line, or from ``place`` on it; None where the line has no such form."""
    signature = find_signature(folded, lexicon, bare)
    if signature:
        return Byline((NameMatch("author", *signature),), None)
    core = folded.strip("■□◎ ")
    signed = SIGNED.fullmatch(core) or SIGNED.fullmatch(core[1:-1] if core.startswith("(") else "")
    # Behind a mark a reader signs with a pen name, too (□晓敏(市民)).
    if signed and (is_name(signed["name"], lexicon) or (folded[0] in "□■" and folded.endswith(")"))):
        first = folded.index(signed["name"])
        return Byline((NameMatch("author", first, first + len(signed["name"])),), None)
    if filed := _read_filed(folded, lexicon):
        return filed
    if (given := GIVEN.fullmatch(folded)) and is_name(given["name"], lexicon):
        contributor = NameMatch("contributor", *given.span("who"))
        return Byline((contributor, NameMatch("photographer", *given.span("name"))), None)
    slashed = SLASHED.fullmatch(folded, *place)
    group = "writer" if slashed and slashed["writer"] else "name"
    if slashed and is_name(slashed[group], lexicon):
        outlet = slashed.span("outlet") if slashed["outlet"] else None
        return Byline((NameMatch("author", *slashed.span(group)),), outlet)
    return None


def _read_filed(folded: str, lexicon: Lexicon) -> Byline | None:
    """Read who filed a report, and for whom."""
    bracketed, filed = BRACKETED.fullmatch(folded), FILED.fullmatch(folded)
    if bracketed and (names := _names(folded, bracketed.span("names"), lexicon)):
        role = "reporter" if "报" in folded[bracketed.end("names") :] else "author"
        return Byline(tuple(NameMatch(role, *name) for name in names), bracketed.span("outlet"))
    if filed and (filed["names"] or OUTLET.match(filed["outlet"])):
        names = _names(folded, filed.span("names" if filed["names"] else "name"), lexicon)
        if names and not any(LONG_PLACE.match(folded, *name) for name in names):
            outlet = filed.span("outlet") if filed["outlet"] else None
            return Byline(tuple(NameMatch("reporter", *name) for name in names), outlet)
    return None


def _names(folded: str, place: tuple[int, int], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the places of the words at ``place`` where all of them are names, else none."""
    words = [word.span() for word in HAN_PART.finditer(folded, *place)]
    return words if all(is_name(folded[slice(*word)], lexicon) for word in words) else []
