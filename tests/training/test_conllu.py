"""Reading CoNLL-U: documents, paragraphs, multiword tokens, mentions."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimx_training.conllu import (
    Document,
    Mention,
    Word,
    read_documents,
    read_mentions,
    read_words,
)


def make_row(
    number: str, form: str, upos: str, head: str, deprel: str, misc: str = "_", feats: str = "_"
) -> str:
    return "\t".join([number, form, form.lower(), upos, "XX", feats, head, deprel, "_", misc])


SENTENCES = "\n".join(
    [
        "# newdoc id = first",
        "# newpar id = first-p1",
        "# sent_id = first-1",
        make_row("1", "Rain", "NOUN", "2", "nsubj"),
        make_row("2", "fell", "VERB", "0", "root", "SpaceAfter=No", "Tense=Past"),
        make_row("3", ".", "PUNCT", "2", "punct"),
        "",
        "# sent_id = first-2",
        make_row("1", "Nobody", "PRON", "2", "nsubj"),
        make_row("2", "minded", "VERB", "0", "root"),
        "",
        "# newpar",
        "# newpar_block = p (1 s)",
        "# sent_id = first-3",
        make_row("1", "Silence", "NOUN", "0", "root"),
        "",
        "# newdoc id = second",
        "# sent_id = second-1",
        make_row("1", "Go", "VERB", "0", "root"),
        "",
    ]
)


@pytest.fixture
def documents(tmp_path: Path) -> list[Document]:
    path = tmp_path / "small.conllu"
    path.write_text(SENTENCES, encoding="utf-8")
    return list(read_documents(path))


def test_documents_and_paragraphs_are_kept_apart(documents: list[Document]) -> None:
    assert [document.id for document in documents] == ["first", "second"]
    lengths = [[len(paragraph) for paragraph in d.paragraphs] for d in documents]
    assert lengths == [[2, 1], [1]]


def test_sentences_know_their_id(documents: list[Document]) -> None:
    assert [s.id for s in documents[0].sentences] == ["first-1", "first-2", "first-3"]


def test_heads_are_offsets_into_the_sentence_and_the_root_is_its_own(
    documents: list[Document],
) -> None:
    words = documents[0].sentences[0].words
    assert [word.head for word in words] == [1, 1, 1]
    assert [word.deprel for word in words] == ["nsubj", "ROOT", "punct"]


def test_features_and_white_space_are_read(documents: list[Document]) -> None:
    words = documents[0].sentences[0].words
    assert [word.feats for word in words] == ["", "Tense=Past", ""]
    assert [word.space_after for word in words] == [True, False, True]


def test_words_of_a_multiword_token_are_glued_together() -> None:
    words = read_words(
        [
            make_row("1", "They", "PRON", "3", "nsubj"),
            "2-3\tdidn't" + "\t_" * 7 + "\tSpaceAfter=No",
            make_row("2", "did", "AUX", "3", "aux"),
            make_row("3", "n't", "PART", "0", "root"),
            make_row("4", ".", "PUNCT", "3", "punct"),
        ]
    )
    assert [(word.form, word.space_after) for word in words] == [
        ("They", True),
        ("did", False),
        ("n't", False),
        (".", True),
    ]


def test_a_multiword_token_that_its_words_spell_otherwise_keeps_the_texts_letters() -> None:
    words = read_words(
        [
            "1-2\tdunno" + "\t_" * 7 + "\t_",
            make_row("1", "don't", "AUX", "0", "root"),
            make_row("2", "know", "VERB", "1", "xcomp"),
        ]
    )
    assert "".join(word.form for word in words) == "dunno"
    assert all(word.form for word in words)


def test_empty_nodes_are_left_out() -> None:
    words = read_words(
        [
            make_row("1", "Tea", "NOUN", "0", "root"),
            make_row("1.1", "drank", "VERB", "_", "_"),
            make_row("2", "please", "INTJ", "1", "discourse"),
        ]
    )
    assert [word.form for word in words] == ["Tea", "please"]
    assert [word.head for word in words] == [0, 0]


def make_document(entities: list[str]) -> Document:
    from claimx_training.conllu import Sentence

    words = [
        Word(f"w{place}", "", "PROPN", "NNP", "", place, "dep", True, entity)
        for place, entity in enumerate(entities)
    ]
    return Document("made", [Sentence(words)])


@pytest.mark.parametrize(
    ("entities", "expected"),
    [
        (["(1-person-new)"], [Mention(0, 1, "person")]),
        (["(1-person-new", "", "1)"], [Mention(0, 3, "person")]),
        # One mention ends where another stands, and one within another.
        (["(1-place-new", "(2-place-giv)1)"], [Mention(0, 2, "place"), Mention(1, 2, "place")]),
        (
            ["(1-event-new(2-abstract-new)", "1)"],
            [Mention(0, 2, "event"), Mention(0, 1, "abstract")],
        ),
        # The same entity inside itself: brackets close from the inside.
        (
            ["(1-person-new", "(1-person-giv)", "1)"],
            [Mention(0, 3, "person"), Mention(1, 2, "person")],
        ),
        # A discontinuous mention is no span.
        (["(1[1/2]-person-new)", "", "(1[2/2]-person-new)"], []),
        ([""], []),
    ],
)
def test_mentions_come_from_the_bracket_notation(
    entities: list[str], expected: list[Mention]
) -> None:
    assert read_mentions(make_document(entities)) == expected
