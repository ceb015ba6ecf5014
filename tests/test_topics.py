"""Articles that nothing but their topic parts, and lists of titles that are none: below a text, amid it, above its title."""

from itertools import pairwise

import pytest

import jiaodong_corpus as jdc

FOLIO = "青岛日报 2021年7月2日 星期五 第3版\n"
# Title and text of articles that have nothing to do with each other.
ARTICLES = (
    (
        "即墨老酒坊迎来第一批研学团",
        "六十名小学生走进即墨的老酒坊,跟着师傅学蒸黍米、看酒曲发酵,把一小坛黄酒封上自己的名字带回家。\n"
        "酒坊今年腾出两间仓库改作课堂,每周接待两批研学团,门票只收材料费,周末要提前三天预约。\n",
    ),
    (
        "长岛渔民驾船救回搁浅江豚",
        "凌晨退潮时,一头江豚困在长岛的礁石滩上。三位渔民用湿棉被裹住江豚,驾船把它送回深水,前后花了四个钟头。\n"
        "渔政人员说,渔民及时浇水保湿,江豚的皮肤没有晒伤,这是今年这片海域救回的第二头。\n",
    ),
    (
        "莱西图书馆夜间开到十一点",
        "莱西图书馆把闭馆时间推迟到夜间十一点,自习室添了八十个座位,备考的读者不用再挤快餐店。\n"
        "馆长说,夜间借书可以刷身份证自助办理,儿童阅览室仍在晚上八点关门,周一照常休息。\n",
    ),
    (
        "威海苹果套袋机一天顶二十人",
        "一台苹果套袋机在威海的果园里试用,机械臂认得幼果的位置,一天能套两万个果袋,顶得上二十个熟练工。\n"
        "果农算了笔账,往年套袋一亩地工钱九百元,租机器只要三百元,省下的钱正好买有机肥。\n",
    ),
)
PART = "记者从市里了解到,这些做法还会推广到更多的镇街,有关部门正在制定具体的办法。\n"
LINKS = ("两市医保可以互认", "老街夜市周末开张", "中考成绩下周公布", "这条公路为何修了十年?", "高温补贴发放到位")
DAYS = ("2021-06-28", "2021-06-25", "2021-06-21", "2021-06-19", "2021-06-12")
HEAD = f"首页 > 新闻 > 区域\n{ARTICLES[0][0]}\n2021-07-02 11:05 来源:青岛日报\n"


def found(page: str, toolkit: jdc.Toolkit) -> list[tuple[str | None, str]]:
    return [(one.headline, one.text) for one in jdc.clean(page, toolkit=toolkit).articles]


def wanted(articles: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(title, text.strip()) for title, text in articles]


@pytest.mark.parametrize("head", [FOLIO, "A3 区域新闻 2021年7月2日 星期五 编辑 王立 美编 李明 校对 张强\n"])
def test_articles_of_a_newspaper_that_nobody_signed(head: str, toolkit: jdc.Toolkit) -> None:
    assert found(head + "".join(f"{title}\n{text}" for title, text in ARTICLES), toolkit) == wanted(ARTICLES)


def test_a_text_that_asks_for_a_question_is_headed_by_it(toolkit: jdc.Toolkit) -> None:
    titles = [title for title, _ in ARTICLES]
    titles[1] = "谁把搁浅的江豚送回了深水?"
    page = FOLIO + "".join(f"{title}\n本报讯 {text}" for title, (_, text) in zip(titles, ARTICLES, strict=True))
    assert [headline for headline, _ in found(page, toolkit)] == titles


def test_the_name_of_a_series_above_two_headlines_is_none(toolkit: jdc.Toolkit) -> None:
    series = ("深入学习贯彻全会各项决议", "我市扎实推进各项工作", "深入学习贯彻全会各项决议", "我市扎实推进各项工作")
    # In other words than their texts.
    titles = (
        "老手艺等来了小学徒 黄酒课排到年底",
        "退潮后的四小时 众人合力救生灵",
        "城里的灯晚点熄 读书人有去处",
        "园子里来了新帮手 果农省工又省钱",
    )
    parts = zip(series, titles, ARTICLES, strict=True)
    page = FOLIO + "".join(f"{name}\n{title}\n本报讯 {text}" for name, title, (_, text) in parts)
    assert [headline for headline, _ in found(page, toolkit)] == list(titles)


