"""Noun phrases and prepositional phrases read off the tags.

The parse of a small model attaches prepositional phrases badly; what is a noun phrase it seldom
gets wrong, and the tags say it as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from spacy.tokens import Doc, Span, Token

from claimx.lang.en.nouns import nouns_of
from claimx.lang.en.words import words_of
from claimx.pipeline.claim_kinds.cues import is_verb, lemma_of
from claimx.pipeline.claim_kinds.data_files import read_lists, read_words

# Whether a token may belong to the phrase that is read.
Allowed = Callable[[int], bool]

_DETERMINERS = frozenset({"DT", "PDT", "PRP$", "WP$", "CD"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "POS", "HYPH", "NNP", "NN", "AFX", "CD"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "ADD", "FW", "GW"})
_PRONOUNS = frozenset({"PRP", "EX"})
_OPENING_MARKS = frozenset({'"', "“", "‘", "'", "``"})
_CLOSING_MARKS = frozenset({'"', "”", "’", "'", "''"})
_LONGEST_TITLE = 8
_TIMES = frozenset({"DATE", "TIME"})
_CAPITAL_TAGS = frozenset({"NNP", "NNPS"})


def read_noun_phrase(doc: Doc, start: int, allowed: Allowed) -> Span | None:
    """The noun phrase that begins at token ``start``, without prepositional phrases.

    It ends before an expression of time ("told reporters | Friday") and before any token that is
    not ``allowed``. None where no noun phrase begins there.
    """
    if start >= len(doc) or not allowed(start):
        return None
    if doc[start].tag_ in _PRONOUNS:
        return doc[start : start + 1]
    stop, last_noun = _walk_to_end(doc, start, allowed)
    if last_noun == stop - 1:
        joined = _read_joined_phrase(doc, stop, allowed)
        if joined is not None:
            return doc[start : joined.end]
    return doc[start : last_noun + 1] if last_noun >= 0 else None


def _walk_to_end(doc: Doc, start: int, allowed: Allowed) -> tuple[int, int]:
    """Where a noun phrase without "and" stops, and its last noun; -1 where it has none."""
    position = start
    last_noun = -1
    while position < len(doc) and allowed(position) and not _opens_time(doc[position]):
        token = doc[position]
        noun = _find_end_of_noun(token, start, allowed)
        if noun is not None:
            position = last_noun = noun
        elif not _may_stand_beside_noun(token, start, last_noun):
            break
        position += 1
    return position, last_noun


def _find_end_of_noun(token: Token, start: int, allowed: Allowed) -> int | None:
    """The place of ``token`` where it is a noun, of the closing mark where it opens a title."""
    if token.tag_ in _NOUNS or _goes_on_name(token) or _is_event(token, start):
        return token.i
    if token.text in _OPENING_MARKS:
        return _close_of_title(token.doc, token.i, allowed)
    return None


def _may_stand_beside_noun(token: Token, start: int, last_noun: int) -> bool:
    """Whether ``token`` belongs to the phrase though it is no noun: "all the", "largely female"."""
    if token.text in _OPENING_MARKS or (
        token.lower_ in words_of("noun conjunction") and last_noun == token.i - 1
    ):
        return False
    if token.tag_ in _DETERMINERS and (token.i == start or token.nbor(-1).tag_ in _DETERMINERS):
        return True
    return _is_modifier(token, after_noun=last_noun >= 0)


def _read_joined_phrase(doc: Doc, position: int, allowed: Allowed) -> Span | None:
    """The phrase that a conjunction at ``position`` joins: "the mayor and | his deputy"."""
    if (
        position >= len(doc)
        or not allowed(position)
        or doc[position].lower_ not in words_of("noun conjunction")
    ):
        return None
    following = read_noun_phrase(doc, position + 1, allowed)
    if following is None or not _coordinates(doc, doc[position], following):
        return None
    return following


def _is_modifier(token: Token, *, after_noun: bool) -> bool:
    """Whether ``token`` may stand inside a noun phrase; after its noun no participle may."""
    if after_noun and token.tag_ in {"VBN", "VBG"}:
        return False
    if token.tag_ == "RB":  # "the largely female audience"
        return not after_noun and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "JJ"
    return token.tag_ in _MODIFIERS or token.text == "-"


def _goes_on_name(token: Token) -> bool:
    """Whether ``token`` continues a name: by its entity ("Yahoo! News"), or a number ("BBC 4")."""
    if token.i == 0:
        return False
    if token.ent_iob_ == "I" and token.ent_type_ not in _TIMES and not is_verb(token):
        return True
    return token.tag_ == "CD" and token.nbor(-1).tag_ in _CAPITAL_TAGS


def _is_event(token: Token, start: int) -> bool:
    """Whether a word in *-ing* is the noun of a meeting ("a Planned Parenthood gathering")."""
    if token.tag_ != "VBG" or token.i == start:
        return False
    return token.lower_ in read_lists("channels") or token.lower_ in nouns_of("audience")


def _coordinates(doc: Doc, conjunction: Token, following: Span) -> bool:
    """Whether a second noun phrase goes with the first rather than opening a clause."""
    if conjunction.text == "&":
        return True
    after = doc[following.end] if following.end < len(doc) else None
    return after is None or after.tag_ not in {"VBZ", "VBD", "VBP", "MD"}


def _close_of_title(doc: Doc, opening: int, allowed: Allowed) -> int | None:
    """The closing mark of a quoted name ("MSNBC's “Morning Joe”")."""
    for i in range(opening + 1, min(opening + _LONGEST_TITLE, len(doc))):
        if not allowed(i):
            return None
        if doc[i].text in _CLOSING_MARKS and i > opening + 1:
            return i
    return None


def _opens_time(token: Token) -> bool:
    """``Friday``, ``last week``, ``late Thursday``; not inside a name ("USA Today")."""
    if token.ent_type_ and token.ent_type_ not in _TIMES:
        return False
    words = read_words("time_words")
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.lower_ in words_of("time opener"):
        return following is not None and (
            following.lower_ in words or following.lower_ in words_of("time opener")
        )
    if token.lower_.rstrip(".") not in words or token.tag_ not in {*_NOUNS, "RB", "RBR"}:
        return False
    # "May" the name and "March" the name stand before other names, "Sunday" before "Times".
    if following is None or following.lower_ in words:
        return True
    return following.tag_ not in {"NNP", "NNPS", "NN", "NNS"}


def is_time(phrase: Span) -> bool:
    """Whether a noun phrase is an expression of time."""
    head = head_of(phrase)
    if head.ent_type_ in _TIMES and (any(c.isdigit() for c in phrase.text) or head.text.islower()):
        return True
    return head_lemma_of(phrase).rstrip(".") in read_words("time_words")


def head_of(phrase: Span) -> Token:
    """The last noun of a noun phrase without prepositional phrases, outside a quoted title."""
    nouns = [token for token in phrase if token.tag_ in _NOUNS]
    opening = next((t.i for t in phrase if t.text in _OPENING_MARKS), phrase.end)
    if phrase[-1].text in _CLOSING_MARKS:
        nouns = [token for token in nouns if token.i < opening] or nouns
    return (nouns or [phrase[-1]])[-1]


def head_lemma_of(phrase: Span) -> str:
    """The lemma of the head; the form itself for nouns in *-ing* ("a gathering")."""
    if phrase[-1].tag_ == "VBG":
        return str(phrase[-1].lower_)
    return lemma_of(head_of(phrase))


def extend_by_prepositions(phrase: Span, allowed: Allowed, prepositions: Collection[str]) -> Span:
    """``phrase`` with the prepositional phrases after it, but for those of time."""
    doc, end = phrase.doc, phrase.end
    while end + 1 < len(doc) and allowed(end) and doc[end].lower_ in prepositions:
        following = read_noun_phrase(doc, end + 1, allowed)
        if following is None or is_time(following):
            break
        end = following.end
    return doc[phrase.start : end]
