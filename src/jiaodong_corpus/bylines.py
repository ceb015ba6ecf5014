"""The grammar of a byline: who wrote, in which role, and for which outlet."""

import re
from dataclasses import dataclass, replace

from .lexicon import Lexicon
from .names import HAN_NAME, OUTLET, SEPARATORS, is_name

LEAD = re.compile(r"^[\s□■●○◎◆◇▢☐▌▍►▶★※·•*/|(\[【〔<—\-]+")
ROLE_IN_BRACKETS = re.compile(r"^[【\[](?:记者|作者|文字|撰文|采写|文)[】\]]")
TRAIL = re.compile(r"[\s)\]】〕>。/|—\-]+$")
FILING = re.compile(
    r"(?:(?:综合|即时)?(?:摄影)?(?:报道|报导|整理|采写|图/?文|文/?图|统筹|策划|执笔|编译|发自|(?:\d{1,2}日)?电|摄|撰文|撰写|供稿|/摄|专稿|专访|述评)|^发自.{2,8})$"
)
OWN_PAPER = re.compile(
    r"^(?:本报|本刊|本网|本台|本社|我报|[全融]媒体?|首席|见习|驻\S{1,6}|特派|实习|新媒体|联合报道组|综合)+"
)
# What reporters did, or what is told of an author, is no name (本报记者 现场直击, 作者简介).
NO_NAME = re.compile(r"(?:直击|探访|走访|调查|观察|手记|札记|目击|体验|追踪|连线|回访|^简介|^介绍)$")
# 石佳/中国青年报, (欧阳慕白,作者系湖南一所高校讲师)
SLASHED = re.compile(
    r"(?P<name>[一-鿿]{2,4})(?:\s*/\s*(?P<outlet>[一-鿿]{2,10}(?:报社?|网|社|周刊))|,\s*(?:作者)?(?:系|单位:|为)[^。:]{4,40})"
)
# Behind the names, it says that all of them took the picture.
TOOK_PICTURES = re.compile(r"(?:摄影报道|摄影|摄)\s*[)\]】]?$")
# 本报记者 谭宁 文/图: they wrote it and took the pictures.
WORDS_AND_PICTURES = re.compile(r"\s*[(]?(?:文\s*[/、]?\s*图|图\s*[/、]?\s*文)$")
# The label of a list of names, and those before this one.
BEHIND_LABEL = re.compile(r"[/|丨:]\s*(?:[一-鿿]{2,4}[ 、]\s*){0,6}$")
BEHIND_REPORTER = re.compile(r"(?:记者|通讯员|实习生) (?:[一-鿿]{2,4}[ 、]){0,6}$")
# 王立 文 李明 图: what those did who stand before it.
BEHIND_NAMES = {"文": "", "图": "photographer", "摄": "photographer", "摄影": "photographer"}
ENDS_IN_ROLE = re.compile(r"[/|丨\s][文图]$")
# An outlet with no word of a medium in its name (每经记者 王立): before 记者 and a space nothing else stands.
PLAIN_OUTLET = re.compile(r"^[\w·+、/—\-]{2,14}$")
# Places of three characters, before which a name of two must be told from one of three before a place of two.
LONG_PLACE = re.compile(
    r"(?:石家庄|秦皇岛|张家口|哈尔滨|牡丹江|佳木斯|连云港|马鞍山|景德镇|平顶山|三门峡|驻马店|张家界|攀枝花|防城港|六盘水|嘉峪关|葫芦岛|西海岸|南沙港|鄂尔多|石河子)$"
)


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


