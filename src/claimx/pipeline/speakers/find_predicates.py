"""Roles that a sentence says of a person: "Ann Hill was *the co-founder of the trust*"."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from claimx.pipeline.entities.find_titles import is_office
from claimx.pipeline.speakers.find_roles import Role, make_role
from claimx.pipeline.speakers.name_index import NameIndex
from claimx.pipeline.syntax import clauses, nouns

_DENYING = ("MD", "RB", "CC")  # "may be", "is not"
_DEFINITE = frozenset({"the", "his", "her", "its", "their"})
_BECOMING = frozenset({"become", "became", "remain", "remains", "remained"})
_TERMS = frozenset({"time", "tenure", "term", "stint", "role", "work", "job", "years", "days"})
_HOLDING = frozenset({"elect", "appoint", "name", "swear", "serve", "work", "act", "resign"})


def read_predicate(index: NameIndex, start: int, end: int, quoted: Collection[int]) -> Role | None:
    """What the article itself says a person to be, None where it says nothing of the sort.

    An office that one person has ("the mayor"), had ("a former senator"), holds for a body ("a
    professor at the college") or comes to ("became mayor", "serves as mayor", "her time as
    mayor"), in a clause of its own: what is said in quotation marks or reported is somebody's
    opinion.

    Args:
        index: The names of the article.
        start: First token of the mention of the person, a name or a pronoun.
        end: The token after its last.
        quoted: The tokens of direct speech.
    """
    doc = index.doc
    mention = doc[start:end].root
    if nouns.is_possessor(mention):
        noun = _find_term(mention.head)
    else:
        noun = _find_noun(mention.head) if clauses.is_subject(mention) else None
    if noun is None or noun.i in quoted or noun.i < end:
        return None
    if noun.tag_ not in ("NN", "NNP") or not is_office(noun):
        return None
    if any(token.tag_ in _DENYING or token.is_punct for token in doc[end : noun.i]):
        return None
    phrase = nouns.noun_phrase(noun, clauses=False, conjuncts=False)
    words = {token.lower_ for token in phrase}
    is_held = noun != mention.head or any(index.name_at(i) for i in range(noun.i + 1, phrase.end))
    if not is_held and doc[phrase.start].lower_ not in _DEFINITE and "former" not in words:
        return None
    return make_role(index, phrase.start, phrase.end, noun.i)


def _find_noun(verb: Token) -> Token | None:
    """The noun that a clause says its subject to be or to come to."""
    if nouns.is_predicate_noun(verb):
        return verb if verb.head == verb or verb.dep_ in ("conj", "parataxis") else None
    if verb.lower_ in _BECOMING:
        return next((t for t in verb.children if t.dep_ in ("xcomp", "attr", "obj")), None)
    if verb.lemma_.lower() not in _HOLDING:
        return None
    behind = (noun for word, noun in nouns.modifiers_of(verb) if word == "as")
    return next(behind, None)


def _find_term(noun: Token) -> Token | None:
    """The office of a possessed "time", "tenure": "her time as *mayor*"."""
    if noun.lower_ not in _TERMS:
        return None
    return next((held for word, held in nouns.modifiers_of(noun) if word == "as"), None)
