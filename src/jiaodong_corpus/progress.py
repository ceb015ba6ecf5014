"""What a terminal shows while pages are being cleaned."""

import sys
from collections.abc import Iterable

import click


def watch(steps: Iterable[int], count: int, quiet: bool) -> None:
    """Go through the steps of a run over ``count`` files, each so many files, with a bar where someone looks on."""
    if quiet or not sys.stderr.isatty():
        for _ in steps:
            pass
        return
    with click.progressbar(length=count, label="Cleaning", file=sys.stderr) as bar:
        for step in steps:
            bar.update(step)
