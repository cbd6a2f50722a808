"""Who a mention cannot stand for by grammar: others that its own sentence names.

Principles B and C of binding (Chomsky 1981, "Lectures on Government and Binding"), as far as a
parse tells: who takes part in what a subject does is somebody else ("*speaking to Smith*, he …",
"*jailing Smith*, the judge …"), and so is whoever a clause below a pronoun names ("he said *Smith
had left*").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from claimx.lang.en.nouns import pronoun_forms
from claimx.lang.en.words import words_of
from claimx.pipeline.coreference.chains import Chain
from claimx.pipeline.coreference.context import Context
from claimx.pipeline.coreference.weigh_mentions import find_function
from claimx.pipeline.mentions.table import Mention
from claimx.pipeline.syntax import clauses, nouns

# Tokens on either side that are looked at: a list without a full stop costs no more than others.
_REACH = 100


def find_subject(token: Token, chain_at: Callable[[int], Chain | None]) -> Chain | None:
    """Who is the subject of the clause that a mention stands in, before it, if that is known."""
    predicate = clauses.predicate_above(token)
    subject = clauses.implied_subject_of(predicate) if predicate is not None else None
    if subject is None or subject.i >= token.i:
        return None
    return chain_at(subject.i)


def find_barred(
    context: Context, mention: Mention, named: Mapping[int, Chain], subject: Chain | None
) -> frozenset[int]:
    """The numbers of the chains that a mention cannot stand for by its place in the sentence."""
    token = context.doc[mention.head]
    if mention.form != "pronoun":
        is_subject = mention.is_person and clauses.is_subject(token)
        return (
            frozenset(c.number for c in _list_disjoint(context, token, named))
            if is_subject
            else frozenset()
        )
    barred = set()
    is_reflexive = pronoun_forms()[mention.noun].use == "reflexive"
    if subject is not None and clauses.is_object(token) and not is_reflexive:
        barred.add(subject.number)
    if clauses.is_subject(token):
        barred |= {chain.number for chain in _list_disjoint(context, token, named)}
    return frozenset(barred)


def _list_disjoint(context: Context, subject: Token, named: Mapping[int, Chain]) -> Iterator[Chain]:
    first, end = context.limits[subject.i]
    start = max(first, subject.i - _REACH)
    for number in context.table.inside(start, min(end, subject.i + _REACH)):
        if number not in named:
            continue
        head = find_function(context.doc[context.table[number].head])
        if head.i in context.quoted or head.i == subject.i:
            continue
        if _is_partner(head, subject) or (head.i > subject.i and _is_below(head, subject)):
            yield named[number]


def _is_partner(name: Token, subject: Token) -> bool:
    """Whether a name is an argument of a predicate with this subject."""
    predicate = clauses.predicate_above(name)
    if predicate is None or clauses.implied_subject_of(predicate) != subject:
        return False
    return name in clauses.objects_of(predicate) or any(
        noun == name and preposition in words_of("partner preposition")
        for preposition, noun in nouns.modifiers_of(predicate)
    )


def _is_below(name: Token, subject: Token) -> bool:
    """Whether a name stands in a complement of the subject's predicate."""
    predicate = subject.head
    current = name
    while current.head != current and current.head != predicate:
        current = current.head
    return current.head == predicate and current in clauses.complement_clauses_of(predicate)
