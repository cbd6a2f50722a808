"""What the report says of an article, ready for the template: words, never records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from claimx.article.cut_off import find_content_gap
from claimx.article.meanings import MEANINGS, speech_act_in_words
from claimx.render.dates_in_words import date_value_in_words
from claimx.render.doubt import is_doubtful
from claimx.render.plain_text import clean
from claimx.render.view import ArticleView, words_of

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Date, Speaker

COLOURS = 8
# Words at each end of a long content by which a browser finds it in the live page.
_ENDS = 6


@dataclass(frozen=True)
class Fact:
    """A line of a claim's record: a label, words, and the place that they link to."""

    label: str
    words: str
    target: str | None = None


@dataclass(frozen=True)
class Card:
    """A claim in words.

    Attributes:
        cue: The words that attribute the content; empty for a claim without a cue.
        notes: What must be known to read the content rightly, in a few words each: that it is
            denied, cut off, stands inside another claim or repeats one.
        colour: Number of the first speaker's colour; None where there is no speaker.
        live: Address of the words in the page that the article was published on.
    """

    id: str
    number: str
    speakers: tuple[tuple[str, str], ...]
    who: str
    role: str
    cue: str
    content: str
    notes: tuple[str, ...]
    directness: str
    kind: str
    confidence: float | None
    doubtful: bool
    colour: int | None
    resolved: str
    facts: tuple[Fact, ...]
    live: str | None


def colour_of(view: ArticleView, speaker: Speaker) -> int:
    """Number of the colour of a speaker: those who say most get different ones."""
    return view.prominence[speaker.id] % COLOURS


def cards_of(view: ArticleView) -> list[Card]:
    """A card for every claim, in text order."""
    return [_card(view, claim) for claim in view.article.claims]


def _card(view: ArticleView, claim: Claim) -> Card:
    speakers = view.speakers_of(claim)
    role = next((r for s in speakers for r in view.roles_of(claim, s)), None)
    return Card(
        id=claim.id,
        number=claim.id.removeprefix("C"),
        speakers=tuple((speaker.id, clean(speaker.name)) for speaker in speakers),
        who=", ".join(clean(speaker.name) for speaker in speakers) or _nobody(claim),
        role=clean(role.text) if role is not None else "",
        cue=clean(words_of(claim.cue.spans)) if claim.cue is not None else "",
        content=clean(words_of(claim.content.spans)),
        notes=tuple(_notes(view, claim)),
        directness=claim.directness,
        kind=(claim.cue.kind if claim.cue is not None else None) or "",
        confidence=claim.confidence,
        doubtful=is_doubtful(claim),
        colour=colour_of(view, speakers[0]) if speakers else None,
        resolved=_resolved(claim, speakers),
        facts=tuple(_facts(view, claim)),
        live=text_fragment(view.article, claim),
    )


def _notes(view: ArticleView, claim: Claim) -> Iterator[str]:
    if claim.polarity == "negative":
        yield "negative"
    if (gap := find_content_gap(view.article, claim)) is not None:
        yield gap if gap == "cut off" else "ends at an ellipsis"
    if claim.parent is not None:
        yield f"inside {claim.parent.removeprefix('C')}"
    if claim.repeats is not None:
        yield f"repeats {claim.repeats.removeprefix('C')}"


def _nobody(claim: Claim) -> str:
    if claim.source is None or not claim.source.spans:
        return "source not named"
    return f"{clean(words_of(claim.source.spans))} (nobody known)"


def _resolved(claim: Claim, speakers: list[Speaker]) -> str:
    """The name that a pronoun or description of the source stands for, shown behind it."""
    evidence = claim.source.evidence if claim.source is not None else None
    if claim.source is None or evidence is None or evidence.antecedent is None or not speakers:
        return ""
    said = {word for span in claim.source.spans for word in span.text.split()}
    if all(said & set(speaker.name.split()) for speaker in speakers):
        return ""
    return ", ".join(clean(speaker.name) for speaker in speakers)


def _facts(view: ArticleView, claim: Claim) -> Iterator[Fact]:
    if claim.content.standalone is not None:
        yield Fact("Filled in", clean(claim.content.standalone))
    if claim.source is not None and claim.source.spans:
        yield Fact("Source", f"“{clean(words_of(claim.source.spans))}”")
    yield from _evidence(claim)
    yield from _explain_cue(claim)
    yield Fact("How", f"{claim.directness}: {_directness(view, claim)}")
    yield from _list_dates(view, claim)
    yield from _nature(claim)
    if claim.addressee is not None:
        yield Fact("To", f"“{clean(claim.addressee.text)}”")
    if claim.channel is not None:
        yield Fact("Where", f"“{clean(claim.channel.text)}”")
    yield from _link_claims(claim)
    if claim.entities:
        names = ", ".join(clean(view.entities[identifier].name) for identifier in claim.entities)
        yield Fact("Mentions", names)
    if claim.confidence is not None:
        doubt = ", doubtful" if is_doubtful(claim) else ""
        yield Fact("Confidence", f"{claim.confidence:.0%}{doubt}")


