"""How the program ends when its reader goes away or the user interrupts it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import click

from claimx.cli.exit_codes import ALL_RIGHT, INTERRUPTED, WRONG_CALL


class Program(click.Group):
    """A group whose commands end quietly.

    A closed pipe (``claimx extract … | head``) is success, since the reader has what it wanted.
    An interrupt gives exit code 130, an output that cannot be written 2. None shows a traceback.
    """

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with _ending_quietly():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with _ending_quietly():
            return super().invoke(ctx)


@contextmanager
def _ending_quietly() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _give_up_standard_output()
        sys.exit(ALL_RIGHT)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        _give_up_standard_output()
        reason = error.strerror or str(error)
        print(
            f"claimx: the output cannot be written ({reason}): see where it goes", file=sys.stderr
        )
        sys.exit(WRONG_CALL)


def _give_up_standard_output() -> None:
    """Let what is still buffered go nowhere, or the interpreter complains when it exits."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
