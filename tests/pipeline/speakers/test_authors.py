"""Documents whose author the text names."""

from __future__ import annotations

import pytest
from tests.pipeline.speakers.resolving import decide_last


@pytest.mark.parametrize(
    ("before", "source", "names", "rule"),
    [
        ("It rained .", "[PERSON Ruth Obi ’s] letter", ["Ruth Obi"], "author"),
        # A body's letter, and one from a place, are papers.
        ("It rained .", "A letter from [ORG Harbour Trust]", None, "description"),
        ("It rained .", "A letter from [PERSON Ruth Obi] ’s office/NN", None, "description"),
        ("[PERSON Ruth Obi] left .", "The letter", ["letter"], "description"),
    ],
)
def test_a_paper_speaks_for_whose_it_is(
    before: str, source: str, names: list[str] | None, rule: str
) -> None:
    found, how = decide_last([before], source)
    assert how == rule
    assert names is None or found == names
