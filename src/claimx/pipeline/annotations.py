"""What the components find in a Doc and hand on: typed views of ``doc.spans`` groups.

Results live in span groups whose names begin with ``claimx/``. A span's ``id_`` joins the parts
of one thing (the two halves of a split quotation; the source, the cue and the content of one
attribution), its ``label_`` says the kind, and what is no span lies in the ``attrs`` of the
group under that id. All of it survives ``Doc.to_bytes``, ``DocBin`` and worker processes.

Ids are strings of digits, unique within a kind of thing, and keep text order; they become
``Q1``, ``C1`` … only in the record. Spans count tokens; code points are taken from them last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypedDict, get_args

from spacy.tokens import Doc, Span

from claimx.article.values import (
    Certainty,
    CueKind,
    Directness,
    EntityLabel,
    EvidenceRule,
    MentionKind,
    Polarity,
    QuoteKind,
    SpeakerKind,
    SpeechAct,
    Stance,
)
from claimx.pipeline.span_groups import (
    number_items,
    read_attrs,
    read_by_key,
    read_spans,
    write_spans,
)

ATTRIBUTION_SPAN = "claimx/attribution_span"
QUOTE = "claimx/quote"
SOURCE = "claimx/source"
CUE = "claimx/cue"
CONTENT = "claimx/content"
ADDRESSEE = "claimx/addressee"
CHANNEL = "claimx/channel"
ENTITY = "claimx/entity"
MENTION = "claimx/mention"
ROLE = "claimx/role"
REFERENCE = "claimx/reference"
ANONYMITY = "claimx/anonymity"
DATE = "claimx/date"

# The closed sets of labels that spans of a group may bear: what is read back is one of them.
_QUOTE_KINDS: dict[str, QuoteKind] = {kind: kind for kind in get_args(QuoteKind)}
ENTITY_LABELS: dict[str, EntityLabel] = {label: label for label in get_args(EntityLabel)}
_MENTION_KINDS: dict[str, MentionKind] = {kind: kind for kind in get_args(MentionKind)}


class Kinds(TypedDict, total=False):
    """The kinds of an attribution, by the names of the record's fields."""

    cue_kind: CueKind
    cue_lemma: str
    directness: Directness
    speech_act: SpeechAct
    stance: Stance
    polarity: Polarity
    certainty: Certainty


class EvidenceNote(TypedDict):
    """How a source got its speakers: ``antecedent`` are token limits, half-open, or None."""

    antecedent: list[int] | None
    rule: EvidenceRule
    score: float | None


@dataclass
class Quotation:
    """A stretch between quotation marks, marks included; ``key`` is set when it is read back."""

    spans: list[Span]
    kind: QuoteKind
    complete: bool = True
    repeats: str | None = None
    key: str = ""


@dataclass
class Attribution:
    """A linked source, cue and content, with what is known of them.

    ``kinds`` holds the values of the record's fields of the same names: ``cue_kind``,
    ``cue_lemma``, ``directness``, ``speech_act``, ``stance``, ``polarity``, ``certainty``.
    ``speakers`` are keys of `SpeakerChain`, ``said_on`` and ``about`` keys of `Timex`,
    ``parent`` and ``repeats`` keys of other attributions. ``confidence`` is 0 to 1. ``evidence``
    has ``antecedent`` (the limits of a mention, in tokens, half-open, or None), ``rule`` and
    ``score`` (0 to 1, or None), as ``article.records.Evidence`` has them.
    """

    content: list[Span]
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    addressee: Span | None = None
    channel: Span | None = None
    kinds: Kinds = field(default_factory=Kinds)
    confidence: float | None = None
    parent: str | None = None
    repeats: str | None = None
    speakers: list[str] = field(default_factory=list)
    evidence: EvidenceNote | None = None
    said_on: str | None = None
    about: list[str] = field(default_factory=list)
    key: str = ""


