"""Runs the components over a Doc made by hand."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.pipeline.annotations import (
    Attribution,
    SpeakerChain,
    get_attributions,
    get_speakers,
)
from claimx.pipeline.entities.component import Entities
from claimx.pipeline.speakers.component import Speakers


def resolve(doc: Doc) -> tuple[list[Attribution], dict[str, SpeakerChain]]:
    """The attributions, and the speakers by key."""
    Speakers("speakers")(Entities("entities")(doc))
    return get_attributions(doc), {speaker.key: speaker for speaker in get_speakers(doc)}


def resolve_names(doc: Doc) -> list[list[str]]:
    """The names of the speakers of each attribution."""
    attributions, speakers = resolve(doc)
    return [[speakers[key].name for key in item.speakers] for item in attributions]
