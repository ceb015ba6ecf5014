"""The sieve lets through every pattern that matches; what it holds back saves time and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiaodong_corpus import Toolkit
from jiaodong_corpus.lexicon import Entry, load_lexicon
from jiaodong_corpus.lexicon.parsed import find_signs
from jiaodong_corpus.lexicon.sieve import Sieve

LEXICON = load_lexicon()
ANCHORED = (*LEXICON.labels, *LEXICON.cuts)
ENTRIES: tuple[Entry, ...] = (*ANCHORED, *LEXICON.fields, *LEXICON.pages)
PATTERNS = (
    "青岛|烟台?", "(?:青|(?P<a>岛))*烟", "[青岛]+[^烟]", "(?:威海){0,3}日照", "(?>青|岛台)x?", "[a-d]{2,3}\\d", "a*", "(?i:ab)c",
    "(?:青|)岛", "青?(?:岛|\\d)",
)  # fmt: skip


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_an_entry_passes_where_it_hits(entry: Entry, toolkit: Toolkit) -> None:
    sieve = Sieve((entry,), anchored=entry in ANCHORED)
    held = [hit for hit in map(toolkit.scripts.fold, entry.hits) if entry.regex.search(hit) and not sieve.of(hit)]
    assert held == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
@given(data=st.data())
def test_an_entry_passes_wherever_it_matches(entry: Entry, data: st.DataObject) -> None:
    sieve = Sieve((entry,), anchored=entry in ANCHORED)
    # What its cases consist of, put together anew.
    pieces = st.sampled_from([piece for case in (*entry.hits, *entry.misses) for piece in re.split(r"(\W|\d+)", case)])
    text = "".join(data.draw(st.lists(pieces, max_size=6)))
    match = entry.regex.match(text) if entry in ANCHORED else entry.regex.search(text)
    assert match is None or sieve.of(text)
    # One alternative by itself matches where the whole pattern does.
    assert entry not in ANCHORED or list(sieve.matching(text)) == ([entry] if match else [])


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_every_match_holds_a_sign_and_begins_as_told(pattern: str, data: st.DataObject) -> None:
    signs = find_signs(pattern)
    match = data.draw(st.from_regex(pattern, fullmatch=True))
    assert signs is None or not signs.isdisjoint(match)
    assert Sieve([re.compile(pattern)], anchored=True).of(match)


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("^.{0,30}(?:转载|版权)", "载权"),
        # Of two parts that both must be there the rarer tells more: a digit stands on most lines.
        ("\\d届[0-9]", "届"),
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
    assert [one.pattern for one in Sieve(entries).of("青岛")] == ["青", "\\w", "岛", "青|烟"]
    assert [one.pattern for one in Sieve(entries, anchored=True).of("青岛")] == ["青", "\\w", "青|烟"]


@pytest.mark.parametrize(
    ("pattern", "begins", "not_begins"),
    [
        ("^(?:责任)?编辑", "责编", "辑a"),
        ("^\\s*[a-f]{2}|\\d+", " \u3000af5", "g青"),
        ("(?=青)[青岛]|(?!烟)(?:威|海)+台", "青岛威海", "台烟"),
        ("(?>日|照)?[^日]", "日照青", ""),
        ("(?i:ab)|c", "abAcx", ""),
    ],
)
def test_where_patterns_begin(pattern: str, begins: str, not_begins: str) -> None:
    sieve = Sieve([re.compile(pattern)], anchored=True)
    rest = "青岛责任编辑日照ab威台c0"
    assert [char for char in begins if not sieve.of(char + rest)] == []
    assert [char for char in not_begins if sieve.of(char + rest)] == []


def test_an_entry_is_not_tried_on_what_is_too_long_for_it() -> None:
    entries = [re.compile(pattern) for pattern in ("青", "岛", "青|岛")]
    sieve = Sieve(entries, longest=(3, 5, 3))
    assert [[one.pattern for one in sieve.of("青岛" + more)] for more in ("", "12", "1234")] == [
        ["青", "岛", "青|岛"],
        ["岛"],
        [],
    ]
