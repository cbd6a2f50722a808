"""Whom a description stands for: "the president", "the company", "the two leaders"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.pipeline.entities.lexicon import normalize_word, person_nouns, singular_of
from claimx.pipeline.speakers.classify_nominals import Nominal
from claimx.pipeline.speakers.find_roles import content_words
from claimx.pipeline.speakers.lexicon import (
    anonymous_nouns,
    body_names,
    common_persons,
    kin_nouns,
    loose_words,
    office_hypernyms,
    offices,
)
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Presence, Referent, join_referents
from claimx.pipeline.speakers.resolve_pronouns import Resolution, last_mention
from claimx.pipeline.speakers.role_book import RoleBook, name_words

# The rules of those who are somebody known, though nothing tells whom.
NO_HOLDER, NO_ORGANIZATION = "no-holder", "no-organization"
OPEN = (NO_HOLDER, NO_ORGANIZATION)

_BOTH = frozenset({"both", "neither"})
_PAIRS = frozenset({*_BOTH, "two", "pair", "duo", "couple"})
# Kinds of bodies that a text says of one it has named, not of the one of its place or country.
_ANY_BODY = frozenset(
    [
        *("company", "firm", "organization", "organisation", "agency", "group", "association"),
        *("union", "federation", "charity", "nonprofit", "non-profit", "foundation", "institute"),
        *("bank", "airline", "carmaker", "manufacturer", "retailer", "start-up", "startup"),
        *("network", "broadcaster", "newspaper", "magazine", "think-tank", "watchdog", "club"),
        *("outlet", "publication", "tabloid"),
    ]
)
# What behind "of" is part of an office.
_FIELDS = frozenset({"state", "staff", "defense", "defence", "government"})
_NEAR = 0.2
# How present the leading person is at least, alone among the named or before a second; how much
# a mention of the whole article adds to presence. Set on the tuning articles of PolNeAR.
_LEADING_ALONE, _LEADING, _LEADING_MARGIN = 0.3, 0.4, 0.68
_PRESENT_MARGIN = 0.75
_PROMINENCE = 0.5
# How much more present whoever spoke last is, in the sentence in which that was; then it fades.
_LAST_SPEAKER, _FADING = 0.4, 0.4


@dataclass(frozen=True)
class Description:
    """A description where it stands.

    Attributes:
        doc: The article.
        phrase: The description.
        nominal: What it says.
        sentence: Number of its sentence.
        presence: Who is present.
        roles: Who has which role in the article.
        speakers: Who spoke last, for a source.
        spoke_at: Number of the sentence in which they did.
    """

    doc: Doc
    phrase: Phrase
    nominal: Nominal
    sentence: int
    presence: Presence
    roles: RoleBook
    speakers: Sequence[Referent] = ()
    spoke_at: int = 0


def resolve_nominal(description: Description) -> Resolution:
    """Whom a definite description stands for; the rule ``description`` where nobody known is."""
    pair = _resolve_pair(description)
    if pair is not None:
        return pair
    doc, phrase, nominal = description.doc, description.phrase, description.nominal
    sentence, presence = description.sentence, description.presence
    if not nominal.is_definite or nominal.is_plural:
        return Resolution(None, "description", 0.0)
    words = content_words(doc, phrase.start, phrase.end)
    if nominal.kind in ("unnamed", "person"):
        return _resolve_office(description, words)
    if nominal.kind == "organization":
        if phrase.end < len(doc) and doc[phrase.end].lower_ == "of":
            # "The campaign of Obi" says itself which one is meant.
            return Resolution(None, "description", 0.0)
        return _resolve_body(nominal, words, sentence, presence, description.roles)
    known = _resolve_same_noun(nominal, words, sentence, presence)
    if known.referent is None and nominal.noun in body_names():
        # "The paper" is the newspaper of the text, if there is one.
        body = _resolve_body(nominal, words, sentence, presence, description.roles)
        return body if body.rule == "kind-of-body" else known
    return known


def _resolve_pair(description: Description) -> Resolution | None:
    """ "The two leaders", "both men": the only two persons present.

    Where the text gives anybody an office that the noun stands for, only such are meant: "the two
    leaders" are no leader and her spokesman, "both officers" no victim and her lawyer.
    """
    phrase, nominal, roles = description.phrase, description.nominal, description.roles
    words = {token.lower_ for token in description.doc[phrase.start : phrase.end]}
    is_several = nominal.is_plural or nominal.noun in _PAIRS or "neither" in words
    if not words & _PAIRS or not is_several:
        return None
    if not nominal.is_definite and not words & _BOTH:
        return None
    if nominal.noun in kin_nouns():
        return Resolution(None, "ambiguous-pair", 0.0)  # "both parents" are those of somebody
    if nominal.noun not in _PAIRS and nominal.noun not in person_nouns():
        return None  # "the two camps" are no persons
    offices = office_hypernyms().get(nominal.noun, frozenset())
    holders = roles.find_bearers([nominal.noun, *offices])
    near = [
        referent
        for referent, weight in description.presence.list_present(description.sentence)
        if referent.is_person and referent.entity is not None and weight >= _NEAR
        if not holders or id(referent) in holders
    ]
    if len(near) != 2:
        return Resolution(None, "ambiguous-pair", 0.0)
    joined = join_referents((near[0], near[1]))
    return Resolution(joined, "pair", 0.7, last_mention(near[0]))


def _resolve_office(description: Description, words: frozenset[str]) -> Resolution:
    """The only holder of an office that the article gives by title or apposition."""
    doc, phrase, nominal = description.doc, description.phrase, description.nominal
    sentence, presence, roles = description.sentence, description.presence, description.roles
    known = _resolve_same_noun(nominal, words, sentence, presence)
    if known.referent is not None and nominal.noun in anonymous_nouns():
        return known
    head = singular_of(normalize_word(doc[phrase.head].text))
    wider = sorted(office_hypernyms().get(head, frozenset()))
    holders = roles.find_holders([head, *wider], words - {head})
    if len(holders) == 1:
        return Resolution(holders[0], "role", 0.85, last_mention(holders[0]) or _first(holders[0]))
    if not holders:
        holders = roles.find_loosely([head, *wider], words - {head})
        if len(holders) == 1 and holders[0].presence_at(sentence) >= _NEAR:
            return Resolution(holders[0], "role", 0.7, last_mention(holders[0]))
    if len(holders) > 1:
        present = [(holder.presence_at(sentence), holder) for holder in holders]
        present.sort(key=lambda row: -row[0])
        (best, holder), (second, _) = present[0], present[1]
        score = best / (best + second) if best else 0.0
        if best >= _NEAR and score >= 0.8:
            return Resolution(holder, "role", round(0.8 * score, 2), last_mention(holder))
        return Resolution(None, "ambiguous-role", round(score, 2))
    if known.referent is not None:
        return known
    found = None
    if not _says_more(doc, phrase.end) and not nominal.is_possessed:
        # Whose role of the noun does not fit is not meant: a mayor is no "former mayor", and
        # a senator no governor.
        denied = roles.find_bearers([head, *wider, *_other_offices(head)])
        found = _resolve_leading_person(description, denied)
    # Nobody is his own lawyer: whose name possesses the noun is not meant.
    may_be_named = roles.count_without_role() > nominal.is_possessed
    if found is None and may_be_named and not _is_seldom_named(nominal):
        return Resolution(None, NO_HOLDER, 0.0)
    return found or known


def _other_offices(noun: str) -> list[str]:
    """The nouns for other offices than that of ``noun``; none where it is no office."""
    number = offices().get(noun)
    return [other for other, its in offices().items() if number not in (None, its)]


def _is_seldom_named(nominal: Nominal) -> bool:
    """Whether a noun is that of people whom a text speaks of without naming them."""
    noun = nominal.noun
    withheld = noun in anonymous_nouns() or noun.startswith("spokes")
    return withheld or noun in common_persons() or noun not in person_nouns()


def _says_more(doc: Doc, end: int) -> bool:
    """Whether a preposition behind a description narrows it down ("the mayor of Tarn").

    The bare noun of "the secretary of state" belongs to the office.
    """
    if end >= len(doc) or doc[end].tag_ != "IN":
        return False
    return doc[end].lower_ != "of" or doc[end + 1 : end + 2].text.lower() not in _FIELDS


def _resolve_leading_person(description: Description, denied: Collection[int]) -> Resolution | None:
    """The person whom the text is about just now, varied by a description ("the physicist").

    Whoever spoke last is more likely to be the one who speaks on.
    """
    nominal, sentence, roles = description.nominal, description.sentence, description.roles
    if _is_seldom_named(nominal):
        return None
    fading = _LAST_SPEAKER * _FADING ** max(0, sentence - description.spoke_at)
    heard = {id(speaker): fading for speaker in description.speakers}
    fitting = [
        (
            present + heard.get(id(referent), 0.0) + _PROMINENCE * roles.share_of(referent),
            present,
            referent,
        )
        for referent, present in description.presence.list_present(sentence)
        if referent.is_person
        and referent.entity is not None
        and id(referent) not in denied
        and (referent.sex is None or nominal.sex in (None, referent.sex))
    ]
    found = _choose_leading(fitting, _LEADING_MARGIN)
    if found is None:
        # Somebody new to the article may be far more present than whom all of it is about.
        found = _choose_leading(
            [(present, present, referent) for _, present, referent in fitting], _PRESENT_MARGIN
        )
    if found is None:
        return None
    referent, score = found
    return Resolution(referent, "leading-person", round(0.7 * score, 2), last_mention(referent))


def _choose_leading(
    fitting: Sequence[tuple[float, float, Referent]], margin: float
) -> tuple[Referent, float] | None:
    """Who leads by a margin, and with which share; nobody who is too little present.

    Args:
        fitting: Persons with the weight that decides and how present they are.
        margin: The least share of the first in the weights of the first two.
    """
    ranked = sorted(fitting, key=lambda row: -row[0])
    if not ranked:
        return None
    best, present, referent = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    score = best / (best + second)
    least = _LEADING if second else _LEADING_ALONE
    if best < least or present < _NEAR or score < margin:
        return None
    return referent, score


def _resolve_same_noun(
    nominal: Nominal, words: frozenset[str], sentence: int, presence: Presence
) -> Resolution:
    """The one who was brought in by the same noun ("a woman … the woman")."""
    for referent, _ in presence.list_present(sentence):
        is_alike = referent.entity is None and referent.noun == nominal.noun
        if is_alike and not referent.is_plural and _is_covered(nominal, words, referent):
            return Resolution(referent, "same-noun", 0.7, last_mention(referent))
    return Resolution(None, "description", 0.0)


def _is_covered(nominal: Nominal, words: frozenset[str], referent: Referent) -> bool:
    """Whether a description says nothing more than the name of a referent does."""
    return words - loose_words() - {nominal.noun, "same"} <= name_words(referent)


def _resolve_body(
    nominal: Nominal,
    words: frozenset[str],
    sentence: int,
    presence: Presence,
    roles: RoleBook,
) -> Resolution:
    """An organization whose name or description has the noun, else the only one present."""
    bodies = [
        (referent, weight)
        for referent, weight in presence.list_present(sentence)
        if referent.kind == "organization" and not referent.is_plural
    ]
    is_bare = not words - loose_words() - {nominal.noun}
    described = roles.find_described(nominal.noun) if is_bare else []
    if len(described) == 1:
        return Resolution(described[0], "role", 0.8, last_mention(described[0]))
    for referent, _ in bodies:
        if not _is_covered(nominal, words, referent):
            continue
        if referent.entity is not None and nominal.noun in name_words(referent):
            return Resolution(referent, "name-part", 0.8, last_mention(referent))
        if referent.entity is None and referent.noun == nominal.noun:
            return Resolution(referent, "same-noun", 0.7, last_mention(referent))
    named = roles.find_named(nominal.noun, words - loose_words())
    if len(named) == 1:
        # One that the text names at any place is the only one that the description fits.
        return Resolution(named[0], "name-part", 0.7, last_mention(named[0]) or _first(named[0]))
    if not is_bare:
        return Resolution(None, "description", 0.0)
    near = [
        referent
        for referent, weight in bodies
        if referent.entity is not None and referent.entity.label == "ORG" and weight >= _NEAR
    ]
    fitting = roles.find_bodies_of_kind(nominal.noun)
    fitting = [body for body in near if body in fitting] or fitting
    if len(fitting) == 1:
        antecedent = last_mention(fitting[0]) or _first(fitting[0])
        return Resolution(fitting[0], "kind-of-body", 0.7, antecedent)
    if nominal.noun in _ANY_BODY:
        if len(near) == 1:
            return Resolution(near[0], "only-organization", 0.65, last_mention(near[0]))
        if len(near) > 1:
            return Resolution(None, "ambiguous-organization", 0.0)
        if roles.names_bodies():
            return Resolution(None, NO_ORGANIZATION, 0.0)
    return Resolution(None, "description", 0.0)


def _first(referent: Referent) -> tuple[int, int] | None:
    """The first mention by name, for one that is named only later."""
    if referent.entity is None:
        return None
    span = referent.entity.mentions[0]
    return span.start, span.end
