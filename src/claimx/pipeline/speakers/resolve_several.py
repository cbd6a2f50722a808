"""Whom a description of a number of persons stands for: "the two leaders", "all three men"."""

from __future__ import annotations

from claimx.lang.en.nouns import kin_nouns, known_persons, office_hypernyms
from claimx.pipeline.entities.lexicon import person_nouns
from claimx.pipeline.speakers.descriptions import Description
from claimx.pipeline.speakers.referents import Referent, join_referents
from claimx.pipeline.speakers.resolve_pronouns import Resolution, last_mention

_BOTH = frozenset({"both", "neither"})
_NUMBERS = {**dict.fromkeys((*_BOTH, "two", "pair", "duo", "couple"), 2), "three": 3, "trio": 3}
_NUMBERS |= {"four": 4, "quartet": 4, "five": 5}
_STATES = frozenset({"country", "nation", "state", "government", "city"})
_QUANTIFIERS = _BOTH | {"all"}
_NEAR, _REMEMBERED = 0.2, 0.02


def resolve_several(description: Description) -> Resolution | None:
    """The only ones present, where they are as many as it says; "both" those last named together.

    Countries are those last named together too ("all three nations").

    Where the text gives anybody an office that the noun stands for, only such are meant: "the two
    leaders" are no leader and her spokesman, "both officers" no victim and her lawyer. "Both
    women" may have been named some sentences before. None where it says no number.
    """
    phrase, nominal, roles = description.phrase, description.nominal, description.roles
    words = {token.lower_ for token in description.doc[phrase.start : phrase.end]}
    numbers = {_NUMBERS[word] for word in words if word in _NUMBERS}
    is_several = nominal.is_plural or nominal.noun in _NUMBERS or "neither" in words
    if not numbers or not is_several:
        return None
    if not nominal.is_definite and not words & _QUANTIFIERS:
        return None
    if nominal.noun in kin_nouns():
        return Resolution(None, "ambiguous-pair", 0.0)  # "both parents" are those of somebody
    if nominal.noun in _STATES:
        states = _take_enumerated(description, max(numbers), "GPE")
        return _join(states) if states else None
    is_person = nominal.noun in person_nouns() or nominal.noun in known_persons()
    if nominal.noun not in _NUMBERS and not is_person:
        return None  # "the two camps" are no persons
    offices = office_hypernyms().get(nominal.noun, frozenset())
    holders = roles.find_bearers([nominal.noun, *offices])
    sex = person_nouns().get(nominal.noun) or known_persons().get(nominal.noun)
    fitting = [
        (referent, weight)
        for referent, weight in description.presence.list_present(description.sentence)
        if referent.is_person and referent.entity is not None
        if not holders or id(referent) in holders
        if sex is None or referent.sex == sex
    ]
    number = max(numbers)
    meant = _take_number(fitting, number, _NEAR)
    if not meant and nominal.noun in _NUMBERS:
        meant = _take_enumerated(description, number, "PERSON")
    if not meant and sex is not None:
        meant = _take_number(fitting, number, _REMEMBERED)
    return _join(meant) if meant else Resolution(None, "ambiguous-pair", 0.0)


def _join(meant: list[Referent]) -> Resolution:
    return Resolution(join_referents(tuple(meant)), "pair", 0.7, last_mention(meant[0]))


def _take_enumerated(description: Description, number: int, label: str) -> list[Referent]:
    """Those whom the text named together last, where they are that many; else nobody."""
    for referent, weight in description.presence.list_present(description.sentence):
        members = [m for m in referent.members if m.entity is not None and m.entity.label == label]
        if len(members) == len(referent.members) == number and weight >= _REMEMBERED:
            return members
    return []


def _take_number(
    fitting: list[tuple[Referent, float]], number: int, least: float
) -> list[Referent]:
    """All who are at least so present, where they are that many; else nobody."""
    present = [referent for referent, weight in fitting if weight >= least]
    return present if len(present) == number else []
