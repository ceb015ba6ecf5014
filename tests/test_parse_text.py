"""A dump to lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiaodong_corpus.parse_text import parse_text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n\n\n"])
def test_every_end_of_a_line_parts_units(end: str) -> None:
    assert [unit.raw for unit in parse_text(f"青岛{end}烟台")] == ["青岛", "烟台"]


def test_blank_lines_are_no_units() -> None:
    assert [unit.raw for unit in parse_text("\n \t\n青岛\n\u3000\n\n烟台\n\n")] == ["青岛", "烟台"]
    assert parse_text(" \n\u3000\n") == []


def test_spaces_inside_a_line_stay() -> None:
    assert [unit.raw for unit in parse_text("  青岛  烟台　威海  ")] == ["青岛  烟台　威海"]


def test_indents_and_empty_lines_are_counted() -> None:
    layouts = [unit.layout for unit in parse_text("\n\n青岛\n\u3000\u3000烟台\n\n    威海\r\n\r\n\r\n日照")]
    assert [layout.indent for layout in layouts] == [0, 2, 4, 0]
    assert [layout.gap for layout in layouts] == [2, 0, 1, 2]


def test_empty_lines_of_spaces_count_as_empty_lines() -> None:
    assert parse_text("青岛\n \u3000\n烟台")[1].layout.gap == 1


@given(text=st.text(st.sampled_from("青岛 \u3000\t\n\r\x0b\x1c\x85\u2028\u200b,。"), max_size=40))
def test_units_and_white_space_spell_the_text(text: str) -> None:
    done = 0
    for unit in parse_text(text):
        assert not text[done : unit.source.start].strip()
        assert unit.source.of(text) == unit.raw == unit.raw.strip() != ""
        done = unit.source.end
    assert not text[done:].strip()


def test_bytes_of_misread_text_end_no_line() -> None:
    # 关 has the byte 85, and 加 ends with the byte A0.
    line = "有关部门参加".encode().decode("latin1")
    assert "\x85" in line
    assert line.endswith("\xa0")
    assert [unit.raw for unit in parse_text(f"{line}\n{line}\n")] == [line, line]
