"""CX502 headline-quote-not-in-text"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import headlines
from claimx.checks.rule import ON_SEEDED, Hit, Precision, Rule
from claimx.checks.wording import parts_of, words_of

if TYPE_CHECKING:
    from claimx.article import Article

_FEWEST_WORDS = 2
_SPOKEN = ("direct", "fragment")


def check(article: Article, text: str) -> Iterator[Hit]:
    """Quotations of the headline whose words do not stand in the text."""
    heads = [section.span for section in headlines(article)]
    if not heads:
        return
    rest = " ".join(word.form for word in words_of(text[max(head.end for head in heads) :]))
    for quote in article.quotes:
        span = quote.spans[0]
        if quote.kind not in _SPOKEN or not any(head.encloses(span) for head in heads):
            continue
        parts = parts_of(span.text)
        if sum(map(len, parts)) < _FEWEST_WORDS:
            continue
        if not all(f" {' '.join(w.form for w in part)} " in f" {rest} " for part in parts):
            yield Hit(span.start, span.end, "the text does not have these words in this order")


RULE = Rule(
    code="CX502",
    name="headline-quote-not-in-text",
    summary="The headline quotes words that the text does not have.",
    explanation=(
        "What stands between quotation marks in a headline should stand in the text, word for "
        "word. Marks, case, ellipses and brackets do not count; single words are left alone."
    ),
    wrong=(
        "‘Bridge will never open’: engineer\n\n“The bridge will stay shut until May,” the engineer "
        "Ruth Okafor said on Monday."
    ),
    right=(
        "‘Bridge will stay shut’: engineer\n\n“The bridge will stay shut until May,” the engineer "
        "Ruth Okafor said on Monday."
    ),
    check=check,
    precision=Precision(right=31, read=31, on=ON_SEEDED),
)
