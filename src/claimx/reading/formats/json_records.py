"""JSON: a record a line, one article, a list of articles, or an object that holds such a list."""

from __future__ import annotations

import codecs
import json
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from claimx.article import Failure
from claimx.reading.decoding import decode_bytes
from claimx.reading.failures import BadRecordError, BinaryFileError, EmptyTextError, InputError
from claimx.reading.records import holds_text, make_source
from claimx.reading.source import ReadingOptions, Source
from claimx.reading.streams import look_ahead, read_bounded

# A text of the greatest length, every character of it escaped, and as much again.
_LONGEST_LINE = 32_000_000
# A list is held whole, several times over while it is read.
_LONGEST_DOCUMENT = 64_000_000
# Objects in which a list of articles is looked for: `{"response": {"docs": […]}}`.
_MOST_OBJECTS = 200


def looks_like_json(start: bytes) -> bool:
    """Whether the first bytes are those of an object or of a list of objects or strings."""
    start = start.removeprefix(codecs.BOM_UTF8).lstrip()
    if start[:1] == b"{":
        return start[1:].lstrip()[:1] in (b'"', b"}")
    return start[:1] == b"[" and start[1:].lstrip()[:1] in (b"{", b'"', b"]", b"[")


def looks_like_lines(start: bytes) -> bool:
    """Whether the first line alone is a record with a text."""
    record = _parse_first(start)
    return record is not None and holds_text(record)


def _parse_first(start: bytes) -> dict[str, Any] | None:
    """The object of the first line, None where that is none."""
    first = start.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 1)[0]
    try:
        record = json.loads(first)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def read_json(
    stream: BinaryIO, path: str, options: ReadingOptions
) -> Iterator[Source | Failure | InputError]:
    """Read a JSON document of any of the shapes; records a line are read as such.

    Articles of a list are named ``path:1`` and so on, by their place in it.

    Raises:
        InputError: Where it is no JSON, too long, or holds no article.
    """
    data = read_bounded(stream, _LONGEST_DOCUMENT, path, "write JSON Lines, an article a line")
    text, warnings = decode_bytes(data, path)
    try:
        content = json.loads(text)
    except RecursionError:
        raise BadRecordError(path, f"{path} is nested too deeply: flatten its records") from None
    except ValueError as error:
        if _parse_first(data) is not None:
            yield from read_json_lines(_as_stream(data), path, options)
            return
        raise BadRecordError(
            path, f"{path} is not JSON ({_explain(error)}): mend it, or write a record a line"
        ) from None
    if isinstance(content, str) and content.strip():
        content = {"text": content}
    if isinstance(content, Mapping) and (holds_text(content, options) or not _find_list(content)):
        yield make_source(content, path, options, tuple(warnings))
        return
    items = content if isinstance(content, list) else _find_list(content)
    if not isinstance(content, list | Mapping):
        raise BadRecordError(path, f"{path} holds no article: write records with a text")
    if not items:
        raise EmptyTextError(path, f"{path} is an empty list: give a record for each article")
    for number, item in enumerate(items, 1):
        yield from _read_item(item, f"{path}:{number}", options, tuple(warnings))


def read_json_lines(
    stream: BinaryIO, path: str, options: ReadingOptions
) -> Iterator[Source | Failure | InputError]:
    """Read a record a line; that of line 12 is named ``path:12``.

    A line that holds no article gives a failure of its own, and the others are read.
    """
    start, stream = look_ahead(stream)
    if start.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"[" or (
        start.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 1)[0].strip() == b"{"
    ):
        yield from read_json(stream, path, options)
        return
    is_empty = True
    for number, line in enumerate(iter(lambda: _read_line(stream), b""), 1):
        name = f"{path}:{number}"
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line.strip():
            continue
        is_empty = False
        try:
            _check_length(line, name)
            if number == 1:
                _check_binary(line, path)
            record, warnings = _parse_line(line, name)
            yield make_source(record, name, options, tuple(warnings))
        except InputError as error:
            yield error
            if error.path == path:
                return
    if is_empty:
        yield EmptyTextError(path, f"{path} is empty: give a record a line")


def _check_length(line: bytes, name: str) -> None:
    if len(line) > _LONGEST_LINE:
        raise BadRecordError(name, f"{name} is longer than a record may be: split its text")


def _check_binary(first_line: bytes, path: str) -> None:
    if b"\x00" in first_line:
        raise BinaryFileError(path, f"{path} is a binary file: give JSON Lines in UTF-8")


def _read_item(
    item: Any,
    name: str,
    options: ReadingOptions,
    warnings: tuple[str, ...],
) -> Iterator[Source | InputError]:
    if isinstance(item, str):
        item = {options.text_key or "text": item}
    try:
        if not isinstance(item, Mapping):
            raise BadRecordError(
                name, f'{name} is not a JSON object: write a record such as {{"text": "…"}}'
            )
        yield make_source(item, name, options, warnings)
    except InputError as error:
        yield error


def _find_list(content: Any) -> list[Any] | None:
    """The list of articles in an object, the one nearest to its top; None where there is none.

    The object's other fields describe the list and not its articles.
    """
    queue: deque[Any] = deque([content])
    looked = 0
    while queue and looked < _MOST_OBJECTS:
        current = queue.popleft()
        looked += 1
        if not isinstance(current, Mapping):
            continue
        for value in current.values():
            if isinstance(value, list) and any(
                isinstance(item, Mapping) and holds_text(item) for item in value[:20]
            ):
                return value
        lists = [value for value in current.values() if isinstance(value, list)]
        queue.extend(value for value in current.values() if isinstance(value, Mapping))
        if len(current) == 1 and lists and all(isinstance(item, Mapping) for item in lists[0]):
            return lists[0]
    return None


def _read_line(stream: BinaryIO) -> bytes:
    """A line; of one that is too long, as much as shows that it is, the rest being skipped."""
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
        raise BadRecordError(
            name, f"{name} is not JSON ({_explain(error)}): write one record on each line"
        ) from None
    if not isinstance(record, dict):
        raise BadRecordError(
            name, f'{name} is not a JSON object: write a record such as {{"text": "…"}}'
        )
    return record, warnings


def _explain(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} in line {error.lineno}" if error.lineno > 1 else error.msg
    return str(error)


def _as_stream(data: bytes) -> BinaryIO:
    import io

    return io.BytesIO(data)
