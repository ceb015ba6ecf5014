"""Scores that may not fall."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from .model import JdcError
from .scores import Scores
from .visible import visible


def load_floors(file: Path) -> dict[str, float]:
    """Return the floors in a file, by measure; none where it does not exist.

    Raises:
        JdcError: the file is not a table of numbers.

    """
    if not file.exists():
        return {}
    try:
        return {name: float(value) for name, value in tomllib.loads(file.read_text("utf-8")).items()}
    except (ValueError, TypeError) as error:
        raise JdcError(f'{file}: {error}. Write one line a measure, such as "article boundaries" = 0.95.') from error


def raise_floors(file: Path, scores: Scores) -> None:
    """Write each score that is above its floor as the new floor; a floor is never lowered here."""
    floors = load_floors(file)
    for name in scores.ratios:
        # Rounded down, so that the score itself passes.
        floors[name] = max(floors.get(name, 0.0), int(scores.share(name) * 10_000) / 10_000)
    lines = [f'"{name}" = {floor}' for name, floor in floors.items()]
    file.write_text(
        "# Scores that may not fall. jdc evaluate --raise-floors raises them; only a hand lowers one.\n"
        + "\n".join(lines)
        + "\n",
        "utf-8",
    )


def show(pages: Iterable[Scores], total: Scores, wrong: bool) -> Iterator[str]:
    """Yield the lines that show scores: those of each page, with what is ``wrong`` on it if asked for, and of all."""
    for page in pages:
        yield f"{page.share('labels by character'):7.2%} {page.share('article boundaries'):7.1%}  {visible(page.name)}"
        for words in page.wrong if wrong else ():
            yield f"                 {visible(words)}"
    yield "labels  boundaries\n"
    for name, ratio in total.ratios.items():
        yield f"{name:<22}{ratio.share:9.2%}  {ratio.right:.12g} of {ratio.of:.12g}"
