"""Which pages a run reads, by which name."""

import os
from pathlib import Path

import pytest

from jiaodong_corpus.model import JdcError, PageError
from jiaodong_corpus.read import Plan, plan, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "below/c.HTM", "below/deep/d.txt", "notes.md", "picture.jpg", ".hidden.txt"):
        file = tmp_path / "pages" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("正文。", encoding="utf-8")
    return tmp_path / "pages"


def names(planned: Plan) -> list[str]:
    return [one.source.name for one in planned.inputs]


def test_a_folder_gives_its_pages_at_any_depth_in_order_of_name(folder: Path) -> None:
    planned = plan([folder])
    assert names(planned) == ["a.html", "b.txt", "below/c.HTM", "below/deep/d.txt"]
    assert planned.skipped == 3


def test_the_ending_tells_the_media_type(folder: Path) -> None:
    types = {one.source.name: one.source.media_type for one in plan([folder]).inputs}
    assert types["a.html"] == types["below/c.HTM"] == "text/html"
    assert types["b.txt"] == "text/plain"


def test_a_named_file_gives_itself_whatever_its_ending(folder: Path) -> None:
    [page] = plan([folder / "notes.md"]).inputs
    assert page.source.name == "notes.md"
    assert page.source.media_type is None
    assert read(page).content == "正文。".encode()


def test_a_glob_gives_what_it_matches(folder: Path) -> None:
    assert names(plan([f"{folder}/*.txt"])) == ["b.txt"]
    assert names(plan([f"{folder}/**/*.txt"])) == ["b.txt", "d.txt"]
    assert names(plan([f"{folder}/bel*"])) == ["c.HTM", "deep/d.txt"]


def test_a_name_with_marks_of_a_glob_is_a_name_first(folder: Path) -> None:
    (folder / "[1].txt").write_text("正文。", encoding="utf-8")
    assert names(plan([folder / "[1].txt"])) == ["[1].txt"]


def test_a_page_named_twice_is_read_once(folder: Path) -> None:
    again = f"{folder}/../pages/b.txt"
    assert names(plan([folder / "b.txt", again, folder])).count("b.txt") == 1


def test_two_pages_of_one_name_are_refused(folder: Path) -> None:
    (folder / "below" / "b.txt").write_text("别的正文。", encoding="utf-8")
    with pytest.raises(JdcError, match=r"b\.txt and .*b\.txt would both be called b\.txt"):
        plan([folder / "b.txt", folder / "below" / "b.txt"])


@pytest.mark.parametrize("name", ["missing.txt", "missing/", "*.xml"])
def test_what_matches_nothing_is_named(name: str, tmp_path: Path) -> None:
    argument = f"{tmp_path}/{name}"
    with pytest.raises(JdcError) as raised:
        plan([argument])
    assert str(raised.value).startswith(f"{argument}: no such file. Name a page")


def test_a_folder_without_pages_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x", encoding="utf-8")
    with pytest.raises(JdcError, match=r"no \.txt, \.html or \.htm file in it"):
        plan([tmp_path])


def test_an_output_folder_is_never_read(folder: Path) -> None:
    out = folder / "out"
    out.mkdir()
    (out / "run.json").write_text('{"tool": "jiaodong_corpus"}', encoding="utf-8")
    (out / "page.txt").write_text("正文。", encoding="utf-8")
    assert "out/page.txt" not in names(plan([folder]))
    with pytest.raises(JdcError):
        plan([out])


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "below" / "loop").symlink_to(folder, target_is_directory=True)
    assert len(plan([folder]).inputs) == 4


def test_a_name_that_is_not_unicode_becomes_one_that_is(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xc7\xe0.txt")
    try:
        Path(path).write_text("正文。", encoding="utf-8")
    except OSError:
        pytest.skip("this file system holds only Unicode names")
    [page] = plan([tmp_path]).inputs
    assert page.source.name == r"\xc7\xe0.txt"
    assert read(page).content == "正文。".encode()


def test_standard_input_is_a_page_of_its_own(folder: Path) -> None:
    assert names(plan(["-", folder / "b.txt"])) == ["-", "b.txt"]


def test_a_page_that_vanished_is_an_error_of_that_page(folder: Path) -> None:
    [page] = plan([folder / "b.txt"]).inputs
    (folder / "b.txt").unlink()
    with pytest.raises(PageError, match="No such file") as raised:
        read(page)
    assert raised.value.stage == "read"


def test_planning_reads_no_page(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert names(plan([tmp_path])) == ["gone.txt"]
