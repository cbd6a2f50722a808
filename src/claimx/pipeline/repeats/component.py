"""Joins quotations and attributions that say the same."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from claimx.pipeline.annotations import (
    Attribution,
    Quotation,
    get_attributions,
    get_quotations,
    set_attributions,
    set_quotations,
)
from claimx.pipeline.repeats.index import RepeatIndex
from claimx.pipeline.repeats.wording import Wording, read_wording

# Texts so short coincide in the mouths of different speakers ("Yes").
MAX_WORDS_OF_COINCIDENCE = 4
# And texts so short say nothing about who speaks where the source is not known.
MAX_WORDS_OF_INTERJECTION = 2

_LEADING_WORDS = frozenset({"that", "to"})


class Repeats:
    """Sets ``repeats`` of quotations and attributions. Goes last.

    It becomes the key of the first earlier one that says the same: the same words, marks, white
    space and case apart, or one of the two cut from the other (by ellipses, or where the text
    breaks it off). Attributions are joined only where neither their sources nor the polarity of
    their cues contradict each other, and quotations of a few words only where their speakers do
    not.
    """

    def __init__(self, name: str = "claimx_repeats") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Join what ``doc`` says twice."""
        attributions, quotations = get_attributions(doc), get_quotations(doc)
        if attributions:
            join_attributions(attributions, quotations)
            set_attributions(doc, attributions)
        if quotations:
            join_quotations(quotations, attributions)
            set_quotations(doc, quotations)
        return doc


def join_quotations(quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> None:
    """Set ``repeats`` of ``quotations``, which are in text order and have their keys."""
    index = RepeatIndex()
    speakers = _find_speakers(quotations, attributions)
    for number, quotation in enumerate(quotations):
        wording = read_wording(_join_text(quotation.spans), cut_off=not quotation.complete)

        def is_allowed(
            earlier: int,
            number: int = number,
            quotation: Quotation = quotation,
            wording: Wording = wording,
        ) -> bool:
            if _overlap(quotations[earlier].spans, quotation.spans):
                return False
            if len(wording.words) > MAX_WORDS_OF_COINCIDENCE:
                return True
            return not _are_apart(speakers[earlier], speakers[number])

        found = index.find(wording, is_allowed)
        quotation.repeats = _first(quotations, found)
        index.add(wording)


def join_attributions(attributions: Sequence[Attribution], quotations: Sequence[Quotation]) -> None:
    """Set ``repeats`` of ``attributions``, which are in text order and have their keys."""
    index = RepeatIndex()
    broken_off = {quotation.spans[-1].end for quotation in quotations if not quotation.complete}
    for attribution in attributions:
        cut_off = attribution.content[-1].end in broken_off
        wording = _read_content(attribution, cut_off)

        def is_allowed(
            earlier: int, attribution: Attribution = attribution, wording: Wording = wording
        ) -> bool:
            return _may_repeat(attributions[earlier], attribution, len(wording.words))

        found = index.find(wording, is_allowed)
        attribution.repeats = _first(attributions, found)
        index.add(wording)


def _first(items: Sequence[Quotation] | Sequence[Attribution], number: int | None) -> str | None:
    """The key of item ``number``, or of what that repeats itself."""
    return None if number is None else items[number].repeats or items[number].key


def _read_content(attribution: Attribution, cut_off: bool) -> Wording:
    """The wording of a content, without the word that only ties it to its cue."""
    wording = read_wording(_join_text(attribution.content), cut_off=cut_off)
    if not wording.stretches or len(wording.stretches[0]) < 2:
        return wording
    first, *others = wording.stretches
    if first[0] not in _LEADING_WORDS:
        return wording
    return Wording((first[1:], *others), wording.starts_cut, wording.ends_cut)


def _may_repeat(earlier: Attribution, later: Attribution, words: int) -> bool:
    if _overlap(earlier.content, later.content) or _is_negative(earlier) != _is_negative(later):
        return False
    if earlier.speakers and later.speakers:
        return not set(earlier.speakers).isdisjoint(later.speakers)
    mine, other = _source_words(later), _source_words(earlier)
    if mine and mine == other:
        return True
    if words <= MAX_WORDS_OF_INTERJECTION:
        return False
    resolved = bool(earlier.speakers) or bool(later.speakers)
    return resolved or not mine or not other or _share_head(earlier, later)


def _source_words(attribution: Attribution) -> tuple[str, ...]:
    return read_wording(_join_text(attribution.source)).words


def _share_head(first: Attribution, second: Attribution) -> bool:
    """Whether the heads of the two sources are the same word ("Trump", "President Trump")."""
    heads = [{_head(span) for span in attribution.source} for attribution in (first, second)]
    return not heads[0].isdisjoint(heads[1])


def _head(span: Span) -> str:
    """The head of a source: by its parse, else its last word."""
    words = [token for token in span if not (token.is_punct or token.is_space)]
    if span.doc.has_annotation("DEP"):
        return str(span.root.lower_)
    return str(words[-1].lower_) if words else ""


def _is_negative(attribution: Attribution) -> bool:
    return attribution.kinds.get("polarity") == "negative"


def _find_speakers(
    quotations: Sequence[Quotation], attributions: Sequence[Attribution]
) -> list[frozenset[str]]:
    """For each quotation the speakers of the attribution in whose content it begins."""
    by_token: dict[int, frozenset[str]] = {}
    # Later ones overwrite earlier ones, so the innermost must come last.
    for attribution in sorted(attributions, key=_content_length, reverse=True):
        speakers = frozenset(attribution.speakers)
        if speakers:
            for span in attribution.content:
                by_token.update(dict.fromkeys(range(span.start, span.end), speakers))
    return [by_token.get(quotation.spans[0].start, frozenset()) for quotation in quotations]


def _content_length(attribution: Attribution) -> int:
    return sum(len(span) for span in attribution.content)


def _are_apart(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first) and bool(second) and first.isdisjoint(second)


def _overlap(first: Sequence[Span], second: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in first for b in second)


def _join_text(spans: Sequence[Span]) -> str:
    return " ".join(span.text for span in spans)
