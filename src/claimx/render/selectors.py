"""Where a span is, as W3C Web Annotation says it: by position and by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimx.render.plain_text import clean_text

if TYPE_CHECKING:
    from claimx.article import Article, Span

# Code points of the text kept before and behind the words.
_CONTEXT = 32


def position_selector(span: Span) -> dict[str, Any]:
    """Half-open code points of ``article.text``."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def quote_selector(article: Article, span: Span) -> dict[str, Any]:
    """The words, and what stands around them where the record holds the text."""
    selector = {"type": "TextQuoteSelector", "exact": clean_text(span.text)}
    if article.text is not None:
        selector["prefix"] = clean_text(article.text[max(0, span.start - _CONTEXT) : span.start])
        selector["suffix"] = clean_text(article.text[span.end : span.end + _CONTEXT])
    return selector


def address_of(article: Article) -> str:
    """The article's address, or one made of its hash."""
    from claimx.render.html.facts import web_address

    return web_address(article.metadata.url) or f"urn:sha256:{article.sha256}"
