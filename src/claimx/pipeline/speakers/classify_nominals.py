"""What a nominal is: a person, an organization, a group, a document, somebody unnamed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimx.article.values import SpeakerKind
from claimx.lang.en.nouns import (
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
    organization_nouns,
    partitives,
)
from claimx.pipeline.entities.lexicon import (
    is_first_name,
    normalize_word,
    person_nouns,
    singular_of,
)
from claimx.pipeline.speakers.read_phrases import Phrase

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ARTICLES = frozenset({"the", "a", "an"})
_NAMING_TAGS = ("NN", "CD", "PRP", "W", "DT", "FW")
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "several", "two", "three", "other"})
_COMPLEMENT_OPENERS = frozenset({"of", "for", "with", "at", "from"})
_INSIDER_OPENERS = frozenset({"familiar", "close", "briefed"})
# What stands behind the noun of an office: "attorneys general", "mayors elect".
_BEHIND_OFFICES = frozenset({"general", "elect", "designate"})
# Parts of a whole: with "of" even a body's are several of those who belong to it.
_FRACTIONS = frozenset(
    [
        *("percent", "%", "half", "third", "thirds", "quarter", "quarters", "majority", "minority"),
        *("plurality", "fraction", "portion", "share", "sliver", "two-thirds", "three-quarters"),
    ]
)
_BRAND = re.compile(
    r"[a-z]{2}[A-Z]|[A-Z]{2}[a-z]|\w\.[a-z]{2}"
)  # "GitHub", "AZCentral", "Tarn.com"
_LONGEST_NAME = 9
_ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ity", "ness", "ism", "ing", "ence", "ance", "ship")
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True)
class Nominal:
    """What a nominal phrase says of whom it stands for.

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


def classify_nominal(doc: Doc, phrase: Phrase) -> Nominal:
    """What the nominal ``phrase`` says of whom it stands for."""
    head = doc[phrase.head]
    noun = singular_of(normalize_word(head.text))
    words = {token.lower_ for token in doc[phrase.start : phrase.head]}
    is_plural = is_plural_noun(head) or _is_plural_before(doc, phrase)
    is_plural = is_plural and not _is_one_of(doc, phrase)
    is_fraction = _find_fraction(doc, phrase) is not None
    is_indefinite = bool(words & _INDEFINITE) or (
        not words & determiners() and doc[phrase.start].tag_ not in ("PRP$", "NNP", "NNPS")
    )
    is_possessed = bool(words & {"'s", "’s"}) and doc[phrase.start].lower_ not in ("a", "an")
    is_definite = is_possessed or doc[phrase.start].lower_ in _DEFINITE
    conditional = anonymous_nouns().get(noun)
    is_anonymous = conditional is False or (
        conditional is True and is_indefinite and not is_plural and not is_definite
    )
    kind, is_person = _find_kind(head, noun, is_plural)
    if is_fraction and noun not in document_nouns():
        kind, is_person, is_plural = "group", False, True
    if kind in ("group", "unnamed") and _is_insider(doc, phrase, noun, is_definite):
        is_anonymous = True
    if head.ent_type_ == "NORP":
        is_plural = is_plural or head.text.endswith("s")
        kind, is_person = ("group", False) if is_plural else ("unnamed", True)
        if _is_insider(doc, phrase, "person", is_definite):
            is_anonymous = True
    elif _is_missed_name(head, noun):
        kind, is_person = _guess_kind_of_name(doc, phrase)
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


def may_speak(doc: Doc, phrase: Phrase) -> bool:
    """Whether a phrase names anybody or anything, and is no rest of one ("the", "stripped of")."""
    head = doc[phrase.head]
    is_none = doc[phrase.start].lower_ == "no" and phrase.start < phrase.head
    if head.lower_ in _ARTICLES or is_none or _is_participle_clause(doc, phrase.start):
        return False
    is_noun = head.tag_.startswith(_NAMING_TAGS) or is_person_noun(head)
    if is_noun or head.lower_ in group_nouns() or head.lower_ in partitives():
        return True
    # "The unemployed", "those surveyed"; a word that the tagger takes for a finite verb is a noun.
    opens = doc[phrase.start].lower_ in _DEFINITE and phrase.start < phrase.head
    return opens or head.tag_ in ("VBZ", "VBP", "VB") or head.text[:1].isupper()


def _is_participle_clause(doc: Doc, start: int) -> bool:
    behind = doc[start + 1].tag_ if start + 1 < len(doc) else ""
    return doc[start].tag_ in ("VBN", "VBG") and behind == "IN"


def _is_plural_before(doc: Doc, phrase: Phrase) -> bool:
    """Whether the plural stands before the last word of an office ("attorneys general")."""
    before = doc[phrase.head - 1] if phrase.head > phrase.start else None
    is_last = doc[phrase.head].lower_ in _BEHIND_OFFICES
    return is_last and before is not None and before.tag_ in ("NNS", "NNPS")


