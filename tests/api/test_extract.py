"""The Python interface refuses what no article can be."""

from __future__ import annotations

import pytest

import claimx


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="empty"):
        claimx.extract(text)


def test_a_text_over_the_limit_is_refused_with_its_length() -> None:
    with pytest.raises(ValueError, match="1,000,001"):
        claimx.extract("a" * 1_000_001)


def test_a_bad_date_is_refused() -> None:
    with pytest.raises(ValueError, match="2025-13-40"):
        claimx.extract("Ms. Hill said it was over.", published="2025-13-40")
