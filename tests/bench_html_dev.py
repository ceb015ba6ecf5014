"""Score the pipeline on the 301 real pages of ``shared/html-dev``, as HTML and as the text dumps of the same pages.

The pages are third-party material and never part of this project: they are unpacked to a temporary folder, and where they
are absent the script says so and stops. The metric is that of ``eval.py`` beside them (4-gram shingles of CJK characters,
mean F1 of the news pages). Where trafilatura is installed it runs in the same run, for the ratio of speeds.

    python tests/bench_html_dev.py [FOLDER] [--cross-validate]

With ``--cross-validate`` the weights of ``boxes.py`` are chosen on four fifths of the sites and scored on the last: the figure
that sites reach which had no say in the choice.
"""

import importlib.util
import random
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from jiaodong_corpus import boxes
from jiaodong_corpus.decode import decode
from jiaodong_corpus.label import label
from jiaodong_corpus.metadata import find_metadata
from jiaodong_corpus.model import Label, RawPage, Source
from jiaodong_corpus.page import parse
from jiaodong_corpus.parse_html import parse_html
from jiaodong_corpus.pipeline import find_articles
from jiaodong_corpus.templates import learn
from jiaodong_corpus.times import iso_time
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

SHARED = Path(__file__).resolve().parents[2] / "shared" / "html-dev"
MIN_PAGES, FOLDS = 3, 5
STANDFIRST = frozenset({"standfirst", "below-standfirst-head"})
# Each setting differs from the one in the code by these.
SETTINGS: tuple[Mapping[str, float], ...] = (
    {}, {"LINE": 0.0}, {"LINE": -4.0}, {"LINK": -3.0}, {"LINK": -12.0}, {"FURNITURE": -15.0}, {"FURNITURE": -60.0}, {"TEASER": 0.5},
    {"BEYOND_TITLE": 0.4}, {"FADE": 0.9}, {"FADE": 0.97}, {"FOREIGN": 0.1}, {"NEARLY": 0.8},
)  # fmt: skip


def extract(raw: RawPage, toolkit: Toolkit) -> dict[str, Any]:
    """Return what the metric compares: text, title, publish_time, author, source."""
    page = parse(raw, toolkit)
    labelled, found_all, _ = find_articles(label(page, toolkit.lexicon, toolkit.templates.of(page)), toolkit)
    # The text of a photo item is its caption; a page of a picture alone has no other.
    articles = [one for one in found_all if one.kind == "article"] or list(found_all[:1])
    if not articles:
        return {"text": ""}
    # The gold of this set counts the standfirst as text, which a record holds apart.
    kept = {index for one in articles for row in one.paragraphs for index in row}
    kept |= {index for one in articles for index in one.indexes if labelled.blocks[index].rule in STANDFIRST}
    if articles[0].kind == "photo":
        kept |= {index for index in articles[0].indexes if labelled.blocks[index].label is Label.CAPTION}
    found = find_metadata(articles[0], toolkit.lexicon)
    first = {name: one.value for name in ("headline", "published", "outlet") if (one := found.first(name))}
    return {
        "text": "\n".join(labelled.blocks[index].block.text for index in sorted(kept)),
        "title": first.get("headline"),
        "publish_time": iso_time(first.get("published", "")),
        "author": "、".join(one.value for one in found.all("byline")),
        "source": first.get("outlet"),
    }


def as_html(text: str) -> RawPage:
    """Return a page as it would come from a file."""
    return RawPage(Source("page.html", media_type="text/html"), text.encode("utf-8", "surrogatepass"))


def as_dump(text: str) -> RawPage:
    """Return the text dump of an HTML page: its blocks, one a line, without title element and pictures."""
    units = parse_html(decode(text.encode("utf-8", "surrogatepass")).text).units
    seen = [one.raw for one in units if not one.layout.attribute and not one.layout.path.endswith("head/title")]
    return RawPage(Source("page.txt"), "\n".join(seen).encode("utf-8", "surrogatepass"))


