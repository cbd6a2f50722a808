"""Dates and times of day held against a gold standard, as TempEval-3 does.

UzZaman et al. (2013), SemEval-2013 Task 1: TempEval-3. Relaxed: the spans overlap; strict: they
are the same; value: they overlap and the value is right. Each expression counts once. A range
that is one expression of ours and two of the gold's ("from 2014 to 2016") counts as its two ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from claimx.evaluation.intervals import Counts, Rates, Resamples
from claimx.evaluation.patterns import YEAR
from claimx.evaluation.predictions import PredictedDate, Prediction
from claimx.evaluation.standards import DatedText, GoldDate, GoldError, Offsets

ErrorKind = Literal["missed", "spurious", "value", "limits"]
_SpanCounts = tuple[Counts, Counts, Counts, Counts, Counts]


@dataclass(frozen=True, slots=True)
class DateError:
    """One thing that went wrong.

    Attributes:
        kind: ``missed`` by the pipeline; ``spurious``, of which the gold knows nothing; a wrong
            ``value``; wrong ``limits`` with the right value.
        sentence: In which it stands.
        words: Of the gold, as is ``value``; None where the gold has nothing.
        predicted_words: Of the pipeline, as is ``predicted_value``; None where it found nothing.
    """

    kind: ErrorKind
    text: str
    sentence: str
    words: str | None
    value: str | None
    predicted_words: str | None
    predicted_value: str | None


@dataclass(frozen=True, slots=True)
class DateGroup:
    """The figures of all texts, or of those of one genre.

    Attributes:
        value_accuracy: Share of the expressions that were found whose value is right: the
            precision of these rates. Those for which the gold has no value are left out, here
            and in ``value``.
        value_accuracy_without_year: The same of those whose words give no year.
    """

    name: str
    texts: int
    gold: int
    predicted: int
    relaxed: Rates
    strict: Rates
    value: Rates
    value_accuracy: Rates
    value_accuracy_without_year: Rates


@dataclass(frozen=True, slots=True)
class DateFigures:
    """What was measured: all texts together, then each genre where there are several."""

    missing: int
    groups: tuple[DateGroup, ...]
    errors: tuple[DateError, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    predicted: PredictedDate
    gold: GoldDate
    is_same_span: bool


def score_dates(pairs: Sequence[tuple[DatedText, Prediction | None]]) -> DateFigures:
    """The figures of predictions for some texts.

    Args:
        pairs: Each text with what was predicted for it, if anything was.

    Raises:
        GoldError: If a record was made from another text than the one that it is held against.
    """
    counts: list[_SpanCounts] = []
    errors: list[DateError] = []
    for text, prediction in pairs:
        _check_same_text(text, prediction)
        predicted = [
            date
            for whole in (prediction.dates if prediction is not None else ())
            if any(start <= whole.start < end for start, end in text.scored)
            for date in _cut_range(whole, text.dates)
        ]
        matches = _match(predicted, text.dates)
        counts.append(_count(predicted, text.dates, matches, text.text))
        errors += _find_errors(text, predicted, matches)
    genres = sorted({text.genre for text, _ in pairs if text.genre is not None})
    groups = [_measure("all", counts)]
    if len(genres) > 1:
        groups += [
            _measure(
                genre, [c for c, (t, _) in zip(counts, pairs, strict=True) if t.genre == genre]
            )
            for genre in genres
        ]
    return DateFigures(
        missing=sum(prediction is None for _, prediction in pairs),
        groups=tuple(groups),
        errors=tuple(errors),
    )


def is_value_right(predicted: PredictedDate, gold: GoldDate) -> bool:
    """Whether a date was resolved to what the gold says.

    The TIMEX3 values are the same, or the stretches of time; or the prediction is a time on the
    day that the gold gives. Where the gold has limits alone, the stretch lies between them, or
    begins or ends with the only one; a vague past has but an end.
    """
    if predicted.value is not None and predicted.value == gold.value:
        return True
    if predicted.value == "PAST_REF":
        return gold.value is None and gold.earliest is None and gold.latest is not None
    if predicted.earliest is None or predicted.latest is None:
        return False
    if gold.is_vague:
        return (gold.earliest or "") <= predicted.earliest and predicted.latest <= (
            gold.latest or "9"
        )
    if gold.earliest is None and gold.latest is None:
        return False
    if gold.value is not None and (predicted.value or "").startswith(f"{gold.value}T"):
        return True
    return predicted.earliest == (gold.earliest or predicted.earliest) and predicted.latest == (
        gold.latest or predicted.latest
    )


def _check_same_text(text: DatedText, prediction: Prediction | None) -> None:
    for (start, end), words in prediction.pieces if prediction is not None else ():
        if text.text[start:end] != words:
            raise GoldError(
                f"the record of {text.name} was made from another text than the gold holds: "
                "leave --predictions out, so that claimx reads the text itself"
            )


def _cut_range(date: PredictedDate, gold: Sequence[GoldDate]) -> list[PredictedDate]:
    """The two ends of a range where the gold has an expression for each, else the range."""
    inside = [other for other in gold if date.start <= other.start and other.end <= date.end]
    values = (date.value or "").split("/")
    if len(inside) != 2 or len(values) != 2:
        return [date]
    middle = max(other.start for other in inside)
    return [
        PredictedDate(start, end, value=value, earliest=None, latest=None)
        for (start, end), value in zip(
            ((date.start, middle), (middle, date.end)), values, strict=True
        )
    ]


def _match(predicted: Sequence[PredictedDate], gold: Sequence[GoldDate]) -> list[_Match]:
    """Pair expressions one to one: same spans first, then by the characters in common."""
    candidates = []
    for i, date in enumerate(predicted):
        for j, other in enumerate(gold):
            common = min(date.end, other.end) - max(date.start, other.start)
            if common > 0:
                is_same = (date.start, date.end) == (other.start, other.end)
                candidates.append((is_same, common, -i, -j))
    free, free_gold = set(range(len(predicted))), set(range(len(gold)))
    matches = []
    for is_same, _, i, j in sorted(candidates, reverse=True):
        if -i in free and -j in free_gold:
            free.remove(-i)
            free_gold.remove(-j)
            matches.append(_Match(predicted[-i], gold[-j], is_same))
    return matches


def _count(
    predicted: Sequence[PredictedDate],
    gold: Sequence[GoldDate],
    matches: Sequence[_Match],
    text: str,
) -> _SpanCounts:
    """Counts of one text: relaxed, strict, value, value where found, the same without year."""
    valued = [match for match in matches if match.gold.has_value]
    right = [match for match in valued if is_value_right(match.predicted, match.gold)]
    without_value = len(matches) - len(valued)

    def lacks_year(match: _Match) -> bool:
        return YEAR.search(text[match.gold.start : match.gold.end]) is None

    with_value = sum(date.has_value for date in gold)
    return (
        _both(len(matches), len(predicted), len(gold)),
        _both(sum(match.is_same_span for match in matches), len(predicted), len(gold)),
        _both(len(right), len(predicted) - without_value, with_value),
        _both(len(right), len(valued), len(valued)),
        _both(
            sum(map(lacks_year, right)), sum(map(lacks_year, valued)), sum(map(lacks_year, valued))
        ),
    )


def _both(right: int, predicted: int, gold: int) -> Counts:
    return Counts(right, predicted, right, gold)


def _measure(name: str, counts: Sequence[_SpanCounts]) -> DateGroup:
    resamples = Resamples(len(counts))
    relaxed, strict, value, accuracy, without_year = (
        resamples.rate([entry[i] for entry in counts]) for i in range(5)
    )
    return DateGroup(
        name=name,
        texts=len(counts),
        gold=relaxed.counts.gold,
        predicted=relaxed.counts.predicted,
        relaxed=relaxed,
        strict=strict,
        value=value,
        value_accuracy=accuracy,
        value_accuracy_without_year=without_year,
    )


def _find_errors(
    text: DatedText, predicted: Iterable[PredictedDate], matches: Sequence[_Match]
) -> list[DateError]:
    """All that went wrong in one text, in text order."""
    errors: list[tuple[int, DateError]] = []

    def add(kind: ErrorKind, gold: GoldDate | None, date: PredictedDate | None) -> None:
        start = gold.start if gold is not None else date.start if date is not None else 0
        error = DateError(
            kind=kind,
            text=text.name,
            sentence=_find_sentence(text, start),
            words=_slice(text, gold),
            value=_describe(gold) if gold is not None else None,
            predicted_words=_slice(text, date),
            predicted_value=date.value if date is not None else None,
        )
        errors.append((start, error))

    for match in matches:
        if match.gold.has_value and not is_value_right(match.predicted, match.gold):
            add("value", match.gold, match.predicted)
        elif not match.is_same_span:
            add("limits", match.gold, match.predicted)
    found = {id(match.gold) for match in matches} | {id(match.predicted) for match in matches}
    for date in text.dates:
        if id(date) not in found:
            add("missed", date, None)
    for other in predicted:
        if id(other) not in found:
            add("spurious", None, other)
    return [error for _, error in sorted(errors, key=lambda entry: entry[0])]


def _slice(text: DatedText, span: GoldDate | PredictedDate | None) -> str | None:
    return text.text[span.start : span.end] if span is not None else None


def _describe(gold: GoldDate) -> str | None:
    if gold.value is not None or not gold.has_value:
        return gold.value
    return f"{gold.earliest or '…'}/{gold.latest or '…'}"


def _find_sentence(text: DatedText, place: int) -> str:
    limits: Offsets = next(
        ((start, end) for start, end in text.sentences if start <= place < end), (0, 0)
    )
    return text.text[slice(*limits)]
