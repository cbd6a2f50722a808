"""A wrapped text gives a record, whose spans are slices of the text as it was given."""

from __future__ import annotations

import claimx

TEXT = (
    "The mayor of Northport said on Monday that the harbour would\nclose for a year. “We have no "
    "choice, and we will\nnot wait for the sea,” she told reporters at the town hall of the town.\n"
)


def test_a_wrapped_text_gives_the_claims_of_the_unwrapped() -> None:
    wrapped = claimx.extract(TEXT, published="2025-03-14", include_text=True)
    plain = claimx.extract(TEXT.replace("\n", " "), published="2025-03-14", include_text=True)
    assert wrapped.claims
    assert [(c.content.text.replace("\n", " "), c.confidence) for c in wrapped.claims] == [
        (c.content.text, c.confidence) for c in plain.claims
    ]
    assert any("\n" in claim.content.text for claim in wrapped.claims)
