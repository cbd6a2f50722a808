"""Whether a date whose name comes round again lies behind or ahead: ``on Friday``.

Told by the clause that governs the date: its tense, its modals, the plan that it speaks of, and
the preposition of the date. News reports what was, so the past is the rule and the future needs
a sign. Without a parse, the nearest telling word decides (`clause_words`).
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Span, Token

from claimx.lang.en.verbs import verbs_of
from claimx.pipeline.dates.clause_words import CLAUSE_MARKS, find_direction_in_words
from claimx.pipeline.dates.data_files import read_words
from claimx.pipeline.dates.governors import find_governor
from claimx.pipeline.dates.sentences import has_parse
from claimx.pipeline.dates.tenses import (
    FUTURE,
    NEAR,
    PAST,
    lies_ahead_of,
    read_tense,
    speaks_of_the_future,
)
from claimx.pipeline.syntax.clauses import auxiliaries_of, negation_of, predicate_above

__all__ = ["FUTURE", "NEAR", "PAST", "find_direction"]

_REACH_OF_EVENTS = 8
_LONGEST_LEAD = 4
# Clauses that a date is asked for above its own.
_REACH_OF_CLAUSES = 4


def find_direction(span: Span) -> str:
    """``past``, ``future``, or ``near`` where nothing tells.

    Args:
        span: Tokens of the expression.
    """
    preposition = _preposition_of(span)
    if preposition in read_words("prepositions_behind"):
        return PAST
    governor = find_governor(span) if has_parse(span) else None
    if preposition == "of" and _stands_behind_as(span):
        # "As of Friday all are well"; of what is to come only where the clause says "will".
        is_to_come = governor is not None and speaks_of_the_future(governor)
        return FUTURE if is_to_come else PAST
    found = _from_event(span)
    if found is None and governor is not None:
        found = _from_clauses(governor, span)
    found = found or find_direction_in_words(span)
    if preposition in read_words("prepositions_of_ends"):
        return _end_after(found, governor)
    if preposition in read_words("prepositions_ahead"):
        is_announced = governor is not None and lies_ahead_of(governor)
        return FUTURE if found is None or is_announced else NEAR if found == PAST else found
    if preposition in ("for", "to") and governor is not None and lies_ahead_of(governor):
        # "Called a vote for Thursday", "moved the vote to Friday".
        return FUTURE
    return found or NEAR


def _preposition_of(span: Span) -> str:
    """The preposition of the date, or the word before it: ``until late [March]``."""
    doc, word = span.doc, ""
    for position in range(span.start - 1, max(-1, span.start - 1 - _LONGEST_LEAD), -1):
        word = doc[position].lower_
        if word not in read_words("between_preposition_and_date"):
            return word
    return word


def _stands_behind_as(span: Span) -> bool:
    before = [token.lower_ for token in span.doc[max(0, span.start - 3) : span.start]]
    return ("as", "of") in pairwise(before)


def _end_after(found: str | None, governor: Token | None) -> str:
    """``until Tuesday``: of what began it lies ahead, of what lasted behind.

    "Adjourned until Tuesday" is told before Tuesday; "stayed until Tuesday" and "was not found
    until Tuesday" after it.
    """
    if found != PAST or governor is None:
        return FUTURE if found is None else NEAR if found == PAST else found
    if any(token.lower_ == "had" for token in auxiliaries_of(governor)):
        # "Had given them until Thursday": that is over.
        return PAST
    lasted = governor.lemma_.lower() in verbs_of("lasting") or governor.pos_ not in (
        "VERB",
        "AUX",
    )
    return PAST if lasted or negation_of(governor) is not None else FUTURE


def _from_event(span: Span) -> str | None:
    """``ahead of the vote in October``: that which is looked forward to."""
    doc = span.doc
    for position in range(span.start - 1, max(0, span.start - _REACH_OF_EVENTS) - 1, -1):
        token = doc[position]
        if token.text in CLAUSE_MARKS or token.pos_ in ("VERB", "AUX"):
            return None
        if token.lower_ == "ahead" and token.nbor().lower_ == "of":
            return FUTURE
        if token.lower_ in read_words("words_of_what_comes"):
            return FUTURE
    return None


def _from_clauses(predicate: Token, span: Span) -> str | None:
    """From the predicate that governs the date, and those above it where it has no tense."""
    is_direct = _modifies(predicate, span)
    for _ in range(_REACH_OF_CLAUSES):
        found = read_tense(predicate, span, is_direct=is_direct)
        if found is not None or predicate.head == predicate:
            return found
        # What is done "to sign the deal on Monday" is done on Monday.
        is_direct = is_direct and predicate.tag_ == "VB"
        above = predicate_above(predicate)
        if above is None:
            return None
        predicate = above
    return None


def _modifies(predicate: Token, span: Span) -> bool:
    """Whether the date hangs on the predicate, with no more than a preposition between.

    Or is the predicate itself: "the deadline is Thursday".
    """
    token = span.root
    while token != predicate and token.head != token:
        if token != span.root and token.pos_ != "ADP":
            return False
        token = token.head
    return token == predicate
