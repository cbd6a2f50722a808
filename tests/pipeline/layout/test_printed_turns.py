"""Interviews that print no labels: what is read as one, and what is not."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pipeline.layout.test_turns import lay_out

from claimx.pipeline.layout.component import Layout
from claimx.pipeline.layout.printed_turns import find_printed_turns
from claimx.pipeline.layout_annotations import get_turns

ABOVE = "Ruth Okafor has left the harbour. Ann Cole spoke with her in May."
SAID = ("Was it safe?", "No. I told everybody.", "And now?", "They have sold my boat.")


def read(*parts: str) -> list[tuple[bool, list[str]]]:
    """For each turn whether it asks, and its words."""
    turns = find_printed_turns(lay_out(*parts))
    return [(turn.asks, [span.text for span in turn.words]) for turn in turns]


EXPECTED = [(number % 2 == 0, [words]) for number, words in enumerate(SAID)]


@pytest.mark.parametrize(
    "parts",
    [
        SAID,
        tuple(f"**{part}**" if part.endswith("?") else part for part in SAID),
        tuple(f"— {part}" for part in SAID),
        tuple(f"–{part}" for part in SAID),
    ],
)
def test_questions_are_bare_bold_or_behind_dashes(parts: tuple[str, ...]) -> None:
    assert read(ABOVE, *parts) == EXPECTED


def test_in_bold_what_asks_needs_no_question_mark() -> None:
    parts = ("**Was it safe?**", "I think so.", "**They say no.**", "I know.", "**Why?**", "Ask.")
    assert [asks for asks, _ in read(ABOVE, *parts)] == [True, False] * 3


def test_an_answer_has_all_its_paragraphs_and_the_last_one_the_first() -> None:
    parts = (*SAID[:2], "The mayor laughed.", *SAID[2:], "Okafor lives in Tarn.")
    found = read(ABOVE, *parts)
    assert found[1] == (False, ["No. I told everybody.", "The mayor laughed."])
    assert found[-1] == (False, ["They have sold my boat."])


@pytest.mark.parametrize(
    "parts",
    [
        # Nothing tells of an interview.
        ("Ruth Okafor has left the harbour.", *SAID),
        # An explainer: nobody says "I".
        (ABOVE, "Was it safe?", "It was not. We asked.", "And now?", "The boat is sold."),
        # A column that asks itself.
        ("I met Ruth Okafor. " + ABOVE, *SAID),
        ("I left early.", ABOVE, *SAID),
        # One question, and one that nobody answers.
        (ABOVE, *SAID[:2]),
        (ABOVE, SAID[0], SAID[2], "I do not know."),
        # What others are quoted with.
        (ABOVE, "Was it safe?", "“I was there.”", "And now?", "“My boat is sold,” she said."),
        # Few questions among many paragraphs.
        (ABOVE, *SAID[:2], *["The ferry left, I think."] * 9, *SAID[2:]),
        # Labels that are not understood.
        (ABOVE, "QWas it safe?", "A: I think so.", "QAnd now?", "A: I do not know."),
    ],
)
def test_what_is_no_interview(parts: tuple[str, ...]) -> None:
    assert read(*parts) == []


def test_turns_without_labels_are_stored() -> None:
    doc = Layout()(lay_out(ABOVE, *SAID))
    found = [(turn.label, turn.mark, turn.asks, turn.words[0].text) for turn in get_turns(doc)]
    assert found == [(None, None, asks, words) for asks, (words,) in EXPECTED]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["met", "**", "I?", "?", "—", "I.", "\n\n", "\n"])))
def test_turns_are_in_order_and_never_overlap(parts: list[str]) -> None:
    end = 0
    for turn in find_printed_turns(spacy.blank("en")(" ".join(parts) + " ")):
        for span in turn.words:
            assert end <= span.start < span.end
            end = span.end
