"""``claimx help``"""

from __future__ import annotations

import sys

import click

from claimx.cli.exit_codes import EXIT_CODES_HELP
from claimx.cli.parameters import Nearest
from claimx.manual import TOPICS


@click.command(name="help", epilog=EXIT_CODES_HELP)
@click.argument("topic", required=False, type=Nearest(TOPICS))
@click.pass_context
def show_page(ctx: click.Context, topic: str | None) -> None:
    """Show the manual page of TOPIC, or list the topics."""
    from rich.console import Console
    from rich.markdown import Markdown

    from claimx.cli.output import open_output
    from claimx.manual import read_page

    with open_output(None, always_utf8=False) as stream:
        if topic is None:
            width = max(map(len, TOPICS))
            stream.writelines(f"{name:{width}}  {what}\n" for name, what in TOPICS.items())
            return
        page = read_page(topic)
        if not sys.stdout.isatty():
            stream.write(page)
            return
        Console(file=stream).print(Markdown(page))
