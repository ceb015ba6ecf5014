"""The commands that turn pages into a corpus. They translate, and decide nothing."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial, reduce
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from .model import MAX_BLOCKS, MAX_BYTES, JdcError

if TYPE_CHECKING:
    from .read import Plan
    from .run import Run
    from .shards import Shard
    from .spec import Asked
    from .toolkit import Toolkit

GOOD, SOME_FAILED = 0, 1
SOURCES: dict[object, str] = {ParameterSource.DEFAULT: "default", ParameterSource.DEFAULT_MAP: "file of settings"}

LEXICON_OPTION = click.option(
    "--lexicon", metavar="DIR", type=click.Path(path_type=Path, resolve_path=True),
    help="Patterns, word lists, terms and places of your own, laid over those that ship.",
)  # fmt: skip


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return one decorator for several, which commands share."""
    return lambda command: reduce(lambda made, option: option(made), reversed(options), command)


HOW_TO_CLEAN = _options(
    click.option(
        "-o", "--output", default="data/out", show_default=True, metavar="DIR",
        help="Folder for the output; - writes the records, and nothing else, to standard output.",
    ),
    click.option(
        "--max-bytes", default=MAX_BYTES, show_default=True, metavar="N", type=click.IntRange(min=1),
        help="Reject pages larger than this.",
    ),
    click.option(
        "--max-blocks", default=MAX_BLOCKS, show_default=True, metavar="N", type=click.IntRange(min=1),
        help="Reject pages with more lines and paragraphs than this.",
    ),
    click.option(
        "--userdict", metavar="FILE", type=click.Path(path_type=Path, resolve_path=True),
        help="Words of your own, in jieba's format: a word a line, then its frequency and its tag if known.",
    ),
    LEXICON_OPTION,
    click.option("--tags", is_flag=True, help="Add the part of speech of each token, as jieba tags it (pos)."),
    click.option("--templates", metavar="FILE", help="Templates of sites, as jdc learn wrote them."),
    click.option(
        "--no-templates", "templates", flag_value="", help="Clean each page by itself, without learning sites first."
    ),
    click.option(
        "--page-timeout", default=120.0, show_default=True, metavar="S", type=click.FloatRange(min=0),
        help="Leave out a page that takes longer than so many seconds; 0 for any time.",
    ),
    click.option("--fresh", is_flag=True, help="Do all pages, also those that an earlier run has done."),
    click.option(
        "-j", "--jobs", metavar="N", type=click.IntRange(min=1),
        help="Processes that share the pages; the output is the same.  [default: the cores, one for a small run]",
    ),
)  # fmt: skip


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@HOW_TO_CLEAN
@click.option("--dedup", is_flag=True, help="Look for copies of a story too, as `jdc dedup` does.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
@click.option(
    "--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True,
    help="Where pages are cleaned: on this machine, or on a Ray cluster (pip install 'jiaodong-corpus[ray]').",
)  # fmt: skip
@click.option("--address", metavar="HOST:PORT", help="Of the Ray cluster.  [default: one of this machine alone]")
@click.option(
    "--show-settings", is_flag=True, help="Say what the settings are and where each comes from, and do nothing."
)
@click.pass_context
def clean(context: click.Context, /, paths: tuple[str, ...], show_settings: bool, **options: Any) -> None:
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
    if show_settings:
        click.echo("\n".join(_tell_settings(context)))
        return
    if options["output"] == "-" and options["dedup"]:
        raise click.UsageError("--dedup compares the records of a folder. Name one with -o.")
    try:
        with TemporaryDirectory() as folder:
            to_output = options["output"] == "-"
            failed = _clean(paths, Path(folder, "out") if to_output else Path(options["output"]), to_output, **options)
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    sys.exit(SOME_FAILED if failed else GOOD)


def _clean(
    paths: tuple[str, ...], folder: Path, to_output: bool, /, *, dedup: bool, quiet: bool, engine: str, address: str | None,
    jobs: int | None, **options: Any,
) -> int:  # fmt: skip
    """Clean pages into a folder; return how many could not be processed."""
    from .progress import watch
    from .summary import summarize

    planned, run, asked, toolkit = prepare(paths, folder, jobs=jobs, **options)
    execute = partial(_on_ray, asked, toolkit, run, address) if engine == "ray" else None
    watch(run.clean(toolkit, execute), len(planned.inputs), quiet)
    _hand_on(folder, to_output, dedup)
    tally = run.tally()
    if not quiet:
        click.echo("\n".join(summarize(tally, planned, "-" if to_output else str(folder))), err=True)
    return tally.rejections["error"]


def prepare(
    paths: tuple[str, ...], folder: Path, *, templates: str | None, jobs: int | None, page_timeout: float, fresh: bool,
    max_bytes: int, max_blocks: int, userdict: Path | None, lexicon: Path | None, tags: bool, output: str,
) -> "tuple[Plan, Run, Asked, Toolkit]":  # fmt: skip
    """Return what the options come to: the pages, the run over them, how it was asked for, and the tools.

    Raises:
        JdcError: a path, the folder or a file with settings cannot be used.

    """
    from .read import plan
    from .run import Run
    from .sites import with_templates
    from .spec import Asked
    from .write import check_output

    planned = plan(paths)
    check_output(folder)
    asked = Asked(max_bytes, userdict, lexicon, tags, max_blocks)
    toolkit = with_templates(asked.load(), templates, planned.inputs)
    return planned, Run(planned.inputs, folder, asked.told(), jobs, page_timeout, fresh), asked, toolkit


def _on_ray(
    asked: "Asked", toolkit: "Toolkit", run: "Run", address: str | None, shards: "Sequence[Shard]", folder: Path
) -> "Iterator[Shard]":
    from .spec import plan_spec

    try:
        from .on_ray import run_shards_on_ray
    except ImportError as error:
        raise JdcError("--engine ray needs Ray. Install it with: pip install 'jiaodong-corpus[ray]'") from error
    return run_shards_on_ray(plan_spec(folder, asked, shards, run.page_timeout, toolkit), address, run.jobs)


def _tell_settings(context: click.Context) -> Iterator[str]:
    for name, value in context.params.items():
        if name not in {"paths", "show_settings"}:
            source = context.get_parameter_source(name)
            shown = json.dumps(str(value) if isinstance(value, Path) else value, ensure_ascii=False)
            yield f"{name} = {shown}  # {SOURCES.get(source, 'command line')}"


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
