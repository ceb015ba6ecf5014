"""Pages that nobody wrote keep every promise; `fuzz.py` tries the same by the ten thousand."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from fuzz import check
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pages import Made, broken_off, built, mutated, real_lines, real_pages

from jiaodong_corpus import Toolkit

FUZZ = Path(__file__).with_name("fuzz.py")
Try = Callable[[Made], None]


@pytest.fixture(scope="module")
def attempt(toolkit: Toolkit) -> Try:
    # A function and not the toolkit, because hypothesis prints the arguments of a test that fails.
    def try_page(made: Made) -> None:
        check(made, toolkit, twice=True)

    return try_page


@pytest.fixture(scope="module")
def build(toolkit: Toolkit) -> Callable[[Random], Made]:
    lines = real_lines()
    return lambda chance: built(chance, lines, toolkit.scripts)


@settings(max_examples=2 * settings().max_examples)
@given(chance=st.randoms(use_true_random=False))
def test_every_promise_holds_on_pages_built_of_real_pieces(
    chance: Random, build: Callable[[Random], Made], attempt: Try
) -> None:
    attempt(build(chance))


@settings(max_examples=2 * settings().max_examples)
@given(chance=st.randoms(use_true_random=False))
def test_every_promise_holds_on_pages_with_bytes_changed(chance: Random, attempt: Try) -> None:
    attempt(mutated(chance, PAGES))


@given(chance=st.randoms(use_true_random=False))
def test_every_promise_holds_on_pages_that_break_off(chance: Random, attempt: Try) -> None:
    attempt(broken_off(chance, PAGES))


PAGES = real_pages()


def fuzz(folder: Path, *options: str, code: str = "") -> subprocess.CompletedProcess[str]:
    command = f"import sys; sys.path.insert(0, {str(FUZZ.parent)!r}); import fuzz\n{code}\nfuzz.main()"
    arguments = [sys.executable, "-c", command, *options, "--keep", str(folder / "found")]
    return subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=120)


def test_the_script_tries_inputs_and_finds_nothing(tmp_path: Path) -> None:
    done = fuzz(tmp_path, "--inputs", "100")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("100 inputs in ")
    assert not (tmp_path / "found").exists()


# A page with slips, the first of its process, loads the tables of the repair and takes most of a second.
HANGS_AND_FAILS = """
from jiaodong_corpus.pipeline import process
def process_or_not(page, toolkit):
    number = process_or_not.number = process_or_not.number + 1
    if number == 4:
        while True: pass
    assert number != 2, "broken"
    return process(page, toolkit)
process_or_not.number = 0
fuzz.process, fuzz.LIMIT, fuzz.LIMIT_OF_BYTES = process_or_not, 3.0, 0
"""


def test_the_script_keeps_what_breaks_a_promise_or_takes_too_long(tmp_path: Path) -> None:
    done = fuzz(tmp_path, "--inputs", "5", "--first", "1", code=HANGS_AND_FAILS)
    assert (done.returncode, done.stderr) == (1, "")
    assert sorted(one.name for one in (tmp_path / "found").glob("*.how")) == ["1-2.how", "1-4.how"]
    assert "broken" in (tmp_path / "found" / "1-2.how").read_text("utf-8")
    assert "too slow" in (tmp_path / "found" / "1-4.how").read_text("utf-8")
    assert "2 found" in done.stdout
