"""First names whose surname stands once behind several: "*Colin* and Jean Attwater"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from claimx.lang.en.nouns import kin_nouns
from claimx.lang.en.words import words_of
from claimx.pipeline.entities.collect_names import Name
from claimx.pipeline.entities.lexicon import is_first_name, singular_of


def share_surnames(doc: Doc, names: Sequence[Name]) -> None:
    """Complete the first names before a full one, of ``names`` in text order, by its surname.

    The mention stays the first name alone; its words and so the name of its entity are full.
    """
    for one, other in pairwise(names):
        if _are_joined(doc, one, other) and not _is_known_otherwise(names, one, other.words[-1]):
            one.surname = " ".join(doc[other.start + 1 : other.end].text.split())
            one.words = (*one.words, *other.words[1:])


def _are_joined(doc: Doc, one: Name, other: Name) -> bool:
    """Whether "and" joins a first name to a full one, both known, or of one family."""
    if one.label != "PERSON" or other.label != "PERSON" or len(one.words) > 1:
        return False
    is_near = other.start == one.end + 1 and doc[one.end].lower_ in ("and", "&")
    if not is_near or not _ends_with_surname(doc, other):
        return False
    # "Prince Harry and Meghan Markle" share none, nor do "Cher, Madonna and Lauryn Hill".
    is_plain = one.title_start == one.start and not _is_listed(doc, one)
    are_known = is_first_name(doc[one.start].text) and is_first_name(doc[other.start].text)
    return (is_plain and are_known) or _are_relatives(doc, one, other)


def _ends_with_surname(doc: Doc, name: Name) -> bool:
    """Whether one surname is all that stands behind the first name ("Ann Hill", not "Ann B. Hill").

    Particles may stand before it ("Noor van der Ploeg").
    """
    *particles, _ = doc[name.start + 1 : name.end].text.split() or ("-",)
    is_one = len(name.words) > 1 and all(particle.islower() for particle in particles)
    return is_one and doc[name.end - 1].text[:1].isupper()


def _is_listed(doc: Doc, name: Name) -> bool:
    """Whether a comma between names stands before: "Madonna, *Cher* and Lauryn Hill"."""
    return name.start > 1 and doc[name.start - 1].text == "," and doc[name.start - 2].tag_ == "NNP"


def _are_relatives(doc: Doc, one: Name, other: Name) -> bool:
    """Whether a word for both right before or behind them says that they are of one family."""
    before, behind = doc[max(0, one.start - 1) : one.start], doc[other.end : other.end + 3]
    words = [token.lower_ for token in (*before, *behind)]
    return any(word in words_of("of one family") or _is_plural_of_kin(word) for word in words)


def _is_plural_of_kin(word: str) -> bool:
    return singular_of(word) != word and singular_of(word) in kin_nouns()


def _is_known_otherwise(names: Sequence[Name], one: Name, surname: str) -> bool:
    """Whether the article uses the word before, or in the full name of somebody else.

    "Ronaldo" who was named before shares nothing with "Lionel Messi", nor "Clinton" of "Bill
    Clinton" with "Tony Blair".
    """
    word = one.words[0]
    return any(
        (word in name.words and name is not one and name.words not in ((word,), (word, surname)))
        or (name.words == (word,) and name.start < one.start)
        for name in names
    )
