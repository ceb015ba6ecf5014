"""Blank lines that part the articles of a newspaper, whatever these speak of."""

import pytest

import jiaodong_corpus as jdc

FOLIO = "青岛日报 2021年7月2日 星期五 第3版\n"
# All of one topic, so that nothing but the blank lines parts them.
ITEMS = (
    (
        "青岛烟台两市公交卡今起互刷",
        "青岛、烟台两市的公交卡从今天起可以互刷,优惠按本地标准执行,两市公交线路都已装好新的刷卡机。",
    ),
    (
        "两市公交夜班线路增加十二条",
        "青岛、烟台两市的公交夜班线路今天增加十二条,末班车推迟到夜里十一点,换乘一小时内不再收费。",
    ),
    (
        "公交司机一年拾得手机四百部",
        "青岛、烟台两市的公交司机去年拾得手机四百部,乘客凭身份证可以到两市任何一个公交场站领取。",
    ),
    (
        "老年乘客刷卡听得见站名播报",
        "青岛、烟台两市的公交刷卡机添了语音,老年乘客刷卡后能听见站名,下车前一站还会再提醒一次。",
    ),
)
LEAD = (
    "两市公交公司合署办公满一年",
    "本报讯(记者 王立)青岛、烟台两市的公交公司合署办公已满一年,调度、维修和票务都在一处,乘客的电话打一个号码就行。\n"
    "一年里两市公交的投诉少了三成,准点率升到百分之九十六,公交公司说,明年还要把充电桩也合在一处。\n"
    "两市公交公司的负责人说,合在一处之后,司机的班次排得更匀,乘客等车的时间平均少了两分钟。\n"
    "明年两市还要把公交的充电桩也合在一处,司机在哪一头收车都能充电,夜班线路不必再空车往回开。\n",
)  # fmt: skip


def headlines(page: str, toolkit: jdc.Toolkit) -> list[str | None]:
    return [one.headline for one in jdc.clean(page, toolkit=toolkit).articles]


def paper(titles: list[str]) -> str:
    items = "".join(f"\n{title}\n{text}\n" for title, (_, text) in zip(titles, ITEMS, strict=True))
    return f"{FOLIO}\n{LEAD[0]}\n{LEAD[1]}{items}"


@pytest.mark.parametrize("opening", ["", "青岛:", "即墨区:"])
def test_a_title_behind_a_blank_line_begins_an_item(opening: str, toolkit: jdc.Toolkit) -> None:
    titles = [opening + title for title, _ in ITEMS]
    assert headlines(paper(titles), toolkit) == [LEAD[0], *titles]


def test_blank_lines_between_all_paragraphs_part_nothing(toolkit: jdc.Toolkit) -> None:
    text = LEAD[1].replace("\n", "\n\n") + "乘客怎么看\n\n" + ITEMS[1][1]
    assert headlines(f"{FOLIO}\n{LEAD[0]}\n\n{text}\n", toolkit) == [LEAD[0]]


def test_sides_of_a_feature_with_paragraphs_of_their_own_begin_none(toolkit: jdc.Toolkit) -> None:
    sides = "".join(f"\n{word}:公交合在一处之后的一天\n{ITEMS[0][1]}\n{ITEMS[1][1]}\n" for word in ("司机", "乘客"))
    assert headlines(f"{FOLIO}\n{LEAD[0]}\n{LEAD[1]}{sides}", toolkit) == [LEAD[0]]


def test_a_line_above_the_blank_line_is_of_the_article_above(toolkit: jdc.Toolkit) -> None:
    shown = "两市公交公司的调度员在同一间大厅里值班"
    page = paper([title for title, _ in ITEMS]).replace(f"\n\n{ITEMS[0][0]}", f"\n{shown}\n\n{ITEMS[0][0]}")
    first, second, *_ = jdc.clean(page, toolkit=toolkit).articles
    assert first.captions == (shown,)
    assert (second.kicker, second.headline) == (None, ITEMS[0][0])
