"""How much weight a mention has by its place in the sentence."""

from __future__ import annotations

from spacy.tokens import Token

from claimx.pipeline.syntax import clauses, nouns

SUBJECT, OBJECT, POSSESSOR, OTHER, INSIDE = 1.0, 0.55, 0.5, 0.45, 0.2
# "The mayor is Ann Hill" brings her in.
PREDICATE = 0.85
# Whom the subject is about ("The accusation against Smith is …").
ABOUT_SUBJECT = 0.7


def weigh_mention(token: Token) -> float:
    """The weight of the mention that ``token`` heads, by its function in the sentence."""
    function = find_function(token)
    if clauses.is_subject(function):
        clause = function.head
        return SUBJECT if clause.head == clause or not clauses.is_clause(clause) else 0.85 * SUBJECT
    if clauses.is_object(function):
        return OBJECT
    if nouns.is_predicate_noun(function):
        return PREDICATE
    if nouns.is_possessor(function):
        return POSSESSOR
    noun = nouns.noun_behind_preposition(function)
    if noun is not None:
        return ABOUT_SUBJECT if clauses.is_subject(noun) else OTHER
    if nouns.is_part_of_noun_phrase(function):
        return INSIDE
    return OTHER


def find_function(token: Token) -> Token:
    """The token whose function a mention has: the first conjunct, what an apposition explains."""
    seen = 0
    while seen < 6 and (
        nouns.is_conjunct(token) or nouns.is_apposition(token) or nouns.is_part_of_name(token)
    ):
        if token.head == token or token.head.pos_ not in ("NOUN", "PROPN", "PRON", "X", "NUM"):
            break
        token = token.head
        seen += 1
    return token
