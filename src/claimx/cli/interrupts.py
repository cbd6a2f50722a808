"""Signals: they end the program through an exception, and wait for the end of a line."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from claimx.cli.exit_codes import HUNG_UP, INTERRUPTED, TERMINATED

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_SIGNALS = {
    getattr(signal, name): code
    for name, code in (("SIGINT", INTERRUPTED), ("SIGTERM", TERMINATED), ("SIGHUP", HUNG_UP))
    if hasattr(signal, name)
}
# How long a signal that was lost waits before it is sent again, in seconds.
_MOMENT = 0.01


class Stopped(BaseException):
    """A signal asks the program to end; what it holds open is closed on the way.

    It is no ``KeyboardInterrupt``, which click turns into an error of its own.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        self.exit_code = _SIGNALS[number]


class Interrupted(Stopped):
    """The user pressed Ctrl-C."""


@contextmanager
def stopping_by_signals() -> Iterator[None]:
    """Turn signals that end a process into an exception, so that no temporary file stays.

    Raises:
        Stopped: Where a signal came. A signal that the caller ignores (``nohup``) or handles stays
            as it is.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    defaults = (signal.SIG_DFL, signal.default_int_handler)
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    before = {number: handler for number, handler in before.items() if handler in defaults}
    try:
        with _sending_what_is_lost():
            for number in before:
                signal.signal(number, _stop)
            yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    if number == signal.SIGINT:
        raise Interrupted(number)
    # A second one must not cut off the clean-up after the first.
    signal.signal(number, signal.SIG_IGN)
    raise Stopped(number)


@contextmanager
def _sending_what_is_lost() -> Iterator[None]:
    """Python drops an exception in a finalizer or in the callback of a weak reference: a signal
    that comes there is sent again a moment later."""
    report = sys.unraisablehook
    main = threading.main_thread().ident
    assert main is not None

    def send(number: int) -> None:
        if hasattr(signal, "pthread_kill"):
            signal.pthread_kill(main, number)
        else:
            signal.raise_signal(number)

    def send_again(lost: UnraisableHookArgs) -> None:
        if not isinstance(lost.exc_value, Stopped):
            report(lost)
            return
        number = lost.exc_value.number
        signal.signal(number, _stop)
        later = threading.Timer(_MOMENT, send, [number])
        later.daemon = True
        later.start()

    sys.unraisablehook = send_again
    try:
        yield
    finally:
        sys.unraisablehook = report


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
