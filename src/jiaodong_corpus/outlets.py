"""The name of an outlet or of an office alone on a line beside the time of an article."""

import re
from collections import Counter

from .bylines import read_byline
from .contents import is_printed
from .draft import Draft
from .model import Label
from .names import is_name

# An item of a list has a mark before it.
ITEM = r"[-•·]\s?"
MARK = re.compile(rf"^{ITEM}")
TIME = re.compile(rf"^(?:{ITEM})?" + r"(?=.*(?:19|20)\d{2})[\d\s:./年月日时分-]+(?:发[布表]于.{2,24})?$")
# A paper or site, or the office that tells its news; the account of a chat platform (盐都观察) is part of its frame. What opens
# with a verb is a headline.
NAME = re.compile(
    r"^(?!加快|打造|奋力|织[密牢就]|搭建|推[动进]|建[设好成]|构建|开创|走[进上]|聚焦|融入|擦亮|一[张个]|全力|深入|共[建筑]|谱写|唱响|迈向|开启|做[强优大好]|争[当创做]|拉动|.*本报$)"
    r"[一-鿿A-Za-z·]{1,14}(?:[日晚早晨商时周]报|[一-鿿]报|通讯社|新闻社|报社|[电广][一-鿿]{0,2}台|总台|客户端|周刊|杂志|在线|新闻云?|(?<!防护)(?<!保障)(?<!监管)网"
    r"|(?<![格新开布大全结危僵])局|委|委员会|厅|署|办公室|政府|管委会|(?:融媒体?|新闻|传播|信息|服务)中心)$|^(?:新华|中新|中评|中央|中通)社$"
)
# A paper or an agency, and its site, with the place of its readers or not: 华商网-华商报(陕西西安).
PAPER = re.compile(
    r"^(?:[一-鿿]{2,8}网[-—·])?(?:[一-鿿]{2,6}(?:[日晚早晨商时周]报|都市报|导报|快报)|华商报|新华社|中新社|中新网)(?:\([一-鿿]{2,8}\))?$"
)
SITE_AND_PAPER = re.compile(r"^[一-鿿]{2,8}网[-—]")
# A line of fields with a time and no source: 更新于 2025年03月14日09:20 • 发布于 2025年03月14日08:47.
UPDATED = re.compile(r"^(?:更新|发[布表])于\s*:?\s*(?:\d+\s?(?:小时|分钟|天)前|(?:19|20)\d{2}年)(?!.*来源)")
# What only the pages of platforms have, on which accounts publish; the name of one, and where it is from.
OF_PLATFORM = re.compile(
    r"^(?:百度首页|阅读原文|作者最新文章|举报/反馈|[一-鿿]{2,12}官方账号|.{0,16}设为星标.{0,6}|.{0,4}点击(?:上方|蓝字|下方).{0,20}关注.{0,12}|收录于合集.*)$"
)
TIME_OF_ACCOUNT = re.compile(
    r"^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}\s+(?:[一-鿿]{2,10}(?:创作者|官方账号)|(?:发布于|来自)?\s?[一-鿿]{2,3})$"
)
ACCOUNT = re.compile(r"^(?![^一-鿿]*$)[一-鿿A-Za-z\d·]{2,12}$")
REGION = re.compile(r"^(?:[一-鿿]{2}|黑龙江|内蒙古)$")
MIN_TITLE, NEAR_TEXT, MIN_REPEATED = 9, 14, 3


def judge_outlets(draft: Draft) -> None:
    """A short name between a title and a time, or below both, is who publishes; a person's name below it is who wrote."""
    _judge_repeated(draft)
    _judge_papers(draft)
    _judge_account(draft)
    for index in range(1, len(draft.blocks) - 1):
        folded = draft.folded(index)
        if draft.labels[index] is not Label.META or not (TIME.match(folded) or UPDATED.match(folded)):
            continue
        below = range(index + 1, min(index + NEAR_TEXT, len(draft.blocks)))
        if not any(map(draft.is_prose, below)):
            continue
        # A button to follow it can stand between.
        above = index - 2 if draft.labels[index - 1] is Label.WIDGET else index - 1
        if above > 0 and _is_name(draft, above) and _is_title(draft, above - 1):
            draft.put(above, Label.META, "outlet-beside-time")
        elif _is_name(draft, index + 1) and _is_title(draft, index - 1):
            draft.put(index + 1, Label.META, "outlet-beside-time")
            if draft.is_line(index + 2) and read_byline(draft.folded(index + 2), draft.lexicon, bare=True):
                draft.put(index + 2, Label.BYLINE, "bare-names")


def _judge_repeated(draft: Draft) -> None:
    """Above the time of each of several items stands one outlet."""
    above = [
        index
        for index in range(len(draft.blocks) - 1)
        if draft.is_line(index) and draft.labels[index + 1] is Label.META and TIME.match(draft.folded(index + 1))
    ]
    counts = Counter(map(draft.folded, above))
    for index in above:
        name = draft.folded(index)
        if counts[name] >= MIN_REPEATED and NAME.match(MARK.sub("", name)):
            draft.put(index, Label.META, "outlet-beside-time")


def _judge_papers(draft: Draft) -> None:
    """A paper alone on the line between a title and its text is where that was printed; on its own pages it is the masthead."""
    papers = draft.matching(PAPER)
    # Hardly a page has such a line.
    if not papers or is_printed(draft):
        return
    if any(label is Label.META and "来源" in draft.folded(one) for one, label in enumerate(draft.labels)):
        return
    first = next(iter(draft.prose()), 0)
    for index in papers:
        between = 0 < index < len(draft.blocks) - 1 and draft.is_line(index) and draft.is_prose(index + 1)
        # Amid a text it can stand in a list; there nothing but the title is beside it.
        sure = SITE_AND_PAPER.match(draft.folded(index)) is not None
        alone = sure or index + 1 == first or draft.is_prose(index - 2)
        if between and alone and _is_title(draft, index - 1):
            draft.put(index, Label.META, "outlet-beside-time")


def _judge_account(draft: Draft) -> None:
    """On a page of a platform the account stands above the time, below the headline or a name, and where it is from below."""
    text = next(iter(draft.prose()), 0)
    times = (one for one in range(2, text) if draft.labels[one] is Label.META)
    time = next((one for one in times if any(form.match(draft.folded(one)) for form in (TIME, TIME_OF_ACCOUNT))), 0)
    account = time - 1
    if not time or not draft.is_line(account) or not ACCOUNT.match(draft.folded(account)):
        return
    if not draft.matching(OF_PLATFORM) or draft.folded(account) in draft.lexicon.menu:
        return
    author = account - 1
    named = draft.is_line(author) and is_name(draft.folded(author), draft.lexicon)
    if not _is_title(draft, author - named):
        return
    draft.put(account, Label.META, "outlet-beside-time")
    if named:
        draft.put(author, Label.BYLINE, "bare-names")
    if draft.is_line(time + 1) and REGION.match(draft.folded(time + 1)):
        draft.put(time + 1, Label.META, "region-of-account")


def _is_name(draft: Draft, index: int) -> bool:
    folded = draft.folded(index)
    return draft.is_line(index) and NAME.match(folded) is not None and folded not in draft.lexicon.menu


def _is_title(draft: Draft, index: int) -> bool:
    """Whether a line can be the headline above: it is longer than most names, and none itself."""
    titled = draft.is_line(index) and draft.facts[index].length >= MIN_TITLE
    return titled and not _is_name(draft, index) and index not in draft.edges
