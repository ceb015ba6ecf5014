"""Bytes changed where that reaches new code: the same promises as `fuzz.py`, with atheris (pip install atheris).

    python tests/fuzz_guided.py [CORPUS] [-max_total_time=3600] [-max_len=4000] [other options of libFuzzer]

CORPUS is a folder that inputs are taken from and added to; a new one is filled with pieces of seeds and fixtures. The first byte of
an input says what it is handed over as. What breaks a promise or takes too long is written to ``crash-*`` or ``timeout-*`` here.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["jiaodong_corpus"]):
    from fuzz import check
    from made_pages import real_pages

    from jiaodong_corpus.toolkit import load_toolkit

MEDIA_TYPES = (None, "text/plain", "text/html")
# libFuzzer finds more with many short inputs; an input may take so many seconds of the clock, which a busy machine slows.
PIECE, SECONDS = 1500, 300


def fill(corpus: Path) -> None:
    """Write pieces of seeds and fixtures to a new folder."""
    corpus.mkdir(parents=True)
    for number, (content, media_type) in enumerate(real_pages()):
        for place in range(0, min(len(content), 4 * PIECE), PIECE):
            piece = bytes([MEDIA_TYPES.index(media_type)]) + content[place : place + PIECE]
            (corpus / f"{number:04}-{place}").write_bytes(piece)


def main() -> None:
    """Run libFuzzer on the pipeline."""
    toolkit = load_toolkit()
    folders = [one for one in sys.argv[1:] if not one.startswith("-")]
    if folders and not Path(folders[0]).exists():
        fill(Path(folders[0]))

    def attempt(data: bytes) -> None:
        if data:
            check((data[1:], MEDIA_TYPES[data[0] % len(MEDIA_TYPES)]), toolkit, twice=False)

    atheris.Setup([sys.argv[0], f"-timeout={SECONDS}", "-rss_limit_mb=4000", *sys.argv[1:]], attempt)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
