"""Words as pieces, whatever the words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.pipeline.encoder.word_pieces import MAX_PIECES, LetterCase, WordPieces, read_case

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused1]"]
VOCABULARY = [*SPECIAL, '"', "'", "bridge", "##s", "a", "##a", "!", "the", "cafe"]
PIECES = WordPieces(VOCABULARY)


def split(word: str) -> list[str]:
    return [VOCABULARY[number] for number in PIECES.split(word, hash(word)).pieces]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Bridges", ["bridge", "##s"]),
        ("the", ["the"]),
        ("café", ["cafe"]),
        ("xyz", ["[UNK]"]),
        ("!", ["!"]),
        ("”", ['"']),
        ("’’", ['"']),
        ("’", ["'"]),
        ("\x00", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("a" * 50, ["a", *["##a"] * (MAX_PIECES - 1)]),
    ],
)
def test_words_are_split(word: str, pieces: list[str]) -> None:
    assert split(word) == pieces


@given(st.text(min_size=1))
def test_every_token_has_a_piece_and_none_has_too_many(word: str) -> None:
    assert 1 <= len(PIECES.split(word, hash(word)).pieces) <= MAX_PIECES


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("bridge", LetterCase.LOWER),
        ("Bridge", LetterCase.TITLE),
        ("NATO", LetterCase.UPPER),
        ("A", LetterCase.INITIAL),
        ("iPhone", LetterCase.MIXED),
        ("McCain", LetterCase.MIXED),
        ("2014", LetterCase.NONE),
        ("U.S.", LetterCase.UPPER),
    ],
)
def test_letter_case_is_kept(word: str, case: LetterCase) -> None:
    assert read_case(word) == case


def test_a_vocabulary_without_the_special_pieces_is_refused() -> None:
    with pytest.raises(ValueError, match=r"lacks .*\[CLS\]"):
        WordPieces(["[PAD]", "[UNK]"])
