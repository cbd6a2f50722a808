"""The article: one record per input, and the line that stands for an input that failed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import Field, model_validator

from claimx.article.integrity import check_offsets, check_references
from claimx.article.records import (
    Claim,
    Date,
    Entity,
    Metadata,
    Provenance,
    Quote,
    Record,
    Section,
    Span,
    Speaker,
)
from claimx.article.values import SCHEMA_VERSION


class Article(Record):
    """Everything found in one article.

    Attributes:
        id: The id given with the input, else the first 16 hex digits of ``sha256``.
        sha256: Of the text in UTF-8, in hexadecimal.
        text: The decoded input unchanged (without byte order mark), the base of all offsets;
            None unless asked for.
        warnings: One sentence each.

    Raises:
        pydantic.ValidationError: Where an id does not resolve, a nested claim lies outside its
            parent, or, with ``text`` at hand, a span's text is not the slice that it names.
    """

    schema_version: str = SCHEMA_VERSION
    id: str
    metadata: Metadata
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    text: str | None = None
    sections: list[Section] = Field(default_factory=list)
    entities: list[Entity] = Field(default_factory=list)
    speakers: list[Speaker] = Field(default_factory=list)
    dates: list[Date] = Field(default_factory=list)
    quotes: list[Quote] = Field(default_factory=list)
    claims: list[Claim] = Field(default_factory=list)
    warnings: list[str] = Field(default_factory=list)
    provenance: Provenance

    @model_validator(mode="after")
    def _is_consistent(self) -> Article:
        check_references(self)
        if self.text is not None:
            check_offsets(self, self.text)
        return self

    def spans(self) -> Iterator[Span]:
        """Every span of the record, in no particular order."""
        yield from _spans_in(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON, every field present, the same bytes for the same record."""
        return self.model_dump_json(indent=indent)


class FailureReason(Record):
    """The type of an error (its class name) and one sentence that names the way out."""

    type: str
    message: str


class FailureMetadata(Record):
    """Which input failed: its path as the user gave it, ``file.jsonl:12`` for a record."""

    path: str


class Failure(Record):
    """Stands in the output for an input that could not be processed."""

    metadata: FailureMetadata
    error: FailureReason

    def to_json(self) -> str:
        """The failure as one line of JSON."""
        return self.model_dump_json()


def _spans_in(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _spans_in(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from _spans_in(item)
