"""JSON Lines: an article a line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from claimx.article import Failure
from claimx.reading.decoding import decode_bytes
from claimx.reading.failures import BadRecordError, BinaryFileError, EmptyTextError, InputError
from claimx.reading.limits import check_text
from claimx.reading.raw_article import NOTHING_GIVEN, GivenMetadata, RawArticle, read_article

DEFAULT_TEXT_KEY = "text"
# A text of the greatest length, every character of it escaped, and as much again.
_LONGEST_LINE = 32_000_000


def looks_like_records(line: bytes, text_key: str | None) -> bool:
    """Whether a first line is a JSON object that holds a text."""
    if not line.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return False
    try:
        record = json.loads(line.removeprefix(codecs.BOM_UTF8))
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and (text_key or DEFAULT_TEXT_KEY) in record


def read_records(
    stream: BinaryIO,
    path: str,
    given: GivenMetadata,
    text_key: str | None,
    start: bytes = b"",
) -> Iterator[RawArticle | Failure]:
    """Read a record a line; the one of line 12 is named ``path:12``.

    A line that holds no article gives a failure of its own, and the others are read.

    Args:
        start: What was already taken from the stream.
    """
    is_empty = True
    for number, line in enumerate(_read_lines(stream, start), 1):
        name = f"{path}:{number}"
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line.strip():
            continue
        is_empty = False
        try:
            if len(line) > _LONGEST_LINE:
                raise BadRecordError(name, f"{name} is longer than a record may be: split its text")
            if number == 1 and b"\x00" in line:
                raise BinaryFileError(path, f"{path} is a binary file: give JSON Lines in UTF-8")
            record, warnings = _parse_line(line, name)
            yield _read_fields(record, name, given, text_key, warnings)
        except BinaryFileError as error:
            yield error.to_failure()
            if error.path == path:
                return
        except InputError as error:
            yield error.to_failure()
    if is_empty:
        yield EmptyTextError(path, f"{path} is empty: give a record a line").to_failure()


def read_record(
    record: Mapping[str, Any],
    *,
    path: str = "record",
    given: GivenMetadata = NOTHING_GIVEN,
    text_key: str | None = None,
) -> RawArticle | Failure:
    """Read the article of a record.

    Args:
        path: The name of the record, as ``news.jsonl:12``.
        text_key: The field that holds the text, ``text`` by default.

    Returns:
        The article, or the failure that stands for a record without one.
    """
    try:
        return _read_fields(record, path, given, text_key, [])
    except InputError as error:
        return error.to_failure()


def _read_fields(
    record: Mapping[str, Any],
    name: str,
    given: GivenMetadata,
    text_key: str | None,
    warnings: list[str],
) -> RawArticle:
    key = text_key or DEFAULT_TEXT_KEY
    if key not in record:
        raise BadRecordError(
            name, f"{name} has no field {key!r}: name the one that holds the text (--text-key)"
        )
    text = record[key]
    if not isinstance(text, str):
        raise BadRecordError(name, f"{name} has no text in {key!r}: the field must be a string")
    check_text(text, name)
    rest = {other: value for other, value in record.items() if other != key}
    return read_article(text, path=name, given=given, record=rest, warnings=warnings)


def _read_lines(stream: BinaryIO, start: bytes) -> Iterator[bytes]:
    """Lines; of one that is too long, as much as shows that it is, the rest being skipped."""
    if start:
        yield start if start.endswith(b"\n") else start + _read_line(stream)
    while line := _read_line(stream):
        yield line


def _read_line(stream: BinaryIO) -> bytes:
    line = stream.readline(_LONGEST_LINE + 1)
    rest = line
    while len(rest) > _LONGEST_LINE and not rest.endswith(b"\n"):
        rest = stream.readline(_LONGEST_LINE + 1)
    return line


def _parse_line(line: bytes, name: str) -> tuple[dict[str, Any], list[str]]:
    text, warnings = decode_bytes(line, name)
    try:
        record = json.loads(text)
    except RecursionError:
        raise BadRecordError(name, f"{name} is nested too deeply: flatten the record") from None
    except ValueError as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise BadRecordError(
            name, f"{name} is not JSON ({reason}): write one record on each line"
        ) from None
    if not isinstance(record, dict):
        raise BadRecordError(
            name, f'{name} is not a JSON object: write a record such as {{"text": "…"}}'
        )
    return record, warnings
