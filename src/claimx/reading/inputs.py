"""Inputs as the user names them: files, folders and standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from claimx.article import Failure
from claimx.reading.dates import parse_published
from claimx.reading.failures import (
    EmptyFolderError,
    InputError,
    MissingPathError,
    UnreadableFileError,
)
from claimx.reading.raw_article import NOTHING_GIVEN, GivenMetadata, RawArticle
from claimx.reading.readers import ARTICLE_SUFFIXES, is_article_name, read_stream
from claimx.reading.source import NO_OPTIONS, ReadingOptions


def read_inputs(
    paths: Sequence[str],
    *,
    given: GivenMetadata = NOTHING_GIVEN,
    options: ReadingOptions = NO_OPTIONS,
    stdin: BinaryIO | None = None,
) -> Iterator[RawArticle | Failure]:
    """Read articles in the order of ``paths``, one at a time.

    Args:
        paths: Files, folders (read with all that is in them, sorted by path) and ``-`` for
            standard input. A file named here is read whatever its suffix.
        given: Metadata that hold for every input.
        options: What the user says of the inputs: their format, the fields of their records.
        stdin: What ``-`` reads; the standard input of the process by default.

    Yields:
        An article, or the failure that stands for an input: one for each input.

    Raises:
        ValueError: At the first article, where ``given.published`` is not a date.
    """
    if given.published is not None:
        parse_published(given.published)
    for path in paths:
        if path == "-":
            yield from _read_standard_input(stdin or sys.stdin.buffer, given, options)
        else:
            yield from _read_path(path, given, options)


def _read_path(
    path: str, given: GivenMetadata, options: ReadingOptions
) -> Iterator[RawArticle | Failure]:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 (a Path would drop a closing slash)
    except (OSError, ValueError) as error:
        yield _explain(error, path).to_failure()
        return
    if not stat.S_ISDIR(mode):
        yield from _read_file(path, _show(path), given, options)
        return
    shown = _show(path)
    prefix = shown if shown.endswith("/") else shown + "/"
    is_empty = True
    for inner, rest in _walk_folder(path, ""):
        is_empty = False
        if isinstance(inner, OSError):
            yield _explain(inner, prefix + _show(rest)).to_failure()
        else:
            yield from _read_file(inner, prefix + _show(rest), given, options)
    if is_empty:
        suffixes = ", ".join(sorted(ARTICLE_SUFFIXES))
        yield EmptyFolderError(
            shown,
            f"{shown} holds no articles: put files with one of these endings there: {suffixes}",
        ).to_failure()


def _read_standard_input(
    stream: BinaryIO, given: GivenMetadata, options: ReadingOptions
) -> Iterator[RawArticle | Failure]:
    try:
        yield from read_stream(stream, "-", given=given, options=options)
    except OSError as error:
        yield _explain(error, "-").to_failure()


def _walk_folder(folder: str, rest: str) -> Iterator[tuple[str | OSError, str]]:
    """The articles' files in a folder, with the rest of their paths; errors in their place."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield error, rest.rstrip("/")
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        # Folders behind links are left out: they may lead in a circle.
        if entry.is_dir(follow_symlinks=False):
            yield from _walk_folder(entry.path, f"{rest}{entry.name}/")
        elif _is_article_name(entry.name) and not entry.is_dir():
            yield entry.path, rest + entry.name


def _is_article_name(name: str) -> bool:
    return is_article_name(name)


def _read_file(
    path: str, shown: str, given: GivenMetadata, options: ReadingOptions
) -> Iterator[RawArticle | Failure]:
    try:
        _check_kind(path, shown)
        with Path(path).open("rb") as file:
            yield from read_stream(file, shown, given=given, options=options, name=path)
    except OSError as error:
        yield _explain(error, shown).to_failure()
    except InputError as error:
        yield error.to_failure()


def _check_kind(path: str, shown: str) -> None:
    mode = os.stat(path).st_mode  # noqa: PTH116
    if stat.S_ISREG(mode):
        return
    # `<(command)` of a shell is a pipe, and as good as a file.
    if stat.S_ISFIFO(mode) and path.startswith(("/dev/fd/", "/proc/self/fd/", "/dev/stdin")):
        return
    raise UnreadableFileError(shown, f"{shown} is a device or a pipe: give a file, or - to read it")


def _explain(error: OSError | ValueError, path: str) -> InputError:
    """The sentence for what the system says."""
    shown = _show(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return MissingPathError(shown, f"{shown} does not exist: check the path")
    if isinstance(error, PermissionError):
        return UnreadableFileError(
            shown, f"{shown} may not be read: give yourself permission to read it"
        )
    reason = (error.strerror or type(error).__name__).lower()
    return UnreadableFileError(shown, f"{shown} cannot be read ({reason}): check the file")


def _show(path: str) -> str:
    """A path as text that UTF-8 can hold, its parts joined by ``/``."""
    text = os.fsencode(path).decode("utf-8", errors="replace")
    return text.replace(os.sep, "/")
