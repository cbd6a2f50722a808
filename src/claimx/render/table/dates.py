"""The time expressions and what they resolve to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from claimx.article import DATE_REASONS
from claimx.render.dates_in_words import date_value_in_words
from claimx.render.plain_text import clean
from claimx.render.table import display
from claimx.render.table.display import quoted, text_of
from claimx.render.table.sheet import Column, show_rows

if TYPE_CHECKING:
    from claimx.article import Article, Date
    from claimx.render.table.layout import Layout

_ANCHORS = {
    "published": "by publication date",
    "dateline": "by dateline",
    "absolute": "as it stands",
}


def show_dates(article: Article, layout: Layout) -> RenderableType:
    """All time expressions of ``article``, in text order."""
    words = {date.id: date.span.text for date in article.dates}
    narrow = layout.size == "narrow"
    columns = (
        Column("Text", most=18 if narrow else 40),
        Column("Value", most=14 if narrow else 22, labelled=True),
        Column("From", most=10 if narrow else 22, labelled=True),
        Column("Before", most=10 if narrow else 22, labelled=True),
        Column("Resolved"),
    )
    rows = (
        (
            date.id,
            [
                text_of(clean(date.span.text)),
                _value(date),
                Text(date.earliest or ""),
                Text(date.latest or ""),
                Text(_basis(date, words), style=display.NOTE),
            ],
        )
        for date in article.dates
    )
    return show_rows(columns, rows, layout, leading=0)


def _value(date: Date) -> Text:
    if date.value is None:
        return Text(display.UNRESOLVED, style=display.ALERT)
    return Text(date_value_in_words(date.value), style=display.NAME, overflow="fold")


def _basis(date: Date, words: dict[str, str]) -> str:
    parts = []
    if date.anchor is not None:
        other = f"by {date.anchor}, {quoted(words[date.anchor])}" if date.anchor in words else ""
        parts.append(other or _ANCHORS.get(date.anchor, ""))
    if date.offset is not None:
        parts.append(f"{date.offset} from an unknown day")
    if date.reason is not None:
        parts.append(DATE_REASONS[date.reason].removeprefix("no value: "))
    return "; ".join(part for part in parts if part)
