"""Settings from a file: ``jdc.toml``, or ``[tool.jdc]`` in ``pyproject.toml``, as defaults for the options of the commands."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from .model import JdcError

OWN_FILE, PROJECT_FILE = "jdc.toml", "pyproject.toml"
MAIN = "clean"
# What means the same wherever a command has it; the other settings of the main table are those of `jdc clean`.
SHARED = frozenset(("lexicon", "userdict", "max_bytes", "max_blocks"))

Settings = dict[str, dict[str, Any]]


def find_settings(folder: Path) -> Path | None:
    """Return the file in ``folder`` that holds settings: its ``jdc.toml``, or its ``pyproject.toml`` with ``[tool.jdc]``."""
    own, project = folder / OWN_FILE, folder / PROJECT_FILE
    if own.is_file():
        return own
    return project if project.is_file() and _read(project) is not None else None


def load_settings(file: Path, commands: Mapping[str, click.Command]) -> Settings:
    """Return, by command, the values that a file gives for its options; a table of that name holds those of one command.

    Raises:
        JdcError: the file cannot be read, or a key is no option.

    """
    found: Settings = {}
    # Tables come last, so that what one says of its command goes before the rest.
    for key, value in sorted((_read(file) or {}).items(), key=lambda one: isinstance(one[1], dict)):
        if not isinstance(value, dict):
            name = _option(file, MAIN, commands[MAIN], key)
            for command in commands if name in SHARED else (MAIN,):
                if name in _options(commands[command]):
                    found.setdefault(command, {})[name] = value
        elif key in commands:
            found.setdefault(key, {}).update(
                {_option(file, key, commands[key], name): held for name, held in value.items()}
            )
        else:
            raise JdcError(f"{file}: {key}: no command has this name. There are {', '.join(sorted(commands))}.")
    return found


def _option(file: Path, name: str, command: click.Command, key: str) -> str:
    """Return the name of the option of a command that a key stands for."""
    options = _options(command)
    if (option := key.replace("-", "_")) in options:
        return option
    raise JdcError(f"{file}: {key}: jdc {name} has no such option. It has {', '.join(sorted(options))}.")


def _options(command: click.Command) -> set[str]:
    return {one.name for one in command.params if isinstance(one, click.Option) and one.name}


def _read(file: Path) -> dict[str, Any] | None:
    """Return the settings in a file, None where a ``pyproject.toml`` has none."""
    try:
        held = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise JdcError(f"{file}: {error.strerror}. Name a file with settings.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise JdcError(f"{file}: {error}. Write it as TOML.") from error
    if file.name != PROJECT_FILE:
        return held
    settings = held.get("tool", {}).get("jdc")
    return settings if isinstance(settings, dict) else None
