"""Inputs as the user names them: files, folders, standard input, JSON Lines."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from claimx.article import Failure
from claimx.reading.dates import parse_published
from claimx.reading.decoding import decode_bytes
from claimx.reading.failures import (
    EmptyFolderError,
    InputError,
    MissingPathError,
    TextTooLongError,
    UnreadableFileError,
)
from claimx.reading.limits import MAXIMUM_LENGTH, check_text
from claimx.reading.raw_article import NOTHING_GIVEN, GivenMetadata, RawArticle, read_article
from claimx.reading.records import looks_like_records, read_records

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
RECORD_SUFFIXES = frozenset({".jsonl", ".ndjson"})
# No encoding takes more bytes for a code point.
_MAXIMUM_BYTES = 4 * MAXIMUM_LENGTH + 4
_MARKUP = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml\b|<head\b|<body\b)", re.IGNORECASE)


def read_inputs(
    paths: Sequence[str],
    *,
    given: GivenMetadata = NOTHING_GIVEN,
    text_key: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[RawArticle | Failure]:
    """Read articles in the order of ``paths``, one at a time.

    Args:
        paths: Files, folders (read with all that is in them, sorted by path) and ``-`` for
            standard input. A file named here is read whatever its suffix.
        given: Metadata that hold for every input.
        text_key: The field of a JSON Lines record that holds the text, ``text`` by default.
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
            yield from _read_stream(stdin or sys.stdin.buffer, "-", given, text_key, sniff=True)
        else:
            yield from _read_path(path, given, text_key)


def _read_path(
    path: str, given: GivenMetadata, text_key: str | None
) -> Iterator[RawArticle | Failure]:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 (a Path would drop a closing slash)
    except (OSError, ValueError) as error:
        yield _explain(error, path).to_failure()
        return
    if not stat.S_ISDIR(mode):
        yield from _read_file(path, _show(path), given, text_key, is_named=True)
        return
    shown = _show(path)
    prefix = shown if shown.endswith("/") else shown + "/"
    is_empty = True
    for inner, rest in _walk_folder(path, ""):
        is_empty = False
        if isinstance(inner, OSError):
            yield _explain(inner, prefix + _show(rest)).to_failure()
        else:
            yield from _read_file(inner, prefix + _show(rest), given, text_key, is_named=False)
    if is_empty:
        suffixes = ", ".join(sorted(TEXT_SUFFIXES | RECORD_SUFFIXES))
        yield EmptyFolderError(
            shown,
            f"{shown} holds no articles: put files with one of these endings there: {suffixes}",
        ).to_failure()


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
    return Path(name).suffix.lower() in TEXT_SUFFIXES | RECORD_SUFFIXES


def _read_file(
    path: str, shown: str, given: GivenMetadata, text_key: str | None, *, is_named: bool
) -> Iterator[RawArticle | Failure]:
    suffix = Path(path).suffix.lower()
    try:
        _check_kind(path, shown)
        with Path(path).open("rb") as file:
            if suffix in RECORD_SUFFIXES:
                yield from read_records(file, shown, given, text_key)
            else:
                sniff = is_named and suffix not in TEXT_SUFFIXES
                yield from _read_stream(file, shown, given, text_key, sniff=sniff)
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


def _read_stream(
    stream: BinaryIO, shown: str, given: GivenMetadata, text_key: str | None, *, sniff: bool
) -> Iterator[RawArticle | Failure]:
    """Read one article, or records where ``sniff`` is set and the first line is one."""
    try:
        start = stream.readline(_MAXIMUM_BYTES + 1) if sniff else b""
        if sniff and looks_like_records(start, text_key):
            yield from read_records(stream, shown, given, text_key, start)
            return
        data = start + stream.read(_MAXIMUM_BYTES + 1 - len(start))
        if len(data) > _MAXIMUM_BYTES:
            raise TextTooLongError(
                shown,
                f"{shown} has more than {_MAXIMUM_BYTES:,} bytes, and the limit is "
                f"{MAXIMUM_LENGTH:,} characters: split it into its articles",
            )
        text, warnings = decode_bytes(data, shown)
        check_text(text, shown)
    except InputError as error:
        yield error.to_failure()
        return
    except OSError as error:
        yield _explain(error, shown).to_failure()
        return
    if _MARKUP.match(text):
        warnings.append("the text looks like HTML or XML: its tags are read as text")
    yield read_article(text, path=shown, given=given, warnings=warnings)


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