def test_headlines_behind_a_mark(toolkit: jdc.Toolkit) -> None:
    page = FOLIO + "".join(f"■{title}\n{text}" for title, text in ARTICLES)
    assert found(page, toolkit) == wanted(tuple((f"■{title}", text) for title, text in ARTICLES))


def test_subheadings_behind_a_mark_part_no_article(toolkit: jdc.Toolkit) -> None:
    """They speak of what the text above them speaks of, and the headline has no mark."""
    parts = "".join(
        f"■{name}\n{ARTICLES[0][1].replace('老酒坊', name)}"
        for name in ("老酒坊的早晨", "老酒坊的课堂", "老酒坊的仓库")
    )
    ((headline, text),) = found(f"{FOLIO}{ARTICLES[0][0]}\n□本报记者 王立\n{ARTICLES[0][1]}{parts}", toolkit)
    assert headline == ARTICLES[0][0]
    assert "■老酒坊的课堂" in text


def test_a_reporter_in_brackets_opens_an_article(toolkit: jdc.Toolkit) -> None:
    page = FOLIO + "".join(f"{title}\n(记者王立){text}" for title, text in ARTICLES)
    assert found(page, toolkit) == wanted(tuple((title, f"(记者王立){text}") for title, text in ARTICLES))


def test_the_notes_of_a_reporter_in_brackets_open_none(toolkit: jdc.Toolkit) -> None:
    page = f"{FOLIO}{ARTICLES[0][0]}\n□本报记者 王立\n{ARTICLES[0][1]}酒坊的香气\n(记者手记){ARTICLES[0][1]}"
    assert len(found(page, toolkit)) == 1


def test_an_article_with_subheadings_stays_one(toolkit: jdc.Toolkit) -> None:
    title, text = ARTICLES[3]
    page = f"{FOLIO}{title}\n□本报记者 王立\n{text}机械臂认得果子\n{text}算一笔套袋账\n{text}"
    assert len(found(page, toolkit)) == 1


@pytest.mark.parametrize("behind", ["", "责任编辑:王立\n"])
def test_titles_below_a_text_are_none_of_it(behind: str, toolkit: jdc.Toolkit) -> None:
    lines = "\n".join(LINKS)
    assert found(f"{HEAD}{ARTICLES[0][1]}{PART}{behind}{lines}\n", toolkit) == wanted(
        ((ARTICLES[0][0], ARTICLES[0][1] + PART),)
    )


def test_titles_with_days_make_no_list_of_a_short_article(toolkit: jdc.Toolkit) -> None:
    lines = "".join(f"{title}\n{day}\n" for title, day in zip(LINKS, DAYS, strict=True))
    for text in (ARTICLES[0][1], f"{ARTICLES[0][1].splitlines()[0]}\n"):
        assert found(f"{HEAD}{text}{lines}", toolkit) == [(ARTICLES[0][0], text.strip())]


def test_teasers_below_it_make_no_list_of_a_short_article(toolkit: jdc.Toolkit) -> None:
    lines = "".join(f"{title}\n近日,{text[:38]}...\n" for title, text in ARTICLES[1:])
    assert found(f"{HEAD}{ARTICLES[0][1]}{lines}", toolkit) == wanted(ARTICLES[:1])


def test_a_list_of_openings_without_an_article_is_none(toolkit: jdc.Toolkit) -> None:
    lines = "".join(
        f"{title}\n近日,{text[:38]}...\n{day}\n" for (title, text), day in zip(ARTICLES, DAYS, strict=False)
    )
    assert found(f"首页 > 新闻 > 区域\n{lines}", toolkit) == []


def test_links_amid_a_text_leave_it_whole(toolkit: jdc.Toolkit) -> None:
    title, text = ARTICLES[0]
    more = (
        "研学团里有四十名小学生来自青岛市区,酒坊为他们备了即墨方言的讲解词,师傅手把手教封坛。\n"
        "明年酒坊打算再腾出一间仓库,把看酒曲发酵的课堂搬到里面,每周多接待一批研学团。\n"
    )
    links = "".join(f"{one}\n" for one in LINKS[:3])
    assert found(f"{HEAD}{text}相关阅读\n{links}{more}", toolkit) == [(title, f"{text}{more}".strip())]


