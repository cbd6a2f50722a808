"""What a pipeline predicted, taken from claimx records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from claimx.article.values import DateType, Directness
from claimx.evaluation.lines import read_lines
from claimx.evaluation.predicted_chains import (
    PredictedChain,
    PredictedSpeech,
    ReadEntity,
    ReadSpeaker,
    join_chains,
)
from claimx.evaluation.standards import (
    AttributedText,
    Attribution,
    CoreferentText,
    DatedText,
    GoldError,
    LabelledText,
    Offsets,
    lies_inside,
)

if TYPE_CHECKING:
    from claimx.article import Article

_T = TypeVar("_T", AttributedText, DatedText, CoreferentText, LabelledText)


@dataclass(frozen=True, slots=True)
class PredictedDate:
    """A date or a time of day: half-open offsets and what it was resolved to."""

    start: int
    end: int
    value: str | None
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class PredictedClaim:
    """A claim, nested ones too: the pieces of its content, and the names of its speakers."""

    content: tuple[Offsets, ...]
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PredictedPerson:
    """A speaker's name, roles and affiliation."""

    name: str
    roles: tuple[str, ...]
    affiliation: str | None


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was found in one article.

    Attributes:
        attributions: Without the nested ones.
        nested: How many those are.
        pieces: What the record says to stand at which offsets.
        pipeline: What made the record.
        chains: The mentions of each entity and each speaker.
        speech: The sources, cues and speakers of all claims.
        claims: All claims with their speakers' names.
        names: Half-open offsets and label of each mention of an entity.
        people: All speakers.
    """

    id: str | None
    sha256: str | None
    path: str | None
    text: str | None
    published: str | None
    attributions: tuple[Attribution, ...]
    nested: int
    dates: tuple[PredictedDate, ...]
    pieces: tuple[tuple[Offsets, str], ...]
    pipeline: str | None
    chains: tuple[PredictedChain, ...] = ()
    speech: tuple[PredictedSpeech, ...] = ()
    claims: tuple[PredictedClaim, ...] = ()
    names: tuple[tuple[int, int, str], ...] = ()
    people: tuple[PredictedPerson, ...] = ()

    @property
    def name(self) -> str | None:
        """The name of its file without the ending."""
        return Path(self.path).stem if self.path is not None else None


class _View(BaseModel):
    """The few fields of a record that are read here; it may hold any others."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class _Span(_View):
    start: int
    end: int
    text: str = ""


class _Spans(_View):
    spans: list[_Span] | None = None


class _Source(_Spans):
    speakers: list[str] = []


class _Entity(_View):
    id: str
    label: str
    mentions: list[_Span]


class _Mention(_View):
    span: _Span


class _Speaker(_View):
    id: str
    kind: str
    name: str = ""
    roles: list[_Span] = []
    affiliation: str | None = None
    entity: str | None = None
    mentions: list[_Mention] = []


class _Claim(_View):
    id: str | None = None
    source: _Source | None = None
    cue: _Spans | None = None
    content: _Spans | None = None
    parent: str | None = None
    directness: Directness | None = None
    confidence: float | None = None


class _Date(_View):
    span: _Span
    type: DateType
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None


class _Metadata(_View):
    path: str | None = None
    published: str | None = None


class _Provenance(_View):
    pipeline: str | None = None


class _Record(_View):
    id: str | None = None
    sha256: str | None = None
    metadata: _Metadata = _Metadata()
    text: str | None = None
    claims: list[_Claim]
    dates: list[_Date] = []
    entities: list[_Entity] = []
    speakers: list[_Speaker] = []
    provenance: _Provenance = _Provenance()


def read_predictions(path: Path) -> list[Prediction]:
    """The records of a JSON Lines file; lines that stand for inputs that failed are left out.

    Raises:
        GoldError: Naming the line that is no claimx record.
    """
    return [
        read_prediction(record)
        for number, line in enumerate(read_lines(path), 1)
        if line.strip()
        for record in [_read_line(line, f"{path}:{number}")]
        if record is not None
    ]


def _read_line(line: str, name: str) -> _Record | None:
    try:
        fields: Any = json.loads(line)
        if isinstance(fields, dict) and "error" in fields and "claims" not in fields:
            return None
        return _Record.model_validate(fields)
    except (ValidationError, ValueError, RecursionError) as error:
        raise GoldError(
            f"{name} is no claimx record: give JSON Lines as `claimx extract -f jsonl` writes them"
        ) from error


