"""Records that claimx has written, read back without a pipeline."""

from __future__ import annotations

import io
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from pydantic import ValidationError

from claimx.article import SCHEMA_VERSION, Article, Failure, FailureMetadata, FailureReason

if TYPE_CHECKING:
    from claimx.article.records import Record

DATABASE_START = b"SQLite format 3\x00"
# How a record begins, or the line of an input that failed, alone or in an array.
_START = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\[?\s*\{\s*"(?:schema_version"\s*:|metadata"\s*:\s*\{\s*"path"'
    rb'\s*:\s*"(?:[^"\\]|\\.)*"\s*\}\s*,\s*"error")'
)


class SavedError(ValueError):
    """Why records cannot be read; the message names the file and the way out."""


def looks_saved(start: bytes) -> bool:
    """Whether the first bytes of a file are those of records in JSON."""
    return _START.match(start) is not None


def read(path: str | Path) -> Iterator[Article | Failure]:
    """The records that ``claimx extract`` wrote, in their order, one at a time.

    Args:
        path: JSON Lines, a JSON document, or a database (``-o claims.db``), told by what is in it.

    Raises:
        SavedError: If the file cannot be read, or holds something else than records of claimx; also
            for a record of another ``schema_version`` that does not fit this one.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            start = file.read(len(DATABASE_START))
    except OSError as error:
        raise SavedError(f"{path}: the file cannot be read ({error.strerror or error})") from error
    if start == DATABASE_START:
        yield from _read_database(path)
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as text:
            yield from read_stream(text, str(path))
    except OSError as error:
        raise SavedError(f"{path}: the file cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise SavedError(f"{path}: the file is not UTF-8, and so not of claimx") from error


def read_stream(stream: TextIO, name: str) -> Iterator[Article | Failure]:
    """As `read`, from a text stream of JSON Lines or of a JSON document.

    Args:
        stream: What to read; JSON Lines are read a line at a time.
        name: What to call it in messages.
    """
    for item in _parse(stream, name):
        if isinstance(item, SavedError):
            raise item
        yield item


def read_each(stream: BinaryIO, name: str) -> Iterator[Article | Failure]:
    """As `read_stream`, from bytes; a record that cannot be read is a failure among the others.

    The failure is of type ``BadRecordError``; its path is ``name``.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        for item in _parse(text, name):
            yield bad_record(name, str(item)) if isinstance(item, SavedError) else item
    except UnicodeDecodeError:
        yield bad_record(name, f"{name}: the file is not UTF-8, and so not of claimx")
    finally:
        # Whoever opened the bytes closes them.
        text.detach()


def bad_record(path: str, message: str) -> Failure:
    """The failure that stands for a saved record, or a file of them, that cannot be read."""
    return Failure(
        metadata=FailureMetadata(path=path),
        error=FailureReason(type="BadRecordError", message=message),
    )


def _parse(stream: TextIO, name: str) -> Iterator[Article | Failure | SavedError]:
    """The records of JSON Lines or of a JSON document, and in its place why one cannot be read."""
    number = 0
    for line in stream:
        number += 1
        if not line.strip():
            continue
        place = f"{name}:{number}"
        try:
            yield _record(json.loads(line), place)
        except json.JSONDecodeError as error:
            if number == 1:
                # The first line of a document is not a document by itself.
                yield from _parse_document(line + stream.read(), name)
                return
            yield SavedError(f"{place}: this is not JSON ({error.msg})")
        except RecursionError:
            yield SavedError(f"{place}: the JSON is nested too deeply")
        except SavedError as error:
            yield error


def _parse_document(text: str, name: str) -> Iterator[Article | Failure | SavedError]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        yield SavedError(
            f"{name}: this is neither JSON nor JSON Lines ({error.msg} in line {error.lineno}): "
            "give what claimx extract wrote with -f jsonl or json"
        )
        return
    except RecursionError:
        yield SavedError(f"{name}: the JSON is nested too deeply")
        return
    for number, item in enumerate(document if isinstance(document, list) else [document], start=1):
        try:
            yield _record(item, f"{name}, record {number}")
        except SavedError as error:
            yield error


def _record(value: Any, name: str) -> Article | Failure:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict) or not {"schema_version", "error"} & set(value):
        raise SavedError(f"{name}: this is not a record of claimx: give what claimx extract wrote")
    kind: type[Article] | type[Failure] = Failure if "error" in value else Article
    try:
        record: Record = kind.model_validate(value)
    except ValidationError as error:
        raise SavedError(f"{name}: {_reason(value, error)}") from error
    if isinstance(record, Article) and record.schema_version != SCHEMA_VERSION:
        record = record.model_copy(update={"schema_version": SCHEMA_VERSION})
    assert isinstance(record, Article | Failure)
    return record


def _reason(value: dict[str, Any], error: ValidationError) -> str:
    version = value.get("schema_version", SCHEMA_VERSION)
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    fault = f"{place}: {first['msg']}" if place else str(first["msg"])
    if version != SCHEMA_VERSION:
        return (
            f"the record has schema_version {version}, this claimx reads {SCHEMA_VERSION}, and it "
            f"does not fit ({fault}): extract it anew"
        )
    return f"the record is damaged ({fault})"


def _read_database(path: Path) -> Iterator[Article | Failure]:
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as error:
        raise SavedError(f"{path}: the database cannot be opened ({error})") from error
    try:
        rows = connection.execute("SELECT id, record FROM articles ORDER BY rowid")
        for identifier, record in rows:
            yield _record(json.loads(record), f"{path}, article {identifier}")
    except sqlite3.Error as error:
        raise SavedError(
            f"{path}: this is not a database of claimx ({error}): give one that claimx extract "
            "wrote"
        ) from error
    finally:
        connection.close()
