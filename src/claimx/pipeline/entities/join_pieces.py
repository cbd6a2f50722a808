"""Names that the recogniser cut: firms at "&", persons at a nickname or behind a hyphen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from claimx.pipeline.entities.lexicon import is_first_name

_PARTNERS = ("PERSON", "ORG")
_HYPHENS = frozenset({"-", "‑"})
_LONGEST_SYLLABLE = 6
_OPENING, _CLOSING = frozenset("(\"“'‘"), frozenset(")\"”'’")
# What a word before it is a part of: "the Dole-era *rules*".
_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "JJ", "VBG")


def join_pieces(doc: Doc, entities: Iterable[Span]) -> list[Span]:
    """The entities with those joined that are pieces of one name; in text order."""
    whole = [_take_in_syllable(doc, entity) for entity in entities]
    return _join_firms(doc, _join_nicknames(doc, whole))


def _take_in_syllable(doc: Doc, entity: Span) -> Span:
    """ "Kim Dae-won" that was cut at its hyphen, unlike "the Bob Dole-era rules"."""
    end = entity.end - (entity[-1].text in _HYPHENS)
    is_full = entity.label_ == "PERSON" and end - entity.start > 1
    if not is_full or end + 1 >= len(doc) or not _is_hyphen_inside_word(doc[end]):
        return entity
    syllables = doc[end - 1], doc[end + 1]
    if not (syllables[1].is_lower and all(_is_syllable(token) for token in syllables)):
        return entity
    if end + 2 < len(doc) and doc[end + 2].tag_ in _NOUN_TAGS:
        return entity
    return Span(doc, entity.start, end + 2, entity.label_)


def _is_hyphen_inside_word(token: Token) -> bool:
    return token.text in _HYPHENS and not token.whitespace_ and not token.nbor(-1).whitespace_


def _is_syllable(token: Token) -> bool:
    return token.is_alpha and len(token) <= _LONGEST_SYLLABLE


def _join_nicknames(doc: Doc, entities: Sequence[Span]) -> list[Span]:
    """ "Elizabeth (Biddy) Crowe", whose brackets or quotation marks parted first and last name."""
    joined: list[Span] = []
    for entity in entities:
        first = joined[-1] if joined else None
        if first is not None and _has_nickname_between(doc, first, entity):
            joined[-1] = Span(doc, first.start, entity.end, "PERSON")
        elif first is None or entity.start >= first.end:
            joined.append(entity)
    return joined


def _has_nickname_between(doc: Doc, first: Span, last: Span) -> bool:
    """Whether one capitalised word in marks stands between a first name and a surname.

    The surname may have been found with the mark before it ("Biddy) Crowe") or without.
    """
    if first.label_ != "PERSON" or last.label_ != "PERSON" or first.end + 3 >= len(doc):
        return False
    opening, nickname, closing, surname = doc[first.end : first.end + 4]
    is_one = first.end <= last.start <= surname.i < last.end
    has_marks = opening.text in _OPENING and closing.text in _CLOSING
    return (
        is_one
        and has_marks
        and nickname.text[:1].isupper()
        and surname.text[:1].isupper()
        and not surname.is_sent_start
    )


def _join_firms(doc: Doc, entities: Sequence[Span]) -> list[Span]:
    """ "Hale & Pruitt", that was found as two names, is one organization.

    Not so behind another name ("Ann, Wyatt & Zach").
    """
    if "&" not in doc.text:
        return list(entities)
    counts = Counter(token.text for token in doc if token.text[:1].isupper())
    pairs = Counter(
        word.text
        for token in doc[1:-1]
        if token.text == "&"
        for word in (token.nbor(-1), token.nbor(1))
    )
    alone = counts - pairs
    joined: list[Span] = []
    for entity in entities:
        last = joined[-1] if joined else None
        is_listed = len(joined) > 1 and doc[joined[-2].end : joined[-1].start].text == ","
        if last is not None and not is_listed and _are_one_firm(doc, last, entity, alone):
            joined[-1] = Span(doc, last.start, entity.end, "ORG")
        else:
            joined.append(entity)
    return joined


def _are_one_firm(doc: Doc, one: Span, other: Span, alone: Counter[str]) -> bool:
    """Whether two names with "&" between are one: not "Wyatt & Zach", nor two that the text parts.

    Nor are two of several words each ("Ann Hill & Tom Kerr"); "Johnson & Johnson" is one.
    """
    end = one.end - (one[-1].text == "&")
    if other.start != end + 1 or doc[end].text != "&" or not doc[end].whitespace_:
        return False
    if one.label_ not in _PARTNERS or other.label_ not in _PARTNERS:
        return False
    sides = doc[one.start : end], other
    if all(len(side) > 1 for side in sides) or all(alone[side[-1].text] for side in sides):
        return False
    is_pair = all(_is_complete(side) for side in sides)
    return not is_pair or sides[0].text == other.text


def _is_complete(side: Span) -> bool:
    """Whether one word is enough of a name: a first name, or an acronym ("EU & IMF")."""
    return len(side) == 1 and (is_first_name(side.text) or side[0].is_upper)
