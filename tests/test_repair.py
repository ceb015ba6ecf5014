"""Repairs: what becomes of a block, and the way back."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiaodong_corpus.model import Edit
from jiaodong_corpus.repair import REPAIRS, origins, repair, replay, undo

CASES = json.loads((Path(__file__).parent / "cases" / "repair.json").read_text("utf-8"))
BLOCKS = st.text(st.sampled_from("青岛,a\u200b\ufeff\u00a0\t\x07\x00\u3000\ue0df😀"), max_size=20)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_block_becomes_what_it_should(case: dict[str, str]) -> None:
    assert repair(case["raw"])[0] == case["text"]


@pytest.mark.parametrize("case", [case for case in CASES if case["raw"] == case["text"]], ids=lambda case: case["why"])
def test_a_block_that_is_left_alone_has_no_edits(case: dict[str, str]) -> None:
    assert repair(case["raw"])[1] == ()


@given(raw=BLOCKS)
def test_edits_lead_to_the_text_and_back(raw: str) -> None:
    text, edits = repair(raw)
    assert replay(raw, edits) == text
    assert undo(text, edits) == raw
    assert all(edit.before != edit.after for edit in edits)
    assert {edit.rule for edit in edits} <= {name for name, _ in REPAIRS}


@given(raw=BLOCKS)
def test_a_repaired_block_needs_no_repair(raw: str) -> None:
    text, _ = repair(raw)
    assert repair(text) == (text, ())


@given(raw=BLOCKS)
def test_no_block_is_left_blank(raw: str) -> None:
    assert bool(repair(raw)[0].strip()) == bool(raw.strip())


@given(raw=BLOCKS)
def test_origins_name_the_character_that_each_one_was(raw: str) -> None:
    text, edits = repair(raw)
    places = origins(raw, edits)
    assert len(places) == len(text) + 1
    assert places == sorted(places)
    assert places[-1] == len(raw)
    assert [raw[place] if text[index] != " " else " " for index, place in enumerate(places[:-1])] == list(text)


def test_an_edit_that_does_not_fit_is_refused() -> None:
    edit = Edit("invisible", 1, "\u200b", "")
    with pytest.raises(ValueError, match="edit at 1 expects"):
        replay("青岛港", [edit])
    assert undo("青岛", [edit]) == "青\u200b岛"
