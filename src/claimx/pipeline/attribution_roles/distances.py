"""Distances between a token and a cue as classes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BUCKETS = 40
_EXACT = 8


def bucket_distances(distances: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed distances in tokens as one of `BUCKETS` classes, of any shape.

    Up to 8 they are exact, then ten classes a side of logarithmic width; a negative one stands in
    the second half.
    """
    size = np.abs(distances)
    far = _EXACT + 1 + np.floor(np.log2(np.maximum(size, _EXACT) / _EXACT) * 2.5).astype(np.int64)
    bucket = np.where(size <= _EXACT, size, np.minimum(far, 2 * _EXACT + 2))
    return np.where(distances < 0, bucket + BUCKETS // 2, bucket)
