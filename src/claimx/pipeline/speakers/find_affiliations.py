"""What a description of somebody without a name ties them to."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.pipeline.entities.lexicon import country_of_demonym, country_of_name, normalize_word
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex

_MINISTERS = frozenset({"secretary", "minister", "undersecretary"})


def find_affiliation(index: NameIndex, start: int, end: int) -> str | None:
    """The organization, else the country, else the person that a description names.

    A party's or a faith's adherent ("a Republican") and the field of a minister ("Commerce
    Secretary", "secretary of State") are none of them.
    """
    doc = index.doc
    found: dict[str, str] = {}
    place = start
    while place < end:
        name = index.name_at(place)
        if name is not None:
            label = name.entity.label
            text: str | None = name.entity.name
            if label == "NORP":
                # "A Republican" tells no affiliation with anything that has a name.
                label, text = "GPE", country_of_demonym(doc[name.start : name.end].text)
            if text is not None and not is_piece_of_title(doc, name):
                found.setdefault("ORG" if label == "FAC" else label, text)
            place = max(name.end, place + 1)
            continue
        country = country_of_demonym(doc[place].text) or (
            country_of_name(doc[place].text) if doc[place].text[:1].isupper() else None
        )
        if country:
            found.setdefault("GPE", country)
        place += 1
    return next((found[label] for label in ("ORG", "GPE", "PERSON") if label in found), None)


def is_piece_of_title(doc: Doc, name: NamedPlace) -> bool:
    """Whether a name is the field in the title of a minister ("Commerce Secretary")."""
    if doc[name.start].text == "State" and name.start > 0 and doc[name.start - 1].lower_ == "of":
        return name.end - name.start == 1
    if name.end + 1 >= len(doc) or name.end - name.start > 1 or name.entity.label == "GPE":
        return False
    head, following = normalize_word(doc[name.end].text), normalize_word(doc[name.end + 1].text)
    is_name = doc[name.start].text.replace(".", "").isupper() or name.entity.label == "NORP"
    return head in _MINISTERS and following != "general" and not is_name
