"""Whom a description stands for: "the president", "the company", "the two leaders"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from claimx.article.values import EvidenceRule
from claimx.lang.en.nouns import (
    anonymous_nouns,
    body_names,
    common_persons,
    loose_words,
    office_hypernyms,
    offices,
    same_texts,
)
from claimx.pipeline.entities.collect_names import split_words
from claimx.pipeline.entities.lexicon import normalize_word, person_nouns, singular_of
from claimx.pipeline.speakers.classify_nominals import Nominal
from claimx.pipeline.speakers.congress_style import PARTY_NOUNS
from claimx.pipeline.speakers.descriptions import Description
from claimx.pipeline.speakers.find_roles import content_words
from claimx.pipeline.speakers.rank_persons import Candidate, Ranker, rank_persons
from claimx.pipeline.speakers.referents import Presence, Referent
from claimx.pipeline.speakers.resolve_pronouns import Resolution, last_mention
from claimx.pipeline.speakers.resolve_several import resolve_several
from claimx.pipeline.speakers.role_book import RoleBook, find_telling, name_words

# The rules of those who are somebody known, though nothing tells whom.
NO_HOLDER: EvidenceRule = "no-holder"
NO_ORGANIZATION: EvidenceRule = "no-organization"
OPEN = (NO_HOLDER, NO_ORGANIZATION)

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
_NEAR = 0.2
_REMEMBERED = 8  # texts of a noun
_OPENING = 3  # sentences of headline and lead
# The least chance of a person whom nothing exact tells; set on labels that nothing was fitted on.
LIKELY = 0.6
_HIGHEST = 0.9  # so few labels tell no more
# What behind "of" is part of an office.
_FIELDS = frozenset({"state", "staff", "defense", "defence", "government"})


def resolve_nominal(description: Description, rank: Ranker = rank_persons) -> Resolution:
    """Whom a definite description stands for; the rule ``description`` where nobody known is.

    Args:
        description: The description.
        rank: What decides between persons where nothing exact does.
    """
    several = resolve_several(description)
    if several is not None:
        return several
    doc, phrase, nominal = description.doc, description.phrase, description.nominal
    sentence, presence = description.sentence, description.presence
    words = content_words(doc, phrase.start, phrase.end)
    if nominal.noun.startswith("spokes"):
        words |= content_words(doc, phrase.end, _find_complement_end(doc, phrase.end))
    if not nominal.is_definite and not nominal.is_plural and sentence < _OPENING:
        return _resolve_introduction(description, words)
    if nominal.is_definite and nominal.kind == "group":
        return _resolve_same_noun(nominal, words, sentence, presence)
    if not nominal.is_definite or nominal.is_plural:
        return Resolution(None, "description", 0.0)
    if nominal.kind in ("unnamed", "person"):
        return _resolve_office(description, words, rank)
    if nominal.kind == "organization":
        if phrase.end < len(doc) and doc[phrase.end].lower_ == "of":
            # "The campaign of Obi" says itself which one is meant.
            return Resolution(None, "description", 0.0)
        return _resolve_body(nominal, words, sentence, presence, description.roles)
    known = _resolve_same_noun(nominal, words, sentence, presence)
    if known.referent is None:
        known = _resolve_same_text(description, words) or known
    if known.referent is None:
        # "The archive" may be the "Tarn Archive".
        named = description.roles.find_named(nominal.noun, words - loose_words())
        ends = [body for body in named if singular_of(split_words(body.name)[-1]) == nominal.noun]
        if len(ends) == 1:
            return Resolution(ends[0], "name-part", 0.7, last_mention(ends[0]) or _first(ends[0]))
    if known.referent is None and nominal.noun in body_names():
        # "The paper" is the newspaper of the text, if there is one.
        body = _resolve_body(nominal, words, sentence, presence, description.roles)
        return body if body.rule == "kind-of-body" else known
    return known


def _find_complement_end(doc: Doc, start: int) -> int:
    """The end of the name that a preposition at ``start`` joins: "spokesman *for Ann Hill*".

    Whom somebody speaks for tells them apart: opponents have spokesmen both.
    """
    if start + 1 >= len(doc) or doc[start].lower_ not in ("for", "of"):
        return start
    end = start + 1 + (doc[start + 1].tag_ == "DT")
    while end < len(doc) and doc[end].tag_ in ("NNP", "NNPS"):
        end += 1
    return end


def _resolve_introduction(description: Description, words: frozenset[str]) -> Resolution:
    """Whom the opening describes before the story names him: "A Tarn judge … Tarn Judge Ann Hill".

    The only one named behind whose role says as much, or the only body of such a kind; "a senator"
    is any, and so is one in the middle of a story.
    """
    nominal, roles, start = description.nominal, description.roles, description.phrase.start
    found: list[Referent] = []
    if nominal.is_person and nominal.noun in offices():
        rest = words - loose_words() - {nominal.noun}
        found = roles.find_holders([nominal.noun], rest) if rest else []
    elif nominal.kind == "organization":
        rest = words - loose_words() - {nominal.noun}
        if rest:
            found = [b for b in roles.find_bodies_of_kind(nominal.noun) if rest <= name_words(b)]
    if len(found) == 1 and (place := _first(found[0])) is not None and place[0] > start:
        return Resolution(found[0], "introduced", 0.65, place)
    return Resolution(None, "description", 0.0)


def _resolve_office(description: Description, words: frozenset[str], rank: Ranker) -> Resolution:
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
        is_near = len(holders) == 1 and holders[0].presence_at(sentence) >= _NEAR
        is_foreign = any(word.startswith("=") for word in words)
        if is_near and not (is_foreign and _may_be_another(description, holders[0])):
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
    is_plain = not _says_more(doc, phrase.end) and not nominal.is_possessed
    if is_plain and not _is_seldom_named(nominal):
        found = _take_likeliest(rank(description, words))
    # Nobody is his own lawyer: whose name possesses the noun is not meant.
    may_be_named = roles.count_without_role() > nominal.is_possessed
    if found is None and may_be_named and not _is_seldom_named(nominal):
        return Resolution(None, NO_HOLDER, 0.0)
    return found or known


def _may_be_another(description: Description, holder: Referent) -> bool:
    """Whether somebody of whom the text says no role is present beside the holder of the office.

    "President Obama met François Hollande. The French president …" is not Obama.
    """
    sentence, roles = description.sentence, description.roles
    least = holder.presence_at(sentence)
    return any(
        referent.is_person
        and referent.entity is not None
        and referent is not holder
        and weight >= least / 3
        and not roles.has_role(referent)
        for referent, weight in description.presence.list_present(sentence)
    )


def _take_likeliest(candidates: Sequence[Candidate]) -> Resolution | None:
    """Whom the text is likeliest to vary by a description ("the physicist"), None if uncertain."""
    first = candidates[0]
    if first.referent is None or first.chance < LIKELY:
        return None
    antecedent = last_mention(first.referent) or _first(first.referent)
    score = round(min(first.chance, _HIGHEST), 2)
    return Resolution(first.referent, "leading-person", score, antecedent)


def _is_seldom_named(nominal: Nominal) -> bool:
    """Whether a noun is that of people whom a text speaks of without naming them."""
    noun = nominal.noun
    if noun in PARTY_NOUNS:
        return False  # "the Republican"
    withheld = noun in anonymous_nouns() or noun.startswith("spokes")
    return withheld or noun in common_persons() or noun not in person_nouns()


def _says_more(doc: Doc, end: int) -> bool:
    """Whether a preposition behind a description narrows it down ("the mayor of Tarn").

    The bare noun of "the secretary of state" belongs to the office.
    """
    if end >= len(doc) or doc[end].tag_ != "IN":
        return False
    return doc[end].lower_ != "of" or doc[end + 1 : end + 2].text.lower() not in _FIELDS


def _resolve_same_noun(
    nominal: Nominal, words: frozenset[str], sentence: int, presence: Presence
) -> Resolution:
    """Who was brought in by the same noun ("a woman … the woman", "some experts … the experts")."""
    for referent, _ in presence.list_present(sentence):
        is_alike = referent.entity is None and referent.noun == nominal.noun
        if (
            is_alike
            and referent.is_plural == nominal.is_plural
            and _is_covered(nominal, words, referent)
        ):
            return Resolution(referent, "same-noun", 0.7, last_mention(referent))
    return Resolution(None, "description", 0.0)


def _resolve_same_text(description: Description, words: frozenset[str]) -> Resolution | None:
    """The text that was last brought in by the same noun or one for the same, however long ago.

    "The poll" is the one that the story is about; of persons so bare a word would be too little.
    """
    nominal, start = description.nominal, description.phrase.start
    known = [
        (referent.mentions[-1][0], referent)
        for noun in same_texts().get(nominal.noun, {nominal.noun})
        for referent in description.texts.get(noun, ())[-_REMEMBERED:]
        if referent.mentions and _is_covered(nominal, words, referent)
    ]
    before = [row for row in known if row[0] < start]
    if not before:
        return None
    _, referent = max(before, key=lambda row: row[0])
    return Resolution(referent, "same-noun", 0.65, last_mention(referent))


def _is_covered(nominal: Nominal, words: frozenset[str], referent: Referent) -> bool:
    """Whether a description says nothing more than the name of a referent does.

    Nor less of what makes another office of an office: "the president" is no vice president.
    """
    known = name_words(referent)
    return words - loose_words() - {nominal.noun, "same"} <= known and (
        not nominal.is_person or referent.entity is not None or find_telling(known) <= words
    )


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
    near = [
        referent
        for referent, weight in bodies
        if referent.entity is not None and referent.entity.label == "ORG" and weight >= _NEAR
    ]
    rest = words - loose_words() - {nominal.noun}
    described = roles.find_described(nominal.noun) if not rest else []
    # What was called so long ago is not meant where another body is spoken of now.
    if len(described) == 1 and (described[0] in near or not near):
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
    # "The House panel" is a committee with "House" in its name.
    alike = roles.find_bodies_of_kind(nominal.noun)
    fitting = [body for body in alike if rest <= name_words(body)]
    # Of one just named the text may say something new: "the industry publication".
    fitting = [body for body in near if body in (fitting or alike)] or [
        body for body in fitting if rest or body.mentions
    ]
    if len(fitting) == 1:
        antecedent = last_mention(fitting[0]) or _first(fitting[0])
        return Resolution(fitting[0], "kind-of-body", 0.7, antecedent)
    if nominal.noun in _ANY_BODY and not rest:
        if len(near) == 1:
            return Resolution(near[0], "only-organization", 0.65, last_mention(near[0]))
        if len(near) > 1:
            here = [body for body in near if body.sentence == sentence]
            if len(here) == 1:
                return Resolution(here[0], "nearest-organization", 0.65, last_mention(here[0]))
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
