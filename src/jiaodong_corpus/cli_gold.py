"""The commands that guard pages of one's own: scores against gold, and what changed. They translate, and decide nothing."""

import sys
from pathlib import Path

import click

from .cli_clean import GOOD, LEXICON_OPTION, SOME_FAILED
from .model import JdcError


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="GOLD")
@click.option("--raise-floors", is_flag=True, help="Write scores above their floors to GOLD/floors.toml.")
@click.option("-w", "--wrong", is_flag=True, help="Say for each page what is wrong.")
@LEXICON_OPTION
def evaluate(gold: Path, raise_floors: bool, wrong: bool, lexicon: Path | None) -> None:
    """Score the pipeline against hand-made gold, worst pages first.

    GOLD is a folder with annotated pages; data/gold/README.md shows how they are written. Scores below those of
    GOLD/floors.toml are an error.

    \b
    Example:
      jdc evaluate data/gold --wrong
    """
    from . import evaluate as scoring
    from . import floors as kept
    from .scores import Scores, badness
    from .toolkit import load_toolkit

    total = Scores("all pages")
    try:
        pages = sorted(scoring.evaluate(scoring.load_gold(gold), load_toolkit(lexicon=lexicon)), key=badness)
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


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PAGES...")
@click.option("--golden", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Output you looked at.")
@click.option("--update", is_flag=True, help="Write what the pages give now to DIR; look at it before you keep it.")
@LEXICON_OPTION
def check(paths: tuple[str, ...], golden: Path, update: bool, lexicon: Path | None) -> None:
    """Tell whether pages still give what they gave: a regression check for your own fixture pages.

    \b
    Example:
      jdc check seeds/ --golden data/sample
    """
    from tempfile import TemporaryDirectory

    from .check import compare
    from .pipeline import read_and_process_all
    from .read import plan
    from .toolkit import load_toolkit
    from .visible import visible
    from .write import Writer, check_output, lines_of

    with TemporaryDirectory() as folder:
        output = golden if update else Path(folder, "out")
        try:
            check_output(output)
            planned = plan(paths)
            toolkit = load_toolkit(lexicon=lexicon)
            with Writer(output, {"command": "check"}) as writer:
                for result in (found for page in planned.inputs for found in read_and_process_all(page, toolkit)):
                    writer.add(lines_of(result))
            differences = [] if update else list(compare(golden, output))
        except JdcError as error:
            raise click.UsageError(str(error)) from error
    for words in differences:
        click.echo(visible(words))
    click.echo(f"{len(planned.inputs)} pages, {len(differences)} differences", err=True)
    sys.exit(SOME_FAILED if differences else GOOD)
