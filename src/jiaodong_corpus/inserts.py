"""What was put between the characters of a text by scrapers and broken converters, taken out again."""

import html
import re
from collections.abc import Iterator

from .evidence import Change, Evidence

HAN = "[㐀-䶿一-鿿豈-﫿]"
# A comma before a mark that ends or parts more; the second mark is the text's own.
COMMA = re.compile("[,，](?=[。、；！？])")
DOUBLE_COMMA = re.compile("[,，](?=[,，](?![,，]))")
BESIDE_COMMA = re.compile("[,，][,，。、；！？]")
BEFORE_COMMA = re.compile("[㐀-鿿豈-﫿”’」』》）)]")
DIGEST = "(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{32,128}"
HASH = re.compile(rf"(?<={HAN})(?:{DIGEST}|{DIGEST.replace('a-f', 'A-F')})(?={HAN})")
# What the text says of a number that belongs to it, shortly before it, and the page that has such numbers for its subject.
NUMBERED = re.compile('(?:[值码碼号號址钥鑰名为為是即]|标识|標識|指纹|指紋|摘要|哈希)[“"「]?$')
ABOUT_HASHES = re.compile("哈希|散列|校验|校驗|MD5|SHA-?[0-9]|密钥|密鑰|交易号|交易號", re.IGNORECASE)
# Forum software puts such pieces at the ends of lines: ones of a letter and a digit, in a row.
PIECES = re.compile(r"(?:[ \u00a0]+|(?<=[。，！？；：”」）㐀-鿿]))(?P<pieces>(?:[!-~]{1,3} +){3,}[!-~]{1,3})\s*$")
# At the head of a line they can be glued to the text.
PIECES_AT_HEAD = re.compile(r"^\s*(?P<pieces>(?:[!-~]{1,3} +){4,}[!-/:-~]{0,3}?)(?=[0-9]*[㐀-鿿“「《])")
MAX_PIECES = 400
MIXED_PIECE = re.compile(r"(?=\S*[A-Za-z])(?=\S*[0-9#%&$@*^~+=])\S{1,3}")
# Initials have full stops (A. B. C.); where such marks stand among the pieces any mark makes one mixed.
# So does what numbers the choices of a question (A) B.).
ODD_MARK = re.compile(r"[|{}^~;*$%@#&'`]")
MARKED_PIECE = re.compile(
    r"(?<!\S)(?!\(?[A-Za-z\d][.);:,]?(?!\S)|[A-Z](?:&[A-Z]|[*#+&]{1,2})(?!\S))(?=\S*[A-Za-z])(?=\S*[^A-Za-z\s])\S{1,3}"
)
# So many pieces with a letter and something else, of so many in all, are no text; fewer do where an odd mark is among them.
MIXED, MIXED_AT_HEAD, MANY_PIECES = 3, 2, 5
TAGS = "p|br|strong|span|div|b|a|i|u|em|font|section|center|h[1-6]|li|ul|td|tr|table|tbody|img|blockquote"
# The < of a tag, or the & of an entity, is gone; a ? stands in its place, or nothing where the tag is an end tag.
HALF_TAG = re.compile(rf"(?:\?/?|(?<=[。！？”’」』）》㐀-鿿])/)(?:{TAGS})\s?/?>")
HALF_ENTITY = re.compile(r"\?(?P<name>(?:[lr][ds]quo|nbsp|hellip|mdash|middot|ensp|emsp|quot|amp|lt|gt));")
# Behind text only: a row of tags is markup, which is a label.
END_TAG = re.compile(rf"(?<=[㐀-鿿，。！？；：”’」』）》%0-9])(?:</(?:{TAGS})\s?>|<br\s?/?>)+")
# A paragraph that has kept its tags: <p class="ql-block">第一站是海阳。</p>.
OPENED = re.compile(
    r"\s*<(?:p|div|span|section|strong|h[1-6])(?:\s[^<>]{0,300})?>(?:\s|<[^<>]{1,300}>)*[㐀-鿿“「《（(0-9]"
)
WHOLE_TAG = re.compile(rf"</?(?:{TAGS})(?:\s[^<>]{{0,300}})?/?>")
# A tag that opens or closes a line, cut by the end of what was read: h1>标题</h1.
CUT_TAG = re.compile(
    rf"^(?:p|h[1-6]|li|div|span|strong|td|section|blockquote)>(?=(?:&nbsp;|\s)*(?:[㐀-鿿“「《【（]|[0-9]{{1,4}}[年月日]))|(?<=[㐀-鿿。！？；”’」』）》])</(?:{TAGS})\s*$"
)
ENTITY = re.compile(
    r"&(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[lr][ds]quo|[lr]aquo|nbsp|hellip|mdash|ndash|middot|bull|ensp|emsp|quot|amp|lt|gt|times|permil|yen|copy|deg);"
)
# A space of a width that the page's encoding had not: at the head of a paragraph, between names, before a label.
LOST_INDENT = re.compile(
    r"^\s*\?{2,}(?=[㐀-鿿豈-﫿《“\"(（【0-9])|^\?(?=\s*(?:当前|當前|您的|您现在的|您現在的|现在的)位置)"
)
LOST_BEFORE_LABEL = re.compile(
    "(?:[ ?]|(?<=\\d))\\?(?=(?:点击|點擊|作者|来源|來源|编辑|編輯|责任编辑|責任編輯|记者|記者|发布时间|發佈時間|时间|時間|字号"
    "|浏览|瀏覽)[::：])"
)
# Behind a label that has nothing to say, or a name.
LOST_BEHIND_LABEL = re.compile(
    "(?<=(?:作者|来源|來源|编辑|編輯|记者|記者|时间|時間)[:：])(?:\\?+$|\\?{2,}(?=[㐀-鿿]{2,4}(?:$|[:：])))"
)
LOST_BEFORE_DATE = re.compile(r"^\?[ ?]*(?=\d{4}[-/.年])")
# m.example.com?2009-05-06 08:11? 王明?来源:东南快报: a line of metadata that lost each of its spaces.
LOST_IN_LINE = re.compile(r"^[\w.]{0,40}\?? ?(?:19|20)\d{2}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}\?.{0,60}$")
LOST_BETWEEN_NAMES = re.compile(r"(?:记者|記者|通讯员|通訊員|作者|摄影|攝影|编辑|編輯|文/图)(?:\?{2,}[㐀-鿿·]{1,4})+")


