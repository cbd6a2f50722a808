"""Runs of marks and endless words: the same tokens as spaCy's, in time that is linear."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from claimx.pipeline.tokens import describe_cuts, tokenize

nlp = spacy.blank("en")
MARKS = ['"', "“‘", "(", "☆", "{}", "%", "$", ",;:", "- "]


@pytest.mark.parametrize("marks", MARKS)
def test_a_run_of_marks_has_the_tokens_that_spacy_gives_it(marks: str) -> None:
    text = f"He said: {marks * 150}\n\nWe don't. {marks * 40}"
    doc, expected = tokenize(nlp, text), nlp.make_doc(text)
    assert doc.text == text
    assert [token.text_with_ws for token in doc] == [token.text_with_ws for token in expected]
    assert [token.norm_ for token in doc] == [token.norm_ for token in expected]
    assert not doc.has_annotation("SENT_START")
    assert describe_cuts(doc) == []


@given(st.lists(st.sampled_from(['"' * 130, "'s" * 600, "word", " ", "\n\n", "x" * 1200, "…"])))
def test_no_character_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    assert tokenize(nlp, text).text == text


@pytest.mark.parametrize("marks", [*MARKS, "'s", "'ll"])
def test_no_word_that_the_tokenizer_sees_grows_with_the_text(marks: str) -> None:
    # What it does with a word is quadratic in its length.
    seen: list[int] = []

    class Watching(Tokenizer):
        def __call__(self, string: str) -> spacy.tokens.Doc:
            seen.extend(len(word) for word in string.split())
            return super().__call__(string)

    watched = Language(nlp.vocab)
    plain = nlp.tokenizer
    watched.tokenizer = Watching(
        nlp.vocab,
        rules=plain.rules,
        prefix_search=plain.prefix_search,
        suffix_search=plain.suffix_search,
        infix_finditer=plain.infix_finditer,
    )
    tokenize(watched, marks * 5000)
    assert max(seen) <= 1000


def test_words_that_are_cut_are_warned_about() -> None:
    text = f"See {'http://a.b/?c=' * 200} and {'x' * 5000}."
    assert describe_cuts(tokenize(nlp, text)) == [
        "1 of the words have more than 1,000 characters and many marks: they are read in pieces"
    ]


def test_a_long_address_stays_whole() -> None:
    address = "https://news.example/?" + "a=1&" * 200 + "b=2"
    assert address in [token.text for token in tokenize(nlp, f"See {address} for more.")]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("She wrote on X. Hill left.", ["She", "wrote", "on", "X", ".", "Hill", "left", "."]),
        ("It was sent via X.", ["It", "was", "sent", "via", "X", "."]),
        ("It is said by X. Wang.", ["It", "is", "said", "by", "X.", "Wang", "."]),
        ("Malcolm X. Hill left.", ["Malcolm", "X.", "Hill", "left", "."]),
        ("On X. Hill’s advice", ["On", "X.", "Hill", "’s", "advice"]),
    ],
)
def test_the_platform_at_the_end_of_a_sentence_is_no_initial(text: str, tokens: list[str]) -> None:
    doc = tokenize(spacy.blank("en"), text)
    assert [token.text for token in doc] == tokens
    assert doc.text == text
