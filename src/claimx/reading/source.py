"""What a reader makes of an input: one text an article, with all that came beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimx.article.values import SectionKind


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What the user says of the inputs of a call.

    Attributes:
        text_key: The field of a record, or the column of a table, that holds the text.
        date_key: The one that holds the date of publication.
        reader: The name of the reader to use whatever the input looks like.
        include: Patterns (``*.asp``) of files in folders that are read besides those whose suffix
            is that of a format.
    """

    text_key: str | None = None
    date_key: str | None = None
    reader: str | None = None
    include: tuple[str, ...] = ()


NO_OPTIONS = ReadingOptions()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a layout that the reader knows: half-open code points of the text.

    ``kind`` is None where only the words of the paragraph can tell it.
    """

    start: int
    end: int
    kind: SectionKind | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One article as a reader hands it to ``read_article``.

    Attributes:
        text: The text that all offsets count.
        path: The input as the user named it, ``file.jsonl:12`` for a record.
        record: Fields that came with the text, under the names that the input gives them.
        blocks: The layout where the reader knows it, in text order; None leaves it to the text.
        warnings: One sentence each.
    """

    text: str
    path: str
    record: Mapping[str, Any] = field(default_factory=dict)
    blocks: tuple[Block, ...] | None = None
    warnings: tuple[str, ...] = ()
