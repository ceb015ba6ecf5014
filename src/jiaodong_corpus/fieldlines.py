"""Lines of metadata and bylines, told by their grammar: fields, labels with values, and what stands between them."""

import re

from .bylines import read_byline
from .lexicon import Lexicon
from .lines import READERS, FieldMatch, read_fields
from .model import Label
from .names import MASTHEAD

# Up to this many characters that belong to no field may stand on a line of metadata (the name of a channel).
MAX_REST = 6
# So many newspapers on a line are a menu of the house that publishes them.
MANY_PAPERS = 2
BUTTONS = re.compile(r"字号|字体|打印|分享|收藏|评论|浏览|阅读|点击|举报|纠错|点赞|在看|转发")
OPENS_WITH_TIME = re.compile(
    # The icon of a clock or a calendar can stand before it.
    r"^(?:[⏱⏰⌚🕐-🕧📅📆🗓]\ufe0f?\s*)?(?:(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}:\d{2}|发布(?:时间|于)\s*:?\s*\d{2}-\d{2}\s*\d{2}:\d{2})(?=[^。]{0,48}$)"
    # A day behind such an icon needs no hour.
    r"|^[⏱⏰⌚🕐-🕧📅📆🗓]\ufe0f?\s*(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?=[^。]{0,48}$)"
)
# What a copy left of the source can be unreadable, and have a question mark: 来源:襄阳日?qǐng)?bào).
DAY_AND_SOURCE = re.compile(
    r"^发布(?:时间|日期)\s*:\s*(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
    r"\s+[一-鿿]{0,2}来源\s*:(?=[^。]{0,48}$)"
)
# Labels of the line of time and source, though nothing stands behind them.
OTHER_LABELS = re.compile(r"(?:发布|发表|更新)(?:时间|日期)\s*:|浏览\s*:|点击\s*:|来源\s*:")
MANY_KINDS = 3
# 2024年11月至2025年12月: how long it takes, not when it was published.
FROM_TO = re.compile(
    r"^(?:19|20)\d{2}\s*[-/.年][\d\s\-/.月日]{1,8}(?:至|到|~|—+)\s*(?:(?:19|20)\d{2}\s*[-/.年])?[\d\s\-/.月日]{2,8}$"
)
# The head of a page of a newspaper: its name, the day, the page and its section.
FOLIO = re.compile(
    r"^.{2,12}(?:19|20)\d{2}年.{4,20}第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版(?:\s*[:：·]?\s*[^。,]{0,12})$"
    # 南侨日报 2025年2月19日(星期三) NANKIAO DAILY
    r"|^[一-鿿]{2,8}报\s+(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*\(?星期.\)?\s+[A-Z][A-Z ]{4,30}$"
    # 北方日报 2023年3月14日 星期二 癸卯年二月廿三 第26082号 CN22-0001 今日8版
    r"|^[一-鿿]{2,8}报\s+(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*\(?星期.\)?\s(?=.*(?:第\s?\d+\s?[号期]|CN\d{2}|\d\s?版))[^。,!?]{4,80}$"
)
# 湾区早报 10-27 06:43: a time without its year makes the name of a medium a line of metadata.
HOUR_OF_DAY = re.compile(r"(?<!\d)\d{1,2}[-/月]\d{1,2}日?\s+\d{1,2}:\d{2}")
# 2022年6月15日 星期三 责编/柳青 版式/马晓云 要闻 A2, 2022年5月6日 星期五 第1876期 句容市融媒体中心主办
DAY_AND_PAGE = re.compile(
    r"^(?:(?:19|20)\d{2}[年/.-]\d{1,2}[月/.-]\d{1,2}日?|[一二〇○零三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日)"
    r"\s*\(?星期[一二三四五六日天]\)?\s+(?=.*(?:责编|编辑|版式|校对|美编|主办|主管|第?[A-Z]?\d{1,2}\s?版|第[一二三四五六七八九十]{1,3}版|[一-鿿]报(?:\s|$)|[A-Z]\d{1,2}\s))[^。]{2,80}$"
)
OF_CREDITS = frozenset({"contributor", "editor"})
# Who taught the pupil, told the story or put it into Chinese is named with the author.
WITH_AUTHOR = re.compile(r"指导(?:教师|老师)|辅导老师|口述|编译|解答人|答疑")
# (京华时报) alone on a line says where the text came from.
MEDIUM_IN_BRACKETS = re.compile(
    r"^\((?:记者|来源:?|均?据)?[一-鿿·/、\-]{0,16}(?:日报|晚报|时报|早报|晨报|商报|导报|都市报|参考报|青年报|法制报|工人报|电子报|周报|通讯社|新闻网|央视新闻|新华社|网|电视台|总台|客户端|周刊|杂志|融媒体中心)(?:电|专特稿|特稿|供稿)?\)$"
)
CLOCK = re.compile(r"\d:\d{2}(?!.*。$)")
# A label and its value.
PAIR = re.compile(
    r"(?<![一-鿿])[一-鿿]{2,6}\s*:\s*(?:(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?|[^\s,。;]{1,24})"
)
# What comes is told with its place, its number to call, or what its time is the time of.
OF_EVENT = re.compile(r"(?:地[点址]|票价|对阵|车次|电话|热线)\s*:")
TIME_OF_EVENT = re.compile(r"(?:活动|比赛|报名|截止|开馆|发车|会议|考试|演出|开放|营业|办理|举办|直播)时间\s*:")
# 2022年5月16日(星期一)首班车起
BEGINS_ON = re.compile(r"日(?:\s*\([^()]{2,6}\))?(?:\s*\d{1,2}:\d{2})?[^\d:/]{0,8}(?:起|止|前|后|期间)\s*\|?$")
RELATIVE_TIME = re.compile(r"^(?:\d{1,3}\s*(?:分钟|小时|天|周|个月)前|刚刚|[昨前]天|(?:昨|今|前)天\s*\d{1,2}:\d{2})$")
HOUR = re.compile(r"^香港时间\s*\d{1,2}时\d{1,2}分$")
# The second line of a masthead: whose organ, its numbers, how many pages.
ISSUE = re.compile(r"国内统一|邮发代号|第\s*\d+\s*[期号]|\d\s?期\s*/")
# Under what a site files a text, and hours without a day: nothing to keep.
FILED_UNDER = re.compile(r"[类分][型类]\s*:|(?:建立|更新)时间")
LETTER = re.compile(r"[^\W_]")
# B站影视 日本电影 2025-09-28 19:38 1: under what a copying site files a text, before its time.
FILED = re.compile(
    r"^(?:[^\s,。:;!?]{1,8}\s+){1,3}(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+\d{1,6})?$"
)


