"""CX202 anonymous-without-reason"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import first_source, shown, words_for
from claimx.checks.rule import ON_NEWS, Hit, Precision, Rule

if TYPE_CHECKING:
    from claimx.article import Article


def check(article: Article, text: str) -> Iterator[Hit]:
    """Speakers whose name the text withholds without a word on why."""
    for speaker in article.speakers:
        if not speaker.anonymous or speaker.anonymity is not None:
            continue
        found = first_source(article, speaker)
        if found is not None:
            span, claim = found
            message = f"nothing says why “{shown(words_for(speaker, span))}” is not named"
            yield Hit(span.start, span.end, message, claim.confidence)


RULE = Rule(
    code="CX202",
    name="anonymous-without-reason",
    summary="A source is not named, and the article does not say why.",
    explanation=(
        "Readers trust an unnamed source more where they learn why there is no name: “who feared "
        "for his job”, “because the talks are private”. The rule fires once for each unnamed "
        "source, where it first says something."
    ),
    wrong="The bridge will stay shut until May, sources said on Monday.",
    right=(
        "The bridge will stay shut until May, according to an official who asked not to be named "
        "because the report is not public."
    ),
    check=check,
    precision=Precision(
        right=24,
        read=30,
        on=ON_NEWS,
    ),
    preview=True,
    default=False,
)
