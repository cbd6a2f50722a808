"""Sentences with inline tags, from which offsets are derived.

``<source id=1>Ms. Hill</source> <cue id=1>said</cue> <content id=1>it was over</content>`` is a
whole case. ``id`` joins the parts of one attribution (left out where there is one), ``parent``
on a content names the attribution inside which it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TAG = re.compile(r"<(/?)(source|cue|content)((?:\s+(?:id|parent)=\w+)*)\s*>")
_ATTRIBUTE = re.compile(r"(id|parent)=(\w+)")


@dataclass
class TaggedAttribution:
    """Half-open code point offsets in the text without its tags."""

    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    parent: str | None = None


def read_tagged(tagged: str) -> tuple[str, dict[str, TaggedAttribution]]:
    """The text without tags and its attributions by id, in the order of their first tags."""
    attributions: dict[str, TaggedAttribution] = {}
    opened: list[tuple[str, str, int]] = []
    plain = ""
    position = 0
    for tag in _TAG.finditer(tagged):
        plain += tagged[position : tag.start()]
        position = tag.end()
        closes, role, rest = tag.groups()
        if closes:
            name, identifier, start = opened.pop()
            assert name == role, f"</{role}> closes <{name}> in {tagged!r}"
            getattr(attributions[identifier], role).append((start, len(plain)))
            continue
        attributes = dict(_ATTRIBUTE.findall(rest))
        identifier = attributes.get("id", "1")
        item = attributions.setdefault(identifier, TaggedAttribution())
        item.parent = attributes.get("parent", item.parent)
        opened.append((role, identifier, len(plain)))
    assert not opened, f"{opened} stay open in {tagged!r}"
    return plain + tagged[position:], attributions
