"""Short sentences, and lines without a stop, that show what can be seen: captions that no credit and no file name tells."""

import re
from itertools import takewhile

from .draft import Draft
from .lines import read_dateline
from .model import Label

# A scene: 旅客在钦州东站有序乘车。 or 服务站内,工作人员正在登记稿件。 What news says has one of the words behind it.
SCENE = re.compile(
    r"^[▲△]?(?:(?:\d{1,2}月\d{1,2}日|近日|日前|[昨今]日|[早晚]高峰时段?)(?:清晨|上午|下午|傍晚|晚)?,)?"
    r"(?:[^,?!。]{1,14}(?<!现)(?<!正)在(?![于内此谈])[^,?!。]{3,26}|[^,?!。]{2,18}[内里中上室旁边前站厅馆场区园厂],[^,?!。]{2,10}正在[^,?!。]{2,16})。$"
)
OF_NEWS = re.compile(
    r"了|将|已|表示|说|介绍|获悉|认为|可以|能够|不再|必须|应|需要|记者|我|[他她它]|如今|目前|未来|就|还|也|都|是|曾|有望|享|赋能|变身|变成"
)
# A shorter sentence is the end of one that a column broke.
MIN_SCENE, MAX_SCENE, MIN_NEWS = 9, 45, 50
# What news tells is no caption.
DONE = re.compile(
    "签署|签订|执行|开通|开展|启动|举行|召开|发布|实施|推出|出台|建设|公布|实现|完成|成立|上线|印发|通过|批复|达成|新增|增加|减少|共享|互认|采用|使用|提供|迎接"
)
# 10月31日清晨,滁州站进站口排队的通勤旅客。
SEEN_ON = re.compile(
    r"^[▲△]?\d{1,2}月\d{1,2}日(?:清晨|早上|上午|中午|下午|傍晚|晚)?(?:\d{1,2}[时点](?:\d{1,2}分)?)?,[^,?!。]{2,24}的[一-鿿]{2,7}。$"
)
# What is the first of its kind is news, and so is an amount.
OF_FIRST = re.compile(r"首[趟列批笔条个班家座]|第一|[\d一二三四五六七八九十百千万]+(?:万|亿)?元")
DAY = re.compile(r"^[▲△]?(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日(?:清晨|早上|上午|中午|下午|傍晚|晚)?,")
# A line that ends in what can be seen, or says what somebody is doing: of the fixtures 8 of 26 captions without stop or credit, and
# none of 523 subheadings.
SHOWN = re.compile(
    r"^(?![(\d一二三四五六七八九十]{1,3}[)、.]|[把将让为向从])(?!.*(?:打造|建设|打开|走进|[开互增厅站均都]设|筑|成为|当好|擦亮|搭建|探访|直击|来到|赋能|变身|变成|变为))"
    r"(?:[^,。:?!;、]{4,40}(?:窗口|车间|大厅|展厅|一角|外景|全景|夜景|站台|候车室|生产线|展台|展位|巡[查逻]船|航站楼|码头|泊位|合影|剪影|(?<=会)现场|(?<=仪式)现场|(?<=活动)现场|(?<=[比大竞]赛)现场)"
    r"|(?:仪式|活动|会议|签约|签约仪式|比赛|论坛|讲座|座谈会?|揭牌|启动仪式|培训|宣讲|颁奖)现场"
    r"|[^,。:?!;]{0,20}(?:医生|护士|人员|工人|师傅|队员|民警|学生|旅客|游客|市民|村民|农民|渔民|志愿者|团队|火箭|列车|货轮|吊车|桥吊)正在[^,。:?!;]{2,24})$"
)
# Somebody, by what they are, at work somewhere or on something: 服务队在牧户家中讲解青贮调制. No subheading or headline of the
# fixtures has this form.
WHO = (
    "医生|护士|人员|工人|师傅|民警|交警|学生|旅客|游客|市民|村民|农民|渔民|志愿者|团队|服务队|[一-鿿]{1,3}员|居民|老人|孩子们|小朋友|选手|"
    "师生|商户|摊主|牧民|农户|茶农|果农|菜农|匠人|传承人|技师|工程师|专家|教师|老师|观众|顾客|客商|司机|法官|记者"
)
ACTS = (
    "查看|讲解|展示|采摘|巡查|巡检|巡护|检查|检修|检测|登记|测量|晾晒|作业|施工|参观|选购|体验|排队|拍照|打卡|合影|演示|介绍|调试|安装|焊接|清理|清扫|"
    "装卸|打磨|编织|分拣|包装|直播|操作|观看|品尝|挑选|咨询|办理|乘车|候车|打捞|搬运|装车|卸货|收割|插秧|播种|施肥|喂养|表演|练习|训练|指导|操控|查验|浇水|"
    "修剪|绘制|制作|缝制|骑行|漫步|垂钓|写生|慰问|走访|宣讲|领取|扫码|刷卡|试乘|交流|手术|救治|抢救|会诊|查房|采收|装运|听诊|寻访|借书|巡山|巡河|巡线|改裤|缝补|修鞋|理发|下棋|纳凉|晨练|锻炼|读书|看书|玩耍|嬉戏|撒网|放牧|择菜|包粽子|包饺子|晨读|上课|吊装|打包|炒茶|刷(?:公交)?卡"
)
AT_WORK = re.compile(
    r"^(?![(\d一二三四五六七八九十]{1,3}[)、.]|[把将让为向从])(?=.{9,34}$)"
    rf"[^,。:?!;“”、]{{0,14}}(?:{WHO})[^,。:?!;“”、的]{{0,4}}(?:在[^,。:?!;“”]{{2,16}}|正?在(?=[一-鿿]{{2}})|[对给向为][^,。:?!;“”]{{2,18}}|徒步)"
    rf"(?:{ACTS})[^,。:;?!“”]{{0,12}}$"
)
# A vehicle on its way, something in the making, people at something, where it was: of the lines of the fixtures without a stop
# 22 of 22 between two paragraphs are captions.
VEHICLE = (
    r"[^,。:?!;“”]{0,12}(?:列车|动车|火车|缆车|游船|渡轮|专车|公交车?|货轮|货车|车队|客轮|轮渡|航班|飞机|班列)[^,。:?!;的]{0,4}"
    r"(?:驶[过入出离进]|停靠|上客|进站|靠泊|离港|抵达)(?!.{0,6}(?:快车道|新阶段|新时代|百姓|大山|深山|乡村))[^,。:?!;]{0,14}"
)
IN_THE_MAKING = (
    r"(?:(?:施工|建设|通车|改造|停用|扩建|收割|开通|投用|建成|整修)(?:[中后前]的?|的)|航拍|俯瞰|远眺)[^,。:?!;、]{2,16}"
    r"(?:路|河道|码头|站|基地|大桥|电梯|隧道|街|村|港区?|公园|车间|段)"
)
AT_SOMETHING = (
    r"[^,。:?!;“”、的]{0,8}(?:游客|村民|居民|市民|旅客|乘客|农民|工人|学生|孩子们?|乡亲们?|代表|建设者|志愿者|果农|茶农|渔民|顾客"
    r"|街坊|选手|嘉宾|(?:工作|施工|技术|医护|救援)人员)(?:吊装|安装|焊接|检修|品尝|采收|采摘|参观|庆祝|领取|试乘|选购|查看|乘坐|打卡|晾晒|合影|搬运|装车|分拣|抢收|插秧|观看|游览|刷)"
    r"(?!更|再|也|不|有|无|都)[^,。:;?!]{1,16}"
)
WHERE = r"[^,。:?!;]{1,24}(?:会议?现场|(?<!分)会场|候车亭|电梯口)"
# Somebody somewhere: 邱师傅在铺子里给街坊改裤脚.
IN_PLACE = (
    rf"(?![把将让为向从])(?=.{{8,34}}$)[^,。:?!;“”、]{{0,14}}(?:{WHO})[^,。:?!;“”、的]{{0,4}}在(?!家|这|那|此)[^,。:?!;“”]{{2,14}}?"
    r"(?:[车船桥路山街楼墙]上|[里内外前旁村区站镇乡县市场店厂园校院港房馆厅线头边岸])"
    # What becomes of somebody there is the matter of a subheading.
    rf"(?!.*(?:当[上起]|吃上|住上|用上|过上|上思政|圆|热议|得到|享|乐|共|办成|不再|再|也|都|实现|有了|变))[^,。:?!;“”、后时]*(?:{ACTS})[^,。:?!;“”、后时]{{0,8}}"
)
PICTURED = re.compile(
    rf"^(?![(\d一二三四五六七八九十]{{1,3}}[)、.])(?:{VEHICLE}|{IN_THE_MAKING}|{AT_SOMETHING}|{WHERE}|{IN_PLACE})$"
)
# Who wrote it took the pictures, too; what a short sentence of such an article is, where none of its pictures has a caption: in
# the fixtures a caption 25 times, text once.
WITH_PICTURES = re.compile(r"(?:文[/并、·]?|[/])图|图[/:文并]|文/摄|摄影报道")
PLAIN = re.compile(
    r"^[●■◆▲▼]?(?![\d①-⑳(这那对据按此为随而但]|当[天日]|[昨今])[^,。:?!;、“”]{2,18}(?:,[^,。:?!;、“”]{2,18})?。$"
)
# Somebody or something stands in the picture.
VISIBLE = re.compile(rf"{WHO}|乘客|[列货客汽机轿家]车|车来车往|船|泊位|现场|站内|车间|柜台|摊位|田[间里]")
PICTURE_STORY = re.compile(r"^(?:高清)?(?:组图|图集)\s*[:|丨]|^[【\[(](?:组图|图集|图片故事)[】\])]")
TOLD = re.compile(r"将|获悉|表示|介绍|认为|有望|据|”$")
LONG_BESIDE, MIN_LONG = 70, 2
MIN_TITLE = 8
MOST_PICTURES, MAX_PLAIN, COUNTED = 3, 34, re.compile(r"\d(?![\d月日号时分岁路线])|[一-鿿]{2,8}(?:活动|会议)。$")


