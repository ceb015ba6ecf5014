"""Places as a reader would name them."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from jiaodong_corpus import JdcError, Toolkit
from jiaodong_corpus.places import Place, find_places, load_gazetteer
from jiaodong_corpus.segment import segment
from jiaodong_corpus.words import read_table

HERE = Path(__file__).parent
CASES = [
    pytest.param(
        case["text"], case["places"], id=case["why"],
        marks=[pytest.mark.xfail(reason=case["known_failure"], strict=True)] if "known_failure" in case else [],
    )
    for case in json.loads((HERE / "cases" / "places.json").read_text("utf-8"))
]  # fmt: skip
WORDS = HERE.parent / "src" / "jiaodong_corpus" / "lexicon" / "words"
CONTEXTS = tomllib.loads((WORDS / "place_contexts.toml").read_text("utf-8"))["context"]


@pytest.mark.parametrize(("text", "places"), CASES)
def test_a_text_names_the_places_that_a_reader_sees(text: str, places: dict[str, list[str]], toolkit: Toolkit) -> None:
    tokens = segment(text, [(0, len(text))], toolkit.segmenter).tokens
    found = find_places(text, tokens, toolkit.gazetteer)
    named = {f"{one.name} {one.code or ''}".strip(): [text[start:end] for start, end in one.spans] for one in found}
    assert list(named.items()) == list(places.items())


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda one: f"{one['form']}-{one['why'][:20]}")
def test_a_context_hits_what_it_should(context: dict[str, Any]) -> None:
    def excludes(case: str) -> bool:
        before, behind = case.split("|")
        if "before" in context:
            return re.search(context["before"], before) is not None
        return re.match(context["behind"], behind) is not None

    assert context["why"]
    assert [case for case in context["hits"] if not excludes(case)] == []
    assert [case for case in context["misses"] if excludes(case)] == []


def test_the_gazetteer_holds_every_city_and_county_of_shandong() -> None:
    gazetteer = load_gazetteer()
    places = {place for group in gazetteer.forms.values() for place in group}
    codes = [place.code for place in places if place.code]
    assert len(codes) == len(set(codes))
    count = {level: sum(place.level == level for place in places) for level in ("province", "prefecture", "county")}
    assert count == {"province": 1, "prefecture": 16, "county": 136}
    assert {place.code[:4] for place in places if place.code and place.level == "county"} == {
        place.code[:4] for place in places if place.code and place.level == "prefecture"
    }
    assert gazetteer.forms["即墨"] == (Place("即墨区", "370215", "county"),)
    assert len(list(read_table("places.tsv", 6))) == 195


@pytest.mark.parametrize(
    "line", ["青岛市\t青岛\t1\tprefecture\t-\tGB/T 2260", "青岛市\t青岛\t370200\ttown\t-\tGB/T 2260"]
)
def test_a_bad_place_is_refused(line: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lexicon" / "words").mkdir(parents=True)
    (tmp_path / "lexicon" / "words" / "places.tsv").write_text(line, "utf-8")
    monkeypatch.setattr("jiaodong_corpus.words.resources.files", lambda _: tmp_path)
    with pytest.raises(JdcError, match=r"places.tsv:1: "):
        load_gazetteer()
