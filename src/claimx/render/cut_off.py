"""Quotations that the text does not give whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Quote

_MARKS = "\"'“”„‟‘’‚‛«»‹› "
_ELLIPSES = ("…", "...", "[…]", "[...]")


def is_cut_off(quote: Quote) -> bool:
    """Whether a quotation stops in the middle: without its closing mark, or at an ellipsis."""
    words = quote.spans[-1].text
    bare = words.rstrip(_MARKS)
    return bare.endswith(_ELLIPSES) or (not quote.complete and bare == words.rstrip())


def gap_in_words(quote: Quote) -> str:
    """What a quotation lacks, in a few words; empty where it is whole."""
    if is_cut_off(quote):
        return "cut off"
    return "" if quote.complete else "mark missing"


def is_content_cut_off(article: Article, claim: Claim) -> bool:
    """Whether the content of a claim ends where a quotation is cut off, or goes on beyond it."""
    first = min(span.start for span in claim.content.spans)
    last = max(span.end for span in claim.content.spans)
    return any(
        first < quote.spans[-1].end and _last_word(quote) <= last
        for quote in article.quotes
        if is_cut_off(quote) and quote.kind in ("direct", "fragment")
    )


def _last_word(quote: Quote) -> int:
    """Where the last word of a quotation ends."""
    span = quote.spans[-1]
    return span.start + len(span.text.rstrip(_MARKS + "….[]"))
