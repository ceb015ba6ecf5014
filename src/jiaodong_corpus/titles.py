"""Which of the lines of a head is the headline: told by their marks, their form, and how the text takes them up."""

import re
from collections.abc import Iterator, Sequence

from .context import same_title
from .copies import names_series
from .documents import ORGANISATION
from .draft import Draft
from .facts import bare
from .kickers import leads
from .model import Label

# 郭云程讲话 胡友莲主持: below the headline of a meeting.
SPEAKERS = re.compile(r"^(?:[一-鿿]{2,4}(?:讲话|主持|出席|致辞|作报告)[\s,、]*){1,4}$")
KICKER_END = re.compile(
    r"(?:[后时中间来际下里],|(?:会|会议|讲话|批示|调研|考察|检查|督导)时?(?:强调|指出|要求)|——|—|──|--|……|\||丨|│|/|:|[①-⑳]|之[一二三四五六七八九十]{1,2})$"
)
# Of these the dashes alone lead to a headline whatever else stands around.
LEADS_ON = ("——", "--")
# What says by a dash that it explains, or who was in the chair, is a subtitle.
SUBTITLE_START = re.compile(
    r"^(?:——|──|--|—)|^(?!.*(?:[于在的上就为]|会(?!议)))(?:[一-鿿]{2,3}[\s、]?){1,4}(?:主持|出席|致辞|讲话|陪同|参加(?=会议|活动|仪式))(?:会议|活动|仪式)?(?:并(?:讲话|致辞|主持))?(?:[\s、][一-鿿]{2,3}){0,4}(?:(?:出席|参加|陪同))?$"
)
# What kind of text it is stands in a kicker or a subtitle (…走笔, …调查(上)).
GENRE = re.compile(
    r"^(?:对话|专访)(?!.{0,8}[:,?!]).{6,}|(?:见闻|纪实|侧记|札记|走笔|手记|综述|观察|调查|探访|走访|回访|探营|速写|剪影|掠影|扫描|透视|纪行|故事|巡礼|访谈|系列报道)(?:\([上中下一二三四五]\))?$"
)
# The title of a government document.
NOTICE_TITLE = re.compile(
    r"^.{0,16}关于.{4,80}的?(?:通知|公告|意见|方案|办法|决定|通报|批复|函|公示|规划|细则|通告|报告|复函)$"
    r"|^.{0,20}(?:关于|对).{4,80}(?:建议|提案|议案).{0,12}的(?:答复|复函|回复)$"
)
# So many titles above a headline with its time are other news where the text has at most, and at least, this share of their pairs.
MANY_NEWS, LONG_NEWS = 2, 10
# Each at most, all on average at most, the headline at least.
NEWS = ((0.08, 0.08, 0.2), (0.1, 0.1, 0.3), (0.25, 0.12, 0.6))
# A line that cannot end a headline.
UNFINISHED = re.compile(
    r"[的之和与及、,]$|(?:大力|全力)(?:推进|发展|实施|构建)$|(?:大力|全力|加快|持续|积极|稳步|深入|扎实)(?:打造|建设|培育|推动)$"
)
# Newspapers set a headline on two short lines. Of two lines of a head that are not longer (characters), and about as long as
# each other, none explains the other; nor of two between a kicker and a subtitle, which are longer.
SHORT_DECK, SUBJECT_DECK, DECK, VERB_DECK, OF_A_LENGTH, LONGER = 10, 14, 12, 17, 2, 1.25
# Who does it on the first line, what they do on the second (秦岭北麓六区县 / 共建生态巡护“一张网”).
SUBJECT = re.compile(
    r"(?:[县区市城省州镇村港圈湾地旗盟校院企家厂场”]|小区|党员|书记|老人|青年|农户|市民|居民|旅客|携手|联手)$"
)
VERB = re.compile(
    r"(?:共[建享推绘谋治护商]|携手|联手|合力|跑出|打造|签[署订约]|开[通行启建放设]|推[进动出]|迈[向入]|启动|实现|建[成立]|织[密就]|架起|抱团|发放|试行|互认|同步|迎来|上线|入驻|结成|联[合办]|投[产用]|增至|突破|搭上|拿下|走[出向进]|开[到进]|传回|用(?:上|“)|有了|成[了为]|变[成身]|搬[进到上]|办[到进起]|送[到上进]|飞[进出上到]|跑[进到上]|坐上|接[上通]|连上|破解|喊|拿到|领[到上]|长[出成]|结出|找[到回]|圆了|尝到|端上|吃[上到]|住[进上]|过上|赶上|挂上|点亮|唱[响起]|牵手|落户|挺进|闯[进出]|卖[到出]|种[出下]|首单|拍下)"
)
# 同比增长二成以上, below what grew.
COMPARED = re.compile(
    r"^(?:同比|环比|[较比][去上]年(?:同期)?)(?:大?增长?|[上下]降|提[高升]|翻番|[多少](?=[\d一二两三四五六七八九十百近超逾]))(?!的)"
)
PAIRED = tuple(zip("“「『《(", "”」』》)", strict=True))
# The rule of the further lines of a headline.
GOES_ON = "line-of-headline"


