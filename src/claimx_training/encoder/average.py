"""The mean of several checkpoints of one fit (Izmailov et al. 2018, arXiv:1803.05407).

Where a fit was resumed, the ends of its runs lie in one basin, whose middle tends to generalise
better than its rim.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch


def average_checkpoints(paths: Sequence[Path], target: Path) -> None:
    """Write the last of ``paths`` with the mean of the weights of all to ``target``.

    Raises:
        ValueError: If ``paths`` are those of different fits, or empty.
    """
    states = [torch.load(path, map_location="cpu") for path in paths]
    if not states:
        raise ValueError("there is no checkpoint to average")
    last = states[-1]
    for path, state in zip(paths, states, strict=True):
        shapes = {name: weight.shape for name, weight in state["model"].items()}
        wanted = {name: weight.shape for name, weight in last["model"].items()}
        if state["labels"] != last["labels"] or shapes != wanted:
            raise ValueError(f"{path} is of another fit than {paths[-1]}")
    last["model"] = {
        name: torch.stack([state["model"][name].float() for state in states]).mean(dim=0)
        for name in last["model"]
    }
    torch.save(last, target)
