"""The labels of speakers and of times of speaking, and how far two readers agree."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from claimx.evaluation.standards import Attribution, Offsets
from tests.quality.speaker_names import are_same_speakers

_FOLDER = Path(__file__).parent
SPEAKERS = _FOLDER / "speakers.jsonl"
SECOND_SPEAKERS = _FOLDER / "speakers_second.jsonl"
HELD_SPEAKERS = _FOLDER / "speakers_held.jsonl"
SECOND_HELD_SPEAKERS = _FOLDER / "speakers_held_second.jsonl"
# What may be read and fitted to stands with the recipe.
FIT_SPEAKERS = Path(str(files("claimx_training"))) / "data" / "speakers_fit.jsonl"
SAID_ON = _FOLDER / "said_on.jsonl"


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """Who stands behind an attribution.

    Attributes:
        split: ``dev``, ``tune`` for articles of ``tune.txt``, of other train articles ``fit`` for
            those that may be read and fitted to, ``held`` for those that are only measured.
        type: Of the source: pronoun, surname or nominal.
        speakers: Names in full or, of what has no name, head phrases.
        is_unclear: Whether a reader cannot tell.
    """

    split: str
    article: str
    attribution: Attribution
    type: str
    speakers: tuple[str, ...]
    kind: str
    is_anonymous: bool
    is_unclear: bool


@dataclass(frozen=True, slots=True)
class SaidOnLabel:
    """When something was said: a TIMEX3 value, or None where no date of the sentence tells."""

    article: str
    attribution: Attribution
    said_on: str | None
    is_unclear: bool


def read_speakers(path: Path = SPEAKERS) -> list[SpeakerLabel]:
    """The labels of a file, in its order."""
    return [
        SpeakerLabel(
            split=row["split"],
            article=row["article"],
            attribution=Attribution(_offsets(row["source"]), (), _offsets(row["content"])),
            type=row["type"],
            speakers=tuple(row["speaker"]),
            kind=row["kind"],
            is_anonymous=row["anonymous"],
            is_unclear=row["unclear"],
        )
        for row in _read_rows(path)
    ]


def read_said_on(path: Path = SAID_ON) -> list[SaidOnLabel]:
    """The labels of a file, in its order."""
    return [
        SaidOnLabel(
            article=row["article"],
            attribution=Attribution(
                _offsets(row["source"]), _offsets(row["cue"]), _offsets(row["content"])
            ),
            said_on=row["said_on"],
            is_unclear=row["unclear"],
        )
        for row in _read_rows(path)
    ]


def _read_rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _offsets(pieces: Iterable[list[int]]) -> tuple[Offsets, ...]:
    return tuple((start, end) for start, end in pieces)


def pair_readers(
    first: Iterable[SpeakerLabel], second: Iterable[SpeakerLabel]
) -> list[tuple[SpeakerLabel, SpeakerLabel]]:
    """The labels of attributions that both readers labelled, in the order of the second."""
    known = {(label.article, label.attribution): label for label in first}
    return [(known[label.article, label.attribution], label) for label in second]


def describe_agreement(pairs: list[tuple[SpeakerLabel, SpeakerLabel]]) -> Iterator[str]:
    """How often two readers agree, and where they do not."""
    clear = [pair for pair in pairs if not any(label.is_unclear for label in pair)]
    yield f"labelled twice {len(pairs)}, clear to both readers {len(clear)}"
    for name, agree in (
        ("speaker", agree_on_speaker),
        ("words for it", lambda a, b: a.speakers == b.speakers),
        ("kind", lambda a, b: a.kind == b.kind),
        ("anonymous", lambda a, b: a.is_anonymous == b.is_anonymous),
    ):
        same = sum(agree(a, b) for a, b in clear)
        yield f"the same {name:12s} {same} of {len(clear)} ({100 * same / len(clear):.1f} %)"
    for a, b in clear:
        if a.speakers != b.speakers or a.kind != b.kind:
            one, other = (f"{' + '.join(x.speakers)} ({x.kind})" for x in (a, b))
            yield f"  {a.article} {a.attribution.source[0][0]}: {one} | {other}"


def agree_on_speaker(first: SpeakerLabel, second: SpeakerLabel) -> bool:
    """Whether two readers mean the same, whichever of them is taken for the gold."""
    return are_same_speakers(second.speakers, first.speakers, first.kind) or are_same_speakers(
        first.speakers, second.speakers, second.kind
    )
