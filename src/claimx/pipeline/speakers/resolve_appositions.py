"""A description that explains the name right before it: "Ann Hill, a dentist", "Time magazine"."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.pipeline.speakers.classify_nominals import Nominal
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolve_pronouns import Resolution

_ADVERBS = frozenset({"now", "then", "once", "formerly", "currently", "also", "himself", "herself"})
_NO_MODIFIERS = frozenset({"VBD", "VBZ", "VBP", "MD", "CC", "VB", "VBN", "POS"})
_MEDIA = frozenset(
    ["magazine", "newspaper", "tabloid", "website", "network", "broadcaster", "channel", "agency"]
)
_KINDS = {"PERSON": ("person", "unnamed"), "WORK_OF_ART": ("document",), "LAW": ("document",)}
_LABELS = (*_KINDS, "ORG")


def resolve_apposition(memory: TextMemory, phrase: Phrase, nominal: Nominal) -> Resolution | None:
    """Whom the description that heads a source explains, None where it explains no name.

    A description of a person explains a person, that of a text a work, any other a body.
    """
    if nominal.is_plural or not _is_apposition(memory.doc, phrase.end):
        return None
    place = find_explained_name(memory.index, phrase.start)
    if place is None or not _may_explain(nominal, place.entity.label):
        return None
    return Resolution(memory.named_at(place), "apposition", 0.85, (place.start, place.end))


def _may_explain(nominal: Nominal, label: str) -> bool:
    if label in _KINDS:
        return nominal.kind in _KINDS[label]
    return nominal.kind not in _KINDS["PERSON"]


def resolve_medium(memory: TextMemory, phrase: Phrase, nominal: Nominal) -> Resolution | None:
    """The body that a noun for its kind closes the name of: "Time magazine", "Tass news agency"."""
    if nominal.noun not in _MEDIA or nominal.is_plural:
        return None
    before = phrase.head - 1
    if before >= phrase.start and memory.doc[before].lower_ == "news":
        before -= 1
    place = memory.index.name_at(before) if before >= phrase.start else None
    if place is None or place.entity.label != "ORG" or place.end != before + 1:
        return None
    return Resolution(memory.named_at(place), "name", 0.9, (place.start, place.end))


def find_explained_name(index: NameIndex, start: int) -> NamedPlace | None:
    """The person or body that a phrase beginning at ``start`` explains.

    It stands behind the name and a comma, with nothing but an adverb between.
    """
    doc = index.doc
    comma = start - 1
    if comma > 0 and (doc[comma].lower_ in _ADVERBS or doc[comma].is_quote):
        comma -= 1
    if comma < 1 or doc[comma].text != "," or doc[start].is_sent_start:
        return None
    # "In “Crashing the Party,” a documentary": the comma may stand inside of the marks.
    if doc[comma - 1].is_quote:
        comma -= 1
    place = index.name_at(comma - 1)
    if place is not None and _is_fronted(doc, place):
        return None
    return place if place is not None and place.entity.label in _LABELS else None


def _is_fronted(doc: Doc, place: NamedPlace) -> bool:
    """Whether a sentence opens with a preposition and the name ("According to Ann Hill, …")."""
    start = doc[place.start].sent.start
    return place.title_start - start in (1, 2) and doc[start].tag_ in ("IN", "VBG")


def _is_apposition(doc: Doc, end: int) -> bool:
    """Whether what ends at ``end`` is no subject: its own modifiers follow, and no verb."""
    if end >= len(doc):
        return True
    following = doc[end]
    if following.tag_ in ("RB", "RBR") and end + 1 < len(doc):
        following = doc[end + 1]
    is_participle = following.lower_.endswith("ing")  # whatever the tagger took it for
    return is_participle or following.tag_ not in _NO_MODIFIERS
