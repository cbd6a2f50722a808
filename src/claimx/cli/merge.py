"""``claimx merge``"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from claimx.cli.exit_codes import EXIT_CODES_HELP, WrongCall
from claimx.cli.output_options import OutputOptions, output_options
from claimx.cli.parameters import unicode_text

if TYPE_CHECKING:
    from claimx.article import Article, Failure


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("paths", nargs=-1, metavar="FILE...", type=unicode_text)
@output_options
@click.pass_context
def merge(ctx: click.Context, paths: tuple[str, ...], output: OutputOptions) -> None:
    """Join the outputs of parts of a job.

    The parts are outputs of calls with --shard 1/4 to --shard 4/4, say. FILE is what `claimx
    extract` wrote: JSON Lines, JSON or a database. Parts of one folder, or of one file of records,
    give what a single run would have given. An input that several parts have stands in the output
    once, an article before a failure.
    """
    from claimx.batch.merge import merge_records
    from claimx.cli.destinations import open_destination
    from claimx.cli.report import Report, announce
    from claimx.saved import SavedError

    if not paths:
        raise WrongCall("nothing to merge: name the files that claimx extract wrote")
    report = Report(announce, is_quiet=True)

    def tell(path: str) -> None:
        announce(f"{path}: two parts have different records of it; both are kept")

    try:
        with open_destination(output, output.choose_format(), paths) as write:
            merged = merge_records([_read(path) for path in paths], tell)
            write(report.watch(merged), replace(output.settings, single=False))
    except SavedError as error:
        raise WrongCall(str(error)) from error
    ctx.exit(report.exit_code)


def _read(path: str) -> Iterator[Article | Failure]:
    """A part is opened when its first record is taken, so that a wrong one is named."""
    from claimx.saved import read

    yield from read(path)
