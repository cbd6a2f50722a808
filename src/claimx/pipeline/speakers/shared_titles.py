"""A title in the plural, which is that of each name behind it: "Sens. Ann Hill and Ty Burr"."""

from __future__ import annotations

from claimx.pipeline.coreference.describe import content_words
from claimx.pipeline.entities.lexicon import normalize_word, singular_of, titles
from claimx.pipeline.mentions.classes import is_person_noun
from claimx.pipeline.mentions.table import MentionTable
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.roles import Role


def find_shared_title(index: NameIndex, table: MentionTable, place: NamedPlace) -> Role | None:
    """The title in the plural that stands before an earlier name of an enumeration."""
    number = table.at(place.start)
    for other in table[number].links.get("conjunct", ()) if number is not None else ():
        first = table[other]
        if not first.title_start < first.start < place.title_start == place.start:
            continue
        last = index.doc[first.start - 1]
        noun = singular_of(normalize_word(last.text))
        if noun != normalize_word(last.text) and (noun in titles() or is_person_noun(last)):
            words = content_words(index.doc, first.title_start, first.start)
            return Role(first.title_start, first.start, noun, words)
    return None
