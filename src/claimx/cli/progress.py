"""Sign of life of a long run: one line on a terminal, figures in a file."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from claimx.cli.exit_codes import WrongCall

if TYPE_CHECKING:
    from claimx.batch.stats import Stats

_SECONDS_BETWEEN = 0.5
_SECONDS_BETWEEN_STATS = 10.0
_CLEAR_LINE = "\r\x1b[K"


class Progress:
    """Shows how far a run has come.

    The line appears where standard error is a terminal and the records go elsewhere.

    Args:
        stats: The figures.
        announce: Writes one line on standard error.
        is_shown: Whether there may be a line.
        stats_file: Where figures are added as JSON Lines.

    Raises:
        WrongCall: If that file cannot be written.
    """

    def __init__(
        self,
        stats: Stats,
        announce: Callable[[str], None],
        *,
        is_shown: bool,
        stats_file: Path | None,
    ) -> None:
        self._stats = stats
        self._announce = announce
        self._is_shown = is_shown and sys.stderr is not None and sys.stderr.isatty()
        self._has_line = False
        self._next = self._next_stats = 0.0
        self._file = None if stats_file is None else _open(stats_file)

    def announce(self, line: str) -> None:
        """One line on standard error, in place of the one that shows the progress."""
        self.clear()
        self._announce(line)

    def update(self) -> None:
        """Show the figures, if it is time."""
        now = time.monotonic()
        if self._is_shown and now >= self._next:
            self._next = now + _SECONDS_BETWEEN
            self._show()
        if self._file is not None and now >= self._next_stats:
            if self._next_stats:
                self._write(is_last=False)
            self._next_stats = now + _SECONDS_BETWEEN_STATS

    def clear(self) -> None:
        """Take the line away."""
        if self._has_line:
            self._has_line = False
            with suppress(OSError):
                sys.stderr.write(_CLEAR_LINE)
                sys.stderr.flush()

    def close(self) -> None:
        """Take the line away, and write the last figures."""
        self.clear()
        if self._file is not None:
            self._write(is_last=True)
            self._file.close()
            self._file = None

    def _show(self) -> None:
        minutes, seconds = divmod(int(self._stats.seconds), 60)
        line = f"{self._stats.describe()}, {self._stats.rate:.1f} a second, {minutes}:{seconds:02}"
        with suppress(OSError):
            sys.stderr.write(f"{_CLEAR_LINE}claimx: {line}")
            sys.stderr.flush()
            self._has_line = True

    def _write(self, *, is_last: bool) -> None:
        figures = {**self._stats.to_dict(), "is_last": is_last}
        assert self._file is not None
        # Figures are not worth the run.
        with suppress(OSError):
            self._file.write(json.dumps(figures) + "\n")
            self._file.flush()


def _open(path: Path) -> TextIO:
    try:
        return path.open("a", encoding="utf-8", newline="\n")
    except OSError as error:
        raise WrongCall(f"--stats: {path} cannot be written ({error.strerror or error})") from error
