"""The weights of a pipeline come back out of its graphs."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the recipe needs pip install '.[train]'")
pytest.importorskip("onnx", reason="the recipe needs pip install '.[train]'")


@pytest.mark.parametrize("quantised", [False, True])
def test_the_weights_of_a_graph_are_those_it_was_made_of(quantised: bool) -> None:
    from claimx_training.encoder.earlier import read_graph
    from claimx_training.encoder.export import quantise
    from claimx_training.encoder.network import Encoder, Sizes
    from claimx_training.encoder.onnx_graph import make_encoder_graph

    sizes = Sizes(vocabulary=50, positions=32, width=24, heads=2, inner=48, layers=2)
    torch.manual_seed(1)
    weights = {name: value.numpy() for name, value in Encoder(sizes).state_dict().items()}
    graph = make_encoder_graph(weights, sizes.layers, sizes.heads, sizes.epsilon)
    data = quantise(graph) if quantised else graph.SerializeToString()
    found = read_graph(data)
    assert found.keys() == weights.keys()
    for name, value in weights.items():
        # Seven bits, one scale a column.
        assert abs(found[name] - value).max() <= (0.02 * abs(value).max() if quantised else 0), name
