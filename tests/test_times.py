"""Printed times, as far as they are stated."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from jiaodong_corpus.record import Record
from jiaodong_corpus.times import iso_time

CASES = json.loads((Path(__file__).parent / "cases" / "times.json").read_text("utf-8"))
PUBLISHED = TypeAdapter[str | None](Record.__annotations__["published"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["printed"] or "nothing")
def test_a_time_is_as_fine_as_it_is_stated(case: dict[str, str | None]) -> None:
    assert iso_time(case["printed"] or "") == case["iso"]


@given(printed=st.text(st.sampled_from("2019-/.年月日时分:T Z+08下午PM"), max_size=24))
def test_whatever_is_found_fits_the_record(printed: str) -> None:
    # The record allows only ISO times, so that a page with a strange time must not end in an error.
    assert PUBLISHED.validate_python(iso_time(printed)) == iso_time(printed)


@pytest.mark.parametrize(
    "iso", ["2019-12", "2021-07-02", "2021-07-02T11:05", "2021-07-02T11:05:42", "2021-07-02T11:05:42Z"]
)
def test_an_iso_time_stays_as_it_is(iso: str) -> None:
    assert iso_time(iso) == iso
