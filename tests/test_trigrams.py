"""The table of what stands beside what."""

import pytest

from jiaodong_corpus.trigrams import Trigrams, fold

TRIGRAMS = Trigrams()


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("加快建设。会议", "加快建设海会议"),
        ("人民政府的", "人氏政府的"),
        ("召开会议，", "召开会议了，"),
        ("通知如下：\n", "通知如下的\n"),
    ],
)
def test_text_is_likelier_than_what_is_none(likely: str, unlikely: str) -> None:
    good, bad = TRIGRAMS.score([likely, unlikely], None)
    assert good > bad + 1


def test_what_the_page_says_often_is_likely_on_it() -> None:
    counts = TRIGRAMS.count("莒郯港" * 20)
    alone = TRIGRAMS.score(["、莒郯港"], None)[0]
    assert TRIGRAMS.score(["、莒郯港"], counts)[0] > alone + 10


def test_a_score_does_not_depend_on_its_neighbours() -> None:
    texts = ["青岛", "", "胶东经济圈一体化", "😀€\ud800"]
    together = TRIGRAMS.score(texts, None)
    assert [TRIGRAMS.score([one], None)[0] for one in texts] == pytest.approx(list(together))


def test_numbers_and_latin_words_are_one_character_each() -> None:
    assert fold("2021年GDP增3.5%") == "0年A增0%"