def read_line(folded: str, lexicon: Lexicon) -> tuple[Label, str] | None:
    """Return what a line of metadata, or a byline, is by its grammar."""
    fields, unread = read_fields(folded, lexicon)
    reporters = {field.rule for field in fields} <= {"reporter-on-line", "known-outlet", "written-by", "pictures-by"}
    reporters = reporters and any(field.field == "author" for field in fields)
    papers = sum(MASTHEAD.match(word) is not None for word in folded.split())
    byline = read_byline(folded, lexicon) if papers < MANY_PAPERS else None
    of_credits = byline and {one.role for one in byline.names} <= OF_CREDITS and not WITH_AUTHOR.search(folded)
    if of_credits and not DAY_AND_PAGE.match(folded):
        # Who planned and released it stands in the block of credits.
        return Label.EDITOR_CREDIT, "credits"
    if fields and not (reporters and byline) and _are_metadata(folded, fields, unread, lexicon):
        kinds = {field.field for field in fields}
        alone = kinds <= {"author"} and not OTHER_LABELS.search(folded)
        label = Label.EDITOR_CREDIT if kinds <= {"editor"} else Label.BYLINE if alone else Label.META
        return label, "fields"
    if not fields and not unread and any(one.search(folded) for one in (BUTTONS, ISSUE, FILED_UNDER)):
        return _without_value(folded)
    reads = (
        MEDIUM_IN_BRACKETS.match(folded)
        or HOUR.match(folded)
        or RELATIVE_TIME.match(folded)
        or (not fields and OPENS_WITH_TIME.match(folded))
        or (fields and not unread and HOUR_OF_DAY.search(folded))
    )
    if reads and not (reporters and byline):
        return Label.META, "fields"
    return (Label.BYLINE, "byline") if byline else None


def _without_value(folded: str) -> tuple[Label, str]:
    """Return what a line is that is read to its end, and has nothing to keep."""
    if ISSUE.search(folded):
        return Label.META, "issue-of-paper"
    if FILED_UNDER.search(folded):
        return Label.META, "fields-without-value"
    return (Label.META, "rounded-counter") if READERS.match(folded) else (Label.WIDGET, "empty-fields")


def _are_metadata(folded: str, fields: list[FieldMatch], unread: int, lexicon: Lexicon) -> bool:
    """Whether little of a line is read as nothing, or what else stands on it can be no title.

    Beside a day and its hour, or three fields, it is the name of somebody.
    """
    if FROM_TO.match(folded) or TIME_OF_EVENT.search(folded) or BEGINS_ON.search(folded):
        return False
    # What is read and has no value (the number of the issue) tells as much as what has.
    read = 2 * sum(field.end - field.start for field in fields) < len(folded) and not unread
    if unread <= min(MAX_REST, len(folded) // 4) and (read or _tells(fields)):
        return True
    kinds = {field.field for field in fields}
    if (FOLIO.match(folded) and {"published", "outlet"} <= kinds) or DAY_AND_PAGE.match(folded):
        return True
    if any(form.match(folded) for form in (OPENS_WITH_TIME, DAY_AND_SOURCE, FILED)) or len(kinds) >= MANY_KINDS:
        return True
    return "published" in kinds and CLOCK.search(folded) is not None and _is_all_pairs(folded, lexicon)


def _is_all_pairs(folded: str, lexicon: Lexicon) -> bool:
    """Whether the other labels of a line and their values (信件编号:0417) leave nothing that is not read."""
    if OF_EVENT.search(folded):
        return False
    rest, pairs = PAIR.subn(" ", folded)
    read = sum(field.end - field.start for field in read_fields(rest, lexicon)[0])
    return pairs > 0 and len(LETTER.findall(rest)) <= MAX_REST + read


def _tells(fields: list[FieldMatch]) -> bool:
    """Tell whether the fields make a line of metadata: the name of a medium alone does not."""
    return any(field.rule != "known-outlet" for field in fields)
