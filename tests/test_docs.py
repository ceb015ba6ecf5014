"""The documents and the program say the same."""

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def test_the_notebook_runs_on_the_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas", reason="pip install pandas to run the notebook")
    monkeypatch.chdir(DOCS)
    notebook = json.loads((DOCS / "first_look.ipynb").read_text("utf-8"))
    names: dict[str, Any] = {}
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for cell in cells:
        exec(compile(cell, "first_look.ipynb", "exec"), names)
    assert len(names["articles"]) == 13
    assert names["frame"]["length"].sum() == sum(len(article.text) for article in names["articles"])
    assert names["pairs"][("東", "东")] > 20
    shown = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    assert len(shown) == len(cells), "every cell is kept with what it shows"
    assert not [output for output in shown if output["output_type"] in {"error", "stream"}]
