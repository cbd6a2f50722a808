"""Metadata as one place of an input gives them, and joining those of several places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from pydantic import JsonValue

from claimx.article import Metadata
from claimx.reading.dates import DATE_LENGTH, parse_published
from claimx.reading.record_fields import (
    NEAR_PUBLICATION,
    CopyFinder,
    name_field,
    rank_field,
    reduce_name,
    unwrap_value,
)

# Nesting of a value under `extra`; what is deeper is no metadata any more.
_MAXIMUM_DEPTH = 20
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|[\w-]+(?:\.[\w-]+)+/\S*$")


@dataclass
class Found:
    """What one place says of the article.

    Attributes:
        place: Its name in a warning: ``option``, ``record``, ``front matter``, ``header``.
        values: Fields of the metadata, besides the date.
        published: Dates of publication in ISO 8601, in the order in which they were found.
    """

    place: str
    values: dict[str, str] = field(default_factory=dict)
    published: list[str] = field(default_factory=list)
    extra: dict[str, JsonValue] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def add(self, name: str, value: Any) -> bool:
        """Note a field's value; False where it is none that the field can hold."""
        if name == "published":
            return self._add_published(value)
        text = to_text(value)
        if text and "&" in text and name in ("title", "byline", "publisher"):
            text = unescape(text)
        if name == "language":
            text = _read_language(text)
        if text is None:
            return False
        self.values.setdefault(name, text)
        return True

    def _add_published(self, value: Any) -> bool:
        text = to_text(value)
        try:
            self.published.append(parse_published(text or str(value)))
        except ValueError as error:
            self.warnings.append(f"publication date of the {self.place} is not read: {error}")
            return False
        return True

    def add_mapping(self, mapping: Mapping[str, Any], keys: Mapping[str, Iterable[str]]) -> None:
        """Note every entry; those that ``keys`` does not name, or no field can hold, as extra."""
        known = {key: name for name, names in keys.items() for key in names}
        order = {key: place for place, key in enumerate(known)}
        entries = sorted(mapping.items(), key=lambda entry: order.get(entry[0], len(order)))
        for key, value in entries:
            name = known.get(key)
            if name and (value is None or value == ""):
                continue
            if name is None or not self.add(name, value):
                self.extra[key] = to_json_value(value)


def read_record_fields(record: Mapping[str, Any], text: str = "") -> Found:
    """The metadata of a record whose text was taken out.

    Of several fields that name one thing, that with the surest name is taken; dates of publication
    are compared. What no field of ours holds goes to ``extra``, but for copies of the text.
    """
    found = Found("record")
    copies = CopyFinder(text)
    entries = [(to_unicode(str(key)), value) for key, value in record.items()]
    for key, value in sorted(entries, key=lambda entry: rank_field(entry[0])):
        kept = _drop_copies(value, copies)
        bare, name = unwrap_value(kept), name_field(key)
        if (kept is None and value is not None) or (name and (bare is None or bare == "")):
            continue
        if name == "publisher" and isinstance(bare, str) and _ADDRESS.match(bare):
            name = None if "url" in found.values or "://" not in bare else "url"
        if name is None or name in found.values or not found.add(name, bare):
            found.extra[key] = to_json_value(kept)
    if not found.published:
        _read_near_date(found)
    return found


def _read_near_date(found: Found) -> None:
    """A day near that of publication, such as that of the record's creation, with a warning."""
    for key, value in found.extra.items():
        if reduce_name(key) in NEAR_PUBLICATION and found.add("published", value):
            found.warnings.append(f"no date of publication is given: {key!r} is taken for it")
            del found.extra[key]
            return


def _drop_copies(value: Any, copies: CopyFinder, depth: int = 0) -> Any:
    """The value without strings that hold the article's text again; None where nothing is left."""
    if isinstance(value, str):
        return None if copies.is_copy(value) else value
    if depth < _MAXIMUM_DEPTH and isinstance(value, Mapping):
        kept = {key: _drop_copies(item, copies, depth + 1) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item is not None or value[key] is None}
    if depth < _MAXIMUM_DEPTH and isinstance(value, list):
        return [_drop_copies(item, copies, depth + 1) for item in value]
    return value


def join_found(places: Iterable[Found], path: str | None) -> tuple[Metadata, str | None, list[str]]:
    """Join what several places say, the first of them having the first word.

    Returns:
        The metadata, the id if one is given, and the warnings.
    """
    places = list(places)
    values: dict[str, str] = {}
    extra: dict[str, JsonValue] = {}
    warnings: list[str] = []
    dates = [(date, found.place) for found in places for date in found.published]
    for found in places:
        warnings += found.warnings
        values = {**found.values, **values}
        extra = {**found.extra, **extra}
    told: set[str] = set()
    for date, place in dates:
        if date[:DATE_LENGTH] != dates[0][0][:DATE_LENGTH] and date not in told:
            told.add(date)
            warnings.append(
                f"publication dates differ: {dates[0][0]} ({dates[0][1]}) is kept, "
                f"{date} ({place}) is not"
            )
    identifier = values.pop("id", None)
    published = _keep_hour([date for date, _ in dates])
    metadata = Metadata(path=path, published=published, extra=extra, **values)
    return metadata, identifier, warnings


def _keep_hour(dates: list[str]) -> str | None:
    """The first date, with the first hour that any place gives that day."""
    if not dates:
        return None
    day = dates[0][:DATE_LENGTH]
    return next((date for date in dates if date[:DATE_LENGTH] == day != date), dates[0])


def to_text(value: Any) -> str | None:
    """A value as the text of a field: strings, numbers, and lists of strings; None for others."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        value = ", ".join(item.strip() for item in value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    return " ".join(to_unicode(value).split()) or None


def to_unicode(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no UTF-8 can hold; offsets stay."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def to_json_value(value: Any, depth: int = 0) -> JsonValue:
    """A value that JSON can hold; what is none of JSON's kinds, or too deep, as a string."""
    if isinstance(value, str):
        return to_unicode(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if value - value == 0 else str(value)
    if depth < _MAXIMUM_DEPTH:
        if isinstance(value, Mapping):
            return {
                to_unicode(str(key)): to_json_value(item, depth + 1) for key, item in value.items()
            }
        if isinstance(value, list | tuple):
            return [to_json_value(item, depth + 1) for item in value]
        return to_unicode(str(value))
    return "…"


def _read_language(text: str | None) -> str | None:
    match = re.fullmatch(r"([A-Za-z]{2})(?:[-_][A-Za-z]{2,4})?", text or "")
    if match:
        return match[1].lower()
    return "en" if text and text.lower() == "english" else None
