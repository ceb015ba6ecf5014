"""Scores that may not fall."""

import tomllib
from pathlib import Path

from .evaluate import Scores
from .model import JdcError


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
