"""Nouns that begin a sentence before a name and were taken into it ("*Importer* Ann Hill")."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.lang.en.nouns import PERSON_ENDINGS, known_persons, nouns_of, read_nouns
from claimx.pipeline.entities.lexicon import is_first_name, normalize_word, singular_of


def is_role_before_name(doc: Doc, place: int, end: int) -> bool:
    """Whether the word at ``place`` says what the person is whose name goes on to ``end``.

    Two words must follow, since "Tiger Woods" and "Petter Solberg" are names; one does behind a
    plural that several share ("*Brothers* Jonas and Tom Hill").
    """
    word = normalize_word(doc[place].text)
    if is_first_name(word) or not is_trade(singular_of(word)):
        return False
    is_plural = singular_of(word) != word
    is_shared = end < len(doc) and doc[end].lower_ in ("and", ",")
    return end - place > (1 if is_plural and is_shared else 2)


def is_trade(noun: str) -> bool:
    """Whether a noun is what news calls a person, or ends as those for a trade do.

    Of the others in a dictionary many are names ("Khan", "Silvan").
    """
    known = read_nouns().get(noun)
    if known is not None:
        return "person" in known.kinds
    return noun in known_persons() and noun.endswith(PERSON_ENDINGS)


def skip_nouns_for_firms(doc: Doc, start: int, end: int) -> int:
    """The start of "Talus Steel" in "Chipmaker Talus Steel" at the start of a sentence.

    Left in the name are nouns that often are a part of one ("Bank", "Club"), and a noun whose name
    the text gives so inside a sentence.
    """
    if end - start < 2 or not doc[start].is_sent_start:
        return start
    noun = normalize_word(doc[start].text)
    is_maker = noun in nouns_of("before-name") and noun.endswith(PERSON_ENDINGS)
    is_partner = singular_of(noun) != noun and is_trade(singular_of(noun)) and _is_firm(doc, start)
    if not (is_maker or is_partner) or not doc[start + 1].text[:1].isupper():
        return start
    pair = doc[start].text, doc[start + 1].text
    is_name = any(
        (token.text, token.nbor(1).text) == pair for token in doc[:-1] if not token.is_sent_start
    )
    return start if is_name else start + 1


def _is_firm(doc: Doc, start: int) -> bool:
    """Whether "&" parts the names behind a noun: "*Solicitors* Hale & Pruitt"."""
    return start + 3 < len(doc) and doc[start + 2].text == "&"
