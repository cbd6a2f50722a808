"""Sources that the labeller cut short or long, put right by the noun phrase that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import SOURCE, RoleSpan
from claimx.pipeline.syntax import clauses, nouns

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LONGEST = 4  # words of a compound before a name: more is a faulty parse


def complete_sources(doc: Doc, links: Sequence[Link]) -> None:
    """Change ``links`` in place: no source ends inside of the words that name it.

    A name takes in the names before it (*U.S.* President Obi). Whoever a subject is about is not
    its head: of "the talks with Obi signal …" the talks are the source. Nor does a source hold
    the verb of its clause: in "Acme opens a mill, says …" it is Acme.
    """
    for link in links:
        if link.source is not None and link.cue:
            source = _widen(doc, _narrow(doc, link.source, link.cue), link.cue)
            if not any(source.overlaps(c.start, c.end) for c in (*link.contents, link.cue)):
                link.source = source


def _widen(doc: Doc, source: RoleSpan, cue: RoleSpan) -> RoleSpan:
    head = doc[source.start : source.end].root
    subject = nouns.noun_behind_preposition(head)
    if subject is not None and clauses.is_subject(subject) and subject.i < source.start:
        if cue.start <= subject.head.i < cue.end:
            phrase = nouns.noun_phrase(subject, clauses=False)
            return RoleSpan(phrase.start, max(phrase.end, source.end), SOURCE)
        return source
    start = source.start
    while start > 0 and source.start - start < _LONGEST and _belongs(doc[start - 1], head):
        start -= 1
    return RoleSpan(start, source.end, SOURCE)


def _narrow(doc: Doc, source: RoleSpan, cue: RoleSpan) -> RoleSpan:
    """The subject that a source begins with, where the verb of that and the cue are one row."""
    verb = doc[source.start : source.end].root
    cue_head = doc[cue.start : cue.end].root
    if verb.tag_ not in _FINITE or cue_head.head != verb:
        return source
    subject = clauses.subject_of(verb, shared=False)
    phrase = nouns.noun_phrase(subject) if subject is not None else None
    if phrase is None or phrase.start != source.start:
        return source
    return RoleSpan(phrase.start, phrase.end, SOURCE)


def _belongs(before: Token, head: Token) -> bool:
    """Whether a capitalised word is a compound of the head or of one of its compounds."""
    if not before.text[:1].isupper():
        return False
    current = before
    while current != head and nouns.is_part_of_name(current) and current.head.i > current.i:
        current = current.head
    return current == head
