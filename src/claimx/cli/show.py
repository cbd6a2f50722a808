"""``claimx show``"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from claimx.cli.exit_codes import EXIT_CODES_HELP, WrongCall
from claimx.cli.filter_options import filter_options, filter_records
from claimx.cli.output_options import OutputOptions, output_options
from claimx.cli.parameters import unicode_text

if TYPE_CHECKING:
    from claimx.article import Article, Failure
    from claimx.article.selection import Selection


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("paths", nargs=-1, metavar="FILE...", type=unicode_text)
@output_options
@filter_options
@click.pass_context
def show(
    ctx: click.Context, paths: tuple[str, ...], output: OutputOptions, selection: Selection
) -> None:
    """Show saved records in any format, not analysed again.

    FILE is what `claimx extract` wrote: JSON Lines, JSON or a database; - is standard input, which
    is also read where no FILE is given. Formats that show the article itself need records with its
    text (--include-text).
    """
    from claimx.cli.destinations import open_destination
    from claimx.cli.report import Report, announce
    from claimx.saved import SavedError

    if not paths and (sys.stdin is None or sys.stdin.isatty()):
        raise WrongCall("nothing to show: name a file that claimx extract wrote")
    paths = paths or ("-",)
    chosen = output.choose_format()
    report = Report(announce, is_quiet=True)
    try:
        with open_destination(output, chosen, paths) as write:
            records, single = _look_ahead(filter_records(_read(paths), selection))
            write(report.watch(records), replace(output.settings, single=single))
    except SavedError as error:
        raise WrongCall(str(error)) from error
    ctx.exit(report.exit_code)


def _read(paths: tuple[str, ...]) -> Iterator[Article | Failure]:
    from claimx.saved import read, read_stream

    for path in paths:
        yield from read_stream(sys.stdin, "standard input") if path == "-" else read(path)


def _look_ahead(
    records: Iterator[Article | Failure],
) -> tuple[Iterator[Article | Failure], bool]:
    """The same records, and whether there is exactly one."""
    from itertools import chain, islice

    first = list(islice(records, 2))
    return chain(first, records), len(first) == 1
