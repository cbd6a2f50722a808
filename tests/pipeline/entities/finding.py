"""What the tests of entities share."""

from __future__ import annotations

from spacy.tokens import Doc

from claimx.pipeline.annotations import get_entities
from claimx.pipeline.entities.component import Entities


def find_entities(doc: Doc) -> dict[str, tuple[str, list[str]]]:
    """Label and mentions of each entity, by its name (numbered from the second of a name on)."""
    found: dict[str, tuple[str, list[str]]] = {}
    for entity in get_entities(Entities("entities")(doc)):
        name = entity.name
        while name in found:
            name += "+"
        found[name] = entity.label, [span.text for span in entity.mentions]
    return found