def rule_of_scene(draft: Draft, index: int, promised: set[int]) -> str | None:
    """Return the rule by which one sentence, or a line, is a caption for what it shows.

    ``promised`` are the short sentences of articles that have pictures (``with_pictures``).
    """
    if _shows_scene(draft, index):
        return "scene-among-paragraphs"
    if index in promised:
        return "picture-of-byline"
    if _shows_something(draft, index) and _amid_text(draft, index):
        return "thing-shown-among-paragraphs"
    return None


def with_pictures(draft: Draft) -> set[int]:
    """Return the short sentences of articles whose byline says that there are pictures, and of which none has a caption yet."""
    bylines = [index for index, label in enumerate(draft.labels) if label is Label.BYLINE]
    found = _of_picture_story(draft)
    for above, byline, below in zip([-1, *bylines], bylines, [*bylines[1:], len(draft.blocks)], strict=False):
        if not WITH_PICTURES.search(draft.folded(byline)):
            continue
        # A byline below a paragraph ends its article; one in the head reaches as far as no other article has its dateline.
        ends = byline > 0 and draft.is_prose(byline - 1)
        reach = takewhile(lambda one: not read_dateline(draft.folded(one), draft.lexicon), range(byline + 2, below))
        around = list(range(above + 1, byline)) if ends else [*range(byline + 1, below)[:1], *reach]
        if not any(draft.labels[index] is Label.CAPTION and draft.rules[index] != "image-file" for index in around):
            plain = [index for index in around if draft.labels[index] is None and _is_plain(draft, index)]
            # Who writes in short sentences writes many.
            found.update(plain if len(plain) <= MOST_PICTURES else ())
    return found


