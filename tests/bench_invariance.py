"""What changes nothing in a page may change nothing in its labels: the share of characters that keep theirs. Nothing is asserted.

    python tests/bench_invariance.py

Each fixture page is taken as it is and in other forms: in the other script, with blank lines taken out or put in, with indents,
with its marks folded to ASCII, and as flat HTML with a ``p`` or a ``br`` a line. Blocks are compared line by line, so a form in
which a line is cut elsewhere counts as changed.
"""

import html
from collections.abc import Callable
from pathlib import Path

from opencc import OpenCC

from jiaodong_corpus.label import label
from jiaodong_corpus.model import RawPage, Source
from jiaodong_corpus.page import parse
from jiaodong_corpus.toolkit import Toolkit, load_toolkit

PAGES = Path(__file__).parent / "pages"
FOLD = {ord(mark): ord(mark) - 0xFEE0 for mark in "，：；？！（）"}


def labels_of(text: str, media_type: str, toolkit: Toolkit) -> list[tuple[str, str]]:
    """Return label and letters of each block of a page."""
    page = parse(RawPage(Source("page", media_type=media_type), text.encode("utf-8", "surrogatepass")), toolkit)
    blocks = label(page, toolkit.lexicon).blocks
    return [(one.label.value, "".join(filter(str.isalnum, one.block.folded))) for one in blocks]


def lines(text: str) -> list[str]:
    """Return the lines of a page that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def as_html(text: str, between: str, around: str) -> str:
    """Return a page as flat HTML: its lines with nothing but one element around or between them."""
    rows = (around.format(html.escape(line, quote=False)) for line in lines(text))
    return f"<html><body>{between.join(rows)}</body></html>"


def kept(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> tuple[int, int]:
    """Return how many letters of a page have the same label in another form of it, and how many there are."""
    rest, same = 0, 0
    for name, text in one:
        place = next((index for index in range(rest, min(rest + 3, len(other))) if other[index][1] == text), None)
        if place is not None:
            rest = place + 1
            same += len(text) * (other[place][0] == name)
    return same, sum(len(text) for _, text in one)


def main() -> None:
    """Print the share of each form."""
    toolkit = load_toolkit()
    to_hant, to_hans = OpenCC("s2t").convert, OpenCC("t2s").convert
    forms: dict[str, tuple[str, Callable[[str], str]]] = {
        "in Traditional characters": ("text/plain", to_hant),
        "in Simplified characters": ("text/plain", to_hans),
        "blank lines taken out": ("text/plain", lambda text: "\n".join(lines(text))),
        "blank lines put in": ("text/plain", lambda text: "\n\n".join(lines(text))),
        "indented": ("text/plain", lambda text: "\n".join(f"　　{line}" if line else "" for line in text.splitlines())),
        "marks folded": ("text/plain", lambda text: text.translate(FOLD)),
        "a p a line": ("text/html", lambda text: as_html(text, "", "<p>{}</p>")),
        "a br a line": ("text/html", lambda text: as_html(text, "<br>", "{}")),
    }
    texts = [path.read_text("utf-8", "surrogateescape") for path in sorted(PAGES.glob("*/page.txt"))]
    plain = [labels_of(text, "text/plain", toolkit) for text in texts]
    for name, (media_type, change) in forms.items():
        rows = [kept(one, labels_of(change(text), media_type, toolkit)) for one, text in zip(plain, texts, strict=True)]
        same, total = map(sum, zip(*rows, strict=True))
        print(f"{name:<28} {same / total:.2%}  {same} of {total}")


if __name__ == "__main__":
    main()
