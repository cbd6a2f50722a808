"""The claims: cards where the terminal is narrow, a table where it is wide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from claimx.article.cut_off import find_content_gap
from claimx.article.meanings import MEANINGS
from claimx.render.dates_in_words import date_value_in_words
from claimx.render.doubt import is_doubtful
from claimx.render.plain_text import clean
from claimx.render.table import display
from claimx.render.table.display import lines_of, quoted, text_of
from claimx.render.table.sheet import Column, show_cards, show_rows
from claimx.render.view import ArticleView
from claimx.render.words import GAPS, NEGATIVE

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Span, Speaker
    from claimx.render.table.layout import Layout


def show_claims(article: Article, layout: Layout) -> RenderableType:
    """All claims of ``article``, in text order, with the paragraph that each stands in.

    A name is shown once while it goes on, and the role of a speaker where it is new.
    """
    view, claims = _ClaimView(article), article.claims
    if layout.size == "wide":
        return show_rows(_WIDE, ((view.place(c), _wide_row(c, view)) for c in claims), layout)
    if layout.size == "medium":
        return show_rows(_MEDIUM, ((view.place(c), _medium_row(c, view)) for c in claims), layout)
    return show_cards(((view.place(claim), _card(claim, view)) for claim in claims), layout)


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
        _directness(claim),
        view.said_on(claim),
        lines_of(Text(note, style=display.NOTE) for note in view.notes(claim)),
    ]


def _medium_row(claim: Claim, view: _ClaimView) -> list[Text]:
    notes = " · ".join(view.notes(claim))
    return [
        lines_of([view.source(claim), view.roles(claim)]),
        view.cue(claim),
        lines_of([view.content(claim), Text(f"[{notes}]" if notes else "", style=display.NOTE)]),
        _directness(claim),
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


def _directness(claim: Claim) -> Text:
    return Text(claim.directness, style=display.HOW[claim.directness])


def _has_words(cue: Text) -> bool:
    """Whether a cue is more than the colon or the dash of a headline."""
    return any(letter.isalnum() for letter in cue.plain)


class _ClaimView:
    """The pieces of a claim as words, with the ids in it looked up."""

    def __init__(self, article: Article) -> None:
        self._view = ArticleView(article)
        self._dates = self._view.dates
        # Who speaks in the claim before, and whose roles were shown.
        self._before: dict[str, tuple[str, ...]] = {}
        last: tuple[str, ...] = ()
        self._new: dict[str, set[str]] = {}
        known: set[str] = set()
        for claim in article.claims:
            self._before[claim.id] = last
            last = tuple(claim.source.speakers) if claim.source is not None else ()
            self._new[claim.id] = set(last) - known
            known |= set(last)

    def place(self, claim: Claim) -> str:
        """The id, and the number of the paragraph below it."""
        number = self._view.paragraph_at(min(span.start for span in claim.content.spans))
        return f"{claim.id}\n¶{number}" if number is not None else claim.id

    def goes_on(self, claim: Claim) -> bool:
        """Whether those who speak are those of the claim before."""
        speakers = tuple(claim.source.speakers) if claim.source is not None else ()
        return bool(speakers) and speakers == self._before[claim.id]

    def source(self, claim: Claim) -> Text:
        """The names of the speakers, or in words why there is none; nothing where they go on."""
        if self.goes_on(claim):
            return Text()
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
        roles, source = self.roles(claim), self.source(claim)
        if not source or not roles:
            return source
        return text_of(source, (f" ({roles.plain})", display.NOTE))

    def roles(self, claim: Claim) -> Text:
        """A role for each speaker where it is new, or where the claim itself gives one."""
        given = [
            _role_in(claim, speaker, speaker.id in self._new[claim.id])
            for speaker in self._speakers_of(claim)
        ]
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
        value = date_value_in_words(date.value)
        return text_of(words if words == value else f"{words} = {value}")

    def circumstances(self, claim: Claim) -> Text:
        """Directness, date and notes on one line."""
        said_on = self.said_on(claim)
        parts = [_directness(claim)]
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
            notes.append(NEGATIVE)
        if (gap := find_content_gap(self._view.article, claim)) is not None:
            notes.append(GAPS[gap])
        notes += _list_attitudes(claim)
        if claim.parent is not None:
            notes.append(f"inside {claim.parent}")
        if claim.channel is not None:
            notes.append(f"channel: {quoted(claim.channel.text)}")
        if claim.addressee is not None:
            notes.append(f"to {quoted(claim.addressee.text)}")
        notes += _resolution(claim, self._speakers_of(claim))
        if claim.confidence is not None and is_doubtful(claim):
            notes.append(f"doubtful (confidence {claim.confidence:.2f})")
        return notes

    def _speakers_of(self, claim: Claim) -> list[Speaker]:
        return self._view.speakers_of(claim)


def _list_attitudes(claim: Claim) -> Iterator[str]:
    """How sure the source is of the content, and what the writer lets the reader think of it."""
    if claim.certainty in {"probable", "possible"}:
        yield f"put as {claim.certainty}"
    if claim.stance in {"distancing", "endorsing"}:
        yield MEANINGS["Claim", "stance"][claim.stance].partition(" (")[0]


def _role_in(claim: Claim, speaker: Speaker, is_new: bool) -> str:
    source = claim.source.spans if claim.source is not None else []
    here = [role for role in speaker.roles if any(span.encloses(role) for span in source)]
    roles = here or (speaker.roles if is_new else [])
    return "; ".join(clean(role.text) for role in roles[:1])


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
