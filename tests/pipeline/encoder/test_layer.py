"""The encoder as a layer of spaCy pipelines."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.util import load_model_from_path

import claimx_en
from claimx.pipeline.encoder.layer import build_encoder
from claimx.pipeline.onnx_model import OnnxError

PARAGRAPH = "The mayor said that the bridge would close. “It must,” she said.\n\n"


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The bundled encoder alone."""
    names = load_model_from_path(claimx_en.pipeline_path()).pipe_names
    return load_model_from_path(
        claimx_en.pipeline_path(), exclude=[name for name in names if name != "tok2vec"]
    )


def test_a_document_has_the_same_vectors_in_any_company(nlp: Language) -> None:
    texts = ["Hill left.", PARAGRAPH * 8, "", "😀", PARAGRAPH]
    together = [doc.tensor for doc in nlp.pipe(texts, batch_size=5)]
    for text, vectors in zip(texts, together, strict=True):
        assert np.array_equal(vectors, nlp(text).tensor)


def test_letter_case_and_marks_reach_the_vectors(nlp: Language) -> None:
    for one, other in (("the us said", "the US said"), ("He said no now", "He said “no” now")):
        first, second = nlp(one), nlp(other)
        assert np.abs(first[-1].doc.tensor[-1] - second.doc.tensor[-1]).max() > 0.01


def test_a_layer_without_weights_says_so() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("tok2vec", config={"model": {"@architectures": "claimx.Encoder.v1"}})
    with pytest.raises(OnnxError, match="no weights"):
        blank("Hill left.")


@pytest.mark.parametrize(("max_pieces", "context"), [(16, 0), (600, 0), (64, 40), (64, -1)])
def test_impossible_windows_are_refused(max_pieces: int, context: int) -> None:
    with pytest.raises(ValueError, match="max_pieces must be 32 to 510"):
        build_encoder(max_pieces=max_pieces, context=context)
