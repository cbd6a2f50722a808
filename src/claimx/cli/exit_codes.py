"""What the exit codes mean, for the program and for its help."""

from __future__ import annotations

import click

ALL_RIGHT = 0
INPUT_FAILED = 1
WRONG_CALL = 2
INTERRUPTED = 130

EXIT_CODES_HELP = """\b
Exit codes:
  0    all inputs were processed
  1    an input failed (the others were processed)
  2    the call itself is wrong: bad option, nothing to read,
       unknown pipeline, output that cannot be written
  130  interrupted
"""


class WrongCall(click.ClickException):
    """The call cannot be carried out; the message is one sentence."""

    exit_code = WRONG_CALL

    def show(self, file: object = None) -> None:
        """Print the sentence on standard error, after the name of the program."""
        click.echo(f"claimx: {self.format_message()}", err=True)