def load_metric(folder: Path) -> ModuleType:
    """Import ``eval.py`` and what it imports from beside it."""
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("html_dev_eval", folder / "eval.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(metric: ModuleType, pages: list[Any], place: str) -> None:
    """Print one line for each form of the pages, and for trafilatura where it is installed."""
    toolkit = load_toolkit()
    forms: dict[str, Callable[[str], dict[str, Any]]] = {
        "HTML": lambda text: extract(as_html(text), toolkit),
        "text dump": lambda text: extract(as_dump(text), toolkit),
    }
    if importlib.util.find_spec("trafilatura"):
        forms["trafilatura"] = metric.PEERS["trafilatura"][0]()
    for name, form in forms.items():
        rows, seconds, size = metric.run(name, form, pages, "str", place)
        print(metric.summary(name, rows, seconds, size), f"source={metric.acc(rows, 'source_ok')}")
    rows, seconds, size = metric.run(
        "raw bytes", lambda content: extract(RawPage(as_html("").source, content), toolkit), pages, "bytes", place
    )
    print(metric.summary("raw bytes", rows, seconds, size))


def score_templates(metric: ModuleType, pages: list[Any]) -> None:
    """Print the mean F1 of the sites with three or more pages, without and with their templates."""
    sizes = Counter(map(metric.host, pages))
    many = [page for page in pages if sizes[metric.host(page)] >= MIN_PAGES]
    raws = [as_html(metric.decode(page)) for page in many]
    raws = [
        replace(raw, source=replace(raw.source, url=f"http://{metric.host(page).replace(':', '.')}/"))
        for raw, page in zip(raws, many, strict=True)
    ]
    alone = load_toolkit()
    learned = load_toolkit(templates=learn(parse(raw, alone) for raw in raws))
    for name, toolkit in (("without templates", alone), ("with templates", learned)):
        found = [metric.prf(extract(raw, toolkit)["text"], page)[2] for raw, page in zip(raws, many, strict=True)]
        print(f"{name:30s} n={len(found)} F1={sum(found) / len(found):.4f}")


def cross_validate(metric: ModuleType, pages: list[Any]) -> None:
    """Print the mean F1 of each setting of the weights, and the cross-validated one."""
    sites = sorted({metric.host(page) for page in pages})
    random.Random(7).shuffle(sites)
    fold_of = {site: number % FOLDS for number, site in enumerate(sites)}
    folds = [fold_of[metric.host(page)] for page in pages]
    table = [_scores(setting, pages, metric) for setting in SETTINGS]
    for setting, row in zip(SETTINGS, table, strict=True):
        print(f"{sum(row) / len(row):.4f}  {dict(setting) or 'as in the code'}")
    held_out: list[float] = []
    for fold in range(FOLDS):
        best = max(table, key=lambda row: sum(one for one, at in zip(row, folds, strict=True) if at != fold))
        held_out += [one for one, at in zip(best, folds, strict=True) if at == fold]
    print(f"{sum(held_out) / len(held_out):.4f}  cross-validated over {len(sites)} sites in {FOLDS} folds")


def _scores(setting: Mapping[str, float], pages: list[Any], metric: ModuleType) -> list[float]:
    toolkit = load_toolkit()
    known = {name: getattr(boxes, name) for name in setting}
    for name, value in setting.items():
        setattr(boxes, name, value)
    try:
        return [metric.prf(extract(as_html(metric.decode(page)), toolkit)["text"], page)[2] for page in pages]
    finally:
        for name, value in known.items():
            setattr(boxes, name, value)


def main() -> None:
    """Score, or cross-validate."""
    named = [one for one in sys.argv[1:] if not one.startswith("-")]
    folder = Path(named[0]) if named else SHARED
    if not (folder / "pages.tar.xz").exists():
        print(f"skipped: {folder} holds no pages.tar.xz; name the folder that does")
        return
    metric = load_metric(folder)
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(folder / "pages.tar.xz") as archive:
            archive.extractall(place, filter="data")
        pages = metric.load(place)
        news = [page for page in pages if page["genre"] == "news"]
        if "--cross-validate" in sys.argv:
            cross_validate(metric, news)
        else:
            score(metric, pages, place)
            score_templates(metric, news)


if __name__ == "__main__":
    main()
