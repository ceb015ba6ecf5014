"""The names of a byline: which of its words are names, and what those did who bear them."""

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from .lexicon import Lexicon
from .names import HAN_NAME, SEPARATORS, SPELT_NAME, is_name

FILING = re.compile(
    r"(?:(?:综合|即时|连线|联合)?(?:摄影)?(?:报道|报导|整理|口述|采写|图/?文|文/?图|文并[摄图]|统筹|策划|执笔|编译|发自|(?:\d{1,2}日)?电|摄|撰文|撰写|供稿|/摄|专稿|专访|特写|特稿|述评)|^发自.{2,12})$"
)
OWN_PAPER = re.compile(
    r"^(?:本报|本刊|本网|本台|本社|我报|[全融]媒体?|首席|见习|驻\S{1,6}|特派|实习|新媒体|联合报道组|综合)+"
)
# What reporters did, or what is told of an author, is no name (本报记者 现场直击, 作者简介).
NO_NAME = re.compile(
    r"^.{0,4}(?:直击|探访|走访|调查|观察|手记|札记|目击|体验|追踪|连线|回访|打听|帮办|帮忙|支招)$|^(?:简介|介绍)$"
)
# Some units have the form of a name (宣 is a family name).
UNIT_LIKE_NAME = re.compile(
    r"^(?:宣传|宣教|宣发|急诊|政工|政教|政治|党政|党群|党办|党建|安全|安监|工会|团委|法宣|包装|计财)(?:部|处|科|室|股|组)$"
)
UNIT = re.compile(r"^[一-鿿]{2,14}(?:部|学院|处|中心|科|办公室|公司|医院|大学|研究院|研究所)$")
# 解答人:律师 曹亚茹
PROFESSIONS = frozenset([
    "律师", "教授", "副教授", "研究员", "助理研究员", "副研究员", "讲师", "博士", "医生", "医师", "主任", "主任医师", "高级工程师",
])  # fmt: skip
# The label of a list of names, and those before this one.
BEHIND_LABEL = re.compile(r"[/|丨:]\s*(?:[一-鿿]{2,4}[ 、]\s*){0,6}$")
# 市民 老管: readers sign as they are called.
BEHIND_READER, CALLED = re.compile(r"^[□■(]?(?:读者|市民|居民|村民|网友) $"), re.compile(r"^[老小阿][一-鿿]$")
BEHIND_REPORTER = re.compile(r"(?:记者|通讯员|实习生) (?:[一-鿿]{2,4}[ 、]){0,6}$")
# 王立 文 李明 图: what those did who stand before it.
BEHIND_NAMES = {"文": "", "图": "photographer", "摄": "photographer", "摄影": "photographer"}
# Behind a name whose characters stand apart these are none of it; more characters in a row are no few names.
NO_CHARACTER, MOST_APART, LEAST_GLUED, MOST_GLUED = frozenset("文图摄报"), 16, 5, 6
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


def read_names(folded: str, start: int, end: int, role: str, lexicon: Lexicon) -> list[NameMatch] | None:
    """Read the characters from ``start`` to ``end`` as names with a role; None where anything among them is no name."""
    tokens = _without_places(folded, _parted(folded, tokens_of(folded, start, end), lexicon))
    names: list[NameMatch] = []
    credited = 0
    while tokens:
        left, right = tokens.pop(0)
        word = folded[left:right]
        did = NO_NAME.search(word)
        # 晨报记者 何娟 帮您打听; 文/党委宣传部 李晓芬
        # … and 文|裴子衿 长江三角洲县域发展研究院 助理研究员
        works = (tokens or (names and not is_name(word, lexicon))) and _says_where(word, lexicon)
        if OWN_PAPER.fullmatch(word) or works or (did and names and not tokens):
            continue
        # 作者:韩青 单位:胶东大学
        if did or word == "单位":
            return None if did else names
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
        apart = len(word) == 1 and tokens and tokens[0][1] - tokens[0][0] == 1
        if apart and (word in lexicon.surnames or BEHIND_REPORTER.search(folded, 0, left)):
            right = _take_apart(folded, tokens, lexicon)
            if folded[left:right].replace(" ", "") in lexicon.not_names:
                # 简 讯
                return None
            names.append(NameMatch(role, left, right))
        elif word.endswith(("提供", "供图")):
            # Whoever gave the pictures (受访者提供) is no person by name.
            continue
        elif _names_one(folded, left, word, role, lexicon):
            names.append(NameMatch(role, left, right))
        elif not (names and 2 <= len(word) <= 4 and tokens and FILING.search(folded[slice(*tokens[-1])])):
            # Places between the names and 报道 are the only other words that a byline has.
            return None
    return names


