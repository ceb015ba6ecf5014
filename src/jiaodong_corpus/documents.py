"""Documents of government: the table above them, their numbered sections, who signed them, and their annexes."""

import re
from itertools import pairwise, takewhile

from .context import NUMBERED, has_text_above
from .draft import Draft
from .lines import MAX_LINE
from .model import Label

# A05, 10-11版
PAGE_NUMBER, NEAR_MASTHEAD = re.compile(r"^[A-D]?\d{1,2}(?:-\d{1,2})?版?$"), 3
# So many labels, each alone on its line, are the table of a document.
MANY_CELLS = 3
CELL = re.compile(
    r"^(?:[•·▪-]\s?)?(?:索\s*引\s*号|主题分类|公开目录|内容概述|发布机构|发文机[关构]|文\s*号|发文字号|成文日期|发文日期|公开日期|发布日期|发布时间|有\s*效\s*性|是否有效|信息来源|来\s*源|责任部门|所属主题"
    r"|(?:作\s*者|出版日期|期\s*次|版\s*次|版\s*名)(?=\s*:)|标\s*题|时\s*效|公开类别|主\s*题\s*词|组配分类|生成日期)\s*:?$"
)
# 李明代表:, 各区人民政府,各直属单位:
ADDRESSED = re.compile(r"^(?:各|[^。:]{0,30}(?:代表|委员|政府|部门|单位|办公室|管委会|[局委厅处]))[^。:]{0,60}:$")
ORGANISATION = re.compile(
    r"^[一-鿿()\s—·\-]{4,40}(?:政府|办公[室厅]|委员会|委|(?<![格布])局|厅|(?<![东西南北中内全头腹底背上下])部|院|(?<![何好深远到之用坏此])处|中心|公司|协会|联合会|集团|学校|大学|医院|小组|管委会|指挥部|联盟|[支大总中]队|[董监理]事会|工会|研究会|促进会|基金会|[妇残科文工侨]联|党组|交易所|分行|支行|银行|开发区|高新区|保税区|综保区|商会|法院|检察院|海关)$"
)
# (省发展和改革委员会代章): whose seal stands for that of a body without one.
SIGNS = re.compile(rf"{ORGANISATION.pattern}|^[一-鿿]{{2}}(?:公司|集团|医院|学校|中心)$|^\([一-鿿]{{2,24}}代章\)$")
# The rows of a table that stands in an annex: a number or a head, and columns.
ROW = re.compile(r"^(?:序号|编号|\d{1,3})\s+\S+(?:\s+\S+)+$")
ANNEX_AND_TITLE, MIN_CELLS = re.compile(r"^附\s*件\s*[\d一二三四五六]{1,2}\s+\S{4,40}$"), 4
# The cells of a table are no longer than this on average, in characters.
CELL_CHARS = 8
# The summary of a tender, and what the names of its rows are.
SUMMARY, NAMES_OF_SUMMARY = (
    re.compile(r"^公告概要\s*:?$"),
    frozenset({
        "采购项目名称", "品目", "采购单位", "行政区域", "公告时间", "首次公告日期", "更正日期", "项目联系人", "项目联系电话",
        "采购单位地址", "采购单位联系方式", "代理机构名称", "代理机构地址", "代理机构联系方式", "本项目招标公告日期",
        "中标日期", "成交日期", "总中标金额", "总成交金额", "评审专家名单", "预算金额", "开标时间", "开标地点",
        "获取招标文件时间", "招标文件售价",
    }),
)  # fmt: skip
MAIL = re.compile(r"^[\w.+\-]{2,30}@[\w\-]{2,30}(?:\.[\w\-]{2,12}){1,3}$")
# The sections of a notice are numbered through; so many in order are one text. Their rows: 地址:…, 2.…, or the end of a sentence.
ROW_NUMBER = re.compile(r"^\d{1,2}[.、](?!\d)")
ORDINALS = (*"一二三四五六七八九十", *(f"十{unit}" for unit in "一二三四五六七八九"))
SECTION, MIN_SECTIONS = re.compile(r"^([一二三四五六七八九十]{1,2})、\S"), 4
# …请按以下方式联系。, and rows such as 1.采购人信息, 名称:云栖师范学院
ASK_BELOW = re.compile(r"(?:以下|下列)(?:方式|方法)联系[。:]$")
VALUE = re.compile(r":\s?\S{2,}")
OF_CONTACT = "(?:信息|联系方式|名称|地址|联系人|联系电话|电话|传真|邮箱|邮编)"
CONTACT_ROW = re.compile(
    rf"^(?:\d[.、)]\s?)?(?:(?:采购人|招标人|采购代理机构|招标代理机构|代理机构|项目|单位){OF_CONTACT}?|{OF_CONTACT})\s*(?::.{{0,60}})?$"
)
ROW_OF_SECTION = re.compile(r"^[一-鿿\s()]{2,16}:|^\d{1,2}[.、](?!\d)|[。;]$")
# What is numbered through below such a title has tables, too.
OF_NOTICE = re.compile(r"^[^。,]{4,60}(?:公告|通告|通知|公示|通报|办法|细则|方案)(?:\([^()]{1,12}\))?$")
TELEPHONE = re.compile(r"\d{3,4}-?\d{3,8}\**(?!\d)")
EXPLAINED_BY = re.compile(r"^(?:解读|起草|承办|责任)(?:机关|机构|单位|部门|处室|科室)\s*:")
# The head of the links to explanations.
EXPLANATIONS = re.compile(r"^(?:相关|政策|文件)解读$|^[【\[][一-鿿]{0,4}(?:图解|解读|读懂)[】\]]")
CALL = re.compile(r"^(?:联系|咨询|解读)电话\s*:\s*[\d(]")
# A section can be no more than a word (无).
FEW_ROWS = 2
DAY = re.compile(
    r"^(?:(?:19|20)\d{2}|[二〇○零一三四五六七八九0]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$"
    # 2018925: its 年, 月 and 日 are lost.
    r"|^20[0-3]\d(?:0?[1-9]|1[0-2])[0-3]?\d$"
)


