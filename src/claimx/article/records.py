"""The records of an article: spans, sections, entities, speakers, dates, quotes and claims.

Offsets are half-open and count Unicode code points of ``Article.text``. References between
records are ids (``S1`` speaker, ``C1`` claim, ``Q1`` quote, ``D1`` date, ``E1`` entity). Every
field is present in every record; what is unknown or absent is ``None`` or an empty list.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, field_validator, model_validator

from claimx.article.values import (
    Certainty,
    CueKind,
    DateReason,
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
        frozen=True,
        extra="forbid",
        json_schema_serialization_defaults_required=True,
        use_attribute_docstrings=True,
    )


class Offsets(Record):
    """Where a stretch of ``Article.text`` lies, without its words."""

    start: int = Field(ge=0)
    """First code point of the stretch in ``Article.text``, counted from 0."""
    end: int = Field(gt=0)
    """The code point after the last (half-open)."""

    def encloses(self, other: Offsets) -> bool:
        """Whether ``other`` lies inside this stretch (equal limits included)."""
        return self.start <= other.start and other.end <= self.end


class Span(Offsets):
    """A stretch of ``Article.text`` with its words."""

    text: str = Field(min_length=1)
    """Exactly ``Article.text[start:end]``, never empty."""

    @model_validator(mode="after")
    def _length_is_that_of_the_text(self) -> Span:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"a span of {self.end - self.start} code points ({self.start} to {self.end}) "
                f"cannot hold a text of {len(self.text)}"
            )
        return self


class Metadata(Record):
    """What is known of the article besides its text."""

    path: str | None = None
    """As the user gave it; a file of a folder is the folder as given and the rest; a record of JSON
    Lines ``file.jsonl:12``.
    """
    url: str | None = None
    """Address where the article was published."""
    title: str | None = None
    """The title given with the input, else the headline of the text."""
    byline: str | None = None
    """Who wrote the article, as printed."""
    publisher: str | None = None
    """Who published it."""
    published: str | None = Field(
        default=None,
        pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$",
    )
    """Day of publication in ISO 8601, with the hour and its zone where the input tells them
    (``2025-03-14``, ``2025-03-14T16:00:00Z``).
    """
    language: str = "en"
    """ISO 639-1 code of the language."""
    extra: dict[str, JsonValue] = Field(default_factory=dict)
    """Fields of the input that have no place of their own."""


class Section(Record):
    """A paragraph-sized part of the layout."""

    span: Offsets
    """Where it stands in ``Article.text``."""
    kind: SectionKind
    """What part of the article it is."""

    @field_validator("span", mode="before")
    @classmethod
    def _leave_the_words_to_the_text(cls, value: Any) -> Any:
        """Sections cover the whole article: their words would be its text, asked for or not."""
        if isinstance(value, Span):
            return Offsets(start=value.start, end=value.end)
        if isinstance(value, dict):
            return {name: item for name, item in value.items() if name != "text"}
        return value


class Entity(Record):
    """A named entity with all its mentions."""

    id: str
    """``E1``, ``E2`` …, in text order."""
    name: str
    """Fullest form in the article, without title."""
    label: EntityLabel
    """OntoNotes label; dates and times are not entities but dates."""
    mentions: list[Span] = Field(min_length=1)
    """Every place where the entity is named, in text order."""


class Mention(Record):
    """A place where a speaker is named, described or referred to by a pronoun."""

    span: Span
    """The words of the mention."""
    kind: MentionKind
    """Whether they name, describe or are a pronoun."""


class Speaker(Record):
    """A source: a person, organization, group or document that says at least one claim or quote."""

    id: str
    """``S1``, ``S2`` …, in order of the first mentions."""
    name: str
    """Fullest form in the article without title; for the unnamed the head phrase without its
    determiner (``sources``).
    """
    kind: SpeakerKind
    """What the speaker is; ``unnamed`` where it has no name."""
    anonymous: bool = False
    """Whether the text withholds the name."""
    anonymity: Span | None = None
    """The reason that the text gives for withholding it."""
    entity: str | None = None
    """Id of the entity that this speaker is, if it has a name."""
    roles: list[Span] = Field(default_factory=list)
    """Whole phrases (``The Russian president’s foreign policy adviser``)."""
    affiliation: str | None = None
    """The organization, country or person that the speaker works for or belongs to, as a role says
    it.
    """
    aliases: list[str] = Field(default_factory=list)
    """Distinct surface forms of its names, titles included, in text order."""
    mentions: list[Mention] = Field(default_factory=list)
    """Every place where it is named, described or referred to by a pronoun."""
    claims: int = Field(default=0, ge=0)
    """Number of claims attributed to it."""
    quoted_words: int = Field(default=0, ge=0)
    """Words inside its direct and partial quotations, repetitions not counted."""
    share: float = Field(default=0.0, ge=0, le=1)
    """``quoted_words`` over those of the whole article, 0 to 1."""
    first: int | None = Field(default=None, ge=0)
    """Code point of its first mention."""


class Quote(Record):
    """A stretch between quotation marks, marks included."""

    id: str
    """``Q1``, ``Q2`` …, in text order."""
    spans: list[Span] = Field(min_length=1)
    """The quoted words with their marks; several where the quotation is split."""
    kind: QuoteKind
    """``direct`` speech, a ``fragment`` of it inside a sentence, ``scare`` quotes, the ``title`` of
    a work, or a ``label`` (nickname, slogan).
    """
    claim: str | None = None
    """Id of the claim whose content holds the quote."""
    speaker: str | None = None
    """Id of the speaker whose words they are."""
    complete: bool = True
    """False where the text cuts the quote off."""
    repeats: str | None = None
    """Id of the earlier quote that says the same, marks and case normalised."""


class Evidence(Record):
    """Why a source was given its speakers, or why it has none."""

    antecedent: Span | None = None
    """The mention that the source was joined to."""
    rule: EvidenceRule
    """Name of the rule that decided, or of what stood in the way."""
    score: float | None = Field(default=None, ge=0, le=1)
    """Its certainty, 0 to 1."""


class Source(Record):
    """Who says it, in the words of the text; several spans where the words are discontinuous."""

    spans: list[Span] = Field(default_factory=list)
    """The words that name the source; several where they are split."""
    speakers: list[str] = Field(default_factory=list)
    """Ids of the speakers who say it; empty where they are not known."""
    evidence: Evidence | None = None
    """Why it was given its speakers, or why it has none; null where the words name them."""


class Cue(Record):
    """The words that attribute the content to the source."""

    spans: list[Span] = Field(min_length=1)
    """The words of the cue; several where they are split."""
    lemma: str | None = None
    """Dictionary form of its head (``say``)."""
    kind: CueKind | None = None
    """What kind of act the cue reports."""


class Content(Record):
    """What is attributed; ``text`` joins the spans with one space, line ends made spaces."""

    spans: list[Span] = Field(min_length=1)
    """The words that are attributed; several where they are split."""
    text: str
    """The texts of the spans, joined by one space."""
    standalone: str | None = None
    """The text with what its pronouns, short names and dates stand for in square brackets.

    ``that he [Ann Hill] left yesterday [2025-03-13]``; None where nothing was inserted.
    """

    @model_validator(mode="after")
    def _text_joins_the_spans(self) -> Content:
        if self.text.split() != " ".join(span.text for span in self.spans).split():
            raise ValueError("the text of a content joins its spans with one space")
        return self


class Claim(Record):
    """An attribution: a content with its source and cue (PARC, PolNeAR)."""

    id: str
    """``C1``, ``C2`` …, in text order of the contents."""
    source: Source | None = None
    """Who says it; null where the text does not say."""
    cue: Cue | None = None
    """The words that attribute; null where none does (direct speech that goes on)."""
    content: Content
    """What is attributed."""
    directness: Directness
    """Whether the content is quoted, reported, or partly quoted."""
    speech_act: SpeechAct | None = None
    """What the source does in saying it (Searle 1976)."""
    stance: Stance | None = None
    """Of the writer to the claim, as the cue shows it."""
    polarity: Polarity = "positive"
    """``negative`` where the cue denies, rejects or negates the content; a negation inside the
    content does not count.
    """
    certainty: Certainty | None = None
    """Of the content, as the source puts it."""
    parent: str | None = None
    """Id of the claim inside whose content this one stands."""
    said_on: str | None = None
    """Id of the date when it was said."""
    about: list[str] = Field(default_factory=list)
    """Ids of the dates inside the content."""
    entities: list[str] = Field(default_factory=list)
    """Ids of the entities mentioned in the content."""
    addressee: Span | None = None
    """The words for the person or audience that it was said to."""
    channel: Span | None = None
    """Where or how it was said (``a post on his Truth Social platform``)."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """Estimated probability that source and content are right, 0 to 1."""
    repeats: str | None = None
    """Id of the earlier claim that says the same."""

    @property
    def speakers(self) -> list[str]:
        """Ids of the speakers who say it; empty where they are not known."""
        return list(self.source.speakers) if self.source is not None else []


class Date(Record):
    """A time expression and what it resolves to (TimeML's TIMEX3)."""

    id: str
    """``D1``, ``D2`` …, in text order."""
    span: Span
    """The words of the expression."""
    type: DateType
    """A day or longer, a time of day, a length, or something that recurs (TIMEX3)."""
    value: str | None = None
    """TIMEX3: ``2025-03-14``, ``2025-W11``, ``P30D``, ``PRESENT_REF``, ``PAST_REF``,
    ``FUTURE_REF``; null where it could not be resolved.
    """
    granularity: Granularity | None = None
    """The unit that the expression speaks in."""
    earliest: str | None = None
    """Start of the interval, ISO 8601."""
    latest: str | None = None
    """Its end, excluded, ISO 8601."""
    offset: str | None = None
    """Signed distance from an anchor that is unknown (``-P1D``)."""
    anchor: str | None = None
    """What it was resolved against: ``published``, ``dateline``, ``absolute`` or the id of another
    date.
    """
    reason: DateReason | None = None
    """Why there is no value, or what is in doubt about it."""


class Provenance(Record):
    """What made the record: versions of claimx and of the pipeline, and the options given."""

    claimx: str
    """Version of claimx."""
    pipeline: str
    """Name and version of the spaCy pipeline."""
    options: dict[str, JsonValue] = Field(default_factory=dict)
    """What the caller asked for."""
