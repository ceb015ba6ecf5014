"""The commands that work on a corpus: what `jdc clean` wrote. They translate, and decide nothing."""

import sys
from collections import Counter
from pathlib import Path

import click

from .model import JdcError

# What `export.py` can write, which would load what packs it.
FORMATS = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet", "hf")
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("corpus", type=FOLDER, metavar="CORPUS")
@click.option("--against", multiple=True, type=FOLDER, metavar="OTHER", help="Compare with this corpus too.")
def dedup(corpus: Path, against: tuple[Path, ...]) -> None:
    """Find the copies of a story in CORPUS, across sites and scripts, and write them to CORPUS/duplicates.jsonl.

    Copies are exact, near, partial or spun. Nothing is dropped; each line names the best copy and why it is the best.

    \b
    Examples:
      jdc dedup data/out
      jdc dedup new/ --against corpus/
    """
    from .dedup import write_duplicates

    try:
        counts = write_duplicates(corpus, against)
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    click.echo(describe(counts), err=True)


def describe(counts: Counter[str]) -> str:
    """Return in words what a search for copies came to."""
    kinds = ", ".join(f"{counts[kind]} {kind}" for kind in ("exact", "near", "partial", "spun") if counts[kind])
    return f"{counts['records']} records, {counts['clusters']} stories in several copies" + (
        f": {kinds}" if kinds else ""
    )


@click.command()
@click.argument("corpus", type=FOLDER, metavar="CORPUS")
@click.option(
    "--spreadsheet", is_flag=True, help="Put a ' before a sentence that a spreadsheet would take for a formula."
)
def pairs(corpus: Path, spreadsheet: bool) -> None:
    """Write pairs of sentences of one story from two real sources in the two scripts, as TSV.

    Run `jdc dedup CORPUS` first. Spun copies, and Traditional text that a converter made, are left out.

    \b
    Example:
      jdc pairs data/out > pairs.tsv
    """
    import csv

    from .corpus import read_lines
    from .dedup import DUPLICATES
    from .pairs import COLUMNS, as_cells, find_pairs

    table = csv.writer(sys.stdout, "excel-tab", lineterminator="\n")
    try:
        table.writerow(COLUMNS)
        rows = find_pairs(read_lines(corpus, DUPLICATES), read_lines(corpus))
        table.writerows(map(as_cells, rows) if spreadsheet else rows)
    except JdcError as error:
        raise click.UsageError(f"{error} Run `jdc dedup {corpus}` first if {DUPLICATES} is not there.") from error


@click.command()
@click.argument("corpus", type=FOLDER, metavar="CORPUS")
@click.option("--json", "as_json", is_flag=True, help="All counts as JSON.")
def stats(corpus: Path, as_json: bool) -> None:
    """Count what CORPUS holds, by outlet, month, script, place and flag, and what was removed.

    \b
    Examples:
      jdc stats data/out
      jdc stats data/out --json > counts.json
    """
    import json

    from .stats import as_table, count_corpus

    try:
        counts = count_corpus(corpus)
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    click.echo(json.dumps(counts, ensure_ascii=False, indent=2) if as_json else "\n".join(as_table(counts)))


@click.command()
@click.argument("corpus", type=FOLDER, metavar="CORPUS")
@click.option(
    "-o",
    "--output",
    default="report.html",
    show_default=True,
    metavar="FILE",
    help="The file.",
    type=click.Path(dir_okay=False, path_type=Path),
)
@click.option(
    "--max-pages", default=1000, show_default=True, type=click.IntRange(min=0), help="Show so many pages at most."
)
def report(corpus: Path, output: Path, max_pages: int) -> None:
    """Write one HTML file that shows CORPUS to a person: figures, then what was kept, removed and repaired, page by page.

    It needs no server and no network. Of many pages those with most doubts are shown.

    \b
    Example:
      jdc report data/out -o report.html
    """
    from .report import write_report

    try:
        shown = write_report(corpus, output, max_pages)
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{shown} pages shown, written to {output}", err=True)


@click.command()
@click.argument("corpus", type=FOLDER, metavar="CORPUS")
@click.option("-o", "--output", required=True, metavar="DIR", type=click.Path(path_type=Path), help="A new folder.")
@click.option("--to", type=click.Choice(FORMATS), default="jsonl.zst", show_default=True, help="The form.")
@click.option(
    "--records-per-file", default=50_000, show_default=True, type=click.IntRange(min=1), help="Records of one file."
)
def export(corpus: Path, output: Path, to: str, records_per_file: int) -> None:
    """Write the records of CORPUS as other programs read them: packed lines, Parquet, or a folder for Hugging Face datasets.

    \b
    Examples:
      jdc export data/out -o shards/
      jdc export data/out -o dataset/ --to hf
    """
    from .export import export as write_export

    try:
        files = write_export(corpus, output, to, records_per_file)
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{len(files)} files, written to {output}", err=True)
