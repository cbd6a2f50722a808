"""What a body is called in full where the text says only "the campaign" or "her campaign"."""

from __future__ import annotations

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
_CAMPAIGN, _CAMPS = "campaign", frozenset({"camp", "team"})


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
    if nominal.noun in _CAMPS and not nominal.is_plural:
        entity = possessor.entity if possessor is not None else _find_owner_before(index, phrase)
        place = index.find_owned(_CAMPAIGN).get(id(entity))
        if place is not None:
            return _write(index, place)
    if nominal.kind != "organization" or phrase.head - phrase.start > 1:
        return None
    if phrase.end < len(index.doc) and index.doc[phrase.end].lower_ == "of":
        owner = _find_owner_behind(index, phrase.end + 1)
        return None if owner is None else f"{owner}’s {index.doc[phrase.head].text}"
    found = index.find_owned(index.doc[phrase.head].lower_)
    limits = None
    if possessor is not None:
        limits = found.get(id(possessor.entity))
        if limits is None and possessor.entity is not None:
            return f"{possessor.name}’s {index.doc[phrase.head].text}"
    elif nominal.is_definite and found:
        before = [place for place in found.values() if place[0] < phrase.start]
        limits = max(before) if before else min(found.values())
    elif nominal.is_definite and nominal.noun in _GOVERNMENTS:
        heads = cast.find_holders(_HEAD_OF_GOVERNMENT)
        if len(heads) == 1:
            return f"{heads[0].name}’s {index.doc[phrase.head].text}"
    return None if limits is None else _write(index, limits)


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
