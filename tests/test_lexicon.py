"""Each entry of the lexicon, run on the cases that stand beside it."""

import re
import time
from collections.abc import Iterator

import pytest

from jiaodong_corpus import Toolkit
from jiaodong_corpus.cut import cut_place
from jiaodong_corpus.lexicon import CutPattern, Entry, LabelPattern, PagePattern, load_lexicon
from jiaodong_corpus.lines import MAX_LINE

LEXICON = load_lexicon()
ENTRIES: tuple[Entry, ...] = (
    *LEXICON.labels, *LEXICON.fields, *LEXICON.cuts, *LEXICON.datelines, *LEXICON.pages,
)  # fmt: skip
# A paragraph can be long, and patterns without a length of their own are tried on all of it.
LONG_PARAGRAPH = 2000
# No text of a page may hold a pattern longer than this: a bound for runaway matching, far above what a match takes.
MAX_SECONDS = 0.2


def _name(entry: Entry) -> str:
    return f"{type(entry).__name__.removesuffix('Pattern').lower()}-{entry.name}"


def _hits(entry: Entry, folded: str) -> bool:
    match entry:
        case LabelPattern():
            return len(folded) <= entry.max_length and entry.regex.match(folded) is not None
        case CutPattern():
            return cut_place(entry, folded, LEXICON) is not None
        case PagePattern():
            return entry.regex.search(folded) is not None
        case _:
            return entry.regex.match(folded) is not None


def test_names_tell_entries_apart() -> None:
    names = [entry.name for entry in ENTRIES]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("entry", ENTRIES, ids=_name)
def test_an_entry_says_why(entry: Entry) -> None:
    assert len(entry.why) > 10
    assert entry.hits


def _in_hant(text: str, toolkit: Toolkit) -> str:
    hans = toolkit.scripts.to_hans(text)
    return toolkit.scripts.to_hant(hans, list(toolkit.segmenter.cut(hans)))


@pytest.mark.parametrize("entry", ENTRIES, ids=_name)
def test_an_entry_hits_what_it_should_in_both_scripts(entry: Entry, toolkit: Toolkit) -> None:
    scripts = toolkit.scripts
    missed = [hit for hit in entry.hits if not _hits(entry, scripts.fold(hit))]
    hant = [_in_hant(hit, toolkit) for hit in entry.hits]
    missed += [hit for hit in hant if not _hits(entry, scripts.fold(hit))]
    assert missed == []


@pytest.mark.parametrize("entry", ENTRIES, ids=_name)
def test_an_entry_leaves_alone_what_it_should(entry: Entry, toolkit: Toolkit) -> None:
    scripts = toolkit.scripts
    hit = [miss for miss in entry.misses if _hits(entry, scripts.fold(miss))]
    hant = [_in_hant(miss, toolkit) for miss in entry.misses]
    hit += [miss for miss in hant if _hits(entry, scripts.fold(miss))]
    assert hit == []


@pytest.mark.parametrize("entry", ENTRIES, ids=_name)
def test_an_entry_names_only_what_folded_text_can_hold(entry: Entry, toolkit: Toolkit) -> None:
    # Text is folded before it is matched; a Traditional or full-width character in a pattern would never be met.
    literal = re.sub(r"\\.", "", entry.pattern)
    folded = toolkit.scripts.fold(literal)
    never = {one for one, other in zip(literal, folded, strict=True) if one != other}
    # A class may name the full-width mark beside its half-width twin.
    assert {one for one in never if one.isalnum()} == set()


@pytest.mark.parametrize("entry", ENTRIES, ids=_name)
def test_an_entry_is_quick_on_nasty_text(entry: Entry, toolkit: Toolkit) -> None:
    longest = entry.max_length if isinstance(entry, LabelPattern) else LONG_PARAGRAPH
    if entry in LEXICON.fields:
        longest = MAX_LINE
    for unit in _nasty(entry, toolkit):
        # Growing texts, so that a pattern of exponential cost is caught while it still ends.
        length = 16.0
        while length < longest * 1.3:
            size = min(int(length), longest)
            for text in ((unit * size)[:size], (unit * size)[: size - 1] + "\x00"):
                start = time.process_time()
                entry.regex.search(text) if isinstance(entry, PagePattern) else entry.regex.match(text)
                assert time.process_time() - start < MAX_SECONDS, f"{text[:40]!r}, {size} characters"
            length *= 1.3


def _nasty(entry: Entry, toolkit: Toolkit) -> Iterator[str]:
    hit = toolkit.scripts.fold(entry.hits[0])
    yield from (
        "中",
        "1",
        " ",
        "1 ",
        "a",
        ":",
        ",",
        "、",
        "。",
        "(",
        "[",
        "<",
        ">",
        "/",
        "|",
        "-",
        "首页",
        "版权",
        "记者 ",
        "1.",
    )
    yield hit
    yield hit[:-1] or hit
    yield hit + " "
    yield from sorted(set(hit))


def test_word_lists_hold_words() -> None:
    for name, words in (("menu", LEXICON.menu), ("openers", LEXICON.openers), ("not_names", LEXICON.not_names)):
        assert all(word == word.strip() and 1 <= len(word) <= 12 for word in words), name
    assert {"王", "李", "欧阳"} <= LEXICON.surnames


def test_roles_stand_longest_first() -> None:
    # The first word that fits is taken, so 记者 must not stand before 实习记者.
    words = [role.word for role in LEXICON.roles]
    for place, word in enumerate(words):
        assert not [later for later in words[place + 1 :] if later != word and later.startswith(word)]


def test_the_scripts_share_no_character(toolkit: Toolkit) -> None:
    assert not toolkit.scripts.hans_only & toolkit.scripts.hant_only
