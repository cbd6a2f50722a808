"""The records of an article: spans, sections, entities, speakers, dates, quotes and claims.

Offsets are half-open and count Unicode code points of ``Article.text``. References between
records are ids (``S1`` speaker, ``C1`` claim, ``Q1`` quote, ``D1`` date, ``E1`` entity). Every
field is present in every record; what is unknown or absent is ``None`` or an empty list.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, WithJsonSchema, model_validator
from pydantic.config import JsonDict

from claimx.article.values import (
    EVIDENCE_RULES,
    Certainty,
    CueKind,
    DateType,
    Directness,
    EntityLabel,
    EvidenceRule,
    Granularity,
    MentionKind,
    Polarity,
    QuoteKind,
    SectionKind,
    SpeakerKind,
    SpeechAct,
    Stance,
)


class Record(BaseModel):
    """Base of every record: immutable, and closed to fields that the schema does not name."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )


class Span(Record):
    """A stretch of ``Article.text``.

    Attributes:
        start: First code point.
        end: The code point after the last.
        text: Exactly ``Article.text[start:end]``, never empty.
    """

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _length_is_that_of_the_text(self) -> Span:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"a span of {self.end - self.start} code points ({self.start} to {self.end}) "
                f"cannot hold a text of {len(self.text)}"
            )
        return self

    def encloses(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span (equal limits included)."""
        return self.start <= other.start and other.end <= self.end


class Metadata(Record):
    """What is known of the article besides its text.

    ``published`` is a date in ISO 8601 (``2025-03-14``), with the hour and its zone where the
    input tells them (``2025-03-14T16:00:00Z``); ``language`` an ISO 639-1 code;
    ``extra`` holds fields of the input that have no place of their own.
    """

    path: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = Field(
        default=None,
        pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$",
    )
    language: str = "en"
    extra: dict[str, JsonValue] = Field(default_factory=dict)


class Section(Record):
    """A paragraph-sized part of the layout."""

    span: Span
    kind: SectionKind


class Entity(Record):
    """A named entity with all its mentions.

    ``name`` is the fullest form in the article, without title.
    """

    id: str
    name: str
    label: EntityLabel
    mentions: list[Span] = Field(min_length=1)


class Mention(Record):
    """A place where a speaker is named, described or referred to by a pronoun."""

    span: Span
    kind: MentionKind


class Speaker(Record):
    """Someone or something to whom at least one claim or quote is attributed.

    Attributes:
        name: The fullest form in the article without title; for the unnamed the head phrase
            without its determiner (``sources``).
        anonymous: Whether the text withholds the name.
        anonymity: The reason that the text gives for that.
        entity: Id of the entity that this speaker is, if it has a name.
        roles: Whole phrases (``The Russian president’s foreign policy adviser``).
        affiliation: The organisation, country or person that a role ties the speaker to.
        aliases: Distinct surface forms of its names, titles included, in text order.
        claims: Number of claims attributed to it.
        quoted_words: Words inside its direct and partial quotations.
        share: ``quoted_words`` over those of the whole article, 0 to 1.
        first: Code point of its first mention.
    """

    id: str
    name: str
    kind: SpeakerKind
    anonymous: bool = False
    anonymity: Span | None = None
    entity: str | None = None
    roles: list[Span] = Field(default_factory=list)
    affiliation: str | None = None
    aliases: list[str] = Field(default_factory=list)
    mentions: list[Mention] = Field(default_factory=list)
    claims: int = Field(default=0, ge=0)
    quoted_words: int = Field(default=0, ge=0)
    share: float = Field(default=0.0, ge=0, le=1)
    first: int | None = Field(default=None, ge=0)


class Quote(Record):
    """A stretch between quotation marks, marks included.

    Attributes:
        kind: ``direct`` speech, a ``fragment`` of it inside a sentence, ``scare`` quotes, the
            ``title`` of a work, or a ``label`` (nickname, slogan).
        claim: Id of the claim whose content holds the quote.
        complete: False where the text cuts the quote off.
        repeats: Id of the earlier quote that says the same, marks and case normalised.
    """

    id: str
    spans: list[Span] = Field(min_length=1)
    kind: QuoteKind
    claim: str | None = None
    speaker: str | None = None
    complete: bool = True
    repeats: str | None = None


_RULES_SCHEMA: JsonDict = {
    "type": "string",
    "oneOf": [{"const": rule, "description": text} for rule, text in EVIDENCE_RULES.items()],
}


class Evidence(Record):
    """Why a source was given its speakers, or why it has none.

    Attributes:
        antecedent: The mention that the source was joined to.
        rule: Name of the rule that decided, or of what stood in the way.
        score: Its certainty, 0 to 1.
    """

    antecedent: Span | None = None
    rule: Annotated[EvidenceRule, WithJsonSchema(_RULES_SCHEMA)]
    score: float | None = Field(default=None, ge=0, le=1)


class Source(Record):
    """To whom the text attributes the content; several spans where it is discontinuous."""

    spans: list[Span] = Field(default_factory=list)
    speakers: list[str] = Field(default_factory=list)
    evidence: Evidence | None = None


class Cue(Record):
    """The words that attribute the content to the source."""

    spans: list[Span] = Field(min_length=1)
    lemma: str | None = None
    kind: CueKind | None = None


class Content(Record):
    """What is attributed; ``text`` joins the spans with one space."""

    spans: list[Span] = Field(min_length=1)
    text: str

    @model_validator(mode="after")
    def _text_joins_the_spans(self) -> Content:
        if self.text != " ".join(span.text for span in self.spans):
            raise ValueError("the text of a content joins its spans with one space")
        return self


class Claim(Record):
    """An attribution: a content with its source and cue (PARC, PolNeAR).

    Attributes:
        source: None where the text names none.
        cue: None where no word attributes (a paragraph of direct speech that goes on).
        stance: Of the writer to the claim.
        polarity: Negative where the cue denies, rejects or negates the content; a negation
            inside the content does not count.
        certainty: Of the content, as the source puts it.
        parent: Id of the claim inside whose content this one stands.
        said_on: Id of the date when it was said.
        about: Ids of the dates inside the content.
        entities: Ids of the entities mentioned in the content.
        confidence: Estimated probability that source and content are right.
        repeats: Id of the earlier claim that says the same.
    """

    id: str
    source: Source | None = None
    cue: Cue | None = None
    content: Content
    directness: Directness
    speech_act: SpeechAct | None = None
    stance: Stance | None = None
    polarity: Polarity = "positive"
    certainty: Certainty | None = None
    parent: str | None = None
    said_on: str | None = None
    about: list[str] = Field(default_factory=list)
    entities: list[str] = Field(default_factory=list)
    addressee: Span | None = None
    channel: Span | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    repeats: str | None = None


class Date(Record):
    """A time expression and what it resolves to (TimeML's TIMEX3).

    Attributes:
        value: ``2025-03-14``, ``2025-W11``, ``P30D``, ``PRESENT_REF``, ``PAST_REF``,
            ``FUTURE_REF``; None where it could not be resolved.
        earliest: Start of the interval, ISO 8601.
        latest: Its end, excluded.
        offset: Signed distance from an anchor that is unknown (``-P1D``).
        anchor: ``published``, ``dateline``, ``absolute`` or the id of another date.
        reason: Why there is no value, or what is in doubt about it.
    """

    id: str
    span: Span
    type: DateType
    value: str | None = None
    granularity: Granularity | None = None
    earliest: str | None = None
    latest: str | None = None
    offset: str | None = None
    anchor: str | None = None
    reason: str | None = None


class Provenance(Record):
    """What made the record: versions of claimx and of the pipeline, and the options given."""

    claimx: str
    pipeline: str
    options: dict[str, JsonValue] = Field(default_factory=dict)
