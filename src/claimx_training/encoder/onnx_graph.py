"""The encoder and the argument labeller as ONNX graphs of onnxruntime's fused operators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[np.float32]
Weights = Mapping[str, Array]
_CONTRIB = "com.microsoft"
OPSET = 17
_INTEGERS = TensorProto.INT64
_FLOATS = TensorProto.FLOAT


class Graph:
    """Collects the nodes and constants of a graph; every method gives the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """A constant under its own name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator: str, inputs: Sequence[str], output: str, **options: Any) -> str:
        """A node with one output; contributed operators are written ``com.microsoft:Name``."""
        domain, _, name = operator.rpartition(":")
        self.nodes.append(
            helper.make_node(name, list(inputs), [output], name=output, domain=domain, **options)
        )
        return output

    def model(
        self,
        inputs: Mapping[str, tuple[int, Sequence[str | int]]],
        output: str,
        shape: Sequence[str | int | None],
    ) -> onnx.ModelProto:
        """The checked model; ``inputs`` maps names to element types and shapes."""
        graph = helper.make_graph(
            self.nodes,
            "claimx",
            [helper.make_tensor_value_info(n, t, s) for n, (t, s) in inputs.items()],
            [helper.make_tensor_value_info(output, _FLOATS, shape)],
            self.constants,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(_CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def add_layer(
    graph: Graph, x: str, mask: str, weights: Weights, prefix: str, heads: int, epsilon: float
) -> str:
    """A transformer layer with the weights ``prefix…``; ``x`` is (batch, length, width)."""

    def part(name: str) -> Array:
        return weights[f"{prefix}{name}"]

    joined = np.concatenate([part(f"{n}.weight") for n in ("query", "key", "value")])
    bias = np.concatenate([part(f"{n}.bias") for n in ("query", "key", "value")])
    names = [f"{prefix}{n}" for n in ("query", "key", "value")]
    projected = graph.add(
        "MatMul", [x, graph.constant(f"{prefix}qkv.weight", joined.T)], f"{prefix}qkv"
    )
    graph.nodes.append(helper.make_node("Split", [projected], names, name=f"{prefix}split", axis=2))
    mixed = graph.add(
        f"{_CONTRIB}:MultiHeadAttention",
        [*names, graph.constant(f"{prefix}qkv.bias", bias), mask],
        f"{prefix}mixed",
        num_heads=heads,
    )
    x = _add_norm(graph, x, mixed, weights, f"{prefix}output", f"{prefix}attention_norm", epsilon)
    inner = graph.add(
        "MatMul",
        [x, graph.constant(f"{prefix}inner.weight", part("inner.weight").T)],
        f"{prefix}inner",
    )
    inner = graph.add(
        f"{_CONTRIB}:BiasGelu",
        [inner, graph.constant(f"{prefix}inner.bias", part("inner.bias"))],
        f"{prefix}gelu",
    )
    return _add_norm(graph, x, inner, weights, f"{prefix}outer", f"{prefix}norm", epsilon)


def _add_norm(
    graph: Graph, skip: str, x: str, weights: Weights, linear: str, norm: str, epsilon: float
) -> str:
    """``norm(skip + linear(x))``."""
    product = graph.add(
        "MatMul", [x, graph.constant(f"{linear}.weight", weights[f"{linear}.weight"].T)], linear
    )
    return graph.add(
        f"{_CONTRIB}:SkipLayerNormalization",
        [
            product,
            skip,
            graph.constant(f"{norm}.weight", weights[f"{norm}.weight"]),
            graph.constant(f"{norm}.bias", weights[f"{norm}.bias"]),
            graph.constant(f"{linear}.bias", weights[f"{linear}.bias"]),
        ],
        norm,
        epsilon=epsilon,
    )


def _add_layers(
    graph: Graph, embedded: str, weights: Weights, layers: int, heads: int, epsilon: float
) -> str:
    """The norm of the embeddings and the layers after it; the mask is the input ``mask``."""
    x = graph.add(
        "LayerNormalization",
        [
            embedded,
            graph.constant("norm.weight", weights["norm.weight"]),
            graph.constant("norm.bias", weights["norm.bias"]),
        ],
        "embedded",
        axis=-1,
        epsilon=epsilon,
    )
    mask = graph.add("Cast", ["mask"], "mask.int32", to=TensorProto.INT32)
    for layer in range(layers):
        x = add_layer(graph, x, mask, weights, f"layers.{layer}.", heads, epsilon)
    return x


def make_encoder_graph(
    weights: Weights, layers: int, heads: int, epsilon: float
) -> onnx.ModelProto:
    """The encoder: ``ids``, ``cases``, ``quotes`` and ``mask`` to ``vectors``.

    The inputs are ``(batch, length)`` integers, the output is ``(batch, length, width)``.
    """
    graph = Graph()
    summands = [
        graph.add("Gather", [graph.constant(f"{n}.weight", weights[f"{n}.weight"]), i], f"{n}.rows")
        for n, i in (("words", "ids"), ("cases", "cases"), ("quotes", "quotes"))
    ]
    shape = graph.add("Shape", ["ids"], "length", start=1, end=2)
    positions = graph.add(
        "Slice",
        [
            graph.constant("positions.weight", weights["positions.weight"]),
            graph.constant("zero", np.zeros(1, dtype=np.int64)),
            shape,
        ],
        "positions.rows",
    )
    total = summands[0]
    for number, summand in enumerate([*summands[1:], positions]):
        total = graph.add("Add", [total, summand], f"sum.{number}")
    x = _add_layers(graph, total, weights, layers, heads, epsilon)
    graph.add("Identity", [x], "vectors")
    inputs = dict.fromkeys(("ids", "cases", "quotes", "mask"), (_INTEGERS, ("batch", "length")))
    width = int(weights["norm.bias"].shape[0])
    return graph.model(inputs, "vectors", ["batch", "length", width])


def make_labeller_graph(
    weights: Weights, layers: int, heads: int, epsilon: float
) -> onnx.ModelProto:
    """The argument labeller: projected ``tokens``, projected ``cues``, ``distances`` and ``mask``.

    ``tokens`` is ``(cues, length, hidden)``, ``cues`` ``(cues, hidden)``, the others are
    ``(cues, length)`` integers; the output ``scores`` is ``(cues, length, tags)``.
    """
    graph = Graph()
    axis = graph.constant("axis", np.ones(1, dtype=np.int64))
    cue = graph.add("Unsqueeze", ["cues", axis], "cue.rows")
    distance = graph.add(
        "Gather",
        [graph.constant("distances.weight", weights["distances.weight"]), "distances"],
        "distance.rows",
    )
    total = graph.add("Add", ["tokens", cue], "sum.0")
    total = graph.add("Add", [total, distance], "sum.1")
    x = _add_layers(graph, total, weights, layers, heads, epsilon)
    product = graph.add(
        "MatMul",
        [x, graph.constant("output.weight", weights["output.weight"].T)],
        "output",
    )
    graph.add("Add", [product, graph.constant("output.bias", weights["output.bias"])], "scores")
    hidden = int(weights["norm.bias"].shape[0])
    inputs: dict[str, tuple[int, Sequence[str | int]]] = {
        "tokens": (_FLOATS, ("cues", "length", hidden)),
        "cues": (_FLOATS, ("cues", hidden)),
        "distances": (_INTEGERS, ("cues", "length")),
        "mask": (_INTEGERS, ("cues", "length")),
    }
    tags = int(weights["output.bias"].shape[0])
    return graph.model(inputs, "scores", ["cues", "length", tags])
