"""The pipeline that is shipped: where it lies, what it says of itself, what it is made of."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from spacy.language import Language
from spacy.util import load_config, load_model_from_path

import claimx_en


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
    files = claimx_en.pipeline_path().rglob("model")
    assert sum(path.stat().st_size for path in files) < 20_000_000


def test_the_components_stand_in_order(nlp: Language) -> None:
    assert nlp.pipe_names == [
        "attribution_spans",
        "tok2vec",
        "tagger",
        "morphologizer",
        "parser",
        "lemmatizer",
        "ner",
    ]


def test_a_plain_attribution_is_found(nlp: Language) -> None:
    doc = nlp("The mayor said that the old bridge would be closed on Monday.")
    spans = [(span.label_, span.text) for span in doc.spans["claimx/attribution_span"]]
    assert spans == [
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
    from spacy.tokens import Doc

    doc = nlp("The mayor said that it would rain.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    spans = [
        [(s.label_, s.start, s.end) for s in d.spans["claimx/attribution_span"]]
        for d in (doc, again)
    ]
    assert spans[0] == spans[1]
