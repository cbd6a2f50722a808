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
from typing import TYPE_CHECKING, Any

import click

from claimx.cli.exit_codes import WrongCall
from claimx.render.words import did_you_mean

if TYPE_CHECKING:
    from claimx.checks.configuration import CheckConfiguration

_PREFIX = "CLAIMX_"
# The table with keys of its own, which is read by `read_check_configuration`.
_CHECK = "check"
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
    settings = _find_settings(folder, environment)
    if settings is not None:
        found.file, content = settings
        _read_file(found.file, content, options, found)
    _read_environment(environment, options, found)
    return found


def read_check_configuration() -> CheckConfiguration:
    """What the table ``check`` of the file asks of `claimx check`; nothing where it has none.

    Raises:
        WrongCall: If the file or the table cannot be read, naming the file.
    """
    from claimx.checks.configuration import (
        CheckConfiguration,
        CheckConfigurationError,
        read_check_table,
    )

    settings = _find_settings(None, os.environ)
    if settings is None:
        return CheckConfiguration()
    path, content = settings
    table = content.get(_CHECK, {})
    if not isinstance(table, dict):
        raise WrongCall(f"{path}: check is not a table")
    try:
        return read_check_table(table)
    except CheckConfigurationError as error:
        raise WrongCall(f"{path}: {error}") from error


def _find_settings(
    folder: Path | None, environment: Mapping[str, str]
) -> tuple[Path, dict[str, Any]] | None:
    """The file that holds and what it says of claimx: CLAIMX_CONFIG's, else the nearest upward."""
    named = environment.get(_FILE_VARIABLE)
    if named:
        return Path(named), _load(Path(named)) or {}
    try:
        here = (folder or Path.cwd()).resolve()
    except OSError:
        return None
    for place in (here, *here.parents):
        for name in ("claimx.toml", "pyproject.toml"):
            path = place / name
            content = _load(path) if path.is_file() else None
            if content is not None:
                return path, content
    return None


def _load(path: Path) -> dict[str, Any] | None:
    """What a file says of claimx; None for a pyproject.toml that does not name it."""
    is_shared = path.name == "pyproject.toml"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongCall(f"{path}: the file cannot be read ({error.strerror or error})") from error
    except ValueError as error:
        if is_shared:
            # Another program's business until claimx is named in it.
            return None
        raise WrongCall(f"{path}: this is not TOML ({error})") from error
    if not is_shared:
        return content
    table = content.get("tool", {}).get("claimx")
    return table if isinstance(table, dict) else None


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
    path: Path,
    content: dict[str, Any],
    options: dict[str, dict[str, click.Option]],
    found: Configuration,
) -> None:
    general = {key: value for key, value in content.items() if not isinstance(value, dict)}
    for key, value in general.items():
        _set(key, value, list(options), options, found, str(path))
    for command, table in content.items():
        if not isinstance(table, dict) or command == _CHECK:
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
