"""Which rules are meant: codes, names, beginnings of codes, ALL and NONE."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from fnmatch import fnmatchcase

from claimx.checks.registry import ALL_CODES, NAMES, RULES


class SelectionError(ValueError):
    """A word that selects no rule; the message names the nearest."""


def codes_of(selectors: Iterable[str]) -> frozenset[str]:
    """The codes that selectors mean (``CX101``, ``anonymous-source``, ``CX2``, ``ALL``).

    Raises:
        SelectionError: For a selector that means no rule.
    """
    codes: set[str] = set()
    for selector in selectors:
        codes |= _codes_of(selector.strip())
    return frozenset(codes)


def _codes_of(selector: str) -> set[str]:
    upper = selector.upper()
    if upper == "ALL":
        return set(ALL_CODES)
    if upper == "NONE":
        return set()
    if selector.lower() in NAMES:
        return {NAMES[selector.lower()]}
    if upper.startswith("CX"):
        found = {code for code in ALL_CODES if code.startswith(upper)}
        if found:
            return found
    raise SelectionError(unknown_rule(selector))


def unknown_rule(selector: str) -> str:
    """The sentence for a rule that does not exist."""
    known = {name.lower(): name for name in (*ALL_CODES, *NAMES)}
    near = get_close_matches(selector.lower(), known, n=1, cutoff=0.5)
    hint = f"did you mean {known[near[0]]}?" if near else "see claimx check --list"
    return f"there is no rule {selector!r}: {hint}"


def codes_run_by(command: str) -> frozenset[str]:
    """The rules that a command runs."""
    return frozenset(rule.code for rule in RULES if rule.command in (command, "any"))


def default_codes(*, preview: bool = False) -> frozenset[str]:
    """The rules that are on unless the call or the configuration selects."""
    return frozenset(rule.code for rule in RULES if rule.default and (preview or not rule.preview))


def faults_among(codes: frozenset[str]) -> frozenset[str]:
    """Those of ``codes`` whose findings are faults, not notes."""
    return frozenset(rule.code for rule in RULES if rule.is_fault and rule.code in codes)


class FileIgnores:
    """Rules that are off for files by their path."""

    def __init__(self, patterns: dict[str, frozenset[str]]) -> None:
        """``patterns`` maps patterns of the shell (``archive/*.md``) to codes."""
        self._patterns = patterns

    def codes_for(self, path: str) -> frozenset[str]:
        """The codes that are off for ``path``, which matches by its whole or its last part."""
        name = path.rpartition("/")[2]
        plain = path.removeprefix("./")
        found: frozenset[str] = frozenset()
        for pattern, codes in self._patterns.items():
            if any(fnmatchcase(part, pattern) for part in (plain, name)):
                found |= codes
        return found
