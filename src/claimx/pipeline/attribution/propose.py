"""Attributions that grammar and the cue lexicon show where the model marked nothing.

A verb that reports, with a subject of its own and a clause or a direct quote that completes it,
is an attribution (PARC's and PolNeAR's core case). Only words that belong to no link are looked
at: where the model has spoken, it decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claimx.pipeline import lexicon, syntax
from claimx.pipeline.annotations import Quotation
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleMap, RoleSpan

# Kinds of verbs whose clause is attributed. Verbs of intention are left to the model: "wants to"
# states a wish as often as it reports one.
_CLAUSE_KINDS = frozenset(
    {"speech", "writing", "thought", "attitude", "perception", "evidence", "decision"}
)
_SPOKEN_KINDS = frozenset({"speech", "writing"})
_EDGES = frozenset({",", ".", ";", ":", "?", "!"})
_PARTICLES = frozenset({"compound:prt", "prt"})
_CUE_PARTS = _PARTICLES | {"aux", "aux:pass", "auxpass", "advmod", "neg", "cop"}


def propose_links(roles: RoleMap, free: set[int], quotations: Sequence[Quotation]) -> list[Link]:
    """Links of the verbs that report and that belong to no link yet.

    Args:
        roles: What the model marked; where a proposed content or source coincides by half with
            a marked one, the marked limits hold.
        free: The tokens that no link covers and that lie in a section with attributions.
        quotations: Of the document; a verb beside a direct quote has it as its content.
    """
    quotes = [
        (part.start, part.end)
        for quotation in quotations
        if quotation.kind == "direct"
        for part in quotation.spans
        if free.issuperset(range(part.start, part.end))
    ]
    verbs = [token for token in roles.doc if token.pos_ == "VERB" and token.i in free]
    return list(_propose_each(roles, verbs, set(free), quotes))


def propose_nested_links(roles: RoleMap, links: Sequence[Link]) -> list[Link]:
    """Links inside the contents of ``links``: what a source says that another has said.

    Only verbs of speech and writing with a subject in the third person count, so that a speaker's
    "I think" stays part of what he says.
    """
    cues = {place for link in links if link.cue for place in range(link.cue.start, link.cue.end)}
    nested = []
    for outer in links:
        for content in outer.contents:
            verbs = [
                token
                for token in roles.doc[content.start : content.end]
                if token.pos_ == "VERB"
                and (entry := lexicon.look_up_verb(token.lemma_)) is not None
                and entry.kind in _SPOKEN_KINDS
            ]
            free = set(range(content.start, content.end)) - cues
            for link in _propose_each(None, verbs, free, []):
                link.parent = outer
                nested.append(link)
    return nested


def _propose_each(
    roles: RoleMap | None, verbs: Sequence[Token], free: set[int], quotes: list[tuple[int, int]]
) -> Iterator[Link]:
    """The links of ``verbs``, none of whose spans overlap; ``free`` shrinks by them."""
    for verb in verbs:
        link = _propose(roles, verb, free, quotes) if verb.i in free else None
        if link is not None:
            yield link
            for span in link.spans():
                free.difference_update(range(span.start, span.end))


def _propose(
    roles: RoleMap | None, verb: Token, free: set[int], quotes: list[tuple[int, int]]
) -> Link | None:
    doc = verb.doc
    entry = lexicon.look_up_verb(verb.lemma_)
    subject = syntax.subject_of(verb, shared=False)
    if entry is None or subject is None or _is_empty(subject, entry) or syntax.is_passive(verb):
        return None
    phrase = syntax.noun_phrase(subject)
    source = RoleSpan(phrase.start, phrase.end, SOURCE)
    cue = _cue_of(verb)
    content = _quoted_content(doc, source, cue, quotes) if "direct" in entry.frames else None
    if content is None:
        content = next(_clause_contents(verb, cue, entry), None)
    if content is None:
        return None
    if roles is not None:
        source, content = _marked_limits(roles, source), _marked_limits(roles, content)
    link = Link(cue, source, [content], origin="proposed")
    spans = link.spans()
    if not all(free.issuperset(range(span.start, span.end)) for span in spans):
        return None
    if any(a.overlaps(b.start, b.end) for a in spans for b in spans if a is not b):
        return None
    return link


def _marked_limits(roles: RoleMap, span: RoleSpan) -> RoleSpan:
    """The marked span of the same role that coincides with ``span`` by half, else ``span``."""
    for other in roles.near(span.role, span, 2):
        shared = min(span.end, other.end) - max(span.start, other.start)
        if 2 * shared >= max(span.end, other.end) - min(span.start, other.start):
            return other
    return span


def _cue_of(verb: Token) -> RoleSpan:
    """The verb with the auxiliaries, negation and adverbs that stand directly around it."""
    parts = {child.i for child in verb.children if child.dep_ in _CUE_PARTS}
    start, end = verb.i, verb.i + 1
    while start - 1 in parts:
        start -= 1
    while end in parts and verb.doc[end].dep_ in _PARTICLES:
        end += 1
    return RoleSpan(start, end, CUE)


def _clause_contents(verb: Token, cue: RoleSpan, entry: lexicon.CueEntry) -> Iterator[RoleSpan]:
    for clause in syntax.complement_clauses_of(verb):
        if clause.i < verb.i:
            continue
        tokens = sorted(clause.subtree, key=lambda token: token.i)
        tokens = [token for token in tokens if token.i >= cue.end]
        if not tokens:
            continue
        fits = (
            clause.dep_ == "ccomp"
            and entry.kind in _CLAUSE_KINDS
            and bool(entry.frames & {"that", "wh", "direct"})
        )
        start, end = tokens[0].i, tokens[-1].i + 1
        while end > start and (verb.doc[end - 1].text in _EDGES or verb.doc[end - 1].is_space):
            end -= 1
        while end > start and (verb.doc[start].text in _EDGES or verb.doc[start].is_space):
            start += 1
        if fits and end - start >= 2:
            yield RoleSpan(start, end, CONTENT)


def _quoted_content(
    doc: Doc, source: RoleSpan, cue: RoleSpan, quotes: list[tuple[int, int]]
) -> RoleSpan | None:
    """The direct quote right before or after source and cue, a comma or colon between."""
    start, end = min(source.start, cue.start), max(source.end, cue.end)
    for quote_start, quote_end in quotes:
        gap = doc[end:quote_start] if quote_start >= end else doc[quote_end:start]
        beside = quote_start >= end or quote_end <= start
        if beside and len(gap) <= 1 and all(token.text in ",:" for token in gap):
            return RoleSpan(quote_start, quote_end, CONTENT)
    return None


def _is_empty(subject: Token, entry: lexicon.CueEntry) -> bool:
    """Whether a subject names no source: an expletive, or the writer outside of quotation marks."""
    if subject.dep_ == "expl" or subject.lower_ in ("there", "this", "that", "what", "you"):
        return True
    if subject.lower_ in ("i", "we"):
        return True
    # "It warns that": a company or a document. "It seems that": nobody.
    return subject.lower_ in ("it", "which") and entry.kind not in _SPOKEN_KINDS
