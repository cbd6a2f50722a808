"""What joins two phrases ("and", "along with"), and what parts them."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from claimx.lang.en.words import phrases_of, words_of

_DASHES = frozenset({"—", "–", "--", "-"})


def count_joining(doc: Doc, place: int) -> int:
    """How many words join two phrases at ``place``: "and", "as well as"; 0 where none do."""
    is_conjunction = doc[place].lower_ in words_of("conjunction")
    return 1 if is_conjunction else len(find_joint(doc, place, phrases_of("longer joint")))


def find_joint(doc: Doc, place: int, joints: Collection[tuple[str, ...]]) -> tuple[str, ...]:
    """Which of the joints stands at ``place``, empty where none does."""
    first = doc[place].lower_
    for joint in joints:
        if joint[0] == first:
            words = tuple(token.lower_ for token in doc[place : place + len(joint)])
            if words == joint:
                return joint
    return ()


def is_dash(token: Token) -> bool:
    """Whether a token is a dash that parts what stands around it, not a hyphen."""
    return token.text in _DASHES and bool(token.whitespace_)


def is_edge(token: Token) -> bool:
    """Whether a word closes no phrase: punctuation or white space, but not "%"."""
    return token.is_space or (token.is_punct and token.text != "%")
