"""Both scripts, full-width marks, and every offset kept."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiaodong_corpus import Toolkit
from jiaodong_corpus.normalize import WIDE, simplify, traditionalize, widen_marks

CASES = json.loads((Path(__file__).parent / "cases" / "marks.json").read_text("utf-8"))
# NUL ends a text for the converter; control characters are gone before texts come here.
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
MARKED = st.text(st.sampled_from("青岛發ab12 ,:;?!()。（”/.@\n"), max_size=30)


def in_both(texts: list[str], toolkit: Toolkit) -> tuple[list[str], list[str]]:
    hans = simplify(texts, toolkit.scripts)
    return hans, traditionalize(hans, [list(toolkit.segmenter.cut(one)) for one in hans], toolkit.scripts)


Both = Callable[[list[str]], tuple[list[str], list[str]]]


@pytest.fixture(scope="module")
def both(toolkit: Toolkit) -> Both:
    # A function and not the toolkit, because hypothesis prints the arguments of a test that fails.
    return lambda texts: in_both(texts, toolkit)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_marks_beside_chinese_are_widened(case: dict[str, str]) -> None:
    assert widen_marks(case["printed"]) == case["widened"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_widened_text_needs_no_widening(case: dict[str, str]) -> None:
    assert widen_marks(case["widened"]) == case["widened"]


@given(text=MARKED)
def test_only_marks_change_and_each_into_its_own_wide_form(text: str) -> None:
    widened = widen_marks(text)
    assert len(widened) == len(text)
    assert all(one == other or WIDE.get(one) == other for one, other in zip(text, widened, strict=True))


@given(texts=st.lists(ANY | MARKED, max_size=5))
def test_each_string_keeps_its_length_in_both_scripts(texts: list[str], both: Both) -> None:
    hans, hant = both(texts)
    assert list(map(len, hans)) == list(map(len, hant)) == list(map(len, texts))


def test_each_script_is_whole_where_the_text_mixes_them(toolkit: Toolkit) -> None:
    hans, hant = in_both(["生态立市,産業强市", "之后的旅游"], toolkit)
    assert hans == ["生态立市，产业强市", "之后的旅游"]
    assert hant == ["生態立市，產業強市", "之後的旅遊"]


def test_strings_do_not_touch_each_other(toolkit: Toolkit) -> None:
    # They are converted in one call; a mark at the end of one must not see the next.
    hans, _ = in_both(["a,", "青岛", "", "(b"], toolkit)
    assert hans == ["a,", "青岛", "", "(b"]
