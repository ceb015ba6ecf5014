"""Score the pipeline on the 301 real pages of ``shared/html-dev``, as HTML and as the text dumps of the same pages.

The pages are third-party material and never part of this project: they are unpacked to a temporary folder, and where they
are absent the script says so and stops. The metric is that of ``eval.py`` beside them (4-gram shingles of CJK characters,
mean F1 of the news pages).

    python tests/bench_html_dev.py [FOLDER]
"""

import importlib.util
import sys
import tarfile
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from jiaodong_corpus.decode import decode
from jiaodong_corpus.label import label
from jiaodong_corpus.metadata import find_metadata
from jiaodong_corpus.model import RawPage, Source
from jiaodong_corpus.page import parse
from jiaodong_corpus.parse_html import parse_html
from jiaodong_corpus.split import split
from jiaodong_corpus.times import iso_time
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

SHARED = Path("/work/shared/html-dev")


def extract(raw: RawPage, toolkit: Toolkit) -> dict[str, Any]:
    """Return what the metric compares: text, title, publish_time, author, source."""
    labelled = label(parse(raw, toolkit.scripts), toolkit.lexicon)
    articles = [one for one in split(labelled, toolkit.lexicon) if one.kind == "article"]
    # The gold of this set counts the standfirst as text, which a record holds apart.
    kept = {index for one in articles for row in one.paragraphs for index in row}
    kept |= {
        index
        for one in articles
        for index in one.indexes
        if labelled.blocks[index].rule in {"standfirst", "below-standfirst-head"}
    }
    blocks = [labelled.blocks[index].block.text for index in sorted(kept)]
    if not articles:
        return {"text": ""}
    found = find_metadata(articles[0], toolkit.lexicon)
    first = {name: one.value for name in ("headline", "published", "outlet") if (one := found.first(name))}
    return {
        "text": "\n".join(blocks),
        "title": first.get("headline"),
        "publish_time": iso_time(first.get("published", "")),
        "author": "、".join(one.value for one in found.all("byline")),
        "source": first.get("outlet"),
    }


def as_dump(content: bytes) -> bytes:
    """Return the text dump of an HTML page: its blocks, one a line, without title element and pictures."""
    units = parse_html(decode(content).text).units
    seen = [one.raw for one in units if not one.layout.attribute and not one.layout.path.endswith("head/title")]
    return "\n".join(seen).encode("utf-8", "surrogatepass")


def load_metric(folder: Path) -> ModuleType:
    """Import ``eval.py`` and what it imports from beside it."""
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("html_dev_eval", folder / "eval.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Print one line for each form of the pages."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    if not (folder / "pages.tar.xz").exists():
        print(f"skipped: {folder} holds no pages.tar.xz; name the folder that does")
        return
    metric = load_metric(folder)
    toolkit = load_toolkit()
    forms = {
        "HTML": lambda text: RawPage(
            Source("page.html", media_type="text/html"), text.encode("utf-8", "surrogatepass")
        ),
        "text dump": lambda text: RawPage(Source("page.txt"), as_dump(text.encode("utf-8", "surrogatepass"))),
    }
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(folder / "pages.tar.xz") as archive:
            archive.extractall(place, filter="data")
        pages = metric.load(place)
        for name, form in forms.items():
            rows, seconds, size = metric.run(
                name, lambda text, form=form: extract(form(text), toolkit), pages, "str", place
            )
            print(metric.summary(name, rows, seconds, size))


if __name__ == "__main__":
    main()
