"""Signals that wait for the end of a line."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


@contextmanager
def finishing() -> Iterator[None]:
    """While something is written that should be whole: the first signal has its effect afterwards.

    A second one has it at once, since the reader of a full pipe may never come.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handlers = {number: signal.getsignal(number) for number in _SIGNALS}
    noted: list[tuple[int, FrameType | None]] = []

    def restore() -> None:
        for number, handler in handlers.items():
            signal.signal(number, handler)

    def note(number: int, frame: FrameType | None) -> None:
        noted.append((number, frame))
        restore()

    for number, handler in handlers.items():
        if callable(handler):
            signal.signal(number, note)
    try:
        yield
    finally:
        restore()
    for number, frame in noted:
        handler = handlers[number]
        if callable(handler):
            handler(number, frame)
