"""Same in, same out: in any order, in any process, and in time."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jiaodong_corpus import PageResult, Source, Toolkit, process
from jiaodong_corpus.model import RawPage
from jiaodong_corpus.read import plan, read
from jiaodong_corpus.write import audit_lines, to_line

ROOT = Path(__file__).parents[1]
PARAGRAPH = "7月1日,青岛召开全市推进胶东经济圈一体化发展工作会议,谋划了下一步的发展路径。"


def _lines_of(result: PageResult) -> Iterator[bytes]:
    yield from (to_line(record.model_dump(mode="json")) for record in result.records)
    yield from map(to_line, audit_lines(result))
    yield repr(result.rejection).encode()


def test_pages_give_the_same_in_any_order(seeds: Path, toolkit: Toolkit) -> None:
    inputs = plan([seeds]).inputs
    forwards = [list(_lines_of(process(read(one), toolkit))) for one in inputs]
    backwards = [list(_lines_of(process(read(one), toolkit))) for one in reversed(inputs)]
    assert forwards == backwards[::-1]


def test_two_runs_write_the_same_bytes(tmp_path: Path, seeds: Path) -> None:
    # In processes of their own: the order of sets changes with the hash seed. The arguments stand in opposite orders.
    folders = [str(seeds), str(ROOT / "tests" / "pages_html")]
    outputs: list[dict[str, bytes]] = []
    for seed, arguments in (("1", folders), ("2", folders[::-1])):
        out = tmp_path / seed
        command = [sys.executable, "-c", "from jiaodong_corpus.cli import main; main()", "clean", *arguments]
        subprocess.run([*command, "-q", "-o", str(out)], check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        outputs.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert outputs[0] == outputs[1]
    # The seeds give thirteen records, each page of HTML one.
    html = len(list((ROOT / "tests" / "pages_html").glob("*/page.html")))
    assert outputs[0]["articles.jsonl"].count(b"\n") == 13 + html


def test_ids_depend_on_the_name_of_the_page_and_nothing_around_it(seeds: Path, toolkit: Toolkit) -> None:
    raw = read(plan([seeds]).inputs[0])
    here = process(raw, toolkit).records[0]
    named = process(replace(raw, source=replace(raw.source, name="other.txt")), toolkit).records[0]
    assert here.id != named.id
    assert here.text == named.text


@pytest.mark.parametrize(
    "unit", ["中。", "“好。", "\u200b中", "\t中", "1", "记者王贺、", "2021-01-01 ", "《", "<b>", "(中", "来源:"]
)
def test_a_long_line_is_read_in_time(unit: str, toolkit: Toolkit) -> None:
    # Whole articles stand on one line. What costs in proportion to the square of the line takes far longer than this.
    line = "（" + unit * (12_000 // len(unit)) + "）"
    start = time.process_time()
    process(RawPage(Source("page", media_type="text/plain"), f"青岛与烟台携手\n{line}\n{PARAGRAPH}".encode()), toolkit)
    assert time.process_time() - start < 4
