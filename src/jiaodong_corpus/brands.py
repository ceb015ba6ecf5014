"""What somebody put on the lines of a page: brands of betting, alone or glued to heads and ends, and the marks of a copier."""

import re
from collections import Counter
from collections.abc import Iterable

# 星河体育·(中国)官网 - 登录入口, 金鹿会(中国)官方网站: what such a brand is called, and what stands behind it.
KIND = r"(?:体育|娱乐|电竞|竞技|彩票?|棋牌|国际|真人|娱乐城|会|博|bet|BET)\d{0,4}"
ENTRANCE = (
    r"(?:\((?:中国|全站|集团)\)\s?(?:官网|官方网站|有限公司官网|官方)"
    r"|(?:官网|官方网站|官方|平台|app)?\s*[-—|·]?\s*(?:登[录陆]入口|官网入口|下注平台|登[录陆]注册)|官网|app下载)"
)
SIGN = re.compile(rf"(?P<brand>[一-鿿A-Za-z0-9]{{1,8}}?{KIND})\s?[·・]?\s?{ENTRANCE}")
GREETED = r"(?:[您你]好[,!]?\s*)?(?:欢迎(?:进入|来到|光临|访问))?"
GREETING = re.compile(r"^.*?(?:欢迎)?(?:进入|来到|光临|访问|关于)")
# So many lines begin with a brand that is glued to them, or are it.
MIN_LINES = 3
FILLER = r"(?:[·・\-—|!。,\s]|\((?:中国|全站|集团)\)|官方网站|官网|官方|平台|登[录陆]|注册|入口|app|APP|下载|网址)"
MIN_REST = 6
# A firm or a fair opens its paragraphs with its name, too: a brand of betting is so many whole lines by itself besides.
MIN_ALONE = 2
ASSOCIATION = re.compile(
    "^(?:新浪|搜狐|网易|腾讯|央视|凤凰|东方|咪咕|虎扑|中国|国家)|(?:协|学|商|[一-鿿]博|展|交易|大|年|委员|基金|联合|理事)会$|国际$|彩票$"
)
# The mark of a copier (qzv胶北网), Latin letters and a name, ends several paragraphs; the name of a site alone is a source.
TAIL = re.compile(r"[。!?”)]\s?(?P<tail>[A-Za-z][A-Za-z0-9.]{0,9}[一-鿿]{2,8})$")
MIN_TEXT, MAX_TAIL = 30, 60
# No page that was seen has more than two of them.
MOST, NOWHERE = 8, re.compile("(?!)")
Brand = tuple[re.Pattern[str], re.Pattern[str]]


def find_brands(lines: Iterable[str]) -> list[Brand]:
    """Return the brands and marks of a page, given its folded lines: each as it opens a line and as it ends one."""
    lines = tuple(lines)
    signs = Counter(GREETING.sub("", sign["brand"]) for line in lines for sign in SIGN.finditer(line))
    brands = {brand for brand, _ in signs.most_common(MOST)}
    found: list[Brand] = []
    for brand in sorted(one for one in brands if not ASSOCIATION.search(one)):
        form = rf"{GREETED}{FILLER}*{re.escape(brand)}{FILLER}*"
        alone = sum(re.fullmatch(form, line) is not None for line in lines)
        if alone >= MIN_ALONE and sum(line.startswith(brand) for line in lines) >= MIN_LINES:
            found.append((re.compile(form), re.compile(rf"(?<=[。!?”)\s]){form}$")))
    # A lookahead for what ends a long line would be asked at each of its stops.
    tails = Counter(
        tail["tail"] for line in lines if len(line) >= MIN_TEXT and (tail := TAIL.search(line, len(line) - 24))
    )
    marks = (re.escape(tail) for tail, count in tails.items() if count >= MIN_LINES)
    found += [(NOWHERE, re.compile(rf"(?<=[。!?”)\s]){mark}$")) for mark in marks]
    return found[:MOST]


def brand_at(folded: str, brands: Iterable[Brand]) -> tuple[int, bool] | None:
    """Return where a line is to be cut, and whether the brand stands in front; the end of the line where it is nothing else."""
    for opening, ending in brands:
        head = opening.match(folded)
        if head and (head.end() == len(folded) or len(folded) - head.end() >= MIN_REST):
            return head.end(), True
        tail = ending.search(folded, max(0, len(folded) - MAX_TAIL))
        if tail:
            return tail.start(), False
    return None
