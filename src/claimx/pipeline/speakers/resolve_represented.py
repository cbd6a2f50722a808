"""Who "we" stands for in what somebody says for an organization: the organization.

In "“We regret the delay,” the railway's spokeswoman said" the railway regrets it. Scholars and
members of a parliament speak for themselves and their colleagues, whatever they belong to, and so
do former and ordinary members of any organization.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Span

from claimx.pipeline.speakers.lexicon import unrepresentative_words
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.resolutions import FIRST_PLURAL, Resolution


def resolve_represented(
    doc: Doc,
    phrases: Sequence[Sequence[Phrase]],
    resolutions: Sequence[list[Resolution]],
    find_represented: Callable[[Referent], Referent | None],
) -> None:
    """Put the organization in place of its speaker where "we" was joined to them.

    Args:
        doc: The article.
        phrases: The phrases of each attribution's source.
        resolutions: What they stand for; changed in place.
        find_represented: The organization that a person speaks for, or None.
    """
    for parts, found in zip(phrases, resolutions, strict=True):
        if len(found) != 1 or found[0].rule != "speaker-of-quote":
            continue
        speaker = found[0].referent
        is_we = any(doc[phrase.head].lower_ in FIRST_PLURAL for phrase in parts)
        if speaker is None or not speaker.is_person or not is_we:
            continue
        organization = find_represented(speaker)
        if organization is not None:
            organization.has_claims = True
            for phrase in parts:
                organization.add_mention(phrase.start, phrase.end, "pronoun")
            found[0] = found[0]._replace(referent=organization, rule="represented")


def may_represent(doc: Doc, roles: Sequence[Span], organization: Referent) -> bool:
    """Whether somebody may speak for an organization by what the text says of them.

    Args:
        doc: The article.
        roles: All that the text says them to be; where some of it names the organization, only
            that counts.
        organization: The organization that they are tied to.
    """
    mentions = organization.entity.mentions if organization.entity is not None else []
    naming = [
        role
        for role in roles
        if any(span.start < role.end and role.start < span.end for span in mentions)
    ]
    told = naming or roles
    return not told or not all(_is_unrepresentative(doc, role) for role in told)


def _is_unrepresentative(doc: Doc, role: Span) -> bool:
    """Whether a role is a former one or an outsider's: "a *former* director", "a *critic* of"."""
    end = next((token.i for token in role if token.tag_ == "IN"), role.end)
    words = {token.lower_ for token in doc[max(0, role.start - 1) : end]}
    return bool(words & unrepresentative_words()) or any(w.startswith("ex-") for w in words)
