"""The table ``check`` of the nearest claimx.toml, or ``tool.claimx.check`` of pyproject.toml."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimx.cli.exit_codes import WrongCall

if TYPE_CHECKING:
    from claimx.checks.configuration import CheckConfiguration


def read_check_configuration() -> CheckConfiguration:
    """What the project asks for; nothing where no file has the table.

    Raises:
        WrongCall: If a file or its table cannot be read, naming the file.
    """
    from claimx.checks.configuration import (
        CheckConfiguration,
        CheckConfigurationError,
        read_check_table,
    )

    found = _find_table()
    if found is None:
        return CheckConfiguration()
    path, table = found
    try:
        return read_check_table(table)
    except CheckConfigurationError as error:
        raise WrongCall(f"{path}: {error}") from error


def _find_table() -> tuple[Path, dict[str, Any]] | None:
    """The table of the file that CLAIMX_CONFIG names, else of the first one upwards that has any.

    A ``claimx.toml`` is claimx's own; a ``pyproject.toml`` counts where it has ``tool.claimx``.
    """
    named = os.environ.get("CLAIMX_CONFIG")
    if named:
        return Path(named), _table_in(Path(named)) or {}
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in ("claimx.toml", "pyproject.toml"):
            path = folder / name
            table = _table_in(path) if path.is_file() else None
            if table is not None:
                return path, table
    return None


def _table_in(path: Path) -> dict[str, Any] | None:
    """The table ``check`` of a file, empty where it has none; None where the file is another's."""
    try:
        content: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WrongCall(f"{path} cannot be read: {error}") from error
    if path.name == "pyproject.toml":
        content = content.get("tool", {}).get("claimx")
    if not isinstance(content, dict):
        return None
    check = content.get("check", {})
    if not isinstance(check, dict):
        raise WrongCall(f"{path}: check is not a table")
    return check