def _of_picture_story(draft: Draft) -> set[int]:
    """Return the short sentences of a story whose title promises pictures (组图:…), beside paragraphs that are longer."""
    prose = draft.prose()
    above = [one for one in draft.matching(PICTURE_STORY) if prose and one < prose[0] and draft.is_line(one)]
    above = [one for one in above if draft.labels[one + 1] in {Label.META, Label.BYLINE} or one + 1 == prose[0]]
    short = {index for index in prose if draft.facts[index].length <= MAX_SCENE and draft.facts[index].finished}
    short = {index for index in short if not TOLD.search(draft.folded(index))}
    long = sum(draft.facts[index].length >= LONG_BESIDE for index in prose)
    return short if above and long >= MIN_LONG else set()


def _is_plain(draft: Draft, index: int) -> bool:
    """Whether a block is a short sentence as a picture has, behind a paragraph that is whole."""
    folded = draft.folded(index)
    return (
        len(folded) <= MAX_PLAIN
        and PLAIN.match(folded) is not None
        and VISIBLE.search(folded) is not None
        and not OF_NEWS.search(folded)
        and not COUNTED.search(folded)
        and any(draft.is_prose(one) for one in range(max(0, index - 3), index))
        and (draft.labels[index - 1] is not None or draft.facts[index - 1].finished)
    )


def _shows_scene(draft: Draft, index: int) -> bool:
    """Whether a short sentence says who does what where and nothing more, with a paragraph of news right below it.

    Of the fixtures' paragraphs of at most 45 characters 13 of 38 captions have this form and one of 198 others; of the 4,964
    paragraphs of html-dev two, of which one is a caption.
    """
    folded, below = draft.folded(index), index + 1
    if below + 1 < len(draft.blocks) and draft.is_line(below):
        # A subheading.
        below += 1
    return (
        draft.facts[index].finished
        and MIN_SCENE <= len(folded) <= MAX_SCENE
        and (SCENE.match(folded) is not None or _seen_on_a_day(folded))
        and not OF_NEWS.search(folded)
        and below < len(draft.blocks)
        and draft.is_prose(below)
        and draft.facts[below].length >= MIN_NEWS
        and (not draft.is_prose(index - 1) or draft.facts[index - 1].length >= MIN_NEWS)
    )


def _seen_on_a_day(folded: str) -> bool:
    """Whether a sentence says on what day something was seen: who, or a vehicle on its way."""
    if DONE.search(folded) or OF_FIRST.search(folded):
        return False
    day = DAY.match(folded)
    return SEEN_ON.match(folded) is not None or (day is not None and PICTURED.match(folded[day.end() : -1]) is not None)


def _amid_text(draft: Draft, index: int) -> bool:
    """Whether a line stands between two paragraphs or below an article's metadata."""
    above, below = index - 1, index + 1
    if above < 0 or below == len(draft.blocks) or not draft.is_prose(below):
        return False
    return draft.is_prose(above) or _is_line_of_head(draft, above)


def _is_line_of_head(draft: Draft, index: int) -> bool:
    """Whether a line of metadata stands right below a title, which has no paragraph right above it."""
    titled = index > 0 and draft.is_line(index - 1) and draft.facts[index - 1].length >= MIN_TITLE
    return titled and draft.labels[index] is Label.META and (index == 1 or not draft.is_prose(index - 2))


def _shows_something(draft: Draft, index: int) -> bool:
    return draft.is_line(index) and any(one.match(draft.folded(index)) for one in (SHOWN, AT_WORK, PICTURED))