def is_plain(draft: Draft, index: int) -> bool:
    """Whether no mark makes a line of a head a kicker or a subtitle."""
    folded = draft.folded(index)
    # Time and source right below it say that it leads to no other line.
    leads = KICKER_END.search(folded) and not (index in draft.titles and folded.endswith("…"))
    return not leads and not SUBTITLE_START.match(folded)


def pick_headline(draft: Draft, lines: Sequence[int], below: int | None) -> int:
    """Return the headline among the lines of a head; ``below`` is the first paragraph of the text."""
    # What the page itself names as the title, or lists as one of its titles.
    named = [index for index in lines if index == draft.title] or [index for index in lines if index in draft.listed]
    ranked = [index for index in lines if draft.blocks[index].layout.path.endswith("/h1")]
    if named or len(ranked) == 1:
        return (named or ranked)[0]
    lines = [index for index in lines if not names_series(draft, index)] or lines
    marked = [index for index in lines if not is_plain(draft, index)]
    plain = [index for index in lines if index not in marked and not GENRE.search(draft.folded(index))]
    plain = plain or [index for index in lines if index not in marked] or list(lines)
    led = [index for index in marked if not SUBTITLE_START.match(draft.folded(index)) and index < plain[-1]]
    if led:
        # What a kicker leads to stands right below it.
        return next(index for index in plain if index > led[-1])
    explained = [index for index in marked if SUBTITLE_START.match(draft.folded(index)) and index > plain[0]]
    if explained:
        # What a subtitle explains stands right above it.
        return [index for index in plain if index < explained[0]][-1]
    if len(plain) >= 3:
        return plain[-2]
    if len(plain) == 1:
        return plain[0]
    return plain[1] if leads(draft, plain[0], plain[1], below) else plain[0]


def parts_of_title(draft: Draft, lines: Sequence[int], headline: int) -> list[int]:
    """Return the neighbouring lines, the headline among them, of which the page has the whole on another line."""
    for parts in _stacks(lines, headline):
        whole = "".join(map(draft.bare, parts)) if all(map(draft.bare, parts)) else ""
        if whole and draft.stands_beside(whole, parts):
            return parts
    return []


def _stacks(lines: Sequence[int], headline: int) -> Iterator[list[int]]:
    """Yield three, then two, neighbours of some lines with the headline among them."""
    for length in (3, 2):
        for start in range(headline - length + 1, headline + 1):
            parts = list(range(start, start + length))
            if set(parts) <= set(lines):
                yield parts


def _parts_of_headline(draft: Draft, lines: Sequence[int], headline: int) -> list[int]:
    """Return the lines on which one headline stands: the page has it whole once more, they make the title of a document, or the
    first cannot end it, or they are decks of one.
    """
    for parts in _stacks(lines, headline):
        whole = "".join(map(draft.folded, parts))
        if _is_document(draft, parts, whole) or draft.stands_beside(bare(whole), lines):
            return parts
        start = parts[0]
        broken = len(parts) == 2 and _is_broken(draft.folded(start), draft.folded(start + 1))
        if broken or (len(parts) == 2 and (_are_decks(draft, lines, start) or _of_meeting(draft, lines, start))):
            return parts
    return []


def _is_document(draft: Draft, parts: list[int], whole: str) -> bool:
    titles = [bool(NOTICE_TITLE.match(draft.folded(one))) for one in parts]
    # The body that issued a document can stand on a line of its own above a title that is whole without it.
    bodies = (word for one in parts[:-1] for word in draft.folded(one).split())
    issued = draft.folded(parts[-1]).startswith("关于") and all(map(ORGANISATION.match, bodies))
    return bool(NOTICE_TITLE.match(draft.folded(parts[-1]) if issued else whole)) and (issued or not any(titles))


