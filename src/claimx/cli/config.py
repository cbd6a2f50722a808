"""``claimx config``"""

from __future__ import annotations

import click

from claimx.cli.exit_codes import EXIT_CODES_HELP


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("command", required=False)
@click.pass_context
def config(ctx: click.Context, command: str | None) -> None:
    """Print the options that hold, and where each comes from.

    They are those of COMMAND, or of all commands. The command line goes before variables
    CLAIMX_OPTION, these before claimx.toml or [tool.claimx] in pyproject.toml, the nearest one
    upward from here; CLAIMX_CONFIG names another file.
    """
    from claimx.cli.configuration import list_settings, read_configuration
    from claimx.cli.exit_codes import WrongCall
    from claimx.cli.output import open_output
    from claimx.render.plain_text import clean
    from claimx.render.words import did_you_mean

    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    if command is not None and command not in group.commands:
        raise WrongCall(
            f"there is no command {command}{did_you_mean(command, list(group.commands))}"
        )
    found = read_configuration(group)
    with open_output(None, always_utf8=False) as stream:
        stream.write(f"# file: {clean(str(found.file)) if found.file else 'none'}\n")
        for name, option, value, origin in list_settings(group, found):
            if command in (None, name):
                stream.write(f"{name}.{option} = {clean(value)}  # {clean(origin)}\n")
