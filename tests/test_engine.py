"""The words are jieba's, one by one, though another program cuts them."""

import sys
import time
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiaodong_corpus import Toolkit
from jiaodong_corpus.decode import decode
from jiaodong_corpus.engine import QuickJieba, Segmenter, Word, load_reference, load_segmenter

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/pages*/*/page.*")])
WORDS = (Word("胶东经济圈", 3000, "ns"), Word("5G-A网络", 300, "n"), Word("青岛国际院士港", 300, "nt"))

LATIN = st.text(st.sampled_from("abXY019-_.+#&%/:@ "), min_size=1, max_size=8)
# Extension A, the end of the basic block, compatibility ideographs, Extensions B to G, and marks that look like ideographs.
RARE = st.text(st.sampled_from("㐀䶵鿕鿖鿿豈\U00020000\U00024567\U00030000々〇"), min_size=1, max_size=3)
MARKS = st.sampled_from(
    ["，", "。", "“", "　", " ", "\t", "\r\n", "\n", "é", "\x00", "\ue000", "％", "ａ１", "C++", "AT&T"]
)
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def reference() -> Segmenter:
    return load_reference(WORDS)


@pytest.fixture(scope="module")
def quick() -> Segmenter:
    return load_segmenter(WORDS)


@pytest.fixture(scope="module")
def dictionary() -> list[str]:
    import jieba

    file = Path(jieba.__file__).with_name("dict.txt").read_text("utf-8").splitlines()
    return [line.partition(" ")[0] for line in islice(file, 0, None, 101)]


def test_the_port_is_what_cuts(toolkit: Toolkit) -> None:
    assert isinstance(toolkit.segmenter, QuickJieba)


@pytest.mark.parametrize("script", ["as printed", "Simplified"])
def test_every_page_has_the_words_of_jieba(
    script: str, toolkit: Toolkit, quick: Segmenter, reference: Segmenter
) -> None:
    assert len(PAGES) > 100
    for page in PAGES:
        text = decode(page.read_bytes()).text
        text = toolkit.scripts.to_hans(text) if script == "Simplified" else text
        for line in text.splitlines():
            assert list(quick.cut(line)) == list(reference.cut(line)), page.parent.name


@given(data=st.data())
def test_any_text_has_the_words_of_jieba(
    data: st.DataObject, quick: Segmenter, reference: Segmenter, dictionary: list[str]
) -> None:
    known = st.sampled_from([*dictionary, *(word.text for word in WORDS)])
    pieces = data.draw(st.lists(st.one_of(known, known, LATIN, RARE, MARKS, HAN), max_size=12))
    text = "".join(pieces)
    assert list(quick.cut(text)) == list(reference.cut(text))
    assert "".join(quick.cut(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("在2021-07-02发布", ["在", "2021", "-", "07", "-", "02", "发布"]),
        ("见www.a-b.com", ["见", "www", ".", "a", "-", "b", ".", "com"]),
        ("增长29.6%", ["增长", "29.6%"]),
        ("用C++写", ["用", "C++", "写"]),
        ("㐀㐀中国", ["㐀", "㐀", "中国"]),
        ("5G-A网络", ["5G-A网络"]),
    ],
)
def test_where_the_port_would_differ(text: str, words: list[str], quick: Segmenter, reference: Segmenter) -> None:
    assert list(quick.cut(text)) == list(reference.cut(text)) == words


def test_jieba_stands_in_where_there_is_no_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    segmenter = load_segmenter(WORDS)
    assert not isinstance(segmenter, QuickJieba)
    assert list(segmenter.cut("胶东经济圈发展")) == ["胶东经济圈", "发展"]


@pytest.mark.parametrize("unit", ["的", "中", "a-", "1.", "㐀", "“", "胶东经济圈"])
def test_a_long_run_is_cut_in_time(unit: str, quick: Segmenter) -> None:
    # jieba itself needs the square of the length: 200,000 times 的 is half a minute.
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    assert "".join(quick.cut(text)) == text
    assert time.process_time() - start < 2


def test_words_of_one_toolkit_are_not_those_of_another(quick: Segmenter) -> None:
    other = load_segmenter()
    assert list(quick.cut("青岛国际院士港")) == ["青岛国际院士港"]
    assert list(other.cut("青岛国际院士港")) != ["青岛国际院士港"]
