"""The article: one record per input, and the line that stands for an input that failed."""

from __future__ import annotations

import re
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

    Raises:
        pydantic.ValidationError: Where an id does not resolve, a nested claim lies outside its
            parent, or, with ``text`` at hand, a span's text is not the slice that it names.
    """

    schema_version: str = SCHEMA_VERSION
    """Version of the form of the record; it changes when a field changes its meaning."""
    id: str
    """The id given with the input, else the first 16 hex digits of ``sha256``."""
    metadata: Metadata
    """Title, address, day of publication and the like."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Of the text in UTF-8, in hexadecimal."""
    text: str | None = None
    """The decoded input unchanged (without byte order mark), the base of all offsets; null unless
    asked for.
    """
    sections: list[Section] = Field(default_factory=list)
    """The layout: headline, paragraphs and what else the text consists of, in text order."""
    entities: list[Entity] = Field(default_factory=list)
    """Named entities, each with all its mentions."""
    speakers: list[Speaker] = Field(default_factory=list)
    """The sources that were identified: who says or writes what is attributed."""
    dates: list[Date] = Field(default_factory=list)
    """Time expressions."""
    quotes: list[Quote] = Field(default_factory=list)
    """Stretches between quotation marks."""
    claims: list[Claim] = Field(default_factory=list)
    """What is attributed to somebody, with source and cue."""
    warnings: list[str] = Field(default_factory=list)
    """What was in doubt or went wrong, one sentence each."""
    provenance: Provenance
    """What made the record."""

    @model_validator(mode="after")
    def _is_consistent(self) -> Article:
        check_references(self)
        if self.text is not None:
            check_offsets(self, self.text)
        return self

    def spans(self) -> Iterator[Span]:
        """Every span of the record, in no particular order."""
        yield from _spans_in(self)

    def speaker(self, identifier: str) -> Speaker:
        """The speaker with this id (``S1``).

        Raises:
            KeyError: If there is none.
        """
        found = next((one for one in self.speakers if one.id == identifier), None)
        if found is None:
            raise KeyError(f"the article {self.id} has no speaker {identifier}")
        return found

    def claims_table(self) -> list[dict[str, Any]]:
        """A row a claim, with names in the place of ids: the columns of ``claimx help formats``."""
        return self._table("claims")

    def quotes_table(self) -> list[dict[str, Any]]:
        """A row a quote, as `claims_table`."""
        return self._table("quotes")

    def speakers_table(self) -> list[dict[str, Any]]:
        """A row a speaker, as `claims_table`."""
        return self._table("speakers")

    def dates_table(self) -> list[dict[str, Any]]:
        """A row a date, as `claims_table`."""
        return self._table("dates")

    def entities_table(self) -> list[dict[str, Any]]:
        """A row an entity, as `claims_table`."""
        return self._table("entities")

    def _table(self, kind: str) -> list[dict[str, Any]]:
        # The one arrow upward, for the sake of those who have an article at hand.
        from claimx.render.rows import rows_of

        return list(rows_of(self, kind))

    def _repr_html_(self) -> str | None:
        """The highlighted article for a notebook, None if the record does not hold the text."""
        from claimx.render.html import render_frame

        return None if self.text is None else render_frame(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON, every field present, the same bytes for the same record.

        Characters that a terminal would obey are written as escapes.
        """
        return _escape(self.model_dump_json(indent=indent))


class FailureReason(Record):
    """Why an input could not be processed."""

    type: str
    """Class name of the error."""
    message: str
    """One sentence that names the input and the way out."""


class FailureMetadata(Record):
    """Which input failed."""

    path: str
    """As the user gave it; ``file.jsonl:12`` for a record."""


class Failure(Record):
    """Stands in the output for an input that could not be processed."""

    metadata: FailureMetadata
    """The input that failed."""
    error: FailureReason
    """What went wrong."""

    def to_json(self, *, indent: int | None = None) -> str:
        """The failure as JSON, on one line unless ``indent`` is given."""
        return _escape(self.model_dump_json(indent=indent))


# C1 controls and changes of direction: JSON may hold them as they are, a terminal obeys them.
_OBEYED = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _escape(document: str) -> str:
    if document.isascii() and "\x7f" not in document:
        return document
    return _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", document)


def _spans_in(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _spans_in(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from _spans_in(item)
