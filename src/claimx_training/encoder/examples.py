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
from claimx.pipeline.words import Words, list_words
from claimx_training.name_labels import LABELS, SOURCE, list_allowed_tags
from claimx_training.polnear import Article, RoleSpan

IGNORED = -100
ROLES = ("SOURCE", "CUE", "CONTENT")
Integers = NDArray[np.int64]
# The role of a piece of an attribution, and the offsets of the words that cover it.
Piece = tuple[str, tuple[int, int] | None]


@dataclass(slots=True)
class SyntaxExample:
    """A document with gold syntax. Arrays are ``(words,)``."""

    pieces: PieceSequence
    tags: Integers
    morphs: Integers
    heads: Integers
    labels: Integers
    starts: Integers


@dataclass(slots=True)
class EntityExample:
    """A document with the BIO tags of names that each word may have, ``(words, tags)``."""

    pieces: PieceSequence
    allowed: NDArray[np.bool_]
    source: str


@dataclass(slots=True)
class GoldCue:
    """A cue with its arguments, in word offsets: ``(start, end, label)``, label 0 for sources."""

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
    def collect(cls, syntax: Iterable[Doc]) -> Labels:
        """All labels of the documents, sorted, and those of names."""
        tags, morphs, deps = set(), set(), set()
        for doc in syntax:
            for token in doc:
                if not token.is_space:
                    tags.add(token.tag_)
                    morphs.add(name_morph(token.pos_, str(token.morph)))
                    deps.add(token.dep_)
        return cls(sorted(tags), sorted(morphs), sorted(deps), list(LABELS))


def name_morph(pos: str, morph: str) -> str:
    """Part of speech and features as one label."""
    return f"{pos}|{morph}"


def make_syntax_example(doc: Doc, labels: Labels, word_pieces: WordPieces) -> SyntaxExample:
    """An example from a Doc with gold syntax; unknown labels are ignored."""
    tags, morphs, deps = (
        {name: number for number, name in enumerate(names)}
        for names in (labels.tags, labels.morphs, labels.deps)
    )
    pieces = split_doc(doc, word_pieces)
    numbers = {token: word for word, token in enumerate(pieces.tokens.tolist())}
    rows = [
        (
            tags.get(token.tag_, IGNORED),
            morphs.get(name_morph(token.pos_, str(token.morph)), IGNORED),
            numbers[token.head.i],
            deps.get(token.dep_, IGNORED),
            int(token.is_sent_start or token.i == 0),
        )
        for token in doc
        if not token.is_space
    ]
    columns = np.asarray(rows, dtype=np.int64).T
    return SyntaxExample(pieces, *columns)


def make_entity_example(doc: Doc, word_pieces: WordPieces) -> EntityExample:
    """An example from a Doc with names, of which its corpus may annotate only some labels."""
    pieces = split_doc(doc, word_pieces)
    return EntityExample(pieces, list_allowed_tags(doc)[pieces.tokens], doc.user_data[SOURCE])


def make_attribution_example(
    nlp: Language,
    article: Article,
    word_pieces: WordPieces,
    text: str | None = None,
    untold: Untold | None = None,
) -> AttributionExample:
    """An example from an article; ``text`` is its text in other marks, of the same length.

    What ``untold`` says that the annotation does not tell is `IGNORED`.
    """
    untold = untold or Untold()
    doc = nlp.make_doc(article.text if text is None else text)
    words = list_words(doc)
    size = len(words.tokens)
    cue_tags, role_tags = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    contents = np.zeros(size, dtype=bool)
    cues = []
    for place, link in enumerate(article.links):
        pieces = [(piece.role, to_words(doc, words, piece)) for piece in link]
        if place not in untold.nested:
            _tag_roles(role_tags, contents, pieces)
        cue = _make_cue(pieces)
        if cue is None:
            continue
        cues.append(cue)
        if place in untold.unsure:
            cue_tags[cue.start : cue.end] = IGNORED
        else:
            _tag_span(cue_tags, cue.start, cue.end, 0)
    for word in np.flatnonzero(contents & (cue_tags == 0)).tolist():
        if doc[int(words.tokens[word])].lower_ in untold.cue_words:
            cue_tags[word] = IGNORED
    discarded = _find_discarded(doc, words, article)
    cue_tags[discarded] = role_tags[discarded] = IGNORED
    paragraphs, opens, colons = list_paragraphs(doc, words)
    return AttributionExample(
        split_doc(doc, word_pieces), cue_tags, role_tags, cues, paragraphs, opens, colons
    )


def _tag_roles(role_tags: Integers, contents: NDArray[np.bool_], pieces: list[Piece]) -> None:
    """Tag the words of an attribution's pieces, and note those of its content."""
    for role, limits in pieces:
        if limits is not None:
            _tag_span(role_tags, *limits, ROLES.index(role))
            contents[limits[0] : limits[1]] |= role == "CONTENT"


def _make_cue(pieces: list[Piece]) -> GoldCue | None:
    """The cue of an attribution with its arguments; None where it has none that is a word."""
    cue = next((limits for role, limits in pieces if role == "CUE"), None)
    arguments = [
        (*limits, ("SOURCE", "CONTENT").index(role))
        for role, limits in pieces
        if limits is not None and role != "CUE"
    ]
    return None if cue is None else GoldCue(*cue, arguments)


def _find_discarded(doc: Doc, words: Words, article: Article) -> list[int]:
    """The words in what the annotator left out."""
    tokens = [doc[token] for token in words.tokens.tolist()]
    return [
        word
        for word, token in enumerate(tokens)
        if any(a < token.idx + len(token) and token.idx < b for a, b in article.discarded)
    ]


@dataclass(frozen=True, slots=True)
class Untold:
    """What an annotation of attributions does not tell.

    Attributes:
        nested: Places among the article's links of attributions inside others.
        unsure: Places of those whose cue may be none.
        cue_words: Lower-cased words that may be unannotated cues inside a content: PolNeAR
            annotates the outermost attribution alone.
    """

    nested: frozenset[int] = frozenset()
    unsure: frozenset[int] = frozenset()
    cue_words: frozenset[str] = frozenset()


def to_words(doc: Doc, words: Words, piece: RoleSpan) -> tuple[int, int] | None:
    """Half-open offsets of the whole words that cover the piece."""
    span = doc.char_span(piece.start, piece.end, alignment_mode="expand")
    if span is None:
        return None
    start, end = np.searchsorted(words.tokens, (span.start, span.end)).tolist()
    return (start, end) if start < end else None


def tag_arguments(cue: GoldCue, window: Span) -> Integers:
    """BIO tags of a cue's arguments, as far as they lie in ``window``."""
    tags = np.zeros(window.end - window.start, dtype=np.int64)
    for start, end, label in cue.arguments:
        start, end = max(start, window.start) - window.start, min(end, window.end) - window.start
        if start < end:
            _tag_span(tags, start, end, label)
    return tags


def _tag_span(tags: Integers, start: int, end: int, label: int) -> None:
    """Write the BIO tags of ``label``: one for the first word, one for the others."""
    tags[start:end] = 2 * label + 2
    tags[start] = 2 * label + 1


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
