"""Whether a content is direct, indirect or mixed speech, by the quotations that it holds."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from claimx.article.values import Directness
from claimx.pipeline.annotations import Attribution, Quotation

_SPEECH = frozenset({"direct", "fragment"})


def decide_directness(attribution: Attribution, quotations: Sequence[Quotation]) -> Directness:
    """``direct`` where direct quotations cover the content but for punctuation, ``mixed`` where
    quotations of speech stand inside other words, else ``indirect``.

    Scare quotes, titles and labels do not count; nor does a quotation around the whole
    attribution, which is somebody else's.
    """
    own = [
        (span, quotation.kind)
        for quotation in quotations
        if quotation.kind in _SPEECH
        for span in quotation.spans
        if _overlaps(span, attribution.content) and not _encloses(quotation, attribution)
    ]
    if not own:
        return "indirect"
    content = [
        token.i
        for span in attribution.content
        for token in span
        if not (token.is_punct or token.is_space)
    ]
    direct = {i for span, kind in own if kind == "direct" for i in range(span.start, span.end)}
    if content and direct.issuperset(content):
        return "direct"
    quoted = {i for span, _ in own for i in range(span.start, span.end)}
    return "indirect" if quoted.isdisjoint(content) else "mixed"


def _overlaps(quotation: Span, content: Sequence[Span]) -> bool:
    start, end = quotation.start, quotation.end
    return any(span.start < end and start < span.end for span in content)


def _encloses(quotation: Quotation, attribution: Attribution) -> bool:
    """Whether the cue or the source stands inside ``quotation``."""
    return any(
        outer.start <= inner.start and inner.end <= outer.end
        for outer in quotation.spans
        for inner in (*attribution.cue, *attribution.source)
    )


def sentences_of(content: Sequence[Span]) -> list[list[int]]:
    """The sentences of a content as offsets of their tokens, by their final punctuation."""
    sentences: list[list[int]] = [[]]
    for span in content:
        words = [token for token in span if not (token.is_punct or token.is_space)]
        # A part that begins with a capital opens a sentence, though a comma ends the one before.
        if words and words[0].text[:1].isupper() and words[0].text != "I":
            sentences.append([])
        for token in span:
            sentences[-1].append(token.i)
            if token.text[-1:] in {".", "?", "!"} and token.is_punct:
                sentences.append([])
    return [
        sentence
        for sentence in sentences
        if any(not content[0].doc[i].is_punct and not content[0].doc[i].is_space for i in sentence)
    ]


def opens_with_question(content: Sequence[Span]) -> bool:
    """Whether the first sentence of a content ends with a question mark."""
    if not _holds_question_mark(content):
        return False
    doc = content[0].doc
    sentences = sentences_of(content)
    return bool(sentences) and _ends_as_question(doc, sentences[0])


def _holds_question_mark(content: Sequence[Span]) -> bool:
    return any("?" in span.text for span in content)


def _ends_as_question(doc: Doc, sentence: Sequence[int]) -> bool:
    return any(doc[i].text.endswith("?") for i in sentence[-2:])


def is_question(content: Sequence[Span]) -> bool:
    """Whether every sentence of a content ends with a question mark."""
    if not _holds_question_mark(content):
        return False
    doc = content[0].doc
    sentences = sentences_of(content)
    return bool(sentences) and all(_ends_as_question(doc, sentence) for sentence in sentences)
