"""CX301 unresolved-date"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import shown
from claimx.checks.rule import Hit, Precision, Rule
from claimx.lang.en.words import words_of

if TYPE_CHECKING:
    from claimx.article import Article


def check(article: Article, text: str) -> Iterator[Hit]:
    """Relative dates of an article whose day of publication is unknown."""
    if article.metadata.published is not None:
        return
    for date in article.dates:
        words = set(date.span.text.casefold().split())
        if words & words_of("not from publication"):
            continue
        if date.type in ("DATE", "TIME") and date.value is None and date.offset is not None:
            message = f"“{shown(date.span.text)}” counts from a day that the article does not give"
            yield Hit(date.span.start, date.span.end, message)


RULE = Rule(
    code="CX301",
    name="unresolved-date",
    summary="A relative date (“on Friday”), and no day of publication to count from.",
    explanation=(
        "“Yesterday” and “on Friday” mean a day only together with the day of publication, and "
        "neither the article nor its metadata give one. Add a dateline, front matter (`date: "
        "2025-03-14`) or `--published`, or write the date out. "
        "“Today” alone is left alone, since it often means nowadays."
    ),
    wrong="The bridge was shut yesterday, the city engineer Ruth Okafor said.",
    right="The bridge was shut on 13 March 2025, the city engineer Ruth Okafor said.",
    check=check,
    precision=Precision(
        right=24,
        read=25,
        on="on 60 articles of PolNeAR without their dates, read by a language model",
    ),
    published=None,
)
