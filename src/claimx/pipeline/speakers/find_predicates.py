"""Roles that a sentence says of a person: "Ann Hill was *the co-founder of the trust*"."""

from __future__ import annotations

from collections.abc import Collection

from claimx.pipeline.entities.lexicon import normalize_word, person_nouns, singular_of
from claimx.pipeline.speakers.find_roles import Role, make_role
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.syntax import clauses, nouns

_DENYING = ("MD", "RB", "CC")  # "may be", "is not"
_DEFINITE = frozenset({"the", "his", "her", "its", "their"})


def read_predicate(index: NameIndex, place: NamedPlace, quoted: Collection[int]) -> Role | None:
    """What the article itself says a person to be, None where it says nothing of the sort.

    Only an office that one person has ("the mayor") or had ("a former senator"), in a sentence of
    its own: what is said in quotation marks or reported is somebody's opinion.

    Args:
        index: The names of the article.
        place: The mention by name.
        quoted: The tokens of direct speech.
    """
    doc = index.doc
    subject = doc[place.start : place.end].root
    noun = subject.head
    is_said = clauses.is_subject(subject) and nouns.is_predicate_noun(noun)
    if not is_said or noun.head != noun or noun.i in quoted or noun.i < place.end:
        return None
    if noun.tag_ != "NN" or singular_of(normalize_word(noun.text)) not in person_nouns():
        return None
    if any(token.tag_ in _DENYING or token.is_punct for token in doc[place.end : noun.i]):
        return None
    phrase = nouns.noun_phrase(noun, clauses=False, conjuncts=False)
    words = {token.lower_ for token in phrase}
    if doc[phrase.start].lower_ not in _DEFINITE and "former" not in words:
        return None
    return make_role(index, phrase.start, phrase.end, noun.i)
