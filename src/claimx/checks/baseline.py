"""A baseline: findings that are known already, so that only new ones fail."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from claimx.checks.findings import Finding


class BaselineError(ValueError):
    """A baseline that cannot be read; the message names file and line."""


class Baseline:
    """Counts of fingerprints: of three equal findings, two may be known."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = Counter(counts)

    def take(self, finding: Finding) -> bool:
        """Whether the finding is known; each known one is known once."""
        if self._counts[finding.fingerprint] <= 0:
            return False
        self._counts[finding.fingerprint] -= 1
        return True

    @property
    def left(self) -> int:
        """How many known findings did not come up again."""
        return sum(count for count in self._counts.values() if count > 0)


def read_baseline(path: Path) -> Baseline:
    """Read what `write_baseline` wrote: JSON Lines, a finding a line.

    Raises:
        BaselineError: Naming the line that cannot be read.
    """
    counts: Counter[str] = Counter()
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise BaselineError(f"{path}: the baseline cannot be read ({reason})") from error
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            counts[_read_line(line, f"{path}:{number}")] += 1
    return Baseline(counts)


def _read_line(line: str, name: str) -> str:
    try:
        entry = json.loads(line)
        fingerprint = entry["fingerprint"]
    except (ValueError, KeyError, TypeError, RecursionError):
        fingerprint = None
    if not isinstance(fingerprint, str):
        raise BaselineError(
            f"{name} is not a line of a baseline: mend it, or write it anew with --write-baseline"
        )
    return fingerprint


def format_baseline(findings: Iterable[Finding]) -> str:
    """The baseline that knows ``findings``, sorted so that two versions compare well."""
    entries = sorted(
        (finding.place.path, finding.code, finding.excerpt, finding.fingerprint)
        for finding in findings
    )
    return "".join(
        json.dumps(
            {"path": path, "code": code, "excerpt": excerpt, "fingerprint": fingerprint},
            ensure_ascii=False,
        )
        + "\n"
        for path, code, excerpt, fingerprint in entries
    )
