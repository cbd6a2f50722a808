"""Signs of the past and the future among the words around a date, where no parse tells more."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from claimx.pipeline.dates.data_files import read_words
from claimx.pipeline.dates.tenses import FUTURE, PAST, is_plan

CLAUSE_MARKS = frozenset(',;:.!?—–-()"“”')
_REACH = 14


def find_direction_in_words(span: Span) -> str | None:
    """From the nearest telling word of the clause, first before the date, then after it.

    Args:
        span: Tokens of the expression.
    """
    for words in (_words_before(span), _words_after(span)):
        for token in words:
            found = _sign_of(token)
            if found is not None:
                return found
    return None


def _sign_of(token: Token) -> str | None:
    word = token.lower_
    if word in ("can", "could"):
        # "Could not be reached on Friday" is past.
        following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        return None if following in ("not", "n't", "n’t") else FUTURE
    if word in read_words("modals") or is_plan(token):
        return FUTURE
    if word == "to" and _is_verb_after(token):
        return _sign_of_infinitive(token.nbor(-1)) if token.i else FUTURE
    if token.tag_:
        if token.tag_ == "VBD" or (token.tag_ == "VBN" and not _is_passive_future(token)):
            return PAST
    elif (word in read_words("past_forms")) or (word.endswith("ed") and len(word) > 4):
        return PAST
    return None


def _sign_of_infinitive(before: Token) -> str | None:
    """What "to" with a verb tells after the word ``before``."""
    word = before.lower_
    if is_plan(before) or word in read_words("present_of_be") or word in ("was", "were"):
        return FUTURE
    if before.tag_:
        return FUTURE if before.tag_.startswith("NN") else None
    if word.endswith("ed"):
        return PAST
    return None if word.endswith("ing") else FUTURE


def _is_passive_future(token: Token) -> bool:
    before = token.doc[max(token.i - 3, 0) : token.i]
    return any(other.lower_ in read_words("modals") or other.lower_ == "to" for other in before)


def _is_verb_after(token: Token) -> bool:
    if token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    if following.tag_:
        return bool(following.tag_ == "VB")
    # Without tags: articles, names and numbers follow the preposition, not the infinitive.
    return following.is_lower and following.lower_ not in read_words("after_the_preposition_to")


def _words_before(span: Span) -> Iterator[Token]:
    doc = span.doc
    for position in range(span.start - 1, max(0, span.start - _REACH) - 1, -1):
        token = doc[position]
        if doc[position + 1].is_sent_start:
            return
        if token.text in CLAUSE_MARKS and span.start - position > 1:
            return
        yield token
        if token.lower_ in read_words("clause_starts") and span.start - position > 2:
            return


def _words_after(span: Span) -> Iterator[Token]:
    doc = span.doc
    for position in range(span.end, min(len(doc), span.end + _REACH)):
        token = doc[position]
        if token.is_sent_start and position > span.end:
            return
        # A date set before its clause is followed by a comma.
        if token.text in CLAUSE_MARKS and position > span.end:
            return
        yield token
