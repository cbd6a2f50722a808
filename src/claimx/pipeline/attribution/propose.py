"""Attributions inside what is attributed, by grammar and the cue lexicon.

PolNeAR, on which the model is fitted, has the outermost attribution alone; inside it, a verb of
speech with a subject of its own and a clause that completes it is one as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claimx.pipeline import lexicon
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleSpan
from claimx.pipeline.syntax import clauses, nouns

_SPOKEN_KINDS = frozenset({"speech", "writing"})
_EDGES = frozenset({",", ".", ";", ":", "?", "!"})
_NOBODY = frozenset({"i", "we", "you", "there", "this", "that", "what"})
_PARTICLES = frozenset({"compound:prt", "prt"})
_CUE_PARTS = _PARTICLES | {"aux", "aux:pass", "auxpass", "advmod", "neg", "cop"}


def propose_nested_links(doc: Doc, links: Sequence[Link]) -> list[Link]:
    """Links inside the contents of ``links``: what a source says that another has said.

    Only verbs of speech and writing with a subject in the third person count, so that a speaker's
    "I think" stays part of what he says.
    """
    taken = {place for link in links for place in range(link.cue.start, link.cue.end)}
    nested: list[Link] = []
    for content in (content for link in links for content in link.contents):
        for token in doc[content.start : content.end]:
            if token.pos_ == "VERB" and token.i not in taken:
                link = _propose(token, content)
                if link is not None and taken.isdisjoint(range(link.cue.start, link.cue.end)):
                    taken.update(range(link.cue.start, link.cue.end))
                    nested.append(link)
    return nested


def _propose(verb: Token, outer: RoleSpan) -> Link | None:
    """The link of a verb whose parts all lie in ``outer`` and none of which overlap."""
    entry = lexicon.look_up_verb(verb.lemma_)
    if entry is None or entry.kind not in _SPOKEN_KINDS or clauses.is_passive(verb):
        return None
    subject = clauses.subject_of(verb, shared=False)
    if subject is None or _is_empty(subject):
        return None
    phrase = nouns.noun_phrase(subject)
    cue = _cue_of(verb)
    content = next(_clause_contents(verb, cue, entry), None)
    if content is None:
        return None
    link = Link(cue, RoleSpan(phrase.start, phrase.end, SOURCE), [content], origin="nested")
    spans = link.spans()
    if not all(outer.contains(span) for span in spans) or len(content) >= len(outer):
        return None
    crossing = any(a.overlaps(b.start, b.end) for a in spans for b in spans if a is not b)
    return None if crossing else link


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
    for clause in clauses.complement_clauses_of(verb):
        if clause.i < verb.i:
            continue
        tokens = sorted(clause.subtree, key=lambda token: token.i)
        tokens = [token for token in tokens if token.i >= cue.end]
        if not tokens:
            continue
        fits = clause.dep_ == "ccomp" and bool(entry.frames & {"that", "wh", "direct"})
        start, end = tokens[0].i, tokens[-1].i + 1
        while end > start and (verb.doc[end - 1].text in _EDGES or verb.doc[end - 1].is_space):
            end -= 1
        while end > start and (verb.doc[start].text in _EDGES or verb.doc[start].is_space):
            start += 1
        if fits and end - start >= 2:
            yield RoleSpan(start, end, CONTENT)


def _is_empty(subject: Token) -> bool:
    """Whether a subject names nobody, or the speaker himself, whose "I think" is what he says."""
    return subject.dep_ == "expl" or subject.lower_ in _NOBODY
