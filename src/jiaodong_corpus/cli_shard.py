"""The commands that share a run among machines. They translate, and decide nothing."""

from pathlib import Path
from typing import Any

import click

from .cli_clean import HOW_TO_CLEAN, prepare
from .model import JdcError


@click.group()
def shard() -> None:
    """Share a run among machines that see the same folders: plan it, run its shards anywhere, and clean to put it together.

    \b
    Example:
      jdc shard plan pages/ -o corpus/        # says how many shards there are
      jdc shard run .corpus.work/spec.json 17 # on any machine, for each number
      jdc clean pages/ -o corpus/             # does what is left, and writes the output
    """


@shard.command("plan")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@HOW_TO_CLEAN
def plan_shards(paths: tuple[str, ...], **options: Any) -> None:
    """Plan the shards of a run: those that are not done yet.

    \b
    Example:
      jdc shard plan pages/ -o corpus/
    """
    from .spec import plan_spec

    try:
        _, run, asked, toolkit = prepare(paths, Path(options["output"]), **options)
        with run.locked():
            shards = run.plan(toolkit)[1]
            spec = plan_spec(run.work, asked, shards, run.page_timeout, toolkit)
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{len(shards)} shards, planned in {spec.file}")


@shard.command("run")
@click.argument("spec", metavar="SPEC", type=click.Path(path_type=Path))
@click.argument("numbers", nargs=-1, metavar="[NUMBER]...")
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
def run_some(spec: Path, numbers: tuple[str, ...], jobs: int) -> None:
    """Run shards of a plan, by their numbers (3, or 0-7); all of them where none is named. What is done stays done.

    \b
    Example:
      jdc shard run .corpus.work/spec.json $SLURM_ARRAY_TASK_ID
    """
    from .jobs import run_shards
    from .spec import claimed, load_spec

    try:
        planned = load_spec(spec)
        shards = [planned.shards[number] for number in planned.pick(numbers)]
        toolkit = planned.load_toolkit()
        with claimed(planned, shards):
            done = list(run_shards(shards, planned.folder, toolkit, jobs, planned.page_timeout))
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{len(done)} shards done", err=True)
