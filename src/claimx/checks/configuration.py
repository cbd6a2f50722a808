"""The table ``[tool.claimx.check]`` of pyproject.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from claimx.checks.selection import SelectionError, codes_of


class CheckConfigurationError(ValueError):
    """A key or a value that the table cannot have; the message names it."""


@dataclass(frozen=True)
class CheckConfiguration:
    """What the configuration asks for; None and empty leave it to the call.

    Attributes:
        select: Selectors of rules.
        ignore: Selectors of rules that are off.
        fail_on: Selectors of rules that count for the exit code.
        preview: Whether rules in preview are on.
        min_confidence: 0 to 1.
        per_file_ignores: Patterns of paths, with selectors.
        baseline: A file.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    fail_on: tuple[str, ...] | None = None
    preview: bool | None = None
    min_confidence: float | None = None
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    baseline: str | None = None


_KEYS = {
    "select": "selectors",
    "ignore": "selectors",
    "fail-on": "selectors",
    "preview": "flag",
    "min-confidence": "share",
    "per-file-ignores": "patterns",
    "baseline": "text",
}


def read_check_table(table: Mapping[str, Any]) -> CheckConfiguration:
    """Read the table.

    Raises:
        CheckConfigurationError: For a key that is not known, naming the nearest, and for a value
            of the wrong type or a rule that does not exist.
    """
    values: dict[str, Any] = {}
    for key, value in table.items():
        plain = key.replace("_", "-")
        if plain not in _KEYS:
            near = get_close_matches(plain, _KEYS, n=1, cutoff=0.4)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(_KEYS)}"
            raise CheckConfigurationError(f"[tool.claimx.check] has no key {key!r}: {hint}")
        try:
            values[plain.replace("-", "_")] = _READERS[_KEYS[plain]](value)
        except (ValueError, TypeError) as error:
            raise CheckConfigurationError(f"[tool.claimx.check] {key}: {error}") from error
    return CheckConfiguration(**values)


def _selectors(value: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ValueError('give a list of rules, such as ["CX1", "single-source"]')
    try:
        codes_of(items)
    except SelectionError as error:
        raise ValueError(str(error)) from error
    return tuple(items)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("give true or false")
    return value


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("give a number from 0 to 1")
    return float(value)


def _patterns(value: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ValueError('give patterns with rules, such as {"archive/*" = ["CX2"]}')
    return {pattern: _selectors(selectors) for pattern, selectors in value.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("give the path of a file")
    return value


_READERS = {
    "selectors": _selectors,
    "flag": _flag,
    "share": _share,
    "patterns": _patterns,
    "text": _text,
}
