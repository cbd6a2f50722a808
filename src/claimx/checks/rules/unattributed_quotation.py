"""CX102 unattributed-quotation"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import anybody_named, paragraphs_around, section_of
from claimx.checks.rule import ON_WRITTEN, Hit, Precision, Rule
from claimx.checks.wording import words_of

if TYPE_CHECKING:
    from claimx.article import Article

_FEWEST_WORDS = 4
_SECTIONS = ("body", "list")


def check(article: Article, text: str) -> Iterator[Hit]:
    """Direct quotations of the body that belong to no claim."""
    for quote in article.quotes:
        if quote.kind != "direct" or quote.claim is not None or quote.repeats is not None:
            continue
        first = quote.spans[0]
        section = section_of(article, first.start)
        if section is None or section.kind not in _SECTIONS:
            continue
        if anybody_named(article, *paragraphs_around(article, first.start)):
            continue
        if len(words_of(first.text)) >= _FEWEST_WORDS:
            yield Hit(first.start, first.end, "nothing says whose words these are")


RULE = Rule(
    code="CX102",
    name="unattributed-quotation",
    summary="A direct quotation that no word of the text attributes to anybody.",
    explanation=(
        "A quotation of four words or more in the body of the article that no claim holds: there "
        "is no “she said” beside it, and no turn of a dialogue that would tell. A quotation that "
        "was quoted with its speaker before is left alone. Say who said it. The rule is "
        "silent where somebody is named in the same paragraph or in the one before."
    ),
    wrong=(
        "The council met on Monday. “The bridge will stay shut until the money is there.” Nobody "
        "voted against the plan."
    ),
    right=(
        "The council met on Monday. “The bridge will stay shut until the money is there,” its "
        "chair, Ruth Okafor, said. Nobody voted against the plan."
    ),
    check=check,
    precision=Precision(
        right=25,
        read=25,
        on=ON_WRITTEN,
    ),
)
