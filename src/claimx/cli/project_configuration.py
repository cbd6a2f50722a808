"""The table ``[tool.claimx.check]`` of the nearest pyproject.toml."""

from __future__ import annotations

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
    """The table ``check`` of the first pyproject.toml upwards that has ``tool.claimx``."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        path = folder / "pyproject.toml"
        if not path.is_file():
            continue
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise WrongCall(f"{path} cannot be read: {error}") from error
        table = content.get("tool", {}).get("claimx")
        if isinstance(table, dict):
            check = table.get("check", {})
            if not isinstance(check, dict):
                raise WrongCall(f"{path}: tool.claimx.check is not a table")
            return path, check
    return None
