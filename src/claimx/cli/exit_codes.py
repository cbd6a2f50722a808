"""What the exit codes mean: one table, for every command, its help and the README."""

from __future__ import annotations

import textwrap

import click

ALL_DONE = 0
GATE_TRIPPED = 1
WRONG_CALL = 2
INPUT_FAILED = 3
HUNG_UP = 129
INTERRUPTED = 130
TERMINATED = 143

# Where several hold, the highest is returned: a finding in one article does not hide that
# another could not be read.
EXIT_CODES: dict[int, str] = {
    ALL_DONE: "all done, nothing to report",
    GATE_TRIPPED: "a gate that you asked for tripped: a finding, a difference",
    WRONG_CALL: "the call, the configuration or the pipeline is wrong, "
    "the output cannot be written, or claimx itself failed",
    INPUT_FAILED: "some inputs failed (all others were processed)",
    HUNG_UP: "the terminal was closed",
    INTERRUPTED: "interrupted",
    TERMINATED: "terminated",
}


def _format_help() -> str:
    # \b keeps click from joining the lines, which it indents by two.
    lines = ["\b", "Exit codes (the highest, where several hold):"]
    for code, meaning in EXIT_CODES.items():
        lines += textwrap.wrap(
            meaning, 76, initial_indent=f"  {code:<3}  ", subsequent_indent=" " * 7
        )
    return "\n".join(lines)


EXIT_CODES_HELP = _format_help()


class WrongCall(click.ClickException):
    """The call cannot be carried out; the message is one sentence."""

    exit_code = WRONG_CALL

    def show(self, file: object = None) -> None:
        """Print the sentence on standard error, after the name of the program."""
        click.echo(f"claimx: {self.format_message()}", err=True)
