"""The output formats: to add one, write its module and give it a row in `FORMATS`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol, TextIO, cast

if TYPE_CHECKING:
    from claimx.article import Article, Failure

ROW_KINDS = ("claims", "quotes", "speakers", "dates", "entities")
TABLE_PARTS = ("quotes", "dates", "entities")


@dataclass(frozen=True)
class Settings:
    """What a renderer may be told besides the records.

    Attributes:
        single: Whether the caller named exactly one article: a single file or standard input.
        width: Columns to fill; None takes those of the terminal.
        rows: What gets a row each in a format of rows, one of `ROW_KINDS`.
        columns: Names of the columns to write, in this order; none means all.
        byte_order_mark: Whether a CSV begins with one, by which Excel knows UTF-8.
        parts: Which of `TABLE_PARTS` a table shows besides claims and speakers.
        force: Whether what lies in a folder already may be replaced.
    """

    single: bool = False
    width: int | None = None
    rows: str = "claims"
    columns: tuple[str, ...] = ()
    byte_order_mark: bool = False
    parts: frozenset[str] = frozenset()
    force: bool = False


class Renderer(Protocol):
    """Writes records to a text stream, each as soon as its format allows.

    It is given results, never a pipeline, and neither opens nor closes the stream. The stream
    writes ``\\n`` as it stands.
    """

    def __call__(
        self, records: Iterable[Article | Failure], stream: TextIO, settings: Settings
    ) -> None: ...


class BinaryRenderer(Protocol):
    """Writes records to a stream of bytes, which it neither opens nor closes."""

    def __call__(
        self, records: Iterable[Article | Failure], stream: BinaryIO, settings: Settings
    ) -> None: ...


class PathRenderer(Protocol):
    """Writes records into a database or a folder, which it makes if it is not there.

    Raises:
        OutputError: If what lies at ``path`` is not its own, so that nothing is written.
    """

    def __call__(
        self, records: Iterable[Article | Failure], path: Path, settings: Settings
    ) -> None: ...


class OutputError(ValueError):
    """Why nothing can be written; the message is one sentence that names the way out."""


@dataclass(frozen=True)
class Format:
    """One row of the registry.

    Attributes:
        name: As on the command line.
        renderer: ``module:function``, imported when it is used.
        summary: What it is, in a few words.
        suffixes: Of files that are written in this format unless another is asked for.
        destination: What the renderer writes to; a database is updated, not replaced.
        always_utf8: Whether the encoding is part of the format, whatever the locale.
        needs_text: Whether it shows the article itself.
        by_rows: Whether it has rows and columns that can be chosen.
        is_read_on_screen: Whether a terminal shows it in a pager, in the encoding of the locale.
    """

    name: str
    renderer: str
    summary: str
    suffixes: tuple[str, ...] = ()
    destination: Literal["text", "bytes", "database", "folder"] = "text"
    always_utf8: bool = True
    needs_text: bool = False
    by_rows: bool = False
    is_read_on_screen: bool = False

    def load_renderer(self) -> Renderer:
        """The function that writes this format to a text stream."""
        return cast("Renderer", self._load())

    def load_binary_renderer(self) -> BinaryRenderer:
        """The function that writes this format to a stream of bytes."""
        return cast("BinaryRenderer", self._load())

    def load_path_renderer(self) -> PathRenderer:
        """The function that writes this format into a database or a folder."""
        return cast("PathRenderer", self._load())

    def _load(self) -> object:
        module, _, function = self.renderer.partition(":")
        return getattr(import_module(module), function)


FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format(
            "table",
            "claimx.render.table:render_table",
            "tables for a terminal or a text file",
            suffixes=(".txt",),
            always_utf8=False,
            is_read_on_screen=True,
        ),
        Format(
            "highlight",
            "claimx.render.highlight:render_highlight",
            "the article itself on a terminal, its claims marked",
            always_utf8=False,
            needs_text=True,
            is_read_on_screen=True,
        ),
        Format(
            "html",
            "claimx.render.html:render_html",
            "a report for the browser in one file",
            suffixes=(".html", ".htm"),
            needs_text=True,
        ),
        Format(
            "json",
            "claimx.render.json_document:render_json",
            "one JSON document",
            suffixes=(".json",),
        ),
        Format(
            "jsonl",
            "claimx.render.json_lines:render_json_lines",
            "JSON Lines, a line an input",
            suffixes=(".jsonl", ".ndjson"),
        ),
        Format(
            "csv",
            "claimx.render.comma_separated:render_csv",
            "a row a claim, for spreadsheets and data frames",
            suffixes=(".csv",),
            by_rows=True,
        ),
        Format(
            "parquet",
            "claimx.render.parquet:render_parquet",
            "the same rows in columns, for data frames and DuckDB",
            suffixes=(".parquet",),
            destination="bytes",
            by_rows=True,
        ),
        Format(
            "sqlite",
            "claimx.render.database:render_database",
            "a database that each run adds to, for Datasette and sqlite-utils",
            suffixes=(".db", ".sqlite", ".sqlite3"),
            destination="database",
        ),
        Format(
            "markdown",
            "claimx.render.report:render_markdown",
            "a report to paste into a document",
            suffixes=(".md", ".markdown"),
        ),
        Format(
            "jsonld",
            "claimx.render.graph:render_json_ld",
            "a graph in the terms of schema.org",
            suffixes=(".jsonld",),
        ),
        Format(
            "annotations",
            "claimx.render.annotations:render_annotations",
            "W3C Web Annotations, one a claim",
        ),
        Format(
            "langextract",
            "claimx.render.annotations:render_langextract",
            "JSON Lines for the viewer of LangExtract",
            needs_text=True,
        ),
        Format(
            "brat",
            "claimx.render.brat:render_brat",
            "a folder of standoff that annotators can correct",
            destination="folder",
            needs_text=True,
        ),
    )
}


def format_for_suffix(suffix: str) -> Format | None:
    """The format that files ending in ``suffix`` (``.json``) are written in, if any is."""
    wanted = suffix.lower()
    return next((row for row in FORMATS.values() if wanted in row.suffixes), None)
