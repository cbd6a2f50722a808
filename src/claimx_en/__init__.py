"""The bundled English spaCy pipeline of claimx: data, and where it lies.

What it was fitted on and how well it does stands in ``MODEL_CARD.md`` beside this file. The
weights are under CC BY-SA 4.0 (``LICENSE``, ``ATTRIBUTION.md``).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["__version__", "load", "pipeline_path"]

__version__ = "0.9.0"


def pipeline_path() -> Path:
    """The folder of the pipeline, as ``spacy.load`` takes it."""
    return Path(__file__).resolve().parent / "pipeline"


def load(**overrides: Any) -> Language:
    """The pipeline with the components of claimx, as ``spacy.load("claimx_en")`` gives it.

    Args:
        overrides: Those of ``spacy.load``: ``vocab``, ``disable``, ``enable``, ``exclude``,
            ``config``.
    """
    from spacy.util import load_model_from_path

    from claimx.docs import add_views
    from claimx.pipeline.load import add_claimx_components

    add_views()
    return add_claimx_components(load_model_from_path(pipeline_path(), **overrides))
