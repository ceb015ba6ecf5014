"""The grammar of a byline: who wrote, in which role, and for which outlet."""

import re

from .byline_forms import Byline, read_by_form
from .byline_names import OWN_PAPER, PROFESSIONS, NameMatch, read_names, tokens_of
from .lexicon import Lexicon
from .names import OUTLET, is_name

# The dump of an e-paper can have a letter (N) for the mark.
LEAD = re.compile(r"^(?:[NnlLuU]\s?(?=本报|本刊|见习|实习|记者|通讯员)|[\s□■●○◎☉⊙◆◇▢☐▌▍►▶★※·•*/|(\[【〔<—\-]+)")
ROLE_IN_BRACKETS = re.compile(r"^[【\[](?:记者|作者|文字|撰文|采写|文)[】\]]")
# 文/韦青(广西师范大学学生): who the author is, or where, stands behind the name.
BEHIND_AUTHOR = re.compile(r"^([□■◎]?\s*(?:文|口述|讲述)\s*[/|:].*[一-鿿])\([一-鿿\d,]{2,24}\)$")
APART = re.compile(r"(?<![一-鿿])(记) (者)(?=\s)")
DATELINE_BEHIND = re.compile(r"(?<=\))\s?\([一-鿿]{2,10}\d{1,2}月\d{1,2}日[电讯]\)$")
TAKEN_BY = re.compile(r"(?<![一-鿿])摄(?=:)")
LOW_LINE = re.compile(r"(?<=[文影图字者划辑])_(?=[一-鿿])")
LOST_SPACES = re.compile(r"^[□■]?(?:本报|[一-鿿]{2,8}[报网社])?(?:记者|通讯员|实习生)\?[一-鿿?/]{2,40}$")
REPORT_BY = re.compile(r"^报道:\s*(?=记者)")
# 本报记者 王立 发自北京、上海: the places stand at the end.
TRAIL = re.compile(r"[\s)\]】〕>。/|—\-]+$|\s+发自[一-鿿]{2,8}(?:、[一-鿿]{2,8})+$")
# Behind the names, it says that all of them took the picture.
TOOK_PICTURES = re.compile(r"(?<!文[并、/])(?<!文[并、/] )(?:摄影|摄)\s*[)\]】]?$")
# 【港湾日报讯】(记者…): the words that open a text, with the names on a line of their own.
FILED = re.compile(
    r"^[【\[]?[一-鿿]{2,10}(?:讯|消息|专讯|报道)[】\]]?\s*[(〔](?=(?:[一-鿿]{0,8}记者|通讯员))(?=[^()]{3,40}\)$)"
)
# 安徽农业大学 何本善: where an author works.
AFFILIATION = re.compile(
    r"(?!对话|专访)(?:(?:\d{4}级)?[一-鿿]{2,12}专业\s+|[一-鿿]{2,12}\d{2,4}级\s+|\d{4}级[一-鿿]{2,12}\s+|[一-鿿]{2,12}(?:高|初)?[一二三四五六七八九]年?级?\(\d{1,2}\)班\s+|[一-鿿]{1,16}(?:大学|学院|研究[院所]|科学院|农科院|医院|中心|公司|中学|小学|学校|法院|检察院|街道|社区|职工|事务所|[村镇乡]小|[一二三四五六七八九]中|[厂矿局科处部室队班办站馆]|车间|(?:律|教|农艺|工程|主任医|咨询|营养|理财|会计|药)师|教授|研究员|党委|党支部|团委|工会|(?:[区县市镇乡村](?:的)?)?(?:市民|读者|居民|村民|学生|网友|农民|职工|教师)|[区县市镇乡村])\s+|职工\s+){1,2}(?=\S)"
    # 株洲 退休教师 王惠芳
    r"|[一-鿿]{2,8}\s+(?:退休|下岗)?(?:教师|职工|工人|干部|学生|村民|居民|市民|司机|护士|医生|店主|老师|业主|读者|大学生|农民)\s+(?=\S)"
)
# 本报记者 谭宁 文/图: they wrote it and took the pictures.
WORDS_AND_PICTURES = re.compile(r"\s*[(]?(?:文\s*[/、]?\s*图|图\s*[/、]?\s*文|文\s*[并、/]\s*摄)$")
ENDS_IN_ROLE = re.compile(r"[/|丨\s](?:[文图]|摄影报[道导])$")
WORD_BEHIND = re.compile(r"[^一-鿿].*")
BEHIND_NAME = re.compile(r"^[一-鿿]{2,4}\s+(?:本报|本刊|本网|本台)$")
# 来电读者:章先,沧水路市民
WHERE_BEHIND = re.compile(r"(?<=[一-鿿]),[一-鿿]{2,12}(?:市民|居民|村民|业主|读者)$")
# 林美 王永 报导 / 连江县
PLACE_BEHIND = re.compile(r"(报[导道])\s/\s[一-鿿]{2,3}[县市区]$")
# What a paper pays who told it of the news (杨先生 奖金50元).
AWARD = re.compile(r"\s奖金?\d{1,4}元(?=\)?$)")
GLUED_CREDIT = re.compile(r"(?<=\s[一-鿿]\s[一-鿿])摄$")
OWN_BEHIND = re.compile(r"[一-鿿]{6}\s+(?:本报|本刊|本网|本台)$")
# What a paper calls itself (晚报记者).
NO_NAME_OF_PAPER = re.compile(r"^(?:[日晚早晨商]报|都市报|(?:记录|采访|口述)?整理)$")
# An outlet with no word of a medium in its name (每经记者 王立): before 记者 and a space nothing else stands.
PLAIN_OUTLET = re.compile(r"^[\w·+、/—\-]{2,14}$")


