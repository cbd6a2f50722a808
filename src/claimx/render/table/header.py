"""What is known of the article, and what went less than well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from claimx.render.plain_text import clean
from claimx.render.table import display
from claimx.render.table.display import lines_of, text_of
from claimx.render.totals import totals_of

if TYPE_CHECKING:
    from claimx.article import Article
    from claimx.render.table.layout import Layout


def show_header(article: Article, layout: Layout) -> RenderableType:
    """Title, date, byline and source in a frame."""
    known = article.metadata
    grid = layout.grid()
    grid.add_column(no_wrap=True, style=display.NOTE)
    grid.add_column(overflow="fold")
    if known.title:
        grid.add_row("Title", Text(clean(known.title), style=display.HEADING, overflow="fold"))
    published = (
        Text(known.published) if known.published else (Text("not known", style=display.ALERT))
    )
    grid.add_row("Published", published)
    if known.byline:
        grid.add_row("By", Text(clean(known.byline), overflow="fold"))
    origin = [clean(part) for part in (known.publisher, known.url, known.path) if part]
    grid.add_row("Source", lines_of(Text(part) for part in origin or ["not known"]))
    return Panel(grid, box=layout.frame, padding=(0, 1))


def show_warnings(article: Article) -> RenderableType:
    """The warnings of the record, one under the other."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, style=display.ALERT)
    grid.add_column(overflow="fold")
    for warning in article.warnings:
        grid.add_row("Warning:", text_of(clean(warning)))
    return grid


def show_summary(article: Article) -> RenderableType:
    """What a reader needs first, in a few lines."""
    return lines_of(
        Text(str(total), style=display.ALERT if total.is_alarming else "", overflow="fold")
        for total in totals_of(article)
    )
