"""The fitted encoder and labeller as int8 graphs, and the weights of the heads as arrays."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray

from claimx.pipeline.onnx_runtime import import_onnxruntime
from claimx_training.encoder.examples import Labels
from claimx_training.encoder.network import Sizes
from claimx_training.encoder.onnx_graph import make_encoder_graph, make_labeller_graph

Floats = NDArray[np.float32]
LABELLER_HEADS, LABELLER_LAYERS, LABELLER_EPSILON = 4, 2, 1e-5


@dataclass(slots=True)
class FittedModel:
    """All weights of a joint fit by name, and the labels they stand for."""

    weights: dict[str, Floats]
    labels: Labels

    @classmethod
    def read(cls, checkpoint: Path) -> FittedModel:
        """The model of a checkpoint."""
        state = torch.load(checkpoint, map_location="cpu")
        weights = {name: value.float().numpy() for name, value in state["model"].items()}
        return cls(weights, Labels(**state["labels"]))

    def below(self, prefix: str) -> dict[str, Floats]:
        """The weights whose names begin with ``prefix``, without it."""
        return {n[len(prefix) :]: v for n, v in self.weights.items() if n.startswith(prefix)}


def export_encoder(model: FittedModel, quantised: bool = True) -> bytes:
    """The encoder's graph, with int8 or with float weights."""
    sizes = Sizes()
    graph = make_encoder_graph(model.below("encoder."), sizes.layers, sizes.heads, sizes.epsilon)
    return quantise(graph) if quantised else graph.SerializeToString()


def export_labeller(model: FittedModel, quantised: bool = True) -> tuple[dict[str, Any], bytes]:
    """The weights and the graph of the component that finds attributions."""
    labeller = model.below("attributions.labeller.")
    graph = make_labeller_graph(labeller, LABELLER_LAYERS, LABELLER_HEADS, LABELLER_EPSILON)
    weights = {
        "cues.weight": model.weights["attributions.cues.weight"],
        "cues.bias": model.weights["attributions.cues.bias"],
        "token.weight": labeller["token.weight"],
        "token.bias": labeller["token.bias"],
        "cue.weight": labeller["cue.weight"],
        "cue.bias": labeller["cue.bias"],
        "transitions": model.weights["attributions.argument_chain.scores"],
    }
    return weights, quantise(graph) if quantised else graph.SerializeToString()


def quantise(graph: onnx.ModelProto) -> bytes:
    """The graph with int8 weights, one scale a column, and activations scaled as they come.

    Weights use seven bits: with eight, processors without VNNI overflow and compute other numbers.
    """
    # Its telemetry goes off with the import, so that this goes first.
    import_onnxruntime()
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "float.onnx", Path(folder) / "int8.onnx"
        onnx.save(graph, str(source))
        quantize_dynamic(
            source,
            target,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        return target.read_bytes()
