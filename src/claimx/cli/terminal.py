"""What terminals and messages are spared: one place for all commands.

Texts, titles and names of files are other people's. Nothing of them may move the cursor, rename
the window, hide what stands there or turn the direction of what follows.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import click

# Colours and weights, which claimx itself sets, are the only sequences that pass.
_OBEYED = re.compile(r"\x1b\[[0-9;]*m|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def escape(text: str) -> str:
    """``text`` with what a terminal would obey written as in JSON (``\\u009b``).

    Inside a string of JSON that is the same string; line ends and tabs stay.
    """
    return _OBEYED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    return found if found.endswith("m") else f"\\u{ord(found):04x}"


class TerminalWriter(io.TextIOWrapper):
    """A text stream on a terminal, through which nothing goes that the terminal would obey."""

    def __init__(self, binary: BinaryIO, encoding: str) -> None:
        super().__init__(binary, encoding=encoding, errors="replace", newline="\n")

    def write(self, text: str, /) -> int:
        """Write ``text``, escaped; the number of code points that were given."""
        super().write(escape(text))
        return len(text)


@contextmanager
def harmless_messages() -> Iterator[None]:
    """Make the messages of wrong calls harmless, those of click among them.

    They repeat arguments and names of files as they were given.
    """
    try:
        yield
    except click.ClickException as error:
        message = escape(error.format_message())
        error.format_message = lambda: message  # type: ignore[method-assign]
        raise