def is_bare(doc: Doc, phrase: Phrase) -> bool:
    """Whether a phrase has neither determiner nor possessor nor number."""
    words = doc[phrase.start : phrase.head]
    has_opener = any(token.tag_ in ("DT", "PRP$", "CD", "POS", "PDT") for token in words)
    return not has_opener and not {token.lower_ for token in words} & _INDEFINITE


def _is_one_of(doc: Doc, phrase: Phrase) -> bool:
    """Whether a phrase means one of those whom its head names ("one of the officials")."""
    return doc[phrase.start : phrase.start + 2].text.lower() == "one of" and is_person_noun(
        doc[phrase.head]
    )


def _find_fraction(doc: Doc, phrase: Phrase) -> int | None:
    """The token behind "a quarter of" in a phrase, None where it has no such thing."""
    for place in range(phrase.start + 1, phrase.head):
        if doc[place].lower_ == "of" and doc[place - 1].lower_ in _FRACTIONS:
            return place + 1
    return None


def _find_kind(head: Token, noun: str, is_plural: bool) -> tuple[SpeakerKind, bool]:
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
    if is_plural:
        return ("document" if _are_abstract(head, noun) else "group"), False
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
    # What is no person and speaks all the same is something said or shown: "the gesture".
    return "document", False


def _are_abstract(head: Token, noun: str) -> bool:
    """Whether a plural is one of what is said or done ("findings"), by its ending."""
    if not head.is_lower or not noun.endswith(_ABSTRACT_ENDINGS) or is_person_noun(head):
        return False
    return noun not in known_bodies() and noun not in known_people()


def _is_insider(doc: Doc, phrase: Phrase, noun: str, is_definite: bool) -> bool:
    """Whether the words behind a noun for persons say that they know what is said."""
    if is_definite or not (noun in person_nouns() or noun in ("people", "person")):
        return False
    after = doc[phrase.head + 1 : phrase.head + 1 + _LONGEST_NAME].text
    return insider_pattern().match(after) is not None


def _is_missed_name(head: Token, noun: str) -> bool:
    if head.tag_ not in ("NNP", "NNPS") or noun in person_nouns() or noun in group_nouns():
        return False
    if head.is_sent_start or head.is_lower:
        return noun not in document_nouns() | organization_nouns()
    return True


def _guess_kind_of_name(doc: Doc, phrase: Phrase) -> tuple[SpeakerKind, bool]:
    """The kind of a name that the recogniser missed: persons bear no article."""
    head = doc[phrase.head]
    first = doc[phrase.start]
    if head.tag_ == "NNPS" and is_plural_noun(head):
        return "group", False
    if first.lower_ in determiners() or (head.is_upper and len(head) <= 5):
        return "organization", False
    names = doc[phrase.start : phrase.head + 1]
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
    noun = singular_of(normalize_word(token.text))
    if noun in person_nouns():
        return True
    # A "co-developer" is a developer.
    return token.is_lower and not known_persons().keys().isdisjoint((noun, noun.split("-")[-1]))


def name_nominal(doc: Doc, phrase: Phrase, limit: int) -> str:
    """The phrase without determiner, with a short complement ("spokesman for the ministry").

    Args:
        doc: The article.
        phrase: The nominal.
        limit: The token after the last that may be part of it.
    """
    start = phrase.start
    if doc[start].text in _POSSESSIVES:
        start = _find_possessor_start(doc, start)
    start = _skip_quantity(doc, start, phrase.head)
    while start < phrase.head and (
        doc[start].lower_ in determiners() or doc[start].lower_ == "least"
    ):
        start += 1
    end = phrase.end
    while end > phrase.head + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    if end < limit and doc[end].lower_ in _COMPLEMENT_OPENERS:
        stop = end
        while stop < limit and stop - start < _LONGEST_NAME and not _ends_complement(doc[stop]):
            stop += 1
        complete = stop == limit or _ends_complement(doc[stop])
        if complete and stop - end > 1:
            end = stop
    return " ".join(doc[start:end].text.split())


def read_insider_complement(doc: Doc, phrase: Phrase, limit: int) -> str:
    """The words that say what somebody without a name knows or is close to, empty without any.

    They belong to no name ("sources *familiar with the talks*"), but they tell such sources apart.
    """
    if phrase.end >= limit or doc[phrase.end].lower_ not in _INSIDER_OPENERS:
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


def _ends_complement(token: Token) -> bool:
    if token.text in ("-", "–") and not token.whitespace_:
        return False
    if token.lower_ == "on" and token.i > 0 and token.nbor(-1).lower_ == "briefed":
        return False
    return (
        token.is_punct
        or token.is_space
        or token.tag_ in ("WP", "WDT", "WP$", "WRB", "VBD", "VBZ", "VBP", "MD")
        or token.lower_ in ("on", "because", "that")
    )
