"""Times as pages print them to ISO 8601, as far as they are stated."""

import re
import unicodedata
from datetime import datetime

YEAR_APART = re.compile(r"^((?:19|20)\d{2})\s+(?=\d{1,2}/\d{1,2}(?!/|\d))")
DATE = re.compile(r"((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?")
# Years of the Republic, as papers of Taiwan count them.
REPUBLIC = re.compile(r"(?:中[华華])?民[国國]\s*(\d{2,3})年")
# Its first year less one.
BEFORE_REPUBLIC = 1911
# 104-07-09
REPUBLIC_IN_FIGURES = re.compile(r"^(1[01]\d)(?=([-/.])\d{1,2}\2\d{1,2}$)")
# Sun Apr  9 20:10:15 2023
CLOCK_BEFORE_YEAR = re.compile(r"([A-Z][a-z]{2})\s+(\d{1,2})\s(\d{2}:\d{2}(?::\d{2})?)\s((?:19|20)\d{2})$")
# 19 七月 2011
MONTH_IN_WORDS = re.compile(r"(\d{1,2})\s([一二三四五六七八九十]{1,2})月\s((?:19|20)\d{2})")
# 二○二三年十一月十六日
IN_WORDS = re.compile(
    r"([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})日"
)
REPUBLIC_IN_WORDS = re.compile(
    # 十百 is no number.
    r"(民[国國])(?!十百|[^年]{2,6}百)([一二三四五六七八九十百零〇○]{2,6})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,4})日"
)
WORDS = {word: str(number) for number, word in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
DAY_FIRST = re.compile(r"(\d{1,2})([./])(\d{1,2})[./]((?:19|20)\d{2})")
ENGLISH = re.compile(r"(?:(\d{1,2}) )?([A-Z][a-z]{2})[a-z]*\.?(?: (\d{1,2}))?,? ((?:19|20)\d{2})")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CLOCK = re.compile(
    r"(上午|下午|晚上|AM|PM)?\s*(\d{1,2})\s*(?:[:时時]|小时)\s*(\d{1,2})(?:\s*[:分]\s*(\d{1,2}))?(?:\.\d+)?\s*[秒分]?\s*([AP]M|[ap]m)?"
)
# 2023年4月18日(星期二), above 香港时间17时05分
DAY = re.compile(r"^(?:完\s?/\s?)?(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:\(?星期.\)?)?$")
HOUR = re.compile(r"^(?:香港时间)?\d{1,2}[:时]\d{2}分?$")
HONG_KONG = "+08:00"
ZONE = re.compile(r"(?<=\d)\s*(Z|[+-]\d{2}:?\d{2})$")


def _figures(words: str) -> str:
    """Return the figures of a number in words: of a year one by one, of a month or a day with 十.

    >>> [_figures(words) for words in ("二○二三", "十一", "二十", "三十一", "廿一", "一百零三", "百一十二")]
    ['2023', '11', '20', '31', '21', '103', '112']

    """
    words = words.replace("廿", "二十").replace("卅", "三十")
    hundreds, _, rest = words.partition("百")
    if rest:
        # 一百零三, 一百十二
        return WORDS[hundreds or "一"] + _figures(rest.lstrip("零〇○")).rjust(2, "0")
    if "百" in words:
        return WORDS[hundreds or "一"] + "00"
    if "十" in words:
        tens, _, ones = words.partition("十")
        return WORDS.get(tens, "1") + WORDS.get(ones, "0")
    return "".join(WORDS[word] for word in words)


def _in_figures(printed: str) -> str:
    """Return a date in words, of the Republic, or with the year apart (2023 06/12), as one in figures."""
    printed = YEAR_APART.sub(r"\1/", printed)
    printed = REPUBLIC_IN_WORDS.sub(
        lambda date: f"{date[1]}{_figures(date[2])}年{_figures(date[3])}月{_figures(date[4])}日", printed
    )
    printed = MONTH_IN_WORDS.sub(lambda date: f"{date[3]}-{_figures(date[2])}-{date[1]}", printed)
    words = IN_WORDS.search(printed)
    if words:
        year, month, day = map(_figures, words.groups())
        printed = f"{printed[: words.start()]}{year}-{month}-{day}{printed[words.end() :]}"
    printed = REPUBLIC_IN_FIGURES.sub(lambda republic: str(int(republic[1]) + BEFORE_REPUBLIC), printed)
    return REPUBLIC.sub(lambda republic: f"{int(republic[1]) + BEFORE_REPUBLIC}年", printed)


def _from_english(printed: str) -> str:
    """Return a date with the English name of its month as one in figures; what stands behind it is read as in other forms."""
    printed = CLOCK_BEFORE_YEAR.sub(r"\1 \2 \4 \3", printed)
    english = ENGLISH.search(printed)
    day = english and (english[1] or english[3])
    if english and day and english[2] in MONTHS:
        return f"{english[4]}-{MONTHS.index(english[2]) + 1}-{day}{printed[english.end() :]}"
    return printed


def is_hour(folded: str) -> bool:
    """Whether a folded line is an hour and nothing else."""
    return HOUR.match(folded) is not None


def is_day_above_hour(one: str, other: str) -> bool:
    """Whether two folded lines are a day and its hour."""
    return DAY.match(one) is not None and is_hour(other)


def iso_time(printed: str) -> str | None:
    """Return a printed time in ISO 8601, no finer than it is stated, with a zone only if printed; None if it is none.

    >>> iso_time("2023年05月14日13:04"), iso_time("2019-12"), iso_time("02.03.2016  17:13"), iso_time("民國112年9月14日")
    ('2023-05-14T13:04', '2019-12', '2016-03-02T17:13', '2023-09-14')

    """
    # Hong Kong says its zone in letters.
    zoned = HONG_KONG if "HKT" in printed else ""
    # ２０１２年７月２５日
    printed = unicodedata.normalize("NFKC", printed.replace("HKT", " ").strip())
    printed = _in_figures(_from_english(printed))
    above, _, below = printed.partition("\n")
    if below and above.strip().isdigit():
        # A day that stands on the line above its month.
        printed = f"{below.rstrip('月')}-{above}"
    date = DATE.search(printed)
    day_first = None if date else DAY_FIRST.search(printed)
    found = date or day_first
    if found is None:
        return None
    if date:
        year, month, day = int(date[1]), int(date[2]), int(date[3]) if date[3] else None
    else:
        assert day_first is not None
        # With slashes the month stands first where the second number can only be a day (10/24/2023).
        first, second = int(day_first[1]), int(day_first[3])
        swapped = day_first[2] == "/" and second > 12
        year, month, day = int(day_first[4]), first if swapped else second, second if swapped else first
    # 04:10 2025/03/12: the hour first.
    rest = printed[found.end() :] or printed[: found.start()]
    clock = CLOCK.search(rest) if day else None
    try:
        if day is None:
            return datetime(year, month, 1).strftime("%Y-%m")
        if clock is None:
            return datetime(year, month, day).strftime("%Y-%m-%d")
        hour = int(clock[2])
        half = {clock[1], (clock[5] or "").upper()}
        if half & {"下午", "晚上", "PM"} and hour < 12:
            hour += 12
        if "AM" in half and hour == 12:
            hour = 0
        moment = datetime(year, month, day, hour, int(clock[3]), int(clock[4] or 0))
    except ValueError:
        return None
    zone = ZONE.search(rest)
    return moment.strftime("%Y-%m-%dT%H:%M:%S" if clock[4] else "%Y-%m-%dT%H:%M") + (zone[1] if zone else zoned)
