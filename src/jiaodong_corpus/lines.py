"""Grammars of two kinds of line: fields of metadata (time, source, views …) and bylines."""

import re
from dataclasses import dataclass

from .lexicon import FieldPattern, Lexicon
from .names import HAN_NAME, OUTLET, SEPARATORS, is_name, names_people

HINT = re.compile(r"\d{4}|[:|/丨]|报|网|社|台|新闻|客户端|作者|阅读|浏览|发布|更新|前$")
MAX_LINE = 160
# The label of a standfirst (核心提示:).
STANDFIRST = re.compile(r"^[【\[(■▌]*\s*[一-鿿\s]{2,6}\s*[】\])]?\s*[:|丨—\s]*")
LEAD = re.compile(r"^[\s□■●○◎◆◇▢☐▌▍►▶★※·•*/|(\[【<—\-]+")
TRAIL = re.compile(r"[\s)\]】>。/|—\-]+$")
FILING = re.compile(
    r"(?:综合)?(?:摄影)?(?:报道|报导|整理|采写|图/?文|文/?图|发自|电|摄|撰文|撰写|供稿|/摄|专稿|专访|述评)$"
)
OWN_PAPER = re.compile(
    r"^(?:本报|本刊|本网|本台|本社|我报|[全融]媒体?|首席|见习|驻\S{1,6}|特派|实习|新媒体|联合报道组|综合)+"
)
# Behind the names, it says that all of them took the picture.
TOOK_PICTURES = re.compile(r"(?:摄影报道|摄影|摄)\s*[)\]】]?$")
# 本报记者 谭宁 文/图: they wrote it and took the pictures.
WORDS_AND_PICTURES = re.compile(r"\s*(?:文\s*/?\s*图|图\s*/?\s*文)$")
# 【本报记者 林晓彤 深圳报道】 before the first words.
LEAD_NAMES = re.compile(r"^[【(\[]\s*(?P<names>[^】)\]。]{3,30}(?:报道|报导))\s*[】)\]]")
# 【香港商报网讯】记者伍敬斌报道:
PLAIN_NAMES = re.compile(
    r"\s*[】\])]?\s*(?P<names>(?:本报|本网|全媒体|见习)*记者[一-鿿、\s]{2,16}?(?:报道|报导))\s*[:,]"
)


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """A field of metadata on a line: ``start`` and ``end`` are those of its value in the line."""

    field: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name in a byline and its role; a name printed with a space inside is covered whole."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote: names with roles, and the place of the outlet's name, where one stands before them."""

    names: tuple[NameMatch, ...]
    outlet: tuple[int, int] | None


def read_fields(folded: str, lexicon: Lexicon) -> tuple[list[FieldMatch], int]:
    """Return the fields on a line, in order, and the number of characters that belong to none of them."""
    fields: list[FieldMatch] = []
    rest = place = 0
    if len(folded) > MAX_LINE or not HINT.search(folded):
        return fields, len(folded)
    while place < len(folded):
        found = lexicon.any_field.search(folded, place)
        begin = found.start() if found else len(folded)
        rest, place = rest + begin - place, begin
        for entry in lexicon.fields if found else ():
            match = entry.regex.match(folded, place)
            if match and match.end() > place and _plausible(entry, match, lexicon):
                fields += _values(entry, match)
                place = match.end()
                break
        else:
            rest, place = rest + (found is not None), place + 1
    return fields, rest


def _values(entry: FieldPattern, match: re.Match[str]) -> list[FieldMatch]:
    if entry.field == "skip":
        return []
    places = {
        entry.field if name == "value" else name: match.span(name) for name, value in match.groupdict().items() if value
    }
    return [FieldMatch(field, *place, entry.name) for field, place in places.items()]


def _plausible(entry: FieldPattern, match: re.Match[str], lexicon: Lexicon) -> bool:
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
    for entry in lexicon.datelines:
        match = entry.regex.match(folded)
        if match:
            groups = match.groupdict()
            outlet = match.span("outlet") if groups.get("outlet") else None
            names = match.span("names") if groups.get("names") else None
            plain = None if names else PLAIN_NAMES.match(folded, match.end())
            if plain:
                names = plain.span("names")
            return Dateline(*match.span("value"), outlet, names, entry.name)
    return None


