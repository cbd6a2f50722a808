"""One article after another: header, warnings, claims, quotes, speakers, dates, entities."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding

from claimx.article import Failure
from claimx.render.table import display
from claimx.render.table.claims import show_claims
from claimx.render.table.dates import show_dates
from claimx.render.table.display import text_of
from claimx.render.table.entities import show_entities
from claimx.render.table.header import show_header, show_summary, show_warnings
from claimx.render.table.layout import Layout
from claimx.render.table.quotes import show_quotes
from claimx.render.table.speakers import show_speakers
from claimx.render.totals import count_named

if TYPE_CHECKING:
    from claimx.article import Article
    from claimx.render.formats import Settings

_TRAILING_BLANKS = re.compile(r"[ ]+$", re.MULTILINE)


def render_table(records: Iterable[Article | Failure], stream: TextIO, settings: Settings) -> None:
    """Write each article as tables and flush it; failures are left to the caller's messages.

    Colours and drawn lines are for terminals; elsewhere the same words come in plain ASCII
    rules.
    """
    console = Console(file=stream, width=settings.width, markup=False, emoji=False, highlight=False)
    separator = ""
    for record in records:
        if isinstance(record, Failure):
            continue
        with console.capture() as capture:
            _print_article(record, console, settings.parts)
        stream.write(separator + _TRAILING_BLANKS.sub("", capture.get()))
        stream.flush()
        separator = "\n\n"


def _print_article(article: Article, console: Console, wanted: frozenset[str]) -> None:
    layout = Layout.of(console)
    console.print(show_header(article, layout))
    console.print(Padding(show_summary(article), (0, 0, 0, 1)))
    if article.warnings:
        console.print(show_warnings(article))
    parts: list[tuple[str, str, Callable[[Article, Layout], RenderableType]]] = [
        ("Claims", _number(article.claims), show_claims),
        ("Quotes", _number(article.quotes), show_quotes),
        ("Speakers", count_named(article.speakers) if article.speakers else "", show_speakers),
        ("Dates", _number(article.dates), show_dates),
        ("Entities", _number(article.entities), show_entities),
    ]
    shown = {"claims", "speakers", *wanted}
    for title, number, show in parts:
        if title.lower() not in shown:
            continue
        console.print()
        console.print(
            text_of((title.upper(), display.HEADING), (f"  {number or 'none'}", display.NOTE))
        )
        if number:
            console.print()
            console.print(Padding(show(article, layout), (0, 0, 0, 1)))


def _number(items: Sequence[object]) -> str:
    """The count of ``items``, empty for zero."""
    return str(len(items)) if items else ""
