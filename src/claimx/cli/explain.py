"""``claimx explain``"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import click

from claimx.cli.analysis_options import analysis_options, inputs_of, make_analysis
from claimx.cli.exit_codes import EXIT_CODES_HELP, WrongCall
from claimx.cli.parameters import unicode_text

if TYPE_CHECKING:
    from claimx.article import Article, Claim
    from claimx.checks.engine import CheckedArticle
    from claimx.cli.checked_articles import Analysis
    from claimx.cli.report import Report
    from claimx.pipeline.coreference.considered import Ranking
    from claimx.reading import RawArticle


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("claim", type=unicode_text, metavar="CLAIM")
@click.argument("path", required=False, metavar="[FILE]")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the explanation.",
)
@click.option(
    "--id",
    "article_id",
    type=unicode_text,
    metavar="ID",
    help="Which article of a FILE that holds several: its id, its path, or its number from 1.",
)
@analysis_options
@click.pass_context
def explain(
    ctx: click.Context,
    /,
    claim: str,
    path: str | None,
    format_name: str,
    article_id: str | None,
    **given: Any,
) -> None:
    """Say why a claim has its speaker and its date.

    CLAIM is an id such as C7. FILE is a record that `claimx extract` wrote, which is not analysed
    again, or an article. Shown are the words in their places, what the lexicon says of the cue, the
    rule that found the speaker with its probability, and what the date was counted from; of an
    article also who else was considered, which a record does not keep.
    """
    from claimx.checks.explanation import UnknownClaimError, explain_claim, find_claim
    from claimx.checks.explanation_formats import EXPLANATION_FORMATS
    from claimx.checks.runners_up import has_others
    from claimx.cli.output import open_output
    from claimx.cli.report import Report, announce

    names = inputs_of(() if path is None else (path,), given["stdin_filename"])
    report = Report(announce)
    analysis, raws = _listening(make_analysis(given, announce))
    item = _choose(_read(names[0], analysis, report), article_id, names[0], report)
    if item is None:
        ctx.exit(report.exit_code)
    try:
        found = find_claim(item.article, claim)
        is_asked = has_others(found)
        steps = explain_claim(
            item.article,
            claim,
            text=item.text,
            cue_entry=_entry_of(found),
            considered=_considered_in(item.article, raws, analysis) if is_asked else None,
        )
    except UnknownClaimError as error:
        raise WrongCall(str(error)) from error
    with open_output(None, always_utf8=format_name == "json") as stream:
        EXPLANATION_FORMATS[format_name](steps, stream)
    ctx.exit(report.exit_code)


def _listening(analysis: Analysis) -> tuple[Analysis, list[RawArticle]]:
    """The same analysis, and the list that every article it reads will be in."""
    raws: list[RawArticle] = []
    return replace(analysis, keep=raws.append), raws


def _considered_in(
    article: Article, raws: list[RawArticle], analysis: Analysis
) -> list[Ranking] | None:
    """Who was considered for each mention; None for a saved record, which was not read."""
    from claimx.assemble import make_doc
    from claimx.cli.pipelines import load_pipeline
    from claimx.pipeline.coreference.ranking import rank_candidates

    raw = next((raw for raw in raws if raw.text == article.text), None)
    if raw is None:
        return None
    nlp = load_pipeline(analysis.model)
    return rank_candidates(nlp(make_doc(nlp, raw, date_order=analysis.date_order)))


def _read(path: str, analysis: Analysis, report: Report) -> list[CheckedArticle]:
    from claimx.article import Failure
    from claimx.cli.checked_articles import checked_articles

    articles = []
    for item in checked_articles([path], analysis):
        if isinstance(item, Failure):
            report.note(item)
        else:
            report.articles += 1
            articles.append(item)
    report.close()
    return articles


def _choose(
    articles: list[CheckedArticle], wanted: str | None, path: str, report: Report
) -> CheckedArticle | None:
    if wanted is None:
        if len(articles) > 1:
            raise WrongCall(f"{path} holds {len(articles)} articles: say which one with --id")
        return articles[0] if articles else None
    if wanted.isdecimal() and 1 <= int(wanted) <= len(articles):
        return articles[int(wanted) - 1]
    for item in articles:
        if wanted in (item.article.id, item.article.metadata.path):
            return item
    raise WrongCall(f"{path} holds no article {wanted!r}: give an id, a path or a number from 1")


def _entry_of(claim: Claim) -> Mapping[str, Any] | None:
    """What the lexicon says of the cue of a claim; None where it does not have it."""
    from claimx.pipeline import lexicon

    if claim.cue is None:
        return None
    lemma = claim.cue.lemma or ""
    words = " ".join(span.text for span in claim.cue.spans).split()
    entry = (
        lexicon.look_up_verb(lemma)
        or lexicon.look_up_noun(lemma)
        or lexicon.look_up_adjective(lemma)
        or lexicon.look_up_phrase(words)
    )
    if entry is None:
        return None
    fields = asdict(entry)
    return {
        key: sorted(value) if isinstance(value, frozenset) else value
        for key, value in fields.items()
    }
