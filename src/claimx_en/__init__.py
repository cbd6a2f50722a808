"""The bundled English spaCy pipeline of claimx: data, and where it lies.

What it was fitted on and how well it does stands in ``MODEL_CARD.md`` beside this file. The
weights are under CC BY-SA 4.0 (``LICENSE``, ``ATTRIBUTION.md``).
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["__version__", "pipeline_path"]

__version__ = "0.3.1"


def pipeline_path() -> Path:
    """The folder of the pipeline, as ``spacy.load`` takes it."""
    return Path(__file__).resolve().parent / "pipeline"