def read_prediction(article: Article | _Record) -> Prediction:
    """The attributions and dates of a record.

    A claim with a ``parent`` whose content encloses its own is nested, and left out.
    """
    record = (
        article
        if isinstance(article, _Record)
        else _Record.model_validate(article, from_attributes=True)
    )
    items = [_read_attribution(claim) for claim in record.claims]
    contents = {
        claim.id: item.content for claim, item in zip(record.claims, items, strict=True) if claim.id
    }
    outermost = [
        item
        for claim, item in zip(record.claims, items, strict=True)
        if claim.parent is None or not lies_inside(item.content, contents.get(claim.parent, ()))
    ]
    chains, speakers = _join_chains(record)
    return Prediction(
        id=record.id,
        sha256=record.sha256,
        path=record.metadata.path,
        text=record.text,
        published=record.metadata.published,
        attributions=tuple(outermost),
        nested=len(items) - len(outermost),
        dates=tuple(
            PredictedDate(date.span.start, date.span.end, date.value, date.earliest, date.latest)
            for date in record.dates
            if date.type in {"DATE", "TIME"}
        ),
        pieces=tuple(_pieces(record)),
        pipeline=record.provenance.pipeline,
        chains=chains,
        speech=tuple(_read_speech(claim, speakers) for claim in record.claims),
        claims=tuple(_read_claims(record)),
        names=tuple(
            (mention.start, mention.end, entity.label)
            for entity in record.entities
            for mention in entity.mentions
        ),
        people=tuple(
            PredictedPerson(x.name, tuple(role.text for role in x.roles), x.affiliation)
            for x in record.speakers
        ),
    )


def _read_claims(record: _Record) -> Iterator[PredictedClaim]:
    names = {speaker.id: speaker.name for speaker in record.speakers}
    for claim in record.claims:
        ids = claim.source.speakers if claim.source is not None else []
        yield PredictedClaim(_offsets(claim.content), tuple(names[i] for i in ids if i in names))


def _join_chains(record: _Record) -> tuple[tuple[PredictedChain, ...], dict[str, int]]:
    return join_chains(
        [
            ReadEntity(item.id, item.label, tuple((x.start, x.end) for x in item.mentions))
            for item in record.entities
        ],
        [
            ReadSpeaker(
                item.id,
                item.kind,
                item.entity,
                tuple((x.span.start, x.span.end) for x in item.mentions),
            )
            for item in record.speakers
        ],
    )


def _read_speech(claim: _Claim, speakers: dict[str, int]) -> PredictedSpeech:
    named = claim.source.speakers if claim.source is not None else []
    return PredictedSpeech(
        source=_offsets(claim.source),
        cue=_offsets(claim.cue),
        speakers=tuple(speakers[key] for key in named if key in speakers),
    )


def _read_attribution(claim: _Claim) -> Attribution:
    return Attribution(
        source=_offsets(claim.source),
        cue=_offsets(claim.cue),
        content=_offsets(claim.content),
        directness=claim.directness,
        confidence=claim.confidence,
    )


def _spans(holder: _Spans | None) -> list[_Span]:
    return (holder.spans if holder is not None else None) or []


def _offsets(holder: _Spans | None) -> tuple[Offsets, ...]:
    return tuple((span.start, span.end) for span in _spans(holder))


def _pieces(record: _Record) -> Iterator[tuple[Offsets, str]]:
    for claim in record.claims:
        for holder in (claim.source, claim.cue, claim.content):
            yield from (((span.start, span.end), span.text) for span in _spans(holder))
    for date in record.dates:
        yield (date.span.start, date.span.end), date.span.text


def pair_with_gold(
    texts: Iterable[_T], predictions: Iterable[Prediction]
) -> list[tuple[_T, Prediction | None]]:
    """Each text with what was predicted for it, if anything was.

    Texts that were records are known by the SHA-256 of their text, by their id or by their
    path, those with a file of their own by its name without the ending. The last prediction
    that fits counts.
    """
    by_key: dict[tuple[str, str], Prediction] = {}
    for prediction in predictions:
        for kind, key in (
            ("sha256", prediction.sha256),
            ("id", prediction.id),
            ("path", prediction.path),
            ("name", prediction.name),
        ):
            if key is not None:
                by_key[kind, key] = prediction
    return [(text, _find(text, by_key)) for text in texts]


def _find(
    text: AttributedText | DatedText | CoreferentText | LabelledText,
    by_key: dict[tuple[str, str], Prediction],
) -> Prediction | None:
    if text.sha256 is None and text.id is None:
        return by_key.get(("name", text.name))
    keys = (("sha256", text.sha256), ("id", text.id), ("path", text.path))
    found = (by_key.get((kind, key)) for kind, key in keys if key is not None)
    return next((item for item in found if item is not None), None)
