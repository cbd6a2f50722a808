"""What a body is called in full where the text says only "the campaign" or "her campaign"."""

from __future__ import annotations

from spacy.tokens import Token

from claimx.pipeline.annotations import EntityChain
from claimx.pipeline.mentions.classes import Nominal
from claimx.pipeline.speakers.make_cast import Cast
from claimx.pipeline.speakers.name_index import NameIndex
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Referent

# Whose administration the bare word means: the only one of the text that heads a government.
_HEAD_OF_GOVERNMENT = "president"
_GOVERNMENTS = frozenset({"administration"})
# Other words for a campaign, where the text says elsewhere that the person runs one.
_CAMPAIGN, CAMPS = "campaign", frozenset({"camp", "team"})


def name_owned_body(
    index: NameIndex,
    phrase: Phrase,
    nominal: Nominal,
    possessor: Referent | None,
    cast: Cast,
) -> str | None:
    """ "Obi campaign" for "her campaign", or for "the campaign" where the text names another.

    If the text joins the noun to several names, the last one before the phrase is meant. If it
    joins the noun to no name, "her campaign" belongs to the referent of "her". "The campaign of
    Obi" is Obi's, and where the text speaks of the "Obi campaign", "the Obi camp" is the same.
    None where the phrase says more than its noun, or nothing tells whose it is.
    """
    campaign = _find_campaign(index, phrase, nominal, possessor)
    if campaign is not None:
        return _write(index, campaign)
    if nominal.kind != "organization" or phrase.head - phrase.start > 1:
        return None
    noun = index.doc[phrase.head]
    if phrase.end < len(index.doc) and index.doc[phrase.end].lower_ == "of":
        owner = _find_owner_behind(index, phrase.end + 1)
        return None if owner is None else _say_owned(owner, noun)
    if possessor is not None:
        return _name_possessed(index, noun, possessor)
    return _name_definite(index, phrase, nominal, cast) if nominal.is_definite else None


def _find_campaign(
    index: NameIndex, phrase: Phrase, nominal: Nominal, possessor: Referent | None
) -> tuple[int, int] | None:
    """Where the text names the campaign that "the Obi *camp*" or "her *team*" means."""
    if nominal.noun not in CAMPS or nominal.is_plural:
        return None
    entity = possessor.entity if possessor is not None else _find_owner_before(index, phrase)
    return index.find_owned(_CAMPAIGN).get(id(entity))


def _name_possessed(index: NameIndex, noun: Token, possessor: Referent) -> str | None:
    """The name of what somebody with a name owns: "her campaign"."""
    limits = index.find_owned(noun.lower_).get(id(possessor.entity))
    if limits is not None:
        return _write(index, limits)
    return None if possessor.entity is None else _say_owned(possessor.name, noun)


def _name_definite(index: NameIndex, phrase: Phrase, nominal: Nominal, cast: Cast) -> str | None:
    """The name of what the text speaks of as known: "the campaign", "the administration"."""
    noun = index.doc[phrase.head]
    found = index.find_owned(noun.lower_).values()
    if found:
        before = [limits for limits in found if limits[0] < phrase.start]
        return _write(index, max(before) if before else min(found))
    heads = cast.find_holders(_HEAD_OF_GOVERNMENT) if nominal.noun in _GOVERNMENTS else []
    return _say_owned(heads[0].name, noun) if len(heads) == 1 else None


def _say_owned(owner: str, noun: Token) -> str:
    return f"{owner}’s {noun.text}"


def _write(index: NameIndex, limits: tuple[int, int]) -> str:
    return " ".join(index.doc[limits[0] : limits[1]].text.split())


def _find_owner_before(index: NameIndex, phrase: Phrase) -> EntityChain | None:
    """Whose name stands right before the head, with or without possessive ending."""
    before = phrase.head - 1
    if before > phrase.start and index.doc[before].tag_ == "POS":
        before -= 1
    place = index.name_at(before) if before >= phrase.start else None
    return place.entity if place is not None else None


def _find_owner_behind(index: NameIndex, start: int) -> str | None:
    """The name of the person that the noun phrase at ``start`` names, past any title."""
    titled = index.titled_at(start) or index.name_at(start)
    if titled is None and index.doc[start : start + 1].text.lower() == "the":
        titled = index.titled_at(start + 1)
    return titled.entity.name if titled is not None and titled.entity.label == "PERSON" else None
