"""Paragraphs that say nothing: characters drawn at random, and pinyin run together, which farms put between those of an article."""

import re

from .facts import HAN

# The 300 most frequent characters of jieba 0.42.1's dictionary, by the counts of its words; in news they are .75 of a text.
FREQUENT = re.compile(
    "[一是人了不在有大中国和为这上他个地年来我会以到时要出的生学说道民家子也成行下们于后就发自之对得主长可过天作分方用多你着部能市等业全里"
    "工公经本都而高政法面门动日进区事代那去心小同北定开产前其军还然起种所如现理机体表力好外与文当两实重新三么只山水关明从化平建又制南内西"
    "没此将员名手最东头者月间无安看见各城十相但已些正口通想度加第她合院物性战由位常点海意场武使次二向治因立数样身情入原问把路被并利石老教万"
    "知级量任江及应省资委务元美特期世湖回系比气汉总展电科金先声提品设或义王社很统处四首共马形己儿司太目基领队直计别女权话少流命至报米给打变"
    "果书清活几州华解议更称程今决张导术府才保交放管结师便走达族反再题色五]"
)
# Of 14,535 lines of so many Chinese characters (fixtures, real pages) one had less than .28 of these: it was drawn at random (.12).
MIN_HAN, FEW_FREQUENT = 60, 0.2
UNBROKEN = re.compile("[一-鿿]{24}")
# Three long words in a row, each of nothing but syllables of pinyin.
SYLLABLE = r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]?[aeo]ng?|[aeiouv]{1,3}n?g?|er)"
PINYIN = re.compile(rf"^(?:[“\"'(]?(?=[a-z]{{12}})(?:{SYLLABLE}){{3,16}}+[a-z]{{0,24}}[^一-鿿A-Za-z0-9/]{{1,3}}){{3}}")


# What sums and results of matches are written with.
SUM = re.compile(r"[\w+\-=:,?%().]+")
# So many words, such a share of them (0..1) so short, so many with a mark, beside a name of so many characters at most.
MIN_NOISE, MOST_NOISE, MAX_NOISE, MIN_MARKED, MAX_NAME = 6, 0.75, 3, 3, 14


def is_jammer(folded: str) -> bool:
    """Whether a line is single letters, digits and marks, the name of a forum among them: noise that it puts in against copying."""
    if folded.count(" ") < MIN_NOISE - 1:
        return False
    words = folded.split()
    short = [word for word in words if len(word) <= MAX_NOISE and word.isascii()]
    # What sums are written with proves nothing.
    marks = [word for word in short if not word.isalnum()]
    marked = [word for word in marks if not SUM.fullmatch(word)]
    mixed = sum(any(map(str.isalnum, word)) for word in marks)
    return (
        len(words) >= MIN_NOISE
        and len(short) >= MOST_NOISE * len(words)
        and len(marked) >= MIN_MARKED
        and mixed >= MIN_MARKED - 1
        and len(HAN.findall(folded)) <= MAX_NAME
    )


def is_gibberish(folded: str) -> bool:
    """Whether a folded line is a run of characters drawn at random, or of pinyin without spaces."""
    if PINYIN.match(folded):
        return True
    # Lists of names, wares and villages have as few of them, but marks between.
    if not UNBROKEN.search(folded):
        return False
    han = HAN.findall(folded)
    return len(han) >= MIN_HAN and len(FREQUENT.findall(folded)) < FEW_FREQUENT * len(han)
