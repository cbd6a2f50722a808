"""What a description of somebody without a name ties them to."""

from __future__ import annotations

from claimx.pipeline.entities.lexicon import country_of_demonym, country_of_name
from claimx.pipeline.speakers.name_index import NameIndex


def find_affiliation(index: NameIndex, start: int, end: int) -> str | None:
    """The organization, else the country, else the person that a description names.

    A party's or a faith's adherent ("a Republican") has none by that.
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
            if text is not None:
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