def read_byline(folded: str, lexicon: Lexicon, bare: bool = False) -> Byline | None:
    """Read a line as a byline, or return None where anything on it is not accounted for.

    With ``bare``, names that no word introduces are read too.
    """
    if ROLE_IN_BRACKETS.match(folded):
        # 【记者】段柏 莫小琼
        folded = folded.translate({ord("】"): " ", ord("]"): " "})
    lead = LEAD.match(folded)
    start = lead.end() if lead else 0
    trail = TRAIL.search(folded, start)
    end = trail.start() if trail else len(folded)
    both = WORDS_AND_PICTURES.search(folded, start, end)
    end = both.start() if both else end
    if not 2 <= end - start <= 80:
        return None
    slashed = SLASHED.fullmatch(folded, start, end)
    if slashed and is_name(slashed["name"], lexicon):
        return Byline(
            (NameMatch("author", *slashed.span("name")),), slashed.span("outlet") if slashed["outlet"] else None
        )
    words = _role_words(folded, start, end, lexicon)
    if words and TOOK_PICTURES.search(folded, start):
        words = [(first, last, "photographer") for first, last, _ in words]
    if not words:
        told = (bare or ENDS_IN_ROLE.search(folded, start, end)) and folded[start:end] not in lexicon.not_names
        names = _names(folded, start, end, "author", lexicon) if told else None
        return Byline(tuple(names), None) if names else None
    if not _may_stand_first(folded[start : words[0][0]], spaced=folded[words[0][1] : words[0][1] + 1] == " "):
        return None
    outlet = _outlet(folded, start, words[0][0])
    found: list[NameMatch] = []
    pictures = False
    for index, (_, word_end, role) in enumerate(words):
        stop = words[index + 1][0] if index + 1 < len(words) else end
        medium = _medium_before(folded, (word_end, stop), outlet) if index + 1 < len(words) else None
        if medium:
            stop = medium[0]
            outlet = outlet or (None if OWN_PAPER.match(folded[slice(*medium)]) else medium)
        # 图/本报记者 惠敏: the reporter took the pictures.
        names = _names(folded, word_end, stop, "photographer" if pictures else role, lexicon)
        if names is None:
            return None
        pictures = role == "photographer" and not names
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
        # 每经记者 王立 每经编辑 李明: the outlet again.
        again = bool(words) and folded[start:place].endswith(_trim(folded[start : words[0][0]]) or "\n")
        if role.labelled and not again and not _opens_field(folded, place, start, len(role.word)):
            place += 1
            continue
        words.append((place, place + len(role.word), role.role))
        place += len(role.word)
    return words


def _opens_field(folded: str, place: int, start: int, length: int) -> bool:
    before_ok = place == start or folded[place - 1] in " /|丨、,;:"
    # Behind 文 and 图 a space proves nothing: 文 is a family name.
    behind = folded[place + length :]
    return before_ok and (behind.lstrip()[:1] in {"/", "|", "丨", ":", "、"} or (length > 1 and behind[:1] == " "))


def _may_stand_first(words: str, spaced: bool) -> bool:
    """Tell whether the words before the first role word are an outlet's name, the paper itself, or nothing."""
    name = _trim(words)
    if not name or OWN_PAPER.match(name):
        return len(name) <= 8
    plain = spaced and PLAIN_OUTLET.match(name)
    return bool(OUTLET.match(name) or plain) or (name.isascii() and name.isalpha())