def read_byline(folded: str, lexicon: Lexicon, bare: bool = False) -> Byline | None:
    """Read a line as a byline, or return None where anything on it is not accounted for.

    With ``bare``, names that no word introduces are read too.
    """
    folded = _as_printed(folded)
    # No byline is longer, and a run of 100,000 spaces is looked through from each of its spaces.
    start, end = _bounds(folded, bare) if len(folded) <= 400 else (0, 0)
    if not 2 <= end - start <= 80:
        return None
    by_form = read_by_form(folded, (start, end), lexicon, bare)
    if by_form:
        return by_form
    words = _role_words(folded, start, end, lexicon)
    if words and TOOK_PICTURES.search(folded, start):
        words = [(first, last, "photographer") for first, last, _ in words]
    if not words:
        # (单位:万标准箱)
        told = (bare or ENDS_IN_ROLE.search(folded, start, end)) and folded[start:end] not in lexicon.not_names
        told = told and ":" not in folded[start:end]
        names = read_names(folded, start, end, "author", lexicon) if told else None
        return Byline(tuple(names), None) if names else None
    found: list[NameMatch] = []
    if not _may_stand_first(folded[start : words[0][0]], spaced=folded[words[0][1] : words[0][1] + 1] == " "):
        # 贺连奎 记者 尚小棠: who is no reporter stands first; 关于作者 names nobody.
        apart = not folded[words[0][0] - 1].isalpha() or BEHIND_NAME.search(folded[start : words[0][0]])
        found = (apart and read_names(folded, start, words[0][0], "author", lexicon)) or []
        if not found:
            return None
    outlet = None if found else _outlet(folded, start, words[0][0])
    pictures = False
    for index, (_, word_end, role) in enumerate(words):
        stop = words[index + 1][0] if index + 1 < len(words) else end
        medium = _medium_before(folded, (word_end, stop), outlet) if index + 1 < len(words) else None
        if medium:
            stop = medium[0]
            outlet = outlet or (None if OWN_PAPER.match(folded[slice(*medium)]) else medium)
        # 图/本报记者 惠敏: the reporter took the pictures.
        names = read_names(folded, word_end, stop, "photographer" if pictures else role, lexicon)
        if names is None:
            return None
        pictures = role == "photographer" and not names
        found += names
    return Byline(tuple(found), outlet) if found else None


def names_expert(folded: str) -> bool:
    """Whether a line ends in what somebody is (王立群 主任医师): such a line tells who is spoken to, not who wrote."""
    return bool(words := folded.split()) and words[-1] in PROFESSIONS


