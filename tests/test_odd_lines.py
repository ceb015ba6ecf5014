"""Lines that farms, forums, accounts and offices put into a page: noise, cards of members, credits, and pictures alone."""

import pytest
from test_real_shapes import labels
from test_shapes import HEAD, LONG, MORE, TEXT, one_article

import jiaodong_corpus as jdc
from jiaodong_corpus.gibberish import is_gibberish, is_jammer
from jiaodong_corpus.lines import read_dateline

TITLE, META = HEAD.splitlines()
PARAGRAPHS = TEXT.splitlines()
RANDOM = (
    "窝牡嘛笼爸勘巩彝琶竣滩疵熏聊颅虾垃篡袱闹眨脯埠翌烈匈秀彪裁疟甭挝杆拂催探畜庞颁牌骡脊杭缸卵拓纽讥悍"
    "蛾酗缮讳嗽驴捶榔啸囱脐窿辕憎僵瘸酪碾睬涝祟瞻拧舷"
)


def test_characters_drawn_at_random_are_no_text(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{RANDOM}。\n{TEXT}", toolkit)
    assert record.text == TEXT.strip()


@pytest.mark.parametrize(
    "line",
    [
        LONG.strip(), MORE.strip(),
        "甘肃省临洮县洮阳镇、八里铺镇、新添镇、辛店镇、太石镇、中铺镇、峡口镇、龙门镇、窑店镇、玉井镇、衙下集镇、南屏镇供热管网改造。",
        "彩旗舞晨风,锣鼓震两岸,十八支龙舟整装待发,手工香囊小巧别致,艾草门饰清香阵阵,青澜水街望澜桥边,各队健儿弯腰压桨。",
    ],
)  # fmt: skip
def test_names_and_rare_words_are_no_random_characters(line: str) -> None:
    assert not is_gibberish(line)


def test_pinyin_run_together_behind_the_text_is_spam(toolkit: jdc.Toolkit) -> None:
    junk = "gangkouhezuo,haiyangjingjiquanjianshe,tongchenghuafazhanxieyi“qingdaoyantailiangshi"
    assert labels(f"{HEAD}{TEXT}{junk}\n", toolkit)[junk] == "spam"


@pytest.mark.parametrize(
    "line",
    [
        "6 [( j9 Z3 Z: o$ ?* H4 zwww.haibian.com海边论坛",
        "% z6 M% n8 p, R2 e/ i, X7 V  o5 W",
    ],
)
def test_noise_of_a_forum_with_its_name_is_no_line_of_text(line: str, toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{line}\n{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n"
    assert one_article(page, toolkit).text == TEXT.strip()


@pytest.mark.parametrize(
    "line", ["摘要 ( 317 )   HTML ( 22 )   PDF (3864KB)", "A1 B2 C3 D4 E5 F6", "x + y = z, 2 * ( a + b )"]
)
def test_counters_columns_and_sums_are_no_such_noise(line: str) -> None:
    assert not is_jammer(line)


def test_a_page_of_one_picture_is_a_photo_item(toolkit: jdc.Toolkit) -> None:
    caption = (
        "6月3日,施工人员在青岛胶州湾第二隧道工地安装管片。这条隧道全长十七公里,计划明年通车,届时两岸往来将再省半小时。"
    )
    for credit in ("本报记者 王立 摄", "\n全媒体记者 王立 通讯员 李明 摄", "\n王立摄(影像中国)"):
        record = one_article(f"{HEAD}{caption}{credit}\n", toolkit)
        assert (record.kind, record.headline, record.text) == (
            "photo",
            TITLE,
            caption + credit,
        )


def test_an_article_that_is_signed_keeps_its_text_beside_a_picture(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}本报记者 肖芳\n{PARAGRAPHS[0]}{PARAGRAPHS[1]}\n本报记者 王立 摄\n", toolkit)
    assert record.kind == "article"


def test_the_title_as_the_text_of_each_picture_heads_none(toolkit: jdc.Toolkit) -> None:
    pictures = "".join(f"{TITLE}\n6月{day}日,货轮停靠青岛港前湾码头。(王立 摄)\n" for day in (3, 4, 5))
    assert one_article(f"{HEAD}{TEXT}{pictures}", toolkit).headline == TITLE


def test_the_agency_of_a_picture_between_sentences_takes_none_of_them(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{PARAGRAPHS[0]}\n来青岛,十位游客都爱吃海鲜。\n@图虫创意\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n"
    found = labels(page, toolkit)
    assert (found["@图虫创意"], found["来青岛,十位游客都爱吃海鲜。"]) == ("caption", "body")


def test_a_sentence_below_a_numbered_heading_is_no_caption(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{PARAGRAPHS[0]}\n一、封闭路段\n海安路口中间绿化带及东西两侧。\n交通诱导示意图\n二、封闭时间\n{PARAGRAPHS[1]}\n"
    assert labels(page, toolkit)["海安路口中间绿化带及东西两侧。"] == "body"


def test_who_the_paragraph_above_tells_of_stands_below_his_picture(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{PARAGRAPHS[0]}市交通局长林启明到会报告。\n交通局长林启明\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n"
    assert one_article(page, toolkit).captions == ("交通局长林启明",)


CARD = "UID: 1627269\n精华: 2\n级别: 海边居士\n金币\n60732\n道行\n36950\n注册时间: 2012-09-03\n最后登录: 2024-11-26\n"


def test_the_card_of_a_member_is_a_widget_and_no_day_of_it_the_articles(toolkit: jdc.Toolkit) -> None:
    page = f"{TITLE}\n{CARD}只看楼主 倒序阅读 使用道具 楼主  发表于: 2021-04-19\n{TEXT}"
    record = one_article(page, toolkit)
    assert (record.headline, record.published) == (TITLE, "2021-04-19")
    assert {labels(page, toolkit)[line] for line in CARD.splitlines()} == {"widget"}


def test_answers_of_a_thread_are_comments(toolkit: jdc.Toolkit) -> None:
    answers = (
        f"只看该作者 1 发表于: 2009-06-04\n这件事我们街坊也议论过,说法不一。\n只看该作者 2 发表于: 2009-06-04\n{LONG}"
    )
    assert (
        one_article(f"{TITLE}\n只看楼主 倒序阅读 0 发表于: 2009-06-03\n{TEXT}{answers}", toolkit).text == TEXT.strip()
    )


def test_a_page_broken_before_its_marks_is_put_together(toolkit: jdc.Toolkit) -> None:
    broken = "".join(PARAGRAPHS).replace(",", "\n,").replace("、", "\n、").replace("。", "\n。\n")
    assert one_article(HEAD + broken, toolkit).text == TEXT.strip()


def test_who_speaks_in_a_live_text_and_when_is_text(toolkit: jdc.Toolkit) -> None:
    turns = f"[ 主持人 ](2021-06-09 14:20:37)\n{PARAGRAPHS[0]}\n[ 副市长 林立 ](2021-06-09 14:58:26)\n{PARAGRAPHS[1]}\n"
    record = one_article(f"{HEAD}{turns}{PARAGRAPHS[2]}\n", toolkit)
    assert record.text == (turns + PARAGRAPHS[2]).strip()
    assert record.published == "2021-07-02T11:05"


def test_the_day_below_a_letter_to_an_office_is_its_signature(toolkit: jdc.Toolkit) -> None:
    page = f"关于对市十三届人大五次会议第169号建议的答复\n2025-10-24 来源:市交通运输局\n李明代表:\n{TEXT}2025年8月8日\n"
    record = one_article(page, toolkit)
    assert (record.published, record.text.splitlines()[-1]) == ("2025-10-24", "2025年8月8日")


def test_a_line_below_the_second_headline_is_its_subtitle(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{TITLE}\n林立出席 王明致辞\n{TEXT}", toolkit)
    assert (record.headline, record.subtitle) == (TITLE, "林立出席 王明致辞")


def test_above_other_headings_it_is_one_of_them(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TITLE}\n港口先行\n{PARAGRAPHS[0]}\n铁路跟上\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n"
    assert labels(page, toolkit)["港口先行"] == "subheading"


def test_names_below_captions_sign_a_page_without_a_headline(toolkit: jdc.Toolkit) -> None:
    captions = "青岛港二期建设稳步推进。邹林摄\n烟台大桥效果图。(市城市规划中心供图)\n"
    record = one_article(f"{captions}陈 新 李茜\n{TEXT}", toolkit)
    assert ([one.name.replace(" ", "") for one in record.byline], record.headline) == (["陈新", "李茜"], None)


def test_two_names_behind_the_word_with_no_space_are_two(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}本报记者邢振宇韩镇\n{TEXT}", toolkit)
    assert [one.name for one in record.byline] == ["邢振宇", "韩镇"]


def test_a_reader_signs_with_a_pen_name_behind_a_mark(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}□晓风(市民)\n", toolkit)
    assert [one.name for one in record.byline] == ["晓风"]
    assert record.text.endswith(PARAGRAPHS[1])


@pytest.mark.parametrize(
    ("opening", "outlet", "dateline"),
    [
        ("《财讯通通讯社24日专讯》", "财讯通通讯社", "财讯通通讯社24日专讯"),
        ("新华网郑州3月23日专电(记者林立)", "新华网", "新华网郑州3月23日专电"),
        ("中国海洋网11月25日营口讯 ", "中国海洋网", "中国海洋网11月25日营口讯"),
        ("东海报道讯(林立)", "东海报道", "东海报道讯"),
    ],
)
def test_datelines_name_who_files(opening: str, outlet: str, dateline: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{TITLE}\n2021-07-02 11:05\n{opening}{TEXT}", toolkit)
    assert (record.outlet, record.dateline) == (outlet, dateline)


@pytest.mark.parametrize("words", ["市委林立昨日到访本报", "语音播报"])
def test_what_ends_as_the_name_of_a_paper_can_be_none(words: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE}\n2021-07-02 11:05\n{words}\n{TEXT}", toolkit).outlet is None


def test_the_reporter_behind_the_source_is_no_part_of_its_name(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE}\n来源:海东在线记者 王立 2021-07-02 11:05\n{TEXT}", toolkit).outlet == "海东在线"


def test_text_below_the_credits_of_an_account_is_of_its_article(toolkit: jdc.Toolkit) -> None:
    above = (
        f"{HEAD}{TEXT}文 | 林立\n编辑 | 王明\n本文为海东智库原创文章,如需转载请在文前注明来源。\n"
        "(图为海东城市景色)\n1\n百余年前错失良机\n"
    )
    below = "".join(
        f"{one}\n"
        for one in (
            "在商界流传着一个有趣的说法,行业里的老大和老二忘我厮杀,受伤的却常常是排在第三的那一家,谁也说不清其中的道理。",
            "这句话放到邻近的几座城里也说得通。二十年前,渔村里的老人靠一条船养活全家,如今码头上的吊机昼夜不停。",
            "一八五八年以后,洋行的货栈沿着海滩排开,账房先生换了一茬又一茬,街角的钟楼却一直走得很准,没有人想过要拆它。",
            "后来修铁路,轨道绕开了这座城,年轻人背着铺盖去邻县坐车,一去就是半辈子,留下的院子里长满了荒草和野花。",
            "直到最近几年,人们才又谈起那条没有修成的线。图书馆里翻出的老图纸上,站房的位置画得清清楚楚,旁边写着预算。",
            "馆员说,借图纸的人越来越多,有学生,有退休的工程师,也有从外地赶来的记者,他们都想看看当年的算法错在哪里。",
        )
    )
    assert one_article(above + below, toolkit).text.endswith(below.splitlines()[-1])


def test_another_article_below_the_credit_stays_out(toolkit: jdc.Toolkit) -> None:
    other = "年货市场上红灯笼挂满街巷,老手艺人带着徒弟写春联\n" + "".join(
        f"{one}\n"
        for one in (
            "腊月里的集市从天不亮就热闹起来,摊主把红纸铺在条案上,毛笔蘸饱了墨,围着看的人里三层外三层,孩子骑在大人肩头。",
            "写了四十年春联的老先生说,一副对子里的字要大小匀称,收笔要稳,纸不能皱,墨不能洇,这样贴在门上才有精神头。",
            "他的徒弟只有十九岁,白天在店里裁纸研墨,晚上练字,手上磨出了茧子,却从来没有喊过累,街坊们都说是块好材料。",
            "卖糖画的、捏面人的、剪窗花的挨着坐成一排,谁家的生意忙不过来,旁边的人就搭把手,午饭也常常端到一张桌子上吃。",
        )
    )
    assert one_article(f"{HEAD}{TEXT}{CREDIT}{other}", toolkit).text == TEXT.strip()


CREDIT = "责任编辑:林红\n"


def test_a_digest_has_none_of_the_sources_of_its_items(toolkit: jdc.Toolkit) -> None:
    names = ("央视新闻", "海东发布", "文旅之声")
    items = "".join(f"{text}(来源:{name})\n" for text, name in zip(PARAGRAPHS, names, strict=True))
    record = one_article(f"早安海东\n2021-07-02 08:05\n{items}", toolkit)
    assert record.outlet is None
    assert [flag.evidence for flag in record.quality.flags if flag.name == "outlet_conflict"] == [
        "央视新闻 or 文旅之声 or 海东发布"
    ]


def test_keywords_a_line_each_that_stand_twice_are_tags_once(toolkit: jdc.Toolkit) -> None:
    words = "海洋产业\n青岛\n港口\n旅游\n"
    record = one_article(f"发布: 9:45am 02/07/2021\n{words}{words}{TITLE}\n{TEXT}", toolkit)
    assert (record.headline, record.tags) == (TITLE, ("海洋产业", "青岛", "港口", "旅游"))


def test_a_menu_that_stands_twice_is_none(toolkit: jdc.Toolkit) -> None:
    menu = "首页\n要闻\n视频\n专题\n"
    assert one_article(f"{menu}{menu}{HEAD}{TEXT}", toolkit).tags == ()


def test_the_text_of_a_picture_twice_above_the_text_is_no_headline(toolkit: jdc.Toolkit) -> None:
    page = f"{TITLE}\n远眺港区夜景\n远眺港区夜景\n{TEXT}"
    record = one_article(page, toolkit)
    assert (record.headline, record.captions) == (TITLE, ("远眺港区夜景", "远眺港区夜景"))


def test_a_page_can_begin_with_a_table_between_bars(toolkit: jdc.Toolkit) -> None:
    table = (
        "日期 | 航线 | 班号 | 起到时间 |\n---|---|---|---|\n3/31 | 台北-金门 | AE1291 | 19:10-20:30 |\n"
        "金门-台北 | AE1292 | 21:10-22:20 | |\n4/1 | 台北-金门 | AE1293 | 20:55-22:15 |\n"
    )
    assert set(map(labels(f"{table}{TEXT}", toolkit).get, table.splitlines())) == {"body"}


def test_from_when_on_is_no_time_of_publication(toolkit: jdc.Toolkit) -> None:
    assert (
        one_article(
            f"{TITLE}\n{PARAGRAPHS[0]}\n2023年3月7日 9:00起 |\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n", toolkit
        ).published
        is None
    )


@pytest.mark.parametrize(
    "line",
    [
        "王伟、李芳、张静、刘洋、陈杰、杨敏、赵磊、黄丽、周涛、吴霞、徐浩、孙燕、胡斌、朱琳、高峰、林雪、何平、郭勇、马超、罗欣、梁晨、宋佳、郑凯、谢婷、韩冰",
        "congratulations, internationalization, responsibilities are the theme",
    ],
)
def test_lists_of_names_and_other_languages_are_none(line: str) -> None:
    assert not is_gibberish(line)


def test_news_with_a_picture_is_no_photo_item(toolkit: jdc.Toolkit) -> None:
    news = "记者从青岛港获悉,该航线3月5日恢复。据介绍,该航线每周两班,主要运输机电产品和日用百货。"
    assert one_article(f"{HEAD}{news}\n本报记者 王立 摄\n", toolkit).kind == "article"


def test_portraits_whose_picture_text_stands_twice_are_an_article(toolkit: jdc.Toolkit) -> None:
    portraits = "".join(
        f"{who}\n{who}\n{text}\n"
        for who, text in zip(("青岛港 王立", "烟台港 李明", "威海港 张强"), PARAGRAPHS, strict=True)
    )
    assert PARAGRAPHS[2] in one_article(HEAD + portraits, toolkit).text


def test_the_title_element_above_a_headline_that_stands_twice(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE} - 青岛新闻网\n{TITLE}\n{TITLE}\n{TEXT}", toolkit).headline == TITLE


def test_the_first_post_of_a_thread_stays(toolkit: jdc.Toolkit) -> None:
    page = f"{TITLE}\n只看该作者 楼主 发表于: 2009-06-04\n{TEXT}只看该作者 1楼 发表于: 2009-06-05\n不错\n"
    assert one_article(page, toolkit).text == TEXT.strip()


def test_a_menu_parted_by_marks_is_no_text(toolkit: jdc.Toolkit) -> None:
    menu = "新闻\n、\n政务\n、\n财经\n、\n体育\n、\n娱乐\n、\n健康\n、\n教育\n、\n旅游\n"
    assert one_article(menu + HEAD + TEXT, toolkit).text == TEXT.strip()


@pytest.mark.parametrize("line", ["组图|青岛至釜山航线今日恢复运营", "胶东天气|今日最高温35℃ 高温橙色预警发布"])
def test_a_headline_between_bars_stays_one(line: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{line}\n{META}\n{TEXT}", toolkit).headline == line


def test_comments_that_nobody_made_stand_above_the_text(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE}\n2021-03-05\nNo Comments\n{TEXT}", toolkit).text == TEXT.strip()


def test_credits_of_which_each_word_has_a_line(toolkit: jdc.Toolkit) -> None:
    found = labels(f"{HEAD}{TEXT}莱阳政务新媒体出品\n编辑\n王立\n审核\n林 红\n", toolkit)
    assert {found[one] for one in ("莱阳政务新媒体出品", "编辑", "王立", "审核", "林 红")} == {"editor_credit"}


def test_a_heading_of_one_such_word_stays(toolkit: jdc.Toolkit) -> None:
    assert labels(f"{HEAD}{TEXT}统筹\n{LONG}策划\n{MORE}", toolkit)["统筹"] == "subheading"


def test_short_lines_between_two_copies_of_the_title_are_what_pictures_show(toolkit: jdc.Toolkit) -> None:
    shown = ["青岛港货轮进出", "烟台两市签约", "海洋产业十件实事"]
    record = one_article(
        "第A03版:要闻\n{0}\n{1}\n{0}\n{2}".format(TITLE, "\n".join(shown), TEXT.replace("签署", "在青岛港签署")),
        toolkit,
    )
    assert (record.headline, list(record.captions)) == (TITLE, shown)


def test_the_titles_of_other_articles_between_two_copies_of_one_are_none(toolkit: jdc.Toolkit) -> None:
    others = "泡桐树下开集市\n明日起可打印准考证\n"
    record = one_article(f"第A03版:要闻\n{TITLE}\n{others}{TITLE}\n{TEXT}", toolkit)
    assert (record.headline, record.captions) == (TITLE, ())


def test_a_headline_on_two_lines_that_the_list_of_titles_has_too(toolkit: jdc.Toolkit) -> None:
    first, last, kicker = "切实推动青烟同城由点到面", "努力实现两市优势互补整体提升", "两市书记一行座谈"
    menu = f"第01版:要闻 4下一版\n泡桐树下开集市\n{first}\n{last}\n明日起可打印准考证\n返回主页 | 版面导航\n上一期  下一期\n"
    record = one_article(f"{menu}{kicker}\n{first}\n{last}\n本报讯(记者 王立){TEXT}", toolkit)
    assert (record.kicker, record.headline) == (kicker, first + last)


@pytest.mark.parametrize(
    ("line", "outlet", "via"),
    [("云湖晚报", "云湖晚报", None), ("新华社", "新华社", None), ("华商网-华商报(陕西西安)", "华商报", "华商网")],
)
def test_a_paper_between_title_and_text_is_the_outlet(
    line: str, outlet: str, via: str | None, toolkit: jdc.Toolkit
) -> None:
    record = one_article(f"{TITLE}\n{line}\n{TEXT}", toolkit)
    assert (record.headline, record.outlet, record.via) == (TITLE, outlet, via)


@pytest.mark.parametrize("below", ["图片来源:视觉中国", "摄影:王立", "点击图片查看大图"])
def test_what_goes_on_from_the_text_is_no_caption(below: str, toolkit: jdc.Toolkit) -> None:
    last = "下一步,两市将成立联合办公室,每季度通报进展情况,并向社会公布清单。"
    assert one_article(f"{HEAD}{TEXT}{last}\n{below}\n", toolkit).text.endswith(last)


@pytest.mark.parametrize(
    "behind",
    [
        " 时间:2021-07-02    来源:青岛日报", " 2021-07-02 11:05 来源:青岛日报", " 来源:青岛日报 2021-07-02 11:05",
        " [2021-07-02 11:05] 来源:青岛日报",
    ],
)  # fmt: skip
def test_time_and_source_on_the_line_of_the_title(behind: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{TITLE}{behind}\n{TEXT}", toolkit)
    assert (record.headline, record.outlet, (record.published or "")[:10]) == (TITLE, "青岛日报", "2021-07-02")


@pytest.mark.parametrize(
    "last", ["●两市召开座谈会,就港口合作", "● 市委书记带队调研督导重点交办事项", "《海洋环境保护法》《港口法》《渔业"]
)
def test_a_dump_ends_amid_its_last_item(last: str, toolkit: jdc.Toolkit) -> None:
    items = "".join(f"●{one}\n" for one in PARAGRAPHS)
    assert last in one_article(f"{HEAD}{items}{last}", toolkit).text


def test_tags_that_a_line_cuts_are_no_text(toolkit: jdc.Toolkit) -> None:
    cut = "".join(f"p>&nbsp;&nbsp;{one}\n" for one in PARAGRAPHS) + "(记者 林安)</p\n"
    record = one_article(f"h1>{TITLE}</h1\n{META}\n{cut}", toolkit)
    assert (record.headline, record.text) == (TITLE, TEXT.strip())
    assert [(one.name, one.role) for one in record.byline] == [("林安", "reporter")]


@pytest.mark.parametrize("line", ["一个 <p 标签没有写完", "a>b 时取前者", "表达式 p>0.05 不显著"])
def test_marks_of_a_text_about_tags_and_numbers_stay(line: str, toolkit: jdc.Toolkit) -> None:
    assert line in one_article(f"{HEAD}{TEXT}{line},这一点在附录中说明。\n", toolkit).text


def test_what_stands_behind_a_jump_on_its_line_is_text(toolkit: jdc.Toolkit) -> None:
    whole = "新建的快速通道把两地的行车时间缩短到40分钟,今年还将开工建设北互通和旅游环线,届时全县各乡镇都能在20分钟内上高速。"
    wrapped = "".join(f"{whole[start : start + 20]}\n" for start in range(0, len(whole), 20))
    record = one_article(f"{TITLE}\n(上接1版){wrapped}{TEXT}", toolkit)
    assert record.headline == TITLE
    assert record.text.replace("\n", "").startswith(whole)


@pytest.mark.parametrize(
    ("line", "people", "outlet"),
    [
        ("文:麦永健 摄:关志明", [("麦永健", "author"), ("关志明", "photographer")], None),
        ("撰文者:王小明", [("王小明", "author")], None),
        ("作者:林安 出品:澜州观察", [("林安", "author")], None),
        ("台湾好新闻 王小明 台北报导", [("王小明", "reporter")], "台湾好新闻"),
        ("林书晴、陈大文/综合报导", [("林书晴", "reporter"), ("陈大文", "reporter")], None),
        ("21世纪经济报道记者 王立 北京报道", [("王立", "reporter")], "21世纪经济报道"),
        ("By 王小明 - 2024-10-19", [("王小明", "author")], None),
        ("作者 王小明 - 2024 年 10 月 19 日", [("王小明", "author")], None),
        ("2024/10/19 09:12 中央社 台北19日电", [], "中央社"),
    ],
)
def test_who_wrote_and_for_whom(
    line: str, people: list[tuple[str, str]], outlet: str | None, toolkit: jdc.Toolkit
) -> None:
    record = one_article(f"{TITLE}\n\n{line}\n\n{TEXT}", toolkit)
    assert [(one.name, one.role) for one in record.byline] == people
    assert record.outlet == outlet


@pytest.mark.parametrize(
    "line",
    [
        "致敬 钟南山 专题报道",
        "新华社 黄山 报道",
        "新华社 连云港 专题报道",
        "Photo by 路透社",
    ],
)
def test_what_reports_are_about_and_from_names_nobody(line: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE}\n{META}\n\n{line}\n\n{TEXT}", toolkit).byline == ()


@pytest.mark.parametrize(("spaces", "read"), [(8, True), (400, False)])
def test_a_dateline_is_looked_for_in_the_opening_alone(spaces: int, read: bool, toolkit: jdc.Toolkit) -> None:
    found = read_dateline(f"新华社北京{' ' * spaces}7月1日电 两市签署合作协议。", toolkit.lexicon)
    assert (found is not None) is read


def test_who_filmed_is_not_lost(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{TITLE}\n{META}\n文:张三 拍摄:李四\n{TEXT}", toolkit)
    assert [one.name for one in record.byline] == ["张三", "李四"]


def test_a_reporter_speaks_in_front_of_the_text(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}本台记者林安、何禾报道:{TEXT}", toolkit)
    assert [(one.name, one.role) for one in record.byline] == [("林安", "reporter"), ("何禾", "reporter")]


def test_paragraphs_that_have_kept_their_tags_are_text(toolkit: jdc.Toolkit) -> None:
    one, two, three = PARAGRAPHS
    first = f'<p class="ql-block">{one}</p><p class="ql-block">{two}</p>'
    page = f'{HEAD}{first}\n<p class="ql-block"><br></p>\n<p><b>{three}</b></p>\n'
    record = one_article(page, toolkit)
    assert record.text == f"{one}{two}\n{three}"
    assert "<p" in "".join(edit.before for edit in record.edits)


@pytest.mark.parametrize("line", ["<青岛日报>发表评论员文章,谈两市合作。", "a<b的时候,两市的船期要改。"])
def test_signs_that_are_no_tags_stay(line: str, toolkit: jdc.Toolkit) -> None:
    assert line in one_article(f"{HEAD}{line}\n{TEXT}", toolkit).text


def test_the_leaf_of_a_calendar_gives_the_time(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"河北\n2025\n11/03\n08:25\n{TITLE}\n来源:青岛日报\n{TEXT}", toolkit)
    assert (record.published, record.outlet) == ("2025-11-03T08:25", "青岛日报")
    # Without the hour it is a day.
    assert one_article(f"2025\n11/03\n{TITLE}\n{TEXT}", toolkit).published == "2025-11-03"


def test_a_reporter_before_paper_day_and_page(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{TITLE}\n本报记者 汤亦辰 《 中国青年报 》( 2016年08月14日   02 版)\n{TEXT}", toolkit)
    assert [one.name for one in record.byline] == ["汤亦辰"]
    assert (record.outlet, record.published) == ("中国青年报", "2016-08-14")


def test_a_paper_glued_to_the_day_in_an_archive_is_its_outlet(toolkit: jdc.Toolkit) -> None:
    page = f"1994年11月15日黄海日报 第2版\n\n第2版(经济)\n专栏:沿海简讯\n{TITLE}\n{TEXT}"
    record = one_article(page, toolkit)
    assert (record.outlet, record.published, record.byline) == ("黄海日报", "1994-11-15", ())


def test_a_source_that_is_an_account_is_none(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE}\n2023-12-28 09:02 来源: sp20231228\n{TEXT}", toolkit).outlet is None


def test_a_label_without_a_value_takes_no_part_of_the_next(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE}\n作者: 出版日期:2015.08.26 点击数:3\n{TEXT}", toolkit).byline == ()


def test_who_publishes_stands_between_title_and_two_times(toolkit: jdc.Toolkit) -> None:
    page = f"{TITLE}\n竹塹電子報\n更新於 2025年03月14日09:20 • 發布於 2025年03月14日08:47 • 記者邱怡文\n{TEXT}"
    record = one_article(page, toolkit)
    assert (record.outlet, record.published, record.updated) == ("竹塹電子報", "2025-03-14T08:47", "2025-03-14T09:20")


def test_a_body_that_signs_with_another_is_of_the_notice(toolkit: jdc.Toolkit) -> None:
    page = f"{TITLE}\n{TEXT}沐溪县交通运输局\n沐溪县公安局交通管理大队\n2021年11月7日\n"
    assert one_article(page, toolkit).text.endswith("沐溪县交通运输局\n沐溪县公安局交通管理大队\n2021年11月7日")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        # What the page says of the article goes before the leaf, which can be of today.
        ("2026\n11/30\n08:25\n{title}\n发布时间:2024-05-06 10:20 来源:大众网", "2024-05-06T10:20"),
        # Two leaves are two times; the one above the headline counts.
        ("2025\n11/03\n潍坊海港码头扩建工程开工建设\n2024\n10/05\n09:10\n{title}\n来源:青岛日报", "2024-10-05T09:10"),
    ],
)
def test_a_leaf_of_a_calendar_is_one_time_and_not_the_first_choice(
    head: str, published: str, toolkit: jdc.Toolkit
) -> None:
    assert one_article(f"{head.format(title=TITLE)}\n{TEXT}", toolkit).published == published


@pytest.mark.parametrize("line", ["2024年5月3日首次发布", "发布时间:2024年5月3日网上发布"])
def test_what_was_done_on_a_day_is_no_outlet(line: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{TITLE}\n{line}\n{TEXT}", toolkit).outlet is None


def test_a_headline_that_ends_in_an_office_begins_an_article(toolkit: jdc.Toolkit) -> None:
    page = f"{TITLE}\n2024年5月6日\n{TEXT}走近莱州公安局交警大队\n2024年5月7日\n{LONG}{MORE}"
    assert "走近莱州公安局交警大队" not in jdc.clean(page, toolkit=toolkit).articles[0].text


def test_tags_that_a_text_speaks_of_stay(toolkit: jdc.Toolkit) -> None:
    line = "<p>标签定义段落,<br>标签换行,两市的网页今年都改成了新的写法。"
    assert line in one_article(f"{HEAD}{TEXT}{line}\n{TEXT}", toolkit).text


def test_a_paper_that_is_quoted_amid_a_text_is_no_source(toolkit: jdc.Toolkit) -> None:
    line = "他说:“渡船改一票,两岸一家亲,这是我多年的心愿。”(烟台日报)"
    assert line in one_article(f"{HEAD}{line}\n{TEXT}", toolkit).text


SITE = "首页\n新闻\n财经\n体育\n{}\n上一篇:两市共建产业园\n下一篇:五市联办书展\n热门文章\n胶东五市公交一卡通\n关于我们 | 联系我们\n"


@pytest.mark.parametrize(
    "item",
    [
        "高密剪纸亮相法国\n高密剪纸艺术展近日在法国里昂开幕,共展出剪纸作品八十余件,吸引了不少当地市民前来参观。",
        "日照一渔船遇险 11人全部获救\n昨天凌晨,一艘渔船在日照以东海域进水遇险,海事局接报后派出救助船,船上11人全部获救。",
    ],
)
def test_a_short_item_that_says_neither_when_nor_by_whom_is_an_article(item: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(SITE.format(item), toolkit)
    assert f"{record.headline}\n{record.text}" == item
