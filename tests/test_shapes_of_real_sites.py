"""More shapes of real pages: forums, press reviews, titles that stand more than once, and lines below pictures."""

import pytest
from test_real_shapes import labels
from test_shapes import HEAD, LONG, TEXT, one_article

import jiaodong_corpus as jdc

PARAGRAPHS = TEXT.splitlines()


def test_attachments_of_a_forum_part_no_article(toolkit: jdc.Toolkit) -> None:
    box = "下载附件\n保存到相册\n2022-9-9 11:25 上传\n"
    page = f"{HEAD}{PARAGRAPHS[0]}\n{box}{PARAGRAPHS[1]}\n{box}{PARAGRAPHS[2]}\n"
    assert one_article(page, toolkit).text == TEXT.strip()


def test_a_question_behind_a_number_is_a_heading(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{PARAGRAPHS[0]}\n一、先把桥修到对岸\n{PARAGRAPHS[1]}\n二、断头路,“打通”凭什么?\n{PARAGRAPHS[2]}\n"
    assert labels(page, toolkit)["二、断头路,“打通”凭什么?"] == "subheading"


def test_a_question_among_sentences_stays_text(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}怎么干?先把两地的断头路接上,人才能走到一起?\n{PARAGRAPHS[0]}\n"
    assert "怎么干?先把" in one_article(page, toolkit).text


ITEMS = (
    "△临江五家纱厂工会联合举办歌咏比赛,共唱响二十六首歌曲。\n△白水镇总工会举办图书管理员学习班。\n"
    "△河阴汽车运输公司工会开展“好浴室”评比活动。\n△柳河车务段工会开展防洪常识问答比赛。\n"
)


def test_items_behind_a_mark_are_text_where_nothing_else_is(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"工会短波\n2019-05-06 来源:工人晚报\n{ITEMS}", toolkit).text == ITEMS.strip()


def test_beside_text_such_sentences_are_captions(toolkit: jdc.Toolkit) -> None:
    assert set(map(labels(f"{HEAD}{TEXT}{ITEMS}", toolkit).get, ITEMS.splitlines())) == {"caption"}


def test_who_asks_and_who_answers_alone_on_lines(toolkit: jdc.Toolkit) -> None:
    asked = (
        "沈局长,您好,今年园林局为街坊们做了哪些事?给我们说一说。",
        "街坊们问,小区门口的健身步道什么时候能修好?很多人在等。",
    )
    told = (
        "主持人好,听众朋友们好。今年我们新修了十二个口袋公园,还把三条老街的树穴都换了土,补种了两百多棵树。",
        "步道的路基已经做完,面层要等雨季过去才能铺。按照现在的进度,今年国庆节前可以向街坊们开放。",
    )
    talk = "".join(f"主持人\n{one}\n沈局长\n{two}\n" for one, two in zip(asked, told, strict=True))
    found = labels(f"{HEAD}{LONG}{talk}", toolkit)
    assert (found["主持人"], found["沈局长"]) == ("body", "body")


def test_items_of_a_press_review_have_no_headline_among_them(toolkit: jdc.Toolkit) -> None:
    heads = (
        "《晨窗报》:当局巡查不勤街市渗漏不止",
        "《海声日报》:两岸渡轮应当加密班次",
        "《港湾时报》:码头扩建不宜再拖",
    )
    page = "".join(f"{head}\n{text}\n" for head, text in zip(heads, PARAGRAPHS, strict=True))
    found = labels(page, toolkit)
    assert {found[head] for head in heads} == {"subheading"}


def test_the_title_of_a_document_is_printed_again_on_several_lines(toolkit: jdc.Toolkit) -> None:
    parts = ("梧陵市人民政府办公室", "关于印发《梧陵市办好便民菜市场", "推动社区商业提质升级的若干", "措施》的通知")
    fields = "发布时间:2022-08-19 16:05信息来源:梧陵市人民政府办公室\nWLCR-2022-01012\n梧政办发〔2022〕27号\n"
    page = f"{''.join(parts)}\n{fields}" + "\n".join(parts) + f"\n各县市区人民政府,市直机关各单位:\n{TEXT}"
    found = labels(page, toolkit)
    assert {found[part] for part in parts} == {"headline"}
    assert found["WLCR-2022-01012"] == "meta"
    assert one_article(page, toolkit).headline == "".join(parts)


def test_a_day_that_lost_its_signs_is_part_of_the_signature(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}朔川市园林管理局\n2018925\n"
    assert one_article(page, toolkit).text.endswith("朔川市园林管理局\n2018925")


def test_a_keyword_that_has_its_own_line_goes_from_the_heads_of_others(toolkit: jdc.Toolkit) -> None:
    long = [f"{one}群众说,往后来回跑就不用再绕远路了。" for one in PARAGRAPHS]
    page = f"江西快三彩票\n{HEAD}江西快三彩票{long[0]}\n{long[1]}\n江西快三彩票{long[2]}\n"
    record = one_article(page, toolkit)
    assert record.text == "\n".join(long)
    assert record.headline == "青岛与烟台携手共建海洋经济"


def test_a_title_printed_in_parts_and_whole_is_one_headline(toolkit: jdc.Toolkit) -> None:
    parts = ("海事昨起試行夜航", "四碼頭同步延時", "首晚接載三千六百人")
    page = f"分類: 焦點新聞\n• {' '.join(parts)}\n" + "\n".join(parts) + f"\n【本報訊】{TEXT}"
    assert one_article(page, toolkit).headline == "".join(parts)


def test_results_with_each_title_twice_are_no_article(toolkit: jdc.Toolkit) -> None:
    titles = ("社评/离岛航线的钥匙在居民手上", "从「一张船票」谈离岛百年期待", "离岛直航复谈 业者多半保留")
    page = "搜寻结果\n" + "".join(f"• {one}\n{one}\n{text}\n" for one, text in zip(titles, PARAGRAPHS, strict=True))
    assert jdc.clean(page, toolkit=toolkit).articles == ()


def test_the_day_of_the_republic_before_a_title_is_its_day(toolkit: jdc.Toolkit) -> None:
    title = "整修溪州鄉水圳步道 串起152線賞花單車道"
    record = one_article(f"112-05-09 {title}\n{TEXT}", toolkit)
    assert (record.headline, record.published) == (title, "2023-05-09")


@pytest.mark.parametrize("line", ["按此,跳至主要內容。", "跳到主要内容"])
def test_the_link_past_the_menu_is_no_text(line: str, toolkit: jdc.Toolkit) -> None:
    page = f"{line}\n字型大小\n{HEAD}{TEXT}"
    assert one_article(page, toolkit).text == TEXT.strip()
    assert labels(page, toolkit)[line] == "nav"


def html(body: str, title: str = "青岛与烟台携手共建海洋经济") -> str:
    return f"<html><head><title>{title} - 海湾网</title></head><body>{body}</body></html>"


ARTICLE = "<h1>青岛与烟台携手共建海洋经济</h1><div>2021-07-02 11:05 来源:青岛日报</div>"
BELOW = "海边渔家的新日子"


@pytest.mark.parametrize(
    ("picture", "label"),
    [('<p><img src="a.jpg"></p>', "caption"), ("", "subheading")],
)
def test_a_line_above_the_text_and_below_a_picture_is_its_caption(
    picture: str, label: str, toolkit: jdc.Toolkit
) -> None:
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    page = html(f"{ARTICLE}<div>{picture}<p>{BELOW}</p>{text}</div>")
    assert labels(page, toolkit)[BELOW] == label


def test_the_element_for_captions_holds_one(toolkit: jdc.Toolkit) -> None:
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    page = html(
        f"{ARTICLE}<div><figure><img src='a.jpg'><figcaption>{PARAGRAPHS[0][:20]}。</figcaption></figure>{text}</div>"
    )
    assert one_article(page, toolkit).text == TEXT.strip()


@pytest.mark.parametrize("parser", ["lexbor", "soup"])
def test_a_picture_is_told_by_both_parsers_alike(parser: str, toolkit: jdc.Toolkit) -> None:
    page = html('<p>前一段文字在此。<img src="a.jpg"></p><p>图下的字</p><p>再下一段。</p>')
    given: object = page
    if parser == "soup":
        from bs4 import BeautifulSoup

        given = BeautifulSoup(page, "html.parser")
    blocks = jdc.clean(given, toolkit=toolkit).blocks  # type: ignore[arg-type]
    assert [one.block.text for one in blocks if one.block.layout.pictured] == ["图下的字"]


def test_the_first_paragraph_may_stand_beside_the_element_of_the_text(toolkit: jdc.Toolkit) -> None:
    opening = "【记者简佑庭/彰化报导】旧衣回收业面临缺工,老字号业者今天宣布引进分拣线,每小时可辨识九百公斤。"
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS * 3)
    page = html(f"{ARTICLE}<blockquote><div>{opening}</div></blockquote><article>{text}</article>")
    assert one_article(page, toolkit).text.startswith(opening)


