"""A run shared among machines: the same bytes as on one, whoever runs which shard, and whoever dies."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from jiaodong_corpus import JdcError, RawPage, Toolkit, shards
from jiaodong_corpus.cli import main
from jiaodong_corpus.pipeline import PageResult, process
from jiaodong_corpus.spec import load_spec

ROOT = Path(__file__).parents[1]
LINES = ("articles.jsonl", "audit.jsonl", "rejected.jsonl", "pages.jsonl")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for number, page in enumerate(sorted(ROOT.glob("tests/pages/*/page.txt"))[:11]):
        (folder / f"{number:02}.txt").write_bytes(page.read_bytes())
    (folder / "99.txt").write_bytes(bytes(range(256)))
    return folder


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD_FILES", 2)


def jdc(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, [str(one) for one in arguments])
    assert done.exit_code in {0, 1}, done.output
    return done.output


def lines_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in LINES}


@pytest.fixture(scope="module")
def expected(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("expected") / "out"
    jdc("clean", pages, "-q", "-o", folder)
    return lines_of(folder)


def test_shards_run_one_by_one_give_the_run(pages: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    assert "6 shards, planned in" in jdc("shard", "plan", pages, "-o", tmp_path / "out")
    spec = tmp_path / ".out.work" / "spec.json"
    for numbers in (["5"], ["0-1", "3"], []):
        assert "shards done" in jdc("shard", "run", spec, *numbers)
    assert "0 shards" in jdc("shard", "plan", pages, "-o", tmp_path / "out"), "nothing is left to be done"
    jdc("clean", pages, "-q", "-o", tmp_path / "out")
    assert lines_of(tmp_path / "out") == expected
    assert not spec.parent.exists()


def test_a_page_that_kills_its_process_costs_no_other_shard(
    pages: Path, expected: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def poisoned(page: RawPage, toolkit: Toolkit) -> PageResult:
        if page.source.name == "04.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return process(page, toolkit)

    monkeypatch.setattr(shards, "process", poisoned)
    jdc("shard", "plan", pages, "-o", tmp_path / "out")
    jdc("shard", "run", tmp_path / ".out.work" / "spec.json", "0-5")
    jdc("clean", pages, "-q", "-o", tmp_path / "out")
    held = [line for line in expected["audit.jsonl"].splitlines() if json.loads(line)["source"] != "04.txt"]
    assert lines_of(tmp_path / "out")["audit.jsonl"].splitlines() == held


@pytest.mark.parametrize(
    ("numbers", "complaint"), [(["6"], "has 6 shards, counted from 0"), (["x"], "x: is no number of a shard")]
)
def test_a_shard_that_is_none_is_named(numbers: list[str], complaint: str, pages: Path, tmp_path: Path) -> None:
    jdc("shard", "plan", pages, "-o", tmp_path / "out")
    with pytest.raises(JdcError, match=complaint):
        load_spec(tmp_path / ".out.work" / "spec.json").pick(numbers)


def test_a_machine_with_other_versions_is_refused(pages: Path, tmp_path: Path) -> None:
    jdc("shard", "plan", pages, "-o", tmp_path / "out")
    file = tmp_path / ".out.work" / "spec.json"
    file.write_text(file.read_text("utf-8").replace('"tags":false', '"tags":true'), encoding="utf-8")
    done = CliRunner().invoke(main, ["shard", "run", str(file)])
    assert (done.exit_code, "other versions or settings" in done.output) == (2, True)


def test_a_file_that_is_no_spec_is_named(tmp_path: Path) -> None:
    (tmp_path / "spec.json").write_text('{"shards": 3}', encoding="utf-8")
    for file, complaint in (("spec.json", "is no spec"), ("none.json", "No such file")):
        with pytest.raises(JdcError, match=complaint):
            load_spec(tmp_path / file)


def test_standard_input_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["shard", "plan", "-", "-o", str(tmp_path / "out")], input="x")
    assert (done.exit_code, "can be read here alone" in done.output) == (2, True)


TWO_NODES = """
import sys, threading, time
from pathlib import Path
import ray
from ray.cluster_utils import Cluster
from jiaodong_corpus import shards
from jiaodong_corpus.cli import main
shards.SHARD_FILES = 1
from jiaodong_corpus import on_ray
on_ray.SHARDS_OF_TASK = 2
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
second = cluster.add_node(num_cpus=1)
def kill():
    work = Path(sys.argv[2]).parent / ".out.work"
    while not [one for one in work.glob("*") if one.is_dir() and not one.suffix]:
        time.sleep(0.05)
    cluster.remove_node(second, allow_graceful=False)
    print("killed", flush=True)
threading.Thread(target=kill, daemon=True).start()
try:
    main(["clean", sys.argv[1], "-q", "-o", sys.argv[2], "--engine", "ray", "--address", cluster.address])
finally:
    cluster.shutdown()
"""


@pytest.fixture
def ray_is_here() -> None:
    pytest.importorskip("ray", reason="pip install 'jiaodong-corpus[ray]' to try runs on Ray")


@pytest.mark.usefixtures("ray_is_here")
def test_ray_gives_the_bytes_of_one_machine(pages: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    command = ["clean", str(pages), "-q", "-o", str(tmp_path / "out"), "--engine", "ray", "--jobs", "2"]
    done = subprocess.run(
        [sys.executable, "-m", "jiaodong_corpus", *command], capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 1, done.stderr
    assert lines_of(tmp_path / "out") == expected


@pytest.mark.usefixtures("ray_is_here")
def test_a_node_that_is_killed_loses_and_doubles_nothing(
    pages: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TWO_NODES, str(pages), str(tmp_path / "out")],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "killed" in done.stdout
    assert lines_of(tmp_path / "out") == expected


def test_without_ray_the_command_says_what_to_install(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "jiaodong_corpus.on_ray", raising=False)
    done = CliRunner().invoke(main, ["clean", str(pages), "-q", "-o", str(tmp_path / "out"), "--engine", "ray"])
    assert (done.exit_code, "pip install 'jiaodong-corpus[ray]'" in done.output) == (2, True)
