"""CX201 anonymous-source"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import first_source, shown, words_for
from claimx.checks.rule import ON_NEWS, Hit, Precision, Rule

if TYPE_CHECKING:
    from claimx.article import Article


def check(article: Article, text: str) -> Iterator[Hit]:
    """Speakers whose name the text withholds, each where it first says something."""
    for speaker in article.speakers:
        if not speaker.anonymous:
            continue
        found = first_source(article, speaker)
        if found is not None:
            span, claim = found
            message = f"the article does not name “{shown(words_for(speaker, span))}”"
            yield Hit(span.start, span.end, message, claim.confidence)


RULE = Rule(
    code="CX201",
    name="anonymous-source",
    summary="Something is attributed to somebody whose name the article withholds.",
    explanation=(
        "“An official who asked not to be named”, “people familiar with the matter”, “sources”. "
        "Most newsrooms want an editor to know such a source and to have agreed to it; this rule "
        "lists them. It is a matter of policy, and off unless you select it."
    ),
    wrong=(
        "The bridge will stay shut until May, according to an official who spoke on condition of "
        "anonymity."
    ),
    right="The bridge will stay shut until May, according to the engineer Ruth Okafor.",
    check=check,
    precision=Precision(
        right=28,
        read=34,
        on=ON_NEWS,
    ),
    preview=True,
    default=False,
)
