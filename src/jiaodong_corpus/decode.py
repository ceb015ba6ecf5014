"""Bytes to text: which encoding, and how much was lost."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from .model import PageError

# The commonest characters of Chinese running text, in both scripts: text that was decoded wrongly has next to none.
COMMON = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然"
    "没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二"
    "這來國個說們為時學對裡後麼發還無開經頭動長樣現將與進實會過沒當見從點氣問機關產業區濟報導"
)
SAMPLE = 20_000
# What a page may declare and be believed. The Western encodings decode any bytes, and pages declare them by default.
TRUSTED = frozenset(
    ["utf-8", "gb2312", "gbk", "gb18030", "big5", "big5hkscs", "cp950", "hz", "utf-16", "utf-16-le", "utf-16-be"]
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MAX_CONTROL_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the encoding it was read with, and how many of its bytes gave no character."""

    text: str
    encoding: str
    lost: int


def decode(content: bytes) -> Decoded:
    """Decode a page by evidence: BOM, strict UTF-8, what the page declares if that decodes cleanly, then the best fit.

    The byte order mark of UTF-8 is left in the text, where removing it is a repair; those of UTF-16 and UTF-32 are read.
    Line ends are left as they are.

    Raises:
        PageError: the bytes are not text.

    """
    decoded = _by_evidence(content)
    if len(CONTROL.findall(decoded.text)) > MAX_CONTROL_SHARE * len(decoded.text):
        raise PageError("decode", "this is a binary file, not text. Leave it out, or convert it to .txt or .html.")
    return decoded


def _by_evidence(content: bytes) -> Decoded:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            text = content.decode(encoding, "replace")
            return Decoded(text, encoding, text.count("\ufffd"))
    declared = DECLARED.search(content[:4096])
    for encoding in ("utf-8", *([declared[1].decode("ascii")] if declared else [])):
        clean = _strictly(content, encoding)
        if clean is not None and not _belied(clean, content):
            return clean
    # Sorted by fit; on a tie the order here decides. GB18030 and Big5 decode almost any bytes of each other, so it
    # is the share of common characters that tells them apart, and a damaged byte must not rule an encoding out.
    return max((_forgiving(content, one) for one in ("utf-8", "gb18030", "big5hkscs")), key=_fit)


def _belied(decoded: Decoded, content: bytes) -> bool:
    """Whether the other family of encodings makes far more sense of a page than the one that it declares.

    GB18030 decodes nearly all that is Big5 without a fault, into characters that nobody writes.
    """
    rivals = {"gb18030": "big5hkscs", "big5hkscs": "gb18030", "cp950": "gb18030"}
    rival = rivals.get(decoded.encoding)
    if rival is None:
        return False
    return _fit(_forgiving(content[: 4 * SAMPLE], rival)) > 2.0 * max(_fit(decoded), 1.0)


def _strictly(content: bytes, encoding: str) -> Decoded | None:
    try:
        name = codecs.lookup(encoding).name
        if name not in TRUSTED:
            return None
        # Browsers read gb2312 and gbk as GB18030, and so do the pages that declare them.
        name = "gb18030" if name in {"gb2312", "gbk"} else "big5hkscs" if name == "big5" else name
        return Decoded(content.decode(name), name, 0)
    except (LookupError, UnicodeError):
        return None


def _forgiving(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _fit(decoded: Decoded) -> float:
    sample = Counter(decoded.text[:SAMPLE])
    return sum(count for char, count in sample.items() if char in COMMON) - 2.0 * sample["\ufffd"]
