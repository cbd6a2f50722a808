"""Records that `claimx extract` wrote, read back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from pydantic import ValidationError

from claimx.article import Article, Failure, FailureMetadata, FailureReason

# How a record begins, or the line of an input that failed, alone or in an array.
_START = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\[?\s*\{\s*"(?:schema_version"\s*:|metadata"\s*:\s*\{\s*"path"'
    rb'\s*:\s*"(?:[^"\\]|\\.)*"\s*\}\s*,\s*"error")'
)


def looks_saved(start: bytes) -> bool:
    """Whether the first bytes of an input are those of records."""
    return _START.match(start) is not None


def read_saved(stream: BinaryIO, path: str) -> Iterator[Article | Failure]:
    """The records of JSON Lines or of one JSON document, each checked.

    A record that is damaged, or of another version of the schema, gives a failure of its own.
    """
    first = stream.readline()
    if _is_whole(first):
        for number, line in enumerate(_lines(first, stream), 1):
            if line.strip():
                yield _read(line, f"{path}:{number}")
        return
    data = first + stream.read()
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        yield _failure(path, f"{path} is damaged: {error}")
        return
    items = content if isinstance(content, list) else [content]
    for number, item in enumerate(items, 1):
        yield _read(item, path if len(items) == 1 else f"{path}:{number}")


def _is_whole(line: bytes) -> bool:
    text = line.strip()
    return text.startswith((b"{", b"\xef\xbb\xbf{")) and text.endswith(b"}")


def _lines(first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield first.removeprefix(b"\xef\xbb\xbf")
    yield from stream


def _read(content: bytes | dict[str, Any], name: str) -> Article | Failure:
    try:
        if isinstance(content, bytes):
            if b'"error"' in content[:4096] and b'"schema_version"' not in content[:64]:
                return Failure.model_validate_json(content)
            return Article.model_validate_json(content)
        if "error" in content:
            return Failure.model_validate(content)
        return Article.model_validate(content)
    except ValidationError as error:
        reason = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in reason["loc"]) or "the record"
        return _failure(name, f"{name} is no record of this version ({where}: {reason['msg']})")


def _failure(path: str, message: str) -> Failure:
    return Failure(
        metadata=FailureMetadata(path=path),
        error=FailureReason(type="BadRecordError", message=message),
    )
