"""What is spoken: press conferences and live pages turn by turn, the parts of a broadcast, addresses, and chronicles day by day."""

import re
from itertools import takewhile

from .draft import Draft
from .facts import HAN
from .gaps import count_speakers, is_dated_meta
from .lines import read_dateline
from .model import Label
from .names import OUTLET

# A day and its time with nothing else.
TURN = re.compile(r"^[(\[【]?(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}:\d{2}(?::\d{2})?[)\]】]?$")
MIN_TURNS = 3
DAY_ALONE = re.compile(r"^(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?$")
# The parts of what a station broadcast.
SCRIPT = re.compile(r"^[【\[](?:导语|解说词?|正文|同期声?|配音|出镜|画外音|记者出镜|现场声?|口播|字幕|采访)[】\]]")
# When a thread was posted, with the buttons beside it; who posted it, and the standing of that user.
POSTED = re.compile(r"^发表于\s*(?:19|20)\d{2}[-/.年]\d.*(?:只看|倒序|来自|阅读模式)")
POSTER = re.compile(r"^[^\s。,:;!?]{2,16}$")
# The place of an answer in its thread, and its time.
FLOOR = re.compile(r"^(?:沙发|板凳|地板|地下室|\d{1,4}\s?[楼#])$")
ANSWERED = re.compile(r"^(?:楼主\s?\|\s?)?发表于\s*(?:19|20)\d{2}[-/.年]\d.*只看")
BESIDE_POSTER = re.compile(
    r"^(?:\d[\d,.万]*|主题|帖子|积分|精华|威望|金币|贡献|.{0,6}会员|版主|管理员|发消息|加好友|收听TA|楼主|电梯直达|跳转到指定楼层)(?:\s|$)"
)
# How the name of a user opens what he answered, and what can stand between it and the text.
USER, BETWEEN = re.compile(r"(?:\s*:.*|\s+(?:楼主|作者|回复.*))$"), {Label.META, Label.WIDGET, Label.MARKUP, Label.TAGS}
OUTLINE = frozenset({"table-of-contents", "part-of-outline"})
STANDING = re.compile(r"^(?:[一-鿿]{0,4}会员|吧[主务]|小吧主|楼主|[一-鿿]{2,6})\s*(?:LV\.?)?\d{1,2}$")
# A name with what was said behind it is so long at most; a title has so many of its pairs from the text.
MAX_USER, OF_TITLE = 120, 0.5
# 回复 stands among the buttons of comments, too.
BUTTONS = frozenset({Label.WIDGET, Label.COMMENTS})
ABOUT_USER = frozenset({"关于作者", "作者简介", "关于楼主"})
# The heads of a letter to an office and of its answer, and what stands at the head of a press conference.
LETTER = re.compile(r"^[【\[]?(?:来信|留言|信件|写信|咨询|提问|诉求|问题)(?:内容|正文|描述|详情)[】\]]?:?$")
ANSWER = re.compile(
    r"^[【\[]?(?:(?:官方|单位|部门)?(?:回复|答复|回信)(?:内容|结果|情况|意见)?|办理(?:结果|情况|意见))[】\]]?:?$"
)
OF_CONFERENCE, MIN_TOLD = (
    re.compile(
        r"^(?:(?:发布|会议|直播)?(?:时\s*间|地\s*点)|发布人|主持人?|(?:出席|发布)(?:人员|嘉宾)?|嘉\s*宾|主讲人)\s*:\s*\S"
    ),
    3,
)
# Whom a speech speaks to, each on a line of its own, and the greeting below. 编辑先生: opens a letter, whose headline is above.
ADDRESS = re.compile(
    r"^(?!编辑|记者)(?=.{0,40}(?:各位|尊敬的|敬爱的|亲爱的|同志|同事|朋友|女士|先生|嘉宾|代表|委员|同学|乡亲|市民|居民|家长))[^。?]{3,60}:$"
)
GREETING = re.compile(r"^[^。:]{2,12}!$")


