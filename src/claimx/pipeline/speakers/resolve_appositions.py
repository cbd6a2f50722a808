"""A description that explains the name right before it: "Ann Hill, a dentist with a boat"."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.pipeline.speakers.classify_nominals import Nominal
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolve_pronouns import Resolution

_ADVERBS = frozenset({"now", "then", "once", "formerly", "currently", "also", "himself", "herself"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LABELS = ("PERSON", "ORG")


def resolve_apposition(memory: TextMemory, phrase: Phrase, nominal: Nominal) -> Resolution | None:
    """Whom the description that heads a source explains, None where it explains no name.

    A description of a person explains a person, any other a body.
    """
    if nominal.is_plural or not _is_apposition(memory.doc, phrase.end):
        return None
    place = find_explained_name(memory.index, phrase.start)
    if place is None or (place.entity.label == "PERSON") != (nominal.kind in ("person", "unnamed")):
        return None
    return Resolution(memory.named_at(place), "apposition", 0.85, (place.start, place.end))


def find_explained_name(index: NameIndex, start: int) -> NamedPlace | None:
    """The person or body that a phrase beginning at ``start`` explains.

    It stands behind the name and a comma, with nothing but an adverb between.
    """
    doc = index.doc
    comma = start - 1
    if comma > 0 and doc[comma].lower_ in _ADVERBS:
        comma -= 1
    if comma < 1 or doc[comma].text != "," or doc[start].is_sent_start:
        return None
    place = index.name_at(comma - 1)
    return place if place is not None and place.entity.label in _LABELS else None


def _is_apposition(doc: Doc, end: int) -> bool:
    """Whether what ends at ``end`` is no subject: its own modifiers follow, and no verb."""
    if end >= len(doc):
        return True
    following = doc[end]
    if following.tag_ in ("RB", "RBR") and end + 1 < len(doc):
        following = doc[end + 1]
    return following.tag_ not in _FINITE and following.tag_ not in ("CC", "VB", "VBN", "POS")
