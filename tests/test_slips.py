"""Byte slips made from the records of the seeds: what becomes of them."""

import json
import random
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest
from make_slips import FOLD, PRIVATE, make, slips

from jiaodong_corpus import load_toolkit
from jiaodong_corpus.evidence import Evidence
from jiaodong_corpus.repair import repair, undo
from jiaodong_corpus.slip_reader import Choice, SlipReader
from jiaodong_corpus.slips import MAX_GUESSES

RECORDS = Path(__file__).parents[1] / "data" / "sample" / "articles.jsonl"
LANGUAGE = load_toolkit().language
COUNT = 120


def pages() -> list[str]:
    """Return the texts of the seeds in Traditional."""
    return [json.loads(line)["hant"]["text"] for line in RECORDS.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("form", ["whole", "folded", "dropped"])
def test_slips_are_undone_or_told(form: str) -> None:
    became: Counter[str] = Counter()
    for slip in islice(slips(pages(), random.Random(7), ("browser", "gb18030")), COUNT):
        damaged = slip.damaged.translate(FOLD) if form == "folded" else slip.damaged
        damaged = PRIVATE.sub("", damaged) if form == "dropped" else damaged
        text, edits, doubts = repair(damaged, Evidence(f"{slip.page}\n{damaged}", LANGUAGE))
        assert undo(text, edits) == damaged
        right = text.translate(FOLD) == slip.whole.translate(FOLD)
        changed = any(edit.rule == "lost-byte" for edit in edits)
        became["right" if right else "wrong" if changed else "told" if doubts else "missed"] += 1
    assert became["wrong"] + became["missed"] <= COUNT * 0.03, became
    assert became["right"] >= COUNT * (0.25 if form == "dropped" else 0.7), became


@pytest.mark.parametrize("decoder", ["browser", "gb18030", "gbk"])
def test_the_generator_damages_one_character_and_what_follows(decoder: str) -> None:
    whole = "打通出海口是河南發展的關鍵。"
    damaged, to_end = make(whole, whole.index("海"), decoder)
    assert damaged.startswith("打通出?？")
    assert damaged.endswith("展的關鍵。")
    assert not to_end


def test_a_page_that_quotes_damage_is_left_alone() -> None:
    page = "編碼錯誤會把文字變成亂碼,如“錕斤拷”和“出??冢\ue0dfz東”,這叫mojibake。真的嗎?是的,問題在於GBK?對。"
    assert repair(page, Evidence(page, LANGUAGE))[1:] == ((), ())


# As many bytes lost as there are words.
DROPPED = "頎籪?"


def test_a_ruin_is_not_searched_for_two_bytes_at_every_place(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    search = SlipReader.read_without_first

    def counted(reader: SlipReader, text: str, start: int, leads: Sequence[int]) -> Choice | None:
        asked.append(start)
        return search(reader, text, start, leads)

    monkeypatch.setattr(SlipReader, "read_without_first", counted)
    for ruin, searches in ((DROPPED * 60, MAX_GUESSES), (DROPPED.replace("?", "\ufffd") * 60, 0)):
        asked.clear()
        repair(ruin, Evidence(ruin, LANGUAGE))
        assert len(asked) == searches
