"""The command line: it translates, and decides nothing."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from importlib import metadata as packages
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from .pipeline import PageResult
    from .read import Input, Plan
    from .toolkit import Toolkit
    from .write import Tally

GOOD, SOME_FAILED = 0, 1


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(packages.version("jiaodong-corpus"), prog_name="jdc")
def main() -> None:
    """Turn scraped Chinese news pages into validated, bilingual article records."""


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", default="data/out", show_default=True, metavar="DIR",
    help="Folder for the output; - writes the records, and nothing else, to standard output.",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
def clean(paths: tuple[str, ...], output: str, quiet: bool) -> None:
    """Clean pages into records.

    PATH is a file, a folder (its .txt, .html and .htm files), a glob, or - for standard input.

    \b
    Example:
      jdc clean seeds/
      jdc clean pages/*.html -o corpus/
      jdc clean - -o - < page.txt
    """
    from .model import JdcError
    from .toolkit import load_toolkit
    from .write import Tally, Writer, check_output, to_json

    try:
        planned = _plan(paths)
        if output != "-":
            check_output(Path(output))
        toolkit = load_toolkit()
        results = _results(planned.inputs, toolkit, quiet)
        if output == "-":
            tally = Tally()
            for result in results:
                tally.add(result)
                for record in result.records:
                    click.echo(to_json(record.model_dump(mode="json")))
        else:
            with Writer(Path(output), {"command": "clean"}) as writer:
                for result in results:
                    writer.add(result)
            tally = writer.tally
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    if not quiet:
        _summarize(tally, planned, output)
    sys.exit(SOME_FAILED if tally.rejections["error"] else GOOD)


@main.command()
@click.argument("page", metavar="PAGE")
def explain(page: str) -> None:
    """Show every block of a page with its label, its article and the rule that decided.

    \b
    Example:
      jdc explain seeds/001_60d5b0836f27b832.txt
    """
    from .model import JdcError
    from .toolkit import load_toolkit

    try:
        planned = _plan([page])
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    if len(planned.inputs) != 1:
        raise click.UsageError(f"{page}: holds {len(planned.inputs)} pages. Name one of them.")
    result = _process(planned.inputs[0], load_toolkit())
    for line in _explain(result):
        click.echo(line)
    sys.exit(SOME_FAILED if result.rejection and result.rejection.kind == "error" else GOOD)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a record.

    \b
    Example:
      jdc schema > record.schema.json
    """
    from .record import Record

    click.echo(json.dumps(Record.model_json_schema(), ensure_ascii=False, indent=2))


def _plan(paths: Iterable[str]) -> "Plan":
    from .read import plan

    return plan(paths)


def _process(page: "Input", toolkit: "Toolkit") -> "PageResult":
    from .model import PageError
    from .pipeline import failed, process
    from .read import read

    try:
        return process(read(page), toolkit)
    except PageError as error:
        return failed(page.source, error.stage, error.reason)


def _results(inputs: tuple["Input", ...], toolkit: "Toolkit", quiet: bool) -> Iterator["PageResult"]:
    show = not quiet and sys.stderr.isatty()
    with click.progressbar(inputs, label="Cleaning", file=sys.stderr) if show else nullcontext(inputs) as pages:
        for page in pages:
            result = _process(page, toolkit)
            if result.rejection and result.rejection.kind == "error":
                one = result.rejection
                click.echo(f"{one.source.name}: {one.stage}: {one.reason}", err=True)
            yield result


def _summarize(tally: "Tally", planned: "Plan", output: str) -> None:
    def say(words: str) -> None:
        click.echo(words, err=True)

    photos = f" and {tally.records['photo']} photo items" if tally.records["photo"] else ""
    say(f"{tally.pages} pages: {tally.records['article']} articles{photos}")
    if planned.skipped:
        say(f"skipped: {planned.skipped} files of other kinds")
    say(f"rejected: {tally.rejections['no_article']} without an article, {tally.rejections['error']} with an error")
    total = sum(tally.characters.values())
    say(f"characters: {total} read, {total - sum(tally.removed.values())} of articles, removed as:")
    for name, count in tally.removed.most_common():
        say(f"  {name:<14}{count:>8}")
    if output != "-":
        say(f"written to {output}")


COLORS = {"headline": "bright_yellow", "body": None, "subheading": "bright_cyan", "caption": "magenta"}


def _explain(result: "PageResult") -> Iterator[str]:
    if result.labelled is None:
        assert result.rejection is not None
        yield f"{result.source.name}: {result.rejection.stage}: {result.rejection.reason}"
        return
    page = result.labelled.page
    numbers = {index: str(number) for number, one in enumerate(result.articles, 1) for index in one.indexes}
    joined = {index for one in result.articles for paragraph in one.paragraphs for index in paragraph[1:]}
    yield f"{page.source.name}: {page.media_type}, {page.encoding}, {len(result.articles)} articles"
    for index, one in enumerate(result.labelled.blocks):
        article = numbers.get(index, "-") + ("+" if index in joined else "")
        color = COLORS.get(one.label.value, "green") if one.label.of_article else "bright_black"
        head = f"{index:>4} {one.label.value:<13} {article:>3}  {one.rule:<32} "
        yield click.style(head, fg=color, bold=one.label.of_article) + click.style(one.block.text, fg=color)
    if result.rejection:
        yield result.rejection.reason
