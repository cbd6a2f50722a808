"""What ties a speaker to a body or country: what a role names, or what stands beside the name."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.lang.en.nouns import group_nouns, organization_nouns
from claimx.pipeline.entities.lexicon import (
    country_of_demonym,
    country_of_name,
    normalize_word,
    state_of,
)
from claimx.pipeline.speakers.congress_style import read_state
from claimx.pipeline.speakers.find_roles import Role
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex

_MINISTERS = frozenset({"secretary", "minister", "undersecretary"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_BODIES = frozenset({"ORG", "FAC"})
_AT = frozenset({"of", "at", "from", "with"})
_SPEAKS_FOR = frozenset({"for", "of", "from", "at"})
_DETERMINERS = frozenset({"DT", "PRP$"})
_NOUN_PHRASE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG"})


def find_affiliation(
    index: NameIndex, start: int, end: int, *, with_persons: bool = True
) -> str | None:
    """The organisation, else the country, else the person that a role names.

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
            if text is not None and not _is_piece_of_title(doc, name):
                found.setdefault("ORG" if label == "FAC" else label, text)
            place = max(name.end, place + 1)
            continue
        country = country_of_demonym(doc[place].text) or (
            country_of_name(doc[place].text) if doc[place].text[:1].isupper() else None
        )
        if country:
            found.setdefault("GPE", country)
        place += 1
    labels = ("ORG", "GPE", "PERSON") if with_persons else ("ORG", "GPE")
    return next((found[label] for label in labels if label in found), None)


def find_common_body(doc: Doc, role: Role) -> str | None:
    """The organization without a name that somebody speaks for, by a common noun.

    "*Fire service* spokesman", "a spokeswoman for the *fire service*"; None for other roles.
    """
    head = next(
        (i for i in range(role.start, role.end) if normalize_word(doc[i].text) == role.noun), None
    )
    if head is None or not role.noun.startswith("spokes"):
        return None
    first, last = role.start, head
    if head + 2 < role.end and doc[head + 1].lower_ in _SPEAKS_FOR:
        first, last = head + 2, role.end
    while first < last and doc[first].tag_ in _DETERMINERS:
        first += 1
    known = organization_nouns() | group_nouns()
    end = next((i for i in range(last - 1, first - 1, -1) if doc[i].lower_ in known), None)
    if end is None or any(doc[i].tag_ not in _NOUN_PHRASE_TAGS for i in range(first, end + 1)):
        return None
    return " ".join(doc[first : end + 1].text.split())


def _is_piece_of_title(doc: Doc, name: NamedPlace) -> bool:
    """Whether a name is the field in the title of a minister ("Commerce Secretary")."""
    if doc[name.start].text == "State" and name.start > 0 and doc[name.start - 1].lower_ == "of":
        return name.end - name.start == 1
    if name.end + 1 >= len(doc) or name.end - name.start > 1 or name.entity.label == "GPE":
        return False
    head, following = normalize_word(doc[name.end].text), normalize_word(doc[name.end + 1].text)
    is_name = doc[name.start].text.replace(".", "").isupper() or name.entity.label == "NORP"
    return head in _MINISTERS and following != "general" and not is_name


def find_employer(index: NameIndex, place: NamedPlace) -> str | None:
    """The body or land right beside a name: "Ann Hill of the Tribune", "the BBC's Tom Kerr".

    Else the state that stands in brackets behind it ("(R-Fla.)"); None where nothing does.
    """
    doc, behind = index.doc, place.end
    if behind + 1 < len(doc) and doc[behind].text == "," and doc[behind + 1].lower_ == "of":
        behind += 1  # "Ann Hill, of the Tribune,"
    if behind + 1 < len(doc) and doc[behind].lower_ in _AT:
        found = _read_body(index, behind + 1, with_lands=doc[behind].lower_ == "of")
        if found is not None:
            return found
    before = place.title_start - 1
    if before > 0 and doc[before].text in _POSSESSIVES:
        body = index.name_at(before - 1)
        if body is not None and body.entity.label in _BODIES:
            return body.entity.name
    return read_state(index, place)


def _read_body(index: NameIndex, start: int, *, with_lands: bool) -> str | None:
    """The body, and ``with_lands`` the country or state, whose name begins at ``start``."""
    if index.doc[start].lower_ == "the":
        start += 1
    body = index.name_at(start)
    if body is None or body.start != start:
        return None
    name = body.entity.name
    is_land = country_of_name(name) is not None or state_of(name) is not None
    return name if body.entity.label in _BODIES or (with_lands and is_land) else None
