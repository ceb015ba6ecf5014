"""The commands that turn pages into a corpus. They translate, and decide nothing."""

import sys
from contextlib import ExitStack
from pathlib import Path
from shutil import copyfileobj

import click

from .model import MAX_BYTES, JdcError

GOOD, SOME_FAILED = 0, 1


@click.command()
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
@click.option(
    "--page-timeout", default=0.0, metavar="S", type=click.FloatRange(min=0),
    help="Leave out a page that takes longer than so many seconds.  [default: any time]",
)  # fmt: skip
@click.option("--fresh", is_flag=True, help="Do all pages, also those that an earlier run has done.")
@click.option("--tags", is_flag=True, help="Add the part of speech of each token, as jieba tags it (pos).")
@click.option("--templates", metavar="FILE", help="Templates of sites, as jdc learn wrote them.")
@click.option(
    "--no-templates", "templates", flag_value="", help="Clean each page by itself, without learning sites first."
)
@click.option("--dedup", is_flag=True, help="Look for copies of a story too, as `jdc dedup` does.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
def clean(
    paths: tuple[str, ...],
    output: str,
    max_bytes: int,
    userdict: Path | None,
    jobs: int | None,
    page_timeout: float,
    fresh: bool,
    tags: bool,
    templates: str | None,
    dedup: bool,
    quiet: bool,
) -> None:
    """Clean pages into records.

    PATH is a file, a folder (its .txt, .html and .htm files, .mhtml, .warc, .jsonl, and zip or tar of these), a glob, or -
    for standard input. A run that was ended goes on where it was, and pages that did not change since the last run are not
    done again.

    \b
    Example:
      jdc clean seeds/
      jdc clean pages/*.html -o corpus/
      jdc clean - -o - < page.txt
    """
    from tempfile import TemporaryDirectory

    from .progress import watch
    from .read import plan
    from .run import Run
    from .sites import with_templates
    from .summary import summarize
    from .toolkit import load_toolkit, settings
    from .write import check_output

    if output == "-" and dedup:
        raise click.UsageError("--dedup compares the records of a folder. Name one with -o.")
    try:
        planned = plan(paths)
        with ExitStack() as stack:
            folder = Path(stack.enter_context(TemporaryDirectory()), "out") if output == "-" else Path(output)
            check_output(folder)
            toolkit = load_toolkit(max_bytes, userdict=userdict, tags=tags)
            toolkit = with_templates(toolkit, templates, planned.inputs)
            asked = {"command": "clean"} | settings(userdict, tags)
            run = Run(planned.inputs, folder, asked, jobs, page_timeout, fresh)
            watch(run.clean(toolkit), len(planned.inputs), quiet)
            _hand_on(folder, output == "-", dedup)
            tally = run.tally()
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    if not quiet:
        click.echo("\n".join(summarize(tally, planned, output)), err=True)
    sys.exit(SOME_FAILED if tally.rejections["error"] else GOOD)


def _hand_on(folder: Path, to_output: bool, dedup: bool) -> None:
    """Name the pages that failed, and do what was asked for beside the output itself."""
    from .summary import name_errors
    from .write import ARTICLES

    for line in name_errors(folder):
        click.echo(line, err=True)
    if dedup:
        from .dedup import write_duplicates

        write_duplicates(folder)
    if to_output:
        with (folder / ARTICLES).open("rb") as records:
            sys.stdout.flush()
            copyfileobj(records, sys.stdout.buffer)


@click.command()
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
    from .read import plan
    from .sites import learn_from
    from .templates import save
    from .toolkit import load_toolkit

    try:
        found = learn_from(plan(paths).inputs, load_toolkit())
        save(found, output)
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{len(found.sites)} sites learned, written to {output}")
