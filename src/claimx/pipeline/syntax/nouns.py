"""What the parse says of noun phrases: their parts, modifiers and prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from claimx.pipeline.syntax.labels import (
    AUXILIARY,
    CLAUSE,
    POSTNOMINAL_CLAUSE,
    PREDICATIVE,
    SUBJECT,
)

_OBLIQUE = frozenset(
    {"obl", "obl:agent", "obl:unmarked", "obl:npmod", "obl:tmod", "nmod", "nmod:unmarked"}
)
_PREPOSITION = frozenset({"prep", "agent", "dative"})  # ClearNLP, where it heads its noun
_FUNCTION = frozenset({"det", "case", "cc", "cc:preconj", "mark", "punct", "prep", "predet"})
_BEFORE_MODIFIER = frozenset({"advmod", "case", "cc", "cc:preconj", "mark", "punct"})
_PREMODIFIER = frozenset(
    {"det", "amod", "compound", "nmod", "nmod:poss", "nmod:desc", "nummod", "poss", "predet"}
)
# What belongs to the clause, not to the phrase, of a noun that is the predicate ("is *not* mayor").
_BESIDE_PREDICATE = frozenset({"advmod", "discourse", "expl", "neg", "vocative"})


def modifiers_of(token: Token) -> list[tuple[str, Token]]:
    """Prepositional modifiers as (preposition in lower case, head of its noun phrase).

    What modifies without a preposition ("left *Friday*") is left out.
    """
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

    ``according to``, ``because of`` and ``out of`` are one preposition; in lower case, None where
    there is none.
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
    if token.dep_ in PREDICATIVE or token.dep_ == "oprd":
        return True
    return "cop" in [child.dep_ for child in token.children]


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
    """The possessor of a noun ("*Trump*'s envoy", "*his* envoy"), or None."""
    for child in token.children:
        if child.dep_ in ("nmod:poss", "poss"):
            return child
    return None


def is_possessor(token: Token) -> bool:
    """Whether ``token`` is the possessor of its head."""
    return token.dep_ in ("nmod:poss", "poss")


def relative_clauses_of(token: Token) -> list[Token]:
    """The heads of the clauses that modify a noun: relative, participle and infinitive ones."""
    return [child for child in token.children if child.dep_ in POSTNOMINAL_CLAUSE]


def is_conjunct(token: Token) -> bool:
    """Whether ``token`` is a later member of a coordination."""
    return token.dep_ == "conj"


def is_function_word(token: Token) -> bool:
    """Whether ``token`` only serves another: an article, a preposition, a conjunction, a mark."""
    return token.dep_ in _FUNCTION


def opening_of(head: Token) -> Token:
    """The first word of a noun phrase: "*Tarn* and Harwick officials" of ``officials``."""
    modifiers = [child for child in head.lefts if child.dep_ in _PREMODIFIER]
    words = modifiers[0].subtree if modifiers else ()
    return next((word for word in words if word.dep_ not in _BEFORE_MODIFIER), head)


def is_joined(token: Token) -> bool:
    """Whether "and" or the like joins ``token`` to its head, whatever the parse calls it."""
    has_conjunction = any(child.dep_ == "cc" and child.i < token.i for child in token.children)
    return is_conjunct(token) or (is_apposition(token) and has_conjunction)


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
        if child.dep_ in SUBJECT or child.dep_ in ("cop", "mark", "advcl", "parataxis"):
            continue
        if not clauses and child.dep_ in CLAUSE:
            continue
        if is_predicate and child.dep_ in _BESIDE_PREDICATE | AUXILIARY | _OBLIQUE - {"nmod"}:
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
