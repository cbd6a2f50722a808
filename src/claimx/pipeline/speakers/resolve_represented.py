"""Whom "we" stands for in what somebody says for an organization: the organization.

In "“We regret the delay,” the railway's spokeswoman said" the railway regrets it. Scholars and
members of a parliament speak for themselves and their colleagues, whatever they belong to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.resolutions import FIRST_PLURAL, Resolution

_FOR_THEMSELVES = frozenset({"university", "parliament"})


def resolve_represented(
    doc: Doc,
    phrases: Sequence[Sequence[Phrase]],
    resolutions: Sequence[list[Resolution]],
    bodies: Mapping[str, tuple[Referent, str]],
    find_affiliation: Callable[[Referent], str | None],
) -> None:
    """Put the organization in place of its speaker where "we" was joined to him or her.

    Args:
        doc: The article.
        phrases: The phrases of each attribution's source.
        resolutions: What they stand for; changed in place.
        bodies: The organizations of the article with their kinds, by name.
        find_affiliation: What a person is tied to.
    """
    for parts, found in zip(phrases, resolutions, strict=True):
        if len(found) != 1 or found[0].rule != "speaker-of-quote":
            continue
        speaker = found[0].referent
        is_we = any(doc[phrase.head].lower_ in FIRST_PLURAL for phrase in parts)
        if speaker is None or not speaker.is_person or not is_we:
            continue
        body, kind = bodies.get(find_affiliation(speaker) or "", (None, ""))
        if body is not None and kind not in _FOR_THEMSELVES:
            body.has_claims = True
            for phrase in parts:
                body.add_mention(phrase.start, phrase.end, "pronoun")
            found[0] = replace(found[0], referent=body, rule="represented")
