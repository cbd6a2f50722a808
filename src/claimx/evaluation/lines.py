"""The lines of a file of records, read one by one."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from claimx.evaluation.standards import GoldError

# A record with its text has a few megabytes at most.
LONGEST_LINE = 64_000_000


def read_lines(path: Path) -> Iterator[str]:
    """The lines of ``path`` in UTF-8, without their ends; of the file no more than one is held.

    Raises:
        GoldError: If it cannot be read, is a device, or has a line that no record has.
    """
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise GoldError(f"{path} is no file: give records of claimx")
        with path.open("rb") as file:
            number = 0
            while line := file.readline(LONGEST_LINE + 1):
                number += 1
                if len(line) > LONGEST_LINE:
                    raise GoldError(f"{path}:{number} is longer than a record may be")
                yield line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except (OSError, ValueError) as error:
        if isinstance(error, GoldError):
            raise
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise GoldError(f"{path} cannot be read ({reason}): give records of claimx") from error
