"""The quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from claimx.article.cut_off import gap_in_words
from claimx.render.plain_text import clean
from claimx.render.table import display
from claimx.render.table.display import lines_of
from claimx.render.table.sheet import Column, show_rows

if TYPE_CHECKING:
    from claimx.article import Article, Quote
    from claimx.render.table.layout import Layout

# Scare quotes, titles and labels are nobody's words.
_SPOKEN_KINDS = frozenset({"direct", "fragment"})


def show_quotes(article: Article, layout: Layout) -> RenderableType:
    """All quotations of ``article``, in text order, with what they belong to."""
    names = {speaker.id: clean(speaker.name) for speaker in article.speakers}
    joint = {
        claim.id: claim.source.speakers
        for claim in article.claims
        if claim.source is not None and len(claim.source.speakers) > 1
    }
    columns = (
        Column("Kind", whole=True),
        Column("Speaker", most=18 if layout.size == "narrow" else 26),
        Column("Claim", whole=True, labelled=True),
        Column("Text"),
    )
    rows = (
        (
            quote.id,
            [
                _kind(quote),
                _speaker(quote, names, joint),
                Text(quote.claim or "", style=display.ID),
                Text(" … ".join(clean(span.text) for span in quote.spans), overflow="fold"),
            ],
        )
        for quote in article.quotes
    )
    return show_rows(columns, rows, layout)


def _kind(quote: Quote) -> Text:
    gap = gap_in_words(quote)
    notes = [Text(gap, style=display.ALERT)] if gap else []
    if quote.repeats is not None:
        notes.append(Text(f"repeats {quote.repeats}", style=display.NOTE))
    return lines_of([Text(quote.kind), *notes])


def _speaker(quote: Quote, names: dict[str, str], joint: dict[str, list[str]]) -> Text:
    """Who says a quotation: all the speakers of its claim."""
    if quote.speaker is not None:
        speakers = joint.get(quote.claim or "", [quote.speaker])
        speakers = speakers if quote.speaker in speakers else [quote.speaker]
        return Text(" + ".join(names[key] for key in speakers), style=display.NAME)
    if quote.kind in _SPOKEN_KINDS:
        return Text(display.UNRESOLVED, style=display.ALERT)
    return Text("")
