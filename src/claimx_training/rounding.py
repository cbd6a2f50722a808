"""Shorter weights: what comes after the eleventh significant bit changes nothing but the size."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

DROPPED_BITS = 13  # of the 23 that single precision stores; half precision keeps as many


def round_weights(model: Model[Any, Any]) -> None:
    """Round every weight of a model in place, so that archives store it in half the space."""
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name):
                values: Any = node.get_param(name)
                rounded: Any = round_mantissa(values)
                node.set_param(name, rounded)


def round_mantissa(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The nearest values whose last ``DROPPED_BITS`` bits are zero, in single precision."""
    bits = np.ascontiguousarray(values, dtype=np.float32).view(np.uint32)
    half = np.uint32(1 << (DROPPED_BITS - 1))
    mask = np.uint32(0xFFFFFFFF ^ ((1 << DROPPED_BITS) - 1))
    return ((bits + half) & mask).view(np.float32)
