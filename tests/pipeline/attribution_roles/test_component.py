"""The component as a part of a pipeline; what it finds is measured in tests/quality."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from claimx.pipeline.attribution_roles.component import WEIGHTS, AttributionRoles
from claimx.pipeline.attribution_roles.found import FoundAttribution, get_found, set_found
from claimx.pipeline.onnx_model import OnnxError

NLP = spacy.blank("en")


def test_without_weights_it_says_so() -> None:
    with pytest.raises(OnnxError, match="has no weights"):
        AttributionRoles()(NLP("Hill said no."))


def test_a_missing_weight_is_named() -> None:
    weights = {name: np.zeros((2, 2), dtype=np.float32) for name in WEIGHTS if name != "cue.bias"}
    with pytest.raises(OnnxError, match=r"lack cue\.bias: install the pipeline again"):
        AttributionRoles().set(weights, b"")


def test_vectors_of_another_encoder_are_refused() -> None:
    component = AttributionRoles()
    component.set({name: np.zeros((3, 3), dtype=np.float32) for name in WEIGHTS}, b"")
    doc = NLP("Hill said no.")
    doc.tensor = np.zeros((len(doc), 96), dtype=np.float32)
    with pytest.raises(ValueError, match="right after that encoder"):
        component(doc)


def test_an_empty_doc_needs_no_weights() -> None:
    assert get_found(AttributionRoles()(NLP(""))) == []


def test_what_was_found_survives_serialisation() -> None:
    doc = NLP("“No,” Hill said, “never.”")
    found = FoundAttribution(
        cue=doc[5:6],
        arguments=[("CONTENT", doc[0:4]), ("SOURCE", doc[4:5]), ("CONTENT", doc[7:11])],
        cue_chance=0.9,
        arguments_chance=0.5,
    )
    set_found(doc, [found])
    again = get_found(Doc(NLP.vocab).from_bytes(doc.to_bytes()))
    assert [(item.cue.text, item.cue_chance, item.arguments_chance) for item in again] == [
        ("said", 0.9, 0.5)
    ]
    assert [(label, span.text) for label, span in again[0].arguments] == [
        ("CONTENT", "“No,”"),
        ("SOURCE", "Hill"),
        ("CONTENT", "“never.”"),
    ]
