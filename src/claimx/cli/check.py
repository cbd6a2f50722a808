"""``claimx check``"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimx.cli.analysis_options import analysis_options, make_analysis
from claimx.cli.check_options import (
    finding_options,
    open_findings,
    rule_options,
    split,
)
from claimx.cli.exit_codes import EXIT_CODES_HELP, GATE_TRIPPED, WrongCall
from claimx.cli.parameters import unicode_text

if TYPE_CHECKING:
    from claimx.checks.configuration import CheckConfiguration
    from claimx.checks.engine import CheckOptions


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@rule_options
@finding_options
@analysis_options
@click.option(
    "--explain",
    type=unicode_text,
    metavar="RULE",
    help="Print the page of a rule, by its code or name, and end.",
)
@click.option("--list", "list_all", is_flag=True, help="Print all rules, a line each, and end.")
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    explain: str | None,
    list_all: bool,
    **given: Any,
) -> None:
    """Find faults of sourcing in news articles: quotations without speaker, dates that cannot be.

    PATH is what `claimx extract` reads, or records that it wrote (.json, .jsonl): these are
    not analysed again. The table [tool.claimx.check] of pyproject.toml sets select, ignore,
    fail-on, preview, min-confidence, per-file-ignores and baseline. A comment
    <!-- claimx: ignore CX101 --> in an article switches a rule off for its line, or for the
    paragraph behind it where it has a line of its own; ignore-file for the whole file.
    """
    from claimx.checks.pages import explain_rule, list_rules

    if list_all or explain is not None:
        click.echo(list_rules() if explain is None else explain_rule(_rule(explain)), nl=False)
        return
    _run(ctx, paths, given)


def _rule(name: str) -> Any:
    from claimx.checks.registry import find_rule
    from claimx.checks.selection import unknown_rule

    rule = find_rule(name)
    if rule is None:
        raise WrongCall(unknown_rule(name))
    return rule


def _run(ctx: click.Context, paths: tuple[str, ...], given: dict[str, Any]) -> None:
    from claimx.article import Failure
    from claimx.checks.baseline import format_baseline
    from claimx.checks.engine import Checker
    from claimx.checks.formats import Outcome
    from claimx.cli.analysis_options import inputs_of
    from claimx.cli.checked_articles import checked_articles
    from claimx.cli.output import open_output
    from claimx.cli.project_configuration import read_check_configuration
    from claimx.cli.report import Report, announce

    names = inputs_of(paths, given["stdin_filename"])
    options = make_check_options(given, read_check_configuration())
    analysis = make_analysis(given, announce)
    report = Report(announce)
    checker = Checker(options)
    failures: list[Failure] = []
    with open_findings(given, names) as write:
        for item in checked_articles(names, analysis):
            if isinstance(item, Failure):
                report.note(item)
                failures.append(item)
            else:
                report.note(item.article)
                checker.add(item)
        report.close()
        if analysis.passed is not None and (left_out := analysis.passed.describe()):
            announce(left_out)
        findings = checker.finish()
        if checker.without_text:
            announce(
                f"{checker.without_text} records hold no text: most rules need it, and were not "
                "checked there (write them with --include-text)"
            )
        write(Outcome(findings, failures, report.articles))
    if given["write_baseline"] is not None:
        with open_output(Path(given["write_baseline"]), always_utf8=True) as stream:
            stream.write(format_baseline(findings))
        ctx.exit(report.exit_code)
    tripped = GATE_TRIPPED if any(finding.fails for finding in findings) else 0
    ctx.exit(max(report.exit_code, tripped))


def make_check_options(given: dict[str, Any], configured: CheckConfiguration) -> CheckOptions:
    """What the call asks for, and where it says nothing, the configuration.

    Raises:
        WrongCall: For a rule that does not exist or a baseline that cannot be read.
    """
    from claimx.checks.baseline import BaselineError, read_baseline
    from claimx.checks.engine import CheckOptions
    from claimx.checks.selection import FileIgnores, SelectionError, codes_of, default_codes

    preview = given["preview"] or bool(configured.preview)
    select = split(given["select"]) or configured.select
    fail_on = split(given["fail_on"]) or configured.fail_on
    confidence = given["min_confidence"]
    baseline = given["baseline"] or configured.baseline
    try:
        codes = default_codes(preview=preview) if select is None else codes_of(select)
        codes -= codes_of((*configured.ignore, *(split(given["ignore"]) or ())))
        return CheckOptions(
            codes=codes,
            fail_on=codes if fail_on is None else codes_of(fail_on),
            min_confidence=(configured.min_confidence or 0.0) if confidence is None else confidence,
            file_ignores=FileIgnores(
                {
                    pattern: codes_of(selectors)
                    for pattern, selectors in configured.per_file_ignores.items()
                }
            ),
            baseline=None
            if baseline is None or given["write_baseline"] is not None
            else read_baseline(Path(baseline)),
        )
    except (SelectionError, BaselineError) as error:
        raise WrongCall(str(error)) from error
