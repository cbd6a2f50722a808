"""Records: a text among fields that say where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimx.article import Failure
from claimx.reading.failures import BadRecordError, InputError
from claimx.reading.limits import check_text
from claimx.reading.raw_article import NOTHING_GIVEN, GivenMetadata, RawArticle, read_source
from claimx.reading.record_fields import find_text_field, unwrap_value
from claimx.reading.source import NO_OPTIONS, ReadingOptions, Source

_MOST_FIELDS_NAMED = 12


def read_record(
    record: Mapping[str, Any],
    *,
    path: str = "record",
    given: GivenMetadata = NOTHING_GIVEN,
    text_key: str | None = None,
    date_key: str | None = None,
) -> RawArticle | Failure:
    """Read the article of a record.

    Args:
        path: The name of the record, as ``news.jsonl:12``.
        text_key: The field that holds the text, where its name does not tell.
        date_key: The field that holds the date of publication.

    Returns:
        The article, or the failure that stands for a record without one.
    """
    options = ReadingOptions(text_key=text_key, date_key=date_key)
    try:
        return read_source(make_source(record, path, options), given=given)
    except InputError as error:
        return error.to_failure()


def make_source(
    record: Mapping[str, Any],
    path: str,
    options: ReadingOptions = NO_OPTIONS,
    warnings: tuple[str, ...] = (),
) -> Source:
    """The text of a record, and its other fields.

    Raises:
        BadRecordError: Where no field holds a text, with the fields that there are.
        EmptyTextError: Where the text is empty.
        TextTooLongError: Where it is too long.
    """
    if options.text_key is not None:
        key, text, fields = _read_named(record, options.text_key, path)
    else:
        key, text, fields = _find_text(record, path)
    check_text(text, path)
    rest = {other: value for other, value in fields.items() if other != key}
    if options.date_key is not None:
        if _look_up(rest, options.date_key) is None:
            warnings = (*warnings, f"the record has no field {options.date_key!r} (--date-key)")
        else:
            rest = _move_date(rest, options.date_key)
    return Source(text, path, rest, warnings=warnings)


def holds_text(record: Mapping[str, Any], options: ReadingOptions = NO_OPTIONS) -> bool:
    """Whether a text is found in a record."""
    if options.text_key is not None:
        return _look_up(record, options.text_key) is not None
    return any(find_text_field(fields) for fields in _list_levels(record))


def _read_named(
    record: Mapping[str, Any], text_key: str, path: str
) -> tuple[str, str, Mapping[str, Any]]:
    found = _look_up(record, text_key)
    if found is None:
        raise BadRecordError(
            path,
            f"{path} has no field {text_key!r} (--text-key): its fields are {_name_fields(record)}",
        )
    holder, key = found
    text = unwrap_value(holder[key])
    if not isinstance(text, str):
        raise BadRecordError(path, f"{path} has no text in {text_key!r}: it must be a string")
    return key, text, record if holder is record else {**record, **holder}


def _look_up(record: Mapping[str, Any], key: str) -> tuple[Mapping[str, Any], str] | None:
    """The mapping that holds a key; ``fields.body`` is the field ``body`` of ``fields``."""
    if key in record:
        return record, key
    first, dot, rest = key.partition(".")
    inner = record.get(first)
    return _look_up(inner, rest) if dot and isinstance(inner, Mapping) else None


def _find_text(record: Mapping[str, Any], path: str) -> tuple[str, str, Mapping[str, Any]]:
    for fields in _list_levels(record):
        if found := find_text_field(fields):
            return *found, fields
    if any(key in record for key in ("text", "body", "content")):
        present = next(key for key in ("text", "body", "content") if key in record)
        if record[present] in (None, "") or isinstance(record[present], str):
            check_text(record[present] or "", path)
        raise BadRecordError(path, f"{path} has no text in {present!r}: it must be a string")
    raise BadRecordError(
        path,
        f"{path} has no field that is known to hold text: its fields are {_name_fields(record)}; "
        "name the one that does (--text-key)",
    )


def _list_levels(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The record, and it with the fields of each object in it (``_source``, ``fields``)."""
    levels = [record]
    for key, value in record.items():
        if isinstance(value, Mapping) and find_text_field(value):
            rest = {other: item for other, item in record.items() if other != key}
            levels.append({**rest, **value})
    return levels


def _name_fields(record: Mapping[str, Any]) -> str:
    names = [str(key) for key in record]
    shown = ", ".join(name if len(name) <= 40 else name[:39] + "…" for name in names[:12])
    if not names:
        return "none"
    return shown + (" …" if len(names) > _MOST_FIELDS_NAMED else "")


def _move_date(fields: Mapping[str, Any], date_key: str) -> dict[str, Any]:
    """The fields with the one that the user names as the date of publication before all others."""
    holder, key = _look_up(fields, date_key) or (fields, date_key)
    rest = {other: value for other, value in fields.items() if other not in (date_key, "published")}
    return {"published": holder[key], **rest}
