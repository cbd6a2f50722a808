"""The component as a part of a pipeline; what it finds is measured by the report of the recipe."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.training import Example

from claimx.pipeline.entity_recognizer.component import EntityRecognizer
from claimx.pipeline.onnx_model import OnnxError

NLP = spacy.blank("en")
LABELS = ("ORG", "PERSON")
TAGS = ("O", "B-ORG", "I-ORG", "B-PERSON", "I-PERSON")


def make_recognizer() -> EntityRecognizer:
    """One whose vectors are the scores of the tags."""
    component = EntityRecognizer()
    component.set(LABELS, np.eye(5, dtype=np.float32), np.zeros(5, dtype=np.float32))
    return component


def make_doc(*rows: tuple[str, str], starts: tuple[int, ...] | None = None) -> Doc:
    """A Doc of words, each with the tag that scores best there; B comes next to I."""
    words = [word for word, _ in rows]
    doc = Doc(NLP.vocab, words=words, spaces=["\n" not in word for word in words])
    doc.tensor = np.zeros((len(rows), 5), dtype=np.float32)
    for place, (_, tag) in enumerate(rows):
        doc.tensor[place, TAGS.index(tag)] = 2.0
        if tag.startswith("I-"):
            doc.tensor[place, TAGS.index(tag.replace("I-", "B-"))] = 1.0
    for token in doc:
        if starts is not None:
            token.is_sent_start = token.i in starts
    return doc


def get_names(doc: Doc) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in doc.ents]


def test_names_are_found_and_the_rest_is_outside() -> None:
    doc = make_recognizer()(
        make_doc(("Ann", "B-PERSON"), ("Hill", "I-PERSON"), ("left", "O"), ("Acme", "B-ORG"))
    )
    assert get_names(doc) == [("Ann Hill", "PERSON"), ("Acme", "ORG")]
    assert [token.ent_iob_ for token in doc] == ["B", "I", "O", "B"]


def test_a_name_without_a_beginning_is_given_one() -> None:
    doc = make_recognizer()(make_doc(("saw", "O"), ("Hill", "I-PERSON"), ("off", "O")))
    assert get_names(doc) == [("Hill", "PERSON")]


def test_a_name_ends_with_its_sentence() -> None:
    rows = (("Ann", "B-PERSON"), ("Bob", "I-PERSON"), ("left", "O"))
    assert get_names(make_recognizer()(make_doc(*rows, starts=(0, 1)))) == [
        ("Ann", "PERSON"),
        ("Bob", "PERSON"),
    ]


@pytest.mark.parametrize(
    ("white_space", "names"), [("\n", ["Ann\nHill"]), ("\n\n", ["Ann", "Hill"])]
)
def test_a_name_goes_on_in_the_next_line_but_not_over_a_blank_one(
    white_space: str, names: list[str]
) -> None:
    rows = (("Ann", "B-PERSON"), (white_space, "I-PERSON"), ("Hill", "I-PERSON"))
    doc = make_doc(("Go", "O"), ("\n\n", "O"), *rows)
    found = [entity.text.replace(" ", "") for entity in make_recognizer()(doc).ents]
    assert found == names


def test_white_space_is_no_word_of_a_name() -> None:
    doc = make_recognizer()(make_doc(("Ann", "B-PERSON"), ("\n", "I-PERSON"), ("left", "O")))
    assert [(entity.start, entity.end) for entity in doc.ents] == [(0, 1)]


def test_entities_that_are_set_stay() -> None:
    doc = make_doc(("Ann", "B-PERSON"), ("Hill", "I-PERSON"), ("Acme", "B-ORG"))
    doc.ents = [Span(doc, 1, 2, "GPE")]
    assert get_names(make_recognizer()(doc)) == [("Hill", "GPE"), ("Acme", "ORG")]


def test_it_is_scored_as_spacy_scores_names() -> None:
    doc = make_recognizer()(make_doc(("Ann", "B-PERSON"), ("left", "O"), ("Acme", "B-ORG")))
    gold = make_doc(("Ann", "O"), ("left", "O"), ("Acme", "O"))
    gold.ents = [Span(gold, 0, 1, "PERSON")]
    scores = make_recognizer().score([Example(doc, gold)])
    assert (scores["ents_p"], scores["ents_r"]) == (0.5, 1.0)


def test_it_survives_bytes_and_disk(tmp_path: Path) -> None:
    again = EntityRecognizer().from_bytes(make_recognizer().to_bytes())
    assert again.labels == LABELS
    assert get_names(again(make_doc(("Ann", "B-PERSON")))) == [("Ann", "PERSON")]
    again.to_disk(tmp_path / "ner")
    assert EntityRecognizer().from_disk(tmp_path / "ner").labels == LABELS


def test_without_weights_it_says_so() -> None:
    with pytest.raises(OnnxError, match="has no weights"):
        EntityRecognizer()(NLP("Hill said no."))
    assert len(EntityRecognizer()(NLP("")).ents) == 0


def test_vectors_of_another_encoder_are_refused() -> None:
    doc = NLP("Hill said no.")
    doc.tensor = np.zeros((len(doc), 96), dtype=np.float32)
    with pytest.raises(ValueError, match="encoder that it was fitted with"):
        make_recognizer()(doc)


def test_weights_of_other_labels_are_refused() -> None:
    with pytest.raises(OnnxError, match="other labels"):
        EntityRecognizer().set(("ORG",), np.eye(5, dtype=np.float32), np.zeros(5))


@given(
    st.lists(st.sampled_from(["Ann", ",", "\n", "\n\n", "said"]), max_size=12), st.integers(0, 99)
)
@settings(max_examples=60, deadline=None)
def test_any_scores_give_names_of_whole_words(words: list[str], seed: int) -> None:
    doc = Doc(NLP.vocab, words=words)
    doc.tensor = np.random.default_rng(seed).normal(size=(len(words), 5)).astype(np.float32)
    for entity in make_recognizer()(doc).ents:
        assert not entity[0].is_space
        assert not entity[-1].is_space
        assert entity.label_ in LABELS
