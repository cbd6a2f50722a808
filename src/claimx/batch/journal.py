"""An output file that survives whatever ends the run: lines are added, none is lost.

Records go to ``FILE.partial``, each on the disk's side of this process before the next is made.
When all are there it becomes ``FILE``. What a killed run leaves is taken up by the next one: a line
whose input is still the same is kept, and only the others are made.
"""

from __future__ import annotations

import os
from array import array
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from claimx.batch.old_lines import OldLine, OldLines
from claimx.batch.outcomes import Outcome

_COPIED_AT_ONCE = 1_048_576


def partial_path(target: Path) -> Path:
    """Where the output is until it is whole."""
    return target.with_name(target.name + ".partial")


class Journal:
    """Writes the lines of a run, and knows those of the run before.

    Args:
        target: The file that is to be.
        resume: Whether to go on with what lies there, whole or not. Otherwise it is begun anew.

    Attributes:
        kept: Lines of the run before that were not made again.
        written: Lines that were.

    Raises:
        OSError: If the file cannot be read or written.
    """

    def __init__(self, target: Path, *, resume: bool) -> None:
        self.target = target
        self.path = partial_path(target)
        self.kept = 0
        self.written = 0
        self._is_finished = False
        self._took_whole = resume and not self.path.exists() and target.is_file()
        if self._took_whole:
            # Until the end both are there: what is whole is not put at risk.
            _copy(target, self.path)
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        self._file: BinaryIO = os.fdopen(descriptor, "r+b", buffering=0)
        try:
            _lock(self._file)
        except OSError:
            self._file.close()
            raise
        if not resume:
            self._file.truncate(0)
        self._end = self._drop_half_line()
        self._old = OldLines(self.path, self._end)
        self._places: array[int] | None = None  # of the lines in input order, once it is not theirs
        self._cursor = 0  # of the old lines that are in their place so far

    def know(self, path: str) -> str | None:
        """The fingerprint of the old record of an input; to be asked once an input, in order."""
        return self._old.know(path)

    def add(self, outcome: Outcome) -> None:
        """Put the line of the next input in its place: the old one where it has none, or the same.

        The line is whole in the file or not there at all.
        """
        old = self._old.take(outcome.path)
        if old is not None and self._is_kept(old, outcome.line):
            self.kept += 1
            self._put(old.start, old.end)
            return
        assert outcome.line is not None
        data = outcome.line.encode("utf-8") + b"\n"
        start = self._end
        _write(self._file, start, data)
        self._end += len(data)
        self.written += 1
        self._put(start, self._end)

    @property
    def is_unfinished(self) -> bool:
        """Whether there are lines of a run that broke off."""
        return not self._is_finished and self._end > 0

    def finish(self) -> None:
        """Make the file what it is to be: the lines in input order, under its own name."""
        if self._places is not None or self._cursor != self._end:
            self._rearrange()
        mode = _mode_of(self.target)
        self.path.chmod(mode)
        self._file.close()
        self._old.close()
        self.path.replace(self.target)
        self._is_finished = True

    def close(self) -> None:
        """Leave what there is for a later run; nothing, where there is no line."""
        self._file.close()
        self._old.close()
        is_needless = not self._end or (self._took_whole and not self.written)
        if is_needless and not self._is_finished:
            self.path.unlink(missing_ok=True)

    def _is_kept(self, old: OldLine, line: str | None) -> bool:
        if line is None:
            return True
        data = line.encode("utf-8") + b"\n"
        if old.end - old.start != len(data):
            return False
        self._file.seek(old.start)
        return _read_all(self._file, len(data)) == data

    def _put(self, start: int, end: int) -> None:
        if self._places is None:
            if start == self._cursor:
                self._cursor = end
                return
            # From here on the file is not in order. What came before is one piece.
            self._places = array("Q", [0, self._cursor])
        self._places.extend((start, end))

    def _drop_half_line(self) -> int:
        """The size of the file without a last line that has no end."""
        end = self._file.seek(0, os.SEEK_END)
        place = end
        while place:
            start = max(0, place - _COPIED_AT_ONCE)
            self._file.seek(start)
            found = _read_all(self._file, place - start).rfind(b"\n")
            if found >= 0:
                place = start + found + 1
                break
            place = start
        self._file.truncate(place)
        return place

    def _rearrange(self) -> None:
        ordered = self.path.with_name(self.path.name + ".ordered")
        places = self._places or array("Q", [0, self._cursor])
        with ordered.open("wb") as file:
            for start, end in zip(places[::2], places[1::2], strict=True):
                self._file.seek(start)
                while start < end:
                    data = _read_all(self._file, min(_COPIED_AT_ONCE, end - start))
                    file.write(data)
                    start += len(data)
        ordered.replace(self.path)


def _write(file: BinaryIO, place: int, data: bytes) -> None:
    """All of ``data`` or nothing: what a full disk or an interrupt let through is taken back."""
    remaining = memoryview(data)
    try:
        file.seek(place)
        while remaining:
            remaining = remaining[file.write(remaining) :]
    except BaseException:
        with suppress(OSError):
            file.truncate(place)
        raise


def _read_all(file: BinaryIO, size: int) -> bytes:
    data = b""
    while len(data) < size and (more := file.read(size - len(data))):
        data += more
    return data


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as old, target.open("wb") as new:
        while data := old.read(_COPIED_AT_ONCE):
            new.write(data)


def _lock(file: BinaryIO) -> None:
    """Two runs into one file would spoil it.

    Raises:
        BlockingIOError: If another run writes to it.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        return
    fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _mode_of(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
