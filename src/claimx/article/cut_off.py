"""Quotations that the text does not give whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from claimx.article.model import Article
    from claimx.article.records import Claim, Quote

# An ellipsis before the closing mark may be a pause of the speaker or a cut of the writer.
Gap = Literal["cut off", "ellipsis"]

_MARKS = "\"'“”„‟‘’‚‛«»‹› "
_ELLIPSES = ("…", "...", "[…]", "[...]")


def is_cut_off(quote: Quote) -> bool:
    """Whether a quotation stops without its closing mark."""
    words = quote.spans[-1].text
    return not quote.complete and words.rstrip(_MARKS) == words.rstrip()


def gap_in_words(quote: Quote) -> str:
    """What a quotation lacks, in a few words; empty where it is whole."""
    gap = _find_gap(quote)
    if gap is not None:
        return "ends at an ellipsis" if gap == "ellipsis" else gap
    return "" if quote.complete else "mark missing"


def find_content_gap(article: Article, claim: Claim) -> Gap | None:
    """What is wrong with the end of a quotation where the content of a claim ends, or beyond it.

    Returns:
        ``cut off`` where a quotation has no closing mark, ``ellipsis`` where one that is closed
        ends at an ellipsis; None where the content is whole.
    """
    first = min(span.start for span in claim.content.spans)
    last = max(span.end for span in claim.content.spans)
    gaps = {
        _find_gap(quote)
        for quote in article.quotes
        if quote.kind in ("direct", "fragment")
        and first < quote.spans[-1].end
        and _last_word(quote) <= last
    }
    return "cut off" if "cut off" in gaps else "ellipsis" if "ellipsis" in gaps else None


def _find_gap(quote: Quote) -> Gap | None:
    if is_cut_off(quote):
        return "cut off"
    is_trailing = quote.spans[-1].text.rstrip(_MARKS).endswith(_ELLIPSES)
    return "ellipsis" if is_trailing else None


def _last_word(quote: Quote) -> int:
    """Where the last word of a quotation ends."""
    span = quote.spans[-1]
    return span.start + len(span.text.rstrip(_MARKS + "….[]"))
