"""``claimx completion``"""

from __future__ import annotations

import click

from claimx.cli.exit_codes import EXIT_CODES_HELP


@click.command(epilog=EXIT_CODES_HELP)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands in SHELL.

    \b
    bash:  claimx completion bash >> ~/.bashrc
    zsh:   claimx completion zsh >> ~/.zshrc
    fish:  claimx completion fish > ~/.config/fish/completions/claimx.fish
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    # Not `source`, which asks the version of a shell that need not be installed here.
    script = found(ctx.find_root().command, {}, "claimx", "_CLAIMX_COMPLETE")
    click.echo(script.source_template % script.source_vars())
