"""What a gold standard holds, whatever file it was read from.

All offsets are half-open and count code points of the text that they belong to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimx.article.values import Directness

if TYPE_CHECKING:
    from claimx.evaluation.gold_labels import LabelledAttribution, LabelledSpeaker

Offsets = tuple[int, int]
Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")


class GoldError(ValueError):
    """A gold standard or a file of predictions that cannot be used; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what by which words, each in one or several pieces.

    Attributes:
        directness: Where the annotation tells it.
        confidence: Of a prediction, 0 to 1.
    """

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]
    directness: Directness | None = None
    confidence: float | None = None

    def pieces(self, role: Role) -> tuple[Offsets, ...]:
        """The pieces of one role, in the order of the annotation."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(frozen=True, slots=True)
class AttributedText:
    """An article with all its attributions, of nested ones the outermost.

    Attributes:
        name: Which predictions are found by: the name of the text's file without its ending.
        text: None where the gold came without it.
        discarded: What the annotator left out, and what is therefore not scored.
        path: Under which the text is given to a pipeline.
        published: ISO 8601.
        id: Of the record that the gold was, as is ``sha256``.
        pieces: What is known of a text that is not there: which words stand where.
    """

    name: str
    text: str | None
    attributions: tuple[Attribution, ...]
    discarded: tuple[Offsets, ...] = ()
    path: str | None = None
    published: str | None = None
    id: str | None = None
    sha256: str | None = None
    pieces: tuple[tuple[Offsets, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A time expression with what it stands for.

    Attributes:
        value: TIMEX3 value, where the gold gives one.
        earliest: Start in ISO 8601 of the stretch of time that it stands for.
        latest: Its end, excluded.
        is_vague: Whether the two are outer limits, between which the true stretch lies.
    """

    start: int
    end: int
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    is_vague: bool = False

    @property
    def has_value(self) -> bool:
        """Whether anything is said that a value could be held against."""
        return not (self.value is None and self.earliest is None and self.latest is None)


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text with all its dates and times of day (TIMEX3 DATE and TIME).

    Attributes:
        sentences: Its sentences in text order.
        scored: Where the annotation is complete; what lies elsewhere is not scored.
        genre: The kind of text, where the corpus tells.
    """

    name: str
    text: str
    dates: tuple[GoldDate, ...]
    sentences: tuple[Offsets, ...]
    scored: tuple[Offsets, ...]
    path: str | None = None
    published: str | None = None
    genre: str | None = None
    id: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention of somebody or something.

    Attributes:
        head: Half-open offsets of the word that heads it: a prediction that leaves out titles
            and modifiers holds at least that.
        is_pronoun: Whether it is nothing but a pronoun.
    """

    start: int
    end: int
    head: Offsets
    is_pronoun: bool = False


@dataclass(frozen=True, slots=True)
class SpeechEvent:
    """A word for saying or thinking (half-open offsets), and the chain of who does it."""

    start: int
    end: int
    speaker: int


@dataclass(frozen=True, slots=True)
class CoreferentText:
    """A text with the chains of mentions of its people, bodies and places.

    Attributes:
        chains: The mentions of each, in text order; also of those mentioned once, where the
            corpus has them.
        events: Words for saying whose speaker is annotated, where the corpus has any.
        scored: Where the annotation is complete; what lies elsewhere is not scored.
        genre: The kind of text, where the corpus tells.
    """

    name: str
    text: str
    chains: tuple[tuple[GoldMention, ...], ...]
    scored: tuple[Offsets, ...]
    events: tuple[SpeechEvent, ...] = ()
    path: str | None = None
    published: str | None = None
    genre: str | None = None
    id: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class LabelledText:
    """An article with its names, its attributions, nested ones too, and its speakers.

    Attributes:
        names: Half-open offsets and label of each name.
        speakers: The named persons among the speakers, with their roles and affiliations.
    """

    name: str
    text: str
    names: tuple[tuple[int, int, str], ...]
    attributions: tuple[LabelledAttribution, ...]
    speakers: tuple[LabelledSpeaker, ...]
    title: str | None = None
    path: str | None = None
    published: str | None = None
    id: str | None = None
    sha256: str | None = None


def lies_inside(spans: Iterable[Offsets], holders: Iterable[Offsets]) -> bool:
    """Whether there are spans and each of them lies inside one of the holders."""
    spans, holders = tuple(spans), tuple(holders)
    return bool(spans) and all(
        any(start <= a and b <= end for start, end in holders) for a, b in spans
    )
