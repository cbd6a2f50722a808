"""Windows cover a Doc once and are cut where the text allows it."""

from __future__ import annotations

import numpy as np
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pipeline.encoder.test_word_pieces import PIECES

from claimx.pipeline.encoder.quote_states import QuoteState, find_quote_states
from claimx.pipeline.encoder.windows import (
    PieceSequence,
    Window,
    cut_windows,
    make_batch,
    split_doc,
)

NLP = spacy.blank("en")


def make_sequence(lengths: list[int], breaks: dict[int, int]) -> PieceSequence:
    """Words with so many pieces each, and breaks before some of them."""
    total = sum(lengths)
    marks = np.zeros(len(lengths) + 1, dtype=np.int64)
    for place, strength in breaks.items():
        marks[place] = strength
    empty = np.zeros(total, dtype=np.int64)
    ends = np.cumsum(lengths, dtype=np.int64)
    starts = ends - np.asarray(lengths, dtype=np.int64)
    words = np.arange(len(lengths))
    return PieceSequence(np.arange(total), empty, empty, starts, ends, marks, words, len(lengths))


@given(
    st.lists(st.integers(1, 12), max_size=80),
    st.dictionaries(st.integers(0, 80), st.integers(1, 2), max_size=10),
    st.integers(32, 64),
    st.integers(0, 16),
)
@settings(deadline=None)
def test_windows_cover_all_words_once_and_are_no_larger_than_allowed(
    lengths: list[int], breaks: dict[int, int], max_pieces: int, context: int
) -> None:
    breaks = {place: s for place, s in breaks.items() if place <= len(lengths)}
    sequence = make_sequence(lengths, breaks)
    windows = cut_windows(sequence, max_pieces, context)
    covered = [place for w in windows for place in range(w.start, w.end)]
    assert covered == list(range(len(lengths)))
    for window in windows:
        assert window.first <= window.start < window.end
        assert sequence.ends[window.end - 1] - sequence.starts[window.first] <= max_pieces
        assert sequence.starts[window.start] - sequence.starts[window.first] <= context


def test_a_cut_falls_between_paragraphs_before_sentences_before_words() -> None:
    ones = [1] * 60
    assert cut_windows(make_sequence(ones, {24: 1, 22: 2}), 32, 0)[0].end == 22
    assert cut_windows(make_sequence(ones, {24: 1}), 32, 0)[0].end == 24
    assert cut_windows(make_sequence(ones, {}), 32, 0)[0].end == 32
    assert cut_windows(make_sequence(ones, {4: 2}), 32, 0)[0].end == 32


def test_a_batch_is_padded_and_masked() -> None:
    sequence = split_doc(NLP("the bridges the"), PIECES)
    batch = make_batch(sequence, [Window(0, 0, 2), Window(2, 2, 3)], PIECES)
    vocabulary = PIECES.vocabulary
    assert [[vocabulary[i] for i in row] for row in batch.ids] == [
        ["[CLS]", "the", "bridge", "##s", "[SEP]"],
        ["[CLS]", "the", "[SEP]", "[PAD]", "[PAD]"],
    ]
    assert batch.mask.tolist() == [[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]]


def test_white_space_leaves_no_trace_but_the_ends_of_paragraphs() -> None:
    plain = split_doc(NLP("the bridges\n\nthe bridge"), PIECES)
    assert [PIECES.vocabulary[i] for i in plain.ids] == [
        *("the", "bridge", "##s", "[unused1]", "the", "bridge")
    ]
    for text in ("\n\nthe  bridges\r\n\r\n the bridge\n", "the\nbridges\n \n\nthe\tbridge  "):
        other = split_doc(NLP(text), PIECES)
        for name in ("ids", "cases", "quotes", "starts", "ends", "breaks"):
            assert np.array_equal(getattr(plain, name), getattr(other, name)), name


def test_straight_and_curly_marks_are_the_same_pieces() -> None:
    straight, curly = (split_doc(NLP(t), PIECES) for t in ('"the" bridge', "“the” bridge"))
    assert np.array_equal(straight.ids, curly.ids)
    assert np.array_equal(straight.quotes, curly.quotes)


def test_tokens_know_whether_they_are_quoted() -> None:
    doc = NLP('He said “it is safe” and left.\n\n"Never closed.')
    states = dict(zip([t.text for t in doc], find_quote_states(doc).tolist(), strict=True))
    assert states["“"] == states['"'] == QuoteState.OPENING
    assert states["safe"] == QuoteState.INSIDE
    assert states["”"] == QuoteState.CLOSING
    assert states["Never"] == QuoteState.UNCLOSED
    assert states["left"] == states["said"] == QuoteState.OUTSIDE


@given(st.text(alphabet="ab \n\"'“”«»‘’.,", max_size=60))
@settings(deadline=None)
def test_any_text_has_a_quote_state_a_token(text: str) -> None:
    doc = NLP(text)
    states = find_quote_states(doc)
    assert states.shape == (len(doc),)
    assert set(states.tolist()) <= set(QuoteState)
