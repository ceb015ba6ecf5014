"""The block for datatrove, run by its own executor, readers and writers."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from jiaodong_corpus import Toolkit, clean
from jiaodong_corpus.spec import Asked

pytest.importorskip("datatrove", reason="pip install 'jiaodong-corpus[datatrove]' to try its block")

PAGE = "青岛与烟台携手\n\n2021年6月1日 来源:半岛日报\n\n6月1日,青岛、烟台两市签署合作协议,共建胶东经济圈。\n两市推动港口合作。\n"


@pytest.mark.filterwarnings("ignore")
def test_pages_go_in_and_articles_come_out(tmp_path: Path, toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch) -> None:
    from datatrove.data import Document
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.writers import JsonlWriter

    from jiaodong_corpus.on_datatrove import CleanPages

    monkeypatch.setattr(Asked, "load", lambda _: toolkit)
    pages = [Document(PAGE, "a", metadata={"url": "https://a.test/1", "crawl": "x"}), Document("首页\n新闻\n", "b")]
    LocalPipelineExecutor(
        pipeline=[
            pages,
            CleanPages(Asked(20_000_000), JsonlWriter(str(tmp_path / "rejected"))),
            JsonlWriter(str(tmp_path / "articles")),
        ],
        logging_dir=str(tmp_path / "logs"),
    ).run()
    (article,) = _lines(tmp_path / "articles")
    (rejected,) = _lines(tmp_path / "rejected")
    record = clean(PAGE, toolkit=toolkit).articles[0]
    assert article["text"] == record.text
    assert article["metadata"]["crawl"] == "x"
    assert article["metadata"]["jdc"]["source"]["url"] == "https://a.test/1"
    assert article["metadata"]["jdc"]["hant"]["headline"] == "青島與煙臺攜手"
    assert rejected["id"] == "b"
    assert "no article" in rejected["metadata"]["jdc_rejection"]


def _lines(folder: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line) for file in folder.glob("*.gz") for line in gzip.decompress(file.read_bytes()).splitlines()
    ]
