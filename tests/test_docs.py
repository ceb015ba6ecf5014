"""The documents and the program say the same."""

import ast
import json
import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from jiaodong_corpus import Label, Toolkit, clean_all
from jiaodong_corpus.cli import main
from jiaodong_corpus.guide import LABELS, as_markdown, find_rules, rules

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


def test_every_rule_that_decides_is_told(toolkit: Toolkit) -> None:
    pages = [ROOT / "seeds", *(folder for folder in (ROOT / "tests" / "pages").iterdir() if folder.is_dir())]
    seen: set[str] = set()
    for folder in pages:
        for result in clean_all([folder], toolkit=toolkit):
            seen |= {one.rule for one in result.blocks}
            seen |= {edit.rule for one in result.blocks for edit in one.block.edits}
            seen |= {found.rule for article in result.articles for found in article.findings}
            seen |= {found.rule for article in result.articles for found in article.quality.spun}
    assert len(seen) > 120
    assert [name for name in sorted(seen) if not find_rules(name, toolkit.lexicon)] == []


# What reads like the name of a rule and is none.
NO_RULES = {"a-f", "behind-last-sentence", "behind-text", "excel-tab", "jiaodong-corpus", "json-ld", "publish-date"}


def test_no_rule_of_the_table_is_gone_and_none_of_the_code_is_missing(toolkit: Toolkit) -> None:
    named: set[str] = set()
    for file in sorted((ROOT / "src" / "jiaodong_corpus").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and file.stem != "guide":
                named.add(node.value)
    patterns = {entry.name for entry in toolkit.lexicon.entries}
    told = [rule.name for rule in rules(toolkit.lexicon) if rule.name not in patterns]
    literal = {name for name in named if re.fullmatch(r"[a-z]+(-[a-z]+)+", name)} - NO_RULES
    assert sorted(name for name in literal if not any(fnmatchcase(name, one) for one in (*told, *patterns))) == []
    gone = [name for name in told if "-" in name and "*" not in name and name not in named]
    # These are put together where they are given: text-of-alt, line-before-error-page.
    assert [name for name in gone if not name.startswith(("text-of-", "line-before-"))] == []


def test_every_label_is_told() -> None:
    assert list(LABELS) == list(Label)


def test_the_document_of_labels_and_rules_is_up_to_date(toolkit: Toolkit) -> None:
    written = (DOCS / "labels_and_rules.md").read_text("utf-8")
    assert written == "\n".join(as_markdown(toolkit.lexicon)) + "\n", (
        "write it again: jdc rule --markdown > docs/labels_and_rules.md"
    )


def test_a_rule_is_told_by_its_name() -> None:
    shown = CliRunner().invoke(main, ["rule", "below-disclaimer-head"]).output
    assert shown == "below-disclaimer-head (label): What stands below the head of a disclaimer.\n"
    assert "e.g. " in CliRunner().invoke(main, ["rule", find_pattern()]).output
    assert "json-ld-* (metadata)" in CliRunner().invoke(main, ["rule", "json-ld-author"]).output
    wrong = CliRunner().invoke(main, ["rule", "no-such-rule"])
    assert (wrong.exit_code, "there is no rule of this name" in wrong.output) == (2, True)


def find_pattern() -> str:
    from jiaodong_corpus.lexicon import load_lexicon

    return load_lexicon().labels[0].name


def commands() -> dict[str, click.Command]:
    """Return every command by its words: ``clean``, ``shard plan``."""
    found: dict[str, click.Command] = {}
    for name, command in main.commands.items():
        below = command.commands if isinstance(command, click.Group) else {}
        found |= {f"{name} {inner}": one for inner, one in below.items()} or {name: command}
    return found


@pytest.mark.parametrize("name", commands())
def test_every_command_has_an_example_and_stands_in_the_readme(name: str) -> None:
    shown = CliRunner().invoke(main, [*name.split(), "--help"]).output
    assert re.search(rf"Examples?:\n\s+jdc {name}\b", shown)
    assert f"jdc {name}" in (ROOT / "README.md").read_text("utf-8")
    for option in commands()[name].params:
        if isinstance(option, click.Option):
            assert option.help, f"{option.name} has no help"


def test_every_command_that_a_document_shows_is_one() -> None:
    texts = [
        file.read_text("utf-8")
        for file in (ROOT / "README.md", *DOCS.glob("*.md"), ROOT / "data" / "gold" / "README.md")
    ]
    for words in re.findall(r"(?:^|`|/)jdc ((?:[a-z]+ ?)+)(?= |`|$)", "\n".join(texts), re.M):
        first = words.split()
        assert first[0] in main.commands or " ".join(first[:2]) in commands(), f"jdc {words}"


def test_every_field_of_a_record_is_told() -> None:
    from jiaodong_corpus import Record

    told = (DOCS / "record.md").read_text("utf-8")
    assert [name for name in Record.model_fields if f"`{name}`" not in told] == []
