"""The words in which the arguments of a cue are looked for."""

from __future__ import annotations

import numpy as np
import spacy
from spacy.tokens import Doc

from claimx.pipeline.attribution_roles.distances import BUCKETS, bucket_distances
from claimx.pipeline.attribution_roles.windows import (
    AFTER,
    BEFORE,
    Span,
    find_argument_window,
    list_paragraphs,
)
from claimx.pipeline.words import list_words

NLP = spacy.blank("en")


def window_of(doc: Doc, cue: str) -> str:
    words = list_words(doc)
    place = next(i for i, token in enumerate(words.tokens.tolist()) if doc[token].text == cue)
    window = find_argument_window(Span(place, place + 1), *list_paragraphs(doc, words))
    start, end = words.limits(window.start, window.end)
    return doc[start:end].text


def test_it_is_the_paragraph_of_the_cue() -> None:
    doc = NLP("First.\n\nHill said it was safe. It was.\n\nLast.")
    assert window_of(doc, "said") == "Hill said it was safe. It was."


def test_it_goes_on_where_speech_may_go_on() -> None:
    doc = NLP("Hill said:\n\nIt is safe.\n\n“We checked.”\n\nLast.")
    assert window_of(doc, "said") == "Hill said:\n\nIt is safe.\n\n“We checked.”"


def test_it_has_an_end_in_long_paragraphs() -> None:
    doc = NLP("word " * 400 + "said " + "word " * 400)
    window = find_argument_window(Span(400, 401), *list_paragraphs(doc, list_words(doc)))
    assert window == Span(400 - BEFORE, 401 + AFTER)


def test_paragraphs_cover_the_words() -> None:
    for text in ("", " ", "\n\nOne.\n\n\nTwo.\n", "One."):
        doc = NLP(text)
        words = list_words(doc)
        spans, opens, colons = list_paragraphs(doc, words)
        assert len(spans) == len(opens) == len(colons)
        covered = [place for s in spans for place in range(s.start, s.end)]
        assert covered == list(range(len(words.tokens)))
        assert [doc[i].text for i in words.tokens.tolist()] == [
            t.text for t in doc if t.text.strip()
        ]


def test_distances_are_exact_near_the_cue_and_keep_their_side() -> None:
    distances = np.arange(-400, 401)
    buckets = bucket_distances(distances)
    assert buckets.min() == 0
    assert buckets.max() < BUCKETS
    near = bucket_distances(np.arange(-8, 9))
    assert len(set(near.tolist())) == 17
    assert set(buckets[:400].tolist()).isdisjoint(buckets[400:].tolist())
