"""The standard streams, any of which the caller may have closed."""

from __future__ import annotations

import errno
import sys
from typing import BinaryIO, TextIO

from claimx.cli.exit_codes import WrongCall


def standard_input() -> BinaryIO:
    """The bytes of standard input.

    Raises:
        WrongCall: If it is closed.
    """
    if sys.stdin is None:
        raise WrongCall("standard input is closed: name a file or a folder, or pipe an article in")
    return sys.stdin.buffer


def standard_output() -> TextIO:
    """Standard output.

    Raises:
        WrongCall: If it is closed.
    """
    if sys.stdout is None:
        raise WrongCall("standard output is closed: send it to a file or a pipe, or give -o FILE")
    return sys.stdout


def is_about_writing(error: OSError) -> bool:
    """Whether an error may have come from writing to an open stream or from making a file."""
    is_lost = error.errno in (errno.ENOENT, errno.EACCES, errno.EPERM)
    return error.filename is not None or not is_lost


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is open and a terminal."""
    return stream is not None and stream.isatty()
