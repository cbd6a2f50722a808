"""spaCy's transition-based span decoder, fitted on attributions instead of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from spacy.pipeline.ner import EntityRecognizer
from spacy.tokens import Doc, Span, SpanGroup

from claimx.pipeline.annotations import ATTRIBUTION_SPAN


class AttributionSpans(EntityRecognizer):
    """Labels spans SOURCE, CUE or CONTENT and stores them in ``claimx/attribution_span``.

    The decoder is that of ``ner``, whose spans never cross a token that is known to start a
    sentence. Contents do cross sentences, but not paragraphs, so this component goes after the
    layout and before the parser. ``doc.ents`` is left as it was found.
    """

    def predict(self, docs: Iterable[Doc]) -> Any:
        """Decode ``docs``, whatever entities they already hold."""
        docs = list(docs)
        with _entities_set_aside(docs):
            return super().predict(docs)

    def set_annotations(self, docs: Iterable[Doc], states_or_beams: Any) -> None:
        """Store the decoded spans in the span group of attributions."""
        docs = list(docs)
        with _entities_set_aside(docs):
            super().set_annotations(docs, states_or_beams)
            for doc in docs:
                spans = [Span(doc, ent.start, ent.end, label=ent.label_) for ent in doc.ents]
                doc.spans[ATTRIBUTION_SPAN] = SpanGroup(doc, name=ATTRIBUTION_SPAN, spans=spans)


@contextmanager
def _entities_set_aside(docs: list[Doc]) -> Iterator[None]:
    """Take the entities off ``docs`` and put them back, known to be absent or not known."""
    kept = [(doc.ents, "outside" if doc.has_annotation("ENT_IOB") else "missing") for doc in docs]
    for doc in docs:
        doc.set_ents([], default="missing")
    try:
        yield
    finally:
        for doc, (entities, default) in zip(docs, kept, strict=True):
            doc.set_ents(list(entities), default=default)
