"""Gold annotation as arrays, one example a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.attribution_roles.windows import Span, find_argument_window, list_paragraphs
from claimx.pipeline.encoder.windows import PieceSequence, split_doc
from claimx.pipeline.encoder.word_pieces import WordPieces
from claimx_training.polnear import Article, RoleSpan

IGNORED = -100
ROLES = ("SOURCE", "CUE", "CONTENT")
Integers = NDArray[np.int64]


@dataclass(slots=True)
class SyntaxExample:
    """A document with gold syntax; `IGNORED` at white space. Arrays are ``(tokens,)``."""

    pieces: PieceSequence
    tags: Integers
    morphs: Integers
    heads: Integers
    labels: Integers
    starts: Integers


@dataclass(slots=True)
class EntityExample:
    """A document with BIO tags of names; `IGNORED` where the corpus does not tell."""

    pieces: PieceSequence
    tags: Integers


@dataclass(slots=True)
class GoldCue:
    """A cue with its arguments, in token offsets: ``(start, end, label)``, label 0 for sources."""

    start: int
    end: int
    arguments: list[tuple[int, int, int]]


@dataclass(slots=True)
class AttributionExample:
    """An article: BIO tags of cues and of roles, and the cues with their arguments."""

    pieces: PieceSequence
    cue_tags: Integers
    role_tags: Integers
    cues: list[GoldCue]
    paragraphs: list[Span]
    opens_quote: list[bool]
    ends_colon: list[bool] = field(default_factory=list)


@dataclass(slots=True)
class Labels:
    """The labels of the syntax and of the names, in the order of their numbers."""

    tags: list[str]
    morphs: list[str]
    deps: list[str]
    entities: list[str]

    @classmethod
    def collect(cls, syntax: Iterable[Doc], entities: Iterable[Doc]) -> Labels:
        """All labels of the documents, sorted."""
        tags, morphs, deps, names = set(), set(), set(), set()
        for doc in syntax:
            for token in doc:
                if not token.is_space:
                    tags.add(token.tag_)
                    morphs.add(name_morph(token.pos_, str(token.morph)))
                    deps.add(token.dep_)
        for doc in entities:
            names |= {entity.label_ for entity in doc.ents}
        return cls(sorted(tags), sorted(morphs), sorted(deps), sorted(names))


def name_morph(pos: str, morph: str) -> str:
    """Part of speech and features as one label."""
    return f"{pos}|{morph}"


def make_syntax_example(doc: Doc, labels: Labels, word_pieces: WordPieces) -> SyntaxExample:
    """An example from a Doc with gold syntax; unknown labels are ignored."""
    tags, morphs, deps = (
        {name: number for number, name in enumerate(names)}
        for names in (labels.tags, labels.morphs, labels.deps)
    )
    rows = [
        (IGNORED,) * 5
        if token.is_space
        else (
            tags.get(token.tag_, IGNORED),
            morphs.get(name_morph(token.pos_, str(token.morph)), IGNORED),
            token.head.i,
            deps.get(token.dep_, IGNORED),
            int(token.is_sent_start or token.i == 0),
        )
        for token in doc
    ]
    columns = np.asarray(rows, dtype=np.int64).T
    return SyntaxExample(split_doc(doc, word_pieces), *columns)


def make_entity_example(doc: Doc, labels: Labels, word_pieces: WordPieces) -> EntityExample:
    """An example from a Doc with entities, some of whose tokens may be missing values."""
    numbers = {name: number for number, name in enumerate(labels.entities)}
    tags = np.zeros(len(doc), dtype=np.int64)
    for token in doc:
        if token.ent_iob_ in ("B", "I"):
            tags[token.i] = 2 * numbers[token.ent_type_] + (1 if token.ent_iob_ == "B" else 2)
        elif token.ent_iob_ != "O":
            tags[token.i] = IGNORED
    return EntityExample(split_doc(doc, word_pieces), tags)


def make_attribution_example(
    nlp: Language, article: Article, word_pieces: WordPieces, text: str | None = None
) -> AttributionExample:
    """An example from an article; ``text`` is its text in other marks, of the same length."""
    doc = nlp.make_doc(article.text if text is None else text)
    cue_tags, role_tags = np.zeros(len(doc), dtype=np.int64), np.zeros(len(doc), dtype=np.int64)
    cues = []
    for link in article.links:
        spans = [(piece, _to_tokens(doc, piece)) for piece in link]
        for piece, limits in spans:
            if limits is not None:
                label = ROLES.index(piece.role)
                role_tags[limits[0] : limits[1]] = 2 * label + 2
                role_tags[limits[0]] = 2 * label + 1
        cue = next((limits for piece, limits in spans if piece.role == "CUE"), None)
        if cue is not None:
            arguments = [
                (*limits, ("SOURCE", "CONTENT").index(piece.role))
                for piece, limits in spans
                if limits is not None and piece.role != "CUE"
            ]
            cues.append(GoldCue(*cue, arguments))
            cue_tags[cue[0] : cue[1]] = 2
            cue_tags[cue[0]] = 1
    for token in doc:
        if any(a < token.idx + len(token) and token.idx < b for a, b in article.discarded):
            cue_tags[token.i] = role_tags[token.i] = IGNORED
    paragraphs, opens, colons = list_paragraphs(doc)
    return AttributionExample(
        split_doc(doc, word_pieces), cue_tags, role_tags, cues, paragraphs, opens, colons
    )


def _to_tokens(doc: Doc, piece: RoleSpan) -> tuple[int, int] | None:
    """Whole tokens that cover the piece, without white space at the edges."""
    span = doc.char_span(piece.start, piece.end, alignment_mode="expand")
    if span is None:
        return None
    start, end = span.start, span.end
    while start < end and doc[start].is_space:
        start += 1
    while start < end and doc[end - 1].is_space:
        end -= 1
    return (start, end) if start < end else None


def tag_arguments(cue: GoldCue, window: Span) -> Integers:
    """BIO tags of a cue's arguments, as far as they lie in ``window``."""
    tags = np.zeros(window.end - window.start, dtype=np.int64)
    for start, end, label in cue.arguments:
        start, end = max(start, window.start) - window.start, min(end, window.end) - window.start
        if start < end:
            tags[start:end] = 2 * label + 2
            tags[start] = 2 * label + 1
    return tags


def find_window(example: AttributionExample, start: int, end: int) -> Span:
    """The tokens in which the arguments of the cue ``start`` to ``end`` are looked for."""
    return find_argument_window(
        Span(start, end), example.paragraphs, example.opens_quote, example.ends_colon
    )


def match_cue(gold: Sequence[GoldCue], start: int, end: int) -> GoldCue:
    """The gold cue that shares a token with ``start`` to ``end``, else one without arguments."""
    for cue in gold:
        if cue.start < end and start < cue.end:
            return GoldCue(start, end, cue.arguments)
    return GoldCue(start, end, [])
