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
CONTROL_BYTES = bytes(byte for byte in range(0x80) if CONTROL.match(chr(byte)))
NOT_ASCII = re.compile("[^\x00-\x7f]+")
MAX_CONTROL_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the encoding it was read with and the one that was declared, and how many bytes gave no character."""

    text: str
    encoding: str
    declared: str | None
    lost: int


def decode(content: bytes, charset: str | None = None) -> Decoded:
    """Decode a page by evidence: BOM, strict UTF-8, what is declared if that decodes cleanly, then the best fit.

    ``charset`` is what the transport declared; it goes before what the page says of itself.

    The byte order mark of UTF-8 is left in the text, where removing it is a repair; those of UTF-16 and UTF-32 are read.
    Line ends are left as they are.

    Raises:
        PageError: the bytes are not text.

    """
    match = DECLARED.search(content[:4096])
    declared = [one for one in (charset, match and match[1].decode("ascii")) if one]
    text, encoding = _by_evidence(content, declared)
    decoded = Decoded(text, encoding, declared[0].lower() if declared else None, _lost(content, text, encoding))
    # Hardly a page has one, which its bytes tell in no time: in every encoding a control character is a byte of its own.
    control = len(content) != len(content.translate(None, CONTROL_BYTES))
    if control and len(CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise PageError("decode", "this is a binary file, not text. Leave it out, or convert it to .txt or .html.")
    return decoded


def _by_evidence(content: bytes, declared: list[str]) -> tuple[str, str]:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace"), encoding
    for encoding in ("utf-8", *declared):
        clean = _strictly(content, encoding)
        if clean is not None and not _belied(*clean, content):
            return clean
    # Sorted by fit; on a tie the order here decides. GB18030 and Big5 decode almost any bytes of each other, so it
    # is the share of common characters that tells them apart, and a damaged byte must not rule an encoding out.
    readings = [(content.decode(one, "replace"), one) for one in ("utf-8", "gb18030", "big5hkscs")]
    return max(readings, key=lambda reading: _fit(reading[0]))


def _lost(content: bytes, text: str, encoding: str) -> int:
    """Return how many bytes gave no character: those that the text does not give back."""
    if "\ufffd" not in text:
        return 0
    # What was lost before the page was made stands in it as the replacement character itself.
    kept = content.count(b"\xef\xbf\xbd") if encoding.startswith("utf-8") else 0
    given = len(text.replace("\ufffd", "").encode(encoding, "surrogatepass")) + 3 * kept
    return max(0, len(content) - given)


def _belied(text: str, encoding: str, content: bytes) -> bool:
    """Whether the other family of encodings makes far more sense of a page than the one that it declares.

    GB18030 decodes nearly all that is Big5 without a fault, into characters that nobody writes.
    """
    rivals = {"gb18030": "big5hkscs", "big5hkscs": "gb18030", "cp950": "gb18030"}
    rival = rivals.get(encoding)
    if rival is None:
        return False
    return _fit(content[: 4 * SAMPLE].decode(rival, "replace")) > 2.0 * max(_fit(text), 1.0)


def _strictly(content: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        name = codecs.lookup(encoding).name
        if name not in TRUSTED:
            return None
        # Browsers read gb2312 and gbk as GB18030, and so do the pages that declare them.
        name = "gb18030" if name in {"gb2312", "gbk"} else "big5hkscs" if name == "big5" else name
        return content.decode(name), name
    except (LookupError, UnicodeError):
        return None


def _fit(text: str) -> float:
    sample = Counter("".join(NOT_ASCII.findall(text[:SAMPLE])))
    return sum(count for char, count in sample.items() if char in COMMON) - 2.0 * sample["\ufffd"]
