"""The weights of an earlier pipeline as the start of a fit.

The int8 weights are multiplied out, so that a fit goes on from what is shipped where no checkpoint
is left. Heads that the pipeline does not hold (syntax) begin from nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import spacy
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from claimx_training.encoder.network import JointModel

Floats = NDArray[np.float32]
_QUANTISED = "_quantized"


def load_pipeline(model: JointModel, labels: Sequence[str], folder: Path) -> None:
    """Set the weights of ``model`` that the pipeline in ``folder`` has.

    ``labels`` are those of the names; a label that the pipeline lacks begins from nothing.
    """
    nlp = spacy.load(folder)
    encoder: Any = nlp.get_pipe("tok2vec")
    roles: Any = nlp.get_pipe("attribution_roles")
    state = {f"encoder.{n}": v for n, v in read_graph(encoder.model.shims[0].graph.data).items()}
    labeller = read_graph(roles.graph.data)
    for name in ("token", "cue"):
        for part in ("weight", "bias"):
            labeller[f"{name}.{part}"] = roles.weights[f"{name}.{part}"]
    state |= {f"attributions.labeller.{n}": v for n, v in labeller.items()}
    state |= {f"attributions.cues.{p}": roles.weights[f"cues.{p}"] for p in ("weight", "bias")}
    # Impossible transitions are masked by the chain itself.
    state["attributions.argument_chain.scores"] = np.maximum(roles.weights["transitions"], -10)
    own = model.state_dict()
    names: Any = nlp.get_pipe("ner")
    for part, values in (("weight", names.weight), ("bias", names.bias)):
        rows = own[f"entities.{part}"].numpy().copy()
        rows[0] = values[0]
        for number, label in enumerate(labels):
            if label in names.labels:
                place = names.labels.index(label)
                rows[2 * number + 1 : 2 * number + 3] = values[2 * place + 1 : 2 * place + 3]
        state[f"entities.{part}"] = rows
    wrong = [n for n, v in state.items() if n not in own or own[n].shape != v.shape]
    if wrong:
        raise ValueError(f"{folder} is a pipeline of another form: {', '.join(sorted(wrong)[:3])}")
    model.load_state_dict(own | {n: _to_tensor(v) for n, v in state.items()})


def _to_tensor(values: Floats) -> Tensor:
    return torch.from_numpy(np.array(values, dtype=np.float32))


def read_graph(data: bytes) -> dict[str, Floats]:
    """The weights of a graph of `onnx_graph` by their names in the network, as floats."""
    arrays: dict[str, NDArray[Any]] = {
        item.name: numpy_helper.to_array(item)
        for item in onnx.load_model_from_string(data).graph.initializer
    }
    weights: dict[str, Floats] = {}
    for name, values in arrays.items():
        if name.endswith(_QUANTISED):
            name = name.removesuffix(_QUANTISED)
            zero = arrays[f"{name}_zero_point"].astype(np.float32)
            values = (values.astype(np.float32) - zero) * arrays[f"{name}_scale"]
        elif name.endswith(("_scale", "_zero_point")) or not name.endswith(("weight", "bias")):
            continue
        weights.update(_split_parts(name, values.astype(np.float32)))
    return weights


def _split_parts(name: str, values: Floats) -> dict[str, Floats]:
    """Undo what `onnx_graph` joins and transposes."""
    stem, _, part = name.rpartition(".")
    is_product = part == "weight" and stem.rpartition(".")[2] in ("qkv", "output", "inner", "outer")
    if is_product:
        values = values.T
    if stem.endswith("qkv"):
        names = (stem.removesuffix("qkv") + n for n in ("query", "key", "value"))
        return {f"{n}.{part}": v for n, v in zip(names, np.split(values, 3), strict=True)}
    return {name: values}
