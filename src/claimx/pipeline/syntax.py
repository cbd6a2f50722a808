"""Questions to the parse, answered alike for Universal Dependencies and ClearNLP labels.

The bundled pipeline speaks Universal Dependencies (UD 2); spaCy's ``en_core_web_*`` pipelines
speak ClearNLP's scheme, where a preposition heads its noun (``prep`` – ``pobj``), a passive
subject is ``nsubjpass``, an object ``dobj``, a copula heads its predicate (``attr``). Rules ask
here and never compare labels themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

_SUBJECT = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "nsubjpass", "csubjpass"}
)
_PASSIVE_SUBJECT = frozenset({"nsubj:pass", "csubj:pass", "nsubjpass", "csubjpass"})
_OBJECT = frozenset({"obj", "iobj", "dobj", "dative"})
_COMPLEMENT_CLAUSE = frozenset({"ccomp", "xcomp"})
_CLAUSE = frozenset(
    {"ccomp", "xcomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "relcl", "parataxis", "csubj"}
)
_POSTNOMINAL_CLAUSE = frozenset({"acl", "acl:relcl", "relcl", "advcl:relcl"})
_OBLIQUE = frozenset(
    {"obl", "obl:agent", "obl:unmarked", "obl:npmod", "obl:tmod", "nmod", "nmod:unmarked"}
)
_AUXILIARY = frozenset({"aux", "aux:pass", "auxpass", "cop"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEGATION = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly"})
_PUNCTUATION = frozenset({"punct"})


def subject_of(token: Token, *, shared: bool = True) -> Token | None:
    """The head of the subject of a predicate.

    With ``shared``, a predicate without a subject of its own takes that of the predicate that
    it is coordinated with or an open complement of ("He came and said").
    """
    seen = set()
    current = token
    while current.i not in seen:
        seen.add(current.i)
        for child in current.children:
            if child.dep_ in _SUBJECT:
                return child
        # In ClearNLP a modal or copula may stand between a predicate and its subject.
        if not shared or current.dep_ not in ("conj", "xcomp", "aux", "cop"):
            return None
        current = current.head
    return None


def implied_subject_of(token: Token) -> Token | None:
    """The head of the subject that a predicate has or is understood to have.

    Beyond `subject_of`: a participle that modifies a noun is said of the noun ("a letter
    *saying* …"), one that modifies a clause of the clause's subject ("he left, *saying* …"). A
    finite verb has its own subject or none.
    """
    current, seen = token, set()
    while current.i not in seen:
        seen.add(current.i)
        subject = subject_of(current)
        if subject is not None:
            return subject
        while current.dep_ in ("conj", "xcomp") and current.head != current:
            current = current.head
        if current.dep_ in _POSTNOMINAL_CLAUSE:
            return current.head
        if current.dep_ != "advcl" or current.tag_ in _FINITE:
            return None
        current = current.head
    return None


def is_subject(token: Token) -> bool:
    """Whether ``token`` heads a subject."""
    return token.dep_ in _SUBJECT


def is_passive(token: Token) -> bool:
    """Whether a predicate is in the passive voice."""
    return any(
        child.dep_ in _PASSIVE_SUBJECT or child.dep_ in ("aux:pass", "auxpass")
        for child in token.children
    )


def is_passive_subject(token: Token) -> bool:
    """Whether ``token`` heads the subject of a passive predicate."""
    return token.dep_ in _PASSIVE_SUBJECT


def agent_of(token: Token) -> Token | None:
    """The head of the agent of a passive predicate ("was said *by the minister*")."""
    for preposition, noun in modifiers_of(token):
        if preposition == "by" and (noun.dep_ == "obl:agent" or is_passive(token)):
            return noun
    return None


def objects_of(token: Token) -> list[Token]:
    """The heads of direct and indirect objects."""
    return [child for child in token.children if child.dep_ in _OBJECT]


def is_object(token: Token) -> bool:
    """Whether ``token`` heads a direct or indirect object."""
    return token.dep_ in _OBJECT


def complement_clauses_of(token: Token) -> list[Token]:
    """The heads of the clauses that complete a predicate ("said *that …*", "plans *to …*")."""
    return [child for child in token.children if child.dep_ in _COMPLEMENT_CLAUSE]


def is_clause(token: Token) -> bool:
    """Whether ``token`` heads a clause inside another."""
    return token.dep_ in _CLAUSE


def is_adverbial_clause(token: Token) -> bool:
    """Whether ``token`` heads a clause that modifies a predicate ("*after he left*")."""
    return token.dep_ == "advcl"


def is_relative_clause(token: Token) -> bool:
    """Whether ``token`` heads a relative clause ("*who left*")."""
    return token.dep_ in ("acl:relcl", "relcl")


def is_open_complement(token: Token) -> bool:
    """Whether ``token`` heads a clause that takes its subject from above ("came *to talk*")."""
    return token.dep_ == "xcomp"


def is_parenthetical(token: Token) -> bool:
    """Whether ``token`` heads a clause set beside another (", he said,")."""
    return token.dep_ == "parataxis"


def modifiers_of(token: Token) -> list[tuple[str, Token]]:
    """Prepositional modifiers as (preposition in lower case, head of its noun phrase)."""
    found = []
    for child in token.children:
        if child.dep_ in ("prep", "agent"):
            found += [
                (child.lower_, noun) for noun in child.children if noun.dep_ in ("pobj", "pcomp")
            ]
        elif child.dep_ in _OBLIQUE:
            preposition = preposition_of(child)
            if preposition is not None:
                found.append((preposition, child))
    return found


def preposition_of(token: Token) -> str | None:
    """The preposition before the noun phrase that ``token`` heads, its words joined by a space.

    ``according to`` and ``because of`` are one preposition.
    """
    if token.dep_ in ("pobj", "pcomp"):
        return str(token.head.lower_)
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i and child.lower_ not in ("'s", "’s"):
            fixed = [child, *(part for part in child.children if part.dep_ == "fixed")]
            return " ".join(part.lower_ for part in sorted(fixed, key=lambda part: part.i))
    return None


def appositions_of(token: Token) -> list[Token]:
    """The heads of appositions ("Yuri Ushakov, *an adviser*")."""
    return [child for child in token.children if child.dep_ == "appos"]


def is_apposition(token: Token) -> bool:
    """Whether ``token`` heads an apposition to its head."""
    return token.dep_ == "appos"


def possessor_of(token: Token) -> Token | None:
    """The possessor of a noun ("*Trump*'s envoy", "*his* envoy")."""
    for child in token.children:
        if child.dep_ in ("nmod:poss", "poss"):
            return child
    return None


def is_possessor(token: Token) -> bool:
    """Whether ``token`` is the possessor of its head."""
    return token.dep_ in ("nmod:poss", "poss")


def relative_clauses_of(token: Token) -> list[Token]:
    """The heads of relative and participle clauses that modify a noun."""
    return [child for child in token.children if child.dep_ in _POSTNOMINAL_CLAUSE]


def conjuncts_of(token: Token) -> list[Token]:
    """What is coordinated with ``token`` as the first conjunct, in order."""
    found = []
    queue = [token]
    while queue:
        conjuncts = [child for child in queue.pop(0).children if child.dep_ == "conj"]
        found += conjuncts
        queue += conjuncts
    return sorted(found, key=lambda conjunct: conjunct.i)


def is_conjunct(token: Token) -> bool:
    """Whether ``token`` is a later member of a coordination."""
    return token.dep_ == "conj"


def auxiliaries_of(token: Token) -> list[Token]:
    """Auxiliaries, modals and the copula of a predicate."""
    return [child for child in token.children if child.dep_ in _AUXILIARY]


def negation_of(token: Token) -> Token | None:
    """The word that negates a predicate directly, if one does."""
    for child in token.children:
        if child.lower_ in _NEGATION and child.dep_ in ("neg", "advmod", "det", "cc", "preconj"):
            return child
    return None


def is_modifier_of_name(token: Token) -> bool:
    """Whether ``token`` is part of a name or a noun compound whose head lies elsewhere."""
    return token.dep_ in (
        "compound",
        "flat",
        "flat:name",
        "nmod:desc",
        "amod",
        "nn",
        "nmod:poss",
        "poss",
        "goeswith",
    )


def predicate_above(token: Token) -> Token | None:
    """The nearest ancestor that is a verb or heads a clause."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX") or is_clause(ancestor) or ancestor.head == ancestor:
            return ancestor
    return None


