"""A pronoun that stands before the name: "After she left, Ann Hill said …"."""

from __future__ import annotations

from spacy.tokens import Token

from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolve_pronouns import FEMALE, MALE, Resolution
from claimx.pipeline.syntax import clauses

_NEAR = 0.2


def resolve_ahead(memory: TextMemory, token: Token) -> Resolution | None:
    """Whom the subject of an adverbial clause takes from the main clause behind it.

    None where somebody named before fits: he is meant.
    """
    word = token.lower_
    predicate = clauses.predicate_above(token)
    is_opening = predicate is not None and clauses.is_adverbial_clause(predicate)
    if word not in MALE | FEMALE or not is_opening or not clauses.is_subject(token):
        return None
    assert predicate is not None
    subject = clauses.subject_of(predicate.head)
    place = memory.index.name_at(subject.i) if subject is not None else None
    if place is None or place.start <= token.i or place.entity.label != "PERSON":
        return None
    referent = memory.named_at(place)
    sexes = (None, "m" if word in MALE else "f")
    is_taken = any(
        other.is_person and other.entity is not None and other.sex in sexes and present >= _NEAR
        for other, present in memory.presence.list_present(memory.sentences[token.i])
        if other is not referent
    )
    if is_taken or referent.sex not in sexes:
        return None
    return Resolution(referent, "name-ahead", 0.8, (place.start, place.end))
