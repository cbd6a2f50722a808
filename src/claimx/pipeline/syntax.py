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
    {
        "nsubj",
        "nsubj:pass",
        "nsubj:outer",
        "nsubjpass",
        "csubj",
        "csubj:pass",
        "csubj:outer",
        "csubjpass",
    }
)
_PASSIVE_SUBJECT = frozenset({"nsubj:pass", "csubj:pass", "nsubjpass", "csubjpass"})
_OBJECT = frozenset({"obj", "iobj", "dobj", "dative"})
_COMPLEMENT_CLAUSE = frozenset({"ccomp", "xcomp"})
_CLAUSE = frozenset(
    {
        "ccomp",
        "xcomp",
        "advcl",
        "advcl:relcl",
        "acl",
        "acl:relcl",
        "relcl",
        "parataxis",
        "csubj",
        "csubj:pass",
        "csubj:outer",
        "csubjpass",
    }
)
_POSTNOMINAL_CLAUSE = frozenset({"acl", "acl:relcl", "relcl", "advcl:relcl"})
_OBLIQUE = frozenset(
    {"obl", "obl:agent", "obl:unmarked", "obl:npmod", "obl:tmod", "nmod", "nmod:unmarked"}
)
_PREPOSITION = frozenset({"prep", "agent", "dative"})  # ClearNLP, where it heads its noun
_AUXILIARY = frozenset({"aux", "aux:pass", "auxpass", "cop"})
_PASSIVE_AUXILIARY = frozenset({"aux:pass", "auxpass"})
# Predicates that another predicate completes: their subject is its object or its subject.
_OPEN_COMPLEMENT = frozenset({"xcomp", "oprd"})
_PREDICATIVE = frozenset({"attr", "acomp"})  # ClearNLP, where the copula heads its predicate
# What belongs to the clause, not to the phrase, of a noun that is the predicate ("is *not* mayor").
_BESIDE_PREDICATE = frozenset({"advmod", "discourse", "expl", "neg", "vocative"})
_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being"})
_BE_CLITIC = frozenset({"'s", "’s", "'re", "’re", "'m", "’m"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEGATION = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly"})
_NEGATING = frozenset({"neg", "advmod", "det", "cc", "preconj", "cc:preconj"})
_RANKS = frozenset({"first", "second", "third", "last", "latest", "next", "only"})


def subject_of(token: Token, *, shared: bool = True) -> Token | None:
    """The head of the subject of a predicate.

    With ``shared``, a predicate without a subject of its own takes that of the predicate that
    it is coordinated with ("He came and said") or an open complement of ("He wants to say"); an
    open complement takes the object where there is one ("He told her to leave").
    """
    seen = set()
    current = token
    while current.i not in seen:
        seen.add(current.i)
        for child in current.children:
            if child.dep_ in _SUBJECT:
                return child
        if not shared:
            return None
        if current.dep_ in _OPEN_COMPLEMENT:
            objects = [noun for noun in objects_of(current.head) if noun.i < current.i]
            if objects:
                return objects[-1]
        elif (
            current.dep_ != "conj"
            and current.dep_ not in _PREDICATIVE
            and current.dep_ not in _AUXILIARY
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
        if current.dep_ in _POSTNOMINAL_CLAUSE:
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
    return clause.head.lower_ not in _RANKS and not any(
        child.lower_ in _RANKS for child in clause.head.children
    )


def is_subject(token: Token) -> bool:
    """Whether ``token`` heads a subject."""
    return token.dep_ in _SUBJECT


def is_passive(token: Token) -> bool:
    """Whether a predicate is in the passive voice, alone or coordinated ("seen and *heard*")."""
    if any(child.dep_ in _PASSIVE_SUBJECT | _PASSIVE_AUXILIARY for child in token.children):
        return True
    if token.dep_ != "conj" or token.tag_ != "VBN" or token.head == token:
        return False
    has_own = any(child.dep_ in _SUBJECT | _AUXILIARY for child in token.children)
    return not has_own and is_passive(token.head)


def is_passive_subject(token: Token) -> bool:
    """Whether ``token`` heads the subject of a passive predicate."""
    return token.dep_ in _PASSIVE_SUBJECT


def agent_of(token: Token) -> Token | None:
    """The head of the agent of a passive predicate ("was said *by the minister*")."""
    for preposition, noun in modifiers_of(token):
        is_marked = noun.dep_ == "obl:agent" or noun.head.dep_ == "agent"
        if preposition == "by" and (is_marked or is_passive(token)):
            return noun
    return None


def objects_of(token: Token) -> list[Token]:
    """The heads of direct and indirect objects."""
    return [child for child in token.children if is_object(child)]


def is_object(token: Token) -> bool:
    """Whether ``token`` heads a direct or indirect object."""
    return token.dep_ in _OBJECT and not any(child.dep_ == "pobj" for child in token.children)


def complement_clauses_of(token: Token) -> list[Token]:
    """The heads of the clauses that complete a predicate ("said *that …*", "plans *to …*")."""
    return [child for child in token.children if child.dep_ in _COMPLEMENT_CLAUSE]


def is_clause(token: Token) -> bool:
    """Whether ``token`` heads a clause inside another."""
    return token.dep_ in _CLAUSE or _is_clause_of_preposition(token)


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


def is_parenthetical(token: Token) -> bool:
    """Whether ``token`` heads a clause set beside another (", he said,")."""
    return token.dep_ == "parataxis"


def modifiers_of(token: Token) -> list[tuple[str, Token]]:
    """Prepositional modifiers as (preposition in lower case, head of its noun phrase)."""
    found = []
    for child in token.children:
        nouns = _nouns_behind(child) if child.dep_ in _PREPOSITION else []
        if child.dep_ in _OBLIQUE:
            nouns = [child]
        for noun in nouns:
            preposition = preposition_of(noun)
            if preposition is not None:
                found.append((preposition, noun))
    return found


def _nouns_behind(preposition: Token) -> list[Token]:
    """What a preposition of ClearNLP governs, also through another one ("out *of*")."""
    nouns = [child for child in preposition.children if child.dep_ == "pobj"]
    if nouns:
        return nouns
    inner = [child for child in preposition.children if child.dep_ in ("prep", "pcomp")]
    return [noun for child in inner for noun in _nouns_behind(child)]


def preposition_of(token: Token) -> str | None:
    """The preposition before the noun phrase that ``token`` heads, its words joined by a space.

    ``according to``, ``because of`` and ``out of`` are one preposition.
    """
    if token.dep_ == "pobj":
        words = [token.head]
        while words[0].head.dep_ in _PREPOSITION | {"pcomp"}:
            words.insert(0, words[0].head)
        return " ".join(word.lower_ for word in words)
    words = []
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i and child.lower_ not in ("'s", "’s"):
            words += [child, *(part for part in child.children if part.dep_ == "fixed")]
    words.sort(key=lambda word: word.i)
    return " ".join(word.lower_ for word in words) or None


def appositions_of(token: Token) -> list[Token]:
    """The heads of appositions ("Yuri Ushakov, *an adviser*")."""
    return [child for child in token.children if child.dep_ == "appos"]


def is_predicate_noun(token: Token) -> bool:
    """Whether ``token`` is what a subject is said to be ("she is a *doctor*")."""
    if token.dep_ in _PREDICATIVE or token.dep_ == "oprd":
        return True
    return any(child.dep_ == "cop" for child in token.children)


def noun_behind_preposition(token: Token) -> Token | None:
    """The noun that ``token`` modifies through a preposition ("the *charge* against Smith")."""
    if token.dep_ == "nmod":
        return token.head if any(child.dep_ == "case" for child in token.children) else None
    if token.dep_ != "pobj" or token.head.dep_ not in _PREPOSITION:
        return None
    above = token.head.head
    return above if above.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else None


def is_part_of_noun_phrase(token: Token) -> bool:
    """Whether ``token`` stands inside a noun phrase before its head ("*Trump* aides")."""
    return token.dep_ in ("compound", "amod", "nmod", "nmod:desc")


def is_part_of_name(token: Token) -> bool:
    """Whether ``token`` is a word of a name or compound that another one heads."""
    return token.dep_ in ("flat", "flat:name", "compound", "nmod:desc")


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
    """Auxiliaries, modals and the copula of a predicate, in order."""
    own = [child for child in token.children if child.dep_ in _AUXILIARY]
    copula = _copula_above(token)
    return own if copula is None else [*auxiliaries_of(copula), copula, *own]


def _copula_above(token: Token) -> Token | None:
    """The copula that heads ``token`` in ClearNLP."""
    is_predicate = token.dep_ in _PREDICATIVE and token.head.lower_ in _BE | _BE_CLITIC
    return token.head if is_predicate else None


def negation_of(token: Token) -> Token | None:
    """The word that negates a predicate directly, if one does."""
    for child in token.children:
        # ClearNLP hangs the "nor" of the next conjunct here.
        is_of_next = child.dep_ == "cc" and child.i > token.i
        if child.lower_ in _NEGATION and child.dep_ in _NEGATING and not is_of_next:
            return child
    if token.dep_ == "conj":
        for child in token.head.children:
            if child.dep_ == "cc" and child.i < token.i and child.lower_ in _NEGATION:
                return child
    copula = _copula_above(token)
    return None if copula is None else negation_of(copula)


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
    is_predicate = any(child.dep_ == "cop" for child in head.children)
    for child in head.children:
        if child.dep_ == "case" and child.i < head.i:
            continue
        if child.dep_ in _SUBJECT or child.dep_ in ("cop", "mark", "advcl", "parataxis"):
            continue
        if not clauses and child.dep_ in _CLAUSE:
            continue
        if is_predicate and child.dep_ in _BESIDE_PREDICATE | _AUXILIARY | _OBLIQUE - {"nmod"}:
            continue
        if not conjuncts and child.dep_ in ("conj", "cc", "preconj", "cc:preconj"):
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
