"""The sieve lets through every pattern that matches; what it holds back saves time and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiaodong_corpus import Toolkit
from jiaodong_corpus.lexicon import Entry, load_lexicon
from jiaodong_corpus.lexicon.sieve import Sieve, find_signs

LEXICON = load_lexicon()
ENTRIES: tuple[Entry, ...] = (*LEXICON.labels, *LEXICON.fields, *LEXICON.cuts, *LEXICON.pages)
PATTERNS = (
    "青岛|烟台?", "(?:青|(?P<a>岛))*烟", "[青岛]+[^烟]", "(?:威海){0,3}日照", "(?>青|岛台)x?", "[a-d]{2,3}\\d", "a*", "(?i:ab)c",
    "(?:青|)岛", "青?(?:岛|\\d)",
)  # fmt: skip


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_an_entry_passes_where_it_hits(entry: Entry, toolkit: Toolkit) -> None:
    sieve = Sieve((entry,))
    held = [
        hit for hit in map(toolkit.scripts.fold, entry.hits) if entry.regex.search(hit) and not [*sieve.of(set(hit))]
    ]
    assert held == []


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_every_match_holds_a_sign(pattern: str, data: st.DataObject) -> None:
    signs = find_signs(pattern)
    match = data.draw(st.from_regex(pattern, fullmatch=True))
    assert signs is None or not signs.isdisjoint(match)


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("^.{0,30}(?:转载|版权)", "转版"),
        # Of two parts that both must be there the rarer tells more: a digit stands on most lines.
        ("\\d年[0-9]", "年"),
        ("(?=.*[页版])\\d", "页版"),
        ("(?i)abc", None),
        ("(?!青)[^岛]", None),
        ("[一-龥]", None),
    ],
)
def test_signs_are_read_off_the_pattern(pattern: str, signs: str | None) -> None:
    assert find_signs(pattern) == (None if signs is None else set(signs))


def test_entries_come_in_their_order() -> None:
    entries = [re.compile(pattern) for pattern in ("青", "\\w", "岛", "烟", "青|烟")]
    assert [one.pattern for one in Sieve(entries).of(set("青岛"))] == ["青", "\\w", "岛", "青|烟"]
