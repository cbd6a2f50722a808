"""The program ``claimx``, also as ``python -m claimx``."""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the program; an interrupt while Python still imports it ends it quietly, too."""
    try:
        _fill_closed_descriptors()
        from claimx.cli import main as program

        program()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _fill_closed_descriptors() -> None:
    """Put the null device in the place of standard streams that are closed.

    A file that is opened later would else take the place, and get what is meant for the stream.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


if __name__ == "__main__":
    main()
