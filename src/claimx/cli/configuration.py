"""Where options come from besides the command line: a file and the environment.

``claimx.toml``, or the table ``[tool.claimx]`` of a ``pyproject.toml``, the nearest one upward from
the current folder; then variables ``CLAIMX_…``. A key is the name of an option (``date-order`` or
``date_order``), at the top for every command that has it or in a table named after one command.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from claimx.cli.exit_codes import WrongCall
from claimx.render.words import did_you_mean

_PREFIX = "CLAIMX_"
# Tables with a reader of their own (cli.project_configuration).
_OTHERS_TABLES = frozenset({"check"})
_FILE_VARIABLE = "CLAIMX_CONFIG"


@dataclass(frozen=True)
class Setting:
    """A value and where it came from, in words."""

    value: Any
    origin: str


@dataclass
class Configuration:
    """What holds for each command before the command line: settings by parameter.

    Attributes:
        file: The file that was read, if there is one.
        commands: Settings of a command by the name that click knows the parameter by.
    """

    file: Path | None = None
    commands: dict[str, dict[str, Setting]] = field(default_factory=dict)

    def default_map(self) -> dict[str, Any]:
        """As click takes it."""
        return {
            command: {name: setting.value for name, setting in settings.items()}
            for command, settings in self.commands.items()
        }


def read_configuration(
    group: click.Group, *, folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> Configuration:
    """The settings of the file, under those of the environment.

    Raises:
        WrongCall: If the file cannot be read, or for a key that no command has, naming the nearest;
            for a variable only where it looks like one mistyped.
    """
    environment = os.environ if environment is None else environment
    options = _options(group)
    found = Configuration()
    named = environment.get(_FILE_VARIABLE)
    path = Path(named) if named else _find(folder)
    if path is not None:
        found.file = path
        _read_file(path, options, found)
    _read_environment(environment, options, found)
    return found


def _find(folder: Path | None) -> Path | None:
    try:
        here = (folder or Path.cwd()).resolve()
    except OSError:
        return None
    for place in (here, *here.parents):
        own = place / "claimx.toml"
        if own.is_file():
            return own
        project = place / "pyproject.toml"
        if project.is_file() and "claimx" in _load(project).get("tool", {}):
            return project
    return None


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongCall(f"{path}: the file cannot be read ({error.strerror or error})") from error
    except ValueError as error:
        if path.name == "pyproject.toml":
            # Another program's business until claimx is named in it.
            return {}
        raise WrongCall(f"{path}: this is no TOML ({error})") from error


def _options(group: click.Group) -> dict[str, dict[str, click.Option]]:
    """The options of every command, by the name that a user gives them."""
    return {
        name: {
            long.removeprefix("--").replace("-", "_"): option
            for option in command.params
            if isinstance(option, click.Option)
            for long in option.opts
            if long.startswith("--")
        }
        for name, command in group.commands.items()
    }


def _read_file(
    path: Path, options: dict[str, dict[str, click.Option]], found: Configuration
) -> None:
    content = _load(path)
    if path.name == "pyproject.toml":
        content = content["tool"]["claimx"]
    general = {key: value for key, value in content.items() if not isinstance(value, dict)}
    for key, value in general.items():
        _set(key, value, list(options), options, found, str(path))
    for command, table in content.items():
        if not isinstance(table, dict) or command in _OTHERS_TABLES:
            continue
        if command not in options:
            raise WrongCall(f"{path}: there is no command {command}{_near(command, options)}")
        for key, value in table.items():
            _set(key, value, [command], options, found, f"{path} [{command}]")


def _read_environment(
    environment: Mapping[str, str],
    options: dict[str, dict[str, click.Option]],
    found: Configuration,
) -> None:
    for variable in sorted(environment):
        if not variable.startswith(_PREFIX) or variable == _FILE_VARIABLE:
            continue
        key = variable.removeprefix(_PREFIX).lower()
        known = {option for held in options.values() for option in held}
        if key not in known and not get_close_matches(key, known, n=1, cutoff=0.8):
            # A variable of something else than the command line.
            continue
        _set(key, environment[variable], list(options), options, found, variable)


def _set(
    key: str,
    value: Any,
    commands: list[str],
    options: dict[str, dict[str, click.Option]],
    found: Configuration,
    origin: str,
) -> None:
    name = key.replace("-", "_")
    holders = [command for command in commands if name in options[command]]
    if not holders:
        known = sorted({option for command in commands for option in options[command]})
        raise WrongCall(f"{origin}: there is no option {key}{_near(name, known)}")
    for command in holders:
        option = options[command][name]
        setting = Setting(_in_shape(value, option), origin)
        found.commands.setdefault(command, {})[str(option.name)] = setting


def _in_shape(value: Any, option: click.Option) -> Any:
    """A value as click wants it: a list for what may be given several times."""
    if option.multiple and isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _near(word: str, known: Any) -> str:
    return did_you_mean(word, sorted(known))


def list_settings(group: click.Group, found: Configuration) -> Iterator[tuple[str, str, str, str]]:
    """Command, option, value and origin of everything that holds, defaults included."""
    for command, options in sorted(_options(group).items()):
        settings = found.commands.get(command, {})
        shown: set[str] = set()
        for key, option in options.items():
            if option.name in shown or option.hidden or key in ("help", "version"):
                continue
            shown.add(str(option.name))
            setting = settings.get(str(option.name))
            if setting is not None:
                yield command, key.replace("_", "-"), _in_words(setting.value), setting.origin
            elif option.default not in (None, False, (), "") and isinstance(
                option.default, str | int | float | bool
            ):
                yield command, key.replace("_", "-"), _in_words(option.default), "default"


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
