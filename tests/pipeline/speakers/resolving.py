"""Runs the components over a Doc made by hand."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc
from tests.pipeline.builders import attribute, build_doc, find_span

from claimx.pipeline.annotations import (
    Attribution,
    SpeakerChain,
    get_attributions,
    get_speakers,
    set_attributions,
)
from claimx.pipeline.coreference.component import CoreferenceResolver
from claimx.pipeline.entities.component import Entities
from claimx.pipeline.mentions.component import Mentions
from claimx.pipeline.speakers.component import Speakers

_COMPONENTS = (
    Entities("entities"),
    Mentions("mentions"),
    CoreferenceResolver("coreference"),
    Speakers("speakers"),
)


def resolve(doc: Doc) -> tuple[list[Attribution], dict[str, SpeakerChain]]:
    """The attributions, and the speakers by key."""
    for component in _COMPONENTS:
        doc = component(doc)
    return get_attributions(doc), {speaker.key: speaker for speaker in get_speakers(doc)}


def resolve_names(doc: Doc) -> list[list[str]]:
    """The names of the speakers of each attribution."""
    attributions, speakers = resolve(doc)
    return [[speakers[key].name for key in item.speakers] for item in attributions]


def decide(doc: Doc, *pairs: tuple[str | None, str]) -> tuple[list[str], dict[str, Any]]:
    """The speakers of the last of the attributions ``pairs``, and its evidence."""
    attribute(doc, *pairs)
    attributions, speakers = resolve(doc)
    evidence = attributions[-1].evidence
    assert evidence is not None
    return [speakers[key].name for key in attributions[-1].speakers], evidence


def decide_last(sentences: list[str], source: str) -> tuple[list[str], str]:
    """Who says "it was over" in a sentence behind ``sentences``, and the rule."""
    doc = build_doc(*sentences, f"{source} said it was over .")
    end = doc.text.rindex(" said it was over")
    start = len(build_doc(*sentences).text)
    set_attributions(
        doc,
        [
            Attribution(
                content=[find_span(doc, "it was over", end)],
                source=[find_span(doc, doc.text[start:end].strip(), start)],
            )
        ],
    )
    attributions, speakers = resolve(doc)
    evidence = attributions[0].evidence
    assert evidence is not None
    return [speakers[key].name for key in attributions[0].speakers], evidence["rule"]
