"""What a repair may look at beside its block (the page, and what is known of the language), and what it answers."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from .gbk import PRIVATE
from .likelihood import Likelihood
from .readings import Readings, strip_tone
from .trigrams import PageCounts, Trigrams

# A page about garbled text quotes it. What it quotes is its subject, not its damage.
ABOUT_DAMAGE = re.compile(
    # Farms put 亚洲日韩乱码中文字幕 on their pages.
    "(?<!亚洲)(?<!日韩)(?<!国产)(?<!欧美)乱码(?!中文字幕|视频|在线|[一二三]区|AV|免费|高清)"
    "|(?<!亞洲)(?<!日韓)(?<!國產)(?<!歐美)亂碼(?!中文字幕|視頻|在線|[一二三]區|AV|免費|高清)|锟斤拷|錕斤拷|烫烫烫|mojibake|字符集|编码错误|編碼錯誤",
    re.IGNORECASE,
)
# A text that tells how words are read.
ABOUT_READING = re.compile(
    "读音|讀音|拼音|多音字|注音|标音|標音|声调|聲調|汉语角|漢語角|生词|生詞|叫错|叫錯|叫对|读错|讀錯|念错|念作|读作|讀作|读成|讀成|普通话|普通話|生僻字"
)
SYLLABLE = re.compile(r"(?<=[㐀-鿿豈-﫿])\s?[(（]\s?(?P<syllable>[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹɡ]{1,6})\s?[)）]")
QUOTED = re.compile(
    '“[^“”\n]{0,80}”|「[^「」\n]{0,80}」|『[^『』\n]{0,80}』|《[^《》\n]{0,80}》|`[^`\n]{0,80}`|"[^"\n]{0,80}"'
)
INJECTED_COMMA = re.compile("[,，][。、；]")
MANY_COMMAS = 2
# What is advertised at the heads of lines by networks of escort and gambling pages; a phrase that recurs there.
ADVERTISED = (
    "龙凤", "龍鳳", "品茶", "喝茶", "夜网", "夜網", "桑拿", "楼凤", "樓鳳", "上门", "上門",
    "外围", "外圍", "同城约", "约炮", "約炮", "私人会所", "会所推荐", "娱乐城", "娛樂城", "博彩", "百家乐",
    "百家樂", "时时彩", "六合彩", "彩票平台", "棋牌", "开户", "投注", "代开发票", "办证", "租赁",
    "贷款", "二手", "装修", "搬家", "回收", "维修", "批发", "厂家", "代办",
)  # fmt: skip
BETS = ("快三", "快3", "时时彩", "時時彩", "娱乐城", "娛樂城", "百家乐", "百家樂")
ANY_ADVERTISED = re.compile("|".join((*ADVERTISED, *BETS)))
GLUED_HEAD = re.compile(r"[^\s，。,]{3,16}(?=(?:\s*[-—–|_…]+\s*|[\s…]+)[^\s]{6,})")
# A keyword of betting that has a line of its own, too, needs no mark behind it, and fewer lines that begin with it and go on as
# long as a sentence. With words of trades (电梯维修) such a line is a heading.
BET = re.compile(
    rf"[一-鿿]{{0,6}}(?:{'|'.join(BETS)})(?:彩票|平台|官网|官網|网站|網站|下载|下載|娱乐|娛樂|注册|註冊|投注|开奖|開獎|计划|計劃|预测|預測|入口|app|APP){{1,2}}"
)
MANY_HEADS, MANY_GLUED, MAX_KEYWORD, MIN_SENTENCE = 3, 2, 16, 20
# Half-width marks of Chinese text are read as full-width ones.
WIDE = {ord(mark): ord(mark) + 0xFEE0 for mark in ",:;?!()"}
# What no text has.
SEPARATOR = "\x1e"
# So many characters on each side of a joint are looked at; before a paragraph stands the end of another.
JOINT, PARAGRAPH_END = 8, "。\n"
# A damaged place and what may have come of it.
DAMAGE = re.compile("[?\ufffd](?=[^\n]).{0,40}")
# What the two models count for: the weights with which they together were the surest of lost bytes, on pages that were not
# measured on afterwards (logistic regression).
NEIGHBOURS, WORDS = 0.5, 0.52
# Log share of a character as a word, above which nobody needs to be told how it is read.
COMMON = -11.5
# A page with slips has a few of them. Beyond so many lost bytes, and such a share (0..1) of the characters, it is a ruin.
RUIN, RUIN_SHARE = 40, 0.01


@dataclass(frozen=True, slots=True)
class Change:
    """What a repair wants: ``after`` in the place of ``text[start:end]``; ``margin`` as in ``Edit``."""

    start: int
    end: int
    after: str
    margin: float | None = None


@dataclass(frozen=True)
class Language:
    """What is known of Chinese: how likely a text is, how a character is read, what each script alone has, what names begin
    with, and the way to Simplified."""

    likelihood: Likelihood = field(repr=False)
    trigrams: Trigrams = field(repr=False)
    readings: Readings = field(repr=False)
    hans_only: frozenset[str] = field(repr=False)
    hant_only: frozenset[str] = field(repr=False)
    surnames: frozenset[str] = field(repr=False)
    to_hans: Callable[[str], str] = field(repr=False)

    def is_common(self, char: str) -> bool:
        """Whether a character, in either script, needs no reading beside it."""
        return self.likelihood.words.get(self.to_hans(char), -99.0) > COMMON

    def fit(self, before: str, after: str) -> float:
        """Return how much likelier (nats) ``after`` is behind ``before`` than as the beginning of a paragraph, by what stands
        beside what where they meet."""
        tail, head = before[-JOINT:].translate(WIDE), after[:JOINT].translate(WIDE)
        texts = [tail + head, tail, PARAGRAPH_END + head]
        both, one, other = self.trigrams.score(self.to_hans(SEPARATOR.join(texts)).split(SEPARATOR), None)
        return float(both - one - other)

    def score(self, texts: list[str]) -> list[float]:
        """Return the log probability (nats) of each text, in either script."""
        return [self.likelihood.of(one) for one in self.to_hans(SEPARATOR.join(texts)).split(SEPARATOR)]


@dataclass(frozen=True)
class Evidence:
    """The page that a block stands on, as received, and the language."""

    page: str
    language: Language

    @cached_property
    def counts(self) -> PageCounts:
        """What stands beside what on the page; what stands behind a damaged place is left out, and so are readings."""
        text = DAMAGE.sub("\n", SYLLABLE.sub("", self.page)).translate(WIDE)
        return self.language.trigrams.count(self.language.to_hans(text))

    @cached_property
    def is_hant(self) -> bool:
        """Whether the page is written in Traditional characters."""
        hant, hans = self._scripts
        return hant > 4 * hans

    @cached_property
    def is_hans(self) -> bool:
        """Whether the page is written in Simplified characters, but for a few; a line or two tell nothing."""
        hant, hans = self._scripts
        return hans > max(20 * hant, 50)

    @cached_property
    def is_ruin(self) -> bool:
        """Whether so many bytes of the page gave no character that it was cut to pieces, and no slip can be read."""
        return self.page.count("\ufffd") > max(RUIN, RUIN_SHARE * len(self.page))

    @cached_property
    def _scripts(self) -> tuple[int, int]:
        """How many characters of the page only Traditional, and only Simplified text has."""
        # The page has fewer kinds of characters than the sets, which hold thousands.
        count = Counter(self.page).items()
        hant, hans = (
            sum(n for char, n in count if char in some) for some in (self.language.hant_only, self.language.hans_only)
        )
        return hant, hans

    def neighbours(self, texts: list[str]) -> list[float]:
        """Return how likely (nats) what stands beside what is in each text, from its third character on."""
        if not texts:
            return []
        hans = self.language.to_hans(SEPARATOR.join(texts).translate(WIDE)).split(SEPARATOR)
        return [float(score) for score in self.language.trigrams.score(hans, self.counts)]

    def score(self, texts: list[str]) -> list[float]:
        """Return the log probability (nats) of each text by its words and by what stands beside what."""
        words = self.language.score([text.translate(WIDE) for text in texts])
        return [NEIGHBOURS * one + WORDS * other for one, other in zip(self.neighbours(texts), words, strict=True)]

    @cached_property
    def has_private(self) -> bool:
        """Whether private-use characters, which carry bytes of slips, stand on the page."""
        return PRIVATE.search(self.page) is not None

    @cached_property
    def about_damage(self) -> bool:
        """Whether the page speaks of garbled text."""
        return ABOUT_DAMAGE.search(self.page) is not None

    @cached_property
    def about_reading(self) -> bool:
        """Whether the page tells how words are read."""
        return ABOUT_READING.search(self.page) is not None

    @cached_property
    def injected_readings(self) -> int:
        """How many characters of the page that only Traditional text has bear their reading in brackets."""
        return sum(
            (char := self.page[match.start() - 1]) in self.language.hant_only
            and self.language.is_common(char)
            and strip_tone(match["syllable"]) in self.language.readings.toneless(char)
            for match in SYLLABLE.finditer(self.page)
        )

    @cached_property
    def has_injected_commas(self) -> bool:
        """Whether commas stand before marks that no writer puts one before, here and there on the page."""
        return len(INJECTED_COMMA.findall(self.page)) >= MANY_COMMAS

    @cached_property
    def glued_heads(self) -> tuple[str, ...]:
        """Advertised keywords at the heads of several lines that go on as text, and those of betting that stand alone on a line,
        too; longest first."""
        if not ANY_ADVERTISED.search(self.page):
            return ()
        advertised = [word for word in ADVERTISED if word in self.page]
        lines = [line.strip() for line in self.page.splitlines()]
        heads = (match[0] for match in map(GLUED_HEAD.match, lines) if match)
        counts = Counter(head for head in heads if any(word in head for word in advertised))
        glued = {head for head, count in counts.items() if count >= MANY_HEADS}
        bets = {line for line in lines if len(line) <= MAX_KEYWORD and BET.fullmatch(line)}
        sizes = {len(bet) for bet in bets}
        long = (line for line in lines if len(line) > MAX_KEYWORD + MIN_SENTENCE)
        opened = Counter(line[:size] for line in long for size in sizes)
        glued |= {bet for bet in bets if opened[bet] >= MANY_GLUED}
        return tuple(sorted(glued, key=len, reverse=True))

    def is_quoted(self, text: str, start: int, end: int) -> bool:
        """Whether a place of a block is garbled text that the page quotes."""
        return self.about_damage and any(
            match.start() < start and end <= match.end() for match in QUOTED.finditer(text)
        )