def judge_sections(draft: Draft) -> None:
    """What stands between the numbered sections of a notice is of it, and so are the rows below the last, and its summary above."""
    _judge_summary(draft)
    for heads in _numbered_through(draft):
        rows = [
            [index for index in range(above + 1, below) if _may_be_row(draft, index)]
            for above, below in pairwise(heads)
        ]
        below = takewhile(
            lambda index: draft.is_text(index) or _is_row(draft, index), range(heads[-1] + 1, len(draft.blocks))
        )
        last = [index for index in below if not draft.is_text(index)]
        behind = last[-1] + 1 if last and EXPLAINED_BY.match(draft.folded(last[-1])) else len(draft.blocks)
        # The telephone of who explains a document reads like one of the site.
        last += [one for one in range(behind, min(behind + 1, len(draft.blocks))) if CALL.match(draft.folded(one))]
        # Behind the text links to explanations of it look the same, but have no telephone.
        rows.append(last if any(TELEPHONE.search(draft.folded(index)) for index in last) else [])
        notice = any(OF_NOTICE.search(draft.folded(index)) for index in range(heads[0]) if draft.is_line(index))
        for section in rows:
            # What is no row there heads a part of the section.
            own = section if notice or len(section) <= FEW_ROWS else [one for one in section if _is_row(draft, one)]
            for index in own if 2 * len(own) >= len(section) else ():
                if not _heads_text(draft, index):
                    draft.put(index, Label.BODY, "row-of-section")
        for head in heads if notice else ():
            # 一、项目编号:YQZC2025
            if draft.is_line(head) and VALUE.search(draft.folded(head)):
                draft.put(head, Label.BODY, "row-of-section")


def judge_contacts(draft: Draft) -> None:
    """Whom to ask about a notice stands in rows below a paragraph that says so, which elsewhere read like the foot of a site."""
    for head, block in enumerate(draft.blocks):
        if draft.proses[head] and ASK_BELOW.search(block.folded[-20:]):
            below = range(head + 1, len(draft.blocks))
            for index in takewhile(lambda one: CONTACT_ROW.match(draft.folded(one)), below):
                draft.put(index, Label.BODY, "row-of-contacts")


def _judge_summary(draft: Draft) -> None:
    """Below 公告概要: stand the names of what a tender is about and their values, one a line, up to the first section."""
    head = next(iter(draft.matching(SUMMARY)), None)
    if head is None:
        return
    rows = list(takewhile(lambda one: _is_of_summary(draft, one), range(head + 1, len(draft.blocks))))
    if sum(draft.folded(index).rstrip(":") in NAMES_OF_SUMMARY for index in rows) >= MIN_SECTIONS:
        for index in (head, *rows):
            draft.put(index, Label.BODY, "row-of-summary")


def _is_of_summary(draft: Draft, index: int) -> bool:
    free = draft.is_line(index) or draft.labels[index] in {Label.META, Label.BYLINE}
    return free and not SECTION.match(draft.folded(index))


def _heads_text(draft: Draft, index: int) -> bool:
    """Whether a line has a number and stands above a paragraph."""
    below = index + 1
    # One of several rows that are numbered (1., 2., 3.) heads nothing.
    row = all(ROW_NUMBER.match(draft.folded(one)) for one in (index - 1, index))
    return (
        NUMBERED.match(draft.folded(index)) is not None
        and not row
        and below < len(draft.blocks)
        and draft.is_text(below)
    )


def _numbered_through(draft: Draft) -> list[list[int]]:
    """Return the heads of each row of sections that are numbered 一、 二、 三、 and so on."""
    found: list[list[int]] = []
    for index in range(len(draft.blocks)):
        number = SECTION.match(draft.folded(index))
        if number is None or draft.labels[index] not in {None, Label.BODY, Label.SUBHEADING}:
            continue
        if number[1] == ORDINALS[0]:
            found.append([index])
        elif found and len(found[-1]) < len(ORDINALS) and number[1] == ORDINALS[len(found[-1])]:
            found[-1].append(index)
    return [heads for heads in found if len(heads) >= MIN_SECTIONS]


