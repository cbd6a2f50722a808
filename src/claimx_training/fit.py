"""Stage ``fit``: one part of the pipeline with ``spacy train``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from spacy.cli.train import train

from claimx_training import tokenizer  # noqa: F401  (registers the callback of the configs)
from claimx_training.workspace import Workspace


@contextmanager
def open_config(part: str) -> Iterator[Path]:
    """The committed config file of a part, as a path."""
    with as_file(files("claimx_training").joinpath("configs", f"{part}.cfg")) as path:
        yield path


def fit_part(workspace: Workspace, part: str, gpu: int = -1, max_steps: int | None = None) -> Path:
    """Fit a part on its prepared corpus; the path of the best model by the tuning documents.

    ``max_steps`` overrides the config's, for trials. Raises ``FileNotFoundError`` where the
    corpus has not been prepared.
    """
    overrides: dict[str, object] = {}
    for name, split in (("paths.train", "train"), ("paths.dev", "tune")):
        path = workspace.corpus(part, split)
        if not path.exists():
            raise FileNotFoundError(f"{path} is missing: run the stage prepare first")
        overrides[name] = str(path)
    if max_steps is not None:
        overrides["training.max_steps"] = max_steps
    output = workspace.fitted(part)
    output.mkdir(parents=True, exist_ok=True)
    with open_config(part) as config:
        train(config, output, use_gpu=gpu, overrides=overrides)
    return output / "model-best"
