"""The command line: `main` is the program, each command has a file of its own.

Nothing heavy is imported here or at the head of a command's file: ``claimx --help`` starts at
once.
"""

from __future__ import annotations

import click

from claimx.cli.check import check
from claimx.cli.completion import completion
from claimx.cli.config import config
from claimx.cli.diff import diff
from claimx.cli.evaluate import evaluate
from claimx.cli.exit_codes import EXIT_CODES_HELP
from claimx.cli.explain import explain
from claimx.cli.extract import extract
from claimx.cli.manual import show_page
from claimx.cli.merge import merge
from claimx.cli.program import Program
from claimx.cli.schema import schema
from claimx.cli.show import show
from claimx.cli.verify import verify
from claimx.cli.version import print_version

__all__ = ["main"]


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXIT_CODES_HELP,
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_version,
    help="Print the versions of claimx, of its pipeline and of spaCy.",
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Who said what, when: speakers, quotes, claims and dates from news articles."""
    if ctx.invoked_subcommand not in _WITHOUT_CONFIGURATION:
        from claimx.cli.configuration import read_configuration

        ctx.default_map = read_configuration(main).default_map()


# What must work whatever a file or a variable says.
_WITHOUT_CONFIGURATION = ("config", "completion", "help", "schema")


main.add_command(extract)
main.add_command(show)
main.add_command(check)
main.add_command(diff)
main.add_command(evaluate)
main.add_command(explain)
main.add_command(merge)
main.add_command(schema)
main.add_command(verify)
main.add_command(config)
main.add_command(completion)
main.add_command(show_page)
