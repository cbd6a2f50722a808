"""Names of inputs that come on a stream: ``find … -print0 | claimx extract --files-from - -0``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

_READ_AT_ONCE = 65_536


def read_names(stream: BinaryIO, *, separator: bytes = b"\n") -> Iterator[str]:
    """The names on a stream, each as soon as it has come; empty ones are left out.

    Args:
        stream: Names in the encoding of the file system.
        separator: ``b"\\n"`` or ``b"\\0"``: only the second lets a name hold a line end.
    """
    rest = b""
    while data := _read_what_is_there(stream):
        *whole, rest = (rest + data).split(separator)
        yield from _decode(whole)
    yield from _decode([rest])


def _read_what_is_there(stream: BinaryIO) -> bytes:
    """Does not wait for more than the first byte."""
    read_once = getattr(stream, "read1", stream.read)
    return bytes(read_once(_READ_AT_ONCE))


def _decode(names: list[bytes]) -> Iterator[str]:
    yield from (os.fsdecode(name) for name in names if name)
