"""How a run went: counts, messages and, in the end, the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from claimx.article import Article, Failure
from claimx.cli.exit_codes import ALL_DONE, INPUT_FAILED, WRONG_CALL

if TYPE_CHECKING:
    from claimx.batch.outcomes import Outcome


def announce(line: str) -> None:
    """One line on standard error, after the name of the program."""
    from claimx.render.plain_text import clean

    # What cannot be said, on a full disk, does not keep the records back.
    with suppress(OSError):
        click.echo(f"claimx: {clean(line)}", err=True)


class Report:
    """Watches the records of a run go by."""

    def __init__(self, announce: Callable[[str], None], *, is_quiet: bool = False) -> None:
        """``announce`` is given a line for each input that failed and each warning of a record.

        Of the warnings nothing is said where the report ``is_quiet``.
        """
        self._announce = announce
        self._is_quiet = is_quiet
        self.articles = 0
        self.failures = 0

    def watch(self, records: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
        """The same records, each counted and every failure announced as it passes."""
        for record in records:
            self.note(record)
            yield record
        self.close()

    def note(self, record: Article | Failure) -> None:
        """Count a record, and announce it where it is a failure."""
        if isinstance(record, Failure):
            self.failures += 1
            self._announce(_describe(record))
        else:
            self.articles += 1
            self._warn(record.metadata.path or "-", record.warnings)

    def note_outcome(self, outcome: Outcome) -> None:
        """Count what became of an input, and announce it where it failed."""
        if outcome.error is not None:
            self.failures += 1
            message = outcome.message
            self._announce(message if outcome.path in message else f"{outcome.path}: {message}")
            return
        self.articles += 1
        self._warn(outcome.path, outcome.warnings)

    def close(self) -> None:
        """Say so where there was no record at all."""
        if not self.articles + self.failures:
            self._announce("nothing to read: the inputs hold no article")

    def _warn(self, path: str, warnings: Sequence[str]) -> None:
        if not self._is_quiet:
            for warning in warnings:
                self._announce(f"{path}: warning: {warning}")

    @property
    def exit_code(self) -> int:
        """3 where an input failed, 2 where there was no input at all, else 0."""
        if self.failures:
            return INPUT_FAILED
        return ALL_DONE if self.articles else WRONG_CALL


def _describe(failure: Failure) -> str:
    """One sentence that names the input, which most messages do by themselves."""
    path, message = failure.metadata.path, failure.error.message
    return message if path in message else f"{path}: {message}"
