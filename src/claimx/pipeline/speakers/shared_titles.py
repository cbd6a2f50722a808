"""A title in the plural, which is that of each name behind it: "Sens. Ann Hill and Ty Burr"."""

from __future__ import annotations

from claimx.pipeline.coreference.describe import content_words
from claimx.pipeline.entities.lexicon import normalize_word, singular_of, titles
from claimx.pipeline.mentions.classes import is_person_noun
from claimx.pipeline.speakers.find_roles import Role
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex


def find_shared_title(index: NameIndex, place: NamedPlace) -> Role | None:
    """The title in the plural that stands before an earlier name of an enumeration."""
    current = place
    while current.title_start == current.start:
        before = _find_member_before(index, current)
        if before is None:
            return None
        current = before
    start, doc = current.title_start, index.doc
    noun = normalize_word(doc[current.start - 1].text)
    is_title = singular_of(noun) in titles() or is_person_noun(doc[current.start - 1])
    if current is place or singular_of(noun) == noun or not is_title:
        return None
    words = content_words(doc, start, current.start)
    return Role(start, current.start, singular_of(noun), words)


def _find_member_before(index: NameIndex, place: NamedPlace) -> NamedPlace | None:
    """The person before "and" or a comma, a bracket behind the name passed over."""
    doc, end = index.doc, place.start
    while end > 0 and doc[end - 1].lower_ in ("and", ",", "&"):
        end -= 1
    if end in (0, place.start):
        return None
    if doc[end - 1].text == ")":
        end = next((i for i in range(end - 1, 0, -1) if doc[i].text == "("), end)
    before = index.name_at(end - 1)
    return before if before is not None and before.entity.label == "PERSON" else None
