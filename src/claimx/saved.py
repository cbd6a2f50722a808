"""Records that claimx has written, read back without a pipeline."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from pydantic import ValidationError

from claimx.article import SCHEMA_VERSION, Article, Failure

if TYPE_CHECKING:
    from claimx.article.records import Record

_SQLITE = b"SQLite format 3\x00"


class SavedError(ValueError):
    """Why records cannot be read; the message names the file and the way out."""


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
            start = file.read(len(_SQLITE))
    except OSError as error:
        raise SavedError(f"{path}: the file cannot be read ({error.strerror or error})") from error
    if start == _SQLITE:
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
    number = 0
    for line in stream:
        number += 1
        if not line.strip():
            continue
        try:
            yield _record(json.loads(line), f"{name}:{number}")
        except json.JSONDecodeError as error:
            if number > 1:
                raise SavedError(f"{name}:{number}: this is not JSON ({error.msg})") from error
            # The first line of a document is not a document by itself.
            yield from _read_document(line + stream.read(), name)
            return
        except RecursionError as error:
            raise SavedError(f"{name}:{number}: the JSON is nested too deeply") from error


def _read_document(text: str, name: str) -> Iterator[Article | Failure]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise SavedError(
            f"{name}: this is neither JSON nor JSON Lines ({error.msg} in line {error.lineno}): "
            "give what claimx extract wrote with -f jsonl or json"
        ) from error
    except RecursionError as error:
        raise SavedError(f"{name}: the JSON is nested too deeply") from error
    for number, item in enumerate(document if isinstance(document, list) else [document], start=1):
        yield _record(item, f"{name}, record {number}")


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
