"""Options of the commands that analyse articles on the way to their answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimx.cli.exit_codes import WrongCall
from claimx.cli.listing import listing_options
from claimx.cli.parameters import unicode_text
from claimx.cli.reading_options import reading_options
from claimx.cli.streams import is_terminal

if TYPE_CHECKING:
    from claimx.cli.checked_articles import Analysis

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--published",
        type=unicode_text,
        metavar="DATE",
        help="Publication date of every input, such as 2025-03-14, or with its hour, "
        "2025-03-14T16:00Z; relative dates count from it.",
    ),
    reading_options,
    click.option(
        "--date-order",
        type=click.Choice(["MDY", "DMY"], case_sensitive=False),
        help="Order of month and day in dates such as 3/4/25.",
    ),
    listing_options,
    click.option(
        "--stdin-filename",
        type=unicode_text,
        metavar="NAME",
        help="Read standard input as if it were this file, as editors do.",
    ),
    click.option(
        "--model",
        type=unicode_text,
        metavar="NAME",
        help="Another spaCy pipeline than the bundled claimx_en: its name or path.",
    ),
)

jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    metavar="N",
    help="Articles to analyse at a time, each in a process of its own; 0 is one a core.",
)


def analysis_options(command: _Command) -> _Command:
    """Add the options of this file to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def make_analysis(given: dict[str, Any], announce: Callable[[str], None]) -> Analysis:
    """What the options of a call ask for.

    Raises:
        WrongCall: If the date of publication cannot be read.
    """
    from claimx.cli.checked_articles import Analysis
    from claimx.cli.listing import PassedOver, make_rules
    from claimx.reading import GivenMetadata, ReadingOptions, parse_published

    published = given["published"]
    try:
        day = None if published is None else parse_published(published)
    except ValueError as error:
        raise WrongCall(f"--published: {error}") from error
    passed = PassedOver()
    output = given.get("output")
    target = None if output in (None, "-") else Path(output)
    return Analysis(
        given=GivenMetadata(published=day),
        reading=ReadingOptions(
            text_key=given["text_key"],
            date_key=given["date_key"],
            reader=given["reader"],
            include=given["include"],
        ),
        rules=make_rules(target, announce, follow_links=given["follow_links"], passed=passed),
        model=given["model"],
        date_order=given["date_order"],
        stdin_name=given["stdin_filename"],
        passed=passed,
        jobs=given.get("jobs", 1),
    )


def inputs_of(paths: tuple[str, ...], stdin_filename: str | None) -> tuple[str, ...]:
    """The inputs of a call; standard input where none is named and something is piped in.

    Raises:
        WrongCall: If there is nothing to read.
    """
    if paths:
        return paths
    if stdin_filename is None and (sys.stdin is None or is_terminal(sys.stdin)):
        raise WrongCall("nothing to read: name a file or a folder, or pipe an article in")
    return ("-",)
