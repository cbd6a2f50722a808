"""``claimx extract``"""

from __future__ import annotations

import os
import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from claimx.cli.batch_options import BatchOptions, batch_options
from claimx.cli.exit_codes import EXIT_CODES_HELP, WrongCall
from claimx.cli.filter_options import filter_options
from claimx.cli.listing import listing_options
from claimx.cli.output_options import OutputOptions, output_options
from claimx.cli.parameters import unicode_text
from claimx.cli.reading_options import reading_options
from claimx.cli.streams import is_terminal, standard_input

if TYPE_CHECKING:
    from claimx.article.selection import Selection
    from claimx.reading import GivenMetadata


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@output_options
@filter_options
@click.option(
    "--published",
    type=unicode_text,
    metavar="DATE",
    help="Publication date of every input, such as 2025-03-14, or with its hour, "
    "2025-03-14T16:00Z; relative dates count from it.",
)
@click.option("--title", type=unicode_text, metavar="TEXT", help="Title of every input.")
@click.option("--byline", type=unicode_text, metavar="TEXT", help="Author of every input.")
@click.option("--url", type=unicode_text, metavar="URL", help="Address of every input.")
@reading_options
@click.option(
    "--date-order",
    type=click.Choice(["MDY", "DMY"], case_sensitive=False),
    help="Order of month and day in dates such as 3/4/25. By default that of the other numeric "
    "dates of the article; where they tell nothing, MDY, and the record says that it is in doubt.",
)
@listing_options
@click.option("-q", "--quiet", is_flag=True, help="Leave out warnings on standard error.")
@click.option("--include-text", is_flag=True, help="Put the text of each article in its record.")
@click.option(
    "--model",
    type=unicode_text,
    metavar="NAME",
    help="Another spaCy pipeline than the bundled claimx_en: its name or path.",
)
@batch_options
@click.pass_context
def extract(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: OutputOptions,
    selection: Selection,
    published: str | None,
    title: str | None,
    byline: str | None,
    url: str | None,
    reader: str | None,
    text_key: str | None,
    date_key: str | None,
    date_order: str | None,
    include: tuple[str, ...],
    follow_links: bool,
    quiet: bool,
    include_text: bool,
    model: str | None,
    batch: BatchOptions,
) -> None:
    """Say who said what, when, in news articles.

    PATH is a file, a folder of files, or - for standard input, which is also read where no PATH is
    given. Text, Markdown, web pages, JSON, JSON Lines, CSV, TSV, RSS, Atom and Word files are read,
    also packed as .gz, .bz2, .xz or .zst.
    """
    from claimx.batch.config import BatchConfig
    from claimx.cli.batch import BatchRun
    from claimx.cli.listing import PassedOver, make_rules
    from claimx.cli.report import Report, announce

    paths = paths or _standard_input_alone(batch)
    if "-" in paths:
        standard_input()  # a closed one is a wrong call
    chosen = output.choose_format()
    config = BatchConfig(
        model=model,
        include_text=include_text or chosen.needs_text,
        selection=selection,
        max_chars=batch.max_chars,
        date_order=date_order,
        text_key=text_key,
        date_key=date_key,
        reader=reader,
        include=include,
        **asdict(_read_given(published=published, title=title, byline=byline, url=url)),
    )
    passed = PassedOver()
    run = BatchRun(
        paths,
        config,
        batch,
        rules=make_rules(output.file, announce, follow_links=follow_links, passed=passed),
        announce=announce,
        has_screen=output.file is None and is_terminal(sys.stdout),
    )
    report = Report(run.announce, is_quiet=quiet)
    is_single = batch.names_from is None and _is_single(paths)
    settings = replace(output.settings, single=is_single)
    run.write(report, output, chosen, settings)
    if not quiet and (left_out := passed.describe()) is not None:
        announce(left_out)
    ctx.exit(report.exit_code)


def _standard_input_alone(batch: BatchOptions) -> tuple[str, ...]:
    if batch.names_from is not None:
        return ()
    if sys.stdin is None or is_terminal(sys.stdin):
        raise WrongCall("nothing to read: name a file or a folder, or pipe an article in")
    return ("-",)


def _read_given(
    *, published: str | None, title: str | None, byline: str | None, url: str | None
) -> GivenMetadata:
    from claimx.reading import GivenMetadata, parse_published

    try:
        day = None if published is None else parse_published(published)
    except ValueError as error:
        raise WrongCall(f"--published: {error}") from error
    return GivenMetadata(published=day, title=title, byline=byline, url=url)


def _is_single(paths: tuple[str, ...]) -> bool:
    """Whether the call names one article: one file that holds no list, or a pipe."""
    from claimx.reading.readers import holds_many

    if len(paths) > 1 or holds_many(paths[0]):
        return False
    return not os.path.isdir(paths[0])  # noqa: PTH112 (a Path may raise for what cannot be one)
