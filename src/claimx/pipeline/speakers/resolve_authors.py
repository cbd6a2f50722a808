"""Who speaks through a letter, an e-mail or a statement: whoever wrote it, where the text tells.

A paper is a source of its own only where its author is out of sight (guideline of PolNeAR).
"""

from __future__ import annotations

from spacy.tokens import Token

from claimx.pipeline.speakers.classify_nominals import Nominal
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.remember_text import TextMemory
from claimx.pipeline.speakers.resolve_pronouns import Resolution, last_mention
from claimx.pipeline.syntax import clauses, nouns

_PAPERS = frozenset(
    {"letter", "email", "e-mail", "memo", "message", "note", "statement", "tweet", "telegram"}
)
# Whoever does one of these in a letter has got it.
_RECEIVING = frozenset({"find", "get", "hear", "know", "learn", "read", "receive", "see"})
_FARTHEST = 150
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def resolve_author(memory: TextMemory, phrase: Phrase, nominal: Nominal) -> Resolution | None:
    """The named person who wrote the paper that a source consists of, None where nothing tells.

    He possesses it or stands behind "from", or he does what is done in the paper ("Obi resigned
    *in a letter* saying …"); "the e-mail" is that of whoever e-mailed last.
    """
    if nominal.noun not in _PAPERS or nominal.is_plural:
        return None
    author = memory.find_possessor(phrase) or _find_sender(memory, phrase)
    author = author or _find_agent(memory, memory.doc[phrase.head])
    if author is None and nominal.is_definite:
        author = _find_last_sender(memory, phrase, nominal.noun)
    if author is None or not author.is_person or author.entity is None:
        return None
    return Resolution(author, "author", 0.75, last_mention(author))


def _find_sender(memory: TextMemory, phrase: Phrase) -> Referent | None:
    doc = memory.doc
    if phrase.end + 1 >= len(doc) or doc[phrase.end].lower_ != "from":
        return None
    start = phrase.end + 1
    place = memory.index.name_at(start) or memory.index.titled_at(start)
    if place is None or doc[place.end : place.end + 1].text in _POSSESSIVES:
        return None  # "from Obi's office"
    return memory.named_at(place)


def _find_agent(memory: TextMemory, head: Token) -> Referent | None:
    """The subject of the clause that a paper is the medium of."""
    predicate = clauses.predicate_above(head)
    if predicate is None or clauses.is_passive(predicate):
        return None
    if predicate.lemma_.lower() in _RECEIVING:
        return None
    is_medium = any(
        noun == head and preposition == "in" for preposition, noun in nouns.modifiers_of(predicate)
    )
    subject = clauses.subject_of(predicate) if is_medium else None
    return memory.met_at(subject.i) if subject is not None else None


def _find_last_sender(memory: TextMemory, phrase: Phrase, noun: str) -> Referent | None:
    """The subject of the last verb like the noun ("Obi e-mailed her supporters")."""
    for token in reversed(memory.doc[max(0, phrase.start - _FARTHEST) : phrase.start]):
        if token.lower_ == noun and token.pos_ == "NOUN":
            return None  # another one is nearer
        if token.pos_ == "VERB" and token.lemma_.lower() == noun:
            subject = clauses.subject_of(token)
            return memory.met_at(subject.i) if subject is not None else None
    return None
