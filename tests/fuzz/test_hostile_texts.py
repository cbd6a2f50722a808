"""No text breaks a promise: offsets are right, references resolve, JSON comes back the same."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.checks import check_text
from tests.fuzz.hostile_texts import DATES, LAYOUT, MARKS, ODD, WORDS, build_text

EXAMPLES = int(os.environ.get("CLAIMX_FUZZ_EXAMPLES", "40"))


@st.composite
def hostile_texts(draw: Any) -> str:
    """What `build_text` makes of the choices of hypothesis."""
    return build_text(lambda number: draw(st.integers(0, number - 1)))


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(hostile_texts())
def test_built_texts(text: str) -> None:
    check_text(text)


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check_text(text)


@pytest.mark.parametrize("group", [MARKS, WORDS, DATES, LAYOUT, ODD])
def test_each_piece_alone_and_in_a_row(group: tuple[str, ...]) -> None:
    check_text("\n".join(group))
    check_text(" ".join(piece * 3 for piece in group))