def _explain_cue(claim: Claim) -> Iterator[Fact]:
    """The words of the cue, and what its kind means."""
    if claim.cue is not None:
        meaning = MEANINGS["Cue", "kind"].get(claim.cue.kind or "", "")
        words = f"“{clean(words_of(claim.cue.spans))}”"
        yield Fact("Cue", f"{words} ({claim.cue.kind}: {meaning})" if meaning else words)


def _list_dates(view: ArticleView, claim: Claim) -> Iterator[Fact]:
    """When the claim was made, and the dates that it speaks of."""
    if claim.said_on is not None:
        yield Fact("Said", date_in_words(view.dates[claim.said_on]), claim.said_on)
    for identifier in claim.about:
        yield Fact("Speaks of", date_in_words(view.dates[identifier]), identifier)


def _link_claims(claim: Claim) -> Iterator[Fact]:
    """The claim that holds this one, and the one that it repeats."""
    if claim.parent is not None:
        yield Fact("Inside", f"claim {claim.parent.removeprefix('C')}", claim.parent)
    if claim.repeats is not None:
        yield Fact("Repeats", f"claim {claim.repeats.removeprefix('C')}", claim.repeats)


def _directness(view: ArticleView, claim: Claim) -> str:
    parent = view.claims.get(claim.parent) if claim.parent is not None else None
    if claim.directness == "indirect" and parent is not None and parent.directness == "direct":
        return f"reported in the words of claim {parent.id.removeprefix('C')}"
    meaning = MEANINGS["Claim", "directness"][claim.directness]
    gap = find_content_gap(view.article, claim)
    if gap is None:
        return meaning
    if claim.directness == "direct":
        meaning = "in the words of the source"
    return f"{meaning}, {'cut off before their end' if gap == 'cut off' else 'up to an ellipsis'}"


def _evidence(claim: Claim) -> Iterator[Fact]:
    evidence = claim.source.evidence if claim.source is not None else None
    if evidence is None or evidence.rule == "name":
        # The words of the source say it themselves.
        return
    meaning = MEANINGS["Evidence", "rule"].get(evidence.rule, evidence.rule)
    if evidence.antecedent is None:
        yield Fact("Who", f"{meaning} ({evidence.rule})")
        return
    yield Fact("Taken to be", f"“{clean(evidence.antecedent.text)}”: {meaning} ({evidence.rule})")


def _nature(claim: Claim) -> Iterator[Fact]:
    """What sets the claim apart from a plain statement."""
    act = speech_act_in_words(claim)
    if act is not None and claim.speech_act != "assertive":
        yield Fact("Act", act)
    if claim.polarity == "negative":
        yield Fact("Negative", MEANINGS["Claim", "polarity"][claim.polarity])
    if claim.certainty in ("probable", "possible"):
        yield Fact("Certainty", MEANINGS["Claim", "certainty"][claim.certainty])
    if claim.stance in ("distancing", "endorsing"):
        # The examples behind it are not words of the article.
        yield Fact("Writer", MEANINGS["Claim", "stance"][claim.stance].partition(" (")[0])


def date_in_words(date: Date) -> str:
    """The words of a date and what they resolve to, or that they do not."""
    words = clean(date.span.text)
    if date.value is None:
        return f"“{words}” (unresolved)"
    value = date_value_in_words(date.value)
    return words if words == value else f"“{words}” = {value}"


def text_fragment(article: Article, claim: Claim) -> str | None:
    """The address of the claim's words in the live page; None where the article has no address.

    Browsers find the words by a text fragment (``#:~:text=first words,last words``).
    """
    url = web_address(article.metadata.url)
    if url is None:
        return None
    words = claim.content.spans[0].text.split()
    if len(words) <= 2 * _ENDS:
        wanted = _encode(words)
    else:
        wanted = f"{_encode(words[:_ENDS])},{_encode(words[-_ENDS:])}"
    return f"{url.partition('#')[0]}#:~:text={wanted}"


def web_address(url: str | None) -> str | None:
    """``url`` if it leads to a page of the web, and so may be linked."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    is_web = parts.scheme.lower() in ("http", "https") and bool(parts.netloc)
    return clean(url or "") if is_web else None


def _encode(words: list[str]) -> str:
    # A hyphen would part the words from their context.
    return quote(" ".join(words), safe="").replace("-", "%2D")