def judge_turns(draft: Draft) -> None:
    """What is said live, or at a press conference, has who says it above and when it was said below: no time of an article.

    Of a broadcast the lead is read out like the rest; what happened on each day of a chronicle stands below the day, whom a speech
    speaks to above it, and who posted a thread above the time of the post.
    """
    _judge_script(draft)
    _judge_chronicle(draft)
    _judge_address(draft)
    _judge_post(draft)
    _judge_answers(draft)
    _judge_user(draft)
    _judge_letter(draft)
    _judge_conference(draft)
    times = [index for index in draft.matching(TURN) if is_dated_meta(draft, index)]
    if min(count_speakers(draft), len(times)) >= MIN_TURNS:
        for index in times:
            draft.put(index, Label.META, "time-of-turn")


def _judge_script(draft: Draft) -> None:
    script = draft.matching(SCRIPT)
    for index in script if len(script) >= MIN_TURNS else ():
        if draft.labels[index] is Label.SUMMARY or draft.is_line(index):
            draft.put(index, Label.BODY, "turn-of-script")
        if draft.rules[index + 1 : index + 2] == ["below-standfirst-head"]:
            draft.put(index + 1, Label.BODY, "turn-of-script")


def _judge_chronicle(draft: Draft) -> None:
    inner = range(1, len(draft.blocks) - 1)
    days = [index for index in inner if DAY_ALONE.match(draft.folded(index)) and draft.is_prose(index + 1)]
    if len(days) >= MIN_TURNS and all(draft.is_prose(index - 1) for index in days[1:]):
        for index in days:
            draft.put(index, Label.SUBHEADING, "day-of-chronicle")


def _judge_post(draft: Draft) -> None:
    """Above the time of the first post of a thread stands who posted it, unless it is copied from the press."""
    times = (index for index in range(1, len(draft.blocks) - 1) if draft.folded(index).startswith("发表于"))
    # The buttons can stand on the next line.
    posted = next((index for index in times if POSTED.match(" ".join(map(draft.folded, (index, index + 1))))), None)
    if posted is None or any(draft.facts[index].full_stop for index in draft.text() if index < posted):
        return
    first = next((index for index in draft.text() if index > posted), posted)
    if read_dateline(draft.folded(first), draft.lexicon):
        return
    above = posted - 1
    while above > 0 and (BESIDE_POSTER.match(draft.folded(above)) or draft.labels[above] is Label.WIDGET):
        above -= 1
    if draft.is_line(above) and POSTER.match(draft.folded(above)) and draft.folded(above) not in draft.lexicon.menu:
        draft.put(above, Label.BYLINE, "poster")


def _judge_answers(draft: Draft) -> None:
    """The answers in a thread, each with its place and its time, begin with the name above the first."""
    text = next(iter(draft.text()), len(draft.blocks))
    answers = [index for index in draft.matching(ANSWERED) if index > text]
    first = next((index for index in answers if FLOOR.match(draft.folded(index - 1))), None)
    if first is None:
        return
    begin = first - 2 if draft.is_line(first - 2) and POSTER.match(draft.folded(first - 2)) else first - 1
    # The poster of the thread can go on below an answer.
    own = False
    for index in range(begin, len(draft.blocks)):
        if draft.labels[index] in {Label.FOOTER, Label.RELATED, Label.DISCLAIMER} or index in draft.edges:
            break
        # Name and place stand above the time.
        near = map(draft.folded, range(index, min(index + 3, len(draft.blocks))))
        time = next(filter(ANSWERED.match, near), None) if draft.is_line(index) or index in answers else None
        own = time.startswith("楼主") if time else own
        if own and draft.is_prose(index):
            draft.put(index, Label.BODY, "answer-of-poster")
        elif draft.labels[index] is not Label.PAGER and draft.folded(index) != "返回列表":
            draft.put(index, *((Label.META, "answer-of-poster") if own else (Label.COMMENTS, "answer-of-thread")))


def _judge_user(draft: Draft) -> None:
    """Right above time and text stands who posted it, where the name stands among the comments, too, or over what is told of it."""
    # The headline can ask.
    prose = [index for index in draft.prose() if draft.facts[index].full_stop]
    names = _users_below(draft, prose[-1]) if prose else set()
    for index in range(1, prose[0] if prose else 0):
        folded = draft.folded(index)
        if (
            (folded in names or _has_standing(draft, index))
            and draft.is_line(index)
            and (draft.is_line(index - 1) or draft.labels[index - 1] in BUTTONS)
            and POSTER.match(folded)
            and folded not in draft.lexicon.menu | draft.lexicon.footer
            and not OUTLET.match(folded)
            and all(_stands_between(draft, one) for one in range(index + 1, prose[0]))
        ):
            draft.put(index, Label.BYLINE, "poster")
            _put_standing(draft, index)


