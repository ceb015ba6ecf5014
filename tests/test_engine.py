"""The words are jieba's, one by one, though another program cuts them."""

import sys
import time
from itertools import accumulate, islice, pairwise
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


# Where two readings of jieba's hidden Markov model are as likely as this (nats), the port, whose tables have seven digits, may
# take the other: once in the 500,000 characters of the fixtures (常在|同一家, 常|在|同|一家).
TIE = 1e-6


def assert_same_words(text: str, quick: Segmenter, reference: Segmenter, where: str = "") -> None:
    words, others = list(quick.cut(text)), list(reference.cut(text))
    if words == others:
        return
    ends, other_ends = (set(accumulate(map(len, one))) for one in (words, others))
    parted = sorted(ends ^ other_ends)
    first = max(end for end in ends & other_ends | {0} if end < parted[0])
    # The word behind tells how likely the one before it is.
    behind = sorted(end for end in ends & other_ends if end > parted[-1])[:2]
    run = text[first : behind[-1]]
    likely = [_likelihood(_inside(one, first, behind[-1])) for one in (words, others)]
    assert abs(likely[0] - likely[1]) < TIE, f"{where}: {run}: {words} or {others}"


def _inside(words: list[str], first: int, last: int) -> list[str]:
    starts = accumulate(map(len, words), initial=0)
    return [word for word, start in zip(words, starts, strict=False) if first <= start < last]


def _likelihood(words: list[str]) -> float:
    """Return the log probability of words under jieba's hidden Markov model."""
    from jieba.finalseg import emit_P, start_P, trans_P

    text, states = "".join(words), "".join("S" if len(one) == 1 else f"B{'M' * (len(one) - 2)}E" for one in words)
    total: float = start_P[states[0]] + sum(emit_P[state][char] for state, char in zip(states, text, strict=True))
    total += sum(trans_P[one][two] for one, two in pairwise(states))
    return total


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
            assert_same_words(line, quick, reference, page.parent.name)


@given(data=st.data())
def test_any_text_has_the_words_of_jieba(
    data: st.DataObject, quick: Segmenter, reference: Segmenter, dictionary: list[str]
) -> None:
    known = st.sampled_from([*dictionary, *(word.text for word in WORDS)])
    pieces = data.draw(st.lists(st.one_of(known, known, LATIN, RARE, MARKS, HAN), max_size=12))
    text = "".join(pieces)
    assert_same_words(text, quick, reference)
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
