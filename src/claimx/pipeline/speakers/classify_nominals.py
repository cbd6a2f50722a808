"""What a nominal is: a person, an organization, a group, a document, somebody unnamed."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimx.lang.en.nouns import (
    POSSESSIVES,
    determiners,
    group_nouns,
    partitives,
)
from claimx.lang.en.words import words_of
from claimx.pipeline.mentions.classes import is_person_noun, is_plural_noun
from claimx.pipeline.speakers.joints import is_edge
from claimx.pipeline.speakers.read_phrases import Phrase

_NAMING_TAGS = ("NN", "CD", "PRP", "W", "DT", "FW")
_LONGEST_NAME = 9


def may_speak(doc: Doc, phrase: Phrase) -> bool:
    """Whether a phrase names anybody or anything, and is no rest of one ("the", "stripped of")."""
    head = doc[phrase.head]
    is_none = doc[phrase.start].lower_ == "no" and phrase.start < phrase.head
    if head.lower_ in words_of("article") or is_none or _is_participle_clause(doc, phrase.start):
        return False
    is_noun = head.tag_.startswith(_NAMING_TAGS) or is_person_noun(head)
    if is_noun or head.lower_ in group_nouns() or head.lower_ in partitives():
        return True
    # "The unemployed", "those surveyed"; a word that the tagger takes for a finite verb is a noun.
    opens = doc[phrase.start].lower_ in words_of("definite") and phrase.start < phrase.head
    return opens or head.tag_ in ("VBZ", "VBP", "VB") or head.text[:1].isupper()


def _is_participle_clause(doc: Doc, start: int) -> bool:
    behind = doc[start + 1].tag_ if start + 1 < len(doc) else ""
    return doc[start].tag_ in ("VBN", "VBG") and behind == "IN"


def name_nominal(doc: Doc, phrase: Phrase, limit: int) -> str:
    """The phrase without determiner, with a short complement ("spokesman for the ministry").

    Args:
        doc: The article.
        phrase: The nominal.
        limit: The token after the last that may be part of it.
    """
    if says_who(doc, phrase.head):
        return " ".join(doc[phrase.start : doc[phrase.head].right_edge.i + 1].text.split())
    start = phrase.start
    if doc[start].text in POSSESSIVES:
        start = _find_possessor_start(doc, start)
    start = _skip_quantity(doc, start, phrase.head)
    while start < phrase.head and (
        doc[start].lower_ in determiners() or doc[start].lower_ == "least"
    ):
        start += 1
    end = phrase.end
    while end > phrase.head + 1 and is_edge(doc[end - 1]):
        end -= 1
    if end < limit and doc[end].lower_ in words_of("complement opener"):
        stop = end
        while stop < limit and stop - start < _LONGEST_NAME and not _ends_complement(doc[stop]):
            stop += 1
        complete = stop == limit or _ends_complement(doc[stop])
        if complete and stop - end > 1:
            end = stop
    return " ".join(doc[start:end].text.split())


def says_who(doc: Doc, head: int) -> bool:
    """Whether a pronoun says behind itself who is meant: "*those* without a degree"."""
    return doc[head].lower_ == "those" and head < doc[head].right_edge.i


def read_insider_complement(doc: Doc, phrase: Phrase, limit: int) -> str:
    """The words that say what somebody without a name knows or is close to, empty without any.

    They belong to no name ("sources *familiar with the talks*"), but they tell such sources apart.
    """
    if phrase.end >= limit or doc[phrase.end].lower_ not in words_of("insider opener"):
        return ""
    return " ".join(doc[phrase.end : limit].text.split())


def _skip_quantity(doc: Doc, start: int, head: int) -> int:
    """The token behind "41 percent of", "a wide array of" before a plural; else ``start``."""
    if not is_plural_noun(doc[head]):
        return start
    for place in range(start + 1, head):
        quantity = doc[place - 1].lower_
        if doc[place].lower_ == "of" and quantity in partitives() and quantity != "one":
            return place + 1
    return start


def _find_possessor_start(doc: Doc, ending: int) -> int:
    """The start of the possessor's name before a possessive ending that a phrase begins with."""
    start = ending
    while start > 0 and not doc[start].is_sent_start and doc[start - 1].text[:1].isupper():
        start -= 1
    return start if start < ending else ending + 1


def _joins_names(doc: Doc, start: int) -> bool:
    """Whether a comma stands in a row of names: "residents of Cobb, *Harwick and Tarn*"."""
    place = start
    while place < len(doc) and doc[place].tag_ == "NNP":
        place += 1
    behind = doc[place : place + 2]
    is_row = place > start and len(behind) > 1
    return is_row and behind[0].lower_ in (",", "and") and behind[1].tag_ == "NNP"


def _ends_complement(token: Token) -> bool:
    if token.text in ("-", "–") and not token.whitespace_:
        return False
    if token.text == "," and _joins_names(token.doc, token.i + 1):
        return False
    if token.lower_ == "on" and token.i > 0 and token.nbor(-1).lower_ == "briefed":
        return False
    return (
        token.is_punct
        or token.is_space
        or token.tag_ in ("WP", "WDT", "WP$", "WRB", "VBD", "VBZ", "VBP", "MD")
        or token.lower_ in words_of("complement end")
    )
