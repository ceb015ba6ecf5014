"""What a terminal shows while pages are being cleaned."""

import sys
from collections.abc import Iterator
from contextlib import nullcontext

import click

from .write import PageLines


def watch(results: Iterator[PageLines], count: int, quiet: bool) -> Iterator[PageLines]:
    """Pass the results of ``count`` files on, with a bar where someone looks on, and name each page that failed."""
    show = not quiet and sys.stderr.isatty()
    bar = click.progressbar(results, length=count, label="Cleaning", file=sys.stderr)
    with bar if show else nullcontext(results) as pages:
        for result in pages:
            if result.rejection and result.rejection.kind == "error":
                one = result.rejection
                click.echo(f"{one.source.name}: {one.stage}: {one.reason}", err=True)
            yield result
