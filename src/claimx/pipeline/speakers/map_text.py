"""What stands where in a text: sources, contents, quotations, headings, sentences, by token."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc

from claimx.pipeline.annotations import Attribution, get_quotations
from claimx.pipeline.layout_annotations import SKIPPED_SECTIONS, get_sections, get_turns
from claimx.pipeline.speakers.read_phrases import Phrase

_HEADING = 0.5


def index_sources(phrases: Sequence[Sequence[Phrase]]) -> dict[int, list[tuple[int, Phrase]]]:
    """By the token that is met: the attributions whose source it heads, with the phrase."""
    found: dict[int, list[tuple[int, Phrase]]] = {}
    for number, parts in enumerate(phrases):
        for phrase in parts:
            token = phrase.place.start if phrase.place is not None else phrase.head
            found.setdefault(token, []).append((number, phrase))
    return found


def find_innermost_contents(doc: Doc, attributions: Sequence[Attribution]) -> dict[int, int]:
    """For each token the attribution with the shortest content that holds it."""
    sized = [
        (sum(len(span) for span in item.content), number)
        for number, item in enumerate(attributions)
    ]
    found: dict[int, int] = {}
    for _, number in sorted(sized, reverse=True):
        for span in attributions[number].content:
            found.update(dict.fromkeys(range(span.start, span.end), number))
    return found


def find_quoted_tokens(doc: Doc) -> set[int]:
    """The tokens inside quotation marks that hold speech, and those of a transcript's turns."""
    spans = [
        span
        for quotation in get_quotations(doc)
        if quotation.kind in ("direct", "fragment")
        for span in quotation.spans
    ]
    spans += [span for turn in get_turns(doc) for span in turn.words]
    return {token for span in spans for token in range(span.start, span.end)}


def weigh_sections(doc: Doc) -> dict[int, float]:
    """How much mentions in headings count; 0 in what takes no part."""
    weights: dict[int, float] = {}
    for section in get_sections(doc):
        if section.kind in SKIPPED_SECTIONS or section.kind == "byline":
            weight = 0.0
        elif section.kind in ("headline", "heading", "caption"):
            weight = _HEADING
        else:
            continue
        weights.update(dict.fromkeys(range(section.span.start, section.span.end), weight))
    return weights


def number_sentences(doc: Doc, quoted: Collection[int]) -> list[int]:
    """For each token the number of its sentence in the narration.

    A sentence that is all speech has that of the one before: what somebody says at length takes
    nobody out of the reader's mind.
    """
    numbers = [0] * len(doc)
    number = -1
    for sentence in doc.sents:
        is_speech = all(token.i in quoted or token.is_punct or token.is_space for token in sentence)
        if not is_speech or number < 0:
            number += 1
        for token in range(sentence.start, sentence.end):
            numbers[token] = number
    return numbers