STORIES = (
    "后壁湖码头12日傍晚发生一起口角风波,双方争执不下。",
    "48岁男子赴兰屿潜水途中耳朵不适,上岸检查发现有中耳积水,将转往东部的医院接受手术。",
    "蓝色公路原定于明天下午1时起增班,不过稍早船运中心宣布,由于锋面南下,取消今晚的加班,请旅客买票前预先向售票口确认座位,以免白跑一趟。",
    "业者原订于今天下午召开说明会,但因锋面南下,航线减班,业者代表无法抵达绿岛的会场开会。",
    "锋面一波接一波,今天客运公司宣布减班,富冈往返绿岛、兰屿的两条航线在下午各留一个班次。",
)


@pytest.mark.parametrize("end", ["详全文>>", " 2025/10/14 11:26 社会"])
def test_texts_that_end_in_their_link_or_their_day_are_no_articles(end: str, toolkit: jdc.Toolkit) -> None:
    page = "".join(f"{one}{end}\n" for one in STORIES)
    assert jdc.clean(page, toolkit=toolkit).articles == ()
    assert one_article("".join(f"{one}\n" for one in STORIES), toolkit).paragraphs


def test_one_text_that_ends_in_its_day_is_an_article(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}{STORIES[0]} 2025/10/14 11:26 社会\n", toolkit).text.startswith(TEXT)


def test_a_page_that_is_printed_twice_is_one_article(toolkit: jdc.Toolkit) -> None:
    article = f"认真做好两省合作年度会商准备\n2013年05月14日 00时00分\n来源: 省府研究室\n{TEXT}"
    again = "\n".join(article.splitlines()[:-1])
    record = one_article(
        f"{article}责任编辑: 明月\n扫一扫在手机打开当前页\n{again}\n青岛市发展改革委负责人表示,一体化", toolkit
    )
    assert record.text == TEXT.strip()


def test_rows_parted_by_bars_are_a_table_of_the_text(toolkit: jdc.Toolkit) -> None:
    table = "表1 2017年生产总值\n| 绝对数(亿元) | 比上年增长(%) |\n地区生产总值 | 438.26 | 6.7 |\n第一产业 | 29.84 | 2.1 |\n"
    page = f"{HEAD}{TEXT}{table}{STORIES[0]}\n"
    assert set(map(labels(page, toolkit).get, table.splitlines())) == {"body"}
    assert one_article(page, toolkit).headline == HEAD.splitlines()[0]


def test_a_menu_parted_by_bars_is_none(toolkit: jdc.Toolkit) -> None:
    menu = "首页 | 要闻 | 经济 | 教育\n县区 | 文旅 | 图片 | 视频\n专题 | 评论 | 服务 | 公告\n"
    assert one_article(f"{HEAD}{TEXT}{menu}", toolkit).text == TEXT.strip()


