"""Exports, each read back by the reader that it is for."""

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from click.testing import CliRunner

from jiaodong_corpus import JdcError, clean, to_frame
from jiaodong_corpus.cli import main
from jiaodong_corpus.corpus import read_lines
from jiaodong_corpus.export import PACKINGS, export

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
RECORDS = list(read_lines(SAMPLE))
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "jsonl": bytes,
    "jsonl.gz": gzip.decompress,
    "jsonl.zst": lambda packed: zstandard.ZstdDecompressor().decompressobj().decompress(packed),
}


@pytest.mark.parametrize("to", PACKINGS)
def test_lines_in_shards_are_those_of_the_corpus(to: str, tmp_path: Path) -> None:
    files = export(SAMPLE, tmp_path / "out", to, records_of_file=4)
    assert [file.name for file in files] == [f"articles-{place:05}-of-00004.{to}" for place in range(4)]
    whole = b"".join(UNPACK[to](file.read_bytes()) for file in files)
    assert whole == (SAMPLE / "articles.jsonl").read_bytes()
    again = export(SAMPLE, tmp_path / "again", to, records_of_file=4)
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in files]


def test_parquet_gives_every_value_back(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pip install 'jiaodong-corpus[parquet]' to try Parquet")
    files = export(SAMPLE, tmp_path / "out", "parquet", records_of_file=10)
    rows = [row for file in files for row in parquet.read_table(file).to_pylist()]
    for row in rows:
        row["quality"]["measures"] = {one["name"]: one["value"] for one in row["quality"]["measures"]}
    assert rows == RECORDS
    assert {str(parquet.read_schema(file)) for file in files} == {str(parquet.read_schema(files[0]))}, "one schema"


def test_a_dataset_folder_is_read_by_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_DATASETS_OFFLINE", "1")
    pytest.importorskip("pyarrow", reason="pip install 'jiaodong-corpus[parquet]' to try Parquet")
    datasets = pytest.importorskip("datasets", reason="pip install datasets to read a dataset folder")
    export(SAMPLE, tmp_path / "out", "hf", records_of_file=5)
    held = datasets.load_dataset(str(tmp_path / "out"), split="train", cache_dir=str(tmp_path / "cache"))
    assert held["text"][:] == [record["text"] for record in RECORDS]
    assert held[0]["hant"]["headline"] == RECORDS[0]["hant"]["headline"]
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "language_bcp47:\n- zh-Hans\n- zh-Hant\n" in card
    assert "\nlicense:" not in card
    assert f"| records | {len(RECORDS)} |" in card


def test_a_card_shows_what_a_page_states_and_obeys_nothing_of_it(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pip install 'jiaodong-corpus[parquet]' to try Parquet")
    head = '<meta name="source" content="[a](javascript:x)|<img src=x onerror=alert(1)>&lt;b&gt;">'
    body = "<p>3月15日,青岛、烟台两市签署合作协议,共建胶东经济圈。</p>" * 3
    page = f"<html><head>{head}<title>两市签署协议</title></head><body>{body}</body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    CliRunner().invoke(main, ["clean", str(tmp_path / "a.html"), "-q", "-o", str(tmp_path / "corpus")])
    export(tmp_path / "corpus", tmp_path / "out", "hf")
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "| \\[a\\](javascript:x)\\|\\<img src=x onerror=alert(1)\\>\\<b\\> | 1 |" in card


def test_an_empty_corpus_is_exported(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("首页\n", encoding="utf-8")
    CliRunner().invoke(main, ["clean", str(tmp_path / "in"), "-q", "-o", str(tmp_path / "corpus")])
    (file,) = export(tmp_path / "corpus", tmp_path / "out", "jsonl")
    assert file.read_bytes() == b""


def test_a_folder_with_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    done = CliRunner().invoke(main, ["export", str(SAMPLE), "-o", str(tmp_path)])
    assert (done.exit_code, "is not empty" in done.output) == (2, True)
    done = CliRunner().invoke(main, ["export", str(tmp_path), "-o", str(tmp_path / "out")])
    assert (done.exit_code, "run.json" in done.output) == (2, True)


def test_without_its_library_a_form_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(JdcError, match="jiaodong-corpus\\[parquet\\]"):
        export(SAMPLE, tmp_path / "out", "parquet")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_has_a_row_for_each_record(library: str) -> None:
    pytest.importorskip(library, reason=f"pip install {library} to try frames")
    frame = to_frame(RECORDS, library)
    assert len(frame) == len(RECORDS)
    assert list(frame["text"]) == [record["text"] for record in RECORDS]
    headlines = [value if isinstance(value, str) else None for value in frame["hant_headline"]]
    assert headlines == [record["hant"]["headline"] for record in RECORDS]
    assert {"source_path", "flags", "places", "tokens"} <= set(frame.columns)
    article = clean("标题在此\n\n第一段说明情况,内容完整。").articles[0]
    assert list(to_frame([article], library)["source_path"]) == ["<text>"]
    assert len(to_frame([], library)) == 0


def test_without_a_library_frames_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(JdcError, match="pip install pandas"):
        to_frame(RECORDS)


def test_the_command_knows_every_form() -> None:
    from jiaodong_corpus.cli_corpus import FORMATS

    assert {*PACKINGS, "parquet", "hf"} == set(FORMATS)
    assert json.loads(json.dumps(FORMATS))
