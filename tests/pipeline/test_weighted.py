"""Weights that are saved and loaded, whole and damaged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import srsly
from spacy.tokens import Doc

from claimx.pipeline.attribution_roles.component import AttributionRoles
from claimx.pipeline.encoder.layer import EncoderShim
from claimx.pipeline.entity_recognizer.component import EntityRecognizer
from claimx.pipeline.onnx_model import OnnxError
from claimx.pipeline.weighted import WeightedComponent


class Scale(WeightedComponent):
    """A component with one weight, which is above zero."""

    def __init__(self, weight: float = 0.0) -> None:
        self.name = "scale"
        self.weight = weight

    def __call__(self, doc: Doc) -> Doc:
        return doc

    def pack(self) -> dict[str, Any]:
        return {"weight": self.weight}

    def unpack(self, message: dict[str, Any]) -> None:
        weight = float(message["weight"])
        if weight < 0:
            raise OnnxError("a weight below zero: fit it again")
        self.weight = weight


def pack(value: object) -> bytes:
    data: bytes = srsly.msgpack_dumps(value)
    return data


DAMAGED = {
    "no bytes": b"",
    "cut off": pack({"weight": 2.0})[:-3],
    "no MessagePack": b"\xc1 not packed",
    "no mapping": pack([2.0]),
    "another mapping": pack({"labels": 1}),
    "nothing": pack(None),
}


def test_weights_survive_bytes_and_disk(tmp_path: Path) -> None:
    assert Scale().from_bytes(Scale(2.0).to_bytes()).weight == 2.0
    Scale(3.0).to_disk(tmp_path / "a" / "scale")
    assert Scale().from_disk(tmp_path / "a" / "scale").weight == 3.0


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_damaged_weights_are_refused_in_one_sentence(data: bytes, tmp_path: Path) -> None:
    component = Scale(2.0)
    sentence = r"^the weights of 'scale' are damaged \(.*\): install the pipeline again$"
    with pytest.raises(OnnxError, match=sentence):
        component.from_bytes(data)
    component.to_disk(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(data)
    with pytest.raises(OnnxError, match=sentence):
        component.from_disk(tmp_path)
    assert component.weight == 2.0


def test_a_weight_of_the_wrong_make_is_damage() -> None:
    with pytest.raises(OnnxError, match="damaged"):
        Scale().from_bytes(pack({"weight": "much"}))


def test_what_a_component_refuses_itself_is_not_called_damage() -> None:
    with pytest.raises(OnnxError, match=r"^a weight below zero: fit it again$"):
        Scale().from_bytes(pack({"weight": -1.0}))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="weights"):
        Scale().from_disk(tmp_path)


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
@pytest.mark.parametrize("make", [AttributionRoles, EntityRecognizer, EncoderShim])
def test_whatever_has_weights_refuses_damaged_ones(make: type[Any], data: bytes) -> None:
    with pytest.raises(OnnxError, match=r"^the weights of .* are damaged"):
        make().from_bytes(data)


@pytest.mark.parametrize("make", [AttributionRoles, EntityRecognizer, EncoderShim])
def test_what_was_saved_without_weights_comes_back_without(make: type[Any]) -> None:
    saved = make().to_bytes()
    assert make().from_bytes(saved).to_bytes() == saved
