"""Completes links to which the parse or the quotation marks supply what the model left out."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from claimx.pipeline import lexicon, syntax
from claimx.pipeline.annotations import Quotation, Section
from claimx.pipeline.attribution.features import head_of
from claimx.pipeline.attribution.find_sources import find_source
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.propose import propose_links, propose_nested_links
from claimx.pipeline.attribution.refine import (
    LONGEST_STATEMENT,
    finish_clauses,
    refine_links,
    statement_of,
)
from claimx.pipeline.attribution.roles import (
    CONTENT,
    CUE,
    SILENT_SECTIONS,
    RoleMap,
    RoleSpan,
    is_word,
)
from claimx.pipeline.attribution.tidy import balance_quotes


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
    owners: dict[int, Link] = {}
    for link in complete:
        _own(link, owners)
    opening = {
        part.start
        for quotation in quotations
        if quotation.kind == "direct"
        for part in quotation.spans
    }
    for link in links:
        if link.cue is None:
            _continue_speech(doc, link, owners, opening)
    for link in links:
        if link.cue is not None and not link.contents:
            content = _clause_after(doc, link.cue, taken)
            if content is None:
                content = statement_of(doc, link.cue, link.source)
            if content is None:
                content = _statement_before(doc, link, owners)
            if content is None:
                link.cue = _lead_to_object(doc, link.cue)
                content = _object_of_cue(doc, link.cue, owners)
            if content is not None:
                link.contents.append(content)
                link.origin = "completed"
                complete.append(link)
                _own(link, owners)
    finish_clauses(doc, complete)
    for link in complete:
        if link.cue is not None and link.source is None:
            link.source = find_source(roles, link, owners)
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
    balance_quotes(doc, complete, quotations)
    return sorted(complete, key=lambda link: link.contents[0].start)


def _own(link: Link, owners: dict[int, Link]) -> None:
    """Note in ``owners`` the tokens that ``link`` covers."""
    for span in link.spans():
        owners.update(dict.fromkeys(range(span.start, span.end), link))


def _continue_speech(doc: Doc, link: Link, owners: dict[int, Link], opening: set[int]) -> None:
    """Give a direct quote that stands alone to the speech right before it.

    ``opening`` holds the first tokens of direct quotations.
    """
    content = link.contents[0]
    if content.start not in opening:
        return
    place, breaks = content.start - 1, 0
    while place >= 0 and place not in owners and not is_word(doc[place]):
        breaks += "\n" in doc[place].text
        place -= 1
    if place in owners and breaks <= 1:
        owners[place].contents.append(content)
        _own(owners[place], owners)


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


def _statement_before(doc: Doc, link: Link, owners: dict[int, Link]) -> RoleSpan | None:
    """What a reporting clause at the end of its sentence reports ("X had left, *police said*.")."""
    if link.cue is None or link.source is None:
        return None
    head = head_of(doc, link.cue)
    entry = lexicon.look_up_verb(head.lemma_)
    if entry is None or not entry.frames & {"that", "direct"} or syntax.is_passive(head):
        return None
    first, last = sorted((link.source, link.cue), key=lambda span: span.start)
    sentence = head.sent
    if last.start - first.end > 1 or first.start <= sentence.start:
        return None
    follows = doc[last.end].text if last.end < sentence.end else "."
    if doc[first.start - 1].text != "," or follows not in (".", ",", ";", "!", "?"):
        return None
    start, end = sentence.start, first.start - 1
    start = max((place + 1 for place in range(start, end) if place in owners), default=start)
    while start < end and (doc[start].is_punct or doc[start].is_space):
        start += 1
    return RoleSpan(start, end, CONTENT) if 3 <= end - start <= LONGEST_STATEMENT else None


def _lead_to_object(doc: Doc, cue: RoleSpan) -> RoleSpan:
    """The cue up to the preposition behind its noun ("showed an interest *in*")."""
    head = head_of(doc, cue)
    objects = [noun for noun in syntax.objects_of(head) if noun.i < cue.end]
    for place in range(max([head.i, *(noun.i for noun in objects)]) + 1, cue.end):
        if doc[place].pos_ == "ADP":
            return RoleSpan(cue.start, place + 1, CUE)
    return cue


def _object_of_cue(doc: Doc, cue: RoleSpan, owners: dict[int, Link]) -> RoleSpan | None:
    """What a cue that ends with a preposition leads to, to the end of its clause."""
    head = head_of(doc, cue)
    last = doc[cue.end - 1]
    if head.pos_ != "VERB" or last.pos_ not in ("ADP", "PART") or last == head:
        return None
    start, end = cue.end, min(head.right_edge.i + 1, head.sent.end)
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in ".,;:?!"):
        end -= 1
    if end - start < 2 or any(place in owners for place in range(start, end)):
        return None
    return RoleSpan(start, end, CONTENT)