def opens_deck(draft: Draft, index: int) -> bool:
    """Whether a short line says who, and the one below it what they do: a headline on two lines."""
    if index + 1 >= len(draft.blocks) or not SUBJECT.search(draft.folded(index)):
        return False
    below = draft.folded(index + 1)
    return len(draft.folded(index)) <= SUBJECT_DECK and len(below) <= VERB_DECK and VERB.match(below) is not None


def _of_meeting(draft: Draft, lines: Sequence[int], first: int) -> bool:
    """Whether a line and the one below it stand between what leads to them (会议要求) and who spoke at the meeting."""
    led = first - 1 in lines and KICKER_END.search(draft.folded(first - 1)) is not None
    return led and first + 2 in lines and SPEAKERS.match(draft.folded(first + 2)) is not None


def _is_broken(one: str, two: str) -> bool:
    """Whether a line ends amid what the line below it ends: a quotation, a bracket, a figure."""
    opened = any(one.count(left) > one.count(right) and two.count(right) > two.count(left) for left, right in PAIRED)
    return opened or (one[-1].isdigit() and two[0] in "%℃.")


def _are_decks(draft: Draft, lines: Sequence[int], first: int) -> bool:
    """Whether a line and the one below it are two parts of a headline."""
    one, two = draft.folded(first), draft.folded(first + 1)
    if GENRE.search(two) or GENRE.search(one):
        return False
    if UNFINISHED.search(one):
        return is_plain(draft, first) and is_plain(draft, first + 1)
    if not (is_plain(draft, first) and is_plain(draft, first + 1)) or " " in one or " " in two or one == two:
        return False
    if opens_deck(draft, first) or COMPARED.match(two):
        return True
    longer, length = max(len(one), len(two)), abs(len(one) - len(two))
    if longer <= SHORT_DECK and length <= OF_A_LENGTH and "," not in one + two:
        return True
    around = [len(draft.folded(index)) for index in lines if index not in (first, first + 1)]
    return longer <= DECK and bool(around) and min(around) >= LONGER * longer


def without_news(draft: Draft, stack: list[int], known: set[str]) -> list[int]:
    """Leave out the titles of other news right above a headline, of which the text knows nothing, and that knows it all."""
    last = stack[-1]
    *told, own = (draft.overlap(index, known) for index in stack)
    long = len(told) >= MANY_NEWS and all(draft.facts[index].length >= LONG_NEWS for index in stack)
    timed = draft.labels[last + 1 : last + 2] == [Label.META] and not SUBTITLE_START.match(draft.folded(last))
    if not (long and timed) or not any(
        max(told) <= most and sum(told) <= mean * len(told) and own >= least for most, mean, least in NEWS
    ):
        return stack
    for index in stack[:-1]:
        draft.put(index, Label.RELATED, "news-above-headline")
    return [last]


def put_head(draft: Draft, lines: Sequence[int], headline: int) -> None:
    """Label the lines of a head around its headline; copies of it are left alone."""
    rivals = [index for index in lines if index != headline and is_plain(draft, index)]
    # Nothing but form and order tells them apart: the record will say so.
    draft.put(headline, Label.HEADLINE, "headline-by-length" if len(rivals) == 1 else "headline")
    parts = _parts_of_headline(draft, lines, headline)
    for index in parts:
        draft.put(index, Label.HEADLINE, GOES_ON if index > parts[0] else "headline")
    leads = max((index for index in lines if index < headline and KICKER_END.search(draft.folded(index))), default=0)
    for index in lines:
        if index in parts or same_title(draft.folded(index), draft.folded(headline)):
            continue
        named = index < leads and is_plain(draft, index) and not draft.facts[index].marks
        if named or (index < headline and draft.stands_beside(draft.bare(index), lines)):
            # A kicker that says so leads to the headline; the line above it is the name of a series, and one that stands at the
            # foot of the page, too, that of an account.
            draft.put(index, Label.NAV, "section-name")
        elif index < headline:
            draft.put(index, Label.KICKER, "line-above-headline")
        elif index > headline:
            draft.put(index, Label.SUBTITLE, "line-below-headline")
