"""Articles labelled for claimx: names, attributions with their speakers, roles and affiliations.

One JSON object a line with ``id``, ``title``, ``published``, ``text``, ``entities``,
``attributions`` and ``speakers``; offsets are half-open and count code points of ``text``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from claimx.evaluation.lines import LONGEST_LINE, read_lines
from claimx.evaluation.standards import GoldError, LabelledText

SUFFIX = ".jsonl"


class _Part(BaseModel):
    """Fields that nothing here reads are allowed."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class LabelledSpan(_Part):
    """Half-open code points of the text, and what stands there."""

    start: int
    end: int
    text: str


class LabelledName(LabelledSpan):
    """A name with its OntoNotes label."""

    label: str


class LabelledAttribution(_Part):
    """Who said what: ``source`` and ``cue`` are null where the text gives none.

    ``unsure`` marks one on which two careful readers could differ.
    """

    source: LabelledSpan | None
    cue: LabelledSpan | None
    content: list[LabelledSpan]
    speakers: list[str]
    kind: str | None
    nested: bool = False
    unsure: bool = False


class LabelledSpeaker(_Part):
    """What the text says of a named person among the speakers."""

    name: str
    roles: list[str]
    affiliation: str | None


class _Record(_Part):
    id: str
    title: str | None = None
    published: str | None = None
    text: str
    entities: list[LabelledName]
    attributions: list[LabelledAttribution]
    speakers: list[LabelledSpeaker]


def is_labels_file(path: Path) -> bool:
    """Whether the first line of a file is an article that was labelled so."""
    if path.suffix.lower() != SUFFIX or not path.is_file():
        return False
    try:
        with path.open(encoding="utf-8") as file:
            fields: Any = json.loads(file.readline(LONGEST_LINE) or "null")
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and {"entities", "attributions", "speakers"} <= fields.keys()


def read_labels(path: Path) -> list[LabelledText]:
    """The articles of a file.

    Raises:
        GoldError: Naming the line that is no such article, or whose offsets do not fit its text.
    """
    texts = []
    for number, line in enumerate(read_lines(path), 1):
        if not line.strip():
            continue
        try:
            record = _Record.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise GoldError(
                f"{path}:{number} is not a labelled article: {where} {first['msg']}"
            ) from error
        _check_offsets(record, f"{path}:{number}")
        texts.append(
            LabelledText(
                name=record.id,
                text=record.text,
                title=record.title,
                names=tuple((n.start, n.end, n.label) for n in record.entities),
                attributions=tuple(record.attributions),
                speakers=tuple(record.speakers),
                published=record.published,
                id=record.id,
            )
        )
    return texts


def _check_offsets(record: _Record, where: str) -> None:
    spans: list[LabelledSpan] = [*record.entities]
    for item in record.attributions:
        spans += [span for span in (item.source, item.cue) if span is not None]
        spans += item.content
    for span in spans:
        if record.text[span.start : span.end] != span.text:
            raise GoldError(
                f"{where} says that {span.text[:40]!r} stands at {span.start}, where it does not"
            )
