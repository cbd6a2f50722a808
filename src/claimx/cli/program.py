"""How the program ends when its reader goes away, or the user or the system stops it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import click

from claimx.cli.exit_codes import ALL_DONE, INTERRUPTED, WRONG_CALL
from claimx.cli.interrupts import Stopped, stopping_by_signals
from claimx.cli.streams import is_about_writing
from claimx.cli.terminal import escape, harmless_messages


class Program(click.Group):
    """A group whose commands end quietly, with a code of the table in ``exit_codes``.

    A closed pipe (``claimx extract … | head``) is success, since the reader has what it wanted.
    An interrupt gives exit code 130, a termination 143, an output that cannot be written 2;
    none shows a traceback. A fault of claimx itself shows one and gives 2, since the 1 of Python
    would read as a gate that tripped.
    """

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            with stopping_by_signals():
                return super().main(*args, **kwargs)
        except Stopped as stopped:
            sys.exit(stopped.exit_code)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with _ending_quietly(), harmless_messages():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with _ending_quietly(), harmless_messages():
            return super().invoke(ctx)


@contextmanager
def _ending_quietly() -> Iterator[None]:
    try:
        yield
    except (click.exceptions.Exit, click.Abort, click.ClickException):
        raise
    except BrokenPipeError:
        _give_up_standard_output()
        sys.exit(ALL_DONE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        _give_up_standard_output()
        click.echo(f"claimx: {escape(_describe(error))}", err=True)
        sys.exit(WRONG_CALL)
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("claimx: this is a fault of claimx: please report the lines above", err=True)
        sys.exit(WRONG_CALL)


def _describe(error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    if is_about_writing(error) and error.filename is None:
        return f"the output cannot be written ({reason}): see where it goes"
    if error.filename is None:
        return f"the current folder cannot be used ({reason}): go to another"
    return f"{os.fsdecode(error.filename)}: {reason}"


def _give_up_standard_output() -> None:
    """Let what is still buffered go nowhere, or the interpreter complains when it exits."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
