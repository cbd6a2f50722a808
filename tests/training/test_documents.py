"""From words to spaCy Docs, and the changes of marks and case on the way."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.vocab import Vocab

from claimx_training.conllu import Document, Sentence, Word
from claimx_training.documents import (
    TaggedWord,
    cut_as_live,
    group_paragraphs,
    hold_out_tenth,
    join_paragraphs,
    make_entity_doc,
    make_syntax_doc,
)
from claimx_training.variation import curl_quotes, straighten_quotes, vary_text


def make_sentence(text: str, starts_paragraph: bool = False) -> Sentence:
    """Words of which the first is the root and the others hang on it."""
    words = [
        Word(form, form, "NOUN", "NN", "", 0, "dep" if place else "ROOT", True)
        for place, form in enumerate(text.split())
    ]
    return Sentence(words, starts_paragraph)


DOCUMENT = Document(
    "made",
    [make_sentence("One two .", True), make_sentence("Three ."), make_sentence("Four .", True)],
)


def test_paragraphs_are_parted_by_a_blank_line() -> None:
    doc = make_syntax_doc(Vocab(), DOCUMENT.paragraphs, None)
    assert doc.text == "One two . Three .\n\nFour ."


def test_the_blank_line_hangs_on_the_word_before_and_starts_no_sentence(
    blank: Language,
) -> None:
    doc = make_syntax_doc(blank.vocab, DOCUMENT.paragraphs, None)
    line = next(token for token in doc if token.is_space)
    assert (line.tag_, line.pos_, line.dep_) == ("_SP", "SPACE", "dep")
    assert line.head.i == line.i - 1
    assert [sentence.text.strip() for sentence in doc.sents] == ["One two .", "Three .", "Four ."]


def test_varied_words_stand_where_they_stood() -> None:
    doc = make_syntax_doc(Vocab(), DOCUMENT.paragraphs, None)
    varied = make_syntax_doc(Vocab(), DOCUMENT.paragraphs, Random(1))
    assert [(token.idx, len(token)) for token in varied] == [(t.idx, len(t)) for t in doc]


def test_paragraphs_are_grouped_up_to_a_length() -> None:
    assert [len(group) for group in group_paragraphs(DOCUMENT, 100)] == [2]
    assert [len(group) for group in group_paragraphs(DOCUMENT, 5)] == [1, 1]


def test_entities_are_labelled_missing_or_outside() -> None:
    words = [
        TaggedWord("Ann", True, "PERSON", True),
        TaggedWord("Bob", True, "PERSON", True),
        TaggedWord("Hill", True, "PERSON"),
        TaggedWord("saw", True),
        TaggedWord("Zed", True, None),
    ]
    doc = make_entity_doc(Vocab(), words, None)
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ("Ann", "PERSON"),
        ("Bob Hill", "PERSON"),
    ]
    assert [token.ent_iob_ for token in doc] == ["B", "B", "I", "O", ""]


def test_entities_grow_to_the_tokens_of_the_live_tokenizer(blank: Language) -> None:
    words = [
        TaggedWord("al-Masri", True, "PERSON", True),
        TaggedWord("met", True),
        TaggedWord("Zed-led", True, None),
        TaggedWord("troops", False),
    ]
    doc = cut_as_live(blank, make_entity_doc(blank.vocab, words, None))
    assert [(token.text, token.ent_iob_) for token in doc] == [
        ("al", "B"),
        ("-", "I"),
        ("Masri", "I"),
        ("met", "O"),
        ("Zed", ""),
        ("-", ""),
        ("led", ""),
        ("troops", "O"),
    ]


def test_joined_paragraphs_have_a_blank_line_between_them() -> None:
    joined = join_paragraphs([[TaggedWord("One", True)], [TaggedWord("two", True)]])
    assert "".join(word.form + " " * word.space_after for word in joined) == "One\n\ntwo "


def test_every_tenth_is_held_out() -> None:
    train, tune = hold_out_tenth(range(25))
    assert tune == [9, 19]
    assert sorted([*train, *tune]) == list(range(25))


@pytest.mark.parametrize(
    ("straight", "curly"),
    [
        ('"Yes," he said.', "“Yes,” he said."),
        ("He didn't say 'no'.", "He didn’t say ‘no’."),
        ('("Yes") -- "No"', "(“Yes”) -- “No”"),
        ('"\'Tis," she said', "“‘Tis,” she said"),
    ],
)
def test_marks_curl_by_their_neighbours(straight: str, curly: str) -> None:
    assert curl_quotes(straight) == curly
    assert straighten_quotes(curly) == straight


@given(st.text(alphabet="aZß'\"“” .\n(", max_size=60), st.integers(0, 50))
def test_variation_never_moves_anything(text: str, seed: int) -> None:
    varied = vary_text(text, Random(seed), case_share=0.5)
    assert len(varied) == len(text)
    assert [c.isspace() for c in varied] == [c.isspace() for c in text]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("said“no”", ["said", "“", "no", "”"]),
        ("never—or", ["never", "—", "or"]),
        ("soldiers…they", ["soldiers", "…", "they"]),
        ("wait...what", ["wait", "...", "what"]),
        ("don’t", ["do", "n’t"]),
        ("O’Brien’s", ["O’Brien", "’s"]),
        ("U.S.–China", ["U.S.", "–", "China"]),
        ("one\n\ntwo", ["one", "\n\n", "two"]),
    ],
)
def test_marks_always_stand_alone(blank: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in blank.make_doc(text)] == tokens


@given(st.text(max_size=80))
def test_tokens_spell_the_text(blank: Language, text: str) -> None:
    assert blank.make_doc(text).text == text