@pytest.mark.parametrize(
    "between",
    [
        "责任编辑:王立\n摄影:李明\n",
        "未经授权不得转载\n",
        "点击进入专题:半岛新鲜事\n",
        "更多精彩内容,请关注“半岛新鲜事”公众号\n",
        "猜你喜欢\n",
        "相关阅读\n这条公路为何修了十年?\n两市医保可以互认\n",
    ],
)
def test_a_text_goes_on_behind_a_line_or_two_of_furniture(between: str, toolkit: jdc.Toolkit) -> None:
    title, text = ARTICLES[0]
    more = (
        "来学艺的小学生把酒坛领回家,师傅叮嘱黄酒要放在阴凉处。\n蒸黍米的灶台一天要烧四回,酒坊雇了两位街坊帮忙添柴。\n"
    )
    assert found(f"{HEAD}{text}{between}{more}", toolkit) == [(title, f"{text}{more}".strip())]


def test_a_notice_above_a_text_takes_no_paragraph_of_it(toolkit: jdc.Toolkit) -> None:
    title, text = ARTICLES[0]
    assert found(f"{HEAD}转载请注明出处\n{text}", toolkit) == [(title, text.strip())]


def test_a_title_that_asks_stands_first_below_a_text(toolkit: jdc.Toolkit) -> None:
    title, text = ARTICLES[0]
    links = "谁来修那座断了十年的老桥?\n" + "".join(f"{one}\n" for one in LINKS[:3])
    assert found(f"{HEAD}{text}{links}", toolkit) == [(title, text.strip())]


def test_a_question_that_ends_a_text_is_of_it(toolkit: jdc.Toolkit) -> None:
    title, text = ARTICLES[0]
    links = "".join(f"{one}\n" for one in LINKS[:3])
    assert found(f"{HEAD}{text}这样的日子,谁又不羡慕呢?\n{links}", toolkit) == [
        (title, f"{text}这样的日子,谁又不羡慕呢?")
    ]


def test_the_next_article_behind_links_is_none_of_the_first(toolkit: jdc.Toolkit) -> None:
    (title, text), (other, more) = ARTICLES[0], ARTICLES[2]
    page = f"{HEAD}{text}相关新闻\n{LINKS[0]}\n{LINKS[1]}\n{other}\n{more}"
    assert (title, text.strip()) in found(page, toolkit)


def test_teasers_of_a_few_words_and_titles_that_ask(toolkit: jdc.Toolkit) -> None:
    title, text = ARTICLES[0]
    lines = [f"{name}\n近日,{told[:38]}...\n" for name, told in ARTICLES[1:]]
    lines.insert(1, "断了十年的老桥谁来修?\n近日,市民来电...\n")
    assert found(f"{HEAD}{text}{''.join(lines)}", toolkit) == [(title, text.strip())]


def test_titles_above_the_headline_are_no_kickers(toolkit: jdc.Toolkit) -> None:
    others = "".join(f"{title}\n" for title, _ in ARTICLES[1:])
    record = jdc.clean(HEAD.replace("区域\n", f"区域\n{others}", 1) + ARTICLES[0][1], toolkit=toolkit).articles[0]
    assert (record.headline, record.kicker, record.subtitle) == (ARTICLES[0][0], None, None)


def test_the_articles_share_nothing() -> None:
    """The pages above are what they say only where no text speaks of another."""
    for (_, one), (_, other) in pairwise(ARTICLES):
        pairs = [{text[place : place + 2] for place in range(len(text) - 1)} for text in (one, other)]
        assert len(pairs[0] & pairs[1]) < 0.1 * len(pairs[0])


@pytest.mark.parametrize("headline", ["我国将现较大范围雨雪 雾霾仍占据中东部", "两地企业联手起诉三家公司"])
def test_a_headline_that_ends_like_the_name_of_an_office(headline: str, toolkit: jdc.Toolkit) -> None:
    assert found(f"{headline}\n{ARTICLES[1][1]}", toolkit)[0][0] == headline
