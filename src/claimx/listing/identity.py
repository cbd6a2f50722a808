"""Tells one file from another, whatever name it goes by."""

from __future__ import annotations

import os
import stat
from typing import IO, Any, NamedTuple


class FileIdentity(NamedTuple):
    """Device and inode: the same for every name, link and descriptor of a file."""

    device: int
    inode: int


def identify_file(path: str | os.PathLike[str]) -> FileIdentity | None:
    """Which regular file is at ``path``; None where there is none, or it cannot be told."""
    try:
        return _identify(os.stat(path))  # noqa: PTH116 (a Path would drop a closing slash)
    except (OSError, ValueError):
        return None


def identify_stream(stream: IO[Any] | None) -> FileIdentity | None:
    """Which regular file a stream reads or writes; None for pipes, devices and closed streams."""
    if stream is None:
        return None
    try:
        return _identify(os.fstat(stream.fileno()))
    except (OSError, ValueError):
        return None


def _identify(status: os.stat_result) -> FileIdentity | None:
    # A system without inodes gives 0 for every file.
    if not stat.S_ISREG(status.st_mode) or not status.st_ino:
        return None
    return FileIdentity(status.st_dev, status.st_ino)
