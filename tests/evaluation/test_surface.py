"""What the words of an attribution tell by themselves."""

from __future__ import annotations

import pytest

from claimx.evaluation.surface import classify_source, find_directness


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Ada Okafor", "name"),
        ("the Democratic strategist Pat Caddell", "name"),
        ("Mayor Ada Okafor, who left in May,", "name"),
        ("The New York Post", "name"),
        ("the Ministry of Health", "name"),
        ("Mr. O’Neil’s", "name"),
        ("a White House spokesman", "nominal"),
        ("a spokesman for Ms. Hill", "nominal"),
        ("Okafor’s lawyer", "nominal"),
        ("two officials familiar with the talks", "nominal"),
        ("Officials", "nominal"),
        ("she", "pronoun"),
        ("His", "pronoun"),
        ("those who", "pronoun"),
        ("which", "pronoun"),
        ("”", "none"),
    ],
)
def test_a_source_is_a_name_a_noun_phrase_or_a_pronoun(source: str, kind: str) -> None:
    text = f"{source} said so, and other officials agreed."
    assert classify_source(text, [(0, len(source))]) == kind


def test_no_source_is_of_no_kind() -> None:
    assert classify_source("It was said.", []) == "none"


@pytest.mark.parametrize(
    ("content", "directness"),
    [
        ("“It is over,”", "direct"),
        ("‘It is over.’", "direct"),
        ("that it was “over”", "mixed"),
        ("that it was over", "indirect"),
        ("that it wasn’t over", "indirect"),
    ],
)
def test_directness_is_read_off_the_marks(content: str, directness: str) -> None:
    assert find_directness(content, [(0, len(content))]) == directness


def test_a_content_is_direct_only_if_all_its_pieces_are() -> None:
    text = "“Yes,” he said, adding that it was time."
    assert find_directness(text, [(0, 6)]) == "direct"
    assert find_directness(text, [(0, 6), (23, 39)]) == "mixed"
