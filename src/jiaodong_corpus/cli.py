"""The command line: it translates, and decides nothing."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import __version__
from .model import MAX_BYTES

if TYPE_CHECKING:
    from .read import Plan

GOOD, SOME_FAILED = 0, 1


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jdc")
def main() -> None:
    """Turn scraped Chinese news pages into validated, bilingual article records.

    \b
    Example:
      jdc clean seeds/
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", default="data/out", show_default=True, metavar="DIR",
    help="Folder for the output; - writes the records, and nothing else, to standard output.",
)  # fmt: skip
@click.option(
    "--max-bytes", default=MAX_BYTES, show_default=True, metavar="N", type=click.IntRange(min=1),
    help="Reject pages larger than this.",
)  # fmt: skip
@click.option(
    "--userdict", metavar="FILE", type=click.Path(path_type=Path),
    help="Words of your own, in jieba's format: a word a line, then its frequency and its tag if known.",
)  # fmt: skip
@click.option(
    "-j", "--jobs", metavar="N", type=click.IntRange(min=1),
    help="Processes that share the pages; the output is the same.  [default: the cores, one for a small run]",
)  # fmt: skip
@click.option("--tags", is_flag=True, help="Add the part of speech of each token, as jieba tags it (pos).")
@click.option("--templates", metavar="FILE", help="Templates of sites, as jdc learn wrote them.")
@click.option(
    "--no-templates", "templates", flag_value="", help="Clean each page by itself, without learning sites first."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
def clean(
    paths: tuple[str, ...],
    output: str,
    max_bytes: int,
    userdict: Path | None,
    jobs: int | None,
    tags: bool,
    templates: str | None,
    quiet: bool,
) -> None:
    """Clean pages into records.

    PATH is a file, a folder (its .txt, .html and .htm files, .mhtml, .warc, .jsonl, and zip or tar of these), a glob, or -
    for standard input.

    \b
    Example:
      jdc clean seeds/
      jdc clean pages/*.html -o corpus/
      jdc clean - -o - < page.txt
    """
    from .jobs import clean_pages
    from .model import JdcError
    from .progress import watch
    from .sites import with_templates
    from .summary import summarize
    from .toolkit import load_toolkit, settings
    from .write import Tally, Writer, check_output

    try:
        planned = _plan(paths)
        if output != "-":
            check_output(Path(output))
        toolkit = load_toolkit(max_bytes, userdict=userdict, tags=tags)
        toolkit = with_templates(toolkit, templates, planned.inputs)
        results = watch(clean_pages(planned.inputs, toolkit, jobs), len(planned.inputs), quiet)
        if output == "-":
            tally = Tally()
            for result in results:
                tally.merge(result.tally)
                for line in result.articles:
                    click.echo(line)
        else:
            with Writer(Path(output), {"command": "clean"} | settings(userdict, tags)) as writer:
                if toolkit.templates.sites:
                    writer.add_templates(toolkit.templates)
                for result in results:
                    writer.add(result)
            tally = writer.tally
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    if not quiet:
        click.echo("\n".join(summarize(tally, planned, output)), err=True)
    sys.exit(SOME_FAILED if tally.rejections["error"] else GOOD)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", default="templates.json", show_default=True, metavar="FILE", help="Where to write them."
)
def learn(paths: tuple[str, ...], output: str) -> None:
    """Learn the templates of sites: the lines that recur on their pages.

    \b
    Example:
      jdc learn pages/ -o templates.json
    """
    from .model import JdcError
    from .sites import learn_from
    from .templates import save
    from .toolkit import load_toolkit

    try:
        found = learn_from(_plan(paths).inputs, load_toolkit())
        save(found, output)
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{len(found.sites)} sites learned, written to {output}")


