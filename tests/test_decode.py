"""Bytes to text."""

import codecs

import pytest

from jiaodong_corpus.decode import decode
from jiaodong_corpus.model import PageError

HANS = "7月1日,青岛召开全市推进胶东经济圈一体化发展工作会议。会上,五市代表对下一步的工作作了说明,也提出了要求。"
HANT = "7月1日，青島召開全市推進膠東經濟圈一體化發展工作會議。會上，五市代表對下一步的工作作了說明，也提出了要求。"


def damage(content: bytes, places: tuple[int, ...]) -> bytes:
    damaged = bytearray(content)
    for place in places:
        damaged[place] = 0xFF
    return bytes(damaged)


@pytest.mark.parametrize("text", [HANS, HANT])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_an_encoding_is_told_without_being_declared(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, encoding, 0)


def test_big5_is_told_from_gb18030() -> None:
    decoded = decode(HANT.encode("big5hkscs"))
    assert (decoded.text, decoded.encoding, decoded.lost) == (HANT, "big5hkscs", 0)


def test_a_byte_order_mark_of_utf_8_stays_in_the_text() -> None:
    decoded = decode(codecs.BOM_UTF8 + HANS.encode())
    assert (decoded.text, decoded.encoding, decoded.lost) == ("\ufeff" + HANS, "utf-8", 0)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_wide_encodings_are_told_by_their_mark(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + HANS.encode(encoding))
    assert decoded.text.lstrip("\ufeff") == HANS
    assert decoded.encoding == encoding[:6]
    assert decoded.lost == 0


@pytest.mark.parametrize("name", ["gb2312", "GBK", "gb18030"])
def test_what_a_page_declares_is_read_as_browsers_do(name: str) -> None:
    # The rare character is in GB18030 only, and pages that declare gb2312 hold such.
    page = f'<html><meta charset="{name}"><p>朱镕基 䶮</p>'
    decoded = decode(page.encode("gb18030"))
    assert (decoded.text, decoded.encoding) == (page, "gb18030")


@pytest.mark.parametrize("name", ["gbk", "big5", "no-such-encoding"])
def test_a_wrong_declaration_does_not_win_over_utf_8(name: str) -> None:
    page = f"<html><meta charset={name}><p>{HANS}</p>"
    assert decode(page.encode()).text == page


@pytest.mark.parametrize(("encoding", "places"), [("utf-8", (30, 61, 91)), ("gb18030", (31, 61, 91))])
def test_three_damaged_bytes_change_no_encoding_and_are_counted(encoding: str, places: tuple[int, ...]) -> None:
    decoded = decode(damage(HANS.encode(encoding), places))
    assert decoded.encoding == encoding
    assert decoded.lost >= 3
    # A lost byte of GB18030 can take the characters up to the next ASCII one with it, and no more.
    kept = sum(char in HANS for char in decoded.text)
    assert kept > len(HANS) / 2


def test_the_transport_is_believed_before_the_page() -> None:
    page = f'<html><meta charset="big5"><p>{HANS}</p>'
    decoded = decode(page.encode("gb18030"), "GBK")
    assert (decoded.text, decoded.encoding, decoded.declared) == (page, "gb18030", "gbk")
    assert decode(page.encode("utf-8"), "iso-8859-1").text == page


def test_what_the_page_declares_is_kept_beside_what_was_found() -> None:
    decoded = decode(f"<html><meta charset=GB2312><p>{HANS}</p>".encode())
    assert (decoded.encoding, decoded.declared) == ("utf-8", "gb2312")
    assert decode(HANS.encode()).declared is None


def test_lost_bytes_are_counted_and_not_places() -> None:
    # A character of three bytes that lost its last one is one place, and two bytes.
    content = HANS.encode()
    cut = content[: content.index("岛".encode()) + 2] + b"," + content
    assert decode(cut).text.count("\ufffd") == 1
    assert decode(cut).lost == 2
    assert decode("青\ufffd岛".encode() + b"\xff" + HANS.encode()).lost == 1


def test_line_ends_are_left_as_they_are() -> None:
    assert decode("青岛\r\n烟台\r威海\u2028".encode()).text == "青岛\r\n烟台\r威海\u2028"


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, bytes(range(256)) * 4, b"\x00" * 100])
def test_a_binary_file_is_refused(content: bytes) -> None:
    with pytest.raises(PageError, match="binary file") as raised:
        decode(content)
    assert raised.value.stage == "decode"


def test_a_few_control_characters_do_not_make_a_page_binary() -> None:
    assert decode((HANS * 9 + "\x07\x00").encode()).encoding == "utf-8"


def test_an_empty_page_is_text() -> None:
    assert decode(b"").text == ""


@pytest.mark.parametrize(("text", "encoding", "claim"), [(HANT, "big5hkscs", "gb2312"), (HANS, "gb18030", "big5")])
def test_a_page_that_declares_the_other_family_is_read_right(text: str, encoding: str, claim: str) -> None:
    page = f'<html><meta charset="{claim}"><p>{text}</p>'
    decoded = decode(page.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.lost) == (page, encoding, 0)


def test_utf_8_that_claims_gb2312_is_utf_8() -> None:
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>{HANS}</p>'
    assert decode(page.encode()).text == page


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_three_damaged_bytes_do_not_hide_the_encoding(encoding: str) -> None:
    text = HANT * 3
    content = text.encode(encoding)
    decoded = decode(damage(content, (20, 80, 140)))
    assert decoded.encoding == encoding
    assert 0 < decoded.lost <= 9
