"""Inputs as the user names them: files, folders and standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import BinaryIO

from claimx.article import Failure
from claimx.listing import (
    EmptyFolder,
    LinkLeadsOut,
    Listed,
    ListingRules,
    Unlisted,
    list_inputs,
    read_no_further,
    show_path,
)
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

NO_RULES = ListingRules()


def read_inputs(
    paths: Iterable[str],
    *,
    given: GivenMetadata = NOTHING_GIVEN,
    options: ReadingOptions = NO_OPTIONS,
    stdin: BinaryIO | None = None,
    rules: ListingRules = NO_RULES,
) -> Iterator[RawArticle | Failure]:
    """Read articles in the order of ``paths``, one at a time.

    Args:
        paths: Files, folders (read with all that is in them, sorted by path) and ``-`` for
            standard input. A file named here is read whatever its suffix.
        given: Metadata that hold for every input.
        options: What the user says of the inputs: their format, the fields of their records.
        stdin: What ``-`` reads; the standard input of the process by default.
        rules: What is left out, such as the file that the output goes to.

    Yields:
        An article, or the failure that stands for an input: one for each input.

    Raises:
        ValueError: At the first article, where ``given.published`` is not a date.
    """
    if given.published is not None:
        parse_published(given.published)
    for listed in list_inputs(
        paths, is_article=lambda below: is_wanted(below, options), rules=rules
    ):
        yield from read_listed(listed, given=given, options=options, stdin=stdin)


def is_wanted(below: str, options: ReadingOptions) -> bool:
    """Whether a file of a folder is read, by its path below the folder."""
    return is_article_name(below) or _is_included(below, options.include)


def _is_included(below: str, patterns: tuple[str, ...]) -> bool:
    """Whether the path of a file below its folder, or its name alone, is like a pattern."""
    name = below.rpartition("/")[2]
    return any(fnmatch(name, pattern) or fnmatch(below, pattern) for pattern in patterns)


def read_listed(
    listed: Listed,
    *,
    given: GivenMetadata = NOTHING_GIVEN,
    options: ReadingOptions = NO_OPTIONS,
    stdin: BinaryIO | None = None,
) -> Iterator[RawArticle | Failure]:
    """Read what one file holds: an article, or several.

    Args:
        listed: What `claimx.listing.list_inputs` gave.
        given: Metadata that hold for every input.
        options: What the user says of the inputs: their format, the fields of their records.
        stdin: What ``-`` reads; the standard input of the process by default.
    """
    if isinstance(listed, Unlisted):
        yield _explain(listed.error, listed.shown).to_failure()
    elif listed.path == "-":
        yield from _read_standard_input(stdin or sys.stdin.buffer, given, options)
    else:
        yield from _read_file(listed.path, listed.shown, given, options)


def _read_standard_input(
    stream: BinaryIO, given: GivenMetadata, options: ReadingOptions
) -> Iterator[RawArticle | Failure]:
    try:
        yield from read_stream(stream, "-", given=given, options=options)
    except OSError as error:
        yield _explain(error, "-").to_failure()


def _read_file(
    path: str, shown: str, given: GivenMetadata, options: ReadingOptions
) -> Iterator[RawArticle | Failure]:
    try:
        _check_kind(path, shown)
        with Path(path).open("rb") as opened:
            file = read_no_further(opened)
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
    shown = show_path(path)
    if isinstance(error, EmptyFolder):
        suffixes = ", ".join(sorted(ARTICLE_SUFFIXES))
        return EmptyFolderError(
            shown,
            f"{shown} holds no articles: put files with one of these endings there: {suffixes}",
        )
    if isinstance(error, LinkLeadsOut):
        return UnreadableFileError(
            shown,
            f"{shown} is a link that leads out of its folder: name the file that is meant, or "
            "give --follow-links",
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return MissingPathError(shown, f"{shown} does not exist: check the path")
    if isinstance(error, PermissionError):
        return UnreadableFileError(
            shown, f"{shown} may not be read: give yourself permission to read it"
        )
    reason = (error.strerror or type(error).__name__).lower()
    return UnreadableFileError(shown, f"{shown} cannot be read ({reason}): check the file")
