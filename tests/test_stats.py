"""What a corpus holds, counted."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from wcwidth import wcswidth

from jiaodong_corpus.cli import main
from jiaodong_corpus.corpus import read_lines
from jiaodong_corpus.model import JdcError
from jiaodong_corpus.stats import as_table, count_corpus

SAMPLE = Path(__file__).parents[1] / "data" / "sample"


def test_the_seeds_are_counted() -> None:
    counts = count_corpus(SAMPLE)
    records = list(read_lines(SAMPLE))
    assert counts["totals"]["pages"] == 5
    assert counts["totals"]["records"] == len(records) == counts["totals"]["article"] + counts["totals"]["photo"]
    assert counts["totals"]["characters"] == sum(len(record["text"]) for record in records)
    assert sum(counts["outlet"].values()) == sum(counts["script"].values()) == len(records)
    assert counts["month"]["2021-07"] == 1
    assert counts["place"]["青岛市"] >= 5
    assert counts["flag"]["spun"] == 1
    assert counts["characters removed as"]["related"] > 1000


def test_the_table_is_aligned_in_any_script() -> None:
    lines = [
        line for line in as_table({"place": {"青岛市": 12, "Jinan": 3, "(unknown)": 1_234_567}}) if line.startswith(" ")
    ]
    assert len({wcswidth(line) for line in lines}) == 1


def test_what_is_many_is_cut_in_the_table_and_whole_in_json() -> None:
    done = CliRunner().invoke(main, ["stats", str(SAMPLE), "--json"])
    assert json.loads(done.output) == count_corpus(SAMPLE)
    assert "  … and 3 more" in list(as_table({"place": {str(number): 1 for number in range(13)}}))


def test_a_folder_that_is_no_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(JdcError, match=r"run\.json"):
        count_corpus(tmp_path)
