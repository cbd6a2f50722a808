"""Who writes "I": the author whom the byline or the note under an article names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Span

from claimx.lang.en.words import words_of
from claimx.pipeline.layout_annotations import get_context, get_sections
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.resolutions import Resolution

_NOTES = 3
_LONGEST_NOTE = 70
_NOTE_KINDS = ("body", "boilerplate")
_OUTSIDE_STORY = frozenset({"byline", "headline", "boilerplate", "metadata"})
_ONE_NAME = re.compile(r"(?:[Bb]y\s+)?([^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){1,3})")


def find_writer(index: NameIndex, by_entity: Mapping[int, Referent]) -> Resolution | None:
    """Whom an "I" outside of all quotations stands for, or None.

    A note is one of the last paragraphs that begins with the full name of somebody of whom the
    story itself says nothing, and goes on with a verb or an apposition ("Ann Hill is mayor of
    Tarn."), or that tells where to reach her ("Follow Ann Hill on Twitter"). A byline counts where
    it is a single name.
    """
    place = _find_note(index)
    if place is not None:
        referent = by_entity[id(place.entity)]
        return Resolution(referent, "writer", 0.85, (place.start, place.end))
    byline = get_context(index.doc).byline
    named = _ONE_NAME.fullmatch(byline.strip()) if byline else None
    if named is None or " and " in named[1]:
        return None
    for entity in index.entities:
        if entity.label == "PERSON" and entity.name.casefold() == named[1].casefold():
            first = entity.mentions[0]
            return Resolution(by_entity[id(entity)], "writer", 0.8, (first.start, first.end))
    return Resolution(Referent("person", named[1], is_person=True), "writer", 0.8)


def _find_note(index: NameIndex) -> NamedPlace | None:
    doc = index.doc
    sections = get_sections(doc)
    body = [section.span for section in sections if section.kind in _NOTE_KINDS]
    if len(body) <= _NOTES:
        return None
    outside = [section.span for section in sections if section.kind in _OUTSIDE_STORY]
    for note in body[: -_NOTES - 1 : -1]:
        place = _read_note(doc, index, note)
        if place is not None and all(
            _lies_in(mention, [note, *outside]) for mention in place.entity.mentions
        ):
            return place
    return None


def _read_note(doc: Doc, index: NameIndex, note: Span) -> NamedPlace | None:
    """The name that a short paragraph begins with, title aside."""
    if len(note) > _LONGEST_NOTE:
        return None
    first = next((token.i for token in note if not token.is_space and not token.is_punct), None)
    if first is None:
        return None
    is_address = doc[first].lower_ in words_of("author address")
    if is_address:
        first += 2 if doc[first + 1].lower_ == "to" else 1
    place = index.name_at(first) or index.titled_at(first)
    if place is None or place.entity.label != "PERSON" or place.end >= note.end:
        return None
    is_full = place.end - place.start > 1
    behind = doc[place.end].lower_
    is_about = behind == "," or behind in words_of("author note verb")
    return place if is_full and (is_address or is_about) else None


def _lies_in(span: Span, holders: list[Span]) -> bool:
    return any(holder.start <= span.start and span.end <= holder.end for holder in holders)
