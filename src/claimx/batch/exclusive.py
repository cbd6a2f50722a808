"""One thread at a time in a pipeline, and its memory given back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from spacy.language import Language

_locks: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
_guard = Lock()


@contextmanager
def use_alone(nlp: Language) -> Iterator[None]:
    """A memory zone of ``nlp`` in which no other thread has one.

    What a zone adds to the vocabulary is freed when it ends, also under the hands of another
    thread that analyses a text meanwhile; so the others wait. A pipeline of its own for each thread
    would need 200 MB a thread, and Python's own lock leaves little to gain by it.
    """
    with _lock_of(nlp), nlp.memory_zone():
        yield


def _lock_of(nlp: Language) -> Any:
    with _guard:
        # A component may call claimx again in the same thread.
        return _locks.setdefault(nlp, RLock())


def _forget_locks() -> None:
    """A thread that held a lock does not live on in a forked process."""
    global _guard
    _guard = Lock()
    _locks.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_locks)
