"""The lines of an earlier run, found by the inputs that they are about."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimx.batch.outcomes import fingerprint_record


@dataclass(frozen=True, slots=True)
class OldLine:
    """A line of an earlier run.

    Attributes:
        path: The input that it is about.
        fingerprint: Of that input; None where the line is a failure, which is tried again.
        start: First byte of the line in the file.
        end: The byte after its line end.
    """

    path: str
    fingerprint: str | None
    start: int
    end: int


class OldLines:
    """The lines of an earlier run, read along with the inputs while the two go together.

    That takes no memory. From the first input on that is not the one of the next line, the rest of
    the lines is known by name.
    """

    def __init__(self, path: Path, end: int) -> None:
        self._file = path.open("rb")
        self._end = end
        self._asked: dict[str, list[OldLine]] = {}
        self._rest: dict[str, list[OldLine]] | None = None
        self._ahead: OldLine | None = None

    def know(self, path: str) -> str | None:
        """The fingerprint of the record of an input; to be asked once an input, in order."""
        line = self._find(path)
        if line is None:
            return None
        self._asked.setdefault(path, []).append(line)
        return line.fingerprint

    def take(self, path: str) -> OldLine | None:
        """The line of an input whose fingerprint was asked for, or that of any other."""
        lines = self._asked.get(path)
        if lines:
            line = lines.pop(0)
            if not lines:
                del self._asked[path]
            return line
        return self._find(path)

    def close(self) -> None:
        """Read no more."""
        self._file.close()

    def _find(self, path: str) -> OldLine | None:
        if self._rest is None:
            self._ahead = self._ahead or self._read()
            if self._ahead is None:
                return None
            if self._ahead.path == path:
                found, self._ahead = self._ahead, None
                return found
            self._rest = self._read_rest()
        lines = self._rest.get(path)
        return lines.pop(0) if lines else None

    def _read_rest(self) -> dict[str, list[OldLine]]:
        rest: dict[str, list[OldLine]] = {}
        line = self._ahead
        while line is not None:
            rest.setdefault(line.path, []).append(line)
            line = self._read()
        return rest

    def _read(self) -> OldLine | None:
        while (start := self._file.tell()) < self._end:
            data = self._file.readline()
            record = _parse(data)
            if record is not None:
                path = record["metadata"].get("path") or "-"
                return OldLine(path, fingerprint_record(record), start, start + len(data))
        return None


def _parse(line: bytes) -> dict[str, Any] | None:
    """The record of a line; None where it is none of ours."""
    try:
        record = json.loads(line)
        return record if isinstance(record["metadata"], dict) else None
    except (ValueError, TypeError, KeyError):
        return None
