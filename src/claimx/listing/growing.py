"""Files that grow while they are read."""

from __future__ import annotations

import io
import os
import stat
from typing import BinaryIO, cast

_READ_AT_ONCE = 65_536


def read_no_further(file: BinaryIO) -> BinaryIO:
    """``file`` as it is now: what is appended from here on is not read.

    Without this, reading a file that the output of the call flows into would never end (``claimx
    extract . | tee claims.jsonl``). Pipes and devices are given back as they are.
    """
    status = os.fstat(file.fileno())
    # Files of /proc have no size, whatever they hold.
    if not stat.S_ISREG(status.st_mode) or not status.st_size:
        return file
    limited = _UpTo(cast("io.RawIOBase", file), max(0, status.st_size - file.tell()))
    return cast("BinaryIO", io.BufferedReader(limited, _READ_AT_ONCE))


class _UpTo(io.RawIOBase):
    """The next ``size`` bytes of a stream."""

    def __init__(self, stream: io.RawIOBase, size: int) -> None:
        super().__init__()
        self._stream = stream
        self._remaining = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` as far as there is something to read; 0 at the end."""
        data = self._stream.read(min(len(buffer), self._remaining))
        if not data:
            return 0
        buffer[: len(data)] = data
        self._remaining -= len(data)
        return len(data)
