"""``claimx check``"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from claimx.cli.analysis_options import analysis_options, inputs_of, jobs_option, make_analysis
from claimx.cli.check_options import finding_options, rule_options
from claimx.cli.exit_codes import EXIT_CODES_HELP, WrongCall
from claimx.cli.parameters import unicode_text

if TYPE_CHECKING:
    from claimx.article import Failure
    from claimx.cli.finding_run import Item
    from claimx.cli.report import Report


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@rule_options
@finding_options
@analysis_options
@jobs_option
@click.option(
    "--explain",
    type=unicode_text,
    metavar="RULE",
    help="Print the page of a rule, by its code or name, and end.",
)
@click.option(
    "--watch",
    "is_watching",
    is_flag=True,
    help="Stay, and check each file again when it is saved (pip install 'claimx[watch]').",
)
@click.option("--list", "list_all", is_flag=True, help="Print all rules, a line each, and end.")
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    explain: str | None,
    list_all: bool,
    is_watching: bool,
    **given: Any,
) -> None:
    """Find faults of sourcing in news articles.

    These are quotations without a speaker, anonymous sources, dates that cannot be and others.

    PATH is what `claimx extract` reads, or records that it wrote (.json, .jsonl, .db): these are
    not analysed again. The table [tool.claimx.check] of pyproject.toml sets select, ignore,
    fail-on, preview, min-confidence, per-file-ignores and baseline. A comment
    <!-- claimx: ignore CX101 --> in an article switches a rule off for its line, or for the
    paragraph behind it where it has a line of its own; ignore-file for the whole file.
    """
    from claimx.checks.pages import explain_rule, list_rules

    if list_all or explain is not None:
        click.echo(list_rules() if explain is None else explain_rule(_rule(explain)), nl=False)
        return
    from claimx.article import Failure
    from claimx.cli.checked_articles import checked_articles
    from claimx.cli.finding_run import run_findings
    from claimx.cli.report import announce
    from claimx.cli.watching import watch

    def run(names: Sequence[str]) -> None:
        analysis = make_analysis(given, announce)

        def items(report: Report, codes: frozenset[str]) -> Iterator[Item | Failure]:
            for item in checked_articles(names, analysis):
                report.note(item if isinstance(item, Failure) else item.article)
                yield item if isinstance(item, Failure) else (item, ())

        run_findings(ctx, "check", names, given, analysis, items)

    names = inputs_of(paths, given["stdin_filename"])
    if is_watching:
        watch(names, run, announce)
    else:
        run(names)


def _rule(name: str) -> Any:
    from claimx.checks.registry import find_rule
    from claimx.checks.selection import unknown_rule

    rule = find_rule(name)
    if rule is None:
        raise WrongCall(unknown_rule(name))
    return rule
