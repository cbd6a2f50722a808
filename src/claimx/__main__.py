"""The program ``claimx``, also as ``python -m claimx``."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress

INTERRUPTED = 130
LOST_OUTPUT = 2


def main() -> None:
    """Run the program; an interrupt while Python still imports it ends it quietly, too."""
    try:
        _fill_closed_descriptors()
        from claimx.cli import main as program

        program()
    except KeyboardInterrupt:
        _end(INTERRUPTED)
    except SystemExit as end:
        if end.code is not None and not isinstance(end.code, int):
            raise
        _end(end.code or 0)


def _fill_closed_descriptors() -> None:
    """Put the null device in the place of standard streams that are closed.

    A file that is opened later would else take the place, and get what is meant for the stream.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _end(code: int) -> None:
    """End now. To free a pipeline object by object takes a sixth of the time of a short run, in
    which a terminal shows the answer and gives no prompt.

    A profiler or debugger that watches the program gets the ordinary end.
    """
    if _is_watched():
        sys.exit(code)
    # What others have registered, such as a pipeline that brings code of its own.
    atexit._run_exitfuncs()
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        pass
    except (OSError, ValueError):
        code = code or LOST_OUTPUT
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.flush()
    os._exit(code)


def _is_watched() -> bool:
    if sys.gettrace() is not None or sys.getprofile() is not None:
        return True
    monitoring = getattr(sys, "monitoring", None)  # Python 3.12
    return monitoring is not None and any(monitoring.get_tool(number) for number in range(6))


if __name__ == "__main__":
    main()
