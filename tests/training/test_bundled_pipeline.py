"""The pipeline that is shipped: where it lies, what it says of itself, what it is made of."""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_path

import claimx_en
from claimx.pipeline.onnx_model import OnnxError


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model_from_path(claimx_en.pipeline_path())


def test_finding_the_pipeline_imports_nothing_heavy() -> None:
    program = (
        "import sys, claimx_en; assert claimx_en.pipeline_path().is_dir(); "
        "sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_version_of_package_and_pipeline_agree() -> None:
    meta = json.loads((claimx_en.pipeline_path() / "meta.json").read_text(encoding="utf-8"))
    assert meta["version"] == claimx_en.__version__
    assert (meta["lang"], meta["name"], meta["license"]) == ("en", "claimx_en", "CC BY-SA 4.0")


def test_the_config_names_no_path() -> None:
    config = load_config(claimx_en.pipeline_path() / "config.cfg")
    assert set(config["paths"].values()) == {None}


def test_the_weights_are_small() -> None:
    files = [path for path in claimx_en.pipeline_path().rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 35_000_000


def test_the_components_stand_in_order(nlp: Language) -> None:
    assert nlp.pipe_names == [
        "tok2vec",
        "attribution_roles",
        "tagger",
        "morphologizer",
        "parser",
        "lemmatizer",
        "ner",
    ]


def test_a_plain_attribution_is_found(nlp: Language) -> None:
    doc = nlp("The mayor said that the old bridge would be closed on Monday.")
    spans = sorted(doc.spans["claimx/attribution_span"], key=lambda span: span.start)
    assert [(span.label_, span.text) for span in spans] == [
        ("SOURCE", "The mayor"),
        ("CUE", "said"),
        ("CONTENT", "that the old bridge would be closed on Monday"),
    ]


def test_words_are_tagged_parsed_and_lemmatised(nlp: Language) -> None:
    doc = nlp("The mayor said it.\n\nShe was wrong.")
    assert [(t.tag_, t.pos_, t.dep_, t.lemma_) for t in doc[:3]] == [
        ("DT", "DET", "det", "the"),
        ("NN", "NOUN", "nsubj", "mayor"),
        ("VBD", "VERB", "ROOT", "say"),
    ]
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "The mayor said it.",
        "She was wrong.",
    ]
    assert next(token for token in doc if token.text == "was").lemma_ == "be"


def test_names_are_found(nlp: Language) -> None:
    doc = nlp("President Barack Obama flew to France on Tuesday.")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ("Barack Obama", "PERSON"),
        ("France", "GPE"),
    ]


def test_annotations_survive_serialisation(nlp: Language) -> None:
    doc = nlp("The mayor said that it would rain.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    spans = [
        [(s.label_, s.start, s.end) for s in d.spans["claimx/attribution_span"]]
        for d in (doc, again)
    ]
    assert spans[0] == spans[1]


def test_it_goes_through_bytes_and_pickle_and_into_a_worker(nlp: Language) -> None:
    text = "The mayor said that it would rain.\n\n“It will,” she added."
    expected = describe(nlp(text))
    copied = load_model_from_path(claimx_en.pipeline_path()).from_bytes(nlp.to_bytes())
    assert describe(copied(text)) == expected
    assert describe(pickle.loads(pickle.dumps(nlp))(text)) == expected
    assert [describe(doc) for doc in nlp.pipe([text] * 3, n_process=2)] == [expected] * 3


def describe(doc: Doc) -> list[object]:
    """All that the pipeline says of a Doc."""
    tokens = [(t.text, t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, t.ent_type_) for t in doc]
    spans = [(s.label_, s.id_, s.start, s.end) for s in doc.spans["claimx/attribution_span"]]
    return [tokens, spans]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "A", "😀😀 🎉", "\x00\x01\x7f", "\ufeff", "a\u200bb"]
)
def test_odd_texts_give_a_doc_with_a_vector_a_token(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert doc.tensor.shape == (len(doc), 384)


def test_a_long_text_is_read_in_windows_and_like_its_parts(nlp: Language) -> None:
    paragraph = "The mayor said that the old bridge would be closed on Monday.\n\n"
    doc = nlp(paragraph * 60)
    cues = [s.text for s in doc.spans["claimx/attribution_span"] if s.label_ == "CUE"]
    assert cues == ["said"] * 60


def test_damaged_weights_are_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "pipeline"
    shutil.copytree(claimx_en.pipeline_path(), path)
    (path / "attribution_roles" / "weights").write_bytes(b"\x93no")
    with pytest.raises(OnnxError, match=r"damaged .* install the pipeline again"):
        load_model_from_path(path)