def test_fields_by_joomla(toolkit: jdc.Toolkit) -> None:
    page = f"渔村造船新好手回到南方澳老家 列印\n作者是 朝阳报\n周二, 19 七月 2011 10:23\n{TEXT}"
    record = one_article(page, toolkit)
    assert (record.headline, record.outlet, record.published) == (
        "渔村造船新好手回到南方澳老家",
        "朝阳报",
        "2011-07-19T10:23",
    )


def test_numbered_items_are_no_articles(toolkit: jdc.Toolkit) -> None:
    items = "".join(f"NO.{number} 港区第{number}条航线今天开通\n{one}\n" for number, one in enumerate(STORIES, 1))
    found = labels(f"2024-11-12 00:41:26\n每报记者|许泽岚\n{items}", toolkit)
    assert found["NO.1 港区第1条航线今天开通"] == found["NO.3 港区第3条航线今天开通"] == "subheading"


def test_one_title_behind_a_bullet_above_its_source(toolkit: jdc.Toolkit) -> None:
    page = f"• 五港合一建设一流江海港口群\n江海物流信息网   时间:2023-09-04\n{TEXT}"
    assert one_article(page, toolkit).headline == "五港合一建设一流江海港口群"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("2019-10-22 南投高山线 月月有柿香", "headline"),
        ("2024-11-04 邻水县融媒体中心", "meta"),
    ],
)
def test_a_day_before_a_title(line: str, label: str, toolkit: jdc.Toolkit) -> None:
    found = jdc.clean(f"{line}\n{TEXT}", toolkit=toolkit).blocks
    assert [one.label.value for one in found if one.label.value != "body"][-1] == label


def test_an_intro_that_repeats_whole_sentences_is_a_summary(toolkit: jdc.Toolkit) -> None:
    intro = "".join(PARAGRAPHS) + STORIES[4]
    page = f"{HEAD}{intro}\n本网讯 {intro}{STORIES[2]}\n{STORIES[1]}\n"
    record = one_article(page, toolkit)
    assert record.auto_summary == intro
    assert record.text.startswith("本网讯")


LINES_BELOW = ("副校长为先进集体颁发奖牌", "与会人员参观改造现场")


def test_lines_below_pictures_at_the_end_are_captions(toolkit: jdc.Toolkit) -> None:
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS * 2)
    tail = "".join(f"<p><img src='{one}.jpg'></p><p>{one}</p>" for one in LINES_BELOW)
    found = labels(html(f"{ARTICLE}<div>{text}{tail}</div>"), toolkit)
    assert [found[one] for one in LINES_BELOW] == ["caption", "caption"]


ACCOUNT = "交通卡能跨市刷吗?换了手机怎么办?\n• 发布时间:2024-09-12 15:20:00\n• 来源:岭南省交通运输厅微信公众号\n"
CLAUSES = (
    "旧手机中的交通卡", "需要先行确认卡内的余额状态", "针对无法迁移的交通卡", "(如停用、欠费等)", "需要对其关联的支付账户",
    "到发卡企业网点进行柜面解绑操作", "对于状态为可用的交通卡", "可在手机钱包内自行移出", "该卡并重新开通",
)  # fmt: skip


def test_clauses_between_paragraphs_of_an_account_are_text(toolkit: jdc.Toolkit) -> None:
    page = f"{ACCOUNT}{LONG}" + "\n".join(CLAUSES) + f"\n{STORIES[4]}\n"
    record = one_article(page, toolkit)
    assert record.headline == ACCOUNT.splitlines()[0]
    assert all(one in record.text for one in (*CLAUSES, STORIES[4]))


def test_titles_of_links_between_paragraphs_are_no_clauses(toolkit: jdc.Toolkit) -> None:
    titles = (
        "两市签约共建园区",
        "港口货物增长一成",
        "城际铁路铺轨",
        "文旅一卡通首发",
        "渔港开渔",
        "茶园春茶上市",
        "断头路打通",
    )
    page = f"{ACCOUNT}{LONG}" + "\n".join(titles) + f"\n{STORIES[4]}\n"
    assert "clause-between-paragraphs" not in {one.rule for one in jdc.clean(page, toolkit=toolkit).blocks}


def test_tags_that_stand_twice_in_a_row_are_no_headline(toolkit: jdc.Toolkit) -> None:
    tags = "太平广东会馆\n台山市市长岑国栋\n台山侨批馆\n"
    text = "台山市市长岑国栋赞成在太平广东会馆设立台山侨批馆,将在馆内展示早年的家书。\n" * 1 + TEXT
    page = f"发布: 5:48pm 27/08/2023\n{tags}{tags}梁伟雄:增两城民间往来 建议太平设台山侨批馆\n{text}"
    assert one_article(page, toolkit).headline == "梁伟雄:增两城民间往来 建议太平设台山侨批馆"


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("港澳商报  石浦港集装箱码头提前实现去年全年目标,共装卸八十万标箱。", "meta", "石浦港集装箱码头提前"),
        (
            "飞鲨影视手机版下载入口华讯网惠川4月11日电 惠川推进圈内的产业协作,企业家们来了。",
            "spam",
            "华讯网惠川4月11日电",
        ),
        ("分享到脸书!   分享到推特!   发布时间:2018-11-09 来源:某报", "widget", ""),
    ],
)
def test_what_is_glued_before_a_line_is_cut_off(line: str, label: str, rest: str, toolkit: jdc.Toolkit) -> None:
    head, text = HEAD.splitlines()[0], f"{line}\n{TEXT}"
    found = jdc.clean(f"{head}\n{text}", toolkit=toolkit)
    assert found.blocks[1].label.value == label
    assert found.articles[0].text.startswith(rest or TEXT[:10])


