"""What the component hands on: cues with their arguments in ``claimx/attribution_span``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, SpanGroup

from claimx.pipeline.annotations import ATTRIBUTION_SPAN

SOURCE, CUE, CONTENT = "SOURCE", "CUE", "CONTENT"


@dataclass
class FoundAttribution:
    """A cue with its arguments, ``(label, span)``, label SOURCE or CONTENT, in text order.

    Attributes:
        cue_chance: How certain it is that the cue is one, 0 to 1.
        arguments_chance: The probability of the arguments as a whole among all others, 0 to 1.
    """

    cue: Span
    arguments: list[tuple[str, Span]]
    cue_chance: float
    arguments_chance: float


def set_found(doc: Doc, found: Sequence[FoundAttribution]) -> None:
    """Store what was found; a span's ``id_`` joins a cue with its arguments."""
    spans = []
    attrs = {}
    for number, item in enumerate(found):
        key = str(number)
        for label, span in [(CUE, item.cue), *item.arguments]:
            spans.append(Span(doc, span.start, span.end, label=label, span_id=key))
        attrs[key] = [round(item.cue_chance, 4), round(item.arguments_chance, 4)]
    doc.spans[ATTRIBUTION_SPAN] = SpanGroup(doc, name=ATTRIBUTION_SPAN, attrs=attrs, spans=spans)


def get_found(doc: Doc) -> list[FoundAttribution]:
    """What was found in ``doc``, cues in text order; empty where nothing was stored."""
    if ATTRIBUTION_SPAN not in doc.spans:
        return []
    group = doc.spans[ATTRIBUTION_SPAN]
    cues: dict[str, Span] = {}
    arguments: dict[str, list[tuple[str, Span]]] = {}
    for span in group:
        if span.label_ == CUE:
            cues[span.id_] = span
        else:
            arguments.setdefault(span.id_, []).append((span.label_, span))
    return [
        FoundAttribution(
            cue=cue,
            arguments=sorted(arguments.get(key, []), key=lambda a: (a[1].start, a[1].end)),
            cue_chance=group.attrs[key][0],
            arguments_chance=group.attrs[key][1],
        )
        for key, cue in cues.items()
    ]
