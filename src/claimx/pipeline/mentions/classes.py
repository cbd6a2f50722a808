"""What a noun phrase tells of its referent: kind, number, gender, definiteness."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from claimx.article.values import SpeakerKind
from claimx.lang.en.nouns import (
    ABSTRACT_ENDINGS,
    PERSON_ENDINGS,
    anonymous_nouns,
    determiners,
    document_nouns,
    group_nouns,
    insider_pattern,
    known_bodies,
    known_people,
    known_persons,
    known_things,
    nouns_of,
    organization_nouns,
)
from claimx.lang.en.words import words_of
from claimx.pipeline.entities.lexicon import (
    REMEMBERED,
    is_first_name,
    normalize_word,
    person_nouns,
    singular_of,
)

_BRAND = re.compile(
    r"[a-z]{2}[A-Z]|[A-Z]{2}[a-z]|\w\.[a-z]{2}"
)  # "GitHub", "AZCentral", "Tarn.com"
_AGE = re.compile(r"\b(?:year|month)-olds?$")
_LONGEST_NAME = 9

# A kind, and whether it is of one person.
_Kind = tuple[SpeakerKind, bool]


class Nominal(NamedTuple):
    """What a nominal phrase tells of its referent.

    Attributes:
        kind: A value of ``article.values.SpeakerKind``.
        noun: The head noun, singular, in lower case.
        is_person: Whether it is one person.
        is_plural: Whether it stands for several.
        is_definite: Whether it points at somebody known ("the president", "this official").
        sex: ``m`` or ``f`` where the noun tells.
        is_anonymous: Whether the noun itself withholds a name.
        is_possessed: Whether a name possesses it ("Russia's president").
    """

    kind: SpeakerKind
    noun: str
    is_person: bool
    is_plural: bool
    is_definite: bool
    sex: str | None
    is_anonymous: bool
    is_possessed: bool


def classify_nominal(doc: Doc, start: int, head_at: int) -> Nominal:
    """What the noun phrase from ``start`` to its head ``head_at`` tells of its referent."""
    head, first = doc[head_at], doc[start]
    opener = first.lower_
    noun = singular_of(normalize_word(head.text))
    words = {doc[place].lower_ for place in range(start, head_at)}
    is_plural = is_plural_noun(head) and not _is_one_of(doc, start, head_at)
    is_fraction = "of" in words and _is_fraction(doc, start, head_at)
    is_indefinite = bool(words & words_of("indefinite")) or (
        not words & determiners() and first.tag_ not in ("PRP$", "NNP", "NNPS")
    )
    is_possessed = ("'s" in words or "’s" in words) and opener not in ("a", "an")
    is_definite = is_possessed or opener in words_of("definite")
    conditional = anonymous_nouns().get(noun)
    is_anonymous = conditional is False or (
        conditional is True and is_indefinite and not is_plural and not is_definite
    )
    kind, is_person = _find_kind(head, noun, is_plural)
    if is_fraction and noun not in document_nouns():
        kind, is_person, is_plural = "group", False, True
    if kind in ("group", "unnamed") and _is_insider(doc, start, head_at, noun, is_definite):
        is_anonymous = True
    if head.ent_type_ == "NORP":
        is_plural = is_plural or head.text.endswith("s")
        kind, is_person = ("group", False) if is_plural else ("unnamed", True)
        if _is_insider(doc, start, head_at, "person", is_definite):
            is_anonymous = True
    elif _is_missed_name(head, noun):
        kind, is_person = _guess_kind_of_name(doc, start, head_at)
        is_plural = is_plural and not is_person
    if is_anonymous:
        kind = "unnamed"
    return Nominal(
        kind=kind,
        noun=noun,
        is_person=is_person,
        is_plural=is_plural,
        is_definite=is_definite,
        sex=(person_nouns().get(noun) or known_persons().get(noun)) if is_person else None,
        is_anonymous=is_anonymous,
        is_possessed=is_possessed,
    )


def _is_one_of(doc: Doc, start: int, head_at: int) -> bool:
    """Whether a phrase means one member of what its head names ("one of the officials")."""
    if doc[start].lower_ != "one" or start == head_at:
        return False
    return doc[start + 1].lower_ == "of" and is_person_noun(doc[head_at])


def _is_fraction(doc: Doc, start: int, head_at: int) -> bool:
    """Whether a phrase is of a part of what its head names ("a quarter of")."""
    return any(
        doc[place].lower_ == "of" and doc[place - 1].lower_ in nouns_of("fraction")
        for place in range(start + 1, head_at)
    )


def _find_kind(head: Token, noun: str, is_plural: bool) -> _Kind:
    listed = _find_listed_kind(head, noun, is_plural)
    if listed is not None:
        return listed
    if is_age(head):
        return ("group", False) if is_plural else ("person", True)
    if is_plural:
        return ("document" if _are_abstract(head, noun) else "group"), False
    return _guess_kind_of_one(head, noun)


def is_age(noun: Token) -> bool:
    """Whether a noun is somebody's age: "a 19-year-*old*"."""
    if not noun.lower_.endswith(("old", "olds")):
        return False
    text = noun.doc[max(0, noun.i - 4) : noun.i + 1].text.lower()
    return bool(_AGE.search(text))


