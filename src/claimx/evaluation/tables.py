"""Figures as lines for a person to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimx.evaluation.attributions import AttributionFigures, Line
from claimx.evaluation.calibration import Calibration, Estimate
from claimx.evaluation.coreference import ChainScores, CoreferenceFigures
from claimx.evaluation.dates import DateError, DateFigures, DateGroup
from claimx.evaluation.intervals import SAMPLES, Counts, Interval, Rates
from claimx.evaluation.labels import LabelFigures
from claimx.evaluation.measure import Evaluation

_NONE = "–"


def format_evaluation(evaluation: Evaluation, *, with_errors: bool = False) -> Iterator[str]:
    """The lines of a report, without line ends."""
    figures = evaluation.figures
    if isinstance(figures, AttributionFigures):
        yield from format_attributions(figures)
    elif isinstance(figures, CoreferenceFigures):
        yield from format_coreference(figures)
    elif isinstance(figures, LabelFigures):
        yield from format_labels(figures)
    else:
        yield from format_dates(figures, with_errors=with_errors)


def format_attributions(figures: AttributionFigures) -> Iterator[str]:
    """Counts and rates, then their intervals, the classes and the calibration table."""
    yield (
        f"articles {figures.articles}  without a prediction {figures.missing}  "
        f"attributions: gold {figures.gold}  predicted {figures.predicted}  "
        f"nested, left out {figures.nested}"
    )
    for line in figures.lines:
        yield f"{line.group:8s} {line.name:8s} {_format_counts(line.rates.counts)}"
    yield ""
    yield f"95 % intervals ({SAMPLES:,} bootstrap samples of the articles)"
    for line in figures.lines:
        yield f"{line.group:8s} {line.name:8s} {_format_intervals(line.rates)}"
    for group, title in (("directness", "directness"), ("source", "kind of source")):
        yield ""
        yield f"linked, content and source, by {title}"
        yield from _format_classes(line for line in figures.classes if line.group == group)
    yield ""
    yield from _format_calibration(figures.calibration)


def _format_classes(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        counts = line.rates.counts
        yield (
            f"{line.name:8s} gold {counts.gold:5d}  predicted {counts.predicted:5d}  "
            f"{_format_counts(counts)}  {_format_interval(line.rates.f1_interval)}"
        )


def _format_calibration(calibration: Calibration) -> Iterator[str]:
    yield (
        f"calibration  predictions {calibration.predictions}  "
        f"without confidence, left out {calibration.without_confidence}"
    )
    yield "confidence  predictions   mean  right"
    for row in calibration.bins:
        yield (
            f"{row.low:.1f} to {row.high:.1f}  {row.predictions:11d}  "
            f"{_format_share(row.confidence)}  {_format_share(row.precision)}"
        )
    yield f"expected calibration error        {_format_estimate(calibration.error, digits=3)}"
    yield f"AUROC                             {_format_estimate(calibration.auroc, digits=3)}"
    precise = calibration.precise_half
    yield f"precision, more confident half    {_format_estimate(precise, digits=3)}"


def format_dates(figures: DateFigures, *, with_errors: bool = False) -> Iterator[str]:
    """Counts, rates and intervals of each group, then the errors where they are asked for."""
    for place, group in enumerate(figures.groups):
        if place:
            yield ""
        missing = f"  without a prediction {figures.missing}" if not place else ""
        yield (
            f"{group.name}: texts {group.texts}{missing}  dates and times: gold {group.gold}  "
            f"predicted {group.predicted}"
        )
        yield from _format_group(group)
    if with_errors:
        yield ""
        yield f"errors {len(figures.errors)}"
        yield from map(_format_error, figures.errors)


def _format_group(group: DateGroup) -> Iterator[str]:
    for name, rates in (
        ("relaxed", group.relaxed),
        ("strict", group.strict),
        ("value", group.value),
    ):
        interval = _format_interval(rates.f1_interval)
        yield f"{name:8s} {_format_counts(rates.counts)}  {interval}"
    for name, rates in (
        ("value accuracy where found", group.value_accuracy),
        ("the same, no year in the words", group.value_accuracy_without_year),
    ):
        yield f"{name:31s} {_format_accuracy(rates)}"


def format_labels(figures: LabelFigures) -> Iterator[str]:
    """Names with precision, recall and F1; attributions and speakers as shares; with intervals."""
    yield f"articles {figures.articles}  without a prediction {figures.missing}"
    for figure in figures.figures:
        counts = figure.rates.counts
        if figure.group in ("found", "speakers"):
            yield f"{figure.group:9s} {figure.name:13s} {_format_accuracy(figure.rates)}"
        else:
            yield (
                f"{figure.group:9s} {figure.name:13s} {_format_counts(counts)}  "
                f"{_format_interval(figure.rates.f1_interval)}  gold {counts.gold}"
            )


def format_coreference(figures: CoreferenceFigures) -> Iterator[str]:
    """The measures of each group beside string matching, then the speakers of speech events."""
    for place, group in enumerate(figures.groups):
        if place:
            yield ""
        missing = f"  without a prediction {figures.missing}" if not place else ""
        counts = group.mentions.counts
        yield (
            f"{group.name}: texts {group.texts}{missing}  mentions in chains: gold {counts.gold}  "
            f"predicted {counts.predicted}"
        )
        interval = _format_interval(group.mentions.f1_interval)
        yield f"{'mentions':10s} {_format_counts(counts)}  {interval}"
        yield from _format_scores(group.chains)
        yield "string matching of names"
        yield from _format_scores(group.names)
    if figures.speakers is not None and figures.speakers_of_found is not None:
        yield ""
        yield f"{'speaker of speech events right':31s} {_format_accuracy(figures.speakers)}"
        found = _format_accuracy(figures.speakers_of_found)
        yield f"{'the same, where claimed':31s} {found}"


def _format_scores(scores: ChainScores) -> Iterator[str]:
    for score in scores.scores:
        yield (
            f"{score.name:10s} P {100 * score.precision:5.1f}  R {100 * score.recall:5.1f}  "
            f"F1 {100 * score.f1:5.1f}  {_format_interval(score.interval)}"
        )
    yield f"{'mean':26s} F1 {100 * scores.mean:5.1f}  {_format_interval(scores.interval)}"


def _format_accuracy(rates: Rates) -> str:
    counts = rates.counts
    accuracy = f"{100 * counts.precision:5.1f}" if counts.predicted else f"{_NONE:>5s}"
    return (
        f"{accuracy}  ({counts.right} of {counts.predicted})  "
        f"{_format_interval(rates.precision_interval)}"
    )


def _format_error(error: DateError) -> str:
    gold = f"{_quote(error.words)} = {error.value or _NONE}"
    predicted = f"{_quote(error.predicted_words)} = {error.predicted_value or _NONE}"
    what = {"missed": gold, "spurious": predicted}.get(error.kind, f"{gold}, predicted {predicted}")
    return f"{error.kind:8s} {error.text}: {what}\n         {' '.join(error.sentence.split())}"


def _quote(words: str | None) -> str:
    return "“" + " ".join((words or "").split()) + "”"


def _format_counts(counts: Counts) -> str:
    return (
        f"P {100 * counts.precision:5.1f}  R {100 * counts.recall:5.1f}  F1 {100 * counts.f1:5.1f}"
    )


def _format_intervals(rates: Rates) -> str:
    return "  ".join(
        f"{name} {_format_limits(interval)}"
        for name, interval in (
            ("P", rates.precision_interval),
            ("R", rates.recall_interval),
            ("F1", rates.f1_interval),
        )
    )


def _format_limits(interval: Interval | None) -> str:
    if interval is None:
        return f"{_NONE:>14s}"
    return f"{100 * interval[0]:5.1f} to {100 * interval[1]:5.1f}"


def _format_interval(interval: Interval | None) -> str:
    if interval is None:
        return f"(95 %: {_NONE})"
    return f"(95 %: {100 * interval[0]:.1f} to {100 * interval[1]:.1f})"


def _format_share(share: float | None) -> str:
    return f"{_NONE:>5s}" if share is None else f"{share:5.3f}"


def _format_estimate(estimate: Estimate, *, digits: int) -> str:
    if estimate.value is None or estimate.interval is None:
        return _NONE
    lower, upper = estimate.interval
    return f"{estimate.value:.{digits}f}  (95 %: {lower:.{digits}f} to {upper:.{digits}f})"
