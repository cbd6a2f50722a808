"""The bundled pipeline, loaded once for all who ask."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_loading = Lock()


def bundled_pipeline() -> Language:
    """The bundled pipeline with the components of claimx; later calls give the same.

    Of threads that come together, the first loads it.
    """
    with _loading:
        return _load_once()


@lru_cache(maxsize=1)
def _load_once() -> Language:
    from claimx.docs import add_views
    from claimx.pipeline.load import load

    add_views()
    return load()
