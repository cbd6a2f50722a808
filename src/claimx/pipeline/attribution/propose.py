"""Attributions inside what is attributed, by grammar and the cue lexicon.

PolNeAR, on which the model is fitted, has the outermost attribution alone; inside it, a verb of
saying, thinking, wanting or deciding with a subject of its own and a clause that completes it is
one as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claimx.pipeline import lexicon
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleSpan
from claimx.pipeline.syntax import clauses, nouns

_SPOKEN = frozenset({"speech", "writing"})
_KINDS = _SPOKEN | {"thought", "intention", "decision"}
# Frames of finite clauses and of infinitives.
_FINITE, _OPEN = frozenset({"that", "wh", "direct"}), frozenset({"inf"})
_EDGES = frozenset({",", ".", ";", ":", "?", "!"})
_NOBODY = frozenset({"i", "we", "you", "there", "this", "that", "what"})
_FUTURE = frozenset({"will", "'ll", "’ll", "wo"})
_PARTICLES = frozenset({"compound:prt", "prt"})
_CUE_PARTS = _PARTICLES | {"aux", "aux:pass", "auxpass", "advmod", "neg", "cop"}


def propose_nested_links(doc: Doc, links: Sequence[Link]) -> list[Link]:
    """Links inside the contents of ``links``: what a source says that another has said.

    Only verbs with a subject in the third person count, so that a speaker's "I think" stays part
    of what he says.
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
    if entry is None or entry.kind not in _KINDS or clauses.is_passive(verb):
        return None
    subject = clauses.subject_of(verb, shared=False) or _find_quoted(verb)
    if subject is None or _is_empty(subject) or _is_supposed(verb):
        return None
    if subject.lower_ == "it" and entry.kind_of_things is not None:
        return None  # "it means that …": a thing rather than a body
    phrase = nouns.noun_phrase(subject)
    cue = _cue_of(verb)
    content = next(_find_contents(verb, cue, entry), None)
    if content is None:
        return None
    link = Link(cue, RoleSpan(phrase.start, phrase.end, SOURCE), [content], origin="nested")
    spans = link.spans()
    if not all(outer.contains(span) for span in spans) or len(content) >= len(outer):
        return None
    if entry.kind not in _SPOKEN and subject.tag_ == "PRP" and _fills(verb.doc, link, outer):
        return None  # "he said that he expects …" is one claim
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


def _find_contents(verb: Token, cue: RoleSpan, entry: lexicon.CueEntry) -> Iterator[RoleSpan]:
    """The clauses behind the cue that hold what it attributes, in a frame of its entry."""
    doc = verb.doc
    for clause in clauses.complement_clauses_of(verb):
        is_open = clauses.is_open_complement(clause)
        if clause.i < verb.i or not entry.frames & (_OPEN if is_open else _FINITE):
            continue
        if not is_open and clauses.subject_of(clause) is None:
            continue  # a noun that the parser took for a clause
        tokens = list(clause.subtree)
        if is_open:
            if not any(token.tag_ == "TO" for token in clause.children):
                continue
            if "object" not in entry.addressee:
                # "Expects sales to rise": the object is the subject of the clause.
                tokens += [t for noun in clauses.objects_of(verb) for t in noun.subtree]
        places = [token.i for token in tokens if token.i >= cue.end]
        if not places:
            continue
        start, end = min(places), max(places) + 1
        while end > start and (doc[end - 1].text in _EDGES or doc[end - 1].is_space):
            end -= 1
        while end > start and (doc[start].text in _EDGES or doc[start].is_space):
            start += 1
        if end - start >= 2:
            yield RoleSpan(start, end, CONTENT)


def _fills(doc: Doc, link: Link, outer: RoleSpan) -> bool:
    """Whether nothing of ``outer`` but a conjunction and marks is left beside a link."""
    rest = [*doc[outer.start : link.start], *doc[link.end : outer.end]]
    return all(token.is_punct or token.is_space or token.dep_ == "mark" for token in rest)


def _find_quoted(verb: Token) -> Token | None:
    """Whom somebody "quoted … as *saying*" it, None where the verb stands otherwise."""
    is_said = verb.tag_ == "VBG" and any(child.lower_ == "as" for child in verb.children)
    if not is_said or clauses.is_passive(verb.head):
        return None
    objects = [noun for noun in clauses.objects_of(verb.head) if noun.i < verb.i]
    return objects[-1] if objects else None


def _is_supposed(verb: Token) -> bool:
    """Whether a modal says that somebody must, should or might do it, not that he does."""
    modals = (token for token in clauses.auxiliaries_of(verb) if token.tag_ == "MD")
    return any(token.lower_ not in _FUTURE for token in modals)


def _is_empty(subject: Token) -> bool:
    """Whether a subject names nobody, or the speaker himself, whose "I think" is what he says."""
    return subject.dep_ == "expl" or subject.lower_ in _NOBODY