@dataclass
class EntityChain:
    """An entity with its mentions by name; ``label`` is an OntoNotes label."""

    name: str
    label: EntityLabel
    mentions: list[Span]
    key: str = ""


@dataclass
class SpeakerChain:
    """A speaker: mentions with their kinds (``name``, ``nominal``, ``pronoun``) and its roles.

    ``entity`` is the key of an `EntityChain`; ``kind`` one of ``article.values.SpeakerKind``.
    """

    name: str
    kind: SpeakerKind
    mentions: list[tuple[Span, MentionKind]]
    anonymous: bool = False
    anonymity: Span | None = None
    entity: str | None = None
    roles: list[Span] = field(default_factory=list)
    affiliation: str | None = None
    aliases: list[str] = field(default_factory=list)
    key: str = ""


@dataclass
class Timex:
    """A time expression; ``values`` holds the fields of ``article.records.Date`` of those names.

    Its ``anchor`` may be the key of another `Timex`, written ``#key``.
    """

    span: Span
    type: str
    values: dict[str, str | None] = field(default_factory=dict)
    key: str = ""


# --- quotations -----------------------------------------------------------------------------


def set_quotations(doc: Doc, quotations: Sequence[Quotation]) -> None:
    """Store quotations; their keys are given anew, in text order.

    Those that were stored before, read and stored again, keep theirs.
    """
    ordered = number_items(quotations, lambda quotation: quotation.spans)
    rows = [
        (span, quotation.key, quotation.kind) for quotation in ordered for span in quotation.spans
    ]
    attrs = {
        quotation.key: {"complete": quotation.complete, "repeats": quotation.repeats}
        for quotation in ordered
    }
    write_spans(doc, QUOTE, rows, attrs)


def get_quotations(doc: Doc) -> list[Quotation]:
    """The quotations in text order."""
    attrs = read_attrs(doc, QUOTE)
    return [
        Quotation(spans=spans, kind=_QUOTE_KINDS[spans[0].label_], key=key, **attrs.get(key, {}))
        for key, spans in read_by_key(doc, QUOTE).items()
    ]


# --- attributions ---------------------------------------------------------------------------

_ATTRIBUTION_ATTRS = (
    "kinds",
    "confidence",
    "parent",
    "repeats",
    "speakers",
    "evidence",
    "said_on",
    "about",
)


def set_attributions(doc: Doc, attributions: Sequence[Attribution]) -> None:
    """Store attributions in place of those that were stored.

    Where one has no key, all are numbered anew, in text order of their contents; a component that
    only adds to what is stored keeps the keys, so that references stay good.

    Raises:
        ValueError: If keys are to be given and an attribution has no content.
    """
    if any(not attribution.key for attribution in attributions):
        attributions = number_items(attributions, lambda attribution: attribution.content)
    for group, part in ((SOURCE, "source"), (CUE, "cue"), (CONTENT, "content")):
        write_spans(
            doc,
            group,
            [
                (span, item.key, part.upper())
                for item in attributions
                for span in getattr(item, part)
            ],
        )
    for group, part in ((ADDRESSEE, "addressee"), (CHANNEL, "channel")):
        rows = [(getattr(item, part), item.key, part.upper()) for item in attributions]
        write_spans(doc, group, [row for row in rows if row[0] is not None])
    note_attributions(doc, attributions)


def note_attributions(doc: Doc, attributions: Sequence[Attribution]) -> None:
    """Store what is no span of attributions that are stored already."""
    for item in attributions:
        attrs = {name: getattr(item, name) for name in _ATTRIBUTION_ATTRS}
        doc.spans[CONTENT].attrs[item.key] = attrs