def test_the_contents_of_a_journal_are_no_article(toolkit: jdc.Toolkit) -> None:
    papers = "".join(f"·内河航道第{number}个问题的办法初探 / 卜 文 柯小帆\n" for number in "一二三四五六")
    assert jdc.clean(f"2007年第五期\n目 录\n专论·约稿\n{papers}", toolkit=toolkit).articles == ()


def test_the_day_with_an_english_name(toolkit: jdc.Toolkit) -> None:
    page = f"海澜电涨停点火 外资回补百亿\ndate 2025-11-19 财经组/郑又青报导\n{TEXT}"
    assert (one_article(page, toolkit).headline, one_article(page, toolkit).published) == (
        "海澜电涨停点火 外资回补百亿",
        "2025-11-19",
    )


DATED = "沂河三县签署新一轮生态补偿协议\n2024-05-13 08:20\n"


@pytest.mark.parametrize("word", ["电梯维修", "公积金贷款", "社区棋牌室", "快三步俱乐部", "体育彩票"])
def test_a_heading_is_no_keyword_glued_to_what_it_heads(word: str, toolkit: jdc.Toolkit) -> None:
    text = "".join(
        f"{word}{rest}\n"
        for rest in (
            "的第一个难题是配件,原厂停产以后只能到外地去找旧的。",
            "的第二个难题是人手,全县会修的师傅只有七位。",
        )
    )
    assert one_article(f"{HEAD}{word}\n{text}", toolkit).text.count(word) >= 2


def test_links_with_teasers_below_an_article_do_not_take_it_along(toolkit: jdc.Toolkit) -> None:
    teasers = "".join(f"{one[:-1]}……[详细]\n" for one in STORIES[:4])
    assert one_article(f"{DATED}{TEXT}相关报道\n{teasers}", toolkit).text == TEXT.strip()


def test_a_title_in_the_path_and_above_the_date_is_the_headline(toolkit: jdc.Toolkit) -> None:
    text = f"5月12日,沂河流域生态补偿联席会议召开,三县负责人签署了新一轮的协议。\n{TEXT}"
    page = f"您现在的位置:首页 > 春到沂河两岸\n春到沂河两岸\n2024-05-13 08:20\n三县负责人签署新一轮合作的协议\n{text}"
    assert one_article(page, toolkit).headline == "春到沂河两岸"


def test_an_opening_above_the_article_with_its_time_is_no_first_printing(toolkit: jdc.Toolkit) -> None:
    title = "青岛与烟台携手共建海洋经济"
    record = one_article(f"{title}\n{PARAGRAPHS[0]}\n{HEAD}{TEXT}", toolkit)
    assert (record.outlet, record.published) == ("青岛日报", "2021-07-02T11:05")
    assert record.text == TEXT.strip()
    assert record.headline == title


def test_short_sentences_below_pictures_are_text(toolkit: jdc.Toolkit) -> None:
    points = "".join(f"<p><img src='i.png'>{one}:建站五座。</p>" for one in ("沂水", "沂南", "蒙阴"))
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    record = one_article(html(f"{ARTICLE}<div>{text}<p><img src='a.jpg'></p><p>说干就干。</p>{points}</div>"), toolkit)
    assert all(one in record.text for one in ("说干就干。", "沂水:建站五座。", "蒙阴:建站五座。"))


def test_a_heading_below_a_picture_is_a_heading(toolkit: jdc.Toolkit) -> None:
    above, below = ("".join(f"<p>{one}</p>" for one in some) for some in (PARAGRAPHS, STORIES))
    page = html(f"{ARTICLE}<div>{above}<p><img src='a.jpg' alt='签约现场'></p><h2>交通先行打通断头路</h2>{below}</div>")
    assert labels(page, toolkit)["交通先行打通断头路"] == "subheading"


def test_a_picture_amid_a_line_stands_above_nothing(toolkit: jdc.Toolkit) -> None:
    page = html("<p>前一段<img src='i.png'>文字在此。</p><p>后一段文字。</p>")
    assert not any(one.block.layout.pictured for one in jdc.clean(page, toolkit=toolkit).blocks)


def test_share_buttons_say_nothing_of_an_account(toolkit: jdc.Toolkit) -> None:
    links = "蒙山旅游专线串起四县景区\n日照港至临沂班列加密\n枣庄临沂医保异地直接结算\n鲁南高铁客流创新高\n"
    page = f"{HEAD.strip()} 分享到:微信 微博\n{links}{TEXT}"
    assert "clause-above-first-paragraph" not in {one.rule for one in jdc.clean(page, toolkit=toolkit).blocks}


def test_a_list_of_ranks_is_no_table(toolkit: jdc.Toolkit) -> None:
    ranks = "1 | 蒙山旅游专线串起四县景区\n2 | 日照港至临沂班列加密\n3 | 鲁南高铁客流创新高\n4 | 医保异地直接结算\n"
    assert one_article(f"{HEAD}{TEXT}{ranks}", toolkit).text == TEXT.strip()


