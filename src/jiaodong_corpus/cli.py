"""The command line: it translates, and decides nothing. Commands import at need, so that `jdc --help` loads no library."""

import errno
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .cli_clean import GOOD, LEXICON_OPTION, SOME_FAILED, clean, learn
from .cli_corpus import dedup, export, pairs, report, stats
from .cli_gold import check, evaluate
from .cli_shard import shard
from .config import find_settings, load_settings
from .model import JdcError
from .visible import visible

if TYPE_CHECKING:
    from .pipeline import PageResult
    from .toolkit import Toolkit


class _SystemError(click.ClickException):
    """A disk is full, or a file may not be read or written."""

    exit_code = 2


class _Commands(click.Group):
    """Commands of which none ends in a traceback because of what the system refuses."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                # Whoever read the output has seen enough; click ends quietly.
                raise
            words = f"{error.filename or 'the output'}: {error.strerror or error}. Make room or give access to it, and run again."
            raise _SystemError(visible(words)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jdc")
@click.option(
    "--config", metavar="FILE", type=click.Path(path_type=Path),
    help="Settings to go by.  [default: jdc.toml here, or [tool.jdc] in pyproject.toml here]",
)  # fmt: skip
@click.option("--isolated", is_flag=True, help="Go by no file of settings.")
@click.pass_context
def main(context: click.Context, config: Path | None, isolated: bool) -> None:
    """Turn scraped Chinese news pages into validated, bilingual article records.

    \b
    Example:
      jdc clean seeds/
    """
    try:
        file = None if isolated else config or find_settings(Path())
        context.default_map = load_settings(file, main.commands) if file else None
    except JdcError as error:
        raise click.UsageError(str(error)) from error


for command in (clean, learn, dedup, pairs, stats, report, export, evaluate, check, shard):
    main.add_command(command)


@main.command()
@click.argument("page", metavar="PAGE")
@click.option("--script", is_flag=True, help="Show each character that plain OpenCC would have written otherwise.")
@click.option("--spun", is_flag=True, help="Show what seems spun, and what it likely was.")
@LEXICON_OPTION
def explain(page: str, script: bool, spun: bool, lexicon: Path | None) -> None:
    """Show every block of a page with its label, its article and the rule that decided.

    \b
    Examples:
      jdc explain seeds/001_60d5b0836f27b832.txt
      jdc explain --spun seeds/003_ae8b647692afbd4d.txt
    """
    from .explain import explain_page, explain_script, explain_spun
    from .terminal import broken, terminal_width

    failed, width = False, terminal_width()
    toolkit, results = _process(page, lexicon)
    for result in results:
        lines = [*(explain_script(result, toolkit.scripts) if script else ()), *(explain_spun(result) if spun else ())]
        found = (script or spun) and result.records
        shown = [part for line in lines for part in broken(line, width)] if found else explain_page(result, width)
        click.echo("\n".join(shown))
        failed |= result.rejection is not None and result.rejection.kind == "error"
    sys.exit(SOME_FAILED if failed else GOOD)


@main.command()
@click.argument("page", metavar="PAGE")
@LEXICON_OPTION
def diff(page: str, lexicon: Path | None) -> None:
    """Show a page as received against what its records hold: what was removed, what was repaired, what became a field.

    \b
    Example:
      jdc diff seeds/000_46b4daf18a07d6fa.txt
    """
    from .explain import diff_page
    from .terminal import terminal_width

    failed = False
    for result in _process(page, lexicon)[1]:
        click.echo("\n".join(diff_page(result, terminal_width())))
        failed |= result.rejection is not None and result.rejection.kind == "error"
    sys.exit(SOME_FAILED if failed else GOOD)


def _process(page: str, lexicon: Path | None) -> tuple["Toolkit", Iterator["PageResult"]]:
    """Return the tools and what becomes of the pages of one file: an archive holds several.

    Raises:
        click.UsageError: ``page`` is not one file, or ``lexicon`` is broken.

    """
    from .pipeline import read_and_process_all
    from .read import plan
    from .toolkit import load_toolkit

    try:
        planned = plan([page])
        toolkit = load_toolkit(lexicon=lexicon)
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    if len(planned.inputs) != 1:
        raise click.UsageError(f"{page}: holds {len(planned.inputs)} pages. Name one of them.")
    return toolkit, read_and_process_all(planned.inputs[0], toolkit)


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
@click.argument("name", required=False)
@click.option("--markdown", is_flag=True, help="All labels and rules, as docs/labels_and_rules.md has them.")
@LEXICON_OPTION
def rule(name: str | None, markdown: bool, lexicon: Path | None) -> None:
    """Say what the rule NAME says, as explain and the audit name it; all rules where none is named.

    \b
    Example:
      jdc rule below-disclaimer-head
    """
    from .guide import as_markdown, find_rules, rules
    from .lexicon import load_lexicon
    from .toolkit import load_toolkit

    try:
        held = load_toolkit(lexicon=lexicon).lexicon if lexicon else load_lexicon()
    except JdcError as error:
        raise click.UsageError(str(error)) from error
    if markdown:
        click.echo("\n".join(as_markdown(held)))
        return
    found = find_rules(name, held) if name else list(rules(held))
    if not found:
        raise click.UsageError(f"{name}: there is no rule of this name. `jdc rule` shows all of them.")
    for one in found:
        click.echo(f"{one.name} ({' '.join((one.kind, one.label)).strip()}): {one.why}")
        if name and one.example:
            click.echo(f"  e.g. {one.example}")
