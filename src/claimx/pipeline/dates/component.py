"""Finds time expressions, resolves them and ties them to attributions."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from claimx.pipeline.annotations import (
    Attribution,
    Timex,
    get_attributions,
    get_quotations,
    set_attributions,
    set_timexes,
)
from claimx.pipeline.dates.anchors import Anchor, article_anchor
from claimx.pipeline.dates.context import Candidate
from claimx.pipeline.dates.find import find_candidates
from claimx.pipeline.dates.names import NAMES_ELSEWHERE
from claimx.pipeline.dates.narrative import Narrative
from claimx.pipeline.dates.orders import DAY_FIRST, check_date_order, find_date_order
from claimx.pipeline.dates.saying import keep_saying_behind
from claimx.pipeline.dates.ties import find_about, find_said_on, stretch_of
from claimx.pipeline.layout_annotations import get_context, get_sections
from claimx.pipeline.overlaps import Overlaps

# Their dates are the article's own, and are read before the pipeline runs.
_SECTIONS_WITHOUT_DATES = frozenset({"metadata", "dateline", "byline"})


class Dates:
    """Stores `Timex` records and sets ``said_on`` and ``about`` of attributions.

    Args:
        name: Name of the component in its pipeline.
        date_order: ``MDY`` or ``DMY`` for numeric dates, where the document's context names
            none; None takes it from the article's own dates, and where these tell nothing reads
            the month first and says that it is in doubt.

    Raises:
        ValueError: If ``date_order`` is another.
    """

    def __init__(self, name: str = "claimx_dates", date_order: str | None = None) -> None:
        check_date_order(date_order)
        self.name = name
        self.date_order = date_order

    def __call__(self, doc: Doc) -> Doc:
        """Annotate ``doc``; sections, quotations and attributions are used where there are any."""
        candidates = self._find(doc)
        doc.user_data.pop(NAMES_ELSEWHERE, None)
        timexes = [_make_timex(candidate, number) for number, candidate in enumerate(candidates)]
        attributions = get_attributions(doc)
        places = Overlaps(timexes, lambda timex: [timex.span])
        for attribution in attributions:
            near = places.find(stretch_of(cue) for cue in attribution.cue[:1])
            said_on = find_said_on(attribution, near)
            attribution.said_on = said_on.key if said_on else None
            inside = places.find(attribution.content)
            attribution.about = [timex.key for timex in find_about(attribution, inside)]
        self._resolve(doc, candidates, timexes, attributions)
        set_timexes(doc, timexes)
        if attributions:
            set_attributions(doc, attributions)
        return doc

    def _find(self, doc: Doc) -> list[Candidate]:
        text = doc.text
        order = get_context(doc).date_order or self.date_order
        day_first = find_date_order(text) if order is None else order == DAY_FIRST
        titles = Overlaps(
            [
                span
                for quotation in get_quotations(doc)
                if quotation.kind == "title"
                for span in quotation.spans
            ],
            lambda span: [span],
        )
        return [
            candidate
            for start, end in _stretches(doc, text)
            for candidate in find_candidates(doc, text, start, end, day_first=day_first)
            if not _inside_any(candidate.span, titles.find([candidate.span]))
        ]

    def _resolve(
        self,
        doc: Doc,
        candidates: Sequence[Candidate],
        timexes: Sequence[Timex],
        attributions: Sequence[Attribution],
    ) -> None:
        """Fill the values: first what lies outside quotations, since these count from there."""
        article = article_anchor(get_context(doc))
        speech = _anchors_of_speech(doc, attributions, timexes)
        narrative = Narrative(doc, candidates, timexes)
        later = []
        for position in range(len(timexes)):
            if speech.get(timexes[position].key):
                later.append(position)
            else:
                narrative.resolve(position, article)
        keep_saying_behind(narrative, attributions, article)
        for position in later:
            said_on = narrative.resolution_of(speech[timexes[position].key])
            anchor = article
            if said_on is not None and said_on.period is not None:
                anchor = Anchor(said_on.period, f"#{speech[timexes[position].key]}")
            narrative.resolve(position, anchor)


def _stretches(doc: Doc, text: str) -> list[tuple[int, int]]:
    """Code points of the parts of the document whose dates are read."""
    sections = get_sections(doc)
    if not sections:
        return [(0, len(text))]
    return [
        (section.span.start_char, section.span.end_char)
        for section in sections
        if section.kind not in _SECTIONS_WITHOUT_DATES
    ]


def _make_timex(candidate: Candidate, number: int) -> Timex:
    return Timex(span=candidate.span, type=candidate.expression.timex_type, key=str(number))


def _anchors_of_speech(
    doc: Doc, attributions: Sequence[Attribution], timexes: Sequence[Timex]
) -> dict[str, str]:
    """By key of a date inside quoted speech, the key of the date when that was said."""
    quoted = Overlaps(
        [span for quotation in get_quotations(doc) for span in quotation.spans], lambda span: [span]
    )
    spoken = {timex.key for timex in timexes if _inside_any(timex.span, quoted.find([timex.span]))}
    return {
        key: attribution.said_on
        for attribution in attributions
        if attribution.said_on is not None
        for key in attribution.about
        if key != attribution.said_on and key in spoken
    }


def _inside_any(span: Span, holders: Sequence[Span]) -> bool:
    return any(holder.start <= span.start and span.end <= holder.end for holder in holders)