def read_byline(folded: str, lexicon: Lexicon, bare: bool = False) -> Byline | None:
    """Read a line as a byline, or return None where anything on it is not accounted for.

    With ``bare``, names that no word introduces are read too.
    """
    lead = LEAD.match(folded)
    start = lead.end() if lead else 0
    trail = TRAIL.search(folded, start)
    end = trail.start() if trail else len(folded)
    both = WORDS_AND_PICTURES.search(folded, start, end)
    end = both.start() if both else end
    if not 2 <= end - start <= 80:
        return None
    words = _role_words(folded, start, end, lexicon)
    if words and TOOK_PICTURES.search(folded, start):
        words = [(first, last, "photographer") for first, last, _ in words]
    if not words:
        names = _names(folded, start, end, "author", lexicon) if bare else None
        return Byline(tuple(names), None) if names else None
    if not _may_stand_first(folded[start : words[0][0]]):
        return None
    outlet = _outlet(folded, start, words[0][0])
    found: list[NameMatch] = []
    for index, (_, word_end, role) in enumerate(words):
        stop = words[index + 1][0] if index + 1 < len(words) else end
        names = _names(folded, word_end, stop, role, lexicon)
        if names is None:
            return None
        found += names
    return Byline(tuple(found), outlet) if found else None


def _role_words(folded: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    words: list[tuple[int, int, str]] = []
    place = start
    while match := lexicon.role_word.search(folded, place):
        place = match.start()
        if place >= end:
            break
        role = lexicon.role_of[match[0]]
        if role.labelled and not _opens_field(folded, place, start, len(role.word)):
            place += 1
            continue
        words.append((place, place + len(role.word), role.role))
        place += len(role.word)
    return words


def _opens_field(folded: str, place: int, start: int, length: int) -> bool:
    before_ok = place == start or folded[place - 1] in " /|丨、,;:"
    # Behind 文 and 图 a space proves nothing: 文 is a family name.
    marks = {"/", "|", "丨", ":", "、"} if length == 1 else {"/", "|", "丨", ":", "、", " "}
    return before_ok and folded[place + length : place + length + 1] in marks


def _may_stand_first(words: str) -> bool:
    """Tell whether the words before the first role word are an outlet's name, the paper itself, or nothing."""
    name = _trim(words)
    own = OWN_PAPER.match(name)
    return not name or (len(name) <= 8 if own else bool(OUTLET.match(name)))


def _outlet(folded: str, start: int, end: int) -> tuple[int, int] | None:
    name = _trim(folded[start:end])
    return (start, start + len(name)) if name and not OWN_PAPER.match(name) else None


def _trim(words: str) -> str:
    return re.sub(
        r"(?:全媒体|融媒体?|首席|见习|特派|实习|高级|资深|驻\S{1,4})?$", "", words.rstrip(" ,、:|/·-")
    ).rstrip(" ")


def _names(folded: str, start: int, end: int, role: str, lexicon: Lexicon) -> list[NameMatch] | None:
    tokens = _tokens(folded, start, end)
    names: list[NameMatch] = []
    while tokens:
        left, right = tokens.pop(0)
        word = folded[left:right]
        if OWN_PAPER.fullmatch(word):
            continue
        filing = FILING.search(word)
        if filing:
            kept = _before_filing(word[: filing.start()], lexicon, bool(names))
            if kept is None:
                return None
            if kept:
                names.append(NameMatch(role, left, left + kept))
            continue
        if len(word) == 1 and tokens and tokens[0][1] - tokens[0][0] == 1 and word in lexicon.surnames:
            names.append(NameMatch(role, left, tokens.pop(0)[1]))
        elif is_name(word, lexicon) or _named_by_label(folded, left, word, lexicon):
            names.append(NameMatch(role, left, right))
        elif not (names and 2 <= len(word) <= 4 and all(_files(folded[a:b]) for a, b in tokens[-1:]) and tokens):
            # Places between the names and 报道 are the only other words that a byline has.
            return None
    return names


def _named_by_label(folded: str, start: int, word: str, lexicon: Lexicon) -> bool:
    """Behind 文丨 or 作者: stands a name, be its family name ever so rare."""
    before = folded[:start].rstrip()[-1:]
    return (
        before in {"/", "|", "丨", ":"}
        and bool(HAN_NAME.match(word))
        and len(word) <= 3
        and word not in lexicon.not_names
    )


def _files(word: str) -> bool:
    return FILING.search(word) is not None


def _tokens(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    tokens: list[tuple[int, int]] = []
    place = start
    for gap in (*SEPARATORS.finditer(folded, start, end), None):
        stop = gap.start() if gap else end
        if stop > place:
            tokens.append((place, stop))
        place = gap.end() if gap else end
    return tokens


def _before_filing(word: str, lexicon: Lexicon, have_names: bool) -> int | None:
    """Return how much of the characters before 报道 is a name; the rest is a place. None where it is neither."""
    if not word or (have_names and len(word) <= 3):
        return 0
    if is_name(word, lexicon) and len(word) <= 3:
        return len(word)
    for length in (2, 3):
        if 2 <= len(word) - length <= 3 and is_name(word[:length], lexicon):
            return length
    return 0 if have_names and len(word) == 4 else None
