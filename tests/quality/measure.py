"""All figures of the bundled pipeline on the dev halves of the corpora."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from spacy.language import Language
from spacy.util import load_model_from_path

import claimx
import claimx_en
from claimx.article import Article, Claim, Speaker
from claimx.batch import extract_articles
from claimx.evaluation import evaluate_predictions, read_gold, read_prediction
from claimx.evaluation.attributions import AttributionFigures
from claimx.evaluation.dates import DateFigures
from claimx.evaluation.intervals import Counts, Rates, Resamples
from claimx.evaluation.labels import LabelFigures
from claimx.reading import GivenMetadata, read_article
from claimx_training import report
from claimx_training.scoring import add_counts, bootstrap_f1
from claimx_training.workspace import Workspace
from tests.quality.corpora import extract_texts, read_publication_dates
from tests.quality.figures import Figure
from tests.quality.labels import SaidOnLabel, SpeakerLabel, read_said_on, read_speakers
from tests.quality.overlap import find_claim
from tests.quality.speaker_names import are_same_speakers

_POLNEAR = "PolNeAR dev"
_LINES = frozenset(
    {
        ("span F1", "source"),
        ("span F1", "cue"),
        ("span F1", "content"),
        ("char F1", "content"),
        ("linked", "content"),
        ("linked", "+source"),
        ("linked", "exact"),
        ("linked", "quoted"),
    }
)
_SYNTAX = frozenset({"tags (PTB)", "lemmas", "LAS", "sentences"})
# "2016-09-16TMO" and "2016-09-16" are the same day.
_DAY = 10
WIKINEWS = Path(__file__).with_name("wikinews") / "labels-dev.jsonl"
_FEWEST = 30

_Label = TypeVar("_Label", SpeakerLabel, SaidOnLabel)
Judge = Callable[[_Label], bool]


def measure_corpora(corpora: Path) -> Iterator[Figure]:
    """Every figure, in the order in which they are shown; one pass over each text."""
    nlp = claimx.load()
    yield from measure_articles(corpora / "polnear" / "dev", nlp, read_publication_dates(corpora))
    yield from measure_dates(corpora / "meantime", nlp)
    yield from measure_syntax_and_names(Workspace(corpora, work=corpora))


def measure_articles(folder: Path, nlp: Language, published: Mapping[str, str]) -> Iterator[Figure]:
    """Attributions, speakers and times of speaking of articles in brat standoff."""
    gold = read_gold(folder)
    records = extract_texts(gold.attributed, nlp, published)
    figures = evaluate_predictions(gold, map(read_prediction, records)).figures
    assert isinstance(figures, AttributionFigures)
    yield from _describe_attributions(figures)
    articles = {
        text.name: (text.text or "", record)
        for text, record in zip(gold.attributed, records, strict=True)
    }
    yield from measure_speakers([x for x in read_speakers() if x.split == "dev"], articles)
    yield from measure_said_on(read_said_on(), articles)


def _describe_attributions(figures: AttributionFigures) -> Iterator[Figure]:
    for line in figures.lines:
        if (line.group, line.name) in _LINES:
            yield _make_f1(_POLNEAR, f"{line.group} {line.name}", line.rates)
    sure = figures.calibration
    error = sure.error
    yield Figure(
        _POLNEAR,
        "1 − expected calibration error",
        None if error.value is None else 1 - error.value,
        sure.predictions,
        None if error.interval is None else (1 - error.interval[1], 1 - error.interval[0]),
    )
    for name, estimate in (
        ("AUROC of confidence", sure.auroc),
        ("precision, more confident half", sure.precise_half),
    ):
        yield Figure(_POLNEAR, name, estimate.value, sure.predictions, estimate.interval)


def measure_speakers(
    labels: Iterable[SpeakerLabel], articles: Mapping[str, tuple[str, Article]]
) -> Iterator[Figure]:
    """Whether the right name stands behind the labelled attributions.

    Of all of them, of those for which there is a claim, of those whose claim has a speaker; then
    by the type of the source.
    """
    labels = [label for label in labels if not label.is_unclear]
    named: dict[SpeakerLabel, list[Speaker]] = {}
    for label in labels:
        claim = find_claim(*articles[label.article], label.attribution)
        if claim is not None:
            named[label] = _find_speakers(claim, articles[label.article][1])
    matched = [label for label in labels if label in named]
    resolved = [label for label in matched if named[label]]

    def is_right(label: SpeakerLabel) -> bool:
        names = [speaker.name for speaker in named.get(label, [])]
        return are_same_speakers(names, label.speakers, label.kind)

    def is_kind_right(label: SpeakerLabel) -> bool:
        return {speaker.kind for speaker in named[label]} == {label.kind}

    def is_withheld(label: SpeakerLabel) -> bool:
        return any(speaker.anonymous for speaker in named.get(label, []))

    yield _make_accuracy("speakers", "right, of all", labels, is_right)
    yield _make_accuracy("speakers", "right, of those matched", matched, is_right)
    yield _make_accuracy("speakers", "right, of those resolved", resolved, is_right)
    for type_ in ("pronoun", "surname", "nominal"):
        of_type = [label for label in matched if label.type == type_]
        yield _make_accuracy(
            "speakers", f"right, of {type_}s matched", of_type, is_right, has_floor=False
        )
    yield _make_accuracy("speakers", "kind right, of those matched", matched, is_kind_right)
    anonymous = [label for label in labels if label.is_anonymous]
    withheld = [label for label in labels if is_withheld(label)]
    for measure, some, judge in (
        ("anonymous, precision", withheld, lambda label: label.is_anonymous),
        ("anonymous, recall", anonymous, is_withheld),
    ):
        yield _make_accuracy("speakers", measure, some, judge, has_floor=False)


def _find_speakers(claim: Claim, article: Article) -> list[Speaker]:
    ids = claim.source.speakers if claim.source is not None else []
    return [speaker for speaker in article.speakers if speaker.id in ids]


def measure_said_on(
    labels: Iterable[SaidOnLabel], articles: Mapping[str, tuple[str, Article]]
) -> Iterator[Figure]:
    """Whether the labelled attributions for which there is a claim have the right day."""
    values: dict[SaidOnLabel, str | None] = {}
    for label in labels:
        text, article = articles[label.article]
        claim = None if label.is_unclear else find_claim(text, article, label.attribution)
        if claim is not None:
            dates = {date.id: date.value for date in article.dates}
            values[label] = dates[claim.said_on] if claim.said_on is not None else None

    def is_right(label: SaidOnLabel) -> bool:
        return (values[label] or "")[:_DAY] == (label.said_on or "")[:_DAY]

    dated = [label for label in values if label.said_on is not None]
    undated = [label for label in values if label.said_on is None]
    yield _make_accuracy("said_on", "right, of those matched", list(values), is_right)
    yield _make_accuracy("said_on", "right, of those with a date", dated, is_right)
    yield _make_accuracy("said_on", "right, of those without", undated, is_right)


def measure_labels(nlp: Language) -> Iterator[Figure]:
    """Names, attributions, speakers, roles and affiliations on the articles in ``wikinews/``.

    A figure on fewer than 30 gold items has no floor.
    """
    gold = read_gold(WIKINEWS)
    raws = [
        read_article(
            text.text, id=text.id, given=GivenMetadata(published=text.published, title=text.title)
        )
        for text in gold.labelled
    ]
    records = [x for x in extract_articles(raws, nlp) if isinstance(x, Article)]
    figures = evaluate_predictions(gold, map(read_prediction, records)).figures
    assert isinstance(figures, LabelFigures)
    for figure in figures.figures:
        counts, rates = figure.rates.counts, figure.rates
        is_share = figure.group in ("found", "speakers")
        yield Figure(
            "Wikinews dev",
            f"{figure.group} {figure.name}",
            counts.precision if is_share else counts.f1,
            counts.gold,
            rates.precision_interval if is_share else rates.f1_interval,
            has_floor=counts.gold >= _FEWEST,
        )


def measure_dates(folder: Path, nlp: Language) -> Iterator[Figure]:
    """Dates and times of MEANTIME."""
    gold = read_gold(folder, "dates")
    records = extract_texts(gold.dated, nlp)
    figures = evaluate_predictions(gold, map(read_prediction, records)).figures
    assert isinstance(figures, DateFigures)
    group = figures.groups[0]
    for name, rates in (
        ("relaxed", group.relaxed),
        ("strict", group.strict),
        ("value", group.value),
    ):
        yield _make_f1("MEANTIME", f"dates, {name} F1", rates)


def measure_syntax_and_names(workspace: Workspace) -> Iterator[Figure]:
    """Tags, lemmas, heads, sentences and names on EWT dev and GUM dev, from raw text."""
    nlp = load_model_from_path(claimx_en.pipeline_path())
    syntax = (x for x in report.measure_syntax(workspace, nlp) if x.measure in _SYNTAX)
    for figure in (
        *syntax,
        *report.measure_uner(workspace, nlp),
        *report.measure_gum_names(workspace, nlp),
    ):
        total = add_counts(figure.counts)
        interval = bootstrap_f1(figure.counts)
        yield Figure(figure.data, f"{figure.measure} F1", total.f1, total.gold, interval)


def _make_f1(data: str, measure: str, rates: Rates) -> Figure:
    return Figure(data, measure, rates.counts.f1, rates.counts.gold, rates.f1_interval)


def _make_accuracy(
    data: str,
    measure: str,
    labels: Sequence[_Label],
    is_right: Judge[_Label],
    *,
    has_floor: bool = True,
) -> Figure:
    """The share of labels that are right, resampled by article."""
    by_article: dict[str, list[bool]] = defaultdict(list)
    for label in labels:
        by_article[label.article].append(is_right(label))
    rates = Resamples(len(by_article)).rate(
        [Counts(sum(x), len(x), sum(x), len(x)) for x in by_article.values()]
    )
    value = rates.counts.precision if labels else None
    return Figure(data, measure, value, len(labels), rates.precision_interval, has_floor)