def unescape(text: str, evidence: Evidence) -> Iterator[Change]:
    """Put characters in the place of entities, whole ones and those whose & was lost."""
    if ";" not in text:
        return
    for match in ENTITY.finditer(text):
        if not evidence.is_quoted(text, *match.span()):
            yield Change(match.start(), match.end(), html.unescape(match[0]))


def mend_half_entities(text: str, evidence: Evidence) -> Iterator[Change]:
    """Put characters in the place of entities whose & a slip took."""
    if "?" not in text:
        return
    for match in HALF_ENTITY.finditer(text):
        if not evidence.is_quoted(text, *match.span()):
            yield Change(match.start(), match.end(), html.unescape(f"&{match['name']};"))


def drop_tags(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop end tags and breaks behind text, all tags of a line that one opens, tags cut in two, and those whose < a slip took."""
    if ">" not in text and "</" not in text:
        return
    patterns = (HALF_TAG, END_TAG, CUT_TAG, *((WHOLE_TAG,) if "</" in text and OPENED.match(text) else ()))
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    done = 0
    for match in sorted(found, key=lambda one: one.start()):
        if match.start() >= done and not evidence.is_quoted(text, *match.span()):
            yield Change(match.start(), match.end(), "")
            done = match.end()


def drop_commas(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop commas that were put before other marks, keeping the second mark."""
    if not BESIDE_COMMA.search(text):
        return
    places = _commas(COMMA, text)
    # Two commas can be a slip of the hand; where commas are put before other marks too, they are not.
    if places or evidence.has_injected_commas:
        places += _commas(DOUBLE_COMMA, text)
    for place in sorted(places):
        yield Change(place, place + 1, "")


def _commas(pattern: re.Pattern[str], text: str) -> list[int]:
    places = (match.start() for match in pattern.finditer(text))
    return [place for place in places if place and BEFORE_COMMA.match(text[place - 1])]


def drop_hashes(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop hexadecimal numbers inside a word, and between words where neither the text nor its page says what they are."""
    for match in HASH.finditer(text):
        left, right = text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 4]
        hans = evidence.language.to_hans(left + right)
        cuts = evidence.language.likelihood.cut(hans)
        inside = any(start < len(left) < start + len(word) for start, word, _ in cuts)
        if inside or not (NUMBERED.search(left) or ABOUT_HASHES.search(evidence.page)):
            yield Change(match.start(), match.end(), "")


def drop_pieces(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop rows of pieces of one to three ASCII characters at the head and at the end of a line of Chinese."""
    head = PIECES_AT_HEAD.match(text)
    if head and ODD_MARK.search(head["pieces"]) and _jam(head["pieces"], MIXED_AT_HEAD):
        yield Change(0, head.end(), "")
    offset = max(0, len(text) - MAX_PIECES)
    match = PIECES.search(text, offset)
    # A line of nothing else is labelled, not emptied.
    behind_text = match is not None and re.search(HAN, text[: match.start()]) is not None
    if match and behind_text and match.start() > offset and _jam(match["pieces"], MIXED):
        yield Change(match.start(), match.end(), "")


def _jam(pieces: str, least: int) -> bool:
    """Whether at least so many pieces have a letter and something else; A4 B5 C6 D7 are names of things, A* is a grade."""
    odd = ODD_MARK.search(pieces) is not None
    mixed = len((MARKED_PIECE if odd else MIXED_PIECE).findall(pieces))
    return mixed >= least and (odd or len(pieces.split()) >= MANY_PIECES)


def drop_keywords(text: str, evidence: Evidence) -> Iterator[Change]:
    """Drop advertised keywords that were glued to the heads of good lines."""
    for head in evidence.glued_heads:
        if text.startswith(head) and len(text) > len(head):
            rest = len(text) - len(text[len(head) :].lstrip(" \u3000-—–·|_…:："))
            yield Change(0, rest, "")
            return


def restore_spaces(text: str, evidence: Evidence) -> Iterator[Change]:
    """Put spaces in the place of question marks that spaces of other widths became."""
    if "?" not in text:
        return
    found = {
        place
        for pattern in (
            LOST_INDENT,
            LOST_BEFORE_LABEL,
            LOST_BEHIND_LABEL,
            LOST_BEFORE_DATE,
            LOST_IN_LINE,
            LOST_BETWEEN_NAMES,
        )
        for match in pattern.finditer(text)
        for place in range(*match.span())
        if text[place] == "?"
    }
    for place in sorted(found):
        yield Change(place, place + 1, " ")
