"""The words that jieba lacks come out whole, and those of a user too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_engine import assert_same_words

import jiaodong_corpus as jdc
from jiaodong_corpus import JdcError, Toolkit
from jiaodong_corpus.engine import NEVER, Word, load_reference, load_segmenter
from jiaodong_corpus.places import load_gazetteer
from jiaodong_corpus.words import load_terms, load_userdict, read_table

ROOT = Path(__file__).parents[1]
TERMS = load_terms()
GAZETTEER = load_gazetteer()
OWN = (*GAZETTEER.words, *TERMS)
TEXTS = [
    line
    for page in sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/pages*/*/page.*")])
    for line in page.read_text("utf-8", errors="replace").splitlines()
]


def dictionary() -> dict[str, int]:
    import jieba

    file = Path(jieba.__file__).with_name("dict.txt").read_text("utf-8").splitlines()
    return {word: int(frequency) for word, frequency, _ in (line.split(" ") for line in file)}


def test_terms_are_words_that_jieba_lacks() -> None:
    known = dictionary()
    assert [word.text for word in TERMS if known.get(word.text, 0) != word.replaces] == []
    assert len({word.text for word in OWN}) == len(OWN) > 600
    assert all(word.frequency >= 100 for word in OWN)


def test_every_line_of_the_tables_has_a_reason() -> None:
    assert all(len(row.columns[-1]) > 5 for row in read_table("terms.tsv", 5))
    assert all(len(row.columns[-1]) > 5 for row in read_table("places.tsv", 6))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("青岛港\tcompany\tnt\t100", "5 columns"),
        ("青岛港\tcompany\tnt\t\tport", "5 columns"),
        ("青 岛\tx\tnt\t9\tport", "' '"),
    ],
)
def test_a_bad_line_of_a_table_is_refused(
    line: str, complaint: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "lexicon" / "words").mkdir(parents=True)
    (tmp_path / "lexicon" / "words" / "terms.tsv").write_text(f"# terms\n{line}\n", "utf-8")
    monkeypatch.setattr("jiaodong_corpus.words.resources.files", lambda _: tmp_path)
    with pytest.raises(JdcError, match=rf"terms.tsv:2: .*{complaint}"):
        load_terms()


def test_every_term_on_the_seeds_comes_out_whole(seeds: Path, toolkit: Toolkit) -> None:
    # 滨城 stands in 海滨城市 by chance, as other names of two characters may.
    words = [word.text for word in OWN if len(word.text) > 2 or word in TERMS]
    known = re.compile("|".join(sorted(words, key=len, reverse=True)))
    seen = 0
    for result in jdc.clean_all([seeds], toolkit=toolkit):
        for article in result.articles:
            for start, end in _occurrences(known, article.hans.text):
                tokens = list(_between(article.tokens, start, end))
                assert len(tokens) == 1, f"{article.hans.text[start:end]} is cut: {tokens}"
                seen += 1
    assert seen > 350


def _occurrences(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in pattern.finditer(text))


def _between(tokens: tuple[str, ...], start: int, end: int) -> Iterator[str]:
    place = 0
    for token in tokens:
        if place < end and place + len(token) > start:
            yield token
        place += len(token)


def test_a_user_has_words_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("\ufeff院士港二期 300 nt\n\n海猪购\n新材料园区 nz\n", "utf-8")
    toolkit = jdc.load_toolkit(userdict=tmp_path / "words.txt")
    page = "青岛与烟台携手\n\n6月1日,院士港二期与海猪购、新材料园区等项目在青岛开工,总投资超过100亿元。\n"
    (article,) = jdc.clean(page, toolkit=toolkit).articles
    assert {"院士港二期", "海猪购", "新材料园区"} <= set(article.tokens)


@pytest.mark.parametrize(
    "words",
    [
        (Word("胶东半岛快线", 0), Word("快线开工", 0, "v")),
        (Word("齐河", 500), Word("齐河段", 0), Word("青岛", 90_000), Word("的", 5)),
        (Word("青岛", 5), Word("青岛", 9000), Word("都市", 1)),
        (Word("胶东经济圈", 1), Word("一体", 0)),
    ],
)
def test_a_users_words_weigh_what_they_weigh_in_jieba(words: tuple[Word, ...]) -> None:
    # A frequency that is not known, and a word that the dictionary has, are where the port would differ.
    quick, reference = load_segmenter(OWN, words), load_reference(OWN, words)
    for line in TEXTS[::4]:
        assert_same_words(line, quick, reference)
    assert list(quick.cut(NEVER + NEVER)) == [NEVER, NEVER]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("青岛港 300 nt\n上合·示范区 300\n", "words.txt:2: '上合·示范区' holds '·', at which words always end"),
        ("青岛港 0\n", "words.txt:1: '0' is no frequency"),
        ("青岛港 9999999999999\n", "is no frequency"),
        ("青岛港\t300\tnt\n", r"holds '\\t'"),
        ("青岛港 很多\n", "holds ' '"),
    ],
)
def test_a_bad_line_of_a_user_dictionary_is_refused(content: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text(content, "utf-8")
    with pytest.raises(JdcError, match=complaint):
        load_userdict(tmp_path / "words.txt")


def test_a_user_dictionary_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JdcError, match="No such file"):
        load_userdict(tmp_path / "absent.txt")
    (tmp_path / "gbk.txt").write_bytes("青岛港".encode("gbk"))
    with pytest.raises(JdcError, match="is not UTF-8"):
        load_userdict(tmp_path / "gbk.txt")
