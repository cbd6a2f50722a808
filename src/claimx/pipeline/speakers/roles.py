"""A role of somebody: where it stands, the noun that heads it, and how it is cut out of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from claimx.lang.en.nouns import LEARNED_ENDINGS, POSSESSIVES, UNLEARNED_ENDINGS, known_things
from claimx.pipeline.annotations import get_timexes
from claimx.pipeline.coreference.describe import content_words
from claimx.pipeline.entities.lexicon import (
    normalize_word,
    singular_of,
    titles,
)
from claimx.pipeline.mentions.classes import is_person_noun
from claimx.pipeline.speakers.name_index import NameIndex
from claimx.pipeline.syntax import nouns

_LONGEST = 16
CLOSERS = frozenset({",", ".", ";", "—", "–", ")", ":", "--", "?", "!"})
# What a bare noun has none of: an article, a possessive, a preposition.
_LEADING = frozenset({"det", "nmod:poss", "case"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Role(NamedTuple):
    """A role that the text gives a person.

    Attributes:
        start: First token, determiner included.
        end: The token after the last.
        noun: Its head noun, singular, in lower case.
        words: The content words, normalized; nationalities and countries as the country.
    """

    start: int
    end: int
    noun: str
    words: frozenset[str]


def find_role_head(doc: Doc, start: int, end: int) -> int | None:
    """The noun for a person that heads a role, before any preposition; None without one."""
    head = None
    for place in range(start, end):
        token = doc[place]
        if token.tag_ in ("IN", "TO") and token.lower_ != "-" and head is not None:
            break
        if is_role_noun(token):
            head = place
        elif (
            head is not None
            and token.text not in ("-", "–", "elect", "/")
            and not (token.tag_.startswith(("NN", "JJ", "CC", "HYPH")) or token.text in POSSESSIVES)
        ):
            break
        if token.text in POSSESSIVES:
            head = None
    if head is not None and _names_a_thing(doc[head], end):
        return None
    return head


def find_head(doc: Doc, role: Role) -> int | None:
    """The token of a role's noun."""
    for place in range(role.start, role.end):
        if singular_of(normalize_word(doc[place].text)) == role.noun:
            return place
    return None


def _names_a_thing(noun: Token, end: int) -> bool:
    """Whether a noun for a person only tells the kind of a thing ("delegate *warfare*")."""
    thing = noun.head
    return (
        nouns.is_part_of_noun_phrase(noun)
        and noun.i < thing.i < end
        and thing.tag_ in ("NN", "NNS")
        and not is_role_noun(thing)
    )


def is_role_noun(token: Token) -> bool:
    """Whether a word is a title or a noun for a person."""
    if is_person_noun(token) or normalize_word(token.text) in titles():
        return True
    # A word that no dictionary has yet: "biomechanicist".
    if not token.is_lower or not token.text.endswith(LEARNED_ENDINGS):
        return False
    return token.text not in known_things() and not token.text.endswith(UNLEARNED_ENDINGS)


def make_role(index: NameIndex, start: int, end: int, head: int | None) -> Role:
    """A role from its token limits; the last token is its head where none is known."""
    doc = index.doc
    noun = doc[head if head is not None else end - 1]
    return Role(start, end, singular_of(normalize_word(noun.text)), content_words(doc, start, end))


def role_spans(doc: Doc, role: Role) -> Iterator[Span]:
    """The span of a role, or of each that "and" joins ("*a tax expert* and *professor at Tarn*").

    Without white space, punctuation, a preposition and a time at the end ("mayor *since 2010*").
    """
    start, end = role.start, _cut_time(doc, role)
    for joint in range(role.start + 1, end - 1):
        if doc[joint].tag_ != "CC":
            continue
        one = find_role_head(doc, start, joint)
        other = find_role_head(doc, joint + 1, end)
        if one is not None and other is not None and _is_said_beside(doc[other], doc[one]):
            yield _trim(doc, start, joint)
            start = joint + 1
    yield _trim(doc, start, end)


def is_joined_to(noun: Token, first: Token) -> bool:
    """Whether "and" joins a noun to another, over others or at once."""
    while nouns.is_conjunct(noun) and noun != first:
        noun = noun.head
    return noun == first


def _is_said_beside(noun: Token, first: Token) -> bool:
    """Whether a noun is joined to another, or explains what the other explains."""
    is_beside = nouns.is_apposition(noun) and nouns.is_apposition(first)
    return is_joined_to(noun, first) or (is_beside and noun.head == first.head)


def _cut_time(doc: Doc, role: Role) -> int:
    """The end of a role without the time behind its noun: "the mayor | since 2010"."""
    head = find_head(doc, role)
    if head is None or head + 2 > role.end - 1:
        return role.end
    for timex in get_timexes(doc):
        start, end = timex.span.start, timex.span.end
        if head < start and end == role.end:
            while start - 1 > head and doc[start - 1].tag_ in ("IN", "DT", "RB"):
                start -= 1
            return start
    return role.end


def _trim(doc: Doc, start: int, end: int) -> Span:
    while end > start + 1 and (
        doc[end - 1].is_space or doc[end - 1].text in CLOSERS or doc[end - 1].tag_ == "IN"
    ):
        end -= 1
    return doc[start:end]
