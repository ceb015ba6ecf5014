"""The commands that turn pages into a corpus. They translate, and decide nothing."""

import sys
from pathlib import Path

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
    tags: bool,
    templates: str | None,
    dedup: bool,
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
    from .dedup import write_duplicates
    from .jobs import clean_pages
    from .progress import watch
    from .read import plan
    from .sites import with_templates
    from .summary import summarize
    from .toolkit import load_toolkit, settings
    from .write import Tally, Writer, check_output

    try:
        planned = plan(paths)
        if output == "-" and dedup:
            raise click.UsageError("--dedup compares the records of a folder. Name one with -o.")
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
            if dedup:
                write_duplicates(Path(output))
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    if not quiet:
        click.echo("\n".join(summarize(tally, planned, output)), err=True)
    sys.exit(SOME_FAILED if tally.rejections["error"] else GOOD)


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
