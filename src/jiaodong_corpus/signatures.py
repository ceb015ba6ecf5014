"""How those sign who are no reporters: a name, and where they live, work or go to school."""

import re

from .byline_names import CALLED
from .lexicon import Lexicon
from .names import is_name

# Behind the name stand place and work, and behind that of a pupil the school: 农文静(化学化工学院2017级).
NAME, PLACE_AND_WORK = r"[一-鿿]{2,4}", r"\([一-鿿]{1,8}[县市区镇乡村民],[一-鿿]{1,8}\)"
PUPIL, SCHOOL = r"[一-鿿]{2,3}|[一-鿿] [一-鿿]", r"\([一-鿿]{2,14}(?:学院|系|专业|大学|中学|小学)[^()]{0,12}\)"
OCCUPATIONS = "青年|农民|教师|职工|学生|干部|司机|个体户|退休[一-鿿]{2}"
WRITERS = "(?:自由撰稿人|专栏作[家者]|(?:资深)?媒体人|时事评论员|特约评论员|文史学者|作家|诗人)"
SCHOLARS = r"(?:教授|讲师|研究员|(?:硕士|博士)?研究生|博士(?:后|生)?|工程师|医师|院长|主任)(?:、[一-鿿]{2,10})*(?:\([^()]{2,10}\))?"
# 西江大学副校长 程明远
HOLDS_OFFICE = re.compile(
    r"[一-鿿、]{2,20}(?:[校院所会]长|主席|主任|书记|[市县区局司厅]长|秘书长|理事长|董事长|总裁|总经理)\s(?P<name>[一-鿿]{2,3})"
)
# How readers sign.
OF_READERS = (
    # ◎陈世豪(竹南镇): where they live behind the name.
    re.compile(r"◎\s*(?P<name>[一-鿿]{2,4})\([^()]{2,16}\)"),
    # 陈世豪(竹南镇/科技业)
    re.compile(r"(?P<name>[一-鿿]{2,4})\([一-鿿]{2,12}/[一-鿿]{2,6}\)"),
    # 赖佩珊(彰化县溪湖镇,家管), 林清标(台南市民,退休教师)
    re.compile(rf"(?P<name>{NAME}){PLACE_AND_WORK}"),
    # 沈怡君(国小教师,云林县民)
    re.compile(r"(?P<name>[一-鿿]{2,4})\([一-鿿]{2,8},[一-鿿]{1,6}[县市区镇乡村]民\)"),
    # (屏东县 蔡丽云 上班族): where they live and work around the name.
    re.compile(r"\([一-鿿]{2,4}[县市区省]\s+(?P<name>[一-鿿]{2,4})\s+[一-鿿、/]{2,8}\)"),
    # 蔡宜静/嘉义东石(教师)
    re.compile(
        r"(?P<name>[一-鿿]{2,4})/[一-鿿]{2,8}\([一-鿿、]{0,6}(?:教师|学生|[业商医护农]|[员师族管]|退休|家管|工[人程]|主妇|公务员)\)"
    ),
    # □ 顾晚秋(社区工作者): what they do, behind a mark and the name.
    re.compile(
        r"[□■◎]\s*(?P<name>[一-鿿]{2,4})\([一-鿿]{0,8}(?:教师|工作者|律师|职员|学者|医生|护士|公务员|干部|职工|居民|市民|村民)\)"
    ),
    # 读者 陈玉兰(曼哈顿下东城)
    re.compile(r"(?:读者|市民|居民|村民|网友|街坊)\s?(?P<name>[一-鿿]{2,4})\([一-鿿]{2,10}\)"),
    # .穆青河.: between points, in Macao.
    re.compile(r"[.·]\s?(?P<name>[一-鿿]{2,4})\s?[.·]"),
    # 西北区读者 龚太, 株洲读者 小婉
    re.compile(r"[一-鿿]{2,6}(?:读者|市民|居民|村民|街坊|网友)\s(?P<name>[一-鿿]{2,4})"),
    # 祐汉居民周生, in Macao.
    re.compile(r"[一-鿿]{2,6}(?:居民|街坊|市民|村民|读者)(?P<name>[一-鿿][生太])"),
)
# What also heads the parts of a text that tells of several people: it signs only where a signature can stand.
WHERE_SIGNED = (
    # 易 歆(里昂): nothing but a name is set wide above where somebody is.
    re.compile(r"(?P<name>[一-鿿]\s[一-鿿])\([一-鿿]{2,10}\)"),
    # 象州县妙皇乡在柳务工青年 覃桂梅, 武宣县三里镇中心校 韦定邦
    re.compile(rf"(?=\S*[县市区镇乡村])[一-鿿]{{4,16}}(?:{OCCUPATIONS}|[校厂站所院队])\s(?P<name>[一-鿿]{{2,3}})"),
    # 阿槐 自由撰稿人
    re.compile(rf"(?P<name>[一-鿿]{{2,3}})\s{{1,4}}{WRITERS}"),
    # 席若兰 汾阳理工学院城市管理学院硕士研究生
    re.compile(
        rf"(?P<name>[一-鿿]{{2,3}})\s{{1,4}}[一-鿿]{{2,20}}(?:大学|学院|研究院|研究所|党校|中心|医院)[一-鿿]{{0,10}}{SCHOLARS}"
    ),
    HOLDS_OFFICE,
    # 昌邑 王女士, (唐人街张先生)
    re.compile(
        r"(?:[一-鿿]{2,6}\s|\([一-鿿]{1,7}[街区市镇县村埠](?=.*\)$))(?P<name>[一-鿿](?:先生|女士|小姐|太太))\)?"
    ),
    re.compile(rf"(?P<name>{PUPIL}){SCHOOL}"),
)
ALL_FORMS = OF_READERS + WHERE_SIGNED
# No signature is longer.
MAX_LENGTH = 40
# 天水工务段 卢 宁, 洛南县 教师 郭 芸: where they work stands before a name of two characters that is set wide.
SET_WIDE = re.compile(
    r"(?!第|饰演|对话|主演|嘉宾|主持)(?P<works>[一-鿿]{2,10}(?:\s[一-鿿]{2,6})?)\s(?P<name>[一-鿿]\s[一-鿿])"
)
# In a row such lines are a list of people (winners, delegates).
LISTED_READER = re.compile(rf"^(?:{NAME}{PLACE_AND_WORK}|(?:{PUPIL}){SCHOOL})$")


def find_signature(folded: str, lexicon: Lexicon, bare: bool = False) -> tuple[int, int] | None:
    """Return the place of the name on a line that is a signature by its form; None where it is none.

    With ``bare``, where the line can sign, forms are read that elsewhere head a part of a text.
    """
    if len(folded) > MAX_LENGTH:
        return None
    for form in ALL_FORMS if bare else OF_READERS:
        found = form.fullmatch(folded)
        if found and (is_name(name := found["name"].replace(" ", ""), lexicon) or CALLED.match(name)):
            return found.span("name")
    wide = SET_WIDE.fullmatch(folded) if bare else None
    if wide is None or not is_name(wide["name"].replace(" ", ""), lexicon):
        return None
    # 谢冬生 彭 芳 are two.
    alone = not any(is_name(word, lexicon) or lexicon.role_word.search(word) for word in wide["works"].split())
    return wide.span("name") if alone else None
