"""Options that say how the inputs are to be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from claimx.cli.parameters import unicode_text

# As in `claimx.reading.readers`, which `claimx --help` need not import.
READER_NAMES = ("text", "html", "json", "jsonl", "csv", "feed", "docx")

_F = TypeVar("_F", bound=Callable[..., object])


def reading_options(command: _F) -> _F:
    """The options ``--from``, ``--text-key``, ``--date-key`` and ``--include`` of a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option(
        "--from",
        "reader",
        type=click.Choice(READER_NAMES),
        help="Format of all inputs, where neither suffix nor content tells it: "
        "csv is any table of separated values, feed is RSS or Atom.",
    ),
    click.option(
        "--text-key",
        type=unicode_text,
        metavar="NAME",
        help="Field of records, or column of tables, that holds the article, where its name does "
        "not tell (text, body, content, articleBody, …).",
    ),
    click.option(
        "--date-key",
        type=unicode_text,
        metavar="NAME",
        help="Field or column that holds the date of publication, where its name does not tell "
        "(published, date, pubDate, datePublished, …).",
    ),
    click.option(
        "--include",
        type=unicode_text,
        multiple=True,
        metavar="PATTERN",
        help="Read files of folders that are like PATTERN, too, such as '*.asp'. Can be repeated.",
    ),
)