def _may_be_row(draft: Draft, index: int) -> bool:
    return (draft.is_line(index) and index not in draft.edges) or draft.rules[index] in {"document-number", "fields"}


def _is_row(draft: Draft, index: int) -> bool:
    return _may_be_row(draft, index) and ROW_OF_SECTION.search(draft.folded(index)) is not None


def judge_addresses(draft: Draft) -> None:
    """The mail address of an author stands beside the name."""
    for index in range(len(draft.blocks)):
        if draft.is_line(index) and MAIL.match(draft.folded(index)):
            beside = draft.labels[max(0, index - 1) : index + 2]
            if Label.BYLINE in beside:
                draft.put(index, Label.BYLINE, "address-of-author")


def judge_page_numbers(draft: Draft) -> None:
    """The number of a page of a newspaper stands beside its day and weekday."""
    for index, rule in enumerate(draft.rules):
        if rule != "fields" or "星期" not in draft.folded(index):
            continue
        for one in range(max(0, index - NEAR_MASTHEAD), min(index + NEAR_MASTHEAD + 1, len(draft.blocks))):
            if draft.labels[one] in {None, Label.WIDGET} and PAGE_NUMBER.match(draft.folded(one)):
                draft.put(one, Label.PAGER, "number-of-page")


def judge_signatures(draft: Draft) -> None:
    """The body that signed a notice, and the day, stand below its text; so do the other lines of its annex."""
    addressed = bool(draft.matching(ADDRESSED))
    for index in range(1, len(draft.blocks)):
        above = index - 1
        if DAY.match(draft.folded(index).replace(" ", "")) and draft.labels[index] in {None, Label.META}:
            if addressed and draft.is_prose(above) and has_text_above(draft, index):
                draft.put(index, Label.BODY, "signature")
            # Right above a text such a line and its day are the head of an article.
            heads = draft.is_prose(min(index + 1, len(draft.blocks) - 1))
            while not heads and _can_sign(draft, above):
                draft.put(above, Label.BODY, "signature")
                draft.put(index, Label.BODY, "signature")
                above -= 1
        folded = draft.folded(index)
        numbered = NUMBERED.match(folded) is not None
        if draft.is_line(index) and ANNEX_AND_TITLE.match(folded):
            _judge_annex(draft, index)
        if draft.rules[above] == "annex-head" and draft.folded(above).endswith(":") and numbered:
            # 附件: and its points below name what is annexed.
            draft.put(above, Label.BODY, "annex")
        if draft.rules[above] == "annex-head" and draft.is_line(index) and not numbered:
            draft.put(index, Label.SUBHEADING, "title-of-annex")
            _judge_rows(draft, index + 1)
        if draft.rules[above] in {"title-of-annex", "row-of-annex"} and draft.is_line(index) and ROW.match(folded):
            draft.put(index, Label.BODY, "row-of-annex")
        if draft.rules[above] == "annex" and draft.is_line(index) and numbered:
            draft.put(index, Label.BODY, "annex")


def _can_sign(draft: Draft, index: int) -> bool:
    return draft.is_line(index) and SIGNS.match(draft.folded(index)) is not None and has_text_above(draft, index)


def _judge_annex(draft: Draft, head: int) -> None:
    """Below the head of an annex with its title stand the cells of a table, one a line."""
    draft.put(head, Label.SUBHEADING, "annex-with-title")
    _judge_rows(draft, head + 1)


def _judge_rows(draft: Draft, first: int) -> None:
    end = first
    while (
        end < len(draft.blocks)
        and draft.is_line(end)
        and end not in draft.edges
        and draft.folded(end) not in draft.lexicon.menu
        and not EXPLANATIONS.match(draft.folded(end))
        # 相关附件下载: heads links.
        and not draft.folded(end).endswith(":")
    ):
        end += 1
    rows = range(first, end)
    # Longer lines are headlines of what stands below, not cells.
    if len(rows) >= MIN_CELLS and sum(draft.facts[index].length for index in rows) <= CELL_CHARS * len(rows):
        for index in rows:
            draft.put(index, Label.BODY, "row-of-annex")


def judge_head_table(draft: Draft) -> None:
    """The table above a government document, dumped cell by cell: a label, and its value on the line below."""
    labels = [
        index
        for index in range(len(draft.blocks) - 1)
        if CELL.match(draft.folded(index))
        or (draft.folded(index).endswith(":") and draft.rules[index] == "document-number")
    ]
    if len(labels) < MANY_CELLS:
        return
    known = set(labels)
    for index in labels:
        draft.put(index, Label.META, "document-number")
        value = index + 1
        if (
            value not in known
            and draft.facts[value].length <= MAX_LINE
            and not draft.facts[value].stops
            # Below a label without a value stands the title.
            and "关于" not in draft.folded(value)
            and (ORGANISATION.match(draft.folded(value)) or not draft.stands_beside(draft.bare(value), (value,)))
        ):
            draft.put(value, Label.META, "value-below-its-label")
