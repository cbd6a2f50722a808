"""Whether a date whose name comes round again lies behind or ahead: ``on Friday``.

Read from the words of its clause: tense, modals, infinitives, words of planning, prepositions.
News reports what was, so the past is the rule and the future needs a sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from claimx.pipeline.dates.data_files import read_lines, read_words
from claimx.pipeline.dates.governors import find_governor
from claimx.pipeline.dates.sentences import has_parse
from claimx.pipeline.syntax.clauses import auxiliaries_of, predicate_above

PAST, FUTURE, NEAR = "past", "future", "near"

# "Could" and "can" are left out: "could not be reached on Friday" is past.
_CLAUSE_MARKS = frozenset(',;:.!?—–-()"“”')
_REACH = 14
_REACH_OF_EVENTS = 8


def find_direction(span: Span) -> str:
    """``past``, ``future``, or ``near`` where nothing tells.

    Args:
        span: Tokens of the expression.
    """
    doc = span.doc
    before = doc[span.start - 1].lower_ if span.start else ""
    if before in read_words("prepositions_behind"):
        return PAST
    found = _from_event(span)
    if found is None and has_parse(span):
        found = _from_timetable(span) or _from_parse(span)
    found = found or _from_words(span)
    if before in read_words("prepositions_ahead"):
        # "Released on bail until October": the end may lie ahead of what is told.
        return FUTURE if found is None else NEAR if found == PAST else found
    return found or NEAR


def _from_event(span: Span) -> str | None:
    """``ahead of the vote in October``: that which is looked forward to."""
    doc = span.doc
    for position in range(span.start - 1, max(0, span.start - _REACH_OF_EVENTS) - 1, -1):
        token = doc[position]
        if token.text in _CLAUSE_MARKS or token.pos_ in ("VERB", "AUX"):
            return None
        if token.lower_ == "ahead" and token.nbor().lower_ == "of":
            return FUTURE
        if token.lower_ in read_words("words_of_what_comes"):
            return FUTURE
    return None


def _from_timetable(span: Span) -> str | None:
    """``the ban takes effect on Friday``: the present tense of what goes by a timetable."""
    verb = span.root.head
    is_present = verb.tag_ in ("VBZ", "VBP") and not auxiliaries_of(verb)
    return FUTURE if is_present and verb.lemma_.lower() in read_words("timetable_verbs") else None


def _from_parse(span: Span) -> str | None:
    """From the predicate that the date modifies, and those that govern it without tense."""
    predicate = find_governor(span)
    for _ in range(4):
        if predicate is None:
            return None
        found = _tense_of(predicate)
        if found is not None:
            return found
        if predicate.head == predicate:
            return None
        predicate = predicate_above(predicate)
    return None


def _tense_of(predicate: Token) -> str | None:
    words = [predicate, *auxiliaries_of(predicate)]
    forms = {word.lower_ for word in words}
    tags = {word.tag_ for word in words}
    if forms & read_words("modals") or _is_planning(predicate):
        return FUTURE
    if "VBD" not in tags and any(child.tag_ == "TO" for child in predicate.children):
        return _tense_of_infinitive(predicate)
    if "VBD" in tags or forms & read_words("past_forms"):
        return PAST
    if predicate.tag_ == "VBG" and forms & read_words("present_of_be"):
        return FUTURE
    return PAST if predicate.tag_ == "VBN" else None


def _tense_of_infinitive(predicate: Token) -> str | None:
    """Ahead after a noun or a word of planning; else what governs it tells ("declined to …")."""
    governor = predicate.head
    if governor.lower_ in read_words("present_of_be"):
        return FUTURE
    if governor == predicate or governor.pos_ in ("NOUN", "PROPN", "ADJ"):
        return FUTURE
    return FUTURE if _is_planning(governor) else None


def _from_words(span: Span) -> str | None:
    """From the nearest telling word of the clause, first before the date, then after it."""
    for words in (_words_before(span), _words_after(span)):
        for token in words:
            found = _sign_of(token)
            if found is not None:
                return found
    return None


def _sign_of(token: Token) -> str | None:
    word = token.lower_
    if word in read_words("modals") or _is_planning(token):
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
    if _is_planning(before) or word in read_words("present_of_be") or word in ("was", "were"):
        return FUTURE
    if before.tag_:
        return FUTURE if before.tag_.startswith("NN") else None
    if word.endswith("ed"):
        return PAST
    return None if word.endswith("ing") else FUTURE


def _is_planning(token: Token) -> bool:
    """Whether the word speaks of a plan; "set" does before "to" and "for" only."""
    if token.lower_ not in read_lines("planning_words"):
        return False
    if token.lower_ not in read_words("planning_before_to"):
        return True
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in ("to", "for")


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
        if token.text in _CLAUSE_MARKS and span.start - position > 1:
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
        if token.text in _CLAUSE_MARKS and position > span.end:
            return
        yield token