def noun_phrase(head: Token, *, clauses: bool = True, conjuncts: bool = True) -> Span:
    """The phrase of a noun: its subtree without leading preposition and edge punctuation.

    Args:
        head: Head of the phrase.
        clauses: Whether relative clauses and other clauses after the head belong to it.
        conjuncts: Whether what is coordinated with the head belongs to it.
    """
    kept = sorted(_kept(head, clauses=clauses, conjuncts=conjuncts), key=lambda token: token.i)
    kept = _contiguous(kept, head)
    while len(kept) > 1 and (kept[-1].is_punct or kept[-1].is_space) and kept[-1] != head:
        kept.pop()
    while len(kept) > 1 and (kept[0].is_punct or kept[0].is_space) and kept[0] != head:
        kept.pop(0)
    return head.doc[kept[0].i : kept[-1].i + 1]


def _kept(head: Token, *, clauses: bool, conjuncts: bool) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ == "case" and child.i < head.i:
            continue
        if child.dep_ in _SUBJECT or child.dep_ in ("cop", "mark", "advcl", "parataxis"):
            continue
        if not clauses and (child.dep_ in _POSTNOMINAL_CLAUSE or child.dep_ in _CLAUSE):
            continue
        if not conjuncts and child.dep_ in ("conj", "cc"):
            continue
        yield from child.subtree


def _contiguous(tokens: list[Token], head: Token) -> list[Token]:
    """The run of neighbouring tokens around ``head``."""
    by_position = {token.i: token for token in tokens}
    start = end = head.i
    while start - 1 in by_position:
        start -= 1
    while end + 1 in by_position:
        end += 1
    return [by_position[i] for i in range(start, end + 1)]