def _medium_before(folded: str, place: tuple[int, int], outlet: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the place of a medium's name between two role words (文/观察者网专栏作者), where one stands there."""
    tokens = _tokens(folded, *place)
    if not tokens:
        return None
    start, end = tokens[-1]
    name = _trim(folded[start:end])
    known = outlet is not None and name == folded[slice(*outlet)]
    own = OWN_PAPER.fullmatch(name) is not None
    # A space stands between a name and the next role, none between a paper and its reporter (采写:南都记者 黎舒文).
    leads = end == place[1] and len(tokens) == 1 and folded.startswith("记者 ", end) and folded[start - 1] in ":|丨/"
    return (start, start + len(name)) if known or own or leads or (len(name) > 2 and OUTLET.match(name)) else None


def _outlet(folded: str, start: int, end: int) -> tuple[int, int] | None:
    name = _trim(folded[start:end])
    return (start, start + len(name)) if name and not OWN_PAPER.match(name) else None


def _trim(words: str) -> str:
    return re.sub(
        r"(?:全媒体?|融媒体?|首席|见习|特派|特约|专栏|实习|高级|资深|驻\S{1,4})?$", "", words.rstrip(" ,、:|/·-")
    ).rstrip(" ")


def _names(folded: str, start: int, end: int, role: str, lexicon: Lexicon) -> list[NameMatch] | None:
    tokens = _tokens(folded, start, end)
    names: list[NameMatch] = []
    credited = 0
    while tokens:
        left, right = tokens.pop(0)
        word = folded[left:right]
        if NO_NAME.search(word):
            return None
        if OWN_PAPER.fullmatch(word):
            continue
        if word in BEHIND_NAMES and names[credited:]:
            names[credited:] = [replace(one, role=BEHIND_NAMES[word] or one.role) for one in names[credited:]]
            credited = len(names)
            continue
        filing = FILING.search(word)
        if filing:
            kept = _before_filing(word[: filing.start()], lexicon, bool(names), folded[left - 1 : left] == "、")
            if kept is None:
                return None
            if kept:
                names.append(NameMatch(role, left, left + kept))
            continue
        if len(word) == 1 and tokens and tokens[0][1] - tokens[0][0] == 1 and word in lexicon.surnames:
            right = tokens.pop(0)[1]
            if word + folded[right - 1] in lexicon.not_names:
                # 简 讯
                return None
            names.append(NameMatch(role, left, right))
        elif word.endswith(("提供", "供图")):
            # Whoever gave the pictures (受访者提供) is no person by name.
            continue
        elif (
            is_name(word, lexicon)
            or (_behind_reporter(folded, left, word, lexicon) and not FILING.search(word))
            or (role == "correspondent" and HAN_NAME.match(word))
            or _named_by_label(folded, left, word, lexicon)
            or _name_and_word(word, lexicon)
        ):
            names.append(NameMatch(role, left, right))
        elif not (names and 2 <= len(word) <= 4 and tokens and FILING.search(folded[slice(*tokens[-1])])):
            # Places between the names and 报道 are the only other words that a byline has.
            return None
    return names


def _named_by_label(folded: str, start: int, word: str, lexicon: Lexicon) -> bool:
    """Behind 文丨 or 作者: stand names, be their family names ever so rare; so does a pen name alone behind □."""
    return (
        (BEHIND_LABEL.search(folded, 0, start) is not None or folded.replace(" ", "") == "□" + word)
        and bool(HAN_NAME.match(word))
        and len(word) <= 4
        and word not in lexicon.not_names
    )


def _behind_reporter(folded: str, start: int, word: str, lexicon: Lexicon) -> bool:
    """Behind 本报记者, a space and other names stands a name, though its family name be none of the Han (才让卓玛)."""
    return (
        HAN_NAME.match(word) is not None
        and 3 <= len(word) <= 4
        and word not in lexicon.not_names
        and BEHIND_REPORTER.search(folded, 0, start) is not None
    )


def _name_and_word(word: str, lexicon: Lexicon) -> bool:
    """Behind 记者 a word that is also a name (田野, 方舟) is the name."""
    return len(word) <= 3 and word in lexicon.not_names and word[0] in lexicon.surnames


def _tokens(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    tokens: list[tuple[int, int]] = []
    place = start
    for gap in (*SEPARATORS.finditer(folded, start, end), None):
        stop = gap.start() if gap else end
        if stop > place:
            tokens.append((place, stop))
        place = gap.end() if gap else end
    return tokens


def _before_filing(word: str, lexicon: Lexicon, have_names: bool, listed: bool) -> int | None:
    """Return how much of the characters before 报道 is a name; the rest is a place. None where it is neither.

    What is ``listed`` with a 、 behind other names is one more.
    """
    if not word or (have_names and len(word) <= 3 and not listed):
        return 0
    if is_name(word, lexicon) and len(word) <= 3:
        return len(word)
    for length in (2, 3) if LONG_PLACE.search(word) else (3, 2):
        if 2 <= len(word) - length <= 3 and is_name(word[:length], lexicon):
            return length
    return 0 if have_names and len(word) == 4 else None
