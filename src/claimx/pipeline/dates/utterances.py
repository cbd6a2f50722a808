"""Dates of what was said or written, and of the occasion: ``a report published in March found``.

They tell when the attribution was said though they stand in its source, or in a clause of
their own.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimx.lang.en.nouns import nouns_of
from claimx.lang.en.verbs import verbs_of
from claimx.pipeline.dates.data_files import read_words
from claimx.pipeline.syntax.clauses import auxiliaries_of, is_clause

_MODIFIERS_OF_NOUNS = frozenset(
    {"compound", "nmod", "nmod:poss", "nmod:unmarked", "amod", "poss", "npadvmod", "nmod:tmod"}
)


def dates_an_utterance(date: Span, governor: Token | None, cue: Token | None) -> bool:
    """Whether the date is that of the document or the speech in which the cue says something.

    Args:
        date: Tokens of the expression.
        governor: The predicate that it belongs to.
        cue: The predicate of the attribution's cue.
    """
    if governor is None:
        return False
    noun = _published_noun(governor) if _is_publication(governor) else _noun_of(date)
    if noun is None or noun.lower_ not in nouns_of("dated"):
        return False
    return cue is None or noun == cue or noun.head == cue or cue.is_ancestor(noun)


def shares_the_time_of(participle: Token, cue: Token) -> bool:
    """``Speaking at a rally on Sunday, he said``: one time for both; not "having lost on …"."""
    return (
        participle.lower_.endswith("ing")  # the tagger takes one that opens a sentence for a noun
        and participle.head == cue
        and is_clause(participle)
        and not any(token.lower_ == "having" for token in auxiliaries_of(participle))
        and not any(
            child.lower_ in read_words("prepositions_of_times_apart")
            for child in participle.children
        )
    )


def _is_publication(verb: Token) -> bool:
    """``published in March``, ``dated March 3`` behind its noun."""
    return (
        verb.tag_ in ("VBN", "VBD")
        and verb.lemma_.lower() in verbs_of("publishing")
        and not auxiliaries_of(verb)
    )


def _published_noun(verb: Token) -> Token | None:
    return verb.head if verb.dep_.startswith("acl") and verb.head != verb else None


def _noun_of(date: Span) -> Token | None:
    """``the Thursday edition``, ``Tuesday's report``, ``its report on Friday``.

    The parse of a number before a noun is not to be relied on: behind a determiner, the nouns that
    follow a date are what it dates ("a March 3 press release").
    """
    doc, root = date.doc, date.root
    if date.start and doc[date.start - 1].pos_ == "DET":
        end = date.end
        while end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN"):
            end += 1
        if end > date.end:
            return doc[end - 1]
    is_before = date.end <= root.head.i and root.head.pos_ in ("NOUN", "PROPN")
    if is_before or (root.dep_ in _MODIFIERS_OF_NOUNS and root.head.pos_ == "NOUN"):
        return root.head
    return None
