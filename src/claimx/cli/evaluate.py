"""``claimx evaluate``"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimx.cli.exit_codes import EXIT_CODES_HELP, WrongCall
from claimx.cli.parameters import unicode_text

if TYPE_CHECKING:
    from claimx.article import Failure
    from claimx.cli.report import Report
    from claimx.evaluation import Evaluation, Gold, Kind, Prediction
    from claimx.reading import RawArticle


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD")
@click.option(
    "--predictions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Measure these records (JSON Lines of claimx extract) instead of running a pipeline.",
)
@click.option(
    "--model",
    type=unicode_text,
    metavar="NAME",
    help="Another spaCy pipeline than the bundled claimx_en: its name or path.",
)
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="Form of the figures.",
)
@click.option(
    "--kind",
    type=click.Choice(["auto", "attributions", "dates", "coreference"]),
    default="auto",
    show_default=True,
    help="What to measure. auto: attributions where GOLD has any, else dates; for .conll "
    "coreference. coreference takes in the speakers of speech events (MEANTIME).",
)
@click.option(
    "--genre",
    "genres",
    type=unicode_text,
    multiple=True,
    metavar="NAME",
    help="Only texts of this genre, such as news (GUM); may be given several times.",
)
@click.option("--errors", is_flag=True, help="List every wrong date with its sentence.")
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: Path,
    predictions: Path | None,
    model: str | None,
    format_name: str,
    kind: Kind,
    genres: tuple[str, ...],
    errors: bool,
) -> None:
    """Measure a pipeline on texts that people have annotated.

    GOLD is a folder of attributions in brat standoff (text/NAME.txt and
    attributions/NAME_ANNOTATOR.ann, as in PolNeAR), a file of claimx records or of articles
    labelled with names, attributions and speakers (.jsonl), a file or folder of XML with dates
    (MEANTIME, GUM) or chains of mentions (MEANTIME), or of .conll with such chains (OntoGUM, with
    its dep/ beside).

    Of attributions in brat and in records only the outermost are compared; a claim inside another
    is left out. Every figure comes with its 95 % interval.
    """
    from claimx.cli.output import open_output
    from claimx.cli.report import Report, announce
    from claimx.evaluation import GoldError, evaluate_predictions, read_gold, read_predictions

    if predictions is not None and model is not None:
        raise WrongCall("--predictions are there already: leave --model out")
    report = Report(announce)
    try:
        standard = read_gold(gold, kind, genres)
        if errors and not standard.dated:
            raise WrongCall("--errors lists wrong dates, and GOLD holds no dates")
        found = (
            read_predictions(predictions)
            if predictions is not None
            else list(_predict(standard, model, report))
        )
        evaluation = evaluate_predictions(standard, found)
    except GoldError as error:
        raise WrongCall(str(error)) from error
    with open_output(None, always_utf8=format_name == "json") as stream:
        stream.writelines(f"{line}\n" for line in _format(evaluation, format_name, errors))
    ctx.exit(report.exit_code if predictions is None else 0)


def _predict(gold: Gold, model: str | None, report: Report) -> Iterator[Prediction]:
    """Run the pipeline over the texts; those that fail are announced and left out."""
    from claimx.article import Failure
    from claimx.batch import extract_articles
    from claimx.cli.pipelines import load_pipeline
    from claimx.evaluation import read_prediction

    texts = _read_texts(gold)
    for record in report.watch(extract_articles(texts, load_pipeline(model))):
        if not isinstance(record, Failure):
            yield read_prediction(record)


def _read_texts(gold: Gold) -> Iterator[RawArticle | Failure]:
    from claimx.evaluation import GoldError
    from claimx.reading import GivenMetadata, InputError, check_text, read_article

    for text in gold.texts:
        if text.text is None:
            raise GoldError(
                f"{gold.path} holds records without their texts: make them with --include-text, "
                "or give --predictions"
            )
        try:
            check_text(text.text, text.path or text.name)
        except InputError as error:
            yield error.to_failure()
            continue
        given = GivenMetadata(published=text.published, title=getattr(text, "title", None))
        yield read_article(text.text, path=text.path, id=text.id, given=given)


def _format(evaluation: Evaluation, form: str, errors: bool) -> Iterable[str]:
    if form == "json":
        from claimx.evaluation.json_form import to_json

        return [to_json(evaluation, with_errors=errors)]
    from claimx.evaluation.tables import format_evaluation

    return format_evaluation(evaluation, with_errors=errors)
