"""Descriptions of persons, bodies and documents in the text, besides those in sources."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimx.lang.en.nouns import document_nouns, organization_nouns
from claimx.pipeline.entities.lexicon import normalize_word, singular_of
from claimx.pipeline.speakers.classify_nominals import is_person_noun
from claimx.pipeline.speakers.name_index import NameIndex
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.syntax import clauses, nouns

_PREMODIFIERS = frozenset(
    {"DT", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "CD", "PRP$", "VBN", "HYPH"}
)
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_LONGEST = 12


def find_nominals(index: NameIndex) -> Iterator[Phrase]:
    """The noun phrases of an article whose heads the word lists know, in text order.

    Left out are titles, parts of names, appositions to names and predicates ("she is a doctor").
    """
    doc = index.doc
    for token in doc:
        if token.tag_ not in ("NN", "NNS", "NNPS") or not _is_known(token):
            continue
        if index.name_at(token.i) is not None or index.titled_at(token.i) is not None:
            continue
        if token.i + 1 < len(doc) and _continues(doc[token.i + 1]):
            continue
        start = find_phrase_start(index, token.i)
        if nouns.is_predicate_noun(token) or _stands_beside_name(index, start, token):
            continue
        yield Phrase(start, token.i + 1, token.i, "nominal")


def _is_known(token: Token) -> bool:
    if is_person_noun(token):
        return True
    if not clauses.is_subject(token):
        return False
    noun = singular_of(normalize_word(token.text))
    return noun in organization_nouns() or noun in document_nouns()


def _continues(token: Token) -> bool:
    """Whether the noun phrase goes on, so that the word before was no head."""
    return token.tag_ in ("NN", "NNS") or token.text in _POSSESSIVES or token.tag_ == "HYPH"


def find_phrase_start(index: NameIndex, head: int) -> int:
    """The first token of the noun phrase that ends with ``head``, by tags.

    A name in it is taken whole, whatever its words ("a Club for Growth donor").
    """
    doc, start = index.doc, head
    while start > 0 and head - start < _LONGEST and not doc[start].is_sent_start:
        token = doc[start - 1]
        if not (token.text in _POSSESSIVES or token.tag_ in _PREMODIFIERS):
            break
        name = index.name_at(token.i)
        start = token.i if name is None else min(name.start, token.i)
        if token.tag_ in ("DT", "PRP$") and not (
            start > 0 and doc[start - 1].tag_ in ("PDT", "CD")
        ):
            break
    while start < head and doc[start].text in _POSSESSIVES:
        start += 1
    return start


def _stands_beside_name(index: NameIndex, start: int, token: Token) -> bool:
    """Whether a noun phrase is set beside a name, by the parse or by commas."""
    doc = index.doc
    if nouns.is_apposition(token) or (nouns.is_conjunct(token) and nouns.is_apposition(token.head)):
        return True
    if any(index.name_at(child.i) is not None for child in nouns.appositions_of(token)):
        return True
    if start > 1 and doc[start - 1].text == "," and token.tag_ == "NN":
        name = index.name_at(start - 2)
        return name is not None and name.entity.label == "PERSON"
    return False
