"""Why a claim, its speaker and its date are what they are: the steps, in words and as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from claimx.article import DATE_REASONS, EVIDENCE_RULES
from claimx.article.cut_off import find_content_gap
from claimx.article.meanings import MEANINGS, speech_act_in_words
from claimx.checks.places import Locator
from claimx.checks.runners_up import (
    find_consideration,
    has_others,
    runners_up_in_words,
)

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Date, Speaker
    from claimx.pipeline.coreference.considered import Ranking

_AROUND = 60
_ANCHORS = {
    "published": "counted from the day of publication",
    "dateline": "counted from the date of the dateline",
    "absolute": "written out in full",
}
_GAPS = {"cut off": "is cut off", "ellipsis": "ends at an ellipsis"}


class UnknownClaimError(ValueError):
    """There is no such claim; the message names those there are."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A span with its line and with what stands around it, where the text is at hand."""

    start: int
    end: int
    text: str
    line: int | None
    before: str | None
    behind: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the explanation.

    Attributes:
        about: What is explained: ``content``, ``cue``, ``source``, ``speaker``, ``date`` …
        says: One sentence without a full stop.
        pieces: The words of the article that it rests on.
        data: The fields of the record that it tells.
    """

    about: str
    says: str
    pieces: tuple[Piece, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


def explain_claim(
    article: Article,
    name: str,
    *,
    text: str | None = None,
    cue_entry: Mapping[str, Any] | None = None,
    considered: Sequence[Ranking] | None = None,
) -> list[Step]:
    """The steps that lead to a claim, its speakers and its date.

    Args:
        article: The record.
        name: The id of the claim, such as ``C7``.
        text: The base of offsets; None where it is not at hand, and nothing is shown around spans.
        cue_entry: What the lexicon says of the cue's lemma.
        considered: Who was considered for the mentions of the article; None where that is not
            known, as of a saved record.

    Raises:
        UnknownClaimError: If the record has no such claim.
    """
    claim = find_claim(article, name)
    show = _Shower(article, text)
    gap = find_content_gap(article, claim)
    return [
        Step(
            "content",
            f"{claim.id} is an attribution with {claim.directness} content"
            + (f", inside the content of {claim.parent}" if claim.parent else "")
            + (f"; the quotation {_GAPS[gap]}" if gap is not None else ""),
            show.all(claim.content.spans),
            {"directness": claim.directness, "parent": claim.parent},
        ),
        *_explain_cue(claim, show, cue_entry),
        *_explain_source(article, claim, show),
        *_explain_others(article, claim, considered),
        *_explain_date(article, claim, show),
        *_explain_rest(claim, show),
    ]


def find_claim(article: Article, name: str) -> Claim:
    """The claim of an id, whatever its case.

    Raises:
        UnknownClaimError: If there is none.
    """
    claims = {claim.id: claim for claim in article.claims}
    claim = claims.get(name.upper())
    if claim is not None:
        return claim
    path = article.metadata.path or "the article"
    if not claims:
        raise UnknownClaimError(f"{path} has no claims")
    near = get_close_matches(name.upper(), claims, n=1)
    hint = f"did you mean {near[0]}?" if near else f"it has C1 to C{len(claims)}"
    raise UnknownClaimError(f"{path} has no claim {name!r}: {hint}")


class _Shower:
    """Shows spans in their places."""

    def __init__(self, article: Article, text: str | None) -> None:
        self._text = text
        self._locator = Locator(article.metadata.path or "-", text, "file") if text else None

    def all(self, spans: Any) -> tuple[Piece, ...]:
        return tuple(self.one(span) for span in spans)

    def one(self, span: Any) -> Piece:
        if self._text is None or self._locator is None:
            return Piece(span.start, span.end, span.text, None, None, None)
        return Piece(
            span.start,
            span.end,
            span.text,
            self._locator.line_of(span.start),
            self._text[max(0, span.start - _AROUND) : span.start],
            self._text[span.end : span.end + _AROUND],
        )


def _explain_cue(claim: Claim, show: _Shower, entry: Mapping[str, Any] | None) -> list[Step]:
    if claim.cue is None:
        return [Step("cue", "no word attributes it: it goes on with what was attributed before")]
    said = f"attributed by “{' … '.join(span.text for span in claim.cue.spans)}”"
    if claim.cue.lemma:
        said += f" ({claim.cue.lemma})"
    told = [
        _meaning("Cue", "kind", claim.cue.kind),
        speech_act_in_words(claim) or _negation(claim),
        _meaning("Claim", "stance", claim.stance),
        _meaning("Claim", "certainty", claim.certainty),
    ]
    if any(told):
        said += ": " + "; ".join(words for words in told if words)
    data = {
        "lemma": claim.cue.lemma,
        "kind": claim.cue.kind,
        "speech_act": claim.speech_act,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "entry": dict(entry) if entry is not None else None,
    }
    steps = [Step("cue", said, show.all(claim.cue.spans), data)]
    if entry is None:
        steps.append(Step("cue", "the lexicon has no entry for it: the model found it in context"))
    else:
        entries = ", ".join(
            f"{key.replace('_', ' ')} {'/'.join(value) if isinstance(value, list) else value}"
            for key, value in entry.items()
            if value and key != "lemma"
        )
        steps.append(Step("cue", f"the lexicon says of it: {entries}"))
    return steps


def _meaning(record: str, name: str, value: str | None) -> str | None:
    return MEANINGS[record, name][value] if value is not None else None


def _negation(claim: Claim) -> str | None:
    """What the words for a speech act tell too, for a claim that has none."""
    return _meaning("Claim", "polarity", claim.polarity) if claim.polarity == "negative" else None


def _explain_source(article: Article, claim: Claim, show: _Shower) -> list[Step]:
    source = claim.source
    if source is None:
        return [Step("source", "the text names no source")]
    steps = [Step("source", "the source is in these words", show.all(source.spans))]
    evidence = source.evidence
    if evidence is not None:
        meaning = EVIDENCE_RULES.get(evidence.rule, "")
        score = "" if evidence.score is None else f", with a probability of {evidence.score:.2f}"
        pieces = () if evidence.antecedent is None else (show.one(evidence.antecedent),)
        steps.append(
            Step(
                "resolution",
                f"rule {evidence.rule}: {meaning}{score}",
                pieces,
                {"rule": evidence.rule, "score": evidence.score},
            )
        )
    speakers = {speaker.id: speaker for speaker in article.speakers}
    for identifier in source.speakers:
        steps.append(_explain_speaker(speakers[identifier], show))
    if not source.speakers:
        steps.append(Step("speaker", "nobody: what is not certain enough is left open"))
    return steps


def _explain_others(
    article: Article, claim: Claim, considered: Sequence[Ranking] | None
) -> list[Step]:
    """Which other speakers were considered, and how far they were behind."""
    if claim.source is None or not has_others(claim):
        return []
    if considered is None:
        says = "who else was considered is not kept in a record: give the article instead"
        return [Step("others", says, data={"candidates": None})]
    by_id = {speaker.id: speaker for speaker in article.speakers}
    evidence = claim.source.evidence
    is_itself = evidence is not None and evidence.rule == "description"
    speakers = None if is_itself else [by_id[key] for key in claim.source.speakers]
    found = find_consideration(claim, considered, speakers)
    if found is None:
        says = "no others were weighed: the rule decides by itself"
        return [Step("others", says, data={"candidates": []})]
    data = {
        "is_weighed": found.is_weighed,
        "candidates": [candidate.to_data() for candidate in found.candidates],
    }
    mention = (article.text or "")[found.start : found.end]
    return [Step("others", runners_up_in_words(mention, found, speakers), data=data)]


def _explain_speaker(speaker: Speaker, show: _Shower) -> Step:
    said = f"{speaker.name} ({speaker.id}), {speaker.kind}"
    if speaker.anonymous:
        said += ", whose name the article withholds"
    if speaker.affiliation:
        said += f", of {speaker.affiliation}"
    if speaker.roles:
        said += "; described as"
    return Step(
        "speaker",
        said,
        show.all(speaker.roles),
        {"id": speaker.id, "name": speaker.name, "kind": speaker.kind},
    )


def _explain_date(article: Article, claim: Claim, show: _Shower) -> list[Step]:
    dates = {date.id: date for date in article.dates}
    if claim.said_on is None:
        return [Step("date", "the article does not say when it was said")]
    steps = []
    seen: set[str] = set()
    name: str | None = claim.said_on
    while name in dates and name not in seen:
        seen.add(name)
        date = dates[name]
        steps.append(_describe_date(article, date, show))
        name = date.anchor if date.anchor not in _ANCHORS else None
    return steps


def _describe_date(article: Article, date: Date, show: _Shower) -> Step:
    about = "date"
    if date.value is not None:
        said = f"“{date.span.text}” is {date.value}"
    else:
        said = f"“{date.span.text}” has no value"
    if date.anchor in _ANCHORS:
        said += f", {_ANCHORS[date.anchor]}"
        if date.anchor == "published" and article.metadata.published:
            said += f" ({article.metadata.published})"
    elif date.anchor is not None:
        said += f", counted from {date.anchor}"
    if date.offset is not None:
        said += f", at a distance of {date.offset}"
    if date.reason is not None:
        said += f"; {DATE_REASONS[date.reason]}"
    return Step(
        about,
        said,
        (show.one(date.span),),
        {"id": date.id, "value": date.value, "anchor": date.anchor, "reason": date.reason},
    )


def _explain_rest(claim: Claim, show: _Shower) -> list[Step]:
    steps = []
    if claim.content.standalone is not None:
        steps.append(Step("standalone", f"read alone: {claim.content.standalone}"))
    if claim.addressee is not None:
        steps.append(Step("addressee", "said to", (show.one(claim.addressee),)))
    if claim.channel is not None:
        steps.append(Step("channel", "said by way of", (show.one(claim.channel),)))
    if claim.repeats is not None:
        steps.append(Step("repeats", f"it says again what {claim.repeats} says"))
    if claim.confidence is not None:
        steps.append(
            Step(
                "confidence",
                f"source and content are right with a probability of {claim.confidence:.2f}, by "
                "how often such claims were right on articles that nothing was fitted on",
                data={"confidence": claim.confidence},
            )
        )
    return steps
