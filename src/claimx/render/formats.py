"""The output formats: to add one, write its module and give it a row in `FORMATS`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TextIO, cast

if TYPE_CHECKING:
    from claimx.article import Article, Failure


@dataclass(frozen=True)
class Settings:
    """What a renderer may be told besides the records.

    Attributes:
        single: Whether the caller named exactly one article: a single file or standard input.
        width: Columns to fill; None takes those of the terminal.
    """

    single: bool = False
    width: int | None = None


class Renderer(Protocol):
    """Writes records to a text stream, each as soon as its format allows.

    It is given results, never a pipeline, and neither opens nor closes the stream. The stream
    writes ``\\n`` as it stands.
    """

    def __call__(
        self, records: Iterable[Article | Failure], stream: TextIO, settings: Settings
    ) -> None: ...


@dataclass(frozen=True)
class Format:
    """One row of the registry.

    Attributes:
        name: As on the command line.
        renderer: ``module:function``, imported when it is used.
        suffixes: Of files that are written in this format unless another is asked for.
        always_utf8: Whether the encoding is part of the format, whatever the locale.
    """

    name: str
    renderer: str
    suffixes: tuple[str, ...] = ()
    always_utf8: bool = True

    def load_renderer(self) -> Renderer:
        """The function that writes this format."""
        module, _, function = self.renderer.partition(":")
        return cast("Renderer", getattr(import_module(module), function))


FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format("table", "claimx.render.table:render_table", always_utf8=False),
        Format("json", "claimx.render.json_document:render_json", suffixes=(".json",)),
        Format("jsonl", "claimx.render.json_lines:render_json_lines", suffixes=(".jsonl",)),
    )
}


def format_for_suffix(suffix: str) -> Format | None:
    """The format that files ending in ``suffix`` (``.json``) are written in, if any is."""
    wanted = suffix.lower()
    return next((row for row in FORMATS.values() if wanted in row.suffixes), None)
