"""Each entry of the lexicon, run on the cases that stand beside it."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

import jiaodong_corpus
from jiaodong_corpus import Toolkit
from jiaodong_corpus.lexicon import Entry, load_lexicon
from jiaodong_corpus.lexicon.repeats import runs_away
from jiaodong_corpus.overlay import hits, slow_for, slow_text

LEXICON = load_lexicon()
ENTRIES = LEXICON.entries


def _name(entry: Entry) -> str:
    return f"{type(entry).__name__.removesuffix('Pattern').lower()}-{entry.name}"


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
    missed = [hit for hit in entry.hits if not hits(entry, scripts.fold(hit), LEXICON)]
    hant = [_in_hant(hit, toolkit) for hit in entry.hits]
    missed += [hit for hit in hant if not hits(entry, scripts.fold(hit), LEXICON)]
    assert missed == []


@pytest.mark.parametrize("entry", ENTRIES, ids=_name)
def test_an_entry_leaves_alone_what_it_should(entry: Entry, toolkit: Toolkit) -> None:
    scripts = toolkit.scripts
    hit = [miss for miss in entry.misses if hits(entry, scripts.fold(miss), LEXICON)]
    hant = [_in_hant(miss, toolkit) for miss in entry.misses]
    hit += [miss for miss in hant if hits(entry, scripts.fold(miss), LEXICON)]
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
    assert not runs_away(entry.pattern)
    text = slow_text(entry, toolkit.scripts.fold(entry.hits[0]))
    assert text is None, f"{len(text or '')} characters like {(text or '')[:40]!r}"


def _patterns_of_modules() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in walk_packages(jiaodong_corpus.__path__, "jiaodong_corpus."):
        # What these need is an extra; the last one runs the command.
        if module.name.rpartition(".")[2] not in {"on_ray", "on_datatrove", "__main__"}:
            for name, value in vars(import_module(module.name)).items():
                # Several that are tried one after the other stand in one tuple.
                for place, one in enumerate(value if isinstance(value, tuple) else (value,)):
                    if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                        yield f"{module.name}.{name}{place or ''}", one


@pytest.mark.parametrize("pattern", [pytest.param(one, id=name) for name, one in _patterns_of_modules()])
def test_a_pattern_of_the_code_is_quick_on_nasty_text(pattern: re.Pattern[str]) -> None:
    assert not runs_away(pattern.pattern)
    # A word that the pattern names, not the ends of a range or an escape.
    words = re.findall(r"[一-鿿A-Za-z0-9]{1,8}", re.sub(r"\\.|\[[^\]]*\]", " ", pattern.pattern))
    literals = "".join(words[:1])
    # What is searched for may take the square of a line, not more.
    for match, longest in ((pattern.match, 2000), (pattern.search, 500)):
        text = slow_for(match, literals, longest)
        assert text is None, f"{len(text or '')} characters like {(text or '')[:40]!r}"


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
