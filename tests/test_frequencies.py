"""What is read of jieba's dictionary piece by piece is what stands in it."""

import math
from importlib.util import find_spec
from pathlib import Path

import pytest

from jiaodong_corpus.frequencies import MAX_WORD, SIZE, Frequencies
from jiaodong_corpus.likelihood import load_likelihood


def dictionary() -> Path:
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0], "dict.txt")


def test_every_word_has_its_share() -> None:
    rows = (line.split(" ") for line in dictionary().read_text("utf-8").splitlines())
    counts = {row[0]: int(row[1]) for row in rows if len(row[0]) <= MAX_WORD}
    total = math.log(sum(counts.values()))
    found = load_likelihood().words
    assert {word: found[word] for word in counts} == {
        word: math.log(count or 1) - total for word, count in counts.items()
    }
    assert len(found) == len(counts) + 1, "one word stands in the table twice"


@pytest.mark.parametrize("word", ["", "\n", "青岛烟", "\ud7ff", "\U0010ffff", "\x00", "AT&", "T", "一" * 9])
def test_what_is_no_word_has_none(word: str) -> None:
    assert word not in load_likelihood().words


def test_a_table_of_another_version_is_read_whatever_its_order(tmp_path: Path) -> None:
    other = tmp_path / "dict.txt"
    other.write_text("青岛 30 ns\n一 10 m\n青 60 n\n一一 0 m\n", encoding="utf-8")
    assert other.stat().st_size != SIZE
    shares = {"青岛": 0.3, "一": 0.1, "青": 0.6, "一一": 0.01}
    found = Frequencies(other)
    assert list(found) == list(shares)
    assert all(math.isclose(found[word], math.log(share)) for word, share in shares.items())
