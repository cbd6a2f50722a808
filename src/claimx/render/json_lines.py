"""JSON Lines: one line an input, failures included, each written as soon as it is there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from claimx.article import Article, Failure
    from claimx.render.formats import Settings


def render_json_lines(
    records: Iterable[Article | Failure], stream: TextIO, settings: Settings
) -> None:
    """Write each record on a line of its own and flush it."""
    for record in records:
        stream.write(record.to_json() + "\n")
        stream.flush()
