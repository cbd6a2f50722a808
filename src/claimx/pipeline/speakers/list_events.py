"""Lists the mentions of an article in the order in which a reader takes them up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimx.pipeline.annotations import Attribution
from claimx.pipeline.speakers.find_nominals import find_nominals
from claimx.pipeline.speakers.map_text import index_sources
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.read_phrases import Phrase
from claimx.pipeline.speakers.resolve_pronouns import FEMALE, MALE

_TRACKED = MALE | FEMALE


@dataclass
class Event:
    """A mention by name, by a nominal phrase or, with neither, by the pronoun at ``token``."""

    token: int
    name: NamedPlace | None = None
    phrase: Phrase | None = None


def list_events(
    index: NameIndex,
    phrases: Sequence[Sequence[Phrase]],
    attributions: Sequence[Attribution],
    contents: Mapping[int, int],
    weights: Mapping[int, float],
) -> list[Event]:
    """The mentions in reading order.

    Args:
        index: The names of the article.
        phrases: For each attribution the phrases of its source.
        attributions: Of the article.
        contents: By token, the place of the innermost attribution whose content holds it.
        weights: By token, how much its section counts; what counts nothing is left out.
    """
    sources = index_sources(phrases)
    events = [Event(place.start, name=place) for place in index.places]
    heads = set()
    for group in phrases:
        for phrase in group:
            if phrase.kind == "nominal" and phrase.head not in heads:
                heads.add(phrase.head)
                events.append(Event(phrase.head, phrase=phrase))
    for phrase in find_nominals(index):
        if phrase.head not in heads:
            events.append(Event(phrase.head, phrase=phrase))
    for token in index.doc:
        is_source = token.i in sources and index.name_at(token.i) is None
        if (token.lower_ in _TRACKED or is_source) and token.i not in heads:
            events.append(Event(token.i))
    counted = [event for event in events if weights.get(event.token, 1.0) > 0]
    return sorted(counted, key=lambda event: _order_of(event.token, attributions, contents))


def _order_of(
    token: int, attributions: Sequence[Attribution], contents: Mapping[int, int]
) -> tuple[float, int]:
    """Where in reading a token comes: what precedes its source comes after that."""
    number = contents.get(token)
    if number is not None and attributions[number].source:
        source = attributions[number].source
        if source[0].start > token:
            return source[-1].end - 0.5, token
    return float(token), token
