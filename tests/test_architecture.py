"""Who may import whom, and how large things may grow."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "jiaodong_corpus"
MODULES = {
    path.parent.name if path.name == "__init__.py" and path.parent != PACKAGE else path.stem: path
    for path in sorted(PACKAGE.rglob("*.py"))
}
MAX_LINES, MAX_FUNCTION = 260, 45

# What label.py passes the draft of a page through, and what these are made of: each may use those before it.
PASSES = (
    "rows",
    "scenes",
    "captions",
    "gaps",
    "picture_credits",
    "galleries",
    "pictures",
    "recur",
    "copies",
    "context",
    "titles_twice",
    "outline",
    "post_forms",
    "photo_lines",
    "offers",
    "listings",
    "documents",
    "label_cells",
    "calendars",
    "tables",
    "piped_tables",
    "keywords",
    "title",
    "outside",
    "boxes",
    "inside",
    "widths",
    "wrap",
    "clause_lines",
    "broken_sentences",
    "clauses",
    "teaser_ends",
    "teaser_rows",
    "teasers",
    "turns",
    "beside",
    "companies",
    "pagekind",
    "kickers",
    "titles",
    "lookalikes",
    "contents",
    "outlets",
    "briefs",
    "signs",
    "poems",
    "blank_lines",
    "printed",
    "questions",
    "topics",
    "starts",
    "subheads",
    "closing",
    "headline_copies",
    "headline",
    "standfirsts",
    "behind",
    "heads",
    "stopless",
    "runs",
    "belongs",
    "body",
    "unsure",
    "rest",
    "notices",
)
# In flow order; a module may import what stands in its set, which lies above it in this table.
MAY_IMPORT: dict[str, set[str]] = {
    # What flows, and what the stages share.
    "layout": set(),
    "visible": set(),
    "model": {"layout", "visible"},
    "unit": {"layout", "model"},
    "facts": set(),
    "times": set(),
    "characters": set(),
    "simplify": {"characters"},
    "traditionalize": {"characters"},
    "script": {"characters", "simplify", "traditionalize"},
    "engine": set(),
    "segment": {"engine"},
    "parsed": set(),
    "sieve": {"parsed"},
    "repeats": set(),
    "weights": {"model"},
    "line_features": {"model"},
    "line_classifier": {"model", "weights"},
    "article_classifier": {"facts", "model", "weights"},
    "pair_weights": set(),
    "lexicon": {"line_classifier", "model", "pair_weights", "sieve"},
    "templates": {"layout", "model"},
    "frequencies": set(),
    "likelihood": {"frequencies"},
    "readings": set(),
    "gbk": set(),
    "trigrams": set(),
    "evidence": {"gbk", "likelihood", "readings", "trigrams"},
    "spun_lexicon": set(),
    "spun": {"spun_lexicon"},
    "words": {"engine", "model"},
    "places": {"engine", "model", "words"},
    "tagging": {"engine"},
    "names": {"facts", "lexicon", "model"},
    "lines": {"facts", "lexicon", "model", "names"},
    "page_lines": {"lines", "model", "names"},
    "cut": {"facts", "lexicon", "lines", "model", "names", "page_lines"},
    "brands": set(),
    "glued": {"cut", "facts", "lexicon", "lines", "model"},
    "signers": {"brands", "cut", "lexicon", "model", "names", "page_lines"},
    "overlay": {"cut", "lexicon", "lines", "model", "repeats"},
    "toolkit": {
        "article_classifier",
        "engine",
        "evidence",
        "lexicon",
        "likelihood",
        "model",
        "overlay",
        "places",
        "readings",
        "script",
        "spun_lexicon",
        "tagging",
        "templates",
        "trigrams",
        "weights",
        "words",
    },
    # Bytes to page.
    "read": {"model"},
    "captures": {"model"},
    "containers": {"captures", "model", "read"},
    "decode": {"model"},
    "parse_text": {"layout", "model", "unit"},
    "scan": set(),
    "assemble": {"layout", "model", "unit"},
    "lexbor": {"assemble", "layout"},
    "soup": {"assemble", "layout"},
    "parse_html": {"assemble", "layout", "lexbor", "scan", "soup", "unit"},
    "misread": {"evidence", "likelihood"},
    "pinyin": {"evidence", "readings"},
    "slip_runs": {"gbk"},
    "slip_ends": {"evidence", "gbk", "readings"},
    "slip_around": {"likelihood", "slip_ends"},
    "slip_reader": {"evidence", "gbk", "slip_around", "slip_ends", "slip_runs"},
    "inserts": {"evidence"},
    "slips": {"evidence", "gbk", "inserts", "model", "readings", "slip_ends", "slip_reader"},
    "spacing": {"evidence"},
    "repair": {"evidence", "inserts", "misread", "model", "pinyin", "slips", "spacing"},
    "page": {"decode", "evidence", "model", "parse_html", "parse_text", "repair", "toolkit", "unit"},
    # Page to labels. The passes of label.py look at the draft alone and know nothing of the stages behind it.
    "byline_names": {"lexicon", "names"},
    "signatures": {"byline_names", "lexicon", "names"},
    "byline_forms": {"byline_names", "lexicon", "names", "signatures"},
    "bylines": {"byline_forms", "byline_names", "lexicon", "names"},
    "draft": {"facts", "layout", "lexicon", "model"},
    "gibberish": {"facts"},
    **{
        name: {
            "bylines",
            "draft",
            "facts",
            "lexicon",
            "line_features",
            "lines",
            "model",
            "names",
            "pair_weights",
            "signatures",
            *PASSES[:place],
        }
        for place, name in enumerate(PASSES)
    },
    "fieldlines": {"bylines", "lexicon", "lines", "model", "names"},
    "label": {
        "bylines",
        "draft",
        "facts",
        "fieldlines",
        "gibberish",
        "glued",
        "layout",
        "lexicon",
        "lines",
        "model",
        "names",
        "signatures",
        "signers",
        *PASSES,
    },
    # Labels to articles.
    "photos": {"facts", "model"},
    "folio": {"model", "names"},
    "interleave": {"clause_lines", "evidence", "facts", "model", "wrap"},
    "split": {
        "clause_lines",
        "evidence",
        "facts",
        "folio",
        "interleave",
        "lexicon",
        "lines",
        "model",
        "photos",
        "title",
        "wrap",
    },
    "stated": {"facts", "layout", "lexicon", "model", "names", "times"},
    "settle": {"facts", "lexicon", "lines", "model", "names", "times"},
    "headline_classifier": {
        "article_classifier",
        "facts",
        "lexicon",
        "line_classifier",
        "line_features",
        "model",
        "pair_weights",
        "titles",
        "weights",
    },
    "line_values": {"label_cells", "lexicon", "lines", "model", "titles"},
    "metadata": {
        "byline_forms",
        "bylines",
        "facts",
        "lexicon",
        "line_values",
        "lines",
        "model",
        "names",
        "settle",
        "stated",
        "times",
    },
    # Articles to records.
    "normalize": {"script"},
    "script_quality": {"script"},
    "notebook": {"model"},
    "record": {"notebook"},
    "provenance": {"model", "record", "repair"},
    "build": {
        "model",
        "normalize",
        "places",
        "provenance",
        "record",
        "script",
        "script_quality",
        "segment",
        "spun",
        "times",
        "toolkit",
    },
    # The whole chain, and what stands around it.
    "pipeline": {
        "article_classifier",
        "build",
        "containers",
        "headline_classifier",
        "label",
        "metadata",
        "model",
        "page",
        "read",
        "record",
        "split",
        "toolkit",
    },
    "sites": {"containers", "model", "page", "read", "templates", "toolkit"},
    "write": {"model", "pipeline", "read", "record", "templates"},
    "corpus": {"model", "write"},
    "summary": {"corpus", "read", "visible", "write"},
    "progress": set(),
    # Runs that hold.
    "store": {"read", "templates", "write"},
    "shards": {"containers", "model", "pipeline", "read", "store", "templates", "toolkit", "write"},
    "jobs": {"model", "pipeline", "shards", "toolkit"},
    "spec": {"model", "read", "shards", "store", "templates", "toolkit"},
    "on_ray": {"model", "shards", "spec"},
    "on_datatrove": {"model", "pipeline", "spec"},
    "run": {"jobs", "model", "read", "shards", "store", "toolkit", "write"},
    "check": {"model", "write"},
    "guide": {"lexicon", "model"},
    "terminal": set(),
    "explain": {
        "article_classifier",
        "line_classifier",
        "line_features",
        "model",
        "pipeline",
        "record",
        "script",
        "terminal",
        "unsure",
        "visible",
        "weights",
    },
    "scores": set(),
    "evaluate": {"model", "pipeline", "read", "record", "repair", "scores", "toolkit"},
    "floors": {"model", "scores", "visible"},
    "api": {"model", "notebook", "page", "pipeline", "read", "record", "toolkit"},
    # What works on a corpus that a run wrote.
    "sketch": set(),
    "reprints": {"corpus", "sketch"},
    "dedup": {"corpus", "model", "reprints", "write"},
    "pairs": {"corpus", "reprints", "script_quality", "sketch"},
    "stats": {"corpus", "model", "read", "visible"},
    "report": {"corpus", "dedup", "model", "notebook", "script_quality", "stats", "visible", "write"},
    "columns": {"model", "record"},
    "export": {"columns", "corpus", "model", "stats", "visible", "write"},
    # The commands.
    "config": {"model"},
    "cli_clean": {
        "dedup",
        "model",
        "on_ray",
        "progress",
        "read",
        "run",
        "shards",
        "sites",
        "spec",
        "summary",
        "templates",
        "toolkit",
        "write",
    },
    "cli_corpus": {"corpus", "dedup", "export", "model", "pairs", "report", "stats"},
    "cli_shard": {"cli_clean", "jobs", "model", "spec"},
    "cli_gold": {
        "check",
        "cli_clean",
        "evaluate",
        "floors",
        "scores",
        "model",
        "pipeline",
        "read",
        "toolkit",
        "visible",
        "write",
    },
    "cli": {
        "cli_clean",
        "cli_corpus",
        "cli_gold",
        "cli_shard",
        "config",
        "explain",
        "guide",
        "lexicon",
        "model",
        "pipeline",
        "read",
        "record",
        "terminal",
        "toolkit",
        "visible",
    },
    "__main__": {"cli"},
    "__init__": {"api", "columns", "model", "pipeline", "record", "toolkit"},
}
# Each library has its own place, so that it can be exchanged there.
MAY_USE: dict[str, set[str]] = {
    "bs4": {"api", "page", "parse_html", "soup"},
    "filelock": {"run", "spec"},
    "ray": {"on_ray"},
    "datatrove": {"on_datatrove"},
    "click": {"cli", "cli_clean", "cli_corpus", "cli_gold", "cli_shard", "config", "explain", "progress"},
    "jieba": {"engine", "tagging"},
    "opencc": {"script"},
    "numpy": {"line_classifier", "reprints", "sketch", "trigrams", "weights"},
    "orjson": {"corpus", "spec", "stats", "store", "write"},
    "pydantic": {"lexicon", "overlay", "record"},
    "pypinyin": {"readings"},
    "rjieba": {"engine"},
    "fastwarc": {"captures"},
    "selectolax": {"lexbor"},
    "threadpoolctl": {"line_classifier"},
    "wcwidth": {"explain", "stats", "terminal"},
    "jinja2": {"notebook", "report"},
    "zstandard": {"containers", "export"},
    "pyarrow": {"columns"},
    "pandas": {"columns"},
    "polars": {"columns"},
}
WORDS_TO_AVOID = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
CHANGERS = {"add", "append", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort", "update"}


def _tree(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text("utf-8"))


def _imports(name: str) -> tuple[set[str], set[str]]:
    """Return the modules of the package and the libraries that a module imports anywhere in it."""
    own: set[str] = set()
    libraries: set[str] = set()
    for node in ast.walk(_tree(name)):
        if isinstance(node, ast.Import):
            libraries |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            libraries.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.ImportFrom):
            own |= (
                {node.module.partition(".")[0]}
                if node.module
                else {alias.name for alias in node.names} - {"__version__"}
            )
    return own, libraries - set(sys.stdlib_module_names)


def test_every_module_has_its_place_in_the_table() -> None:
    assert set(MODULES) == set(MAY_IMPORT)


def test_the_table_is_in_flow_order() -> None:
    above: set[str] = set()
    for name, allowed in MAY_IMPORT.items():
        assert allowed <= above, f"{name} may import {allowed - above}, which comes after it"
        above.add(name)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_only_what_it_may(name: str) -> None:
    own, libraries = _imports(name)
    assert own <= MAY_IMPORT[name]
    assert {library for library in libraries if name not in MAY_USE.get(library, set())} == set()


@pytest.mark.parametrize("library", MAY_USE)
def test_a_library_is_used_where_the_table_says(library: str) -> None:
    users = {name for name in MODULES if library in _imports(name)[1]}
    assert users == MAY_USE[library]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_is_and_is_called_so(name: str) -> None:
    assert ast.get_docstring(_tree(name))
    assert not WORDS_TO_AVOID & set(name.split("_"))


@pytest.mark.parametrize("name", MODULES)
def test_modules_and_functions_stay_small(name: str) -> None:
    assert len(MODULES[name].read_text("utf-8").splitlines()) <= MAX_LINES
    for node in _functions(_tree(name)):
        # A docstring with an example is not what makes a function hard to read.
        lines = (node.end_lineno or 0) - node.lineno + 1 - len((ast.get_docstring(node) or "").splitlines())
        assert lines <= MAX_FUNCTION, f"{node.name} has {lines} lines"


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("name", MODULES)
def test_no_module_keeps_state(name: str) -> None:
    tree = _tree(name)
    constants = {target.id for node in tree.body for target in _targets(node) if isinstance(target, ast.Name)}
    for node in ast.walk(tree):
        assert not isinstance(node, ast.Global), "a module-level name is rebound"
        if node not in tree.body:
            changed = [target for target in _targets(node) if isinstance(target, ast.Subscript | ast.Attribute)]
            assert not {_root(target) for target in changed} & constants, "a constant is changed"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGERS:
            assert _root(node.func) not in constants, "a constant is changed"
    for constant in constants:
        # Constants in capitals, types with one capital, and what Python itself names.
        assert constant[0].isupper() or constant.startswith(("__", "_P")), f"{constant} reads as a variable"


def _targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return [one for target in node.targets for one in (target.elts if isinstance(target, ast.Tuple) else [target])]
    if isinstance(node, ast.AugAssign | ast.AnnAssign):
        return [node.target]
    return node.targets if isinstance(node, ast.Delete) else []


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def test_only_the_library_keeps_a_toolkit_for_the_process() -> None:
    caching = {"cache", "lru_cache"}
    users = {
        name
        for name in MODULES
        for node in ast.walk(_tree(name))
        if isinstance(node, ast.ImportFrom)
        and node.module == "functools"
        and caching & {one.name for one in node.names}
    }
    assert users <= {"api"}


def test_importing_the_library_loads_no_dictionary() -> None:
    code = "import sys, jiaodong_corpus.api; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert not {"jieba", "rjieba"} & set(loaded)


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_loads_nothing_that_it_does_not_need(argument: str) -> None:
    code = (
        f"import sys; sys.argv = ['jdc', '{argument}']; import atexit; atexit.register(lambda: print(*sys.modules)); "
    )
    command = [sys.executable, "-c", code + "from jiaodong_corpus.cli import main; main()"]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert "jiaodong_corpus.cli" in loaded
    assert not {"bs4", "jieba", "lxml", "opencc", "orjson", "pydantic", "rjieba"} & set(loaded)


def test_every_public_name_is_at_home_where_the_package_says() -> None:
    import jiaodong_corpus

    assert sorted(name for names in jiaodong_corpus.HOMES.values() for name in names) == sorted(jiaodong_corpus.__all__)
    assert all(getattr(jiaodong_corpus, name) for name in jiaodong_corpus.__all__)


def test_the_chain_fits_on_one_screen() -> None:
    sizes = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in _functions(_tree("pipeline"))
        if node.name.startswith("process")
    }
    assert sizes
    assert sum(sizes.values()) <= 50
