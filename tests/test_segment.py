"""Sentences as a reader would part them, and words that spell them."""

import json
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiaodong_corpus import Toolkit
from jiaodong_corpus.segment import segment, split_sentences

CASES = [
    pytest.param(
        case["sentences"],
        id=case["why"],
        marks=[pytest.mark.xfail(reason=case["known_failure"], strict=True)] if "known_failure" in case else [],
    )
    for case in json.loads((Path(__file__).parent / "cases" / "sentences.json").read_text("utf-8"))
]


def parts(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in split_sentences(paragraph)]


@pytest.mark.parametrize("sentences", CASES)
def test_a_paragraph_has_the_sentences_that_a_reader_sees(sentences: list[str]) -> None:
    assert parts("".join(sentences)) == sentences


@given(paragraph=st.text(st.sampled_from("青说的。！？…，“”（）《》 \u30001."), max_size=40))
def test_sentences_cover_the_paragraph(paragraph: str) -> None:
    places = list(split_sentences(paragraph))
    assert "".join(paragraph[start:end] for start, end in places) == paragraph
    assert all(one[1] == other[0] for one, other in pairwise(places))
    assert all(start < end for start, end in places)


def segmented(lines: list[str], toolkit: Toolkit) -> tuple[list[str], tuple[str, ...]]:
    text = "\n".join(lines)
    ends = list(accumulate((len(line) + 1 for line in lines), initial=0))
    places = [(start, end - 1) for start, end in pairwise(ends)]
    result = segment(text, places, toolkit.segmenter)
    return [text[start:end] for start, end in result.sentences], result.tokens


def test_words_spell_the_text_and_stay_in_their_sentence(toolkit: Toolkit) -> None:
    lines = ["青岛港吞吐量增长。青岛港排名第五。", "胶东经济圈", "一体化发展。"]
    sentences, tokens = segmented(lines, toolkit)
    assert sentences == ["青岛港吞吐量增长。", "青岛港排名第五。", "胶东经济圈", "一体化发展。"]
    assert "".join(tokens) == "\n".join(lines)
    assert tokens.count("\n") == 2
    assert "经济圈一体化" not in tokens


def test_a_word_ends_where_its_sentence_does(toolkit: Toolkit) -> None:
    # jieba takes points and what stands behind them for one word.
    for lines, words in (
        (["三条线路供您参考...&来源"], ["...", "&"]),
        (["供您参考...--国家，２０２１年"], ["...", "--"]),
    ):
        sentences, tokens = segmented(lines, toolkit)
        assert sentences[0].endswith("...")
        assert list(tokens[tokens.index("...") :][:2]) == words


def test_full_width_numbers_and_letters_are_whole_words(toolkit: Toolkit) -> None:
    _, tokens = segmented(["２０２１年ＲＣＥＰ签署,2021年RCEP签署"], toolkit)
    assert {"２０２１", "ＲＣＥＰ", "2021", "RCEP"} <= set(tokens)


def test_an_empty_text_has_no_words(toolkit: Toolkit) -> None:
    assert segmented([""], toolkit) == ([], ())


def test_a_toolkit_has_a_dictionary_of_its_own(toolkit: Toolkit) -> None:
    # Words that a user adds to jieba's shared dictionary must not change our records.
    import jieba

    line = "胶东半岛快线开工"
    before = segmented([line], toolkit)
    jieba.add_word("半岛快线开工", freq=10_000)
    assert segmented([line], toolkit) == before
    shared: Any = jieba.dt
    assert toolkit.segmenter is not shared