def _put_standing(draft: Draft, user: int) -> None:
    """The buttons above a user, and the standing below, are of no comment."""
    if _has_standing(draft, user):
        draft.put(user + 1, Label.WIDGET, "standing-of-user")
        for index in range(user - 1, 0, -1):
            if draft.labels[index] not in BUTTONS:
                break
            draft.put(index, Label.WIDGET, "buttons-of-forum")


def _stands_between(draft: Draft, index: int) -> bool:
    """Whether a block can stand between who posted a text and that text."""
    known = draft.labels[index] in BETWEEN or draft.rules[index] in OUTLINE
    return known or STANDING.match(draft.folded(index)) is not None


def _has_standing(draft: Draft, index: int) -> bool:
    """Whether the standing of a user (吧务 9) stands below a line, and the buttons of a forum above it."""
    below = draft.folded(index + 1) if index + 1 < len(draft.blocks) else ""
    if not STANDING.match(below):
        return False
    above = next((one for one in range(index - 1, 0, -1) if draft.labels[one] not in BUTTONS), 0)
    return "buttons-of-forum" in draft.rules[above + 1 : index]


def _users_below(draft: Draft, text: int) -> set[str]:
    """Return what can be the names of users among the comments below a text, and over what is told of its author."""
    below = range(text + 1, len(draft.blocks))
    heads = (one for one in below if draft.labels[one] is Label.COMMENTS or draft.folded(one) in ABOUT_USER)
    first = next(heads, None)
    if first is None:
        return set()
    # Links below the comments are of no user.
    lines = takewhile(lambda one: draft.labels[one] is not Label.RELATED, range(first, len(draft.blocks)))
    known = draft.pairs_of(draft.text())
    short = [one for one in lines if draft.facts[one].length <= MAX_USER]
    names = {USER.sub("", draft.folded(one)) for one in short if draft.overlap(one, known) < OF_TITLE}
    return {name for name in names if HAN.search(name)}


def _judge_letter(draft: Draft) -> None:
    """A letter to an office stands below one head, the answer below another: both are of one article."""
    asks = next(iter(draft.matching(LETTER)), None)
    below = range(len(draft.blocks) if asks is None else asks + 1, len(draft.blocks))
    answer = next((index for index in below if ANSWER.match(draft.folded(index))), None)
    if asks is None or answer is None or not any(map(draft.is_prose, range(asks, answer))):
        return
    if not any(map(draft.is_prose, range(answer, len(draft.blocks)))):
        return
    for index in range(asks, answer + 1):
        if draft.is_line(index):
            heads = index in {asks, answer}
            draft.put(index, Label.SUBHEADING if heads else Label.BODY, "head-of-letter" if heads else "line-of-letter")


def _judge_conference(draft: Draft) -> None:
    """Above what is said at a press conference stand its time, its place and who speaks."""
    first = next((index for index in draft.prose() if draft.facts[index].full_stop), 0)
    told = [index for index in range(first) if OF_CONFERENCE.match(draft.folded(index))]
    told = [index for index in told if "来源:" not in draft.folded(index)]
    if len(told) >= MIN_TOLD and count_speakers(draft) >= MIN_TURNS:
        for index in told:
            draft.put(index, Label.BODY, "head-of-conference")


def _judge_address(draft: Draft) -> None:
    """Between the head of a speech and its first paragraph stand who is spoken to, a greeting, and what is quoted here."""
    for paragraph in draft.prose():
        above = paragraph - 1
        greeting = above > 0 and draft.is_line(above) and GREETING.match(draft.folded(above)) is not None
        above -= greeting
        if above <= 0 or not draft.is_line(above) or not ADDRESS.match(draft.folded(above)):
            continue
        for index in range(above, paragraph):
            draft.put(index, Label.BODY, "addressee")
