"""Cleaning the semi-automatic labels of the Groningen Meaning Bank."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from claimx_training.documents import TaggedWord
from claimx_training.gmb import clean_sentence, find_entities, harmonise_labels, read_sentences
from claimx_training.places import Gazetteer


def read_tagged(text: str) -> list[tuple[str, str]]:
    """Words of a string such as ``Mr./B-per Hill/I-per spoke``."""
    return [(word, tag or "O") for word, _, tag in (part.partition("/") for part in text.split())]


def get_names(words: list[TaggedWord]) -> list[str]:
    names: list[str] = []
    for word in words:
        if word.label and word.starts_entity:
            names.append(f"{word.label} {word.form}")
        elif word.label:
            names[-1] += f" {word.form}"
    return names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("President/B-per Ann/I-per Hill/I-per spoke", ["PERSON Ann Hill"]),
        ("Prime/B-per Minister/I-per Hill/I-per spoke", ["PERSON Hill"]),
        ("the President/B-per spoke", []),
        ("French/B-gpe troops", ["NORP French"]),
        ("in France/B-gpe", ["GPE France"]),
        ("in Lyon/B-geo", ["GPE Lyon"]),
        ("on the River/B-geo Tay/I-geo", ["LOC River Tay"]),
        ("at Perth/B-geo Airport/I-geo", ["FAC Perth Airport"]),
        ("in France/B-org", ["GPE France"]),
        ("in 2004/B-tim", []),
        ("in the/B-geo Hague/I-geo", ["GPE Hague"]),
        ("the Chess/B-eve Open/I-eve", ["EVENT Chess Open"]),
        ("Jordan/B-per Hill/I-per met Jordan/B-per", ["PERSON Jordan Hill", "PERSON Jordan"]),
        ("New/B-per Zealand/B-geo won", ["GPE New Zealand"]),
        ("World War II/B-eve ended", ["EVENT World War II"]),
        ("Republicans objected", ["NORP Republicans"]),
        (
            "U.N./B-org Secretary-General/I-org Ann/I-org Hill/I-org",
            ["ORG U.N.", "PERSON Ann Hill"],
        ),
        ("an oil-rich/B-org state", []),
    ],
)
def test_labels_are_mapped_to_ours(sentence: str, names: list[str], gazetteer: Gazetteer) -> None:
    assert get_names(clean_sentence(read_tagged(sentence), gazetteer)) == names


def test_works_of_art_are_unknown_and_not_outside(gazetteer: Gazetteer) -> None:
    words = clean_sentence(read_tagged("He read Hamlet/B-art twice"), gazetteer)
    assert [word.label for word in words] == ["", "", None, ""]


def test_neighbouring_entities_of_a_type_stay_apart() -> None:
    assert list(find_entities(["B-org", "I-org", "B-org", "O", "I-per"])) == [
        (0, 2, "org"),
        (2, 3, "org"),
        (4, 5, "per"),
    ]


def test_white_space_is_guessed(gazetteer: Gazetteer) -> None:
    words = clean_sentence(
        read_tagged("He said : `` Hill 's men ( all ) do n't pay $ 5 . ''"), gazetteer
    )
    text = "".join(word.form + " " * word.space_after for word in words)
    assert text.strip() == "He said: \"Hill's men (all) don't pay $5.\""


def test_a_rare_other_label_of_a_frequent_name_is_corrected() -> None:
    def make(label: str) -> list[TaggedWord]:
        return [TaggedWord("Acme", True, label, True)]

    sentences = [make("ORG") for _ in range(19)] + [make("GPE")]
    harmonise_labels(sentences)
    assert {sentence[0].label for sentence in sentences} == {"ORG"}


def test_a_name_with_two_common_labels_keeps_both() -> None:
    sentences = [[TaggedWord("Paris", True, label, True)] for label in ("GPE", "PERSON") * 10]
    harmonise_labels(sentences)
    assert {sentence[0].label for sentence in sentences} == {"GPE", "PERSON"}


def test_sentences_are_read_from_the_zipped_table(tmp_path: Path) -> None:
    path = tmp_path / "made.zip"
    table = (
        "Sentence #,Word,POS,Tag\nSentence: 1,José,NNP,B-per\n,ran,VBD,O\n"
        'Sentence: 2,"""",``,O\n,Go,VB,O\n'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("made.csv", table.encode("latin-1"))
    assert list(read_sentences(path)) == [
        [("José", "B-per"), ("ran", "O")],
        [('"', "O"), ("Go", "O")],
    ]
