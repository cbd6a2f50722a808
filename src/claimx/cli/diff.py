"""``claimx diff``"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimx.cli.analysis_options import analysis_options, make_analysis
from claimx.cli.exit_codes import EXIT_CODES_HELP, GATE_TRIPPED

if TYPE_CHECKING:
    from claimx.checks.compare.formats import ComparedPair
    from claimx.checks.engine import CheckedArticle
    from claimx.cli.checked_articles import Analysis
    from claimx.cli.report import Report


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="Form of the differences; html shows both versions side by side.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    metavar="FILE",
    help="Write to FILE, which is replaced once all is done; - is standard output.",
)
@click.option("--exit-code", is_flag=True, help="Return 1 where anything differs.")
@analysis_options
@click.pass_context
def diff(
    ctx: click.Context,
    /,
    old: str,
    new: str,
    format_name: str,
    output: str | None,
    exit_code: bool,
    **given: Any,
) -> None:
    """Say what changed between two versions of an article.

    Claims that came, went or were reworded, other speakers, other dates, altered quotations:
    aligned by their words, so that what was only moved has not changed. OLD and NEW are articles,
    folders or records that `claimx extract` wrote; of folders, files of the same name are compared.
    """
    from claimx.checks.compare.formats import DIFF_FORMATS
    from claimx.cli.output import check_output, open_output
    from claimx.cli.report import Report, announce

    target = None if output in (None, "-") else Path(str(output))
    if target is not None:
        check_output(target, (old, new))
    analysis = make_analysis({**given, "output": output}, announce)
    report = Report(announce)
    with open_output(target, always_utf8=format_name != "text") as stream:
        compared = _compare(old, new, analysis, report)
        DIFF_FORMATS[format_name](compared, stream)
    tripped = exit_code and any(item.has_changed for item in compared)
    ctx.exit(max(report.exit_code, GATE_TRIPPED if tripped else 0))


def _compare(old: str, new: str, analysis: Analysis, report: Report) -> list[ComparedPair]:
    from claimx.checks.compare import compare_articles, pair_articles
    from claimx.checks.compare.formats import ComparedPair

    sides = [_read(path, analysis, report) for path in (old, new)]
    report.close()
    return [
        ComparedPair(
            pair,
            compare_articles(pair.old.article, pair.new.article) if pair.old and pair.new else (),
        )
        for pair in pair_articles(sides[0], sides[1], (old, new))
    ]


def _read(path: str, analysis: Analysis, report: Report) -> list[CheckedArticle]:
    from claimx.article import Failure
    from claimx.cli.checked_articles import checked_articles

    articles = []
    for item in checked_articles([path], analysis):
        report.note(item if isinstance(item, Failure) else item.article)
        if not isinstance(item, Failure):
            articles.append(item)
    return articles
