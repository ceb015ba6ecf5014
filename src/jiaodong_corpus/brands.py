"""What somebody put on the lines of a page: brands of betting, alone or glued to heads and ends, and the marks of a copier."""

import re
from collections import Counter
from collections.abc import Iterable

# 星河体育·(中国)官网 - 登录入口, 金鹿会(中国)官方网站: what such a brand is called, and what stands behind it.
KIND = r"(?:体育|娱乐|电竞|竞技|彩票?|棋牌|国际|真人|娱乐城|会|博|bet|BET)\d{0,4}"
ENTRANCE = (
    r"(?:\((?:中国|全站|集团)\)\s?(?:官网|官方网站|有限公司官网|官方)"
    r"|(?:官网|官方网站|官方|平台|app)?\s*[-—|·]?\s*(?:登[录陆]入口|官网入口|下注平台|登[录陆]注册))"
)
SIGN = re.compile(rf"(?P<brand>[一-鿿A-Za-z0-9]{{1,8}}?{KIND})\s?[·・]?\s?{ENTRANCE}")
GREETED = r"(?:[您你]好[,!]?\s*)?(?:欢迎(?:进入|来到|光临|访问))?"
GREETING = re.compile(r"^.*?(?:欢迎)?(?:进入|来到|光临|访问|关于)")
# So many lines begin with a brand that is glued to them, or are it.
MIN_LINES = 3
FILLER = r"(?:[·・\-—|!。,\s]|\((?:中国|全站|集团)\)|官方网站|官网|官方|平台|登[录陆]|注册|入口|app|APP|下载|网址)"
MIN_REST = 6
# The mark of a copier (qzv胶北网), with Latin letters or the name of a site in it, ends several paragraphs.
TAIL = re.compile(r"[。!?”)]\s?(?P<tail>(?=.*(?:[A-Za-z]{2}|[网站]$))(?!据|来源|记者|作者)[A-Za-z0-9一-鿿.]{3,14})$")
MIN_TEXT = 30
# No page that was seen has more than two of them.
MOST = 8
Brand = tuple[re.Pattern[str], re.Pattern[str]]


def find_brands(lines: Iterable[str]) -> list[Brand]:
    """Return the brands and marks of a page, given its folded lines: each as it opens a line and as it ends one."""
    lines = tuple(lines)
    signs = (sign["brand"] for line in lines for sign in SIGN.finditer(line))
    brands = {GREETING.sub("", brand) for brand in signs}
    opened = Counter(brand for line in lines for brand in brands if line.startswith(brand))
    found = [rf"{GREETED}{FILLER}*{re.escape(brand)}{FILLER}*" for brand in brands if opened[brand] >= MIN_LINES]
    tails = Counter(tail["tail"] for line in lines if len(line) >= MIN_TEXT and (tail := TAIL.search(line)))
    found += [re.escape(tail) for tail, count in tails.items() if count >= MIN_LINES]
    return [(re.compile(one), re.compile(rf"(?<=[。!?”)\s]){one}$")) for one in found[:MOST]]


def brand_at(folded: str, brands: Iterable[Brand]) -> tuple[int, bool] | None:
    """Return where a line is to be cut, and whether the brand stands in front; the end of the line where it is nothing else."""
    for opening, ending in brands:
        head = opening.match(folded)
        if head and (head.end() == len(folded) or len(folded) - head.end() >= MIN_REST):
            return head.end(), True
        tail = ending.search(folded)
        if tail:
            return tail.start(), False
    return None
