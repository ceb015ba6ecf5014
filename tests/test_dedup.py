"""Copies of a story: found whatever was done to them, and nothing else taken for one."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from jiaodong_corpus import Toolkit, clean
from jiaodong_corpus.cli import main
from jiaodong_corpus.corpus import Line, read_lines
from jiaodong_corpus.dedup import find_duplicates, write_duplicates
from jiaodong_corpus.model import JdcError
from jiaodong_corpus.pairs import find_pairs
from jiaodong_corpus.reprints import Index
from jiaodong_corpus.sketch import shingles_of, sketch

HEAD = "半岛快线首段开工\n2023-03-15 09:20 来源:半岛日报\n"
STORY = (
    "3月15日,半岛快线首段在莱西开工建设,青岛、烟台两市往来更快。",
    "首段全长四十六公里,设站九座,总投资一百二十亿元,计划两年后通车试运行。",
    "沿线居民可以凭一张交通卡换乘两市公交和地铁,票价由两市共同核定后公布。",
    "项目负责人说,施工将避开海水养殖区,夜间不进行爆破,渔民出海不受影响。",
    "两市还约定共享车站周边土地的规划,把住房、学校和医院与线路一起建起来。",
    "当地农户王师傅说,以后去市里卖苹果,早上出门,中午就能回家吃饭。",
)
# Another paper's own report of the same event: its facts and names, and its own words.
OWN_REPORT = (
    "两座城市之间的一条新线路昨天在莱西破土动工,这就是酝酿五年的半岛快线。",
    "记者在现场看到,首批打桩机已经进场,工人们正在平整九座车站中第一座的场地。",
    "按照计划,全长四十六公里的首段将花费一百二十亿元,建设工期为两年左右。",
    "不少养殖户担心海水受到污染,指挥部答复说线路会绕开养殖区,夜里也不放炮。",
    "刷一张卡就可以坐两座城市的公交车,这是市民问得最多的一件事。",
)


def page(sentences: tuple[str, ...], head: str = HEAD) -> str:
    return head + "\n" + "\n\n".join(sentences) + "\n"


def record(text: str, toolkit: Toolkit, url: str) -> Line:
    [made] = clean(text, url=url, toolkit=toolkit).articles
    held: Line = json.loads(made.model_dump_json())
    return held


def duplicates(*texts: str, toolkit: Toolkit) -> tuple[list[Line], list[Line]]:
    records = [record(text, toolkit, f"https://site{number}.test/") for number, text in enumerate(texts)]
    index = Index()
    for one in records:
        index.add(one)
    return records, list(find_duplicates(index, index.pairs(records)))


def hant(text: str, toolkit: Toolkit) -> str:
    return toolkit.scripts.traditionalizer.convert(text)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("same", "exact"),
        ("marks", "exact"),
        ("script", "exact"),
        ("typo", "near"),
        ("half", "partial"),
        ("longer", "partial"),
    ],
)
def test_a_copy_is_found_whatever_was_done_to_it(name: str, kind: str, toolkit: Toolkit) -> None:
    copies = {
        "same": page(STORY),
        "marks": page(STORY).replace(",", "，"),
        "script": hant(page(STORY), toolkit),
        "typo": page(STORY).replace("公交和地铁", "公车和地铁").replace("九座", "十座"),
        "half": page(STORY[:3]),
        "longer": page((*STORY, *(one.replace("。", ",记者昨日获悉。") for one in OWN_REPORT))),
    }
    _, found = duplicates(page(STORY), copies[name], toolkit=toolkit)
    assert [line["kind"] for line in found] == [kind, kind]
    assert len({line["cluster"] for line in found}) == 1


def test_two_reports_of_one_event_are_two_stories(toolkit: Toolkit) -> None:
    assert duplicates(page(STORY), page(OWN_REPORT), toolkit=toolkit)[1] == []


def test_a_formula_that_many_pages_share_makes_no_copy(toolkit: Toolkit) -> None:
    formula = "本次会议由两市市委、市政府共同主办,两市发展改革部门具体承办,来自各界的代表参加。"
    texts = [page((formula, *rest)) for rest in (STORY[:3], OWN_REPORT)]
    assert duplicates(*texts, toolkit=toolkit)[1] == []


def test_a_spun_copy_is_found_and_is_never_the_best(toolkit: Toolkit) -> None:
    records = [record(page(STORY), toolkit, "https://a.test/"), record(page(STORY), toolkit, "https://0.test/")]
    swaps = [
        "建设",
        "制作",
        "计划",
        "方案",
        "沿线",
        "沿路",
        "居民",
        "住户",
        "可以",
        "能够",
        "共同",
        "一起",
        "负责人",
        "担任人",
        "影响",
        "感化",
        "当地",
        "本地",
        "规划",
        "策划",
        "学校",
        "书院",
        "首段",
        "头一段",
    ]
    for word, other in zip(swaps[::2], swaps[1::2], strict=True):
        records[1]["hans"]["text"] = records[1]["hans"]["text"].replace(word, other)
    text = records[1]["text"] = records[1]["hans"]["text"]
    records[1]["sentences"] = [[0, len(text)]]
    records[1]["quality"]["flags"].append({"name": "spun", "evidence": "建设"})
    index = Index()
    for one in records:
        index.add(one)
    found = list(find_duplicates(index, index.pairs(records)))
    assert [(line["kind"], line["best"], line["why"]) for line in found] == [("spun", records[0]["id"], "not spun")] * 2


def test_the_best_copy_is_the_one_with_an_outlet_and_the_earliest_date(toolkit: Toolkit) -> None:
    nameless = page(STORY, "半岛快线首段开工\n2023-03-14\n")
    later = page(STORY, HEAD.replace("03-15", "03-16"))
    records, found = duplicates(nameless, later, page(STORY), toolkit=toolkit)
    assert {(line["best"], line["why"]) for line in found} == {(records[2]["id"], "earliest date")}
    assert [line["id"] for line in found] == [one["id"] for one in records]


def corpus(folder: Path, name: str, *texts: str) -> Path:
    pages = folder / f"pages-{name}"
    pages.mkdir()
    for number, text in enumerate(texts):
        (pages / f"{name}{number}.txt").write_text(text, encoding="utf-8")
    assert CliRunner().invoke(main, ["clean", str(pages), "-o", str(folder / name), "-q"]).exit_code == 0
    return folder / name


def test_the_command_writes_a_file_and_leaves_the_records_alone(tmp_path: Path) -> None:
    folder = corpus(tmp_path, "a", page(STORY), page(STORY[:3]), page(OWN_REPORT))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = CliRunner().invoke(main, ["dedup", str(folder)])
    assert (done.exit_code, done.output) == (0, "3 records, 1 stories in several copies: 2 partial\n")
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.name in before} == before
    assert len(list(read_lines(folder, "duplicates.jsonl"))) == 2


def test_clean_can_look_for_copies_itself(tmp_path: Path) -> None:
    folder = corpus(tmp_path, "a", page(STORY), page(STORY, HEAD.replace("半岛日报", "海滨晚报")))
    one = CliRunner().invoke(main, ["clean", str(tmp_path / "pages-a"), "-o", str(tmp_path / "b"), "-q", "--dedup"])
    assert one.exit_code == 0
    write_duplicates(folder)
    assert (folder / "duplicates.jsonl").read_bytes() == (tmp_path / "b" / "duplicates.jsonl").read_bytes() != b""


def test_a_corpus_is_compared_with_one_that_was_done_before(tmp_path: Path) -> None:
    old = corpus(tmp_path, "old", page(STORY))
    new = corpus(tmp_path, "new", page(STORY, HEAD.replace("03-15", "03-17")), page(OWN_REPORT))
    counts = write_duplicates(new, [old])
    [line] = read_lines(new, "duplicates.jsonl")
    [known] = read_lines(old)
    assert (line["best"], line["best_is_elsewhere"]) == (known["id"], True)
    assert (counts["records"], counts["clusters"]) == (2, 1)
    assert not (old / "duplicates.jsonl").exists()


@pytest.mark.parametrize("broken", ["{", "[]"])
def test_a_broken_line_is_named(broken: str, tmp_path: Path) -> None:
    folder = corpus(tmp_path, "a", page(STORY))
    with (folder / "articles.jsonl").open("a") as stream:
        stream.write(broken + "\n")
    with pytest.raises(JdcError, match="line 2"):
        write_duplicates(folder)


def test_pairs_go_sentence_by_sentence_and_leave_out_what_was_changed(toolkit: Toolkit) -> None:
    other = hant(page((*STORY[:2], "此句只在一份報紙上有,說的是另一件事,與前後都無關係。", *STORY[2:])), toolkit)
    records, found = duplicates(page(STORY), other, toolkit=toolkit)
    rows = list(find_pairs(found, records))
    assert [row[3] for row in rows] == list(STORY)
    assert rows[0][4] == hant(STORY[0], toolkit)
    assert {row[1] for row in rows} == {records[0]["id"]}


def test_pairs_need_two_sources_that_wrote_themselves(toolkit: Toolkit) -> None:
    records, found = duplicates(page(STORY), hant(page(STORY), toolkit), toolkit=toolkit)
    records[1]["quality"]["measures"] |= {"repair_rate": 12.0, "repair_kinds": 4}
    assert list(find_pairs(found, records)) == []


@pytest.mark.parametrize("text", ["", "。", "青", "\ud800青岛", "青" * 100_000])
def test_any_text_has_a_sketch(text: str) -> None:
    made = sketch([text])
    assert made.signature.shape == (128,)
    assert len(shingles_of(text)) >= 1


def test_a_sentence_that_reads_as_a_formula_is_none_for_a_spreadsheet(tmp_path: Path, toolkit: Toolkit) -> None:
    story = ('=HYPERLINK("http://a.test","点此")是网页上常见的一种链接,读者应当小心。', *STORY)
    folder = corpus(tmp_path, "a", page(story), hant(page(story), toolkit))
    write_duplicates(folder)
    plain = CliRunner().invoke(main, ["pairs", str(folder)]).output
    safe = CliRunner().invoke(main, ["pairs", str(folder), "--spreadsheet"]).output
    assert len(plain.splitlines()) == len(story) + 1
    for output, mark in ((plain, ""), (safe, "'")):
        row = next(csv.reader(output.splitlines()[1:], "excel-tab"))
        assert row[3].startswith(f"{mark}=HYPERLINK(")
        assert row[4].startswith(f"{mark}=HYPERLINK(")
    assert plain.splitlines()[2:] == safe.splitlines()[2:]
