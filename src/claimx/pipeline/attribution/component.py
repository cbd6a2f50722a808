"""The component that links marked spans into attributions."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.pipeline.annotations import (
    Attribution,
    get_quotations,
    set_attributions,
    set_quotations,
)
from claimx.pipeline.attribution.answers import part_answers
from claimx.pipeline.attribution.complete_sources import complete_sources
from claimx.pipeline.attribution.confidence import estimate_confidence
from claimx.pipeline.attribution.continued_speech import continue_speech
from claimx.pipeline.attribution.dialogue import read_dialogue
from claimx.pipeline.attribution.find_sources import supply_sources
from claimx.pipeline.attribution.headlines import attribute_headlines
from claimx.pipeline.attribution.inner_quotes import attribute_inner_quotes
from claimx.pipeline.attribution.limits import (
    leave_circumstances,
    leave_quoted_words,
    leave_silent_sections,
    respect_quotes,
)
from claimx.pipeline.attribution.link import Link, make_links
from claimx.pipeline.attribution.roles import as_span, is_word
from claimx.pipeline.attribution.settle import nest_links, prefer_own_sentences, settle_conflicts
from claimx.pipeline.attribution.signatures import attribute_signed
from claimx.pipeline.attribution.titles import leave_titles
from claimx.pipeline.attribution.topics import leave_topics
from claimx.pipeline.attribution.turns import make_turn_links, respect_turns
from claimx.pipeline.attribution_roles.found import get_found
from claimx.pipeline.layout_annotations import get_sections, get_turns
from claimx.pipeline.speakers.find_anonymity import find_reasons


class AttributionLinker:
    """Links sources, cues and contents; results go to ``claimx/source``, ``…/cue``, ``…/content``.

    It reads what ``claimx_attribution_roles`` found, the quotations, the sections and the parse.

    Args:
        min_confidence: What is less certain is left out (0 to 1).
    """

    def __init__(self, name: str = "claimx_attribution", *, min_confidence: float = 0.0) -> None:
        self.name = name
        self.min_confidence = min_confidence

    def __call__(self, doc: Doc) -> Doc:
        """Store the attributions of ``doc``."""
        certain = [
            (link, confidence)
            for link in self.find(doc)
            if (confidence := estimate_confidence(doc, link)) >= self.min_confidence
        ]
        links = [link for link, _ in certain]
        attributions = [_as_attribution(doc, link, confidence) for link, confidence in certain]
        set_attributions(doc, attributions)
        # Now that they have keys, the nested ones can name their parents.
        places = {id(link): place for place, link in enumerate(links)}
        for link, attribution in zip(links, attributions, strict=True):
            if link.parent is not None and id(link.parent) in places:
                attribution.parent = attributions[places[id(link.parent)]].key
        set_attributions(doc, attributions)
        _ascribe_quotes(doc, attributions)
        return doc

    def find(self, doc: Doc) -> list[Link]:
        """The links of ``doc``, each with a content, in text order; nothing is stored."""
        quotations, turns, sections = get_quotations(doc), get_turns(doc), get_sections(doc)
        links = leave_silent_sections(doc, make_links(get_found(doc)), sections)
        links = respect_turns(doc, links, turns)
        respect_quotes(doc, links, quotations)
        leave_circumstances(doc, links)
        prefer_own_sentences(doc, links)
        links = [link for link in settle_conflicts(links) if link.contents]
        dialogue = read_dialogue(doc, links, quotations, sections)
        links = [link for link in links if link.contents]
        left = {span.start for span in dialogue.open_turns}
        going_on = [q for q in quotations if q.spans[0].start not in left]
        continue_speech(doc, [*links, *dialogue.links], going_on)
        answers = part_answers(doc, links)
        links += attribute_inner_quotes(doc, links, quotations)
        supply_sources(doc, links)
        complete_sources(doc, links)
        links = attribute_signed(doc, links, quotations, sections)
        links = attribute_headlines(doc, links, sections)
        links += [*dialogue.links, *answers, *make_turn_links(turns)]
        links = leave_titles(doc, leave_topics(doc, links), quotations)
        nest_links(links)
        links = leave_quoted_words(links, quotations)
        links.sort(key=lambda link: (link.contents[0].start, link.cue.start))
        return _without_reasons(doc, links)


def _ascribe_quotes(doc: Doc, attributions: list[Attribution]) -> None:
    """What looked like scare quotes is a fragment of speech where it stands in what is attributed.

    A single word in marks stays what it was: the writer may doubt it inside a report as well. So
    do the words that the speaker of a turn doubts.
    """
    labels = {turn.label.start for turn in get_turns(doc) if turn.label is not None}
    contents = [
        span
        for item in attributions
        if item.source and item.source[0].start not in labels
        for span in item.content
    ]
    said = {place for span in contents for place in range(span.start, span.end)}
    quotations = get_quotations(doc)
    for quotation in quotations:
        words = sum(is_word(token) for span in quotation.spans for token in span)
        if quotation.kind == "scare" and words > 1 and quotation.spans[0].start in said:
            quotation.kind = "fragment"
    set_quotations(doc, quotations)


def _without_reasons(doc: Doc, links: list[Link]) -> list[Link]:
    """Without those of "who asked not to be named": the writer's own word about a source."""
    reasons = find_reasons(doc)
    return [
        link
        for link in links
        if not any(r.start <= link.cue.start and link.cue.end <= r.end for r in reasons)
    ]


def _as_attribution(doc: Doc, link: Link, confidence: float) -> Attribution:
    return Attribution(
        content=[as_span(doc, span) for span in sorted(link.contents, key=lambda s: s.start)],
        source=[as_span(doc, link.source)] if link.source is not None else [],
        cue=[as_span(doc, link.cue)] if link.cue else [],
        confidence=round(confidence, 3),
        evidence=None
        if link.antecedent is None
        else {
            "antecedent": [link.antecedent.start, link.antecedent.end],
            "rule": "dialogue",
            "score": None,
        },
    )
