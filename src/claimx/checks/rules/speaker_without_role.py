"""CX205 speaker-without-role"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import first_source, shown
from claimx.checks.rule import ON_WIKINEWS, Hit, Precision, Rule

if TYPE_CHECKING:
    from claimx.article import Article


def check(article: Article, text: str) -> Iterator[Hit]:
    """People who say something and of whom the article never says who they are."""
    for speaker in article.speakers:
        if speaker.kind != "person" or speaker.anonymous or speaker.roles or speaker.affiliation:
            continue
        found = first_source(article, speaker)
        if found is None:
            continue
        names = [mention.span for mention in speaker.mentions if mention.kind == "name"]
        if not names:
            continue
        _, claim = found
        message = f"the article does not say who {shown(speaker.name)} is"
        yield Hit(names[0].start, names[0].end, message, claim.confidence)


RULE = Rule(
    code="CX205",
    name="speaker-without-role",
    summary="A person speaks, and the article never says who they are.",
    explanation=(
        "A named person to whom something is attributed has no office, profession, organization or "
        "other description anywhere in the article. Write it where the name stands first."
    ),
    wrong="The bridge will stay shut until May, Ruth Okafor said on Monday.",
    right="The bridge will stay shut until May, the city engineer Ruth Okafor said on Monday.",
    check=check,
    precision=Precision(
        right=5,
        read=28,
        on=ON_WIKINEWS,
    ),
    preview=True,
    default=False,
)
