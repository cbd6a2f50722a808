"""A quotation inside a quotation belongs to whoever is said there to say it."""

from __future__ import annotations

import pytest

import claimx


@pytest.mark.parametrize(
    ("text", "source", "inner"),
    [
        (
            "“The keeper yelled, ‘Shut the gate!’ and the goats were out,” said Nils Brandt.",
            "The keeper",
            "‘Shut the gate!’",
        ),
        (
            "\"My aunt told me, 'Keep the receipts,' and I did,\" Ms. Osei recalled.",
            "My aunt",
            "'Keep the receipts,'",
        ),
        (
            "Rasmussen said: “I rang the harbour master and he said ‘not today’.”",
            "he",
            "‘not today’",
        ),
    ],
)
def test_an_inner_quotation_is_a_claim_inside_the_outer_one(
    text: str, source: str, inner: str
) -> None:
    article = claimx.extract(text)
    found = {claim.content.text: claim for claim in article.claims}
    assert inner in found
    claim = found[inner]
    assert claim.source is not None
    assert claim.source.spans[0].text == source
    assert claim.parent is not None


def test_a_word_in_inner_marks_stays_the_speakers_own() -> None:
    article = claimx.extract("“They call it the ‘Blue Ferry’ here,” said Nils Brandt.")
    assert [claim.source and claim.source.spans[0].text for claim in article.claims] == [
        "Nils Brandt"
    ]
