"""Graphs that cannot be run are refused in one sentence."""

from __future__ import annotations

import copy
import pickle
import sys
from types import SimpleNamespace

import numpy as np
import pytest

from claimx.pipeline.onnx_model import OnnxError, OnnxModel


def run(model: OnnxModel) -> None:
    model.run({"x": np.zeros(1, dtype=np.float32)})


def test_no_weights() -> None:
    with pytest.raises(OnnxError, match="no weights"):
        run(OnnxModel())


def test_damaged_weights() -> None:
    with pytest.raises(OnnxError, match=r"damaged .* install the pipeline again"):
        run(OnnxModel(b"no graph at all"))


def test_onnxruntime_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(OnnxError, match="pip install onnxruntime"):
        run(OnnxModel(b"x"))


def test_onnxruntime_is_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORT_DISABLE_TELEMETRY", "1")
    monkeypatch.setitem(sys.modules, "onnxruntime", SimpleNamespace(__version__="1.9.0"))
    with pytest.raises(OnnxError, match=r"1\.9\.0 is too old: claimx needs 1\.20 or later"):
        run(OnnxModel(b"x"))


def test_onnxruntime_came_first_with_its_telemetry_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ORT_DISABLE_TELEMETRY", raising=False)
    monkeypatch.setitem(sys.modules, "onnxruntime", SimpleNamespace(__version__="1.9.0"))
    with (
        pytest.warns(RuntimeWarning, match=r"set ORT_DISABLE_TELEMETRY=1 before it"),
        pytest.raises(OnnxError, match="too old"),
    ):
        run(OnnxModel(b"x"))


def test_it_is_copied_and_pickled_as_its_bytes() -> None:
    model = OnnxModel(b"graph")
    assert copy.deepcopy(model).data == b"graph"
    assert pickle.loads(pickle.dumps(model)).data == b"graph"
