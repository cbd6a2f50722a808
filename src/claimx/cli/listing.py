"""Options that say which files a call reads."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from claimx.listing import ListingRules

_MOST_SUFFIXES = 8
_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--follow-links",
        is_flag=True,
        help="Follow links in folders wherever they lead. Otherwise links to folders are left "
        "out, and a link to a file outside its folder fails.",
    ),
)


def listing_options(command: _Command) -> _Command:
    """Add the options of this file to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class PassedOver:
    """Counts the files of folders that are not read, by their suffixes."""

    def __init__(self) -> None:
        self._suffixes: Counter[str] = Counter()
        self._unfinished: Path | None = None

    def expect_output(self, target: Path) -> None:
        """Leave the unfinished output of this run itself out of the count."""
        from claimx.batch.journal import partial_path

        self._unfinished = partial_path(target.resolve())

    def note(self, name: str) -> None:
        """Count the file ``name``."""
        own = self._unfinished
        if own is not None and PurePath(name).name == own.name and Path(name).resolve() == own:
            return
        self._suffixes[PurePath(name).suffix.lower() or "no suffix"] += 1

    def describe(self) -> str | None:
        """One sentence with the numbers; None where every file was read."""
        if not self._suffixes:
            return None
        total = self._suffixes.total()
        common = self._suffixes.most_common(_MOST_SUFFIXES)
        shown = ", ".join(f"{count} {suffix}" for suffix, count in common)
        more = " …" if len(self._suffixes) > _MOST_SUFFIXES else ""
        files = "file is" if total == 1 else "files are"
        return f"{total} {files} passed over ({shown}{more}): --include PATTERN reads them"


def make_rules(
    target: Path | None,
    announce: Callable[[str], None],
    *,
    follow_links: bool,
    passed: PassedOver,
) -> ListingRules:
    """What the call leaves out of its inputs: the file that its output goes to.

    Args:
        target: The output file; None is standard output.
        announce: Told of each output that is left out.
        follow_links: Whether links in folders are followed wherever they lead.
        passed: Told of each file of a folder that is not wanted.
    """
    from claimx.listing import ListingRules, identify_file, identify_stream

    if target is not None:
        passed.expect_output(target)
    written = (identify_stream(sys.stdout), None if target is None else identify_file(target))
    return ListingRules(
        outputs=frozenset(identity for identity in written if identity is not None),
        follow_links=follow_links,
        on_other=passed.note,
        on_output=lambda shown: announce(f"{shown} is where the output goes: it is not read"),
    )
