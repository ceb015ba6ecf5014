"""Break a line that holds a whole article, or a whole page, where its lines were: at spaces.

Dumps that lost their breaks run menu, title, time and source, text and foot on. Time and source, which no text has in it, show
where the text begins; without them its dateline and what it shares with the title do.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from .cut import halve
from .facts import bigrams, share
from .lexicon import Lexicon
from .lines import read_dateline
from .model import Block

# So much text (characters) stands behind a title, and behind time and source; the head is so long at most.
MIN_TEXT, MIN_BELOW_FIELDS, MAX_HEAD = 32, 20, 400
MIN_TITLE, MAX_TITLE, MAX_WORDS, MAX_WORD, MAX_READ, MOST_WORDS = 8, 60, 5, 5, 2000, 200
# How much of a title (share of its pairs of characters) its text has at least: behind a dateline, where the text opens as news
# does or other lines of the page have titles, and where nothing but this tells.
REPORTED, OPENED, UNMARKED = 0.1, 0.3, 0.35
WORD = re.compile(r"\S+")
STOP, STOP_INSIDE = re.compile(r"[。!?…][”」』)】]*$"), re.compile(r"[。;]")
JOINS, ENDS_OPEN = re.compile(r"^[|>»›·/]+$"), re.compile(r"[|>»›:]$")
SOURCE, MAX_FIELDS = re.compile(r"(?:来源|作者)\s?:"), 120
PATH = re.compile(r"位置|[>»›]")
OPENS = re.compile(r"^(?:近日|日前|近期|近年来|\d{1,2}月\d{1,2}日|[昨今]天?日?[,上下]|记者)")
# 网易娱乐1月17日报道 opens a text, and a name in a bracket has its space there.
REPORTS, PAIRED = re.compile(r"(?:[讯电]|报道)$"), (*zip("(“「《【‘", ")”」》】’", strict=True),)
SIGNED = re.compile(r"\s(?=(?:[□■]|本报|记者|通讯员|文/|[一-鿿]{2,6}记者)[^。,:]{2,24}$)")
# The first word of a text has clauses.
CLAUSE = re.compile(r"\S{4,}[,。]")
FOOT = re.compile(
    r"[(\[【]?(?:责任?编辑?|编辑|审核|校对|监制|来源|稿源|原标题|关键[词字]|标签|上一[篇条页]|下一[篇条页]|相关|热[门点]|推荐|更多|最新|分享|打印|返回|收藏|点赞"
    r"|版权|免责|特别声明|声明|关于我们|联系我们|网站地图|Copyright|©|[一-鿿]ICP|扫一扫|评论|网友评论|发表评论)"
)
SURE_FOOT = re.compile(r"[(\[【]?(?:责任编辑|责编|编辑|上一篇|下一篇)\s?:|(?:关于我们|Copyright|版权所有)\b")
# What stands on a line of time and source: narrower than the fields of ``lines.read_fields``, beside which words of no field may
# stand, since the first of them here is the text.
A_TIME = r"(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s?\(?星期.\)?)?(?:\s?(?:上午|下午)?\s*\d{1,2}[:时]\d{2}分?(?::\d{2})?)?"
A_LABEL = r"(?:来\s?源|出处|稿源|作\s?者|记者|编\s?辑|责任编辑|责编|发布者|发布人|点击|浏览|阅读|访问|人气|字数|审核|摄影|通讯员)"
A_FIELD = (
    rf"(?:[【\[(]\s?)?(?:(?:(?:发布|发表|更新|上传|编辑|添加)(?:时间|日期)\s?:\s?)?{A_TIME}"
    rf"|(?:信息|新闻|稿件|文章)?{A_LABEL}(?:数|量|次数)?\s?:\s?[^\s:,。]{{0,16}}"
    r"|字[体号]\s?:?\s?[\[【(]?\s?大\s?中\s?小\s?[\]】)]?|(?:打印|收藏|分享|关闭|评论)(?:本页|本文|窗口|到)?)次?(?:\s?[】\])|])?"
)
TIME, LABEL = re.compile(A_TIME), re.compile(A_LABEL + r"\s?:")
# 至17:00,… and 在会议中心举行 go on a time that nothing marks as that of an article.
GOES_ON = re.compile(r"[至到—~在起]|地[点址]\s?:")
# Behind a title without a space stands a label, or a day with its hour.
FIELDS = re.compile(
    rf"(?:(?<=\s)|^|(?<=[^\s\d(\[【])(?=发布|来源\s?:|(?:19|20)\d{{2}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?\s*\d{{1,2}}:\d)){A_FIELD}(?:\s+{A_FIELD})*(?:\s+(?=\S)|$)"
)
LATIN = re.compile(r"^[\x00-\x7f©®·]+$")


def break_lines(blocks: Sequence[Block], lexicon: Lexicon) -> list[Block]:
    """Return the blocks of a page in order, those that hold several lines in parts."""
    # Where time and source have a line of their own, another day amid a line is that of what it tells.
    if any(_is_head(block.folded) for block in blocks):
        return list(blocks)
    found = [_behind_fields(block.folded, lexicon) if _may_hold_lines(block) else [] for block in blocks]
    # Below a line that can be its title a text has none in front.
    open_ones = [
        place
        for place, block in enumerate(blocks)
        if _may_hold_lines(block) and not found[place] and not (place and _may_be_title(blocks[place - 1].folded))
    ]
    for place in open_ones:
        found[place] = _behind_dateline(blocks[place].folded, lexicon)
    alone = sum(len(block.text) > MIN_TEXT and "。" in block.folded for block in blocks) == 1
    # Where other lines have their titles in front, less tells; and where the whole text stands on a line.
    alike = OPENED if any(len(places) in {1, 2} for places in found) else UNMARKED if alone else None
    for place in open_ones:
        if alike and not found[place]:
            found[place] = _behind_title(blocks[place].folded, alike)
    return [part for block, places in zip(blocks, found, strict=True) for part in _break(block, places)]


def _is_head(folded: str) -> bool:
    """Whether a line is time and source, and nothing else: the head of an article that has lines of its own."""
    return len(folded) <= MAX_FIELDS and bool(TIME.search(folded) and SOURCE.search(folded)) and "。" not in folded


def _may_be_title(folded: str) -> bool:
    """Whether a line can be the title of the text below it."""
    return MIN_TITLE <= len(folded) <= MAX_TITLE and not ("。" in folded or PATH.search(folded) or TIME.search(folded))


def _may_hold_lines(block: Block) -> bool:
    """Whether a block of a dump has a text, and spaces in front of it or in it."""
    return len(block.text) > MIN_TEXT and not block.layout.path and "。" in block.folded and " " in block.folded.strip()


def _break(block: Block, places: list[int]) -> list[Block]:
    parts: list[Block] = []
    for place in reversed(places):
        halves = halve(block, place)
        if halves:
            block, part = halves
            parts.append(part)
    return [block, *reversed(parts)]


def _behind_fields(folded: str, lexicon: Lexicon) -> list[int]:
    """Return where the lines begin, but for the first, of one that has time and source amid it."""
    fields = FIELDS.search(folded, 0, MAX_HEAD)
    if not fields or STOP_INSIDE.search(folded[: fields.start()]) or not TIME.search(fields[0]):
        return []
    above, rest = folded[: fields.start()], folded[fields.end() :]
    # 2023年7月1日 before a text is the day of which a chronicle tells, and with a name before it that of a comment.
    latin = LATIN.match(above)
    marked = LABEL.search(fields[0]) is not None
    titled = latin or marked or any(len(word) >= MIN_TITLE for word in above.split())
    told = LABEL.match(rest) if marked else LABEL.match(rest) or GOES_ON.match(rest)
    if not titled or told or len(rest) < MIN_BELOW_FIELDS or "。" not in rest:
        return []
    words = [] if latin else [match.span() for match in WORD.finditer(above)]
    head = [*_lines(folded, words, lexicon), *([fields.start()] if words else []), fields.end()]
    return [*head, *_foot(folded, fields.end())]


def _lines(folded: str, words: list[tuple[int, int]], lexicon: Lexicon) -> list[int]:
    """Return where lines begin in the words above time and source, but for the first: menu, path, title."""
    kinds = []
    for place, (start, end) in enumerate(words):
        word = folded[start:end]
        near = words[max(0, place - 2) : place + 3]
        menu = word in lexicon.menu or (end - start <= MAX_WORD and sum(to - at <= MAX_WORD for at, to in near) > 2)
        kinds.append("path" if PATH.search(word) else "menu" if menu else "title")
    # What stands behind the arrow is the last part of the path.
    for place in range(1, len(words)):
        if kinds[place - 1] == "path" and ENDS_OPEN.search(folded[slice(*words[place - 1])]):
            kinds[place] = "path"
    return [words[place][0] for place in range(1, len(words)) if kinds[place] != kinds[place - 1]]


def _behind_dateline(folded: str, lexicon: Lexicon) -> list[int]:
    """Return where a text begins that opens as news does, with a title before it that says what it says."""
    if read_dateline(folded, lexicon):
        return []
    for title, place in _titles(folded):
        rest = folded[place:]
        least = REPORTED if read_dateline(rest, lexicon) else OPENED if OPENS.match(rest) else None
        if least and _is_title(title, rest, least):
            return _below_title(folded, title, place)
    return []


def _below_title(folded: str, title: str, text: int) -> list[int]:
    """Return where a byline begins that stands behind the title, the text, and the lines below it."""
    signed = SIGNED.search(title)
    return [*([signed.end()] if signed else []), text, *_foot(folded, text)]


def _behind_title(folded: str, least: float) -> list[int]:
    """Return where a text begins, at its first word with clauses, where the words before it are its title."""
    for title, place in _titles(folded):
        if CLAUSE.match(folded, place):
            return _below_title(folded, title, place) if _is_title(title, folded[place:], least) else []
    return []


def _titles(folded: str) -> Iterator[tuple[str, int]]:
    """Yield the words in front of each of the first spaces of a line, and where the next word begins."""
    if OPENS.match(folded):
        return
    words = [match.span() for match in WORD.finditer(folded[: 2 * MAX_TITLE])]
    for (_, end), (start, _) in islice(pairwise(words), MAX_WORDS):
        title = folded[:end]
        # A title can ask; one that tells has no stop.
        if "。" in title or title.endswith("…") or end > MAX_TITLE:
            return
        whole = all(title.count(one) == title.count(other) for one, other in PAIRED) and not REPORTS.search(title)
        # iPad mini 5
        if whole and not (title[-1].isascii() and folded[start].isascii() and folded[start].isalnum()):
            yield title, start


def _is_title(title: str, text: str, least: float) -> bool:
    long = len(title) >= MIN_TITLE and len(text) >= MIN_TEXT and "。" in text
    return long and share(bigrams(title), bigrams(text[:MAX_READ])) >= least


def _foot(folded: str, text: int) -> list[int]:
    """Return where the lines below a text begin."""
    words = [match.span() for match in WORD.finditer(folded, text)]
    foot = (
        place
        for place, ((at, to), (start, _)) in enumerate(pairwise(words), 1)
        if SURE_FOOT.match(folded, start) or (FOOT.match(folded, start) and STOP.search(folded[at:to]))
    )
    first = next(foot, None)
    if first is None:
        return []
    lines = [words[first][0]]
    # Each cut takes the whole rest along.
    for one, other in pairwise(words[first : first + MOST_WORDS]):
        above, below = folded[slice(*one)], folded[slice(*other)]
        joined = JOINS.match(below) or ENDS_OPEN.search(above) or (LATIN.match(below) and LATIN.match(above))
        if not joined and not max(len(above), len(below)) <= MAX_WORD:
            lines.append(other[0])
    return lines
