"""``claimx verify``"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from claimx.cli.analysis_options import analysis_options, inputs_of, jobs_option, make_analysis
from claimx.cli.check_options import finding_options, rule_options
from claimx.cli.exit_codes import EXIT_CODES_HELP
from claimx.cli.parameters import unicode_text

if TYPE_CHECKING:
    from claimx.article import Failure
    from claimx.checks.engine import CheckedArticle
    from claimx.checks.rule import Hit
    from claimx.checks.verify import SourceText, Verdict
    from claimx.cli.checked_articles import Analysis
    from claimx.cli.finding_run import Item
    from claimx.cli.report import Report


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("drafts", nargs=-1, metavar="DRAFT...")
@click.option(
    "--against",
    multiple=True,
    required=True,
    type=unicode_text,
    metavar="SOURCE",
    help="A transcript, press release or earlier article, a folder of them, or records; may be "
    "given several times.",
)
@click.option(
    "--words-only",
    is_flag=True,
    help="Do not analyse the sources: their words are compared, their speakers are not (CX603).",
)
@rule_options
@finding_options
@analysis_options
@jobs_option
@click.pass_context
def verify(
    ctx: click.Context,
    /,
    drafts: tuple[str, ...],
    against: tuple[str, ...],
    words_only: bool,
    **given: Any,
) -> None:
    """Check the quotations of a draft against their sources.

    Each direct quotation and each quoted fragment of three words or more is looked for in all
    sources. What is exact, or shortened by ellipses and brackets that keep the words, is in order;
    CX601 to CX604 say what is not: altered, put together from places far apart, given to another
    speaker, or not found. Marks, case and kinds of apostrophe do not count. --select CX605 names
    the nearest passage for what is reported in other words, and judges nothing.
    """
    from claimx.article import Failure
    from claimx.checks.rules.verified import NEAREST
    from claimx.cli.checked_articles import checked_articles
    from claimx.cli.finding_run import run_findings
    from claimx.cli.report import announce

    names = inputs_of(drafts, given["stdin_filename"])
    analysis = make_analysis(given, announce)

    def items(report: Report, codes: frozenset[str]) -> Iterator[Item | Failure]:
        sources: list[SourceText] = []
        for source in _read_sources(against, analysis, words_only):
            if isinstance(source, Failure):
                report.note(source)
                yield source
            else:
                sources.append(source)
        articles: list[CheckedArticle] = []
        for item in checked_articles(names, analysis):
            report.note(item if isinstance(item, Failure) else item.article)
            if isinstance(item, Failure):
                yield item
            else:
                articles.append(item)
        verdicts = _judge(articles, sources)
        notes = _nearest_passages(articles, sources) if NEAREST.code in codes else []
        for number, (article, (hits, _)) in enumerate(zip(articles, verdicts, strict=True)):
            yield article, [*hits, *(notes[number] if notes else [])]
        announce(_summarize([verdict for _, found in verdicts for verdict in found], len(sources)))

    run_findings(ctx, "verify", (*names, *against), given, analysis, items)


def _read_sources(
    paths: Sequence[str], analysis: Analysis, words_only: bool
) -> Iterator[SourceText | Failure]:
    from claimx.article import Failure
    from claimx.checks.verify import source_text
    from claimx.cli.checked_articles import checked_articles, raw_articles

    if words_only:
        for raw in raw_articles(paths, analysis):
            if isinstance(raw, Failure):
                yield raw
            else:
                yield source_text(raw.metadata.path or "-", raw.text)
        return
    for item in checked_articles(paths, analysis):
        if isinstance(item, Failure):
            yield item
        elif item.text is None:
            path = item.article.metadata.path or "-"
            yield _without_text(path)
        else:
            yield source_text(item.article.metadata.path or "-", item.text, item.article)


def _without_text(path: str) -> Failure:
    from claimx.article import Failure, FailureMetadata, FailureReason

    return Failure(
        metadata=FailureMetadata(path=path),
        error=FailureReason(
            type="MissingTextError",
            message=f"the record of {path} holds no text: write it with --include-text",
        ),
    )


def _judge(
    articles: Sequence[CheckedArticle], sources: Sequence[SourceText]
) -> list[tuple[list[tuple[str, Hit]], list[Verdict]]]:
    """The hits of each article, and the verdicts on all of its quotations."""
    from claimx.checks.occurrences import occurrences_in
    from claimx.checks.rule import Hit
    from claimx.checks.rules.verified import BY_VERDICT
    from claimx.checks.verify import Verifier

    quotations = [list(occurrences_in(item.article)) for item in articles]
    verifier = Verifier(sources, [quotation for found in quotations for quotation in found])
    results = []
    for found in quotations:
        hits: list[tuple[str, Hit]] = []
        verdicts: list[Verdict] = []
        for quotation in found:
            verdict = verifier.judge(quotation)
            if verdict is None:
                continue
            verdicts.append(verdict)
            if verdict.kind in BY_VERDICT:
                hit = Hit(quotation.start, quotation.end, verdict.message, quotation.confidence)
                hits.append((BY_VERDICT[verdict.kind], hit))
        results.append((hits, verdicts))
    return results


def _nearest_passages(
    articles: Sequence[CheckedArticle], sources: Sequence[SourceText]
) -> list[list[tuple[str, Hit]]]:
    """For each article, the passages that its claims in the writer's own words are nearest to."""
    from claimx.checks.records import shown
    from claimx.checks.rule import Hit
    from claimx.checks.rules.verified import NEAREST
    from claimx.checks.verify import PassageFinder, paraphrases_in

    paraphrases = [list(paraphrases_in(item.article)) for item in articles]
    finder = PassageFinder(sources, [item for found in paraphrases for item in found])
    notes = []
    for found in paraphrases:
        hits = []
        for item in found:
            passage = finder.find(item)
            if passage is not None:
                message = f"no verdict: nearest is {passage.place}: “{shown(passage.text, 120)}”"
                hits.append((NEAREST.code, Hit(item.start, item.end, message, item.confidence)))
        notes.append(hits)
    return notes


def _summarize(verdicts: Sequence[Verdict], sources: int) -> str:
    exact = sum(verdict.kind == "exact" for verdict in verdicts)
    shortened = sum(verdict.kind == "shortened" for verdict in verdicts)
    return (
        f"{len(verdicts)} quotations held against {sources} sources: {exact} exact, "
        f"{shortened} shortened, {len(verdicts) - exact - shortened} otherwise"
    )
