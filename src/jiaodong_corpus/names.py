"""Names of persons and of media, told by their form."""

import re

from .lexicon import Lexicon

SEPARATORS = re.compile(r"[\s,、/|丨:;&+]+")
OUTLET = re.compile(
    r"^[^。,;:!?]{0,24}(?:报社?|社|网|台|新闻|经济报道|客户端|周刊|杂志|在线|融媒体?(?:中心)?|传媒|频道|财经|发布|观察|之声|报业|集团|媒体|评论|中心|卫视|视频|广播(?:电台)?)$"
)
# The pages of a newspaper have a line with it.
WEEKDAY = re.compile(
    r"星期[一二三四五六日天]|\d\([一二三四五六日]\)|\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b|\b(?:SUN|MON|TUES|WEDNES|THURS|FRI|SATUR)DAY\b"
)
# A newspaper's name alone on a line: the masthead of its page.
MASTHEAD = re.compile(
    r"^(?P<name>[一-鿿]{2,8}(?:日报|晚报|早报|晨报|商报|时报|都市报|导报|周报|(?<!数字)(?<!电子)(?<![读看汇举预海情警捷喜通申墙板登呈填续回电])报|(?:教育|新闻|财经|健康|文化|科技|生活|经济|农业|法治|旅游)周刊)|今日(?!天气|要闻|头条|关注|推荐|看点|导读|热[点门榜搜文评]|最热|推介|精选|特[惠价]|优惠|新闻|说法|报价|话题|视点)[一-鿿]{2,3})"
    r"(?:\s*(?:数字|电子)报|\s*PDF版|\s+[A-Z][A-Za-z &]{3,40}"
    r"|·(?![一-鿿]*(?:新闻|壹点|客户端|网|号|报|云|融媒|在线|观察|频道))[一-鿿]{2,8})?$"
)
# The name of its site at the head of an e-paper: 东江日报电子版 > 港闻.
EPAPER = re.compile(
    r"^(?P<name>[一-鿿]{2,8}(?:报|周刊))(?:\s*(?:多媒体)?(?:数字|电子)(?:报[刊纸]?|版)(?:平台)?\s*(?:[>|»›].*)?|\s*[|·]\s*[A-Z]?\d{1,2}\s*[|·]?\s*[一-鿿·]{2,8})$"
)
# A unit that edits (党委宣传部).
EDITING_UNIT = re.compile(r"^[一-鿿]{2,8}(?:部|室|科|处|办|组)$")
CREDIT_WORDS = re.compile(
    r"[【】\[\]()]|(?:本站|网络|值班|执行|见习|新媒体|本期|本版|实习|责任|美术|图文|文字|首席|内容|技术|总)*"
    r"(?:编辑|责编|编审|美编|主编|校对|主任|编委|审核|审校|审读|[初复终一二三]审|监审|监制|统筹|(?:视觉|美术|平面)(?:设计|编辑)?|版面设计|编译者?|排版|制版|版式|签发|核稿|编校|检校|版面编辑|图编|组版|照排|总监|出品人?|策划|文案|剪辑|拍摄|摄像|配音|来源|作者|记者)"
)
# Names of Mongols, Uyghurs, Kazakhs and others, spelt with characters that hardly stand side by side elsewhere.
SPELT_NAME = re.compile(
    r"^[阿艾额巴布达德地迪丁尔伊依衣吉加贾居凯克库拉来热买麦玛马曼米莫木姆穆娜尼奴努帕皮其热萨赛沙斯苏孙塔提铁图吐托乌吾西夏亚雅牙叶伊扎孜泽古丽力木江汗别哈呼胡赫格根日苏和勒高娃其其毕力胜宝音朝鲁那仁满都才让卓玛扎西多杰尼玛次仁旦增]{3,8}$"
)
HAN_NAME = re.compile(r"^(?:[一-鿿]{2,8}|[一-鿿]{1,8}(?:·[一-鿿]{1,8}){1,3})$")


def names_people(folded: str, lexicon: Lexicon) -> bool:
    """Tell whether what an editor credit names can be persons: names, short codes, or nothing at all.

    >>> from jiaodong_corpus.lexicon import load_lexicon
    >>> [names_people(line, load_lexicon()) for line in ("责任编辑:林红", "责编:qgy", "责任编辑:一个人管到底")]
    [True, True, False]

    """
    # Codes of the newsroom stand behind many names (张馨月_NN5021).
    named = re.sub(r"[A-Za-z0-9_]+", "", CREDIT_WORDS.sub(" ", folded))
    words = [word for word in SEPARATORS.split(named) if not word.isascii()]
    return all(
        len(word) <= 3 or is_name(word, lexicon) or OUTLET.match(word) or EDITING_UNIT.match(word) for word in words
    )


def is_name(word: str, lexicon: Lexicon) -> bool:
    """Tell whether ``word`` has the form of a person's name: a family name and one or two characters, or dots between.

    >>> from jiaodong_corpus.lexicon import load_lexicon
    >>> [is_name(word, load_lexicon()) for word in ("肖芳", "欧阳修远", "了解到", "阿依·古丽")]
    [True, True, False, True]

    """
    if not HAN_NAME.match(word) or word in lexicon.not_names:
        return False
    if "·" in word:
        return True
    if word[:2] in lexicon.surnames:
        return 3 <= len(word) <= 4
    return 2 <= len(word) <= 3 and word[0] in lexicon.surnames
