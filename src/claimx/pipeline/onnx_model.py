"""ONNX graphs that run inside spaCy pipelines: saved, copied and pickled as their bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from claimx.pipeline.onnx_runtime import import_onnxruntime

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MINIMUM_VERSION = (1, 20)


class OnnxError(ValueError):
    """A graph cannot be run; the message is one sentence that says why and what to do."""


class OnnxModel:
    """A graph with its weights, run on one thread of the CPU.

    The session is made at the first run, so that a pipeline is loaded, copied and sent to a worker
    process without one.

    Args:
        data: The serialised graph; empty for one that is set later.
    """

    def __init__(self, data: bytes = b"") -> None:
        self.data = data
        self._session: InferenceSession | None = None

    def run(self, inputs: Mapping[str, NDArray[Any]]) -> NDArray[np.float32]:
        """The graph's only output.

        Raises:
            OnnxError: If onnxruntime is absent or too old, or the graph is damaged.
        """
        if self._session is None:
            self._session = _make_session(self.data)
        return self._session.run(None, dict(inputs))[0]  # type: ignore[no-any-return]

    def check(self) -> None:
        """Raise `OnnxError` if the graph cannot be run here."""
        if self._session is None:
            self._session = _make_session(self.data)

    def __getstate__(self) -> bytes:
        return self.data

    def __setstate__(self, data: bytes) -> None:
        self.data = data
        self._session = None

    def __deepcopy__(self, memo: dict[int, Any]) -> OnnxModel:
        return OnnxModel(self.data)


def _make_session(data: bytes) -> InferenceSession:
    try:
        onnxruntime = import_onnxruntime()
    except ImportError as error:
        raise OnnxError(f"onnxruntime is missing ({error}): pip install onnxruntime") from error
    version = tuple(int(part) for part in onnxruntime.__version__.split(".")[:2])
    if version < MINIMUM_VERSION:
        raise OnnxError(
            f"onnxruntime {onnxruntime.__version__} is too old: claimx needs "
            f"{'.'.join(map(str, MINIMUM_VERSION))} or later (pip install --upgrade onnxruntime)"
        )
    if not data:
        raise OnnxError("the pipeline has no weights: fit it, or load it from its folder")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # An arena would keep the memory of the largest batch for good.
    options.enable_cpu_mem_arena = False
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own for each kind of damage
        reason = " ".join(str(error).split())[:120]
        raise OnnxError(
            f"the weights are damaged ({reason}): install the pipeline again"
        ) from error