def _take_apart(folded: str, tokens: list[tuple[int, int]], lexicon: Lexicon) -> int:
    """Take the rest of a name whose characters stand apart (罗 海 锋) from the tokens, and return where it ends."""
    right = tokens.pop(0)[1]
    lone = takewhile(lambda token: token[1] - token[0] == 1 and folded[token[0]] not in NO_CHARACTER, tokens)
    behind = "".join(folded[left] for left, _ in lone)
    third = 1 <= len(behind) <= MOST_APART and _falls_into_names(behind[1:], lexicon)
    return tokens.pop(0)[1] if third else right


def _falls_into_names(characters: str, lexicon: Lexicon) -> bool:
    """Whether characters are names of three and two that begin with a family name each."""
    if not characters:
        return True
    return characters[0] in lexicon.surnames and any(
        len(characters) >= length and _falls_into_names(characters[length:], lexicon) for length in (3, 2)
    )


def _parted(folded: str, tokens: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Part the first word where it is two names that stand behind 记者 with no space between (记者邢振宇韩镇)."""
    start, end = tokens[0] if tokens else (0, 0)
    word = folded[start:end]
    glued = folded.endswith("记者", 0, start) and LEAST_GLUED <= len(word) <= MOST_GLUED and not is_name(word, lexicon)
    # Behind a name can stand where the report is from (记者杜育安台东报导).
    if not glued or FILING.search(word) or len(tokens) > 1 or "报" in folded[end:]:
        return tokens
    cuts = (cut for cut in (3, 2) if 2 <= len(word) - cut <= 3)
    found = (start + cut for cut in cuts if is_name(word[:cut], lexicon) and is_name(word[cut:], lexicon))
    cut = next(found, None)
    return [(start, cut), (cut, end)] if cut else tokens


def _says_where(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before a name says what somebody is, or where they work."""
    unit = UNIT_LIKE_NAME.match(word) or (UNIT.match(word) and not is_name(word, lexicon))
    # 乔振宇 尚义台 武艳霞: the station of a county.
    return word in PROFESSIONS or bool(unit) or (len(word) > 2 and word.endswith("台"))


def _names_one(folded: str, start: int, word: str, role: str, lexicon: Lexicon) -> bool:
    """Whether a word of a byline is a name, by itself or by where it stands."""
    return (
        is_name(word, lexicon)
        or (_behind_reporter(folded, start, word, lexicon) and not FILING.search(word))
        or (role == "correspondent" and HAN_NAME.match(word) is not None)
        or _named_by_label(folded, start, word, lexicon)
        or _name_and_word(word, lexicon)
        or (SPELT_NAME.match(word) is not None and folded[0] + folded[-1] == "()")
    )


def _named_by_label(folded: str, start: int, word: str, lexicon: Lexicon) -> bool:
    """Behind 文丨 or 作者: stand names, be their family names ever so rare; so does a pen name alone behind □."""
    if CALLED.match(word) and word[1] in lexicon.surnames:
        return BEHIND_READER.match(folded[:start]) is not None
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
        and len(word) <= 4
        # Of two characters it can be the place of a report.
        and (len(word) > 2 or not re.search("报[道导]", folded[start:]))
        and word not in lexicon.not_names
        and BEHIND_REPORTER.search(folded, 0, start) is not None
    )


def _name_and_word(word: str, lexicon: Lexicon) -> bool:
    """Behind 记者 a word that is also a name (田野, 方舟) is the name."""
    return len(word) <= 3 and word in lexicon.not_names and word[0] in lexicon.surnames


def tokens_of(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the words between ``start`` and ``end``, without what parts them."""
    tokens: list[tuple[int, int]] = []
    place = start
    for gap in (*SEPARATORS.finditer(folded, start, end), None):
        stop = gap.start() if gap else end
        if stop > place:
            tokens.append((place, stop))
        place = gap.end() if gap else end
    return tokens


def _without_places(folded: str, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out from where a report is, which papers of Taiwan print behind a slash (记者蔡明宪/义竹、学甲报导)."""
    if not tokens or not folded[slice(*tokens[-1])].endswith("报导"):
        return tokens
    return [*tokens[:1], *takewhile(lambda token: folded[token[0] - 1] != "/", tokens[1:])]


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
    # Places are listed, too (中山、珠海报道).
    return 0 if have_names and (len(word) == 4 or (listed and len(word) <= 4)) else None
