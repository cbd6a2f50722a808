"""A run of `check` or `verify`: articles to findings, and the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimx.cli.check_options import open_findings, split
from claimx.cli.exit_codes import GATE_TRIPPED, WrongCall

if TYPE_CHECKING:
    from claimx.article import Failure
    from claimx.checks.configuration import CheckConfiguration
    from claimx.checks.engine import CheckedArticle, CheckOptions
    from claimx.checks.rule import Hit
    from claimx.cli.checked_articles import Analysis
    from claimx.cli.report import Report

Item = tuple["CheckedArticle", Iterable[tuple[str, "Hit"]]]


def run_findings(
    ctx: click.Context,
    command: str,
    names: Sequence[str],
    given: dict[str, Any],
    analysis: Analysis,
    items: Callable[[Report, frozenset[str]], Iterator[Item | Failure]],
) -> None:
    """Check what ``items`` gives, write the findings and end with the exit code.

    Args:
        ctx: Of the command.
        command: ``check`` or ``verify``.
        names: Inputs, none of which the output may overwrite.
        given: The options of the command.
        analysis: How inputs are read.
        items: Articles with hits that were found elsewhere, and inputs that failed; it is given
            the report, for failures of other inputs than those, and the rules that are on.
    """
    from claimx.article import Failure
    from claimx.checks.baseline import format_baseline
    from claimx.checks.engine import Checker
    from claimx.checks.formats import Outcome
    from claimx.cli.configuration import read_check_configuration
    from claimx.cli.output import open_output
    from claimx.cli.report import Report, announce

    options = make_check_options(given, read_check_configuration(), command)
    report = Report(announce)
    checker = Checker(options)
    failures: list[Failure] = []
    articles = 0
    with open_findings(given, names) as write:
        for item in items(report, options.codes):
            if isinstance(item, Failure):
                failures.append(item)
            else:
                articles += 1
                checker.add(*item)
        report.close()
        if analysis.passed is not None and (left_out := analysis.passed.describe()):
            announce(left_out)
        findings = checker.finish()
        if checker.without_text:
            announce(
                f"{checker.without_text} records hold no text: most rules need it, and were not "
                "checked there (write them with --include-text)"
            )
        write(Outcome(findings, failures, articles, command))
    if given["write_baseline"] is not None:
        with open_output(Path(given["write_baseline"]), always_utf8=True) as stream:
            stream.write(format_baseline(findings))
        ctx.exit(report.exit_code)
    tripped = GATE_TRIPPED if any(finding.fails for finding in findings) else 0
    ctx.exit(max(report.exit_code, tripped))


def make_check_options(
    given: dict[str, Any], configured: CheckConfiguration, command: str
) -> CheckOptions:
    """What the call asks for of the rules of a command; where it says nothing, the configuration.

    Raises:
        WrongCall: For a rule that does not exist or a baseline that cannot be read.
    """
    from claimx.checks.baseline import BaselineError, read_baseline
    from claimx.checks.engine import CheckOptions
    from claimx.checks.selection import (
        FileIgnores,
        SelectionError,
        codes_of,
        codes_run_by,
        default_codes,
        faults_among,
    )

    preview = given["preview"] or bool(configured.preview)
    select = split(given["select"]) or configured.select
    fail_on = split(given["fail_on"]) or configured.fail_on
    confidence = given["min_confidence"]
    baseline = given["baseline"] or configured.baseline
    try:
        codes = default_codes(preview=preview) if select is None else codes_of(select)
        codes -= codes_of((*configured.ignore, *(split(given["ignore"]) or ())))
        codes &= codes_run_by(command)
        return CheckOptions(
            codes=codes,
            fail_on=faults_among(codes) if fail_on is None else codes_of(fail_on),
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