def get_attributions(doc: Doc) -> list[Attribution]:
    """The attributions in text order of their contents."""
    attrs = read_attrs(doc, CONTENT)
    parts = {group: read_by_key(doc, group) for group in (SOURCE, CUE, ADDRESSEE, CHANNEL)}
    return [
        Attribution(
            content=content,
            source=parts[SOURCE].get(key, []),
            cue=parts[CUE].get(key, []),
            addressee=next(iter(parts[ADDRESSEE].get(key, [])), None),
            channel=next(iter(parts[CHANNEL].get(key, [])), None),
            key=key,
            **attrs.get(key, {}),
        )
        for key, content in read_by_key(doc, CONTENT).items()
    ]


# --- entities and speakers ------------------------------------------------------------------


def set_entities(doc: Doc, entities: Sequence[EntityChain]) -> None:
    """Store entities; their keys are given anew, in text order."""
    ordered = number_items(entities, lambda entity: entity.mentions)
    rows = [(span, entity.key, entity.label) for entity in ordered for span in entity.mentions]
    write_spans(doc, ENTITY, rows, {entity.key: {"name": entity.name} for entity in ordered})


def get_entities(doc: Doc) -> list[EntityChain]:
    """The entities in text order."""
    attrs = read_attrs(doc, ENTITY)
    return [
        EntityChain(
            name=attrs[key]["name"], label=ENTITY_LABELS[spans[0].label_], mentions=spans, key=key
        )
        for key, spans in read_by_key(doc, ENTITY).items()
    ]


def set_speakers(doc: Doc, speakers: Sequence[SpeakerChain]) -> None:
    """Store speakers; their keys must be set and unique (attributions refer to them)."""
    write_spans(
        doc,
        MENTION,
        [(span, item.key, kind) for item in speakers for span, kind in item.mentions],
        {
            item.key: {
                "name": item.name,
                "kind": item.kind,
                "anonymous": item.anonymous,
                "entity": item.entity,
                "affiliation": item.affiliation,
                "aliases": item.aliases,
            }
            for item in speakers
        },
    )
    write_spans(doc, ROLE, [(span, item.key, "") for item in speakers for span in item.roles])
    reasons = [(item.anonymity, item.key, "") for item in speakers if item.anonymity is not None]
    write_spans(doc, ANONYMITY, reasons)


def get_speakers(doc: Doc) -> list[SpeakerChain]:
    """The speakers in text order of their first mentions."""
    attrs = read_attrs(doc, MENTION)
    roles, reasons = read_by_key(doc, ROLE), read_by_key(doc, ANONYMITY)
    return [
        SpeakerChain(
            mentions=[(span, _MENTION_KINDS[span.label_]) for span in spans],
            roles=roles.get(key, []),
            anonymity=next(iter(reasons.get(key, [])), None),
            key=key,
            **attrs[key],
        )
        for key, spans in read_by_key(doc, MENTION).items()
    ]


def set_references(doc: Doc, references: Sequence[tuple[Span, str]]) -> None:
    """Store pronouns with the keys of the entities that they stand for."""
    write_spans(doc, REFERENCE, [(span, key, "") for span, key in references])


def get_references(doc: Doc) -> list[tuple[Span, str]]:
    """The pronouns that stand for entities, in text order, with the entities' keys."""
    return [(span, span.id_) for span in read_spans(doc, REFERENCE)]


# --- dates ----------------------------------------------------------------------------------


def set_timexes(doc: Doc, timexes: Sequence[Timex]) -> None:
    """Store time expressions; where one has no key, all are numbered anew, in text order."""
    if any(not timex.key for timex in timexes):
        timexes = number_items(timexes, lambda timex: [timex.span])
    write_spans(
        doc,
        DATE,
        [(timex.span, timex.key, timex.type) for timex in timexes],
        {timex.key: dict(timex.values) for timex in timexes},
    )


def get_timexes(doc: Doc) -> list[Timex]:
    """The time expressions in text order."""
    attrs = read_attrs(doc, DATE)
    return [
        Timex(span=spans[0], type=spans[0].label_, values=attrs.get(key, {}), key=key)
        for key, spans in read_by_key(doc, DATE).items()
    ]
