"""The chains of mentions that a record holds: entities, and the speakers that they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimx.evaluation.standards import Offsets


@dataclass(frozen=True, slots=True)
class PredictedChain:
    """All mentions of somebody or something, half-open offsets in text order.

    Attributes:
        label: Of the entity; of a speaker without a name its kind.
        names: The mentions by name among them.
    """

    label: str
    mentions: tuple[Offsets, ...]
    names: tuple[Offsets, ...] = ()


@dataclass(frozen=True, slots=True)
class PredictedSpeech:
    """Where a claim has its source and cue, and the numbers of the chains of its speakers."""

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    speakers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReadEntity:
    """An entity of a record."""

    id: str
    label: str
    mentions: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class ReadSpeaker:
    """A speaker of a record; ``entity`` is the id of the entity that it is."""

    id: str
    kind: str
    entity: str | None
    mentions: tuple[Offsets, ...]


def join_chains(
    entities: Sequence[ReadEntity], speakers: Iterable[ReadSpeaker]
) -> tuple[tuple[PredictedChain, ...], dict[str, int]]:
    """A chain for each entity with the mentions of its speaker, and for each other speaker.

    Besides, the number of each speaker's chain by the speaker's id.
    """
    order = {entity.id: number for number, entity in enumerate(entities)}
    labels = [entity.label for entity in entities]
    names = [entity.mentions for entity in entities]
    mentions = [set(entity.mentions) for entity in entities]
    numbers: dict[str, int] = {}
    for speaker in speakers:
        number = order.get(speaker.entity or "")
        if number is None:
            number = len(labels)
            labels.append(speaker.kind)
            names.append(())
            mentions.append(set())
        numbers[speaker.id] = number
        mentions[number] |= set(speaker.mentions)
    chains = tuple(
        PredictedChain(label, tuple(sorted(spans)), tuple(sorted(named)))
        for label, spans, named in zip(labels, mentions, names, strict=True)
    )
    return chains, numbers
