"""Options of the commands that give findings: which rules, in what form, where to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimx.cli.parameters import unicode_text
from claimx.cli.streams import is_terminal

if TYPE_CHECKING:
    from claimx.checks.formats import Outcome

_Command = TypeVar("_Command", bound=Callable[..., Any])
# As in `claimx.checks.formats`, which `claimx --help` need not import.
FORMAT_NAMES = ("text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit")

_RULE_OPTIONS = (
    click.option(
        "--select",
        multiple=True,
        type=unicode_text,
        metavar="RULES",
        help="Only these rules: codes, names, beginnings of codes (CX2) or ALL, with commas "
        "between.",
    ),
    click.option(
        "--ignore", multiple=True, type=unicode_text, metavar="RULES", help="Not these rules."
    ),
    click.option(
        "--fail-on",
        multiple=True,
        type=unicode_text,
        metavar="RULES",
        help="Only these count for the exit code; NONE reports and returns 0. By default all that "
        "are on.",
    ),
    click.option("--preview", is_flag=True, help="Also rules that are not yet precise enough."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="SHARE",
        help="Leave out findings that rest on a claim of less confidence (0 to 1).",
    ),
    click.option(
        "--baseline",
        type=click.Path(),
        metavar="FILE",
        help="Leave out the findings that FILE knows: only new ones are reported and fail.",
    ),
    click.option(
        "--write-baseline",
        type=click.Path(),
        metavar="FILE",
        help="Write all findings to FILE, to be known from now on.",
    ),
)
_FINDING_OPTIONS = (
    click.option(
        "-f",
        "--format",
        "format_name",
        type=click.Choice(FORMAT_NAMES),
        default="text",
        show_default=True,
        help="Form of the findings.",
    ),
    click.option(
        "-o",
        "--output",
        type=click.Path(),
        metavar="FILE",
        help="Write to FILE, which is replaced once all is done; - is standard output.",
    ),
)


def rule_options(command: _Command) -> _Command:
    """Options that say which rules are on and what of them counts."""
    return _add(command, _RULE_OPTIONS)


def finding_options(command: _Command) -> _Command:
    """Options that say in what form findings are written, and where to."""
    return _add(command, _FINDING_OPTIONS)


def _add(command: _Command, options: Sequence[Callable[[_Command], _Command]]) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command


def split(values: Sequence[str]) -> tuple[str, ...] | None:
    """Words of an option that may be given several times, with commas; None where it is not."""
    words = tuple(word.strip() for value in values for word in value.split(",") if word.strip())
    return words or None


@contextmanager
def open_findings(
    given: dict[str, Any], inputs: Sequence[str]
) -> Iterator[Callable[[Outcome], None]]:
    """A function that writes an outcome where the options say.

    Raises:
        WrongCall: If it cannot be written there.
    """
    from claimx.checks.formats import FORMATS_IN_LOCALE, load_findings_renderer
    from claimx.cli.output import check_output, open_output

    name = given["format_name"]
    target = None if given["output"] in (None, "-") else Path(given["output"])
    if target is not None:
        check_output(target, tuple(inputs))
    with open_output(target, always_utf8=name not in FORMATS_IN_LOCALE) as stream:
        color = target is None and is_terminal(sys.stdout)
        render = load_findings_renderer(name)
        yield lambda outcome: render(replace(outcome, color=color), stream)
