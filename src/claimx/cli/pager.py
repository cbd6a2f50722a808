"""Long output on a terminal, shown in the user's pager as git shows it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from claimx.cli.interrupts import Interrupted
from claimx.cli.streams import is_terminal
from claimx.cli.terminal import TerminalWriter

if TYPE_CHECKING:
    import subprocess

_F = TypeVar("_F", bound=Callable[..., Any])

# What less is told unless LESS is set: end at once where all fits on the screen, let colours
# through, leave the text on the screen. Those of git.
_LESS = "FRX"

pager_option: Callable[[_F], _F] = click.option(
    "--pager/--no-pager",
    default=True,
    help="On a terminal, show tables, highlighted articles and manual pages in $PAGER (less where "
    "it is not set).",
)


@contextmanager
def open_screen(*, paged: bool) -> Iterator[TextIO]:
    """Standard output in the encoding of the locale, through the pager where there is one.

    Without a terminal, with ``PAGER`` empty or ``cat``, or where its program is not installed, the
    text goes straight to standard output. While the pager has the screen, messages on standard
    error wait; the command ends when the reader has left the pager.

    Args:
        paged: Whether the caller wants the pager.
    """
    from claimx.cli.output import open_output

    command = _find_pager() if paged and is_terminal(sys.stdout) else None
    if command is None:
        with open_output(None, always_utf8=False) as stream:
            yield stream
        return
    pager = _Pager(command)
    try:
        stream = TerminalWriter(pager, sys.stdout.encoding or "utf-8")  # type: ignore[arg-type]
        yield stream
        stream.flush()
    except (Exception, Interrupted, GeneratorExit):
        pager.wait()
        raise
    except BaseException:
        # A signal ends the program: what it started ends with it.
        pager.stop()
        raise
    pager.wait()


def _find_pager() -> str | None:
    """The command line of the pager; None where the output is to go straight to the terminal."""
    import shlex
    import shutil

    wanted = os.environ.get("PAGER", "less").strip()
    if wanted in ("", "cat") or os.environ.get("TERM") in (None, "dumb"):
        return None
    try:
        program, *_ = shlex.split(wanted)
    except ValueError:
        return None
    return None if shutil.which(program) is None else wanted


class _Pager(io.BufferedIOBase):
    """What is written goes to the pager, which starts with the first byte."""

    def __init__(self, command: str) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: TextIO | None = None

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        pipe = self._start().stdin
        assert pipe is not None
        written = pipe.write(data)
        pipe.flush()
        return written

    def wait(self) -> None:
        """Give the screen to the reader until the pager ends."""
        if self._process is None:
            return
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()
        while self._process.poll() is None:
            # An interrupt is for the pager, which goes on.
            with suppress(Interrupted):
                self._process.wait()
        self._release_messages()

    def stop(self) -> None:
        """End the pager."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._release_messages()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            import subprocess

            if is_terminal(sys.stderr):
                self._errors, sys.stderr = sys.stderr, io.StringIO()
            self._process = subprocess.Popen(
                self._command,
                shell=True,  # as git, since PAGER may hold options and pipes
                stdin=subprocess.PIPE,
                env={"LESS": _LESS, "LV": "-c", **os.environ},
            )
        return self._process

    def _release_messages(self) -> None:
        held = sys.stderr
        if self._errors is not None and isinstance(held, io.StringIO):
            sys.stderr, self._errors = self._errors, None
            with suppress(OSError):
                sys.stderr.write(held.getvalue())
                sys.stderr.flush()
