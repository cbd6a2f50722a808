"""Sorts the names of a folder, however many, in bounded memory."""

from __future__ import annotations

import heapq
import os
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO, NamedTuple

# About 50 MB of names.
LARGEST_RUN = 250_000
_READ_AT_ONCE = 65_536


class Name(NamedTuple):
    """A name in a folder, and a letter that tells what it is the name of."""

    name: str
    kind: str


def sort_names(names: Iterable[Name], *, largest_run: int = LARGEST_RUN) -> Iterator[Name]:
    """The same names, sorted by code points; at most ``largest_run`` of them are held.

    More than that are sorted in runs, each kept in a temporary file of its own, and merged.
    """
    remaining = iter(names)
    run = sorted(islice(remaining, largest_run))
    runs: list[Iterator[Name]] = []
    while len(run) == largest_run:
        following = sorted(islice(remaining, largest_run))
        if not following:
            break
        runs.append(_set_aside(run))
        run = following
    yield from heapq.merge(*runs, run)


def _set_aside(run: list[Name]) -> Iterator[Name]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 (closed once it has been read)
    file.writelines(item.kind.encode() + os.fsencode(item.name) + b"\0" for item in run)
    file.seek(0)
    return _read_back(file)


def _read_back(file: BinaryIO) -> Iterator[Name]:
    with file:
        rest = b""
        while data := file.read(_READ_AT_ONCE):
            *whole, rest = (rest + data).split(b"\0")
            for item in whole:
                yield Name(os.fsdecode(item[1:]), item[:1].decode())
