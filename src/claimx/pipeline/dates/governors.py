"""Which predicate a date belongs to: that of its own clause, by the parse and by word order."""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimx.pipeline.dates.tenses import is_plan
from claimx.pipeline.syntax.clauses import is_clause, is_subject, predicate_above

# What stands between a verb and its time: "went out again late on Friday".
_BETWEEN_VERB_AND_DATE = frozenset({"ADP", "ADV"})
_LONGEST_WAY_TO_VERB = 4
# What opens a clause, so that an adverbial behind it belongs inside: "that on Tuesday it would".
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENING = frozenset({"mark", "cc", "punct", "cc:preconj", "preconj"})


def find_governor(span: Span) -> Token | None:
    """The predicate whose time a date tells, or None where the date is the root.

    A date directly behind a verb is the verb's, whatever a parser makes of it. Parsers also hang
    what stands between a verb and the clause that completes it into that clause: "said Tuesday
    it would" as the time of "would". In English an adverbial in front of the subject of a clause
    that no conjunction opens belongs to the verb on its left.

    Args:
        span: Tokens of the expression, in a document with tags and dependencies.
    """
    verb = find_verb_before(span)
    if verb is not None:
        return verb
    predicate = _predicate_of(span)
    while predicate is not None and _stands_before(predicate, span):
        predicate = predicate.head
    if predicate is None or predicate.pos_ not in ("VERB", "AUX"):
        # The parse broke off there: "the council on Friday | called for talks".
        following = span.doc[span.end] if span.end < len(span.doc) else None
        if following is not None and following.tag_ in _FINITE and following.pos_ == "VERB":
            return following
    return predicate


def find_verb_before(span: Span) -> Token | None:
    """The verb that a date follows with at most a preposition or an adverb between, or None.

    Not where the date is a subject or object itself, or part of another phrase ("said Tuesday was
    quiet", "cancelled Friday's match").

    Args:
        span: Tokens of the expression, in a document with tags and dependencies.
    """
    doc, has_preposition = span.doc, False
    for position in range(span.start - 1, max(-1, span.start - 1 - _LONGEST_WAY_TO_VERB), -1):
        token = doc[position]
        if token.pos_ == "VERB":
            is_own = has_preposition or token.dep_.startswith("acl") or not _may_be_subject(span)
            return token if is_own and not _is_part_of_phrase(span) else None
        if token.pos_ not in _BETWEEN_VERB_AND_DATE or token.tag_ == "TO":
            return None
        has_preposition = has_preposition or token.pos_ == "ADP"
    return None


def _is_part_of_phrase(span: Span) -> bool:
    """Whether a noun behind the date has it in its phrase: ``Friday's match``."""
    head = span.root.head
    if span.end < len(span.doc) and span.doc[span.end].tag_ == "POS":
        return True
    return head.i >= span.end and head.pos_ in ("NOUN", "PROPN")


def _may_be_subject(span: Span) -> bool:
    """Whether the parse says so, or a finite verb follows."""
    is_before_verb = span.end < len(span.doc) and span.doc[span.end].tag_ in _FINITE
    return is_before_verb or is_subject(span.root)


def _predicate_of(span: Span) -> Token | None:
    """The verb or clause above the date, or a word of planning: ``the ship, due on Sunday``."""
    predicate = predicate_above(span.root)
    for ancestor in span.root.ancestors:
        if ancestor == predicate:
            break
        if ancestor.pos_ == "ADJ" and ancestor.i < span.start and is_plan(ancestor):
            return ancestor
    return predicate


def _stands_before(clause: Token, span: Span) -> bool:
    """Whether the date stands between the verb above and the first own word of ``clause``."""
    above, first = clause.head, clause.left_edge
    if above == clause or not is_clause(clause) or not above.i < span.start or clause.i < span.end:
        return False
    if first.i > span.start or not _belongs_to(clause.doc[first.i - 1], above, clause):
        return False
    branch = _branch_of(span.root, clause)
    if branch is None or is_subject(branch):
        return False
    doc = clause.doc
    if any(doc[i].dep_ in _OPENING for i in range(first.i, span.start)):
        return False
    # What comes between the date and the clause's verb must hold its subject, not only a verb.
    return any(child.i >= span.end and is_subject(child) for child in clause.lefts)


def _belongs_to(token: Token, above: Token, clause: Token) -> bool:
    """Whether the word in front of the clause is the verb above or part of its own phrase."""
    if token.is_punct:
        return False
    return token == above or (above.is_ancestor(token) and not clause.is_ancestor(token))


def _branch_of(token: Token, clause: Token) -> Token | None:
    """The child of ``clause`` under which ``token`` stands."""
    while token.head != clause:
        if token.head == token:
            return None
        token = token.head
    return token
