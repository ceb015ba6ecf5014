"""Repairs: what becomes of a block, and the way back."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiaodong_corpus import load_toolkit
from jiaodong_corpus.evidence import Evidence
from jiaodong_corpus.model import Edit
from jiaodong_corpus.repair import REPAIRS, origins, repair, replay, undo

CASES = json.loads((Path(__file__).parent / "cases" / "repair.json").read_text("utf-8"))
LANGUAGE = load_toolkit().language


def mend(raw: str, page: str | None = None) -> tuple[str, tuple[Edit, ...]]:
    """Repair a block that is a page by itself, unless the page is given."""
    text, edits, _ = repair(raw, Evidence(page or raw, LANGUAGE))
    return text, edits


BLOCKS = st.text(st.sampled_from("青岛,a\u200b\ufeff\u00a0\t\x07\x00\u3000\ue0df😀"), max_size=20)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_block_becomes_what_it_should(case: dict[str, str]) -> None:
    assert mend(case["raw"], case.get("page"))[0] == case["text"]


@pytest.mark.parametrize("case", [case for case in CASES if case["raw"] == case["text"]], ids=lambda case: case["why"])
def test_a_block_that_is_left_alone_has_no_edits(case: dict[str, str]) -> None:
    assert mend(case["raw"], case.get("page"))[1] == ()


@given(raw=BLOCKS)
def test_edits_lead_to_the_text_and_back(raw: str) -> None:
    text, edits = mend(raw)
    assert replay(raw, edits) == text
    assert undo(text, edits) == raw
    assert all(edit.before != edit.after for edit in edits)
    assert {edit.rule for edit in edits} <= {repair.rule for repair in REPAIRS}


@given(raw=BLOCKS)
def test_a_repaired_block_needs_no_repair(raw: str) -> None:
    text, _ = mend(raw)
    assert mend(text) == (text, ())


@given(raw=BLOCKS)
def test_no_block_is_left_blank(raw: str) -> None:
    assert bool(mend(raw)[0].strip()) == bool(raw.strip())


@given(raw=BLOCKS)
def test_origins_name_the_character_that_each_one_was(raw: str) -> None:
    text, edits = mend(raw)
    ranges = origins(raw, edits)
    assert ranges == sorted(ranges)
    assert [raw[slice(*one)] if text[index] != " " else " " for index, one in enumerate(ranges)] == list(text)


def test_each_character_of_a_longer_replacement_comes_from_all_that_was_replaced() -> None:
    edits = [Edit("lost-byte", 1, "??x", "海口"), Edit("invisible", 4, "\u200b", "")]
    assert origins("出??x東\u200b圈", edits) == [(0, 1), (1, 4), (1, 4), (4, 5), (6, 7)]


def test_what_takes_a_part_of_an_earlier_replacement_comes_from_all_of_both() -> None:
    edits = [Edit("misread", 1, "å®&amp", "市&amp"), Edit("entity", 2, "&amp;", "&")]
    assert origins("出å®&amp;圈", edits) == [(0, 1), (1, 8), (1, 8), (8, 9)]
    edits = [Edit("lost-byte", 1, "??x", "&a"), Edit("entity", 0, "出&", "市")]
    assert origins("出??x圈", edits) == [(0, 4), (0, 4), (4, 5)]


def test_an_edit_that_does_not_fit_is_refused() -> None:
    edit = Edit("invisible", 1, "\u200b", "")
    with pytest.raises(ValueError, match="edit at 1 expects"):
        replay("青岛港", [edit])
    assert undo("青岛", [edit]) == "青\u200b岛"


@pytest.mark.parametrize(
    "raw",
    [
        "?" * 50_000,
        "?！" * 20_000,
        "高鐵?；浉郯拇鬄硡^的" * 2_000,
        "?；" + "浉郯拇鬄" * 10_000,
        "建設(shè" * 10_000,
        "发展(fzhn" * 10_000,
        "½º¶«" * 10_000,
        "鑳朵笢缁忔" * 10_000,
        "城市 a1 b2" + " c3" * 10_000,
        "“乱码" * 10_000,
        "作" + " " * 50_000 + "者",
        "记者 " + "何 旭 " * 10_000,
        "城市" + " " * 50_000 + ",发展。",
        "区( " * 20_000,
        "产(chan)" + "(chan)" * 10_000,
    ],
    ids=lambda raw: raw[:8],
)
def test_a_page_that_is_all_damage_is_read_to_its_end(raw: str) -> None:
    text, edits = mend(raw)
    assert undo(text, edits) == raw
