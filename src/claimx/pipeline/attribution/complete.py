"""Completes links to which the parse or the quotation marks supply what the model left out."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimx.pipeline import syntax
from claimx.pipeline.annotations import Quotation, Section
from claimx.pipeline.attribution.features import head_of
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.propose import propose_links, propose_nested_links
from claimx.pipeline.attribution.refine import finish_clauses, refine_links, statement_of
from claimx.pipeline.attribution.roles import (
    CONTENT,
    CUE,
    SILENT_SECTIONS,
    SOURCE,
    RoleMap,
    RoleSpan,
)

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def complete_links(
    roles: RoleMap,
    links: Sequence[Link],
    quotations: Sequence[Quotation],
    sections: Sequence[Section] = (),
) -> list[Link]:
    """Links that have a content, completed where that is certain; the others are dropped.

    - A content without a cue that is a direct quote and opens a paragraph goes on with the
      speech of the paragraph before (PolNeAR counts it to the same attribution).
    - A cue without a content takes the clause that completes it.
    - A cue without a source takes its subject, stated or understood, or its agent.
    - Where nothing is marked, verbs that report are looked up (`propose_links`).
    """
    doc = roles.doc
    taken = [False] * len(doc)
    for span in roles.spans:
        taken[span.start : span.end] = [True] * len(span)
    complete = [link for link in links if link.cue is not None and link.contents]
    for link in links:
        if link.cue is None:
            _continue_speech(doc, link, complete, quotations)
    for link in links:
        if link.cue is not None and not link.contents:
            content = _clause_after(doc, link.cue, taken)
            if content is None:
                content = statement_of(doc, link.cue, link.source)
            if content is None:
                link.cue = _lead_to_object(doc, link.cue)
                content = _object_of_cue(doc, link.cue, complete)
            if content is not None:
                link.contents.append(content)
                link.origin = "completed"
                complete.append(link)
    finish_clauses(doc, complete)
    for link in complete:
        if link.cue is not None and link.source is None:
            link.source = _find_source(roles, link)
    free = set(range(len(doc)))
    for section in sections:
        if section.kind in SILENT_SECTIONS:
            free.difference_update(range(section.span.start, section.span.end))
    for link in complete:
        for span in link.spans():
            free.difference_update(range(span.start, span.end))
    complete += propose_links(roles, free, quotations)
    complete += propose_nested_links(roles, complete)
    refine_links(doc, complete)
    return sorted(complete, key=lambda link: link.contents[0].start)


def _continue_speech(
    doc: Doc, link: Link, complete: list[Link], quotations: Sequence[Quotation]
) -> None:
    content = link.contents[0]
    if not any(
        part.start == content.start and quotation.kind == "direct"
        for quotation in quotations
        for part in quotation.spans
    ):
        return
    before = [other for other in complete if other.contents and _end(other) <= content.start]
    if not before:
        return
    last = max(before, key=_end)
    between = doc[_end(last) : content.start]
    words = sum(not (token.is_punct or token.is_space) for token in between)
    breaks = sum("\n" in token.text for token in between)
    if words == 0 and breaks <= 1:
        last.contents.append(content)


def _end(link: Link) -> int:
    return max(span.end for span in link.spans())


def _clause_after(doc: Doc, cue: RoleSpan, taken: list[bool]) -> RoleSpan | None:
    head = head_of(doc, cue)
    for clause in syntax.complement_clauses_of(head):
        tokens = [token for token in clause.subtree if token.i >= cue.end]
        if not tokens:
            continue
        start, end = tokens[0].i, tokens[-1].i + 1
        while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
            end -= 1
        if end - start >= 2 and not any(taken[start:end]):
            return RoleSpan(start, end, CONTENT)
    return None


def _lead_to_object(doc: Doc, cue: RoleSpan) -> RoleSpan:
    """The cue up to the preposition behind its noun ("showed an interest *in*")."""
    head = head_of(doc, cue)
    objects = [noun for noun in syntax.objects_of(head) if noun.i < cue.end]
    for place in range(max([head.i, *(noun.i for noun in objects)]) + 1, cue.end):
        if doc[place].pos_ == "ADP":
            return RoleSpan(cue.start, place + 1, CUE)
    return cue


def _object_of_cue(doc: Doc, cue: RoleSpan, complete: list[Link]) -> RoleSpan | None:
    """What a cue that ends with a preposition leads to, to the end of its clause."""
    head = head_of(doc, cue)
    last = doc[cue.end - 1]
    if head.pos_ != "VERB" or last.pos_ not in ("ADP", "PART") or last == head:
        return None
    start, end = cue.end, min(head.right_edge.i + 1, head.sent.end)
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in ".,;:?!"):
        end -= 1
    if end - start < 2 or any(s.overlaps(start, end) for link in complete for s in link.spans()):
        return None
    return RoleSpan(start, end, CONTENT)


def _find_source(roles: RoleMap, link: Link) -> RoleSpan | None:
    """The subject of the cue (the agent of a passive one), in marked limits where it is marked."""
    doc = roles.doc
    assert link.cue is not None
    head = head_of(doc, link.cue)
    if doc[link.cue.end - 1].lower_ in ("to", "by") and head.pos_ != "VERB":
        noun: Token | None = _object_of_preposition(doc[link.cue.end - 1])
    elif doc[link.cue.start].text == ":" and len(link.cue) == 1:
        noun = _noun_before(doc, link.cue.start)
        noun = noun if noun is not None and noun.pos_ == "PROPN" else None
    elif syntax.is_passive(head):
        noun = syntax.agent_of(head)
    else:
        noun = syntax.implied_subject_of(head)
    reach = 0
    if noun is None and head.tag_ in _FINITE:
        noun = _noun_before(doc, link.cue.start)
        reach = link.cue.start
    if noun is None or _is_expletive(noun):
        return None
    parts = [link.cue, *link.contents]
    for marked in roles.near(SOURCE, RoleSpan(noun.i, noun.i + 1, SOURCE), 2):
        if marked.overlaps(noun.i, noun.i + 1):
            return marked if not any(marked.overlaps(p.start, p.end) for p in parts) else None
    if reach:
        return RoleSpan(syntax.noun_phrase(noun).start, _last_nominal(doc, reach) + 1, SOURCE)
    phrase = syntax.noun_phrase(noun)
    if any(part.overlaps(phrase.start, phrase.end) for part in parts):
        phrase = syntax.noun_phrase(noun, clauses=False)
    if any(part.overlaps(phrase.start, phrase.end) for part in parts):
        return None
    return RoleSpan(phrase.start, phrase.end, SOURCE)


def _noun_before(doc: Doc, place: int) -> Token | None:
    """The head of the noun phrase that ends right before ``place``, adverbs left out.

    For where the parse gives a finite verb no subject: English puts it there.
    """
    last = _last_nominal(doc, place)
    if last < 0 or doc[last].pos_ not in _NOMINAL:
        return None
    noun = doc[last]
    while noun.head.i < noun.i and noun.head.sent == noun.sent:
        above = noun.head
        if above.pos_ == "ADJ" and above.i > 0 and doc[above.i - 1].pos_ in _NOMINAL:
            # "a person familiar with the matter"
            above = doc[above.i - 1]
        elif above.pos_ not in _NOMINAL or above.right_edge.i >= place:
            break
        noun = above
    return noun


def _last_nominal(doc: Doc, place: int) -> int:
    """The last token before ``place`` that is no adverb."""
    last = place - 1
    while last > 0 and doc[last].pos_ == "ADV":
        last -= 1
    return last


def _object_of_preposition(preposition: Token) -> Token | None:
    """The noun after the last word of "according to"."""
    for token in (preposition, preposition.head):
        for child in token.children:
            if child.dep_ in ("pobj", "pcomp"):
                return child
        if token.dep_ in ("case", "fixed") and token.head.i > preposition.i:
            return token.head
    return None


def _is_expletive(token: Token) -> bool:
    return token.dep_ == "expl" or token.lower_ in ("it", "there", "that", "this", "which")
