"""Pages without an article, told by what they print; and articles that print some of it, too."""

import pytest
from test_shapes import HEAD, LONG, MORE, TEXT

import jiaodong_corpus as jdc

PARAGRAPHS = TEXT.splitlines()
SEARCH = "共找到1篇文章\n每页显示 20 50 100\n"
VOTE = "".join(
    f"{letter}、{choice}\n" for letter, choice in zip("ABCDE", ("报纸", "电视", "手机", "广播", "听说"), strict=True)
)
REPORTERS = (("周以恆", "雲林"), ("葉書瑋", "屏東"), ("簡佩珊", "宜蘭"), ("賴冠廷", "苗栗"))
REPORTS = "".join(
    f"〔記者{name}/{place}報導〕{what}縣府今年向中央爭取經費,重新整修沿線步道與涼亭,預計明年春節前完工,居民期待已久…… |\n"
    for (name, place), what in zip(REPORTERS, ("口湖", "枋寮", "頭城", "南庄"), strict=True)
)
CUT_REPORTS = [
    f"(記者{name}/{place}報導){place}{what}路況不佳,是交通危險路段,地方爭取改善多年,縣府今日決定投入經費整修,預計年底前全線完工,居民期待已久,代表會並要求同步增設照明設備與護欄,以保障用路人"
    for (name, place), what in zip(
        REPORTERS,
        ("口湖鄉一號隧道附近", "枋寮鄉二號橋樑下方", "頭城鎮三號產業道路", "南庄鄉四號聯絡幹道"),
        strict=True,
    )
]
DOUBLE = "青岛烟台【海湾都市圈,一条“海上大通道”呼之欲出】\n"
TWINS = "".join(
    f"{title}\n{title}\n山东 58℃ 0\n{text}\n"
    for title, text in (
        ("最后一节轨道铺完,来看胶州湾畔的候鸟站", LONG.strip()),
        ("百万株郁金香迎客,渤海湾边看花去", MORE.strip()),
        ("跨过黄河大桥去种菜,省会人的共享菜园", PARAGRAPHS[0] + PARAGRAPHS[1]),
    )
)
PAGES = {
    "a search with one hit": f"{SEARCH}胶东丘陵区梯田果园退耕后坡面产沙变化\n作者 曲文涛 衣明泽\n{LONG}",
    "the issues of a programme": "民生帮办\n栏目介绍:城区与乡镇的身边事,谁来管、怎么办。\n本栏目共有 438 个视频\n"
    "民生帮办 20220615 楼顶漏雨两年,维修资金怎么用\n时长 14:32 播放 2107\n"
    "民生帮办 20220614 菜市场东门的减速带该不该留\n时长 13:58 播放 1684\n",
    "what a dealer offers": "山东冷冻鲅鱼段加工厂供应食堂团餐\n• 发货地址:山东日照\n包装说明:10公斤/纸箱\n起订量:50箱\n"
    f"付款方式:款到发货\n{LONG}",
    "the contents of a journal": "臺灣海洋地方學刊\n目錄\n" + "".join(
        f"{title} 摘要 PDF\n沈維鈞 {page}-{page + 30}\n"
        for page, title in enumerate(("港市之後,村落何往", "從牽罟到定置網", "鹽田的土地重劃", "舊碼頭倉庫調查", "漁港口述資料"), 1)
    ),
    "a thesis of a catalogue": "論文名稱(中文) 地方報紙副刊與社區意識\n校院名稱 海山大學\n學年度 104\n研究生(中文) 簡佩吟\n"
    f"中文摘要\n{LONG}",
    "openings cut at a length": f"區域新聞\n{REPORTS}",
    "titles twice, each above its text": f"標籤:都市圈\n{TWINS}« 1 2 3 4 下一頁 »\n",
    "titles twice and the same": "海湾都市圈\n" + "".join(
        f"{title}\n{title}\n{text}青岛 都市圈 烟台 21 0\n"
        for title, text in (("最后一节轨道铺完", LONG), ("百万株郁金香迎客,渤海湾边看花去", MORE))
    ),
    "the entries of a tag": f"瀏覽標籤\n高鐵\n車廂廁所疑現紙盒 查證為果皮\n{LONG}收假日疏運順暢 未啟動管制\n{MORE}",
    "what a tag stands for": f"标签: 青岛\n青岛,{LONG}{MORE}",
    "an opening that counts what is left": f"长三角一体化奋力书写答卷\n{LONG}推进一体化是重大战略。(剩余4642字)\n",
    "a paper of a document site": f"在招商总结会上的讲话\n{LONG}(未完,全文共2010字,当前显示249字)\n",
    "an agency of journals": "海东学报\n期刊级别省级期刊\n影响因子0.32\n• 出版地区:海东\n• 发行周期:双月刊\n收录类型\n期刊荣誉\n"
    "收稿范围\n• 宏观经济、产业经济、区域经济研究。\n• 企业管理、市场营销、财务管理等。\n",
    "teasers cut at one length, the last amid a word": "首頁 / 地方綜合\n"
    + "".join(f"{report}...\n" for report in CUT_REPORTS) + f"{CUT_REPORTS[0][:-8]}\n",
    "the title of a tag's only post, twice": f"海湾都市圈\n{DOUBLE}{DOUBLE}{LONG.strip().rstrip('。')}......\n",
    "an opening above the link to the rest": f"首页 > 区域频道\n{HEAD}{LONG.strip()[:-6]}\n查看全文\n",
    "how much has been read": f"{LONG}{MORE}您已閱讀22%(451字),剩餘78%(1600字)還有更多重要內容,訂閱以繼續探索完整內容。\n",
    "who is wanted": "诚聘\n业务员3名,男女不限,有快消品经验者优先,底薪4000元+提成,包食宿,致电0631-5000000。\n",
    "a form": "某单位公开招聘工作人员报名表\n姓名\n性别\n出生年月\n民族\n政治面貌\n学历\n毕业院校及专业\n个人简历\n家庭主要成员\n"
    "本人承诺:以上所填信息真实准确,如有虚假,责任自负。\n",
    "a house": "芝罘区 海湾小区 3室2厅 拎包入住\n总价:128万元\n户型:3室2厅1卫 楼层:中层/18层 朝向:南北\n"
    f"房源描述:本房南北通透,{LONG}房源编号:20230512001\n",
    "a course": f"会计实务精讲班\n课程价格:¥680\n讲师:王老师 课时:36\n立即购买 免费试听\n课程介绍\n"
    f"{LONG}课程目录\n第一章 预算管理\n",
    "a program": f"半岛公交安卓版v3.2.1\n大小:25.6MB 语言:简体中文\n下载地址\n软件介绍\n{LONG}更新日志\n修复已知问题\n",
    "a book": f"胶东民俗志\n出版社:山东人民出版社\nISBN:978-7-209-00000-0\n定价:68.00元\n页数:356\n内容简介\n{LONG}",
    "betting": "半岛娱乐官网_半岛娱乐注册送38元\n"
    "半岛娱乐官网为玩家提供真人荷官、电子游戏、体育竞猜等服务,注册即送38元彩金,首存再送100%。\n"
    "半岛娱乐拥有政府颁发的合法牌照,资金安全有保障,提款三分钟到账,24小时在线客服为您服务。\n立即注册\n",
    "a firm of itself": "海湾机械有限公司\n公司简介\n"
    "海湾机械有限公司成立于2003年,占地面积2万平方米,主要产品有苹果分选机、花生脱壳机,远销二十多个国家。\n"
    "电话:0535-6000000\n传真:0535-6000001\n地址:烟台市福山区\n",
    "a document viewer": "98學年度推廣教育招生日程表\nSize: px\nStart display at page:\n"
    f'Download "98學年度推廣教育招生日程表"\nTranscription\n{LONG}',
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_no_article_is_made(page: str, toolkit: jdc.Toolkit) -> None:
    assert jdc.clean(page, toolkit=toolkit).articles == ()


ARTICLES = {
    "of a search": f"{HEAD}{TEXT}记者在网站输入这一名称,共找到3条线索,每页显示20条。\n{LONG}",
    "of a programme": f"{HEAD}{TEXT}节目时长14:32,播放2107万次,共有438个视频。\n{MORE}",
    "of goods": f"{HEAD}{TEXT}这家企业的起订量是50箱,付款方式灵活,发货地址在日照。\n{LONG}{MORE}",
    "with its tag above": f"标签: 青岛\n{HEAD}{TEXT}{LONG}",
    "of a journal": f"{HEAD}{TEXT}这本期刊的影响因子0.32,发行周期是双月刊,收稿范围很宽。\n{LONG}",
    "that counts its characters": f"{HEAD}{TEXT}按规定,申请表的摘要写满后(剩余200字)请另起一页。\n{LONG}{MORE}",
    "with a vote": f"{HEAD}{TEXT}{LONG}您平时从哪里看新闻?\n{VOTE}",
    "that is whole above such a link": f"{HEAD}{TEXT}查看全文\n",
    "of a firm": f"{HEAD}{TEXT}公司简介\n{LONG}电话:0535-6000000\n地址:烟台市福山区\n{MORE}",
    "of work": f"{HEAD}{TEXT}招聘会上,底薪4000元、包食宿的岗位排起长队,有意者请将简历发送至各展位。\n"
    f"“有经验者优先,提成另算。”一家企业说。\n{LONG}{MORE}",
    "of betting": f"{HEAD}{TEXT}警方说,这家平台以“注册送38元”“真人荷官”“首存再送彩金”为诱饵,吸引玩家投注。\n{LONG}",
    "of who is sought": f"关于招聘社区网格员的公告\n{TEXT}有经验者优先,持有驾照者优先,有意者请到街道报名。\n{LONG}",
    "with the foot of a site": f"青岛与烟台携手共建海洋经济\n{TEXT}{LONG}关于我们\n电话:0535-6000000\n地址:烟台市福山区\n",
    "of lessons": f"老年大学春季招生简章\n现将有关事项公布如下。\n课程介绍:书画、声乐\n开课时间:3月6日\n课时:三十二次\n"
    f"适合人群:五十周岁以上\n报名咨询:0535-6000000\n{TEXT}{LONG}",
    "of a tour": f"{HEAD}{TEXT}记者体验了一次跟团游,旅行社承诺住宿标准和用车标准不降,费用不含自费项目。\n{LONG}{MORE}",
}


@pytest.mark.parametrize("page", ARTICLES.values(), ids=ARTICLES.keys())
def test_an_article_that_tells_of_such_things_stays(page: str, toolkit: jdc.Toolkit) -> None:
    (record,) = jdc.clean(page, toolkit=toolkit).articles
    assert TEXT.strip() in record.text
    assert page.splitlines()[-1] in record.text or page.endswith((VOTE, "查看全文\n", "福山区\n"))


FILMS = ("渔港晨光", "海上牧场", "老街新事")
BLOCKS = {
    "films": "相关视频\n" + "".join(f"{title}\n时长 0{n}:1{n} 播放 {n}107\n" for n, title in enumerate(FILMS, 1)),
    "a poll": f"您平时从哪里看新闻?\n{VOTE}",
    "entries of a tag": "".join(f"{title}发布于: 人物202{n}-03-12标签: 渔村\n" for n, title in enumerate(FILMS)),
    "the programme": "播出频道:综合频道\n播出时间:每周一19:50\n栏目简介:身边事\n",
    "hours": "".join(f"工作时间:8:0{n}至17:30\n" for n in range(3)),
    "sources and a pager": "参考文献\n每页显示20条评论\n",
    "files": "".join(f"附件{n} 申报表格与说明材料{n} PDF\n" for n in range(6)),
    "an agency of journals": "影响因子0.32\n期刊级别省级期刊\n收录类型\n• 发行周期:双月刊\n• 出版地区:海东\n",
    "a tour": "费用说明\n自费点\n参考酒店:\n费用包含\n",
    "a form": "姓名\n性别\n民族\n学历\n政治面貌\n个人简历\n联系地址\n",
    "a house": "总价:128万元\n户型:3室2厅\n朝向:南北\n房源编号:20230512001\n",
    "a course": "课程价格:¥680\n课程介绍\n课程目录\n立即报名\n",
    "a program": "大小:25.6MB\n软件介绍\n下载地址\n更新日志\n",
    "a book": "出版社:山东人民出版社\nISBN:978-7-209-00000-0\n定价:68.00元\n页数:356\n内容简介\n",
    "an offer": "• 发货地址:山东日照\n包装说明:10公斤/纸箱\n起订量:50箱\n付款方式:款到发货\n供货说明\n",
}  # fmt: skip


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_such_a_block_below_an_article_takes_nothing_of_it(block: str, toolkit: jdc.Toolkit) -> None:
    (record,) = jdc.clean(f"{HEAD}{TEXT}{LONG}{block}", toolkit=toolkit).articles
    assert record.text.startswith(TEXT + LONG.strip())


def test_a_picture_above_each_part_of_an_article_makes_no_list_of_it(toolkit: jdc.Toolkit) -> None:
    parts = "".join(
        f"{title}\n{title}\n{text}"
        for title, text in (("崖头老街的早市", LONG), ("渔港的晚灯", MORE), ("盐田的秋天", LONG))
    )
    (record,) = jdc.clean(f"{HEAD}{TEXT}{parts}", toolkit=toolkit).articles
    assert MORE.strip() in record.text
