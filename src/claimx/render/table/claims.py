"""The claims: cards where the terminal is narrow, a table where it is wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from claimx.render.plain_text import clean
from claimx.render.table import display
from claimx.render.table.display import lines_of, quoted, text_of
from claimx.render.table.sheet import Column, show_cards, show_rows

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Span, Speaker
    from claimx.render.table.layout import Layout

# A confidence below this is worth a word of warning.
_DOUBTFUL = 0.5


def show_claims(article: Article, layout: Layout) -> RenderableType:
    """All claims of ``article``, in text order."""
    view, claims = _ClaimView(article), article.claims
    if layout.size == "wide":
        return show_rows(_WIDE, ((claim.id, _wide_row(claim, view)) for claim in claims), layout)
    if layout.size == "medium":
        return show_rows(_MEDIUM, ((c.id, _medium_row(c, view)) for c in claims), layout)
    return show_cards(((claim.id, _card(claim, view)) for claim in claims), layout)


_WIDE = (
    Column("Speaker", most=26),
    Column("Role", most=28),
    Column("Cue", most=18),
    Column("What"),
    Column("How", whole=True),
    Column("Said", most=22),
    Column("Notes", most=30),
)
_MEDIUM = (
    Column("Speaker", most=26),
    Column("Cue", most=18),
    Column("What"),
    Column("How", whole=True),
    Column("Said", most=22),
)


def _wide_row(claim: Claim, view: _ClaimView) -> list[Text]:
    return [
        view.source(claim),
        view.roles(claim),
        view.cue(claim),
        view.content(claim),
        Text(claim.directness),
        view.said_on(claim),
        lines_of(Text(note, style=display.NOTE) for note in view.notes(claim)),
    ]


def _medium_row(claim: Claim, view: _ClaimView) -> list[Text]:
    notes = " · ".join(view.notes(claim))
    return [
        lines_of([view.source(claim), view.roles(claim)]),
        view.cue(claim),
        lines_of([view.content(claim), Text(f"[{notes}]" if notes else "", style=display.NOTE)]),
        Text(claim.directness),
        view.said_on(claim),
    ]


def _card(claim: Claim, view: _ClaimView) -> Text:
    """Who; how it is said and what; the circumstances: a line each."""
    cue, content = view.cue(claim), view.content(claim)
    return lines_of(
        [
            view.source_with_role(claim),
            text_of(cue, ": ", content) if cue and _has_words(cue) else content,
            view.circumstances(claim),
        ]
    )


def _has_words(cue: Text) -> bool:
    """Whether a cue is more than the colon or the dash of a headline."""
    return any(letter.isalnum() for letter in cue.plain)


class _ClaimView:
    """The pieces of a claim as words, with the ids in it looked up."""

    def __init__(self, article: Article) -> None:
        self._speakers = {speaker.id: speaker for speaker in article.speakers}
        self._dates = {date.id: date for date in article.dates}

    def source(self, claim: Claim) -> Text:
        """The names of the speakers, or in words why there is none."""
        speakers = self._speakers_of(claim)
        if speakers:
            return Text("; ", overflow="fold").join(
                Text(clean(speaker.name), style=display.NAME) for speaker in speakers
            )
        if claim.source is None or not claim.source.spans:
            return Text("source not named", style=display.ALERT)
        named = " … ".join(clean(span.text) for span in claim.source.spans)
        return text_of(named, (f" ({display.UNRESOLVED})", display.ALERT))

    def source_with_role(self, claim: Claim) -> Text:
        roles = self.roles(claim)
        return (
            text_of(self.source(claim), (f" ({roles.plain})", display.NOTE))
            if roles
            else (self.source(claim))
        )

    def roles(self, claim: Claim) -> Text:
        """A role for each speaker: that which the claim itself gives, else the first."""
        given = [_role_in(claim, speaker) for speaker in self._speakers_of(claim)]
        return Text("; ".join(role for role in given if role), style=display.NOTE)

    def cue(self, claim: Claim) -> Text:
        if claim.cue is None:
            return Text()
        words = " … ".join(clean(span.text) for span in claim.cue.spans)
        if claim.polarity == "negative":
            return text_of((words, display.CUE), (" (negative)", display.NEGATIVE))
        return Text(words, style=display.CUE, overflow="fold")

    def content(self, claim: Claim) -> Text:
        return Text(" … ".join(clean(span.text) for span in claim.content.spans), overflow="fold")

    def said_on(self, claim: Claim) -> Text:
        """The words of the date and what they resolve to."""
        if claim.said_on is None:
            return Text()
        date = self._dates[claim.said_on]
        if date.value is None:
            return text_of(clean(date.span.text), (f" ({display.UNRESOLVED})", display.ALERT))
        words = clean(date.span.text)
        return text_of(words if words == date.value else f"{words} = {date.value}")

    def circumstances(self, claim: Claim) -> Text:
        """Directness, date and notes on one line."""
        said_on = self.said_on(claim)
        parts = [Text(claim.directness)]
        if said_on:
            parts.append(text_of("said ", said_on))
        parts += [Text(note) for note in self.notes(claim)]
        line = Text(" · ", overflow="fold").join(parts)
        line.stylize_before(display.NOTE)
        return line

    def notes(self, claim: Claim) -> list[str]:
        """What a reader must know besides, each in a few words."""
        notes = []
        if claim.repeats is not None:
            notes.append(f"repeats {claim.repeats}")
        if claim.polarity == "negative":
            notes.append("negative: denied, rejected or not asserted")
        if claim.certainty in {"probable", "possible"}:
            notes.append(f"put as {claim.certainty}")
        if claim.stance in {"distancing", "endorsing"}:
            notes.append(f"writer: {claim.stance}")
        if claim.parent is not None:
            notes.append(f"inside {claim.parent}")
        if claim.channel is not None:
            notes.append(f"channel: {quoted(claim.channel.text)}")
        if claim.addressee is not None:
            notes.append(f"to {quoted(claim.addressee.text)}")
        notes += _resolution(claim, self._speakers_of(claim))
        if claim.confidence is not None and claim.confidence < _DOUBTFUL:
            notes.append(f"doubtful (confidence {claim.confidence:.2f})")
        return notes

    def _speakers_of(self, claim: Claim) -> list[Speaker]:
        if claim.source is None:
            return []
        return [self._speakers[identifier] for identifier in claim.source.speakers]


def _role_in(claim: Claim, speaker: Speaker) -> str:
    source = claim.source.spans if claim.source is not None else []
    here = [role for role in speaker.roles if any(span.encloses(role) for span in source)]
    return "; ".join(clean(role.text) for role in (here or speaker.roles)[:1])


def _resolution(claim: Claim, speakers: list[Speaker]) -> list[str]:
    """Which words of the text stand for the speaker, where they do not name it."""
    if claim.source is None or claim.source.evidence is None or not speakers:
        return []
    antecedent = claim.source.evidence.antecedent
    spans = claim.source.spans
    if antecedent is None or any(_names(speaker, span) for speaker in speakers for span in spans):
        return []
    if not spans:
        return [f"taken to be said by {quoted(antecedent.text)}"]
    words = " … ".join(span.text for span in spans)
    if clean(words).casefold() == clean(antecedent.text).casefold():
        return []
    return [f"{quoted(words)} taken to be {quoted(antecedent.text)}"]


def _names(speaker: Speaker, span: Span) -> bool:
    return any(
        mention.kind == "name" and span.encloses(mention.span) for mention in speaker.mentions
    )
