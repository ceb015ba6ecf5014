"""What holds for every page, whatever is on it: the promises of the design, on real pages and on made-up text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pages import LINE_ENDS, LINES, MARKS
from promises import CHECKS, Check, blocks_point_at_their_text

from jiaodong_corpus import PageResult, Source, Toolkit, process
from jiaodong_corpus.model import RawPage
from jiaodong_corpus.read import plan, read

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/pages/*/page.txt"), *ROOT.glob("tests/pages_html/*/page.html")]
)


def _sprinkle(line: str, mark: str, place: int) -> str:
    return line[:place] + mark + line[place:]


def _glue(parts: list[tuple[str, str]]) -> str:
    return "".join(line + end for line, end in parts)


SPRINKLED = st.builds(_sprinkle, st.sampled_from(LINES), st.sampled_from(MARKS), st.integers(0, 60))
FREE = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.lists(
    st.tuples(st.sampled_from(LINES) | SPRINKLED | SPRINKLED | FREE, st.sampled_from(LINE_ENDS)), max_size=16
).map(_glue)


Run = Callable[[bytes, str | None], PageResult]


@pytest.fixture(scope="module")
def run(toolkit: Toolkit) -> Run:
    # A function and not the toolkit, because hypothesis prints the arguments of a test that fails.
    def process_page(content: bytes, media_type: str | None) -> PageResult:
        return process(RawPage(Source("page", media_type=media_type), content), toolkit)

    return process_page


def _name(value: object) -> str:
    return value.__name__ if callable(value) and hasattr(value, "__name__") else ""


@pytest.fixture(scope="module")
def results(toolkit: Toolkit) -> dict[Path, PageResult]:
    return {page: process(read(plan([page]).inputs[0]), toolkit) for page in PAGES}


def test_there_are_pages_of_both_kinds() -> None:
    assert {page.suffix for page in PAGES} == {".txt", ".html"}
    assert len(PAGES) > 6


@pytest.mark.parametrize("check", CHECKS, ids=_name)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem if page.stem != "page" else page.parent.name)
def test_on_real_pages(page: Path, check: Check, results: dict[Path, PageResult]) -> None:
    check(results[page])


@pytest.mark.parametrize("page", [one for one in PAGES if one.suffix == ".txt"], ids=lambda page: page.parent.name)
def test_the_source_text_of_a_dump_is_what_the_file_holds(page: Path, results: dict[Path, PageResult]) -> None:
    labelled = results[page].labelled
    assert labelled is not None
    assert labelled.page.source_text == page.read_bytes().decode("utf-8")


# One test for all checks, since making the text costs more than looking at it; the traceback names the check.
@settings(max_examples=3 * settings().max_examples)
@given(text=TEXTS)
def test_every_promise_holds_on_made_up_text(text: str, run: Run) -> None:
    result = run(text.encode(), "text/plain")
    if result.labelled is None:
        # The one reason not to read a text is that it is full of control characters.
        assert sum(char < "\x20" or char == "\x7f" for char in text) > 0.01 * len(text)
        assert result.rejection is not None
        assert (result.rejection.kind, result.rejection.stage) == ("error", "decode")
        return
    assert result.labelled.page.source_text == text
    for check in CHECKS:
        check(result)


TAGS = ["<p>", "<b>", "<br>", "</div>", "<td>", "<a href=x>", "<pre>"]


@settings(max_examples=2 * settings().max_examples)
@given(parts=st.lists(st.tuples(TEXTS, st.sampled_from(TAGS)), max_size=5))
def test_every_promise_holds_on_made_up_html(parts: list[tuple[str, str]], run: Run) -> None:
    html = "".join(tag + text.replace("\x00", "") for text, tag in parts)
    result = run(html.encode(), "text/html")
    if result.labelled is None:
        assert result.rejection is not None
        assert result.rejection.stage == "decode"
        return
    for check in CHECKS:
        check(result)


@pytest.mark.parametrize("edge", ["\ufeff\u3000\u3000", "\u200b ", " \u200b ", "\x07\u00a0", "\u00a0\u200b"])
def test_a_block_begins_and_ends_with_what_a_reader_sees(edge: str, run: Run) -> None:
    # A byte order mark before the indent of the first line is common: the headline must not begin with the indent.
    result = run(f"{edge}青岛与烟台携手{edge[::-1]}\n\n{LINES[0] * 9}".encode(), "text/plain")
    assert [record.headline for record in result.records] == ["青岛与烟台携手"]
    blocks_point_at_their_text(result)


@given(text=TEXTS)
def test_the_same_text_gives_the_same_twice(text: str, run: Run) -> None:
    one, other = (run(text.encode(), "text/plain") for _ in range(2))
    assert one == other


def _damage(text: str, encoding: str, places: list[tuple[int, int]]) -> bytes:
    content = bytearray(text.encode(encoding, "ignore"))
    for place, byte in places:
        if content:
            content[place % len(content)] = byte
    return bytes(content)


DAMAGED = st.builds(
    _damage,
    TEXTS,
    st.sampled_from(["utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-32"]),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=8),
)


@pytest.mark.parametrize("media_type", [None, "text/plain", "text/html"])
@given(content=st.binary(max_size=300) | DAMAGED)
def test_no_bytes_break_the_pipeline(content: bytes, media_type: str | None, run: Run) -> None:
    result = run(content, media_type)
    # Bytes that are not text are the page's fault, found while decoding; every other error is one of the program.
    rejection = result.rejection
    assert rejection is None or rejection.kind == "no_article" or rejection.stage == "decode", rejection
    assert (rejection is None) == bool(result.records)
