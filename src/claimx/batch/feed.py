"""Takes units from where they come, as they come, while the pool does something else."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from claimx.batch.units import Unit


@dataclass(frozen=True, slots=True)
class _End:
    """There are no more units; what was raised instead of one."""

    error: BaseException | None = None


class Feed:
    """Units of an iterable, read ahead by a thread of its own, never more than ``ahead``.

    Attributes:
        is_over: Whether all units have been taken.
    """

    def __init__(self, units: Iterable[Unit], *, ahead: int) -> None:
        self._units = units
        self._waiting: deque[Unit | _End] = deque()
        self._room = threading.Semaphore(ahead)
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._writer, False)
        os.set_blocking(self._reader, False)
        self._is_closed = False
        self.is_over = False
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def fileno(self) -> int:
        """Becomes readable when there is something to take."""
        return self._reader

    def take(self) -> Unit | None:
        """The next unit; None where there is none yet, or none any more.

        Raises:
            Exception: What the iterable raised, in its place among the units.
        """
        with suppress(BlockingIOError):
            os.read(self._reader, 4096)
        if not self._waiting:
            return None
        item = self._waiting.popleft()
        if isinstance(item, _End):
            self.is_over = True
            if item.error is not None:
                raise item.error
            return None
        self._room.release()
        return item

    def close(self) -> None:
        """Take no more from the iterable."""
        self._is_closed = True
        self._room.release()
        # A thread that waits for standard input cannot be woken; it ends with the process.
        self._thread.join(timeout=0.1)
        if not self._thread.is_alive():
            os.close(self._reader)
            os.close(self._writer)

    def _read(self) -> None:
        error: BaseException | None = None
        try:
            for unit in self._units:
                self._room.acquire()
                if self._is_closed:
                    return
                self._put(unit)
        except BaseException as raised:
            error = raised
        self._put(_End(error))

    def _put(self, item: Unit | _End) -> None:
        self._waiting.append(item)
        # A full pipe says already that there is something.
        with suppress(BlockingIOError, OSError):
            os.write(self._writer, b".")
