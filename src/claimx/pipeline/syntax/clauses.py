"""What the parse says of clauses: predicates, their subjects, objects, voice and negation."""

from __future__ import annotations

from spacy.tokens import Token

from claimx.lang.en.words import words_of
from claimx.pipeline.syntax.labels import (
    AUXILIARY,
    CLAUSE,
    POSTNOMINAL_CLAUSE,
    PREDICATIVE,
    SUBJECT,
)
from claimx.pipeline.syntax.nouns import modifiers_of

_PASSIVE_SUBJECT = frozenset({"nsubj:pass", "csubj:pass", "nsubjpass", "csubjpass"})
_OBJECT = frozenset({"obj", "iobj", "dobj", "dative"})
_COMPLEMENT_CLAUSE = frozenset({"ccomp", "xcomp"})
_PASSIVE_AUXILIARY = frozenset({"aux:pass", "auxpass"})
# Predicates that another predicate completes: their subject is its object or its subject.
_OPEN_COMPLEMENT = frozenset({"xcomp", "oprd"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEGATING = frozenset({"neg", "advmod", "det", "cc", "preconj", "cc:preconj"})


def subject_of(token: Token, *, shared: bool = True) -> Token | None:
    """The head of the subject of a predicate.

    With ``shared``, a predicate without a subject of its own takes that of the predicate that
    it is coordinated with ("He came and said") or an open complement of ("He wants to say"); an
    open complement takes the object where there is one ("He told her to leave"). None where
    there is no subject.
    """
    seen = set()
    current = token
    while current.i not in seen:
        seen.add(current.i)
        for child in current.children:
            if child.dep_ in SUBJECT:
                return child
        if not shared:
            return None
        if current.dep_ in _OPEN_COMPLEMENT:
            objects = [noun for noun in objects_of(current.head) if noun.i < current.i]
            if objects:
                return objects[-1]
        elif (
            current.dep_ != "conj"
            and current.dep_ not in PREDICATIVE
            and current.dep_ not in AUXILIARY
        ):
            return None
        current = current.head
    return None


def implied_subject_of(token: Token) -> Token | None:
    """The head of the subject that a predicate has or is understood to have.

    Beyond `subject_of`: a participle that modifies a noun is said of the noun ("a letter
    *saying* …"), one that modifies a clause of the clause's subject ("he left, *saying* …"). A
    finite verb has its own subject or none; nobody is said to do what a noun is about ("the
    decision *to leave*"), unless the noun is one of a row ("the first *to leave*").
    """
    current, seen = token, set()
    while current.i not in seen:
        seen.add(current.i)
        subject = subject_of(current)
        if subject is not None:
            return subject
        while current.dep_ in ("conj", "xcomp") and current.head != current:
            current = current.head
        if current.dep_ in POSTNOMINAL_CLAUSE:
            return None if _is_topic(current) else current.head
        if not is_adverbial_clause(current) or current.tag_ in _FINITE:
            return None
        # A preposition may stand between.
        current = current.head.head if current.dep_ == "pcomp" else current.head
    return None


def _is_topic(clause: Token) -> bool:
    """Whether a clause without subject says what a noun is about."""
    if not any(child.dep_ == "mark" or child.tag_ == "TO" for child in clause.children):
        return False
    ranks = words_of("rank")
    return clause.head.lower_ not in ranks and not any(
        child.lower_ in ranks for child in clause.head.children
    )


def is_subject(token: Token) -> bool:
    """Whether ``token`` heads a subject."""
    return token.dep_ in SUBJECT


def is_passive(token: Token) -> bool:
    """Whether a predicate is in the passive voice, alone or coordinated ("seen and *heard*")."""
    if any(child.dep_ in _PASSIVE_SUBJECT | _PASSIVE_AUXILIARY for child in token.children):
        return True
    if token.dep_ != "conj" or token.tag_ != "VBN" or token.head == token:
        return False
    has_own = any(child.dep_ in SUBJECT | AUXILIARY for child in token.children)
    return not has_own and is_passive(token.head)


def is_passive_subject(token: Token) -> bool:
    """Whether ``token`` heads the subject of a passive predicate."""
    return token.dep_ in _PASSIVE_SUBJECT


def agent_of(token: Token) -> Token | None:
    """The head of the agent of a passive predicate ("was said *by the minister*"), or None."""
    for preposition, noun in modifiers_of(token):
        is_marked = noun.dep_ == "obl:agent" or noun.head.dep_ == "agent"
        if preposition == "by" and (is_marked or is_passive(token)):
            return noun
    return None


def objects_of(token: Token) -> list[Token]:
    """The heads of direct and indirect objects, in text order."""
    return [child for child in token.children if is_object(child)]


def is_object(token: Token) -> bool:
    """Whether ``token`` heads a direct or indirect object."""
    return token.dep_ in _OBJECT and not any(child.dep_ == "pobj" for child in token.children)


def complement_clauses_of(token: Token) -> list[Token]:
    """The heads of the clauses that complete a predicate ("said *that …*", "plans *to …*")."""
    return [child for child in token.children if child.dep_ in _COMPLEMENT_CLAUSE]


def is_clause(token: Token) -> bool:
    """Whether ``token`` heads a clause inside another."""
    return token.dep_ in CLAUSE or _is_clause_of_preposition(token)


def is_adverbial_clause(token: Token) -> bool:
    """Whether ``token`` heads a clause that modifies a predicate ("*after he left*")."""
    return token.dep_ == "advcl" or _is_clause_of_preposition(token)


def _is_clause_of_preposition(token: Token) -> bool:
    """Whether ``token`` is a verb behind a preposition, where UD has a marked clause."""
    return token.dep_ == "pcomp" and token.pos_ in ("VERB", "AUX")


def is_relative_clause(token: Token) -> bool:
    """Whether ``token`` heads a relative clause ("*who left*")."""
    return token.dep_ in ("acl:relcl", "relcl")


def is_open_complement(token: Token) -> bool:
    """Whether ``token`` heads a clause that takes its subject from above ("came *to talk*")."""
    return token.dep_ == "xcomp"


def is_form_of_be(token: Token) -> bool:
    """Whether a word is a form of "be", short ones left out."""
    return token.lower_ in words_of("form of be")


def auxiliaries_of(token: Token) -> list[Token]:
    """Auxiliaries, modals and the copula of a predicate, in order."""
    own = [child for child in token.children if child.dep_ in AUXILIARY]
    copula = _copula_above(token)
    return own if copula is None else [*auxiliaries_of(copula), copula, *own]


def _copula_above(token: Token) -> Token | None:
    """The copula that heads ``token`` in ClearNLP."""
    if token.dep_ not in PREDICATIVE:
        return None
    forms = words_of("form of be") | words_of("clitic of be")
    return token.head if token.head.lower_ in forms else None


def negation_of(token: Token) -> Token | None:
    """The word that negates a predicate directly, if one does."""
    for child in token.children:
        # ClearNLP hangs the "nor" of the next conjunct here.
        is_of_next = child.dep_ == "cc" and child.i > token.i
        if child.lower_ in words_of("negation") and child.dep_ in _NEGATING and not is_of_next:
            return child
    if token.dep_ == "conj":
        for child in token.head.children:
            if child.dep_ == "cc" and child.i < token.i and child.lower_ in words_of("negation"):
                return child
    copula = _copula_above(token)
    return None if copula is None else negation_of(copula)


def predicate_above(token: Token) -> Token | None:
    """The nearest ancestor that is a verb or heads a clause, else the root; None for the root."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX") or is_clause(ancestor) or ancestor.head == ancestor:
            return ancestor
    return None
