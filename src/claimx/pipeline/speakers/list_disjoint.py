"""Whom a pronoun cannot stand for by grammar, since a name in its sentence stands for another.

Principles B and C of binding (Chomsky 1981, "Lectures on Government and Binding"), as far as a
parse tells: who takes part in what the pronoun does is somebody else ("*speaking to Smith*, he
…", "she …, *asking Cengiz*"), and so is whoever a clause below the pronoun names ("he said
*Smith had left*").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.weigh_mentions import find_function
from claimx.pipeline.syntax import clauses, nouns

# Behind others a name may be that of the subject itself ("according to Smith, he …", "as Smith").
_OF_PARTNERS = frozenset({"to", "with", "by", "against", "about", "from", "on", "of"})
# Tokens on either side that are looked at: a list without a full stop costs no more than others.
_REACH = 100


def list_disjoint(
    index: NameIndex, pronoun: Token, quoted: Collection[int]
) -> Iterator[NamedPlace]:
    """The names in the sentence of a pronoun that are somebody else's.

    Args:
        index: The names of the article.
        pronoun: The pronoun; of one that is no subject nothing is said.
        quoted: The tokens of direct speech, in which a speaker may give a name to himself.
    """
    if not clauses.is_subject(pronoun):
        return
    sentence = pronoun.sent
    start = max(sentence.start, pronoun.i - _REACH)
    for place in index.list_between(start, min(sentence.end, pronoun.i + _REACH)):
        head = find_function(index.doc[place.start : place.end].root)
        if head.i in quoted or head.i == pronoun.i:
            continue
        if _is_partner(head, pronoun) or (head.i > pronoun.i and _is_below(head, pronoun)):
            yield place


def _is_partner(name: Token, pronoun: Token) -> bool:
    """Whether a name is an argument of a predicate whose subject is the pronoun."""
    predicate = clauses.predicate_above(name)
    if predicate is None or clauses.implied_subject_of(predicate) != pronoun:
        return False
    return name in clauses.objects_of(predicate) or any(
        noun == name and preposition in _OF_PARTNERS
        for preposition, noun in nouns.modifiers_of(predicate)
    )


def _is_below(name: Token, pronoun: Token) -> bool:
    """Whether a name stands in a complement of the pronoun's predicate."""
    predicate = pronoun.head
    current = name
    while current.head != current and current.head != predicate:
        current = current.head
    return current.head == predicate and current in clauses.complement_clauses_of(predicate)
