"""Lines that hold a whole article, or a whole page: menu, title, time and source, text and foot are told apart on them."""

from collections.abc import Sequence

import pytest

import jiaodong_corpus as jdc

MENU, PATH = "首页 新闻 财经 体育 娱乐 房产", "当前位置: 首页 > 新闻 > 区域"
TITLE = "莱西莱阳合用一座泵站 六十个村喝上同一股水"
FIELDS = "2021-07-02 11:05 来源:青岛日报 作者:王立"
TEXT = (
    "泵站建在两市交界的河边,莱西出地,莱阳出管,合用的水先到六十个村。 水价由两市水务部门一起定,每吨两元八角,三年不变。 "
    "村民说,从前两边各打各的井,旱年谁家也不够用。"
)
NAMED, EDITOR = "泵站值班的老张说,夜里两边的水表一起抄。", "责任编辑:李明"
FOOT = "上一篇:老街夜市周末开张 下一篇:中考成绩下周公布 相关新闻 这条公路修了十年 关于我们 | 联系我们 | 网站地图 鲁ICP备12345678号"
BRIEFS = (
    ("即墨老酒坊迎来第一批研学团", "本报讯(记者 王立)六十名小学生走进即墨的老酒坊,跟着师傅学蒸黍米,把一小坛黄酒封上名字带回家。"),
    ("谁把搁浅的江豚送回了深水?", "本报讯 凌晨退潮时,一头江豚困在长岛的礁石滩上,三位渔民用湿棉被裹住江豚,驾船把它送回深水。"),
    ("莱西图书馆 夜间开到十一点", "近日,莱西图书馆把闭馆时间推迟到夜间十一点,自习室添了八十个座位,备考的读者不用再挤快餐店。"),
)  # fmt: skip


def squeezed(text: str | None) -> str:
    return "".join((text or "").split())


@pytest.mark.parametrize(
    "lines",
    [
        [MENU, PATH, f"{TITLE} {FIELDS} {TEXT}", "关于我们 | 联系我们"],
        [MENU, PATH, TITLE, f"{FIELDS} {TEXT} {EDITOR} {FOOT}"],
        [f"{TITLE} {FIELDS} {TEXT}"],
        [f"{TITLE} {FIELDS} 浏览:352 在两市交界的河边,{TEXT}"],
        [f"{TITLE}　　{FIELDS}　　{TEXT}"],
        [f"{TITLE}{FIELDS} {TEXT}"],
        [f"{MENU} {PATH} {TITLE} {FIELDS} {TEXT} {EDITOR} {FOOT}"],
        [
            f"{MENU} {PATH} {TITLE} 发布时间:2021年7月2日 来源:青岛日报 浏览:352 【字体:大 中 小】 {TEXT} {EDITOR} {FOOT}"
        ],
    ],
)
def test_head_text_and_foot_on_a_line(lines: Sequence[str], toolkit: jdc.Toolkit) -> None:
    (record,) = jdc.clean("\n".join(lines), toolkit=toolkit).articles
    assert squeezed(record.headline) == squeezed(TITLE)
    assert squeezed(record.text).removeprefix("在两市交界的河边,") == squeezed(TEXT)
    assert (record.outlet, (record.published or "")[:10]) == ("青岛日报", "2021-07-02")


def test_a_title_and_its_text_alone_on_a_line(toolkit: jdc.Toolkit) -> None:
    (record,) = jdc.clean(f"{MENU}\n{PATH}\n莱西莱阳两市合用一座泵站 {TEXT}\n", toolkit=toolkit).articles
    assert (record.headline, squeezed(record.text)) == ("莱西莱阳两市合用一座泵站", squeezed(TEXT))


def test_articles_of_a_newspaper_one_a_line(toolkit: jdc.Toolkit) -> None:
    page = "青岛日报 2021年7月2日 星期五 第3版\n" + "".join(f"{title} {text}\n" for title, text in BRIEFS)
    found = jdc.clean(page, toolkit=toolkit).articles
    assert [(squeezed(one.headline), squeezed(one.text)) for one in found] == [
        (squeezed(title), squeezed(text)) for title, text in BRIEFS
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"2021年7月2日 {TEXT}",
        f"城东供电所所辖菜市场线 2021年7月5日 09:00 至17:00停电检修,{TEXT}",
        f"水站开放日 2021年7月5日 09:00 在泵站举行,{TEXT}",
        f"“这口井还要守下去吗” 记者问看井的老人,{TEXT}",
        f"本报讯(记者 王立 李明) {TEXT}",
        f"青岛日报7月2日讯 {TEXT}",
        f"以“一座泵站 一股清水”为题的故事会2日在莱西举行。 {TEXT}",
        f"泵站的控制台用的是 iPad mini 5, {TEXT}",
        f"同日,“我们的泵站 我们的水”村民故事会在莱西莱阳交界的村里举行,合用一座泵站的六十个村都来了人。{NAMED}",
    ],
)
def test_spaces_in_a_text_break_nothing(line: str, toolkit: jdc.Toolkit) -> None:
    (record,) = jdc.clean(f"{TITLE}\n{FIELDS}\n{line}\n{NAMED}\n", toolkit=toolkit).articles
    assert squeezed(record.text) == squeezed(line + NAMED)
    assert squeezed(record.headline) == squeezed(TITLE)