def _find_listed_kind(head: Token, noun: str, is_plural: bool) -> _Kind | None:
    """What the lists of groups, documents and organizations say; None of a noun in none."""
    if noun in anonymous_nouns():
        return ("group" if is_plural else "unnamed"), not is_plural
    if head.lower_ in group_nouns() or head.tag_ == "CD":
        return "group", False
    if noun in document_nouns():
        return "document", False
    if head.lower_ in organization_nouns():
        return "organization", False
    if noun in organization_nouns():
        return ("group" if is_plural else "organization"), False
    return None


def _guess_kind_of_one(head: Token, noun: str) -> _Kind:
    """What dictionaries and endings say of a noun in the singular that no list has."""
    if is_person_noun(head):
        return "unnamed", True
    if head.is_lower and noun in known_bodies():
        return "organization", False
    if head.is_lower and noun in known_people():
        return "group", False
    if noun.endswith(PERSON_ENDINGS) and noun not in known_things():
        return "unnamed", True  # a word that no dictionary has yet: "vlogger"
    if head.tag_ != "NN":
        return "unnamed", False
    # A source that is neither a person nor a group is something said or shown: "the gesture".
    return "document", False


def _are_abstract(head: Token, noun: str) -> bool:
    """Whether a plural is one of what is said or done ("findings"), by its ending."""
    if not head.is_lower or not noun.endswith(ABSTRACT_ENDINGS) or is_person_noun(head):
        return False
    return noun not in known_bodies() and noun not in known_people()


def _is_insider(doc: Doc, start: int, head_at: int, noun: str, is_definite: bool) -> bool:
    """Whether the words behind a noun for persons say that they know what is said."""
    if is_definite or not (noun in person_nouns() or noun in ("people", "person")):
        return False
    after = doc[head_at + 1 : head_at + 1 + _LONGEST_NAME].text
    return insider_pattern().match(after) is not None


def _is_missed_name(head: Token, noun: str) -> bool:
    if head.tag_ not in ("NNP", "NNPS") or noun in person_nouns() or noun in group_nouns():
        return False
    if head.is_sent_start or head.is_lower:
        return noun not in document_nouns() | organization_nouns()
    return True


def _guess_kind_of_name(doc: Doc, start: int, head_at: int) -> _Kind:
    """The kind of a name that the recogniser missed: persons bear no article."""
    head = doc[head_at]
    first = doc[start]
    if head.tag_ == "NNPS" and is_plural_noun(head):
        return "group", False
    if first.lower_ in determiners() or (head.is_upper and len(head) <= 5):
        return "organization", False
    names = doc[start : head_at + 1]
    if _BRAND.search(head.text):
        return "organization", False
    if len(names) <= 3 and (len(names) == 1 or is_first_name(names[0].text)):
        return "person", True
    return "organization", False


def is_plural_noun(token: Token) -> bool:
    """Whether a noun is plural, by its tag or by the list of group nouns."""
    if token.tag_ in ("NNS", "NNPS"):
        return True
    # A head tagged as a verb is a noun that the tagger mistook ("rights activists").
    if token.lower_ in group_nouns() or token.tag_ == "VBZ":
        return True
    word = normalize_word(token.text)
    return word not in person_nouns() and singular_of(word) in person_nouns()


def is_person_noun(token: Token) -> bool:
    """Whether a noun stands for a person or, in the plural, for persons."""
    return _is_person_word(token.text)


@lru_cache(REMEMBERED)
def _is_person_word(word: str) -> bool:
    noun = singular_of(normalize_word(word))
    if noun in person_nouns():
        return True
    # A "co-developer" is a developer.
    persons = known_persons()
    return word.islower() and (noun in persons or noun.rpartition("-")[2] in persons)
