"""``claimx help``"""

from __future__ import annotations

import sys

import click

from claimx.cli.exit_codes import EXIT_CODES_HELP
from claimx.cli.pager import open_screen, pager_option
from claimx.cli.parameters import Nearest
from claimx.cli.streams import is_terminal
from claimx.manual import TOPICS


@click.command(name="help", epilog=EXIT_CODES_HELP)
@click.argument("topic", required=False, type=Nearest(TOPICS))
@pager_option
def show_page(topic: str | None, pager: bool) -> None:
    """Show the manual page of TOPIC, or list the topics."""
    from rich.console import Console
    from rich.markdown import Markdown

    from claimx.manual import read_page

    with open_screen(paged=pager) as stream:
        if topic is None:
            width = max(map(len, TOPICS))
            stream.writelines(f"{name:{width}}  {what}\n" for name, what in TOPICS.items())
            return
        page = read_page(topic)
        if not is_terminal(sys.stdout):
            stream.write(page)
            return
        Console(file=stream).print(Markdown(page))
