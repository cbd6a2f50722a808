"""One JSON document: an object for a single article, an array otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from claimx.article import Article, Failure
    from claimx.render.formats import Settings


def render_json(records: Iterable[Article | Failure], stream: TextIO, settings: Settings) -> None:
    """Write the records as one document, two spaces an indent.

    A single input that turns out to hold no record or several gives an array, too.
    """
    remaining = iter(records)
    first = next(remaining, None)
    second = next(remaining, None) if settings.single else None
    if settings.single and first is not None and second is None:
        stream.write(first.to_json(indent=2) + "\n")
        return
    held = (record for record in (first, second) if record is not None)
    separator = "[\n"
    for record in chain(held, remaining):
        # Not by `splitlines`: JSON strings may hold U+2028 and other line ends as they are.
        stream.write(separator + "  " + record.to_json(indent=2).replace("\n", "\n  "))
        stream.flush()
        separator = ",\n"
    stream.write("[]\n" if first is None else "\n]\n")
