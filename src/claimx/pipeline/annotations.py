"""How the components hand their results on: typed views of ``doc.spans`` groups.

Results live in span groups whose names begin with ``claimx/``. A span's ``id_`` joins the parts
of one thing (the two halves of a split quotation; the source, the cue and the content of one
attribution), its ``label_`` says the kind, and what is no span lies in the ``attrs`` of the
group under that id. All of it survives ``Doc.to_bytes``, ``DocBin`` and worker processes.

Ids are strings of digits, unique within a kind of thing, and keep text order; they become
``Q1``, ``C1`` … only in the record. Spans count tokens; code points are taken from them last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

SECTION = "claimx/section"
ATTRIBUTION_SPAN = "claimx/attribution_span"
TURN = "claimx/turn"
QUOTE = "claimx/quote"
SOURCE = "claimx/source"
CUE = "claimx/cue"
CONTENT = "claimx/content"
ADDRESSEE = "claimx/addressee"
CHANNEL = "claimx/channel"
ENTITY = "claimx/entity"
MENTION = "claimx/mention"
ROLE = "claimx/role"
AFFILIATION = "claimx/affiliation"
ANONYMITY = "claimx/anonymity"
DATE = "claimx/date"

# Under this key `doc.user_data` holds what is known of the article besides its text.
CONTEXT = "claimx/context"

# Sections whose text takes no part in the analysis.
SKIPPED_SECTIONS = frozenset({"metadata"})


@dataclass
class Context:
    """What is known of the article besides its text.

    Attributes:
        published: Publication date in ISO 8601, or None.
        dateline: Date of the dateline in ISO 8601 where it names one, or None.
        byline: Who wrote the article: never one of its speakers by that alone.
        date_order: ``MDY`` or ``DMY``: how ``3/4/25`` is read, where the caller says so.
    """

    published: str | None = None
    dateline: str | None = None
    byline: str | None = None
    date_order: str | None = None


@dataclass
class Section:
    """A paragraph-sized part of the layout; ``kind`` is one of ``article.values.SectionKind``."""

    span: Span
    kind: str


@dataclass
class Turn:
    """What a speaker says in a transcript: his label, the mark behind it, his words by paragraph.

    ``mark`` is None where it is part of the label's token ("Q.").
    """

    label: Span
    mark: Span | None
    words: list[Span]


@dataclass
class Quotation:
    """A stretch between quotation marks, marks included; ``key`` is set when it is read back."""

    spans: list[Span]
    kind: str
    complete: bool = True
    repeats: str | None = None
    key: str = ""


@dataclass
class Attribution:
    """A linked source, cue and content, with what is known of them.

    ``kinds`` holds the values of the record's fields of the same names: ``cue_kind``,
    ``cue_lemma``, ``directness``, ``speech_act``, ``stance``, ``polarity``, ``certainty``.
    ``speakers`` are keys of `SpeakerChain`, ``said_on`` and ``about`` keys of `Timex`,
    ``parent`` and ``repeats`` keys of other attributions.
    """

    content: list[Span]
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    addressee: Span | None = None
    channel: Span | None = None
    kinds: dict[str, str] = field(default_factory=dict)
    confidence: float | None = None
    parent: str | None = None
    repeats: str | None = None
    speakers: list[str] = field(default_factory=list)
    evidence: dict[str, Any] | None = None
    said_on: str | None = None
    about: list[str] = field(default_factory=list)
    key: str = ""


@dataclass
class EntityChain:
    """An entity with its mentions by name; ``label`` is an OntoNotes label."""

    name: str
    label: str
    mentions: list[Span]
    key: str = ""


@dataclass
class SpeakerChain:
    """A speaker: mentions with their kinds (``name``, ``nominal``, ``pronoun``) and its roles.

    ``entity`` is the key of an `EntityChain`; ``kind`` one of ``article.values.SpeakerKind``.
    """

    name: str
    kind: str
    mentions: list[tuple[Span, str]]
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


# --- context and sections -------------------------------------------------------------------


def set_context(doc: Doc, context: Context) -> None:
    """Store what is known of the article besides its text."""
    doc.user_data[CONTEXT] = {
        "published": context.published,
        "dateline": context.dateline,
        "byline": context.byline,
        "date_order": context.date_order,
    }


def get_context(doc: Doc) -> Context:
    """What is known of the article besides its text; all None where nothing was stored."""
    return Context(**doc.user_data.get(CONTEXT, {}))


def set_sections(doc: Doc, sections: Iterable[Section]) -> None:
    """Store the layout."""
    _write(doc, SECTION, [(s.span, "", s.kind) for s in sections])


def get_sections(doc: Doc) -> list[Section]:
    """The layout in text order; empty where none was stored."""
    return [Section(span, span.label_) for span in _read(doc, SECTION)]


# --- turns ----------------------------------------------------------------------------------


def set_turns(doc: Doc, turns: Sequence[Turn]) -> None:
    """Store the turns of a transcript."""
    rows = []
    for number, turn in enumerate(turns):
        marks = [] if turn.mark is None else [(turn.mark, "mark")]
        parts = [(turn.label, "label"), *marks, *((span, "words") for span in turn.words)]
        rows += [(span, str(number), part) for span, part in parts]
    _write(doc, TURN, rows)


def get_turns(doc: Doc) -> list[Turn]:
    """The turns in text order; empty where the text is no transcript."""
    turns = []
    for spans in _by_key(doc, TURN).values():
        parts: dict[str, list[Span]] = {}
        for span in spans:
            parts.setdefault(span.label_, []).append(span)
        turns.append(
            Turn(parts["label"][0], next(iter(parts.get("mark", [])), None), parts["words"])
        )
    return turns


# --- quotations -----------------------------------------------------------------------------


def set_quotations(doc: Doc, quotations: Sequence[Quotation]) -> None:
    """Store quotations; their keys are given anew, in text order."""
    ordered = _number(quotations, lambda quotation: quotation.spans)
    rows = [
        (span, quotation.key, quotation.kind) for quotation in ordered for span in quotation.spans
    ]
    attrs = {
        quotation.key: {"complete": quotation.complete, "repeats": quotation.repeats}
        for quotation in ordered
    }
    _write(doc, QUOTE, rows, attrs)


def get_quotations(doc: Doc) -> list[Quotation]:
    """The quotations in text order."""
    attrs = _attrs(doc, QUOTE)
    return [
        Quotation(spans=spans, kind=spans[0].label_, key=key, **attrs.get(key, {}))
        for key, spans in _by_key(doc, QUOTE).items()
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
    """Store attributions.

    Those without a key get one in text order; a component that only adds to what is stored
    keeps the keys, so that references stay good.
    """
    if any(not attribution.key for attribution in attributions):
        attributions = _number(attributions, lambda attribution: attribution.content)
    for group, part in ((SOURCE, "source"), (CUE, "cue"), (CONTENT, "content")):
        _write(
            doc,
            group,
            [(span, item.key, "") for item in attributions for span in getattr(item, part)],
        )
    for group, part in ((ADDRESSEE, "addressee"), (CHANNEL, "channel")):
        rows = [(getattr(item, part), item.key, "") for item in attributions]
        _write(doc, group, [row for row in rows if row[0] is not None])
    doc.spans[CONTENT].attrs.update(
        {
            item.key: {name: getattr(item, name) for name in _ATTRIBUTION_ATTRS}
            for item in attributions
        }
    )


def get_attributions(doc: Doc) -> list[Attribution]:
    """The attributions in text order of their contents."""
    attrs = _attrs(doc, CONTENT)
    parts = {group: _by_key(doc, group) for group in (SOURCE, CUE, ADDRESSEE, CHANNEL)}
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
        for key, content in _by_key(doc, CONTENT).items()
    ]


# --- entities and speakers ------------------------------------------------------------------


def set_entities(doc: Doc, entities: Sequence[EntityChain]) -> None:
    """Store entities; their keys are given anew, in text order."""
    ordered = _number(entities, lambda entity: entity.mentions)
    rows = [(span, entity.key, entity.label) for entity in ordered for span in entity.mentions]
    _write(doc, ENTITY, rows, {entity.key: {"name": entity.name} for entity in ordered})


def get_entities(doc: Doc) -> list[EntityChain]:
    """The entities in text order."""
    attrs = _attrs(doc, ENTITY)
    return [
        EntityChain(name=attrs[key]["name"], label=spans[0].label_, mentions=spans, key=key)
        for key, spans in _by_key(doc, ENTITY).items()
    ]


def set_speakers(doc: Doc, speakers: Sequence[SpeakerChain]) -> None:
    """Store speakers; their keys must be set and unique (attributions refer to them)."""
    _write(
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
    _write(doc, ROLE, [(span, item.key, "") for item in speakers for span in item.roles])
    reasons = [(item.anonymity, item.key, "") for item in speakers if item.anonymity is not None]
    _write(doc, ANONYMITY, reasons)


def get_speakers(doc: Doc) -> list[SpeakerChain]:
    """The speakers in text order of their first mentions."""
    attrs = _attrs(doc, MENTION)
    roles, reasons = _by_key(doc, ROLE), _by_key(doc, ANONYMITY)
    return [
        SpeakerChain(
            mentions=[(span, span.label_) for span in spans],
            roles=roles.get(key, []),
            anonymity=next(iter(reasons.get(key, [])), None),
            key=key,
            **attrs[key],
        )
        for key, spans in _by_key(doc, MENTION).items()
    ]


# --- dates ----------------------------------------------------------------------------------


def set_timexes(doc: Doc, timexes: Sequence[Timex]) -> None:
    """Store time expressions; those without a key get one in text order."""
    if any(not timex.key for timex in timexes):
        timexes = _number(timexes, lambda timex: [timex.span])
    _write(
        doc,
        DATE,
        [(timex.span, timex.key, timex.type) for timex in timexes],
        {timex.key: dict(timex.values) for timex in timexes},
    )


def get_timexes(doc: Doc) -> list[Timex]:
    """The time expressions in text order."""
    attrs = _attrs(doc, DATE)
    return [
        Timex(span=spans[0], type=spans[0].label_, values=attrs.get(key, {}), key=key)
        for key, spans in _by_key(doc, DATE).items()
    ]


# --- storage --------------------------------------------------------------------------------


def _number(items: Sequence[Any], spans_of: Any) -> list[Any]:
    ordered = sorted(items, key=lambda item: _position(spans_of(item)))
    for number, item in enumerate(ordered):
        item.key = str(number)
    return ordered


def _position(spans: Sequence[Span]) -> tuple[int, int]:
    first = min(spans, key=lambda span: (span.start, span.end))
    return first.start, max(span.end for span in spans)


def _write(
    doc: Doc,
    group: str,
    rows: Iterable[tuple[Span, str, str]],
    attrs: dict[str, Any] | None = None,
) -> None:
    spans = [Span(doc, span.start, span.end, label=label, span_id=key) for span, key, label in rows]
    spans.sort(key=lambda span: (span.start, span.end))
    doc.spans[group] = SpanGroup(doc, name=group, attrs=dict(attrs or {}), spans=spans)


def _read(doc: Doc, group: str) -> list[Span]:
    return list(doc.spans[group]) if group in doc.spans else []


def _attrs(doc: Doc, group: str) -> dict[str, Any]:
    return dict(doc.spans[group].attrs) if group in doc.spans else {}


def _by_key(doc: Doc, group: str) -> dict[str, list[Span]]:
    """Spans by their id, the ids in the order of their first spans."""
    found: dict[str, list[Span]] = {}
    for span in _read(doc, group):
        found.setdefault(span.id_, []).append(span)
    return found
