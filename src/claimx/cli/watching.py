"""Runs a command again for each file that changes: ``--watch``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from claimx.cli.exit_codes import WrongCall

Run = Callable[[Sequence[str]], None]


def watch(names: Sequence[str], run: Run, announce: Callable[[str], None]) -> None:
    """Run over all inputs, then over each file that is saved, until the user interrupts.

    Args:
        names: Files and folders.
        run: Given the inputs; that it ends with an exit code, or says that a call is wrong, ends
            nothing here.
        announce: Writes a line on standard error.

    Raises:
        WrongCall: If watchfiles is not installed or standard input is among the names.
        KeyboardInterrupt: In the end.
    """
    try:
        from watchfiles import Change
        from watchfiles import watch as changes_in
    except ImportError as error:
        raise WrongCall("--watch needs watchfiles: pip install 'claimx[watch]'") from error
    if "-" in names:
        raise WrongCall("--watch is for files and folders, not for standard input")
    _run(names, run, announce)
    announce("watching: Ctrl-C ends it")
    for changes in changes_in(*names, raise_interrupt=True):
        saved = sorted({path for change, path in changes if change != Change.deleted})
        wanted = [_as_named(path) for path in saved if _is_wanted(path, names)]
        if wanted:
            _run(wanted, run, announce)


def _run(names: Sequence[str], run: Run, announce: Callable[[str], None]) -> None:
    try:
        run(names)
    except click.exceptions.Exit:
        return
    except click.ClickException as error:
        # A file may be gone, or half written: the next save runs again.
        announce(error.format_message())


def _is_wanted(path: str, names: Sequence[str]) -> bool:
    """Whether a changed file was named itself, or is an article of a folder that was."""
    from claimx.reading.readers import is_article_name

    if not Path(path).is_file():
        return False
    is_named = any(Path(name).is_file() and Path(name).samefile(path) for name in names)
    return is_named or (is_article_name(path) and not Path(path).name.startswith((".", "~")))


def _as_named(path: str) -> str:
    """A path as a user would write it from here."""
    below = os.path.relpath(path)
    return path if below.startswith("..") else below
