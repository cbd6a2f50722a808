"""All that a process needs to know to make records of inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from pydantic import JsonValue

from claimx.article.selection import EVERYTHING, Selection
from claimx.reading import GivenMetadata, ReadingOptions


@dataclass(frozen=True)
class BatchConfig:
    """What the caller asks for. It can be pickled and compared, and is the same on every machine.

    Attributes:
        model: An installed spaCy pipeline or the path of one; None is the bundled one.
        include_text: Whether the records hold the text.
        selection: The claims that the records keep.
        max_chars: The most code points of an article; what is longer fails unread. None is the
            limit of the reading room, 1,000,000.
        date_order: ``MDY`` or ``DMY``, how numeric dates are read; None asks each article.
        text_key: Field of a record that holds the article, where its name does not tell.
        date_key: Field of a record that holds the date of publication, likewise.
        reader: The name of the reader to use whatever an input looks like.
        include: Patterns of names of files that are read besides those of known suffixes.
        published: Publication date of every input (ISO 8601).
        title: Headline of every input.
        byline: Author of every input.
        url: Address of every input.
    """

    model: str | None = None
    include_text: bool = False
    selection: Selection = EVERYTHING
    max_chars: int | None = None
    date_order: str | None = None
    text_key: str | None = None
    date_key: str | None = None
    reader: str | None = None
    include: tuple[str, ...] = ()
    published: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None

    @property
    def given(self) -> GivenMetadata:
        """The metadata that hold for every input."""
        return GivenMetadata(
            published=self.published, title=self.title, byline=self.byline, url=self.url
        )

    @property
    def reading(self) -> ReadingOptions:
        """How the inputs are read."""
        return ReadingOptions(
            text_key=self.text_key,
            date_key=self.date_key,
            reader=self.reader,
            include=self.include,
        )

    @property
    def options(self) -> Mapping[str, JsonValue]:
        """What was asked for, as the provenance of every record says it."""
        names = {"reader": "from"}
        given = {names.get(name, name): value for name, value in asdict(self).items()}
        # What chooses the inputs says nothing about a record.
        del given["include"], given["max_chars"], given["selection"]
        options = {name: value for name, value in given.items() if value not in (None, False)}
        return options | self.selection.options