def _as_printed(folded: str) -> str:
    """Return a line as it would stand without the accidents of a dump; what is left keeps its place."""
    if ROLE_IN_BRACKETS.match(folded):
        # 【记者】段柏 莫小琼
        folded = folded.translate({ord("】"): " ", ord("]"): " "})
    # (卢晓川、郭晓桐)(人民网香港11月7日电)
    folded = DATELINE_BEHIND.sub("", folded)
    # 记 者 卢岩 沈舟
    folded = APART.sub(lambda word: f"{word[1]}{word[2]} ", folded)
    # 撰文_罗听泉 摄影_向以恒
    folded = LOW_LINE.sub("/", folded)
    # 文:麦永健 摄:关志明
    folded = TAKEN_BY.sub("图", folded)
    # A lost space can be a question mark (□記者?徐榮?通訊員?羅韜?報道).
    folded = LOST_SPACES.sub(lambda line: line[0].replace("?", " "), folded)
    folded = BEHIND_AUTHOR.sub(r"\1", folded)
    folded = PLACE_BEHIND.sub(r"\1", folded)
    folded = WHERE_BEHIND.sub("", AWARD.sub("", folded))
    # 秦 岭摄
    return GLUED_CREDIT.sub(" 摄", folded)


def _bounds(folded: str, bare: bool) -> tuple[int, int]:
    """Return where the names and roles of a line begin and end: marks, brackets, the paper and an employer are left out."""
    lead = FILED.match(folded) or REPORT_BY.match(folded) or LEAD.match(folded)
    start = lead.end() if lead else 0
    works = AFFILIATION.match(folded, start) if bare else None
    start = works.end() if works else start
    trail = TRAIL.search(folded, start)
    end = trail.start() if trail else len(folded)
    both = WORDS_AND_PICTURES.search(folded, start, end)
    return start, both.start() if both else end


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
        if role.labelled and not again and not _opens_field(folded, place, start, len(role.word), lexicon):
            place += 1
            continue
        words.append((place, place + len(role.word), role.role))
        place += len(role.word)
    return words


def _opens_field(folded: str, place: int, start: int, length: int, lexicon: Lexicon) -> bool:
    before_ok = place == start or folded[place - 1] in " /|丨、,;:"
    # Behind 文 and 图 a space proves nothing: 文 is a family name.
    behind = folded[place + length :]
    if folded[place - 1 : place] == "、" and is_name(WORD_BEHIND.sub("", behind), lexicon):
        # (记者彭筱芸、摄影陈冠霖)
        return True
    return before_ok and (behind.lstrip()[:1] in {"/", "|", "丨", ":", "、"} or (length > 1 and behind[:1] == " "))


def _may_stand_first(words: str, spaced: bool) -> bool:
    """Tell whether the words before the first role word are an outlet's name, the paper itself, or nothing."""
    name = _trim(words)
    if not name or OWN_PAPER.match(name):
        return len(name) <= 8
    if BEHIND_NAME.search(name):
        # 吕小红 本报记者 洪永林
        return False
    if OWN_BEHIND.search(name):
        # 工作人员在现场解答咨询 本报记者 黄谨 摄: a caption
        return False
    # 吉网 吉刻APP记者: an outlet and what of it.
    first, *more = name.split()
    named = not more or (len(more) == 1 and OUTLET.match(first))
    plain = spaced and named and all(map(PLAIN_OUTLET.match, (first, *more)))
    return bool(OUTLET.match(name) or plain) or (name.isascii() and name.isalpha())


def _medium_before(folded: str, place: tuple[int, int], outlet: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the place of a medium's name between two role words (文/观察者网专栏作者), where one stands there."""
    tokens = tokens_of(folded, *place)
    if not tokens:
        return None
    start, end = tokens[-1]
    name = _trim(folded[start:end])
    known = outlet is not None and name == folded[slice(*outlet)]
    own = OWN_PAPER.fullmatch(name) is not None
    # A space stands between a name and the next role, none between a paper and its reporter (采写:南都记者 黎舒文).
    leads = end == place[1] and len(tokens) == 1 and folded.startswith("记者 ", end)
    leads = leads and folded[:start].rstrip()[-1:] in {":", "|", "丨", "/"}
    return (start, start + len(name)) if known or own or leads or (len(name) > 2 and OUTLET.match(name)) else None


def _outlet(folded: str, start: int, end: int) -> tuple[int, int] | None:
    # 沈阳晚报、沈报全媒体记者: of two names of one house the first is taken.
    name, _, other = _trim(folded[start:end]).partition("、")
    if other and other[0] != name[0]:
        name = f"{name}、{other}"
    return (start, start + len(name)) if name and not (OWN_PAPER.match(name) or NO_NAME_OF_PAPER.match(name)) else None


def _trim(words: str) -> str:
    return re.sub(
        r"(?:全媒体?|融媒体?|首席|见习|特派|特约|专栏|实习|高级|资深|驻\S{1,4})?$", "", words.rstrip(" ,、:|/·-")
    ).rstrip(" ")