@main.command()
@click.argument("page", metavar="PAGE")
@click.option("--script", is_flag=True, help="Show each character that plain OpenCC would have written otherwise.")
@click.option("--spun", is_flag=True, help="Show what seems spun, and what it likely was.")
def explain(page: str, script: bool, spun: bool) -> None:
    """Show every block of a page with its label, its article and the rule that decided.

    \b
    Examples:
      jdc explain seeds/001_60d5b0836f27b832.txt
      jdc explain --spun seeds/003_ae8b647692afbd4d.txt
    """
    from .explain import explain_page, explain_script, explain_spun
    from .model import JdcError
    from .pipeline import read_and_process_all
    from .toolkit import load_toolkit

    try:
        planned = _plan([page])
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    if len(planned.inputs) != 1:
        raise click.UsageError(f"{page}: holds {len(planned.inputs)} pages. Name one of them.")
    toolkit = load_toolkit()
    failed = False
    # An archive holds several pages.
    for result in read_and_process_all(planned.inputs[0], toolkit):
        lines = [*(explain_script(result, toolkit.scripts) if script else ()), *(explain_spun(result) if spun else ())]
        click.echo("\n".join(lines if (script or spun) and result.records else explain_page(result)))
        failed |= result.rejection is not None and result.rejection.kind == "error"
    sys.exit(SOME_FAILED if failed else GOOD)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a record.

    \b
    Example:
      jdc schema > record.schema.json
    """
    from .record import Record

    click.echo(json.dumps(Record.model_json_schema(), ensure_ascii=False, indent=2))


@main.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="GOLD")
@click.option("--raise-floors", is_flag=True, help="Write scores above their floors to GOLD/floors.toml.")
@click.option("-w", "--wrong", is_flag=True, help="Say for each page what is wrong.")
def evaluate(gold: Path, raise_floors: bool, wrong: bool) -> None:
    """Score the pipeline against hand-made gold, worst pages first.

    GOLD is a folder with annotated pages; data/gold/README.md shows how they are written. Scores below those of
    GOLD/floors.toml are an error.

    \b
    Example:
      jdc evaluate data/gold --wrong
    """
    from . import evaluate as scoring
    from . import floors as kept
    from .model import JdcError
    from .toolkit import load_toolkit

    total = scoring.Scores("all pages")
    try:
        pages = sorted(scoring.evaluate(scoring.load_gold(gold), load_toolkit()), key=scoring.badness)
        floors = kept.load_floors(gold / "floors.toml")
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    for page in pages:
        total.take(page)
    click.echo("\n".join(kept.show(pages, total, wrong)))
    fallen = [name for name, floor in floors.items() if total.share(name) < floor]
    for name in fallen:
        click.echo(f"below the floor: {name}: {total.share(name):.4f} < {floors[name]}", err=True)
    if raise_floors:
        kept.raise_floors(gold / "floors.toml", total)
    sys.exit(SOME_FAILED if fallen else GOOD)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PAGES...")
@click.option("--golden", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Output you looked at.")
@click.option("--update", is_flag=True, help="Write what the pages give now to DIR; look at it before you keep it.")
def check(paths: tuple[str, ...], golden: Path, update: bool) -> None:
    """Tell whether pages still give what they gave: a regression check for your own fixture pages.

    \b
    Example:
      jdc check seeds/ --golden data/sample
    """
    from tempfile import TemporaryDirectory

    from .check import compare
    from .model import JdcError
    from .pipeline import read_and_process_all
    from .toolkit import load_toolkit
    from .write import Writer, check_output, lines_of

    with TemporaryDirectory() as folder:
        output = golden if update else Path(folder, "out")
        try:
            check_output(output)
            planned = _plan(paths)
            toolkit = load_toolkit()
            with Writer(output, {"command": "check"}) as writer:
                for result in (found for page in planned.inputs for found in read_and_process_all(page, toolkit)):
                    writer.add(lines_of(result))
            differences = [] if update else list(compare(golden, output))
        except JdcError as error:
            raise click.UsageError(str(error)) from error
    for words in differences:
        click.echo(words)
    click.echo(f"{len(planned.inputs)} pages, {len(differences)} differences", err=True)
    sys.exit(SOME_FAILED if differences else GOOD)


def _plan(paths: Iterable[str]) -> "Plan":
    from .read import plan

    return plan(paths)