@pytest.mark.parametrize(
    "headline",
    [
        "No.1!临沂商城外贸出口跃居全省首位",
        "市领导与出席党代会的基层代表合影",
        "省网信办关停十二个世界杯投注平台",
        "自然人如何代开增值税发票",
        "莆田系男科医院虚假排名被罚五万元",
        "直击春季招聘会现场",
        "(修订版)青岛市文明行为促进条例施行",
        "胶东海岸半程马拉松开始报名 报名时间:2023年4月1日至10日",
    ],
)
def test_ordinary_headlines_stay_headlines(headline: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{headline}\n2021-07-02 11:05 来源:青岛日报\n{TEXT}", toolkit)
    assert (record.headline, record.published) == (headline, "2021-07-02T11:05")


def test_a_chronicle_keeps_its_days(toolkit: jdc.Toolkit) -> None:
    days = "".join(f"2020-01-{day} {one[:14]}项目开工\n" for day, one in zip((16, 20, 28), STORIES, strict=False))
    record = one_article(f"{HEAD}{TEXT}大事记\n{days}{PARAGRAPHS[0]}\n", toolkit)
    assert record.published == "2021-07-02T11:05"
    assert "2020-01-16" in record.text


def test_a_report_of_prizes_is_no_contents_of_a_journal(toolkit: jdc.Toolkit) -> None:
    books = "".join(f"•《雪山大地之{one}》(东岳出版社) / 李春梅\n" for one in "一二三四五六")
    record = one_article(f"{HEAD}{TEXT}{books}{PARAGRAPHS[0][:-1]},奖项同日揭晓。\n", toolkit)
    assert record.text.endswith("奖项同日揭晓。")


@pytest.mark.parametrize("above", ["本期嘉宾:", "大奖得主是:"])
def test_whom_a_line_introduces_did_not_write_the_article(above: str, toolkit: jdc.Toolkit) -> None:
    page = f"古港登州的前世今生\n2021-04-20 09:00 来源:烟台晚报\n{above}\n李春梅 鲁东大学历史学院教授\n{TEXT}"
    assert one_article(page, toolkit).byline == ()


def test_who_wrote_stands_below_the_headline_with_what_they_do(toolkit: jdc.Toolkit) -> None:
    page = f"古港登州的前世今生\n2021-04-20 09:00 来源:烟台晚报\n李春梅 鲁东大学历史学院教授\n{TEXT}"
    assert [one.name for one in one_article(page, toolkit).byline] == ["李春梅"]


def test_a_post_of_a_board_in_taiwan(toolkit: jdc.Toolkit) -> None:
    head = "作者ridgewalker (走稜的人)\n看板Hiking\n標題[心得] 五天四夜走完內嶺的濕爛路\n時間Sun Apr  9 20:10:15 2023\n"
    pushes = "推 mapleleaf77: 推實用,白水溪那段去年水更大 04/09 20:31\n→ hikingbear : 請問獵寮有訊號嗎 04/09 22:37\n"
    page = f"{head}{TEXT}{pushes}"
    record = one_article(page, toolkit)
    assert (record.headline, record.published) == ("[心得] 五天四夜走完內嶺的濕爛路", "2023-04-09T20:10:15")
    assert [one.name for one in record.byline] == ["ridgewalker"]
    assert record.text == TEXT.strip()
    assert {labels(page, toolkit)[one] for one in pushes.splitlines()} == {"comments"}


def test_the_printed_page_of_a_forum(toolkit: jdc.Toolkit) -> None:
    title = "公交调整接驳线路 方便旅顺北与金普城际换乘"
    page = (
        f"车友站台\n标题: {title} [打印本页]\n作者: 东港老站台    时间: 2014-5-19 16:07\n{TEXT}"
        "作者: 东港老站台    时间: 2014-5-19 16:15\n想不通,为什么还要绕营城子。拉直不行吗?\n"
        "作者: 715    时间: 2014-5-21 07:58\n这个编号有点意思。\n"
    )
    record = one_article(page, toolkit)
    assert (record.headline, record.published) == (title, "2014-05-19T16:07")
    assert record.text == TEXT.strip()


def test_whom_to_ask_about_a_notice(toolkit: jdc.Toolkit) -> None:
    rows = "1、采购人信息\n名称:云栖师范学院\n地址:云栖市临湖区学府大道1号\n2、采购代理机构\n联系方式:0732-8890316\n"
    page = f"{HEAD}{TEXT}凡对本次公告内容提出询问,请按以下方式联系。\n{rows}版权所有 © 云栖网\n"
    assert one_article(page, toolkit).text.endswith(rows.strip())


def test_the_foot_of_a_site_is_no_row_of_a_notice(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}地址:云栖市学府大道1号\n电话:0732-8890316\n", toolkit).text == TEXT.strip()


def test_a_column_of_pictures_with_a_button_below_each(toolkit: jdc.Toolkit) -> None:
    column = "".join(f"{one}\n放大\n" for one in STORIES[:3])
    found = labels(f"圖片\n{column}{HEAD}{TEXT}", toolkit)
    assert {found[one] for one in STORIES[:3]} == {"caption"}


@pytest.mark.parametrize("name", ["WhatsApp Image 2021-06-27 at 07.15.22.jpg", "• 6374a1b0c2d81"])
def test_the_name_of_a_picture_is_no_text(name: str, toolkit: jdc.Toolkit) -> None:
    assert labels(f"{HEAD}{TEXT}{name}\n{LONG}", toolkit)[name] == "caption"


def test_a_page_can_end_in_the_label_of_the_next(toolkit: jdc.Toolkit) -> None:
    paragraphs = "".join(f"<p>{one}</p>" for one in (*HEAD.splitlines(), *PARAGRAPHS))
    page = f"<html><head><title>{HEAD.splitlines()[0]}</title></head><body>{paragraphs}<p>下一篇:</p></body></html>"
    assert one_article(page, toolkit).text == TEXT.strip()
    assert labels(page, toolkit)["下一篇:"] == "pager"


def test_a_wrapped_page_can_be_cut_short_in_a_brief(toolkit: jdc.Toolkit) -> None:
    text = TEXT.replace("\n", "")
    wrapped = "".join(f"{text[start : start + 14]}\n" for start in range(0, len(text), 14))
    assert text in one_article(f"{HEAD}{wrapped}社团简讯\n△工联职业技术培训中心今", toolkit).text.replace("\n", "")


VERSE = """\
傍晚的沙洲
有这样一处码头
当最后一缕光落进江面
对岸的灯就亮了起来
这里传来突突的马达声
它叫住了下班的人们
也叫住了晚归的鸟
循着那一声声汽笛
你就能走到这里
这里就是晚渡
一船的人站定了
说说笑笑地过江
在甲板上挑着箩筐的菜农
背着书包赶船的学生
就这样凑成热闹的一趟
晚渡上的座位不多
最要紧的是便宜和准点
那些摆渡了几十年的师傅
手上还留着缆绳的印
不同的月份有不同的货
更多的是过年的年货
总是被人们小心地护着
晚渡是一个温和的去处
它不慌也不忙
"""


def test_lines_without_pauses_below_a_question_are_the_text(toolkit: jdc.Toolkit) -> None:
    record = one_article("立冬了,沙洲的晚渡还摆吗?\n2021-11-09 17:32\n" + VERSE, toolkit)
    assert record.headline == "立冬了,沙洲的晚渡还摆吗?"
    # No pause ties the lines together.
    assert record.text.splitlines() == VERSE.splitlines()


def test_titles_of_a_menu_are_no_verse(toolkit: jdc.Toolkit) -> None:
    titles = "\n".join(f"{place}港口年度吞吐量公报发布" for place in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥")
    assert jdc.clean(f"港口频道\n2021-11-09 17:32\n{titles}", toolkit=toolkit).articles == ()


@pytest.mark.parametrize("end", ["...", "…"])
def test_many_texts_that_trail_off_are_teasers(end: str, toolkit: jdc.Toolkit) -> None:
    assert (
        jdc.clean("渔农海事\n" + "".join(f"{one[:-1]}{end}\n" for one in STORIES[:4]), toolkit=toolkit).articles == ()
    )


def test_sentences_left_open_are_text(toolkit: jdc.Toolkit) -> None:
    page = "渡口的早晨\n2021-07-02 来源:烟台晚报\n" + "".join(f"{one[:-1]}……\n" for one in STORIES[:4])
    assert len(jdc.clean(page, toolkit=toolkit).articles) == 1


@pytest.mark.parametrize("button", ["Read More", "詳細內容 »下一則的題目在這裡", "继续阅读"])
def test_texts_with_the_link_to_their_article_below(button: str, toolkit: jdc.Toolkit) -> None:
    assert jdc.clean("".join(f"{one}\n{button}\n" for one in STORIES[:4]), toolkit=toolkit).articles == ()


def test_one_such_link_below_an_article(toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{HEAD}{TEXT}Read More\n", toolkit).text == TEXT.strip()


# Two of three words are of their own.
UNLIKE = (
    "季候风逐渐影响沿岸海域,渔政站提醒居民留意潮水涨幅,周五最高潮位会升至二点九米,低洼村屋须备沙包,学校照常上课,小艇应入避风塘,夜钓者切勿逗留防波堤。",
    "女子渡海泳代表队昨晚登上颁奖台,以两秒之差负于邻埠仍夺银牌,创下十七年来最佳成绩,健儿返回埠头获街坊夹道欢呼,教练透露明春将赴南洋集训,赞助商已谈妥。",
    "消费者协会化验二十四款布袋,其中一款越南产帆布样本染料超标,另有三款尼龙含塑化剂,专家建议顾客选购浅色产品,店铺切忌重复利用旧货包裹熟食,以免沾染。",
    "林村河上游单车径走线曝光,以废弃水渠与果园为主轴,规模约为现有四倍,途中设维修站及租借亭,摆档位置逾千,环评报告称对鹭鸟栖息影响轻微,乡绅仍存疑虑。",
    "留学生放飞三架遥控机撞毁晾衣架,无牌操作罪名成立,裁判官判罚社会服务令一百六十小时,并没收器材,辩方求情指被告初犯、家境清贫,上诉期限为十四日内。",
    "博物馆及船艺工场分阶段揭幕,馆长肩负修缮、研究、教育、出版四项工作,首批藏品包括龙骨模型与罗盘,年底公布名录,助力渔村文化保存,门票可于网上预订。",
    "离岛杯八强赛主场遭客队追平,郭启乐上半时自由球破网,惜下半时防线失误,补时阶段更有两人领黄卡离场,球会主席扬言检讨战术,次回合移师填海区足球场。",
    "慈航小学校巴爭议升温,家长联署指承办商接手以来逾二十趟误点,质疑司机连续驾驶超时,校方否认偷换车潮,校董会聘请律师展开调查,暂由的士津贴应急两周。",
)
TIPS = (
    "出门前关好门窗,检查燃气阀门是否拧紧,拔掉不用的电器插头。",
    "遇到积水路段请绕行,切勿冒险涉水驾驶。",
    "车辆熄火后立即下车转移,不要二次打火。",
    "雷电天气远离大树、广告牌、电线杆等高耸物体。",
    "山区群众注意观察山体变化,发现裂缝、异响尽快撤离。",
    "老人和儿童尽量待在高处,备好饮用水、药品、手电筒。",
)


def test_summaries_that_have_nothing_in_common_are_no_article(toolkit: jdc.Toolkit) -> None:
    assert jdc.clean("社区民生\n" + "\n".join(UNLIKE), toolkit=toolkit).articles == ()
    # A digest has its title, and the day on which it was published.
    assert (
        len(jdc.clean("一周民生简讯八则\n2021-07-02 来源:烟台晚报\n" + "\n".join(UNLIKE), toolkit=toolkit).articles)
        == 1
    )


@pytest.mark.parametrize("title", ["防汛提示", "旧日时光,你还记得吗?", "首页\n供水服务\n停水通知"])
def test_short_tips_have_as_little_in_common_and_are_one(title: str, toolkit: jdc.Toolkit) -> None:
    assert one_article(f"{title}\n" + "\n".join(TIPS), toolkit).text == "\n".join(TIPS)


def test_the_card_of_a_member_gives_no_day(toolkit: jdc.Toolkit) -> None:
    card = "- UID\n- 31845\n- 帖子\n- 862\n- 積分\n- 1987\n- 註冊時間\n- 2011-8-17\n"
    page = f"{card}{TEXT}"
    assert {labels(page, toolkit)[one] for one in card.splitlines()} == {"widget"}
    assert one_article(page, toolkit).published is None


def test_the_title_above_the_mark_of_each_picture(toolkit: jdc.Toolkit) -> None:
    title = HEAD.splitlines()[0]
    page = f"{HEAD}" + "".join(f"{one}\n{title}\n文章图片\n" for one in PARAGRAPHS)
    record = one_article(page, toolkit)
    assert (record.headline, record.text) == (title, TEXT.strip())


def test_the_record_of_a_library_is_no_article(toolkit: jdc.Toolkit) -> None:
    rows = "題名 重訪渡口老街\n作者 羅世昌;\n期刊 聚落保存季刊\n卷期 9:2 2003.09\n頁次 頁88-95\n分類號 673.2946\n"
    assert jdc.clean(f"{rows}中文摘要 {LONG}\n", toolkit=toolkit).articles == ()


def test_the_opening_of_a_paper_is_no_article(toolkit: jdc.Toolkit) -> None:
    assert jdc.clean(f"论文部分内容阅读\n{TEXT}", toolkit=toolkit).articles == ()


def test_below_more_pictures_stands_a_caption(toolkit: jdc.Toolkit) -> None:
    button = "打开网易新闻 查看更多图片\n"
    page = f"{HEAD}{PARAGRAPHS[0]}\n{button}从石佛岭平台眺望片区\n{PARAGRAPHS[1]}\n{button}{PARAGRAPHS[2]}\n"
    record = one_article(page, toolkit)
    assert (record.captions, record.text) == (("从石佛岭平台眺望片区",), TEXT.strip())


@pytest.mark.parametrize(
    "page",
    [
        f"职位描述\n{LONG}\n任职要求\n1、有冷库维修经验者优先,能独立检修机组。\n以押金或任何名义收取费用,扣留证件,均涉嫌违法,请注意防范\n",
        f"西岭行脚录\n• ISBN:\n9787500000327\n• 出 版 社 :\n西岭出版社\n编辑推荐\n{LONG}\n作者简介\n{LONG}\n精彩书摘\n{LONG}\n",
        f"望海路\n維基媒體消歧義頁\n{LONG}\n以下列舉各地的望海路。\n",
        f"秦渡 · 都市 · 0316万字\n打赏\n27\n推荐票\n{LONG}\n加入书架\n",
        f"委员提案促隔离墩减少\n(整期优先)网络出版时间:2012-06-19\n<正>{LONG}\n",
    ],
)
def test_pages_of_jobs_books_names_novels_and_papers_are_no_articles(page: str, toolkit: jdc.Toolkit) -> None:
    assert jdc.clean(page, toolkit=toolkit).articles == ()


def test_a_report_on_a_book_is_an_article(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{TEXT}作者简介\n{LONG}\n内容简介\n{LONG}\n"
    assert len(jdc.clean(page, toolkit=toolkit).articles) == 1


def test_the_english_day_of_an_index_stands_before_the_title(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"date 2026-01-19 台南官田公车将通车 提供电话叫车\n{TEXT}", toolkit)
    assert (record.headline, record.published) == ("台南官田公车将通车 提供电话叫车", "2026-01-19")


def test_a_reporter_behind_a_square_ends_the_first_paragraph(toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{PARAGRAPHS[0]}■香港海傍報記者 鄔靜儀\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n"
    record = one_article(page, toolkit)
    assert (record.byline[0].name, record.text) == ("鄔靜儀", TEXT.strip())


NOTICE = (
    "烟台市中心血站公开招聘公告\n"
    "2023-05-16 来源:烟台市卫生健康委员会\n"
    "烟台市中心血站面向社会公开招聘工作人员8名,现将有关事项公告如下。\n"
    "一、招聘岗位\n"
    "采血护士5名,检验技师2名。\n"
    "二、招聘条件\n"
    "(一)遵守宪法和法律,具有良好的品行。\n"
    "三、福利待遇\n"
    "按国家和省市有关规定执行。\n"
)
BOOK = (
    "《胶东文化十讲》新书首发式在威海举行\n"
    "2023-05-16 来源:威海日报\n"
    "5月15日下午,《胶东文化十讲》新书首发式在威海市图书馆举行,近百名读者到场参加。\n"
    "该书由威海市社科联组织编写,收录了十位学者关于渔家文化、海防文化的讲座文稿。\n"
    "内容简介\n"
    "全书从海洋、民俗、方言等十个方面讲述胶东文化的来龙去脉,图文并茂。\n"
    "作者简介\n"
    "王海东,山东大学教授,长期从事地方文化研究。\n"
    "出版社:山东画报出版社\n"
    "定价:68元\n"
)
ESSAY = (
    "守望一片海\n"
    "2023-05-16 作者:王海\n"
    "潮水退下去的时候,滩涂上留下无数细小的孔洞,像是大海写给渔村的信…\n"
    "父亲总说,海是有记性的,谁待它好,它便记着谁…\n"
    "后来我离开渔村去了城里,夜里常常梦见那条窄窄的码头…\n"
    "如今我又回来了,码头还在,父亲却不在了…\n"
)
DIGEST = "烟台一周要闻回顾\n2023-05-16 09:20 作者:王海\n" + "".join(f"{one}\n阅读全文 >>\n" for one in PARAGRAPHS)


@pytest.mark.parametrize(
    "page", [NOTICE, BOOK, ESSAY, DIGEST, f"{HEAD}{TEXT}打赏\n喜欢就打赏作者吧\n评分\n浏览标签\n胶东\n"]
)
def test_notices_of_jobs_news_of_books_essays_and_digests_are_articles(page: str, toolkit: jdc.Toolkit) -> None:
    record = one_article(page, toolkit)
    assert record.headline == page.splitlines()[0]
    assert record.text.startswith(page.splitlines()[2])


@pytest.mark.parametrize("line", ["从胶东远眺世界", "乡村正在直播", "胶东正在绘制同城化新蓝图"])
def test_what_a_region_does_is_a_subheading(line: str, toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\n{line}\n{PARAGRAPHS[2]}\n{LONG}\n"
    assert labels(page, toolkit)[line] == "subheading"


def test_a_number_below_more_pictures_is_a_subheading(toolkit: jdc.Toolkit) -> None:
    page = (
        f"{HEAD}{PARAGRAPHS[0]}\n打开凤凰新闻 查看更多图片\n一、互联互通,交通先行\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n"
    )
    assert labels(page, toolkit)["一、互联互通,交通先行"] == "subheading"


def test_the_table_of_a_contest_is_no_card(toolkit: jdc.Toolkit) -> None:
    table = (
        "姓名",
        "性别",
        "来自",
        "主题",
        "积分",
        "张海",
        "男",
        "青岛",
        "焊接",
        "98",
        "李云",
        "女",
        "烟台",
        "钳工",
        "97",
    )
    page = f"{HEAD}{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\n" + "\n".join(table) + f"\n{PARAGRAPHS[2]}\n"
    assert "widget" not in {labels(page, toolkit)[one] for one in table}


@pytest.mark.parametrize("word", ["更多", "订阅", "手机版"])
def test_a_lone_button_between_paragraphs_is_no_heading(word: str, toolkit: jdc.Toolkit) -> None:
    page = f"{HEAD}{PARAGRAPHS[0]}\n{word}\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n"
    assert one_article(page, toolkit).text == TEXT.strip()


def test_keywords_stand_below_their_label(toolkit: jdc.Toolkit) -> None:
    record = one_article(f"{HEAD}关键词\n海洋经济;胶东经济圈;产业协作\n{TEXT}", toolkit)
    assert (record.tags, record.byline) == (("海洋经济", "胶东经济圈", "产业协作"), ())
    assert record.text == TEXT.strip()


def test_where_the_author_works_is_no_author(toolkit: jdc.Toolkit) -> None:
    head = HEAD.splitlines()[0]
    record = one_article(f"{head}\n作者 | 鲁大川 江海大学\n{TEXT}", toolkit)
    assert [one.name for one in record.byline] == ["鲁大川"]


SIGNED = (
    "2013年10月22日 星期二\n第01版:要闻\n城南菜场“公平秤”搬到了门口\n"
    f"{PARAGRAPHS[0]}(朱伟平)\n埠头村路灯亮了\n{PARAGRAPHS[1]}(陈洁)\n"
)


@pytest.mark.parametrize(
    ("bracket", "name"), [("(法倩倩)", "法倩倩"), ("(高 原)", "高原"), ("(高原)", "高原"), ("(古交镇 杨民)", "杨民")]
)
def test_names_of_any_form_sign_a_text_where_others_are_signed(bracket: str, name: str, toolkit: jdc.Toolkit) -> None:
    page = f"{SIGNED}下汤小学有了首座塑胶操场\n{PARAGRAPHS[2]}{bracket}\n"
    records = jdc.clean(page, toolkit=toolkit).articles
    assert [one.name for record in records for one in record.byline] == ["朱伟平", "陈洁", name]
    assert records[2].text == PARAGRAPHS[2]


@pytest.mark.parametrize("bracket", ["(完)", "(资料图片)", "(未完待续)", "(散文)", "(二)", "(长岛)", "(中央社)"])
def test_other_last_brackets_are_no_names(bracket: str, toolkit: jdc.Toolkit) -> None:
    page = f"{SIGNED}下汤小学有了首座塑胶操场\n{PARAGRAPHS[2]}{bracket}\n"
    assert jdc.clean(page, toolkit=toolkit).articles[2].byline == ()


def test_a_brief_that_opens_with_its_title_can_end_in_its_reporter(toolkit: jdc.Toolkit) -> None:
    briefs = "".join(
        f"{title}　{text}({name})\n"
        for title, text, name in zip(
            ("我县新增三家特色农家乐", "免费体检本周启动"), PARAGRAPHS, ("陈洁", "朱伟平"), strict=False
        )
    )
    records = jdc.clean(f"2013年10月22日 星期二\n第01版:要闻\n简讯\n{briefs}", toolkit=toolkit).articles
    assert [[one.name for one in record.byline] for record in records] == [["陈洁"], ["朱伟平"]]
    assert [record.text for record in records] == PARAGRAPHS[:2]


BRANDED = "您好,欢迎进入星河体育·(中国)官网 - 登录入口!\n星河体育·(中国)官网 - 登录入口\n"


def test_a_brand_of_betting_is_cut_off_the_lines_it_is_glued_to(toolkit: jdc.Toolkit) -> None:
    first, second, third = PARAGRAPHS
    page = f"{BRANDED}{HEAD}{first}\n星河体育官网\n{second}星河体育登录\n星河体育官网入口{third}\n"
    assert one_article(page, toolkit).text == TEXT.strip()
    assert {label for line, label in labels(page, toolkit).items() if "星河" in line} == {"spam"}


def test_a_company_of_that_name_keeps_its_lines(toolkit: jdc.Toolkit) -> None:
    lines = "".join(f"星河体育{what}。\n" for what in ("在青岛建成训练基地,年内投用", "与五市签约", "公布年度计划"))
    assert one_article(f"{HEAD}{TEXT}{lines}", toolkit).text == (TEXT + lines).strip()


def test_a_fair_keeps_its_name_before_what_it_does(toolkit: jdc.Toolkit) -> None:
    head = "文博会官网登录入口\n文博会开幕 两千家企业参展\n2021-07-02 11:05 来源:青岛日报\n"
    record = one_article(f"{head}文博会{PARAGRAPHS[0]}\n文博会{PARAGRAPHS[1]}\n", toolkit)
    assert (record.headline, record.text[:3]) == ("文博会开幕 两千家企业参展", "文博会")
