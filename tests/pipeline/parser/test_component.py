"""The parser as a part of a pipeline; how well it parses is measured by the recipe's report."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model_from_path

import claimx_en
from claimx.pipeline.onnx_model import OnnxError
from claimx.pipeline.parser import component
from claimx.pipeline.parser.component import BiaffineParser

NLP = spacy.blank("en")
PARAGRAPH = "The mayor, who left in May, said that the bridge would close. It did.\n\n"
LABELS = ("ROOT", "nsubj", "punct")
WIDTH = 6


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = load_model_from_path(claimx_en.pipeline_path(), exclude=["ner", "attribution_roles"])
    nlp.add_pipe("claimx_layout", first=True)
    return nlp


def make_parser(seed: int = 0) -> BiaffineParser:
    """One whose layers were fitted on nothing."""
    random = np.random.default_rng(seed)
    shapes = {
        "starts.before": (WIDTH, 3),
        "starts.here": (WIDTH, 3),
        "starts.bias": (3,),
        "starts.output": (3,),
        "starts.output_bias": (1,),
        "arcs.views": (WIDTH, 8),
        "arcs.bias": (8,),
        "arcs.pairs": (5, 5),
        "labels.views": (WIDTH, 8),
        "labels.bias": (4,),
        "labels.output": (4, 3),
        "labels.output_bias": (3,),
    }
    parser = BiaffineParser()
    parser.set(LABELS, {n: random.normal(size=s).astype(np.float32) for n, s in shapes.items()})
    return parser


def make_doc(words: list[str], seed: int = 0) -> Doc:
    doc = Doc(NLP.vocab, words=words)
    random = np.random.default_rng(seed)
    doc.tensor = random.normal(size=(len(words), WIDTH)).astype(np.float32)
    return doc


def describe(doc: Doc) -> list[tuple[str, str, int, bool]]:
    """The words with their labels, the numbers of their heads among the words, and the starts."""
    words = [token for token in doc if not token.is_space]
    numbers = {token.i: number for number, token in enumerate(words)}
    return [
        (token.text, token.dep_, numbers[token.head.i], bool(token.is_sent_start))
        for token in words
    ]


@given(st.lists(st.sampled_from(["a", "1", ".", "\n", "\n\n", " "]), max_size=40), st.integers(0))
@settings(max_examples=60, deadline=None)
def test_every_sentence_is_a_tree_of_its_words(words: list[str], seed: int) -> None:
    doc = make_parser(seed % 7)(make_doc(words, seed % 1000))
    if all(token.is_space for token in doc):
        return
    for sentence in doc.sents:
        inside = [token for token in sentence if not token.is_space]
        assert all(token.head in sentence for token in inside)
        assert len([token for token in inside if token.head == token]) == bool(inside)
    for token in doc:
        assert token.dep_ in (*LABELS, "dep")
        assert not (token.is_alpha and token.dep_ == "punct")


def test_what_is_preset_decides_where_sentences_begin() -> None:
    words = [f"w{place}" for place in range(30)]
    by_itself = make_doc(words)
    make_parser(seed=1)(by_itself)
    begins = {token.i for token in by_itself if token.is_sent_start}
    assert 1 < len(begins) < len(words)
    preset = make_doc(words)
    for token in preset:
        token.is_sent_start = token.i % 7 == 0
    make_parser(seed=1)(preset)
    assert [token.i for token in preset if token.is_sent_start] == [0, 7, 14, 21, 28]


@pytest.mark.parametrize("first", [True, False])
def test_a_sentence_without_end_is_cut_where_it_may_be(
    monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    monkeypatch.setattr(component, "LONGEST", 12)
    doc = make_doc([f"w{place}" for place in range(100)])
    for token in doc:
        token.is_sent_start = token.i == 0 if first or token.i % 5 else None
    make_parser()(doc)
    assert max(len(sentence) for sentence in doc.sents) <= 12
    assert first or all(sentence.start % 5 == 0 for sentence in doc.sents)


def test_a_long_text_is_parsed_in_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"w{place}" for place in range(400)]
    whole, parts = make_doc(words), make_doc(words)
    make_parser()(whole)
    monkeypatch.setattr(component, "_STRETCH", 50)
    make_parser()(parts)
    assert describe(parts) == describe(whole)


def test_an_empty_text_and_one_of_white_space_have_no_trees() -> None:
    assert len(make_parser()(make_doc([]))) == 0
    spaces = make_parser()(make_doc(["\n", "\n\n"]))
    assert [token.dep_ for token in spaces] == ["", ""]
    assert len(list(spaces.sents)) == 1


def test_it_is_saved_and_loaded() -> None:
    again = BiaffineParser().from_bytes(make_parser().to_bytes())
    assert again.labels == LABELS
    words = [f"w{place}" for place in range(30)]
    assert describe(again(make_doc(words))) == describe(make_parser()(make_doc(words)))


def test_without_weights_or_vectors_it_says_so() -> None:
    with pytest.raises(OnnxError, match="no weights"):
        BiaffineParser()(make_doc(["a"]))
    with pytest.raises(ValueError, match="width 6"):
        make_parser()(Doc(NLP.vocab, words=["a"]))


@pytest.mark.parametrize("labels", [("ROOT", "nsubj"), ("nsubj", "obj", "punct")])
def test_weights_of_other_labels_are_refused(labels: tuple[str, ...]) -> None:
    with pytest.raises(OnnxError, match="other labels"):
        BiaffineParser().set(labels, make_parser().weights)


def test_a_layer_that_is_missing_is_damage() -> None:
    packed = make_parser().pack()
    del packed["weights"]["arcs.pairs"]
    damaged = make_parser()
    damaged.weights = packed["weights"]
    with pytest.raises(OnnxError, match="damaged"):
        BiaffineParser().from_bytes(damaged.to_bytes())


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (PARAGRAPH, "\n\n" + PARAGRAPH.strip()),
        (PARAGRAPH, PARAGRAPH.replace("who left", "who  left")),
        (PARAGRAPH * 2, PARAGRAPH.replace("said that", "said\nthat") * 2),
        (PARAGRAPH * 2, (PARAGRAPH * 2).replace("\n", "\r\n")),
    ],
)
def test_white_space_changes_no_tree(nlp: Language, text: str, other: str) -> None:
    one, two = describe(nlp(text)), describe(nlp(other))
    assert one[1:] == two[1:]  # white space at the beginning starts the first sentence


def test_white_space_hangs_on_the_word_before_it(nlp: Language) -> None:
    doc = nlp("\nThe mayor left.\n\nIt rained.\n")
    spaces = [(token.i, token.head.i, token.dep_) for token in doc if token.is_space]
    assert spaces == [(0, 1, "dep"), (5, 4, "dep"), (9, 8, "dep")]
